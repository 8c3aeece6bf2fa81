import HeardModel

extension Insight {
  /// What is kept although its time is over, by its rule and the earliest first.
  ///
  /// `identities` are the names on this machine. Where not every event could be read (`isWhole`
  /// false), nobody can tell where somebody was and whether they were told: of names only those are
  /// in it that have a day of their own.
  public func pastTime(
    _ identities: [KeptIdentity] = [], isWhole: Bool = true
  ) -> [RetentionDue] {
    let records = kept.pastTime.value {
      let settings = programme.settings
      return
        (events.flatMap { $0.pastTime(on: today, settings) }
        + testimonies.compactMap { $0.pastTime(on: today) }).inOrder()
    }
    if identities.isEmpty { return records }
    let people = people.table
    let names = identities.compactMap { identity -> RetentionDue? in
      let places = people.number(of: identity.id).map { people.presences(of: $0) } ?? 0..<0
      let events = places.map { self.events[Int(people.presences[$0].event)] }
      guard let until = end(of: identity, events, isWhole: isWhole), until < today else {
        return nil
      }
      let listed = events.filter { $0.participations.contains { $0.id == identity.id } }
      let last = listed.max { a, b in
        (a.lastDay?.dayNumber ?? .min, a.id) < (b.lastDay?.dayNumber ?? .min, b.id)
      }
      return RetentionDue(.identities, .identity(identity.id, last: last?.id), until: until)
    }
    return (records + names).inOrder()
  }

  /// The last day on which a name is kept; nil where none can be told.
  ///
  /// It is its own day, else that on which the person knows what came of all their events, and at
  /// most so many days after the last of them. Who is still to come keeps theirs; a name that
  /// belongs to nobody on any list goes.
  private func end(
    of identity: KeptIdentity, _ events: [Event], isWhole: Bool
  ) -> CalendarDay? {
    if let own = identity.keepUntil { return own }
    if !isWhole { return nil }
    if events.isEmpty { return today.adding(days: -1) }
    if events.contains(where: { $0.status == .postponed || $0.isComing(today: today) }) {
      return nil
    }
    let lastDays = events.compactMap(\.lastDay)
    let held = events.filter { $0.status == .held }
    let areTold = !held.isEmpty && held.allSatisfy { $0.feedback.isTold(on: today) }
    let told = areTold ? held.compactMap(\.feedback.deliveredOn).max() ?? lastDays.max() : nil
    // Nobody knows how long ago an event without a day was.
    let isDated = lastDays.count == events.count
    let latest =
      isDated
      ? programme.settings.days(kept: .identities).flatMap { days in
        lastDays.max()?.adding(days: days)
      } : nil
    return [told, latest].compactMap { $0 }.min()
  }
}
