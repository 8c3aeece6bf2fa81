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
    var people: [Code: Int] = [:]
    for person in event.participations where person.status != .cancelled {
      for code in Set(person.accessNeeds) { people[code, default: 0] += 1 }
    }
    return Set(event.access.keys).union(people.keys).sorted().compactMap { code in
      let asked = people[code] ?? 0
      let listed = event.access[code] ?? .needed
      if listed == .arranged { return nil }
      let state = listed == .notAsked && asked > 0 ? .needed : listed
      return AccessGap(code: code, state: state, people: asked)
    }
  }

  /// The id that the action of a gap has, always the same, so that none is made twice.
  public static func actionID(of gap: Code, at event: EventID) -> ActionID {
    // FNV-1a, which is the same on every machine; Swift's own hashes differ from start to start.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in "\(event.text) \(gap.stored)".utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    var ids = IdentifierSource(seed: hash)
    return ids.make("a")
  }
}
