import HeardInsight
import HeardModel

/// The fields of a participant; which of them there are depends on the event's country.
public enum PersonFields {
  /// The fields that the country's profile allows, with the rule that traits need consent.
  public static func spec(_ event: Event?, in programme: Programme, isNew: Bool) -> FormSpec<
    PersonEntry
  > {
    let profile = programme.profile(event?.country)
    let allowed = allowedCommunities(profile, programme)
    var traits: [FieldSpec<PersonEntry>] = []
    if !allowed.isEmpty { traits.append(communities(allowed)) }
    if profile.ageBands.allowsOnPerson { traits.append(ageBand) }
    return FormSpec(
      [isNew ? newPseudonym : pseudonym, status, roles, presence, organisation]
        + (traits.isEmpty ? [] : [notice, method, countAnswer] + traits) + [access, note],
      rules: rules)
  }

  /// Communities that may stand on a person in a country.
  public static func allowedCommunities(_ profile: CountryProfile, _ programme: Programme) -> [Code]
  {
    programme.taxonomy(.community).offered.filter { profile.rule(for: $0).allowsOnPerson }
  }

  /// Somebody new: there, where the event has begun.
  public static func blank(_ event: Event?, _ desk: Desk) -> PersonEntry {
    var person = Participation()
    let hasBegun = event?.start.map { $0.firstDay <= desk.today } ?? false
    person.status = event?.status == .held || hasBegun ? .attended : .registered
    return PersonEntry(
      participation: person, countAnswer: .notAsked, event: event?.id ?? EventID())
  }

  private static let pseudonym = FieldSpec<PersonEntry>.text(
    "personPseudonym", \.participation.pseudonym, isRequired: true)

  // Only a chosen suggestion is the same person; a text that happens to be the same is not.
  private static let newPseudonym = FieldSpec<PersonEntry>(
    "personPseudonym", { _, _ in .line }, isRequired: true,
    read: { entry, _ in entry.participation.pseudonym },
    write: { text, entry, desk in
      guard let known = KnownPerson.chosen(text, desk) else {
        // Somebody was meant who is on no list: nobody new is made with an id in their name.
        if KnownPerson.endsInID(text) { return .notAnOption(text, nearest: nil) }
        entry.participation.id = PersonID()
        entry.participation.pseudonym = text
        return nil
      }
      let list = desk.programme.events[entry.event]?.participations ?? []
      if list.contains(where: { $0.id == known.row.id }) { return .alreadyListed }
      entry.participation.id = known.row.id
      entry.participation.pseudonym = known.row.pseudonym
      return nil
    },
    suggestions: { text, entry, desk in
      let list = Set(desk.programme.events[entry.event]?.participations.map(\.id) ?? [])
      return KnownPerson.beginning(with: text, desk).filter { !list.contains($0.row.id) }
        .map { $0.label(desk) }
    })

  private static let status = FieldSpec<PersonEntry>.choice(
    "personStatus", \.participation.status, labels: "attendance")

  private static let roles = FieldSpec<PersonEntry>.codes(
    "personRoles", \.participation.roles, of: .role)

  private static let presence = FieldSpec<PersonEntry>.optionalChoice(
    "personPresence", \.participation.presence, none: "person.presenceUnknown"
  ) { _, desk in
    Presence.allCases.map { FieldOption($0.stored, desk.formats.label($0, "presence")) }
  }

  private static let organisation = FieldSpec<PersonEntry>.lookup(
    "personOrganisation", \.participation.organisation
  ) { _, desk in desk.organisationOptions }

  private static let notice = FieldSpec<PersonEntry>.optionalChoice(
    "notice", \.notice, section: "personTraits"
  ) { entry, desk in desk.noticeOptions(for: entry.asking(desk)) }

  private static let method = FieldSpec<PersonEntry>.consentMethod(
    \.method, section: "personTraits")

  private static let countAnswer = FieldSpec<PersonEntry>(
    "countConsent",
    { entry, desk in
      .choice(
        answers(after: entry.countAnswer).map {
          FieldOption($0.stored, desk.formats.label($0, "consent"))
        })
    }, section: "personTraits", read: { entry, _ in entry.countAnswer.stored },
    write: { text, entry, desk in
      let stands = entry.participation.consent?.state(of: .count, on: desk.today) ?? .notAsked
      guard let state = ConsentState(stored: text), answers(after: stands).contains(state) else {
        return .notAnOption(text, nearest: nil)
      }
      entry.countAnswer = state
      return nil
    })

