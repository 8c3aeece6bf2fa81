import TerminalCanvas

// How much room the terminal gives.
extension Desk {
  /// Whether the terminal is smaller than most screens need, so that words have to be few.
  public var isCompact: Bool { !size.holds(CanvasRenderer.smallest) }

  /// How many rows a page down moves.
  public var pageRows: Int { max(1, size.rows - 8) }
}
