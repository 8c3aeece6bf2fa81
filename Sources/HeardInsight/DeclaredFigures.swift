import HeardModel

/// What people at several held events declared about themselves, with its own base.
///
/// People can be in several communities, so the counts never add up, and each is a share of those who
/// answered, never of those who came. Of an event the slips count where there are any, else the people
/// on its list of whom consent to be counted is noted; never both.
public struct DeclaredFigures: Hashable, Sendable {
  /// Held events at which somebody answered.
  public internal(set) var events = 0
  /// How many were asked; nil where that is not known of one of these events.
  public internal(set) var asked: Int? = 0
  /// How many answered; nil where that is not known of one of these events.
  public internal(set) var answered: Int? = 0
  /// How many declared each community.
  public internal(set) var communities: [Code: Int] = [:]

  /// The largest number that can point at a single person when it is passed on.
  public static let smallest = 7

  /// Whether a count is so small that it can point at a person; none points at nobody.
  public static func isSmall(_ count: Int) -> Bool { (1...smallest).contains(count) }
}

extension Insight {
  /// What was declared at some events.
  public func declared(at ids: [EventID]) -> DeclaredFigures {
    var figures = DeclaredFigures()
    for event in ids.compactMap(event) where event.status == .held {
      let declared = self.declared(event)
      if declared == DeclaredCommunities() { continue }
      figures.events += 1
      figures.asked = Self.sum(figures.asked, declared.asked)
      figures.answered = Self.sum(figures.answered, declared.answered)
      for (code, count) in declared.communities { figures.communities[code, default: 0] += count }
    }
    return figures
  }

  private static func sum(_ a: Int?, _ b: Int?) -> Int? {
    guard let a, let b else { return nil }
    return a + b
  }

  // Age bands are another question; of one event slips and list may hold the same people.
  private func declared(_ event: Event) -> DeclaredCommunities {
    var slips = event.attendance.declared
    slips.ageBands = [:]
    if slips != DeclaredCommunities() { return slips }
    let asked = event.participations.filter { person in
      person.isCounted(roles: uncountedRoles)
        && person.consent?.state(of: .count, on: today) ?? .notAsked != .notAsked
    }
    // A yes that nobody could show opens no count by a trait.
    let answered = asked.filter { person in
      let profiles = programme.profiles(of: person.consent, at: event)
      let isMinor = profiles.contains { $0.isMinor(person.ageBand) }
      return person.consent?.opens(.count, on: today, profiles, isMinor: isMinor) ?? false
    }
    if asked.isEmpty { return DeclaredCommunities() }
    var listed = DeclaredCommunities()
    (listed.asked, listed.answered) = (asked.count, answered.count)
    for person in answered {
      for code in Set(person.communities) { listed.communities[code, default: 0] += 1 }
    }
    return listed
  }
}
