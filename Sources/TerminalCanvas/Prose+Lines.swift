extension Prose {
  // Longer lines are hard to read.
  private static let mostColumns = 100

  /// How many lines the text takes at a width, for scrolling no further than its end.
  public func lineCount(columns: Int) -> Int { lines(columns: columns).count }

  /// The text in lines that fit a width, broken between words.
  public func lines(columns: Int) -> [StyledText] {
    let columns = max(1, min(columns, Self.mostColumns))
    return paragraphs.flatMap { LineWrap.lines(of: $0, columns: columns) }
  }
}
