/// What a mouse tells in the form of xterm's mode 1006.
public enum MouseReport {
  /// The key of a report behind `ESC [ <`, as `0;12;7M`; nil for what means nothing here.
  public static func key(_ report: String) -> Key? {
    // A small m is a button that is let go.
    guard report.hasSuffix("M") else { return nil }
    let numbers = report.dropLast().split(separator: ";", omittingEmptySubsequences: false)
      .map { Int($0) }
    guard numbers.count == 3, let button = numbers[0], let column = numbers[1],
      let row = numbers[2], column > 0, row > 0
    else { return nil }
    switch button {
    case 0: return .click(Position(column: column - 1, row: row - 1))
    case 64: return .wheel(-1)
    case 65: return .wheel(1)
    default: return nil
    }
  }
}
