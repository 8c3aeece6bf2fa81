import Foundation
import HeardKit
import HeardModel
import HeardScreens
import Testing

/// The catalogs against each other and against what the program asks of them.
@Suite struct CatalogTests {
  private let english = Words.catalog(LanguageTag(stored: "en") ?? .undetermined)
  /// Languages that lag behind English until somebody has translated the rest, for which English
  /// stands in meanwhile; named here by their tags, so that everybody sees it.
  private static let lagging: Set<String> = []

  @Test(arguments: Languages.others)
  func `a language has every text, and no other`(language: String) throws {
    let own = Words.catalog(try #require(LanguageTag(stored: language)))
    let isWithoutForms = own["language.plural"] == "none"
    let wanted = Set(english.keys).filter { !(isWithoutForms && $0.hasSuffix(".one")) }
    if !Self.lagging.contains(language) {
      #expect(wanted.subtracting(own.keys).sorted() == [])
    }
    #expect(Set(own.keys).subtracting(english.keys).sorted() == [])
  }

  @Test(arguments: Words.languages)
  func `no key stands twice in a catalog, where only the last would count`(
    language: LanguageTag
  ) throws {
    let file = SwiftSource.folder.appendingPathComponent("HeardTexts/texts/\(language.stored).txt")
    let keys = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
      .compactMap { line in line.firstRange(of: " =").map { line[..<$0.lowerBound] } }
    #expect(keys.count > 1000)
    #expect(Dictionary(grouping: keys) { $0 }.filter { $1.count > 1 }.keys.sorted() == [])
  }

  @Test(arguments: Languages.others)
  func `a text takes the same arguments in every language`(language: String) throws {
    let own = Words.catalog(try #require(LanguageTag(stored: language)))
    for (key, text) in own {
      let here = arguments(text)
      let there = arguments(english[key] ?? "")
      // A number may be left out where the words tell it, as in "one event".
      #expect(here.union(["n"]) == there.union(["n"]), "\(key): \(text)")
    }
  }

  @Test func `a French sign stays with its word, by a space that every font has`() throws {
    // `linear.` tells what is typed, as `:aide`.
    let french = Words.catalog(try #require(LanguageTag(stored: "fr"))).filter {
      !$0.key.hasPrefix("linear.")
    }
    #expect(french.count > 2_000)
    for (key, text) in french {
      #expect(!text.contains("\u{202F}"), "\(key)")
      for sign in ";:!?»" { #expect(!text.contains(" \(sign)"), "\(key)") }
    }
  }

  @Test func `no text is empty but the sign of what was counted`() {
    for language in Words.languages {
      for (key, text) in Words.catalog(language) where text.isEmpty {
        #expect(key == "sign.counted", "\(language.stored) \(key)")
      }
    }
  }

  @Test func `every text that a screen asks for stands in the catalog`() throws {
    let pattern = /words\(\s*"([A-Za-z][A-Za-z0-9.]*)"(, count:)?/
    for source in try SwiftSource.files(SwiftSource.speaking) {
      for match in source.text.matches(of: pattern) {
        let key = String(match.1)
        let isThere =
          english[key] != nil || (match.2 != nil && english["\(key).other"] != nil)
        #expect(isThere, "\(source.name) asks for \(key)")
      }
    }
  }

  @Test func `every row of texts that a screen chooses from stands in the catalog`() throws {
    let pattern = /words\(\s*"([A-Za-z][A-Za-z0-9.]*\.)\\\(/
    for source in try SwiftSource.files(SwiftSource.speaking) {
      for match in source.text.matches(of: pattern) {
        #expect(
          english.keys.contains { $0.hasPrefix(match.1) }, "\(source.name) asks for \(match.1)…")
      }
    }
  }

  @Test func `every command has a name and a meaning, every screen a name and help`() throws {
    for command in Command.allCases {
      #expect(english["command.\(command.rawValue)"] != nil, "\(command)")
      #expect(english["meaning.\(command.rawValue)"] != nil, "\(command)")
    }
    for source in try SwiftSource.files(SwiftSource.rooms) {
      for match in source.text.matches(of: /(?:let|var) (?:name|formName) = "([A-Za-z]+)"/) {
        #expect(english["screen.\(match.1)"] != nil, "\(source.name)")
        #expect(english["help.of.\(match.1)"] != nil, "\(source.name)")
      }
    }
  }

  @Test func `every text of a page stands in the catalog, and no other`() throws {
    let file = try #require(
      try SwiftSource.files(["HeardExchange"]).first { $0.name.hasSuffix("PageVoice.swift") })
    let names = file.text.matches(of: /(?m)^  case ([A-Za-z]+)$/).map { "page.\($0.1)" }
    #expect(names.count > 20)
    #expect(Set(names) == Set(english.keys.filter { $0.hasPrefix("page.") }))
  }

  /// What is shown to a person must come from a catalog: a literal with a space between letters is
  /// a sentence, wherever it stands in the screens.
  @Test func `no screen holds a text of its own`() throws {
    let literal = /"((?:[^"\\\n]|\\.)*)"/
    for source in try SwiftSource.files(SwiftSource.rooms) {
      for line in source.text.split(separator: "\n") {
        let code = line.replacing(/\/\/.*/, with: "")
        for match in code.matches(of: literal) {
          let plain = String(match.1).replacing(/\\\([^)]*\)*/, with: "")
          #expect(
            plain.firstMatch(of: /[a-z]{2,} [a-z]{2,}/) == nil, "\(source.name): \(match.1)")
        }
      }
    }
  }

  /// What is filled into a text: arguments, and keys as `key:COMMAND`.
  private func arguments(_ text: String) -> Set<String> {
    Set(text.matches(of: /\{([A-Za-z]+(?::[A-Za-z]+)?)\}/).map { String($0.1) })
  }
}
