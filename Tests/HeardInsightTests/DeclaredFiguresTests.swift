import HeardInsight
import HeardModel
import TestKit
import Testing

/// Figures of what people declared, on five invented events and on events by chance.
@Suite struct DeclaredFiguresTests {
  private static let questions = Taxonomy.builtIn(.community).offered

  private static func slips(
    _ name: String, _ land: String, asked: Int? = nil, _ answered: Int?, _ numbers: [Code: Int]
  ) -> Event {
    var event = Event()
    event.id = id(name)
    event.country = country(land)
    event.status = .held
    event.start = KnownDate(stored: "2024-05-01")
    event.attendance.declared.asked = asked
    event.attendance.declared.answered = answered
    event.attendance.declared.communities = numbers
    return event
  }

  private static func listed(
    _ name: String, _ state: ConsentState, _ communities: [Code]
  ) -> Participation {
    var person = Participation()
    person.id = id(name)
    person.status = .attended
    person.communities = communities
    var consent = Consent()
    consent.notice = id("n-1")
    consent.method = .written
    consent.obtainedBy = "noa"
    consent.entries = [entry(.count, state, "2024-05-01")]
    person.consent = consent
    return person
  }

  private static func list(_ name: String, _ land: String, _ people: [Participation]) -> Event {
    var event = slips(name, land, nil, [:])
    event.participations = people
    return event
  }

  /// Brazil: 40 of 51, and 1 of 2 on a list; France: 20 of 30, a list, one without any; a plan.
  private static var five: [Event] {
    var planned = slips("e-planned", "BR", asked: 9, 9, ["disabled": 9])
    planned.status = .planned
    return [
      slips("e-br", "BR", asked: 60, 51, ["disabled": 40, "ethnicMinorities": 30, "women": 0]),
      list(
        "e-br-list", "BR",
        [
          listed("p-1", .given, ["disabled"]), listed("p-2", .given, []),
          listed("p-3", .refused, []),
        ]),
      slips("e-fr", "FR", 30, ["disabled": 20, "ethnicMinorities": 5]),
      list("e-fr-list", "FR", [listed("p-4", .given, [])]),
      slips("e-fr-none", "FR", nil, [:]), planned,
    ]
  }

  private func insight(_ events: [Event]) -> Insight {
    var programme = Programme()
    for event in events { programme.events[event.id] = event }
    return Insight(programme, today: day("2024-06-01"))
  }

  private func figure(_ question: Code, _ query: String = "") throws -> DeclaredFigure {
    let insight = insight(Self.five)
    let figures = insight.declared(at: insight.figures(Query(query)).total.eventIDs)
    return try #require(figures[question])
  }

  @Test func `each question has the base of the events that asked it`() throws {
    let disabled = try figure("disabled")
    #expect((disabled.events, disabled.answers, disabled.count) == (3, 83, 61))
    #expect((disabled.onSlips, disabled.onLists) == (60, 1))
    // At one event it is not known how many were asked, at none who answered that nothing applies.
    #expect(disabled.asked == nil && disabled.none == nil)
    #expect((disabled.notKnown, disabled.notAsked, disabled.forbidden) == (0, 1, 0))
    let brazil = try figure("disabled", "country:br")
    #expect((brazil.events, brazil.asked, brazil.answers, brazil.count) == (2, 63, 53, 41))
    #expect(brazil.perMille == 774)
  }

  @Test func `no answers of a country that may not ask stand in the base`() throws {
    let minorities = try figure("ethnicMinorities")
    #expect((minorities.events, minorities.answers, minorities.count) == (1, 51, 30))
    #expect((minorities.forbidden, minorities.notKnown) == (2, 1))
    #expect(minorities.notKnownAnswers == 2)
    #expect(try figure("ethnicMinorities", "country:fr").sign == .forbidden)
  }

  @Test func `never asked, forbidden, not known, nobody and some are five signs`() throws {
    #expect(try figure("disabled").sign == .number)
    #expect(try figure("women", "country:br").sign == .nobody)
    #expect(try figure("migrants", "country:br").sign == .notKnown)
    #expect(try figure("indigenous", "country:fr").sign == .forbidden)
    #expect(try figure("lgbtq", "country:fr id:e-fr-list").sign == .neverAsked)
    // Nothing was declared there at all, and what is forbidden could not have been.
    #expect(try figure("disabled", "id:e-fr-none").sign == .neverAsked)
    #expect(try figure("indigenous", "id:e-fr-none").sign == .forbidden)
  }

  @Test func `what was declared is no key of events`() {
    let insight = insight(Self.five)
    #expect(insight.figures(by: [.declared, .country]).keys == [.country])
    #expect(insight.figures(by: [.declared]).rows.isEmpty)
  }

