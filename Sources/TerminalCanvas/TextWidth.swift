import CText

/// How many columns of a terminal a text takes, measured on its display copy.
public enum TextWidth {
  /// The columns of one character as people see it; at least one.
  public static func columns(of character: Character) -> Int {
    if DisplayText.isPlain(character) { return 1 }
    return DisplayText.shown(character, glyphs: .unicode).columns
  }

  /// The columns of a text in one line.
  public static func columns(of text: String) -> Int {
    if DisplayText.isPlain(text) { return text.utf8.count }
    return text.reduce(0) { $0 + columns(of: $1) }
  }

  /// The columns of a styled text in one line.
  public static func columns(of text: StyledText) -> Int {
    text.spans.reduce(0) { $0 + columns(of: $1.text) }
  }

  /// Gives the process a UTF-8 character type, the environment's if it has one.
  ///
  /// - Returns: Whether there is one; without it only ASCII can be shown.
  public static func useUTF8() -> Bool { ctext_use_utf8() }
}
