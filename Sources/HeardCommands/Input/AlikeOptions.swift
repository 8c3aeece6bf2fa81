import ArgumentParser
import HeardExchange
import HeardFollowUp
import HeardKit
import HeardModel

/// What is said of rows that are perhaps an event twice.
struct AlikeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The rows on these lines are the event that they look like.", valueName: "lines"))
  var oneEvent: String?

  @Option(
    help: ArgumentHelp(
      "The rows on these lines are events of their own, whatever they look like.",
      valueName: "lines"))
  var twoEvents: String?

  /// Takes over what is said; nothing else decides it, `--yes` neither.
  ///
  /// - Throws: `Failure` where a line looks like nothing, or cannot become part of an event.
  func answer(_ work: inout SheetImport, _ desk: Desk) throws {
    try answer(&work, .one, oneEvent, "--one-event", desk)
    try answer(&work, .two, twoEvents, "--two-events", desk)
  }

  private func answer(
    _ work: inout SheetImport, _ answer: AlikeAnswer, _ text: String?, _ option: String,
    _ desk: Desk
  ) throws {
    let words = desk.words
    func refuse(_ problem: String) -> Failure {
      Failure(words("cli.option", ["option": option, "problem": problem]), .usage)
    }
    for part in (text ?? "").split(whereSeparator: { ", ".contains($0) }) {
      guard let line = Int(part), let row = work.row(line: line) else {
        throw refuse(words("import.notALine", ["text": String(part)]))
      }
      if row.alike.isEmpty {
        // What was said the first time holds, and is not to be said again.
        if row.knownID != nil { continue }
        throw refuse(words("import.notAPair", ["line": String(line)]))
      }
      for pair in answer == .one ? Array(row.alike.prefix(1)) : row.alike {
        if answer == .one, let why = desk.refusal(of: pair, in: work) {
          throw refuse(words("import.waits", ["line": String(line), "why": why]))
        }
        work.answer(pair, answer)
      }
    }
  }

  /// Shows both of each pair of which nothing is said, and which options say it.
  func sayOpen(_ work: SheetImport, _ desk: Desk) {
    for pair in work.openPairs {
      Output.say(desk.words.question(pair))
      for side in desk.sides(of: pair, in: work) {
        let said = desk.words.list(side.cells.filter { !$0.isEmpty })
        Output.say("- \(desk.words.labelled(side.place, said))")
      }
    }
    guard let line = work.openPairs.first?.line else { return }
    Output.say(desk.words("import.alike.option", ["line": String(line)]))
  }
}
