import Foundation
import Glibc
import HeardCommands
import HeardKit
import HeardModel
import HeardStore
import Synchronization

/// Does what takes time, one thing after the other, beside the thread that owns the terminal.
///
/// The folder can be held by somebody else for half a minute; what the person keeps beside it has a
/// queue of its own, so that no draft waits for that.
/// Outcomes wait in a list; a byte in the pipe wakes the thread that draws. They are facts: this
/// knows no language.
final class Worker: Sendable {
  /// Becomes readable when outcomes wait.
  let wakeUp: Int32
  private let bell: Int32
  private let begun = DispatchGroup()
  private let queue = DispatchQueue(label: "heard.worker")
  private let begunBeside = DispatchGroup()
  private let beside = DispatchQueue(label: "heard.worker.beside")
  /// Sheets are read beside everything else: no save waits for them.
  private let reading = DispatchQueue(label: "heard.worker.reading")
  /// The order that is being read; another one, or none, ends it.
  let reads = Mutex<String?>(nil)
  private let outcomes = Mutex<[Outcome]>([])
  private let waiting = Mutex<[FolderWork]>([])
  private let started = Atomic<Int>(0)
  /// How much of what somebody did has been begun and is not done.
  private let owed = Atomic<Int>(0)
  /// How often each draft was kept or thrown away: a save takes only the one away that it saved.
  private let draftTurns = Mutex<[String: Int]>([:])
  let store: ProgrammeStore?
  /// Where drafts are kept, or why they cannot be; nil where there is no programme yet.
  let drafts: Result<DraftFolder, StoreError>?
  let undo: UndoFolder?
  /// Where what is not on disk is kept, or why it cannot be; nil where there is no programme yet.
  let journal: Result<Journal, StoreError>?
  /// What is not on disk, when it was said last; only the last is written.
  let pending = Mutex<(changes: [PendingChange], at: Moment)?>(nil)
  /// The records as they were read when this sitting began.
  let opened: Programme
  /// Who sits here: their name stands beside what is saved.
  let person: Mutex<PersonalSettings>

