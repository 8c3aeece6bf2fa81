import HeardModel
import StrictJSON

/// One file of a change, merged with what stands on disk and ready to be written.
struct PreparedFile {
  /// What has to be done on disk.
  enum Step: Equatable {
    /// Nothing: it stands there already.
    case none
    /// Put this in the file's place.
    case write([UInt8])
    /// Take the file away.
    case remove
  }

  let file: RecordFile
  let step: Step
  /// The records as they stand on disk now.
  let onDisk: [RecordKey: Record]
  /// The records as they will stand on disk.
  let saved: [SavedRecord]
  /// What a removal takes off the disk and nobody asked to have gone, by record id.
  let removed: [String: [UInt8]]
  /// What stands in the file afterwards; nil when it is no more.
  let result: [UInt8]?
  /// Whether the file says already what the change makes of it.
  let isThere: Bool
  /// Disclosures as they were told, of whose words nothing stands in the file afterwards.
  let told: [Testimony]
  /// The members that each edit changes, in their order.
  private(set) var changed: [RecordKey: [String]] = [:]
  /// What each edit writes over, as far as its writer may keep it.
  private(set) var writtenOver: [RecordKey: [HistoryValue]] = [:]
  /// Whether what it became depends on marks that close something.
  let isMarked: Bool

  /// So many fields of a record can stand in two versions; of more nobody finds the way out again.
  static let mostConflicts = 50

  /// Merges a file's edits with the bytes that stand on disk; `day` tells which consents hold.
  ///
  /// `mustWrite` is for a file of which nobody knows whether its last content reached the disk.
  ///
  /// - Throws: `StoreError.unreadable` when the file on disk cannot be understood: it is never
  ///   overwritten, whatever the change; `StoreError.releaseStays` where a release would become
  ///   another.
  init(
    _ file: RecordFile, onDisk bytes: [UInt8]?, mustWrite: Bool, erased: Set<String>,
    marks: MarkFolder, day: CalendarDay
  ) throws(StoreError) {
    var raw: JSONValue?
    var there: FileContent?
    if let bytes {
      do throws(FileFault) {
        there = try file.content(bytes)
        raw = try jsonTree(bytes, file: file.path)
      } catch {
        throw .unreadable(error)
      }
    }
    try file.refuseChangedRelease(beside: there?.records ?? [:])
    // An older copy lacks what was withdrawn meanwhile, on disk as in memory.
    let own = file.edits.flatMap { [$0.before, $0.after].compactMap { $0 } }
    let closing = try marks.marks(
      of: (own + Array(there?.records.values ?? [:].values)).flatMap(\.consents))
    isMarked = !closing.isEmpty
    let stored = there.flatMap { content -> JSONValue? in
      guard let raw else { return nil }
      let lean = content.lean
      // Most files hold nothing beside what this version knows, so that all else is reckoned in vain.
      let full =
        raw == lean
        ? content.full : raw.stripped(content.fullest, lean).filled(from: content.full)
      return full.joined(with: closing)
    }
    let theirs = file.noting(stored, there?.records ?? [:])
    let (base, ours) = file.noting(beside: there?.records ?? [:]).trees(beside: theirs)
    let merged = TreeMerge.merge(
      base: base?.joined(with: closing), ours: ours?.joined(with: closing), theirs: theirs,
      rules: .ofFormat
    ).tree.map { tree in
      file.mapRecords(tree.removing(erased: erased)) {
        $0.closingConflicts().liftingConflicts()
      }
    }
    let (tree, records, told) = try Self.withoutDisclosures(
      try Self.settled(merged, file, day), file, day)
    let removedDisclosures = file.edits.compactMap { edit -> Testimony? in
      guard records[edit.key] == nil, case .testimony(let it)? = there?.records[edit.key],
        it.tellsDisclosure
      else { return nil }
      return it
    }
    self.told = told + removedDisclosures
    self.file = file
    onDisk = there?.records ?? [:]
    saved = try file.edits.map { (edit) throws(StoreError) in
      let now = file.record(edit.key, in: tree)?.conflictIDs ?? []
      let before = file.record(edit.key, in: raw)?.conflictIDs ?? []
      let new = now.subtracting(before).count
      if new > 0 && now.count > Self.mostConflicts {
        throw .tooManyConflicts(id: edit.key.recordID, limit: Self.mostConflicts)
      }
      var saved = SavedRecord(key: edit.key, record: records[edit.key], newConflicts: new)
      let isBack = edit.before != nil && edit.after != nil && there?.records[edit.key] == nil
      if isBack && saved.record != nil { saved.broughtBackFrom = "" }
      return saved
    }
    isThere = tree == raw
    if let tree {
      let written = isThere ? bytes : tree.canonicalBytes()
      result = written
      step = isThere && !mustWrite ? .none : .write(written ?? tree.canonicalBytes())
    } else {
      result = nil
      step = raw == nil && !mustWrite ? .none : .remove
    }
    var removed: [String: [UInt8]] = [:]
    for edit in file.edits where records[edit.key] == nil {
      guard let record = there?.records[edit.key], record.mayBeKept(on: day) else { continue }
      removed[edit.key.recordID] =
        file.holdsOneRecord ? bytes : file.record(edit.key, in: raw)?.canonicalBytes()
    }
    self.removed = removed
    for edit in file.edits {
      changed[edit.key] = edit.changedMembers.sorted()
      writtenOver[edit.key] = valuesWrittenOver(of: edit.key)
    }
  }

