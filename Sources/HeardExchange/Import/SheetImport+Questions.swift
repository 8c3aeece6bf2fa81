import HeardModel

// Questions about the whole sheet, and their answers.
extension SheetImport {
  /// Whether it is asked about a column, and nobody has answered.
  public func isAsked(_ column: SheetColumn) -> Bool {
    mapping.columns.first { $0.id == column.name }?.isOpen ?? false
  }

  /// The first rows in which the answer to a question changes something, with the cells of the
  /// columns between which it asks.
  public func evidence(for question: ImportQuestion) -> [(line: Int, cells: [String])] {
    rows.lazy.filter { row in
      if case .skipped = row.state { false } else { question.touches(row.cells) }
    }.prefix(3).map { row in
      (
        row.line,
        question.columns.map { row.cells.indices.contains($0.place) ? row.cells[$0.place] : "" }
      )
    }
  }

  /// Answers a question about the whole sheet.
  public mutating func answer(_ question: ImportQuestion, _ answer: ImportQuestion.Answer) {
    switch (question.cause, answer) {
    case (.column(let field), .column(let name)):
      if let column = table.columns.first(where: { $0.name == name }) { map(column, to: field) }
    case (.column, .noColumn):
      for column in question.columns { said[column.name] = subject.dropped }
      propose()
      changed()
    case (.word(let field, let word), .means(let value)): say(word, means: value, in: field)
    case (.whoCame, .everybody(let status)): everybody(status)
    case (.severalEvents, .only(let value)):
      only(question.about.map { OnlyRows(column: $0.name, value: value) })
    case (.severalEvents, .oneEvent):
      only(question.about.map { OnlyRows(column: $0.name, value: nil) })
    case (.sameName(let name), .sameAs(let known)): join(name.id, to: known.id)
    case (.sameName(let name), .itself): join(name.id, to: name.id)
    case (.kind, .events):
      areEvents = true
      propose()
      changed()
    default: break
    }
  }

  /// Says which rows of a sheet of people are of its event; nil asks again.
  public mutating func only(_ rows: OnlyRows?) {
    onlyRows = rows
    propose()
    changed()
  }

  /// Says what a word means in the cells of a field.
  public mutating func say(_ word: String, means value: String, in field: String) {
    guard let means = Code(stored: value), let field = Code(stored: field) else { return }
    mapping.say(word, means: means, in: field)
    propose()
    changed()
  }

  /// Takes back what a word means in the cells of a field.
  public mutating func unsay(_ word: String, in field: String) {
    guard let field = Code(stored: field) else { return }
    mapping.unsay(word, in: field)
    propose()
    changed()
  }

  /// Says how far everybody on a sheet of people came, where no column tells; nil asks again.
  public mutating func everybody(_ status: AttendanceStatus?) {
    mapping.everybody = status
    propose()
    changed()
  }

  /// Finds out anew what the columns stand for of which nobody has said it.
  mutating func propose() {
    // What holds for the whole sheet stays; columns that were kept are read from what was kept.
    var base = mapping
    base.columns = mapping.columns.map { column in
      var column = column
      let known = kept?.columns.first { $0.id == column.id }
      column.isOpen = known?.isOpen ?? true
      if let known { column.field = known.field }
      return column
    }
    let made = subject.proposed(
      for: table, from: base, saying: said, areEvents: areEvents, only: onlyRows, context)
    (mapping, questions) = (made.mapping, made.questions)
  }
}
