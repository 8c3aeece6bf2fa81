import HeardInsight
import HeardModel
import TestKit
import Testing

/// Countries by periods, on events whose days are chosen around the day of the question.
@Suite struct ApprovalsTests {
  /// Nothing is missing at it: a held event that is closed out.
  private static func closedOut(_ text: String, _ country: CountryCode?, _ start: String?) -> Event
  {
    var event = Event()
    event.id = id(text)
    event.status = .held
    event.country = country
    event.start = start.flatMap(KnownDate.init(stored:))
    event.confidentiality = .open
    event.attendance.total = 10
    event.attendance.source = .counted
    event.hasNoPartners = true
    event.summary = "Ask first."
    event.closeOut.heardReason = "A training"
    event.feedback.status = .delivered
    event.feedback.audiences = [.participants]
    event.feedback.channel = "Letter"
    return event
  }

  private func insight(
    on today: String = "2024-06-01", _ events: [Event],
    _ change: (inout Programme) -> Void = { _ in }
  ) -> Insight {
    var programme = Programme()
    for event in events { programme.events[event.id] = event }
    change(&programme)
    return Insight(programme, today: day(today))
  }

  private func period(_ text: String) throws -> ApprovalPeriod {
    try #require(ApprovalPeriod(stored: text))
  }

  private static func approve(
    _ period: ApprovalPeriod, in programme: inout Programme, on today: CalendarDay
  ) {
    let insight = Insight(programme, today: today)
    var approval = programme.approvals[period] ?? Approval(period)
    approval.entries.append(
      insight.approvalEntry(
        of: period, id: "v-1", at: moment("2024-05-05"), by: "Ada", faultyFiles: 0))
    programme.approvals[period] = approval
  }

  @Test(arguments: [
    ("2024-03-31", ApprovalState.open), ("2024-04-01", .open), ("2024-05-15", .open),
    ("2024-05-16", .late), ("2025-01-01", .late),
  ])
  func `what has something open is late when it ended more than 45 days ago`(
    today: String, state: ApprovalState
  ) throws {
    var event = Self.closedOut("e-1", country("FR"), "2024-02-01")
    event.summary = ""
    let row = insight(on: today, [event]).row(of: try period("FR-2024-Q1"))
    #expect(row.state == state && row.checks == 1)
    #expect((row.daysLate == nil) == (state == .open))
  }

  @Test(arguments: [
    ("2024-03-31", ApprovalState.open), ("2024-04-01", .complete), ("2024-05-16", .complete),
  ])
  func `complete is what is over and has nothing open, however late it is`(
    today: String, state: ApprovalState
  ) throws {
    let event = Self.closedOut("e-1", country("FR"), "2024-02-01")
    let row = insight(on: today, [event]).row(of: try period("FR-2024-Q1"))
    #expect(row.state == state && row.checks == 0)
    #expect(row.daysLate == (today == "2024-05-16" ? 1 : nil))
  }

  @Test func `what has no date is never late`() throws {
    var event = Self.closedOut("e-1", country("FR"), nil)
    let undated = try period("FR-undated")
    #expect(insight([event]).row(of: undated).state == .complete)
    event.summary = ""
    let row = insight([event]).row(of: undated)
    #expect(row.state == .open && row.daysLate == nil && row.checks == 1)
  }

