import Foundation
import HeardModel
import HeardStore
import TestKit
import Testing

@Suite struct ManyWritersTests {
  @Test func `eight programs edit one record and no acknowledged edit is lost`() throws {
    let scratch = try Scratch.programme()
    try scratch.store().save(nil, .event(Event.sample("e-1")))
    let writers = try (0..<8).map { try start($0, 20, scratch) }
    for writer in writers { #expect(writer.end()) }
    let edits = try expectAllKept(scratch, writers: 8)
    #expect(edits.count == 160)
  }

  @Test func `edits of programs that are killed in between are not lost either`() throws {
    let scratch = try Scratch.programme()
    try scratch.store().save(nil, .event(Event.sample("e-1")))
    let writers = try (0..<4).map { try start($0, 1000, scratch) }
    for (index, writer) in writers.enumerated() {
      let wanted = 20 * (index + 1)
      try waitUntil(20, "\(wanted) edits told by w\(index)") {
        acknowledged(index, scratch).count >= wanted
      }
      writer.kill()
    }
    try expectAllKept(scratch, writers: 4)
    _ = try scratch.store().prepareForWriting(ProgrammeSettings())
    #expect(scratch.leftovers().isEmpty)
  }

  @Test func `many threads with windows of their own lose nothing`() async throws {
    let scratch = try Scratch.programme()
    let event = try Event.sample("e-1")
    try scratch.store().save(nil, .event(event))
    try await withThrowingTaskGroup { group in
      for writer in 0..<8 {
        group.addTask {
          let store = try scratch.store("d\(writer)")
          for number in 0..<10 {
            var person = Participation()
            person.id = try #require(PersonID(stored: "p-\(writer)-\(number)"))
            var after = event
            after.participations = [person]
            try store.save(.event(event), .event(after))
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try scratch.load().programme.events[event.id]?.participations.count == 80)
    #expect(try scratch.store().history(of: "e-1").count == 81)
    #expect(scratch.leftovers().isEmpty)
  }

  private func start(_ writer: Int, _ count: Int, _ scratch: Scratch) throws -> ChildProcess {
    try ChildProcess(
      "write", [scratch.programme, "w\(writer)", "\(count)", "\(scratch.path)/log\(writer)"])
  }

  private func acknowledged(_ writer: Int, _ scratch: Scratch) -> [String] {
    let text = try? String(contentsOfFile: "\(scratch.path)/log\(writer)", encoding: .utf8)
    // A line that has no end was not told.
    return (text ?? "").split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .map(String.init)
  }

  @discardableResult
  private func expectAllKept(_ scratch: Scratch, writers: Int) throws -> [String] {
    let edits = (0..<writers).flatMap { acknowledged($0, scratch) }
    let loaded = try scratch.load()
    #expect(loaded.unreadable.isEmpty)
    let event = try #require(loaded.programme.events.values.first)
    var titles: Set<String> = [event.title]
    for conflict in event.conflicts {
      titles.formUnion([conflict.kept?.text, conflict.other?.text].compactMap { $0 })
    }
    let topics = Set(event.topics.map(\.stored))
    let told = edits.map { $0.split(separator: " ").map(String.init) }
    #expect(told.filter { $0.count == 1 && !titles.contains($0[0]) } == [], "lost titles")
    #expect(told.filter { !topics.contains($0[0]) } == [], "lost topics")
    #expect(event.conflicts.count <= 50)
    return edits
  }
}
