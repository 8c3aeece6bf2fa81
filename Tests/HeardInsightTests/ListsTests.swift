import HeardInsight
import HeardModel
import TestKit
import Testing

@Suite struct ActionsTests {
  private let insight = Sample.insight()

  @Test func `overdue actions come first, then by day, then without a day, then closed ones`() {
    #expect(
      insight.actions().map(\.id.text) == [
        "a-late", "a-pool", "a-soon", "a-later", "a-no", "a-guide",
      ])
    #expect(
      insight.actions().map(\.daysOverdue) == [31, 4, nil, nil, nil, nil])
  }

  @Test(arguments: [
    ("open:overdue", ["a-late", "a-pool"]), ("status:agreed", ["a-late", "a-soon"]),
    ("theme:education", ["a-late"]), ("country:fr", ["a-pool", "a-guide"]),
    ("country:br", ["a-guide"]), ("due:2024-05", ["a-late", "a-pool"]),
    ("due:2024-06-10", ["a-soon"]),
    ("owner:director", ["a-guide"]), ("event:e-recife", ["a-guide"]), ("told:no", ["a-guide"]),
    ("-has:due", ["a-later", "a-guide"]), ("has:testimonies", ["a-pool", "a-guide"]),
    ("interpreter", ["a-pool"]), ("year:2024", ["a-pool", "a-guide"]), ("triage:high", []),
  ])
  func `a filter finds what it asks for`(text: String, ids: [String]) {
    #expect(insight.actions(Query(text)).map(\.id.text) == ids)
  }

  @Test func `what is dated as done ahead is not found among what is done`() {
    func done(_ day: String) -> [String] {
      Sample.insight { programme in
        programme.actions[id("a-soon")]?.status = .done
        programme.actions[id("a-soon")]?.doneOn = KnownDate(stored: day)
      }.actions(Query("status:done")).map(\.id.text)
    }
    #expect(done("2024-05-01").contains("a-soon"))
    #expect(!done("2030-01-01").contains("a-soon"))
  }

  @Test func `a row knows the events from which an action comes`() throws {
    let row = try #require(insight.actions(Query("id:a-guide")).first)
    #expect(row.events == [id("e-lyon"), id("e-recife")])
  }
}

@Suite struct PeopleTests {
  private let insight = Sample.insight()

  @Test func `a person is one over all events`() throws {
    let people = insight.people()
    #expect(people.map(\.id.text) == ["p-ana", "p-bia", "p-caio", "p-dora"])
    let ana = people[0]
    #expect((ana.events, ana.attended, ana.testimonies) == (3, 2, 1))
    #expect(ana.first == KnownDate(stored: "2023"))
    #expect(ana.last == KnownDate(stored: "2024-05-20T14:00"))
    #expect(ana.pseudonym == "Camille")
    #expect(ana.roles == ["communityMember"])
    let bia = people[1]
    #expect((bia.events, bia.attended, bia.testimonies) == (1, 1, 1))
  }

  @Test(arguments: [
    ("country:br", ["p-bia", "p-ana", "p-caio", "p-dora"]), ("country:jp", ["p-ana"]),
    ("status:no-show", ["p-caio"]), ("role:organiser", ["p-dora"]),
    ("status:attended year:2023", ["p-ana"]),
    ("country:jp year:2024", []), ("caio", ["p-caio"]), ("person:camille", ["p-ana"]),
    ("theme:CARE", []), ("about:women", ["p-bia", "p-ana", "p-caio", "p-dora"]),
    ("about:disabled", ["p-ana"]), ("declared:women", []),
  ])
  func `a filter finds who was at one event of which all of it holds`(text: String, ids: [String]) {
    #expect(insight.people(Query(text)).map(\.id.text) == ids)
  }

  @Test func `the figures of a row are those of what the filter lets pass`() throws {
    let row = try #require(insight.people(Query("country:jp")).first)
    #expect((row.events, row.attended, row.testimonies) == (1, 1, 0))
  }

  @Test func `an erased person is not listed`() {
    let erased = Sample.insight { $0.erased = ["p-ana"] }
    #expect(!erased.people().contains { $0.id == id("p-ana") })
  }
}

@Suite struct OrganisationsTests {
  private let insight = Sample.insight()

  @Test func `a row says where an organisation had a part, and what it was given`() throws {
    let rows = insight.organisations()
    #expect(rows.map(\.id.text) == ["o-maison", "o-casa"])
    let house = rows[0]
    #expect(house.events == [id("e-lyon"), id("e-recife")])
    #expect(house.roles == ["funder", "host"])
    #expect(house.countries == [country("BR"), country("FR")])
    #expect(house.first == KnownDate(stored: "2024-02-01"))
    #expect(house.last == KnownDate(stored: "2024-05-20T14:00"))
    #expect(
      house.support.map { "\($0.currency?.stored ?? "-") \($0.amount)" } == ["BRL 70", "EUR 1500"])
  }

  @Test(arguments: [
    ("country:br", ["o-casa", "o-maison"]), ("country:fr", ["o-maison"]), ("usages", ["o-maison"]),
    ("has:support", ["o-maison"]), ("month:2024-05", ["o-maison"]), ("id:o-casa", ["o-casa"]),
  ])
  func `a filter finds an organisation by itself or by one of its events`(
    text: String, ids: [String]
  ) {
    #expect(insight.organisations(Query(text)).map(\.id.text).sorted() == ids)
  }
}

@Suite struct SuggestionsTests {
  @Test func `what is used most is offered first, of the country or of none`() {
    let insight = Sample.insight { programme in
      for number in 1...3 {
        var event = Event()
        event.id = id("e-more-\(number)")
        event.country = country("FR")
        event.place = number == 1 ? "Lyon" : "Évry"
        programme.events[event.id] = event
      }
    }
    #expect(insight.suggestions(for: .place, country: country("FR")) == ["Évry", "Lyon"])
    #expect(insight.suggestions(for: .place, prefix: "evr") == ["Évry"])
    #expect(insight.suggestions(for: .place, prefix: "vr").isEmpty)
    #expect(insight.suggestions(for: .place, limit: 1) == ["Évry"])
    #expect(
      insight.suggestions(for: .organisation) == ["Maison des usages", "Casa do Recife"])
    #expect(insight.suggestions(for: .organisation, prefix: "reci") == ["Casa do Recife"])
    #expect(insight.suggestions(for: .owner) == ["Hospital director"])
    #expect(insight.suggestions(for: .series) == ["Allyship"])
    #expect(insight.suggestions(for: .pseudonym, prefix: "cam") == ["Camille"])
  }

  @Test func `a town is known again however it is written, with the other events there`() {
    let insight = Sample.insight { programme in
      for (number, place) in ["Évry", "évry", "Evry"].enumerated() {
        var event = Event()
        event.id = id("e-more-\(number)")
        event.country = number == 2 ? nil : country("FR")
        event.place = place
        programme.events[event.id] = event
      }
    }
    // The cancelled one of the sample, and three more: two write it with its capital.
    let evry = insight.events(inTown: "EVRY", country: country("FR"), except: EventID())
    #expect(evry?.town == "Évry" && evry?.count == 4)
    let others = insight.events(inTown: "Évry", country: country("FR"), except: id("e-more-0"))
    #expect(others?.count == 3)
    #expect(insight.events(inTown: "Évry", country: country("BR"), except: EventID())?.count == 1)
    #expect(insight.events(inTown: "Évr", country: nil, except: EventID()) == nil)
  }
}
