/// Why the terminal cannot show screens.
public enum TerminalFault: Error, Hashable, Sendable {
  /// Standard input or output is a pipe or a file.
  case notATerminal
  /// The terminal says that it can only print lines.
  case dumbTerminal(name: String)
  /// Neither this terminal nor a common one is described on this machine.
  case unknownTerminal(name: String)
  /// The system refuses a pipe for signals.
  case noSignals
}
