/// What differs from what was approved, event by event.
public struct ApprovalChange: Hashable, Sendable {
  /// What became of an event.
  public enum Kind: Hashable, Sendable {
    /// Something that is locked was changed all the same, from outside.
    case changed
    /// It is no longer there, cannot be read, or counts to another quarter.
    case gone
    /// It came in after the approval.
    case added
    /// So many people or testimonies were withdrawn, refused or erased: that wins over any lock.
    case withdrawn(Int)
  }

  /// The event.
  public let event: EventID
  /// What became of it.
  public let kind: Kind

  /// Whether it was a person's right.
  public var isByRight: Bool { if case .withdrawn = kind { true } else { false } }
}

extension Programme {
  /// The events that count to a quarter, whatever their status, by their ids.
  public func events(in quarter: ApprovalPeriod) -> [Event] {
    events.values.filter { $0.periods.contains(quarter) }.sorted { $0.id < $1.id }
  }

  /// The events of a quarter as an approval covers them.
  public func coverage(of quarter: ApprovalPeriod, on day: CalendarDay) -> [ApprovedEvent] {
    let heard = Dictionary(grouping: testimonies.values, by: \.event)
    return events(in: quarter).map { event in
      var covered = ApprovedEvent()
      covered.id = event.id
      covered.digest = MemberDigest.digest(event.lockedPart)
      covered.confidentiality = event.confidentialityOrClosed
      for person in event.participations {
        covered.people[MemberDigest.mark(person.id.text)] = MemberDigest.digest(person.countedPart)
      }
      covered.testimonies = (heard[event.id] ?? []).filter { $0.counts(on: day) }
        .map { MemberDigest.mark($0.id.text) }.sorted { $0.stored < $1.stored }
      return covered
    }
  }

  /// What differs from an approval of a quarter, by the events' ids; new testimonies are no change.
  public func changes(
    since entry: ApprovalEntry, of quarter: ApprovalPeriod, on day: CalendarDay
  ) -> [ApprovalChange] {
    let now = Dictionary(coverage(of: quarter, on: day).map { ($0.id, $0) }) { first, _ in first }
    let covered = Set(entry.events.map(\.id))
    let added = now.keys.filter { !covered.contains($0) }
      .map { ApprovalChange(event: $0, kind: .added) }
    let others = entry.events.flatMap { before -> [ApprovalChange] in
      guard let after = now[before.id] else {
        let isErased = erased.contains(before.id.text)
        return [ApprovalChange(event: before.id, kind: isErased ? .withdrawn(1) : .gone)]
      }
      return changes(from: before, to: after, on: day)
    }
    return (added + others).sorted { $0.event < $1.event }
  }

  private func changes(
    from before: ApprovedEvent, to after: ApprovedEvent, on day: CalendarDay
  ) -> [ApprovalChange] {
    let order = Confidentiality.allCases
    var isChanged =
      before.digest != after.digest
      || (order.firstIndex(of: after.confidentiality) ?? 0)
        < (order.firstIndex(of: before.confidentiality) ?? 0)
    let people = events[before.id]?.participations ?? []
    let marks = Set(people.map { MemberDigest.mark($0.id.text) })
    // Off the list: Heard takes people off a locked one only when they withdrew.
    var withdrawn = before.people.keys.count { !marks.contains($0) }
    for person in people {
      let mark = MemberDigest.mark(person.id.text)
      if before.people[mark] == after.people[mark] { continue }
      if before.people[mark] != nil && person.hasWithdrawn(on: day) {
        withdrawn += 1
      } else {
        isChanged = true
      }
    }
    withdrawn += before.testimonies.count { !after.testimonies.contains($0) }
    let kinds: [ApprovalChange.Kind] =
      (isChanged ? [.changed] : []) + (withdrawn > 0 ? [.withdrawn(withdrawn)] : [])
    return kinds.map { ApprovalChange(event: before.id, kind: $0) }
  }
}

extension Participation {
  /// What figures depend on, and nothing else: a digest of a trait would outlive its erasure.
  fileprivate var countedPart: Participation {
    var part = Participation()
    (part.id, part.status, part.roles, part.presence) = (id, status, roles, presence)
    return part
  }
}

extension Testimony {
  /// Whether it counts: keeping it was neither refused nor withdrawn.
  public func counts(on day: CalendarDay) -> Bool { !isGone(day) }
}
