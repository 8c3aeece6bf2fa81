import HeardModel

/// Columns that are filled only where something new begins, as after merged cells; or perhaps are.
struct MergedColumns: Sendable {
  /// What stands last above each row, by the places of the columns.
  private let above: [Int: [String]]

  init(_ table: SheetTable, _ places: [EventImportField: Int], _ natures: EventRowNatures) {
    let rows = table.rows.indices.filter { natures.mayBeEvent($0) }
    var above: [Int: [String]] = [:]
    for field in [EventImportField.country, .start, .title] {
      guard let place = places[field], Self.isMerged(field, place, rows, table, natures) else {
        continue
      }
      var last = ""
      above[place] = table.rows.enumerated().map { index, row in
        defer { if natures.leads(index) { last = row.cell(place) ?? last } }
        return last
      }
    }
    self.above = above
  }

  /// The places of the columns.
  var places: [Int] { above.keys.sorted() }

  /// What stands last above a row in such a column.
  func above(_ index: Int, _ place: Int) -> String { above[place]?[index] ?? "" }

  private static func isMerged(
    _ field: EventImportField, _ place: Int, _ rows: [Int], _ table: SheetTable,
    _ natures: EventRowNatures
  ) -> Bool {
    let first = table.rows.indices.first { natures.leads($0) }
    guard let first, table.rows[first].cell(place) != nil else { return false }
    let full = rows.compactMap { table.rows[$0].cell(place).map(SheetCell.folded) }
    // Less than half of the cells of a merged column are filled, as good as always.
    if rows.count > full.count * 2 { return true }
    // Where others have a day and a country, a row without one is perhaps that of the row above: a list
    // in which two rows of three say the day was merged as well as one in which every tenth does.
    return field != .title && rows.count > full.count
  }
}
