import HeardModel
import TestKit
import Testing

@testable import HeardStore

/// What is read around one record, and what is left unread.
@Suite struct NeighboursFolderTests {
  /// Two events with a testimony each; an action answers the first testimony and names no event.
  private func folder() throws -> Scratch {
    let scratch = try Scratch.programme()
    var action = FollowUpAction()
    action.id = id("a-1")
    action.testimonies = [id("t-1")]
    var other = FollowUpAction()
    other.id = id("a-2")
    other.events = [id("e-2")]
    try scratch.store().save([
      .of(nil, .event(Event.sample("e-1"))), .of(nil, .event(Event.sample("e-2"))),
      .of(nil, .testimony(Testimony.sample("t-1", at: "e-1"))),
      .of(nil, .testimony(Testimony.sample("t-2", at: "e-2"))),
      .of(nil, .action(action)), .of(nil, .action(other)),
    ])
    return scratch
  }

  private func read(_ id: String, _ scratch: Scratch) throws -> Programme? {
    try scratch.store().load(around: id)?.programme
  }

  @Test(arguments: ["e-1", "t-1", "a-1"])
  func `only what a record is linked with is read`(_ record: String) throws {
    let part = try #require(try read(record, try folder()))
    #expect(part.events.keys.map(\.text) == ["e-1"])
    #expect(part.testimonies.keys.map(\.text) == ["t-1"])
    #expect(part.actions.keys.map(\.text) == ["a-1"])
  }

  @Test func `what cannot be read and may belong to it is a reason to read everything`() throws {
    let scratch = try folder()
    try scratch.write("{", to: "events/e-2.json")
    #expect(try read("e-1", scratch) != nil)
    try scratch.write("{", to: "actions/a-2.json")
    #expect(try read("e-1", scratch) == nil)
    #expect(try read("a-1", scratch) != nil)
    try scratch.write("{", to: "testimonies/e-1.json")
    for id in ["e-1", "t-1", "a-1"] { #expect(try read(id, scratch) == nil) }
  }

  @Test func `an id in letters of escapes is found`() throws {
    let scratch = try folder()
    let text = try #require(scratch.text("testimonies/e-1.json"))
    try scratch.write(
      text.replacing("\"t-1\"", with: "\"\\u0074-1\""), to: "testimonies/e-1.json")
    #expect(try read("t-1", scratch)?.testimonies.keys.map(\.text) == ["t-1"])
    #expect(try read("a-1", scratch)?.testimonies.keys.map(\.text) == ["t-1"])
  }

  @Test func `what was erased or withdrawn is gone there, too`() throws {
    let scratch = try folder()
    let old = try #require(scratch.text("testimonies/e-1.json"))
    let before = try #require(try scratch.load().programme.testimonies[id("t-1")])
    var after = before
    var answer = entry(.record, .withdrawn, "2024-05-20")
    answer.id = "e-w"
    after.consent.entries.append(answer)
    try scratch.store().save(.testimony(before), .testimony(after))
    // Somebody puts the older file back.
    try scratch.write(old, to: "testimonies/e-1.json")
    for record in ["e-1", "t-1", "a-1"] {
      let part = try #require(try read(record, scratch)?.testimonies[id("t-1")])
      #expect(part == (try scratch.load().programme.testimonies[id("t-1")]))
      #expect(part.text.isEmpty)
    }
    try scratch.write("{}", to: "erased/e-1.json")
    #expect(try read("e-1", scratch)?.events.isEmpty ?? true)
  }
}
