import HeardInsight
import HeardKit
import HeardModel

/// What is known of one cell: unknown is not zero, and no event is neither.
enum FigureMark: Hashable, Sendable {
  /// No event stands behind it, or none that could have the figure.
  case none
  /// There are events, and of none of them it is known.
  case unknown
  /// So many; of some events it is not known when it is the least.
  case number(Int, isLeast: Bool)

  /// Whether of some events it is not known.
  var isLeast: Bool {
    if case .number(_, true) = self { return true }
    return false
  }

  /// The number, where there is one.
  var number: Int? {
    if case .number(let number, _) = self { return number }
    return nil
  }
}

/// Figures as a grid whose single cells open: rows by a key, columns by another or by measure.
struct FigureGrid: Sendable {
  /// What a row or a column stands for.
  enum Line: Hashable, Sendable {
    case value(FigureKeyValue)
    case measure(FigureMeasure)
    /// People who declared themselves part of a community.
    case declared(Code)
    case total
  }

  let rowKey: FigureKey
  let columnKey: FigureKey?
  /// What a cell of a cross table counts.
  let measure: FigureMeasure
  let rows: [Line]
  let columns: [Line]
  /// Whether an event can stand in several rows or columns.
  let isOverlapping: Bool
  private let cells: [[Line]: FigureRow]
  /// What people declared, by row; only where that is what the cells count.
  private let declared: [Line: DeclaredFigures]

  /// The figures of the events that a filter lets pass.
  init(
    rows rowKey: FigureKey, columns columnKey: FigureKey?, measure: FigureMeasure, _ query: Query,
    _ desk: Desk
  ) {
    self.rowKey = rowKey
    self.columnKey = columnKey
    self.measure = measure
    let byRow = desk.insight.figures(by: [rowKey], query)
    let byColumn = columnKey.map { desk.insight.figures(by: [$0], query) }
    let both = columnKey.map { desk.insight.figures(by: [rowKey, $0], query) } ?? byRow
    var cells: [[Line]: FigureRow] = [[.total, .total]: both.total]
    for row in byRow.rows { cells[row.keys.map(Line.value) + [.total]] = row }
    for row in byColumn?.rows ?? [] { cells[[.total] + row.keys.map(Line.value)] = row }
    if columnKey != nil { for row in both.rows { cells[row.keys.map(Line.value)] = row } }
    self.cells = cells
    var declared: [Line: DeclaredFigures] = [:]
    if measure == .declared && columnKey == nil {
      for (key, row) in cells { declared[key[0]] = desk.insight.declared(at: row.eventIDs) }
    }
    self.declared = declared
    isOverlapping = both.isOverlapping
    rows = Self.lines(both, 0, rowKey, hasTotal: columnKey == nil || rowKey != .status, desk)
    columns =
      columnKey.map { Self.lines(both, 1, $0, hasTotal: $0 != .status, desk) }
      ?? (measure == .declared
        ? Self.communities(declared, desk) : Self.measures(both.total).map(Line.measure))
  }

  /// The figures of a flat table; that of numbers without a source only where there are such.
  private static func measures(_ total: FigureRow) -> [FigureMeasure] {
    let hasUnsourced = total.sources.contains(.unsourced)
    return FigureMeasure.flat.filter { $0 != .unsourced || hasUnsourced }
  }

  /// The base of what was declared, then the communities in the order of their list.
  private static func communities(_ declared: [Line: DeclaredFigures], _ desk: Desk) -> [Line] {
    let found = Set(declared.values.flatMap(\.communities.keys))
    let order = desk.programme.taxonomy(.community).entries.map(\.id)
    let others = found.filter { !order.contains($0) }.sorted()
    return [.measure(.asked), .measure(.answered)]
      + (order.filter(found.contains) + others).map(Line.declared)
  }

  /// The events behind a cell with their figures; nil where there is none.
  func figure(_ row: Line, _ column: Line) -> FigureRow? {
    switch column {
    case .measure, .declared: return cells[[row, .total]]
    case .value, .total: break
    }
    return cells[[row, column]]
  }

  /// What a cell counts.
  func measure(of column: Line) -> FigureMeasure {
    if case .measure(let measure) = column { return measure }
    if case .declared = column { return .declared }
    return measure
  }

  /// The keys and values that lead to a cell; none for the total.
  func values(_ row: Line, _ column: Line) -> [(key: FigureKey, value: FigureKeyValue)] {
    var values: [(key: FigureKey, value: FigureKeyValue)] = []
    if case .value(let value) = row { values.append((rowKey, value)) }
    if case .value(let value) = column, let columnKey { values.append((columnKey, value)) }
    return values
  }

  /// What is known of a cell.
  func mark(_ row: Line, _ column: Line) -> FigureMark {
    guard let figure = figure(row, column) else { return .none }
    switch measure(of: column) {
    case .events: return .number(figure.events, isLeast: false)
    case .testimonies: return .number(figure.testimonies, isLeast: false)
    case .actions: return .number(figure.actions, isLeast: false)
    case .attendances:
      return Self.mark(figure.knownAttendances, figure, isLeast: figure.notKnown > 0)
    case .people: return Self.mark(figure.knownPeople, figure)
    case .notKnown: return figure.held == 0 ? .none : .number(figure.notKnown, isLeast: false)
    case .declared, .asked, .answered: return declaredMark(row, column)
    case .counted, .listed, .reported, .estimated, .unsourced:
      let known = measure(of: column).source.flatMap(figure.known)
      return known.map { .number($0, isLeast: false) } ?? .none
    }
  }

  // Only held events have attendances; others stand here when the status is one of the keys.
  private static func mark(
    _ number: Int?, _ figure: FigureRow, isLeast: Bool = false
  ) -> FigureMark {
    if figure.held == 0 { return .none }
    return number.map { .number($0, isLeast: isLeast) } ?? .unknown
  }

  // Where nobody was asked there is no figure; a community that was noted nowhere may not have been
  // asked about, which is another thing than none.
  private func declaredMark(_ row: Line, _ column: Line) -> FigureMark {
    guard let declared = declared[row], declared.events > 0 else { return .none }
    let number: Int? =
      switch column {
      case .measure(.asked): declared.asked
      case .measure(.answered): declared.answered
      case .declared(let code): declared.communities[code]
      case .measure, .value, .total: nil
      }
    if case .declared = column { return number.map { .number($0, isLeast: false) } ?? .none }
    return number.map { .number($0, isLeast: false) } ?? .unknown
  }

  // Without the status as a key only held events count, so such sums cannot stand beside it.
  private static func lines(
    _ figures: Figures, _ place: Int, _ key: FigureKey, hasTotal: Bool, _ desk: Desk
  ) -> [Line] {
    var seen: Set<FigureKeyValue> = []
    let values = figures.rows.map { $0.keys[place] }.filter { seen.insert($0).inserted }
    // Of the first key they are in order; the order of the second one is that of its own figures.
    let sorted = FigureLabels.sorted(values, key, desk)
    return sorted.isEmpty ? [] : sorted.map(Line.value) + (hasTotal ? [.total] : [])
  }
}
