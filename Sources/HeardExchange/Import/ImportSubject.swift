import HeardModel

/// What a sheet lists.
public enum ImportSubject: Sendable {
  /// Events.
  case events
  /// The people of one event.
  case people(SignIn)

  /// The kind of mapping, as it is stored.
  public var kind: Code {
    switch self {
    case .events: "events"
    case .people: "people"
    }
  }

  /// The names of the fields for which a column can stand.
  public var fields: [String] {
    switch self {
    case .events: EventImportField.allCases.map(\.rawValue)
    case .people: PersonImportField.allCases.map(\.rawValue)
    }
  }

  /// What becomes of a column that stands for nothing: notes of an event; of people it is not kept.
  public var dropped: String {
    switch self {
    case .events: EventImportField.unknown.rawValue
    case .people: PersonImportField.unknown.rawValue
    }
  }

  /// Whether names have to be looked up before its lines are read.
  public var needsNames: Bool {
    if case .people(let signIn) = self { signIn.needsNames } else { false }
  }

  /// Takes the names on this machine, where its lines are to be held against them.
  public mutating func take(_ names: KnownNames) {
    guard case .people(var signIn) = self, signIn.needsNames else { return }
    signIn.known = names
    self = .people(signIn)
  }

  func isRepeatable(_ field: String) -> Bool {
    switch self {
    case .events: EventImportField(rawValue: field)?.isRepeatable ?? false
    case .people: PersonImportField(rawValue: field)?.isRepeatable ?? false
    }
  }

  /// The sheet's columns and rows, with its headings found or given.
  public func table(_ sheet: Sheet, headerLine: Int? = nil) -> SheetTable {
    switch self {
    case .events: SheetTable(sheet, fields: EventImportField.self, headerLine: headerLine)
    case .people: SheetTable(sheet, fields: PersonImportField.self, headerLine: headerLine)
    }
  }

  /// Of more words than these each row says for itself that its word is not known.
  private static let mostWords = 12

  /// What the columns stand for, and what has to be asked about the sheet.
  func proposed(
    for table: SheetTable, from kept: ImportMapping?, saying said: [String: String],
    areEvents: Bool, only: OnlyRows?, _ context: ImportContext
  ) -> ProposedMapping {
    switch self {
    case .events:
      return ImportMapping.events(
        table, from: kept, saying: said.compactMapValues(EventImportField.init(rawValue:)),
        areEvents: areEvents)
    case .people(let signIn):
      let proposed = ImportMapping.people(
        table, from: kept, saying: said.compactMapValues(PersonImportField.init(rawValue:)))
      let words = PersonComing(table, proposed.mapping, signIn.event, context).openWords(table)
        .prefix(Self.mostWords).map { ImportQuestion.coming($0.word, in: $0.column) }
      let isTold = proposed.mapping.columns.contains {
        $0.field.stored == PersonImportField.status.rawValue
      }
      let isOver = signIn.event.hasBegun(by: context.today)
      let isAsked = !isTold && isOver && proposed.mapping.everybody == nil
      return ProposedMapping(
        mapping: proposed.mapping,
        questions: (only == nil ? [OnlyRows.question(table)].compactMap { $0 } : [])
          + proposed.questions + words + (isAsked ? [.whoCame] : []))
    }
  }
}

/// The event whose sign-in sheet comes in, and what holds for the whole sheet.
public struct SignIn: Sendable {
  /// The event.
  public var event: Event
  /// Whether names and contacts are kept, among the identities and nowhere else.
  public var keepsNames: Bool
  /// What everybody on the sheet was told, where the sheet does not say.
  public var notice: Notice?
  /// The names on this machine; nil where nobody has looked them up.
  ///
  /// They are held against the sheet only where its own names are to be kept, too.
  public var known: KnownNames?

  /// Whether names have to be looked up before its lines are read.
  public var needsNames: Bool { keepsNames && known == nil }

  /// The sign-in sheet of an event.
  public init(_ event: Event, keepsNames: Bool = false, notice: Notice? = nil) {
    (self.event, self.keepsNames, self.notice) = (event, keepsNames, notice)
  }
}

extension Event {
  /// Whether it was held or has begun, so that people can have come.
  func hasBegun(by today: CalendarDay) -> Bool {
    status == .held || start.map { $0.firstDay <= today } ?? false
  }
}

extension Sheet {
  /// Whether its headings are rather those of people than of events.
  func namesPeople() -> Bool {
    func known<Field: ImportField>(_ type: Field.Type, _ fields: Set<Field>) -> Int {
      let words = HeadingWords<Field>()
      let table = SheetTable(self, fields: type)
      return Set(table.columns.compactMap { words.exact($0.name) }).intersection(fields).count
    }
    let people = known(PersonImportField.self, [.name, .pseudonym, .contact, .consentCount])
    let events = known(EventImportField.self, [.title, .start, .country, .place, .attendance])
    return people > 0 && events <= 1 && people >= events
  }
}
