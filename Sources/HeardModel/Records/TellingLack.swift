/// Something that is not noted of a telling, without which nobody can show that it happened.
public enum TellingLack: String, CaseIterable, Sendable {
  /// Whom.
  case audiences
  /// By which way.
  case channel
  /// When, or the day that is noted lies before what was told.
  case day
}

extension Feedback {
  /// Whether people were told; where there are several tellings, all of them.
  public var isTold: Bool {
    status.isTold || areDelivered { _ in true }
  }

  /// Whether people were told by a day: a telling that is dated later is still to come.
  public func isTold(on today: CalendarDay) -> Bool {
    func isPast(_ day: CalendarDay?) -> Bool {
      day.map { !TimeRule.isAhead(KnownDate($0), of: today) } ?? true
    }
    return (status.isTold && isPast(deliveredOn)) || areDelivered { isPast($0.on) }
  }

  /// Whether there are several tellings, and each was delivered or said not to be possible.
  private func areDelivered(_ isPast: (Delivery) -> Bool) -> Bool {
    deliveries.contains { $0.status.isTold }
      && deliveries.allSatisfy { delivery in
        delivery.status == .notPossible || (delivery.status.isTold && isPast(delivery))
      }
  }

  /// What is not noted of people being told, in the order of the lacks; `first` is the first day of
  /// what they are told about.
  ///
  /// Where there are several tellings they say it, and not the feedback as a whole.
  public func lacks(answering first: CalendarDay?) -> [TellingLack] {
    func lacks(
      _ audiences: [FeedbackAudience], _ channel: String, _ day: CalendarDay?
    ) -> Set<TellingLack> {
      var lacks: Set<TellingLack> = []
      if audiences.isEmpty { lacks.insert(.audiences) }
      if channel.isEmpty { lacks.insert(.channel) }
      let fault = day.flatMap { TimeRule.kind(of: KnownDate($0), answering: first, on: nil) }
      if day == nil || fault != nil { lacks.insert(.day) }
      return lacks
    }
    let told = deliveries.filter(\.status.isTold)
    let all =
      told.isEmpty
      ? lacks(audiences, channel, deliveredOn)
      : told.reduce(into: []) { $0.formUnion(lacks($1.audiences, $1.channel, $1.on)) }
    return TellingLack.allCases.filter(all.contains)
  }

  /// Whether it is known whom people are told by and how, or why they cannot be; a day alone is no
  /// plan.
  public var isPlanned: Bool {
    func isPlan(_ audiences: [FeedbackAudience], _ channel: String) -> Bool {
      !audiences.isEmpty && !channel.isEmpty
    }
    return isTold || (status == .notPossible && !reason.isEmpty) || isPlan(audiences, channel)
      || deliveries.contains { $0.status.isTold || isPlan($0.audiences, $0.channel) }
  }
}

extension FeedbackStatus {
  /// Whether it says that people were told.
  public var isTold: Bool { self == .delivered || self == .acknowledged }
}
