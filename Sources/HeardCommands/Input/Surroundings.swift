import Foundation
import HeardKit
import HeardModel
import HeardStore

/// What the machine tells: the time, the language, the zones, and whether the output is a person.
public enum Surroundings {
  /// Now by the clock of this run: `HEARD_NOW` stops it, `HEARD_CLOCK_FROM` sets it, and it runs.
  public static var now: Moment { clock.now(machineNow) }

  /// The clock of this run; whatever reads the time asks it.
  ///
  /// What cannot be understood was refused at the start.
  static var clock: ProgramClock { (try? readClock()) ?? .machine }

  private static func readClock() throws(ProgramClock.NoMoment) -> ProgramClock {
    try ProgramClock(
      stopped: variable(ProgramClock.stopping), set: variable(ProgramClock.setting),
      processBegan: began)
  }

  /// When this process first asked for the time, which is at its start.
  private static let began = machineNow

  /// Now by the machine's own clock, which says how long a clock that was set has run.
  public static var machineNow: Moment { Moment(seconds: Int(time(nil))) }

  /// Refuses a clock that is stopped at or set to no moment: the real one would run unnoticed, and
  /// days and deadlines would be told by it.
  ///
  /// - Throws: `Failure` with what stands in the variable.
  public static func refuseUnknownClock() throws {
    do throws(ProgramClock.NoMoment) { _ = try readClock() } catch {
      let values = ["name": error.variable, "value": error.value]
      throw Failure(words("cli.badClock", values), .usage)
    }
  }

  /// Has this process, and what it becomes, tell the time of a copy of the sample that was opened
  /// first at a moment of the machine's clock; a clock that the person set stays.
  public static func useSampleClock(since opened: Moment) {
    if clock.kind != .machine { return }
    setenv(ProgramClock.setting, "\(sampleStart)/\(opened.stored)", 1)
  }

  /// Where the clock of a copy of the sample begins: near its last events.
  static let sampleStart = "2024-12-01T09:00:00Z"

  /// What comes with every key: the time, the day where this machine is, a fresh seed.
  public static var occasion: Occasion {
    Occasion(
      now: now, today: today, seed: UInt64.random(in: .min ... .max), clock: clock.kind)
  }

  /// The day where this machine is; by libc, since Foundation's zones take milliseconds to wake.
  static var today: CalendarDay {
    let now = now
    var seconds = time_t(now.seconds)
    var parts = tm()
    guard localtime_r(&seconds, &parts) != nil else { return now.day }
    return CalendarDay(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      ?? now.day
  }

  /// The machine's language: LC_ALL, else LC_MESSAGES, else LANG; nil for `C` and `POSIX`.
  public static var language: LanguageTag? {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = variable(name) else { continue }
      let tag = value.prefix { $0 != "." && $0 != "@" }
      return LanguageTag(stored: tag.replacingOccurrences(of: "_", with: "-"))
    }
    return nil
  }

  /// The words of this person, for what is said before a folder is read.
  public static var words: Words { Words(PersonalSettings.chosen.language ?? language) }

  /// The time zones of each country, from the machine's own list, read when first asked for.
  ///
  /// Empty where the machine has no such list.
  static let zones: [CountryCode: [ZoneName]] = {
    guard
      let text = try? String(contentsOfFile: "/usr/share/zoneinfo/zone1970.tab", encoding: .utf8)
    else { return [:] }
    var zones: [CountryCode: [ZoneName]] = [:]
    for line in text.utf8.split(separator: UInt8(ascii: "\n"))
    where line.first != UInt8(ascii: "#") {
      let parts = line.split(separator: UInt8(ascii: "\t"))
      guard parts.count >= 3, let zone = ZoneName(stored: String(Substring(parts[2]))) else {
        continue
      }
      for code in parts[0].split(separator: UInt8(ascii: ",")) {
        guard let country = CountryCode(stored: String(Substring(code))) else { continue }
        zones[country, default: []].append(zone)
      }
    }
    return zones
  }()

  /// A variable of the environment; nil when it is not set or empty.
  public static func variable(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  /// This machine's name in the history: six letters, made once and kept.
  public static var device: String {
    struct Device: Stored {
      var id: Code?
      init() {}
      mutating func members(_ visitor: inout some MemberVisitor) { visitor.value("id", &id) }
    }
    guard (try? StateFolder.of(.device)) != nil else { return "unknown" }
    if let known: Device = StateFolder.read(.device), let id = known.id { return id.stored }
    var ids = IdentifierSource(seed: UInt64.random(in: .min ... .max))
    var device = Device()
    device.id = Code(stored: ids.characters(6))
    try? StateFolder.write(device, to: .device)
    return device.id?.stored ?? "unknown"
  }
}
