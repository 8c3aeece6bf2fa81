import HeardModel

/// A small programme with invented people, of which every figure can be counted by hand.
enum Fixture {
  /// Three held events in France, Japan and Brazil, one coming, two testimonies, two actions.
  static func programme() -> Programme {
    var programme = Programme()
    programme.settings.name = "Test programme"
    programme.settings.id = "test"
    for event in [lyon, osaka, recife, berlin] { programme.events[event.id] = event }
    for testimony in [heardInLyon, heardInRecife] {
      programme.testimonies[testimony.id] = testimony
    }
    for action in [interpreters, training] { programme.actions[action.id] = action }
    programme.team[member.id] = member
    programme.notices[notice.id] = notice
    programme.organisations[organisation.id] = organisation
    return programme
  }

  static var lyon: Event {
    var event = event("2024-05-28-fr-lyon-4k7q", "Dialogue on disability and care", "FR", "Lyon")
    event.start = KnownDate(stored: "2024-05-28T14:00")
    event.end = KnownDate(stored: "2024-05-28T17:30")
    event.attendance.source = .counted
    event.attendance.total = 84
    event.attendance.declared.asked = 84
    event.attendance.declared.answered = 51
    event.attendance.declared.communities = ["disabled": 31, "women": 28]
    return event
  }

  static var osaka: Event {
    var event = event("2024-06-jp-osaka-m3x9", "職場のアライ・第5回", "JP", "大阪")
    event.start = KnownDate(stored: "2024-06")
    for (index, name) in ["さくら", "ひなた", "通訳"].enumerated() {
      var person = Participation()
      person.id = id("p-000000000\(index)")
      person.pseudonym = name
      person.status = .attended
      person.roles = index == 2 ? ["interpreter"] : ["communityMember"]
      event.participations.append(person)
    }
    return event
  }

  static var recife: Event {
    var event = event("2024-05-16-br-recife-7hd2", "Roda de escuta: saúde materna", "BR", "Recife")
    event.start = KnownDate(stored: "2024-05-16")
    event.attendance.source = .estimated
    event.attendance.total = 40
    event.feedback.due = CalendarDay(stored: "2024-10-31")
    return event
  }

  static var berlin: Event {
    var event = event("2025-03-21-de-berlin-q2w8", "Vertrauensrunde", "DE", "Berlin")
    event.start = KnownDate(stored: "2025-03-21")
    event.status = .planned
    return event
  }

  static var heardInLyon: Testimony {
    var testimony = Testimony()
    testimony.id = id("t-lyon000001")
    testimony.event = lyon.id
    testimony.pseudonym = "Amandine"
    testimony.language = language("fr")
    testimony.text = "On a parlé à mon interprète, jamais à moi."
    testimony.stage = .recorded
    testimony.takenAt = Moment(stored: "2024-05-28T13:10:00Z")
    testimony.takenBy = member.id
    testimony.consent = consent("c-lyon000001", [.record, .learn])
    return testimony
  }

  static var heardInRecife: Testimony {
    var testimony = Testimony()
    testimony.id = id("t-recife0001")
    testimony.event = recife.id
    testimony.pseudonym = "Jurema"
    testimony.language = language("pt-BR")
    testimony.text = "Esperei sete horas e ninguém me explicou nada."
    testimony.takenBy = member.id
    testimony.consent = consent("c-recife0001", [])
    return testimony
  }

  static var interpreters: FollowUpAction {
    var action = FollowUpAction()
    action.id = id("a-interpret1")
    action.title = "Interpreter pool for Lyon clinics"
    action.themes = [.communication]
    action.status = .inProgress
    action.country = country("FR")
    action.owner = "Regional health agency"
    action.testimonies = [heardInLyon.id]
    action.due = KnownDate(stored: "2024-11-27")
    return action
  }

  static var training: FollowUpAction {
    var action = FollowUpAction()
    action.id = id("a-training01")
    action.title = "Training of reception staff"
    action.themes = [.education]
    action.status = .done
    action.country = country("BR")
    action.events = [recife.id]
    return action
  }

  static var member: StaffMember {
    var member = StaffMember()
    member.id = id("s-invented01")
    member.name = "Noor Example"
    member.roles = [.facilitator]
    member.countries = [country("FR")].compactMap { $0 }
    return member
  }

  /// Who receives what is told in need of protection; not on the team unless a test says so.
  static var lead: StaffMember {
    var lead = StaffMember()
    lead.id = id("s-lead000001")
    lead.name = "Imani Lead"
    lead.contact = "+33 1 23 45"
    lead.roles = [.safeguardingLead]
    return lead
  }

  static var notice: Notice {
    var notice = Notice()
    notice.id = id("n-general001")
    notice.title = "General notice"
    notice.version = "2024-01"
    var wording = NoticeWording()
    wording.id = language("en")
    wording.introduction = "You can stop at any time."
    wording.questions = [.record: "May we keep what you tell us?"]
    notice.wordings = [wording]
    return notice
  }

  static var organisation: Organisation {
    var organisation = Organisation()
    organisation.id = id("o-invented01")
    organisation.name = "Collectif Exemple"
    organisation.country = country("FR")
    return organisation
  }

  static func consent(_ id: String, _ given: [ConsentPurpose]) -> Consent {
    var consent = Consent()
    consent.id = self.id(id)
    consent.notice = self.id("n-general001")
    consent.method = .oralWitnessed
    consent.obtainedBy = "Noor Example"
    consent.entries = given.enumerated().map { index, purpose in
      ConsentEntry(
        id: Code(stored: "e-\(index)") ?? "e-0", purpose: purpose, state: .given,
        at: Moment(stored: "2024-05-28T13:00:00Z") ?? Moment(seconds: 0), by: "Noor Example")
    }
    return consent
  }

  static func event(_ id: String, _ title: String, _ country: String, _ place: String) -> Event {
    var event = Event()
    event.id = self.id(id)
    event.title = title
    event.country = self.country(country)
    event.place = place
    event.type = "dialogue"
    event.involvement = .organised
    event.format = .inPerson
    event.confidentiality = .open
    event.status = .held
    return event
  }

  static func id<Subject>(_ text: String) -> Identifier<Subject> {
    Identifier(stored: text) ?? Identifier()
  }

  static func country(_ code: String) -> CountryCode? { CountryCode(stored: code) }

  static func language(_ tag: String) -> LanguageTag {
    LanguageTag(stored: tag) ?? .undetermined
  }
}
