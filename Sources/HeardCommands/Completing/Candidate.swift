import TerminalCanvas

/// A word that can stand where somebody types, and what it means.
struct Candidate {
  let value: String
  /// Shown beside it by shells that can; never the name of a person or a word of a testimony.
  let about: String

  init(_ value: String, _ about: String = "") {
    (self.value, self.about) = (value, about)
  }

  /// For zsh, in which a colon ends the word.
  var zsh: String? {
    guard isOneLine else { return nil }
    let word = value.replacing("\\", with: "\\\\").replacing(":", with: "\\:")
    return about.isEmpty ? word : "\(word):\(DisplayText.safe(about))"
  }

  /// For fish, in which a tab ends the word.
  var fish: String? {
    guard isOneLine else { return nil }
    return about.isEmpty ? value : "\(value)\t\(DisplayText.safe(about))"
  }

  /// For bash without the part that it takes for a word of its own.
  ///
  /// It reads every word as if it had been typed, so one that could be a command to it is not offered
  /// at all: names in a folder may come from anybody.
  func bash(behind done: Int) -> String? {
    let word = String(value.dropFirst(done))
    return word.allSatisfy(Self.isPlain) ? word : nil
  }

  private static func isPlain(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || " -_.,:/=@%+".contains(character)
  }

  private var isOneLine: Bool {
    !value.isEmpty && DisplayText.safe(value) == value
  }
}
