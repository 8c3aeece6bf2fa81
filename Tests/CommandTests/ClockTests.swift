import Foundation
import HeardModel
import Testing

/// The clock that stands still and the one that was set and runs, as the environment names them.
@Suite struct ClockTests {
  /// A clock that began on 1 December 2024, an hour ago by the machine's.
  private var anHourAgo: [String: String] {
    let began = Moment(seconds: Int(Date().timeIntervalSince1970) - 3_600)
    return ["HEARD_NOW": "", "HEARD_CLOCK_FROM": "2024-12-01T09:00:00Z/\(began.stored)"]
  }

  @Test func `a clock that was set runs, and every window on the same copy reads it alike`() throws
  {
    let desktop = try Desktop()
    let id = try desktop.heard(
      "add", "event", "--title", "Late", "--country", "fr", environment: anHourAgo
    ).id
    let history = try desktop.heard("history", id, "--format", "json").objects
    let at = try #require(history.first?["at"] as? String)
    #expect(at.hasPrefix("2024-12-01T10:0"), "\(at)")
    let undo = try desktop.heard("undo", "--list", "--format", "json").objects
    #expect((undo.first?["at"] as? String)?.hasPrefix("2024-12-01T10:0") ?? false, "\(undo)")
  }

  @Test func `without a second moment it begins with the program`() throws {
    let desktop = try Desktop()
    let clock = ["HEARD_NOW": "", "HEARD_CLOCK_FROM": "2024-12-01T09:00:00Z"]
    let id = try desktop.heard(
      "add", "event", "--title", "Late", "--country", "fr", environment: clock
    ).id
    let history = try desktop.heard("history", id, "--format", "json").objects
    #expect((history.first?["at"] as? String)?.hasPrefix("2024-12-01T09:0") ?? false, "\(history)")
  }

  @Test func `the title says whose clock it is, and so does where in plain lines`() throws {
    let desktop = try Desktop()
    let stopped = try desktop.heard("open", "--plain")
    #expect(stopped.lines.first?.contains("clock: 2024-12-01 · saved") ?? false, "\(stopped.text)")
    let running = try desktop.heard("open", "--plain", environment: anHourAgo)
    #expect(running.lines.first?.contains("clock: 2024-12-01 · saved") ?? false, "\(running.text)")
    let real = try desktop.heard("open", "--plain", environment: ["HEARD_NOW": ""])
    #expect(!real.text.contains("clock"), "\(real.text)")
    let talk = try desktop.heard("--linear", input: "where\nquit\n")
    #expect(talk.text.contains("The clock stands still at 2024-12-01 09:00 UTC."), "\(talk.text)")
    let talked = try desktop.heard("--linear", input: "where\nquit\n", environment: anHourAgo)
    #expect(
      talked.text.contains("The clock was set and runs: it is 2024-12-01 10:0"), "\(talked.text)")
  }

  @Test(arguments: [
    "2024-12-01", "yesterday", "2024-12-01T09:00:00Z/", "/2024-12-01T09:00:00Z",
    "2024-12-01T09:00:00Z/now", "2024-12-01T09:00:00Z/2024-12-01T09:00:00Z/2024-12-01T09:00:00Z",
    " ",
  ])
  func `a clock that is set to no moment is refused`(_ clock: String) throws {
    for stopped in ["", "2024-12-01T09:00:00Z"] {
      let answer = try Desktop().heard(
        "list", "events", environment: ["HEARD_NOW": stopped, "HEARD_CLOCK_FROM": clock])
      #expect(answer.code == 2 && answer.bytes.isEmpty)
      #expect(answer.said.hasPrefix("HEARD_CLOCK_FROM is \"\(clock)\""), "\(answer.said)")
    }
  }

  @Test func `a clock that stands still holds against one that runs`() throws {
    let both = ["HEARD_NOW": "2025-01-02T03:04:05Z"].merging(anHourAgo) { first, _ in first }
    let desktop = try Desktop()
    let id = try desktop.heard(
      "add", "event", "--title", "Late", "--country", "fr", environment: both
    ).id
    let history = try desktop.heard("history", id, "--format", "json").objects
    #expect(history.first?["at"] as? String == "2025-01-02T03:04:05Z")
  }

  @Test func `while the clock runs a corrected answer is later than the one before, and holds`()
    throws
  {
    let desktop = try Desktop()
    try desktop.settle(#"{"name": "Ada Example"}"#)
    let clock = anHourAgo
    try desktop.write(
      #"{"id":"n-1","title":"Told","version":"1","texts":{"en":"You may stop."}}"#,
      to: "notices/n-1.json")
    let event = try desktop.addEvent()
    let id = try desktop.heard(
      "add", "testimony", "--event", event, "--file", "-", "--consent", "record,learn", "--refused",
      "publish", input: "I waited.", environment: clock
    ).id
    let given = try desktop.heard(
      "consent", id, "--give", "publish", "--method", "written", "--notice", "n-1",
      environment: clock)
    #expect(given.code == 0, "\(given.said)")
    let text = try String(
      contentsOfFile: "\(desktop.programme)/testimonies/\(event).json", encoding: .utf8)
    let record = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let testimony = (record?["testimonies"] as? [[String: Any]])?.first
    let consent = testimony?["consent"] as? [String: Any]
    let entries = consent?["entries"] as? [[String: Any]] ?? []
    let answers = entries.filter { $0["purpose"] as? String == "publish" }
      .sorted { ($0["at"] as? String ?? "") < ($1["at"] as? String ?? "") }
    #expect(answers.map { $0["state"] as? String } == ["refused", "given"])
    #expect(Set(answers.compactMap { $0["at"] as? String }).count == 2)
    let shown = try desktop.heard("show", id, "--format", "json", environment: clock).object
    #expect((shown["consents"] as? [String: String])?["publish"] == "given")
  }
}
