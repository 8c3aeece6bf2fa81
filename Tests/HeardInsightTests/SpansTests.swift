import HeardInsight
import HeardModel
import TestKit
import Testing

/// Days between two days: reckoned by one rule, with what was left out.
@Suite struct SpansTests {
  private func spans(_ pairs: [(String, String)]) -> Spans {
    Spans(
      pairs.map { (from: KnownDate(stored: $0.0), to: KnownDate(stored: $0.1)) },
      on: Sample.today)
  }

  @Test func `a day that cannot be is left out, and one that is not known is counted apart`() {
    let spans = spans([
      ("2024-05-01", "2024-05-11"), ("2024-05-01", "2024-05-04"), ("2024-05-01", "2024-05-01"),
      // A day before, as in another zone, is the same day.
      ("2024-05-02", "2024-05-01"),
      ("2024-05-20", "2023-05-20"), ("2024-05-01", "2030-01-01"), ("", "2030-01-01"),
      ("2024-05-01", ""), ("", "2024-05-11"), ("2024-05", "2024-05-11"), ("2024-05-01", "2024-05"),
    ])
    #expect(spans.days == [0, 0, 3, 10])
    #expect(spans.leftOut == 3 && spans.notKnown == 4)
    #expect(spans.median == 1.5)
    #expect(self.spans([("2024-05-01", "2024-05-11")]).median == 10)
    #expect(self.spans([]).median == nil)
  }

  @Test func `an action took from the first thing that it answers to its being done`() {
    func days(_ doneOn: String?, _ change: (inout Programme) -> Void = { _ in }) -> Spans {
      Sample.insight {
        // It answers Recife on 1 February and Lyon in May.
        $0.actions[id("a-guide")]?.doneOn = doneOn.flatMap { KnownDate(stored: $0) }
        change(&$0)
      }.daysToDone()
    }
    #expect(days("2024-05-31").days == [120])
    #expect(days("2024-01-01").leftOut == 1 && days("2030").leftOut == 1)
    #expect(days(nil).notKnown == 1 && days("2024-05").notKnown == 1)
    #expect(days("2024-05-31") { $0.events[id("e-recife")]?.start = nil }.notKnown == 1)
    let month = KnownDate(stored: "2024-02")
    #expect(days("2024-05-31") { $0.events[id("e-recife")]?.start = month }.notKnown == 1)
  }

  @Test func `an event took until its people were told first`() {
    let spans = Sample.insight {
      $0.events[id("e-lyon")]?.feedback = Sample.told("2024-05-30")
      var early = Delivery()
      (early.id, early.status, early.on) = ("d-1", .delivered, day("2024-05-25"))
      $0.events[id("e-lyon")]?.feedback.deliveries = [early]
      $0.events[id("e-recife")]?.feedback = Sample.told("2024-01-15")
      $0.events[id("e-osaka")]?.feedback = Sample.told("2024-01-15")
    }.daysToTold()
    #expect(spans.days == [5] && spans.leftOut == 1 && spans.notKnown == 1)
  }
}
