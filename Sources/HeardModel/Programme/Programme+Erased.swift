extension Programme {
  /// Takes out all records with these ids, the parts of records that have them, and conflicts
  /// that tell of one.
  public mutating func removeAll(_ ids: Set<String>) {
    let parts = ErasedPart.participations(in: ids)
    let contacts = ErasedPart.contacts(in: ids)
    func taken(_ events: [EventID: Event]) -> [EventID: Event] {
      events.filter { !ids.contains($0.key.text) }.mapValues { event in
        var event = event
        let people = parts[event.id.text] ?? []
        event.participations.removeAll { ids.contains($0.id.text) || people.contains($0.id.text) }
        event.conflicts.removeAll { $0.tells(of: ids) }
        return event
      }
    }
    events = taken(events)
    if !returned.isEmpty { returned = taken(returned) }
    actions = actions.filter { !ids.contains($0.key.text) }.mapValues { action in
      var action = action
      action.conflicts.removeAll { $0.tells(of: ids) }
      return action
    }
    testimonies = testimonies.filter { !ids.contains($0.key.text) }.mapValues { testimony in
      var testimony = testimony
      testimony.quotes.removeAll { ids.contains($0.id.text) }
      testimony.conflicts.removeAll { $0.tells(of: ids) }
      return testimony
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
