import HeardKit
import StrictJSON
import TerminalCanvas

/// One thing that was looked at, with what was found.
public struct Finding: Sendable {
  /// What was looked at; its name stands in the catalogs as `cli.doctor.on.ITEM`.
  public enum Item: String, CaseIterable, Sendable {
    case version, locale, language, terminal, line, width, escape, console, settings, state
    case folder, space, locks, git, zones, clock
  }

  /// What was looked at.
  let item: Item
  /// What was found, as a sentence.
  let sentence: String
  /// What mends it, as a sentence with what to type; nil where nothing has to be done.
  let mend: String?

  /// Whether nothing has to be done about it.
  public var isFine: Bool { mend == nil }

  init(_ item: Item, _ sentence: String, mend: String? = nil) {
    self.item = item
    self.sentence = sentence
    self.mend = mend
  }
}

/// All that was found on a machine, ready to be printed.
public struct Findings: Sendable {
  let all: [Finding]

  /// Whether nothing has to be done.
  public var areFine: Bool { all.allSatisfy(\.isFine) }

  /// One line for each, in the order in which things were looked at.
  func lines(_ words: Words) -> [String] {
    all.map { finding in
      let name = words("cli.doctor.on.\(finding.item.rawValue)")
      let line =
        finding.mend.map {
          words("cli.doctor.look", ["item": name, "what": finding.sentence, "mend": $0])
        } ?? words("cli.doctor.fine", ["item": name, "what": finding.sentence])
      return DisplayText.safe(line)
    }
  }

  /// The same for programs.
  var json: JSONValue {
    .array(
      all.map {
        .object([
          "item": .string($0.item.rawValue), "fine": .boolean($0.isFine),
          "sentence": .string($0.sentence), "mend": $0.mend.map(JSONValue.string) ?? .null,
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
