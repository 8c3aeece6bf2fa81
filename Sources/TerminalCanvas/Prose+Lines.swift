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

  /// As many of the lines as are asked for, and all where there are fewer; no more is gone over.
  func lines(columns: Int, upTo count: Int) -> [StyledText] {
    let columns = max(1, min(columns, Self.mostColumns))
    var lines: [StyledText] = []
    for paragraph in paragraphs {
      let left = count - lines.count
      if left <= 0 { break }
      let (room, isMore) = columns.multipliedReportingOverflow(by: left)
      let seen = isMore ? paragraph : paragraph.beginning(columns: room)
      lines += LineWrap.lines(of: seen, columns: columns)
    }
    return Array(lines.prefix(max(0, count)))
  }
}
