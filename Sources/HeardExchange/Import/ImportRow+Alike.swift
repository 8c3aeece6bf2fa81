import HeardModel

extension ImportRow {
  /// The event of the programme of which the row becomes part.
  public var joins: EventID? {
    if case .event(let id)? = oneWith { return id }
    return nil
  }

  /// Somebody of another event who is the person of the line.
  public var isPerson: PersonID? {
    if case .person(let id)? = oneWith { return id }
    return nil
  }

  /// An event of the programme with what this row says and the event lacks: what is there holds.
  ///
  /// The event remembers the row, so that the sheet does not bring it in another time.
  public func joined(to there: Event, as id: EventID, in programme: Programme) -> Event {
    guard var row = event else { return there }
    row.id = id
    // The sheet tells neither whom it may be told nor what was before Heard.
    row.confidentiality = there.confidentiality
    row.isBeforeHeard = there.isBeforeHeard
    var merge = EventMerge(there, with: row, in: programme)
    let isMeant = [EventStatus.planned, .confirmed].contains(there.status)
    if isMeant && row.status == .held && merge.state(of: .attendance) == .onlyGone {
      // Who came says that it was held; before, that was only meant.
      merge.choices[.status] = .gone
    } else if merge.choice(for: .status) == .kept && there.status != .held {
      merge = EventMerge(there, with: row.withoutNumbers, in: programme)
    }
    return merge.merged
  }
}

extension Event {
  /// The same event, of which nobody was counted.
  fileprivate var withoutNumbers: Event {
    var event = self
    event.attendance = Attendance()
    return event
  }
}

extension ImportDoubt {
  /// Whether it is about this person, who stands on the event's list already.
  func isListed(_ id: PersonID) -> Bool {
    if case .knownPerson(let person) = self { person.id == id && person.isListed } else { false }
  }
}
