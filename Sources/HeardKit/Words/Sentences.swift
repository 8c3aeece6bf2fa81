/// A text taken apart where its sentences end, so that whole ones can be chosen.
public enum Sentences {
  private static let ends: Set<Character> = [".", "!", "?", "…", "。", "！", "？", "؟", "।"]
  private static let closing: Set<Character> = ["\"", "'", "”", "’", "»", ")", "」", "』", "）"]
  /// After these no blank follows before the next sentence.
  private static let wide: Set<Character> = ["。", "！", "？"]

  /// Where each sentence stands, without blanks around it; a line end ends one too.
  public static func ranges(of text: String) -> [Range<String.Index>] {
    var ranges: [Range<String.Index>] = []
    var start = text.startIndex
    var place = start
    while place < text.endIndex {
      let character = text[place]
      var next = text.index(after: place)
      var isEnd = character.isNewline
      if ends.contains(character) {
        while next < text.endIndex, ends.contains(text[next]) || isClosing(next, text) {
          next = text.index(after: next)
        }
        isEnd = next == text.endIndex || text[next].isWhitespace || wide.contains(character)
      }
      if isEnd {
        add(start..<next, of: text, to: &ranges)
        start = next
      }
      place = next
    }
    add(start..<text.endIndex, of: text, to: &ranges)
    return ranges
  }

  // In French a blank stands before the closing mark.
  private static func isClosing(_ place: String.Index, _ text: String) -> Bool {
    if closing.contains(text[place]) { return true }
    let after = text.index(after: place)
    return "\u{A0}\u{202F} ".contains(text[place]) && after < text.endIndex && text[after] == "»"
  }

  private static func add(
    _ range: Range<String.Index>, of text: String, to ranges: inout [Range<String.Index>]
  ) {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper, text[lower].isWhitespace { lower = text.index(after: lower) }
    while lower < upper, text[text.index(before: upper)].isWhitespace {
      upper = text.index(before: upper)
    }
    if lower < upper { ranges.append(lower..<upper) }
  }
}
