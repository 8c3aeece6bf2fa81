import HeardModel

/// One field that stands in two versions, with the record that holds both.
public struct ConflictRow: Hashable, Sendable {
  /// The record.
  public let key: RecordKey
  /// The field with both values.
  public let conflict: FieldConflict

  /// A field of a record.
  public init(key: RecordKey, conflict: FieldConflict) {
    self.key = key
    self.conflict = conflict
  }
}

extension Insight {
  /// Every field that waits for somebody to choose, record by record.
  public func conflicts() -> [ConflictRow] { kept.conflicts.value(findConflicts) }

  /// Which of some events have a number of attendances that several people typed at once.
  ///
  /// The least of them is in the figures until somebody chooses.
  public func contested(_ ids: [EventID]) -> [EventID] {
    ids.filter { id in
      guard let event = event(id), event.status == .held else { return false }
      let tally: Set<CountedNumber> = [.total, .inPerson, .online]
      return event.attendance.contested.contains { tally.contains($0.number) }
    }
  }

  private func findConflicts() -> [ConflictRow] {
    var records: [Record] = [.settings(programme.settings)]
    records += programme.team.values.map(Record.staff)
    records += programme.organisations.values.map(Record.organisation)
    records += programme.facts.values.map(Record.fact)
    records += programme.views.values.map(Record.view)
    records += events.lazy.filter { !$0.conflicts.isEmpty }.map(Record.event)
    records += testimonies.lazy.filter { !$0.conflicts.isEmpty }.map(Record.testimony)
    records += actions.lazy.filter { !$0.conflicts.isEmpty }.map(Record.action)
    return records.flatMap { record in
      record.conflicts.map { ConflictRow(key: record.key, conflict: $0) }
    }.sorted {
      ($0.key.file, $0.key.recordID, $0.conflict.path, $0.conflict.id)
        < ($1.key.file, $1.key.recordID, $1.conflict.path, $1.conflict.id)
    }
  }
}
