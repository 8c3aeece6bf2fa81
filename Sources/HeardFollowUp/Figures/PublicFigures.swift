import HeardInsight
import HeardKit
import HeardModel
import TerminalCanvas

/// Figures as they may be published, with whether they may be; where they may not be, no number.
struct PublicFigures {
  let table: PublicTable
  /// The focused row and column.
  let row: FigureGrid.Line?
  let column: FigureGrid.Line?

  func heading(_ desk: Desk) -> [Block] {
    let words = desk.words
    let isOpen = table.verdict.isOpen
    let mark =
      StyledText(words("publish.public"), isOpen ? .good : .warning)
      + StyledText("  \(PublicWords.title(table.question, words))", .faint)
    return [
      .line(mark),
      .notice(Notice(isOpen ? .info : .warning, PublicWords.verdict(table, words))),
      .prose(Prose(words("publish.back"), style: .faint)),
    ]
  }

  func blocks(_ desk: Desk) -> [Block] {
    switch table.verdict {
    case .exposesNobody, .rounded: return [.gap, .table(shown(desk))]
    case .notYet(let events): return [.gap, .table(list(events, desk))]
    case .tells, .namesSomebody, .tooLarge, .empty: return []
    }
  }

  private func shown(_ desk: Desk) -> Table {
    let (table, words) = (table, desk.words)
    let (rowKey, columnKey) = (table.question.rows, table.question.columns)
    let focused = column.flatMap { table.columns.firstIndex(of: $0) } ?? 0
    let labels = table.rows.map { FigureLabels.label($0, rowKey, desk) }
    let widest = labels.map { TextWidth.columns(of: $0, upTo: 30) }.max() ?? 0
    let title = words("figures.by.\(rowKey.rawValue)")
    let columns = table.columns.enumerated().map { place, line in
      let title = FigureLabels.label(line, columnKey ?? rowKey, desk)
      let cells = table.rows.map { TextWidth.columns(of: text($0, line, words)) }
      let width = max(min(TextWidth.columns(of: title), 16), cells.max() ?? 1, 4)
      let priority = place > focused ? 1000 + place : place < focused ? 500 - place : 0
      return Column(title, width: .fixed(width), alignment: .trailing, priority: priority)
    }
    return Table(
      columns: [Column(title, width: .fixed(max(TextWidth.columns(of: title), widest)))] + columns,
      rowCount: table.rows.count, cursor: row.flatMap { table.rows.firstIndex(of: $0) },
      cursorColumn: focused + 1,
      footer: TableRow(
        [StyledText(PublicWords.legend(table, words), .faint)], kind: .note, spoken: [0: ""])
    ) { index in
      let row = table.rows[index]
      let spoken = table.columns.enumerated().map { place, line in
        (place + 1, PublicWords.spoken(table.cell(row, line), of: table.question.measure, words))
      }
      return TableRow(
        [StyledText(labels[index], row == .total ? .strong : .plain)]
          + table.columns.map { StyledText(text(row, $0, words), style(row, $0)) },
        spoken: Dictionary(uniqueKeysWithValues: spoken))
    }
  }

  /// What stands in a cell, with its base and the sign that an earlier release has it so.
  private func text(_ row: FigureGrid.Line, _ column: FigureGrid.Line, _ words: Words) -> String {
    var text = PublicWords.text(table.cell(row, column), words)
    if let base = table.base(row, column), case .number = base {
      text += "/\(PublicWords.text(base, words))"
    }
    return text + (table.isEarlier(row, column) ? " \(PublicWords.earlier)" : "")
  }

  private func style(_ row: FigureGrid.Line, _ column: FigureGrid.Line) -> Style {
    switch table.cell(row, column) {
    case .number: row == .total || column == .total ? .strong : .plain
    case .withheld: .warning
    case .none, .forbidden, .unknown: .faint
    }
  }

  /// The events that must first say whether they asked.
  private func list(_ events: [EventID], _ desk: Desk) -> Table {
    Table(
      columns: [
        Column(desk.words("events.date"), width: .fixed(12)),
        Column(desk.words("events.title"), width: .fill(minimum: 20, weight: 1)),
      ], rowCount: events.count, isFocused: false
    ) { index in
      let event = desk.programme.events[events[index]]
      return TableRow([
        StyledText(event?.start?.dayText ?? "", .faint), StyledText(event?.title ?? ""),
      ])
    }
  }
}
