import ArgumentParser
import CursesTerminal
import Glibc
import HeardCommands
import HeardKit

/// The program: opens a programme folder, or answers one question about it.
@main
struct Heard: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "heard",
    abstract: "Runs inclusive health dialogues: what was said, done, and told to those who spoke.",
    discussion: """
      Without a command the folder is opened in the terminal.

      EXAMPLES
        heard my-programme
        heard list events country:fr year:2024
        heard figures --by country,year --format csv > figures.csv

      EXIT CODES
        0 done   1 faults found   2 not understood   3 could not be read or written, or is locked
        4 written, but not confirmed by the disk   70 a fault of Heard, or no memory left
      """,
    version: "0.1.0",
    subcommands: [OpenCommand.self] + CommandList.all
      + [TourCommand.self, DoctorCommand.self, CompletionsCommand.self, ManualCommand.self],
    defaultSubcommand: OpenCommand.self)

  static func main() {
    guardAgainstCrashes()
    do {
      try Surroundings.refuseUnknownClock()
      let typed = Array(CommandLine.arguments.dropFirst())
      if typed.isEmpty && FirstStart.isDue { return try FirstStart.run() }
      if isAtMostAFolder(typed) {
        return try OpenCommand.sit(OpenedProgramme(folder: typed.first), isFollowed: true)
      }
      var command = try parseAsRoot(TypedFilter.shielded(typed))
      try command.run()
    } catch {
      end(error)
    }
  }

  /// A fault of the program, and memory that is lacking, end every command with a sentence.
  private static func guardAgainstCrashes() {
    let language = Surroundings.language
    CrashGuard.begin(
      crashed: Words.single("terminal.crashed", language),
      outOfMemory: Words.single("terminal.outOfMemory", language))
  }

  /// Whether only a folder is to be opened, as on most days.
  ///
  /// The parser would come to the same answer, but takes a good part of the time to the first frame.
  private static func isAtMostAFolder(_ arguments: [String]) -> Bool {
    guard let word = arguments.first else { return true }
    return arguments.count == 1 && !word.hasPrefix("-") && word != "help"
      && !configuration.subcommands.contains { $0.configuration.commandName == word }
  }

  /// Ends the program with the sentence and the exit code of what stopped it.
  private static func end(_ error: any Error) -> Never {
    if let code = error as? ExitCode { Glibc.exit(code.rawValue) }
    if let failure = error as? Failure { leave(failure) }
    let message = TypedFilter.unshielded(fullMessage(for: error))
    let code = exitCode(for: error)
    if code.isSuccess {
      // Help and version are results: they go where results go.
      do { try Output.write("\(message)\n") } catch { leave(error as? Failure) }
      Glibc.exit(0)
    }
    Output.say(
      lines: message.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
    Glibc.exit(code == .validationFailure ? Failure.Code.usage.rawValue : Failure.Code.io.rawValue)
  }

  private static func leave(_ failure: Failure?) -> Never {
    if let failure { Output.say(lines: failure.sentences) }
    Glibc.exit(failure?.code.rawValue ?? Failure.Code.io.rawValue)
  }
}
