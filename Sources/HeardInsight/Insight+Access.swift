import HeardModel

/// Something that people need to take part and that is not arranged.
public struct AccessGap: Hashable, Sendable {
  /// What is needed.
  public let code: Code
  /// Needed, not arranged, or not asked.
  public let state: AccessState
  /// How many people of the list said that they need it; never who.
  public let people: Int
}

extension Insight {
  /// How many days before an event what is not arranged begins to wait for somebody.
  public static let accessDays = 28

  /// What an event lacks so that everyone can take part, by its access list and by what people of
  /// its list said; empty where the event will not happen or has happened.
  public func accessGaps(of event: Event) -> [AccessGap] {
    guard event.status != .held && event.status != .cancelled else { return [] }
    let people = event.peopleNeeding
    return Set(event.access.keys).union(people.keys).sorted().compactMap { code in
      let asked = people[code] ?? 0
      let listed = event.access[code] ?? .needed
      if listed == .arranged { return nil }
      let state = listed == .notAsked && asked > 0 ? .needed : listed
      return AccessGap(code: code, state: state, people: asked)
    }
  }
}
