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

  @Flag(name: .customLong("import"), help: "Begins with bringing in a spreadsheet.")
  var importing = false

  func run() throws {
    let opened = try OpenedProgramme(folder: folder ?? options.folder, watching: !plain)
    if plain {
      let application = Application(opened.desk)
      for line in LinearRenderer.lines(application.describe()) { print(line) }
      return
    }
    try Self.sit(opened, first: importing ? .importEvents : nil)
  }

  /// Shows a programme in the terminal until the person ends it, then ends the program.
  ///
  /// - Throws: `Failure` when there is no terminal that can be used.
  ///
  /// `finish` is done when the terminal has been given back.
  static func sit(
    _ opened: OpenedProgramme, tour: Tour? = nil, first: Command? = nil,
    finish: @escaping @Sendable () -> Void = {}
  ) throws {
    let desk = opened.desk
    let worker = Worker(
      store: opened.store, drafts: opened.drafts, undo: opened.undo,
      opened: desk.programme, person: desk.settings, words: desk.words)
    try MainActor.assumeIsolated {
      try sit(
        Application(desk, tour: tour), worker, watch: opened.watch, first: first, finish: finish)
    }
  }

  @MainActor
  static func sit(
    _ application: Application, _ worker: Worker, watch: FolderWatch? = nil,
    first: Command? = nil, finish: @escaping @Sendable () -> Void = {}
  ) throws -> Never {
    let desk = application.desk
    let terminal: CursesTerminal
    do throws(TerminalFault) {
      terminal = try CursesTerminal(
        theme: theme(desk.settings), crashSentence: desk.words("terminal.crashed"))
    } catch {
      throw Failure(desk.words.sentence(error), .io)
    }
    let session = Session(
      application, terminal: terminal, worker: worker,
      outside: OutsideChanges(watch), glyphs: glyphs(desk.settings))
    session.run(first)
    terminal.close()
    finish()
    if let departure = session.departure { begin(departure) }
    // The machine takes back all memory at once; giving it back record by record takes time.
    Glibc.exit(0)
  }

  /// Becomes the program anew with something else; returns only where the machine refuses it.
  private static func begin(_ departure: Departure) {
    let arguments: [String] =
      switch departure {
      case .tour: ["heard", "tour"]
      case .sample: ["heard", "tour", "--explore"]
      case .folder(let path): ["heard", "open", "--", path]
      case .importing(let path): ["heard", "open", "--import", "--", path]
      }
    var copies = arguments.map { strdup($0) }
    copies.append(nil)
    execv("/proc/self/exe", copies)
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
