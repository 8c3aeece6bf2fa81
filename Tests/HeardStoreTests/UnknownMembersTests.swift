import Foundation
import HeardModel
import HeardStore
import StrictJSON
import TestKit
import Testing

@Suite struct UnknownMembersTests {
  @Test func `members that this version does not know survive an edit at every level`() throws {
    var random = RandomSource.printed("unknown members")
    for _ in 0..<60 { try survives(&random) }
  }

  @Test func `a blank object with something unknown in it can still be read`() throws {
    let scratch = try Scratch.programme()
    var event = try Event.sample("e-1")
    event.feedback.status = .due
    event.provenance.kind = .published
    try scratch.store().save(nil, .event(event))
    var tree = try JSONValue(Array(#require(scratch.text("events/e-1.json")).utf8))
    tree["feedback"]?["later"] = .integer(1)
    tree["provenance"]?["later"] = .integer(1)
    try scratch.write(text(tree), to: "events/e-1.json")
    var after = event
    after.feedback = Feedback()
    after.provenance = Provenance()
    try scratch.store().save(.event(event), .event(after))
    #expect(try scratch.load().unreadable.isEmpty)
    #expect(try scratch.load().programme.events[event.id] == after)
    let saved = try JSONValue(Array(#require(scratch.text("events/e-1.json")).utf8))
    #expect(saved["feedback"]?["later"] == .integer(1))
    #expect(saved["provenance"]?["later"] == .integer(1))
  }

  @Test func `opening and closing a programme writes nothing`() throws {
    let scratch = try Scratch.programme()
    let store = try scratch.store()
    try store.save(nil, .event(Event.sample("e-1")))
    try scratch.write(
      #"{"id":"e-2","later":{"x":[1]},"type":"dialogue","involvement":"organised","#
        + #""format":"online","status":"held","confidentiality":"open","title":""}"#,
      to: "events/e-2.json")
    let before = scratch.everything()
    let loaded = try store.load()
    #expect(loaded.programme.events.count == 2)
    #expect(store.prepareForWriting(loaded.programme.settings).isEmpty)
    _ = store.history(of: "e-1")
    _ = try ProgrammeCheck.faults(path: scratch.programme)
    #expect(scratch.everything() == before)
  }

  @Test func `a save that changes nothing leaves the file as it is`() throws {
    let scratch = try Scratch.programme()
    let store = try scratch.store()
    let event = try Event.sample("e-1")
    try store.save(nil, .event(event))
    let before = scratch.everything()
    try store.save(.event(event), .event(event))
    #expect(scratch.everything() == before)
  }

  private func survives(_ random: inout RandomSource) throws {
    let scratch = try Scratch.programme()
    var event = Filler.fill(Event.self)
    event.id = try Event.sample("e-1").id
    event.conflicts = []
    var testimony = Filler.fill(Testimony.self)
    testimony.event = event.id
    testimony.conflicts = []
    let store = try scratch.store()
    try store.save([.of(nil, .event(event)), .of(nil, .testimony(testimony))])
    var expected: [String: [[String]: JSONValue]] = [:]
    for file in ["events/e-1.json", "testimonies/e-1.json"] {
      let tree = try JSONValue(Array(#require(scratch.text(file)).utf8))
      var added: [[String]: JSONValue] = [:]
      let larger = sprinkled(tree, [], &added, &random)
      try scratch.write(text(larger), to: file)
      expected[file] = added
    }
    let loaded = try store.load()
    #expect(loaded.unreadable.isEmpty)
    let was = try #require(loaded.programme.events[event.id])
    var now = was
    now.title = "Another title"
    now.topics = []
    now.access = [:]
    now.attendance.total = nil
    let spoken = try #require(loaded.programme.testimonies[testimony.id])
    var told = spoken
    told.text = "Other words"
    told.communities = ["women"]
    try store.save([.of(.event(was), .event(now)), .of(.testimony(spoken), .testimony(told))])
    for (file, added) in expected {
      let saved = try JSONValue(Array(#require(scratch.text(file)).utf8))
      for (path, value) in added { #expect(part(path, of: saved) == value, "\(file) \(path)") }
    }
    #expect(try store.load().programme.events[event.id] == now)
    #expect(try store.load().programme.testimonies[testimony.id] == told)
  }

  /// The tree with unknown members put into some of its objects.
  private func sprinkled(
    _ tree: JSONValue, _ path: [String], _ added: inout [[String]: JSONValue],
    _ random: inout RandomSource
  ) -> JSONValue {
    switch tree {
    case .object(let members):
      var larger = members
      for (name, value) in members.sorted(by: { $0.key < $1.key })
      where !isMap(name, isList: value.elements != nil) {
        larger[name] = sprinkled(value, path + [name], &added, &random)
      }
      if random.chance(70) {
        let name = "later\(random.below(1000))"
        var source = RandomTree(source: random)
        let value = source.value()
        random = source.source
        larger[name] = value
        added[path + [name]] = value
      }
      return .object(larger)
    case .array(let elements):
      return .array(
        elements.enumerated().map { index, element in
          sprinkled(element, path + ["\(index)"], &added, &random)
        })
    default: return tree
    }
  }

  /// Members whose names are codes: another name would be another code.
  private func isMap(_ name: String, isList: Bool) -> Bool {
    ["access", "roles", "communities", "ageBands", "reasons", "added", "taken"].contains(name)
      || name == "counts" && !isList
  }

  private func part(_ path: [String], of tree: JSONValue) -> JSONValue? {
    var part: JSONValue? = tree
    for step in path {
      if case .array(let elements)? = part {
        part = Int(step).flatMap { elements.indices.contains($0) ? elements[$0] : nil }
      } else {
        part = part?[step]
      }
    }
    return part
  }

  private func text(_ tree: JSONValue) -> String {
    String(decoding: tree.canonicalBytes(), as: UTF8.self)
  }
}
