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

  func run() throws {
    let opened = try OpenedProgramme(folder: folder ?? options.folder, watching: !plain)
    if plain {
      let application = Application(opened.desk)
      for line in LinearRenderer.lines(application.describe()) { print(line) }
      return
    }
    try Self.sit(opened)
  }

  /// Shows a programme in the terminal until the person ends it, then ends the program.
  ///
  /// - Throws: `Failure` when there is no terminal that can be used.
  static func sit(_ opened: OpenedProgramme) throws {
    try MainActor.assumeIsolated { try sitAtTerminal(opened) }
  }

  @MainActor
  private static func sitAtTerminal(_ opened: OpenedProgramme) throws -> Never {
    let desk = opened.desk
    let terminal: CursesTerminal
    do throws(TerminalFault) {
      terminal = try CursesTerminal(
        theme: theme(desk.settings), crashSentence: desk.words("terminal.crashed"))
    } catch {
      throw Failure(desk.words.sentence(error), .io)
    }
    let worker = Worker(
      store: opened.store, drafts: opened.drafts, programme: desk.programme.settings,
      person: desk.settings, words: desk.words)
    Session(
      Application(desk), terminal: terminal, worker: worker,
      outside: OutsideChanges(opened.watch), glyphs: glyphs(desk.settings)
    ).run()
    terminal.close()
    // The machine takes back all memory at once; giving it back record by record takes time.
    Glibc.exit(0)
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
