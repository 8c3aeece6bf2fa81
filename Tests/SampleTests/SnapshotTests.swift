import Foundation
import HeardKit
import HeardModel
import HeardScreens
import TerminalCanvas
import TestKit
import Testing

/// A few whole screens of the sample, readable as files in `Snapshots/`.
///
/// Where a style carries a meaning, what is late or where one is, a second block holds the style of
/// each cell by the letters of `Style.letter`, behind the number of its row.
///
/// `RECORD_SNAPSHOTS=1` writes them anew, and fails so that a recording is never taken for a pass.
@Suite struct SnapshotTests {
  @Test func `Home of a coordinator`() throws {
    try expect(try SampleScreen(language: "en"), "Home.coordinator-80x24")
  }

  @Test func `Home of a manager in French`() throws {
    try expect(try SampleScreen(language: "fr", role: .manager), "Home.manager-fr-80x24")
  }

  @Test func `events with their preview on a wide terminal`() throws {
    var screen = try SampleScreen(language: "en", columns: 140, rows: 40)
    screen.press(.character("2"))
    try expect(screen, "Events.all-140x40")
  }

  @Test func `events of Japan in Japanese, filtered while typing`() throws {
    var screen = try SampleScreen(language: "ja")
    screen.press(.character("2"), .character("/"))
    screen.type("country:jp")
    try expect(screen, "Events.filter-ja-80x24")
  }

  @Test func `one event in French`() throws {
    var screen = try SampleScreen(language: "fr")
    screen.press(.character("2"), .character("/"))
    screen.type("recife")
    screen.press(.enter, .enter)
    try expect(screen, "Event.overview-fr-80x24")
  }

  @Test func `an event of a locked quarter, and a field in two versions`() throws {
    let quarter = try #require(ApprovalPeriod(stored: "BR-2024-Q2"))
    var screen = try SampleScreen(language: "en") { programme in
      var approval = Approval(quarter)
      var entry = ApprovalEntry()
      (entry.id, entry.by) = ("v-1", "Invented manager")
      entry.at = Moment(stored: "2024-07-05T09:00:00Z") ?? entry.at
      approval.entries = [entry]
      programme.approvals[quarter] = approval
      for (id, event) in programme.events where event.place == "Recife" {
        var conflict = FieldConflict()
        (conflict.id, conflict.path) = ("x-1", "venue")
        (conflict.kept, conflict.other) = (.text("Hall"), .text("Library"))
        programme.events[id]?.conflicts = [conflict]
      }
    }
    screen.press(.character("2"), .character("/"))
    screen.type("recife")
    screen.press(.enter, .enter)
    try expect(screen, "Event.locked-80x24")
  }

  @Test func `the form of a new event`() throws {
    var screen = try SampleScreen(language: "en")
    screen.press(.character("N"))
    screen.type("Soirée d'écoute 語り")
    screen.press(.tab)
    screen.type("Fr")
    try expect(screen, "EventForm.typing-80x24")
  }

  @Test func `figures by country and year`() throws {
    var screen = try SampleScreen(language: "en")
    screen.press(.character("5"))
    try expect(screen, "Figures.country-year-80x24")
  }

  @Test func `actions, overdue first`() throws {
    var screen = try SampleScreen(language: "en", columns: 140, rows: 40)
    screen.press(.character("4"))
    try expect(screen, "Actions.all-140x40")
  }

  @Test func `help shows all keys of a screen`() throws {
    var screen = try SampleScreen(language: "en", rows: 50)
    screen.press(.character("2"), .character("?"))
    try expect(screen, "Help.events-80x50", holdsStyles: false)
  }

  private func expect(
    _ screen: SampleScreen, _ name: String, holdsStyles: Bool = true,
    location: SourceLocation = #_sourceLocation
  ) throws {
    let file = Project.folder
      .appendingPathComponent("Tests/SampleTests/Snapshots/\(name).txt")
    let now = screen.snapshot + (holdsStyles ? "\n\(screen.styles)" : "")
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try now.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name)", sourceLocation: location)
      return
    }
    let before = try String(contentsOf: file, encoding: .utf8)
    #expect(now == before, sourceLocation: location)
  }
}
