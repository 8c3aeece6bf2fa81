import ArgumentParser
import Glibc

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
        0 done   1 faults found   2 not understood   3 could not be read or written
      """,
    version: "0.1.0",
    subcommands: [
      OpenCommand.self, NewCommand.self, ListCommand.self, ShowCommand.self, AddCommand.self,
      EditCommand.self, ImportCommand.self, FiguresCommand.self, CheckCommand.self,
      CompletionsCommand.self,
    ],
    defaultSubcommand: OpenCommand.self)

  static func main() {
    do {
      let arguments = TypedFilter.shielded(Array(CommandLine.arguments.dropFirst()))
      var command = try parseAsRoot(arguments)
      try command.run()
    } catch {
      end(error)
    }
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
    Output.say(message)
    Glibc.exit(code == .validationFailure ? Failure.Code.usage.rawValue : Failure.Code.io.rawValue)
  }

  private static func leave(_ failure: Failure?) -> Never {
    if let failure { Output.say(failure.description) }
    Glibc.exit(failure?.code.rawValue ?? Failure.Code.io.rawValue)
  }
}
