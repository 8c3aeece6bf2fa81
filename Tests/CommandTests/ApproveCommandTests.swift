import Foundation
import TestKit
import Testing

@Suite struct ApproveCommandTests {
  private func desktop(_ role: String = "manager") throws -> (Desktop, id: String) {
    let desktop = try Desktop()
    try desktop.settle(#"{"name": "Manon", "role": "\#(role)", "theme": "standard"}"#)
    let id = try desktop.addEvent(
      "Evening", "--attendance", "12", "--source", "counted", "--set", "noPartners=yes", "--set",
      "summary=Ask first.", "--set", "heardReason=A training", "--set",
      "feedbackAudiences=participants", "--set", "feedbackChannel=Letter", "--set",
      "confidentiality=open")
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

  @Test func `numbers that contradict each other are approved only with yes`() throws {
    let (desktop, id) = try desktop()
    try desktop.heard("edit", id, "--set", "attendanceRoles=speaker=14")
    let refused = try desktop.heard("approve", "FR", "2024-Q2")
    #expect(refused.code == 1 && refused.said.contains("1 number does not fit"), "\(refused.said)")
    #expect(try desktop.heard("edit", id, "--set", "region=South").code == 0)
    #expect(try desktop.heard("approve", "FR", "2024-Q2", "--yes").code == 0)
  }

  @Test func `who is no manager, and what is no quarter, is refused`() throws {
    let (desktop, _) = try desktop("coordinator")
    let refused = try desktop.heard("approve", "FR", "2024-Q2")
    #expect(refused.code == 3 && refused.said.contains("Only a manager"))
    for words in [["FR", "2024-13"], ["XX", "2024-Q1"], ["FR", "2024-Q5"], ["none", "ever"]] {
      let answer = try desktop.heard("approve", words[0], words[1])
      #expect(answer.code == 2 && answer.said.contains("FR 2024-Q2"), "\(words)")
    }
    #expect(try desktop.heard("unlock", "FR", "2024-Q2", "--reason", "x").code == 3)
    #expect(try desktop.heard("list", "approvals", "land:fr").code == 2)
  }

  @Test
  func `a dry run shows what would be counted, as lines and for programs, and writes nothing`()
    throws
  {
    let (desktop, id) = try desktop()
    #expect(try desktop.heard("edit", id, "--set", "attendanceRoles=speaker=14").code == 0)
    let dry = try desktop.heard("approve", "FR", "2024-Q2", "--dry-run")
    #expect(dry.code == 0, "\(dry.said)")
    #expect(dry.text.contains("Approving publishes nothing."), "\(dry.text)")
    #expect(dry.lines.contains { $0.trimmingCharacters(in: .whitespaces) == "Attendances: 12" })
    #expect(dry.text.contains("More people have a role (14) than attended (12)."))
    #expect(dry.said.contains("Nothing was changed"))
    let json = try desktop.heard("approve", "FR", "2024-Q2", "--dry-run", "--format", "json").object
    #expect((json["figures"] as? [String: Any])?["attendances"] as? Int == 12)
    let remark = (json["remarks"] as? [[String: Any]])?.first
    #expect(remark?["event"] as? String == id)
    #expect(remark?["remark"] as? String == "rolesBeyondTotal")
    #expect(remark?["n"] as? Int == 14 && remark?["all"] as? Int == 12)
    #expect((json["checks"] as? [Any])?.isEmpty == true)
    let file = "\(desktop.programme)/approvals/FR-2024-Q2.json"
    #expect(!FileManager.default.fileExists(atPath: file))
  }

  @Test func `every kind of period is listed with its state, and approved`() throws {
    let (desktop, _) = try desktop()
    for date in [["--date", "2023"], []] {
      let added = try desktop.run(
        Project.program,
        ["add", "event", "--title", "Old", "--country", "fr", "--status", "held"] + date)
      #expect(added.code == 0, "\(added.said)")
    }
    #expect(
      try desktop.heard("add", "event", "--title", "Where", "--date", "2024-05", "--status", "held")
        .code == 0)
    func periods(_ filter: String...) throws -> [String: String] {
      let rows = try desktop.run(
        Project.program, ["list", "approvals"] + filter + ["--format", "json"]
      ).objects
      return Dictionary(
        uniqueKeysWithValues: rows.map { row in
          (
            "\(row["country"] as? String ?? "none")-\(row["quarter"] ?? "")",
            "\(row["state"] ?? "")"
          )
        })
    }
    #expect(
      try periods() == [
        "FR-2024-Q2": "complete", "FR-2024": "open", "FR-2023": "late", "FR-undated": "open",
        "none-2024-Q2": "late", "none-2024": "open",
      ])
    #expect(try periods("country:fr", "year:2023") == ["FR-2023": "late"])
    for (country, period) in [("fr", "2023"), ("FR", "undated"), ("none", "2024-q2")] {
      let approved = try desktop.heard("approve", country, period, "--yes")
      #expect(approved.code == 0, "\(country) \(period): \(approved.said)")
    }
    let states = try periods()
    for name in ["FR-2023", "FR-undated", "none-2024-Q2", "none-2024"] {
      #expect(states[name] == "approved", "\(name)")
    }
    #expect(try desktop.heard("check").code == 0)
    // What has no date yet is planned all the same.
    #expect(try desktop.heard("add", "event", "--title", "New", "--country", "fr").code == 0)
  }

  @Test func `an earlier approval keeps its numbers after unlocking and after the next one`() throws
  {
    let (desktop, id) = try desktop()
    func row() throws -> [String: Any] {
      try desktop.heard("list", "approvals", "--format", "json").objects.first ?? [:]
    }
    func counted(_ row: [String: Any]) -> [Int?] {
      (row["approvals"] as? [[String: Any]] ?? []).map {
        ($0["figures"] as? [String: Any])?["attendances"] as? Int
      }
    }
    #expect(try desktop.heard("approve", "FR", "2024-Q2").code == 0)
    #expect(try desktop.heard("unlock", "FR", "2024-Q2", "--reason", "Late").code == 0)
    #expect(try desktop.heard("edit", id, "--set", "attendance=22").code == 0)
    let open = try row()
    #expect(open["approvedAttendances"] as? Int == 12 && open["attendances"] as? Int == 22)
    #expect(open["locked"] as? Bool == false && counted(open) == [12])
    let plain = try desktop.heard("list", "approvals", "--format", "plain").text
    #expect(plain.contains("12 approved on 2024-12-01, unlocked since, Manon, Late"), "\(plain)")
    let again = try desktop.heard("approve", "FR", "2024-Q2", "--dry-run").text
    #expect(again.contains("Attendances: 22 (12 approved on 2024-12-01, unlocked since)"))
    #expect(try desktop.heard("approve", "FR", "2024-Q2").code == 0)
    let both = try row()
    #expect(counted(both) == [12, 22] && both["approvedAttendances"] as? Int == 22)
    let first = (both["approvals"] as? [[String: Any]])?.first
    #expect((first?["unlocked"] as? [String: Any])?["reason"] as? String == "Late")
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
