/// Something that people need at an event so that they can take part, and what came of it.
public struct AccessRequest: Hashable, Sendable {
  /// What is needed.
  public let code: Code
  /// How many people of the list said that they need it; never who.
  public let people: Int
  /// How far it is by the event's access list; nil where nobody noted that.
  public let state: AccessState?

  /// Whether it is said that it was there, or that it was not.
  public var isSettled: Bool { state == .arranged || state == .notArranged }
}

extension Event {
  /// Everything that somebody asked for, in the order of the codes.
  ///
  /// People of the list asked for it, or the access list says that it is needed or was not
  /// arranged. What was arranged without anybody on the list asking for it is no request.
  public var accessRequests: [AccessRequest] {
    let people = peopleNeeding
    let noted = access.filter { $0.value == .needed || $0.value == .notArranged }
    return Set(people.keys).union(noted.keys).sorted().map {
      AccessRequest(code: $0, people: people[$0] ?? 0, state: access[$0])
    }
  }

  /// How many things were asked for at a held event, and how many of them were not arranged; nil
  /// for one that was not held.
  public var accessOutcome: (asked: Int, notArranged: Int)? {
    guard status == .held else { return nil }
    let requests = accessRequests
    return (requests.count, requests.count { $0.state == .notArranged })
  }

  /// How many people of the list said that they need each thing, without those who do not come.
  public var peopleNeeding: [Code: Int] {
    var people: [Code: Int] = [:]
    for person in participations
    where !person.accessNeeds.isEmpty && person.status != .cancelled && person.mergedInto == nil {
      for code in Set(person.accessNeeds) { people[code, default: 0] += 1 }
    }
    return people
  }
}

extension FollowUpAction {
  /// The id of the action that arranges something for an event, always the same, so that none is
  /// made twice and every machine knows it again.
  public static func arranging(_ need: Code, at event: EventID) -> ActionID {
    // FNV-1a, which is the same on every machine; Swift's own hashes differ from start to start.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in "\(event.text) \(need.stored)".utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    var ids = IdentifierSource(seed: hash)
    return ids.make("a")
  }
}

extension Event {
  /// The ids of the actions that arrange for it what the programme knows of, there or not.
  var arrangingActions: Set<ActionID> {
    let needs = Taxonomy.builtIn(.access).entries.map(\.id) + access.keys + peopleNeeding.keys
    return Set(needs.map { FollowUpAction.arranging($0, at: id) })
  }
}
