extension TextArea {
  /// One line on the screen: a range of a paragraph's characters.
  struct Line: Equatable {
    var paragraph: Int
    var range: Range<Int>
  }

  /// The lines around the cursor: at most so many, the cursor's in the middle where that fits.
  ///
  /// Only the paragraphs in sight are wrapped.
  public func visualLines(columns: Int, rows: Int) -> VisualLines {
    let columns = max(1, columns)
    let rows = max(1, rows)
    var walk = LineWalk(area: self, columns: columns)
    let current = walk.lineOfCursor()
    var above: [Line] = []
    var below: [Line] = []
    while below.count < rows, let line = walk.line(after: below.last ?? current) {
      below.append(line)
    }
    // What the end of the text leaves free goes to the lines above.
    let wantedAbove = max(rows / 2, rows - 1 - below.count)
    while above.count <= wantedAbove, let line = walk.line(before: above.last ?? current) {
      above.append(line)
    }
    let shownAbove = min(above.count, wantedAbove, rows - 1)
    let shownBelow = min(below.count, rows - 1 - shownAbove)
    let lines = above[..<shownAbove].reversed() + [current] + below[..<shownBelow]
    return VisualLines(
      lines: lines.map { String(paragraphs[$0.paragraph][$0.range]) },
      cursorRow: shownAbove,
      cursorColumn: min(column(of: cursor.offset, in: current), columns - 1),
      hasMoreAbove: above.count > shownAbove, hasMoreBelow: below.count > shownBelow)
  }

  /// How many lines the text has at a width, counted up to a limit.
  func lineCount(columns: Int, limit: Int) -> Int {
    var walk = LineWalk(area: self, columns: max(1, columns))
    var count = 0
    var line: Line? = walk.line(containing: TextPosition(paragraph: 0, offset: 0))
    while let current = line, count < limit {
      count += 1
      line = walk.line(after: current)
    }
    return count
  }

  /// Moves by visual lines, keeping the column; false when there is no line that way.
  mutating func moveLines(_ distance: Int, columns: Int) -> Bool {
    var walk = LineWalk(area: self, columns: max(1, columns))
    let start = walk.lineOfCursor()
    let goal = goalColumn ?? column(of: cursor.offset, in: start)
    var target = start
    for _ in 0..<abs(distance) {
      guard let next = distance < 0 ? walk.line(before: target) : walk.line(after: target)
      else { break }
      target = next
    }
    guard target != start else { return false }
    move(to: TextPosition(paragraph: target.paragraph, offset: offset(at: goal, in: target)))
    goalColumn = goal
    return true
  }

  /// The start of the cursor's visual line.
  func lineStart(columns: Int) -> TextPosition {
    var walk = LineWalk(area: self, columns: max(1, columns))
    let line = walk.lineOfCursor()
    return TextPosition(paragraph: line.paragraph, offset: line.range.lowerBound)
  }

  /// The last place that stands on the cursor's visual line.
  func lineEnd(columns: Int) -> TextPosition {
    var walk = LineWalk(area: self, columns: max(1, columns))
    let line = walk.lineOfCursor()
    return TextPosition(paragraph: line.paragraph, offset: lastOffset(of: line))
  }

  // The place behind a wrapped line's last character already belongs to the next line.
  private func lastOffset(of line: Line) -> Int {
    let isWrapped = line.range.upperBound < paragraphs[line.paragraph].count
    return isWrapped ? max(line.range.lowerBound, line.range.upperBound - 1) : line.range.upperBound
  }

  private func column(of offset: Int, in line: Line) -> Int {
    paragraphs[line.paragraph][line.range.lowerBound..<offset].reduce(0) {
      $0 + TextWidth.columns(of: $1)
    }
  }

  private func offset(at column: Int, in line: Line) -> Int {
    let last = lastOffset(of: line)
    var offset = line.range.lowerBound
    var reached = 0
    while offset < last {
      reached += TextWidth.columns(of: paragraphs[line.paragraph][offset])
      if reached > column { break }
      offset += 1
    }
    return offset
  }
}

/// A walk over the visual lines of a text, which wraps each paragraph it meets once.
private struct LineWalk {
  let area: TextArea
  let columns: Int
  private var wrapped: [Int: [Range<Int>]] = [:]

  init(area: TextArea, columns: Int) {
    self.area = area
    self.columns = columns
  }

  mutating func lineOfCursor() -> TextArea.Line { line(containing: area.cursor) }

  mutating func line(containing place: TextPosition) -> TextArea.Line {
    let ranges = lines(of: place.paragraph)
    return TextArea.Line(
      paragraph: place.paragraph, range: ranges[index(of: place.offset, in: ranges)])
  }

  mutating func line(after line: TextArea.Line) -> TextArea.Line? {
    let ranges = lines(of: line.paragraph)
    let next = index(of: line.range.lowerBound, in: ranges) + 1
    if next < ranges.count { return TextArea.Line(paragraph: line.paragraph, range: ranges[next]) }
    guard line.paragraph + 1 < area.paragraphs.count else { return nil }
    return TextArea.Line(paragraph: line.paragraph + 1, range: lines(of: line.paragraph + 1)[0])
  }

  mutating func line(before line: TextArea.Line) -> TextArea.Line? {
    let ranges = lines(of: line.paragraph)
    let index = index(of: line.range.lowerBound, in: ranges)
    if index > 0 { return TextArea.Line(paragraph: line.paragraph, range: ranges[index - 1]) }
    guard line.paragraph > 0 else { return nil }
    let previous = lines(of: line.paragraph - 1)
    return TextArea.Line(paragraph: line.paragraph - 1, range: previous[previous.count - 1])
  }

  private mutating func lines(of paragraph: Int) -> [Range<Int>] {
    if let known = wrapped[paragraph] { return known }
    let ranges = LineWrap.lines(of: area.paragraphs[paragraph], columns: columns)
    wrapped[paragraph] = ranges
    return ranges
  }

  // The last line that begins at or before the offset, by halving.
  private func index(of offset: Int, in ranges: [Range<Int>]) -> Int {
    var low = 0
    var high = ranges.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if ranges[middle].lowerBound <= offset { low = middle } else { high = middle - 1 }
    }
    return low
  }
}
