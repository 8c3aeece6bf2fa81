/// The extent of a screen or pane in columns and rows; never negative.
public struct Size: Hashable, Sendable {
  /// The number of columns, zero or more.
  public let columns: Int
  /// The number of rows, zero or more.
  public let rows: Int

  /// Makes a size; a negative number counts as zero.
  public init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }

  /// Whether something of another size has room in it.
  public func holds(_ other: Size) -> Bool {
    columns >= other.columns && rows >= other.rows
  }
}
