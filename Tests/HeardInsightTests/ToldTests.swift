import HeardInsight
import HeardModel
import TestKit
import Testing

@Suite struct ToldTests {
  private func told(_ change: (inout Event) -> Void) -> Told {
    let insight = Sample.insight { programme in
      var event = Sample.lyon
      change(&event)
      programme.events[event.id] = event
    }
    return insight.row(of: id("e-lyon"))?.told ?? .nothing
  }

  @Test func `the day that was promised holds`() {
    #expect(told { _ in } == .late(days: 2))
    #expect(told { $0.feedback.due = day("2024-06-01") } == .due)
    #expect(told { $0.feedback.due = day("2024-06-15") } == .due)
    #expect(told { $0.feedback.due = day("2024-06-16") } == .notDue)
    #expect(
      told {
        $0.feedback.due = day("2024-09-01")
        $0.feedback.status = .drafted
      } == .due)
  }

  @Test func `without a day the programme's own number of days after the event holds`() {
    #expect(told { $0.feedback.due = nil } == .notDue)
    #expect(
      told {
        $0.feedback.due = nil
        $0.start = KnownDate(stored: "2024-03-02")
      } == .late(days: 1))
    #expect(
      told {
        $0.feedback.due = nil
        $0.start = KnownDate(stored: "2024")
      } == .notDue)
  }

  @Test func `who was told or cannot be told is not late`() {
    #expect(told { $0.feedback.status = .delivered } == .told)
    #expect(told { $0.feedback.status = .acknowledged } == .told)
    #expect(told { $0.feedback.status = .notPossible } == .notPossible)
  }

  @Test func `nothing is to be told of what was not held, or is somebody else's`() {
    #expect(told { $0.status = .cancelled } == .nothing)
    func silent(_ change: (inout Event) -> Void) -> Told {
      told {
        $0.feedback.due = nil
        $0.start = KnownDate(stored: "2023-01-01")
        change(&$0)
      }
    }
    #expect(silent { _ in } == .late(days: 427))
    #expect(silent { $0.involvement = .participated } == .nothing)
    // Nobody is spared being told because it was not noted whose event it was.
    #expect(silent { $0.involvement = nil } == .late(days: 427))
    #expect(silent { $0.provenance.kind = .published } == .nothing)
    #expect(silent { $0.closeOut.nothingToFollow = true } == .nothing)
    #expect(silent { $0.start = nil } == .nothing)
    #expect(
      silent {
        $0.involvement = .participated
        $0.feedback.status = .due
      } == .due)
  }

  @Test func `who asked for an action is told once it is closed`() {
    let insight = Sample.insight()
    let told = Dictionary(
      uniqueKeysWithValues: insight.actions().map { ($0.id.text, $0.told) })
    #expect(told["a-pool"] == .notDue)
    #expect(told["a-guide"] == .due)
    #expect(told["a-no"] == .told)
  }
}
