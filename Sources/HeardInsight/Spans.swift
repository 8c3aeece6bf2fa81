import HeardModel

/// Days from one thing to another over several records, and how many records had to be left out.
public struct Spans: Hashable, Sendable {
  /// The days, the fewest first.
  public private(set) var days: [Int] = []
  /// Records of which a day breaks the rule of time: nobody can reckon with it.
  public private(set) var leftOut = 0
  /// Records of which a day is not known to the day.
  public private(set) var notKnown = 0

  /// The middle one of the days, of two in the middle the mean; nil where there is none.
  public var median: Double? {
    if days.isEmpty { return nil }
    let (low, high) = (days[(days.count - 1) / 2], days[days.count / 2])
    return Double(low + high) / 2
  }

  /// What lies between pairs of days, each from the first to the second of them.
  ///
  /// The one place that says which days may be reckoned with (`TimeRule`): the second must be known
  /// to the day, not lie before the first and not after today. Where that is so by a day, which
  /// another zone can be, it counts as none.
  public init(_ pairs: [(from: KnownDate?, to: KnownDate?)], on today: CalendarDay) {
    for (from, to) in pairs {
      guard let to else {
        notKnown += 1
        continue
      }
      if TimeRule.kind(of: to, answering: from?.firstDay, on: today) != nil {
        leftOut += 1
      } else if let first = from?.exactDay, let last = to.exactDay {
        days.append(max(0, last.dayNumber - first.dayNumber))
      } else {
        notKnown += 1
      }
    }
    days.sort()
  }
}

extension Insight {
  /// The days from the first thing that an action answers to its being done, over the actions that
  /// say they are done.
  public func daysToDone(_ query: Query = Query()) -> Spans {
    let done = actions(query).compactMap { programme.actions[$0.id] }.filter(\.status.isDone)
    return Spans(done.map { (firstAnswered(by: $0), $0.doneOn) }, on: today)
  }

  /// The days from an event to when its people were told first, over the events that say so.
  public func daysToTold(_ query: Query = Query()) -> Spans {
    let told = events(query).compactMap { event($0.id) }.filter(\.feedback.isTold)
    return Spans(
      told.map { event in
        let days = [event.feedback.deliveredOn] + event.feedback.deliveries.map(\.on)
        return (event.start, days.compactMap { $0 }.min().map(KnownDate.init))
      }, on: today)
  }

  /// The earliest day on which anything can have been said that an action answers; nil where one of
  /// them has no day.
  private func firstAnswered(by action: FollowUpAction) -> KnownDate? {
    let answered = programme.answeredDays(by: action, on: today)
    guard let first = TimeRule.earliest(answered) else { return nil }
    // An event that is known by its month alone began on a day that nobody knows.
    let starts = eventsOfAction(action).compactMap { event($0)?.start }
    return starts.first { $0.firstDay == first && $0.exactDay == nil } ?? KnownDate(first)
  }
}
