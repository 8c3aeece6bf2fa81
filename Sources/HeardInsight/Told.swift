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
  /// They were told, and so much of it is noted nowhere.
  case toldLacking([TellingLack])
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
    if let told = settled(event.feedback, about: { event.start?.firstDay }) {
      // Of history nobody asks whom and how.
      return event.isBeforeHeard && told.isTold ? .told : told
    }
    guard event.status == .held, !event.isBeforeHeard else { return .nothing }
    if let due = tellingDay(event) { return told(by: due, event.feedback.status) }
    return event.feedback.isBegun ? .due : .nothing
  }

  /// The day by which the people of an event are to be told.
  public func tellingDay(_ event: Event) -> CalendarDay? {
    if event.isBeforeHeard { return nil }
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
    let first = { action.firstToTell(answering: programme.answeredDays(by: action, on: today)) }
    if let told = settled(action.feedback, about: first) { return told }
    if let due = action.feedback.due { return told(by: due, action.feedback.status) }
    return action.feedback.isBegun || !action.isOpen(on: today) ? .due : .notDue
  }

  /// Where people were told or cannot be; a telling that is dated after today is still to come.
  private func settled(_ feedback: Feedback, about first: () -> CalendarDay?) -> Told? {
    if feedback.isTold(on: today) {
      let lacks = feedback.lacks(answering: first())
      return lacks.isEmpty ? .told : .toldLacking(lacks)
    }
    return feedback.status == .notPossible ? .notPossible : nil
  }

  private func told(by due: CalendarDay, _ status: FeedbackStatus) -> Told {
    let days = due.dayNumber - today.dayNumber
    if days < 0 { return .late(days: -days) }
    return days <= Told.dueWithin || status != .notDue ? .due : .notDue
  }
}

extension Feedback {
  /// Whether somebody has to tell people, or has noted a telling that is still to come.
  fileprivate var isBegun: Bool { status != .notDue && status != .notPossible }
}

extension Told {
  /// Whether people were told, whatever is noted of it.
  public var isTold: Bool {
    switch self {
    case .told, .toldLacking: true
    case .notDue, .due, .late, .notPossible, .nothing: false
    }
  }

  /// What of it is noted nowhere, where people were told.
  public var lacks: [TellingLack] { if case .toldLacking(let lacks) = self { lacks } else { [] } }
}
