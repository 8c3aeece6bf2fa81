import HeardModel
import TerminalCanvas

/// A list that is filtered while one types.
public protocol FilteredScreen: Screen {
  /// The filter, open while it is typed.
  var filter: FilterLine { get set }
}

extension FilteredScreen {
  /// Whether the filter is open: keys go into it then.
  public var takesText: Bool { filter.isOpen }

  /// Takes a key into the open filter and finds the rows anew.
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
