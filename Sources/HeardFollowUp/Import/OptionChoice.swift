import HeardExchange
import HeardKit
import HeardModel
import TerminalCanvas

/// One of many being chosen by typing part of what it is called.
struct OptionChoice: Sendable {
  /// What is chosen.
  enum Purpose: Sendable {
    /// The event whose people the sheet lists.
    case event
    /// What a column stands for.
    case field(SheetColumn)
    /// What a word means.
    case meaning
  }

  let purpose: Purpose
  private let question: String
  private let options: [FieldOption]
  private var field = TextField()
  private var cursor: Int?

  /// Begins at the value that holds now, where there is one.
  init(_ purpose: Purpose, _ question: String, _ options: [FieldOption], at value: String? = nil) {
    (self.purpose, self.question, self.options) = (purpose, question, options)
    cursor = value.flatMap { value in options.firstIndex { $0.value == value } }
  }

  /// Takes a key; gives the value that it chose.
  mutating func type(_ key: Key) -> (isTaken: Bool, chosen: String?) {
    let matches = matches
    switch (key, cursor) {
    case (.down, _) where !matches.isEmpty: cursor = min((cursor ?? -1) + 1, matches.count - 1)
    case (.up, let place?): cursor = place == 0 ? nil : place - 1
    case (.enter, let place?) where matches.indices.contains(place):
      return (true, matches[place].value)
    case (.enter, _): return (true, meant)
    default:
      guard field.handle(key) else { return (false, nil) }
      cursor = nil
    }
    return (true, nil)
  }

  func blocks(_ words: Words) -> [Block] {
    let field = Field(
      words("import.choice"), .text(field, placeholder: ""), hint: words("import.choice.hint"),
      problem: matches.isEmpty ? words("import.choice.none") : nil,
      suggestions: matches.map(\.label), suggestionCursor: cursor)
    return [.line(StyledText(question, .accent)), .gap, .fields(Fields([field], cursor: 0))]
  }

  /// Whether nothing is called as what is typed.
  var isNowhere: Bool { matches.isEmpty }

  /// What can only be meant by what is typed.
  private var meant: String? {
    let text = trimmed(field.text)
    // Where there is one choice alone, nothing has to be typed.
    if text.isEmpty { return matches.count == 1 ? matches[0].value : nil }
    if case .success(let value) = OptionInput.value(text, options) { return value }
    return matches.count == 1 ? matches[0].value : nil
  }

  private var matches: [FieldOption] { OptionInput.matches(trimmed(field.text), options) }
}
