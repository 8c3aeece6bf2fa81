/// A day on which something was done, decided or told, and which cannot be right.
public struct TimeFault: Hashable, Sendable {
  /// What is wrong with it.
  public enum Kind: Hashable, Sendable {
    /// It lies before the first day of what it answers.
    case beforeWhatItAnswers(CalendarDay)
    /// It is still to come.
    case afterToday
    /// Somebody saw that it was done, and the day is not noted.
    case missing
  }

  /// The record in which it stands.
  public let record: RecordKey
  /// The member, as `milestones[m-1].doneOn`.
  public let member: String
  /// The day; nil where none is noted.
  public let day: KnownDate?
  /// What is wrong.
  public let kind: Kind
}

/// The rule of time: nothing was done, decided, told, verified or reached before the earliest of
/// what it answers, or after today.
///
/// The days that it looks at, and what each answers:
/// - of an event `closeOut.at`, `feedback.deliveredOn` and `feedback.deliveries[].on`: the event's
///   start;
/// - of an action `proposedOn`, `startedOn`, `decidedOn`, `doneOn`, `milestones[].doneOn` and
///   `statusEntries[].on`: its events and testimonies with their events, but not an event that is
///   still to come or for which it arranges what people need, since that is done before;
/// - of an action `feedback.deliveredOn` and `feedback.deliveries[].on`: all that, and `doneOn`;
/// - of an action `measure.baselineOn`, `measure.currentOn` and `evidenceItems[].on`: nothing, a
///   number or a picture can be older. They only must not lie ahead.
///
/// A date that is known to the month or year counts by its last day against the first day of what
/// is answered, and by its first day against today; a day more is allowed at both ends, since zones
/// differ. Where one of the things answered has no day, it may be the earliest, and nothing is said.
///
/// Left to other rules or to none: when an event was held (`Event.isHeldInFuture`), what is only
/// meant (`due`, `reviewBy`, `embargo`, `followUpCheck`), when somebody spoke, read back, agreed or
/// reviewed (consent has rules of its own), approvals, the history, and days of partners' support.
public enum TimeRule {
  /// Days by which a day may be off, since it is another day elsewhere.
  public static let grace = 1

  /// What is wrong with a day that answers something; without `today` that is not asked.
  public static func kind(
    of day: KnownDate, answering first: CalendarDay?, on today: CalendarDay?
  ) -> TimeFault.Kind? {
    if let today, isAhead(day, of: today) { return .afterToday }
    guard let first, day.lastDay < first.adding(days: -grace) else { return nil }
    return .beforeWhatItAnswers(first)
  }

  /// Whether a day is still to come, wherever one is.
  public static func isAhead(_ day: KnownDate, of today: CalendarDay) -> Bool {
    day.firstDay > today.adding(days: grace)
  }

  /// The earliest of some days; nil where one of them is not known, which may be the earliest.
  public static func earliest(_ days: [CalendarDay?]) -> CalendarDay? {
    days.contains(nil) ? nil : days.compactMap { $0 }.min()
  }
}

extension Event {
  /// The days after the event that cannot be right; without `today` only those before it.
  public func timeFaults(on today: CalendarDay?) -> [TimeFault] {
    let settled = closeOut.at.map { (member: "closeOut.at", day: KnownDate($0.day)) }
    return (feedback.days + [settled].compactMap { $0 }).compactMap { member, day in
      TimeRule.kind(of: day, answering: start?.firstDay, on: today).map {
        TimeFault(record: .event(id), member: member, day: day, kind: $0)
      }
    }
  }
}

extension FollowUpAction {
  /// The first day of everything that the action answers; nil among them where one is not known.
  ///
  /// `told` says when somebody spoke, by their event at the latest. An event that lies ahead is
  /// prepared, not answered; without `today` none does.
  public func answeredDays(
    on today: CalendarDay?, event: (EventID) -> Event?, told: (TestimonyID) -> CalendarDay?
  ) -> [CalendarDay?] {
    let events = events.compactMap { id -> CalendarDay?? in
      guard let event = event(id), let first = event.start?.firstDay else { return .some(nil) }
      if let today, event.status != .held, first > today { return nil }
      return isArranging(for: event, beginningOn: first) ? nil : .some(first)
    }
    return events + testimonies.map(told)
  }

