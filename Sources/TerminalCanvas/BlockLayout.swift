/// Turns blocks into the rows of a pane: shares the height out and lays out each block.
struct BlockLayout {
  /// The columns of a pane behind the margin for pointer and mark.
  var columns: Int
  /// The rows of the pane.
  var height: Int
  /// The signs in use.
  var glyphs: Glyphs

  /// The rows of the blocks, at most as many as the pane has.
  func rows(of blocks: [Block]) -> [Row] {
    let heights = shares(of: blocks)
    return zip(blocks, heights).flatMap { block, height in
      Array(rows(of: block, height: height).prefix(height))
    }
  }

  /// How many rows the blocks would like, counted no further than the pane is high.
  func naturalHeight(of blocks: [Block]) -> Int {
    blocks.reduce(0) { $0 + naturalHeight(of: $1) }
  }

  private func rows(of block: Block, height: Int) -> [Row] {
    guard height > 0 else { return [] }
    switch block {
    case .gap: return [Row()]
    case .scroll(let scroll): return rows(of: scroll, height: height)
    case .line(let text): return [Row(text.fitted(to: columns, glyphs: glyphs))]
    case .tabs(let tabs): return [row(of: tabs)]
    case .notice(let notice): return rows(of: notice)
    case .prose(let prose): return rows(of: prose, height: height)
    case .number(let number):
      return number.rows(columns: columns, height: height, glyphs: glyphs)
    case .table(let table):
      return TableLayout(table: table, columns: columns, glyphs: glyphs).rows(height: height)
    case .fields(let fields):
      return FieldsLayout(fields: fields, columns: columns, glyphs: glyphs).rows(height: height)
    case .chart(let chart):
      return ChartLayout(chart: chart, columns: columns, glyphs: glyphs).rows(height: height)
    }
  }

  private func naturalHeight(of block: Block) -> Int {
    switch block {
    case .gap, .line, .tabs: 1
    case .notice(let notice): rows(of: notice).count
    case .prose(let prose): prose.lines(columns: columns, upTo: height).count
    case .number(let number):
      number.rows(columns: columns, height: height, glyphs: glyphs).count
    case .scroll(let scroll): scroll.lineCount(columns: columns)
    case .table(let table):
      TableLayout(table: table, columns: columns, glyphs: glyphs).naturalHeight
    case .fields(let fields):
      FieldsLayout(fields: fields, columns: columns, glyphs: glyphs).naturalHeight(within: height)
    case .chart(let chart):
      ChartLayout(chart: chart, columns: columns, glyphs: glyphs).naturalHeight
    }
  }
}

extension BlockLayout {
  /// The height of each block; they sum up to the pane's height at most.
  ///
  /// What has the focus gets its least first, then come all blocks of a fixed height from the
  /// top, then the least of the others, and what is left goes to the focused block first.
  private func shares(of blocks: [Block]) -> [Int] {
    let natural = blocks.map { naturalHeight(of: $0) }
    var heights = Array(repeating: 0, count: blocks.count)
    var left = height
    func give(_ index: Int, upTo wanted: Int) {
      let more = max(0, min(wanted - heights[index], left))
      heights[index] += more
      left -= more
    }
    let focused = blocks.firstIndex(where: \.isFocused)
    let growing = blocks.indices.filter { blocks[$0].isGrowing }
    if let focused { give(focused, upTo: min(natural[focused], blocks[focused].leastHeight)) }
    for index in blocks.indices where !blocks[index].isGrowing { give(index, upTo: natural[index]) }
    for index in growing { give(index, upTo: min(natural[index], blocks[index].leastHeight)) }
    if let focused { give(focused, upTo: natural[focused]) }
    // Between one row and all of its rows a big number has no other form.
    for index in growing where !blocks[index].isNumber || natural[index] - heights[index] <= left {
      give(index, upTo: natural[index])
    }
    return heights
  }

