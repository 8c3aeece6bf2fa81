import HeardModel

/// A table of figures as it may be published, with whether it may be.
///
/// Counts of persons stand by the rule for small numbers wherever a trait of people that can do them
/// harm splits them, and so does the headcount of an event about a community: one such event in the
/// table is enough. Sums are those of what is shown. What exposes nobody stands as it is known.
public struct PublicTable: Hashable, Sendable {
  /// What stands in a cell.
  public enum Cell: Hashable, Sendable {
    /// So many; at least, where it is not known of some events.
    case number(Int, isLeast: Bool)
    /// Some, and too few to be told.
    case withheld
    /// No event stands behind it, or nobody was asked.
    case none
    /// What it counts may not be asked there.
    case forbidden
    /// There are events, and of none of them it is known.
    case unknown
  }

  /// Whether it may be published.
  public enum Verdict: Hashable, Sendable {
    /// It exposes nobody, and stands as it is known.
    case exposesNobody
    /// By the rule for small numbers it exposes nobody; so many cells are withheld.
    case rounded(withheld: Int)
    /// These events must first say whether they asked.
    case notYet([EventID])
    /// Beside a release somebody could work out what is withheld, or a difference that is as small.
    case tells(beside: Code)
    /// The filter names somebody, or words that can be a name.
    case namesSomebody
    /// It was not settled within the steps that are allowed, or has too many rows.
    case tooLarge
    /// Nothing stands in it.
    case empty

    /// Whether it may go out.
    public var isOpen: Bool {
      switch self {
      case .exposesNobody, .rounded: true
      case .notYet, .tells, .namesSomebody, .tooLarge, .empty: false
      }
    }
  }

  /// What was asked.
  public let question: TableQuestion
  /// The rows in their order; the sum of those shown last, where they add up.
  public let rows: [FigureGrid.Line]
  /// The columns in their order; the sum of those shown last, where they add up.
  public let columns: [FigureGrid.Line]
  /// Whether counts are rounded and small ones withheld.
  public let isRounded: Bool
  /// Whether it may be published.
  public internal(set) var verdict: Verdict
  /// The approved and locked quarters in which events of it lie.
  public let approvals: [ApprovalPeriod]
  /// The release from which cells were kept that have moved by too little; nil where none was.
  public internal(set) var kept: Code?
  var cells: [[FigureGrid.Line]: Cell] = [:]
  var bases: [[FigureGrid.Line]: Cell] = [:]
  var earlier: Set<[FigureGrid.Line]> = []

  /// What stands in a cell.
  public func cell(_ row: FigureGrid.Line, _ column: FigureGrid.Line) -> Cell {
    cells[[row, column]] ?? .none
  }

  /// How many answered the question of a cell; nil where nothing but answers are counted.
  public func base(_ row: FigureGrid.Line, _ column: FigureGrid.Line) -> Cell? {
    bases[[row, column]]
  }

  /// Whether it is what an earlier release said, since it has moved by too little.
  public func isEarlier(_ row: FigureGrid.Line, _ column: FigureGrid.Line) -> Bool {
    earlier.contains([row, column])
  }

  /// The name of the rule by which its counts stand.
  public var rule: Code { isRounded ? SmallNumbers.rule : Self.exactRule }

  /// The rule of a table that stands as it is known.
  public static let exactRule: Code = "none"
}

// Reckoning.
extension PublicTable {
  /// The figures that are asked for as they may be published, beside the releases that are out.
  public init(
    _ question: TableQuestion, _ insight: Insight,
    order: FigureGrid.Order = { values, _ in values }
  ) {
    let grid = FigureGrid(question, insight, order: order)
    self.init(question, grid, insight)
    let releases = insight.programme.releases.values.sorted { ($0.at, $0.id) < ($1.at, $1.id) }
    if let last = releases.last(where: { $0.answers(self) }) { keep(last) }
    sumUp()
    if verdict.isOpen { audit(releases) }
  }

  private init(_ question: TableQuestion, _ grid: FigureGrid, _ insight: Insight) {
    self.question = question
    let columns =
      question.columns == nil && question.measure != .declared
      ? [.measure(question.measure)] : grid.columns.filter { $0 != .total }
    rows = grid.rows.filter { $0 != .total } + (question.addsUp(.rows) ? [.total] : [])
    self.columns = columns + (question.addsUp(.columns) ? [.total] : [])
    let events = grid.figure(.total, .total)?.eventIDs ?? []
    isRounded =
      question.isSensitive
      || question.measure.countsPersons
        && events.contains { !(insight.programme.events[$0]?.aboutCommunities.isEmpty ?? true) }
    approvals = Self.approvals(of: events, insight)
    verdict = .empty
    let lines = rows.filter { $0 != .total }
    for row in lines {
      for column in columns {
        let mark = grid.mark(row, column)
        cells[[row, column]] = shown(mark)
        if case .share(_, let answers, let isLeast) = mark {
          bases[[row, column]] = shown(.number(answers, isLeast: isLeast))
        }
      }
    }
    let open = Self.openEvents(question, events, insight)
    if question.namesSomebody {
      verdict = .namesSomebody
    } else if !open.isEmpty {
      verdict = .notYet(open)
    } else if lines.count > TableAudit.most || columns.count > TableAudit.most {
      verdict = .tooLarge
    } else if !lines.isEmpty {
      verdict =
        isRounded ? .rounded(withheld: cells.values.count { $0 == .withheld }) : .exposesNobody
    }
  }

