import ArgumentParser
import CursesTerminal
import Glibc
import HeardCommands
import HeardKit
import HeardModel
import HeardScreens
import HeardStore
import TerminalCanvas

/// Opens a programme in the terminal.
struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Opens a programme in the terminal.")

  @Argument(help: "The programme folder; without it as for --programme.", completion: .directory)
  var folder: String?

  @OptionGroup var options: ProgrammeOptions

  @Flag(help: "Prints the first screen as plain lines and ends.")
  var plain = false

  @OptionGroup var lines: LinearOption

  @Option(
    help: ArgumentHelp(
      """
      Opens there: event/ID, testimony/ID, action/ID, organisation/ID, person/ID, or the name of a \
      screen such as figures or calendar.
      """, valueName: "place"),
    completion: Completing.places)
  var at: String?

  @Flag(name: .customLong("import"), help: "Begins with importing a spreadsheet.")
  var importing = false

  func run() throws {
    let opened = try OpenedProgramme(folder: folder ?? options.folder)
    let place = try place(opened)
    if importing && at != nil { throw Failure(opened.desk.words("cli.importOrPlace"), .usage) }
    if plain {
      var application = Application(Self.tellingOfSettings(opened.desk), at: place)
      for case .folder(.loadHistory(let id)) in application.begin(Surroundings.occasion) {
        let lines = opened.store.history(of: id)
        _ = application.take(.folder(.history(of: id, lines)), Surroundings.occasion)
      }
      let kept = KeptDisclosures(opened.store.disclosures())
      _ = application.take(.folder(.disclosures(kept)), Surroundings.occasion)
      let lines = LinearRenderer.lines(application.describe())
      try Output.write(lines.map { "\($0)\n" }.joined())
      // Not where one wanted to be, and a file that cannot be read may be why.
      let isElsewhere = opened.desk.obstacle(to: place) != nil
      if isElsewhere && !opened.desk.unreadable.isEmpty {
        throw ExitCode(Failure.Code.io.rawValue)
      }
      return
    }
    try Self.sit(
      opened, at: importing ? .importEvents : place, isFollowed: true, inLines: lines.linear)
  }

  private func place(_ opened: OpenedProgramme) throws -> Place {
    guard let at else { return .home }
    let words = opened.desk.words
    guard let place = Place(link: try opened.completed(link: at)) else {
      throw Failure(
        words(
          "cli.unknownPlace",
          [
            "place": at, "kinds": words.list(Place.kinds),
            "names": words.list(Place.named.map(\.name)),
          ]), .usage)
    }
    return place
  }

  /// Shows a programme, or talks about it in plain lines, until the person ends it; then ends the
  /// program.
  ///
  /// - Throws: `Failure` when there is no terminal that can be used.
  ///
  /// Where it is followed, what others change in the folder shows by itself. `finish` is done when
  /// the terminal has been given back.
  static func sit(
    _ opened: OpenedProgramme, at place: Place = .home, tour: Tour? = nil, isFollowed: Bool = false,
    inLines: Bool = false,
    finish: @escaping @Sendable () -> Void = {}
  ) throws {
    let desk = tellingOfSettings(opened.desk)
    let worker = Worker(
      store: opened.store, drafts: opened.drafts, undo: opened.undo, journal: opened.journal,
      opened: desk.programme, person: desk.settings)
    try MainActor.assumeIsolated {
      try sit(
        Application(desk, at: place, tour: tour), worker,
        following: isFollowed ? opened.store : nil,
        inLines: inLines, finish: finish)
    }
  }

  @MainActor
  static func sit(
    _ application: Application, _ worker: Worker, following store: ProgrammeStore? = nil,
    inLines: Bool = false, finish: @escaping @Sendable () -> Void = {}
  ) throws -> Never {
    var sitting = Sitting(application, worker, following: store)
    let isInLines =
      inLines || application.desk.settings.startsInPlainLines
      || Surroundings.variable(linesVariable) != nil
    let result = Result { try sitting.run(inLines: isInLines) }
    finish()
    try result.get()
    if let departure = sitting.departure {
      // Who talks in lines goes on in lines.
      if sitting.isInLines { setenv(linesVariable, "1", 1) }
      begin(departure)
    }
    // The machine takes back all memory at once; giving it back record by record takes time.
    Glibc.exit(0)
  }

  /// Set where Heard is to begin in plain lines, as `--linear` and the settings say.
  private static let linesVariable = "HEARD_LINEAR"

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

  /// The desk with the news that what this person has chosen is not all in force, where it is not.
  static func tellingOfSettings(_ desk: Desk) -> Desk {
    guard let fault = PersonalSettings.fault else { return desk }
    var desk = desk
    desk.refuse(desk.words("settings.unreadable", ["fault": desk.words.sentence(fault)]))
    return desk
  }

  /// The signs that a person has chosen.
  static func glyphs(_ settings: PersonalSettings) -> Glyphs {
    .chosen(isASCII: settings.usesASCII)
  }

  /// Counts signs of ambiguous width as the person has chosen; where they chose to have the terminal
  /// asked and it says nothing, as one column.
  @MainActor static func useWidth(_ settings: PersonalSettings) {
    switch settings.ambiguousWidth ?? .one {
    case .one: TextWidth.countAmbiguous(asWide: false)
    case .two: TextWidth.countAmbiguous(asWide: true)
    case .measured: TextWidth.countAmbiguous(asWide: TerminalAnswer.ambiguousColumns() == 2)
    }
  }

  /// The colours that a person has chosen.
  static func theme(_ settings: PersonalSettings) -> Theme {
    // The rule of no-color.org: any value but an empty one.
    if Surroundings.variable("NO_COLOR") != nil { return .mono }
    switch settings.theme {
    case .highContrast: return .highContrast
    case .mono: return .mono
    case .standard: return .standard
    }
  }
}
