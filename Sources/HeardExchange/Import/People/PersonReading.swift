import HeardModel

/// One line of a sign-in sheet being read.
struct PersonReading {
  private(set) var participation = Participation()
  private(set) var consent: (state: ConsentState, notice: Notice)?
  private(set) var refusals: [TraitRefusal] = []
  var doubts: [ImportDoubt] = []
  /// How many others the line stands for.
  private(set) var companions = 0
  /// The columns of whose words something is not taken.
  private(set) var dropped: [String] = []
  /// Whether the line is about somebody under age.
  let isMinor: Bool
  private let coming: PersonComing
  private let row: SheetRow
  private let table: SheetTable
  private let mapping: ImportMapping
  private let event: Event
  private let context: ImportContext
  private let given: Notice?

  init(
    _ row: SheetRow, _ table: SheetTable, _ mapping: ImportMapping, _ event: Event,
    _ context: ImportContext, _ notice: Notice?, _ coming: PersonComing, isMinor: Bool
  ) {
    self.row = row
    self.table = table
    self.mapping = mapping
    self.event = event
    self.context = context
    given = notice
    (self.coming, self.isMinor) = (coming, isMinor)
  }

  /// Whether no column that counts has anything in it.
  var saysNothing: Bool {
    PersonImportField.allCases.allSatisfy { $0 == .leaveOut || cell($0).isEmpty }
  }

  /// By what the same person is found twice in one sheet; kept nowhere.
  var marks: [String] {
    // Each address and number by itself, since the other line may have one of them only.
    let marks =
      [PersonImportField.name, .pseudonym].map { ($0, cell($0)) }
      + texts(.contact).map { (PersonImportField.contact, $0) }
    return marks.compactMap { field, cell in
      // `Jean-Luc` and `Jean Luc` are perhaps one.
      let isName = field != .contact
      let text =
        isName
        ? SheetCell.tokens(cell).joined(separator: " ") : SheetCell.folded(cell)
      return text.isEmpty || SheetCell.saysNothing(text) ? nil : "\(field.rawValue) \(text)"
    }
  }

  mutating func readAll() {
    if saysNothing { return }
    readPseudonym()
    readStatus()
    readQuantity()
    // Of who is under age nothing else is taken, not even to be kept apart.
    if isMinor { return }
    readLists()
    readConsent()
    readTraits()
    readNotes()
  }

  private func columns(_ field: PersonImportField) -> [SheetColumn] {
    table.columns.filter { mapping.field(of: $0.name) == field }
  }

  private func texts(_ field: PersonImportField) -> [String] {
    columns(field).compactMap { row.cell($0.place) }
  }

  private func cell(_ field: PersonImportField) -> String {
    texts(field).joined(separator: field == .contact ? ", " : " ")
  }

  /// Notes that words of a field are not taken: they may be about health, faith or anything.
  private mutating func drop(_ field: PersonImportField) {
    for column in columns(field) where row.cell(column.place) != nil {
      if !dropped.contains(column.name) { dropped.append(column.name) }
    }
  }

  private mutating func readStatus() {
    let answer = coming.read(row)
    participation.status = answer.status
    doubts += answer.doubts
    participation.presence =
      word(.presence).flatMap(Presence.init(stored:)) ?? answer.presence
  }

  private mutating func readQuantity() {
    let text = cell(.quantity)
    if text.isEmpty || SheetCell.saysNothing(text) { return }
    // A column of companions counts those beside the person.
    let isBeside = columns(.quantity).contains { PersonColumnFits.countsCompanions($0.heading) }
    let number =
      SheetNumber.whole(text) ?? (ComingWord(text) == .no ? 0 : isBeside ? 1 : nil)
    guard let number, number <= Self.most else {
      return doubts.append(
        .wordUnknown(field: PersonImportField.quantity.rawValue, PersonalWords.masked(text)))
    }
    let people = isBeside ? number + 1 : number
    if people != 1 { doubts.append(.severalPeople(people)) }
    companions = max(0, people - 1)
  }

  /// Nobody signs in for more than these; a larger number is something else.
  private static let most = 100

  private mutating func word(_ field: PersonImportField) -> String? {
    let text = cell(field)
    if text.isEmpty || SheetCell.saysNothing(text) { return nil }
    let said = mapping.meaning(of: text, for: field).flatMap {
      context.words.value($0, for: field)
    }
    if let value = said ?? context.words.value(text, for: field) { return value }
    if !isMinor {
      doubts.append(.wordUnknown(field: field.rawValue, PersonalWords.masked(text)))
      drop(field)
    }
    return nil
  }

  private mutating func readLists() {
    participation.roles = codes(.role)
    if participation.roles.isEmpty, StaffWords.name(cell(.role)) {
      // Who works there is in no number, so that it has to be said what they came as.
      doubts.append(.wordUnknown(field: PersonImportField.role.rawValue, cell(.role)))
    }
    readAccessNeeds()
    let organisation = cell(.organisation)
    if organisation.isEmpty || SheetCell.saysNothing(organisation) { return }
    participation.organisation = context.words
      .value(organisation, for: PersonImportField.organisation)
      .flatMap(OrganisationID.init(stored:))
    if participation.organisation == nil { drop(.organisation) }
  }

  private mutating func codes(_ field: PersonImportField) -> [Code] {
    let text = cell(field)
    if text.isEmpty || SheetCell.saysNothing(text) { return [] }
    let (known, other) = context.words.values(text, for: field)
    if !other.isEmpty { drop(field) }
    return known.compactMap(Code.init(stored:))
  }

