import HeardInsight
import HeardModel
import TerminalCanvas

/// Whether people were told, as a cell of a table.
public enum ToldCell {
  /// The words that can stand in the cell, by which its width is measured.
  @Sendable public static func texts(_ words: Words) -> [String] {
    ["due", "late", "yes", "no"].map { words("told.\($0)") }
      + TellingLack.allCases.map { short($0, words) }
  }

  /// The state in one word; empty where nobody has to be told yet.
  public static func text(_ told: Told, _ words: Words) -> StyledText {
    switch told {
    case .nothing, .notDue: StyledText("")
    case .due: StyledText(words("told.due"), .warning)
    case .late: StyledText(words("told.late"), .bad)
    case .told: StyledText(words("told.yes"), .good)
    // Only the first of them: what is read aloud names all.
    case .toldLacking(let lacks):
      StyledText(lacks.first.map { short($0, words) } ?? "", .warning)
    case .notPossible: StyledText(words("told.no"), .faint)
    }
  }

  /// What is read aloud in its place: what is lacking in full.
  public static func spoken(_ told: Told, _ words: Words) -> String {
    told.lacks.isEmpty ? text(told, words).text : lacking(told.lacks, words)
  }

  /// How far telling is, in a few words; `isPlanned` says whether it is known whom and how.
  public static func line(_ told: Told, isPlanned: Bool = true, _ words: Words) -> StyledText {
    switch told {
    case .nothing: StyledText(words("event.told.nothing"), .faint)
    case .notDue where !isPlanned: StyledText(words("event.told.noPlan"), .faint)
    case .notDue: StyledText(words("event.told.notDue"), .faint)
    case .due: StyledText(words("event.told.due"), .warning)
    case .late(let days): StyledText(words("event.told.late", count: days), .bad)
    case .told: StyledText(words("event.told.yes"), .good)
    case .toldLacking(let lacks): StyledText(lacking(lacks, words), .warning)
    case .notPossible: StyledText(words("event.told.no"), .faint)
    }
  }

  /// What is lacking, as a question of one word.
  public static func short(_ lack: TellingLack, _ words: Words) -> String {
    words("told.lacks.\(lack.rawValue)")
  }

  /// That people were told, and what of it is not noted.
  private static func lacking(_ lacks: [TellingLack], _ words: Words) -> String {
    words("event.told.lacking", ["lacks": names(lacks, words)])
  }

  /// What is lacking, by name.
  public static func names(_ lacks: [TellingLack], _ words: Words) -> String {
    words.list(lacks.map { words("tell.lacks.\($0.rawValue)") })
  }
}
