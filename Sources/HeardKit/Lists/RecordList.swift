import HeardInsight
import HeardModel

/// What a list shows and what is done on it: filter, order, focus, marks, columns, and its view.
public struct RecordList<Row: Identifiable & Sendable, Order: ListOrder>: Sendable
where Row.ID: Comparable & Sendable & StoredText {
  @usableFromInline var filter: FilterLine
  /// By what it is ordered, and which way.
  public var sort: ListSort<Order>
  /// The focused record.
  public var cursor = ListCursor<Row.ID>()
  /// The marked records, also those that the filter hides.
  public var marks = Marks<Row.ID>()
  /// What the filter lets pass, in its order.
  public private(set) var rows = FoundRows<Row>()
  /// How many there are without the filter.
  public private(set) var count = 0
  /// The columns that were chosen on this list; nil shows those of the person's settings.
  public var columns: [Code]?
  /// The view that was opened, as it was then.
  public var view: SavedView?
  /// How much room the content of columns needs.
  @usableFromInline var measured: [Code: Int] = [:]

  /// A list before its rows are found, with its filter and its order.
  public init(filter: String, sort: ListSort<Order>) {
    self.filter = FilterLine(filter)
    self.sort = sort
  }

  /// The records that are shown, in their order.
  public var ids: FoundIDs<Row.ID> { rows.ids }

  /// The focused row; nil in an empty list.
  public var focused: Row? { cursor.place(in: rows.count).map { rows[$0] } }

  /// What is done to several is done to these: the marked records, else the focused one.
  public var chosen: [Row.ID] {
    marks.isEmpty ? focused.map { [$0.id] } ?? [] : marks.ordered(ids)
  }

  /// Takes in the rows that were found; the focused one stays focused.
  public mutating func take(_ rows: FoundRows<Row>, of count: Int) {
    self.rows = rows
    self.count = count
    cursor.find(in: ids)
  }

  /// Moves the focus, and marks on the way where a range was begun.
  public mutating func move(_ command: Command, page: Int) {
    let ids = ids
    cursor.move(command, in: ids, page: page)
    if let id = cursor.id { marks.extend(to: id, in: ids) }
  }
}

/// By what a list can be ordered.
public typealias ListOrder = RawRepresentable<String> & CaseIterable & Sendable

/// The order of a list that has only one.
public enum OnlyOrder: String, CaseIterable, Sendable {
  case usual
}
