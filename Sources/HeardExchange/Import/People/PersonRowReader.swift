import HeardModel

/// Why something about a person is not taken from a sheet, as a fact.
public enum TraitRefusal: Hashable, Sendable {
  /// The country's profile keeps this community off people's records.
  case communityClosed(Code)
  /// The country's profile keeps bands of age off people's records.
  case ageClosed
  /// A community or band of age that is none of the programme's.
  case traitUnknown(field: String)
  /// A community or band of age without a yes to being counted by it.
  case consentMissing
  /// An answer about consent, and nothing says which notice the person was told.
  case noticeMissing
}

/// Reads the lines of one sign-in sheet, against the list of its event.
///
/// Names are used to find somebody who stands in the sheet twice, and for nothing else unless they
/// are to be kept; then they are held against the names on this machine, and go to the identities,
/// never into the event. What a person declared is
/// taken only where the country's profile lets it stand and they agreed to be counted. Words of
/// columns that nobody knows are dropped: they may hold anything about a person.
struct PersonRowReader: Sendable {
  private let sheet: Sheet
  private let table: SheetTable
  private let mapping: ImportMapping
  private let signIn: SignIn
  private let context: ImportContext
  /// The lines on which a name, a pseudonym or a contact stood first.
  private var seen: [String: Int] = [:]
  private var natures: PersonRowNatures
  private let coming: PersonComing
  private let minors: MinorSigns
  private let only: OnlyRows?
  private let acquaintances: Acquaintances

  init(
    _ sheet: Sheet, _ table: SheetTable, _ mapping: ImportMapping, _ signIn: SignIn,
    _ only: OnlyRows?, _ context: ImportContext
  ) {
    (self.sheet, self.table, self.mapping) = (sheet, table, mapping)
    (self.signIn, self.only, self.context) = (signIn, only, context)
    natures = PersonRowNatures(table, mapping)
    coming = PersonComing(table, mapping, signIn.event, context)
    acquaintances = Acquaintances(signIn, context.programme)
    minors = MinorSigns(table, signIn.event, context)
  }

  /// Reads the next line with what was corrected in it; lines come in the order of the sheet.
  mutating func read(_ index: Int, corrected: [Int: String]) -> ImportRow {
    let row = table.rows[index].with(corrected)
    var reading = PersonReading(
      row, table, mapping, signIn.event, context, signIn.notice, coming,
      isMinor: minors.areShown(by: row))
    reading.readAll()
    if let why = natures.skip(row, isLast: index == table.rows.count - 1) {
      return ImportRow(skipped: why, line: row.line, cells: row.cells)
    }
    if reading.saysNothing {
      return ImportRow(skipped: .nobody, line: row.line, cells: row.cells)
    }
    if only?.leavesOut(row, table) ?? false {
      return ImportRow(skipped: .otherEvent, line: row.line, cells: row.cells)
    }
    natures.people += 1
    let identity = signIn.keepsNames ? reading.identity : nil
    let known = acquaintances.people(like: identity)
    // However somebody is written, on two lines they are perhaps one.
    for mark in reading.marks + known.map({ "known \($0.id.text)" }) {
      if let line = seen[mark], !reading.doubts.contains(.sameAsLine(line)) {
        reading.doubts.append(.sameAsLine(line))
      }
      if seen[mark] == nil { seen[mark] = row.line }
    }
    var participation = reading.participation
    participation.importKey = "s-\(sheet.digest)-\(row.line)"
    let state = state(of: participation, reading.doubts, known)
    if case .listed(let id) = state,
      let known = signIn.event.participations.first(where: { $0.id == id })
    {
      participation = known
    }
    let person = ImportedPerson(
      participation: participation, identity: identity,
      consent: reading.consent, answeredOn: reading.answeredOn, refusals: reading.refusals,
      isMinor: reading.isMinor,
      companions: reading.companions, dropped: reading.dropped)
    return ImportRow(person, state, line: row.line, cells: row.cells)
  }

  private func state(
    of person: Participation, _ doubts: [ImportDoubt], _ acquaintances: [Acquaintance]
  ) -> ImportState {
    let list = signIn.event.participations
    if let known = list.first(where: { $0.importKey == person.importKey }) {
      return .listed(known.id)
    }
    let name = SheetCell.folded(person.pseudonym)
    if !name.isEmpty, let known = list.first(where: { SheetCell.folded($0.pseudonym) == name }) {
      return .listed(known.id)
    }
    if let known = acquaintances.first(where: { $0.isListed && $0.by == .both }) {
      return .listed(known.id)
    }
    var doubts = doubts + acquaintances.map { .knownPerson($0) }
    // Without names in the event nobody can tell who of another sheet this person is.
    let before = list.count {
      !$0.importKey.isEmpty && !$0.importKey.hasPrefix("s-\(sheet.digest)-")
    }
    if name.isEmpty && before > 0 { doubts.append(.sheetBefore(before)) }
    return doubts.isEmpty ? .ready : .doubtful(doubts)
  }
}
