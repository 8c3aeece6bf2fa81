import Foundation
import HeardInsight
import HeardModel
import TestKit
import Testing

/// An insight that takes in changes of records, beside one that is made anew from all of them.
@Suite struct UpdateTests {
  private func anew(_ programme: Programme) -> Insight {
    Insight(programme, today: Sample.today, locale: Locale(identifier: "fr"))
  }

  private func differences(
    _ insight: Insight, _ queries: [String] = InsightAnswers.queries
  ) -> [String] {
    let kept = InsightAnswers(insight, queries).all
    let made = InsightAnswers(anew(insight.programme), queries).all
    #expect(kept.count == made.count)
    return zip(kept, made).filter { $0.answer != $1.answer }.map { $0.0.question }
  }

  @Test func `after any changes every answer is that of an insight made anew`() {
    var changes = RandomChanges(source: .printed("updates"))
    var insight = Sample.insight()
    for round in 0..<250 {
      var keys: Set<RecordKey> = []
      for _ in 0...changes.source.below(8) {
        keys.insert(changes.change(&insight.programme))
        // One by one or together.
        if changes.source.chance(70) {
          insight.update(keys)
          keys = []
        }
      }
      insight.update(keys)
      let queries = (0..<3).map { _ in changes.source.pick(InsightAnswers.queries) }
      let differing = differences(insight, queries)
      #expect(differing.isEmpty, "round \(round): \(differing)")
      if !differing.isEmpty { return }
    }
  }

  @Test func `what was erased is in no answer, also after another record changed`() throws {
    var insight = Sample.insight()
    _ = InsightAnswers(insight)
    insight.programme.erased = ["t-lyon"]
    insight.programme.events["e-lyon".asID]?.title = "Other"
    insight.update([.event("e-lyon".asID)])
    #expect(differences(insight).isEmpty)
    insight.programme.events["e-old".asID]?.title = "Another"
    insight.update([.event("e-old".asID)])
    #expect(differences(insight).isEmpty)
    #expect(!insight.testimonies().contains { $0.id.text == "t-lyon" })
  }

  @Test func `a list of codes that changed is taken in by renewing`() {
    var insight = Sample.insight()
    _ = InsightAnswers(insight)
    insight.programme.taxonomies[.role] = Taxonomy([
      Taxonomy.Entry("communityMember", isNotCounted: true)
    ])
    insight.renew()
    #expect(differences(insight).isEmpty)
  }

  @Test func `a copy that was taken before a change keeps its answers`() throws {
    let before = Sample.insight()
    _ = InsightAnswers(before)
    var after = before
    let id: EventID = id("e-lyon")
    after.programme.events[id]?.attendance.total = 90
    after.update([.event(id)])
    #expect(before.row(of: id)?.figure.count == 84)
    #expect(after.row(of: id)?.figure.count == 90)
    #expect(differences(before).isEmpty && differences(after).isEmpty)
  }
}

extension String {
  fileprivate var asID: EventID { id(self) }
}
