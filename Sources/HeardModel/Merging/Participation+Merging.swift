extension AttendanceStatus {
  /// The status of one person of whom two entries of one list tell.
  ///
  /// Who was seen was there, whatever the other list says: registered is what somebody meant to
  /// do, and that nobody ticked a name is weaker than that somebody did. That somebody did not come
  /// says more than that they registered, and a registration more than an invitation. Of two that
  /// say as much, the entry that stays holds.
  func joined(with other: AttendanceStatus) -> AttendanceStatus {
    other.weight > weight ? other : self
  }

  fileprivate var weight: Int {
    switch self {
    case .invited: 0
    case .registered: 1
    case .noShow, .cancelled: 2
    case .attended: 3
    }
  }
}

extension Participation {
  /// Takes in what another entry of the same person at the same event says of how they took part.
  ///
  /// Answers and what they cover (communities, band of age) stay where they were given: see
  /// `Event.agreements`.
  mutating func takeIn(_ other: Participation) {
    status = status.joined(with: other.status)
    roles.join(other.roles)
    accessNeeds.join(other.accessNeeds)
    presence = presence ?? other.presence
    organisation = organisation ?? other.organisation
    if pseudonym.isEmpty { pseudonym = other.pseudonym }
  }

  /// Whether nothing of another entry is lost where only this one stays.
  func says(all other: Participation) -> Bool {
    func holds<T: Equatable>(_ member: KeyPath<Participation, T>, _ blank: T) -> Bool {
      other[keyPath: member] == blank || other[keyPath: member] == self[keyPath: member]
    }
    let isStatusTold = status == other.status || other.status.weight < 2
    return isStatusTold && holds(\.pseudonym, "") && holds(\.presence, nil)
      && holds(\.organisation, nil) && holds(\.note, "") && holds(\.importKey, "")
      && holds(\.ageBand, nil) && holds(\.consent, nil) && holds(\.mergedInto, nil)
      && other.communities.allSatisfy(communities.contains)
      && other.retention.allSatisfy(retention.contains)
  }
}

extension Event {
  /// The entries of a person in which their answers stand: their own, and those that turned out to
  /// be theirs.
  ///
  /// For each purpose the narrower answer holds: what one of them does not open stays closed, and
  /// a refusal or withdrawal in either closes it for both, also a later one. An entry in which
  /// nothing was asked says nothing.
  func answering(_ person: Participation, hasMerged: Bool) -> [Participation] {
    let all = hasMerged ? [person] + entries(mergedInto: person.id) : [person]
    return all.filter { $0.consent?.entries.isEmpty == false }
  }
}
