import ArgumentParser
import CursesTerminal
import Glibc
import HeardModel
import HeardScreens
import HeardStore
import TerminalCanvas

/// Opens a programme in the terminal.
struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Opens a programme in the terminal.")

  @Argument(help: "The programme folder; without it HEARD_PROGRAMME, else the folder you are in.")
  var folder: String?

  @OptionGroup var options: ProgrammeOptions

  @Flag(help: "Prints the first screen as plain lines and ends.")
  var plain = false

  @Flag(
    help: """
      Talks in plain lines instead of showing screens: for screen readers, braille lines, small \
      terminals, and pipes.
      """)
  var linear = false

  func run() throws {
    let opened = try OpenedProgramme(folder: folder ?? options.folder, watching: !plain)
    if plain {
      let application = Application(opened.desk)
      for line in LinearRenderer.lines(application.describe()) { print(line) }
      return
    }
    try Self.sit(opened, inLines: linear)
  }

  /// Shows a programme, or talks about it in plain lines, until the person ends it; then ends the
  /// program.
  ///
  /// - Throws: `Failure` when there is no terminal that can be used.
  static func sit(_ opened: OpenedProgramme, inLines: Bool = false) throws {
    try MainActor.assumeIsolated {
      var sitting = Sitting(opened)
      try sitting.run(inLines: inLines || opened.desk.settings.startsInPlainLines)
      // The machine takes back all memory at once; giving it back record by record takes time.
      Glibc.exit(0)
    }
  }

  /// The signs that a person has chosen.
  static func glyphs(_ settings: PersonalSettings) -> Glyphs {
    settings.usesASCII ? .ascii : .unicode
  }

  /// The colours that a person has chosen.
  static func theme(_ settings: PersonalSettings) -> Theme {
    // The rule of no-color.org: any value but an empty one.
    if Surroundings.variable("NO_COLOR") != nil { return .mono }
    switch settings.theme.stored {
    case "highContrast": return .highContrast
    case "mono": return .mono
    default: return .standard
    }
  }
}