  /// The days of the action that cannot be right, with what it answers by `answeredDays`; without
  /// `today` only those before.
  public func timeFaults(
    answering answered: [CalendarDay?], on today: CalendarDay?
  ) -> [TimeFault] {
    let first = TimeRule.earliest(answered)
    func faults(_ days: [(member: String, day: KnownDate)], _ first: CalendarDay?) -> [TimeFault] {
      days.compactMap { member, day in
        TimeRule.kind(of: day, answering: first, on: today).map { fault(member, day, $0) }
      }
    }
    let missing = status == .verified && doneOn == nil ? [fault("doneOn", nil, .missing)] : []
    return faults(courseDays, first) + missing + faults(takenDays, nil)
      + faults(feedback.days, firstToTell(answering: answered))
  }

  /// The first day of what people are told about: of all that it answers, or of its being done.
  public func firstToTell(answering answered: [CalendarDay?]) -> CalendarDay? {
    TimeRule.earliest(answered + (doneOn.map { [$0.firstDay] } ?? []))
  }

  private func fault(_ member: String, _ day: KnownDate?, _ kind: TimeFault.Kind) -> TimeFault {
    TimeFault(record: .action(id), member: member, day: day, kind: kind)
  }

  private var courseDays: [(member: String, day: KnownDate)] {
    let own: [(String, KnownDate?)] =
      [
        ("proposedOn", proposedOn), ("startedOn", startedOn), ("decidedOn", decidedOn),
        ("doneOn", doneOn),
      ] + milestones.map { ("milestones[\($0.id.stored)].doneOn", $0.doneOn.map(KnownDate.init)) }
      + statusEntries.map { ("statusEntries[\($0.id.stored)].on", $0.on) }
    return own.compactMap { member, day in day.map { (member, $0) } }
  }

  private var takenDays: [(member: String, day: KnownDate)] {
    let own: [(String, KnownDate?)] =
      [("measure.baselineOn", measure.baselineOn), ("measure.currentOn", measure.currentOn)]
      + evidenceItems.map { ("evidenceItems[\($0.id.stored)].on", $0.on) }
    return own.compactMap { member, day in day.map { (member, $0) } }
  }

  /// Whether the action arranges something for an event rather than answering it.
  private func isArranging(for event: Event, beginningOn first: CalendarDay) -> Bool {
    // Made while the event lay ahead, so the ids need not be tried for any other.
    guard let proposed = proposedOn, proposed.firstDay <= first else { return false }
    return event.arrangingActions.contains(id)
  }
}

extension FollowUpAction {
  /// Whether it is done by a day: one that is dated later is still to be done.
  public func isDone(on today: CalendarDay) -> Bool { status.isDone && !isDatedAhead(of: today) }

  /// Whether something still has to happen on a day.
  public func isOpen(on today: CalendarDay) -> Bool {
    status.isOpen || (status.isDone && isDatedAhead(of: today))
  }

  private func isDatedAhead(of today: CalendarDay) -> Bool {
    doneOn.map { TimeRule.isAhead($0, of: today) } ?? false
  }
}

extension Programme {
  /// The first day of everything that an action answers; nil among them where one is not known.
  public func answeredDays(by action: FollowUpAction, on today: CalendarDay) -> [CalendarDay?] {
    action.answeredDays(
      on: today, event: { events[$0] },
      told: { id in
        guard let testimony = testimonies[id] else { return nil }
        return testimony.firstDay(at: events[testimony.event]?.start)
      })
  }

  /// The days of a record that cannot be right; other records than events and actions have none.
  public func timeFaults(of record: Record, on today: CalendarDay) -> [TimeFault] {
    switch record {
    case .event(let event): event.timeFaults(on: today)
    case .action(let action):
      action.timeFaults(answering: answeredDays(by: action, on: today), on: today)
    case .settings, .testimony, .organisation, .staff, .approval, .view, .fact, .release: []
    }
  }
}

extension Testimony {
  /// The first day on which it can have been told: its own, or that of its event where that is
  /// earlier.
  public func firstDay(at start: KnownDate?) -> CalendarDay? {
    [takenAt?.day, start?.firstDay].compactMap { $0 }.min()
  }
}

extension Feedback {
  /// The days on which people were told.
  fileprivate var days: [(member: String, day: KnownDate)] {
    let own = deliveredOn.map { [("feedback.deliveredOn", KnownDate($0))] } ?? []
    return own
      + deliveries.compactMap { delivery in
        delivery.on.map { ("feedback.deliveries[\(delivery.id.stored)].on", KnownDate($0)) }
      }
  }
}
