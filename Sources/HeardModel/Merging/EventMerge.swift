/// Two events that are one: what each says, which of the two holds in each part, and what becomes
/// of everything that hangs on the one that goes.
public struct EventMerge: Sendable {
  /// Whose value holds where both have one.
  public enum Choice: String, CaseIterable, Sendable, StoredText {
    /// That of the event that stays.
    case kept
    /// That of the event that goes.
    case gone
    /// Both, one below the other; only of texts.
    case both
  }

  /// How a part stands in the two.
  public enum State: Hashable, Sendable {
    /// Alike, or blank in both.
    case same
    /// Only the event that stays has one.
    case onlyKept
    /// Only the event that goes has one, which is taken over.
    case onlyGone
    /// Both have one, and a person chooses.
    case differs
  }

  /// Why two events cannot become one.
  public enum Refusal: String, CaseIterable, Hashable, Sendable {
    /// They are one and the same.
    case same
    /// They are said to be in different countries, whose rules about people differ.
    case countries
    /// One of them has fields in two versions.
    case conflicts
    /// Somebody on the list of one had their part in the other erased.
    case erased
  }

  /// The event that stays, under its id.
  public let kept: Event
  /// The event that goes.
  public let gone: Event
  /// What a person chose; where nothing is chosen, what stays holds.
  public var choices: [MergePart: Choice] = [:]
  /// Those of the two at which somebody was heard.
  private let told: Set<EventID>

  /// Two events of a programme, of which the first stays.
  public init(_ kept: Event, with gone: Event, in programme: Programme) {
    (self.kept, self.gone) = (kept, gone)
    let ids = [kept.id, gone.id]
    told = Set(programme.testimonies.values.lazy.map(\.event).filter(ids.contains))
  }

  /// How a part stands in the two.
  public func state(of part: MergePart) -> State {
    switch (part.value(in: kept), part.value(in: gone)) {
    case (_?, _?) where part == .pulses: hasSamePulses ? .same : .differs
    case (nil, nil): .same
    case (_?, nil): .onlyKept
    case (nil, _?): .onlyGone
    case (let one?, let other?): one == other ? .same : .differs
    }
  }

  // A question that only one of them asked is joined.
  private var hasSamePulses: Bool {
    kept.pulses.allSatisfy { pulse in
      gone.pulses.first { $0.id == pulse.id }.map { $0 == pulse } ?? true
    }
  }

  /// The parts in which both say something and not the same.
  public var differing: [MergePart] { MergePart.allCases.filter { state(of: $0) == .differs } }

  /// The parts with numbers of people that differ and about which nobody has chosen: they are not
  /// added up, and nobody decides by the way which of them is right.
  public var undecided: [MergePart] {
    differing.filter { $0.isOfNumbers && choices[$0] == nil }
  }

  /// Whose value holds in a part.
  public func choice(for part: MergePart) -> Choice {
    let chosen = choices[part] ?? .kept
    return switch state(of: part) {
    case .same, .onlyKept: .kept
    case .onlyGone: .gone
    case .differs: chosen == .both && !part.canHoldBoth ? .kept : chosen
    }
  }

  /// What can be chosen for a part.
  public func choices(for part: MergePart) -> [Choice] {
    guard state(of: part) == .differs else { return [choice(for: part)] }
    return part.canHoldBoth ? Choice.allCases : [.kept, .gone]
  }

  /// Why the two cannot become one; nil where they can.
  public func refusal(in programme: Programme) -> Refusal? {
    if kept.id == gone.id { return .same }
    if let one = kept.country, let other = gone.country, one != other { return .countries }
    if !kept.conflicts.isEmpty || !gone.conflicts.isEmpty { return .conflicts }
    let erased = gone.participations.contains {
      programme.erased.contains(ErasedPart.participation($0.id, at: kept.id))
    }
    return erased ? .erased : nil
  }
}

