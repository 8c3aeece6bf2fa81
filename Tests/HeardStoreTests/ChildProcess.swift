import Foundation
import HeardModel
import HeardStore
import Synchronization
import TestKit
import Testing

/// This test program started once more to do one job, since some things end or change a process.
struct ChildProcess {
  private let process = Process()

  /// Starts a job; its process runs on its own.
  init(_ job: String, _ arguments: [String]) throws {
    process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    process.arguments = ["--testing-library", "swift-testing", "--filter", "ChildJobs"]
    var environment = ProcessInfo.processInfo.environment
    environment["HEARD_TEST_JOB"] = job
    environment["HEARD_TEST_ARGUMENTS"] = arguments.joined(separator: "\n")
    process.environment = environment
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
  }

  var id: pid_t { process.processIdentifier }

  /// Waits for the end; true when the job did all it had to do.
  func end() -> Bool {
    process.waitUntilExit()
    return process.terminationReason == .exit && process.terminationStatus == 0
  }

  /// Waits for the end; with what the job ended.
  func status() -> Int32 {
    process.waitUntilExit()
    return process.terminationReason == .exit ? process.terminationStatus : -1
  }

  /// Ends the process at once, as a crash does.
  func kill() {
    Foundation.kill(id, SIGKILL)
    process.waitUntilExit()
  }

  /// Does a job and waits for its end.
  static func run(_ job: String, _ arguments: [String]) throws -> Bool {
    try ChildProcess(job, arguments).end()
  }
}

private let job = ProcessInfo.processInfo.environment["HEARD_TEST_JOB"]
private let arguments =
  ProcessInfo.processInfo.environment["HEARD_TEST_ARGUMENTS"]?.components(separatedBy: "\n") ?? []

/// What children do; nothing of it runs without its job.
@Suite(.enabled(if: job != nil, "only in a child of another test")) struct ChildJobs {
  @Test func `a child does its job`() throws {
    switch job {
    case "create": try create()
    case "write": try write()
    case "hold": try hold()
    case "limited": try saveWithLimit()
    case "watched": saveWatched()
    case "sweep": try sweep()
    default: Issue.record("no such job")
    }
  }

  /// Makes a programme and saves records under a umask, which belongs to the whole process.
  private func create() throws {
    umask(try #require(mode_t(arguments[1], radix: 8)))
    var settings = ProgrammeSettings()
    settings.isSharedByGroup = arguments[2] == "shared"
    try ProgrammeStore.create(at: arguments[0], settings: settings)
    let store = try ProgrammeStore(path: arguments[0], device: "device")
    try store.save(nil, .event(Event.sample("e-1")))
    try store.save(nil, .testimony(Testimony.sample("t-1", at: "e-1")))
    let drafts = try DraftFolder(programme: "umask", realPath: arguments[0])
    var draft = Draft()
    draft.id = "event-\(arguments[1])"
    try drafts.keep(draft)
  }

  /// Edits one event many times, each time from the record as it was at the start.
  private func write() throws {
    let (path, name, count) = (arguments[0], arguments[1], try #require(Int(arguments[2])))
    let store = try ProgrammeStore(path: path, device: name)
    let before = try Event.sample("e-1")
    let log = fopen(arguments[3], "a")
    for number in 0..<count {
      var after = before
      let value = "\(name)-\(number)"
      after.title = value
      after.topics = [try #require(Code(stored: value))]
      do {
        try store.save(.event(before), .event(after), by: name)
        fputs("\(value)\n", log)
      } catch StoreError.tooManyConflicts {
        // Nothing of it was saved; what meets nobody's change can be.
        after.title = before.title
        try store.save(.event(before), .event(after), by: name)
        fputs("\(value) topic\n", log)
      }
      fflush(log)
    }
  }

  /// Holds the folder as a save does until it is killed.
  private func hold() throws {
    let folder = open(arguments[0], O_RDONLY | O_DIRECTORY)
    flock(folder, LOCK_EX)
    try Data().write(to: URL(fileURLWithPath: arguments[1]))
    while true { pause() }
  }

  /// Saves under a limit on the size of files; what came of it goes into a file.
  private func saveWithLimit() throws {
    // As in a program's first thread: the parent may ignore the signal, this thread may hold it.
    signal(SIGXFSZ, SIG_DFL)
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGXFSZ)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    var limit = rlimit(rlim_cur: 8192, rlim_max: 8192)
    setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
    let store = try ProgrammeStore(path: arguments[0], device: "device")
    let before = try #require(try store.load().programme.events.values.first)
    var after = before
    after.summary = String(repeating: "words ", count: 10_000)
    do {
      try store.save(.event(before), .event(after))
      try Data("saved".utf8).write(to: URL(fileURLWithPath: arguments[1]))
    } catch {
      try Data("\(error)".utf8).write(to: URL(fileURLWithPath: arguments[1]))
    }
  }

  /// Sweeps some ids out of a programme and of a home of its own, and notes what was left.
  private func sweep() throws {
    setenv("XDG_STATE_HOME", "\(arguments[1])/state", 1)
    setenv("XDG_CONFIG_HOME", "\(arguments[1])/config", 1)
    setenv("XDG_RUNTIME_DIR", "\(arguments[1])/run", 1)
    let store = try ProgrammeStore(path: arguments[0], device: "device")
    let settings = try store.load().programme.settings
    let left = try store.sweep(Set(arguments[2].split(separator: " ").map(String.init)), settings)
    try Data(left.joined(separator: "\n").utf8).write(
      to: URL(fileURLWithPath: "\(arguments[1])/left"))
  }

  /// Saves in a thread of its own, once told to, so that a watcher sees its calls and no others.
  private func saveWatched() {
    let (path, told, go) = (arguments[0], arguments[1], arguments[2])
    Thread.detachNewThread {
      guard let store = try? ProgrammeStore(path: path, device: "device"),
        let before = (try? store.load())?.programme.events.values.first(where: {
          $0.id.text == "e-1"
        })
      else { _exit(3) }
      var after = before
      after.title = "New"
      after.summary = String(repeating: "new ", count: 2000)
      let own = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/thread-self")
      let thread = own?.split(separator: "/").last ?? ""
      try? Data(thread.utf8).write(to: URL(fileURLWithPath: told), options: .atomic)
      while access(go, F_OK) != 0 { usleep(1000) }
      do {
        switch arguments.dropFirst(3).first {
        case nil: try store.save(.event(before), .event(after))
        case "many":
          try store.save(
            (100..<140).map { try .of(nil, .event(Event.sample("e-\($0)", title: "New"))) })
        default: try store.save(Self.several(before, after))
        }
        _exit(store.historyTrouble == nil ? 0 : 6)
      } catch {
        if case StoreError.notConfirmed = error { _exit(4) }
        _exit(5)
      }
    }
    while true { pause() }
  }

  /// An edit, a new record and one that is taken away.
  private static func several(_ before: Event, _ after: Event) throws -> [Edit] {
    [
      try .of(.event(before), .event(after)),
      try .of(nil, .event(Event.sample("e-2", title: "New"))),
      try .of(.event(Event.sample("e-3", title: "Old")), nil),
    ]
  }
}