  init(
    store: ProgrammeStore?, drafts: Result<DraftFolder, StoreError>?, undo: UndoFolder? = nil,
    journal: Result<Journal, StoreError>? = nil, opened: Programme = Programme(),
    person: PersonalSettings
  ) {
    self.store = store
    self.opened = opened
    self.undo = undo
    self.journal = journal
    self.drafts = drafts
    self.person = Mutex(person)
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

  /// Starts something with the records of the folder; its outcome comes later.
  func start(_ job: FolderJob, at moment: Moment) {
    let number = started.wrappingAdd(1, ordering: .relaxed).newValue
    var work = FolderWork(number, job, at: moment)
    if case .save(_, let draft?) = job { work.draftTurn = turn(of: draft) }
    waiting.withLock { [work] in $0.append(work) }
    begin(isOwed: job.isOwed) { [self] in nextWork(number).map(run) ?? [] }
  }

  /// Whether anything that somebody did is on its way to the disk; else the end can cut off what runs.
  var owes: Bool { owed.load(ordering: .sequentiallyConsistent) > 0 }

  /// Starts something with what the person keeps beside the programme.
  ///
  /// What can be undone keeps its place among the saves: it follows from them. Not among what waits
  /// there: each press is remembered, and presses could not be written together.
  func start(_ job: StateJob) {
    switch job {
    case .rememberUndo, .forgetUndo, .forgetUndoOf: return begin { [self] in run(job) }
    // Whatever is saved from now on bears the new name.
    case .saveSettings(let person): self.person.withLock { $0 = person }
    case .keepDraft(let draft): draftTurns.withLock { $0[draft.id, default: 0] += 1 }
    case .discardDraft(let id): draftTurns.withLock { $0[id, default: 0] += 1 }
    case .keepJournal(let changes):
      pending.withLock { $0 = (changes, Surroundings.now) }
    case .noteTour, .forgetTaken: break
    }
    beginBeside { [self] in run(job) }
  }

  /// Throws a draft away that is saved, unless something was typed into it since.
  func discard(draft id: String, asOf turn: Int) {
    beginBeside { [self] in
      if self.turn(of: id) == turn { try? drafts?.get().remove(id) }
      return []
    }
  }

  private func turn(of draft: String) -> Int { draftTurns.withLock { $0[draft] ?? 0 } }

  /// Starts something with other files and folders of this machine.
  func start(_ job: MachineJob, at moment: Moment) {
    switch job {
    case .readSheet(let order):
      reads.withLock { $0 = order.id }
      begin(on: reading) { [self] in readSheet(order) }
    case .stopReading: reads.withLock { $0 = nil }
    case .writeFile(let order, let file, let replacing):
      begin { [self] in
        let outcome = Self.write(file, order, replacing: replacing)
        return [.machine(outcome)] + noted(file.registerLine(order, at: moment), once: outcome)
      }
    case .listFolder(let path):
      begin { [.machine(.folder(ListedFolder(path: path, names: SheetFile.names(in: path))))] }
    case .listFolders(let path): begin { [.machine(.folders(path, FolderPaths.offers(path)))] }
    case .checkFolder(let path): begin { [.machine(Self.check(path))] }
    case .makeProgramme(let new): begin { [self] in [.machine(make(new, at: moment))] }
    }
  }

  private func begin(
    on queue: DispatchQueue? = nil, isOwed: Bool = true,
    _ work: @escaping @Sendable () -> [Outcome]
  ) {
    if isOwed { owed.add(1, ordering: .sequentiallyConsistent) }
    (queue ?? self.queue).async(group: begun) { [self] in
      tell(work())
      if isOwed { owed.subtract(1, ordering: .sequentiallyConsistent) }
    }
  }

  private func beginBeside(_ work: @escaping @Sendable () -> [Outcome]) {
    beside.async(group: begunBeside) { [self] in tell(work()) }
  }

  /// Has outcomes taken in by the thread that draws.
  func tell(_ news: [Outcome]) {
    outcomes.withLock { $0 += news }
    var byte: UInt8 = 1
    _ = Glibc.write(bell, &byte, 1)
  }

  /// What is done next: one thing, or all presses that have gathered while a slow disk wrote.
  ///
  /// Nil where it was done along with an earlier one. Nothing takes its turn then: what is kept
  /// beside the records between two saves, as a draft is, must stay between them.
  private func nextWork(_ number: Int) -> FolderWork? {
    waiting.withLock { waiting in
      guard waiting.first?.number == number else { return nil }
      var work = waiting.removeFirst()
      while let next = waiting.first, work.takeIn(next) { waiting.removeFirst() }
      return work
    }
  }

  /// Waits for what the person keeps beside the folder, so that nothing is said to be on its way to
  /// the disk that a death of the program would lose; not for ever.
  func waitBeside(milliseconds: Int) {
    _ = begunBeside.wait(timeout: .now() + .milliseconds(milliseconds))
  }

  /// Waits until everything that was started is done, and nothing is read any more.
  ///
  /// - Returns: whether all is done; false where the time is over.
  func finish(milliseconds: Int?) -> Bool {
    reads.withLock { $0 = nil }
    return wait(milliseconds: milliseconds)
  }

  /// Waits until everything that was started is done, or until the time is over; nil is for ever.
  ///
  /// What the person keeps beside the folder comes first, and once more for what saves began there.
  ///
  /// - Returns: whether all is done.
  func wait(milliseconds: Int?) -> Bool {
    let end = milliseconds.map { DispatchTime.now() + .milliseconds($0) } ?? .distantFuture
    return [begunBeside, begun, begunBeside].allSatisfy { $0.wait(timeout: end) == .success }
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
}

/// Something to do with the folder, and when it was asked for.
struct FolderWork {
  /// Tells it from others.
  let number: Int
  private(set) var job: FolderJob
  private(set) var moment: Moment
  /// The changes that are saved in one write; empty for everything that stands by itself.
  private(set) var presses: [Change] = []
  /// How often the draft that goes with it had been kept when it was begun.
  var draftTurn = 0

  init(_ number: Int, _ job: FolderJob, at moment: Moment) {
    self.number = number
    self.job = job
    self.moment = moment
  }

  /// Takes the save that follows into this one; false where they must stay apart.
  mutating func takeIn(_ next: FolderWork) -> Bool {
    guard case .save(let first, nil) = job, case .save(let second, nil) = next.job,
      let both = first.together(with: second)
    else { return false }
    presses = (presses.isEmpty ? [first] : presses) + [second]
    (job, moment) = (.save(both, discardingDraft: nil), next.moment)
    return true
  }
}

extension FolderJob {
  /// Whether it is for something that somebody did; what looks at the folder or puts it in order is
  /// done as well at the next start.
  fileprivate var isOwed: Bool {
    switch self {
    case .prepareForWriting, .recover, .reload, .readFiles: false
    default: true
    }
  }
}
