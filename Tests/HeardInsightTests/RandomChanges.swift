import HeardModel
import TestKit

/// Changes of a small programme by chance: records come, change and go, with links that lead nowhere.
struct RandomChanges {
  var source: RandomSource
  private static let titles = ["Dialogue", "Roda", "Café", "Évry 2", ""]
  private static let days: [String?] = [
    "2019-03-01", "2023", "2024-02-01", "2024-04-01T14:00", "2024-05-20", "2024-06-10", nil,
  ]
  private static let people = ["p-ana", "p-bia", "p-caio", "p-dora", "p-eva"]
  private static let eventIDs = [
    "e-lyon", "e-recife", "e-osaka", "e-berlin", "e-old", "e-cancelled", "e-new", "a-first",
    "z-last",
  ]
  private static let testimonyIDs = [
    "t-lyon", "t-draft", "t-gone", "t-good", "t-a", "t-new", "t-z",
  ]
  private static let actionIDs = ["a-pool", "a-guide", "a-soon", "a-late", "a-a", "a-z"]

  /// Changes one record, and says which.
  mutating func change(_ programme: inout Programme) -> RecordKey {
    switch source.below(20) {
    case 0..<7: return changeEvent(&programme)
    case 7..<9: return count(&programme)
    case 9..<14: return changeTestimony(&programme)
    case 14..<18: return changeAction(&programme)
    default: return changeOther(&programme)
    }
  }

  private mutating func changeEvent(_ programme: inout Programme) -> RecordKey {
    let id: EventID = id(source.pick(Self.eventIDs))
    if source.chance(12) {
      programme.events[id] = nil
      return .event(id)
    }
    var event = programme.events[id] ?? Event()
    event.id = id
    for _ in 0...source.below(3) { alter(&event) }
    programme.events[id] = event
    return .event(id)
  }

  private mutating func alter(_ event: inout Event) {
    switch source.below(16) {
    case 0: event.title = source.pick(Self.titles)
    case 1: event.place = source.pick(["Lyon", "Recife", "Évry", ""])
    case 2: event.country = source.pick([country("FR"), country("BR"), country("NO"), nil])
    case 3: event.start = source.pick(Self.days).flatMap(KnownDate.init(stored:))
    case 4: event.status = source.pick(EventStatus.allCases)
    case 5: event.participations = participations()
    case 6: event.involvement = source.pick([.organised, .participated, nil])
    case 7: event.feedback.due = source.pick([day("2024-05-30"), day("2024-07-01"), nil])
    case 8: event.feedback = source.pick([Sample.told("2024-05-25"), Feedback()])
    case 9: event.facilitators = source.pick([[], [id("noa")]])
    case 10: event.partners = source.pick([[], [partner("o-casa")], [partner("o-none")]])
    case 11: event.access = source.pick([[:], ["signLanguage": .needed]])
    case 12: event.conflicts = source.pick([[], [conflict("title")]])
    case 13: event.isBeforeHeard.toggle()
    case 14: event.provenance.importKey = source.pick(["", "key"])
    default: event.confidentiality = source.pick([.open, .closed, nil])
    }
  }

  private mutating func participations() -> [Participation] {
    Self.people.filter { _ in source.chance(40) }.map { text in
      var person = Participation()
      person.id = id(text)
      person.pseudonym = source.pick(["Camille", "Bia", ""])
      person.status = source.pick([.attended, .registered, .noShow])
      person.roles = [source.pick(["communityMember", "organiser"])]
      person.communities = source.pick([[], ["women"], ["other-one"]])
      if source.chance(50) {
        person.consent = Consent()
        person.consent?.entries = [entry(.count, .given, "2024-05-01")]
      }
      return person
    }
  }

  /// A press at the door, or a number that is typed.
  private mutating func count(_ programme: inout Programme) -> RecordKey {
    let id: EventID = id(source.pick(Self.eventIDs))
    guard var event = programme.events[id] else { return .event(id) }
    event.attendance.total = source.pick([nil, 0, 12, 84])
    event.attendance.source = source.pick([.counted, .estimated, nil])
    programme.events[id] = event
    return .event(id)
  }

  private mutating func changeTestimony(_ programme: inout Programme) -> RecordKey {
    let id: TestimonyID = id(source.pick(Self.testimonyIDs))
    let old = programme.testimonies[id]
    if source.chance(12), let old {
      programme.testimonies[id] = nil
      return .testimony(id, event: old.event)
    }
    var testimony = old ?? Testimony()
    testimony.id = id
    if old == nil || source.chance(20) {
      testimony.event = TestKit.id(source.pick(Self.eventIDs))
    }
    for _ in 0...source.below(3) { alter(&testimony) }
    programme.testimonies[id] = testimony
    return .testimony(id, event: testimony.event)
  }

