extension Programme {
  /// Takes out all records with these ids, the parts of records that have them, and conflicts
  /// that tell of one.
  public mutating func removeAll(_ ids: Set<String>) {
    let parts = ErasedPart.participations(in: ids)
    let contacts = ErasedPart.contacts(in: ids)
    func isGone(_ person: Participation, from event: Event) -> Bool {
      ids.contains(person.id.text) || parts[event.id.text]?.contains(person.id.text) ?? false
    }
    func take(from events: inout Records<EventID, Event>) {
      events = events.filter { !ids.contains($0.key.text) }
      events.change { event in
        event.participations.contains { isGone($0, from: event) }
          || event.conflicts.contains { $0.tells(of: ids) }
      } _: { event in
        event.participations.removeAll { [event] in isGone($0, from: event) }
        event.conflicts.removeAll { $0.tells(of: ids) }
      }
    }
    take(from: &events)
    take(from: &returned)
    actions = actions.filter { !ids.contains($0.key.text) }
    actions.change {
      $0.conflicts.contains { $0.tells(of: ids) }
    } _: { action in
      action.conflicts.removeAll { $0.tells(of: ids) }
    }
    testimonies = testimonies.filter { !ids.contains($0.key.text) }
    testimonies.change { testimony in
      testimony.quotes.contains { ids.contains($0.id.text) }
        || testimony.conflicts.contains { $0.tells(of: ids) }
    } _: { testimony in
      testimony.quotes.removeAll { ids.contains($0.id.text) }
      testimony.conflicts.removeAll { $0.tells(of: ids) }
    }
    organisations = organisations.filter { !ids.contains($0.key.text) }.mapValues { it in
      var it = contacts.contains(it.id.text) ? it.withoutContact() : it
      it.conflicts.removeAll { $0.tells(of: ids) }
      return it
    }
    team = team.filter { !ids.contains($0.key.text) }.mapValues { member in
      var member = member
      member.conflicts.removeAll { $0.tells(of: ids) }
      return member
    }
    settings.conflicts.removeAll { $0.tells(of: ids) }
    notices = notices.filter { !ids.contains($0.key.text) }
    facts = facts.filter { !ids.contains($0.key.text) }.mapValues { fact in
      var fact = fact
      fact.conflicts.removeAll { $0.tells(of: ids) }
      return fact
    }
    views = views.filter { !ids.contains($0.key.text) }
    guides = guides.filter { !ids.contains($0.key.text) }
  }
}

extension Record {
  /// Whether the record is one of these or holds something of one of them.
  public func tells(of ids: Set<String>) -> Bool {
    if ids.isEmpty { return false }
    var programme = Programme()
    programme.put(self, at: key)
    programme.removeAll(ids)
    return programme.record(key) != self
  }
}
