import CText

/// The copy of a text that may reach a terminal: nothing in it controls, hides or reorders.
///
/// Control characters and invisible ones become visible stand-ins. Joiners stay where scripts
/// need them. Emoji built of several become the first of them, since terminals disagree about
/// their width. Whatever libc does not know the width of is shown as a stand-in, too.
public enum DisplayText {
  /// One character as it is shown.
  struct Shown {
    var text: String
    var columns: Int
  }

  // ncurses holds a base character and four marks in a cell.
  private static let mostMarks = 4
  // A cluster of Indic letters can be any length; nobody writes longer ones than this.
  private static let mostColumns = 8

  /// Makes the copy of a text that is safe to show on one line of a terminal.
  public static func safe(_ text: String, glyphs: Glyphs = .unicode) -> String {
    if isPlain(text) { return text }
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for character in text {
      result += isPlain(character) ? String(character) : shown(character, glyphs: glyphs).text
    }
    return result
  }

  static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
  }

  static func isPlain(_ character: Character) -> Bool {
    let bytes = character.utf8
    guard bytes.count == 1, let byte = bytes.first else { return false }
    return byte >= 0x20 && byte < 0x7F
  }

  static func shown(_ character: Character, glyphs: Glyphs) -> Shown {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return Shown(text: "", columns: 0) }
    if isControl(first) { return control(first, glyphs: glyphs) }
    var cluster = Cluster(isEmoji: first.value > 0xFF && first.properties.isEmoji)
    for scalar in scalars {
      guard cluster.take(scalar, keepsJoiners: keepsJoiners(first)) else { break }
    }
    return cluster.text.isEmpty
      ? Shown(text: glyphs.standIn, columns: 1)
      : Shown(text: String(cluster.text), columns: cluster.columns)
  }

  private static func control(_ scalar: Unicode.Scalar, glyphs: Glyphs) -> Shown {
    guard glyphs.hasControlPictures, scalar.value <= 0x7F,
      let picture = Unicode.Scalar(scalar.value == 0x7F ? 0x2421 : 0x2400 + scalar.value)
    else { return Shown(text: glyphs.standIn, columns: 1) }
    return Shown(text: String(Character(picture)), columns: 1)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      || scalar.value == 0x2028 || scalar.value == 0x2029
      // Marks of notes between lines: nobody sees them, and Unicode does not call them ignorable.
      || (0xFFF9...0xFFFB).contains(scalar.value)
  }

  // Hieroglyphs and others are put together by controls that Unicode does not call ignorable; signs
  // that stand around a number are of the same kind, and are seen.
  private static func isUnseenFormat(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.properties.generalCategory == .format else { return false }
    switch scalar.value {
    case 0x600...0x605, 0x6DD, 0x70F, 0x890...0x891, 0x8E2, 0x1_10BD, 0x1_10CD: return false
    default: return true
    }
  }

  // Arabic, Indic and their neighbours change their shapes by joiners; others need none.
  private static func keepsJoiners(_ base: Unicode.Scalar) -> Bool {
    switch base.value {
    case 0x0600...0x1CFF, 0xA800...0xABFF, 0xFB50...0xFDFF, 0xFE70...0xFEFC, 0x1_0A00...0x1_1FFF:
      base.properties.isAlphabetic
    default: false
    }
  }

  /// A character in the making, scalar by scalar.
  private struct Cluster {
    let isEmoji: Bool
    var text = String.UnicodeScalarView()
    var columns = 0
    var marks = 0

    init(isEmoji: Bool) { self.isEmoji = isEmoji }

    /// Takes or drops a scalar; false when the rest of the character is not shown.
    mutating func take(_ scalar: Unicode.Scalar, keepsJoiners: Bool) -> Bool {
      if scalar.value == 0x200C || scalar.value == 0x200D {
        if isEmoji { return false }
        if keepsJoiners { append(mark: scalar) }
        return true
      }
      if DisplayText.isControl(scalar) || scalar.properties.isDefaultIgnorableCodePoint {
        return true
      }
      if scalar.properties.isEmojiModifier { return true }
      let width = Int(ctext_columns(scalar.value))
      if width == 0 {
        if DisplayText.isUnseenFormat(scalar) { return true }
        if text.isEmpty { append(base: " ", columns: 1) }
        append(mark: scalar)
        return true
      }
      // Not known to libc: the whole character is shown by a stand-in.
      guard width > 0, columns + width <= DisplayText.mostColumns else {
        if width < 0 { text = String.UnicodeScalarView() }
        return false
      }
      append(base: scalar, columns: width)
      return true
    }

    private mutating func append(base: Unicode.Scalar, columns: Int) {
      text.append(base)
      self.columns += columns
      marks = 0
    }

    private mutating func append(mark: Unicode.Scalar) {
      guard marks < DisplayText.mostMarks, !text.isEmpty else { return }
      text.append(mark)
      marks += 1
    }
  }
}
