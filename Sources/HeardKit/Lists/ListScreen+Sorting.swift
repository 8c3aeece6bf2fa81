import HeardInsight
import HeardModel
import TerminalCanvas

// By what a list can be sorted, and the rows in that order.
extension ListScreen {
  /// What the list can be sorted by, in the order of its columns, with what that is called.
  public func sortStops(_ desk: Desk) -> [(name: String, title: String)] {
    let shown = shownColumns(desk).map(\.sortName)
    return ListSort<Order>.stops(shown).map { ($0, sortTitle($0, desk)) }
  }

  /// By what the list is sorted, in words: `by date`.
  func sortWords(_ desk: Desk) -> String {
    guard list.sort.column != nil else { return orderWords(list.sort.order.rawValue, desk) }
    return desk.words("list.sortedBy", ["column": sortTitle(list.sort.name, desk)])
  }

  /// Sorts by the next column, or turns the order round.
  mutating func sort(_ command: Command, _ desk: inout Desk) {
    if command == .reverseSort { return sort(by: list.sort.name, &desk) }
    let stops = sortStops(desk).map(\.name)
    let place = stops.firstIndex(of: list.sort.name) ?? -1
    sort(by: stops[(place + 1) % stops.count], &desk)
  }

  /// Sorts by a column or an order; what sorts the list already is turned round.
  public mutating func sort(by name: String, _ desk: inout Desk) {
    if name == list.sort.name { list.sort.reverse() } else { list.sort.begin(with: name) }
    refresh(desk)
    let key = list.sort.isDescending ? "events.nowSortedDown" : "events.nowSorted"
    desk.say(desk.words(key, ["order": sortWords(desk)]))
  }

  /// Takes an order that was kept; one that this version does not know changes nothing.
  mutating func take(sort name: Code, isDescending: Bool) {
    let isKnown =
      Order.allCases.contains { $0.rawValue == name.stored }
      || Self.columns.contains { $0.sortName == name.stored }
    if isKnown { list.sort.take(name.stored, isDescending: isDescending) }
  }

  /// Rows in the order of the cells of a column, where one orders the list.
  ///
  /// Those that are alike stay in the order of the list, and empty cells come last both ways.
  func sorted(_ rows: FoundRows<Row>, _ desk: Desk) -> FoundRows<Row> {
    guard let name = list.sort.column?.stored,
      let column = Self.columns.first(where: { $0.sortName == name })
    else {
      // A list with one order only finds its rows one way.
      return Order.allCases.count == 1 && list.sort.isDescending ? rows.turnedRound : rows
    }
    let setting = CellSetting(desk)
    let texts = rows.map { column.cell($0, setting).text }
    let thousands = desk.words("language.thousands")
    return rows.at(
      CellOrder(texts, thousands: thousands, desk.insight.collation)
        .places(descending: list.sort.isDescending))
  }

  private func sortTitle(_ name: String, _ desk: Desk) -> String {
    if let column = Self.columns.first(where: { $0.sortName == name }) {
      return desk.words(column.title)
    }
    return orderWords(name, desk)
  }

  private func orderWords(_ name: String, _ desk: Desk) -> String {
    Order.allCases.count > 1
      ? desk.words("\(Self.kind.rawValue).sorted.\(name)") : desk.words("list.sortedAsUsual")
  }
}
