import HeardKit
import HeardModel
import HeardStore

// What is done with the records of the programme's folder.
extension Worker {
  func run(_ work: FolderWork) -> [Outcome] {
    guard let last = work.presses.last, case .save(let all, _) = work.job else {
      return run(work).map(Outcome.folder)
        + (work.job == .prepareForWriting ? undoable() : [])
    }
    switch saved(all, at: work.moment) {
    case .success(let records):
      // What stands on disk is told once, with the last of them.
      let others = work.presses.dropLast().map { FolderOutcome.saved($0, []) }
      return (others + [.saved(last, records)] + untold).map(Outcome.folder)
    case .failure(let error): return work.presses.map { .folder(.saveFailed($0, error)) }
    }
  }

  private func run(_ work: FolderWork) -> [FolderOutcome] {
    let moment = work.moment
    return switch work.job {
    case .prepareForWriting: prepare()
    case .upgrade:
      attempt({ .upgradeFailed($0) }) { (store) throws(StoreError) in
        _ = try store.upgrade(by: author, at: moment)
        return [.upgraded]
      }
    case .save(let change, let draft): [save(change, draft, work)] + untold
    case .keepIdentities(let identities):
      attempt({ .identitiesFailed(identities, $0) }) { (store) throws(StoreError) in
        try store.keep(identities, settings: opened.settings)
        return []
      }
    case .forgetIdentities(let people):
      attempt({ .identitiesFailed([], $0) }) { (store) throws(StoreError) in
        try store.forget(identities: people)
        return []
      }
    case .keepMapping(let mapping):
      attempt({ .mappingFailed($0) }) { (store) throws(StoreError) in
        try store.keep(mapping, settings: opened.settings)
        return [.mappingKept(mapping)]
      }
    case .loadHistory(let id): [.history(of: id, store?.history(of: id) ?? [])]
    case .reload:
      attempt({ .loadFailed($0) }) { (store) throws(StoreError) in
        let loaded = try store.load()
        return [
          .loaded(loaded.programme, unreadable: loaded.unreadable, copies: loaded.copies)
        ]
      }
    case .readFiles(let files, let unsaved): readAgain(files, unsaved, at: moment)
    case .mergeCopy(let file):
      attempt({ .copyFailed($0) }) { (store) throws(StoreError) in
        let copy = try store.mergeCopy(file, settings: opened.settings, by: author, at: moment)
        return [.copyMerged(copy)]
      }
    }
  }

  /// Does something with the folder, or tells why it could not be done; where there is no folder
  /// yet there is nothing to do.
  private func attempt(
    _ failed: (StoreError) -> FolderOutcome,
    _ work: (ProgrammeStore) throws(StoreError) -> [FolderOutcome]
  ) -> [FolderOutcome] {
    guard let store else { return [] }
    do throws(StoreError) { return try work(store) } catch { return [failed(error)] }
  }

  /// That the history does not tell of what was saved, where that is so.
  private var untold: [FolderOutcome] { store?.historyTrouble.map { [.historyFailed($0)] } ?? [] }

  private var author: String { person.withLock { $0.name } }

  private func saved(
    _ change: Change, at moment: Moment
  ) -> Result<[SavedRecord], StoreError> {
    Result { () throws(StoreError) in
      guard let store else { throw .noFolder(path: "") }
      return try store.save(change, settings: opened.settings, by: author, at: moment)
    }
  }

  private func save(_ change: Change, _ draft: String?, _ work: FolderWork) -> FolderOutcome {
    switch saved(change, at: work.moment) {
    case .success(let records):
      if let draft { discard(draft: draft, asOf: work.draftTurn) }
      return .saved(change, records)
    case .failure(let error): return .saveFailed(change, error)
    }
  }

  private func readAgain(
    _ files: [String], _ unsaved: [Change], at moment: Moment
  ) -> [FolderOutcome] {
    guard let store else { return [] }
    var read = store.read(files)
    read.rebased = store.rebased(unsaved, on: moment.day)
    if read.files.isEmpty && read.rebased.isEmpty { return [] }
    if read.files.contains(where: { FilePlace(path: $0) == .erased }) {
      _ = try? store.sweep(read.programme.erased, opened.settings)
    }
    undo?.forget(erased: read.programme.erased)
    return [.filesRead(read)]
  }

  /// Makes the folder ready, and notes that it was opened.
  private func prepare() -> [FolderOutcome] {
    guard let store else { return [] }
    let tightened = store.prepareForWriting(opened.settings)
    store.rememberFiles()
    try? RecentFolders.note(store.path)
    return tightened.isEmpty ? [] : [.tightened(tightened.count)]
  }

  /// What earlier sittings left that can be undone, once the folder is ready.
  private func undoable() -> [Outcome] {
    let changes = undo?.load(opened) ?? []
    return changes.isEmpty ? [] : [.state(.undoable(changes))]
  }
}
