import HeardModel

/// A field for which what was typed before can be offered.
public enum SuggestionField: String, CaseIterable, Sendable {
  /// The place of an event.
  case place
  /// The region of an event.
  case region
  /// The venue of an event.
  case venue
  /// The row of events.
  case series
  /// An organisation, by its name.
  case organisation
  /// Who answers for an action.
  case owner
  /// A pseudonym.
  case pseudonym
  /// The way by which people are told.
  case channel
  /// What is counted to see whether an action reached its aim.
  case unit
}

extension Insight {
  /// Texts that stand in a field already and begin as what was typed, most used first.
  ///
  /// With a country only what stands in records of that country, or of none, is offered.
  public func suggestions(
    for field: SuggestionField, country: CountryCode? = nil, prefix: String = "",
    limit: Int = 20
  ) -> [String] {
    let prefix = Folded(prefix)
    var uses: [String: Int] = [:]
    for (text, place) in texts(of: field)
    where !text.isEmpty && (country == nil || place == nil || place == country) {
      uses[text, default: 0] += 1
    }
    return uses.filter { prefix.isEmpty || beginsAWord(Folded($0.key), prefix) }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .prefix(limit).map(\.key)
  }

  /// How many other events were in a town, in whatever case and accents it is typed, and how most of
  /// them write it; nil where none was.
  ///
  /// With a country only events there count, and those of which it is not known.
  public func events(
    inTown text: String, country: CountryCode?, except own: EventID
  ) -> (town: String, count: Int)? {
    var uses: [String: Int] = [:]
    for event in events where event.id != own && !event.place.isEmpty {
      if country == nil || event.country == nil || event.country == country {
        uses[event.place, default: 0] += 1
      }
    }
    let wanted = Folded(text)
    let same = uses.filter { Folded($0.key) == wanted }
    guard let most = same.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { return nil }
    return (most.key, same.values.reduce(0, +))
  }

  private func texts(of field: SuggestionField) -> [(String, CountryCode?)] {
    switch field {
    case .place: events.map { ($0.place, $0.country) }
    case .region: events.map { ($0.region, $0.country) }
    case .venue: events.map { ($0.venue, $0.country) }
    case .series: events.map { ($0.series.name, $0.country) }
    case .channel:
      events.map { ($0.feedback.channel, $0.country) }
        + actions.map { ($0.feedback.channel, $0.country) }
    case .organisation: organisationUses
    case .owner: actions.map { ($0.owner, $0.country) }
    case .unit: actions.map { ($0.measure.unit, $0.country) }
    case .pseudonym:
      events.flatMap { event in event.participations.map { ($0.pseudonym, event.country) } }
        + testimonies.filter(counts).map { ($0.pseudonym, event($0.event)?.country) }
    }
  }

  // Once for being known, and once for each event.
  private var organisationUses: [(String, CountryCode?)] {
    programme.organisations.values.map { ($0.name, $0.country) }
      + events.flatMap { event in
        event.partners.compactMap { partner in
          programme.organisations[partner.id].map { ($0.name, event.country) }
        }
      }
  }

  private func beginsAWord(_ text: Folded, _ prefix: Folded) -> Bool {
    var start = 0
    while let place = text.firstPlace(of: prefix, from: start) {
      if place == 0 || text.bytes[place - 1] == UInt8(ascii: " ")
        || text.bytes[place - 1] == UInt8(ascii: "-")
      {
        return true
      }
      start = place + 1
    }
    return false
  }
}