  @Test func `every kind of period has a row: quarters, years, no date, no country`() {
    var planned = Self.closedOut("e-5", country("FR"), nil)
    planned.status = .planned
    let insight = insight([
      Self.closedOut("e-1", country("FR"), "2024-02-01"),
      Self.closedOut("e-2", country("FR"), "2023"), Self.closedOut("e-3", country("BR"), nil),
      Self.closedOut("e-4", nil, "2024-02"), planned,
    ])
    #expect(
      insight.periods().map(\.period.stored) == [
        "FR-2024-Q1", "none-2024-Q1", "FR-2024", "none-2024", "FR-2023", "BR-undated",
      ])
    #expect(
      insight.periods([country("BR")].compactMap { $0 }).map(\.period.stored)
        == ["none-2024-Q1", "none-2024", "BR-undated"])
  }

  @Test func `a filter keeps the periods of the events that it finds, and empty ones it names`()
    throws
  {
    let gone = try period("FR-2022-Q1")
    let insight = insight(
      [
        Self.closedOut("e-1", country("FR"), "2024-02-01"),
        Self.closedOut("e-2", country("BR"), "2024-02-01"),
        Self.closedOut("e-3", country("FR"), "2023-02-01"),
      ]
    ) { programme in
      programme.approvals[gone] = Approval(gone)
    }
    func found(_ text: String) -> [String] {
      insight.periods(filteredBy: Query(text)).map(\.period.stored)
    }
    #expect(found("country:fr year:2024") == ["FR-2024-Q1", "FR-2024"])
    #expect(found("country:fr year:2022") == ["FR-2022-Q1"])
    #expect(found("-country:br -year:2023") == ["FR-2024-Q1", "FR-2024", "FR-2022-Q1"])
    #expect(found("country:jp").isEmpty)
    #expect(found("status:held year:2022").isEmpty)
  }

  @Test func `an approved quarter approves its events in the year, and a year its quarters`() throws
  {
    let events = [
      Self.closedOut("e-1", country("FR"), "2023-02-01"),
      Self.closedOut("e-2", country("FR"), "2023-05-01"),
    ]
    let (first, second) = (try period("FR-2023-Q1"), try period("FR-2023-Q2"))
    let year = try period("FR-2023")
    let one = insight(events) { Self.approve(first, in: &$0, on: day("2024-06-01")) }
    #expect(one.row(of: first).state == .approved && one.row(of: first).lockedThrough.isEmpty)
    #expect(one.row(of: year).state == .complete && one.row(of: year).lockedThrough == [first])
    let both = insight(events) { programme in
      for quarter in [first, second] {
        Self.approve(quarter, in: &programme, on: day("2024-06-01"))
      }
    }
    #expect(both.row(of: year).state == .approved && both.row(of: year).lock == nil)
    let whole = insight(events) { Self.approve(year, in: &$0, on: day("2024-06-01")) }
    #expect(whole.row(of: first).state == .approved)
    #expect(whole.row(of: first).lockedThrough == [year])
  }

  @Test func `after unlocking it is open again, and what was approved still stands`() throws {
    let quarter = try period("FR-2024-Q1")
    let insight = insight([Self.closedOut("e-1", country("FR"), "2024-02-01")]) { programme in
      Self.approve(quarter, in: &programme, on: day("2024-06-01"))
      programme.approvals[quarter] = programme.approvals[quarter]?.unlocked(
        Unlocking(at: moment("2024-05-06"), by: "Ada", reason: "One event came late"))
      programme.events[id("e-1")]?.attendance.total = 22
    }
    let row = insight.row(of: quarter)
    #expect(row.state == .complete && row.wasUnlocked && row.lock == nil)
    let kept = try #require(insight.programme.approvals[quarter]?.inOrder)
    #expect(kept.map(\.figures.attendances) == [10])
    #expect(insight.approvedFigures(of: quarter).attendances == 22)
  }

  @Test func `history of unknown numbers is complete, and counts as not known`() throws {
    var event = Self.closedOut("e-1", country("FR"), "2023-02-01")
    event.attendance = Attendance()
    (event.summary, event.feedback, event.closeOut) = ("", Feedback(), CloseOut())
    let quarter = try period("FR-2023-Q1")
    #expect(insight([event]).row(of: quarter).state == .late)
    event.isBeforeHeard = true
    let insight = insight([event])
    #expect(insight.row(of: quarter).state == .complete)
    #expect(insight.approvedFigures(of: quarter).events == 1)
    #expect(insight.approvedFigures(of: quarter).notKnown == 1)
  }
}
