/// Why a command ends without having done its work: a sentence and the exit code.
public struct Failure: Error, CustomStringConvertible {
  /// The exit codes that scripts can rely on.
  public enum Code: Int32, Sendable {
    /// Faults were found.
    case faults = 1
    /// The command was not understood.
    case usage = 2
    /// Something could not be read or written.
    case io = 3
    /// Something is written, but the disk did not confirm it.
    case notConfirmed = 4
  }

  /// The sentence for the person.
  public let description: String
  /// With what the program ends.
  public let code: Code

  /// What is said, and with what the program ends.
  public init(_ sentence: String, _ code: Code) {
    description = sentence
    self.code = code
  }
}
