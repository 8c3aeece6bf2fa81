import ArgumentParser
import HeardExchange
import HeardKit
import HeardModel

extension SheetMaking: ExpressibleByArgument {}

/// What is made of names in a sheet.
struct SheetNameOptions: ParsableArguments {
  @Option(
    name: .customLong("make"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Makes records of names that are none here: organisations, or team (without a role).",
      valueName: "organisations|team"))
  var make: [SheetMaking] = []

  @Option(
    name: .customLong("join"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Whose name a name of the sheet is; new where it is its own. Several times.",
      valueName: "name=name|new"))
  var join: [String] = []

  /// Says of which names records are made.
  func make(_ work: inout SheetImport) {
    for making in make { work.make(making, true) }
  }

  /// Says whose names some are.
  ///
  /// - Returns: whether anything was said, so that the rows mean something else now.
  /// - Throws: `Failure` where a name is none that a record is made of, or names no record.
  func join(_ work: inout SheetImport, _ desk: Desk) throws -> Bool {
    let words = desk.words
    for text in join {
      guard let sign = text.lastIndex(of: "=") else {
        throw Failure(words("cli.notAssigned", ["text": text]), .usage)
      }
      let name = String(text[..<sign])
      let names = SheetMaking.allCases.filter(work.isMade).flatMap { work.names(for: $0) }
      guard let said = names.first(where: { $0.isCalled(name) }) else {
        // What was joined the first time is known by now.
        if isThere(name, desk.programme) { continue }
        throw refuse(name, words)
      }
      let other = String(text[text.index(after: sign)...])
      work.join(said.id, to: try other == "new" ? said.id : id(of: other, said, names, desk))
    }
    return !join.isEmpty
  }

  private func id(
    of other: String, _ name: SheetName, _ names: [SheetName], _ desk: Desk
  ) throws -> String {
    let there =
      switch name.making {
      case .organisations:
        desk.programme.organisations.values.first { SheetName.are($0.name, other) }?.id.text
      case .team: desk.programme.team.values.first { SheetName.are($0.name, other) }?.id.text
      }
    let ofSheet = names.first { $0.making == name.making && $0.isCalled(other) }?.id
    guard let id = there ?? ofSheet else { throw refuse(other, desk.words) }
    return id
  }

  private func isThere(_ name: String, _ programme: Programme) -> Bool {
    programme.organisations.values.contains { SheetName.are($0.name, name) }
      || programme.team.values.contains { SheetName.are($0.name, name) }
  }

  private func refuse(_ name: String, _ words: Words) -> Failure {
    let problem = words("import.names.none", ["text": name])
    return Failure(words("cli.option", ["option": "--join", "problem": problem]), .usage)
  }

  /// Says which names are none here, and what makes records of them.
  func say(_ work: SheetImport, _ words: Words) {
    Output.say(lines: words.names(of: work))
    for making in SheetMaking.allCases
    where !work.isMade(making) && !work.names(for: making).isEmpty {
      Output.say(words("import.names.option", ["what": making.rawValue]))
    }
  }
}
