/// What happened at the terminal.
public enum TerminalOutcome: Hashable, Sendable {
  /// What stands in the editor's file, nil where it could not be read; and what went wrong.
  case writtenOutside(String?, problem: OutsideProblem?)
  /// The pager was left; and what went wrong.
  case readOutside(problem: OutsideProblem?)
  /// Not everything that others change shows by itself.
  case notFollowed(NotFollowed)
}
