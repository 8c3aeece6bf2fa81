import HeardCommands
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
      return (others + [.saved(last, records)] + untold + kept(after: records))
        .map(Outcome.folder)
    case .failure(let error): return work.presses.map { .folder(.saveFailed($0, error)) }
    }
  }

  private func run(_ work: FolderWork) -> [FolderOutcome] {
    let moment = work.moment
    return switch work.job {
    case .prepareForWriting: prepare(at: moment)
    case .recover: recovered(on: moment.day)
    case .upgrade:
      attempt({ .upgradeFailed($0) }) { (store) throws(StoreError) in
        _ = try store.upgrade(by: author, at: moment)
        return [.upgraded]
      }
    case .save(let change, let draft): save(change, draft, work)
    case .handOver(let order): handOver(order, at: moment)
    case .noteReceipt(let number, let id):
      attempt({ .receiptFailed($0) }) { (store) throws(StoreError) in
        try store.noteReceipt(number, of: id, at: moment, settings: opened.settings)
        return [.disclosures(kept), .receiptNoted(of: id)]
      }
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
    case .joinIdentity(let gone, let kept):
      attempt({ .identitiesFailed([], $0) }) { (store) throws(StoreError) in
        let isJoined = try store.joinIdentity(of: gone, to: kept, settings: opened.settings)
        return isJoined ? [.identityJoined(kept)] : []
      }
    case .lookUpIdentities: [.identitiesKept(store?.keptIdentities() ?? [])]
    case .retire(let order):
      attempt({ .retireFailed($0) }) { (store) throws(StoreError) in
        let left = try store.retire(order, settings: opened.settings, by: author, at: moment)
        return [.retired(left: left), .identitiesKept(store.keptIdentities())]
      }
    case .keepMapping(let mapping):
      attempt({ .mappingFailed($0) }) { (store) throws(StoreError) in
        try store.keep(mapping, settings: opened.settings)
        return [.mappingKept(mapping)]
      }
    case .survey(let plan):
      store.map { [.surveyed($0.survey(plan, opened.settings))] } ?? []
    case .forget(let order):
      attempt({ .forgetFailed($0) }) { (store) throws(StoreError) in
        [
          .forgotten(
            order,
            left: try store.forget(order, settings: opened.settings, by: author, at: moment))
        ]
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

  private func recovered(on day: CalendarDay) -> [FolderOutcome] {
    guard let store, let journal = try? journal?.get() else { return [] }
    let left = store.recover(journal, on: day)
    return left.isEmpty ? [] : [.recovered(left)]
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

  private func save(
    _ change: Change, _ draft: String?, _ work: FolderWork
  ) -> [FolderOutcome] {
    switch saved(change, at: work.moment) {
    case .success(let records):
      if let draft { discard(draft: draft, asOf: work.draftTurn) }
      return [.saved(change, records)] + untold + kept(after: records)
    case .failure(let error): return [.saveFailed(change, error)] + untold
    }
  }

  private func readAgain(
    _ files: [String], _ unsaved: [Change], at moment: Moment
  ) -> [FolderOutcome] {
    guard let store else { return [] }
    var read = store.read(files)
    read.rebased = store.rebased(unsaved, on: moment.day)
    if read.files.isEmpty && read.rebased.isEmpty { return [] }
    let places = Set(read.files.compactMap { FilePlace(path: $0) })
    if places.contains(.erased) || places.contains(.withdrawn) {
      _ = try? store.sweep(read.programme.erased, opened.settings)
    }
    undo?.forget(erased: read.programme.erased)
    // Another window of this machine may have kept a disclosure.
    let mayBe = read.programme.testimonies.values.contains { $0.isForLead }
    return [.filesRead(read)] + (mayBe ? [.disclosures(kept)] : [])
  }

  /// Makes the folder ready, and notes that it was opened.
  private func prepare(at moment: Moment) -> [FolderOutcome] {
    guard let store else { return [] }
    let tightened = store.prepareForWriting(opened.settings)
    store.removeReceivedDisclosures(opened.settings, on: moment.day)
    store.rememberFiles()
    try? RecentFolders.note(store.path)
    var outcomes: [FolderOutcome] = [.identitiesKept(store.keptIdentities())]
    if !tightened.isEmpty { outcomes.append(.tightened(tightened.count)) }
    let here = kept
    if !here.all.isEmpty { outcomes.append(.disclosures(here)) }
    return outcomes
  }

  /// What earlier sittings left that can be undone, once the folder is ready.
  private func undoable() -> [Outcome] {
    let changes = undo?.load(opened) ?? []
    return changes.isEmpty ? [] : [.state(.undoable(changes))]
  }
}

// Disclosures, which stand on this machine alone.
extension Worker {
  /// Those that lie here, none with what was told.
  private var kept: KeptDisclosures {
    KeptDisclosures(store?.disclosures() ?? [], canSeal: SealingProgram.path != nil)
  }

  /// Those that lie here after records were saved of which one may have been a disclosure.
  private func kept(after records: [SavedRecord]) -> [FolderOutcome] {
    let mayBe = records.contains { saved in
      if case .testimony(let it)? = saved.record { it.isForLead } else { false }
    }
    return mayBe ? [.disclosures(kept)] : []
  }

  /// Writes a disclosure to its file; that it was is noted as soon as the file is whole.
  private func handOver(_ order: HandOver, at moment: Moment) -> [FolderOutcome] {
    guard let store else { return [] }
    let told: Disclosure
    do throws(StoreError) {
      guard let found = try store.disclosure(order.disclosure) else {
        return [.handOverFailed(.gone), .disclosures(kept)]
      }
      told = found
    } catch {
      return [.handOverFailed(.folder(error))]
    }
    let path: String
    do throws(HandOverProblem) { path = try order.write(told, outside: store.path) } catch {
      return [.handOverFailed(error)]
    }
    do throws(StoreError) {
      try store.noteHandedOver(
        order.disclosure, to: order.lead, how: order.how, at: moment, settings: opened.settings)
      return [.disclosures(kept), .handedOver(path: path)]
    } catch {
      return [.handOverFailed(.notNoted(path: path, error))]
    }
  }
}
