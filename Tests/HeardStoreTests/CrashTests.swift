import Foundation
import HeardModel
import HeardStore
import TestKit
import Testing

@Suite struct CrashTests {
  @Test func `a save that is killed at any of its calls leaves the old or the new record`() throws {
    guard let strace = Strace.path else {
      return print("skipped: strace is not there or may not watch a process")
    }
    let calls = try Strace(strace).calls(of: save)
    #expect(calls.contains { $0.name == "renameat" })
    #expect(calls.count(where: { $0.name == "fsync" }) >= 3)
    var outcomes: [String: Int] = [:]
    for call in calls { outcomes[try killedAt(call, strace), default: 0] += 1 }
    print("killed at \(calls.count) calls: \(outcomes)")
    #expect(Set(outcomes.keys) == ["Old", "New"])
  }

  @Test func `a change of several files that is killed is whole after the next start`() throws {
    guard let strace = Strace.path else {
      return print("skipped: strace is not there or may not watch a process")
    }
    var outcomes: [String: Int] = [:]
    for call in try Strace(strace).calls(of: { try save(several: true, $0) }) {
      let scratch = try save(several: true) { try Strace(strace).start(on: $0, killingAt: call) }
      // Whole before anything is decided by it, in order before anything is written.
      let next = try scratch.store("next")
      _ = next.finishBegun()
      #expect(!next.finishBegun(), "killed at \(call)")
      let read = try scratch.load()
      _ = next.prepareForWriting(ProgrammeSettings())
      let loaded = try scratch.load()
      #expect(read.programme.events == loaded.programme.events, "killed at \(call)")
      #expect(loaded.unreadable.isEmpty && scratch.leftovers().isEmpty, "killed at \(call)")
      let found = Set(loaded.programme.events.values.map { "\($0.id.text) \($0.title)" })
      let isNew = found == ["e-1 New", "e-2 New"]
      #expect(isNew || found == ["e-1 Old", "e-3 Old"], "killed at \(call): \(found.sorted())")
      let told = try scratch.store().history(of: "e-2").count
      #expect(told == 0 || isNew, "killed at \(call)")
      outcomes[isNew ? "New" : "Old", default: 0] += 1
    }
    print("several files killed: \(outcomes)")
    #expect(Set(outcomes.keys) == ["Old", "New"])
  }

