import Foundation
import TestKit

/// One Swift file of the program, as far as tests read it: its literals, and what it asks for.
struct SwiftSource {
  /// The file below Sources.
  let name: String
  /// All of it.
  let text: String
  /// The literals in double quotes, with `gap` where something is put in.
  let literals: [String]

  /// What stands in a literal for a value that is put in.
  static let gap: Character = "\u{FFFC}"
  /// The folder Sources.
  static let folder = Project.folder.appendingPathComponent("Sources")
  /// The folders that turn facts into what people read.
  static let rooms = ["HeardKit", "HeardListening", "HeardFollowUp", "HeardScreens"]
  /// Those, and the folders of the command line: every text is asked for in one of them.
  static let speaking = rooms + ["HeardCommands", "heard"]

  /// All files of some folders below Sources.
  static func files(_ folders: [String]) throws -> [SwiftSource] {
    try folders.flatMap { folder in
      let place = Self.folder.appendingPathComponent(folder)
      let names = FileManager.default.enumerator(atPath: place.path)?.compactMap { $0 as? String }
      return try (names ?? []).filter { $0.hasSuffix(".swift") }.map { name in
        let text = try String(contentsOf: place.appendingPathComponent(name), encoding: .utf8)
        return SwiftSource(name: "\(folder)/\(name)", text: text)
      }
    }
  }

  init(name: String, text: String) {
    (self.name, self.text) = (name, text)
    var scanner = LiteralScanner(text)
    scanner.scan()
    literals = scanner.literals
  }

  /// A request for a text by its whole key.
  struct Request {
    let key: String
    /// Whether a form for a number is asked for.
    let counts: Bool
    /// The arguments; nil where they are put together elsewhere.
    let arguments: Set<String>?
  }

  /// The requests whose key stands in the call.
  var requests: [Request] {
    text.matches(of: /(?:[wW]ords|self)\(\s*"([A-Za-z][A-Za-z0-9.]*)"/).map { match in
      let call = LiteralScanner.rest(ofCall: text[match.range.upperBound...])
      let counts = call.plain.firstMatch(of: /^\s*,\s*count:/) != nil
      // A list in the call, or nothing but the key and the number.
      let hasList = call.plain.firstMatch(of: /,\s*\[\s*"/) != nil
      let isBare =
        call.plain.allSatisfy(\.isWhitespace)
        || (counts && call.plain.firstMatch(of: /count:.*,\s*[a-zA-Z.]+\s*$/) == nil)
      return Request(
        key: String(match.1), counts: counts,
        arguments: hasList ? call.names : isBare ? [] : nil)
    }
  }
}

/// Goes through Swift text from literal to literal.
private struct LiteralScanner {
  private let text: [Character]
  private var place = 0
  private(set) var literals: [String] = []

  init(_ text: some StringProtocol) { self.text = Array(text) }

  mutating func scan() {
    while place < text.count {
      if text[place] == "/", place + 1 < text.count, text[place + 1] == "/" {
        while place < text.count, text[place] != "\n" { place += 1 }
      } else if text[place] == "\"" {
        literals.append(literal())
      } else {
        place += 1
      }
    }
  }

  /// Reads the literal that begins here, and those within what it puts in.
  private mutating func literal() -> String {
    var read = ""
    place += 1
    while place < text.count, text[place] != "\"", text[place] != "\n" {
      if text[place] == "\\", place + 1 < text.count {
        place += 2
        if text[place - 1] == "(" {
          skipValue()
          read.append(SwiftSource.gap)
        } else {
          read.append(text[place - 1])
        }
      } else {
        read.append(text[place])
        place += 1
      }
    }
    place += 1
    return read
  }

  private mutating func skipValue() {
    var depth = 1
    while place < text.count, depth > 0 {
      if text[place] == "\"" {
        literals.append(literal())
        continue
      }
      depth += text[place] == "(" ? 1 : text[place] == ")" ? -1 : 0
      place += 1
    }
  }

  /// What follows the key in a call, up to its end, with the names of a list that stands in it.
  static func rest(ofCall text: Substring) -> (plain: String, names: Set<String>) {
    var scanner = LiteralScanner(text.prefix(4000))
    var plain = ""
    var names: Set<String> = []
    var depth = 1
    while scanner.place < scanner.text.count {
      let character = scanner.text[scanner.place]
      if character == "\"" {
        let literal = scanner.literal()
        if depth == 2, scanner.isBeforeColon { names.insert(literal) }
        plain += "\"\""
        continue
      }
      depth += "([".contains(character) ? 1 : ")]".contains(character) ? -1 : 0
      if depth == 0 { break }
      plain.append(character)
      scanner.place += 1
    }
    return (plain, names)
  }

  private var isBeforeColon: Bool { place < text.count && text[place] == ":" }
}
