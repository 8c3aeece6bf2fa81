import HeardModel
import TestKit

/// A small programme by chance in which many are called alike; everybody in it is invented.
enum CrowdedProgramme {
  static let today = day("2024-06-01")
  static let names = [
    "Ana", "ana", "Anaïs", "Anai\u{308}s", "Björn", "Ben", "", "が", "か\u{3099}", "かな", "Bruno Ana",
    "Zoë", "Łukasz", "ß", "ss", "محمد", "Anastasia Anastasiou", "Anastasia Anastasia",
  ]
  private static let words = ["douleur", "école", "Ana", "écoute", "が", "Lyon", "zx", "ruth-9"]

  static func make(_ chance: inout RandomSource) -> Programme {
    var programme = Programme()
    for number in 0..<8 {
      let event = event(number, &chance)
      programme.events[event.id] = event
    }
    for number in 0..<14 {
      let testimony = testimony(number, &chance)
      programme.testimonies[testimony.id] = testimony
    }
    for number in 0..<4 {
      var action = FollowUpAction()
      (action.id, action.title) = (id("a-\(number)"), text(&chance))
      action.events = [id("e-\(chance.below(8))")]
      programme.actions[action.id] = action
    }
    for number in 0..<3 {
      var organisation = Organisation()
      (organisation.id, organisation.name) = (id("o-\(number)"), text(&chance))
      programme.organisations[organisation.id] = organisation
    }
    if chance.chance(30) { programme.erased = ["p-3"] }
    return programme
  }

  private static func text(_ chance: inout RandomSource) -> String {
    (0..<chance.below(4)).map { _ in chance.pick(words + names) }.joined(separator: " ")
  }

  private static func event(_ number: Int, _ chance: inout RandomSource) -> Event {
    var event = Event()
    event.id = id("e-\(number)")
    (event.title, event.place) = (text(&chance), chance.pick(["Lyon", "Évry", "大阪", ""]))
    event.country = CountryCode(stored: chance.pick(["FR", "JP"]))
    event.status = chance.chance(70) ? .held : .planned
    if chance.chance(80) { event.start = KnownDate(stored: "2024-0\(1 + chance.below(5))") }
    for person in 0..<12 where chance.chance(30) {
      var listed = Participation()
      (listed.id, listed.pseudonym) = (id("p-\(person)"), chance.pick(names))
      listed.status = chance.pick(AttendanceStatus.allCases)
      listed.roles = chance.chance(50) ? [chance.pick(["organiser", "communityMember"])] : []
      if chance.chance(20) { listed.note = text(&chance) }
      event.participations.append(listed)
    }
    return event
  }

  private static func testimony(_ number: Int, _ chance: inout RandomSource) -> Testimony {
    var testimony = Testimony()
    testimony.id = id("t-\(number)")
    testimony.event = id("e-\(chance.below(8))")
    if chance.chance(60) { testimony.person = id("p-\(chance.below(14))") }
    (testimony.text, testimony.pseudonym) = (text(&chance), chance.pick(names))
    if chance.chance(20) { testimony.triage = .safeguarding }
    testimony.takenBy = id("noa")
    testimony.consent.withdrawalCode = chance.chance(30) ? chance.pick(["ruth-9", "ana zx"]) : ""
    for purpose in [ConsentPurpose.record, .learn] where chance.chance(80) {
      let state: ConsentState = chance.chance(85) ? .given : .withdrawn
      testimony.consent.entries.append(entry(purpose, state, "2024-05-01"))
    }
    return testimony
  }
}
