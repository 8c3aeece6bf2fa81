import TerminalCanvas

/// Two texts held against each other, sentence by sentence.
///
/// Each line begins with its sign, so that the difference can be heard and seen without colours.
enum TextDifference {
  /// A stretch of one of the texts or of both.
  enum Piece: Hashable {
    case same(String)
    case standing(String)
    case other(String)
  }

  /// Beyond this many pieces nobody reads them one by one, and comparing them takes long.
  private static let mostPieces = 2000

  /// The pieces in the order of reading; where both differ, what stands comes first.
  static func pieces(_ standing: String, _ other: String) -> [Piece] {
    let (mine, theirs) = (sentences(standing), sentences(other))
    guard mine.count + theirs.count <= mostPieces else {
      return [.standing(standing), .other(other)]
    }
    let difference = theirs.difference(from: mine)
    var removed: Set<Int> = []
    var inserted: [Int: String] = [:]
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, let text, _): inserted[offset] = text
      }
    }
    return joined(mine, theirs.count, removed, inserted)
  }

  /// The pieces as lines under each other.
  static func lines(_ standing: String, _ other: String) -> [StyledText] {
    pieces(standing, other).flatMap { piece -> [StyledText] in
      switch piece {
      case .same(let text): marked(text, "  ", .faint)
      case .standing(let text): marked(text, "- ", .plain)
      case .other(let text): marked(text, "+ ", .strong)
      }
    }
  }

  private static func joined(
    _ mine: [String], _ count: Int, _ removed: Set<Int>, _ inserted: [Int: String]
  ) -> [Piece] {
    var pieces: [Piece] = []
    var (left, right) = (0, 0)
    while left < mine.count || right < count {
      if left < mine.count, removed.contains(left) {
        pieces.append(.standing(mine[left]))
        left += 1
      } else if let text = inserted[right] {
        pieces.append(.other(text))
        right += 1
      } else {
        if left < mine.count { pieces.append(.same(mine[left])) }
        left += 1
        right += 1
      }
    }
    return pieces
  }

  private static func marked(_ text: String, _ sign: String, _ style: Style) -> [StyledText] {
    text.split(whereSeparator: \.isNewline).map { StyledText("\(sign)\($0)", style) }
  }

  /// The sentences of a text, each with what ends it.
  private static func sentences(_ text: String) -> [String] {
    var sentences: [String] = []
    var current = ""
    var isEnding = false
    for character in text {
      let ends = ".!?…。！？".contains(character)
      if isEnding && !ends && !character.isWhitespace {
        sentences.append(trimmed(current))
        current = ""
      }
      current.append(character)
      if character.isNewline {
        sentences.append(trimmed(current))
        current = ""
        isEnding = false
      } else {
        isEnding = ends || (isEnding && character.isWhitespace)
      }
    }
    return (sentences + [trimmed(current)]).filter { !$0.isEmpty }
  }
}
