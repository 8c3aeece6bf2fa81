import Foundation
import TestKit
import Testing

/// `heard undo`: what commands and the terminal left is listed, and taken back.
@Suite struct UndoCommandTests {
  private func place(_ id: String, _ desktop: Desktop) throws -> String? {
    try desktop.heard("show", id, "--format", "json").object["place"] as? String
  }

  private func listed(_ desktop: Desktop) throws -> [String] {
    try desktop.heard("undo", "--list", "--format", "json").objects
      .compactMap { $0["what"] as? String }
  }

  @Test func `what a command changed is listed newest first and taken back one by one`() throws {
    let desktop = try Desktop()
    let id = try desktop.addEvent("Waiting rooms", "--place", "Lyon")
    try desktop.heard("edit", id, "--set", "place=Nice")
    #expect(
      try listed(desktop) == ["Changed event: Waiting rooms", "New event: Waiting rooms"])
    let table = try desktop.heard("undo", "--list")
    #expect(table.lines.count == 3 && table.text.contains("Changed event: Waiting rooms"))
    let first = try desktop.heard("undo")
    #expect(first.code == 0 && first.bytes.isEmpty)
    #expect(first.said == "Undone: Changed event: Waiting rooms\n")
    #expect(try place(id, desktop) == "Lyon")
    #expect(try listed(desktop) == ["New event: Waiting rooms"])
    #expect(try desktop.heard("undo").code == 0)
    #expect(try desktop.heard("list", "events").lines.isEmpty)
    let nothing = try desktop.heard("undo")
    #expect(nothing.code == 2 && nothing.said == "There is nothing to undo.\n")
  }

  @Test func `an older change is taken back by its number, unless a newer one stands on it`()
    throws
  {
    let desktop = try Desktop()
    let (one, two) = (try desktop.addEvent("One"), try desktop.addEvent("Two"))
    try desktop.heard("edit", one, "--set", "place=Lyon")
    try desktop.heard("edit", two, "--set", "place=Nice")
    try desktop.heard("edit", two, "--set", "region=South")
    let built = try desktop.heard("undo", "2")
    #expect(built.code == 3 && built.said.contains("changed since"), "\(built.said)")
    #expect(try desktop.heard("undo", "3").code == 0)
    #expect(try place(one, desktop) == nil)
    #expect(try place(two, desktop) == "Nice")
    let none = try desktop.heard("undo", "9")
    #expect(none.code == 2 && none.said.contains("no change 9"), "\(none.said)")
  }

  @Test func `an import is one change, and more than one record goes only with yes`() throws {
    let desktop = try Desktop()
    let file = "\(desktop.home)/events.csv"
    try Data("Date;Title\n2024-06-12;A\n2024-06-13;B\n".utf8).write(to: URL(fileURLWithPath: file))
    let imported = try desktop.heard("import", "events", file)
    #expect(imported.lines.count == 2 && !imported.said.contains("cannot be undone"))
    #expect(try listed(desktop) == ["2 events imported"])
    let refused = try desktop.heard("undo")
    #expect(refused.code == 2 && refused.said.contains("2 records"), "\(refused.said)")
    let dry = try desktop.heard("undo", "--dry-run")
    #expect(dry.code == 0 && dry.lines.count == 2 && dry.said.contains("Nothing was changed"))
    #expect(try desktop.heard("list", "events", "--format", "json").objects.count == 2)
    #expect(try desktop.heard("undo", "--yes").code == 0)
    #expect(try desktop.heard("list", "events").lines.isEmpty)
    #expect(try desktop.heard("check").code == 0)
  }

  @Test func `the terminal and the command line take back each other's changes`() throws {
    let desktop = try Desktop()
    let id = try desktop.addEvent("Waiting rooms", "--place", "Lyon")
    try desktop.heard("edit", id, "--set", "place=Nice")
    let terminal = try desktop.heard("--linear", input: "undo\n")
    #expect(terminal.code == 0, "\(terminal.said)")
    #expect(try place(id, desktop) == "Lyon", "\(terminal.text)")
    #expect(try listed(desktop) == ["New event: Waiting rooms"])
    try desktop.heard("--linear", input: "action\nA quiet room\nsave\n")
    #expect(try listed(desktop).first == "New action: A quiet room")
    #expect(try desktop.heard("undo").code == 0)
    #expect(try desktop.heard("list", "actions").lines.isEmpty)
  }

  @Test func `presses of a terminal are taken back by a command, whatever changed since`() throws {
    let desktop = try Desktop()
    let id = try desktop.addEvent("Waiting rooms", "--place", "Lyon", "--status", "held")
    try desktop.heard("--linear", input: "events\n1\nattendance\n+\n+\n+\n")
    func came() throws -> Int? {
      try desktop.heard("show", id, "--format", "json").object["attendances"] as? Int
    }
    #expect(try came() == 3)
    let dry = try desktop.heard("undo", "--dry-run")
    #expect(dry.lines.contains { $0.contains("Attendances: 3") }, "\(dry.text)")
    #expect(!dry.text.contains("d-") && dry.lines.count <= 4, "\(dry.text)")
    try desktop.heard("edit", id, "--set", "region=South")
    let undone = try desktop.heard("undo", "2")
    #expect(undone.code == 0, "\(undone.said)")
    #expect(try came() == nil)
    // A number that is set is what is counted on from, and the files say where it came from.
    try desktop.heard("edit", id, "--set", "attendance=84", "--set", "attendanceSource=counted")
    try desktop.heard("--linear", input: "events\n1\nattendance\n+\n")
    #expect(try came() == 85)
    #expect(try desktop.heard("check").code == 0)
    try desktop.heard("undo", "2")
    #expect(try came() == 1)
  }

  @Test func `what cannot be taken back is said by the command and never listed`() throws {
    let desktop = try Desktop()
    let event = try desktop.addEvent("Waiting rooms")
    let person = try desktop.heard("add", "person", "--event", event, "--pseudonym", "Marigold")
    #expect(person.said.contains("cannot be undone"), "\(person.said)")
    let testimony = try desktop.heard(
      "add", "testimony", "--event", event, "--file", "-", "--consent", "record,learn",
      input: "CANARY")
    #expect(testimony.said.contains("cannot be undone"), "\(testimony.said)")
    let edited = try desktop.heard("edit", testimony.id, "--set", "polarity=negative")
    #expect(edited.code != 0 || edited.said.contains("cannot be undone"), "\(edited.said)")
    // Nothing older of an event comes back once people were put on its list.
    #expect(try listed(desktop).isEmpty)
    let kept = try desktop.shell("cat \"$XDG_STATE_HOME\"/heard/*/*/* 2>/dev/null")
    #expect(!kept.text.contains("CANARY") && !kept.text.contains("Marigold"))
    let quarter = try desktop.heard("edit", event, "--set", "confidentiality=closed")
    #expect(quarter.said.contains("cannot be undone"), "\(quarter.said)")
  }

  @Test func `a locked event keeps what stands in it`() throws {
    let desktop = try Desktop()
    try desktop.settle(#"{"name": "Manon", "role": "manager", "theme": "standard"}"#)
    let id = try desktop.addEvent("Waiting rooms", "--place", "Lyon")
    try desktop.heard("edit", id, "--set", "place=Nice")
    let approved = try desktop.heard("approve", "FR", "2024-Q2", "--yes")
    #expect(approved.code == 0 && approved.said.contains("cannot be undone"), "\(approved.said)")
    let refused = try desktop.heard("undo")
    #expect(refused.code == 3 && refused.said.contains("locked"), "\(refused.said)")
    #expect(try place(id, desktop) == "Nice")
  }

  @Test func `listing makes no folder and writes no file`() throws {
    let desktop = try Desktop()
    #expect(try desktop.heard("undo", "--list").said == "There is nothing to undo.\n")
    #expect(try desktop.heard("undo", "--dry-run").code == 2)
    #expect(!FileManager.default.fileExists(atPath: "\(desktop.home)/state"))
    #expect(!FileManager.default.fileExists(atPath: "\(desktop.home)/config"))
  }
}
