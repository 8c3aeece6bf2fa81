/// The lines of a text area around its cursor, as they stand on the screen.
public struct VisualLines: Hashable, Sendable {
  /// The text of each line, before it is made safe for display.
  public var lines: [String]
  /// The index of the line with the cursor.
  public var cursorRow: Int
  /// The column of the cursor; below the columns asked for.
  public var cursorColumn: Int
  /// Whether text lies above the first line.
  public var hasMoreAbove: Bool
  /// Whether text lies below the last line.
  public var hasMoreBelow: Bool
}
