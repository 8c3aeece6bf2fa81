/// What stands at a place of the screen, for somebody who points at it.
public enum ClickTarget: Hashable, Sendable {
  /// A row of the table in which the focus moves, and the column where that is known.
  case row(Int, column: Int?)
  /// A field of a form.
  case field(Int)
  /// A part of the screen.
  case part(Int)
}

/// A target with the cells that it takes.
struct PlacedTarget: Hashable, Sendable {
  var target: ClickTarget
  var row: Int
  var columns: Range<Int>
}
