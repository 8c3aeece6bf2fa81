import HeardExchange
import HeardInsight
import HeardModel
import TestKit

/// A programme with one invented event in each way of being confidential.
enum Sample {
  static let now = Moment(stored: "2024-12-01T09:00:00Z") ?? Moment(seconds: 0)

  static func programme(_ change: (inout Event) -> Void = { _ in }) -> Programme {
    var programme = Programme()
    programme.settings.id = "test"
    var event = paris
    change(&event)
    programme.events[event.id] = event
    programme.notices[notice.id] = notice
    var member = StaffMember()
    member.id = id("s-noor")
    member.name = "Noor <Example>"
    programme.team[member.id] = member
    return programme
  }

  static var paris: Event {
    var event = Event()
    event.id = id("2024-12-11-fr-paris-aaaa")
    event.title = "Soins & <confiance>"
    event.status = .confirmed
    event.confidentiality = .open
    event.start = KnownDate(stored: "2024-12-11T14:00")
    event.end = KnownDate(stored: "2024-12-11T18:00")
    event.zone = ZoneName(stored: "Europe/Paris")
    event.country = CountryCode(stored: "FR")
    event.place = "Paris"
    event.venue = "Maison; salle 2, étage 1"
    event.onlineAddress = "https://meet.example/secret"
    event.notes = "Private note"
    event.languages = [language("fr")]
    event.facilitators = [id("s-noor")]
    var person = Participation()
    person.id = id("p-1")
    person.pseudonym = "Camélia"
    event.participations = [person]
    return event
  }

  static var notice: Notice {
    var notice = Notice()
    notice.id = id("n-1")
    notice.title = "Telling"
    notice.version = "2024-01"
    var wording = NoticeWording()
    wording.id = language("fr")
    wording.introduction = "Merci d’être là."
    wording.questions = [.record: "Pouvons-nous garder <cela> ?", .publish: "Et le publier ?"]
    notice.wordings = [wording]
    return notice
  }

  static func language(_ tag: String) -> LanguageTag { LanguageTag(stored: tag) ?? .undetermined }

  /// Words that tell which text was asked for, so that tests do not hang on wordings.
  static func voice(_ tag: String = "fr") -> PageVoice {
    PageVoice(
      language: language(tag), textLanguage: language(tag),
      text: { key, arguments in
        let list = arguments.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        return "[\(([key.rawValue] + list).joined(separator: " "))]"
      },
      label: { code, _ in code.stored }, access: { $0.stored }, date: { $0?.stored ?? "" },
      languageName: { $0.stored }, countryName: { $0?.stored ?? "" })
  }
}
