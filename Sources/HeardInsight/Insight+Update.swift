import HeardModel

extension Insight {
  /// Takes in that some records of the programme were changed, added or removed.
  ///
  /// Only records: after a change of lists of codes, profiles, notices or anything else that is no
  /// record `renew` is asked.
  public mutating func update(_ keys: Set<RecordKey>) {
    let isErased = keys.contains { programme.erased.contains($0.recordID) }
    // Settings are part of most answers, and what hides a record hides all links to it.
    if keys.contains(.settings) || isHiding || isErased || linkedErased != programme.erased {
      return renew()
    }
    var step = UpdateStep(keys, self)
    link(&step)
    step.note(self)
    keep(step)
  }

  func place(of id: ActionID) -> Int? {
    let place = actions.partition { $0.id < id }
    return place < actions.count && actions[place].id == id ? place : nil
  }
}

// Links.
extension Insight {
  private mutating func link(_ step: inout UpdateStep) {
    step.eventOrigins = Self.put(step.events, in: &events, id: \.id) { [eventPlaces] in
      eventPlaces[$0]
    }
    if step.eventOrigins != nil { placeEvents() }
    step.testimonyOrigins = Self.put(step.testimonies, in: &testimonies, id: \.id) {
      [testimonyPlaces] in testimonyPlaces[$0]
    }
    if step.testimonyOrigins != nil { placeTestimonies() }
    let areElsewhere = step.testimonies.contains { $0.old?.event != $0.new?.event }
    if areElsewhere { linkTestimonies() }
    let places = Dictionary(
      step.actions.compactMap(\.any?.id).compactMap { id in place(of: id).map { (id, $0) } }
    ) { first, _ in first }
    step.actionOrigins = Self.put(step.actions, in: &actions, id: \.id) { places[$0] }
    let areLinkedOtherwise = step.actions.contains {
      $0.old?.events != $0.new?.events || $0.old?.testimonies != $0.new?.testimonies
    }
    if areElsewhere || step.actionOrigins != nil || areLinkedOtherwise { linkActions() }
  }

  /// Puts records in their places.
  ///
  /// - Returns: where each stood before; nil where none came or went.
  private static func put<Record, ID: Comparable>(
    _ pairs: [UpdateStep.Pair<Record>], in records: inout Ordered<Record>,
    id: (Record) -> ID, place: (ID) -> Int?
  ) -> [Int?]? {
    for pair in pairs {
      guard pair.old != nil, let new = pair.new, let place = place(id(new)) else { continue }
      records.set(new, at: place)
    }
    let moves = pairs.filter(\.isMove)
    if moves.isEmpty { return nil }
    return records.move(
      removing: Set(moves.compactMap { $0.old.map(id).flatMap(place) }),
      adding: moves.compactMap(\.new)
    ) { id($0) < id($1) }
  }
}

// Answers.
extension Insight {
  /// Keeps the answers that hold and makes those anew that were known and hang on what changed.
  private mutating func keep(_ step: UpdateStep) {
    let before = kept
    kept = Kept()
    kept.uncounted = before.uncounted
    keepEvents(step, before)
    keepTexts(step, before)
    if !step.hasOthers { kept.teamNames = before.teamNames }
    let areOfSameDays = step.events.allSatisfy { pair in
      (pair.old?.start, pair.old?.end, pair.old?.zone)
        == (pair.new?.start, pair.new?.end, pair.new?.zone)
    }
    if step.testimonies.isEmpty && areOfSameDays { kept.testimonyOrder = before.testimonyOrder }
    if step.keepsPeople {
      kept.people = before.people
      if !step.hasOthers {
        kept.personTexts = before.personTexts
        kept.personNames = before.personNames
      }
    }
    if step.isTallyAlone { kept.titles = before.titles }
    if !step.hasOthers && !step.tellsOfConflicts { kept.conflicts = before.conflicts }
    if isPastTimeSame(step) { kept.pastTime = before.pastTime }
    keepApprovals(step, before)
    keepWaiting(step, before)
  }

  private mutating func keepEvents(_ step: UpdateStep, _ before: Kept) {
    let changed = places(of: Set(step.events.compactMap(\.any?.id)).subtracting(step.tallied))
    kept.rows = before.rows.carried(
      from: step.eventOrigins, places(of: step.eventIDs), make: makeRow)
    if step.eventOrigins == nil {
      if step.events.allSatisfy({ $0.old?.title == $0.new?.title }) {
        kept.titleRanks = before.titleRanks
      }
      if step.events.allSatisfy({ $0.old?.place == $0.new?.place }) {
        kept.placeRanks = before.placeRanks
      }
    }
    if changed.isEmpty && step.eventOrigins == nil {
      kept.attended = before.attended
    } else if var attended = before.attended.made {
      attended.carry(from: step.eventOrigins, changed, events, roles: uncountedRoles)
      kept.attended = Lazy(attended)
    }
    if changed.isEmpty && step.eventOrigins == nil {
      kept.declarations = before.declarations
    } else if let table = before.declarations.made?
      .carried(from: step.eventOrigins, changed, events, programme, today)
    {
      kept.declarations = Lazy(table)
    }
  }

