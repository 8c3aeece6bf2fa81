import HeardModel
import TerminalCanvas

/// A list that is filtered while one types.
public protocol FilteredScreen: Screen {
  var filter: FilterLine { get set }
}

extension FilteredScreen {
  public var takesText: Bool { filter.isOpen }

  public mutating func type(_ key: Key, _ desk: inout Desk) -> Bool {
    let handled = filter.type(key)
    if handled { refresh(desk) }
    return handled
  }

  /// Opens the filter, or takes it away.
  public mutating func changeFilter(_ command: Command, _ desk: Desk) {
    if command == .filter { return filter.open() }
    filter.clear()
    refresh(desk)
  }
}
