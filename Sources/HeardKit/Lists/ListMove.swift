/// Moves in lists, the same everywhere.
public enum ListMove {
  /// The commands that move.
  public static let commands: [Command] = [.moveUp, .moveDown, .pageUp, .pageDown, .first, .last]

  /// The cursor after a move; unchanged for any other command.
  public static func cursor(_ cursor: Int, _ command: Command, count: Int, page: Int) -> Int {
    let last = max(0, count - 1)
    switch command {
    case .moveUp: return max(0, min(cursor - 1, last))
    case .moveDown: return min(cursor + 1, last)
    case .pageUp: return max(0, cursor - page)
    case .pageDown: return min(cursor + page, last)
    case .first: return 0
    case .last: return last
    default: return min(cursor, last)
    }
  }
}
