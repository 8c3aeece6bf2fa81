import HeardInsight
import HeardModel
import TestKit
import Testing

@Suite struct TellingTests {
  private func ids(_ query: String = "", _ change: (inout Programme) -> Void = { _ in }) -> [String]
  {
    Sample.insight(change).telling(Query(query)).map(\.subject.recordID)
  }

  @Test func `who is told late comes first, who was told comes last`() throws {
    let rows = Sample.insight { programme in
      programme.events[id("e-lyon")]?.feedback = Sample.told("2024-05-30")
    }.telling()
    #expect(rows.first?.subject == .event(id("e-recife")))
    #expect(rows.last?.subject == .event(id("e-lyon")))
    #expect(rows.first?.told == .late(days: 31))
  }

  @Test func `the filter is asked of events and of actions`() {
    let brazil = ids("country:br")
    #expect(brazil.contains("e-recife") && !brazil.contains("e-lyon"))
    #expect(ids("told:due").contains("a-guide"))
    #expect(ids("told:late") == ["e-recife", "e-lyon"])
  }

  @Test func `where no day is set the programme's own rule gives it, and that is told`() throws {
    let insight = Sample.insight { programme in
      programme.settings.feedbackDays = 30
      programme.events[id("e-lyon")]?.feedback.due = nil
    }
    let row = try #require(insight.tellingRow(.event(id("e-lyon"))))
    #expect(row.due == day("2024-06-19") && !row.isDaySet)
  }

  @Test func `a chain says which link is missing`() {
    func missing(_ text: String, _ change: (inout Programme) -> Void = { _ in }) -> [ChainLink] {
      Sample.insight(change).chain(of: .event(id(text))).missing
    }
    #expect(missing("e-osaka").contains(.listen))
    #expect(
      missing("e-osaka") { $0.events[id("e-osaka")]?.closeOut.nothingToFollow = true } == [.tell])
    #expect(
      missing("e-osaka") {
        $0.events[id("e-osaka")]?.closeOut.heardReason = "A training"
        $0.events[id("e-osaka")]?.feedback = Sample.told("2024-01-10")
      } == [])
    // Told, and nobody noted whom: that breaks the chain as well.
    #expect(
      missing("e-osaka") {
        $0.events[id("e-osaka")]?.closeOut.heardReason = "A training"
        $0.events[id("e-osaka")]?.feedback = Sample.told("2024-01-10")
        $0.events[id("e-osaka")]?.feedback.audiences = []
      } == [.tell])
    #expect(missing("e-berlin").contains(.ask))
    #expect(missing("e-nowhere") == ChainLink.allCases)
  }

  @Test func `what was withdrawn is no link of a chain`() {
    let before = Sample.insight().chain(of: .event(id("e-lyon"))).testimonies
    let after = Sample.insight { programme in
      for testimony in programme.testimonies.values where testimony.event == id("e-lyon") {
        programme.testimonies[testimony.id]?.consent.entries = [
          entry(.record, .withdrawn, "2024-05-30")
        ]
      }
    }
    #expect(before > 0)
    #expect(after.chain(of: .event(id("e-lyon"))).testimonies == 0)
    #expect(after.testimonies(of: .event(id("e-lyon"))).isEmpty)
  }

  @Test func `closeout finds what is open, what is done, and what is open for two weeks`() {
    func found(_ text: String) -> Set<String> {
      Set(Sample.insight().events(Query(text)).map(\.id.text))
    }
    #expect(found("closeout:open") == ["e-osaka", "e-recife", "e-unknown"])
    #expect(found("closeout:done") == ["e-lyon"])
    #expect(found("closeout:due") == ["e-osaka", "e-recife"])
    #expect(found("closeout:open status:planned").isEmpty)
  }
}

@Suite struct QuartersTests {
  private let quarter = ApprovalPeriod(country("FR"), year: 2024, quarter: 2)

  @Test func `the figures of a quarter are those of its held events`() throws {
    let quarter = try #require(quarter)
    let figures = Sample.insight().approvedFigures(of: quarter)
    #expect(figures.events == 1 && figures.counted == 84 && figures.attendances == 84)
    #expect(figures.notKnown == 0)
  }

  @Test func `what is open in a quarter is told event by event`() throws {
    let quarter = try #require(quarter)
    let insight = Sample.insight { programme in
      programme.events[id("e-lyon")]?.attendance = Attendance()
      programme.events[id("e-lyon")]?.conflicts = [FieldConflict()]
    }
    #expect(insight.checks(of: quarter).map(\.kind) == [.closeOut, .attendance, .conflicts])
    #expect(Sample.insight().checks(of: quarter).isEmpty)
    let said = Sample.insight { programme in
      programme.events[id("e-lyon")]?.attendance = Attendance()
      programme.events[id("e-lyon")]?.closeOut.attendanceNotKnown = true
    }
    #expect(said.checks(of: quarter).isEmpty)
    #expect(said.approvedFigures(of: quarter).notKnown == 1)
  }

  @Test func `events of an unknown month are in no quarter, and are told`() throws {
    let quarter = try #require(quarter)
    let insight = Sample.insight { programme in
      programme.events[id("e-lyon")]?.start = KnownDate(stored: "2024")
    }
    #expect(insight.row(of: quarter).events == 0)
    #expect(insight.eventsWithoutQuarter(beside: quarter) == [id("e-lyon")])
    let other = try #require(ApprovalPeriod(country("FR"), year: 2023, quarter: 2))
    #expect(insight.eventsWithoutQuarter(beside: other).isEmpty)
  }

  @Test func `a lock and what changed under it stand in the row of its quarter`() throws {
    let quarter = try #require(quarter)
    let entry = Sample.insight().approvalEntry(
      of: quarter, id: "v-1", at: moment("2024-07-05"), by: "Ada", faultyFiles: 2)
    #expect(entry.stillOpen == [.files: 2] && entry.events.count == 1)
    let row = Sample.insight { programme in
      programme.approvals[quarter] = Approval(quarter)
      programme.approvals[quarter]?.entries = [entry]
      programme.events[id("e-lyon")]?.title = "Other"
    }.row(of: quarter)
    #expect(row.lock?.by == "Ada")
    #expect(row.changes.map(\.event) == [id("e-lyon")])
    #expect(row.changes.map(\.kind) == [.changed])
  }
}
