import HeardModel

/// A mapping with what has to be asked about it.
struct ProposedMapping {
  let mapping: ImportMapping
  let questions: [ImportQuestion]
}

extension ImportMapping {
  /// What the columns of a sheet of events most likely stand for.
  ///
  /// By their names in six languages, what they hold and what the others are; what another mapping
  /// knows of a column of this name comes first, but for what was asked there and not answered.
  public static func proposed(for table: SheetTable, from kept: ImportMapping? = nil)
    -> ImportMapping
  {
    events(table, from: kept, saying: [:]).mapping
  }

  /// What the columns of a sign-in sheet most likely stand for.
  public static func proposedForPeople(_ table: SheetTable, from kept: ImportMapping? = nil)
    -> ImportMapping
  {
    people(table, from: kept, saying: [:]).mapping
  }

  /// The fields about which it is asked where it is not clear which column is theirs.
  static let askedOfEvents: [EventImportField] = [
    .title, .start, .end, .country, .attendance, .inPerson, .online, .status,
  ]

  static func events(
    _ table: SheetTable, from kept: ImportMapping?, saying said: [String: EventImportField],
    areEvents: Bool = false
  ) -> ProposedMapping {
    let fixed = fixed(table, kept, said)
    let proposal = ColumnProposal(
      table, EventColumnFits(table).fits(), fixed: fixed, asking: askedOfEvents)
    var questions = proposal.questions
    let isSaid = areEvents || fixed.values.contains(.title) || fixed.values.contains(.start)
    if !isSaid, let kind = SheetKind.found(in: table) {
      let events = ImportQuestion.Option(answer: .events, column: nil, reasons: [])
      questions.insert(ImportQuestion(cause: .kind(kind), options: [events]), at: 0)
    }
    return made(table, proposal.fields, questions, from: kept)
  }

  static func people(
    _ table: SheetTable, from kept: ImportMapping?, saying said: [String: PersonImportField]
  ) -> ProposedMapping {
    let proposal = ColumnProposal(
      table, PersonColumnFits(table).fits(), fixed: fixed(table, kept, said),
      asking: [.pseudonym, .status, .consentCount])
    let made = made(table, proposal.fields, proposal.questions, from: kept)
    var mapping = made.mapping
    mapping.kind = "people"
    return ProposedMapping(mapping: mapping, questions: made.questions)
  }

  /// The columns of which a person has said what they are, now or when the mapping was kept.
  private static func fixed<Field: ImportField>(
    _ table: SheetTable, _ kept: ImportMapping?, _ said: [String: Field]
  ) -> [Int: Field] {
    var fixed: [Int: Field] = [:]
    var taken = Set<Field>()
    for column in table.columns {
      guard let field = said[column.name] else { continue }
      fixed[column.place] = field
      taken.insert(field)
    }
    for column in table.columns where fixed[column.place] == nil {
      guard let known = kept?.columns.first(where: { $0.id == column.name }), !known.isOpen,
        let field = Field(rawValue: known.field.stored)
      else { continue }
      let isVariant = Heading(column.heading).language != nil
      if field.isRepeatable || taken.insert(field).inserted || isVariant {
        fixed[column.place] = field
      }
    }
    return fixed
  }

  private static func made<Field: ImportField>(
    _ table: SheetTable, _ fields: [Field?], _ questions: [ImportQuestion],
    from kept: ImportMapping?
  ) -> ProposedMapping {
    var mapping = kept ?? ImportMapping()
    mapping.columns = []
    let isOpen = questions.contains { if case .kind = $0.cause { true } else { false } }
    let asked = Set(questions.flatMap { $0.columns.map(\.name) })
    for (column, field) in zip(table.columns, fields) {
      mapping.set(column.name, to: field ?? .unknown)
      let wasFilled = kept?.columns.first { $0.id == column.name }?.isFilledDown ?? false
      mapping.fillDown(column.name, wasFilled)
      mapping.columns[mapping.columns.count - 1].isOpen = isOpen || asked.contains(column.name)
    }
    return ProposedMapping(mapping: mapping, questions: questions)
  }
}

extension SheetRow {
  /// The cell at a place; nil where it is empty.
  func cell(_ place: Int) -> String? {
    cells.indices.contains(place) && !cells[place].isEmpty ? cells[place] : nil
  }
}
