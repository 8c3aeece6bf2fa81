import Foundation
import Testing

/// Plain lines from a pipe: scripts that work on the files.
@Suite struct LinearTests {
  @Test func `a script logs an event, counts 84, and ends with 0 at the end of its lines`() throws {
    let desktop = try Desktop()
    let answer = try desktop.heard(
      "--linear",
      input: """
        new event
        Listening evening
        France
        2024-11-30
        Lyon
        save
        attendance
        status
        + 84
        """)
    #expect(answer.code == 0 && answer.said.isEmpty, "\(answer.said)")
    #expect(answer.text.contains("New event: Listening evening"))
    #expect(answer.text.contains("84 people counted."))
    #expect(!answer.text.contains("\u{1B}"))
    let lines = answer.text.split(separator: "\n")
    #expect(!lines.contains { $0 == ">" || $0 == "> " }, "no prompt is printed into a pipe")
    let list = try desktop.heard("list", "events", "--format", "json")
    #expect(list.objects.first?["attendances"] as? Int == 84, "\(list.text)")
  }

  @Test func `an end of input in the middle of a form keeps a draft`() throws {
    let desktop = try Desktop()
    let answer = try desktop.heard("--linear", input: "new event\nHalf a title\n")
    #expect(answer.code == 0)
    #expect(answer.text.hasSuffix("Kept as a draft. Home offers it again.\n"), "\(answer.text)")
    let again = try desktop.heard("--linear", input: "1\nback\n")
    #expect(again.text.contains("Now: Half a title"))
  }

  @Test func `what is not on disk at the end is told by the exit code`() throws {
    let desktop = try Desktop()
    // A file where the folder of events would be.
    try FileManager.default.removeItem(atPath: "\(desktop.programme)/actions")
    try desktop.write("", to: "actions")
    let answer = try desktop.heard(
      "--linear", input: "action\nA pool of interpreters\nsave\n")
    #expect(answer.code == 3, "\(answer.text)")
    #expect(answer.text.contains("Not saved."))
    #expect(answer.said == "Ended with 1 change that is not on disk.\n")
  }

  @Test(arguments: [20, 40, 80])
  func `lines are parted at words to COLUMNS, and nothing is cut`(columns: Int) throws {
    let desktop = try Desktop()
    let title = "職場のアライ " + Array(repeating: "word", count: 40).joined(separator: " ")
    _ = try desktop.addEvent(title)
    let answer = try desktop.heard(
      "--linear", input: "events\n", environment: ["COLUMNS": "\(columns)"])
    let lines = answer.text.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= columns })
    let list = answer.text.components(separatedBy: "Events:").last ?? ""
    #expect(list.components(separatedBy: "word").count == 41)
    #expect(!answer.text.contains("…"))
  }

  @Test func `a folder that cannot be opened gets its sentence, and no lines`() throws {
    let answer = try Desktop().heard("--linear", "/nowhere", input: "help\n")
    #expect(answer.code == 3 && answer.bytes.isEmpty && !answer.said.isEmpty)
  }

  @Test func `a reader that goes away ends it quietly`() throws {
    let answer = try Desktop().shell(
      "yes again | head -5000 | heard --linear | head -1; exit ${PIPESTATUS[2]}")
    #expect(answer.code == 0 && answer.said.isEmpty, "\(answer.said)")
  }

  @Test func `settings let plain lines be the beginning`() throws {
    let desktop = try Desktop()
    try desktop.settle("{\"role\": \"coordinator\", \"theme\": \"standard\", \"plainLines\": true}")
    let answer = try desktop.heard(input: "quit\n")
    #expect(answer.code == 0 && answer.text.hasPrefix("Heard in plain lines."))
  }

  @Test func `it begins at the place that is named, and says which names there are`() throws {
    let desktop = try Desktop()
    let id = try desktop.addEvent("Waiting rooms")
    let event = try desktop.heard("open", "--at", "event/\(id)", "--linear", input: "quit\n")
    #expect(event.code == 0 && event.text.contains("Event."), "\(event.text)")
    #expect(event.text.contains("Waiting rooms"))
    let figures = try desktop.heard("open", "--at", "figures", "--plain")
    #expect(figures.text.contains("Figures"))
    let gone = try desktop.heard("open", "--at", "event/2030-gone", "--linear", input: "quit\n")
    #expect(gone.text.contains("There is no 2030-gone in this programme."), "\(gone.text)")
    let wrong = try desktop.heard("open", "--at", "nowhere", "--plain")
    #expect(wrong.code == 2 && wrong.said.contains("figures"), "\(wrong.said)")
  }
}
