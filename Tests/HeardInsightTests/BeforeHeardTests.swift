import HeardInsight
import HeardModel
import TestKit
import Testing

/// Events that were over before the programme worked with Heard.
@Suite struct BeforeHeardTests {
  private func insight(_ isBefore: Bool) -> Insight {
    Sample.insight { programme in
      for name in ["e-recife", "e-osaka"] {
        programme.events[id(name)]?.isBeforeHeard = isBefore
        programme.events[id(name)]?.provenance.importKey = "k-\(name)"
      }
    }
  }

  private func found(_ text: String, _ isBefore: Bool) -> Set<String> {
    Set(insight(isBefore).events(Query(text)).map(\.id.text))
  }

  @Test func `nothing of it waits, and no filter takes it for open or for closed out`() {
    for role in [TeamRole.coordinator, .manager] {
      let before = insight(false).waiting(for: role).map(\.record.recordID)
      let after = insight(true).waiting(for: role).map(\.record.recordID)
      #expect(before.contains("e-recife") && before.contains("e-osaka"), "\(role)")
      #expect(!after.contains("e-recife") && !after.contains("e-osaka"), "\(role)")
    }
    let ours: Set = ["e-recife", "e-osaka"]
    for filter in ["closeout:open", "open:closeout", "closed:no"] {
      #expect(ours.isSubset(of: found(filter, false)), "\(filter)")
      #expect(ours.isDisjoint(with: found(filter, true)), "\(filter)")
    }
    #expect(ours.isDisjoint(with: found("closed:yes", true)))
    #expect(ours.isDisjoint(with: found("closeout:done", true)))
    #expect(found("told:no", false).contains("e-recife"))
    #expect(!found("told:no", true).contains("e-recife"))
    #expect(!found("open:feedback", true).contains("e-recife"))
    #expect(found("closeout:beforeHeard", true) == ours)
    #expect(found("closeout:beforeHeard", false).isEmpty)
    #expect(found("has:sheet", true) == ours)
  }

  @Test func `its figures stay`() {
    let (before, after) = (insight(false), insight(true))
    #expect(before.headline == after.headline)
    #expect(before.figures(by: [.country]) == after.figures(by: [.country]))
    #expect(after.row(of: id("e-osaka"))?.figure.count == 650)
  }

  @Test func `what was imported and waits is told, to be declared at once`() {
    let asked = insight(false)
    let waiting = asked.waiting(for: .coordinator)
    #expect(asked.importedHistory(in: waiting) == [id("e-recife"), id("e-osaka")])
    let declared = insight(true)
    #expect(declared.importedHistory(in: declared.waiting(for: .coordinator)).isEmpty)
    #expect(Sample.insight().importedHistory(in: waiting).isEmpty)
  }
}
