import Foundation
import HeardModel
import Testing

@testable import HeardStore

@Suite struct HistoryTests {
  @Test func `the history names fields and never what stood in them`() throws {
    let scratch = try Scratch.programme()
    let store = try scratch.store("abc123")
    var testimony = Filler.fill(Testimony.self)
    testimony.event = try Event.sample("e-1").id
    testimony.text = "canary words"
    testimony.pseudonym = "canary name"
    try store.save(nil, .testimony(testimony))
    var after = testimony
    after.text = "canary other"
    after.privateNote = "canary note"
    try store.save(.testimony(testimony), .testimony(after))
    try store.save(.testimony(after), nil)
    let text = try #require(scratch.text("history/2024-06-abc123.jsonl"))
    #expect(!text.contains("canary"))
    let lines = store.history(of: testimony.id.text)
    #expect(lines.map(\.what).sorted() == ["edited", "edited", "removed"])
    #expect(lines.contains { $0.fields.map(\.stored) == ["privateNote", "text"] })
    #expect(lines.allSatisfy { $0.by == "Ada" && $0.at == noon })
  }

  @Test func `of an event the history holds a few values before and after, and no words`() throws {
    let scratch = try Scratch.programme()
    let store = try scratch.store()
    var event = try Event.sample("e-1")
    (event.notes, event.attendance.total) = ("canary", 83)
    try store.save(nil, .event(event))
    var after = event
    (after.status, after.notes, after.attendance.total) = (.held, "canary too", 84)
    (after.start, after.attendance.source) = (KnownDate(stored: "2024-06"), .counted)
    try store.save(.event(event), .event(after))
    let text = try #require(scratch.text("history/2024-06-device.jsonl"))
    #expect(!text.contains("canary"))
    let values = text.split(separator: "\n").flatMap { readHistory($0.utf8).flatMap(\.values) }
    #expect(
      values == [
        HistoryValue("status", before: .text("planned"), after: .text("held")),
        HistoryValue("start", before: nil, after: .text("2024-06")),
        HistoryValue("attendance.source", before: nil, after: .text("counted")),
        HistoryValue("attendance.total", before: .number(83), after: .number(84)),
      ])
    #expect(try ProgrammeCheck.faults(path: scratch.programme).isEmpty)
  }

  @Test func `a line that a crash cut off spoils neither reading nor the next line`() throws {
    let scratch = try Scratch.programme()
    let store = try scratch.store()
    try store.save(nil, .event(Event.sample("e-1")))
    let file = "history/2024-06-device.jsonl"
    let text = try #require(scratch.text(file))
    try scratch.write(text + #"{"at": "2024-06-01T12"#, to: file)
    #expect(store.history(of: "e-1").count == 1)
    try store.save(.event(.sample("e-1")), .event(.sample("e-1", title: "Two")))
    #expect(store.history(of: "e-1").count == 2)
    #expect(try #require(scratch.text(file)).hasSuffix("}\n"))
  }
}
