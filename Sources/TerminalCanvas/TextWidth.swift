import CText

/// How many columns of a terminal a text takes, measured on its display copy.
public enum TextWidth {
  /// The columns of one character as people see it; at least one.
  public static func columns(of character: Character) -> Int {
    if DisplayText.isPlain(character) { return 1 }
    if let columns = columns(ofLetter: character) { return columns }
    return DisplayText.shown(character, glyphs: .unicode).columns
  }

  // Long texts are mostly letters that are shown as they are; for these there is a short way.
  private static func columns(ofLetter character: Character) -> Int? {
    let scalars = character.unicodeScalars
    guard let first = scalars.first, scalars.index(after: scalars.startIndex) == scalars.endIndex
    else { return nil }
    switch first.value {
    case 0xC0...0x24F where !isAmbiguousWide: return 1
    case 0xC0...0x24F, 0x3041...0x3096, 0x30A0...0x30FF, 0x4E00...0x9FFF, 0xAC00...0xD7A3:
      let columns = Int(ctext_columns(first.value))
      return columns > 0 ? columns : nil
    default: return nil
    }
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

  /// Whether signs that some terminals of East Asia draw wide, such as é, — and →, take two columns.
  ///
  /// One terminal is on in a process, and all that is drawn on it obeys this, ncurses too.
  public static var isAmbiguousWide: Bool { ctext_ambiguous_columns() == 2 }

  /// Counts ambiguous signs as one column, as from the start, or as two.
  public static func countAmbiguous(asWide isWide: Bool) {
    ctext_set_ambiguous_columns(isWide ? 2 : 1)
  }
}
