import Foundation
import HeardInsight
import HeardModel
import TestKit

/// The programme of which the tests ask: seven events, four testimonies, six actions.
///
/// Today is 1 June 2024. Everybody and everything in it is invented.
enum Sample {
  static let today = day("2024-06-01")

  static func insight(_ change: (inout Programme) -> Void = { _ in }) -> Insight {
    var programme = Programme()
    for event in [lyon, recife, osaka, berlin, old, cancelled, unknown] {
      programme.events[event.id] = event
    }
    for testimony in testimonies { programme.testimonies[testimony.id] = testimony }
    for action in actions { programme.actions[action.id] = action }
    for organisation in organisations { programme.organisations[organisation.id] = organisation }
    change(&programme)
    return Insight(programme, today: today, locale: Locale(identifier: "fr"))
  }

  private static func event(
    _ text: String, _ title: String, _ start: String, _ land: String, _ place: String,
    _ status: EventStatus
  ) -> Event {
    var event = Event()
    event.id = id(text)
    event.title = title
    event.start = KnownDate(stored: start)
    event.country = CountryCode(stored: land)
    event.place = place
    event.type = "dialogue"
    event.involvement = .organised
    event.format = .inPerson
    event.confidentiality = .open
    event.status = status
    return event
  }

  private static func part(
    _ text: String, _ status: AttendanceStatus, _ role: Code = "communityMember"
  ) -> Participation {
    var person = Participation()
    person.id = id(text)
    person.pseudonym = "Pseudonym of \(text)"
    person.status = status
    person.roles = [role]
    return person
  }

  private static func partner(_ text: String, _ roles: [Code]) -> EventPartner {
    var partner = EventPartner()
    partner.id = id(text)
    partner.roles = roles
    return partner
  }

  static var lyon: Event {
    var event = event(
      "e-lyon", "Dialogue sur le handicap", "2024-05-20T14:00", "FR", "Lyon", .held)
    event.aboutCommunities = ["disabled"]
    event.topics = ["disabilityCare"]
    event.languages = [language("fr"), language("fsl")]
    event.attendance.total = 84
    event.attendance.source = .counted
    event.partners = [partner("o-maison", ["host"])]
    event.summary = "Ce qui a été entendu"
    event.feedback.due = day("2024-05-30")
    (event.feedback.audiences, event.feedback.channel) = ([.participants], "Letter")
    return event
  }

  static var recife: Event {
    var event = event("e-recife", "Roda de escuta", "2024-02-01", "BR", "Recife", .held)
    event.aboutCommunities = ["women", "ethnicMinorities"]
    event.topics = ["maternalHealth"]
    event.languages = [language("pt-BR")]
    event.participations = [
      part("p-ana", .attended), part("p-bia", .attended), part("p-caio", .noShow),
      part("p-dora", .attended, "organiser"),
    ]
    event.partners = [partner("o-casa", ["host"]), partner("o-maison", ["funder"])]
    return event
  }

  static var osaka: Event {
    var event = event("e-osaka", "アライシップ講座", "2023", "JP", "大阪", .held)
    event.type = "training"
    event.involvement = .participated
    event.format = .hybrid
    event.series.name = "Allyship"
    event.attendance.total = 650
    event.attendance.source = .reported
    event.participations = [part("p-ana", .attended)]
    return event
  }

  static var berlin: Event {
    var event = event("e-berlin", "Runder Tisch", "2024-06-10", "DE", "Berlin", .planned)
    event.access = ["signLanguage": .needed, "stepFree": .arranged]
    return event
  }

  static var old: Event {
    event("e-old", "Town hall", "2024-04-01", "GB", "Leeds", .confirmed)
  }

  static var cancelled: Event {
    event("e-cancelled", "Atelier", "2024-03-01", "FR", "Évry", .cancelled)
  }

  static var unknown: Event {
    var event = event("e-unknown", "Forum named in a report", "", "", "", .held)
    event.involvement = .coOrganised
    event.provenance = Provenance(.published, source: "Report")
    return event
  }

