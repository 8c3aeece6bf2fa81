import Foundation
import Glibc
import HeardExchange
import HeardModel
import HeardScreens
import HeardStore
import Synchronization

/// Does what takes time, one thing after the other, beside the thread that owns the terminal.
///
/// Outcomes wait in a list; a byte in the pipe wakes the thread that draws.
final class Worker: Sendable {
  /// Becomes readable when outcomes wait.
  let wakeUp: Int32
  private let bell: Int32
  private let begun = DispatchGroup()
  private let queue = DispatchQueue(label: "heard.worker")
  /// Sheets are read beside everything else: no save waits for them.
  private let reading = DispatchQueue(label: "heard.worker.reading")
  /// The order that is being read; another one, or none, ends it.
  private let reads = Mutex<String?>(nil)
  private let outcomes = Mutex<[Outcome]>([])
  private let waiting = Mutex<[Job]>([])
  private let store: ProgrammeStore?
  /// Where drafts are kept, or why they cannot be; nil where there is no programme yet.
  private let drafts: Result<DraftFolder, StoreError>?
  private let undo: UndoFolder?
  /// The records as they were read when this sitting began.
  private let opened: Programme
  private let words: Mutex<Words>
  private let settings: Mutex<(programme: ProgrammeSettings, person: PersonalSettings)>

  /// Something to do, and when it was asked for.
  private struct Job {
    var effect: Effect
    let moment: Moment
  }

  init(
    store: ProgrammeStore?, drafts: Result<DraftFolder, StoreError>?, undo: UndoFolder? = nil,
    opened: Programme = Programme(), person: PersonalSettings, words: Words
  ) {
    self.store = store
    self.opened = opened
    self.undo = undo
    self.drafts = drafts
    self.words = Mutex(words)
    settings = Mutex((opened.settings, person))
    var ends: [Int32] = [-1, -1]
    // A pipe that is full already wakes the reader, so writing to it must never wait.
    if pipe(&ends) == 0 {
      for end in ends {
        _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        _ = fcntl(end, F_SETFL, O_NONBLOCK)
      }
    }
    (wakeUp, bell) = (ends[0], ends[1])
  }

  /// Starts something; its outcome comes later.
  func start(_ effect: Effect, at moment: Moment) {
    switch effect {
    case .rememberUndo, .forgetUndo, .forgetUndoOf:
      // Not among what waits: each press has one, and presses could not be written together.
      return start { [self] in run(effect, at: moment) }
    case .readSheet(let order):
      reads.withLock { $0 = order.id }
      return start(on: reading) { [self] in readSheet(order) }
    case .stopReading: return reads.withLock { $0 = nil }
    default: break
    }
    waiting.withLock { $0.append(Job(effect: effect, moment: moment)) }
    start { [self] in run(nextJobs()) }
  }

  /// Makes a page or a calendar of what stands on a desk, and has it written.
  ///
  /// - Returns: the outcome where it cannot be made; else that comes later.
  func write(_ order: FileOrder, replacing: Bool, _ desk: Desk) -> Outcome? {
    do {
      let file = try OrderedFile(order, desk.insight, desk.words, at: Surroundings.now)
      write(file, order, replacing: replacing)
      return nil
    } catch {
      return .fileFailed(why: "\(error)")
    }
  }

  private func write(_ file: OrderedFile, _ order: FileOrder, replacing: Bool) {
    start { [self] in
      let words = words.withLock { $0 }
      let output = OutputFile(order.path)
      do throws(OutputFile.Trouble) {
        try output.write(file.bytes, replacing: replacing)
        return [.fileWritten(path: output.path, remark: file.remark)]
      } catch {
        if case .exists = error { return [.fileExists(order, path: output.path)] }
        return [.fileFailed(why: output.sentence(error, words))]
      }
    }
  }

  private func start(
    on queue: DispatchQueue? = nil, _ work: @escaping @Sendable () -> [Outcome]
  ) {
    (queue ?? self.queue).async(group: begun) { [self] in tell(work()) }
  }

  private func tell(_ news: [Outcome]) {
    outcomes.withLock { $0 += news }
    var byte: UInt8 = 1
    _ = Glibc.write(bell, &byte, 1)
  }

  /// What is done next: one thing, or all presses that have gathered while a slow disk wrote.
  private func nextJobs() -> [Job] {
    waiting.withLock { waiting in
      guard let first = waiting.first else { return [] }
      var count = 1
      var all = first.effect
      while count < waiting.count, let both = all.together(with: waiting[count].effect) {
        all = both
        count += 1
      }
      defer { waiting.removeFirst(count) }
      return Array(waiting.prefix(count))
    }
  }

  private func run(_ jobs: [Job]) -> [Outcome] {
    guard let first = jobs.first, let last = jobs.last else { return [] }
    guard jobs.count > 1 else { return run(first.effect, at: first.moment) }
    let all = jobs.dropFirst().reduce(first.effect) { $0.together(with: $1.effect) ?? $1.effect }
    let changes = jobs.compactMap(\.effect.change)
    return run(all, at: last.moment).flatMap { outcome -> [Outcome] in
      switch outcome {
      case .saved(_, let states):
        // What stands on disk is told once, with the last of them.
        changes.dropLast().map { .saved($0, []) } + changes.suffix(1).map { .saved($0, states) }
      case .saveFailed(_, let why): changes.map { .saveFailed($0, why: why) }
      default: [outcome]
      }
    }
  }

