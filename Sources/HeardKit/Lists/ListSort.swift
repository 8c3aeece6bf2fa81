import HeardModel
import TerminalCanvas

/// By what a list is ordered, and which way: by an order of its own, or by the cells of a column.
public struct ListSort<Order: ListOrder>: Sendable {
  /// By what the list is ordered, also below a column.
  public private(set) var order: Order
  /// The column whose cells order the list; nil where the order alone does.
  public private(set) var column: Code?
  /// Whether the order begins with the most, the latest or the end of the alphabet.
  public private(set) var isOrderDescending: Bool
  private var isColumnDescending = false
  /// The orders that begin with the most.
  public let descending: [Order]

  /// An order in the way in which it begins; `descending` names those with the most first.
  public init(by order: Order, descending: [Order]) {
    self.order = order
    self.descending = descending
    isOrderDescending = descending.contains { $0.rawValue == order.rawValue }
  }

  /// What orders the list, as views and places keep it: an order, or a column.
  public var name: String { column?.stored ?? order.rawValue }

  /// Whether what orders the list begins with the most.
  public var isDescending: Bool { column == nil ? isOrderDescending : isColumnDescending }

  /// What the list can be sorted by: some columns, then the orders that have none among them.
  static func stops(_ columns: [String]) -> [String] {
    var stops = columns
    for order in Order.allCases where !stops.contains(order.rawValue) {
      stops.append(order.rawValue)
    }
    return stops
  }

  /// Begins with another order or column, in the way in which it begins.
  mutating func begin(with name: String) {
    let order = Order.allCases.first { $0.rawValue == name }
    take(
      name,
      isDescending: order.map { order in
        descending.contains { $0.rawValue == order.rawValue }
      } ?? false)
  }

  /// Turns the order round.
  mutating func reverse() { take(name, isDescending: !isDescending) }

  /// Takes an order by its name, else the column of this name.
  public mutating func take(_ name: String, isDescending: Bool) {
    if let wanted = Order.allCases.first(where: { $0.rawValue == name }) {
      (order, column, isOrderDescending) = (wanted, nil, isDescending)
    } else if let wanted = Code(stored: name) {
      (column, isColumnDescending) = (wanted, isDescending)
    }
  }

  /// The mark on the title of what orders the list.
  public func mark(_ wanted: String) -> Column.Order? {
    guard wanted == name else { return nil }
    return isDescending ? .descending : .ascending
  }
}
