import HeardModel
import TestKit
import Testing

/// Who settles whether people were asked about a community that has no number.
@Suite struct AskedStateTests {
  private let today = CalendarDay(dayNumber: 20_058)

  private func event(_ edit: (inout Event) -> Void) -> Event {
    var event = Event()
    event.id = id("e-1")
    event.country = CountryCode(stored: "FR")
    edit(&event)
    return event
  }

  @Test func `of slips that were kept as a whole every community without a number is open`() {
    let event = event {
      ($0.attendance.declared.asked, $0.attendance.declared.answered) = (60, 51)
      $0.attendance.declared.communities = ["women": 40]
    }
    let open = event.unsettledCommunities(in: Programme(), on: today)
    // What France forbids to ask is settled, and so is what was counted.
    #expect(open == ["disabled", "lgbtq", "over65", "disadvantaged", "migrants", "other"])
    #expect(open.allSatisfy { event.askedState(of: $0) == .notKnown })
  }

  @Test func `what was asked has the base of the slips, what was not has none`() {
    var event = event {
      ($0.attendance.declared.asked, $0.attendance.declared.answered) = (60, 51)
      $0.attendance.declared.communities = ["women": 40]
    }
    event.note(.asked, of: "lgbtq")
    event.note(.notAsked, of: "migrants")
    let declared = event.attendance.declared
    #expect(declared.question("lgbtq")?.asked == 60 && declared.question("lgbtq")?.answered == 51)
    #expect(declared.question("lgbtq")?.counts == [:])
    #expect(declared.question("migrants")?.asked == 0)
    #expect(
      (event.askedState(of: "lgbtq"), event.askedState(of: "migrants")) == (.asked, .notAsked))
    // It stays open to another answer, and can be taken out again.
    #expect(event.unsettledCommunities(in: Programme(), on: today).contains("lgbtq"))
    event.note(.notKnown, of: "lgbtq")
    event.note(.notKnown, of: "migrants")
    #expect(event.attendance.declared.questions.isEmpty)
  }

  @Test func `a base that is taken over follows when the slips as a whole are corrected`() throws {
    var event = event {
      ($0.attendance.declared.asked, $0.attendance.declared.answered) = (60, 51)
    }
    event.note(.asked, of: "lgbtq")
    event.note(.notAsked, of: "migrants")
    var corrected = event
    corrected.attendance.declared.answered = 52
    let edit = try #require(Edit(before: .event(event), after: .event(corrected)))
    guard case .event(let now) = try #require(edit.after) else { return }
    #expect(now.attendance.declared.question("lgbtq")?.answered == 52)
    #expect(now.attendance.declared.question("migrants")?.answered == nil)
  }

  @Test func `what slips tell one by one is not open`() {
    var slip = EnteredSlip()
    (slip.isNothing, slip.questions) = (true, ["women", "lgbtq"])
    let event = event { $0.attendance.declared.add([slip], by: "s-1") }
    #expect(!event.unsettledCommunities(in: Programme(), on: today).contains("lgbtq"))
    #expect(event.unsettledCommunities(in: Programme(), on: today).contains("migrants"))
  }
}