  /// Waits until everything that was started is done.
  func finish() {
    reads.withLock { $0 = nil }
    queue.sync {}
  }

  /// Waits until everything that was started is done, or until the time is over; nil is for ever.
  ///
  /// - Returns: whether all is done.
  func wait(seconds: Int?) -> Bool {
    begun.wait(timeout: seconds.map { .now() + .seconds($0) } ?? .distantFuture) == .success
  }

  /// The outcomes since the last time.
  func collect() -> [Outcome] {
    var buffer = [UInt8](repeating: 0, count: 64)
    while read(wakeUp, &buffer, buffer.count) > 0 {}
    return outcomes.withLock { waiting in
      defer { waiting = [] }
      return waiting
    }
  }

  /// Takes over changed settings for what is started later.
  func use(_ person: PersonalSettings, _ words: Words) {
    settings.withLock { $0.person = person }
    self.words.withLock { $0 = words }
  }

  private func run(_ effect: Effect, at moment: Moment) -> [Outcome] {
    let words = words.withLock { $0 }
    switch effect {
    case .prepareForWriting: return store.map(prepare) ?? []
    case .rememberUndo(let change):
      try? undo?.remember(change)
      return []
    case .forgetUndo(let change):
      undo?.forget(change)
      return []
    case .forgetUndoOf(let keys):
      undo?.forget(keys)
      return []
    case .listFolders(let path): return [.folders(path, FolderPaths.offers(path))]
    case .checkFolder(let path): return [check(path, words)]
    case .makeProgramme(let new): return [make(new, at: moment, words)]
    case .noteTour(let place):
      TourPlace.note(place)
      return []
    case .save(let change, let draft): return [save(change, draft, at: moment, words)]
    case .keepDraft(let draft):
      do throws(StoreError) {
        try drafts?.get().keep(draft)
        return [.draftKept(draft.id)]
      } catch {
        return [.draftFailed(draft.id, why: words.sentence(error))]
      }
    case .discardDraft(let id):
      try? drafts?.get().remove(id)
      return []
    case .keepIdentities, .forgetIdentities: return identities(effect, words)
    case .saveSettings(let person):
      do throws(StoreError) {
        try person.save()
        return []
      } catch {
        return [.settingsFailed(why: words.sentence(error))]
      }
    case .listFolder(let path):
      return [.folder(ListedFolder(path: path, names: SheetFile.names(in: path)))]
    case .keepMapping(let mapping):
      guard let store else { return [] }
      do throws(StoreError) {
        try store.keep(mapping, settings: settings.withLock { $0.programme })
        return [.mappingKept(mapping)]
      } catch {
        return [.mappingFailed(why: words.sentence(error))]
      }
    case .loadHistory(let id): return [.history(of: id, store?.history(of: id) ?? [])]
    case .reload:
      guard let store else { return [] }
      do throws(StoreError) {
        let loaded = try store.load()
        return [
          .loaded(
            loaded.programme, unreadable: words.files(loaded.unreadable),
            copies: words.copies(loaded.copies))
        ]
      } catch {
        return [.loadFailed(why: words.sentence(error))]
      }
    case .readFiles(let files, let unsaved): return readAgain(files, unsaved, at: moment, words)
    case .mergeCopy(let file): return [merge(file, at: moment, words)]
    case .suspend, .redraw, .plainLines, .fullScreen, .quit, .leave, .writeOutside, .readOutside,
      .writeFile, .readSheet, .stopReading:
      return []
    }
  }

  private func identities(_ effect: Effect, _ words: Words) -> [Outcome] {
    let programme = settings.withLock { $0.programme }
    var waiting: [Identity] = []
    guard let store else { return [] }
    do throws(StoreError) {
      switch effect {
      case .keepIdentities(let identities):
        waiting = identities
        try store.keep(identities, settings: programme)
      case .forgetIdentities(let people): try store.forget(identities: people)
      default: break
      }
      return []
    } catch {
      return [.identitiesFailed(waiting, why: words.sentence(error))]
    }
  }

  private func readAgain(
    _ files: [String], _ unsaved: [Change], at moment: Moment, _ words: Words
  ) -> [Outcome] {
    guard let store else { return [] }
    let read = store.read(files)
    let rebased = store.rebased(unsaved, on: moment.day)
    if read.files.isEmpty && rebased.isEmpty { return [] }
    let programme = settings.withLock { $0.programme.id }
    try? store.forgetRemoved(read.programme.erased, programme)
    undo?.forget(erased: read.programme.erased)
    return [
      .filesRead(
        ReadFiles(
          files: read.files, programme: read.programme, unreadable: words.files(read.unreadable),
          copies: words.copies(read.copies), rebased: rebased.map(SavedState.init),
          authors: read.authors))
    ]
  }

