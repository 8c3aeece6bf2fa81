import HeardModel
import TerminalCanvas

/// A list that is filtered while one types.
public protocol FilteredScreen: Screen {
  /// What has the focus, in which the place in the list is found again.
  associatedtype Spot: Sendable
  /// The filter, open while it is typed.
  var filter: FilterLine { get set }
  /// What has the focus; Esc in the filter returns to it.
  var spot: Spot { get set }
}

extension FilteredScreen {
  /// Whether the filter is open: keys go into it then.
  public var takesText: Bool { filter.isOpen }

  /// Takes a key into the open filter and finds the rows anew.
  public mutating func type(_ key: Key, _ desk: inout Desk) -> Bool {
    let isTakenBack = takesBack(key)
    guard filter.type(key) else { return false }
    if isTakenBack { returnToSpot() }
    refresh(desk)
    return true
  }

  /// Whether a key takes back what was typed into the filter.
  func takesBack(_ key: Key) -> Bool { key == .escape && filter.isOpen }

  /// Focuses what had the focus before the filter was opened.
  mutating func returnToSpot() {
    if let spot = filter.spot as? Spot { self.spot = spot }
  }

  /// Opens the filter, or takes it away.
  public mutating func changeFilter(_ command: Command, _ desk: Desk) {
    if command == .filter { return filter.open(at: spot) }
    filter.clear()
    refresh(desk)
  }
}
