import HeardModel
import TestKit
import Testing

/// No day on which something was done or told lies before what it answers, or after today.
@Suite struct TimeRuleTests {
  private let today = day("2024-06-01")

  private func date(_ text: String) -> KnownDate {
    guard let date = KnownDate(stored: text) else { preconditionFailure("no date: \(text)") }
    return date
  }

  /// A programme with an event of a day, one of a month, one of no day, and testimonies at them.
  private func programme() -> Programme {
    var programme = Programme()
    for (name, start) in [("e-day", "2024-05-20T14:00"), ("e-month", "2024-04"), ("e-none", "")] {
      var event = Event()
      event.id = id(name)
      event.status = .held
      event.start = KnownDate(stored: start)
      programme.events[event.id] = event
      var testimony = Testimony()
      testimony.id = id(name.replacing("e-", with: "t-"))
      testimony.event = event.id
      programme.testimonies[testimony.id] = testimony
    }
    return programme
  }

  private func faults(
    _ programme: Programme, _ change: (inout FollowUpAction) -> Void
  ) -> [String] {
    var action = FollowUpAction()
    action.id = id("a-1")
    change(&action)
    return told(programme.timeFaults(of: .action(action), on: today))
  }

  private func told(_ faults: [TimeFault]) -> [String] {
    faults.map { fault in
      switch fault.kind {
      case .beforeWhatItAnswers(let first): "\(fault.member) before \(first.stored)"
      case .afterToday: "\(fault.member) ahead"
      case .missing: "\(fault.member) missing"
      }
    }
  }

  @Test func `a date counts by its last day against what it answers, and by its first today`() {
    func kind(_ text: String) -> TimeFault.Kind? {
      TimeRule.kind(of: date(text), answering: day("2024-05-20"), on: today)
    }
    #expect(kind("2024-05-18") == .beforeWhatItAnswers(day("2024-05-20")))
    // A day more at both ends: it is another day elsewhere.
    #expect(kind("2024-05-19") == nil)
    #expect(kind("2024-04") == .beforeWhatItAnswers(day("2024-05-20")))
    #expect(kind("2024-05") == nil && kind("2024") == nil)
    #expect(kind("2023") == .beforeWhatItAnswers(day("2024-05-20")))
    #expect(kind("2024-06-02") == nil && kind("2024-06") == nil)
    #expect(kind("2024-06-03") == .afterToday)
    #expect(kind("2024-07") == .afterToday && kind("2025") == .afterToday)
    #expect(TimeRule.kind(of: date("2030"), answering: nil, on: nil) == nil)
  }

  @Test func `an action answers the earliest of its events and of what was told there`() {
    func first(_ events: [String], _ testimonies: [String], taken: String? = nil) -> CalendarDay? {
      var programme = programme()
      if let taken { programme.testimonies[id("t-day")]?.takenAt = moment(taken) }
      var action = FollowUpAction()
      action.events = events.map { id($0) }
      action.testimonies = testimonies.map { id($0) }
      return TimeRule.earliest(programme.answeredDays(by: action, on: today))
    }
    #expect(first(["e-day"], []) == day("2024-05-20"))
    #expect(first(["e-day", "e-month"], []) == day("2024-04-01"))
    #expect(first([], ["t-day"]) == day("2024-05-20"))
    #expect(first([], ["t-day"], taken: "2024-05-10") == day("2024-05-10"))
    #expect(first([], ["t-day"], taken: "2024-05-28") == day("2024-05-20"))
    #expect(first([], []) == nil)
    // What has no day, or is not there, may be the earliest.
    #expect(first(["e-day", "e-none"], []) == nil)
    #expect(first(["e-day", "e-nowhere"], []) == nil)
    #expect(first(["e-day"], ["t-none"]) == nil)
  }