  private mutating func keepTexts(_ step: UpdateStep, _ before: Kept) {
    // They hold names of organisations.
    if step.hasOthers { return }
    let renamed = step.events.compactMap(\.new).filter { !step.tallied.contains($0.id) }
    let names = countryNames(of: Set(renamed.compactMap(\.country)))
    kept.eventTexts = before.eventTexts.carried(
      from: step.eventOrigins, Set(renamed.compactMap { eventPlaces[$0.id] })
    ) { makeEventText($0, names) }
    kept.actionTexts = before.actionTexts.carried(
      from: step.actionOrigins,
      Set(step.actions.compactMap { $0.new.flatMap { place(of: $0.id) } }),
      make: makeActionText)
  }

  private func places(of ids: Set<EventID>) -> Set<Int> {
    Set(ids.compactMap { eventPlaces[$0] })
  }

  private func places(of ids: Set<TestimonyID>) -> Set<Int> {
    Set(ids.compactMap { testimonyPlaces[$0] })
  }

  private mutating func keepWaiting(_ step: UpdateStep, _ before: Kept) {
    kept.eventsWaiting = before.eventsWaiting.carried(
      from: step.eventOrigins, places(of: step.eventIDs), make: makeEventWaiting)
    kept.actionsWaiting = before.actionsWaiting.carried(
      from: step.actionOrigins, Set(step.actionIDs.compactMap { place(of: $0) }),
      make: makeActionWaiting)
    // The team says who could show that a speaker agreed.
    if step.hasOthers { return }
    kept.testimoniesWaiting = before.testimoniesWaiting.carried(
      from: step.testimonyOrigins, places(of: step.testimonyIDs), make: makeTestimonyWaiting)
  }

  private func isPastTimeSame(_ step: UpdateStep) -> Bool {
    let settings = programme.settings
    return step.events.allSatisfy { pair in
      (pair.old?.pastTime(on: today, settings) ?? [])
        == (pair.new?.pastTime(on: today, settings) ?? [])
    }
      && step.testimonies.allSatisfy { pair in
        pair.old?.pastTime(on: today) == pair.new?.pastTime(on: today)
      }
  }

  /// Makes the periods anew to which events count that changed; all of them where one came or went.
  private mutating func keepApprovals(_ step: UpdateStep, _ before: Kept) {
    guard !step.hasOthers, let rows = before.approvals.made else { return }
    var periods = Set(step.events.flatMap { ($0.old?.periods ?? []) + ($0.new?.periods ?? []) })
    for id in step.eventIDs { periods.formUnion(event(id)?.periods ?? []) }
    let known = Set(rows.map(\.period))
    guard periods.isSubset(of: known) else { return }
    var places: [ApprovalPeriod: [Int]] = [:]
    for place in events.indices {
      for period in events[place].periods where periods.contains(period) {
        places[period, default: []].append(place)
      }
    }
    let areThere = periods.allSatisfy { places[$0] != nil || programme.approvals[$0] != nil }
    guard areThere else { return }
    kept.approvals = Lazy(
      rows.map { row in
        periods.contains(row.period)
          ? self.row(of: row.period, inOrder(places[row.period] ?? [])) : row
      })
  }
}

extension UpdateStep {
  /// Whether a record that changed has or had fields in two versions.
  fileprivate var tellsOfConflicts: Bool {
    events.contains { !($0.old?.conflicts ?? []).isEmpty || !($0.new?.conflicts ?? []).isEmpty }
      || testimonies.contains {
        !($0.old?.conflicts ?? []).isEmpty || !($0.new?.conflicts ?? []).isEmpty
      }
      || actions.contains {
        !($0.old?.conflicts ?? []).isEmpty || !($0.new?.conflicts ?? []).isEmpty
      }
  }
}

extension Lazy {
  /// The same for records of which some changed, where it is known; else it is still to be made.
  ///
  /// `origins` tells where the records stood before, nil where they all stay.
  fileprivate func carried<Answer>(
    from origins: [Int?]?, _ changed: Set<Int>, make: (Int) -> Answer
  ) -> Lazy where Value == [Answer] {
    if origins == nil && changed.isEmpty { return self }
    guard var values = made else { return Lazy() }
    if let origins {
      return Lazy(
        origins.indices.map { place in
          guard let origin = origins[place], !changed.contains(place) else { return make(place) }
          return values[origin]
        })
    }
    for place in changed { values[place] = make(place) }
    return Lazy(values)
  }
}
