import Foundation
import HeardInsight
import HeardModel
import TestKit
import Testing

@Suite struct EventsTests {
  private let insight = Sample.insight()

  private func found(_ text: String) -> [String] {
    insight.events(Query(text)).map(\.id.text).sorted()
  }

  @Test func `newest comes first, and unknown dates come last in both directions`() {
    let newest = insight.events().map(\.id.text)
    #expect(
      newest == [
        "e-berlin", "e-lyon", "e-old", "e-cancelled", "e-recife", "e-osaka", "e-unknown",
      ])
    let oldest = insight.events(descending: false).map(\.id.text)
    #expect(oldest == newest.dropLast().reversed() + ["e-unknown"])
  }

  @Test func `each order stands as it says, alike ones newest first`() {
    func order(_ order: EventOrder, _ descending: Bool) -> [String] {
      insight.events(sortedBy: order, descending: descending).map {
        String($0.id.text.dropFirst(2))
      }
    }
    #expect(
      order(.title, false) == [
        "cancelled", "lyon", "unknown", "recife", "berlin", "old", "osaka",
      ])
    #expect(
      order(.country, false) == [
        "recife", "berlin", "cancelled", "lyon", "old", "osaka", "unknown",
      ])
    #expect(
      order(.attendances, true) == [
        "osaka", "lyon", "recife", "berlin", "old", "cancelled", "unknown",
      ])
    #expect(order(.attendances, false).prefix(3) == ["recife", "lyon", "osaka"])
    #expect(order(.testimonies, true).prefix(2) == ["lyon", "recife"])
    #expect(order(.told, true).prefix(2) == ["recife", "lyon"])
    #expect(order(.place, false).prefix(3) == ["berlin", "cancelled", "old"])
  }

  @Test(arguments: [
    ("country:fr", ["e-cancelled", "e-lyon"]),
    ("country:fr,br", ["e-cancelled", "e-lyon", "e-recife"]),
    ("-country:fr,br,de,gb", ["e-osaka", "e-unknown"]), ("status:held country:fr", ["e-lyon"]),
    ("year:2023", ["e-osaka"]), ("year:2023-2024 status:held", ["e-lyon", "e-osaka", "e-recife"]),
    ("month:2024-05", ["e-lyon"]), ("month:5", ["e-lyon"]),
    ("after:2024-05-20", ["e-berlin", "e-lyon"]), ("before:2024", ["e-osaka"]),
    ("after:2023-06", ["e-berlin", "e-cancelled", "e-lyon", "e-old", "e-recife"]),
    ("before:2023-06", []), ("type:training", ["e-osaka"]), ("type:train", ["e-osaka"]),
    ("format:hybrid", ["e-osaka"]), ("involvement:participated", ["e-osaka"]),
    ("about:women,disabled", ["e-lyon", "e-recife"]), ("topic:maternal-health", ["e-recife"]),
    ("topic:\"disability care\"", ["e-lyon"]), ("language:pt", ["e-recife"]),
    ("language:fsl", ["e-lyon"]), ("series:ally", ["e-osaka"]),
    ("partner:maison", ["e-lyon", "e-recife"]),
    ("partner:o-casa", ["e-recife"]), ("person:p-caio", ["e-recife"]),
    ("source:listed", ["e-recife"]),
    ("source:reported,counted", ["e-lyon", "e-osaka"]),
    ("source:not-known status:held", ["e-unknown"]),
    ("told:late", ["e-lyon", "e-recife"]), ("told:no", ["e-lyon", "e-recife"]), ("told:yes", []),
    ("open:feedback", ["e-lyon", "e-recife"]),
    ("open:closeout", ["e-osaka", "e-recife", "e-unknown"]),
    ("closed:yes", ["e-lyon"]), ("closed:no", ["e-osaka", "e-recife", "e-unknown"]),
    ("open:overdue", ["e-lyon", "e-recife"]), ("open:consent", ["e-lyon"]),
    ("provenance:published", ["e-unknown"]), ("role:organiser", ["e-recife"]),
    ("has:testimonies", ["e-lyon", "e-recife"]), ("has:actions -has:summary", ["e-recife"]),
    ("has:access", ["e-berlin"]), ("id:e-l", ["e-lyon"]),
    ("event:e-ly,e-os", ["e-lyon", "e-osaka"]),
    ("evry", ["e-cancelled"]), ("大阪", ["e-osaka"]), ("HANDICAP", ["e-lyon"]),
    ("japan", ["e-osaka"]), ("japon", ["e-osaka"]), ("handicap recife", []),
    ("handicap,recife", ["e-lyon", "e-recife"]), ("\"sur le\"", ["e-lyon"]),
    ("maison -recife", ["e-lyon"]),
    ("status:held -handicap", ["e-osaka", "e-recife", "e-unknown"]),
  ])
  func `a filter finds what it asks for`(text: String, ids: [String]) {
    #expect(Query(text).problems.isEmpty)
    #expect(found(text) == ids)
  }

  @Test(arguments: [
    "theme:CARE", "-theme:CARE", "status:helt", "-status:helt", "foo:bar", "country:",
    "community:women", "-community:women",
  ])
  func `what is not understood or means nothing here finds nothing`(text: String) {
    #expect(found(text).isEmpty)
    #expect(!insight.problems(of: Query(text), for: .events).isEmpty)
  }

  @Test func `a code that no list of the programme holds is told, and found where it stands`() {
    let query = Query("topic:shift-work")
    #expect(
      insight.problems(of: query, for: .events)
        == [.unknownValue(.topic, "shift-work", nearest: nil)])
    let own = Sample.insight { $0.events[id("e-lyon")]?.topics.append("shift-work") }
    #expect(own.events(query).map(\.id.text) == ["e-lyon"])
  }

  @Test func `a code that was merged is found under the one that stands for it`() {
    let merged = Sample.insight {
      var entry = Taxonomy.Entry("disabilityCare")
      entry.isRetired = true
      entry.replacedBy = "primaryCare"
      $0.taxonomies[.topic] = Taxonomy([entry])
    }
    #expect(merged.events(Query("topic:primaryCare")).map(\.id.text) == ["e-lyon"])
    let row = merged.figures(by: [.topic]).rows.first { $0.eventIDs == [id("e-lyon")] }
    #expect(row?.keys == [.code("primaryCare", .topic)])
  }

  @Test func `a row says what is known of an event`() throws {
    let row = try #require(insight.row(of: id("e-recife")))
    #expect(row.figure == AttendanceFigure(count: 2, source: .listed))
    #expect((row.testimonies, row.actions, row.actionsDone) == (1, 1, 1))
    #expect(row.told == .late(days: 31))
    #expect(row.gaps == [.summary, .feedback])
  }

  @Test func `an event stays closed out when somebody withdraws what was heard there`() throws {
    let withdrawn = Sample.insight { programme in
      for id in [TestimonyID(stored: "t-lyon"), TestimonyID(stored: "t-draft")].compactMap({ $0 }) {
        programme.testimonies[id]?.consent.entries.append(
          entry(.record, .withdrawn, "2024-05-30"))
      }
    }
    let row = try #require(withdrawn.row(of: id("e-lyon")))
    #expect(row.testimonies == 0 && row.isClosedOut)
  }

  @Test func `totals keep the ways of knowing apart and count an action once`() {
    let totals = insight.totals(of: insight.events())
    #expect((totals.events, totals.held, totals.notKnown, totals.countries) == (7, 4, 1, 3))
    #expect(totals.attendances.counted == 84)
    #expect(totals.attendances.listed == 2)
    #expect(totals.attendances.reported == 650)
    #expect(totals.attendances.estimated == 0)
    #expect(totals.attendances.total == 736)
    #expect((totals.testimonies, totals.actions) == (3, 2))
    #expect(insight.headline.events == 4)
  }

  @Test func `what comes next stands first, and what was never said to be held is not coming`() {
    #expect(insight.coming(limit: 5).map(\.id.text) == ["e-berlin"])
    #expect(insight.coming(limit: 0).isEmpty)
  }
}
