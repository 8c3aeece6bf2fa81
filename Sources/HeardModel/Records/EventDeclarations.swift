/// Reads what was declared at events; made once for a programme as it stands on a day.
public struct DeclarationReader: Sendable {
  let programme: Programme
  let day: CalendarDay
  let roles: Taxonomy
  let communities: MergedCodes

  /// A reader of some events of a programme.
  public init(_ programme: Programme, _ events: some Collection<Event>, on day: CalendarDay) {
    // Profiles that Heard brings are made anew each time they are asked for: once is enough.
    var ready = programme
    let laws = events.flatMap { $0.participations.compactMap(\.consent?.jurisdiction) }
    for country in Set(events.compactMap(\.country) + laws) {
      ready.profiles[country] = programme.profile(country)
    }
    self.programme = ready
    self.day = day
    // The rule of attendance asks for nothing else of the roles than which do not count.
    roles = Taxonomy(programme.taxonomy(.role).entries.filter(\.isNotCounted))
    communities = MergedCodes(programme.taxonomies[.community] ?? Taxonomy())
  }

  /// What was declared at an event, ready to be asked by question.
  public func read(_ event: Event) -> EventDeclarations {
    EventDeclarations(
      profile: programme.profile(event.country), communities: communities,
      slips: DeclaredSlips(event.attendance.declared, communities), list: list(event))
  }

  private func list(_ event: Event) -> DeclaredList {
    var list = DeclaredList()
    let hasMerged = event.participations.contains { $0.mergedInto != nil }
    for person in event.participations where person.isCounted(roles: roles) {
      // Who stands there twice answered in each entry; none of them speaks for the other.
      let entries = event.answering(person, hasMerged: hasMerged)
      let isAsked = entries.contains {
        $0.consent?.state(of: .count, on: day) ?? .notAsked != .notAsked
      }
      guard isAsked else { continue }
      list.asked += 1
      guard entries.allSatisfy({ opensCount($0, at: event) }) else { continue }
      list.answered += 1
      let named = Set(entries.flatMap(\.communities).map(communities.current))
      for code in named { list.counts[code, default: 0] += 1 }
      if entries.contains(where: { $0.ageBand != nil }) {
        list.counts[EventDeclarations.ageBands, default: 0] += 1
      }
    }
    return list
  }

  // A yes that nobody could show opens no count by a trait.
  private func opensCount(_ person: Participation, at event: Event) -> Bool {
    guard let consent = person.consent else { return false }
    let profiles = programme.profiles(of: consent, at: event)
    let isMinor = profiles.contains { $0.isMinor(person.ageBand) }
    return consent.opens(.count, on: day, profiles, isMinor: isMinor)
  }
}

/// What was declared at one event, by slips or by its list, with a base for each question.
public struct EventDeclarations: Sendable {
  /// The question about bands of age, which is none of the communities.
  public static let ageBands: Code = "ageBands"

  let profile: CountryProfile
  let communities: MergedCodes
  let slips: DeclaredSlips
  let list: DeclaredList

  /// Whether the country's profile forbids a question, under this code or one merged into it.
  public func isForbidden(_ question: Code) -> Bool { rule(of: question) == .off }

  /// What is known of a question; nil where nothing was declared.
  public func answer(to question: Code) -> DeclaredAnswer? {
    let question = communities.current(question)
    let rule = rule(of: question)
    if slips.count(for: question) {
      return rule == .off ? .forbidden : slips.answer(to: question)
    }
    if list.asked == 0 { return nil }
    if rule == .off { return .forbidden }
    return rule.allowsOnPerson ? answerOfList(question) : .notAsked
  }

  /// How many answered anything about the communities; nil where that is not known.
  public var answered: Int? {
    if slips.areOfCommunities { return slips.answered }
    return list.asked == 0 ? nil : list.answered
  }

  /// The questions about communities for which a number stands here.
  public var named: Set<Code> {
    slips.areOfCommunities
      ? slips.named : Set(list.counts.keys).subtracting([Self.ageBands])
  }

  // Nobody having it does not tell whether it was asked: that is noted, or not known.
  private func answerOfList(_ question: Code) -> DeclaredAnswer {
    let count = list.counts[question] ?? 0
    if count == 0 {
      guard let noted = slips.questions[question] else { return .notKnown }
      if noted.asked == 0 { return .notAsked }
    }
    return .asked(
      DeclaredBase(
        asked: list.asked, answered: list.answered, none: nil, count: count, isFromSlips: false))
  }

  // What is forbidden under one of the merged codes stays so under the one that stands for them.
  private func rule(of question: Code) -> TraitRule {
    if question == Self.ageBands { return profile.ageBands }
    let codes = communities.all(under: communities.current(question))
    return codes.map(profile.rule).min() ?? .off
  }
}

/// The people on a list of whom being counted was asked.
struct DeclaredList: Sendable {
  var asked = 0
  /// Those whose yes opens the count.
  var answered = 0
  /// What those said of themselves, each once, by question.
  var counts: [Code: Int] = [:]
}
