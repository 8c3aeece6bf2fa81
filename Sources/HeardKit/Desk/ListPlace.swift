import HeardInsight
import HeardModel

/// A list as somebody left it: what it shows, in which order, and what has the focus.
public struct ListPlace: Hashable, Sendable {
  /// Which list.
  public var list: QueryTarget
  /// The filter, as it is typed.
  public var filter: String
  /// By what it is sorted; nil for the list's own order.
  public var sort: Code?
  /// Whether the highest stands first.
  public var isDescending = false
  /// The view that was opened on it.
  public var view: ViewID?
  /// The columns that were chosen on a view.
  public var columns: [Code]?
  /// The focused record.
  public var focus: String?
  /// Whether the filter is open.
  public var isSearching = false

  /// A list in its own order.
  public init(_ list: QueryTarget, _ filter: String = "") {
    self.list = list
    self.filter = filter
  }
}
