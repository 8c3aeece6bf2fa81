import HeardInsight
import HeardModel
import TestKit
import Testing

@Suite struct CalendarTests {
  private func month(_ text: String) -> CalendarMonth { CalendarMonth(of: day(text)) }

  private func lines(_ events: MonthOfEvents) -> [String] {
    events.entries.map { "\($0.day.stored) \($0.id.text) \($0.dayOfEvent)/\($0.dayCount)" }
  }

  @Test func `an event of several days stands on each of them, also over the end of a month`() {
    let insight = Sample.insight {
      $0.events[id("e-lyon")]?.end = KnownDate(stored: "2024-06-02T10:00")
      $0.events[id("e-lyon")]?.start = KnownDate(stored: "2024-05-31T10:00")
      $0.events[id("e-berlin")]?.start = KnownDate(stored: "2024-06-01T09:00")
    }
    #expect(lines(insight.month(month("2024-05-01"))) == ["2024-05-31 e-lyon 1/3"])
    #expect(
      lines(insight.month(month("2024-06-01"))) == [
        "2024-06-01 e-lyon 2/3", "2024-06-01 e-berlin 1/1", "2024-06-02 e-lyon 3/3",
      ])
  }

  @Test func `events without a day stand by themselves, those without a date nowhere`() {
    let insight = Sample.insight { $0.events[id("e-recife")]?.start = KnownDate(stored: "2023-02") }
    let february = insight.month(month("2023-02-01"))
    #expect(february.entries.isEmpty)
    #expect(february.inMonth == [id("e-recife")])
    #expect(february.inYear == [id("e-osaka")])
    #expect(insight.month(month("2023-03-01")).inMonth.isEmpty)
  }

  @Test func `the weeks of a month reach into the days beside it`() {
    let insight = Sample.insight {
      $0.events[id("e-lyon")]?.start = KnownDate(stored: "2024-05-27T10:00")
      $0.events[id("e-lyon")]?.end = KnownDate(stored: "2024-05-27T12:00")
    }
    let june = insight.month(month("2024-06-01"))
    #expect(!june.entries.contains { $0.id == id("e-lyon") })
    #expect(june.beside.map(\.day.stored).contains("2024-05-27"))
  }

  @Test func `the nearest event after and before a month is found, a month without its day too`() {
    let insight = Sample.insight {
      for place in $0.events.keys { $0.events[place]?.start = nil }
      $0.events[id("e-lyon")]?.start = KnownDate(stored: "2024-03-05T10:00")
      $0.events[id("e-berlin")]?.start = KnownDate(stored: "2024-08")
      $0.events[id("e-recife")]?.start = KnownDate(stored: "2024")
    }
    let may = month("2024-05-01")
    #expect(insight.nearest(to: may, after: true)?.id == id("e-berlin"))
    #expect(insight.nearest(to: may, after: true)?.day == day("2024-08-01"))
    #expect(insight.nearest(to: may, after: false)?.day == day("2024-03-05"))
    #expect(insight.nearest(to: may, after: false, Query("country:de")) == nil)
    #expect(insight.nearest(to: month("2024-08-01"), after: true) == nil)
  }

  @Test func `the filter of events is that of the calendar`() {
    let insight = Sample.insight()
    #expect(insight.month(month("2024-06-01"), Query("country:de")).entries.count == 1)
    #expect(insight.month(month("2024-06-01"), Query("country:fr")).entries.isEmpty)
  }

  @Test func `a slip of years fills no more than a year`() {
    let insight = Sample.insight { $0.events[id("e-lyon")]?.end = KnownDate(stored: "2924-05-20") }
    #expect(lines(insight.month(month("2025-05-20"))).last == "2025-05-20 e-lyon 366/366")
  }

  /// Paris 14:00 to 16:00 is London 13:00 to 15:00.
  @Test(arguments: [
    ("Europe/London", "2024-06-10T14:30", "2024-06-10T15:30", true),
    ("Europe/London", "2024-06-10T15:00", "2024-06-10T16:00", false),
    ("Europe/Paris", "2024-06-10T15:00", "2024-06-10T16:00", true),
    ("Asia/Tokyo", "2024-06-10T21:30", "", true),
    ("Asia/Tokyo", "2024-06-10T14:30", "2024-06-10T15:30", false),
    ("Europe/Paris", "2024-06-10", "", false), ("Europe/Paris", "2024-06", "", false),
  ])
  func `somebody stands in two events at once when their moments meet`(
    zone: String, start: String, end: String, clashes: Bool
  ) {
    let insight = Sample.insight { programme in
      programme.events[id("e-berlin")]?.start = KnownDate(stored: "2024-06-10T14:00")
      programme.events[id("e-berlin")]?.end = KnownDate(stored: "2024-06-10T16:00")
      programme.events[id("e-old")]?.start = KnownDate(stored: start)
      programme.events[id("e-old")]?.end = KnownDate(stored: end)
      programme.events[id("e-old")]?.zone = ZoneName(stored: zone)
      for event: EventID in [id("e-berlin"), id("e-old")] {
        programme.events[event]?.facilitators = [id("noa")]
      }
    }
    let found = insight.facilitatorClashes([id("e-berlin")])
    #expect(found.map(\.staff) == (clashes ? [id("noa")] : []))
    #expect(insight.facilitatorClashes([id("e-lyon")]).isEmpty)
  }

  @Test func `nobody stands in an event that was called off`() {
    let insight = Sample.insight { programme in
      for event: EventID in [id("e-berlin"), id("e-cancelled")] {
        programme.events[event]?.facilitators = [id("noa")]
        programme.events[event]?.start = KnownDate(stored: "2024-06-10T14:00")
      }
    }
    #expect(insight.facilitatorClashes([id("e-berlin")]).isEmpty)
  }

  @Test func `neighbours of a series stand by their numbers`() {
    let insight = Sample.insight { programme in
      let numbers: [(String, Int)] = [("e-lyon", 3), ("e-recife", 1), ("e-berlin", 2)]
      for (event, number) in numbers {
        programme.events[id(event)]?.series.name = "Rounds"
        programme.events[id(event)]?.series.number = number
      }
    }
    let (before, after) = insight.neighbours(of: id("e-berlin"))
    #expect(before?.id == id("e-recife"))
    #expect(after?.id == id("e-lyon"))
    #expect(insight.neighbours(of: id("e-lyon")).after == nil)
    #expect(insight.neighbours(of: id("e-old")).before == nil)
  }
}

