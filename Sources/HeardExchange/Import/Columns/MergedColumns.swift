import HeardModel

/// Columns that are filled only where something new begins, as after merged cells; or perhaps are.
struct MergedColumns: Sendable {
  /// What stands last above each row, by the places of the columns.
  private let above: [Int: [String]]
  /// The places of those of which more than half of the cells are empty.
  private let mostlyEmpty: Set<Int>

  init(_ table: SheetTable, _ places: [EventImportField: Int], _ natures: EventRowNatures) {
    let rows = table.rows.indices.filter { natures.mayBeEvent($0) }
    var above: [Int: [String]] = [:]
    var mostlyEmpty: Set<Int> = []
    for field in [EventImportField.country, .start, .title] {
      guard let place = places[field], Self.isMerged(field, place, rows, table, natures) else {
        continue
      }
      if Self.isMostlyEmpty(place, rows, table) { mostlyEmpty.insert(place) }
      var last = ""
      above[place] = table.rows.enumerated().map { index, row in
        defer { if natures.leads(index) { last = row.cell(place) ?? last } }
        return last
      }
    }
    (self.above, self.mostlyEmpty) = (above, mostlyEmpty)
  }

  /// The places of the columns.
  var places: [Int] { above.keys.sorted() }

  /// Whether more than half of the cells of such a column are empty.
  func isMostlyEmpty(_ place: Int) -> Bool { mostlyEmpty.contains(place) }

  /// What stands last above a row in such a column.
  func above(_ index: Int, _ place: Int) -> String { above[place]?[index] ?? "" }

  private static func isMostlyEmpty(_ place: Int, _ rows: [Int], _ table: SheetTable) -> Bool {
    rows.count > rows.count(where: { table.rows[$0].cell(place) != nil }) * 2
  }

  private static func isMerged(
    _ field: EventImportField, _ place: Int, _ rows: [Int], _ table: SheetTable,
    _ natures: EventRowNatures
  ) -> Bool {
    let first = table.rows.indices.first { natures.leads($0) }
    guard let first, table.rows[first].cell(place) != nil else { return false }
    // Less than half of the cells of a merged column are filled, as good as always.
    if isMostlyEmpty(place, rows, table) { return true }
    let full = rows.compactMap { table.rows[$0].cell(place).map(SheetCell.folded) }
    // Where others have a day, a row without one is perhaps of the day above.
    if field == .start { return rows.count > full.count }
    // A list that names its country in every row names most of them again and again.
    return field == .country && full.count > 1 && rows.count > full.count
      && Set(full).count == full.count
  }
}
