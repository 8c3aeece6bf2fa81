import HeardModel
import TestKit
import Testing

/// Two people who are one, reckoned by hand.
@Suite struct PersonMergeTests {
  private static let (rose, marigold): (PersonID, PersonID) = (id("p-rose"), id("p-marigold"))

  /// At the first event both are listed, at the second Marigold alone.
  private var programme: Programme {
    var programme = Programme()
    for (number, people) in [["p-rose", "p-marigold"], ["p-marigold"]].enumerated() {
      var event = Event()
      event.id = id("2024-0\(number + 1)-fr-lyon-0000")
      event.status = .held
      event.participations = people.map { text in
        var entry = person(text, text == "p-rose" ? .registered : .attended)
        entry.pseudonym = text == "p-rose" ? "Rose" : "Marigold"
        return entry
      }
      programme.events[event.id] = event
    }
    var testimony = Testimony()
    testimony.id = id("t-1")
    testimony.event = id("2024-01-fr-lyon-0000")
    testimony.person = Self.marigold
    testimony.pseudonym = "Marigold"
    programme.testimonies[testimony.id] = testimony
    return programme
  }

  private func attendances(_ programme: Programme) -> Int {
    programme.events.values.reduce(0) {
      $0 + ($1.attendanceFigure(roles: programme.taxonomy(.role)).count ?? 0)
    }
  }

  @Test func `over all events two people become one, who is counted once at each`() throws {
    var programme = programme
    #expect(attendances(programme) == 2)
    let merge = PersonMerge(Self.rose, with: Self.marigold)
    #expect(merge.refusal(in: programme) == nil)
    let counts = merge.counts(in: programme)
    #expect(counts.both == 1 && counts.only == 1 && counts.testimonies == 1)
    let before = programme
    let change = merge.change(in: programme, pseudonym: "Rose")
    programme.apply(change)
    #expect(attendances(programme) == 2)
    let first = try #require(programme.events[id("2024-01-fr-lyon-0000")]?.participations)
    // Rose only registered by her own entry; Marigold was seen.
    #expect(first.map(\.status) == [.attended, .attended])
    #expect(first.map(\.mergedInto) == [nil, Self.rose])
    let second = try #require(programme.events[id("2024-02-fr-lyon-0000")]?.participations)
    #expect(second.map(\.id) == [Self.rose] && second.map(\.pseudonym) == ["Rose"])
    let told = try #require(programme.testimonies[id("t-1")])
    #expect(told.person == Self.rose && told.pseudonym == "Rose")
    programme.apply(try #require(programme.takingBack(change)))
    #expect(programme.events == before.events && programme.testimonies == before.testimonies)
  }

  @Test func `at one event alone the others stay as they are`() throws {
    var programme = programme
    let place: EventID = id("2024-02-fr-lyon-0000")
    let merge = PersonMerge(Self.rose, with: Self.marigold, at: place)
    programme.apply(merge.change(in: programme, pseudonym: "Rose"))
    #expect(programme.events[place]?.participations.map(\.id) == [Self.rose])
    #expect(
      programme.events[id("2024-01-fr-lyon-0000")]
        == self.programme.events[id("2024-01-fr-lyon-0000")])
    #expect(programme.testimonies[id("t-1")]?.person == Self.marigold)
  }

  @Test func `who is the same, nowhere, erased or somebody else already is refused`() {
    var programme = programme
    func refusal(_ one: PersonID, _ other: PersonID) -> PersonMerge.Refusal? {
      PersonMerge(one, with: other).refusal(in: programme)
    }
    #expect(refusal(Self.rose, Self.rose) == .same)
    #expect(refusal(Self.rose, id("p-nobody")) == .nowhere)
    programme.events[id("2024-01-fr-lyon-0000")]?.participations[0].mergedInto = Self.marigold
    #expect(refusal(Self.rose, Self.marigold) == .circle)
    programme = self.programme
    programme.erased = ["p-rose-at-2024-02-fr-lyon-0000"]
    #expect(refusal(Self.rose, Self.marigold) == .erased)
  }

  @Test func `erasing somebody takes the entries that turned out to be theirs`() {
    var programme = programme
    let merge = PersonMerge(Self.rose, with: Self.marigold)
    programme.apply(merge.change(in: programme, pseudonym: "Rose"))
    let plan = Forgetting(.person(Self.rose), .erase, in: programme)
    #expect(plan.people == [Self.rose, Self.marigold])
    #expect(Set(plan.tombstones) == ["p-rose", "p-marigold", "t-1"])
    programme.removeAll(Set(plan.tombstones))
    #expect(programme.events.values.allSatisfy { $0.participations.isEmpty })
  }
}