  /// The merged tree as a file holds it, with its records; nil when nothing is left to hold.
  ///
  /// What is written must be read again: a merge that gave something else is not saved. What a
  /// person refused or withdrew does not come back with an edit that somebody made meanwhile.
  static func settled(
    _ merged: JSONValue?, _ file: RecordFile, _ day: CalendarDay, isClosed: Bool = false
  ) throws(StoreError) -> (JSONValue?, [RecordKey: Record]) {
    guard let merged else { return (nil, [:]) }
    let content: FileContent
    do throws(FileFault) { content = try file.content(merged.canonicalBytes()) } catch {
      if case .unknownValue("") = error.kind { throw .badID(error.member) }
      throw .unreadable(error)
    }
    let tree = merged.stripped(content.fullest, content.lean)
    let closing = isClosed ? [] : file.closings(of: content.records, on: day)
    if !closing.isEmpty {
      let filled = tree.filled(from: content.full)
      let (base, ours) = file.with(closing).trees(beside: filled)
      let closed = TreeMerge.merge(base: base, ours: ours, theirs: filled).tree
      return try settled(closed, file, day, isClosed: true)
    }
    return emptied(tree, content.records, file)
  }

  /// The tree with nothing at all of testimonies that may not be kept, also nothing that a newer
  /// version put beside their words.
  private static func emptied(
    _ tree: JSONValue, _ records: [RecordKey: Record], _ file: RecordFile
  ) -> (JSONValue?, [RecordKey: Record]) {
    var records = records
    var gone: [String: JSONValue] = [:]
    for case .testimony(let testimony) in records.values where testimony.consent.isFinallyClosed {
      let empty = testimony.emptied()
      gone[testimony.id.text] = TreeWriter.tree(empty)
      records[.testimony(testimony.id, event: testimony.event)] = .testimony(empty)
    }
    let tree =
      gone.isEmpty
      ? tree : file.mapRecords(tree) { record in record.recordID.flatMap { gone[$0] } ?? record }
    // A file of testimonies without any, and without what a newer version put there.
    let isHollow = file.place == .testimonies && tree.members.map { Set($0.keys) } == ["id"]
    return (isHollow ? nil : tree, records)
  }
}

// Numbers of attendances that were set without an entry, where the other side has counted at the
// door.
extension RecordFile {
  /// The edits with an entry for such numbers.
  fileprivate func noting(beside there: [RecordKey: Record]) -> RecordFile {
    with(
      edits.map { edit in
        Edit(
          before: edit.before,
          after: edit.after?.noting(over: edit.before, beside: there[edit.key])) ?? edit
      })
  }

  /// The file's tree as it stands on disk, with an entry for such numbers.
  fileprivate func noting(
    _ theirs: JSONValue?, _ records: [RecordKey: Record]
  ) -> JSONValue? {
    let noted = edits.compactMap { edit -> Edit? in
      guard let there = records[edit.key] else { return nil }
      let noted = there.noting(over: edit.before, beside: edit.after)
      return noted == there ? nil : Edit(before: there, after: noted)
    }
    guard let theirs, !noted.isEmpty else { return theirs }
    let (base, ours) = with(noted).trees(beside: theirs)
    return TreeMerge.merge(base: base, ours: ours, theirs: theirs, rules: .ofFormat).tree
  }
}

extension RecordFile {
  /// What has to go out of records whose answers close it; only of those that are being saved,
  /// since nothing else of the file is anybody's wish now.
  fileprivate func closings(of records: [RecordKey: Record], on day: CalendarDay) -> [Edit] {
    let touched = Set(edits.map(\.key))
    return records.values.compactMap { record in
      guard touched.isEmpty || touched.contains(record.key) else { return nil }
      let closed = record.closed(on: day).reckoned()
      return closed == record ? nil : Edit(before: record, after: closed)
    }
  }
}

private extension Record {
  /// Whether a removed record's last content may be kept on this machine.
  ///
  /// Not when the person refused or withdrew its keeping: that is gone. A disclosure goes to the
  /// safeguarding lead.
  func mayBeKept(on day: CalendarDay) -> Bool {
    guard case .testimony(let testimony) = self else { return true }
    return !testimony.isGone(day) && !testimony.isForLead
  }
}

/// Reads a file's bytes as a tree.
func jsonTree(_ bytes: [UInt8], file: String) throws(FileFault) -> JSONValue {
  do throws(JSONFault) { return try JSONValue(bytes) } catch {
    throw FileFault(file: file, error, in: bytes)
  }
}

extension TreeMerge.Rules {
  /// The lists of the format of which nothing is taken out, and those whose numbers only grow.
  static let ofFormat = TreeMerge.Rules(
    addedOnly: ["typed", "versions", "retention", "statusEntries"],
    growing: ["counts", "sittings"],
    closing: { entry in
      guard let purpose = entry["purpose"]?.text,
        let state = entry["state"]?.text.flatMap(ConsentState.init(stored:))
      else { return nil }
      return (purpose, state.closes)
    })
}
