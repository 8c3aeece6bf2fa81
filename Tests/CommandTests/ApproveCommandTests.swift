import Foundation
import Testing

@Suite struct ApproveCommandTests {
  private func desktop(_ role: String = "manager") throws -> (Desktop, id: String) {
    let desktop = try Desktop()
    try desktop.settle(#"{"name": "Manon", "role": "\#(role)", "theme": "standard"}"#)
    let id = try desktop.addEvent(
      "Evening", "--attendance", "12", "--source", "counted", "--set", "noPartners=yes", "--set",
      "summary=Ask first.", "--set", "heardReason=A training", "--set",
      "feedbackAudiences=participants",
      "--set", "feedbackChannel=Letter")
    return (desktop, id)
  }

  @Test func `a quarter is approved, listed, keeps its events, and is unlocked with a reason`()
    throws
  {
    let (desktop, id) = try desktop()
    let approved = try desktop.heard("approve", "fr", "2024-q2")
    #expect(approved.code == 0 && approved.bytes.isEmpty)
    #expect(approved.said.contains("Approved and locked: France, Q2 2024"))
    let listed = try desktop.heard("list", "approvals", "--format", "json").objects
    #expect(listed.first?["locked"] as? Bool == true)
    #expect(listed.first?["by"] as? String == "Manon")
    #expect(listed.first?["approvedAttendances"] as? Int == 12)
    let edited = try desktop.heard("edit", id, "--set", "title=Other")
    #expect(edited.code == 3)
    #expect(edited.said.contains("Manon approved it on December 1, 2024"))
    #expect(try desktop.heard("show", id).text.contains("Evening"))
    let told = try desktop.heard("edit", id, "--set", "feedbackStatus=delivered")
    #expect(told.code == 0)
    let late = try desktop.heard(
      "add", "event", "--title", "Late", "--country", "fr", "--date", "2024-05-01")
    #expect(late.code == 3 && late.bytes.isEmpty)
    #expect(try desktop.heard("unlock", "FR", "2024-Q2", "--reason", " ").code == 2)
    let unlocked = try desktop.heard("unlock", "FR", "2024-Q2", "--reason", "A wrong count")
    #expect(unlocked.code == 0 && unlocked.said.contains("Unlocked: France, Q2 2024"))
    #expect(try desktop.heard("edit", id, "--set", "title=Other").code == 0)
    let text = try String(
      contentsOfFile: "\(desktop.programme)/approvals/FR-2024-Q2.json", encoding: .utf8)
    #expect(text.contains("A wrong count"))
    #expect(try desktop.heard("check").code == 0)
  }

  @Test func `what is open is told first, and approved only with yes`() throws {
    let (desktop, _) = try desktop()
    _ = try desktop.addEvent("Open evening", "--status", "held")
    let refused = try desktop.heard("approve", "FR", "2024-Q2")
    #expect(refused.code == 1)
    #expect(refused.said.contains("not closed out: ") && refused.said.contains("Open evening"))
    #expect(try desktop.heard("list", "approvals", "--format", "csv").text.contains(",no,"))
    #expect(try desktop.heard("approve", "FR", "2024-Q2", "--yes").code == 0)
  }

  @Test func `who is no manager, and what is no quarter, is refused`() throws {
    let (desktop, _) = try desktop("coordinator")
    let refused = try desktop.heard("approve", "FR", "2024-Q2")
    #expect(refused.code == 3 && refused.said.contains("Only a manager"))
    for words in [["FR", "2024"], ["XX", "2024-Q1"], ["FR", "2024-Q5"]] {
      let answer = try desktop.heard("approve", words[0], words[1])
      #expect(answer.code == 2 && answer.said.contains("FR 2024-Q2"), "\(words)")
    }
    #expect(try desktop.heard("unlock", "FR", "2024-Q2", "--reason", "x").code == 3)
    #expect(try desktop.heard("list", "approvals", "country:fr").code == 2)
  }

  @Test func `what another program changed under a lock is listed and found by the check`() throws {
    let (desktop, id) = try desktop()
    #expect(try desktop.heard("approve", "FR", "2024-Q2").code == 0)
    let file = "\(desktop.programme)/events/\(id).json"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try desktop.write(
      text.replacingOccurrences(of: "Evening", with: "Morning"), to: "events/\(id).json")
    let row = try desktop.heard("list", "approvals", "--format", "json").objects.first
    #expect(row?["changed"] as? [String] == [id])
    let check = try desktop.heard("check")
    #expect(check.code == 1 && check.text.contains("H513"))
  }
}
