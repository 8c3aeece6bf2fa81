/// Reckons what somebody can work out who sees a table as it is to be published, knows the rule for small
/// numbers, and knows some sums exactly: from another table, or from an earlier release.
///
/// What it says hangs on nothing but that, never on the true counts: so that a table passes tells nothing
/// of it either. The counts of a table with sums in two directions are a flow in a network, whose least and
/// largest values are whole numbers with none left out between them; what it says is therefore exact.
public struct TableAudit: Sendable {
  /// What can be worked out.
  public enum Verdict: Hashable, Sendable {
    /// Every withheld count keeps as many values as it must.
    case holds
    /// A withheld count keeps too few values.
    case narrows(Cell, to: ClosedRange<Int>)
    /// No counts agree with what is shown and known: the sums are not of this table.
    case contradicts
    /// It was not settled within the steps that are allowed; such a table is withheld.
    case unsettled
  }

  /// The place of a count.
  public struct Cell: Hashable, Sendable {
    /// The row, from 0.
    public let row: Int
    /// The column, from 0.
    public let column: Int

    /// A place.
    public init(row: Int, column: Int) {
      self.row = row
      self.column = column
    }
  }

  /// The most rows and columns.
  public static let most = 60
  /// The most steps along the network, for all counts together.
  public static let mostSteps = 5_000_000

  private let columns: Int
  /// True counts, or any that are possible: where the search for others begins.
  private let counts: [[Int]]
  /// What each count can be for whoever sees what is shown.
  private let ranges: [[ClosedRange<Int>]]
  private let hidden: [Cell]
  private let rowSums: [ClosedRange<Int>?]
  private let columnSums: [ClosedRange<Int>?]
  private let total: ClosedRange<Int>?

  /// The table that is to be shown by the rule, with the sums that somebody knows: rows of the same length,
  /// and as many sums as rows and columns, nil where one is not known.
  public init(
    _ counts: [[Int]], rowSums: [Int?]? = nil, columnSums: [Int?]? = nil, total: Int? = nil
  ) {
    columns = counts.first?.count ?? 0
    self.counts = counts
    let shown = counts.map { $0.map(SmallNumbers.shown) }
    ranges = shown.map { $0.map(SmallNumbers.possible) }
    hidden = Self.places(shown) { $0 == nil }
    func exact(_ sums: [Int?]?, _ count: Int) -> [ClosedRange<Int>?] {
      (sums ?? [Int?](repeating: nil, count: count)).map { $0.map { $0...$0 } }
    }
    self.rowSums = exact(rowSums, counts.count)
    self.columnSums = exact(columnSums, columns)
    self.total = total.map { $0...$0 }
  }

  /// A table of which somebody knows what each count can be, which of them were withheld, and what
  /// the sums can be; nil where nothing is known of one.
  public init(
    ranges: [[ClosedRange<Int>]], hidden: [Cell], rowSums: [ClosedRange<Int>?],
    columnSums: [ClosedRange<Int>?]
  ) {
    columns = ranges.first?.count ?? 0
    (self.ranges, self.hidden) = (ranges, hidden)
    counts = ranges.map { $0.map(\.lowerBound) }
    (self.rowSums, self.columnSums, total) = (rowSums, columnSums, nil)
  }

  private static func places<Value>(
    _ table: [[Value]], where isWanted: (Value) -> Bool
  ) -> [Cell] {
    table.indices.flatMap { row in
      table[row].indices.filter { isWanted(table[row][$0]) }.map { Cell(row: row, column: $0) }
    }
  }

  /// What can be worked out.
  public func verdict() -> Verdict {
    if hidden.isEmpty { return .holds }
    if counts.count > Self.most || columns > Self.most { return .unsettled }
    var network = Network(steps: Self.mostSteps)
    let arcs = arcs(&network)
    switch network.findFlow() {
    case .none: return .unsettled
    case .some(false): return .contradicts
    case .some(true): break
    }
    for cell in hidden {
      guard
        let range = network.range(of: arcs[cell.row][cell.column], enough: SmallNumbers.leastValues)
      else { return .unsettled }
      if range.count < SmallNumbers.leastValues { return .narrows(cell, to: range) }
    }
    return .holds
  }

  /// The counts run from their rows to their columns, the sums to the rows and from the columns.
  ///
  /// The total runs back. It begins with the true counts, which is quicker than with none and changes nothing.
  private func arcs(_ network: inout Network) -> [[Int]] {
    let (source, sink) = (network.addNode(), network.addNode())
    let rows = counts.indices.map { _ in network.addNode() }
    let lines = (0..<columns).map { _ in network.addNode() }
    let any = 0...ranges.joined().reduce(0) { $0 + $1.upperBound }
    func limits(_ sum: ClosedRange<Int>?) -> ClosedRange<Int> { sum ?? any }
    for row in rows.indices {
      network.addArc(source, rows[row], limits(rowSums[row]), flow: counts[row].reduce(0, +))
    }
    for column in lines.indices {
      let sum = counts.reduce(0) { $0 + $1[column] }
      network.addArc(lines[column], sink, limits(columnSums[column]), flow: sum)
    }
    network.addArc(sink, source, total ?? any, flow: counts.joined().reduce(0, +))
    return rows.indices.map { row in
      lines.indices.map {
        network.addArc(rows[row], lines[$0], ranges[row][$0], flow: counts[row][$0])
      }
    }
  }
}

