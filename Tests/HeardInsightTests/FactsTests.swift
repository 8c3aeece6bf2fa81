import HeardInsight
import HeardModel
import TestKit
import Testing

@Suite struct FactsTests {
  private let insight: Insight

  init() {
    insight = Sample.insight { programme in
      func add(
        _ text: String, _ kind: FactKind, _ title: String, from: String? = nil, to: String? = nil,
        _ fill: (inout ProgrammeFact) -> Void = { _ in }
      ) {
        var fact = ProgrammeFact()
        (fact.id, fact.kind, fact.title) = (id(text), kind, title)
        fact.from = from.flatMap(KnownDate.init(stored:))
        fact.to = to.flatMap(KnownDate.init(stored:))
        fill(&fact)
        programme.facts[fact.id] = fact
      }
      add("f-gap", .target, "Close the gap", to: "2030")
      add("f-launch", .keyDate, "Launch", from: "2023-01") { fact in
        (fact.place, fact.country) = ("Davos", country("CH"))
      }
      add("f-bill", .keyDate, "Bill") { $0.provenance.kind = .published }
      add("f-app", .keyDate, "Application", from: "2022", to: "2024") { fact in
        fact.text = "For community health workers"
        fact.organisation = programme.organisations.keys.min()
      }
      add("f-pillar", .pillar, "Dialogues")
    }
  }

  @Test func `facts stand kind by kind, in a kind by their day, what has none last`() {
    #expect(
      insight.facts().map(\.id.text) == ["f-pillar", "f-gap", "f-app", "f-launch", "f-bill"])
  }

  @Test(arguments: [
    ("kind:target", ["f-gap"]), ("country:ch", ["f-launch"]), ("place:dav", ["f-launch"]),
    ("year:2023", ["f-app", "f-launch"]), ("year:2024", ["f-app"]), ("year:2030", ["f-gap"]),
    ("workers", ["f-app"]), ("provenance:published", ["f-bill"]), ("id:f-g", ["f-gap"]),
    ("-kind:keyDate", ["f-pillar", "f-gap"]), ("has:conflicts", []), ("month:5", []),
  ])
  func `a filter finds what it asks for`(text: String, ids: [String]) {
    #expect(insight.facts(Query(text)).map(\.id.text) == ids)
  }

  @Test func `the organisation that a fact is about finds it`() throws {
    let organisation = try #require(insight.programme.facts[id("f-app")]?.organisation)
    #expect(insight.facts(Query("partner:\(organisation.text)")).map(\.id.text) == ["f-app"])
  }

  @Test func `fields of facts in two versions wait for somebody to choose`() {
    let insight = Sample.insight { programme in
      var fact = ProgrammeFact()
      fact.id = id("f-1")
      var conflict = FieldConflict()
      conflict.path = "title"
      fact.conflicts = [conflict]
      programme.facts[fact.id] = fact
    }
    #expect(insight.conflicts().contains { $0.key == .fact(id("f-1")) })
  }
}
