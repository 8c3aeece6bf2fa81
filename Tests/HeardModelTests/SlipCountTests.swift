import TestKit
import Testing

@testable import HeardModel

/// Slips as sums: every question with its own base, by hand.
@Suite struct SlipCountTests {
  private let all: [Code] = ["women", "disabled", "lgbtq", "ageBands"]

  private func slip(
    _ communities: [Code] = [], age: Code? = nil, nothing: Bool = false,
    base: SlipBase = .among(84), of questions: [Code]? = nil
  ) -> EnteredSlip {
    var slip = EnteredSlip()
    (slip.communities, slip.ageBand, slip.isNothing) = (communities, age, nothing)
    (slip.base, slip.questions) = (base, questions ?? all)
    return slip
  }

  /// Five slips: two with a community, one of nothing with an age, one of an age alone, one left empty.
  private var five: [EnteredSlip] {
    [
      slip(["women"], age: "25-34"), slip(["women", "disabled"]),
      slip(age: "18-24", nothing: true), slip(age: "25-34"), slip(),
    ]
  }

  private func declared(_ record: Record?) throws -> DeclaredCommunities {
    guard case .event(let event) = try #require(record) else { return DeclaredCommunities() }
    return event.attendance.declared
  }

  private func base(_ declared: DeclaredCommunities, _ id: Code) -> [Int?] {
    let question = declared.question(id)
    return [question?.asked, question?.answered, question?.none]
  }

  @Test func `every question on a slip has who was asked, who answered and what`() {
    var declared = DeclaredCommunities()
    declared.add(five, by: "s-1")
    #expect((declared.asked, declared.answered, declared.slips) == (84, 4, 5))
    #expect(declared.communities == ["women": 2, "disabled": 1])
    // Three answered about communities, one of them that nothing applies; an age alone is no answer.
    #expect(base(declared, "women") == [84, 3, 1])
    #expect(declared.question("women")?.counts == ["women": 2])
    #expect(base(declared, "lgbtq") == [84, 3, 1])
    #expect(declared.question("lgbtq")?.counts == [:])
    #expect(base(declared, "ageBands") == [84, 3, nil])
    #expect(declared.question("ageBands")?.counts == ["18-24": 1, "25-34": 2])
    // What could not be ticked has no base at all.
    #expect(declared.question("ethnicMinorities") == nil)
  }

  @Test func `where each slip is one more who was asked, those left empty are, too`() {
    var declared = DeclaredCommunities()
    declared.add([slip(["women"], base: .each), slip(base: .each)], by: "s-1")
    #expect((declared.asked, declared.answered) == (2, 1))
    #expect(base(declared, "women") == [2, 1, 0])
    // More were given out than was thought.
    declared.add([slip(base: .among(2)), slip(nothing: true, base: .among(2))], by: "s-1")
    #expect((declared.asked, declared.slips) == (4, 4))
  }

  @Test func `what slips told as a whole begins a question that has a number`() {
    var declared = DeclaredCommunities()
    (declared.asked, declared.answered) = (60, 51)
    (declared.communities, declared.ageBands) = (["women": 40], ["25-34": 7])
    let slips = [slip(["women"], base: .among(60)), slip(nothing: true, base: .among(60))]
    declared.add(slips, by: "s-1")
    #expect((declared.asked, declared.answered, declared.slips) == (60, 53, 53))
    // Of the 51 nobody knows who said that nothing applies.
    #expect(base(declared, "women") == [60, 53, nil])
    #expect(declared.communities == ["women": 41])
    // Whether the 51 were asked this nobody knows: its base is the nine that are left.
    #expect(base(declared, "lgbtq") == [9, 2, 1])
    #expect(base(declared, "ageBands") == [60, 7, nil])
  }

  @Test func `what is taken back is out of every sum, and stays out`() throws {
    var declared = DeclaredCommunities()
    declared.add(five, by: "s-1")
    let five = declared
    declared.add(self.five, by: "s-1")
    declared.takeBack(self.five, by: "s-1")
    var (now, before) = (declared, five)
    let row = try #require(now.sittings.first { $0.id == "s-1" })
    #expect(row.added["slips"] == 10 && row.taken["slips"] == 5)
    (now.sittings, before.sittings) = ([], [])
    #expect(now == before)
    declared.reckon()
    #expect(declared.slips == 5 && declared.communities == five.communities)
    declared.takeBack(self.five, by: "s-1")
    #expect(declared.slips == 0 && declared.communities == ["women": 0, "disabled": 0])
  }

