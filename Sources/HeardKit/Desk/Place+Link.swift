import HeardModel

// Places as people write them: `event/2024-05-28-fr-lyon-4k7q`, `figures`.
extension Place {
  /// The places that can be written without an id, in the order in which they are told.
  public static let named: [(name: String, place: Place)] = [
    ("home", .home), ("events", .events()), ("testimonies", .testimonies()),
    ("actions", .actions()), ("people", .people()), ("organisations", .organisations()),
    ("figures", .figures()), ("calendar", .calendar()), ("telling", .telling()),
    ("approvals", .approvals()), ("conflicts", .conflicts()), ("retention", .retention),
    ("team", .team), ("facts", .facts()), ("settings", .settings),
  ]

  /// The kinds of record whose ids can follow a slash.
  public static let kinds = ["event", "testimony", "action", "organisation", "person"]

  /// Reads a link: a name, or a kind of record with an id, for events and testimonies with a part
  /// of their screens behind it (`event/ID/people`); nil for every other text.
  public init?(link: String) {
    let parts = link.lowercased().split(separator: "/", omittingEmptySubsequences: false)
      .map(String.init)
    if parts.count == 1, let named = Self.named.first(where: { $0.name == parts[0] }) {
      self = named.place
      return
    }
    guard (2...3).contains(parts.count) else { return nil }
    let part = parts.count == 3 ? parts[2] : nil
    switch parts[0] {
    case "event":
      guard let id = EventID(stored: parts[1]),
        let part = EventPart(rawValue: part ?? EventPart.overview.rawValue)
      else { return nil }
      self = .event(id, part)
    case "testimony":
      guard let id = TestimonyID(stored: parts[1]),
        let part = TestimonyPart(rawValue: part ?? TestimonyPart.words.rawValue)
      else { return nil }
      self = .testimony(id, part)
    default:
      guard part == nil, let place = Self.record(parts[0], parts[1]) else { return nil }
      self = place
    }
  }

  private static func record(_ kind: String, _ id: String) -> Place? {
    switch kind {
    case "action": ActionID(stored: id).map { .action($0) }
    case "organisation": OrganisationID(stored: id).map { .organisation($0) }
    case "person": PersonID(stored: id).map { .person($0) }
    default: nil
    }
  }
}
