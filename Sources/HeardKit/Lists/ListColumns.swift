import HeardModel
import TerminalCanvas

/// The columns of a list as they are shown, ready to make a table.
///
/// Inlinable where a frame goes through it: a list of another target then runs without generic
/// detours, which are a tenth of what a key costs.
public struct ListColumns<Row: Sendable>: Sendable {
  @usableFromInline let columns: [ListColumn<Row>]
  @usableFromInline let measured: [Code: Int]

  /// Columns in the order of some codes, as wide as what stands in the rows.
  @inlinable public init(_ columns: [ListColumn<Row>], rows: [Row], _ desk: Desk) {
    self.init(columns, measured: Self.measured(columns, rows, desk))
  }

  /// Columns whose content was measured already.
  @inlinable public init(_ columns: [ListColumn<Row>], measured: [Code: Int]) {
    self.columns = columns
    self.measured = measured
  }

  /// How many rows are looked at.
  @usableFromInline static var mostMeasured: Int { 4_000 }

  /// How much room the content of the columns needs that are as wide as it.
  ///
  /// Of a list that nobody reads to its end a column may have all the room that it can take: looking
  /// at every cell would hold up every letter of a filter.
  @inlinable static func measured(
    _ columns: [ListColumn<Row>], _ rows: some Collection<Row>, _ desk: Desk
  ) -> [Code: Int] {
    var widths: [Code: Int] = [:]
    let setting = CellSetting(desk)
    for column in columns where column.width.isMeasured {
      if rows.count > mostMeasured {
        widths[column.id] = .max
        continue
      }
      widths[column.id] = rows.reduce(0) {
        // No screen is wider: of a title without end only its beginning is measured.
        max($0, TextWidth.columns(of: column.cell($1, setting), upTo: 200))
      }
    }
    return widths
  }

  /// The columns of a table; `sorted` tells by which order it is sorted.
  @inlinable func heads(_ words: Words, sorted: (String) -> Column.Order? = { _ in nil })
    -> [Column]
  {
    columns.map { column in
      let title = words(column.title)
      let order = sorted(column.sortName)
      // With room for the sign of order beside the title.
      let heading = TextWidth.columns(of: title) + (order == nil ? 0 : 1)
      let (width, most) = width(of: column, heading, words)
      return Column(
        title, width: width, alignment: column.alignment, priority: column.priority,
        sorted: order, most: most)
    }
  }

  @inlinable func width(
    of column: ListColumn<Row>, _ heading: Int, _ words: Words
  ) -> (Column.Width, most: Int?) {
    let content = measured[column.id] ?? 0
    switch column.width {
    case .fixed(let width): return (.fixed(max(width, heading)), nil)
    case .words(let least, let texts):
      let wanted = texts(words).map { TextWidth.columns(of: $0) }.max() ?? 0
      return (.fixed(max(least, heading, wanted)), nil)
    case .content(let most): return (.fixed(max(heading, min(content, most))), nil)
    case .text(let least, let weight, let most):
      let wanted = max(heading, min(content, most))
      let limit = wanted == .max ? nil : wanted
      return (.fill(minimum: max(heading, min(least, wanted)), weight: weight), limit)
    case .rest(let least, let weight):
      return (.fill(minimum: max(heading, least), weight: weight), nil)
    }
  }

  /// The setting of the cells in a room: which columns find place there.
  @inlinable public func setting(_ setting: CellSetting, heads: [Column], room: Int) -> CellSetting
  {
    var setting = setting
    for (column, width) in zip(columns, Table.widths(of: heads, within: room)) {
      setting.widths[column.id] = width
    }
    return setting
  }

  /// One row of the table.
  @inlinable public func row(_ row: Row, _ setting: CellSetting, isMarked: Bool = false) -> TableRow
  {
    var spoken: [Int: String] = [:]
    for (place, column) in columns.enumerated() {
      spoken[place] = column.spoken?(row, setting)
    }
    return TableRow(
      columns.map { $0.cell(row, setting) }, isMarked: isMarked, spoken: spoken)
  }

  /// A table of rows in a part of another screen, with the usual columns.
  public static func table(
    _ all: [ListColumn<Row>], _ rows: [Row], cursor: Int?, emptyText: StyledText, _ desk: Desk
  ) -> Table {
    let columns = ListColumns(all.filter(\.isUsual), rows: rows, desk)
    let heads = columns.heads(desk.words)
    let room = CanvasRenderer.contentSize(size: desk.size, hasAside: false).columns
    let setting = columns.setting(CellSetting(desk), heads: heads, room: room)
    return Table(columns: heads, rowCount: rows.count, cursor: cursor, emptyText: emptyText) {
      columns.row(rows[$0], setting)
    }
  }
}
