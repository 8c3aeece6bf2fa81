extension Testimony {
  /// Whether nothing of it may be kept or shown any more.
  public func isGone(_ today: CalendarDay) -> Bool { consent.isFinallyClosed }

  /// What stays of a testimony that may not be kept: where it was told, and what was answered.
  ///
  /// Words, translations, quotes, notes, and all that was noted about the speaker are out.
  public func emptied() -> Testimony {
    var empty = Testimony()
    empty.id = id
    empty.event = event
    empty.language = language
    empty.takenAt = takenAt
    empty.takenBy = takenBy
    // The key keeps a sheet that is imported once more from bringing the words back.
    empty.provenance = Provenance(provenance.kind)
    empty.provenance.importKey = provenance.importKey
    empty.consent = consent
    empty.consent.communities = []
    empty.consent.attributes = []
    empty.consent.naming = .none
    return empty
  }
}

extension Record {
  /// The record without what a person refused or withdrew, however it came back into it.
  public func closed(on day: CalendarDay) -> Record {
    switch self {
    case .testimony(let testimony):
      return .testimony(
        testimony.isGone(day) ? testimony.emptied() : testimony.withApprovalsVoid(on: day))
    case .event(var event):
      for index in event.participations.indices {
        guard event.participations[index].isClosed(day) else { continue }
        event.participations[index].communities = []
        event.participations[index].ageBand = nil
      }
      return .event(event)
    default: return self
    }
  }

  /// The ids of what somebody in the record refused or withdrew to have kept, or that only the
  /// safeguarding lead receives.
  public func closedIDs(on day: CalendarDay) -> Set<String> {
    switch self {
    case .testimony(let testimony):
      testimony.isGone(day) || testimony.isForLead ? [testimony.id.text] : []
    case .event(let event): Set(event.participations.filter { $0.isClosed(day) }.map(\.id.text))
    default: []
    }
  }
}

extension Testimony {
  /// Approvals of quotes do not outlive a withdrawal, whatever is agreed afterwards.
  fileprivate func withApprovalsVoid(on day: CalendarDay) -> Testimony {
    guard consent.state(of: .publish, on: day).closes else { return self }
    var testimony = self
    for index in testimony.quotes.indices { testimony.quotes[index].approval?.isRevoked = true }
    return testimony
  }
}

extension Participation {
  /// Whether the person refused or withdrew to be counted by what they declared.
  fileprivate func isClosed(_ day: CalendarDay) -> Bool {
    consent?.state(of: .count, on: day).closes ?? false
  }
}
