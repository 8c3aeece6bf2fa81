import HeardModel
import TerminalCanvas

/// A list that is filtered while one types.
protocol FilteredScreen: Screen {
  var filter: FilterLine { get set }
}

extension FilteredScreen {
  var takesText: Bool { filter.isOpen }

  mutating func type(_ key: Key, _ desk: inout Desk) -> Bool {
    let handled = filter.type(key)
    if handled { refresh(desk) }
    return handled
  }

  /// Opens the filter, or takes it away.
  mutating func changeFilter(_ command: Command, _ desk: Desk) {
    if command == .filter { return filter.open() }
    filter.clear()
    refresh(desk)
  }
}
