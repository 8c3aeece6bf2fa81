/// What came of an effect: facts, of which the desk makes sentences when it shows them.
public enum Outcome: Sendable {
  /// What came of work with the programme's folder.
  case folder(FolderOutcome)
  /// What came of work with what this person keeps beside it.
  case state(StateOutcome)
  /// What came of work with other files and folders of this machine.
  case machine(MachineOutcome)
  /// What happened at the terminal.
  case terminal(TerminalOutcome)
}

extension Outcome {
  /// Whether something that a person typed is not on disk because of it.
  public var isLoss: Bool {
    switch self {
    case .folder(let outcome): outcome.isLoss
    case .state(let outcome): outcome.isLoss
    // A page can be made again, and what is typed does not hang on the terminal.
    case .machine, .terminal: false
    }
  }
}
