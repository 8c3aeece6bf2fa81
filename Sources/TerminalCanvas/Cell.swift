/// One cell of a canvas.
public struct Cell: Hashable, Sendable {
  /// What stands in a cell.
  public enum Content: Hashable, Sendable {
    /// A character that begins here, safe to write to a terminal, and the columns it takes.
    case grapheme(String, columns: Int)
    /// The rest of the character at the left.
    case continuation
  }

  /// What stands here.
  public var content: Content
  /// What it means.
  public var style: Style

  /// An empty cell.
  public static let blank = Cell(content: .grapheme(" ", columns: 1), style: .plain)
}