@Suite struct AccessGapTests {
  private func gaps(_ change: (inout Event) -> Void) -> [String] {
    let insight = Sample.insight { programme in
      var event = Sample.berlin
      change(&event)
      programme.events[event.id] = event
    }
    guard let event = insight.programme.events[id("e-berlin")] else { return [] }
    return insight.accessGaps(of: event).map { "\($0.code.stored) \($0.state) \($0.people)" }
  }

  @Test func `what is not arranged is a gap, also what nobody asked about`() {
    #expect(
      gaps { $0.access["captions"] = .notAsked } == [
        "captions notAsked 0", "signLanguage needed 0",
      ])
    #expect(gaps { $0.access = ["stepFree": .notArranged] } == ["stepFree notArranged 0"])
    #expect(gaps { $0.access = ["stepFree": .arranged] }.isEmpty)
  }

  @Test func `what people of the list need is a gap although the event's list lacks it`() {
    let list = gaps { event in
      for (index, status) in [AttendanceStatus.registered, .invited, .cancelled].enumerated() {
        var person = Participation()
        person.id = id("p-\(index)")
        person.status = status
        person.accessNeeds = ["captions", "stepFree"]
        event.participations.append(person)
      }
      event.access["captions"] = .notAsked
    }
    #expect(list == ["captions needed 2", "signLanguage needed 0"])
  }

  @Test func `an event that was held or called off has no gaps`() {
    #expect(gaps { $0.status = .held }.isEmpty)
    #expect(gaps { $0.status = .cancelled }.isEmpty)
  }

  @Test(arguments: [("2024-06-29", true), ("2024-06-30", false), ("2024-06-01", true)])
  func `gaps wait for the coordinator from four weeks before the event`(start: String, waits: Bool)
  {
    let insight = Sample.insight { $0.events[id("e-berlin")]?.start = KnownDate(stored: start) }
    let waiting = insight.waiting(for: .coordinator).contains {
      $0.matter == .access(["signLanguage"])
    }
    #expect(waiting == waits)
  }

  @Test func `the action of a gap has always the same id, and no other gap has it`() {
    let one = FollowUpAction.arranging("captions", at: id("e-berlin"))
    #expect(one == FollowUpAction.arranging("captions", at: id("e-berlin")))
    #expect(one != FollowUpAction.arranging("stepFree", at: id("e-berlin")))
    #expect(one != FollowUpAction.arranging("captions", at: id("e-lyon")))
    #expect(one.text == "a-9e431chk3k")
  }
}
