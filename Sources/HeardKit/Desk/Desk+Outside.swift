import HeardModel
import TerminalCanvas

// What other windows, machines and programs do to the folder while it is open.
extension Desk {
  /// Has the executable read files that somebody else has changed.
  public mutating func readAgain(_ files: [String]) {
    run(.readFiles(files.sorted(), unsaved: unsaved))
  }

  /// Shows our changes that are not on disk merged with what others have put there.
  mutating func rebase() {
    let files = Set(unsaved.flatMap { $0.edits.map(\.key.file) })
    if !files.isEmpty { readAgain(Array(files)) }
  }

  /// Takes in what stands in some files now; the screens find their places again by themselves.
  public mutating func take(_ read: FilesRead) {
    let wasReadable = Set(unreadable.map(\.file))
    unreadable.removeAll { read.files.contains($0.file) }
    unreadable = (unreadable + read.unreadable).sorted { $0.file < $1.file }
    let known = Set(copies.map(\.file))
    copies.removeAll { read.files.contains($0.file) }
    copies = (copies + read.copies).sorted { $0.file < $1.file }
    // What cannot be read now keeps its last good version on the screen.
    let faulty = Set(read.unreadable.map(\.file))
    let edits = programme.takeOver(
      read.files.filter { !faulty.contains($0) }, from: read.programme, except: pendingKeys)
    let rebased = putRebased(read.rebased)
    // Somebody else has upgraded the folder.
    if canUpgrade, programme.settings.format == ProgrammeSettings.currentFormat {
      takeUpgraded()
    }
    for edit in edits where edit.after == nil {
      removers[edit.key] = read.authors[edit.key.recordID] ?? ""
    }
    for edit in edits {
      let closing = Change(.several(kind: .event, count: 1), [edit])
      if !closing.canBeUndone { forgetUndo(of: closing) }
      if case .testimony(let old)? = edit.before, !old.isGone(today),
        case .testimony(let now)? = edit.after, now.isGone(today)
      {
        forget(saidIn: old)
      }
    }
    if !read.files.isEmpty { forget(erased: read.programme.erased) }
    if read.files.contains(where: { FilePlace(path: $0)?.isBeneathAllAnswers ?? false }) {
      recomputeAnswers()
    } else {
      recomputeAnswers(after: rebased.union(edits.map(\.key)))
    }
    if let id = history?.id, edits.contains(where: { $0.key.recordID == id }) {
      run(.loadHistory(id))
    }
    let newFaults = read.unreadable.filter { !wasReadable.contains($0.file) }
    let newCopies = read.copies.filter { !known.contains($0.file) }
    tell(edits, newFaults, newCopies, read.authors)
  }

  /// Records with changes of ours that are not on disk yet.
  private var pendingKeys: Set<RecordKey> {
    Set((saving + unsaved).flatMap { $0.edits.map(\.key) })
  }

  /// - Returns: the records that were put.
  private mutating func putRebased(_ states: [SavedRecord]) -> Set<RecordKey> {
    let onTheirWay = Set(saving.flatMap { $0.edits.map(\.key) })
    let waiting = Set(unsaved.flatMap { $0.edits.map(\.key) })
    let rebased = states.filter { waiting.contains($0.key) && !onTheirWay.contains($0.key) }
    for state in rebased { programme.put(state.record, at: state.key) }
    return Set(rebased.map(\.key))
  }

  /// Reads the history anew that was read last: what stood in it may be kept no more.
  mutating func readHistoryAgain() {
    guard let id = history?.id else { return }
    history = nil
    run(.loadHistory(id))
  }

  /// Lets go of what was erased wherever this window still holds it.
  public mutating func forget(erased all: Set<String>) {
    let ids = all.subtracting(programme.erased)
    programme.erased = all
    if ids.isEmpty { return }
    programme.removeAll(ids)
    undoable.removeAll { $0.tells(of: ids) }
    redoable.removeAll { $0.tells(of: ids) }
    readHistoryAgain()
    unsaved.removeAll { change in change.edits.contains { ids.contains($0.key.recordID) } }
    left.removeAll { item in
      item.pending.change.edits.contains { ids.contains($0.key.recordID) }
    }
    slips = slips.filter { !ids.contains($0.key.text) }
    for draft in drafts where draft.tells(of: ids) { run(.discardDraft(draft.id)) }
    drafts.removeAll { $0.tells(of: ids) }
  }
}

// What is said about it.
extension Desk {
  /// Why a change may not be made: its file cannot be read, and is never written over, or a release
  /// would become another.
  public func refusal(of change: Change) -> String? {
    if let edit = change.edits.first(where: { $0.changesRelease() }) {
      return words.sentence(StoreError.releaseStays(name: edit.key.recordID))
    }
    let fault = change.edits.lazy.compactMap { self.fault(of: $0.key) }.first
    return fault.map { words("outside.unreadable", ["file": $0.file]) }
  }

