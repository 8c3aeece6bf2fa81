/// A row that is focused by what it stands for, so that a change elsewhere never moves the focus.
public struct ListCursor<ID: Hashable & Sendable>: Sendable {
  private(set) var index = 0
  /// What the focused row stands for; nil while nothing is focused.
  public private(set) var id: ID?

  /// Nothing is focused yet.
  public init() {}

  /// Finds the focused row again in a list that may have changed.
  public mutating func find<IDs: RandomAccessCollection>(in ids: IDs)
  where IDs.Element == ID, IDs.Index == Int {
    // In most cases it stands where it stood.
    if let id, ids.indices.contains(index), ids[index] == id { return }
    if let id, let place = ids.firstIndex(of: id) {
      index = place
    } else {
      index = min(index, max(0, ids.count - 1))
      id = ids.indices.contains(index) ? ids[index] : nil
    }
  }

  /// Goes to another row.
  public mutating func move<IDs: RandomAccessCollection>(
    _ command: Command, in ids: IDs, page: Int
  ) where IDs.Element == ID, IDs.Index == Int {
    find(in: ids)
    index = ListMove.cursor(index, command, count: ids.count, page: page)
    id = ids.indices.contains(index) ? ids[index] : nil
  }

  /// Goes to the row of something.
  public mutating func focus(_ wanted: ID) { id = wanted }

  /// The focused row's place; nil in an empty list.
  public func place(in count: Int) -> Int? { count == 0 ? nil : min(index, count - 1) }
}
