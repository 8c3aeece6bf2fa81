/// Two people who are one, at one event or over all of them.
public struct PersonMerge: Hashable, Sendable {
  /// Why two people cannot become one.
  public enum Refusal: String, CaseIterable, Hashable, Sendable {
    /// They are one and the same.
    case same
    /// One of them is on no list there, and told nothing.
    case nowhere
    /// The part of the one who stays was erased where the other one stands.
    case erased
    /// The one who stays turned out to be the other one already.
    case circle
  }

  /// The one whose id and pseudonym stay.
  public let kept: PersonID
  /// The one who turned out to be them.
  public let gone: PersonID
  /// The event at which it is so; nil over all events.
  public let event: EventID?

  /// Two people, of whom the first stays.
  public init(_ kept: PersonID, with gone: PersonID, at event: EventID? = nil) {
    (self.kept, self.gone, self.event) = (kept, gone, event)
  }

  /// Why the two cannot become one; nil where they can.
  public func refusal(in programme: Programme) -> Refusal? {
    if kept == gone { return .same }
    let listed = events(programme)
    if listed.isEmpty && testimonies(programme).isEmpty { return .nowhere }
    let isErased = listed.contains {
      programme.erased.contains(ErasedPart.participation(kept, at: $0.id))
    }
    if isErased || programme.erased.contains(kept.text) { return .erased }
    let isCircle = listed.contains { event in
      event.participations.contains { $0.id == kept && $0.mergedInto != nil }
    }
    return isCircle ? .circle : nil
  }

  /// How many events have both on their lists, how many only the one who goes, and how many
  /// testimonies name that one.
  public func counts(in programme: Programme) -> (both: Int, only: Int, testimonies: Int) {
    let listed = events(programme)
    let both = listed.count { event in event.participations.contains { $0.id == kept } }
    return (both, listed.count - both, testimonies(programme).count)
  }

  /// What making them one changes; `pseudonym` is what the one who stays is called.
  public func change(in programme: Programme, pseudonym: String) -> Change {
    let listed = events(programme)
    let names = Set(listed.flatMap(\.participations).filter { $0.id == gone }.map(\.pseudonym))
    let lists = listed.compactMap { event in
      Edit(before: .event(event), after: .event(merged(event, pseudonym)))
    }
    let told = testimonies(programme).compactMap { testimony -> Edit? in
      var named = testimony
      named.person = kept
      if !pseudonym.isEmpty, names.contains(named.pseudonym) { named.pseudonym = pseudonym }
      return Edit(before: .testimony(testimony), after: .testimony(named))
    }
    return Change(.mergedPeople(pseudonym: pseudonym), lists + told)
  }
}

extension PersonMerge {
  /// The events on whose lists the one who goes stands by themselves.
  private func events(_ programme: Programme) -> [Event] {
    let all = event.map { [programme.events[$0]].compactMap(\.self) }
    return (all ?? Array(programme.events.values)).filter { event in
      event.participations.contains { $0.id == gone && $0.mergedInto == nil }
    }.sorted { $0.id < $1.id }
  }

  private func testimonies(_ programme: Programme) -> [Testimony] {
    programme.testimonies.values.filter {
      $0.person == gone && (event == nil || $0.event == event)
    }.sorted { $0.id < $1.id }
  }

  /// An event at which the two are one: two entries stay, of which one counts; a single one gets
  /// the id that stays.
  private func merged(_ event: Event, _ pseudonym: String) -> Event {
    var merged = event
    guard let place = event.participations.firstIndex(where: { $0.id == gone }) else {
      return event
    }
    if let stays = event.participations.firstIndex(where: { $0.id == kept }) {
      merged.participations[stays].takeIn(event.participations[place])
      merged.participations[place].mergedInto = kept
      return merged
    }
    merged.participations[place].id = kept
    if !pseudonym.isEmpty { merged.participations[place].pseudonym = pseudonym }
    for other in merged.participations.indices
    where merged.participations[other].mergedInto == gone {
      merged.participations[other].mergedInto = kept
    }
    return merged
  }
}
