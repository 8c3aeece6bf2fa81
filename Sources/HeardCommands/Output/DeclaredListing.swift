import HeardInsight
import HeardKit
import HeardModel
import StrictJSON

/// What people declared about themselves, as rows: one for each community in each row of figures.
///
/// Counted in answers, never in people, and each community with the base of its own question; what
/// was never asked, may not be asked, or is not known has its row, too.
struct DeclaredListing {
  /// One community of one row of figures.
  private struct Row {
    let figures: FigureRow
    let declared: DeclaredFigure
  }

  private let figures: Figures
  private let rows: [Row]

  /// The rows of some figures; of all events together where these are not split.
  init(_ figures: Figures, _ insight: Insight) {
    self.figures = figures
    rows = (figures.keys.isEmpty ? [figures.total] : figures.rows).flatMap { row in
      insight.declared(at: row.eventIDs).questions.map { Row(figures: row, declared: $0) }
    }
  }

  /// Those that are wanted, as they are printed; as JSON with the keys, since the rows of several
  /// communities never add up.
  ///
  /// - Throws: `Failure` for a name that no value has.
  func bytes(
    _ options: RowOptions, _ format: ListFormat, _ inquiry: Inquiry
  ) throws -> [UInt8] {
    var listing = Listing(values, rows)
    if format == .table { sign(&listing, inquiry.words) }
    listing = try options.rows(of: listing, format, inquiry)
    let first = figures.keys.map(\.rawValue) + ["use", "declaredCommunity"]
    listing = try options.chosen(of: listing, behind: first, inquiry.words) ?? listing
    guard format == .json else { return listing.bytes(format, inquiry, columns: Output.columns) }
    return SafeJSON.bytes(
      .object([
        "by": .array(figures.keys.map { .string($0.rawValue) }),
        "overlapping": .boolean(true), "rows": listing.json, "use": .string("internal"),
      ]))
  }

  /// Puts the sign of why there is no number where the number would stand.
  private func sign(_ listing: inout Listing, _ words: Words) {
    guard let place = listing.columns.firstIndex(where: { $0.key == "declared" }) else { return }
    for (index, row) in rows.enumerated() {
      let sign: String? =
        switch row.declared.sign {
        case .number, .nobody: nil
        case .neverAsked: "–"
        case .forbidden: words("figures.off")
        case .notKnown: "?"
        }
      if let sign { listing.rows[index][place] = .string(sign) }
    }
  }

  private var values: [RowValue<Row>] {
    let keys = FiguresCommand.keyValues(figures).map { key in
      RowValue<Row>(key.column.key, key.column.meaning, isInTable: true) { key.value($0.figures) }
    }
    return keys + [
      FiguresCommand.mark(),
      // Beside the key of that name, which is what events are about, it has a name of its own.
      RowValue("declaredCommunity", .code(.community), isInTable: true) {
        .of($0.declared.question)
      },
      RowValue("known", .fixed("figures.known")) { .string($0.declared.sign.rawValue) },
    ] + Self.settled + Self.beside
  }

  /// The count with its base; null where no event is known to have asked.
  private static var settled: [RowValue<Row>] {
    [
      number("declared", \.count), number("answers", \.answers),
      RowValue("share", .count, isInTable: true) { row in
        row.declared.perMille.map { .decimal("\($0 / 10).\($0 % 10)") } ?? .null
      },
      number("asked", \.asked),
      RowValue("events", isInTable: true) { .integer($0.declared.events) },
      number("noneApplies", \.none),
      number("onSlips", \.onSlips, isInTable: false),
      number("onLists", \.onLists, isInTable: false),
    ]
  }

  /// The events that are not in the base.
  private static var beside: [RowValue<Row>] {
    [
      RowValue("notKnownEvents", isInTable: true) { .integer($0.declared.notKnown) },
      RowValue("notKnownAnswers", isInTable: true) { .of($0.declared.notKnownAnswers) },
      RowValue("notAskedEvents") { .integer($0.declared.notAsked) },
      RowValue("forbiddenEvents") { .integer($0.declared.forbidden) },
      RowValue("small", isInTable: true) {
        .boolean(SmallNumbers.isSmall($0.declared.count))
      },
    ]
  }

  private static func number(
    _ key: String, _ value: @escaping (DeclaredFigure) -> Int?, isInTable: Bool = true
  ) -> RowValue<Row> {
    RowValue(key, .count, isInTable: isInTable) { row in
      row.declared.events == 0 ? .null : .of(value(row.declared))
    }
  }
}
