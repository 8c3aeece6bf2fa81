/// Rows under columns; only the rows that are visible are asked for.
public struct Table: Sendable {
  /// The columns from left to right.
  public var columns: [Column]
  /// How many rows there are in all.
  public var rowCount: Int
  /// Gives a row by its index, which is always below the row count.
  public var row: @Sendable (Int) -> TableRow
  /// The index of the current row.
  public var cursor: Int?
  /// The index of the current column, in a grid whose single cells are chosen.
  public var cursorColumn: Int?
  /// Whether the keys move this table's cursor.
  public var isFocused: Bool
  /// A last row, such as sums, that does not scroll.
  public var footer: TableRow?
  /// What stands in place of the rows when there are none.
  public var emptyText: StyledText?
  /// Whether the column titles are shown.
  public var showsHeader: Bool
  /// Whether the columns stand in pairs: a number, and behind it what it counts.
  public var valuesStandFirst: Bool
  /// Whether the table only arranges for the eye what another block says in words; plain lines
  /// leave it out.
  public var isOnlySeen = false
  /// Whether the table says in words what another block arranges for the eye; the screen leaves it
  /// out.
  public var isOnlyRead = false
  /// How items stand beside each other in a row; nil where a row is one item.
  public var sideBySide: SideBySide?

  /// So many columns make one item, of which one says what it is.
  public struct SideBySide: Sendable {
    let columns: Int
    let label: Int

    /// So many columns make one item; the label stands in one of them, counted from 0.
    public init(columns: Int, label: Int) {
      self.columns = columns
      self.label = label
    }
  }

  /// Makes a table.
  public init(
    columns: [Column], rowCount: Int, cursor: Int? = nil, cursorColumn: Int? = nil,
    isFocused: Bool = true, footer: TableRow? = nil, emptyText: StyledText? = nil,
    showsHeader: Bool = true, valuesStandFirst: Bool = false,
    row: @escaping @Sendable (Int) -> TableRow
  ) {
    self.columns = columns
    self.rowCount = max(0, rowCount)
    self.row = row
    self.cursor = cursor
    self.cursorColumn = cursorColumn
    self.isFocused = isFocused
    self.footer = footer
    self.emptyText = emptyText
    self.showsHeader = showsHeader
    self.valuesStandFirst = valuesStandFirst
  }
}

/// A column's title, width and what becomes of it when the screen is narrow.
public struct Column: Hashable, Sendable {
  /// How many columns of the screen a table column takes.
  public enum Width: Hashable, Sendable {
    /// Always as many.
    case fixed(Int)
    /// At least the minimum, and a share of what is left by weight.
    case fill(minimum: Int, weight: Int)
  }

  /// On which side of its column a text stands.
  public enum Alignment: Hashable, Sendable {
    /// At the left.
    case leading
    /// At the right, as numbers.
    case trailing
    /// In the middle.
    case centre
  }

  /// The direction in which a table is sorted by a column.
  public enum Order: Hashable, Sendable {
    /// Smallest or oldest first.
    case ascending
    /// Largest or newest first.
    case descending
  }

  /// The name over the column.
  public var title: String
  /// The room it takes.
  public var width: Width
  /// The side on which title and cells stand.
  public var alignment: Alignment
  /// When the table is too narrow the highest priority leaves first; zero never leaves.
  public var priority: Int
  /// Set on the column by which the rows are sorted.
  public var sorted: Order?
  /// The room beyond which a column that fills gives to the others; nil takes any.
  public var most: Int?

  /// Makes a column.
  public init(
    _ title: String, width: Width, alignment: Alignment = .leading, priority: Int = 0,
    sorted: Order? = nil, most: Int? = nil
  ) {
    self.title = title
    self.width = width
    self.alignment = alignment
    self.priority = priority
    self.sorted = sorted
    self.most = most
  }
}

/// One row of a table.
public struct TableRow: Hashable, Sendable {
  /// What a row is among the others.
  public enum Kind: Hashable, Sendable {
    /// A record, with a cell for each column.
    case item
    /// A record or a figure in one sentence; its first cell takes the whole width.
    case wide
    /// The name of the rows below; its first cell takes the whole width.
    case heading
    /// A remark; its first cell takes the whole width.
    case note
  }

  /// The cells by column; missing ones are empty.
  public var cells: [StyledText]
  /// What the row is.
  public var kind: Kind
  /// Whether the row is chosen together with others.
  public var isMarked: Bool
  /// What is read aloud in place of cells that hold signs or bars, by column; nothing when empty.
  public var spoken: [Int: String]

  /// Makes a row.
  public init(
    _ cells: [StyledText], kind: Kind = .item, isMarked: Bool = false, spoken: [Int: String] = [:]
  ) {
    self.cells = cells
    self.kind = kind
    self.isMarked = isMarked
    self.spoken = spoken
  }

  /// Makes a row that names the rows below it.
  public static func heading(_ text: StyledText) -> TableRow { TableRow([text], kind: .heading) }

  /// Makes a row that is a remark.
  public static func note(_ text: StyledText) -> TableRow { TableRow([text], kind: .note) }
}
