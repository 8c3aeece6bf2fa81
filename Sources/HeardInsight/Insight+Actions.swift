import HeardModel

extension Insight {
  /// The actions that a filter lets pass: overdue ones first, the latest of them at the top; then
  /// open ones by their day, those without a day, and closed ones.
  public func actions(_ query: Query = Query()) -> [ActionRow] {
    kept.actionRows.answer(query) { foundActions(query) }
  }

  private func foundActions(_ query: Query) -> [ActionRow] {
    let matcher = Matcher(query, for: .actions, in: self)
    let texts = matcher.soughtOrShunnedWords ? actionTexts : []
    let found = actions.indices.filter { place in
      matcher.holds(
        words: { texts[place].contains($0) }, key: { actionHas(place, $0, $1) })
    }
    return actionRows(found)
  }

  /// The rows of some actions, in the order of the list of actions.
  func actionRows(_ places: [Int]) -> [ActionRow] {
    places.map { makeActionRow(actions[$0]) }.sorted { a, b in
      let (first, second) = (a.sortKey, b.sortKey)
      return first != second ? first < second : a.id < b.id
    }
  }

  private func makeActionRow(_ action: FollowUpAction) -> ActionRow {
    ActionRow(
      id: action.id, title: action.title, status: action.status, themes: action.themes,
      level: action.level, isDone: action.isDone(on: today), isOpen: action.isOpen(on: today),
      country: action.country, owner: action.owner,
      followedBy: action.followedBy, due: action.due,
      daysOverdue: action.daysOverdue(today: today), events: eventsOfAction(action),
      testimonies: action.testimonies, told: told(action))
  }

  private func actionHas(_ place: Int, _ key: QueryKey, _ values: Matcher.Values) -> Bool {
    let action = actions[place]
    switch key {
    case .country:
      if let country = action.country { return values.stored.contains(country.stored) }
      return eventsOfAction(action).contains {
        event($0)?.country.map { values.stored.contains($0.stored) } ?? false
      }
    case .year, .month, .after, .before:
      let date = action.proposedOn ?? action.startedOn
      return values.holds(
        date ?? eventsOfAction(action).lazy.compactMap { event($0)?.start }.min(), key)
    case .status:
      // One that is dated as done ahead is not done yet, and nobody has said that it is open.
      return values.stored.contains(action.status.rawValue)
        && (!action.status.isDone || action.isDone(on: today))
    case .partner: return action.partners.contains { organisation($0, is: values) }
    case .open: return values.stored.contains { actionIsOpen(action, $0) }
    case .told: return values.stored.contains { told(action).matches($0) }
    case .provenance: return values.stored.contains(action.provenance.kind.rawValue)
    case .theme: return action.themes.contains { values.stored.contains($0.rawValue) }
    case .level: return values.stored.contains(action.level.rawValue)
    case .owner: return isOwned(action, values)
    case .due:
      guard let due = action.due else { return false }
      return values.dates.contains { $0.firstDay <= due.lastDay && due.firstDay <= $0.lastDay }
    case .event:
      return eventsOfAction(action).contains { isEvent($0, values) }
    case .id: return values.stored.contains { action.id.text.hasPrefix($0.lowercased()) }
    case .has: return values.stored.contains { actionHasPresent(action, $0) }
    default: return false
    }
  }

  private func isOwned(_ action: FollowUpAction, _ values: Matcher.Values) -> Bool {
    if values.folded.contains(where: Folded(action.owner).contains) { return true }
    guard let staff = action.followedBy else { return false }
    return values.stored.contains { staff.text == $0.lowercased() }
      || values.folded.contains(where: Folded(programme.team[staff]?.name ?? "").contains)
  }

  private func actionIsOpen(_ action: FollowUpAction, _ value: String) -> Bool {
    switch QueryOpen(rawValue: value) {
    case .overdue: return action.daysOverdue(today: today) != nil
    case .feedback: return told(action).isOpen
    case .closeout, .consent, .evidence, nil: return false
    }
  }

  private func actionHasPresent(_ action: FollowUpAction, _ value: String) -> Bool {
    switch QueryPresence(rawValue: value) {
    case .testimonies: !action.testimonies.isEmpty
    case .partners: !action.partners.isEmpty
    case .due: action.due != nil
    case .owner: !action.owner.isEmpty || action.followedBy != nil
    case .evidence: !action.evidence.isEmpty
    case .feedback: !action.feedback.text.isEmpty
    case .conflicts: !action.conflicts.isEmpty
    default: false
    }
  }
}