  private mutating func alter(_ testimony: inout Testimony) {
    switch source.below(10) {
    case 0: testimony.person = source.pick([nil, id("p-ana"), id("p-eva")])
    case 1: testimony.pseudonym = source.pick(["Camille", "Noor", ""])
    case 2: testimony.text = source.pick(["Personne n’écoute.", "Nobody listened.", ""])
    case 3: testimony.consent.entries = entries()
    case 4: testimony.takenAt = source.pick([nil, moment("2024-05-20"), moment("2024-02-02")])
    case 5: testimony.takenBy = source.pick([nil, id("noa")])
    case 6: testimony.followUpCheck = source.pick([nil, day("2024-05-30"), day("2025-01-01")])
    case 7: testimony.conflicts = source.pick([[], [conflict("text")]])
    case 8: testimony.polarity = source.pick([.positive, .concern])
    default: testimony.quotes = source.pick([[], [quote()]])
    }
  }

  private mutating func entries() -> [ConsentEntry] {
    [ConsentPurpose.record, .learn, .publish].filter { _ in source.chance(70) }.map {
      entry($0, source.pick([.given, .given, .refused, .withdrawn]), "2024-05-01")
    }
  }

  private func quote() -> Quote {
    var quote = Quote()
    quote.id = id("q-one")
    quote.text = "listened"
    return quote
  }

  private mutating func changeAction(_ programme: inout Programme) -> RecordKey {
    let id: ActionID = id(source.pick(Self.actionIDs))
    if source.chance(12) {
      programme.actions[id] = nil
      return .action(id)
    }
    var action = programme.actions[id] ?? FollowUpAction()
    action.id = id
    for _ in 0...source.below(3) { alter(&action) }
    programme.actions[id] = action
    return .action(id)
  }

  private mutating func alter(_ action: inout FollowUpAction) {
    switch source.below(9) {
    case 0: action.title = source.pick(Self.titles)
    case 1: action.events = Self.eventIDs.filter { _ in source.chance(20) }.map { id($0) }
    case 2: action.testimonies = Self.testimonyIDs.filter { _ in source.chance(30) }.map { id($0) }
    case 3: action.status = source.pick(ActionStatus.allCases)
    case 4: action.due = source.pick(Self.days).flatMap(KnownDate.init(stored:))
    case 5: action.doneOn = source.pick(Self.days).flatMap(KnownDate.init(stored:))
    case 6: action.feedback = source.pick([Sample.told("2024-05-25"), Feedback()])
    case 7: action.partners = source.pick([[], [id("o-casa")]])
    default: action.conflicts = source.pick([[], [conflict("title")]])
    }
  }

  private mutating func changeOther(_ programme: inout Programme) -> RecordKey {
    switch source.below(6) {
    case 0, 1:
      let id: OrganisationID = id(source.pick(["o-casa", "o-maison", "o-none"]))
      var organisation = programme.organisations[id] ?? Organisation()
      organisation.id = id
      organisation.name = source.pick(["Casa", "Maison", "Hus"])
      organisation.conflicts = source.pick([[], [conflict("name")]])
      programme.organisations[id] = source.chance(15) ? nil : organisation
      return .organisation(id)
    case 2:
      var member = StaffMember()
      member.id = id("noa")
      member.name = source.pick(["Noa", "Noa B."])
      programme.team[member.id] = source.chance(30) ? nil : member
      return .staff(member.id)
    case 3, 4: return approve(&programme)
    default:
      programme.settings.feedbackDays = source.pick([nil, 10, 90])
      return .settings
    }
  }

  private mutating func approve(_ programme: inout Programme) -> RecordKey {
    let periods = programme.events.values.flatMap(\.periods).sorted()
    if periods.isEmpty { return .settings }
    let period = source.pick(periods)
    var approval = Approval()
    approval.id = period
    var entry = ApprovalEntry()
    entry.events = programme.coverage(of: period, on: Sample.today)
    approval.entries = [entry]
    programme.approvals[period] = source.chance(30) ? nil : approval
    return .approval(period)
  }

  private func partner(_ text: String) -> EventPartner {
    var partner = EventPartner()
    partner.id = id(text)
    return partner
  }

  private func conflict(_ path: String) -> FieldConflict {
    var conflict = FieldConflict()
    (conflict.id, conflict.path) = ("c-\(path)", path)
    return conflict
  }
}
