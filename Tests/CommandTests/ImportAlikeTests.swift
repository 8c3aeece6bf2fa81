import Foundation
import Testing

@testable import HeardCommands

/// Rows that are perhaps an event twice, on the command line.
@Suite struct ImportAlikeTests {
  private static let sheet = """
    Date;Country;Title;Participants
    2024-03-08;FR;Round table: access to care;118
    2024-03-08;FR;Round table – access to care;120
    2024-06-12;FR;Evening of listening;7
    """

  private func desktop() throws -> (Desktop, file: String, there: String) {
    let desktop = try Desktop()
    let there = try desktop.addEvent("Evening of listening")
    let file = "\(desktop.home)/events.csv"
    try Data(Self.sheet.utf8).write(to: URL(fileURLWithPath: file))
    return (desktop, file, there)
  }

  @Test func `both sides are told, and neither --yes nor silence decides`() throws {
    let (desktop, file, there) = try desktop()
    let answer = try desktop.heard("import", "events", file, "--yes")
    #expect((answer.code, answer.lines.count) == (1, 1), "\(answer.said)")
    #expect(answer.said.contains("Line 3 looks like line 2: one event twice?"), "\(answer.said)")
    #expect(answer.said.contains("- line 2: 2024-03-08, FR, Round table: access to care, 118"))
    #expect(answer.said.contains("- line 3: 2024-03-08, FR, Round table – access to care, 120"))
    #expect(answer.said.contains("Line 4 looks like \(there): one event twice?"))
    #expect(answer.said.contains("--one-event 3 says"), "\(answer.said)")
    #expect(try desktop.heard("list", "events", "--format", "json").objects.count == 2)
  }

  @Test func `one event and two events are said by the lines, and one undo takes all back`() throws
  {
    let (desktop, file, there) = try desktop()
    let before = try desktop.heard("show", there, "--format", "json").text
    let dry = try desktop.heard(
      "import", "events", file, "--two-events", "3", "--one-event", "4", "--dry-run", "--format",
      "json")
    #expect(dry.code == 0, "\(dry.said)")
    let pairs = try #require(dry.object["pairs"] as? [[String: Any]])
    #expect(pairs.compactMap { $0["answer"] as? String } == ["two", "one"])
    #expect(pairs.compactMap { $0["earlierLine"] as? Int } == [2])
    #expect(pairs.compactMap { $0["event"] as? String } == [there])
    let rows = try #require(dry.object["rows"] as? [[String: Any]])
    #expect(rows.compactMap { $0["state"] as? String } == ["ready", "ready", "joined"])
    let done = try desktop.heard(
      "import", "events", file, "--two-events", "3", "--one-event", "4")
    #expect((done.code, done.lines.count) == (0, 3), "\(done.said)")
    #expect(done.lines.contains(there))
    #expect(try desktop.heard("list", "events", "--format", "json").objects.count == 3)
    #expect(try desktop.heard("check").code == 0)
    // What was said once is not to be said again.
    let again = try desktop.heard(
      "import", "events", file, "--two-events", "3", "--one-event", "4")
    #expect(again.lines.isEmpty, "\(again.said)")
    #expect(try desktop.heard("undo", "--yes").code == 0)
    #expect(try desktop.heard("list", "events", "--format", "json").objects.count == 1)
    #expect(try desktop.heard("show", there, "--format", "json").text == before)
  }

  @Test func `a line that looks like nothing is refused`() throws {
    let (desktop, file, _) = try desktop()
    let answer = try desktop.heard("import", "events", file, "--one-event", "2")
    #expect(answer.code == 2)
    #expect(answer.said.contains("Line 2 looks like no other event."), "\(answer.said)")
    #expect(try desktop.heard("import", "events", file, "--two-events", "x").code == 2)
  }
}
