import HeardModel

/// Which rows of a sheet of people are of its event, where it has people of several.
public struct OnlyRows: Hashable, Sendable {
  /// The column that tells.
  public let column: String
  /// What stands there in the rows of this event; nil where all rows are of it.
  public let value: String?

  /// The rows with a value in a column, or all of them.
  public init(column: String, value: String?) { (self.column, self.value) = (column, value) }

  /// Whether a row is of another event.
  func leavesOut(_ row: SheetRow, _ table: SheetTable) -> Bool {
    guard let value, let place = table.column(named: column)?.place else { return false }
    return SheetCell.folded(row.cell(place) ?? "") != SheetCell.folded(value)
  }

  /// Asks which rows are of this event, where a column has more than one; nil where none has.
  static func question(_ table: SheetTable) -> ImportQuestion? {
    guard let column = table.columns.first(where: { tellsEvent($0, table) }) else { return nil }
    var options = values(column, table).prefix(8).map {
      ImportQuestion.Option(answer: .only($0), column: nil, reasons: [])
    }
    options.append(ImportQuestion.Option(answer: .oneEvent, column: nil, reasons: []))
    return ImportQuestion(cause: .severalEvents, options: options, about: column)
  }

  private static func values(_ column: SheetColumn, _ table: SheetTable) -> [String] {
    var seen: Set<String> = []
    return table.rows.compactMap { row in
      guard let text = row.cell(column.place), seen.insert(SheetCell.folded(text)).inserted else {
        return nil
      }
      return text
    }
  }

  /// Whether a column says of which event a row is, and says it of several.
  private static func tellsEvent(_ column: SheetColumn, _ table: SheetTable) -> Bool {
    let heading = Heading(column.heading)
    let isOfForms = column.heading.lowercased().hasSuffix("_parent_index")
    let isOfEvent =
      heading.says(.event) && heading.unknown == 0
      && heading.senses.isSubset(of: [.event, .name, .title, .reference, .date, .start])
    guard isOfForms || isOfEvent else { return false }
    let cells = CellProfile(table, column.place)
    // A column of yes and no, or with another word for each, tells no events.
    return !cells.isTruth && cells.distinct > 1 && (isOfForms || cells.distinct < cells.filled)
  }
}
