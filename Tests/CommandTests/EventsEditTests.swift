import Foundation
import TestKit
import Testing

/// Many events changed by a filter, as one change.
@Suite struct EventsEditTests {
  /// Two events of the past, one of this year, and who may approve.
  private func desktop() throws -> Desktop {
    let desktop = try Desktop()
    try desktop.settle(#"{"name": "Manon", "role": "manager", "theme": "standard"}"#)
    for (title, date) in [("One", "2022-03-01"), ("Two", "2023-03-01"), ("Now", "2024-11-01")] {
      let added = try desktop.heard(
        "add", "event", "--title", title, "--country", "fr", "--date", date, "--status", "held")
      #expect(added.code == 0, "\(added.said)")
    }
    return desktop
  }

  private func titles(_ desktop: Desktop, _ filter: String) throws -> Set<String> {
    let rows = try desktop.heard("list", "events", filter, "--format", "json").objects
    return Set(rows.compactMap { $0["title"] as? String })
  }

  @Test func `history is declared of all that a filter finds, and taken back as one change`() throws
  {
    let desktop = try desktop()
    #expect(try titles(desktop, "closeout:open") == ["One", "Two", "Now"])
    let asked = try desktop.heard("edit", "--where", "before:2024", "--set", "beforeHeard=yes")
    #expect(asked.code == 2 && asked.said.contains("2 events"), "\(asked.said)")
    #expect(try titles(desktop, "closeout:beforeHeard").isEmpty)
    let done = try desktop.heard(
      "edit", "--where", "before:2024", "--set", "beforeHeard=yes", "--yes")
    #expect(done.code == 0 && done.said.contains("2 events"), "\(done.said)")
    #expect(try titles(desktop, "closeout:beforeHeard") == ["One", "Two"])
    #expect(try titles(desktop, "closeout:open") == ["Now"])
    #expect(try desktop.heard("check").code == 0)
    #expect(try desktop.heard("undo", "--list", "--format", "json").objects.first != nil)
    #expect(try desktop.heard("undo", "--yes").code == 0)
    #expect(try titles(desktop, "closeout:beforeHeard").isEmpty)
  }

  @Test func `it is taken back the same way, and one event needs no further yes`() throws {
    let desktop = try desktop()
    for value in ["yes", ""] {
      let edited = try desktop.heard(
        "edit", "--where", "year:2022", "--set", "beforeHeard=\(value)")
      #expect(edited.code == 0 && edited.said.contains("One"), "\(edited.said)")
      #expect(
        try titles(desktop, "closeout:beforeHeard") == (value.isEmpty ? [] : ["One"]))
    }
    let same = try desktop.heard("edit", "--where", "year:2022", "--set", "beforeHeard=")
    #expect(same.code == 0 && same.said == "Nothing was changed.\n")
    let none = try desktop.heard("edit", "--where", "year:1999", "--set", "beforeHeard=yes")
    #expect(none.code == 0 && none.said == "Nothing fits the filter.\n")
  }

  @Test func `what is locked is left out and counted, and nothing but it is refused`() throws {
    let desktop = try desktop()
    #expect(try desktop.heard("approve", "FR", "2022-Q1", "--yes").code == 0)
    let refused = try desktop.heard("edit", "--where", "year:2022", "--set", "beforeHeard=yes")
    #expect(refused.code == 3 && refused.said.contains("Manon"), "\(refused.said)")
    let left = try desktop.heard(
      "edit", "--where", "before:2024", "--set", "beforeHeard=yes", "--dry-run")
    #expect(left.code == 0 && left.said.contains("1 event is locked"), "\(left.said)")
    #expect(try titles(desktop, "closeout:beforeHeard").isEmpty)
    let done = try desktop.heard("edit", "--where", "before:2024", "--set", "beforeHeard=yes")
    #expect(done.code == 0 && done.said.contains("1 event is locked"), "\(done.said)")
    #expect(try titles(desktop, "closeout:beforeHeard") == ["Two"])
  }

  @Test func `a rule stands against it with the event's id, and then nothing is changed`() throws {
    let desktop = try desktop()
    let coming = try desktop.heard(
      "add", "event", "--title", "Later", "--country", "fr", "--date", "2025-03-01"
    ).id
    let refused = try desktop.heard(
      "edit", "--where", "country:fr", "--set", "beforeHeard=yes", "--yes")
    #expect(refused.code == 2 && refused.said.contains(coming), "\(refused.said)")
    #expect(try titles(desktop, "closeout:beforeHeard").isEmpty)
  }

  @Test func `an id or a filter is named, and the filter has to be one`() throws {
    let desktop = try desktop()
    #expect(try desktop.heard("edit", "--set", "beforeHeard=yes").code == 2)
    let both = try desktop.heard("edit", "2022", "--where", "year:2022", "--set", "region=North")
    #expect(both.code == 2)
    #expect(try desktop.heard("edit", "--where", "land:fr", "--set", "region=North").code == 2)
  }
}
