// What sittings took in of slips only grows, so typing over it and taking it back grow it as well.
extension Record {
  /// The record with what was typed over numbers of slips since it stood as before.
  func withTypedSlips(since before: Record?) -> Record {
    guard case .event(var event) = self else { return self }
    var earlier = DeclaredCommunities()
    if case .event(let old)? = before { earlier = old.attendance.declared }
    if event.attendance.declared == earlier { return self }
    event.attendance.declared.follow(since: earlier)
    event.attendance.declared.takeInTyped()
    return .event(event)
  }

  /// The record as it comes to stand again in the place of a later state.
  func inPlace(of later: Record?) -> Record {
    guard case .event(var event) = self, case .event(let now)? = later,
      !now.attendance.declared.sittings.isEmpty
    else { return self }
    event.attendance.declared = event.attendance.declared.inPlace(of: now.attendance.declared)
    return .event(event)
  }

  fileprivate var withoutSittings: Record {
    guard case .event(var event) = self, !event.attendance.declared.sittings.isEmpty else {
      return self
    }
    event.attendance.declared.sittings = []
    return .event(event)
  }
}

extension Programme {
  /// A change as it stands now where nothing but rows of sittings has grown since: two states that
  /// differ in nothing else show the same, and it is taken back from what is there.
  func onSittings(_ change: Change) -> Change {
    Change(
      change.name,
      change.edits.map { edit in
        guard let now = record(edit.key), let after = edit.after, now != after,
          now.withoutSittings == after.withoutSittings
        else { return edit }
        return Edit(key: edit.key, before: edit.before, after: now)
      })
  }
}
