import HeardModel
import TerminalCanvas

/// A column that a list can show: what it is called, how wide it is, and its cells.
public struct ListColumn<Row: Sendable>: Sendable {
  /// How much room a column takes; always as much as its heading.
  public enum Width: Sendable {
    /// As many columns of the screen.
    case fixed(Int)
    /// As the longest of the words that can stand in it.
    case words(least: Int = 0, @Sendable (Words) -> [String])
    /// As what stands in it, up to a limit.
    case content(most: Int)
    /// At least so much, and a share of what is left as far as its content needs it.
    case text(least: Int, weight: Int = 1, most: Int = .max)
    /// At least so much, and a share of what is left; its content is too costly to be looked at.
    case rest(least: Int, weight: Int = 1)

    /// Whether the rows have to be looked at.
    var isMeasured: Bool {
      switch self {
      case .fixed, .words, .rest: false
      case .content, .text: true
      }
    }
  }

  /// The column in files; the same as in `heard list --format json` where that has it.
  public let id: Code
  /// Its heading: a key of the catalogs.
  public let title: String
  let width: Width
  var alignment = Column.Alignment.leading
  /// When the room is short the highest leaves first; 0 never leaves.
  public var priority = 0
  /// Whether a row cannot be told from others without it: it is always shown.
  public var isIdentifying = false
  /// Whether it is shown where nobody has chosen.
  var isUsual = true
  /// How wide the list has to be for it where nobody has chosen; else titles would be cut for it.
  public var leastRoom = 0
  /// The order of the list that sorts by it.
  public var order: String?
  /// What is read aloud in its place, where it holds signs or codes.
  public let spoken: (@Sendable (Row, CellSetting) -> String)?
  let cell: @Sendable (Row, CellSetting) -> StyledText

  /// A column with its heading, its width and its cells.
  public init(
    _ id: Code, _ title: String, _ width: Width, alignment: Column.Alignment = .leading,
    priority: Int = 0, isIdentifying: Bool = false, isUsual: Bool = true, leastRoom: Int = 0,
    order: String? = nil,
    spoken: (@Sendable (Row, CellSetting) -> String)? = nil,
    cell: @escaping @Sendable (Row, CellSetting) -> StyledText
  ) {
    self.id = id
    self.title = title
    self.width = width
    self.alignment = alignment
    self.priority = priority
    self.isIdentifying = isIdentifying
    self.isUsual = isUsual
    self.leastRoom = leastRoom
    self.order = order
    self.spoken = spoken
    self.cell = cell
  }

  /// A column that is shown only where somebody chose it.
  public static func more(
    _ id: Code, _ title: String, _ width: Width, alignment: Column.Alignment = .leading,
    cell: @escaping @Sendable (Row, CellSetting) -> StyledText
  ) -> ListColumn {
    ListColumn(id, title, width, alignment: alignment, isUsual: false, cell: cell)
  }
}

/// What a cell knows beside its row.
public struct CellSetting: Sendable {
  /// What all screens share.
  public let desk: Desk
  /// The columns that have room, with their widths.
  public fileprivate(set) var widths: [Code: Int] = [:]
  /// What a filter has found and is to be seen.
  public var found = Query()
  /// Testimonies whose words were asked for although they may hurt.
  public var asked: Set<TestimonyID> = []

  /// A setting before the widths are known; nothing was found or asked for.
  public init(_ desk: Desk) { self.desk = desk }

  /// Whether a column is to be seen beside this one.
  public func shows(_ column: Code) -> Bool { widths[column].map { $0 > 0 } ?? false }
}

/// The columns of a list as they are shown, ready to make a table.
public struct ListColumns<Row: Sendable>: Sendable {
  let columns: [ListColumn<Row>]
  private let measured: [Code: Int]

  /// Columns in the order of some codes, as wide as what stands in the rows.
  public init(_ columns: [ListColumn<Row>], rows: [Row], _ desk: Desk) {
    self.init(columns, measured: Self.measured(columns, rows, desk))
  }

  /// Columns whose content was measured already.
  public init(_ columns: [ListColumn<Row>], measured: [Code: Int]) {
    self.columns = columns
    self.measured = measured
  }

  /// How much room the content of the columns needs that are as wide as it.
  static func measured(
    _ columns: [ListColumn<Row>], _ rows: [Row], _ desk: Desk
  ) -> [Code: Int] {
    var widths: [Code: Int] = [:]
    let setting = CellSetting(desk)
    for column in columns where column.width.isMeasured {
      widths[column.id] = rows.reduce(0) {
        max($0, TextWidth.columns(of: column.cell($1, setting)))
      }
    }
    return widths
  }

  /// The columns of a table; `sorted` tells by which order it is sorted.
  func heads(_ words: Words, sorted: (String) -> Column.Order? = { _ in nil }) -> [Column] {
    columns.map { column in
      let title = words(column.title)
      let order = column.order.flatMap(sorted)
      // With room for the sign of order beside the title.
      let heading = TextWidth.columns(of: title) + (order == nil ? 0 : 1)
      let (width, most) = width(of: column, heading, words)
      return Column(
        title, width: width, alignment: column.alignment, priority: column.priority,
        sorted: order, most: most)
    }
  }

  private func width(
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
      return (.fill(minimum: max(heading, min(least, wanted)), weight: weight), wanted)
    case .rest(let least, let weight):
      return (.fill(minimum: max(heading, least), weight: weight), nil)
    }
  }

  /// The setting of the cells in a room: which columns find place there.
  public func setting(_ setting: CellSetting, heads: [Column], room: Int) -> CellSetting {
    var setting = setting
    for (column, width) in zip(columns, Table.widths(of: heads, within: room)) {
      setting.widths[column.id] = width
    }
    return setting
  }

  /// One row of the table.
  public func row(_ row: Row, _ setting: CellSetting, isMarked: Bool = false) -> TableRow {
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
