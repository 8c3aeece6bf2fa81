import HeardModel

/// One line of a sign-in sheet being read.
struct PersonReading {
  private(set) var participation = Participation()
  private(set) var consent: (state: ConsentState, notice: Notice)?
  private(set) var refusals: [TraitRefusal] = []
  var doubts: [ImportDoubt] = []
  private var notes: [String] = []
  private let row: SheetRow
  private let table: SheetTable
  private let mapping: ImportMapping
  private let event: Event
  private let context: ImportContext
  private let given: Notice?

  init(
    _ row: SheetRow, _ table: SheetTable, _ mapping: ImportMapping, _ event: Event,
    _ context: ImportContext, _ notice: Notice?
  ) {
    self.row = row
    self.table = table
    self.mapping = mapping
    self.event = event
    self.context = context
    given = notice
  }

  /// Whether no column that counts has anything in it.
  var saysNothing: Bool {
    PersonImportField.allCases.allSatisfy { $0 == .leaveOut || cell($0).isEmpty }
  }

  /// By what the same person is found twice in one sheet; kept nowhere.
  var marks: [String] {
    let fields: [PersonImportField] = [.name, .pseudonym, .contact]
    return fields.compactMap { field in
      let text = SheetCell.folded(cell(field))
      return text.isEmpty || SheetCell.saysNothing(text) ? nil : "\(field.rawValue) \(text)"
    }
  }

  /// The name and contact as the sheet has them; nil where it has neither.
  var identity: Identity? {
    var identity = Identity()
    identity.name = cell(.name)
    identity.contact = cell(.contact)
    identity.language = context.words.value(cell(.language), for: PersonImportField.language)
      .flatMap(LanguageTag.init(stored:))
    return identity.name.isEmpty && identity.contact.isEmpty ? nil : identity
  }

  mutating func readAll() {
    if saysNothing { return }
    readPseudonym()
    readStatus()
    readLists()
    readConsent()
    readTraits()
    for text in texts(.note) { notes.append(text) }
    participation.note = notes.joined(separator: "\n")
  }

  private func texts(_ field: PersonImportField) -> [String] {
    table.columns.filter { mapping.field(of: $0.name) == field }
      .compactMap { row.cell($0.place) }
  }

  private func cell(_ field: PersonImportField) -> String {
    texts(field).joined(separator: field == .contact ? ", " : " ")
  }

  private mutating func note(_ field: PersonImportField) {
    let column = table.columns.first { mapping.field(of: $0.name) == field }
    notes.append("\(column?.name ?? ""): \(cell(field))")
  }

  private mutating func readPseudonym() {
    let text = cell(.pseudonym)
    if !text.isEmpty && SheetCell.folded(text) == SheetCell.folded(cell(.name)) {
      doubts.append(.pseudonymIsName)
    } else {
      participation.pseudonym = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
  }

  private mutating func readStatus() {
    participation.status = .registered
    let column = table.columns.first { mapping.field(of: $0.name) == PersonImportField.status }
    if let column {
      // Where a column is ticked, an empty cell does not say that somebody came.
      if let status = coming(ComingSense(Heading(column.heading))) { participation.status = status }
    } else if event.hasBegun(by: context.today), let everybody = mapping.everybody {
      participation.status = everybody
    }
    participation.presence = word(.presence).flatMap(Presence.init(stored:))
  }

  /// How far somebody came by the cell of a column that is called so; nil where it does not tell.
  private mutating func coming(_ sense: ComingSense) -> AttendanceStatus? {
    let text = cell(.status)
    if text.isEmpty || SheetCell.saysNothing(text) { return nil }
    let said: AttendanceStatus?
    if sense != .words, isMoment(text) {
      said = .attended
    } else {
      said = word(.status).flatMap(AttendanceStatus.init(stored:))
    }
    switch (sense, said) {
    case (.absent, .attended?): return .noShow
    case (.absent, .noShow?) where CellWords.truths.contains(SheetCell.folded(text)):
      // Not absent, which does not say that somebody came.
      return .registered
    case (.expected, .attended?): return .registered
    case (.expected, .noShow?): return .cancelled
    default: return said
    }
  }

  /// Whether a cell holds a day or a time of day, as where it is stamped who comes in.
  private func isMoment(_ text: String) -> Bool {
    switch SheetDate(order: nil).read(text) {
    case .date, .ambiguous: return true
    case .none, .dayNumber, .unreadable: return SheetTime(folded: SheetCell.folded(text)) != nil && text.contains(":")
    }
  }

  private mutating func word(_ field: PersonImportField) -> String? {
    let text = cell(field)
    if text.isEmpty || SheetCell.saysNothing(text) { return nil }
    if let value = context.words.value(text, for: field) { return value }
    doubts.append(.wordUnknown(field: field.rawValue, text))
    note(field)
    return nil
  }

  private mutating func readLists() {
    participation.roles = codes(.role)
    participation.accessNeeds = codes(.accessNeeds)
    let organisation = cell(.organisation)
    if organisation.isEmpty || SheetCell.saysNothing(organisation) { return }
    participation.organisation = context.words
      .value(organisation, for: PersonImportField.organisation)
      .flatMap(OrganisationID.init(stored:))
    if participation.organisation == nil { note(.organisation) }
  }

  private mutating func codes(_ field: PersonImportField) -> [Code] {
    let text = cell(field)
    if text.isEmpty || SheetCell.saysNothing(text) { return [] }
    let (known, other) = context.words.values(text, for: field)
    if !other.isEmpty { note(field) }
    return known.compactMap(Code.init(stored:))
  }
}

// What only consent and the country's profile let stand.
extension PersonReading {
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
      $0.id.text == text || SheetCell.folded($0.title) == text
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
