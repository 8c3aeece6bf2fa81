/// One record before and after a change; nil where it was not or is no more.
public struct Edit: Hashable, Sendable {
  /// Which record.
  public let key: RecordKey
  /// The record as it was, nil when it is new.
  public let before: Record?
  /// The record as it is to be, nil when it is removed.
  public let after: Record?

  /// A change of one record; nil when both sides are absent or name different records.
  public init?(before: Record?, after: Record?) {
    guard let key = (after ?? before)?.key, before == nil || after == nil || before?.key == key
    else { return nil }
    self.key = key
    self.before = before
    self.after = after?.withTypedSlips(since: before)
  }

  init(key: RecordKey, before: Record?, after: Record?) {
    self.key = key
    self.before = before
    self.after = after
  }

  /// The edit that takes this one back where nobody has changed the record since.
  public var reversed: Edit { Edit(key: key, before: after, after: before?.inPlace(of: after)) }

  /// The edit that takes this one back as the record stands now; nil where somebody has changed it
  /// otherwise than by counting at the door.
  public func takenBack(on now: Record?, in rows: OwnSittings = OwnSittings()) -> Edit? {
    guard case .event(let new)? = after, case .event(let there)? = now,
      new.attendance.isTallied || there.attendance.isTallied
    else { return now == after ? reversed : nil }
    guard case .event(let old)? = before else {
      // An event that is new goes again, unless somebody was counted at it.
      let isSame = new.withoutTally == there.withoutTally
      let numbers = new.attendance.countedNumbers + there.attendance.countedNumbers
      let isCounted = numbers.contains { new.attendance[$0] != there.attendance[$0] }
      return isSame && !isCounted ? Edit(key: key, before: now, after: nil) : nil
    }
    let isTallyAlone = old.withoutTally == new.withoutTally
    guard isTallyAlone || new.withoutTally == there.withoutTally,
      let tally = there.attendance.takingBack(
        from: old.attendance, to: new.attendance, in: rows)
    else { return nil }
    let back = Record.event((isTallyAlone ? there : old).withTally(tally)).inPlace(of: now)
      .reckoned()
    return back == now ? nil : Edit(key: key, before: now, after: back)
  }

  /// Whether it would make another of a release, which never changes; `standing` is the one that
  /// stands on disk, where that is known.
  public func changesRelease(standing: Record? = nil) -> Bool {
    guard case .release = key, let after, let old = standing ?? before else { return false }
    return old != after
  }

  /// Whether it is one press at the door and nothing else.
  public var isOnePress: Bool {
    guard case .event(let old)? = before, case .event(let new)? = after,
      old.withoutTally == new.withoutTally
    else { return false }
    return new.attendance.isOnePress(from: old.attendance)
  }

  /// This press and one that came after it as one edit, whatever others have counted in between;
  /// nil where a number was typed in between.
  public func joined(toPress next: Edit) -> Edit? {
    guard key == next.key, isOnePress, let second = next.before else { return nil }
    let own = OwnSittings(rows)
    guard let first = takenBack(on: second, in: own) else { return nil }
    return Edit(before: first.after, after: next.after)
  }

  private var rows: Set<Code> {
    guard case .event(let event)? = after else { return [] }
    return Set(event.attendance.counts.map(\.id))
  }
}

/// A named change of one or more records.
public struct Change: Hashable, Sendable {
  /// What it did.
  public let name: ChangeName
  /// What it changed, each record once.
  public let edits: [Edit]

  /// A change of several records.
  public init(_ name: ChangeName, _ edits: [Edit]) {
    self.name = name
    self.edits = edits
  }

  /// A change of one record; nil when nothing differs.
  public init?(_ name: ChangeName, before: Record?, after: Record?) {
    guard before != after, let edit = Edit(before: before, after: after) else { return nil }
    self.init(name, [edit])
  }

  /// Whether it may be undone: nothing about consent is, a mistake is corrected by a new entry.
  ///
  /// This looks at the records, not at the name: whatever changes a consent, an approval or how
  /// confidential an event is cannot be undone, so that no way of naming a change opens a way back
  /// to something that was closed.
  public var canBeUndone: Bool {
    if case .forgotten = name { return false }
    return edits.allSatisfy { edit in
      switch (edit.before, edit.after) {
      // What went to the safeguarding lead does not come back.
      case (_, .testimony(let told)?) where told.isForLead: false
      case (.testimony(let told)?, _) where told.isForLead: false
      case (.testimony(let before)?, .testimony(let after)?):
        before.consent == after.consent
          && before.quotes.allSatisfy { quote in
            after.quotes.first { $0.id == quote.id }.map { $0.approval == quote.approval } ?? true
          }
      case (.event(let before)?, .event(let after)?):
        before.confidentiality == after.confidentiality
          && before.participations.allSatisfy { person in
            after.participations.first { $0.id == person.id }
              .map { $0.consent == person.consent } ?? true
          }
      case (.approval?, _), (_, .approval?): false
      default: true
      }
    }
  }

