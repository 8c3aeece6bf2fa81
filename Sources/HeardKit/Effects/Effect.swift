/// Something that the executable does for the screens, by what it is done with; it answers with an
/// outcome.
public enum Effect: Hashable, Sendable {
  /// Done with the records of the programme's folder.
  case folder(FolderJob)
  /// Done with what this person keeps on this machine beside the programme.
  case state(StateJob)
  /// Done with other files and folders of this machine.
  case machine(MachineJob)
  /// Done by whoever owns the terminal.
  case terminal(TerminalJob)
}

extension Desk {
  /// Has something done with the records of the programme's folder.
  public mutating func run(_ job: FolderJob) { run(.folder(job)) }

  /// Has something done with what this person keeps beside the programme.
  public mutating func run(_ job: StateJob) { run(.state(job)) }

  /// Has something done with other files and folders of this machine.
  public mutating func run(_ job: MachineJob) { run(.machine(job)) }

  /// Has something done by whoever owns the terminal.
  public mutating func run(_ job: TerminalJob) { run(.terminal(job)) }
}
