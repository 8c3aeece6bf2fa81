// What of a sheet is not taken into a record, told before anything is saved.
extension SheetImport {
  /// How many people are under age, or may be.
  public var minors: Int { rows.count { $0.person?.isMinor ?? false } }

  /// The columns of a sheet of people whose words are not kept, with the number of their cells;
  /// without names and contacts, of which it is said elsewhere.
  public var droppedCells: [(column: String, count: Int)] {
    guard case .people = subject else { return [] }
    return table.columns.compactMap { column in
      let isLeftOut = field(of: column) == PersonImportField.leaveOut.rawValue
      let count = rows.count { row in
        guard let person = row.person, row.cells.indices.contains(column.place) else {
          return false
        }
        return isLeftOut
          ? !row.cells[column.place].isEmpty : person.dropped.contains(column.name)
      }
      return count == 0 ? nil : (column.name, count)
    }
  }

  /// The columns of a sheet of events of which cells are held back from the notes, with their number.
  public var heldCells: [(column: String, count: Int)] {
    var counts: [String: Int] = [:]
    for row in rows { for column in row.held { counts[column, default: 0] += 1 } }
    let names = table.columns.map(\.name) + ["+"]
    return names.compactMap { name in counts[name].map { (name, $0) } }
  }

  /// The lines of the rows of which cells are held back.
  public var heldLines: [Int] { rows.filter { !$0.held.isEmpty }.map(\.line) }

  /// The cells of a row that are held back or were kept nevertheless, with their words.
  public func personalCells(line: Int) -> [(column: String, text: String, isKept: Bool)] {
    guard let row = row(line: line) else { return [] }
    let kept = keptCells[line] ?? []
    return (table.columns.map { ($0.name, $0.place) } + [("+", table.columns.count)])
      .compactMap { name, place in
        guard row.held.contains(name) || kept.contains(name) else { return nil }
        let text =
          name == "+"
          ? row.cells.dropFirst(place).joined(separator: " ")
          : row.cells.indices.contains(place) ? row.cells[place] : ""
        return (name, text, kept.contains(name))
      }
  }
}
