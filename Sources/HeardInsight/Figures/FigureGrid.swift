import HeardModel

/// Figures as a grid whose single cells open: rows by a key, columns by another or by measure.
public struct FigureGrid: Sendable {
  /// What a row or a column stands for.
  public enum Line: Hashable, Sendable {
    /// Events with this value of its key.
    case value(FigureKeyValue)
    /// Everything, counted so.
    case measure(FigureMeasure)
    /// Answers to the question whether somebody is part of a community.
    case declared(Code)
    /// All together.
    case total
  }

  /// By what the rows stand.
  public let rowKey: FigureKey
  /// By what the columns stand; nil where each is a measure.
  public let columnKey: FigureKey?
  /// What a cell of a cross table counts.
  public let measure: FigureMeasure
  /// The rows in their order, the total last.
  public let rows: [Line]
  /// The columns in their order, the total last.
  public let columns: [Line]
  /// Whether an event can stand in several rows or columns.
  public let isOverlapping: Bool
  private let cells: [[Line]: FigureRow]
  /// What people declared, by the value of the other key; only where that is one of the keys.
  private let declared: [Line: DeclaredFigures]

  /// In which order the values of a key stand.
  public typealias Order = (_ values: [FigureKeyValue], _ key: FigureKey) -> [FigureKeyValue]

  /// The figures that are asked for; values stand as they do in figures where no order is given.
  public init(
    _ question: TableQuestion, _ insight: Insight, order: Order = { values, _ in values }
  ) {
    let (rowKey, columnKey, query) = (question.rows, question.columns, question.query)
    (self.rowKey, self.columnKey) = (rowKey, columnKey)
    if rowKey == .declared || columnKey == .declared {
      let other = rowKey == .declared ? columnKey : rowKey
      let figures = insight.figures(by: other.map { [$0] } ?? [], query)
      (cells, declared) = Self.declared(figures, insight)
      let hasTotal = other != .status
      let others = other.map { Self.lines(figures, 0, $0, hasTotal: hasTotal, order) } ?? [.total]
      let all = figures.total.events == 0 ? nil : declared[.total]
      let questions = all?.questions.map { Line.declared($0.question) } ?? []
      (rows, columns) = rowKey == .declared ? (questions, others) : (others, questions)
      (self.measure, isOverlapping) = (.declared, figures.isOverlapping)
      return
    }
    measure = question.measure
    declared = [:]
    let byRow = insight.figures(by: [rowKey], query)
    let byColumn = columnKey.map { insight.figures(by: [$0], query) }
    let both = columnKey.map { insight.figures(by: [rowKey, $0], query) } ?? byRow
    var cells: [[Line]: FigureRow] = [[.total, .total]: both.total]
    for row in byRow.rows { cells[row.keys.map(Line.value) + [.total]] = row }
    for row in byColumn?.rows ?? [] { cells[[.total] + row.keys.map(Line.value)] = row }
    if columnKey != nil { for row in both.rows { cells[row.keys.map(Line.value)] = row } }
    self.cells = cells
    isOverlapping = both.isOverlapping
    rows = Self.lines(both, 0, rowKey, hasTotal: columnKey == nil || rowKey != .status, order)
    columns =
      columnKey.map { Self.lines(both, 1, $0, hasTotal: $0 != .status, order) }
      ?? Self.measures(both.total).map(Line.measure)
  }

  /// The figures of a flat table; that of numbers without a source only where there are such.
  private static func measures(_ total: FigureRow) -> [FigureMeasure] {
    let hasUnsourced = total.sources.contains(.unsourced)
    return FigureMeasure.flat.filter { $0 != .unsourced || hasUnsourced }
  }

  /// What was declared at the events of each value, and at all of them.
  private static func declared(
    _ figures: Figures, _ insight: Insight
  ) -> (cells: [[Line]: FigureRow], declared: [Line: DeclaredFigures]) {
    var cells: [[Line]: FigureRow] = [[.total, .total]: figures.total]
    for row in figures.rows { cells[row.keys.map(Line.value) + [.total]] = row }
    var declared: [Line: DeclaredFigures] = [:]
    for (key, row) in cells { declared[key[0]] = insight.declared(at: row.eventIDs) }
    return (cells, declared)
  }

  /// The events behind a cell with their figures; nil where there is none.
  public func figure(_ row: Line, _ column: Line) -> FigureRow? {
    if case .declared = row { return cells[[column, .total]] }
    switch column {
    case .measure, .declared: return cells[[row, .total]]
    case .value, .total: break
    }
    return cells[[row, column]]
  }

  /// What a cell counts.
  public func measure(of column: Line) -> FigureMeasure {
    if case .measure(let measure) = column { return measure }
    return measure
  }

  /// The community that a cell counts, with what was answered; nil where it counts something else.
  public func declared(_ row: Line, _ column: Line) -> (question: Code, figure: DeclaredFigure?)? {
    switch (row, column) {
    case (.declared(let code), let other), (let other, .declared(let code)):
      (code, declared[other]?[code])
    default: nil
    }
  }

  /// The keys and values that lead to a cell; none for the total.
  public func values(_ row: Line, _ column: Line) -> [(key: FigureKey, value: FigureKeyValue)] {
    var values: [(key: FigureKey, value: FigureKeyValue)] = []
    if case .value(let value) = row { values.append((rowKey, value)) }
    if case .value(let value) = column, let columnKey { values.append((columnKey, value)) }
    return values
  }

  /// What is known of a cell.
  public func mark(_ row: Line, _ column: Line) -> FigureMark {
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
    _ figures: Figures, _ place: Int, _ key: FigureKey, hasTotal: Bool, _ order: Order
  ) -> [Line] {
    var seen: Set<FigureKeyValue> = []
    let values = figures.rows.map { $0.keys[place] }.filter { seen.insert($0).inserted }
    // Of the first key they are in order; the order of the second one is that of its own figures.
    let sorted = order(values, key)
    return sorted.isEmpty ? [] : sorted.map(Line.value) + (hasTotal ? [.total] : [])
  }
}
