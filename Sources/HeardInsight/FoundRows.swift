/// The rows of a list in their order, each made when it is looked at.
///
/// A screen shows twenty of them: of two hundred thousand people no more than that are put together.
public struct FoundRows<Row: Identifiable & Sendable>: RandomAccessCollection, Sendable
where Row.ID: Sendable {
  /// How many there are.
  public let count: Int
  private let makeID: @Sendable (Int) -> Row.ID
  private let make: @Sendable (Int) -> Row

  /// Rows that are there already.
  public init(_ rows: [Row] = []) {
    self.init(count: rows.count, id: { rows[$0].id }, row: { rows[$0] })
  }

  /// So many rows, with what gives one and its id by its place.
  public init(
    count: Int, id: @escaping @Sendable (Int) -> Row.ID, row: @escaping @Sendable (Int) -> Row
  ) {
    self.count = count
    makeID = id
    make = row
  }

  /// The place of the first.
  public var startIndex: Int { 0 }
  /// The place behind the last.
  public var endIndex: Int { count }
  /// The row at a place, made now.
  public subscript(place: Int) -> Row { make(place) }

  /// The ids of the rows in their order; no row is made for them.
  public var ids: FoundIDs<Row.ID> { FoundIDs(count: count, make: makeID) }

  /// The same rows in another order, or some of them.
  public func at(_ places: [Int]) -> FoundRows {
    FoundRows(
      count: places.count, id: { [makeID] in makeID(places[$0]) },
      row: { [make] in make(places[$0]) })
  }

  /// The rows from the last to the first.
  public var turnedRound: FoundRows {
    let last = count - 1
    return FoundRows(
      count: count, id: { [makeID] in makeID(last - $0) }, row: { [make] in make(last - $0) })
  }
}

/// The ids of rows in their order.
public struct FoundIDs<ID: Sendable>: RandomAccessCollection, Sendable {
  /// How many there are.
  public let count: Int
  fileprivate let make: @Sendable (Int) -> ID

  /// The place of the first.
  public var startIndex: Int { 0 }
  /// The place behind the last.
  public var endIndex: Int { count }
  /// The id of the row at a place.
  public subscript(place: Int) -> ID { make(place) }
}