  private func shown(_ mark: FigureMark) -> Cell {
    switch mark {
    case .none: return .none
    case .forbidden: return .forbidden
    case .unknown: return .unknown
    case .number(let count, let isLeast), .share(let count, _, let isLeast):
      guard isRounded else { return .number(count, isLeast: isLeast) }
      return SmallNumbers.shown(count).map { .number($0, isLeast: isLeast) } ?? .withheld
    }
  }

  /// Adds up what is shown, never what is known: so no sum tells what was withheld or has moved.
  private mutating func sumUp() {
    let (lines, heads) = (rows.filter { $0 != .total }, columns.filter { $0 != .total })
    for column in heads where rows.contains(.total) {
      cells[[.total, column]] = sum(lines.map { [$0, column] }, cells)
      if question.measure == .declared {
        bases[[.total, column]] = sum(lines.map { [$0, column] }, bases)
      }
    }
    for row in lines where columns.contains(.total) {
      cells[[row, .total]] = sum(heads.map { [row, $0] }, cells)
      if question.measure == .declared {
        bases[[row, .total]] = sum(heads.map { [row, $0] }, bases)
      }
    }
    if rows.contains(.total) && columns.contains(.total) {
      cells[[.total, .total]] = sum(lines.map { [$0, .total] }, cells)
    }
  }

  private func sum(_ places: [[FigureGrid.Line]], _ cells: [[FigureGrid.Line]: Cell]) -> Cell {
    var (count, isLeast, isKnown) = (0, false, false)
    var signs = Set<Cell>()
    for cell in places.compactMap({ cells[$0] }) {
      switch cell {
      case .number(let number, let isPart):
        (count, isLeast, isKnown) = (count + number, isLeast || isPart, true)
      // A sum of what is shown says nothing of what is not.
      case .withheld: isKnown = true
      case .unknown:
        isLeast = true
        signs.insert(cell)
      case .none, .forbidden: signs.insert(cell)
      }
    }
    if isKnown { return .number(count, isLeast: isLeast) }
    return signs.contains(.unknown)
      ? .unknown : signs.contains(.none) ? .none : signs.first ?? .none
  }

  /// The approved and locked quarters in which some events lie.
  private static func approvals(of events: [EventID], _ insight: Insight) -> [ApprovalPeriod] {
    let locked = insight.programme.approvals.filter { $0.value.lock != nil }.map(\.key)
    if locked.isEmpty { return [] }
    let wanted = Set(events)
    return locked.filter { period in
      insight.programme.events(in: period).contains { wanted.contains($0.id) }
    }.sorted { $0.stored < $1.stored }
  }

  /// The events of which nobody knows whether they asked, of the questions that are shown.
  private static func openEvents(
    _ question: TableQuestion, _ events: [EventID], _ insight: Insight
  ) -> [EventID] {
    guard question.measure == .declared else { return [] }
    let questions = insight.declared(at: events).questions.filter { $0.notKnown > 0 }.map(
      \.question)
    if questions.isEmpty { return [] }
    return events.filter { id in
      questions.contains { insight.declared($0, at: id) == .notKnown }
    }
  }
}

extension TableQuestion {
  /// Whether the cells along an axis add up to one of the whole.
  func addsUp(_ axis: Axis) -> Bool {
    guard let key = key(axis) else { return false }
    return key.isPartition && measure.addsUp
  }

  /// Whether a trait of people that can do them harm splits the counts of persons.
  ///
  /// A filter counts as one unless it is listed as harmless: of one that comes later nobody would
  /// think.
  var isSensitive: Bool {
    if !measure.countsPersons { return false }
    if measure == .declared || measure == .testimonies || rows.isSensitive { return true }
    if let columns, columns.isSensitive { return true }
    for term in query.terms {
      guard let key = term.key, Self.harmless.contains(key) else { return true }
    }
    return false
  }

  /// Whether the filter names a person or a record, or has words that can be a name.
  var namesSomebody: Bool {
    for term in query.terms {
      guard let key = term.key, key != .person, key != .id else { return true }
    }
    return false
  }

  private static let harmless: Set<QueryKey> = [
    .country, .region, .place, .year, .month, .after, .before, .status, .type, .format,
    .involvement, .language, .series, .source, .topic,
  ]
}

extension PublicTable {
  /// How many cells stand as an earlier release has them.
  public var keptCount: Int { earlier.count }
}
