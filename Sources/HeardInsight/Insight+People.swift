import HeardModel

/// One person with every event at which they were listed or spoke.
struct PersonPresences: Sendable {
  /// One person at one event.
  struct Presence: Sendable {
    let event: Int
    var participation: Int?
    var testimonies: [Int] = []
  }

  let id: PersonID
  var presences: [Presence] = []
  /// The row over all of them.
  var row: PersonRow?
}

extension Insight {
  /// The people of whom at least one presence at an event passes the filter, most events first.
  ///
  /// A person is one id over all events. The figures of a row are those of the presences that pass.
  public func people(_ query: Query = Query()) -> [PersonRow] {
    let matcher = Matcher(query, for: .people, in: self)
    let texts = matcher.soughtOrShunnedWords ? personTexts : []
    if query.isEmpty { return presences.compactMap(\.row) }
    var isWhole = true
    let rows = presences.indices.compactMap { place -> PersonRow? in
      let person = presences[place]
      let found = person.presences.indices.filter { number in
        holds(person.presences[number], of: person.id, matcher) {
          texts[place][number].contains($0)
        }
      }
      if found.isEmpty { return nil }
      if found.count == person.presences.count { return person.row }
      isWhole = false
      return makePersonRow(person.id, found.map { person.presences[$0] })
    }
    // Rows over all events stand in their order already.
    return isWhole ? rows : rows.sorted(by: Self.isBefore)
  }

  private static func isBefore(_ a: PersonRow, _ b: PersonRow) -> Bool {
    if a.events != b.events { return a.events > b.events }
    if a.testimonies != b.testimonies { return a.testimonies > b.testimonies }
    return a.pseudonym != b.pseudonym ? a.pseudonym < b.pseudonym : a.id < b.id
  }

  // What is searched of each presence of each person.
  private var personTexts: [[Folded]] {
    kept.personTexts.value {
      presences.map { person in
        person.presences.map { presence in
          let listed = presence.participation.map {
            events[presence.event].participations[$0]
          }
          return Folded(
            fields: [listed?.pseudonym ?? "", listed?.note ?? "", person.id.text]
              + open(presence).map { testimonies[$0].pseudonym })
        }
      }
    }
  }

  /// Everyone with their presences and their row over all of them, in the order of the list.
  var presences: [PersonPresences] { kept.people.value(makePresences) }

  private func makePresences() -> [PersonPresences] {
    var people: [PersonPresences] = []
    var places: [PersonID: Int] = [:]
    func add(_ id: PersonID, _ event: Int, _ change: (inout PersonPresences.Presence) -> Void) {
      if id.isEmpty || programme.erased.contains(id.text) { return }
      let place = places[id] ?? people.count
      if place == people.count {
        places[id] = place
        people.append(PersonPresences(id: id))
      }
      // Events are gone through one by one, so a presence at this one is the last, if there is one.
      if people[place].presences.last?.event != event {
        people[place].presences.append(.init(event: event))
      }
      change(&people[place].presences[people[place].presences.count - 1])
    }
    for (event, record) in events.enumerated() {
      for (place, participation) in record.participations.enumerated() {
        add(participation.id, event) { $0.participation = place }
      }
      for place in testimoniesOfEvent[record.id] ?? [] where counts(testimonies[place]) {
        if let person = testimonies[place].person {
          add(person, event) { $0.testimonies.append(place) }
        }
      }
    }
    for place in people.indices {
      people[place].row = makePersonRow(people[place].id, people[place].presences)
    }
    return people.sorted { a, b in
      guard let first = a.row, let second = b.row else { return a.id < b.id }
      return Self.isBefore(first, second)
    }
  }

  private func holds(
    _ presence: PersonPresences.Presence, of id: PersonID, _ matcher: Matcher,
    words: (Folded) -> Bool
  ) -> Bool {
    let participation = presence.participation.map { events[presence.event].participations[$0] }
    return matcher.holds(
      words: words,
      key: { key, values in
        switch key {
        case .status:
          return participation.map { values.stored.contains($0.status.rawValue) } ?? false
        case .role: return roles(of: presence).contains(where: values.codes.contains)
        case .declared:
          return (participation?.communities ?? []).contains(where: values.codes.contains)
            || open(presence).contains {
              testimonies[$0].communities.contains(where: values.codes.contains)
            }
        case .partner:
          return participation?.organisation.map { organisation($0, is: values) } ?? false
        case .person:
          return values.means(id, participation?.pseudonym ?? "")
            || open(presence).contains { values.means(id, testimonies[$0].pseudonym) }
        case .id: return values.stored.contains { id.text.hasPrefix($0.lowercased()) }
        default: return eventHas(presence.event, key, values) ?? false
        }
      })
  }

  private func roles(of presence: PersonPresences.Presence) -> [Code] {
    let listed = presence.participation.map { events[presence.event].participations[$0].roles }
    return (listed ?? []) + open(presence).flatMap { testimonies[$0].roles }
  }

  /// The testimonies that everybody of the team may read: of others a list of people tells nothing.
  private func open(_ presence: PersonPresences.Presence) -> [Int] {
    presence.testimonies.filter { testimonies[$0].visibility(to: Reader(), on: today) == .open }
  }

  private func makePersonRow(
    _ id: PersonID, _ presences: [PersonPresences.Presence]
  ) -> PersonRow {
    let dated =
      presences.count == 1
      ? presences
      : presences.sorted { a, b in
        let (first, second) = (events[a.event].start, events[b.event].start)
        guard let first else { return second != nil }
        return second.map { first < $0 } ?? false
      }
    let starts = dated.compactMap { events[$0.event].start }
    let attended = presences.count { presence in
      guard let place = presence.participation else { return false }
      return events[presence.event].status == .held
        && events[presence.event].participations[place].status.isAttending
    }
    return PersonRow(
      id: id, pseudonym: dated.reversed().lazy.map { pseudonym($0) }.first { !$0.isEmpty } ?? "",
      events: presences.count, attended: attended,
      testimonies: presences.reduce(0) { $0 + $1.testimonies.count },
      first: starts.first, last: starts.last,
      roles: presences.count == 1 && roles(of: presences[0]).count == 1
        ? roles(of: presences[0]) : Set(presences.flatMap { roles(of: $0) }).sorted())
  }

  private func pseudonym(_ presence: PersonPresences.Presence) -> String {
    let listed = presence.participation.map { events[presence.event].participations[$0].pseudonym }
    if let listed, !listed.isEmpty { return listed }
    return open(presence).lazy.map { testimonies[$0].pseudonym }.first { !$0.isEmpty } ?? ""
  }
}
