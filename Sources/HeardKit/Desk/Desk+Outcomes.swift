import HeardModel

// What came of effects.
extension Desk {
  /// Takes in what came of an effect.
  public mutating func take(_ outcome: Outcome) {
    switch outcome {
    case .folder(let outcome): take(outcome)
    case .state(let outcome): take(outcome)
    case .machine(let outcome): take(outcome)
    case .terminal(let outcome): take(outcome)
    }
  }

  private mutating func take(_ outcome: FolderOutcome) {
    switch outcome {
    case .tightened(let count):
      // What was said at opening has not been read yet.
      say([news?.text, sayingTightened(count)].compactMap { $0 }.joined(separator: " "))
    case .recovered(let left): take(left)
    case .upgraded:
      takeUpgraded()
      say(words("upgrade.done", ["format": String(ProgrammeSettings.currentFormat)]))
    case .saved(let change, let records):
      saving.remove(firstOf: change)
      for edit in change.edits { pendingDrafts[edit.key] = nil }
      takeSaved(records)
    case .saveFailed(let change, let error): takeFailed(change, error)
    case .historyFailed(let error):
      news = News(.bad, words("save.withoutHistory", ["why": words.sentence(error)]))
    case .identitiesFailed(let identities, let error): take(unkept: identities, error)
    case .disclosures(let kept): disclosures = kept
    case .handedOver(let path): say(words("disclosure.written", ["path": path]))
    case .handOverFailed(let problem): news = News(.bad, words.sentence(problem))
    case .receiptNoted(let id): sayReceived(id)
    case .receiptFailed(let error):
      news = News(.bad, words("disclosure.receiptFailed", ["why": words.sentence(error)]))
    case .mappingKept(let mapping):
      programme.mappings[mapping.id] = mapping
      recomputeAnswers()
      say(words("import.kept", ["name": mapping.id.stored]))
    case .registerFailed(let error):
      news = News(.bad, words("register.notWritten", ["why": words.sentence(error)]))
    case .identitiesKept(let kept): identities = kept
    case .identityJoined(let person): joinedNames.insert(person)
    case .retired(let left): take(stillHeldIn: left)
    case .retireFailed(let error):
      news = News(.bad, words("retention.failed", ["why": words.sentence(error)]))
    case .history(let id, let lines): history = (id, lines)
    case .loaded(let read, let faults, let found): takeLoaded(read, faults, found)
    case .filesRead(let read): take(read)
    case .surveyed(let found): survey = found
    case .forgotten(let order, let left): take(forgotten: order, left)
    case .forgetFailed(let error):
      news = News(.bad, words("forget.failed", ["why": words.sentence(error)]))
    case .copyMerged(let copy): take(copy)
    case .upgradeFailed(let error), .mappingFailed(let error), .loadFailed(let error),
      .copyFailed(let error):
      news = News(.bad, words.sentence(error))
    }
  }

  private mutating func take(_ outcome: StateOutcome) {
    switch outcome {
    case .draftKept(let id): unkeptDrafts.remove(id)
    case .draftFailed(let id, let error):
      unkeptDrafts.insert(id)
      news = News(.bad, words("draft.failed", ["why": words.sentence(error)]))
    case .journalKept(let except): (journalTrouble, unjournaled) = (nil, except)
    case .journalFailed(let error): journalTrouble = error
    case .settingsFailed(let error):
      news = News(.bad, words("settings.failed", ["why": words.sentence(error)]))
    case .undoable(let changes): undoable = changes.filter { !undoable.contains($0) } + undoable
    }
  }

