import HeardModel

/// How far telling people what came of it is, as it stands on one day.
public enum Told: Hashable, Sendable {
  /// The day is more than two weeks away.
  case notDue
  /// Somebody has to tell them within two weeks, or has begun to; no day has passed.
  case due
  /// The day passed so many days ago.
  case late(days: Int)
  /// They were told.
  case told
  /// They cannot be told, and it is said why.
  case notPossible
  /// There is nothing to tell: not held, nothing to follow, or somebody else's event.
  case nothing

  /// Days within which something that is to come is shown as due.
  public static let dueWithin = 14
}

extension Insight {
  /// How far telling the people of an event is.
  ///
  /// Where no day is set, the programme's own number of days after the event holds, but not for an
  /// event of somebody else or one that is known from a publication only. Where nobody knows whose it
  /// was, people are told as of our own.
  public func told(_ event: Event) -> Told {
    if event.feedback.isTold { return .told }
    if event.feedback.status == .notPossible { return .notPossible }
    guard event.status == .held else { return .nothing }
    if let due = tellingDay(event) { return told(by: due, event.feedback.status) }
    let isBegun = event.feedback.status == .due || event.feedback.status == .drafted
    return isBegun ? .due : .nothing
  }

  /// The day by which the people of an event are to be told.
  public func tellingDay(_ event: Event) -> CalendarDay? {
    if let due = event.feedback.due { return due }
    let isOurs = event.involvement != .participated && event.provenance.kind != .published
    let isSilent = event.closeOut.nothingToFollow && event.feedback.status == .notDue
    guard isOurs, !isSilent, event.status == .held,
      let days = programme.settings.feedbackDays, let last = event.end ?? event.start
    else { return nil }
    return last.lastDay.adding(days: days)
  }

  /// How far telling those who asked for an action is: once it is closed they are to be told.
  public func told(_ action: FollowUpAction) -> Told {
    if action.feedback.isTold { return .told }
    if action.feedback.status == .notPossible { return .notPossible }
    if let due = action.feedback.due { return told(by: due, action.feedback.status) }
    let isBegun = action.feedback.status == .due || action.feedback.status == .drafted
    return isBegun || !action.status.isOpen ? .due : .notDue
  }

  private func told(by due: CalendarDay, _ status: FeedbackStatus) -> Told {
    let days = due.dayNumber - today.dayNumber
    if days < 0 { return .late(days: -days) }
    return days <= Told.dueWithin || status != .notDue ? .due : .notDue
  }
}
