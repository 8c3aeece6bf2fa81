import HeardModel
import StrictJSON

// What an earlier program did not bring to disk.
extension ProgrammeStore {
  /// Takes over what programs left in the journal that run no more, made anew for the records as they
  /// stand on disk now.
  ///
  /// Nothing is written. What belongs to a record that was erased, or whose keeping was refused or
  /// withdrawn, is in none of it; nor is a removal that happened. What stands there already is saved
  /// once more as it stands: nobody knows whether it would outlast a cut.
  public func recover(_ journal: Journal, on day: CalendarDay) -> [LeftChange] {
    var recovery = Recovery(self, (try? erasedIDs()) ?? [], day)
    let entries = recovery.withoutSaved(journal.takeOver())
    return entries.enumerated().flatMap { recovery.left($1, number: $0) }
  }
}

/// Makes changes anew one after the other, each for the records as the one before leaves them.
private struct Recovery {
  private let store: ProgrammeStore
  private let erased: Set<String>
  private let day: CalendarDay
  private var written: [String: [UInt8]?] = [:]

  /// What becomes of one edit.
  private enum Outcome {
    /// Nothing is left to do, or may be done.
    case over
    /// It can be saved; what its file holds then.
    case ready(Edit, RecordFile, [UInt8]?)
    /// Somebody has to look at it.
    case doubtful(Edit, LeftChange.Doubt)
  }

  init(_ store: ProgrammeStore, _ erased: Set<String>, _ day: CalendarDay) {
    (self.store, self.erased, self.day) = (store, erased, day)
  }

  /// The entries without those before the last one of a record that is on disk: they led there.
  func withoutSaved(_ entries: [JournalEntry]) -> [JournalEntry] {
    var last: [RecordKey: Int] = [:]
    for (place, entry) in entries.enumerated() where entry.edits.count == 1 {
      guard let edit = entry.edits.first, let key = edit.key, let now = record(key),
        edit.sides(on: now)?.after == now, !edit.isRemoval
      else { continue }
      last[key] = place
    }
    return entries.enumerated().filter { place, entry in
      guard entry.edits.count == 1, let key = entry.edits[0].key, let end = last[key] else {
        return true
      }
      return place >= end
    }.map(\.element)
  }

  private func record(_ key: RecordKey) -> Record? {
    let file = RecordFile(path: key.file)
    let bytes = (try? store.bytes(of: file)) ?? nil
    return bytes.flatMap { try? file.content($0) }?.records[key]
  }

  mutating func left(_ entry: JournalEntry, number: Int) -> [LeftChange] {
    let before = written
    var ready: [Edit] = []
    var doubtful: [Edit] = []
    var doubt: LeftChange.Doubt?
    for edit in entry.edits {
      switch outcome(edit) {
      case .over: break
      case .ready(let edit, let file, let result):
        ready.append(edit)
        written[file.path] = .some(result)
      case .doubtful(let edit, let why):
        doubtful.append(edit)
        doubt = doubt ?? why
      }
    }
    let whole = Change(entry.name, ready + doubtful)
    if !whole.isBulk && !doubtful.isEmpty {
      // All of it or nothing.
      (ready, doubtful, written) = ([], whole.edits, before)
    }
    return [(ready, nil), (doubtful, doubt)].enumerated().compactMap { part, side in
      if side.0.isEmpty { return nil }
      return LeftChange(
        id: "\(number)-\(part)",
        PendingChange(
          whole.keeping(side.0), at: entry.at, draft: entry.draft.isEmpty ? nil : entry.draft),
        doubt: side.1, fields: side.0.reduce(into: []) { $0.formUnion($1.changedMembers) })
    }
  }

  private func outcome(_ edit: JournalEdit) -> Outcome {
    guard let key = edit.key, !erased.contains(edit.id) else { return .over }
    let file = RecordFile(path: key.file)
    let bytes = written[file.path] ?? ((try? store.bytes(of: file)) ?? nil)
    let content = bytes.flatMap { try? file.content($0) }
    guard let now = content?.records[key] else { return withoutRecord(edit, file, bytes) }
    // Its keeping was refused or withdrawn: nothing that was typed about it is kept either.
    if isWithdrawn(now) { return .over }
    if edit.isRemoval {
      guard let removal = Edit(before: now, after: nil) else { return .over }
      let isSame = JournalEdit.digest(now) == edit.digest
      return isSame ? merged(removal, file, bytes) : .doubtful(removal, .conflict)
    }
    if edit.isNew {
      guard let after = edit.alone, after != now else { return .over }
      return Edit(before: nil, after: after).map { merged($0, file, bytes) } ?? .over
    }
    guard let (before, after) = edit.sides(on: now) else {
      let alone = edit.alone.flatMap { Edit(before: nil, after: $0) }
      return alone.map { .doubtful($0, .conflict) } ?? .over
    }
    if after == now {
      _ = store.unsettled.withLock { $0.insert(file.path) }
      return Edit(before: now, after: now).map { .ready($0, file, bytes) } ?? .over
    }
    return Edit(before: before, after: after).map { merged($0, file, bytes) } ?? .over
  }

  private func withoutRecord(
    _ edit: JournalEdit, _ file: RecordFile, _ bytes: [UInt8]?
  ) -> Outcome {
    guard !edit.isRemoval, let record = edit.alone, let new = Edit(before: nil, after: record),
      !isWithdrawn(record)
    else { return .over }
    return edit.isNew ? merged(new, file, bytes) : .doubtful(new, .gone)
  }

  /// An edit that opens nothing and meets no other change of the same, or why somebody has to look.
  private func merged(_ edit: Edit, _ file: RecordFile, _ bytes: [UInt8]?) -> Outcome {
    guard let marks = try? MarkFolder(store.folder),
      let prepared = try? PreparedFile(
        file.with([edit]), onDisk: bytes, mustWrite: false, erased: erased, marks: marks, day: day),
      prepared.saved.allSatisfy({ $0.newConflicts == 0 })
    else { return .doubtful(edit, .conflict) }
    let result = prepared.saved.first?.record ?? edit.after
    let isOpening = Edit(before: prepared.onDisk[edit.key], after: result)?.opens(on: day) ?? false
    return isOpening ? .doubtful(edit, .opens) : .ready(edit, file, prepared.result)
  }

  /// Whether keeping a testimony was refused or withdrawn, by itself or by the mark that lies apart.
  private func isWithdrawn(_ record: Record) -> Bool {
    guard case .testimony(let testimony) = record else { return false }
    if testimony.isGone(day) { return true }
    let file = "\(testimony.consent.id.stored).json"
    guard let inside = (try? store.folder.inside(.withdrawn)) ?? nil,
      let bytes = (try? inside.read(file)) ?? nil
    else { return false }
    let mark: WithdrawalMark? = try? decode(bytes, file: file)
    // A mark that nobody can read opens nothing.
    return mark?.entries.contains { $0.purpose == .record && $0.state.closes } ?? true
  }
}
