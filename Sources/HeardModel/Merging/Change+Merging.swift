extension EventMerge {
  /// What making the two one changes: the event that stays, everything that names the one that
  /// goes, and that one itself, which is removed.
  public func change(in programme: Programme) -> Change {
    let stays = Edit(before: .event(kept), after: .event(merged))
    let goes = Edit(before: .event(gone), after: nil)
    let told = programme.testimonies.values.filter { $0.event == gone.id }
      .sorted { $0.id < $1.id }
    let moved = told.flatMap { testimony -> [Edit?] in
      var there = testimony
      there.event = kept.id
      // Another file: it is taken out of one and comes into the other.
      return [
        Edit(before: nil, after: .testimony(there)),
        Edit(before: .testimony(testimony), after: nil),
      ]
    }
    let actions = programme.actions.values.filter { $0.events.contains(gone.id) }
      .sorted { $0.id < $1.id }
    let linked = actions.map { action -> Edit? in
      var named = action
      named.events = []
      named.events.join(action.events.map { $0 == gone.id ? kept.id : $0 })
      return Edit(before: .action(action), after: .action(named))
    }
    return Change(
      .merged(kind: .event, title: merged.title),
      ([stays] + moved + linked + [goes]).compactMap(\.self))
  }
}

extension Change {
  /// Whether it made one of two records or people.
  public var isMerge: Bool {
    switch name {
    case .merged, .mergedPeople: true
    default: false
    }
  }
}

extension Programme {
  /// The change that parts again what was merged; nil where anybody has changed any of it since.
  ///
  /// All records stand again as they stood. Only numbers that were typed over what was counted at
  /// the door are typed back: entries are never taken out.
  func takingBack(merge change: Change) -> Change? {
    let change = onSittings(change)
    let edits = change.edits.reversed().map { edit -> Edit? in
      guard record(edit.key) == edit.after else { return nil }
      return edit.hasTypedAnew ? edit.takenBack(on: edit.after) : edit.reversed
    }
    let all = edits.compactMap(\.self)
    return all.count == edits.count ? Change(change.name, all) : nil
  }
}

extension Edit {
  fileprivate var hasTypedAnew: Bool {
    guard case .event(let old)? = before, case .event(let new)? = after else { return false }
    return old.attendance.typed != new.attendance.typed
  }
}
