import HeardModel

extension Insight {
  /// The organisations that pass the filter, by themselves or by one of their events; most events
  /// first.
  ///
  /// What a filter says about events picks the events that a row counts; what it says about the
  /// organisation itself, as its own country, picks all of them.
  public func organisations(_ query: Query = Query()) -> [OrganisationRow] {
    let matcher = Matcher(query, for: .organisations, in: self)
    var partOf: [OrganisationID: [Int]] = [:]
    for (place, event) in events.enumerated() {
      for partner in event.partners { partOf[partner.id, default: []].append(place) }
    }
    return programme.organisations.values.compactMap { organisation -> OrganisationRow? in
      if programme.erased.contains(organisation.id.text) { return nil }
      let all = partOf[organisation.id] ?? []
      if holds(organisation, at: nil, matcher) { return makeRow(organisation, all) }
      let found = all.filter { holds(organisation, at: $0, matcher) }
      return found.isEmpty ? nil : makeRow(organisation, found)
    }.sorted { a, b in
      if a.events.count != b.events.count { return a.events.count > b.events.count }
      if a.name == b.name { return a.id < b.id }
      return collation.isBefore(a.name, b.name)
        || (!collation.isBefore(b.name, a.name) && a.id < b.id)
    }
  }

  private func holds(_ organisation: Organisation, at place: Int?, _ matcher: Matcher) -> Bool {
    matcher.holds(
      words: { word in
        [organisation.name, organisation.note, organisation.website, organisation.id.text]
          .contains { Folded($0).contains(word) }
      },
      key: { key, values in
        switch key {
        case .id: return values.stored.contains { organisation.id.text.hasPrefix($0.lowercased()) }
        case .partner: return self.organisation(organisation.id, is: values)
        case .provenance: return values.stored.contains(organisation.provenance.kind.rawValue)
        case .has:
          return values.stored.contains { $0 == "support" && !organisation.support.isEmpty }
        default: break
        }
        if let place { return eventHas(place, key, values) ?? false }
        return key == .country
          && organisation.country.map { values.stored.contains($0.stored) } ?? false
      })
  }

  private func makeRow(_ organisation: Organisation, _ places: [Int]) -> OrganisationRow {
    let starts = places.compactMap { events[$0].start }
    let roles = places.flatMap { place in
      events[place].partners.filter { $0.id == organisation.id }.flatMap(\.roles)
    }
    var support: [Code?: Int] = [:]
    for entry in organisation.support {
      if let amount = entry.amount { support[entry.currency, default: 0] += amount }
    }
    return OrganisationRow(
      id: organisation.id, name: organisation.name, kind: organisation.kind,
      country: organisation.country, events: places.map { events[$0].id },
      roles: Set(roles).sorted(), countries: Set(places.compactMap { events[$0].country }).sorted(),
      first: starts.min(), last: starts.max(),
      support: support.map { OrganisationRow.Support(currency: $0.key, amount: $0.value) }
        .sorted { ($0.currency?.stored ?? "~") < ($1.currency?.stored ?? "~") })
  }
}