  @Test func `what two doors enter adds up, and what was given stands once`() {
    var (one, other) = (DeclaredCommunities(), DeclaredCommunities())
    one.add(five, by: "s-1")
    other.add(five + five, by: "s-2")
    // What a merge makes of both: every row once, the larger number of each.
    var both = one
    both.sittings += other.sittings.filter { row in !one.sittings.contains { $0.id == row.id } }
    both.reckon()
    #expect((both.asked, both.answered, both.slips) == (84, 12, 15))
    #expect(base(both, "women") == [84, 9, 3])
    #expect(both.communities == ["women": 6, "disabled": 3])
  }

  @Test func `a number that is typed over slips stands, and slips after it are added`() throws {
    var event = Event()
    event.id = id("e-1")
    event.attendance.declared.add(five, by: "s-1")
    var typed = event
    typed.attendance.declared.communities["women"] = 4
    typed.attendance.declared.asked = 70
    typed.attendance.declared.communities["disabled"] = nil
    let edit = try #require(Edit(before: .event(event), after: .event(typed)))
    var declared = try declared(edit.after?.reckoned())
    #expect(declared.communities == ["women": 4] && declared.asked == 70)
    // The question goes along.
    #expect(declared.question("women")?.counts == ["women": 4])
    #expect(declared.question("disabled")?.counts == [:])
    declared.add([slip(["women", "disabled"], base: .among(70))], by: "s-1")
    #expect(declared.communities == ["women": 5, "disabled": 1] && declared.asked == 70)
  }

  @Test func `slips are undone and made again in their rows, and what was before stays undoable`()
    throws
  {
    var programme = Programme()
    var event = Event()
    event.id = id("e-1")
    programme.events[event.id] = event
    func change(_ edit: (inout Event) -> Void) throws -> Change {
      let before = try #require(programme.events[event.id])
      var after = before
      edit(&after)
      return try #require(Change(.slip(title: ""), before: .event(before), after: .event(after)))
    }
    let titled = try change { $0.title = "Titled" }
    programme.apply(titled)
    let slips = try change { $0.attendance.declared.add(five, by: "s-1") }
    programme.apply(slips)
    let undone = try #require(programme.takingBack(slips))
    programme.apply(undone)
    #expect(programme.events[event.id]?.attendance.declared.answered == nil)
    #expect(programme.events[event.id]?.attendance.declared.slips == 0)
    let again = try #require(programme.takingBack(undone))
    programme.apply(again)
    #expect(programme.events[event.id]?.attendance.declared.answered == 4)
    let rows = try #require(programme.events[event.id]?.attendance.declared.sittings)
    #expect(rows.allSatisfy { row in row.taken.allSatisfy { row.added[$0.key] ?? 0 >= $0.value } })
    programme.apply(try #require(programme.takingBack(again)))
    programme.apply(try #require(programme.takingBack(titled)))
    #expect(programme.events[event.id]?.title == "")
  }

  @Test func `fewer slips than go together join the largest sitting, not one of their own`() {
    var declared = DeclaredCommunities()
    #expect(declared.sitting(forFew: "s-9", together: 5) == "s-9")
    declared.add(Array(five.prefix(2)), by: "s-1")
    #expect(declared.sitting(forFew: "s-9", together: 5) == "s-1")
    declared.add(five, by: "s-2")
    #expect(declared.sitting(forFew: "s-9", together: 5) == "s-2")
    #expect(declared.sitting(forFew: "s-1", together: 5) == "s-2")
    declared.add(five, by: "s-9")
    #expect(declared.sitting(forFew: "s-9", together: 5) == "s-9")
  }

  @Test func `whom the slips are of is only asked where the records do not tell`() {
    func certain(_ tally: Int?, _ asked: Int?, _ answered: Int?) -> SlipBase? {
      var event = Event()
      event.attendance.total = tally
      (event.attendance.declared.asked, event.attendance.declared.answered) = (asked, answered)
      return SlipBase.certain(event)
    }
    #expect(certain(nil, nil, nil) == .each)
    #expect(certain(84, nil, nil) == nil)
    #expect(certain(84, 84, 51) == .among(84))
    #expect(certain(84, 60, 51) == nil)
    #expect(certain(84, 60, 60) == .among(60))
  }
}
