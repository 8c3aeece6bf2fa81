import HeardModel

extension Insight {
  /// The places of the events that a filter lets pass.
  func eventPlaces(_ query: Query) -> [Int] {
    if query.isEmpty { return Array(events.indices) }
    return kept.foundEvents.places(query) { wider in
      let matcher = Matcher(query, for: .events, in: self)
      let texts = matcher.soughtOrShunnedWords ? eventTexts : []
      let places = wider ?? events.indices.map { Int32($0) }
      return places.filter { place in
        let place = Int(place)
        return matcher.holds(
          words: { texts[place].contains($0) },
          key: { key, values in
            eventHas(place, key, values) ?? eventItselfHas(place, key, values)
          })
      }
    }.map { Int($0) }
  }

  /// Whether an event has a value of a key that its testimonies and people share; nil for others.
  func eventHas(_ place: Int, _ key: QueryKey, _ values: Matcher.Values) -> Bool? {
    let event = events[place]
    switch key {
    case .country: return event.country.map { values.stored.contains($0.stored) } ?? false
    case .region: return values.folded.contains(where: Folded(event.region).contains)
    case .place: return values.folded.contains(where: Folded(event.place).contains)
    case .series: return values.folded.contains(where: Folded(event.series.name).contains)
    case .year, .month, .after, .before: return values.holds(event.start, key)
    case .format: return values.hold(event.format?.rawValue)
    case .involvement: return values.hold(event.involvement?.rawValue)
    case .confidentiality: return values.hold(event.confidentiality?.rawValue)
    case .topic: return event.topics.contains(where: values.codes.contains)
    case .about: return event.aboutCommunities.contains(where: values.codes.contains)
    case .event: return isEvent(event.id, values)
    case .partner: return event.partners.contains { organisation($0.id, is: values) }
    default: return nil
    }
  }

  /// Whether an organisation is meant, by the beginning of its id or part of its name.
  func organisation(_ id: OrganisationID, is values: Matcher.Values) -> Bool {
    if values.stored.contains(where: { id.text.hasPrefix($0.lowercased()) }) { return true }
    guard let name = programme.organisations[id]?.name else { return false }
    return values.folded.contains(where: Folded(name).contains)
  }

  private func eventItselfHas(_ place: Int, _ key: QueryKey, _ values: Matcher.Values) -> Bool {
    let event = events[place]
    switch key {
    case .status: return values.stored.contains(event.status.rawValue)
    case .type: return event.type.map(values.codes.contains) ?? false
    case .declared: return isDeclared(values.codes, at: place)
    case .role:
      return event.attendance.roles.keys.contains(where: values.codes.contains)
        || event.participations.contains { $0.roles.contains(where: values.codes.contains) }
    case .language: return event.languages.contains(where: values.holds)
    case .person: return event.participations.contains { values.means($0.id, $0.pseudonym) }
    case .source: return values.stored.contains(rows[place].figure.source.rawValue)
    case .closed:
      return event.status == .held && !event.isBeforeHeard
        && values.stored.contains(rows[place].isClosedOut ? "yes" : "no")
    case .closeout: return values.stored.contains { closingOut(place, is: $0) }
    case .open: return values.stored.contains { eventIsOpen(place, $0) }
    case .told: return values.stored.contains { rows[place].told.matches($0) }
    case .provenance: return values.stored.contains(event.provenance.kind.rawValue)
    case .id: return values.stored.contains { event.id.text.hasPrefix($0.lowercased()) }
    case .has: return values.stored.contains { eventHasPresent(place, $0) }
    default: return false
    }
  }

  private func closingOut(_ place: Int, is value: String) -> Bool {
    let row = rows[place]
    switch QueryCloseOut(rawValue: value) {
    case .open: return !row.gaps.isEmpty
    case .done: return row.isClosedOut
    case .beforeHeard: return row.isBeforeHeard
    case .due:
      guard !row.gaps.isEmpty, let last = events[place].end ?? events[place].start else {
        return false
      }
      return today.dayNumber - last.lastDay.dayNumber > Insight.closeOutWithin
    case nil: return false
    }
  }

  private func eventIsOpen(_ place: Int, _ value: String) -> Bool {
    let row = rows[place]
    switch QueryOpen(rawValue: value) {
    case .closeout: return !row.gaps.isEmpty
    case .feedback: return row.told.isOpen
    case .overdue:
      if case .late = row.told { return true }
      return (actionsOfEvent[row.id] ?? []).contains {
        actions[$0].daysOverdue(today: today) != nil
      }
    case .consent:
      return (testimoniesOfEvent[row.id] ?? []).contains { isConsentOpen(testimonies[$0]) }
    case .evidence:
      return (testimoniesOfEvent[row.id] ?? []).contains { lacksEvidence(testimonies[$0]) }
    case nil: return false
    }
  }

  private func eventHasPresent(_ place: Int, _ value: String) -> Bool {
    let event = events[place]
    switch QueryPresence(rawValue: value) {
    case .testimonies: return rows[place].testimonies > 0
    case .actions: return rows[place].actions > 0
    case .quotes:
      return (testimoniesOfEvent[event.id] ?? []).contains {
        counts(at: $0) && !testimonies[$0].quotes.isEmpty
      }
    case .people: return !event.participations.isEmpty
    case .partners: return !event.partners.isEmpty
    case .attendance: return rows[place].figure.count != nil
    case .summary: return !event.summary.isEmpty
    case .sheet: return !event.provenance.importKey.isEmpty
    case .feedback: return !event.feedback.text.isEmpty
    case .access: return !event.access.isEmpty
    case .conflicts: return !event.conflicts.isEmpty
    default: return false
    }
  }
}

extension Matcher {
  /// Whether any condition asks for words, so that the texts have to be folded.
  var soughtOrShunnedWords: Bool {
    terms.contains { if case .words = $0.condition { true } else { false } }
  }
}

extension Matcher.Values {
  /// Whether a date lies where a key wants it; a date that may or may not, does not.
  func holds(_ date: KnownDate?, _ key: QueryKey) -> Bool {
    guard let date else { return false }
    switch key {
    case .year: return years.contains { $0.years.contains(date.year) }
    case .month:
      return months.contains {
        $0.month == date.month && ($0.year == nil || $0.year == date.year)
      }
    case .after: return dates.contains { date.firstDay >= $0.firstDay }
    case .before: return dates.contains { date.lastDay < $0.firstDay }
    default: return false
    }
  }

  /// Whether a language is meant: the tag, or the language whatever its region.
  func holds(_ language: LanguageTag) -> Bool {
    stored.contains(language.stored.lowercased()) || stored.contains(language.base)
  }

  /// Whether a person is meant, by the beginning of the id or part of the pseudonym.
  func means(_ id: PersonID?, _ pseudonym: String) -> Bool {
    if let id, stored.contains(where: { id.text.hasPrefix($0.lowercased()) }) { return true }
    return !pseudonym.isEmpty && folded.contains(where: Folded(pseudonym).contains)
  }
}

extension Told {
  /// Whether people are still to be told.
  public var isOpen: Bool {
    switch self {
    case .due, .late: true
    case .notDue, .told, .toldLacking, .notPossible, .nothing: false
    }
  }

  func matches(_ value: String) -> Bool {
    switch (QueryTold(rawValue: value), self) {
    case (.yes, .told), (.lacking, .toldLacking), (.no, .due), (.no, .late), (.due, .due),
      (.late, .late),
      (.notDue, .notDue), (.notPossible, .notPossible):
      true
    default: false
    }
  }
}
