/// The columns in which an empty cell means the one above, with what stands there.
struct FilledColumns: Sendable {
  private var above: [Int: [String]] = [:]

  init(_ table: SheetTable, _ places: Set<Int>, _ natures: EventRowNatures) {
    for place in places {
      var last = ""
      above[place] = table.rows.enumerated().map { index, row in
        defer { if natures.leads(index) { last = row.cell(place) ?? last } }
        return last
      }
    }
  }

  /// The cells of a row with empty ones filled, apart from those that somebody has emptied.
  func cells(of index: Int, _ own: [String], but corrected: Set<Int> = []) -> [String] {
    var cells = own
    for (place, texts) in above where !corrected.contains(place) && !texts[index].isEmpty {
      while cells.count <= place { cells.append("") }
      if cells[place].isEmpty { cells[place] = texts[index] }
    }
    return cells
  }
}
