import Foundation
import HeardModel
import Testing

@testable import HeardStore

@Suite struct FactTests {
  @Test func `what two changed in different fields of a fact is merged`() throws {
    let scratch = try Scratch.programme()
    let (one, two) = (try scratch.store("one"), try scratch.store("two"))
    let fact = try fact()
    try one.save(nil, .fact(fact))
    var titled = fact
    titled.title = "Launch in Davos"
    var placed = fact
    (placed.place, placed.number, placed.places) = ("Davos", 589, 1)
    try one.save(.fact(fact), .fact(titled))
    try two.save(.fact(fact), .fact(placed))
    placed.title = titled.title
    #expect(try scratch.load().programme.facts == [fact.id: placed])
  }

  @Test func `a field of a fact that both changed keeps ours and lists both`() throws {
    let scratch = try Scratch.programme()
    let (one, two) = (try scratch.store("one"), try scratch.store("two"))
    let fact = try fact()
    try one.save(nil, .fact(fact))
    var (theirs, ours) = (fact, fact)
    (theirs.amount, ours.amount) = (1, 2)
    try one.save(.fact(fact), .fact(theirs))
    let saved = try two.save(.fact(fact), .fact(ours))
    #expect(saved.first?.newConflicts == 1)
    let merged = try #require(try scratch.load().programme.facts[fact.id])
    #expect(merged.amount == 2)
    let conflict = try #require(merged.conflicts.first)
    #expect(conflict.path == "amount" && conflict.other == .number(1))
    // Somebody chooses.
    let settled = try #require(Record.fact(merged).settling(conflict, with: .number(1)))
    try two.save(.fact(merged), settled)
    #expect(try scratch.load().programme.facts == [fact.id: theirs])
  }

  @Test func `a fact that was changed or removed comes back another day`() throws {
    let scratch = try Scratch.programme()
    let store = try scratch.store()
    let fact = try fact()
    for after in [nil, Record.fact(try self.fact("Another title"))] {
      try store.save(nil, .fact(fact))
      let change = Change(.edited(kind: .fact, title: ""), [try .of(.fact(fact), after)])
      _ = try store.save(change, settings: ProgrammeSettings(), by: "Ada", at: noon)
      let programme = try scratch.load().programme
      #expect(programme.facts[fact.id].map(Record.fact) == after)
      let kept = try #require(StoredChange(change)?.change(in: programme))
      let back = try #require(programme.takingBack(kept))
      _ = try store.save(back, settings: ProgrammeSettings(), by: "Ada", at: noon)
      #expect(try scratch.load().programme.facts == [fact.id: fact])
    }
  }

  @Test func `a change of a fact that a dead program left is made again`() throws {
    let fact = try fact()
    var changed = fact
    changed.text = "In words"
    let change = Change(
      .edited(kind: .fact, title: ""), [try .of(.fact(fact), .fact(changed))])
    let edit = try #require(JournalEntry(PendingChange(change, at: noon), number: 1).edits.first)
    #expect(edit.key == .fact(fact.id))
    #expect(edit.sides(on: .fact(fact))?.after == .fact(changed))
  }

  @Test func `what others did with facts is read again`() throws {
    let scratch = try Scratch.programme()
    let (one, two) = (try scratch.store("one"), try scratch.store("two"))
    var programme = try one.load().programme
    let fact = try fact()
    try two.save(nil, .fact(fact))
    let read = one.read([RecordKey.fact(fact.id).file])
    #expect(programme.takeOver(read.files, from: read.programme) == [try .of(nil, .fact(fact))])
    #expect(programme.facts == [fact.id: fact])
  }

  @Test func `a fact that names an organisation which is not there is a fault`() throws {
    let scratch = try Scratch.programme()
    var fact = try fact()
    fact.organisation = OrganisationID(stored: "o-nowhere")
    try scratch.write(fact, to: RecordKey.fact(fact.id).file)
    let faults = try ProgrammeCheck.faults(path: scratch.programme)
    #expect(faults.map(\.kind) == [.dangling("o-nowhere")])
    #expect(faults.map(\.member) == ["organisation"])
  }

  @Test func `words that have to go are found in facts and cut out of them`() throws {
    var testimony = try Testimony.sample(
      "t-rosa4kq2m9", at: "e-1", text: "one two three four five Siebenschlaefer seven")
    testimony.person = PersonID(stored: "p-rosa4kq2m9")
    var fact = try fact()
    fact.text = "Said: one, two, three, four, five, Siebenschlaefer."
    var programme = Programme()
    programme.testimonies[testimony.id] = testimony
    programme.facts[fact.id] = fact
    let plan = Forgetting(.testimony(testimony.id), .erase, in: programme)
    #expect(plan.found.map(\.record) == [.fact(fact.id)])
    let edits = programme.edits(for: plan)
    fact.text = "Said: […]."
    #expect(edits.map(\.after) == [.fact(fact)])
  }

  private func fact(_ title: String = "Launch") throws -> ProgrammeFact {
    var fact = ProgrammeFact()
    fact.id = try #require(FactID(stored: "f-launch"))
    (fact.kind, fact.title) = (.keyDate, title)
    fact.from = KnownDate(stored: "2023-01")
    return fact
  }
}
