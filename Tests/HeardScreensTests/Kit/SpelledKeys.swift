import Foundation
import HeardKit
import HeardModel
import HeardScreens
import TerminalCanvas

/// Finds the keys that a text spells by hand, where `{key:COMMAND}` belongs.
struct SpelledKeys {
  private let names: [[Character]]
  private let letters: Set<Character>
  private let signs: Set<Character>
  private let verbs: Set<String>
  private let ordinary: Set<Character>

  /// Letters that are a word by themselves; of other languages every vowel may be one.
  private static let wordsOfOneLetter = ["en": "ai", "fr": "ay", "ja": ""]

  /// A place where a key is spelt rightly, and why.
  struct Exception {
    let text: String
    let keys: Set<String>
    let reason: String

    init(_ text: String, _ keys: Set<String>, _ reason: String) {
      (self.text, self.keys, self.reason) = (text, keys, reason)
    }
  }

  static let exceptions = [
    Exception("import.badName", ["a", "z"], "the letters from a to z"),
    Exception("import.name.hint", ["a", "z"], "the letters from a to z"),
    Exception("filter.hint", ["-", ","], "signs that are typed in a filter"),
    Exception("hint.milestones", ["x"], "a letter that is typed into the field"),
    Exception("hint.support", ["-"], "a sign that is typed into the field"),
    Exception("help.of.organisationForm", ["-"], "a sign that is typed into the field"),
    Exception("conflict.legend", ["+", "-"], "signs at the beginning of lines that are shown"),
    Exception("slips.empty", ["x", "0"], "keys beside the lines of a slip, which no command has"),
    Exception("help.of.attendanceSlips", ["x", "0"], "keys beside the lines of a slip"),
    Exception("help.of.testimonyForm", ["g", "r", "n"], "letters of answers about consent"),
    Exception(
      "number.beyondBelief", Set(Words.languages.map { Words($0)("key.backspace") }),
      "no command shows this key first"),
    Exception("editor.done", ["Ctrl-Z"], "takes back inside of a text, where it is no command"),
    Exception("closeOut.missing.attendance", ["Enter"], "a verb in English"),
    Exception("command.countUpOnline", ["+"], "a sign that says one more"),
    Exception("command.countDownOnline", ["-"], "a sign that says one less"),
    Exception("waiting.late", ["d", "j"], "short for days"),
    Exception("page.number", ["N"], "short for number"),
    Exception("series.number", ["N"], "short for number"),
    Exception("grid.moreProblems", ["!"], "the mark of what is wrong"),
    Exception("meaning.clearNumber", ["0"], "a number"),
    Exception("meaning.onlyDoubtful", ["o"], "the Spanish or"),
    Exception("meaning.history", ["o"], "the Spanish or"),
    Exception("meaning.importEvents", ["o"], "the Spanish or"),
    Exception("import.field.notes", ["A"], "the Spanish to"),
    Exception("linear.listChanged", ["a"], "the Portuguese article"),
    Exception("linear.notAnswered", ["A"], "the Portuguese article"),
    Exception("linear.noNumber", ["a"], "the Portuguese article"),
    Exception("event.noPeople", ["A"], "the Portuguese article"),
    Exception("import.skip.totals", ["A"], "the Portuguese article"),
    Exception("page.listNotPrinted", ["A"], "the Portuguese article"),
    Exception("tour.filter", ["A"], "the Portuguese article"),
  ]

  /// What is looked for in the texts of a language.
  init(_ language: LanguageTag) {
    let spoken = [Words(language), Words(nil)]
    let keys = Set(KeyTable.bindings.flatMap(\.keys))
    // Home is also a screen, and the word for the end key an ordinary one.
    let named = keys.subtracting([.home, .end]).filter { key in
      if case .character(let character) = key { character == " " } else { true }
    }
    names = Set(named.flatMap { key in spoken.map { KeyTable.name(key, $0) } })
      .sorted { $0.count > $1.count }.map(Array.init)
    let single = keys.compactMap { key -> Character? in
      if case .character(let character) = key, character != " " { character } else { nil }
    }
    letters = Set(single.filter(\.isLetter))
    signs = Set(single.filter { !$0.isLetter && !$0.isNumber })
    let catalog = Words.catalog(language)
    // What commands do begins with a verb; what screens hold does not.
    verbs = Set(
      catalog.filter { $0.key.hasPrefix("meaning.") && !$0.key.hasPrefix("meaning.go") }
        .compactMap { $0.value.split { !$0.isLetter }.first?.lowercased() })
    let vowels = Self.wordsOfOneLetter[language.base] ?? "aeiouy"
    ordinary = Set(vowels + vowels.uppercased())
  }

