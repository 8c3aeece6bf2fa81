/// A cell's place on a canvas, counted from zero at the top left.
public struct Position: Hashable, Sendable {
  /// The column, counted from the left.
  public var column: Int
  /// The row, counted from the top.
  public var row: Int

  /// Makes a position.
  public init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }
}
