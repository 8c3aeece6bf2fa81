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

  /// The sentences for the person, each of which is one line.
  public let sentences: [String]
  /// With what the program ends.
  public let code: Code
  /// The sentences as one text.
  public var description: String { sentences.joined(separator: "\n") }

  /// What is said, and with what the program ends.
  public init(_ sentence: String, _ code: Code) { self.init([sentence], code) }

  /// Several things that are said, and with what the program ends.
  public init(_ sentences: [String], _ code: Code) {
    self.sentences = sentences
    self.code = code
  }
}