  private func row(of tabs: Tabs) -> Row {
    var text = StyledText([])
    var targets: [(columns: Range<Int>, target: ClickTarget)] = []
    let titles = tabs.titles.reduce(2) { $0 + TextWidth.columns(of: $1) }
    let isWide = titles + 3 * (tabs.titles.count - 1) <= columns
    let first = firstTab(of: tabs)
    if first > 0 { text += StyledText("\(glyphs.cut) ", .faint) }
    for (index, title) in tabs.titles.enumerated().dropFirst(first) {
      if index > first { text += isWide ? "   " : "  " }
      let start = TextWidth.columns(of: text)
      // The current one is told by brackets too, not by its style alone.
      text +=
        index == tabs.current ? StyledText("[\(title)]", .accent) : StyledText(title, .faint)
      targets.append((start..<TextWidth.columns(of: text), .part(index)))
    }
    var row = Row(text.fitted(to: columns, glyphs: glyphs))
    row.targets = targets.filter { $0.columns.upperBound <= columns }
    return row
  }

  /// The first title that is shown: where not all have room, the current one is among those that do.
  private func firstTab(of tabs: Tabs) -> Int {
    let widths = tabs.titles.map { TextWidth.columns(of: $0) + 2 }
    guard widths.indices.contains(tabs.current) else { return 0 }
    var room = columns - widths[tabs.current] - 2
    if widths[..<tabs.current].reduce(0, +) <= room + 2 { return 0 }
    var first = tabs.current
    while first > 0, widths[first - 1] <= room {
      first -= 1
      room -= widths[first]
    }
    return first
  }

  private func rows(of notice: Notice) -> [Row] {
    let sign: (text: String, style: Style) =
      switch notice.kind {
      case .info: ("", .plain)
      case .warning: ("! ", .warning)
      case .bad: ("! ", .bad)
      case .good: ("", .good)
      }
    let text = StyledText(sign.text + notice.text, sign.style)
    let seen = text.beginning(columns: columns * max(1, height))
    return LineWrap.lines(of: seen, columns: columns).map { Row($0) }
  }

  private func rows(of prose: Prose, height: Int) -> [Row] {
    // One line more than there is room for tells whether there is more.
    let lines = prose.lines(columns: columns, upTo: max(0, prose.firstLine) &+ height &+ 1)
    let first = max(0, min(prose.firstLine, lines.count - height))
    let end = min(lines.count, first + height)
    var rows = lines[first..<end].map { Row($0) }
    if end < lines.count, !rows.isEmpty { rows[rows.count - 1] = Row(goingOn(lines[end - 1])) }
    if prose.isFocused, !rows.isEmpty { rows[0].cursor = 0 }
    if prose.namesRecord, first == 0, !rows.isEmpty { rows[0].namesRecord = true }
    return rows.map { $0.leading(to: prose.target) }
  }
}

extension BlockLayout {
  /// A line after which the text goes on, and shows that it does.
  private func goingOn(_ line: StyledText) -> StyledText {
    let mark = StyledText(" \(glyphs.cut)", .faint)
    let room = columns - TextWidth.columns(of: mark)
    if TextWidth.columns(of: line) <= room { return line + mark }
    return line.fitted(to: max(1, columns - 1), glyphs: glyphs)
  }

  private func rows(of scroll: Scroll, height: Int) -> [Row] {
    let whole = BlockLayout(
      columns: columns, height: scroll.lineCount(columns: columns), glyphs: glyphs)
    let rows = whole.rows(of: scroll.blocks)
    let first = max(0, min(scroll.firstLine, rows.count - height))
    return Array(rows[first..<min(rows.count, first + height)])
  }
}

extension Block {
  /// Enough rows to know what the block is and to move in it.
  var leastHeight: Int { isNumber ? 1 : 4 }

  /// Whether the block is a big number.
  var isNumber: Bool { if case .number = self { true } else { false } }

  /// Whether the keys act on this block.
  var isFocused: Bool {
    switch self {
    case .table(let table): table.isFocused && table.cursor != nil
    case .fields(let fields): fields.cursor != nil
    case .chart(let chart): chart.cursor != nil
    case .prose(let prose): prose.isFocused
    case .line, .notice, .tabs, .scroll, .gap, .number: false
    }
  }

  /// Whether the block can be shown in part, with the rest a few keys away.
  var isGrowing: Bool {
    switch self {
    case .table, .fields, .chart, .prose, .scroll, .number: true
    case .line, .notice, .tabs, .gap: false
    }
  }
}
