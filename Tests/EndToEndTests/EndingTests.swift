import Foundation
import TestKit
import Testing

/// That the program ends when it is told to, whoever holds the folder.
///
/// The folder stays held until the program has ended: one that waited for it would not end in time.
@Suite(.serialized) struct EndingTests {
  @Test(arguments: [SIGHUP, SIGTERM])
  func `a signal ends the program while another one holds the folder`(signal: Int32) throws {
    let home = try Scratch()
    let programme = try home.programme()
    let holder = try FolderHolder(programme)
    let session = try Self.savedAndTyped(home, programme)
    kill(try session.program(), signal)
    try session.wait(for: "[ended 0]")
    // What was typed meanwhile waited for nobody.
    let drafts = "\(home.path)/state/heard/drafts"
    #expect(
      try run("/usr/bin/env", ["grep", "-rl", "--include=*.json", "Typed meanwhile", drafts]) != "")
    withExtendedLifetime(holder) {}
  }

  @Test func `who ends the program while another one holds the folder is asked`() throws {
    let home = try Scratch()
    let programme = try home.programme()
    let holder = try FolderHolder(programme)
    let session = try Self.savedAndTyped(home, programme)
    try session.press("C-c")
    try session.wait(for: "Not everything is on disk yet")
    try session.press("1")
    try session.wait(for: "Typed meanwhile")
    try session.press("C-c")
    try session.wait(for: "Not everything is on disk yet")
    try session.press("2")
    try session.wait(for: "[ended 0]")
    withExtendedLifetime(holder) {}
  }

  @Test func `plain lines end while another program holds the folder, and ask before`() throws {
    let home = try Scratch()
    let programme = try home.programme()
    let holder = try FolderHolder(programme)
    let session = try TmuxSession("\(heard) --linear \(programme)", home: home)
    for answer in ["new event", "Held up", "France", "12 jun 2024", "Lyon", "save", "quit"] {
      try session.enter(answer)
    }
    try session.wait(for: "Not everything is on disk yet")
    try session.enter("1")
    kill(try session.program(), SIGTERM)
    try session.wait(for: "[ended ")
    withExtendedLifetime(holder) {}
  }

  @Test(arguments: [SIGHUP, SIGKILL])
  func `what was saved while another one held the folder is there after the next start`(
    signal: Int32
  ) throws {
    let home = try Scratch()
    let programme = try home.programme()
    let holder = try FolderHolder(programme)
    let session = try Self.savedAndTyped(home, programme)
    kill(try session.program(), signal)
    try session.wait(for: "[ended ")
    #expect(try run("/usr/bin/env", ["grep", "-rl", "Held up", "\(programme)/events"]) == "")
    holder.letGo()
    let again = try TmuxSession("\(heard) \(programme)", home: home)
    try again.wait(for: "when Heard last ended")
    try waitUntil(10, "the event on disk", again.screen) {
      (try? run(
        "/usr/bin/env", ["grep", "-rl", "--include=*.json", "Held up", "\(programme)/events"]))
        != ""
    }
    try again.press("q")
    try again.wait(for: "[ended 0]")
    let journal = "\(home.path)/state/heard/journal"
    #expect(try run("/usr/bin/env", ["find", journal, "-name", "*.json"]) == "")
  }

  @Test func `a command says what waits from an earlier sitting, and what no disk confirmed`()
    throws
  {
    let home = try Scratch()
    let programme = try home.programme()
    let holder = try FolderHolder(programme)
    let session = try Self.savedAndTyped(home, programme)
    kill(try session.program(), SIGKILL)
    try session.wait(for: "[ended ")
    holder.letGo()
    let edit =
      "HEARD_NOW=2024-12-01T09:00:00Z XDG_STATE_HOME=\(home.path)/state LC_ALL=C.UTF-8 "
      + "XDG_CONFIG_HOME=\(home.path)/config $BEFORE \(heard) edit 2024-05-28-fr-lyon-4k7q "
      + "--programme \(programme) --set title=Changed 2>&1; echo \"[$?]\""
    let watched =
      "BEFORE='strace -f -qq -o /dev/null -P \(programme)/events -e trace=fsync"
      + " -e inject=fsync:error=EIO'; "
    let plain = try run("/bin/sh", ["-c", "BEFORE=env; \(edit)"])
    #expect(plain.contains("1 change of an earlier sitting is not on disk"))
    #expect(plain.contains("[0]"))
    guard try run("/bin/sh", ["-c", "strace -o /dev/null true && echo ok"]).contains("ok") else {
      return print("skipped: strace is not there or may not watch a process")
    }
    let unsure = try run(
      "/bin/sh", ["-c", watched + edit.replacing("title=Changed", with: "title=Unsure")])
    #expect(unsure.contains("the disk did not confirm it"))
    #expect(unsure.contains("[4]"))
    let file = "\(programme)/events/2024-05-28-fr-lyon-4k7q.json"
    #expect(try String(contentsOfFile: file, encoding: .utf8).contains("Unsure"))
  }

  /// A session in which one event was saved that cannot reach the folder, and another one is typed.
  private static func savedAndTyped(_ home: Scratch, _ programme: String) throws -> TmuxSession {
    let session = try TmuxSession("\(heard) \(programme)", home: home)
    try session.wait(for: "Home")
    try session.press("N")
    try session.wait(for: "Event form")
    try session.type("Held up")
    try session.press("C-s")
    try session.wait(for: "u undoes it")
    try session.press("N")
    try session.wait(for: "Event form")
    try session.type("Typed meanwhile")
    try session.wait(for: "Typed meanwhile")
    return session
  }
}

/// Holds a programme folder as a save does, as long as it lives: a program beside this one, since a
/// lock of this process would go on in whatever it starts.
final class FolderHolder {
  private let process = Process()

  init(_ folder: String) throws {
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["flock", folder, "sh", "-c", "echo held; exec sleep 1000"]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    // A word: it holds the folder now.
    _ = pipe.fileHandleForReading.availableData
  }

  deinit { letGo() }

  /// Lets go of the folder.
  func letGo() {
    // Flock waits for the program that it started, which is in a group of its own with it.
    let children = (try? heardRun("pgrep", "-P", "\(process.processIdentifier)")) ?? ""
    for id in children.split(whereSeparator: \.isWhitespace).compactMap({ pid_t($0) }) {
      kill(id, SIGKILL)
    }
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
  }

  private func heardRun(_ words: String...) throws -> String { try run("/usr/bin/env", words) }
}
