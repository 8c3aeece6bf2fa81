import Foundation
import HeardKit
import HeardModel
import HeardScreens
import HeardStore
import TerminalCanvas
import Testing

/// Two windows of the whole application on the files of one folder, each with a slow disk.
@Suite struct TwoDesksTests {
  /// One window: keys go in, and what is to be saved waits until the disk writes.
  private struct Window {
    var application: Application
    let store: ProgrammeStore
    private var seed: UInt64
    private var waiting: [Change] = []

    init(_ path: String, at place: Place, seed: UInt64) throws {
      store = try ProgrammeStore(path: path, device: "window\(seed)")
      self.seed = seed
      application = Application(
        Desk(
          programme: try store.load().programme, settings: PersonalSettings(),
          machineLanguage: LanguageTag(stored: "en"),
          occasion: Occasion(now: Self.noon, today: Self.noon.day, seed: seed)), at: place)
      application.resize(Size(columns: 80, rows: 24))
    }

    private static let noon = Moment(seconds: 1_717_243_200)

    private mutating func occasion() -> Occasion {
      seed += 1_000_003
      return Occasion(now: Self.noon, today: Self.noon.day, seed: seed)
    }

    mutating func press(_ keys: String) {
      for key in keys { press(.character(key)) }
    }

    mutating func press(_ key: Key) {
      let effects = application.handle(key, occasion())
      application.noteDrawn()
      for case .folder(.save(let change, _)) in effects { waiting.append(change) }
    }

    /// The disk writes what has gathered, and the window hears of it.
    mutating func write() throws {
      let changes = waiting
      waiting = []
      for change in changes {
        let saved = try store.save(
          change, settings: ProgrammeSettings(), by: "Ada", at: Self.noon)
        _ = application.take(.folder(.saved(change, saved)), occasion())
      }
    }

    /// The window hears what others have put into the folder.
    mutating func read() throws {
      let loaded = try store.load()
      _ = application.take(.folder(.loaded(loaded.programme, unreadable: [])), occasion())
    }

    var attendance: Attendance {
      application.desk.programme.events.values.first?.attendance ?? Attendance()
    }
  }

  private let event: Event = {
    var event = Event()
    event.id = EventID(stored: "2024-05-28-fr-lyon-4k7q") ?? Identifier()
    (event.title, event.place, event.status) = ("Circle", "Lyon", .held)
    event.country = CountryCode(stored: "FR")
    event.format = .inPerson
    return event
  }()

  private func folder(_ edit: (inout Event) -> Void = { _ in }) throws -> String {
    let path = NSTemporaryDirectory() + "heard-desks-\(UUID().uuidString)"
    for (name, end) in [("XDG_STATE_HOME", "state"), ("XDG_CONFIG_HOME", "config")] {
      let there = ProcessInfo.processInfo.environment[name] ?? ""
      if !there.hasPrefix(NSTemporaryDirectory()) { setenv(name, "\(path).\(end)", 1) }
    }
    try ProgrammeStore.create(at: path, settings: ProgrammeSettings())
    var event = event
    edit(&event)
    let change = try #require(
      Change(.added(kind: .event, title: ""), before: nil, after: .event(event)))
    _ = try ProgrammeStore(path: path, device: "first").save(
      change, settings: ProgrammeSettings(), by: "Ada", at: Moment(seconds: 1_717_243_200))
    return path
  }

  private func onDisk(_ path: String) throws -> Event {
    try #require(
      try ProgrammeStore(path: path, device: "look").load().programme.events[event.id])
  }

  @Test(arguments: [1, 2, 5]) func `12 presses at one door and 7 at the other are 19`(
    every: Int
  ) throws {
    let path = try folder()
    defer { try? FileManager.default.removeItem(atPath: path) }
    var one = try Window(path, at: .door(event.id), seed: 1)
    var two = try Window(path, at: .door(event.id), seed: 2)
    for number in 1...12 {
      one.press("+")
      if number <= 7 { two.press("+") }
      // The disks write when they like, and nobody hears of the other before.
      if number.isMultiple(of: every) { try one.write() }
      if number.isMultiple(of: every + 1) { try two.write() }
    }
    try one.write()
    try two.write()
    try one.read()
    try two.read()
    #expect(one.attendance.total == 19 && two.attendance.total == 19)
    let end = try onDisk(path)
    #expect(end.attendance.total == 19 && end.conflicts.isEmpty)
    #expect(end.attendance.counts.count == 2)
  }

  @Test func `undo at one door, a typed number and roles at the other hold together`() throws {
    let path = try folder { ($0.attendance.total, $0.attendance.source) = (80, .counted) }
    defer { try? FileManager.default.removeItem(atPath: path) }
    var one = try Window(path, at: .door(event.id), seed: 1)
    var two = try Window(path, at: .door(event.id), seed: 2)
    one.press("+++")
    two.press("++")
    try one.write()
    try two.write()
    try one.read()
    #expect(one.attendance.total == 85)
    one.press("u")
    two.press("+")
    try two.write()
    try one.write()
    #expect(try onDisk(path).attendance.total == 85)
    // A number typed with what stands there in view; the other door counts on meanwhile.
    try two.read()
    two.press("90")
    two.press(.enter)
    two.press("2")
    one.press("+")
    try one.write()
    try two.write()
    #expect(try onDisk(path).attendance.total == 91)
    try one.read()
    one.press(.tab)
    one.press("ab")
    try one.write()
    let end = try onDisk(path)
    #expect(end.attendance.total == 91 && end.attendance.inRole == 2)
    #expect(end.conflicts.isEmpty && end.attendance.miscounted.isEmpty)
  }
}
