import HeardModel

/// Which records a change made others of, and which answers hang on them.
struct UpdateStep {
  /// A record before and after; nil where it was not, or is no more.
  struct Pair<Value> {
    let old: Value?
    let new: Value?

    /// One of the two: the newer one where it is there.
    var any: Value? { new ?? old }
    var isMove: Bool { (old == nil) != (new == nil) }
  }

  let events: [Pair<Event>]
  let testimonies: [Pair<Testimony>]
  let actions: [Pair<FollowUpAction>]
  /// Whether records of other kinds changed, which no link leads to.
  let hasOthers: Bool
  /// The events of which nothing changed but what was counted there.
  let tallied: Set<EventID>
  /// The records of which an answer may differ.
  private(set) var eventIDs: Set<EventID> = []
  private(set) var testimonyIDs: Set<TestimonyID> = []
  /// The testimonies that were told where somebody was counted: by how many came depends what may be
  /// quoted of them, and nothing else.
  private(set) var crowdedIDs: Set<TestimonyID> = []
  private(set) var actionIDs: Set<ActionID> = []
  /// Where each record stood before; nil where none came or went.
  var eventOrigins: [Int?]?
  var testimonyOrigins: [Int?]?
  var actionOrigins: [Int?]?

  /// Compares the records of some keys with what an insight has linked.
  init(_ keys: Set<RecordKey>, _ insight: Insight) {
    let programme = insight.programme
    var (events, actions) = (Set<EventID>(), Set<ActionID>())
    // A testimony that is in another file than before has two keys.
    var testimonies: Set<TestimonyID> = []
    var hasOthers = false
    for key in keys {
      switch key {
      case .event(let id): events.insert(id)
      case .testimony(let id, _): testimonies.insert(id)
      case .action(let id): actions.insert(id)
      case .settings, .organisation, .staff, .approval, .view, .fact, .release: hasOthers = true
      }
    }
    self.events = events.map { Pair(old: insight.event($0), new: programme.events[$0]) }
      .filter { $0.old != $0.new }
    self.testimonies = testimonies.map { id in
      let old = insight.testimonyPlaces[id].map { insight.testimonies[$0] }
      return Pair(old: old, new: programme.testimonies[id])
    }.filter { $0.old != $0.new }
    self.actions = actions.map { id in
      let old = insight.place(of: id).map { insight.actions[$0] }
      return Pair(old: old, new: programme.actions[id])
    }.filter { $0.old != $0.new }
    self.hasOthers = hasOthers
    tallied = Set(self.events.filter(\.isTallyAlone).compactMap(\.any?.id))
    note(insight)
  }

  /// Adds the records that hang on those that changed, as an insight links them now.
  mutating func note(_ insight: Insight) {
    for id in events.compactMap(\.any?.id) {
      eventIDs.insert(id)
      let told = (insight.testimoniesOfEvent[id] ?? []).map { insight.testimonies[$0].id }
      if tallied.contains(id) {
        crowdedIDs.formUnion(told)
        continue
      }
      testimonyIDs.formUnion(told)
      actionIDs.formUnion((insight.actionsOfEvent[id] ?? []).map { insight.actions[$0].id })
    }
    for pair in testimonies {
      for testimony in [pair.old, pair.new].compactMap(\.self) {
        testimonyIDs.insert(testimony.id)
        eventIDs.insert(testimony.event)
        let linked = insight.actionsOfTestimony[testimony.id] ?? []
        actionIDs.formUnion(linked.map { insight.actions[$0].id })
      }
    }
    for pair in actions {
      for action in [pair.old, pair.new].compactMap(\.self) {
        actionIDs.insert(action.id)
        eventIDs.formUnion(insight.eventsOfAction(action))
        testimonyIDs.formUnion(action.testimonies)
      }
    }
  }

  /// Whether nothing but what was counted at events changed.
  var isTallyAlone: Bool { keepsPeople && actions.isEmpty && !hasOthers }

  /// Whether the presences of all people stay as they are.
  var keepsPeople: Bool { testimonies.isEmpty && tallied.count == events.count }
}

extension UpdateStep.Pair where Value == Event {
  /// Whether nothing but what was counted there changed.
  fileprivate var isTallyAlone: Bool {
    guard let old, let new else { return false }
    return old.withoutTally == new.withoutTally
  }
}
