import HeardKit
import StrictJSON
import TerminalCanvas

/// One thing that was looked at, with what was found.
public struct Observation: Sendable {
  /// What was looked at; its name stands in the catalogs as `cli.doctor.on.ITEM`.
  public enum Item: String, CaseIterable, Sendable {
    case version, locale, language, terminal, line, width, escape, console, settings, state
    case folder, space, locks, git, zones, clock
  }

  /// What was looked at.
  let item: Item
  /// What was found, as a sentence.
  let sentence: String
  /// What to do, as a sentence with what to type; nil where nothing has to be done.
  let advice: String?

  /// Whether nothing has to be done about it.
  public var isFine: Bool { advice == nil }

  init(_ item: Item, _ sentence: String, advice: String? = nil) {
    self.item = item
    self.sentence = sentence
    self.advice = advice
  }
}

/// All that was found on a machine, ready to be printed.
public struct Observations: Sendable {
  let all: [Observation]

  /// Whether nothing has to be done.
  public var areFine: Bool { all.allSatisfy(\.isFine) }

  /// One line for each, in the order in which things were looked at.
  func lines(_ words: Words) -> [String] {
    all.map { observation in
      let name = words("cli.doctor.on.\(observation.item.rawValue)")
      let line =
        observation.advice.map {
          words("cli.doctor.look", ["item": name, "what": observation.sentence, "advice": $0])
        } ?? words("cli.doctor.fine", ["item": name, "what": observation.sentence])
      return DisplayText.safe(line)
    }
  }

  /// The same for programs.
  var json: JSONValue {
    .array(
      all.map {
        .object([
          "item": .string($0.item.rawValue), "fine": .boolean($0.isFine),
          "sentence": .string($0.sentence), "advice": $0.advice.map(JSONValue.string) ?? .null,
        ])
      })
  }

  /// Prints what was found.
  ///
  /// - Throws: `Failure` when it could not be printed whole.
  public func print(asJSON: Bool, _ words: Words) throws {
    if asJSON { return try Output.write(SafeJSON.bytes(json)) }
    try Output.write(lines(words).map { "\($0)\n" }.joined())
  }
}
