import Foundation
import Testing

/// `heard history`: who changed what, what stood there, and the way back.
@Suite struct HistoryCommandTests {
  @Test func `values are told in words for people and as in files for programs`() throws {
    let desktop = try Desktop()
    try desktop.settle(#"{"name": "Noor", "role": "coordinator", "theme": "standard"}"#)
    let id = try desktop.addEvent("Waiting rooms", "--set", "summary=What we heard")
    try desktop.heard("edit", id, "--set", "status=held", "--set", "summary=Other words")
    let table = try desktop.heard("history", id)
    #expect(table.code == 0 && table.lines.count == 3, "\(table.text)")
    #expect(table.text.contains("Status: planned → held"))
    #expect(table.text.contains("Summary: What we heard → Other words"))
    let json = try desktop.heard("history", id, "--format", "json").objects
    let line = try #require(json.first { ($0["fields"] as? [String])?.contains("status") ?? false })
    let values = json.flatMap { $0["values"] as? [[String: Any]] ?? [] }
    #expect(line["by"] as? String == "Noor")
    #expect(Set(values.compactMap { $0["field"] as? String }) == ["status", "summary"])
    let status = try #require(values.first { $0["field"] as? String == "status" })
    #expect(status["before"] as? String == "planned" && status["after"] as? String == "held")
    let csv = try desktop.heard("history", id, "--format", "csv")
    #expect(csv.text.contains("status: planned → held"), "\(csv.text)")
  }

  @Test func `a field comes back as it stood before, and that is a change like any other`() throws {
    let desktop = try Desktop()
    let id = try desktop.addEvent("Waiting rooms", "--set", "summary=What we heard")
    try desktop.heard("edit", id, "--set", "summary=", "--set", "place=Lyon")
    let dry = try desktop.heard("history", id, "--restore", "summary", "--dry-run")
    #expect(dry.code == 0 && dry.text.contains("(empty) → What we heard"), "\(dry.text)")
    #expect(try desktop.heard("show", id, "--format", "json").object["summary"] is NSNull)
    #expect(try desktop.heard("history", id, "--restore", "summary").code == 0)
    let shown = try desktop.heard("show", id, "--format", "json").object
    #expect(shown["summary"] as? String == "What we heard")
    #expect(shown["place"] as? String == "Lyon")
    #expect(try desktop.heard("undo").code == 0)
    #expect(try desktop.heard("show", id, "--format", "json").object["summary"] is NSNull)
    let unknown = try desktop.heard("history", id, "--restore", "notes")
    #expect(unknown.code == 2 && unknown.said.contains("summary"), "\(unknown.said)")
  }

  @Test func `support that went as a whole comes back`() throws {
    let desktop = try Desktop()
    try desktop.write(
      #"{"organisations": [{"id": "o-jhfb9hcpkv", "name": "Ensemble"}]}"#, to: "partners.json")
    try desktop.heard("edit", "o-jhfb9hcpkv", "--set", "support+=2023 FR 10000 EUR Chairs")
    try desktop.heard("edit", "o-jhfb9hcpkv", "--set", "support=", "--yes")
    let back = try desktop.heard("history", "o-jhfb9hcpkv", "--restore", "support")
    #expect(back.code == 0, "\(back.said)")
    let shown = try desktop.heard("show", "o-jhfb9hcpkv").text
    #expect(shown.contains("10000"), "\(shown)")
    #expect(try desktop.heard("check").code == 0)
  }

  @Test func `of people and of testimonies that one may not read nothing is told`() throws {
    let desktop = try Desktop()
    try desktop.settle(#"{"staff": "s-1", "role": "facilitator", "theme": "standard"}"#)
    let event = try desktop.addEvent()
    let id = try desktop.heard(
      "add", "testimony", "--event", event, "--file", "-", "--yes", input: "CANARY"
    ).id
    #expect(try desktop.heard("history", id).code == 0)
    try desktop.settle(#"{"staff": "s-2", "role": "facilitator", "theme": "standard"}"#)
    let closed = try desktop.heard("history", id)
    #expect(closed.code == 3 && closed.bytes.isEmpty)
    let person = try desktop.heard("add", "person", "--event", event, "--pseudonym", "Iara").id
    let refused = try desktop.heard("history", person)
    #expect(refused.code == 2 && refused.bytes.isEmpty)
  }

  @Test func `the history makes no folder and writes no file`() throws {
    let desktop = try Desktop()
    let answer = try desktop.heard("history", "heard")
    #expect(answer.code == 0 && answer.said == "No change is recorded yet.\n")
    #expect(!FileManager.default.fileExists(atPath: "\(desktop.home)/state"))
    #expect(!FileManager.default.fileExists(atPath: "\(desktop.home)/config"))
  }
}
