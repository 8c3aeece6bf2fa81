import HeardModel

/// What a word or sign on a sign-in sheet says of whether somebody came.
enum ComingWord: Hashable, Sendable {
  /// How far they came.
  case said(AttendanceStatus)
  /// That it was not settled yet: waiting list, pending, perhaps.
  case waiting
  /// Yes, in words or signs, whatever was asked.
  case yes
  /// No, in words or signs, whatever was asked.
  case no
  /// A cross of letters or signs, which ticks one list and strikes out in another.
  case cross
  /// A word that means one thing on one sheet and another on the next.
  case either

  /// Reads a word or sign by itself; nil where it is not known.
  init?(_ text: String) {
    let plain = SheetCell.folded(text).filter { !$0.unicodeScalars.allSatisfy(Self.isSelector) }
    if let known = Self.words[plain] ?? Self.words[SheetCell.tokens(text).joined(separator: " ")] {
      self = known
    } else {
      return nil
    }
  }

  /// Whether a text is a circle, beside which a cross says no.
  static func isCircle(_ text: String) -> Bool {
    circles.contains(SheetCell.folded(text))
  }

  /// Signs that choose how another one is drawn.
  private static func isSelector(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0xFE0E || scalar.value == 0xFE0F
  }

  private static let circles = Set(["○", "〇", "◯", "⭕", "◎", "●", "o"].map(SheetCell.folded))

  private static let words: [String: ComingWord] = {
    var words: [String: ComingWord] = [:]
    for (meaning, text) in lists {
      for word in text.split(whereSeparator: { ",\n".contains($0) }) {
        let folded = SheetCell.folded(String(word))
        // `no-show` is looked up as it stands and by its words.
        for key in [folded, SheetCell.tokens(folded).joined(separator: " ")] where !key.isEmpty {
          if words[key] == nil { words[key] = meaning }
        }
      }
    }
    return words
  }()
}
