import Foundation
import TestKit
import Testing

/// `heard doctor`, and screens, on terminals of several kinds.
@Suite(.serialized) struct DoctorTests {
  @Test func `the width that the terminal gives a sign is measured and kept`() throws {
    let home = try Scratch()
    let file = try settle(
      #"{"ambiguousWidth": "two", "role": "coordinator", "theme": "standard"}"#, home)
    let first = try TmuxSession(
      "\(heard) doctor /nowhere", home: home, columns: 200, environment: ["HEARD_NOW": ""])
    // This terminal draws them in one.
    try first.wait(for: "[ended 1]")
    #expect(first.screen.contains("heard doctor --fix width"), "\(first.screen)")
    let second = try TmuxSession(
      "\(heard) doctor /nowhere --fix width", home: home, columns: 200,
      environment: ["HEARD_NOW": ""])
    try second.wait(for: "[ended")
    #expect(second.screen.contains("take 1 column."), "\(second.screen)")
    #expect(!second.screen.contains("--fix width"), "\(second.screen)")
    #expect(!(try String(contentsOfFile: file, encoding: .utf8)).contains("ambiguousWidth"))
  }

  @Test func `where the terminal is asked at the start, its answer is no key`() throws {
    let home = try Scratch()
    _ = try settle(
      #"{"ambiguousWidth": "measured", "role": "coordinator", "theme": "standard"}"#, home)
    let session = try TmuxSession("\(heard) \(try home.programme())", home: home)
    try session.wait(for: "Waiting for you")
    try session.press("2")
    try session.wait(for: "Dialogue on disabil")
    // One column, so our own signs are drawn as always, and nothing of the answer acted.
    #expect(session.screen.contains("›"), "\(session.screen)")
    #expect(!session.screen.contains("No command"), "\(session.screen)")
    try session.press("q")
    try session.wait(for: "[ended 0]")
  }

  @Test func `a terminal said to be wide gets signs that are never wide`() throws {
    let home = try Scratch()
    _ = try settle(
      #"{"ambiguousWidth": "two", "role": "coordinator", "theme": "standard"}"#, home)
    let session = try TmuxSession("\(heard) \(try home.programme())", home: home)
    try session.wait(for: "Waiting for you")
    try session.press("2")
    try session.wait(for: "by date")
    try session.wait(for: "> 2024-05-")
    #expect(session.screen.contains("> 2024-05-"), "\(session.screen)")
    #expect(!session.screen.contains("›"), "\(session.screen)")
    try session.press("q")
    try session.wait(for: "[ended 0]")
  }

  private static let canHide =
    (try? run("/usr/bin/env", ["unshare", "-rm", "sh", "-c", "echo hidden"]))?.trimmed == "hidden"

  @Test(.enabled(if: canHide, "the machine lets nobody hide its folders"))
  func `without any description of terminals the screen is drawn by the one that is built in`()
    throws
  {
    let home = try Scratch()
    let programme = try home.programme()
    let script = "\(home.path)/hidden"
    try """
    for folder in /etc/terminfo /lib/terminfo /usr/share/terminfo /usr/lib/terminfo; do
      [ -d $folder ] && mount -t tmpfs none $folder
    done
    exec \(heard) \(programme)
    """.write(toFile: script, atomically: false, encoding: .utf8)
    let session = try TmuxSession(
      "unshare -rm sh \(script)", home: home, environment: ["TERM": "no-such-terminal"])
    try session.wait(for: "Waiting for you")
    try session.press("2")
    try session.wait(for: "Dialogue on disabil")
    try session.press("Enter")
    try session.wait(for: "Overview")
    try session.press("C-c")
    try session.wait(for: "[ended 0]")
  }

  /// Writes the settings of this person; gives their file.
  private func settle(_ settings: String, _ home: Scratch) throws -> String {
    let folder = "\(home.path)/config/heard"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try settings.write(toFile: "\(folder)/settings.json", atomically: false, encoding: .utf8)
    return "\(folder)/settings.json"
  }
}
