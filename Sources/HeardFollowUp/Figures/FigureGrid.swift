import HeardInsight
import HeardKit
import HeardModel

/// Figures as a grid whose single cells open: rows by a key, columns by another or by measure.
struct FigureGrid: Sendable {
  /// What a row or a column stands for.
  enum Line: Hashable, Sendable {
    case value(FigureKeyValue)
    case measure(FigureMeasure)
    /// Answers to the question whether somebody is part of a community.
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
  /// What people declared, by the value of the other key; only where that is one of the keys.
  private let declared: [Line: DeclaredFigures]

  /// The figures of the events that a filter lets pass.
  init(
    rows rowKey: FigureKey, columns columnKey: FigureKey?, measure: FigureMeasure, _ query: Query,
    _ desk: Desk
  ) {
    self.rowKey = rowKey
    self.columnKey = columnKey
    if rowKey == .declared || columnKey == .declared {
      let other = rowKey == .declared ? columnKey : rowKey
      let figures = desk.insight.figures(by: other.map { [$0] } ?? [], query)
      (cells, declared) = Self.declared(figures, desk)
      let hasTotal = other != .status
      let others = other.map { Self.lines(figures, 0, $0, hasTotal: hasTotal, desk) } ?? [.total]
      let all = figures.total.events == 0 ? nil : declared[.total]
      let questions = all?.questions.map { Line.declared($0.question) } ?? []
      (rows, columns) = rowKey == .declared ? (questions, others) : (others, questions)
      (self.measure, isOverlapping) = (.declared, figures.isOverlapping)
      return
    }
    self.measure = measure
    declared = [:]
    let byRow = desk.insight.figures(by: [rowKey], query)
    let byColumn = columnKey.map { desk.insight.figures(by: [$0], query) }
    let both = columnKey.map { desk.insight.figures(by: [rowKey, $0], query) } ?? byRow
    var cells: [[Line]: FigureRow] = [[.total, .total]: both.total]
    for row in byRow.rows { cells[row.keys.map(Line.value) + [.total]] = row }
    for row in byColumn?.rows ?? [] { cells[[.total] + row.keys.map(Line.value)] = row }
    if columnKey != nil { for row in both.rows { cells[row.keys.map(Line.value)] = row } }
    self.cells = cells
    isOverlapping = both.isOverlapping
    rows = Self.lines(both, 0, rowKey, hasTotal: columnKey == nil || rowKey != .status, desk)
    columns =
      columnKey.map { Self.lines(both, 1, $0, hasTotal: $0 != .status, desk) }
      ?? Self.measures(both.total).map(Line.measure)
  }

  /// The figures of a flat table; that of numbers without a source only where there are such.
  private static func measures(_ total: FigureRow) -> [FigureMeasure] {
    let hasUnsourced = total.sources.contains(.unsourced)
    return FigureMeasure.flat.filter { $0 != .unsourced || hasUnsourced }
  }

  /// What was declared at the events of each value, and at all of them.
  private static func declared(
    _ figures: Figures, _ desk: Desk
  ) -> (cells: [[Line]: FigureRow], declared: [Line: DeclaredFigures]) {
    var cells: [[Line]: FigureRow] = [[.total, .total]: figures.total]
    for row in figures.rows { cells[row.keys.map(Line.value) + [.total]] = row }
    var declared: [Line: DeclaredFigures] = [:]
    for (key, row) in cells { declared[key[0]] = desk.insight.declared(at: row.eventIDs) }
    return (cells, declared)
  }

  /// The events behind a cell with their figures; nil where there is none.
  func figure(_ row: Line, _ column: Line) -> FigureRow? {
    if case .declared = row { return cells[[column, .total]] }
    switch column {
    case .measure, .declared: return cells[[row, .total]]
    case .value, .total: break
    }
    return cells[[row, column]]
  }

  /// What a cell counts.
  func measure(of column: Line) -> FigureMeasure {
    if case .measure(let measure) = column { return measure }
    return measure
  }

  /// The community that a cell counts, with what was answered; nil where it counts something else.
  func declared(_ row: Line, _ column: Line) -> (question: Code, figure: DeclaredFigure?)? {
    switch (row, column) {
    case (.declared(let code), let other), (let other, .declared(let code)):
      (code, declared[other]?[code])
    default: nil
    }
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
    if let declared = declared(row, column) { return FigureMark(declared.figure) }
    guard let figure = figure(row, column) else { return .none }
    switch measure(of: column) {
    case .events: return .number(figure.events, isLeast: false)
    case .testimonies: return .number(figure.testimonies, isLeast: false)
    case .actions: return .number(figure.actions, isLeast: false)
    case .attendances:
      return Self.mark(figure.knownAttendances, figure, isLeast: figure.notKnown > 0)
    case .people: return Self.mark(figure.knownPeople, figure)
    case .notKnown: return figure.held == 0 ? .none : .number(figure.notKnown, isLeast: false)
    case .declared: return .none
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
