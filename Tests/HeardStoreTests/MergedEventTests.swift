import Foundation
import HeardModel
import TestKit
import Testing

@testable import HeardStore

/// Two events that became one, on disk: what is written, taken back, and brought back by others.
@Suite struct MergedEventTests {
  private let day = CalendarDay(stored: "2024-06-02") ?? CalendarDay(dayNumber: 0)

  /// Two events with people, words told at the second, and an action that comes from it.
  private func programme() throws -> Scratch {
    let scratch = try Scratch.programme()
    let store = try scratch.store()
    var events = [try Event.sample("e-1"), try Event.sample("e-2")]
    for place in events.indices {
      var person = Participation()
      person.id = id("p-1")
      person.status = place == 0 ? .registered : .attended
      person.note = "Entry \(place)"
      events[place].status = .held
      events[place].participations = [person]
    }
    events[1].provenance.importKey = "k-2"
    events[1].place = "Lyon"
    let told = try Testimony.sample("t-2", at: "e-2")
    var action = FollowUpAction()
    action.id = id("a-1")
    action.events = [id("e-2")]
    try store.save([
      .of(nil, .event(events[0])), .of(nil, .event(events[1])), .of(nil, .testimony(told)),
      .of(nil, .action(action)),
    ])
    return scratch
  }

  private func merge(_ scratch: Scratch) throws -> Change {
    let programme = try scratch.load().programme
    let merge = EventMerge(
      try #require(programme.events[id("e-1")]), with: try #require(programme.events[id("e-2")]),
      in: programme)
    return merge.change(in: programme).counted()
  }

  private func save(_ change: Change, _ scratch: Scratch) throws {
    _ = try scratch.store().save(change, settings: ProgrammeSettings(), by: "Ada", at: noon)
  }

  /// The files of the records, byte by byte.
  private func files(_ scratch: Scratch) -> [String: String] {
    let names = scratch.everything().keys.filter { name in
      ["events/", "testimonies/", "actions/", "withdrawn/"].contains(where: name.hasPrefix)
    }
    return Dictionary(uniqueKeysWithValues: names.map { ($0, scratch.text($0) ?? "") })
  }

  @Test func `a merge that is taken back leaves the very same files`() throws {
    let scratch = try programme()
    let before = files(scratch)
    let change = try merge(scratch)
    #expect(change.canBeUndone)
    try save(change, scratch)
    #expect(
      Set(files(scratch).keys) == ["events/e-1.json", "testimonies/e-1.json", "actions/a-1.json"])
    let merged = try scratch.load()
    #expect(merged.unreadable.isEmpty)
    #expect(merged.programme.testimonies.values.map(\.event) == [id("e-1")])
    #expect(merged.programme.actions[id("a-1")]?.events == [id("e-1")])
    #expect(try ProgrammeCheck.faults(path: scratch.programme).isEmpty)
    try save(try #require(merged.programme.takingBack(change)), scratch)
    #expect(files(scratch) == before)
  }

  @Test func `an older copy of the files brings nothing back, and the check says so`() throws {
    let scratch = try programme()
    let before = files(scratch)
    try save(try merge(scratch), scratch)
    for file in ["events/e-2.json", "testimonies/e-2.json"] {
      try scratch.write(try #require(before[file]), to: file)
    }
    let loaded = try scratch.load()
    #expect(loaded.unreadable.isEmpty)
    #expect(loaded.programme.events.keys.map(\.text) == ["e-1"])
    #expect(loaded.programme.returned.keys.map(\.text) == ["e-2"])
    #expect(loaded.programme.testimonies.values.map(\.event.text) == ["e-1"])
    let codes = try ProgrammeCheck.faults(path: scratch.programme).map { "\($0.file) \($0.code)" }
    #expect(codes.sorted() == ["events/e-2.json H403", "testimonies/e-2.json H403"])
    // Merged once more it is gone again, and nothing stands there twice.
    let programme = loaded.programme
    let again = EventMerge(
      try #require(programme.events[id("e-1")]), with: try #require(programme.returned[id("e-2")]),
      in: programme)
    try save(again.change(in: programme).counted(), scratch)
    #expect(scratch.text("events/e-2.json") == nil)
    let people = try scratch.load().programme.events[id("e-1")]?.participations
    #expect(people?.map(\.note) == ["Entry 0", "Entry 1"])
  }

  @Test func `a file that comes back while others look changes nothing in memory`() throws {
    let scratch = try programme()
    let before = files(scratch)
    try save(try merge(scratch), scratch)
    var programme = try scratch.load().programme
    let names = ["events/e-2.json", "testimonies/e-2.json"]
    for file in names { try scratch.write(try #require(before[file]), to: file) }
    var read = Programme()
    var back = try Event.sample("e-2")
    back.status = .held
    read.events[back.id] = back
    let told = try Testimony.sample("t-2", at: "e-2")
    read.testimonies[told.id] = told
    #expect(programme.takeOver(names, from: read).isEmpty)
    #expect(programme.events[back.id] == nil && programme.returned[back.id] == back)
    #expect(programme.testimonies[told.id]?.event == id("e-1"))
  }

  @Test func `a program that dies in the middle leaves a merge whole or not at all`() throws {
    let scratch = try programme()
    let change = try merge(scratch)
    #expect(JournalEntry(PendingChange(change, at: noon), number: 0).edits.count == 5)
    // What people declared is kept nowhere else, so nothing of such a merge is.
    var declared = try #require(try scratch.load().programme.events[id("e-2")])
    declared.attendance.declared.answered = 12
    var programme = try scratch.load().programme
    programme.events[declared.id] = declared
    let merge = EventMerge(
      try #require(programme.events[id("e-1")]), with: declared, in: programme)
    let other = PendingChange(merge.change(in: programme).counted(), at: noon)
    #expect(JournalEntry(other, number: 0).edits.isEmpty)
  }

  @Test func `a name goes over to who has none, and never over another one`() throws {
    let scratch = try Scratch.programme()
    let store = try scratch.store()
    func identity(_ text: String, _ name: String) -> Identity {
      var identity = Identity()
      (identity.id, identity.name) = (id(text), name)
      return identity
    }
    try store.keep([identity("p-2", "Iara")], settings: ProgrammeSettings())
    #expect(try store.joinIdentity(of: id("p-2"), to: id("p-1"), settings: ProgrammeSettings()))
    #expect(store.identities(of: [id("p-1"), id("p-2")]).map(\.name) == ["Iara", "Iara"])
    try store.keep([identity("p-3", "Marigold")], settings: ProgrammeSettings())
    #expect(
      try !store.joinIdentity(of: id("p-2"), to: id("p-3"), settings: ProgrammeSettings()))
    #expect(store.identities(of: [id("p-3")]).map(\.name) == ["Marigold"])
  }
}
