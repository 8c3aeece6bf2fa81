import HeardExchange
import HeardKit
import HeardModel
import TerminalCanvas

// Organisations and members of the team that are made of names in the sheet, on request.
extension ImportScreen {
  /// The command that makes them, where there are names of none.
  var nameCommands: [Command] {
    let hasNames = SheetMaking.allCases.contains { !(work?.names(for: $0).isEmpty ?? true) }
    return hasNames ? [.makeRecords] : []
  }

  /// The names, and the key that makes records of them.
  func nameLines(_ work: SheetImport, _ desk: Desk) -> [String] {
    nameCommands.isEmpty
      ? [] : desk.words.names(of: work) + [desk.words("import.names.key")]
  }

  func askMaking(_ desk: inout Desk) {
    guard let work else { return }
    let answers = SheetMaking.allCases.filter { !work.names(for: $0).isEmpty }.map { making in
      Question.Answer(
        making.rawValue,
        desk.words("import.make.\(work.isMade(making) ? "not" : "yes").\(making.rawValue)"))
    }
    // Two presses of one key make nothing.
    desk.ask(
      Question(
        "make", desk.words("import.ask.make"),
        answers + [Question.Answer("keep", desk.words("answer.keep"))], cursor: answers.count))
  }

  /// Makes records of the names of one kind, or none any more.
  mutating func make(_ answer: String, _ desk: inout Desk) {
    guard let making = SheetMaking(rawValue: answer) else { return }
    say(&desk) { $0.make(making, !$0.isMade(making)) }
    if let open = work?.questions.count, open > 0 {
      desk.say(desk.words("import.question.open", count: open))
    }
  }
}
