import HeardInsight
import HeardKit
import HeardModel
import TerminalCanvas

/// The grid of figures as a table, and as bars of the focused column where there is room.
struct FigureTable {
  let grid: FigureGrid
  /// The focused row and column.
  let row: FigureGrid.Line?
  let column: FigureGrid.Line?

  func blocks(_ desk: Desk) -> [Block] {
    let table = table(desk)
    var blocks: [Block] = [.gap, .table(table)]
    // Heading, sentences and legend take up to ten rows, the frame three.
    let left = desk.size.rows - 13 - table.rowCount - 2
    if let chart = chart(desk), chart.rows.count + 2 <= left {
      blocks += [.gap, .chart(chart)]
    }
    return blocks
  }

  private func table(_ desk: Desk) -> Table {
    let (grid, rows, lines) = (grid, grid.rows, grid.columns)
    let focused = column.flatMap { lines.firstIndex(of: $0) } ?? 0
    let columns = columns(desk, focused: focused)
    let rooms = lines.map { signRoom(of: $0) }
    let room = CanvasRenderer.contentSize(size: desk.size, hasAside: false).columns
    let legend = FigureWords.legend(
      hasMoreColumns: columns.reduce(-2) { $0 + $1.columns + 2 } > room, of: grid.measure,
      desk.words)
    return Table(
      columns: columns, rowCount: rows.count, cursor: row.flatMap { rows.firstIndex(of: $0) },
      cursorColumn: focused + 1,
      footer: TableRow([StyledText(legend, .faint)], kind: .note, spoken: [0: ""]),
      emptyText: StyledText(desk.words("figures.none"), .faint)
    ) { index in
      let row = rows[index]
      let label = StyledText(
        FigureLabels.label(row, grid.rowKey, desk), row == .total ? .strong : .plain)
      let spoken = lines.enumerated().map { place, line in
        (place + 1, FigureWords.spoken(grid.mark(row, line), of: grid.measure, desk.words))
      }
      return TableRow(
        [label]
          + zip(lines, rooms).map { line, room in
            FigureWords.text(
              grid.mark(row, line), isTotal: row == .total || line == .total,
              room: room, desk.words)
          }, spoken: Dictionary(uniqueKeysWithValues: spoken))
    }
  }

  /// How much room the signs behind the numbers of a column take.
  private func signRoom(of column: FigureGrid.Line) -> Int {
    grid.rows.map { TextWidth.columns(of: grid.mark($0, column).signs) }.max() ?? 0
  }

  /// Columns as wide as their widest number; where not all fit, those at the right leave first, and
  /// those at the left once the focused one would.
  private func columns(_ desk: Desk, focused: Int) -> [Column] {
    let labels = grid.rows.map { FigureLabels.label($0, grid.rowKey, desk) }
    let widest = labels.map { TextWidth.columns(of: $0, upTo: 24) }.max() ?? 0
    let title = desk.words("figures.by.\(grid.rowKey.rawValue)")
    let first = Column(title, width: .fixed(max(TextWidth.columns(of: title), min(widest, 24))))
    let titles = titles(desk, beside: first.columns + 2)
    return [first]
      + grid.columns.enumerated().map { place, line in
        let title = titles[place]
        let room = signRoom(of: line)
        let numbers = grid.rows.map { row in
          TextWidth.columns(of: FigureWords.text(grid.mark(row, line), room: room, desk.words))
        }
        let most = if case .declared = line { 18 } else { 12 }
        let width = max(min(TextWidth.columns(of: title), most), numbers.max() ?? 1, 4)
        let priority = place > focused ? 1000 + place : place < focused ? 500 - place : 0
        return Column(
          title, width: .fixed(width), alignment: .trailing, priority: max(priority, 0))
      }
  }

  /// The names of the columns; of countries their codes where the names would be cut or leave no
  /// room for all.
  private func titles(_ desk: Desk, beside used: Int) -> [String] {
    let names = grid.columns.map { FigureLabels.label($0, grid.columnKey ?? grid.rowKey, desk) }
    let widths = names.map { TextWidth.columns(of: $0, upTo: 200) }
    let room = CanvasRenderer.contentSize(size: desk.size, hasAside: false).columns - used
    let fits = widths.allSatisfy { $0 <= 12 } && widths.reduce(0) { $0 + max($1, 4) + 2 } <= room
    if fits { return names }
    return zip(grid.columns, names).map { line, name in
      if case .value(.country(let country)) = line { return country.stored }
      return name
    }
  }

  private func chart(_ desk: Desk) -> BarChart? {
    guard let column else { return nil }
    let lines = grid.rows.filter { $0 != .total }
    guard lines.count > 1 else { return nil }
    let measure = desk.words("figures.measure.\(grid.measure(of: column).rawValue)")
    let sentence: String
    if case .value(let value) = column, let key = grid.columnKey {
      sentence = desk.words(
        "figures.chart",
        ["measure": measure, "column": FigureLabels.label(value, key, desk)])
    } else if case .declared = column {
      sentence = desk.words(
        "figures.chart",
        ["measure": measure, "column": FigureLabels.label(column, grid.rowKey, desk)])
    } else {
      sentence = desk.words("figures.chartAll", ["measure": measure])
    }
    let room = signRoom(of: column)
    return BarChart(
      sentence: StyledText(sentence, .title),
      rows: lines.map { line in
        let mark = grid.mark(line, column)
        return BarChart.Row(
          FigureLabels.label(line, grid.rowKey, desk), value: mark.number,
          valueText: FigureWords.text(mark, room: room, desk.words),
          spoken: FigureWords.spoken(mark, of: grid.measure, desk.words))
      })
  }
}

extension Column {
  fileprivate var columns: Int {
    switch width {
    case .fixed(let columns): columns
    case .fill(let minimum, _): minimum
    }
  }
}
