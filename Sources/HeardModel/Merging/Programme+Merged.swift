extension Programme {
  /// The events of which the records say that they turned out to be another one that is there, each
  /// with that one.
  ///
  /// Where two machines merged the same two each into the other, that with the smallest id stays.
  public var mergedEvents: [EventID: EventID] {
    var into: [EventID: EventID] = [:]
    for event in events.values {
      for merged in event.mergedFrom where merged.id != event.id { into[merged.id] = event.id }
    }
    return into.filter { !Self.isLastOfCircle($0.key, into) }
  }

  // Merged into each other, one of them has to stay, the same on every machine.
  private static func isLastOfCircle(_ id: EventID, _ into: [EventID: EventID]) -> Bool {
    var (next, met) = (into[id], Set([id]))
    while let there = next, met.insert(there).inserted { next = into[there] }
    return next == id && met.allSatisfy { id <= $0 }
  }

  /// The event that one became; nil where it became none.
  public func event(mergedFrom id: EventID) -> Event? {
    let all = events.values.lazy.filter { event in event.mergedFrom.contains { $0.id == id } }
    return all.min { $0.id < $1.id }
  }

  /// Takes out the events that were merged and came back with an older copy of their file.
  ///
  /// They are kept apart in `returned`, so that what is new in them can be merged once more; they
  /// count nowhere.
  ///
  /// - Returns: those that were taken out.
  @discardableResult public mutating func leaveOutMerged() -> [Event] {
    let back = mergedEvents.keys.compactMap { events[$0] }
    for event in back {
      events[event.id] = nil
      returned[event.id] = event
    }
    return back
  }
}

extension Event {
  /// The entries of the list that turned out to be one person's, without that person's own.
  public func entries(mergedInto person: PersonID) -> [Participation] {
    let merged = participations.filter { $0.mergedInto != nil }
    if merged.isEmpty { return [] }
    var ids: Set<PersonID> = [person]
    // One may lead to the next; a circle ends where nobody new is found.
    while let next = merged.first(where: { entry in
      !ids.contains(entry.id) && (entry.mergedInto.map(ids.contains) ?? false)
    }) {
      ids.insert(next.id)
    }
    return merged.filter { ids.contains($0.id) && $0.id != person }
  }

  /// Whether an entry stands beside another one of the same person, which is counted.
  public func isMerged(_ entry: Participation) -> Bool {
    entry.mergedInto.map { id in participations.contains { $0.id == id } } ?? false
  }
}

extension Programme {
  /// The tombstones of entries at some events that turned out to be a person's: of one who stands
  /// nowhere else the whole, with the name that is kept under it.
  func tombstones(mergedInto person: PersonID, at events: [EventID]) -> [String] {
    let parts = events.compactMap { self.events[$0] }.flatMap { event in
      event.entries(mergedInto: person).map { (id: $0.id, event: event.id) }
    }
    let goes = Set(parts.map { "\($0.id.text) \($0.event.text)" })
    let wanted = Set(parts.map(\.id))
    var others = Set(testimonies.values.compactMap(\.person)).intersection(wanted)
    for event in self.events.values where !wanted.isEmpty {
      for part in event.participations
      where wanted.contains(part.id) && !goes.contains("\(part.id.text) \(event.id.text)") {
        others.insert(part.id)
      }
    }
    return parts.map {
      others.contains($0.id) ? ErasedPart.participation($0.id, at: $0.event) : $0.id.text
    }
    .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