  static var testimonies: [Testimony] {
    var heard = testimony("t-lyon", "e-lyon", "L’été dernier, personne ne m’a écouté.")
    heard.person = id("p-ana")
    heard.pseudonym = "Camille"
    heard.language = language("fr")
    heard.takenAt = moment("2024-05-20")
    var english = Translation()
    english.id = language("en")
    english.text = "Last summer nobody listened to me."
    heard.translations = [english]
    var draft = testimony("t-draft", "e-lyon", "Geheime Worte")
    draft.consent.entries = []
    draft.takenAt = moment("2024-05-21")
    draft.followUpCheck = day("2024-05-31")
    var withdrawn = testimony("t-gone", "e-recife", "Palavras retiradas")
    withdrawn.person = id("p-bia")
    withdrawn.consent.entries.append(entry(.record, .withdrawn, "2024-05-02"))
    var good = testimony("t-good", "e-recife", "A enfermeira me ouviu em São José.")
    good.person = id("p-bia")
    good.polarity = .positive
    good.language = language("pt-BR")
    return [heard, draft, withdrawn, good]
  }

  private static func testimony(_ text: String, _ event: String, _ words: String) -> Testimony {
    var testimony = Testimony()
    testimony.id = id(text)
    testimony.event = id(event)
    testimony.text = words
    testimony.stage = .recorded
    testimony.takenBy = id("noa")
    testimony.readBack.isConfirmed = true
    testimony.readBack.at = moment("2024-05-02")
    testimony.consent.entries = [
      entry(.record, .given, "2024-05-01"), entry(.learn, .given, "2024-05-01"),
    ]
    return testimony
  }

  static var actions: [FollowUpAction] {
    var actions = [
      action("a-pool", "Interpreter pool", .inProgress, due: "2024-05-28"),
      action("a-guide", "Guide for nurses", .done, due: nil),
      action("a-soon", "Quiet rooms", .agreed, due: "2024-06-10"),
      action("a-later", "Ask again", .proposed, due: nil),
      action("a-late", "Training of staff", .agreed, due: "2024-05-01"),
      action("a-no", "New building", .declined, due: "2024-01-01"),
    ]
    actions[0].events = [id("e-lyon")]
    actions[0].testimonies = [id("t-lyon")]
    actions[0].country = country("FR")
    actions[1].testimonies = [id("t-lyon"), id("t-good")]
    actions[1].owner = "Hospital director"
    actions[4].themes = [.education]
    actions[5].feedback = told("2024-05-25")
    return actions
  }

  /// That the participants were told by letter on a day.
  static func told(_ on: String, _ status: FeedbackStatus = .delivered) -> Feedback {
    var feedback = Feedback()
    (feedback.status, feedback.deliveredOn) = (status, day(on))
    (feedback.audiences, feedback.channel) = ([.participants], "Letter")
    return feedback
  }

  private static func action(
    _ text: String, _ title: String, _ status: ActionStatus, due: String?
  ) -> FollowUpAction {
    var action = FollowUpAction()
    action.id = id(text)
    action.title = title
    action.status = status
    action.due = due.map { KnownDate(day($0)) }
    return action
  }

  static var organisations: [Organisation] {
    var house = Organisation()
    house.id = id("o-maison")
    house.name = "Maison des usages"
    house.country = country("FR")
    house.support = [
      support("s-1", 1000, "EUR"), support("s-2", 500, "EUR"), support("s-3", 70, "BRL"),
    ]
    var casa = Organisation()
    casa.id = id("o-casa")
    casa.name = "Casa do Recife"
    casa.country = country("BR")
    return [house, casa]
  }

  private static func support(_ id: Code, _ amount: Int, _ currency: Code) -> PartnerSupport {
    var support = PartnerSupport()
    support.id = id
    support.amount = amount
    support.currency = currency
    return support
  }
}
