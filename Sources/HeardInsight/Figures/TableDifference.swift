/// A cell in which two tables that were given out differ.
public struct TableDifference: Hashable, Sendable {
  /// The row.
  public let row: FigureGrid.Line
  /// The column.
  public let column: FigureGrid.Line
  /// What stood in the first; nil where it has no such cell.
  public let before: PublicTable.Cell?
  /// What stands in the second; nil where it has no such cell.
  public let after: PublicTable.Cell?

  /// By how much the number went up; nil where one of them has none.
  public var difference: Int? {
    guard case .number(let before, _)? = before, case .number(let after, _)? = after else {
      return nil
    }
    return after - before
  }

  /// All cells in which they differ, in the order of the first, then of what only the second has.
  public static func all(_ before: PublicTable, _ after: PublicTable) -> [TableDifference] {
    func places(_ table: PublicTable) -> [[FigureGrid.Line]] {
      table.rows.flatMap { row in table.columns.map { [row, $0] } }
    }
    let own = places(before)
    let known = Set(own)
    return (own + places(after).filter { !known.contains($0) }).compactMap { place in
      let (was, now) = (before.cells[place], after.cells[place])
      if was == now { return nil }
      return TableDifference(row: place[0], column: place[1], before: was, after: now)
    }
  }
}
