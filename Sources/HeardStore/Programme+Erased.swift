import HeardModel

extension Programme {
  /// Takes out all records with these ids, the parts of records that have them, and conflicts
  /// that tell of one.
  mutating func removeAll(_ ids: Set<String>) {
    events = events.filter { !ids.contains($0.key.text) }.mapValues { event in
      var event = event
      event.participations.removeAll { ids.contains($0.id.text) }
      event.conflicts.removeAll { $0.tells(of: ids) }
      return event
    }
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
    organisations = organisations.filter { !ids.contains($0.key.text) }
    team = team.filter { !ids.contains($0.key.text) }
    notices = notices.filter { !ids.contains($0.key.text) }
    views = views.filter { !ids.contains($0.key.text) }
    guides = guides.filter { !ids.contains($0.key.text) }
  }
}

private extension FieldConflict {
  func tells(of ids: Set<String>) -> Bool {
    ids.contains { id.contains($0) || path.contains($0) || kept.contains($0) || other.contains($0) }
  }
}
