import Foundation
import HeardKit
import HeardModel
import HeardScreens
import TestKit
import Testing

/// The glossary against the texts and the documents: one word for one thing.
@Suite struct GlossaryTests {
  private static func text(_ path: String) throws -> String {
    try String(contentsOf: Project.folder.appendingPathComponent(path), encoding: .utf8)
  }

  /// The rows of the table, each with its cells.
  private static func rows() throws -> [[String]] {
    try text("docs/glossary.md").split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst()
      .map { line in
        line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      }
  }

  /// The words that are not used, with those that are.
  private static func unused() throws -> [(word: String, instead: String)] {
    try text("docs/glossary.md").matches(of: /(?m)^- (.+) → (.+)$/).map {
      (String($0.1), String($0.2))
    }
  }

  @Test func `every word has its meaning and its word in each language`() throws {
    let rows = try Self.rows()
    #expect(rows.count > 40)
    for row in rows { #expect(row.count == 6 && !row.contains(""), "\(row)") }
    let words = rows.map { $0.first ?? "" }
    #expect(words == words.sorted { $0.lowercased() < $1.lowercased() })
    #expect(Set(words).count == words.count)
  }

  @Test func `no text and no document uses a second word for a thing`() throws {
    let unused = try Self.unused()
    #expect(unused.count > 10)
    let texts = Words.catalog(LanguageTag(stored: "en") ?? .undetermined)
    var places = texts.map { (name: $0.key, text: $0.value) }
    for name in [
      "README.md", "docs/command-line.md", "docs/architecture.md", "docs/contributing.md",
    ] {
      places.append((name, try Self.text(name)))
    }
    for (word, instead) in unused {
      let escaped = NSRegularExpression.escapedPattern(for: word)
      let pattern = try Regex("(?i)(^|[^\\w-])\(escaped)([^\\w-]|$)")
      for place in places where place.text.contains(pattern) {
        #expect(Bool(false), "\(place.name): \(word) → \(instead)")
      }
    }
  }
}
