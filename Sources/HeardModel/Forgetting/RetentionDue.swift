/// That a name behind a pseudonym is kept on this machine; the name itself is not in it.
public struct KeptIdentity: Hashable, Sendable {
  /// Whose it is.
  public let id: PersonID
  /// The last day on which it is kept, where one is set.
  public let keepUntil: CalendarDay?

  /// A name that is kept, until a day where one is set.
  public init(id: PersonID, keepUntil: CalendarDay? = nil) {
    self.id = id
    self.keepUntil = keepUntil
  }
}

/// Something that is kept although its time is over.
public struct RetentionDue: Hashable, Sendable {
  /// Whose it is, or of what.
  public enum Subject: Hashable, Sendable {
    /// Somebody's part in an event.
    case part(PersonID, at: EventID)
    /// The name behind a pseudonym, with the last event on whose list the person stands.
    case identity(PersonID, last: EventID?)
    /// One testimony.
    case testimony(TestimonyID, at: EventID)
  }

  /// Which rule it is past.
  public let rule: RetentionRule
  /// Whose it is, or of what.
  public let subject: Subject
  /// The last day on which it was to be kept.
  public let until: CalendarDay

  /// Something whose time was over on a day.
  public init(_ rule: RetentionRule, _ subject: Subject, until: CalendarDay) {
    self.rule = rule
    self.subject = subject
    self.until = until
  }

  /// The event to which it belongs, where that is known.
  public var event: EventID? {
    switch subject {
    case .part(_, let event), .testimony(_, let event): event
    case .identity(_, let last): last
    }
  }

  /// The person, where it belongs to one by their pseudonym.
  public var person: PersonID? {
    switch subject {
    case .part(let id, _), .identity(let id, _): id
    case .testimony: nil
    }
  }

  /// The testimony, where it is one.
  public var testimony: TestimonyID? {
    if case .testimony(let id, _) = subject { id } else { nil }
  }
}

extension ProgrammeSettings {
  /// For how many days after an event something is kept; nil where each record has its own day.
  public func days(kept rule: RetentionRule) -> Int? {
    rule.days.map { retentionDays[rule.code] ?? $0 }
  }
}

extension Event {
  /// The last day on which it can have been; nil where no day is known.
  public var lastDay: CalendarDay? { (end ?? start)?.lastDay }

  /// What is past its time of the people on its list; one that was postponed is still to come.
  public func pastTime(on today: CalendarDay, _ settings: ProgrammeSettings) -> [RetentionDue] {
    guard let lastDay, status != .postponed else { return [] }
    var due: [RetentionDue] = []
    func add(_ rule: RetentionRule, _ person: Participation) {
      guard let days = settings.days(kept: rule) else { return }
      let until = lastDay.adding(days: days)
      if until < today { due.append(RetentionDue(rule, .part(person.id, at: id), until: until)) }
    }
    for person in participations {
      if !person.accessNeeds.isEmpty { add(.accessNeeds, person) }
      if !person.note.isEmpty { add(.notes, person) }
    }
    return due
  }
}

extension Testimony {
  /// That the day is over on which its consent was to be looked at again, while it holds anything.
  public func pastTime(on today: CalendarDay) -> RetentionDue? {
    guard !isGone(today), let until = consent.reviewBy, until < today, retired(nil) != self else {
      return nil
    }
    return RetentionDue(.testimonies, .testimony(id, at: event), until: until)
  }

  /// What stays of it once its time is over: where it was told, and what was answered.
  func retired(_ mark: RetentionMark?) -> Testimony {
    var rest = emptied()
    rest.retention = mark.map(retention.marked) ?? retention
    return rest
  }
}

extension Sequence where Element == RetentionDue {
  /// By their rules, the earliest first.
  public func inOrder() -> [RetentionDue] {
    let order = Dictionary(
      uniqueKeysWithValues: RetentionRule.allCases.enumerated().map { ($1, $0) })
    return sorted { a, b in
      if a.rule != b.rule { return (order[a.rule] ?? 0) < (order[b.rule] ?? 0) }
      if a.until != b.until { return a.until < b.until }
      if a.event != b.event { return (a.event?.text ?? "") < (b.event?.text ?? "") }
      return (a.person?.text ?? a.testimony?.text ?? "")
        < (b.person?.text ?? b.testimony?.text ?? "")
    }
  }
}
