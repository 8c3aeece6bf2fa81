import CursesTerminal
import Foundation
import HeardCommands
import HeardKit
import HeardModel
import HeardScreens
import HeardStore
import TerminalCanvas

/// One sitting at the terminal: waits for keys, has them handled, draws what is described.
@MainActor
final class Session {
  private(set) var application: Application
  private let terminal: CursesTerminal
  private let worker: Worker
  private var glyphs: Glyphs
  private var ambiguousWidth: AmbiguousWidth?
  private var ending: Ending?
  /// Whether the machine ends the program, and nobody is there to be asked.
  private var isForced = false
  /// Whether the person has decided to end it whatever is still on its way to the disk.
  private var isDecided = false
  /// Whether the end was waited for already, for what nobody has to wait for.
  private var hasWaited = false
  /// With what to begin when this is over; nil where the person only ended it.
  private(set) var departure: Departure?
  private var burst = KeyBurst()
  private let began = ContinuousClock.now
  private var draftDeadline: ContinuousClock.Instant?
  private(set) var outside: OutsideChanges

  init(
    _ application: Application, terminal: CursesTerminal, worker: Worker,
    outside: OutsideChanges, glyphs: Glyphs
  ) {
    self.application = application
    self.terminal = terminal
    self.worker = worker
    self.outside = outside
    self.glyphs = glyphs
    ambiguousWidth = application.desk.settings.ambiguousWidth
  }

  /// Runs until the person ends it, goes on in plain lines, or the terminal goes away.
  ///
  /// - Parameter isFirst: Whether nobody sat at this programme before, so that it has to be prepared.
  /// - Returns: Whether the program ends, or goes on in plain lines.
  func run(isFirst: Bool) -> Ending {
    application.resize(terminal.size)
    terminal.listenToMouse(application.desk.settings.usesMouse)
    draw()
    // For measuring: how long it takes until something can be seen.
    if Surroundings.variable("HEARD_EXIT_AFTER_FIRST_FRAME") != nil { return .over }
    // Before any save, since the worker does one thing after the other; nobody has to wait for it.
    if isFirst, application.desk.readOnly == nil {
      worker.start(.prepareForWriting, at: Surroundings.now)
    }
    if isFirst { worker.start(.recover, at: Surroundings.now) }
    if isFirst { followFolder() }
    if isFirst { perform(application.begin(occasion)) }
    if application.hasUnseenQuestion { draw() }
    repeat {
      while ending == nil { turn() }
    } while !mayEnd()
    // What is typed goes along; it is kept all the same, should the program die meanwhile.
    if ending == .switched { perform(application.keepDrafts(occasion)) }
    if ending == .over { finish() }
    return ending ?? .over
  }

  /// Waits for something to happen, and does what follows from it.
  private func turn() {
    let ready = terminal.wait(
      for: [worker.wakeUp] + outside.descriptors, milliseconds: patience)
    var needsDrawing = false
    if ready.contains(worker.wakeUp) {
      for outcome in worker.collect() {
        perform(application.take(outcome, occasion))
      }
      needsDrawing = true
    }
    let keys = terminal.readKeys()
    for key in withoutText(keys) where ending == nil { handle(key) }
    if !keys.isEmpty || carryOutLetterInTime() { needsDrawing = true }
    dropKeysAhead()
    keepDraftsInTime()
    readOutsideInTime()
    if needsDrawing && ending == nil { draw() }
  }

  /// The keys, without those that are a paste that the terminal did not mark: they are no commands.
  private func withoutText(_ keys: [Key]) -> [Key] {
    if application.takesText {
      burst.forget()
      return keys
    }
    guard burst.isText(keys, at: tick) else { return keys }
    application.refuseText()
    return keys.filter(\.isFromTerminal)
  }

  /// Reads what else was typed before a question could be seen: none of it is an answer.
  private func dropKeysAhead() {
    while ending == nil, application.hasUnseenQuestion {
      let keys = terminal.readKeys()
      if keys.isEmpty { return }
      for key in keys where ending == nil { handle(key) }
    }
  }

  /// So long the end waits for the disk, or for whoever holds the folder.
  private static let patienceAtTheEnd = 900

  /// Whether nothing that was begun has failed or is still on its way; else the person is told, and
  /// stays.
  private func mayEnd() -> Bool {
    guard ending == .over, !isForced, !isDecided else { return true }
    let isDone = worker.finish(milliseconds: Self.patienceAtTheEnd)
    let outcomes = worker.collect()
    for outcome in outcomes { perform(application.take(outcome, occasion)) }
    let isLost = outcomes.contains(where: \.isLoss)
    if (isDone || !worker.owes) && !isLost {
      hasWaited = !isDone
      return true
    }
    if !isLost { perform(application.askWhileWriting(occasion)) }
    (ending, departure) = (nil, nil)
    draw()
    return false
  }

  /// Carries out a letter that no other followed.
  private func carryOutLetterInTime() -> Bool {
    guard let due = application.nextLetter, tick >= due else { return false }
    perform(application.carryOutWaiting(occasion))
    return true
  }

  /// Milliseconds since this began, by a clock that nobody sets.
  private var tick: Int { Int((ContinuousClock.now - began).milliseconds) }

  /// What comes with every key of a terminal.
  private var occasion: Occasion {
    var occasion = Surroundings.occasion
    occasion.tick = tick
    return occasion
  }

