import HeardModel
import TestKit
import Testing

/// What is known of one question at one event, reckoned by hand.
@Suite struct DeclaredBaseTests {
  private let today = day("2024-06-01")

  /// An event in Brazil, where most may stand on a person, or elsewhere.
  private func event(_ land: String = "BR", _ change: (inout Event) -> Void) -> Event {
    var event = Event()
    event.id = id("e-1")
    event.country = country(land)
    event.status = .held
    change(&event)
    return event
  }

  private func answer(
    _ question: Code, _ event: Event, _ programme: Programme = Programme()
  ) -> DeclaredAnswer? {
    event.declared(question, in: programme, on: today)
  }

  private func base(
    _ asked: Int?, _ answered: Int, _ count: Int, none: Int? = nil, slips: Bool = true
  ) -> DeclaredAnswer {
    .asked(
      DeclaredBase(asked: asked, answered: answered, none: none, count: count, isFromSlips: slips))
  }

  private func question(
    _ code: Code, asked: Int? = nil, answered: Int? = nil, none: Int? = nil,
    _ counts: [Code: Int] = [:]
  ) -> DeclaredQuestion {
    var question = DeclaredQuestion()
    question.id = code
    (question.asked, question.answered, question.none) = (asked, answered, none)
    question.counts = counts
    return question
  }

  /// Somebody on the list who answered about being counted.
  private func listed(
    _ name: String, _ state: ConsentState?, _ communities: [Code] = [], ageBand: Code? = nil,
    roles: [Code] = ["communityMember"], isProven: Bool = true
  ) -> Participation {
    var person = person(name, roles: roles, communities: communities, ageBand: ageBand)
    guard let state else { return person }
    var consent = Consent()
    consent.notice = id("n-1")
    consent.method = isProven ? .written : nil
    consent.obtainedBy = "noa"
    consent.entries = [entry(.count, state, "2024-05-01")]
    person.consent = consent
    return person
  }

  private func slips(_ declared: inout DeclaredCommunities) {
    (declared.asked, declared.answered) = (60, 51)
    declared.communities = ["disabled": 40, "women": 0]
  }

  @Test func `of slips as a whole a number has their base, and without one nobody knows`() {
    let event = event { slips(&$0.attendance.declared) }
    #expect(answer("disabled", event) == base(60, 51, 40))
    #expect(answer("women", event) == base(60, 51, 0))
    #expect(answer("migrants", event) == .notKnown)
    #expect(answer("ageBands", event) == .notKnown)
  }

  @Test func `a number without answers has no base, and where nobody was asked nothing was`() {
    let bare = event { $0.attendance.declared.communities = ["disabled": 40] }
    #expect(answer("disabled", bare) == .notKnown)
    let unasked = event { $0.attendance.declared.asked = 0 }
    #expect(answer("disabled", unasked) == .notAsked)
    #expect(answer("disabled", event { _ in }) == nil)
  }

  @Test func `a question of slips has a base of its own, of which none and not asked are two`() {
    let event = event {
      slips(&$0.attendance.declared)
      $0.attendance.declared.communities["disabled"] = nil
      $0.attendance.declared.questions = [
        question("disabled", asked: 30, answered: 22, none: 9, ["disabled": 12]),
        question("lgbtq", asked: 30, answered: 22, none: 9),
        question("migrants", asked: 0),
        question("over65"),
      ]
    }
    #expect(answer("disabled", event) == base(30, 22, 12, none: 9))
    #expect(answer("lgbtq", event) == base(30, 22, 0, none: 9))
    #expect(answer("migrants", event) == .notAsked)
    // Noted as asked without numbers: asked with the slip as a whole.
    #expect(answer("over65", event) == base(60, 51, 0))
  }

  @Test func `slips from before a question had a base of its own are not lost beside newer ones`() {
    let event = event {
      slips(&$0.attendance.declared)
      $0.attendance.declared.questions = [
        question("disabled", asked: 5, answered: 5, none: 1, ["disabled": 2])
      ]
    }
    #expect(answer("disabled", event) == base(60, 51, 40))
  }

