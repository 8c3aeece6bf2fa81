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

/// One line of a sign-in sheet with what becomes of it.
public struct PersonImportRow: Sendable {
  /// How a line stands.
  public enum State: Hashable, Sendable {
    /// Understood whole.
    case ready
    /// To be looked at.
    case doubtful([ImportDoubt])
    /// The person stands on the event's list already.
    case listed(PersonID)
    /// Says nothing of anybody.
    case skipped
  }

  /// The line of the file on which it begins.
  public let line: Int
  /// How it stands.
  public let state: State
  /// The part in the event, without an id; its pseudonym is empty where the sheet gives none.
  public let participation: Participation
  /// The name and contact, without an id; nil where they are not to be kept.
  public let identity: Identity?
  /// What the person answered about being counted, with the notice that they were told.
  public let consent: (state: ConsentState, notice: Notice)?
  /// What is not taken, and why.
  public let refusals: [TraitRefusal]
  /// Whether a doubtful line is taken as it is.
  public var isAccepted = false

  /// Whether the line is brought in as things stand.
  public var isTaken: Bool {
    switch state {
    case .ready: true
    case .doubtful: isAccepted
    case .listed, .skipped: false
    }
  }

  /// The person on the list whom the line tells of again.
  public var knownID: PersonID? {
    if case .listed(let id) = state { return id }
    return nil
  }

  /// Why it has to be looked at.
  public var doubts: [ImportDoubt] {
    if case .doubtful(let doubts) = state { return doubts }
    return []
  }

  /// Whether the person is perhaps on the list already, or above in the sheet.
  public var isTwin: Bool {
    doubts.contains { doubt in
      switch doubt {
      case .sameAsLine, .sheetBefore: true
      default: false
      }
    }
  }
}

/// A sign-in sheet on its way onto the list of an event.
///
/// Names are used to find somebody who stands in the sheet twice, and for nothing else unless they
/// are to be kept; then they go to the identities, never into the event. What a person declared is
/// taken only where the country's profile lets it stand and they agreed to be counted. Words of
/// columns that nobody knows are dropped: they may hold anything about a person.
public struct PersonImport: Sendable {
  /// The sheet as read.
  public let sheet: Sheet
  /// Its columns and rows.
  public let table: SheetTable
  /// Which column stands for what.
  public private(set) var mapping: ImportMapping
  /// The lines of the sheet.
  public private(set) var rows: [PersonImportRow] = []
  private let event: Event
  private let context: ImportContext
  private let keepsNames: Bool
  private let notice: Notice?

  /// Reads a sign-in sheet; `notice` is what everybody on it was told, where the sheet does not say.
  public init(
    _ sheet: Sheet, of event: Event, mapping kept: ImportMapping? = nil, headerLine: Int? = nil,
    keepsNames: Bool = false, notice: Notice? = nil, _ context: ImportContext
  ) {
    self.sheet = sheet
    self.event = event
    self.context = context
    self.keepsNames = keepsNames
    self.notice = notice
    table = SheetTable(sheet, fields: PersonImportField.self, headerLine: headerLine)
    mapping = ImportMapping.proposedForPeople(table, from: kept)
    readAll()
  }

  /// The field of a column.
  public func field(of column: SheetColumn) -> PersonImportField {
    mapping.field(of: column.name) ?? .unknown
  }

  /// Says for which field a column stands.
  public mutating func map(_ column: SheetColumn, to field: PersonImportField) {
    if !field.isRepeatable {
      for other in table.columns where self.field(of: other) == field {
        mapping.set(other.name, to: PersonImportField.leaveOut)
      }
    }
    mapping.set(column.name, to: field)
    readAll()
  }

  /// Takes a doubtful line as it is.
  public mutating func accept(line: Int) {
    guard let index = rows.firstIndex(where: { $0.line == line }) else { return }
    rows[index].isAccepted = true
  }

  private mutating func readAll() {
    var seen: [String: Int] = [:]
    rows = table.rows.map { row in
      var reading = PersonReading(row, table, mapping, event, context, notice)
      reading.readAll()
      return self.row(row, &reading, &seen)
    }
  }

  private func row(
    _ row: SheetRow, _ reading: inout PersonReading, _ seen: inout [String: Int]
  ) -> PersonImportRow {
    var person = reading.participation
    person.importKey = "s-\(sheet.digest)-\(row.line)"
    for mark in reading.marks {
      if let line = seen[mark], !reading.doubts.contains(.sameAsLine(line)) {
        reading.doubts.append(.sameAsLine(line))
      }
      if seen[mark] == nil { seen[mark] = row.line }
    }
    let state = state(of: person, &reading)
    return PersonImportRow(
      line: row.line, state: state, participation: person,
      identity: keepsNames ? reading.identity : nil, consent: reading.consent,
      refusals: reading.refusals)
  }

  private func state(
    of person: Participation, _ reading: inout PersonReading
  ) -> PersonImportRow.State {
    if reading.saysNothing { return .skipped }
    let list = event.participations
    if let known = list.first(where: { $0.importKey == person.importKey }) {
      return .listed(known.id)
    }
    let name = SheetCell.folded(person.pseudonym)
    if !name.isEmpty, let known = list.first(where: { SheetCell.folded($0.pseudonym) == name }) {
      return .listed(known.id)
    }
    // Without names in the event nobody can tell who of another sheet this person is.
    let before = list.count { !$0.importKey.isEmpty }
    if name.isEmpty && before > 0 { reading.doubts.append(.sheetBefore(before)) }
    return reading.doubts.isEmpty ? .ready : .doubtful(reading.doubts)
  }
}