  /// The kinds of need that are counted; what else somebody wrote of themselves is not taken.
  private mutating func readAccessNeeds() {
    let text = cell(.accessNeeds)
    if text.isEmpty || SheetCell.saysNothing(text) || ComingWord(text) == .no { return }
    let (known, other) = context.words.values(text, for: PersonImportField.accessNeeds)
    let counted = Set(context.programme.taxonomy(.access).entries.map(\.id))
    var codes = known.compactMap(Code.init(stored:))
    for code in other.flatMap({ AccessWords.codes($0, in: counted) }) where !codes.contains(code) {
      codes.append(code)
    }
    participation.accessNeeds = codes
    if !other.isEmpty { drop(.accessNeeds) }
  }

  /// Notes come in only where somebody says that a column is one, and never what is about a person's
  /// health or how to reach them.
  private mutating func readNotes() {
    var notes: [String] = []
    for column in columns(.note) {
      guard let text = row.cell(column.place) else { continue }
      if PersonalWords.sign(text, under: column.heading) == nil {
        notes.append(text)
      } else if !dropped.contains(column.name) {
        dropped.append(column.name)
      }
    }
    participation.note = notes.joined(separator: "\n")
  }
}

// Names.
extension PersonReading {
  /// The name and contact as the sheet has them; nil where it has neither, or of who is under age.
  var identity: Identity? {
    if isMinor { return nil }
    var identity = Identity()
    identity.name = usedName
    identity.contact = cell(.contact)
    identity.language = context.words.value(cell(.language), for: PersonImportField.language)
      .flatMap(LanguageTag.init(stored:))
    return identity.name.isEmpty && identity.contact.isEmpty ? nil : identity
  }

  /// The name by which somebody wants to be called, with the surname where it is only a given name.
  private var usedName: String {
    let preferred = cell(.preferredName)
    if preferred.isEmpty || SheetCell.saysNothing(preferred) { return cell(.name) }
    let surname = columns(.name).first { Heading($0.heading).says(.familyName) }
      .flatMap { row.cell($0.place) }
    guard let surname, SheetCell.tokens(preferred).count == 1 else { return preferred }
    return "\(preferred) \(surname)"
  }

  private mutating func readPseudonym() {
    let text = cell(.pseudonym)
    if text.isEmpty { return }
    if isName(text) || PersonalWords.holdsContact(text) {
      doubts.append(.pseudonymIsName)
    } else {
      participation.pseudonym = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
  }

  /// Whether all words of a text are of some name in the line, if only by their first letters.
  private func isName(_ text: String) -> Bool {
    let names = Set(
      table.columns.filter { column in
        let field: PersonImportField? = mapping.field(of: column.name)
        return field == .name || field == .preferredName
          || field == .leaveOut
            && Heading(column.heading).says(.name, .givenName, .familyName)
      }.compactMap { row.cell($0.place) }.flatMap(SheetCell.tokens))
    let words = SheetCell.tokens(text)
    let isAll = words.allSatisfy { word in
      names.contains(word) || word.count == 1 && names.contains { $0.hasPrefix(word) }
    }
    return isAll && words.contains(where: names.contains)
  }
}

// What only consent and the country's profile let stand.
extension PersonReading {
  /// The day on which the line was sent, by the column of a form that tells it.
  var answeredOn: CalendarDay? {
    for column in table.columns where Heading(column.heading).says(.stamp) {
      guard let text = row.cell(column.place) else { continue }
      if case .date(let date, _) = SheetDate(order: nil).read(text), let day = date.exactDay {
        return day
      }
    }
    return nil
  }

  private mutating func readConsent() {
    let text = cell(.consentCount)
    if text.isEmpty || SheetCell.saysNothing(text) { return }
    guard let notice = notice else {
      refusals.append(.noticeMissing)
      return
    }
    let word = context.words.value(text, for: PersonImportField.consentCount)
    guard let state = word.flatMap(ConsentState.init(stored:)) else {
      // Anything but a clear yes or no is no answer, and no answer is closed.
      doubts.append(.wordUnknown(field: PersonImportField.consentCount.rawValue, text))
      return
    }
    consent = (state, notice)
  }

  /// The notice that the line names by id or title, else the one that is said of the whole sheet.
  private var notice: Notice? {
    let text = SheetCell.folded(cell(.notice))
    if text.isEmpty { return given }
    return context.programme.notices.values.first {
      $0.isToldAtDoor && ($0.id.text == text || SheetCell.folded($0.title) == text)
    }
  }

  private mutating func readTraits() {
    let profile = context.programme.profile(event.country)
    let hasTraits = !cell(.community).isEmpty || !cell(.ageBand).isEmpty
    guard hasTraits else { return }
    let (known, other) = context.words.values(
      cell(.community), for: PersonImportField.community)
    if !other.isEmpty {
      refusals.append(.traitUnknown(field: PersonImportField.community.rawValue))
    }
    let communities = known.compactMap(Code.init(stored:))
    let open = communities.filter { profile.rule(for: $0).allowsOnPerson }
    for closed in communities where !open.contains(closed) {
      refusals.append(.communityClosed(closed))
    }
    let band = ageBand(profile)
    guard !open.isEmpty || band != nil else { return }
    guard consent?.state == .given else {
      refusals.append(.consentMissing)
      return
    }
    participation.communities = open
    participation.ageBand = band
  }

  private mutating func ageBand(_ profile: CountryProfile) -> Code? {
    let text = cell(.ageBand)
    if text.isEmpty || SheetCell.saysNothing(text) { return nil }
    guard profile.ageBands.allowsOnPerson else {
      refusals.append(.ageClosed)
      return nil
    }
    let band = context.words.value(text, for: PersonImportField.ageBand)
      .flatMap(Code.init(stored:))
    if band == nil { refusals.append(.traitUnknown(field: PersonImportField.ageBand.rawValue)) }
    return band
  }
}
