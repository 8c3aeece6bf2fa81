/// Records that are marked so that something is done to all of them at once.
///
/// They are known by their ids: marks stay where a list is sorted, filtered or read anew.
public struct Marks<ID: Hashable & Comparable & Sendable>: Sendable {
  @usableFromInline var ids: Set<ID> = []
  /// Where a range was begun, with what was marked before it.
  private var range: (start: ID, before: Set<ID>)?

  /// Whether nothing is marked.
  public var isEmpty: Bool { ids.isEmpty }
  var count: Int { ids.count }
  /// Whether moving marks.
  public var isRange: Bool { range != nil }

  /// Nothing is marked.
  public init() {}

  @inlinable func contains(_ id: ID) -> Bool { ids.contains(id) }

  /// Marks a record, or takes its mark away.
  public mutating func toggle(_ id: ID) {
    range = nil
    ids.formSymmetricDifference([id])
  }

  /// Marks all that are shown; where all of them are marked, none of them.
  mutating func toggleAll(_ shown: some Sequence<ID>) {
    range = nil
    if shown.allSatisfy(ids.contains) { ids.subtract(shown) } else { ids.formUnion(shown) }
  }

  /// Begins a range at a record, or ends the one that was begun.
  mutating func turnRange(at id: ID) {
    range = range == nil ? (id, ids) : nil
    if range != nil { ids.insert(id) }
  }

  /// Marks from where the range began to a record, as the rows stand now.
  mutating func extend<IDs: RandomAccessCollection>(to id: ID, in shown: IDs)
  where IDs.Element == ID {
    guard let range else { return }
    guard let start = shown.firstIndex(of: range.start), let end = shown.firstIndex(of: id) else {
      self.range = nil
      return
    }
    ids = range.before.union(shown[min(start, end)...max(start, end)])
  }

  /// Forgets the marks of records that are no longer there.
  public mutating func keep(where isThere: (ID) -> Bool) {
    if !ids.allSatisfy(isThere) { ids = ids.filter(isThere) }
  }

  /// How many marked records are not among those shown.
  public func hidden(from shown: some Sequence<ID>) -> Int { ids.subtracting(shown).count }

  /// The marked records as they are shown, those that are not shown behind them.
  func ordered(_ shown: some Sequence<ID>) -> [ID] {
    shown.filter(ids.contains) + ids.subtracting(shown).sorted()
  }
}