  @Test func `every day of an action on which something happened is held against the rule`() {
    let (early, late) = (date("2023-05-05"), date("2030-01-01"))
    func fill(_ action: inout FollowUpAction, _ on: KnownDate) {
      action.events = [id("e-day")]
      (action.proposedOn, action.startedOn, action.decidedOn) = (on, on, on)
      action.doneOn = on
      var step = Milestone()
      (step.id, step.doneOn, step.due) = ("m-1", on.exactDay, day("1999-01-01"))
      action.milestones = [step]
      var entry = StatusEntry()
      (entry.id, entry.on) = ("s-1", on)
      action.statusEntries = [entry]
      var item = EvidenceItem()
      (item.id, item.on) = ("i-1", on)
      action.evidenceItems = [item]
      (action.measure.baselineOn, action.measure.currentOn) = (on, on)
      var delivery = Delivery()
      (delivery.id, delivery.on, delivery.due) = ("d-1", on.exactDay, day("1999-01-01"))
      action.feedback.deliveries = [delivery]
      action.feedback.deliveredOn = on.exactDay
      (action.due, action.feedback.due) = (on, on.exactDay)
    }
    let days = [
      "proposedOn", "startedOn", "decidedOn", "doneOn", "milestones[m-1].doneOn",
      "statusEntries[s-1].on",
    ]
    let tellings = ["feedback.deliveredOn", "feedback.deliveries[d-1].on"]
    let first = "before 2024-05-20"
    // Being done answers the event, and telling answers that: here it came on the same day.
    #expect(faults(programme()) { fill(&$0, early) } == days.map { "\($0) \(first)" })
    #expect(
      faults(programme()) {
        fill(&$0, early)
        $0.doneOn = nil
      } == (days.filter { $0 != "doneOn" } + tellings).map { "\($0) \(first)" })
    let taken = ["measure.baselineOn", "measure.currentOn", "evidenceItems[i-1].on"]
    #expect(
      faults(programme()) { fill(&$0, late) } == (days + taken + tellings).map { "\($0) ahead" })
  }

  @Test func `an action that answers nothing is told before it was done, or not at all`() {
    var action = FollowUpAction()
    (action.doneOn, action.feedback.deliveredOn) = (date("2024-05-10"), day("2024-05-08"))
    #expect(
      told(programme().timeFaults(of: .action(action), on: today)) == [
        "feedback.deliveredOn before 2024-05-10"
      ])
    action.doneOn = nil
    #expect(programme().timeFaults(of: .action(action), on: today).isEmpty)
  }

  @Test func `verified needs the day on which it was done`() {
    #expect(faults(programme()) { $0.status = .verified } == ["doneOn missing"])
    #expect(faults(programme()) { $0.status = .done } == [])
    #expect(
      faults(programme()) { ($0.status, $0.doneOn) = (.verified, date("2024")) } == [])
  }

  @Test func `what arranges access for an event is done before it`() {
    var programme = programme()
    programme.events[id("e-day")]?.access = ["our-own": .needed]
    for need in ["captions", "our-own"] as [Code] {
      let arranging = faults(programme) {
        $0.id = FollowUpAction.arranging(need, at: id("e-day"))
        $0.events = [id("e-day")]
        ($0.proposedOn, $0.doneOn) = (date("2024-05-01"), date("2024-05-15"))
      }
      #expect(arranging == [])
    }
    let other = faults(programme) {
      $0.events = [id("e-day")]
      ($0.proposedOn, $0.doneOn) = (date("2024-05-01"), date("2024-05-15"))
    }
    #expect(other == ["proposedOn before 2024-05-20", "doneOn before 2024-05-20"])
  }

  @Test func `what is done for an event that is still to come prepares it`() {
    func faults(_ status: EventStatus, _ start: String) -> [String] {
      var programme = programme()
      programme.events[id("e-day")]?.status = status
      programme.events[id("e-day")]?.start = date(start)
      return self.faults(programme) {
        $0.events = [id("e-day")]
        $0.doneOn = date("2024-05-15")
      }
    }
    #expect(faults(.confirmed, "2024-06-20") == [] && faults(.postponed, "2025") == [])
    #expect(faults(.held, "2024-06-20") == ["doneOn before 2024-06-20"])
    #expect(faults(.planned, "2024-05-28") == ["doneOn before 2024-05-28"])
  }

  @Test func `of an event closing out and telling answer its start`() {
    func faults(_ change: (inout Event) -> Void) -> [String] {
      var programme = programme()
      guard var event = programme.events[id("e-day")] else { return [] }
      change(&event)
      programme.events[event.id] = event
      return told(programme.timeFaults(of: .event(event), on: today))
    }
    #expect(faults { $0.closeOut.at = moment("2024-05-20") } == [])
    #expect(faults { $0.closeOut.at = moment("2024-05-01") } == ["closeOut.at before 2024-05-20"])
    #expect(faults { $0.closeOut.at = moment("2025-05-01") } == ["closeOut.at ahead"])
    #expect(
      faults { $0.feedback.deliveredOn = day("2023-05-05") } == [
        "feedback.deliveredOn before 2024-05-20"
      ])
    var delivery = Delivery()
    (delivery.id, delivery.on) = ("d-1", day("2024-06-20"))
    #expect(faults { $0.feedback.deliveries = [delivery] } == ["feedback.deliveries[d-1].on ahead"])
    #expect(
      faults {
        $0.start = nil
        $0.feedback.deliveredOn = day("2023-05-05")
      } == [])
  }

  @Test func `what is dated as done on a day to come is open, and may be overdue`() {
    var action = FollowUpAction()
    (action.status, action.doneOn, action.due) = (.done, date("2024-06-03"), date("2024-05-25"))
    #expect(!action.isDone(on: today) && action.isOpen(on: today))
    #expect(action.daysOverdue(today: today) == 7)
    action.doneOn = date("2024-06-02")
    #expect(action.isDone(on: today) && !action.isOpen(on: today))
    #expect(action.daysOverdue(today: today) == nil)
    (action.status, action.doneOn) = (.declined, date("2030"))
    #expect(!action.isDone(on: today) && !action.isOpen(on: today))
  }

  @Test func `random days are judged as a plain reckoning judges them`() {
    var random = RandomSource.printed("rule of time")
    for _ in 0..<2000 {
      let precision = random.below(3)
      let on = CalendarDay(dayNumber: day("2023-01-01").dayNumber + random.below(900))
      let text = on.stored.prefix([4, 7, 10][precision])
      let answered = (0..<random.below(4)).map { _ in
        random.chance(10)
          ? nil : CalendarDay(dayNumber: day("2023-01-01").dayNumber + random.below(900))
      }
      let kind = TimeRule.kind(
        of: date(String(text)), answering: TimeRule.earliest(answered), on: today)
      // Every day that the date can mean, one by one.
      let meant = (on.dayNumber - 400...on.dayNumber + 400).map(CalendarDay.init(dayNumber:))
        .filter { $0.stored.hasPrefix(text) }
      let isAhead = meant.allSatisfy { $0.dayNumber - today.dayNumber > 1 }
      let numbers = answered.compactMap { $0?.dayNumber }
      let isBefore =
        numbers.count == answered.count
        && (numbers.min().map { first in meant.allSatisfy { first - $0.dayNumber > 1 } } ?? false)
      switch kind {
      case .afterToday?: #expect(isAhead, "\(text)")
      case .beforeWhatItAnswers(let first)?:
        #expect(isBefore && !isAhead && first.dayNumber == numbers.min(), "\(text) \(answered)")
      case .missing?: Issue.record("a day that is there is not missing")
      case nil: #expect(!isAhead && !isBefore, "\(text) \(answered)")
      }
    }
  }
}
