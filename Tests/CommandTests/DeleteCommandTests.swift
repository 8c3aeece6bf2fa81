import Foundation
import TestKit
import Testing

/// Records that are removed by a command.
@Suite struct DeleteCommandTests {
  private func ids(_ desktop: Desktop, _ list: String) throws -> [String] {
    try desktop.heard("list", list, "--format", "json").objects.compactMap { $0["id"] as? String }
  }

  @Test func `a record on which nothing hangs is removed, and undo brings it back`() throws {
    let desktop = try Desktop()
    let event = try desktop.addEvent("Waiting rooms", "--place", "Lyon")
    let dry = try desktop.heard("delete", event, "--dry-run")
    #expect(dry.code == 0 && dry.text.contains("Waiting rooms"), "\(dry.said)")
    #expect(try ids(desktop, "events") == [event])
    let removed = try desktop.heard("delete", String(event.dropLast(2)))
    #expect(removed.code == 0 && removed.bytes.isEmpty)
    #expect(removed.said == "Removed event: Lyon · Waiting rooms\n")
    #expect(try ids(desktop, "events").isEmpty)
    #expect(try desktop.heard("undo").code == 0)
    let back = try desktop.heard("show", event, "--format", "json").object
    #expect(back["place"] as? String == "Lyon")
    #expect(try desktop.heard("check").code == 0)
  }

  @Test func `what goes along with an event is named, and goes only with yes`() throws {
    let desktop = try Desktop()
    let event = try desktop.addEvent("Waiting rooms", "--status", "held")
    for name in ["Marigold", "Daisy"] {
      try desktop.heard("add", "person", "--event", event, "--pseudonym", name)
    }
    let refused = try desktop.heard("delete", event)
    #expect(refused.code == 2 && refused.bytes.isEmpty)
    #expect(refused.said.contains("2 people on the list"), "\(refused.said)")
    // Nothing of people is kept to be undone, and it is said before it is too late.
    #expect(refused.said.contains("cannot be undone") && refused.said.contains("--yes"))
    let dry = try desktop.heard("delete", event, "--dry-run")
    #expect(dry.code == 0 && dry.said.contains("2 people on the list"), "\(dry.said)")
    #expect(try ids(desktop, "events") == [event])
    let removed = try desktop.heard("delete", event, "--yes")
    #expect(removed.code == 0 && removed.said.contains("cannot be undone"), "\(removed.said)")
    #expect(try ids(desktop, "events").isEmpty)
  }

  @Test func `what others name stays, and what can be done instead is said`() throws {
    let desktop = try Desktop()
    let event = try desktop.addEvent()
    let action = try desktop.heard("add", "action", "--title", "Chairs", "--event", event).id
    let member = try desktop.heard("add", "member", "--name", "Odile").id
    try desktop.heard("edit", event, "--set", "facilitators=Odile")
    let kept = try desktop.heard("delete", event, "--yes")
    #expect(kept.code == 3 && kept.said.contains("status=cancelled"), "\(kept.said)")
    let left = try desktop.heard("delete", member, "--yes")
    #expect(left.code == 3 && left.said.contains("left=yes"), "\(left.said)")
    // Of several all go or none.
    #expect(try desktop.heard("delete", action, event, "--yes").code == 3)
    #expect(try ids(desktop, "actions") == [action])
    #expect(try desktop.heard("delete", action, action).said == "Removed action: Chairs\n")
    #expect(try ids(desktop, "actions").isEmpty)
    #expect(try desktop.heard("delete", event).code == 0)
    #expect(try desktop.heard("delete", member).code == 0)
    #expect(try desktop.heard("check").code == 0)
  }

  @Test func `people and testimonies are erased, not removed`() throws {
    let desktop = try Desktop()
    let event = try desktop.addEvent()
    let person = try desktop.heard("add", "person", "--event", event, "--pseudonym", "Marigold").id
    let testimony = try desktop.heard(
      "add", "testimony", "--event", event, "--file", "-", "--consent", "record,learn",
      input: "Words"
    ).id
    for id in [person, testimony] {
      let refused = try desktop.heard("delete", id, "--yes")
      #expect(refused.code == 2 && refused.said.contains("heard erase \(id)"), "\(refused.said)")
    }
    #expect(try desktop.heard("delete", "nowhere").code == 2)
    #expect(try desktop.heard("delete").code == 2)
    #expect(try ids(desktop, "testimonies") == [testimony])
  }

  @Test func `an event of an approved quarter stays`() throws {
    let desktop = try Desktop()
    try desktop.settle(#"{"name": "Manon", "role": "manager", "theme": "standard"}"#)
    let event = try desktop.addEvent()
    #expect(try desktop.heard("approve", "FR", "2024-Q2", "--yes").code == 0)
    for more in [["--yes"], ["--dry-run"]] {
      let refused = try desktop.run(Project.program, ["delete", event] + more)
      #expect(refused.code == 3 && refused.said.contains("locked"), "\(refused.said)")
    }
    #expect(try ids(desktop, "events") == [event])
  }
}