  /// Whether each of its records stands by itself, so that some can be left out.
  public var isBulk: Bool {
    switch name {
    case .several, .addedSeveral, .imported, .feedback: true
    default: false
    }
  }

  /// As much of a bulk change as some of its edits make, under its own name.
  public func keeping(_ edits: [Edit]) -> Change {
    switch name {
    case .several(let kind, _): Change(.several(kind: kind, count: edits.count), edits)
    case .addedSeveral(let kind, _):
      Change(.addedSeveral(kind: kind, count: edits.count), edits)
    case .imported(let kind, _): Change(.imported(kind: kind, count: edits.count), edits)
    case .feedback(let title, _): Change(.feedback(title: title, count: edits.count), edits)
    default: Change(name, edits)
    }
  }

  /// The change as it comes to stand on disk: without what people refused or withdrew, so that it
  /// can be taken back although saving closed something that the record still held.
  public func closed(on day: CalendarDay) -> Change {
    Change(
      name,
      edits.map { edit in
        Edit(
          key: edit.key, before: edit.before?.closed(on: day), after: edit.after?.closed(on: day))
      })
  }

  /// The change with an entry for every number of attendances that it sets at an event which was
  /// counted at the door, and with what follows from the entries.
  public func counted() -> Change {
    Change(
      name,
      edits.map { edit in
        Edit(
          key: edit.key, before: edit.before,
          after: edit.after?.noting(over: edit.before).reckoned())
      })
  }

  /// The change that takes this one back where nobody has changed anything since.
  public var reversed: Change { Change(name, edits.reversed().map(\.reversed)) }
}

extension Programme {
  /// The record under a key as it stands now.
  public func record(_ key: RecordKey) -> Record? {
    switch key {
    case .settings: .settings(settings)
    case .event(let id): events[id].map(Record.event)
    // One that went along with a merged event has its old key no more.
    case .testimony(let id, let event):
      testimonies[id].flatMap { $0.event == event ? .testimony($0) : nil }
    case .action(let id): actions[id].map(Record.action)
    case .organisation(let id): organisations[id].map(Record.organisation)
    case .staff(let id): team[id].map(Record.staff)
    case .approval(let quarter): approvals[quarter].map(Record.approval)
    case .view(let id): views[id].map(Record.view)
    case .fact(let id): facts[id].map(Record.fact)
    case .release(let name): releases[name].map(Record.release)
    }
  }

  /// Puts a record in its place, or takes it out when nil.
  public mutating func put(_ record: Record?, at key: RecordKey) {
    switch (key, record) {
    case (.settings, .settings(let settings)?): self.settings = settings
    case (.event(let id), .event(let event)?): events[id] = event
    case (.event(let id), _): events[id] = nil
    case (.testimony(let id, _), .testimony(let testimony)?): testimonies[id] = testimony
    case (.testimony(let id, let event), _):
      if testimonies[id]?.event == event { testimonies[id] = nil }
    case (.action(let id), .action(let action)?): actions[id] = action
    case (.action(let id), _): actions[id] = nil
    case (.organisation(let id), .organisation(let it)?): organisations[id] = it
    case (.organisation(let id), _): organisations[id] = nil
    case (.staff(let id), .staff(let member)?): team[id] = member
    case (.staff(let id), _): team[id] = nil
    case (.approval(let quarter), .approval(let it)?): approvals[quarter] = it
    case (.approval(let quarter), _): approvals[quarter] = nil
    case (.view(let id), .view(let view)?): views[id] = view
    case (.view(let id), _): views[id] = nil
    case (.fact(let id), .fact(let fact)?): facts[id] = fact
    case (.fact(let id), _): facts[id] = nil
    case (.release(let name), .release(let release)?): releases[name] = release
    case (.release(let name), _): releases[name] = nil
    case (.settings, _): break
    }
  }

  /// Makes a change in memory.
  public mutating func apply(_ change: Change) {
    for edit in change.edits { put(edit.after, at: edit.key) }
  }

  /// The change that takes one back as the records stand now; nil where nothing can be taken back.
  ///
  /// Of several records it is as much as can be taken back, of one change all of it.
  ///
  /// A record has to stand as the change left it, apart from what was counted at the door since.
  public func takingBack(_ change: Change, in rows: OwnSittings = OwnSittings()) -> Change? {
    guard change.canBeUndone else { return nil }
    if change.isMerge { return takingBack(merge: change) }
    let change = onSittings(change)
    let edits = change.edits.reversed().map { $0.takenBack(on: record($0.key), in: rows) }
    let standing = edits.compactMap { $0 }
    if case .several(let kind, _) = change.name {
      return standing.isEmpty
        ? nil : Change(.several(kind: kind, count: standing.count), standing)
    }
    return standing.count == edits.count ? Change(change.name, standing) : nil
  }
}
