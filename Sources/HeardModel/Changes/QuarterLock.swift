/// That a quarter is locked: what is told to whoever tries to change one of its events.
public struct QuarterLock: Hashable, Sendable {
  /// The quarter.
  public let quarter: ApprovalPeriod
  /// Who approved it.
  public let by: String
  /// When.
  public let at: Moment

  /// A lock on a quarter.
  public init(quarter: ApprovalPeriod, by: String, at: Moment) {
    (self.quarter, self.by, self.at) = (quarter, by, at)
  }
}

extension Programme {
  /// The lock under which an event stands; nil where its quarter is open or not known.
  public func lock(of event: Event) -> QuarterLock? {
    event.periods.lazy.compactMap { approvals[$0]?.lock }.first
  }

  /// The lock that refuses an edit; nil where it may be made.
  public func lock(against edit: Edit, on day: CalendarDay) -> QuarterLock? {
    guard case .event = edit.key else { return nil }
    return Self.lock(from: edit.before, to: edit.after, erased: erased, on: day) {
      approvals[$0]?.lock
    }
  }

  /// The lock that refuses a change of one record into another; `lock` tells those that stand.
  public static func lock<Failure: Error>(
    from before: Record?, to after: Record?, erased: Set<String>, on day: CalendarDay,
    _ lock: (ApprovalPeriod) throws(Failure) -> QuarterLock?
  ) throws(Failure) -> QuarterLock? {
    let events = [before, after].map { record -> Event? in
      if case .event(let event)? = record { event } else { nil }
    }
    // Neither out of a locked quarter nor into one.
    for quarter in events.flatMap({ $0?.periods ?? [] }) {
      guard let found = try lock(quarter) else { continue }
      if let old = events[0], let new = events[1],
        new.keepsLocked(of: old, erased: erased, on: day)
      {
        continue
      }
      return found
    }
    return nil
  }

  /// As much of a change of several records as no lock refuses, with the locks that refused the rest.
  public func separated(
    _ change: Change, on day: CalendarDay
  ) -> (allowed: [Edit], locks: [QuarterLock]) {
    var (allowed, locks): ([Edit], [QuarterLock]) = ([], [])
    for edit in change.edits {
      if let lock = lock(against: edit, on: day) {
        locks.append(lock)
      } else {
        allowed.append(edit)
      }
    }
    return (allowed, locks)
  }
}

extension Event {
  /// What an approval covers: all but how people are told, who is listed, and open conflicts.
  ///
  /// Telling people mostly comes after the quarter is approved. How confidential the event is
  /// stands apart as well, since it may always become more closed, and so does the number of
  /// contributions that their speakers did not want kept.
  var lockedPart: Event {
    var part = self
    part.feedback = Feedback()
    part.participations = []
    part.conflicts = []
    part.confidentiality = .open
    part.unrecordedContributions = nil
    part.retention = []
    return part
  }

  /// Whether nothing differs that a lock keeps, but for what people have a right to.
  ///
  /// Withdrawal, refusal and erasure win over a lock, and so does closing what was open.
  func keepsLocked(of before: Event, erased: Set<String>, on day: CalendarDay) -> Bool {
    let order = Confidentiality.allCases
    var part = lockedPart
    // A community that takes back its agreement closes what it had opened.
    if communityGovernance.isEmpty { part.communityGovernance = before.communityGovernance }
    guard part == before.lockedPart,
      let now = order.firstIndex(of: confidentialityOrClosed),
      let earlier = order.firstIndex(of: before.confidentialityOrClosed), now >= earlier
    else { return false }
    let people = Dictionary(participations.map { ($0.id, $0) }) { first, _ in first }
    let known = Set(before.participations.map(\.id))
    return participations.allSatisfy { known.contains($0.id) }
      && before.participations.allSatisfy { person in
        guard let now = people[person.id] else {
          return erased.contains(person.id.text) || person.hasWithdrawn(on: day)
        }
        return now.keepsLocked(of: person, on: day)
      }
  }
}

extension Participation {
  /// What an approval covers: all but the consent.
  var lockedPart: Participation {
    var part = self
    part.consent = nil
    part.retention = []
    return part
  }

  /// Whether the person refused or took back anything that was asked about this list.
  func hasWithdrawn(on day: CalendarDay) -> Bool {
    guard let consent else { return false }
    return ConsentPurpose.allCases.contains { consent.state(of: $0, on: day).closes }
  }

  /// Whether nothing differs but that consent closed, and what went with it.
  func keepsLocked(of before: Participation, on day: CalendarDay) -> Bool {
    let opens = ConsentPurpose.allCases.contains { purpose in
      (consent?.allows(purpose, on: day) ?? false)
        && !(before.consent?.allows(purpose, on: day) ?? false)
    }
    if opens { return false }
    if lockedPart == before.lockedPart { return true }
    return hasWithdrawn(on: day) && isOnlyEmptied(from: before)
  }

  /// Whether every member that tells something of the person is as it was, or empty.
  private func isOnlyEmptied(from before: Participation) -> Bool {
    func keeps<T: Equatable>(_ member: KeyPath<Participation, T>, _ empty: T) -> Bool {
      self[keyPath: member] == before[keyPath: member] || self[keyPath: member] == empty
    }
    return status == before.status && roles == before.roles && presence == before.presence
      && keeps(\.pseudonym, "") && keeps(\.ageBand, nil) && keeps(\.organisation, nil)
      && keeps(\.note, "") && accessNeeds.allSatisfy(before.accessNeeds.contains)
      && communities.allSatisfy(before.communities.contains)
  }
}
