import HeardModel

// Changes that could not be written. Of each record only one stands there, and it is as new as the
// record in memory: an older version, tried again, would bring back what was undone since, or what
// consent has closed.
extension [Change] {
  /// A newer change with what could not be written of its records before, which leaves this list.
  mutating func takeUp(into newer: Change) -> Change {
    let keys = Set(newer.edits.map(\.key))
    var first: [RecordKey: Edit] = [:]
    for edit in flatMap(\.edits) where keys.contains(edit.key) && first[edit.key] == nil {
      first[edit.key] = edit
    }
    self = compactMap { older in
      let rest = older.edits.filter { !keys.contains($0.key) }
      return rest.isEmpty ? nil : Change(older.name, rest)
    }
    return Change(newer.name, newer.edits.map { $0.beginning(where: first[$0.key]) })
  }

  /// Notes a change that could not be written; `pending` are records of which newer changes are on
  /// their way, `programme` holds them as they stand now.
  public mutating func add(failed change: Change, pending: Set<RecordKey>, _ programme: Programme) {
    let now = change.edits.map { edit in
      guard pending.contains(edit.key) else { return edit }
      return Edit(before: edit.before, after: programme.record(edit.key)) ?? edit
    }
    append(takeUp(into: Change(change.name, now)))
  }
}

extension Edit {
  /// The edit from where an older one began; itself where that leaves nothing to write.
  fileprivate func beginning(where older: Edit?) -> Edit {
    guard let older, older.before != after else { return self }
    return Edit(before: older.before, after: after) ?? self
  }
}
