import Foundation
import TestKit
import Testing

/// Two windows of the real program on one folder.
@Suite(.serialized) struct TwoWindowsTests {
  private let event = "2024-05-28-fr-lyon-4k7q"

  @Test func `each window sees the other's change without a key, and a conflict is settled`() throws
  {
    let home = try Scratch()
    let programme = try home.programme()
    let one = try opened(programme, home)
    let two = try opened(programme, home)
    try edit(one, title: "First ")
    // Nothing is pressed in the other window.
    try two.wait(for: "First Dialogue on")
    try two.wait(for: "Changed elsewhere")
    try edit(two, title: "Second ")
    try one.wait(for: "Second First Dialogue")

    // Both have the form open before either saves: the same field in two versions.
    try open(one)
    try open(two)
    try one.type("A ")
    try one.wait(for: "A Second First")
    try two.type("B ")
    try two.wait(for: "B Second First")
    try one.press("C-s")
    try one.wait(for: "u undoes it")
    try two.wait(for: "changed elsewhere after you opened")
    try two.wait(for: "B Second First")
    try two.press("C-s")
    try two.wait(for: "1 field has two versions")
    // The first window learns of it by itself, and settles it.
    try one.wait(for: "1 field has two versions")
    try one.press("!")
    try one.wait(for: "A Second First")
    try one.press("Enter")
    try one.wait(for: "Take the other version")
    try one.press("Down", "Enter")
    try one.wait(for: "No field has two versions")
    try two.wait(for: "A Second First")
    try waitUntil(10, "the choice on disk") {
      let text = (try? String(contentsOfFile: file(programme), encoding: .utf8)) ?? ""
      return text.contains("\"A Second First Dialogue") && !text.contains("conflicts")
    }
  }

  @Test func `an editor and a sync program are seen, and what is typed stays`() throws {
    let home = try Scratch()
    let programme = try home.programme()
    let window = try opened(programme, home)
    try window.press("1", "N")
    try window.wait(for: "Event form")
    try window.type("Half a title")
    try window.wait(for: "Half a title")
    let text = try String(contentsOfFile: file(programme), encoding: .utf8)
    try text.replacingOccurrences(of: "Dialogue on", with: "Edited on").write(
      toFile: file(programme), atomically: true, encoding: .utf8)
    try window.wait(for: "Changed elsewhere: Edited on")
    #expect(window.screen.contains("Half a title"))
    let copy = "\(event).sync-conflict-20240601-120000-ABCDEFG.json"
    try text.write(
      toFile: "\(programme)/events/\(copy)", atomically: true, encoding: .utf8)
    try window.wait(for: "left a copy beside")
    #expect(window.screen.contains("Half a title"))
    try "{ torn".write(toFile: file(programme), atomically: true, encoding: .utf8)
    try window.wait(for: "can no longer be read")
    unlink(file(programme))
    try window.type("!")
    try window.wait(for: "Removed elsewhere")
    #expect(window.screen.contains("Half a title!"))
  }

  @Test func `where nothing can be watched the program says so once, and r reads`() throws {
    let home = try Scratch()
    let programme = try home.programme()
    let window = try TmuxSession(
      "\(heard) \(programme)", home: home, environment: ["HEARD_WATCH": "no"])
    try window.wait(for: "do not appear by themselves")
    try window.press("2")
    try window.wait(for: "Dialogue on disab")
    let text = try String(contentsOfFile: file(programme), encoding: .utf8)
    try text.replacingOccurrences(of: "Dialogue on", with: "Edited on").write(
      toFile: file(programme), atomically: true, encoding: .utf8)
    try window.press("r")
    try window.wait(for: "Edited on")
  }

  /// A window that shows the event.
  private func opened(_ programme: String, _ home: Scratch) throws -> TmuxSession {
    let session = try TmuxSession("\(heard) \(programme)", home: home)
    try session.wait(for: "Home")
    try session.press("2")
    try session.wait(for: "Dialogue on disab")
    try session.press("Home", "Enter")
    try session.wait(for: "Overview")
    return session
  }

  private func open(_ session: TmuxSession) throws {
    try session.press("e")
    try session.wait(for: "Event form")
    try session.press("Home")
  }

  private func edit(_ session: TmuxSession, title: String) throws {
    try open(session)
    try session.type(title)
    try session.press("C-s")
    try session.wait(for: "u undoes it")
  }

  private func file(_ programme: String) -> String { "\(programme)/events/\(event).json" }
}
