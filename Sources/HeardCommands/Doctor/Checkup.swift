import Foundation
import HeardKit
import HeardModel
import HeardStore

/// What only the terminal itself can tell; nil throughout where there is none.
public struct TerminalFacts: Sendable {
  /// Whether both ends are a terminal.
  public var isThere = false
  /// Its colours by its description; nil where it has none on this machine.
  public var colours: Int?
  /// How many columns it gives signs of ambiguous width; nil where it does not say.
  public var ambiguousColumns: Int?
  /// How many milliseconds Heard waits for the rest of a key after Escape.
  public var escapeMilliseconds = 0

  /// No terminal.
  public init() {}
}

/// Looks at everything around Heard that keeps people from working, and says what to type.
///
/// Nothing is changed, and no folder is made by looking.
public struct Checkup: Sendable {
  let words: Words
  let settings: PersonalSettings
  let terminal: TerminalFacts
  let path: String
  let version: String

  /// What to look at: the machine, its terminal, and a programme folder where there is one.
  public init(
    _ options: ProgrammeOptions, terminal: TerminalFacts, settings: PersonalSettings,
    version: String
  ) {
    self.terminal = terminal
    self.settings = settings
    self.version = version
    path = options.path
    words = Words(settings.language ?? Surroundings.language)
  }

  /// All that was found.
  public var findings: Findings {
    Findings(
      all: [
        Finding(.version, words("cli.doctor.version", ["version": version])), locale, language,
        device,
        line, width, escape,
      ] + console + [chosen, kept] + ofFolder + [zones, clock])
  }

  /// A finding with the sentences of its keys.
  func look(_ item: Finding.Item, _ key: String, _ values: [String: String] = [:]) -> Finding {
    Finding(item, words("cli.doctor.\(key)", values), mend: words("cli.doctor.\(key).mend", values))
  }

  func fine(_ item: Finding.Item, _ key: String, _ values: [String: String] = [:]) -> Finding {
    Finding(item, words("cli.doctor.\(key)", values))
  }

  private var language: Finding {
    fine(.language, "language", ["language": Formats(words).language(words.language)])
  }
}

// The machine.
extension Checkup {
  fileprivate var zones: Finding {
    Surroundings.zones.isEmpty ? look(.zones, "zones.none") : fine(.zones, "zones")
  }

  fileprivate var clock: Finding {
    let now = Surroundings.now
    let values = ["moment": now.stored]
    if Surroundings.variable("HEARD_NOW") != nil { return look(.clock, "clock.stopped", values) }
    // Before there was a Heard: a machine whose battery is empty begins in its first year.
    if now.day.year < 2024 { return look(.clock, "clock.wrong", values) }
    return fine(.clock, "clock", values)
  }

  fileprivate var chosen: Finding {
    if let fault = PersonalSettings.fault {
      return Finding(
        .settings, words.sentence(fault), mend: words("cli.doctor.settings.mend"))
    }
    return place(.settings, StateFolder.location(.configuration))
  }

  fileprivate var kept: Finding { place(.state, StateFolder.location(.state)) }

  /// A folder of this person's own: whether it can be written, or made.
  private func place(_ item: Finding.Item, _ path: String) -> Finding {
    let there = Self.nearest(path)
    let values = ["path": path, "there": there]
    if access(there, W_OK | X_OK) != 0 { return look(item, "place.closed", values) }
    if let full = full(item, there) { return full }
    return fine(item, there == path ? "place" : "place.none", values)
  }

  /// The folder, or what is there of the way to it.
  private static func nearest(_ path: String) -> String {
    var there = path
    while access(there, F_OK) != 0, let slash = there.lastIndex(of: "/"), there != "/" {
      there = slash == there.startIndex ? "/" : String(there[..<slash])
    }
    return there
  }

  // Below this a copy of the sample and a week of undo no longer fit.
  private static let leastFree = 50 * 1_048_576

  /// What is said where the disk of a path is nearly full; nil where it is not.
  func full(_ item: Finding.Item, _ path: String) -> Finding? {
    guard let free = Self.bytesFree(path), free < Self.leastFree else { return nil }
    return look(item, "space.little", ["path": path, "free": words.number(free / 1_048_576)])
  }

  /// The bytes that this person may still write on the disk of a path.
  static func bytesFree(_ path: String) -> Int? {
    var status = statvfs()
    guard statvfs(path, &status) == 0 else { return nil }
    return Int(status.f_bavail) * Int(status.f_frsize)
  }
}
