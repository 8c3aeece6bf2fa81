import HeardModel

/// What became of what was told at one event: testimonies, the actions that answer them, and
/// whether people were told.
public struct Trace: Hashable, Sendable {
  /// A testimony with the actions that answer it.
  public struct Thread: Hashable, Sendable {
    /// The testimony.
    public let testimony: TestimonyRow
    /// The actions that answer it, in the order of the list of actions.
    public let actions: [ActionRow]
    /// Whether it asks for a change and nothing answers it yet; a wholly positive one asks for none.
    public var isUnanswered: Bool { actions.isEmpty && testimony.polarity != .positive }
  }

  /// The testimonies in the order of the list of testimonies.
  public let threads: [Thread]
  /// Actions that came of the event and answer none of its testimonies.
  public let otherActions: [ActionRow]
  /// How far telling the people of the event is.
  public let told: Told
  /// The day by which they are to be told.
  public let tellBy: CalendarDay?

  /// All actions that came of the event, each once.
  public var actions: [ActionRow] {
    var seen: Set<ActionID> = []
    return (threads.flatMap(\.actions) + otherActions).filter { seen.insert($0.id).inserted }
  }
}

extension Insight {
  /// What became of what was told at an event; nil for one that is not there.
  public func trace(_ id: EventID, for reader: Reader = Reader()) -> Trace? {
    guard let event = event(id) else { return nil }
    let rows = testimonyRows(testimoniesOfEvent[id] ?? [], for: reader)
    let threads = rows.map {
      Trace.Thread(testimony: $0, actions: actionRows(actionsOfTestimony[$0.id] ?? []))
    }
    let answered = Set(rows.flatMap { actionsOfTestimony[$0.id] ?? [] })
    let others = (actionsOfEvent[id] ?? []).filter { !answered.contains($0) }
    return Trace(
      threads: threads, otherActions: actionRows(others), told: told(event),
      tellBy: tellingDay(event))
  }
}