/// A network in which something flows in circles, along arcs that each carry at least and at most so much.
///
/// It has at most 128 nodes, and at most one arc between two of them.
private struct Network {
  private struct Arc {
    let from: Int
    let to: Int
    let limits: ClosedRange<Int>
    var flow: Int
  }

  private var arcs: [Arc] = []
  /// The arc between two nodes, by the number of the one times 128 and that of the other.
  private var places = [Int32](repeating: -1, count: 128 * 128)
  /// To which nodes more can flow from each, along an arc or against one; a bit for each.
  private var open: [UInt128] = []
  private var steps: Int

  init(steps: Int) { self.steps = steps }

  mutating func addNode() -> Int {
    open.append(0)
    return open.count - 1
  }

  /// Adds an arc in which so much flows for a start, whatever its limits are.
  @discardableResult
  mutating func addArc(_ from: Int, _ to: Int, _ limits: ClosedRange<Int>, flow: Int) -> Int {
    arcs.append(Arc(from: from, to: to, limits: limits, flow: flow))
    places[from * 128 + to] = Int32(arcs.count - 1)
    places[to * 128 + from] = Int32(arcs.count - 1)
    setOpen(arcs.count - 1)
    return arcs.count - 1
  }

  /// Brings the flow of all arcs within their limits; false where that cannot be, nil where the steps ran
  /// out.
  ///
  /// Arc by arc: none that is within its limits leaves them again.
  mutating func findFlow() -> Bool? {
    for arc in arcs.indices {
      let (from, to, limits) = (arcs[arc].from, arcs[arc].to, arcs[arc].limits)
      while !limits.contains(arcs[arc].flow) {
        let isLess = arcs[arc].flow < limits.lowerBound
        let wanted =
          isLess ? limits.lowerBound - arcs[arc].flow : arcs[arc].flow - limits.upperBound
        let moved = isLess ? push(from: to, to: from, wanted) : push(from: from, to: to, wanted)
        guard let moved else { return nil }
        if moved == 0 { return false }
        add(isLess ? moved : -moved, to: arc)
      }
    }
    return true
  }

  /// What the flow along an arc can be, as far as so many values; nil where the steps ran out.
  mutating func range(of arc: Int, enough: Int) -> ClosedRange<Int>? {
    let (from, to, limits) = (arcs[arc].from, arcs[arc].to, arcs[arc].limits)
    let (flow, before) = (arcs[arc].flow, self)
    // The flow that was there is as good a start for the other direction, and for the next arc.
    func restore() {
      let used = steps
      self = before
      steps = used
    }
    guard let more = push(from: to, to: from, min(limits.upperBound - flow, enough - 1), all: true)
    else { return nil }
    restore()
    let wanted = min(flow - limits.lowerBound, enough - 1 - more)
    guard let less = push(from: from, to: to, wanted, all: true) else { return nil }
    restore()
    return (flow - less)...(flow + more)
  }

  /// Moves flow between the ends of an arc, not along the arc itself, by the shortest way that has room;
  /// `all` goes on until no more can be moved.
  ///
  /// - Returns: how much, at most what is wanted; 0 where there is no way, nil where the steps ran out.
  private mutating func push(
    from start: Int, to goal: Int, _ wanted: Int, all: Bool = false
  ) -> Int? {
    var moved = 0
    while moved < wanted {
      guard let way = way(from: start, to: goal) else { return nil }
      if way.isEmpty { break }
      let room = way.reduce(wanted - moved) { min($0, self.room(from: $1.from, to: $1.to)) }
      for step in way {
        let arc = Int(places[step.from * 128 + step.to])
        add(arcs[arc].from == step.from ? room : -room, to: arc)
      }
      moved += room
      if !all { break }
    }
    return moved
  }

  /// The shortest way with room between two nodes that an arc joins, without that arc; empty where there is
  /// none, nil where the steps ran out.
  private mutating func way(from start: Int, to goal: Int) -> [(from: Int, to: Int)]? {
    let last = UInt128(1) << UInt128(goal)
    var unseen = ~(UInt128(1) << UInt128(start))
    var origins = [Int](repeating: -1, count: open.count)
    var queue = [start]
    var next = 0
    while next < queue.count, unseen & last != 0 {
      let node = queue[next]
      next += 1
      steps -= 1
      if steps < 0 { return nil }
      var found = open[node] & unseen
      if node == start { found &= ~last }
      unseen &= ~found
      while found != 0 {
        let other = found.trailingZeroBitCount
        found &= found - 1
        origins[other] = node
        queue.append(other)
      }
    }
    var way: [(from: Int, to: Int)] = []
    var node = goal
    while node != start, origins[node] >= 0 {
      way.append((origins[node], node))
      node = origins[node]
    }
    return way
  }

  private mutating func add(_ flow: Int, to arc: Int) {
    arcs[arc].flow += flow
    setOpen(arc)
  }

  /// How much more can flow from one node to another, along their arc or against it.
  private func room(from: Int, to: Int) -> Int {
    let arc = arcs[Int(places[from * 128 + to])]
    return arc.from == from ? arc.limits.upperBound - arc.flow : arc.flow - arc.limits.lowerBound
  }

  private mutating func setOpen(_ arc: Int) {
    let (from, to) = (arcs[arc].from, arcs[arc].to)
    for (one, other) in [(from, to), (to, from)] {
      let bit = UInt128(1) << UInt128(other)
      if room(from: one, to: other) > 0 { open[one] |= bit } else { open[one] &= ~bit }
    }
  }
}
