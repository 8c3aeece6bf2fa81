import Foundation
import HeardModel
import HeardStore
import Testing

@Suite struct ErasureTests {
  @Test func `what was erased is never saved again`() throws {
    let scratch = try Scratch.programme()
    let event = try Event.sample("e-1")
    try scratch.store().save(nil, .event(event))
    try erase("e-1", scratch)
    #expect(throws: StoreError.erased(id: "e-1")) {
      try scratch.store().save(.event(event), .event(Event.sample("e-1", title: "Again")))
    }
    #expect(try scratch.load().programme.events.isEmpty)
  }

  @Test func `a tombstone counts by its name even when it cannot be read`() throws {
    let scratch = try Scratch.programme()
    try scratch.store().save(nil, .event(Event.sample("e-1")))
    try scratch.write("{ torn", to: "erased/e-1.json")
    let loaded = try scratch.load()
    #expect(loaded.programme.events.isEmpty)
    #expect(loaded.unreadable.map(\.file) == ["erased/e-1.json"])
    #expect(throws: StoreError.erased(id: "e-1")) {
      try scratch.store().save(nil, .event(Event.sample("e-1")))
    }
  }

  @Test func `an erased person does not come back with an edit of their event`() throws {
    let scratch = try Scratch.programme()
    let store = try scratch.store()
    var event = try Event.sample("e-1")
    var person = Participation()
    person.id = try #require(PersonID(stored: "p-7kq2m9x4ab"))
    person.pseudonym = "Marigold"
    event.participations = [person]
    try store.save(nil, .event(event))
    var (one, two) = (event, event)
    one.participations[0].note = "one"
    two.participations[0].note = "two"
    try store.save(.event(event), .event(one))
    try store.save(.event(event), .event(two))
    #expect(try scratch.load().programme.events[event.id]?.conflicts.count == 1)

    try erase("p-7kq2m9x4ab", scratch)
    let loaded = try #require(try scratch.load().programme.events[event.id])
    #expect(loaded.participations.isEmpty)
    #expect(loaded.conflicts.isEmpty)
    var titled = two
    titled.title = "Titled"
    titled.participations[0].pseudonym = "Marigold again"
    try store.save(.event(two), .event(titled))
    let text = try #require(scratch.text("events/e-1.json"))
    #expect(!text.contains("p-7kq2m9x4ab"))
    #expect(!text.contains("Marigold"))
    #expect(text.contains("Titled"))
  }

  @Test func `what a person removed can come back from this machine`() throws {
    let scratch = try Scratch.programme()
    let store = try scratch.store()
    let event = try Event.sample("e-kept", title: "Kept for later")
    try store.save(nil, .event(event))
    let bytes = scratch.text("events/e-kept.json")
    try store.save(.event(event), nil)
    #expect(try removed("e-kept", scratch) == bytes)
    let testimony = try Testimony.sample("t-kept", at: "e-kept", text: "Words to keep")
    try store.save(nil, .testimony(testimony))
    try store.save(.testimony(testimony), nil)
    #expect(try removed("t-kept", scratch)?.contains("Words to keep") == true)
  }

  @Test func `what a person withdrew is not kept when it is removed`() throws {
    let scratch = try Scratch.programme()
    let store = try scratch.store()
    for state in [ConsentState.withdrawn, .refused] {
      var testimony = try Testimony.sample("t-\(state.stored)", at: "e-1", text: "Gone words")
      testimony.consent.entries = [
        ConsentEntry(id: "e-1", purpose: .record, state: state, at: noon, by: "Ada")
      ]
      let saved = try store.save(nil, .testimony(testimony)).first?.record
      #expect(scratch.text("testimonies/e-1.json")?.contains("Gone words") == false)
      try store.save(saved, nil)
      #expect(try removed(testimony.id.text, scratch) == nil)
    }
    #expect(scratch.text("testimonies/e-1.json") == nil)
  }

  private func erase(_ id: String, _ scratch: Scratch) throws {
    var stone = Tombstone()
    stone.id = try #require(Code(stored: id))
    stone.at = noon
    try scratch.write(stone, to: "erased/\(id).json")
  }

  private func removed(_ id: String, _ scratch: Scratch) throws -> String? {
    let folder = "\(ownStateFolder)/state/heard/removed"
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
      if let bytes = FileManager.default.contents(atPath: "\(folder)/\(name)/\(id).json") {
        var status = stat()
        stat("\(folder)/\(name)/\(id).json", &status)
        #expect(status.st_mode & 0o777 == 0o600)
        return String(decoding: bytes, as: UTF8.self)
      }
    }
    return nil
  }
}
