import HeardInsight
import HeardModel
import TerminalCanvas

/// Whether people were told, as a cell of a table.
public enum ToldCell {
  /// The words that can stand in the cell, by which its width is measured.
  @Sendable public static func texts(_ words: Words) -> [String] {
    ["due", "late", "yes", "no"].map { words("told.\($0)") }
  }

  /// The state in one word; empty where nobody has to be told yet.
  public static func text(_ told: Told, _ words: Words) -> StyledText {
    switch told {
    case .nothing, .notDue: StyledText("")
    case .due: StyledText(words("told.due"), .warning)
    case .late: StyledText(words("told.late"), .bad)
    case .told: StyledText(words("told.yes"), .good)
    case .notPossible: StyledText(words("told.no"), .faint)
    }
  }
}
