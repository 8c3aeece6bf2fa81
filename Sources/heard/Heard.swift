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
      \(introduction)

      ENVIRONMENT
      \(environment)

      MORE
        heard help COMMAND           all options of a command, with examples
        heard manual | man -l -      the manual page, also of the keys
        docs/command-line.md         forms, filters and fields, beside the sources
      """,
    version: "0.1.0",
    subcommands: [OpenCommand.self] + CommandList.all
      + [TourCommand.self, DoctorCommand.self, CompletionsCommand.self, ManualCommand.self],
    defaultSubcommand: OpenCommand.self)

  /// What help and the manual page begin with.
  static let introduction = """
    Without a command the folder is opened in the terminal; with --linear in plain lines, for screen \
    readers and braille lines.

    EXAMPLES
      heard my-programme
      heard --linear my-programme
      heard list events country:fr year:2024
      heard figures --by country,year --format csv > figures.csv
      heard -C my-programme check

    BEFORE A COMMAND
      --programme FOLDER            the programme folder, as after it
      -C FOLDER                     works in this folder, as if started there
      -V                            the version

    EXIT CODES
      0 done                        1 faults found
      2 not understood              3 not read or written, or locked
      4 written, but not confirmed by the disk
      70 a fault of Heard, or no memory left
    """

  private static let environment = ManualPage.variables.map { "  \($0)\n      \($1)" }
    .joined(separator: "\n")

  @OptionGroup var programme: ProgrammeOptions

  @OptionGroup var lines: LinearOption

  private static let given = Array(CommandLine.arguments.dropFirst())

  static func main() {
    guardAgainstCrashes()
    do {
      try Surroundings.refuseUnknownClock()
      let typed = try ProgrammeFolder.entered(given)
      if typed.isEmpty && FirstStart.isDue { return try FirstStart.run() }
      try refuseWhatIsNone(typed)
      if isAtMostAFolder(typed) {
        return try OpenCommand.sit(OpenedProgramme(folder: typed.first), isFollowed: true)
      }
      // The parser would look for a single letter in all that follows, also in what is a title.
      let arguments = typed.first == "-V" ? ["--version"] : typed
      var command = try parseAsRoot(TypedFilter.shielded(arguments))
      try refuseLines(typed, command)
      try command.run()
    } catch {
      end(error)
    }
  }

  private static let commands: [String] =
    configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]

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
    return arguments.count == 1 && !word.hasPrefix("-") && !commands.contains(word)
  }

  /// Refuses what is no command, no option and no folder, and says what it may have been meant for.
  ///
  /// The parser would take it for the folder to be opened.
  private static func refuseWhatIsNone(_ arguments: [String]) throws {
    guard let word = arguments.first else { return }
    try WantedCommand.refuse(word, among: commands)
    if word == "help", let about = arguments.dropFirst().first {
      try WantedCommand.refuseHelp(about: about, among: commands)
    }
    try WantedCommand.refuse(
      option: word,
      among: ["--version", "--help", "--linear", "--plain", "--import", "--programme", "--at"])
  }

  /// Refuses `--linear` where nothing is opened: the parser of the program takes it anywhere.
  private static func refuseLines(_ arguments: [String], _ command: any ParsableCommand) throws {
    let isHelp = arguments.contains { ["help", "--help", "-h"].contains($0) }
    let isMeant = arguments.prefix { $0 != "--" }.contains("--linear")
    if isMeant && !isHelp && !(command is OpenCommand) {
      throw Failure(Surroundings.words("cli.linearOpens"), .usage)
    }
  }

  /// Ends the program with the sentence and the exit code of what stopped it.
  private static func end(_ error: any Error) -> Never {
    // Somebody types there: a shell that asks what could follow is told nothing but that.
    let isCompleting = given.first == "---completion"
    if isCompleting && !exitCode(for: error).isSuccess { Glibc.exit(0) }
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
