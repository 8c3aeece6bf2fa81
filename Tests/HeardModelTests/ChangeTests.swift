import HeardModel
import TestKit
import Testing

@Suite struct ChangeTests {
  private func testimony(_ entries: [ConsentEntry] = []) -> Testimony {
    var testimony = Testimony()
    testimony.id = id("t-1")
    testimony.event = id("e-1")
    testimony.consent.entries = entries
    return testimony
  }

  private func change(_ before: Record?, _ after: Record?) throws -> Change {
    try #require(Change(.edited(kind: .event, title: "x"), before: before, after: after))
  }

  @Test func `a change that changes nothing is none`() {
    #expect(
      Change(
        .edited(kind: .testimony, title: ""), before: .testimony(testimony()),
        after: .testimony(testimony())) == nil)
    #expect(Edit(before: nil, after: nil) == nil)
    var other = testimony()
    other.id = id("t-2")
    #expect(Edit(before: .testimony(testimony()), after: .testimony(other)) == nil)
  }

  @Test func `an answer about consent is not undone, under whatever name it was given`() throws {
    let asked = testimony()
    let given = testimony([entry(.publish, .given, "2024-05-01")])
    #expect(try !change(.testimony(asked), .testimony(given)).canBeUndone)
    #expect(try !change(.testimony(given), .testimony(asked)).canBeUndone)
  }

  @Test func `other changes of a testimony are undone`() throws {
    var edited = testimony([entry(.publish, .given, "2024-05-01")])
    let before = edited
    edited.text = "New words"
    #expect(try change(.testimony(before), .testimony(edited)).canBeUndone)
  }

  @Test func `taking back the approval of a quote is not undone`() throws {
    var before = testimony()
    var quote = Quote()
    quote.id = id("q-1")
    quote.approval = QuoteApproval()
    before.quotes = [quote]
    var revoked = before
    revoked.quotes[0].approval?.isRevoked = true
    var removed = before
    removed.quotes[0].approval = nil
    #expect(try !change(.testimony(before), .testimony(revoked)).canBeUndone)
    #expect(try !change(.testimony(before), .testimony(removed)).canBeUndone)
    #expect(try !change(.testimony(removed), .testimony(before)).canBeUndone)
  }

  @Test func `what a person on a list agreed to is not undone`() throws {
    var before = Event()
    before.id = id("e-1")
    before.participations = [person("p-1")]
    var after = before
    after.participations[0].consent = Consent().adding(entry(.count, .refused, "2024-05-01"))
    #expect(try !change(.event(before), .event(after)).canBeUndone)
    after = before
    after.participations[0].note = "Came late"
    #expect(try change(.event(before), .event(after)).canBeUndone)
  }

  @Test func `one answer about consent among several records keeps all from being undone`() throws {
    var event = Event()
    event.id = id("e-1")
    var renamed = event
    renamed.title = "New"
    let edits = [
      try #require(Edit(before: .event(event), after: .event(renamed))),
      try #require(
        Edit(
          before: .testimony(testimony()),
          after: .testimony(testimony([entry(.record, .refused, "2024-05-01")])))),
    ]
    #expect(!Change(.several(kind: .event, count: 2), edits).canBeUndone)
    #expect(Change(.several(kind: .event, count: 1), [edits[0]]).canBeUndone)
  }

  @Test func `a change is taken back only while the record stands as the change left it`() throws {
    var before = Event()
    before.id = id("e-1")
    var after = before
    after.title = "Dialogue"
    let made = try change(.event(before), .event(after))
    var programme = Programme()
    programme.apply(made)
    #expect(programme.events[before.id] == after)
    #expect(programme.takingBack(made) == made.reversed)
    programme.apply(made.reversed)
    #expect(programme.events[before.id] == before)
    #expect(programme.takingBack(made) == nil)
    programme.apply(try change(.event(before), nil))
    #expect(programme.events.isEmpty)
  }

  @Test func `two changes are one write only where the second begins where the first ends`() throws
  {
    func counted(_ before: Int?, _ after: Int, _ text: String = "e-1") throws -> Change {
      var event = Event()
      event.id = id(text)
      event.attendance.total = before
      var changed = event
      changed.attendance.total = after
      return try change(.event(event), .event(changed))
    }
    let first = try counted(nil, 1)
    let second = try counted(1, 2)
    let both = try #require(first.together(with: second))
    #expect(both.edits.map(\.before) == first.edits.map(\.before))
    #expect(both.edits.map(\.after) == second.edits.map(\.after))
    #expect(second.together(with: first) == nil)
    #expect(first.together(with: try counted(2, 3)) == nil)
    #expect(first.together(with: try counted(1, 2, "e-2")) == nil)
    #expect(Change(first.name, first.edits + first.edits).together(with: second) == nil)
  }
}