  /// What can be answered next; an answer is never taken off the record.
  public static func answers(after state: ConsentState) -> [ConsentState] {
    switch state {
    case .notAsked: [.notAsked, .given, .refused]
    case .given: [.given, .withdrawn]
    case .refused: [.refused, .given]
    case .withdrawn: [.withdrawn, .given]
    case .expired: [.expired, .given, .refused]
    }
  }

  private static func communities(_ allowed: [Code]) -> FieldSpec<PersonEntry> {
    FieldSpec(
      "personCommunities",
      { _, desk in .many(desk.options(.community).filter { isAllowed($0.value, allowed) }) },
      section: "personTraits",
      read: { entry, _ in
        entry.participation.communities.map(\.stored).joined(separator: ", ")
      },
      write: { text, entry, desk in
        let options = desk.options(.community).filter { isAllowed($0.value, allowed) }
        switch OptionInput.values(text, options) {
        case .success(let values):
          entry.participation.communities = values.compactMap(Code.init(stored:))
          return nil
        case .failure(let problem): return problem
        }
      })
  }

  private static func isAllowed(_ value: String, _ allowed: [Code]) -> Bool {
    allowed.contains { $0.stored == value }
  }

  private static let ageBand = FieldSpec<PersonEntry>.optionalChoice(
    "personAgeBand", \.participation.ageBand, section: "personTraits", none: "person.ageUnknown"
  ) { _, desk in desk.options(.ageBand) }

  private static let access = FieldSpec<PersonEntry>.codes(
    "personAccess", \.participation.accessNeeds, of: .access, section: "personMore")

  private static let note = FieldSpec<PersonEntry>.text(
    "personNote", \.participation.note, rows: 3, section: "personMore")

  // Where consent is refused or withdrawn, saving empties the traits; where nobody asked, somebody
  // has to ask first.
  @Sendable private static func rules(
    _ entry: PersonEntry, _ desk: Desk
  ) -> [(field: Code, problem: FieldProblem)] {
    if entry.isReopened(desk) {
      if entry.notice == nil { return [("notice", .missing)] }
      if entry.method == nil { return [("method", .missing)] }
    }
    guard entry.countAnswer == .notAsked || entry.countAnswer == .expired else { return [] }
    var broken: [(field: Code, problem: FieldProblem)] = []
    if !entry.participation.communities.isEmpty {
      broken.append(("personCommunities", .consentMissing))
    }
    if entry.participation.ageBand != nil { broken.append(("personAgeBand", .consentMissing)) }
    return broken
  }
}

/// Somebody who stands on a list already, as they are offered in a form.
public struct KnownPerson: Sendable {
  /// The person with their events so far.
  public let row: PersonRow

  /// Somebody who is known from other events.
  public init(row: PersonRow) {
    self.row = row
  }

  /// The person whom a chosen suggestion names: its last word is their id.
  public static func chosen(_ text: String, _ desk: Desk) -> KnownPerson? {
    guard let word = text.split(separator: " ").last, word.hasPrefix("p-"),
      let id = PersonID(stored: String(word))
    else { return nil }
    return desk.insight.person(id).map(KnownPerson.init)
  }

  /// Whether the last word looks as ids of people do, also with a letter lacking or one too many.
  static func endsInID(_ text: String) -> Bool {
    guard let word = text.split(separator: " ").last, word.hasPrefix("p-") else { return false }
    let rest = word.dropFirst(2)
    return (8...12).contains(rest.count) && rest.contains(where: \.isNumber)
      && rest.allSatisfy { $0.isASCII && ($0.isNumber || $0.isLowercase) }
  }

  /// Those whose pseudonym has a word that begins with what is typed.
  public static func beginning(with text: String, _ desk: Desk) -> [KnownPerson] {
    let wanted = fold(trimmed(text))
    // Only letters and digits, so that nothing typed here is read as the filter language.
    let words = wanted.split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    if words.isEmpty { return [] }
    return desk.insight.foundPeople(Query(words)).filter { row in
      let name = fold(row.pseudonym)
      return name.hasPrefix(wanted) || name.contains(" \(wanted)")
    }.map(KnownPerson.init)
  }

  /// Those with just this pseudonym.
  public static func called(_ text: String, _ desk: Desk) -> [KnownPerson] {
    beginning(with: text, desk).filter { fold($0.row.pseudonym) == fold(text) }
  }

  /// The pseudonym with how often they were there and the id, so that namesakes stay apart.
  public func label(_ desk: Desk) -> String {
    let known = desk.words(
      "person.known", count: row.events,
      ["pseudonym": row.pseudonym, "last": row.last?.dayText ?? desk.words("date.none")])
    return "\(known) \(row.id.text)"
  }
}
