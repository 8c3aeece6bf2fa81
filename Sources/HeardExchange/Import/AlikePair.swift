import HeardModel

/// A row that is perhaps an event which is there already: further up in the sheet, or in the
/// programme.
public struct AlikePair: Hashable, Sendable {
  /// What a row is like.
  public enum Other: Hashable, Sendable {
    /// An earlier row, by its line.
    case line(Int)
    /// An event of the programme.
    case event(EventID)
  }

  /// The line of the row.
  public let line: Int
  /// What it is like.
  public let other: Other

  /// A row and what it is like.
  public init(line: Int, _ other: Other) { (self.line, self.other) = (line, other) }

  init?(_ doubt: ImportDoubt, line: Int) {
    switch doubt {
    case .sameAsLine(let earlier), .likeLine(let earlier, _): self.init(line: line, .line(earlier))
    case .looksLike(let id, _): self.init(line: line, .event(id))
    default: return nil
    }
  }
}

/// What a person says of two that look like one event.
public enum AlikeAnswer: String, CaseIterable, Sendable {
  /// They are one: a row is left out for an earlier one, or becomes part of an event that is here.
  case one
  /// They are two, and both come in.
  case two
}

extension SheetImport {
  /// The rows that are perhaps an event twice, whatever was said of them.
  public var alikePairs: [AlikePair] {
    guard case .events = subject else { return [] }
    return rows.flatMap(\.alike)
  }

  /// Those of them about which nobody has said anything.
  public var openPairs: [AlikePair] {
    guard case .events = subject else { return [] }
    return rows.flatMap { row in
      let settled = row.settled.compactMap { AlikePair($0, line: row.line) }
      return row.oneWith == nil
        ? row.alike.filter { alikeAnswers[$0] == nil && !settled.contains($0) } : []
    }
  }
}

extension ImportRow {
  /// The event of the programme of which the row becomes part.
  public var joins: EventID? {
    if case .event(let id)? = oneWith { return id }
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
