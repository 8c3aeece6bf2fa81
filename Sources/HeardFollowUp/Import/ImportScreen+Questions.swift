import HeardExchange
import HeardKit
import HeardModel
import TerminalCanvas

// Questions about the whole sheet: they stand above its columns, and are answered there.
extension ImportScreen {
  /// How many rows the list of questions and columns has.
  var columnRows: Int { (work?.questions.count ?? 0) + (work?.table.columns.count ?? 0) }

  /// The question on which the cursor stands.
  var focusedQuestion: ImportQuestion? {
    guard let work, work.questions.indices.contains(columnCursor) else { return nil }
    return work.questions[columnCursor]
  }

  /// The column on which the cursor stands.
  var focusedColumn: SheetColumn? {
    guard let work else { return nil }
    let place = columnCursor - work.questions.count
    return work.table.columns.indices.contains(place) ? work.table.columns[place] : nil
  }

  /// The question with the first rows in which its answer changes something.
  func questionBlocks(_ work: SheetImport, _ words: Words) -> [Block] {
    guard let question = focusedQuestion ?? work.questions.first else { return [] }
    let said = words("import.question.answer", ["question": words.sentence(question)])
    let rows = words.evidence(for: question, in: work)
    return [.notice(Notice(.warning, said))]
      + rows.map { .line(StyledText($0, .faint)) } + (rows.isEmpty ? [] : [.gap])
  }

  func questionRow(_ question: ImportQuestion, _ words: Words) -> TableRow {
    let (label, field): (String, String) =
      switch question.cause {
      case .column(let field): (question.columns.map(\.name).joined(separator: " · "), field)
      case .word(let field, let text): ("\"\(text)\"", field)
      case .severalEvents: (question.about?.name ?? "", "")
      case .whoCame: ("", PersonImportField.status.rawValue)
      case .kind: ("", "")
      case .sameName(let name): ("\"\(name.text)\"", name.making.field.rawValue)
      }
    let name = field.isEmpty ? words("import.ask.subject") : words.importField(field)
    return TableRow([
      StyledText("?", .warning), StyledText(name, .warning), StyledText(label, .warning),
    ])
  }

  /// That questions are open, on the steps on which they do not stand.
  func openBlocks(_ work: SheetImport, _ words: Words) -> [Block] {
    let pairs = work.openPairs.count
    return
      (work.questions.isEmpty
      ? []
      : [.notice(Notice(.warning, words("import.question.open", count: work.questions.count)))])
      + (pairs == 0
        ? []
        : [
          .notice(
            Notice(
              .warning,
              words(signIn == nil ? "import.alike.open" : "import.alike.openPeople", count: pairs)))
        ])
  }

  func ask(_ question: ImportQuestion, _ desk: inout Desk) {
    let words = desk.words
    let options = question.options.enumerated().map { place, option in
      Question.Answer(String(place), words.label(option))
    }
    // Two presses of one key answer nothing.
    desk.ask(
      Question(
        "asked", words.sentence(question),
        options + [Question.Answer("later", words("answer.keep"))], cursor: options.count))
  }

  /// Answers the question on which the cursor stands; the next one comes into its place.
  mutating func answer(_ answer: String, _ desk: inout Desk) {
    guard let question = focusedQuestion, let place = Int(answer),
      question.options.indices.contains(place)
    else { return }
    say(&desk) { $0.answer(question, question.options[place].answer) }
  }

  /// Shows what has to be answered before anything can be imported.
  mutating func goToQuestion(_ desk: inout Desk) {
    (part, columnCursor) = (.columns, 0)
    desk.refuse(desk.words("import.question.open", count: work?.questions.count ?? 0))
  }
}