  @Test func `what the profile forbids has no base, whatever stands in the file`() {
    let event = event("FR") {
      slips(&$0.attendance.declared)
      $0.attendance.declared.communities["ethnicMinorities"] = 7
    }
    #expect(answer("ethnicMinorities", event) == .forbidden)
    #expect(answer("indigenous", event) == .forbidden)
    #expect(answer("disabled", event) == base(60, 51, 40))
    let list = self.event("FR") { $0.participations = [listed("p-1", .given)] }
    #expect(answer("ethnicMinorities", list) == .forbidden)
  }

  @Test func `of a list the base are those whose yes opens the count`() {
    let event = event {
      $0.participations = [
        listed("p-1", .given, ["women", "disabled"], ageBand: "25-34"),
        listed("p-2", .given, ["women"]),
        listed("p-3", .refused), listed("p-4", .given, ["women"], isProven: false),
        listed("p-5", nil, ["women"]), listed("p-6", .given, ["women"], roles: ["organiser"]),
      ]
    }
    #expect(answer("women", event) == base(4, 2, 2, slips: false))
    #expect(answer("disabled", event) == base(4, 2, 1, slips: false))
    #expect(answer("ageBands", event) == base(4, 2, 1, slips: false))
    #expect(answer("migrants", event) == .notKnown)
  }

  @Test func `what nobody on a list has was asked only where that is noted`() {
    let event = event {
      $0.participations = [listed("p-1", .given), listed("p-2", .refused)]
      $0.attendance.declared.questions = [question("disabled"), question("women", asked: 0)]
    }
    #expect(answer("disabled", event) == base(2, 1, 0, slips: false))
    #expect(answer("women", event) == .notAsked)
    #expect(answer("migrants", event) == .notKnown)
  }

  @Test func `what may not stand on a person was not asked for a list`() {
    let event = event("FR") { $0.participations = [listed("p-1", .given, ["disabled"])] }
    #expect(answer("disabled", event) == .notAsked)
    let japan = self.event("JP") { $0.participations = [listed("p-1", .given, ["disabled"])] }
    #expect(answer("lgbtq", japan) == .notAsked)
    #expect(answer("disabled", japan) == base(1, 1, 1, slips: false))
  }

  @Test func `of one event slips count or the list, never both`() {
    let event = event {
      slips(&$0.attendance.declared)
      $0.participations = [listed("p-1", .given, ["migrants", "disabled"])]
    }
    #expect(answer("disabled", event) == base(60, 51, 40))
    #expect(answer("migrants", event) == .notKnown)
  }

  @Test func `an age on slips is a question of its own and takes no list's place`() {
    let event = event {
      $0.attendance.declared.ageBands = ["25-34": 3, "65plus": 4]
      $0.attendance.declared.questions = [
        question("ageBands", asked: 12, answered: 7, ["25-34": 3, "65plus": 4])
      ]
      $0.participations = [listed("p-1", .given, ["women"], ageBand: "25-34")]
    }
    #expect(answer("ageBands", event) == base(12, 7, 7))
    #expect(answer("women", event) == base(1, 1, 1, slips: false))
  }

  @Test func `merged codes count under the one that stands for them, and stay forbidden`() {
    var programme = Programme()
    var old = Taxonomy.Entry("ethnicMinorities")
    old.replacedBy = "racialised"
    programme.taxonomies[.community] = Taxonomy([old, Taxonomy.Entry("racialised")])
    let event = event {
      slips(&$0.attendance.declared)
      $0.attendance.declared.communities = ["ethnicMinorities": 3, "racialised": 4]
    }
    #expect(answer("racialised", event, programme) == base(60, 51, 7))
    #expect(answer("ethnicMinorities", event, programme) == base(60, 51, 7))
    var france = event
    france.country = country("FR")
    #expect(answer("racialised", france, programme) == .forbidden)
    let list = self.event {
      $0.participations = [listed("p-1", .given, ["ethnicMinorities", "racialised"])]
    }
    #expect(answer("racialised", list, programme) == base(1, 1, 1, slips: false))
  }
}
