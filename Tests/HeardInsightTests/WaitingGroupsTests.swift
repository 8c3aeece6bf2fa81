import HeardInsight
import HeardModel
import TestKit
import Testing

/// Equal things that wait, together.
@Suite struct WaitingGroupsTests {
  private func kinds(
    _ role: TeamRole = .coordinator, _ change: (inout Programme) -> Void = { _ in }
  ) -> [WaitingKind: [String]] {
    let groups = Sample.insight(change).waiting(for: role).grouped(for: role)
    #expect(Set(groups.map(\.kind)).count == groups.count)
    return Dictionary(
      uniqueKeysWithValues: groups.map { ($0.kind, $0.items.map(\.record.recordID)) })
  }

  @Test func `equal things stand together in the order in which they matter, the latest first`() {
    let groups = Sample.insight().waiting(for: .coordinator).grouped(for: .coordinator)
    #expect(groups.map(\.kind) == [.tell, .closeOut, .actLate, .saidHeld, .access, .act])
    #expect(
      groups.map { $0.items.map(\.record.recordID) } == [
        ["e-recife", "e-lyon", "a-guide"], ["e-osaka", "e-recife", "e-unknown"],
        ["a-late", "a-pool"], ["e-old"], ["e-berlin"], ["a-soon"],
      ])
    #expect(groups.map(\.count) == [3, 3, 2, 1, 1, 1])
  }

  @Test func `every thing that waits is in one group`() {
    for role in TeamRole.allCases {
      let items = Sample.insight().waiting(for: role)
      let grouped = items.grouped(for: role).flatMap(\.items)
      #expect(Set(grouped) == Set(items) && grouped.count == items.count, "\(role)")
    }
  }

  @Test func `what an event lacks since more than a year is folded, and last`() {
    let found = kinds { $0.events[id("e-osaka")]?.start = KnownDate(stored: "2022") }
    #expect(found[.older] == ["e-osaka"])
    #expect(found[.closeOut] == ["e-recife", "e-unknown"])
    let groups = Sample.insight { $0.events[id("e-osaka")]?.start = KnownDate(stored: "2022") }
      .waiting(for: .coordinator).grouped(for: .coordinator)
    #expect(groups.last?.kind == .older && groups.last?.events == [id("e-osaka")])
  }

  @Test func `a year to the day is not more than a year`() {
    #expect(
      kinds { $0.events[id("e-osaka")]?.start = KnownDate(stored: "2023-06-02") }[.older] == nil)
    #expect(
      kinds { $0.events[id("e-osaka")]?.start = KnownDate(stored: "2023-06-01") }[.older]
        == ["e-osaka"])
  }

  @Test func `where people wait to be told for less than a year, nothing of the event is folded`() {
    // Close-out has waited for two years, and people for 31 days.
    let found = kinds {
      $0.events[id("e-recife")]?.start = KnownDate(stored: "2022-02-01")
      $0.events[id("e-recife")]?.feedback.due = day("2024-05-01")
    }
    #expect(found[.older] == nil)
    #expect(found[.closeOut]?.first == "e-recife" && found[.tell]?.first == "e-recife")
    let both = kinds {
      $0.events[id("e-recife")]?.start = KnownDate(stored: "2022-02-01")
      $0.events[id("e-recife")]?.feedback.due = day("2022-05-01")
    }
    #expect(both[.older]?.sorted() == ["e-recife", "e-recife"])
  }

  @Test func `no action and no matter of a person is ever folded`() {
    let found = kinds {
      $0.actions[id("a-late")]?.due = KnownDate(stored: "2020-01-01")
      $0.events[id("e-old")]?.start = KnownDate(stored: "2020-01-01")
    }
    #expect(found[.actLate]?.first == "a-late" && found[.saidHeld] == ["e-old"])
    let person = kinds(.facilitator) {
      $0.testimonies[id("t-draft")]?.followUpCheck = day("2020-01-01")
    }
    #expect(person[.askHowTheyAre] == ["t-draft"] && person[.older] == nil)
  }

  @Test func `a manager has the quarters to approve first, the oldest first, and no year`() {
    let insight = Sample.insight { programme in
      programme.events = [:]
      for (name, start) in [("e-b", "2023-05-02"), ("e-a", "2023-02-01")] {
        var event = Event()
        event.id = id(name)
        event.country = CountryCode(stored: "FR")
        event.start = KnownDate(stored: start)
        event.status = .held
        event.isBeforeHeard = true
        (event.attendance.source, event.attendance.total) = (.counted, 10)
        programme.events[event.id] = event
      }
    }
    let groups = insight.waiting(for: .manager).grouped(for: .manager)
    #expect(groups.first?.kind == .approve)
    #expect(groups.first?.items.map(\.record.recordID) == ["FR-2023-Q1", "FR-2023-Q2"])
    // From the last day of the quarter on.
    #expect(groups.first?.items.first?.days == 428)
    #expect(!insight.waiting(for: .coordinator).contains { $0.kind == .approve })
    let german = insight.waiting(for: .manager, countries: [country("DE")])
    #expect(!german.contains { $0.kind == .approve })
  }
}
