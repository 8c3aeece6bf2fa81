import HeardInsight
import HeardModel

/// What a cell of the figures counts.
enum FigureMeasure: String, CaseIterable, Sendable {
  case attendances
  case events
  case people
  case testimonies
  case actions
  case counted
  case listed
  case reported
  case estimated
  case notKnown

  /// What a cross table can show.
  static let choices: [FigureMeasure] = [.attendances, .events, .people, .testimonies, .actions]

  /// The columns of a flat table.
  static let flat: [FigureMeasure] = [
    .events, .attendances, .counted, .listed, .reported, .estimated, .notKnown, .people,
    .testimonies, .actions,
  ]

  /// The source of attendances that it counts alone.
  var source: AttendanceSource? { AttendanceSource(rawValue: rawValue) }
}

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
  /// Which ways of knowing attendances there are in a row of a flat table.
  private let sources: Set<[Line]>

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
    sources = columnKey == nil ? Self.sources(rowKey, query, desk) : []
    isOverlapping = both.isOverlapping
    rows = Self.lines(both, 0, rowKey, hasTotal: columnKey == nil || rowKey != .status, desk)
    columns =
      columnKey.map { Self.lines(both, 1, $0, hasTotal: $0 != .status, desk) }
      ?? FigureMeasure.flat.map(Line.measure)
  }

  /// The events behind a cell with their figures; nil where there is none.
  func figure(_ row: Line, _ column: Line) -> FigureRow? {
    if case .measure = column { return cells[[row, .total]] }
    return cells[[row, column]]
  }

  /// What a cell counts.
  func measure(of column: Line) -> FigureMeasure {
    if case .measure(let measure) = column { return measure }
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
    let attendances = figure.attendances.total
    switch measure(of: column) {
    case .events: return .number(figure.events, isLeast: false)
    case .testimonies: return .number(figure.testimonies, isLeast: false)
    case .actions: return .number(figure.actions, isLeast: false)
    case .attendances:
      guard isHeld(row, column) else { return .none }
      if figure.notKnown > 0 && figure.notKnown == held(figure, row) { return .unknown }
      return .number(attendances, isLeast: figure.notKnown > 0)
    case .people:
      guard isHeld(row, column) else { return .none }
      // Nobody on a list, yet somebody came or may have: nobody knows who.
      let isListless = figure.people == 0 && (attendances > 0 || figure.notKnown > 0)
      return isListless ? .unknown : .number(figure.people, isLeast: false)
    case .notKnown:
      return isHeld(row, column) ? .number(figure.notKnown, isLeast: false) : .none
    case .counted, .listed, .reported, .estimated:
      guard let source = measure(of: column).source,
        sources.contains([row, .value(.source(source))])
      else { return .none }
      return .number(figure.attendances[source], isLeast: false)
    }
  }

  // Only held events have attendances; others stand here when the status is one of the keys.
  private func isHeld(_ row: Line, _ column: Line) -> Bool {
    for (_, value) in values(row, column) {
      if case .status(let status) = value { return status == .held }
    }
    guard rowKey == .status, row == .total else { return true }
    return cells[[.value(.status(.held)), .total]] != nil
  }

  private func held(_ figure: FigureRow, _ row: Line) -> Int {
    guard rowKey == .status, row == .total else { return figure.events }
    return cells[[.value(.status(.held)), .total]]?.events ?? 0
  }

  private static func sources(_ rowKey: FigureKey, _ query: Query, _ desk: Desk) -> Set<[Line]> {
    let rows = desk.insight.figures(by: [rowKey, .source], query).rows
    return Set(
      rows.map { $0.keys.map(Line.value) } + rows.map { [.total, .value($0.keys[1])] })
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
