/// Lays out a chart: the sentence, then label, number and bar on each row.
struct ChartLayout {
  let chart: BarChart
  let columns: Int
  let glyphs: Glyphs

  private static let spacing = 2
  private static let mostLabelColumns = 28

  /// The rows that the whole chart takes.
  var naturalHeight: Int { sentence.count + chart.rows.count }

  /// The sentence and a window of the rows around the cursor.
  func rows(height: Int) -> [Row] {
    let head = sentence.prefix(max(0, height - min(chart.rows.count, 1)))
    let window = Window.range(
      count: chart.rows.count, height: height - head.count, cursor: chart.cursor)
    return head + window.map { row(at: $0) }
  }

  private var sentence: [Row] {
    guard !chart.sentence.isEmpty else { return [] }
    return LineWrap.lines(of: chart.sentence, columns: columns).map { Row($0) }
  }

  private func row(at index: Int) -> Row {
    let row = chart.rows[index]
    let isCurrent = index == chart.cursor
    let gap = StyledText(String(repeating: " ", count: Self.spacing))
    let label = StyledText(row.label).fitted(to: labelColumns, glyphs: glyphs)
    let number = row.valueText.fitted(to: valueColumns, alignment: .trailing, glyphs: glyphs)
    let room = max(0, columns - labelColumns - valueColumns - 2 * Self.spacing)
    let words = label + gap + number
    // The bar keeps its look on the current row: reversed, it would show what is missing.
    return Row(
      (isCurrent ? words.styled(.selected) : words) + gap + bar(of: row, columns: room),
      isPointed: isCurrent, cursor: isCurrent ? 0 : nil)
  }

  private var labelColumns: Int {
    let most = Self.mostLabelColumns
    let widest = chart.rows.map { TextWidth.columns(of: $0.label, upTo: most) }.max() ?? 0
    return min(widest, Self.mostLabelColumns, columns / 2)
  }

  private var valueColumns: Int {
    let widest = chart.rows.map { TextWidth.columns(of: $0.valueText, upTo: columns) }.max() ?? 0
    return min(widest, max(0, columns - labelColumns - Self.spacing))
  }

  private func bar(of row: BarChart.Row, columns: Int) -> StyledText {
    let most = chart.rows.compactMap(\.value).max() ?? 0
    guard let value = row.value, value > 0, most > 0, columns > 0 else { return StyledText([]) }
    let steps = glyphs.eighths.count
    let length = Double(value) / Double(most) * Double(columns * steps)
    // What is there is seen, however little it is.
    let filled = max(1, Int(length + 0.5))
    if row.segments.isEmpty { return StyledText(solid(filled), .chart) }
    return segments(of: row, columns: max(1, filled / steps))
  }

  private func solid(_ filled: Int) -> String {
    let steps = glyphs.eighths.count
    let whole = String(repeating: glyphs.eighths[steps - 1], count: filled / steps)
    return filled % steps == 0 ? whole : whole + glyphs.eighths[filled % steps - 1]
  }

  private func segments(of row: BarChart.Row, columns: Int) -> StyledText {
    let total = row.segments.reduce(0.0) { $0 + Double(max(0, $1.value)) }
    guard total > 0 else { return StyledText([]) }
    var text = StyledText([])
    var sum = 0.0
    var drawn = 0
    for segment in row.segments {
      sum += Double(max(0, segment.value))
      let end = Int(sum / total * Double(columns) + 0.5)
      text += StyledText(String(repeating: glyph(segment.fill), count: end - drawn), .chart)
      drawn = end
    }
    return text
  }

  private func glyph(_ fill: BarChart.Fill) -> String {
    switch fill {
    case .solid: glyphs.eighths[glyphs.eighths.count - 1]
    case .shaded: glyphs.shaded
    case .light: glyphs.light
    }
  }
}