  @Test(arguments: [
    ("declared:disabled", ["e-br", "e-br-list", "e-fr", "e-planned"]), ("declared:women", []),
    // Such a number is not counted, so it finds nothing.
    ("declared:ethnicMinorities", ["e-br"]), ("-declared:disabled", ["e-fr-list", "e-fr-none"]),
  ])
  func `events are found at which somebody declared it`(text: String, ids: [String]) {
    let found = insight(Self.five).events(Query(text)).map(\.id.text)
    #expect(found.sorted() == ids)
  }

  @Test func `what is no longer offered stands there where it was answered`() throws {
    var programme = Programme()
    for event in Self.five { programme.events[event.id] = event }
    programme.taxonomies[.community] = Taxonomy(
      (["women", "disabled", "migrants"] as [Code]).map { code in
        var entry = Taxonomy.Entry(code)
        entry.isRetired = true
        return entry
      })
    let insight = Insight(programme, today: day("2024-06-01"))
    let shown = insight.declared(at: Self.five.map(\.id)).questions.map(\.question)
    #expect(shown.contains("disabled") && !shown.contains("migrants"))
    #expect(shown.contains("lgbtq"))
  }

  @Test func `the figures of a question are the sum of what each event tells`() throws {
    var chance = RandomSource.printed("declared figures")
    for _ in 0..<200 {
      let events = (0..<12).map { Self.event($0, &chance) }
      let insight = insight(events)
      let figures = insight.declared(at: events.map(\.id))
      for question in Self.questions {
        let figure = try #require(figures[question])
        #expect(Simple(figure) == Simple(question, events), "\(question.stored)")
        let all = figure.events + figure.notKnown + figure.notAsked + figure.forbidden
        #expect(all == figures.events)
        #expect(figure.count == figure.onSlips + figure.onLists)
      }
    }
  }

  private static func event(_ number: Int, _ chance: inout RandomSource) -> Event {
    let land = chance.pick(["BR", "FR", "JP", "DE"])
    let name = "e-\(number)"
    switch chance.below(4) {
    case 0: return slips(name, land, nil, [:])
    case 1:
      let people = (0..<chance.below(5)).map { place in
        listed(
          "p-\(number)-\(place)", chance.chance(70) ? .given : .refused,
          questions.filter { _ in chance.chance(25) })
      }
      return list(name, land, people)
    default:
      let answered = chance.chance(85) ? chance.below(60) : nil
      let numbers = questions.filter { _ in chance.chance(60) }.map { ($0, chance.below(20)) }
      var event = slips(
        name, land, asked: chance.chance(80) ? 60 : nil, answered,
        Dictionary(uniqueKeysWithValues: numbers))
      for code in questions where chance.chance(30) {
        var question = DeclaredQuestion()
        question.id = code
        question.asked = chance.chance(20) ? 0 : 50
        if question.asked == 50 {
          question.answered = 40
          question.counts = [code: event.attendance.declared.communities[code] ?? 0]
        } else {
          event.attendance.declared.communities[code] = nil
        }
        event.attendance.declared.questions.append(question)
      }
      return event
    }
  }
}

/// The same numbers by a second, simple reckoning: one loop over the events, one question.
private struct Simple: Equatable {
  var events = 0
  var answers = 0
  var count = 0
  var notKnown = 0
  var forbidden = 0

  init(_ figure: DeclaredFigure) {
    (events, answers, count) = (figure.events, figure.answers, figure.count)
    (notKnown, forbidden) = (figure.notKnown, figure.forbidden)
  }

  init(_ question: Code, _ all: [Event]) {
    for event in all {
      let declared = event.attendance.declared
      let land = event.country?.stored ?? ""
      let isOff =
        question == "ethnicMinorities" && ["FR", "DE"].contains(land)
        || question == "indigenous" && land == "FR"
      let isOnlyOnSlips =
        ["FR", "DE"].contains(land)
        || land == "JP" && ["ethnicMinorities", "lgbtq", "indigenous"].contains(question)
      let hasSlips =
        declared.asked != nil || declared.answered != nil || !declared.communities.isEmpty
        || declared.questions.contains { $0.asked == 50 }
      if !hasSlips && event.participations.isEmpty { continue }
      if isOff {
        forbidden += 1
      } else if hasSlips {
        let own = declared.questions.first { $0.id == question }
        if own?.asked == 0 { continue }
        let number = own == nil ? declared.communities[question] : own?.counts[question]
        if let number, let base = own?.answered ?? declared.answered {
          add(number, base)
        } else {
          notKnown += 1
        }
      } else if !isOnlyOnSlips {
        let counted = event.participations.filter {
          $0.consent?.entries.first?.state == .given
        }
        let number = counted.count { $0.communities.contains(question) }
        if number > 0 { add(number, counted.count) } else { notKnown += 1 }
      }
    }
  }

  private mutating func add(_ number: Int, _ base: Int) {
    events += 1
    answers += base
    count += number
  }
}
