import HeardKit
import HeardModel

/// An answer as people say it, whatever the values behind it are called: "yes, no or not today" is
/// what they are asked for.
enum SpokenAnswer: String, CaseIterable, Sendable {
  case yes
  case no
  case later

  /// The values for which it may stand, as records hold them.
  private var values: Set<String> {
    switch self {
    case .yes: ["yes", "given"]
    case .no: ["no", "refused"]
    case .later: ["notAsked"]
    }
  }

  /// The answer that a text is, in any language of the program.
  ///
  /// Who answers need not speak the one of the screen. A single letter counts in that and in English.
  init?(_ text: String, _ words: Words) {
    let wanted = fold(text)
    let own = [words, Words(nil)]
    let found = Self.allCases.first { answer in
      own.contains { words in
        let parts = Self.parts(words(answer.key))
        return wanted.count == 1
          ? answer != .later && parts.first?.hasPrefix(wanted) ?? false : parts.contains(wanted)
      }
    }
    guard let answer = found ?? Self.inAnyLanguage[wanted] else { return nil }
    self = answer
  }

  /// Which of some values is meant; nil where none of them is an answer of this kind.
  func option(among options: [FieldOption]) -> FieldOption? {
    if let option = options.first(where: { values.contains($0.value) }) { return option }
    // A tick: what is not ticked has no value of its own.
    let isTick = options.count == 2 && options.contains { $0.value == "yes" }
    return self == .no && isTick ? options.first { $0.value.isEmpty } : nil
  }

  private var key: String {
    switch self {
    case .yes: "linear.say.yes"
    case .no: "linear.say.no"
    case .later: "linear.say.later"
    }
  }

  private static func parts(_ text: String) -> [String] {
    text.split { ",、".contains($0) }.map { fold(trimmed(String($0))) }
  }

  private static let inAnyLanguage: [String: SpokenAnswer] = {
    var answers: [String: SpokenAnswer] = [:]
    for catalog in Words.languages.map(Words.catalog) {
      for answer in allCases {
        for part in parts(catalog[answer.key] ?? "") { answers[part] = answer }
      }
    }
    return answers
  }()
}

extension [FieldOption] {
  /// The value for which a spoken yes or no stands; nil where the text is called so itself, or is
  /// no such answer.
  func answered(_ text: String, _ words: Words) -> FieldOption? {
    let wanted = fold(text)
    if contains(where: { fold($0.label) == wanted }) { return nil }
    return SpokenAnswer(text, words)?.option(among: self)
  }
}

extension [FieldOption] {
  /// The answer to a question that a text means: its number, its words, or a spoken yes or no.
  ///
  /// Yes is only taken where no is an answer, too: elsewhere the words of an answer say what it does,
  /// and whoever hears them should not agree to something else.
  func meant(_ text: String, _ words: Words) -> FieldOption? {
    let wanted = fold(text)
    let no = first { $0.value == "no" }
    if !contains(where: { fold($0.label) == wanted }) {
      switch SpokenAnswer(text, words) {
      case .no?: if let answer = no ?? first(where: { $0.value == "back" }) { return answer }
      case .yes? where no != nil: return first { $0.value == "yes" }
      case .yes?: return named(text)
      case .later?, nil: break
      }
    }
    if case .one(let answer) = find(text, isNumbered: true) { return answer }
    return nil
  }

  /// The only answer whose words begin so, whatever its value is called.
  private func named(_ text: String) -> FieldOption? {
    let begun = filter { fold($0.label).hasPrefix(fold(text)) }
    return begun.count == 1 ? begun[0] : nil
  }
}