  /// The fault of the file in which a record stands; nil when it can be read.
  public func fault(of key: RecordKey) -> FileFault? {
    if unreadable.isEmpty { return nil }
    let file = key.file
    return unreadable.first { $0.file == file }
  }

  /// The sign before the title of a record whose file cannot be read any more.
  public func mark(_ key: RecordKey) -> StyledText {
    fault(of: key) == nil ? "" : StyledText("! ", .bad)
  }

  /// What has to be known of a record before one relies on what is shown: its file has a fault.
  public func remarks(on key: RecordKey) -> [Block] {
    guard let fault = fault(of: key) else { return [] }
    return [.notice(Notice(.bad, words("outside.lastGood", ["file": fault.file]))), .gap]
  }

  /// Asks whether a record that was removed since its form was opened is to be brought back.
  public mutating func askToBringBack(_ record: Record) {
    let (what, name) = (title(of: record), removers[record.key] ?? "")
    ask(
      Question(
        "bringBack",
        name.isEmpty
          ? words("form.bringBack", ["what": what])
          : words("form.bringBackFrom", ["what": what, "name": name]),
        [
          .init("back", words("answer.cancel")), .init("yes", words("form.bringBackYes")),
        ]))
  }

  /// What has become of a record since its form was opened, and whether it is locked.
  public func remarks(onForm stored: Record?) -> [Block] {
    guard let stored else { return [] }
    if case .event(let event) = stored, let lock = programme.lock(of: event) {
      return [.notice(Notice(.warning, words.notice(lock, formats))), .gap]
        + remarks(onOpenForm: stored)
    }
    return remarks(onOpenForm: stored)
  }

  private func remarks(onOpenForm stored: Record) -> [Block] {
    if fault(of: stored.key) != nil { return remarks(on: stored.key) }
    let now = programme.record(stored.key)
    if now == stored { return [] }
    let key = now == nil ? "form.removedElsewhere" : "form.changedElsewhere"
    return [.notice(Notice(.warning, words(key))), .gap]
  }

  /// Says in one line what others did; something that went wrong is read together with it.
  private mutating func tell(
    _ edits: [Edit], _ faults: [FileFault], _ copies: [FileCopy], _ authors: [String: String]
  ) {
    if let fault = faults.first {
      news = News(.bad, words("outside.nowUnreadable", ["file": fault.file]))
    } else if let copy = copies.first {
      news = News(.refused, words("outside.newCopy", ["file": copy.original]))
    } else if edits.count == 1, let edit = edits.first {
      say(sentence(edit, by: authors[edit.key.recordID] ?? ""))
    } else if !edits.isEmpty {
      say(words("outside.changedMany", count: edits.count))
    }
  }

  private func sentence(_ edit: Edit, by author: String) -> String {
    let key =
      edit.before == nil
      ? "outside.added" : edit.after == nil ? "outside.removed" : "outside.changed"
    let title = (edit.after ?? edit.before).map { self.title(of: $0) } ?? ""
    return author.isEmpty
      ? words(key, ["what": title]) : words("\(key)By", ["what": title, "name": author])
  }

  /// What a record is called where anybody may read it: never by the words or name of a speaker.
  public func title(of record: Record) -> String {
    switch record {
    case .settings(let it): it.name.isEmpty ? words("kind.programme") : it.name
    case .event(let it): [it.place, it.title].filter { !$0.isEmpty }.joined(separator: " · ")
    case .testimony(let it):
      [words("kind.testimony"), programme.events[it.event]?.title ?? ""]
        .filter { !$0.isEmpty }.joined(separator: " · ")
    case .action(let it): it.title
    case .approval(let it): formats.quarter(it.id)
    case .organisation(let it): it.name
    case .staff(let it): it.name
    case .view(let it): it.name
    case .fact(let it): it.title
    case .release(let it): it.id.stored
    }
  }

  /// Takes in that a copy was merged: what it brought is read, and where it lies is said.
  public mutating func take(_ copy: MergedCopy) {
    copies.removeAll { $0.file == copy.file }
    readAgain([copy.file, copy.original])
    let merged =
      copy.keptAt.map { words("copy.merged", ["file": copy.original, "path": $0]) }
      ?? words("copy.wasErased", ["file": copy.file])
    let open = copy.newConflicts
    say(merged + (open == 0 ? "" : " " + words("copy.conflicts", count: open)))
  }
}

extension Change {
  /// Whether a record in it is one of these or holds something of one of them.
  fileprivate func tells(of ids: Set<String>) -> Bool {
    edits.contains { edit in
      [edit.before, edit.after].contains { $0?.tells(of: ids) ?? false }
    }
  }
}

extension FilePlace {
  /// Whether it holds something of the programme that is no record, by which many are read.
  fileprivate var isBeneathAllAnswers: Bool {
    switch self {
    case .programme, .partners, .team, .views, .events, .testimonies, .actions, .approvals,
      .facts, .releases, .identities, .safeguarding, .register, .erased, .history:
      false
    default: true
    }
  }
}
