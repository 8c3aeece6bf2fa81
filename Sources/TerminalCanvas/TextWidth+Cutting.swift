// What does not look at more of a text than can be shown: one title of five million characters must
// not slow every row of a list.
extension TextWidth {
  // More than any character takes that people write: of a pile of marks four are shown.
  private static let bytesPerColumn = 64

  /// The beginning of a text, at least as long as so many columns hold; short texts are whole.
  static func beginning(of text: String, columns: Int) -> Substring {
    let (most, isMore) = max(1, columns).multipliedReportingOverflow(by: bytesPerColumn)
    guard !isMore, text.utf8.count > most else { return text[...] }
    var end = text.utf8.index(text.startIndex, offsetBy: most)
    // A scalar stays whole.
    while end.samePosition(in: text.unicodeScalars) == nil { end = text.utf8.index(before: end) }
    return text[..<end]
  }

  /// The columns of a text in one line, counted no further than so many.
  public static func columns(of text: String, upTo most: Int) -> Int {
    isLonger(text, than: most) ? most : min(columns(of: text), most)
  }

  /// The columns of a styled text in one line, counted no further than so many.
  public static func columns(of text: StyledText, upTo most: Int) -> Int {
    var columns = 0
    for span in text.spans where columns < most {
      columns += self.columns(of: span.text, upTo: most - columns)
    }
    return columns
  }

  /// A text in at most so many columns: whole, or its beginning with a mark.
  public static func cut(_ text: String, to columns: Int, glyphs: Glyphs = .unicode) -> String {
    if self.columns(of: text, upTo: columns + 1) <= columns { return text }
    var result = ""
    var used = 0
    for character in beginning(of: text, columns: columns) {
      let width = self.columns(of: character)
      if used + width > columns - 1 { break }
      result.append(character)
      used += width
    }
    return result + glyphs.cut
  }
}

extension StyledText {
  /// The beginning of the text, at least as long as so many columns hold.
  func beginning(columns: Int) -> StyledText {
    guard spans.contains(where: { TextWidth.isLonger($0.text, than: columns) }) else { return self }
    return StyledText(
      spans.map { Span(String(TextWidth.beginning(of: $0.text, columns: columns)), $0.style) })
  }
}

extension TextWidth {
  /// Whether some of a text surely lies beyond so many columns.
  fileprivate static func isLonger(_ text: String, than columns: Int) -> Bool {
    beginning(of: text, columns: columns).endIndex < text.endIndex
  }
}