  /// The keys that a text spells, apart from those that it may.
  func found(in text: String, of key: String) -> [String] {
    let allowed = Self.exceptions.filter { key.hasPrefix($0.text) }.flatMap(\.keys)
    return found(in: text).filter { !allowed.contains($0) }
  }

  /// The keys that a text spells.
  func found(in text: String) -> [String] {
    // A sign alone, as the one between thousands, tells no key.
    guard text.contains(where: \.isLetter) else { return [] }
    let characters = Array(text.replacing(/\{[^}]*\}/, with: "\(Self.filled)"))
    var found: [String] = []
    var place = 0
    while place < characters.count {
      if let name = names.first(where: { isName($0, characters, place) }) {
        found.append(String(name))
        place += name.count
        continue
      }
      if isSingle(characters, place) { found.append(String(characters[place])) }
      place += 1
    }
    return found
  }

  /// What stands for an argument or a key that is filled in.
  private static let filled: Character = "\u{FFFC}"
}

extension SpelledKeys {
  private func isName(_ name: [Character], _ text: [Character], _ place: Int) -> Bool {
    let end = place + name.count
    guard end <= text.count, text[place..<end].elementsEqual(name) else { return false }
    if name.count == 1 { return !isBetweenValues(text, place) }
    return !isWithin(text, place - 1) && !isWithin(text, end)
  }

  /// An arrow from what was to what is.
  private func isBetweenValues(_ text: [Character], _ place: Int) -> Bool {
    text[..<place].last { $0 != " " } == Self.filled
      && text[(place + 1)...].first { $0 != " " } == Self.filled
  }

  private func isWithin(_ text: [Character], _ place: Int) -> Bool {
    guard text.indices.contains(place), let scalar = text[place].unicodeScalars.first else {
      return false
    }
    let isKatakana = (0x30A1...0x30FC).contains(scalar.value)
    let isLatin = text[place].isLetter && scalar.value < 0x0250
    return isLatin || isKatakana || text[place].isASCII && text[place].isNumber
      || text[place] == "-"
  }

  private func isSingle(_ text: [Character], _ place: Int) -> Bool {
    let character = text[place]
    if signs.contains(character) { return isSign(text, place) }
    let isDigit = character.isASCII && character.isNumber
    guard letters.contains(character) || isDigit, standsAlone(text, place) else { return false }
    return isDigit || ordinary.contains(character) ? isToldAsKey(text, place) : true
  }

  private func standsAlone(_ text: [Character], _ place: Int) -> Bool {
    for beside in [place - 1, place + 1] where text.indices.contains(beside) {
      if isWithin(text, beside) && !(0x30A1...0x30FC).contains(scalar(text[beside])) {
        return false
      }
      if "'’_/\(Self.filled)".contains(text[beside]) { return false }
    }
    // `2.5` and `e.g.`
    let isDotted = [(place - 1, place - 2), (place + 1, place + 2)].contains { dot, behind in
      text.indices.contains(behind) && text[dot] == "." && isWithin(text, behind)
    }
    return !isDotted
  }

  private func scalar(_ character: Character) -> UInt32 {
    character.unicodeScalars.first?.value ?? 0
  }

  /// Whether what may be a word or a number is a key: `(a)`, `a: new`, `a makes a new one`.
  private func isToldAsKey(_ text: [Character], _ place: Int) -> Bool {
    let before = text[..<place].last { $0 != " " }
    let behind = String(text[(place + 1)...])
    if before == "(" || before == "（" { return behind.first == ")" || behind.first == "）" }
    guard before.map({ ".,;:–·。、：！？!?".contains($0) }) ?? true else { return false }
    if behind.hasPrefix("で") || behind.hasPrefix("キー") { return true }
    guard behind.first == " " else { return behind.first == ":" && !text[place].isNumber }
    let word = behind.dropFirst().prefix { $0.isLetter }
    return verbs.contains(word.lowercased())
  }

  /// A sign that stands as a word: `/ filters`, `? shows the keys`.
  private func isSign(_ text: [Character], _ place: Int) -> Bool {
    let before = place > 0 ? text[place - 1] : " "
    guard " (（。、・：".contains(before) else { return false }
    guard place + 1 < text.count else { return true }
    let behind = text[place + 1]
    if behind == " " { return place + 2 >= text.count || text[place + 2] != Self.filled }
    return "),;で は を と も か キ 、".contains(behind)
  }
}