  @Test func `what somebody else changed since is not written over by what a dead program began`()
    throws
  {
    let scratch = try Scratch.programme()
    let store = try scratch.store()
    try store.save(nil, .event(Event.sample("e-1", title: "Meanwhile")))
    try scratch.write(
      #"{"id": "e-1", "title": "Begun"}"#, to: "events/.heard-4194304-1-1.tmp")
    try scratch.write(
      #"{"at": "2024-06-01T10:00:00Z", "files": [{"id": "events/e-1.json", "staged": "#
        + #"".heard-4194304-1-1.tmp", "before": "00", "after": "11"}]}"#,
      to: ".heard-commit-4194304-1-2.tmp")
    _ = store.prepareForWriting(ProgrammeSettings())
    #expect(scratch.leftovers().isEmpty)
    #expect(try scratch.load().programme.events.values.map(\.title) == ["Meanwhile"])
  }

  @Test func `what is said of a save is so, whichever of its calls fails`() throws {
    guard let strace = Strace.path else {
      return print("skipped: strace is not there or may not watch a process")
    }
    var said: [String: Int] = [:]
    for call in try Strace(strace).calls(of: save) {
      said[try failedAt(call, "EIO", strace), default: 0] += 1
      guard call.name == "fsync" else { continue }
      #expect(try failedAt(call, "EINTR", strace) == "saved", "interrupted at \(call)")
    }
    // Where the disk confirms nothing at all, also the second time fails.
    let never = Strace.Call(name: "fsync", number: 2, isFromThere: true)
    said[try failedAt(never, "EIO", strace), default: 0] += 1
    print("failed at each call: \(said)")
    #expect(Set(said.keys) == ["saved", "not confirmed", "not written", "without history"])
  }

  @Test func `a program that died while it held the folder blocks nobody`() throws {
    let scratch = try Scratch.programme()
    let child = try ChildProcess("hold", [scratch.programme, "\(scratch.path)/held"])
    try waitUntil(20, "the folder held") { access("\(scratch.path)/held", F_OK) == 0 }
    child.kill()
    try scratch.store().save(nil, .event(Event.sample("e-1")))
    #expect(try scratch.load().programme.events.count == 1)
  }

  @Test func `what a dead save left is removed, what a living one writes is kept`() throws {
    let scratch = try Scratch.programme()
    let dead = try ChildProcess("hold", [scratch.programme, "\(scratch.path)/held"])
    try waitUntil(20, "the folder held") { access("\(scratch.path)/held", F_OK) == 0 }
    let gone = ".heard-\(dead.id)-\(try start(of: dead.id))-1.tmp"
    dead.kill()
    let own = try start(of: getpid())
    let kept = [
      ".heard-\(getpid())-\(own)-77777.tmp", ".heard-1.tmp", ".heard-x-1-1.tmp", ".other.1.tmp",
      "notes.tmp",
    ]
    // The same number, another process: numbers are used again.
    let reused = ".heard-\(getpid())-\(own &- 1)-77777.tmp"
    for name in kept + [gone, reused] {
      try scratch.write("{", to: "events/\(name)")
      try scratch.write("{", to: name)
    }
    _ = try scratch.store().prepareForWriting(ProgrammeSettings())
    let left = Set(scratch.everything().keys.filter { $0.hasSuffix(".tmp") })
    #expect(left == Set(kept + kept.map { "events/\($0)" }))
  }

  @Test func `leftovers stay while another program is saving`() throws {
    let scratch = try Scratch.programme()
    let child = try ChildProcess("hold", [scratch.programme, "\(scratch.path)/held"])
    try waitUntil(20, "the folder held") { access("\(scratch.path)/held", F_OK) == 0 }
    try scratch.write("{", to: "events/.heard-999999-1-1.tmp")
    _ = try scratch.store().prepareForWriting(ProgrammeSettings())
    #expect(scratch.leftovers() == ["events/.heard-999999-1-1.tmp"])
    child.kill()
    _ = try scratch.store().prepareForWriting(ProgrammeSettings())
    #expect(scratch.leftovers().isEmpty)
  }

  @Test func `a limit on the size of files fails the save and not the program`() throws {
    let scratch = try prepared()
    let old = scratch.text("events/e-1.json")
    #expect(try ChildProcess.run("limited", [scratch.programme, "\(scratch.path)/outcome"]))
    let outcome = try String(contentsOfFile: "\(scratch.path)/outcome", encoding: .utf8)
    #expect(outcome.contains("cannotWrite"))
    #expect(outcome.contains("errno: \(EFBIG)"))
    #expect(scratch.text("events/e-1.json") == old)
    #expect(scratch.leftovers().isEmpty)
  }

  @Test func `a full disk fails the save and keeps the old record`() throws {
    let scratch = Scratch()
    let disk = "\(scratch.path)/disk"
    mkdir(disk, 0o700)
    guard getuid() == 0, run("/bin/mount", ["-t", "tmpfs", "-o", "size=128k", "none", disk]) else {
      return print("skipped: a small disk can be mounted by root only")
    }
    defer { _ = run("/bin/umount", [disk]) }
    let path = "\(disk)/programme"
    try ProgrammeStore.create(at: path, settings: ProgrammeSettings())
    let store = try ProgrammeStore(path: path, device: "device")
    let event = try Event.sample("e-1", title: "Old")
    try store.save(nil, .event(event))
    var large = event
    large.title = "New"
    large.summary = String(repeating: "words ", count: 50_000)
    let full = StoreError.cannotWrite(path: "\(path)/events/e-1.json", errno: ENOSPC)
    #expect(throws: full) { try store.save(.event(event), .event(large)) }
    #expect(try store.load().programme.events[event.id] == event)
    #expect(store.history(of: "e-1").count == 1)
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(path)/events")
    #expect(names == ["e-1.json"])
    large.summary = ""
    try store.save(.event(event), .event(large))
    #expect(try store.load().programme.events[event.id]?.title == "New")
  }

  @Test func `a disk that gets full under many files keeps all of them as they were`() throws {
    let scratch = Scratch()
    let disk = "\(scratch.path)/disk"
    mkdir(disk, 0o700)
    guard getuid() == 0, run("/bin/mount", ["-t", "tmpfs", "-o", "size=128k", "none", disk]) else {
      return print("skipped: a small disk can be mounted by root only")
    }
    defer { _ = run("/bin/umount", [disk]) }
    let path = "\(disk)/programme"
    try ProgrammeStore.create(at: path, settings: ProgrammeSettings())
    let store = try ProgrammeStore(path: path, device: "device")
    let event = try Event.sample("e-1", title: "Old")
    try store.save(nil, .event(event))
    var titled = event
    titled.title = "New"
    let new = try (100..<160).map { try Edit.of(nil, .event(Event.sample("e-\($0)"))) }
    #expect(throws: StoreError.self) {
      try store.save([try .of(.event(event), .event(titled))] + new)
    }
    #expect(Array(try store.load().programme.events.values) == [event])
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(path)/events")
    #expect(names == ["e-1.json"])
  }

