import HeardModel
import TerminalCanvas

/// By what a list is ordered, and which way.
public struct ListSort<Order: ListOrder>: Sendable {
  /// By what the list is ordered.
  public private(set) var order: Order
  /// Whether the most, the latest or the end of the alphabet comes first.
  public private(set) var isDescending: Bool
  /// The orders that begin with the most.
  public let descending: [Order]

  /// An order in the way in which it begins; `descending` names those with the most first.
  public init(by order: Order, descending: [Order]) {
    self.order = order
    self.descending = descending
    isDescending = descending.contains { $0.rawValue == order.rawValue }
  }

  /// Goes to the next order, or turns this one round; `label` names an order in news.
  public mutating func perform(_ command: Command, _ desk: inout Desk, label: (Order) -> String) {
    if command == .reverseSort {
      isDescending.toggle()
    } else {
      let all = Array(Order.allCases)
      let place = all.firstIndex { $0.rawValue == order.rawValue } ?? 0
      self = ListSort(by: all[(place + 1) % all.count], descending: descending)
    }
    desk.say(
      desk.words(
        isDescending ? "events.nowSortedDown" : "events.nowSorted", ["order": label(order)]))
  }

  /// Takes an order by its name; one that the list does not know changes nothing.
  public mutating func take(_ name: String, isDescending: Bool) {
    guard let wanted = Order.allCases.first(where: { $0.rawValue == name }) else { return }
    order = wanted
    self.isDescending = isDescending
  }

  /// The mark on the title of the column of an order.
  public func mark(_ wanted: String) -> Column.Order? {
    guard wanted == order.rawValue else { return nil }
    return isDescending ? .descending : .ascending
  }
}