  private func merge(_ file: String, at moment: Moment, _ words: Words) -> Outcome {
    let (programme, person) = settings.withLock { $0 }
    do throws(StoreError) {
      guard let store else { throw .noFolder(path: "") }
      let merged = try store.mergeCopy(file, settings: programme, by: person.name, at: moment)
      let copy = CopyFile(file: file, original: merged.original, origin: "", canBeMerged: true)
      return .copyMerged(copy, newConflicts: merged.newConflicts, keptAt: merged.keptAt)
    } catch {
      return .copyFailed(why: words.sentence(error))
    }
  }

  /// Reads a sheet and tells how far it is, as long as nobody gives it up.
  private func readSheet(_ order: SheetOrder) -> [Outcome] {
    let words = words.withLock { $0 }
    let told = Mutex(0)
    let watch = SheetWatch { [self] percent in
      let isNew = told.withLock { last in
        if percent < last + 5 { return false }
        last = percent
        return true
      }
      if isNew { tell([.sheetProgress(SheetProgress(id: order.id, percent: percent))]) }
      return reads.withLock { $0 == order.id }
    }
    do throws(SheetFile.Errno) {
      let bytes = order.needsFile ? try SheetFile.bytes(SheetFile.path(order.path)) : []
      do throws(SheetFault) { return [.sheet(try order.read(bytes, watch))] } catch {
        if error == .stopped { return [] }
        return [.sheet(ReadSheet(order, why: words.sentence(error, order.path)))]
      }
    } catch {
      let why = words("error.cannotRead", ["path": order.path, "reason": reason(error.number)])
      return [.sheet(ReadSheet(order, why: why))]
    }
  }

  private func reason(_ number: Int32) -> String { String(cString: strerror(number)) }

  /// Makes the folder ready, notes that it was opened, and finds out what can be undone.
  private func prepare(_ store: ProgrammeStore) -> [Outcome] {
    let tightened = store.prepareForWriting(settings.withLock { $0.programme })
    var outcomes: [Outcome] = tightened.isEmpty ? [] : [.tightened(tightened.count)]
    // What was erased on another machine may still lie on this one.
    if let erased = try? store.erasedIDs() { try? drafts?.get().forget(erased) }
    try? RecentFolders.note(store.path)
    let changes = undo?.load(opened) ?? []
    if !changes.isEmpty { outcomes.append(.undoable(changes)) }
    return outcomes
  }

  private func check(_ path: String, _ words: Words) -> Outcome {
    let path = FolderPaths.absolute(path)
    do throws(StoreError) {
      _ = try ProgrammeStore(path: path, device: Surroundings.device).load()
      return .canOpen(path, importing: false)
    } catch {
      return .loadFailed(why: words.sentence(error))
    }
  }

  /// Makes a programme with the person who makes it as the first of its team.
  private func make(_ new: NewProgramme, at moment: Moment, _ words: Words) -> Outcome {
    let path = FolderPaths.absolute(new.folder)
    var ids = IdentifierSource(seed: UInt64.random(in: .min ... .max))
    var member = StaffMember()
    member.id = ids.make("s")
    member.name = new.yourName
    member.roles = [new.yourRole]
    var person = settings.withLock { $0.person }
    (person.name, person.role, person.staff) = (new.yourName, new.yourRole, member.id)
    do throws(StoreError) {
      try ProgrammeStore.create(at: path, settings: new.settings)
      let added = Change(
        .added(kind: .staff, title: member.name), before: nil, after: .staff(member))
      let store = try ProgrammeStore(path: path, device: Surroundings.device)
      if let added {
        _ = try store.save(added, settings: new.settings, by: person.name, at: moment)
      }
      try person.save()
      return .canOpen(path, importing: new.bringsSheet)
    } catch {
      return .loadFailed(why: words.sentence(error))
    }
  }

  private func save(
    _ change: Change, _ draft: String?, at moment: Moment, _ words: Words
  ) -> Outcome {
    let (programme, person) = settings.withLock { $0 }
    do throws(StoreError) {
      guard let store else { throw .noFolder(path: "") }
      let saved = try store.save(change, settings: programme, by: person.name, at: moment)
      if let draft { try? drafts?.get().remove(draft) }
      return .saved(change, saved.map(SavedState.init))
    } catch {
      return .saveFailed(change, why: words.sentence(error))
    }
  }
}

extension Effect {
  /// The change that is saved.
  fileprivate var change: Change? {
    if case .save(let change, _) = self { change } else { nil }
  }

  /// Two saves in one write; nil where they must stay apart.
  fileprivate func together(with next: Effect) -> Effect? {
    guard case .save(let first, nil) = self, case .save(let second, nil) = next else { return nil }
    return first.together(with: second).map { .save($0, discardingDraft: nil) }
  }
}

extension SavedState {
  /// A saved record for the screens.
  init(_ saved: SavedRecord) {
    self.init(key: saved.key, record: saved.record, newConflicts: saved.newConflicts)
  }
}