  @Test func `many files wait for the disk once each, and their folder once for all`() throws {
    guard let strace = Strace.path else {
      return print("skipped: strace is not there or may not watch a process")
    }
    let calls = try Strace(strace).calls { watch in
      try saveWithStatus(job: ["many"], watch).0
    }
    #expect(calls.count(where: { $0.name == "renameat" }) >= 40)
    // Other threads may have waited for some of them; the rest is the note, the folder and the history.
    #expect(calls.count(where: { $0.name == "fsync" }) <= 40 + 8)
  }

  private func start(of process: pid_t) throws -> UInt64 {
    let text = try String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
    let fields = try #require(text.components(separatedBy: ") ").last).split(separator: " ")
    return try #require(UInt64(fields[19]))
  }

  private func prepared(several: Bool = false) throws -> Scratch {
    let scratch = try Scratch.programme()
    var event = try Event.sample("e-1", title: "Old")
    event.summary = String(repeating: "old ", count: 1000)
    try scratch.store().save(nil, .event(event))
    if several { try scratch.store().save(nil, .event(Event.sample("e-3", title: "Old"))) }
    return scratch
  }

  /// Has a child save, watched by whoever is given its thread; gives the folder back.
  private func save(_ watch: (pid_t) throws -> Process) throws -> Scratch {
    try saveWithStatus(watch).0
  }

  private func save(
    several: Bool, _ watch: (pid_t) throws -> Process
  ) throws -> Scratch {
    try saveWithStatus(several: several, watch).0
  }

  private func saveWithStatus(
    several: Bool = false, _ watch: (pid_t) throws -> Process
  ) throws -> (Scratch, Int32) {
    try saveWithStatus(job: several ? ["several"] : [], watch)
  }

  private func saveWithStatus(
    job: [String], _ watch: (pid_t) throws -> Process
  ) throws -> (Scratch, Int32) {
    let scratch = try prepared(several: job == ["several"])
    let (told, go) = ("\(scratch.path)/told", "\(scratch.path)/go")
    let child = try ChildProcess("watched", [scratch.programme, told, go] + job)
    try waitUntil(20, "the thread of the child") { access(told, F_OK) == 0 }
    let thread = try #require(pid_t(String(contentsOfFile: told, encoding: .utf8)))
    let watcher = try watch(thread)
    try Data().write(to: URL(fileURLWithPath: go))
    let status = child.status()
    watcher.waitUntilExit()
    return (scratch, status)
  }

  /// Has a save fail at one of its calls; what the store said, once that was held against the disk.
  private func failedAt(
    _ call: Strace.Call, _ error: String, _ strace: String
  ) throws -> String {
    let (scratch, status) = try saveWithStatus {
      try Strace(strace).start(on: $0, failingAt: call, with: error)
    }
    let said = [
      0: "saved", 4: "not confirmed", 5: "not written", 6: "without history",
    ][status]
    let loaded = try scratch.load()
    #expect(loaded.unreadable.isEmpty, "\(error) at \(call)")
    let event = try #require(loaded.programme.events.values.first)
    #expect(event.title == (status == 5 ? "Old" : "New"), "\(error) at \(call), said \(status)")
    let lines = try scratch.store().history(of: event.id.text).count
    // The disk that confirms nothing confirms no history either.
    let told = [0, 4].contains(status) ? 2 : 1
    if !call.isFromThere { #expect(lines == told, "\(error) at \(call), said \(status)") }
    _ = try scratch.store().prepareForWriting(loaded.programme.settings)
    #expect(scratch.leftovers().isEmpty, "\(error) at \(call)")
    return try #require(said, "ended with \(status) after \(error) at \(call)")
  }

  /// Kills a save at one of its calls; the title that the record has afterwards.
  private func killedAt(_ call: Strace.Call, _ strace: String) throws -> String {
    let scratch = try save { try Strace(strace).start(on: $0, killingAt: call) }
    let loaded = try scratch.load()
    #expect(loaded.unreadable.isEmpty, "killed at \(call)")
    let event = try #require(loaded.programme.events.values.first)
    let word = event.title == "Old" ? "old " : "new "
    let count = event.title == "Old" ? 1000 : 2000
    #expect(event.summary == String(repeating: word, count: count), "killed at \(call)")
    _ = try scratch.store().prepareForWriting(loaded.programme.settings)
    #expect(scratch.leftovers().isEmpty, "killed at \(call)")
    #expect(scratch.nextSaves(event), "killed at \(call)")
    return event.title
  }
}

private extension Scratch {
  /// Whether the next window can save and its history can be read.
  func nextSaves(_ event: Event) -> Bool {
    var after = event
    after.place = "Lyon"
    guard let store = try? store("other"),
      (try? store.save(.event(event), .event(after))) != nil
    else { return false }
    return store.history(of: event.id.text).contains { $0.fields == ["place"] }
  }
}

/// Watches the calls of one thread to the machine, or kills its process at one of them.
private struct Strace {
  /// The so-manieth call of a name.
  struct Call: Hashable {
    let name: String
    let number: Int
    /// Whether all calls of that name from there on are meant.
    var isFromThere = false
  }

