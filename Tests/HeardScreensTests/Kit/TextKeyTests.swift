import HeardKit
import HeardModel
import HeardScreens
import TerminalCanvas
import Testing

/// Keys in the texts: none is spelt by hand, and each that is filled in exists.
@Suite struct TextKeyTests {
  /// What a person types as words, and the names of the keys themselves.
  private static func mayNameKeys(_ key: String) -> Bool {
    (key.hasPrefix("key.") && key != "key.unknown")
      || ["language.", "cli."].contains { key.hasPrefix($0) }
  }

  /// What a line is made of: signs that are typed, Enter that ends it, what ends the input.
  private static func isOfALine(_ name: String, _ words: Words) -> Bool {
    !(name.first?.isLetter ?? false)
      || [KeyTable.name(.enter, words), "Enter", "Ctrl-C", "Ctrl-D"].contains(name)
  }

  @Test(arguments: Words.languages)
  func `no text spells a key by hand`(language: LanguageTag) {
    let (spelled, words) = (SpelledKeys(language), Words(language))
    let places = Words.catalog(language).sorted { $0.key < $1.key }.compactMap { key, text in
      let all = Self.mayNameKeys(key) ? [] : spelled.found(in: text, of: key)
      let keys = all.filter { !key.hasPrefix("linear.") || !Self.isOfALine($0, words) }
      return keys.isEmpty ? nil : "\(language.stored) \(key) \(keys): \(text)"
    }
    #expect(places.isEmpty, "\(places.count) places\n\(places.joined(separator: "\n"))")
  }

  @Test(arguments: [
    ("en", "{what} · u undoes it", ["u"]), ("en", "n: new, x: all", ["n", "x"]),
    ("en", "No action yet: a makes one.", ["a"]), ("en", "Keeps a list, as a name", []),
    ("en", "A name is enough. I say so.", []), ("en", "Your name (9), in Q{n} of 9", ["9"]),
    ("en", "Ctrl-S saves, Esc ends; F12 or F1", ["Ctrl-S", "Esc", "F12", "F1"]),
    ("en", "/ filters, ? helps", ["/", "?"]), ("en", "{a} → {b}; → goes on", ["→"]),
    ("en", "Enters the Taboo, e.g. x-rays and 2-1", []), ("en", "{key:undo} undoes it", []),
    ("fr", "Entrée ouvre\u{A0}: il y a un nom", ["Entrée"]), ("fr", "Il a créé; a crée", ["a"]),
    ("fr", "Que faire\u{A0}?", []), ("ja", "uで元に戻し、スペースで選びます", ["u", "スペース"]),
    ("ja", "ワークスペースと3件", []), ("ja", "3で一覧へ。?でキーの一覧", ["3", "?"]),
  ])
  func `a key is told from an ordinary word`(language: String, text: String, keys: [String])
    throws
  {
    let spelled = SpelledKeys(try #require(LanguageTag(stored: language)))
    #expect(spelled.found(in: text) == keys)
  }

  @Test(arguments: Words.languages)
  func `a key that a text names is one of a command that has keys`(language: LanguageTag) {
    for (key, text) in Words.catalog(language) {
      for match in text.matches(of: /\{key:([^}]*)\}/) {
        let command = Command(rawValue: String(match.1))
        #expect(command != nil, "\(key) names no command: \(match.1)")
        let keys = command.flatMap(KeyTable.binding)?.keys ?? []
        #expect(!keys.isEmpty, "\(key) names a command without a key: \(match.1)")
      }
    }
  }

  @Test(arguments: Words.languages)
  func `braces and brackets are closed, and a part in brackets names a key`(language: LanguageTag) {
    for (key, text) in Words.catalog(language) {
      let bare = text.replacing(/\{(key:)?[A-Za-z]+\}/, with: "")
      #expect(!bare.contains { "{}".contains($0) }, "\(key): \(text)")
      let whole = bare.replacing(/\[[^\[\]]*\]/, with: "")
      #expect(!whole.contains { "[]".contains($0) }, "\(key): \(text)")
      for part in text.matches(of: /\[[^\]]*\]/) {
        #expect(part.0.contains("{key:"), "\(key): \(part.0)")
      }
    }
  }
}
