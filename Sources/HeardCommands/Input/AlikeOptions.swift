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
    try Self.answer(&work, .one, oneEvent, "--one-event", desk)
    try Self.answer(&work, .two, twoEvents, "--two-events", desk)
  }

  /// Takes over one answer for lines, or for all that look like something.
  static func answer(
    _ work: inout SheetImport, _ answer: AlikeAnswer, _ text: String?, _ option: String,
    _ desk: Desk
  ) throws {
    let words = desk.words
    func refuse(_ problem: String) -> Failure {
      Failure(words("cli.option", ["option": option, "problem": problem]), .usage)
    }
    if text == "all" {
      // One line is one person, whoever else has the same name.
      var lines = Set<Int>()
      for pair in work.openPairs where answer == .two || lines.insert(pair.line).inserted {
        work.answer(pair, answer)
      }
      return
    }
    for part in (text ?? "").split(whereSeparator: { ", ".contains($0) }) {
      guard let line = Int(part), let row = work.row(line: line) else {
        throw refuse(words("import.notALine", ["text": String(part)]))
      }
      let pairs = work.pairs(of: row)
      if pairs.isEmpty {
        // What was said the first time holds, and is not to be said again.
        if row.knownID != nil || row.knownPerson != nil { continue }
        throw refuse(words("import.notAPair", ["line": String(line)]))
      }
      for pair in answer == .one ? Array(pairs.prefix(1)) : pairs {
        if answer == .one, let why = desk.refusal(of: pair, in: work) {
          throw refuse(words("import.waits", ["line": String(line), "why": why]))
        }
        work.answer(pair, answer)
      }
    }
  }

  /// Shows both of each pair of which nothing is said, and which options say it.
  static func sayOpen(_ work: SheetImport, _ desk: Desk) {
    for pair in work.openPairs {
      Output.say(desk.words.question(pair))
      for side in desk.sides(of: pair, in: work) {
        let said = desk.words.list(side.cells.filter { !$0.isEmpty })
        Output.say("- \(desk.words.labelled(side.place, said))")
      }
    }
    guard let pair = work.openPairs.first else { return }
    let line = pair.line
    let option = pair.isOfPeople ? "import.alike.optionPerson" : "import.alike.option"
    Output.say(desk.words(option, ["line": String(line)]))
  }
}

/// What is said of lines that are perhaps somebody whose name lies on this machine.
struct KnownPeopleOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The people on these lines are those whom they are like; all for every line.",
      valueName: "lines"))
  var onePerson: String?

  @Option(
    help: ArgumentHelp(
      "The people on these lines are others; all for every line.", valueName: "lines"))
  var twoPeople: String?

  /// Takes over what is said; nothing else decides it, `--yes` neither.
  ///
  /// - Throws: `Failure` where a line is like nobody.
  func answer(_ work: inout SheetImport, _ desk: Desk) throws {
    try AlikeOptions.answer(&work, .two, twoPeople, "--two-people", desk)
    try AlikeOptions.answer(&work, .one, onePerson, "--one-person", desk)
  }
}