  private let path: String
  init(_ path: String) { self.path = path }

  /// Where strace is, if it may watch.
  static var path: String? {
    ["/usr/bin/strace", "/usr/local/bin/strace"].first {
      access($0, X_OK) == 0 && run($0, ["-o", "/dev/null", "/bin/true"])
    }
  }

  /// The calls of a save that can change what is on disk, in their order.
  func calls(of save: ((pid_t) throws -> Process) throws -> Scratch) throws -> [Call] {
    let log = NSTemporaryDirectory() + "heard-strace-\(UUID().uuidString)"
    defer { unlink(log) }
    _ = try save { try start(["-o", log], on: $0) }
    var counts: [String: Int] = [:]
    var calls: [Call] = []
    for line in try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n") {
      let name = String(line.prefix { $0 != "(" })
      guard name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }),
        !Self.withoutTrace.contains(name)
      else { continue }
      counts[name, default: 0] += 1
      calls.append(Call(name: name, number: counts[name] ?? 0))
    }
    return calls
  }

  func start(on thread: pid_t, killingAt call: Call) throws -> Process {
    let injection = "inject=\(call.name):signal=SIGKILL:when=\(call.number)"
    return try start(["-o", "/dev/null", "-e", injection], on: thread)
  }

  func start(
    on thread: pid_t, failingAt call: Call, with error: String
  ) throws -> Process {
    let last = call.isFromThere ? "+" : ""
    let injection = "inject=\(call.name):error=\(error):when=\(call.number)\(last)"
    return try start(["-o", "/dev/null", "-e", injection], on: thread)
  }

  /// Starts watching; when it returns, no call is missed any more.
  private func start(_ options: [String], on thread: pid_t) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = options + ["-p", "\(thread)"]
    let pipe = Pipe()
    process.standardError = pipe
    try process.run()
    var said = ""
    while !said.contains("attached") {
      let data = pipe.fileHandleForReading.availableData
      if data.isEmpty { break }
      said += String(decoding: data, as: UTF8.self)
    }
    return process
  }

  /// Calls about memory and waiting, those of the waiting itself, and those that only look.
  ///
  /// Killed at one of them the disk is as at the next call that is not among them.
  private static let withoutTrace: Set<String> = [
    "access", "clock_nanosleep", "mmap", "munmap", "brk", "mprotect", "madvise", "futex",
    "rt_sigprocmask", "exit_group", "restart_syscall", "getpid", "sched_yield",
    "read", "pread64", "lseek", "fstat", "stat", "lstat", "newfstatat", "statx", "faccessat",
    "faccessat2", "fcntl", "getdents64", "readlink", "readlinkat", "geteuid", "getuid",
    "getrandom", "gettid", "uname", "ioctl", "fstatfs", "statfs", "sigaltstack", "rt_sigaction",
  ]
}

private func run(_ path: String, _ arguments: [String]) -> Bool {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: path)
  process.arguments = arguments
  process.standardError = FileHandle.nullDevice
  guard (try? process.run()) != nil else { return false }
  process.waitUntilExit()
  return process.terminationStatus == 0
}