  private mutating func take(_ outcome: MachineOutcome) {
    switch outcome {
    case .fileWritten(let path, let leftOut, let withoutTime):
      let remarks = [("file.leftOut", leftOut), ("file.withoutTime", withoutTime)]
        .filter { $0.1 > 0 }.map { words($0.0, count: $0.1) }
      say(([words("file.written", ["path": path])] + remarks).joined(separator: " "))
    case .fileExists(let order, let path): askToReplace(order, path)
    case .notAFile(let path): news = News(.bad, words("file.notAFile", ["path": path]))
    case .fileFailed(let path, let number):
      news = News(.bad, words("file.failed", ["path": path, "reason": words.reason(number)]))
    case .sheet(let read): (sheet, sheetProgress) = (read, nil)
    case .sheetProgress(let progress): sheetProgress = progress
    case .folder(let listed): folder = listed
    case .folders(let path, let offers): folders = (path, offers)
    case .canOpen(let path, let importing):
      run(.leave(importing ? .importing(path) : .folder(path)))
    case .cannotOpen(let error): news = News(.bad, words.sentence(error))
    }
  }

  private mutating func take(_ outcome: TerminalOutcome) {
    switch outcome {
    case .writtenOutside(_, nil): say(words("editor.done"))
    case .readOutside(nil): break
    case .writtenOutside(_, let problem?), .readOutside(let problem?):
      news = News(.bad, words.sentence(problem))
    case .notFollowed(let why): say(words.sentence(why))
    }
  }
}

// What came of saving and reading.
extension Desk {
  /// Whether the folder would be written after an upgrade.
  public var canUpgrade: Bool { if case .olderFormat = readOnly { true } else { false } }

  /// From now on the folder is written.
  mutating func takeUpgraded() {
    readOnly = nil
    programme.settings.format = ProgrammeSettings.currentFormat
    recomputeAnswers()
    run(.prepareForWriting)
  }

  private mutating func takeFailed(_ change: Change, _ error: StoreError) {
    saving.remove(firstOf: change)
    unsaved.add(failed: change, pending: Set(saving.flatMap(\.edits).map(\.key)), programme)
    rebase()
    let key =
      if case .notConfirmed = error { "save.notConfirmed" } else if journalTrouble != nil {
        "save.failedUnkept"
      } else { "save.failed" }
    news = News(.bad, words(key, ["why": words.sentence(error)]))
  }

  private mutating func takeLoaded(
    _ read: Programme, _ faults: [FileFault], _ found: [FileCopy]
  ) {
    forget(erased: read.erased)
    programme = read
    unreadable = faults
    copies = found
    // What is not on disk yet stays on the screen.
    for change in unsaved + saving { programme.apply(change) }
    // But nothing of it that was erased or withdrawn meanwhile.
    programme.removeAll(programme.erased)
    programme.closeByMarks()
    recomputeAnswers()
    rebase()
  }

  /// Takes over what others had changed on disk, unless a newer change of ours is on its way.
  private mutating func takeSaved(_ states: [SavedRecord]) {
    let pending = Set((saving + unsaved).flatMap { $0.edits.map(\.key) })
    var differing: Set<RecordKey> = []
    for state in states where !pending.contains(state.key) {
      if programme.record(state.key) == state.record { continue }
      programme.put(state.record, at: state.key)
      differing.insert(state.key)
    }
    if let sentence = states.compactMap(broughtBack).first {
      news = News(.bad, sentence)
    }
    let conflicts = states.reduce(0) { $0 + $1.newConflicts }
    if conflicts > 0 { news = News(.bad, words("save.conflicts", count: conflicts)) }
    recomputeAnswers(after: differing)
  }
}

extension Desk {
  /// That a record had been removed and saving brought it back, and who removed it; nil where nobody
  /// had.
  public func broughtBack(_ saved: SavedRecord) -> String? {
    guard let name = saved.broughtBackFrom, let record = saved.record else { return nil }
    let what = title(of: record)
    return name.isEmpty
      ? words("save.broughtBack", ["what": what])
      : words("save.broughtBackFrom", ["what": what, "name": name])
  }
}

extension [Change] {
  fileprivate mutating func remove(firstOf change: Change) {
    if let place = firstIndex(of: change) { remove(at: place) }
  }
}