  /// Keeps what is typed a second after it began to differ from what was kept.
  ///
  /// By a clock of its own: the one that tells the day may be set, or stand still for a test.
  private func keepDraftsInTime() {
    guard application.nextDraft != nil else {
      draftDeadline = nil
      return
    }
    let deadline = draftDeadline ?? ContinuousClock.now.advanced(by: .seconds(1))
    draftDeadline = deadline
    if ContinuousClock.now >= deadline {
      draftDeadline = nil
      perform(application.keepDrafts(occasion))
    }
  }

  /// Begins to be told what others change.
  private func followFolder() {
    guard let why = outside.begin() else { return }
    take(.notFollowed(why))
    draw()
  }

  /// Has what others changed read as soon as they are quiet for a moment.
  private func readOutsideInTime() {
    outside.collect()
    switch outside.take() {
    case .files(let files)?:
      perform(application.changedOutside(files, occasion))
    case .folder?: worker.start(.reload, at: Surroundings.now)
    case nil: break
    }
  }

  /// How long to wait without a key: for ever, unless something has to be kept or read soon.
  private var patience: Int32 {
    let now = ContinuousClock.now
    let waits = [
      draftDeadline.map { $0.advanced(by: .milliseconds(50)) - now },
      outside.deadline.map { $0.advanced(by: .milliseconds(1)) - now },
      application.nextLetter.map { .milliseconds($0 - tick + 1) },
    ].compactMap { $0 }
    guard let left = waits.min() else { return -1 }
    return left.milliseconds
  }

  private func handle(_ key: Key) {
    switch key {
    case .resize: application.resize(terminal.size)
    case .resumed:
      application.forgetWaiting()
      application.resize(terminal.size)
      outside.returned()
    case .hangUp, .terminate:
      perform(application.keepDrafts(occasion))
      isForced = true
      ending = .over
    default:
      outside.notePresence()
      perform(application.handle(key, occasion))
    }
  }

  /// Ends what was begun; where that works, nothing has to come back at the next start.
  private func finish() {
    guard worker.finish(milliseconds: hasWaited ? 0 : Self.patienceAtTheEnd) else { return }
    for outcome in worker.collect() {
      perform(application.take(outcome, occasion))
    }
    worker.waitBeside(milliseconds: Self.patienceAtTheEnd / 10)
  }

  /// So long a key waits at most until what it changed is kept beside the folder.
  private static let patienceWithKeeping = 50

  private func perform(_ effects: [Effect]) {
    defer { waitForKeeping(effects) }
    for effect in effects {
      switch effect {
      case .folder(let job): worker.start(job, at: Surroundings.now)
      case .state(let job):
        if case .saveSettings(let person) = job { use(person) }
        worker.start(job)
      case .machine(let job): worker.start(job, at: Surroundings.now)
      case .terminal(let job): perform(job)
      }
    }
  }

  private func waitForKeeping(_ effects: [Effect]) {
    guard effects.contains(where: { if case .folder(.save) = $0 { true } else { false } }) else {
      return
    }
    worker.waitBeside(milliseconds: Self.patienceWithKeeping)
  }

  private func perform(_ job: TerminalJob) {
    switch job {
    case .quit: ending = .over
    case .quitAtOnce: (ending, isDecided) = (.over, true)
    case .plainLines: ending = .switched
    case .fullScreen: break
    case .leave(let departure):
      self.departure = departure
      ending = .over
    case .writeOutside(let text, let draft): writeOutside(text, draft)
    case .readOutside(let text): readOutside(text)
    case .suspend: terminal.suspend()
    case .redraw: terminal.redraw()
    }
  }

  /// Shows everything as the person has chosen it now.
  private func use(_ person: PersonalSettings) {
    if person.ambiguousWidth != ambiguousWidth {
      ambiguousWidth = person.ambiguousWidth
      OpenCommand.useWidth(person)
      terminal.redraw()
    }
    glyphs = OpenCommand.glyphs(person)
    terminal.use(OpenCommand.theme(person))
    terminal.listenToMouse(person.usesMouse)
    terminal.wait(afterEscape: person.escapeWait)
  }

  private func take(_ outcome: TerminalOutcome) {
    perform(application.take(.terminal(outcome), occasion))
  }

  /// Gives the terminal to the person's editor and takes back what they wrote.
  private func writeOutside(_ text: String, _ draft: Draft?) {
    // Whatever becomes of the editor, what was typed until now is kept.
    perform(application.keepDrafts(occasion))
    terminal.leave()
    let outcome = OutsideEditor.edit(text, of: draft, in: try? worker.drafts?.get())
    terminal.enter()
    application.resize(terminal.size)
    take(outcome)
  }

  /// Gives the terminal to the person's pager until they have read.
  private func readOutside(_ text: String) {
    terminal.leave()
    let outcome = OutsidePager.read(text)
    terminal.enter()
    application.resize(terminal.size)
    take(outcome)
  }

  private func draw() {
    terminal.draw(
      CanvasRenderer.render(
        application.describe(), size: terminal.size, glyphs: glyphs,
        tooSmall: application.tooSmall))
    application.noteDrawn()
  }
}

extension Duration {
  /// For poll: none of it is negative, which would mean for ever.
  var milliseconds: Int32 {
    Int32(max(0, components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000))
  }
}
