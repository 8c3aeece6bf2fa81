import ArgumentParser
import CursesTerminal
import Glibc
import HeardCommands
import HeardKit
import HeardModel
import HeardStore

/// Says what around Heard keeps somebody from working, and what to type.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Looks at the terminal, the machine and the folder, and says what to do.",
    discussion: """
      One line for each thing. The exit code is 1 when something should be looked at. Nothing is \
      changed, except by --fix.

      EXAMPLES
        heard doctor my-programme
        heard doctor --fix width
        heard doctor --format json | jq '.[] | select(.fine | not)'
      """)

  /// The forms in which it is printed.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case plain
    case json
  }

  /// What can be mended at once.
  enum Fix: String, CaseIterable, ExpressibleByArgument {
    case width
  }

  @Argument(help: "The programme folder; without it HEARD_PROGRAMME, else the folder you are in.")
  var folder: String?

  @Option(help: "How to print it.")
  var format = Format.plain

  @Option(help: "Measures the width of signs like é and keeps it in your settings.")
  var fix: Fix?

  @OptionGroup var options: ProgrammeOptions

  func run() throws {
    var settings = PersonalSettings.chosen
    let words = Words(settings.language ?? Surroundings.language)
    let facts = Self.facts(settings)
    if fix == .width { try Self.keepWidth(facts, &settings, words) }
    var options = options
    if let folder { options.folder = folder }
    let findings = Checkup(
      options, terminal: facts, settings: settings, version: Heard.configuration.version
    ).findings
    try findings.print(asJSON: format == .json, words)
    if !findings.areFine { throw ExitCode(Failure.Code.faults.rawValue) }
  }

  private static func facts(_ settings: PersonalSettings) -> TerminalFacts {
    var facts = TerminalFacts()
    facts.isThere = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
    facts.escapeMilliseconds = TerminalAnswer.escapeMilliseconds(settings.escapeWait)
    guard facts.isThere else { return facts }
    facts.colours = TerminalAnswer.describedColours
    facts.ambiguousColumns = TerminalAnswer.ambiguousColumns()
    return facts
  }

  /// Keeps what was measured, so that all screens on this machine are drawn by it.
  private static func keepWidth(
    _ facts: TerminalFacts, _ settings: inout PersonalSettings, _ words: Words
  ) throws {
    guard let columns = facts.ambiguousColumns else {
      throw Failure(words("cli.doctor.width.none"), .io)
    }
    settings.ambiguousWidth = columns == 2 ? .two : nil
    do throws(StoreError) { try settings.save() } catch {
      throw Failure(words.sentence(error), .io)
    }
    Output.say(words("cli.doctor.width.kept", count: columns))
  }
}
