import HeardInsight
import HeardModel
import StrictJSON

/// What people declared about themselves, as rows: one for each community in each row of figures.
struct DeclaredListing {
  /// One community of one row of figures.
  private struct Row {
    let figures: FigureRow
    let declared: DeclaredFigures
    let community: Code
    let count: Int
  }

  private let figures: Figures
  private let rows: [Row]

  /// The rows of some figures; of all events together where these are not split.
  init(_ figures: Figures, _ insight: Insight) {
    self.figures = figures
    rows = (figures.keys.isEmpty ? [figures.total] : figures.rows).flatMap { row -> [Row] in
      let declared = insight.declared(at: row.eventIDs)
      return declared.communities.sorted { $0.key < $1.key }.map {
        Row(figures: row, declared: declared, community: $0.key, count: $0.value)
      }
    }
  }

  /// Prints them; as JSON with the keys, since the rows of several communities never add up.
  func print(_ format: ListFormat, _ inquiry: Inquiry) throws {
    let listing = Listing(values, rows)
    guard format == .json else { return try listing.print(format, inquiry) }
    try Output.write(
      SafeJSON.bytes(
        .object([
          "by": .array(figures.keys.map { .string($0.rawValue) }),
          "overlapping": .boolean(true), "rows": listing.json, "use": .string("internal"),
        ])))
  }

  private var values: [RowValue<Row>] {
    let keys = FiguresCommand.keyValues(figures).map { key in
      RowValue<Row>(key.column.key, key.column.meaning, isInTable: true) { key.value($0.figures) }
    }
    return keys + [
      FiguresCommand.mark(),
      // Beside the key of that name, which is what events are about, it has a name of its own.
      RowValue("declaredCommunity", .code(.community), isInTable: true) { .of($0.community) },
      RowValue("declared", isInTable: true) { .integer($0.count) },
      RowValue("answered", isInTable: true) { .of($0.declared.answered) },
      RowValue("asked", isInTable: true) { .of($0.declared.asked) },
      RowValue("events", isInTable: true) { .integer($0.declared.events) },
      RowValue("small", isInTable: true) { .boolean(DeclaredFigures.isSmall($0.count)) },
    ]
  }
}
