import HeardInsight
import HeardModel
import HeardStore
import TestKit
import Testing

/// That reading only what is around a record answers about it as reading everything does.
@Suite struct NeighboursTests {
  private let store: ProgrammeStore
  private let whole: Insight

  init() throws {
    store = try ProgrammeStore(path: Project.sample, device: "test")
    whole = Insight(try store.load().programme, today: day("2024-12-01"))
  }

  private func around(_ id: String) throws -> Insight {
    let part = try #require(try store.load(around: id), "\(id)")
    return Insight(part.programme, today: day("2024-12-01"))
  }

  @Test func `of every event the row, the testimonies and the actions`() throws {
    for event in whole.programme.events.values {
      let part = try around(event.id.text)
      #expect(part.programme.events[event.id] == event)
      #expect(part.row(of: event.id) == whole.row(of: event.id))
      let told = { (insight: Insight) in
        Set(insight.programme.testimonies.values.filter { $0.event == event.id })
      }
      #expect(told(part) == told(whole))
      let query = Query(terms: [QueryTerm(.values(.event, [event.id.text]))])
      let own = { (insight: Insight) in
        insight.actions(query).filter { $0.events.contains(event.id) }.map(\.id)
      }
      #expect(own(part) == own(whole))
    }
  }

  @Test func `of testimonies at every event the row, to who may read them and who may not`() throws
  {
    let chief = Reader(staff: nil, roles: TeamRole.allCases)
    var seen: Set<EventID> = []
    for testimony in whole.testimonyRecords where seen.insert(testimony.event).inserted {
      let part = try around(testimony.id.text)
      #expect(part.programme.testimonies[testimony.id] == testimony)
      let query = Query(terms: [QueryTerm(.values(.id, [testimony.id.text]))])
      for reader in [Reader(), chief] {
        let rows = { (insight: Insight) in
          insight.testimonies(query, for: reader).filter { $0.id == testimony.id }
        }
        #expect(rows(part) == rows(whole))
      }
      let answers = { (insight: Insight) in
        let setting = insight.programme.quoteSetting(of: testimony, on: insight.today)
        return testimony.quotes.map {
          setting.publishability(of: $0, in: $0.language, for: .public).isPublishable
        }
      }
      #expect(answers(part) == answers(whole))
      let linked = { (insight: Insight) in
        Set(insight.programme.actions.values.filter { $0.testimonies.contains(testimony.id) })
      }
      #expect(linked(part) == linked(whole))
    }
    #expect(seen.count > 20)
  }

  @Test func `of every action the row`() throws {
    for action in whole.programme.actions.values {
      let part = try around(action.id.text)
      #expect(part.programme.actions[action.id] == action)
      let query = Query(terms: [QueryTerm(.values(.id, [action.id.text]))])
      let rows = { (insight: Insight) in
        insight.actions(query).filter { $0.id == action.id }
      }
      #expect(rows(part) == rows(whole))
    }
  }

  @Test func `whoever stands at any event needs everything`() throws {
    let person = try #require(
      whole.programme.events.values.lazy.flatMap(\.participations).first?.id.text)
    let organisation = try #require(whole.programme.organisations.keys.first?.text)
    for id in [person, organisation, "t-", "t-0000000000", "a-0000000000", "2019-xx", "", "../x"] {
      #expect(try store.load(around: id) == nil, "\(id)")
    }
  }
}

extension Insight {
  fileprivate var testimonyRecords: [Testimony] {
    programme.testimonies.values.sorted { $0.id < $1.id }
  }
}