// What comes of it.
extension EventMerge {
  /// The event that the two become.
  public var merged: Event {
    var event = kept
    for part in MergePart.allCases {
      switch choice(for: part) {
      case .kept: break
      case .gone: part.take(from: gone, into: &event)
      case .both: part.add(from: gone, to: &event)
      }
    }
    event.country = kept.country ?? gone.country
    joinLists(&event)
    joinPeople(&event)
    event.confidentiality = confidentiality
    event.isBeforeHeard = kept.isBeforeHeard && gone.isBeforeHeard
    event.hasNoPartners = (kept.hasNoPartners || gone.hasNoPartners) && event.partners.isEmpty
    if event.provenance.importKey.isEmpty {
      event.provenance.importKey = gone.provenance.importKey
    }
    event.mergedFrom.joinRecords(gone.mergedFrom + [MergedEvent(gone)])
    return event
  }

  /// Of two rules about what may be told the more closed one, and where one of them has none and
  /// holds people's words or names, none: that counts as closed.
  private var confidentiality: Confidentiality? {
    switch (kept.confidentiality, gone.confidentiality) {
    case (let one?, let other?):
      ClosedValue.isMoreClosed(other.stored, than: one.stored, member: "confidentiality")
        ? other : one
    case (let one, nil): isSpoken(gone) ? nil : one
    case (nil, let other): isSpoken(kept) ? nil : other
    }
  }

  private func isSpoken(_ event: Event) -> Bool {
    told.contains(event.id) || !event.participations.isEmpty || !event.summary.isEmpty
      || !event.asks.isEmpty
  }

  private func joinLists(_ event: inout Event) {
    event.languages.join(gone.languages)
    event.interpreters.join(gone.interpreters)
    event.topics.join(gone.topics)
    event.aboutCommunities.join(gone.aboutCommunities)
    event.facilitators.join(gone.facilitators)
    event.asks.joinRecords(gone.asks)
    event.pulses.joinRecords(kept.pulses)
    event.pulses.joinRecords(gone.pulses)
    event.retention.joinRecords(gone.retention)
    for partner in gone.partners {
      guard let place = event.partners.firstIndex(where: { $0.id == partner.id }) else {
        event.partners.append(partner)
        continue
      }
      event.partners[place].roles.join(partner.roles)
      event.partners[place].note = event.partners[place].note.joined(with: partner.note)
    }
    // What somebody still needs is not settled by what the other record says.
    event.access.merge(gone.access) { one, other in
      [one, other].contains(.needed) ? .needed : one == .notAsked ? other : one
    }
  }

  private func joinPeople(_ event: inout Event) {
    for person in gone.participations {
      guard let place = event.participations.firstIndex(where: { $0.id == person.id }) else {
        event.participations.append(person)
        continue
      }
      event.participations[place].takeIn(person)
      if event.participations[place].says(all: person) { continue }
      event.participations.keepBeside(person, from: gone.id)
    }
  }
}

extension [Participation] {
  /// Keeps another entry of somebody whole beside theirs, with its answers above all; what stands
  /// there from an earlier merge is not added once more.
  ///
  /// Its id is made of what it was, so that every machine makes the same.
  fileprivate mutating func keepBeside(_ person: Participation, from event: EventID) {
    var other = person
    other.mergedInto = other.mergedInto ?? person.id
    for number in 0... {
      let mark = MemberDigest.mark("\(event.text) \(person.id.text) \(number)").stored
      other.id = PersonID(stored: "p-\(mark)") ?? person.id
      guard let known = first(where: { $0.id == other.id }) else { return append(other) }
      if known == other { return }
    }
  }
}

extension Array where Element: Equatable {
  /// Adds what is not there yet, at the end.
  mutating func join(_ others: [Element]) {
    for other in others where !contains(other) { append(other) }
  }
}

extension Array where Element: StoredRecord {
  /// Adds the records of which none with the same id is there, at the end.
  mutating func joinRecords(_ others: [Element]) {
    let known = Set(map(\.recordID))
    append(contentsOf: others.filter { !known.contains($0.recordID) })
  }
}

extension String {
  /// Both texts, one below the other; one of them where they are alike or the other is empty.
  fileprivate func joined(with other: String) -> String {
    if isEmpty || self == other { return other }
    return other.isEmpty ? self : "\(self)\n\(other)"
  }
}
