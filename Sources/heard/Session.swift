import CursesTerminal
import Foundation
import HeardModel
import HeardScreens
import HeardStore
import TerminalCanvas

/// One sitting at the terminal: waits for keys, has them handled, draws what is described.
@MainActor
final class Session {
  private var application: Application
  private let terminal: CursesTerminal
  private let worker: Worker
  private var glyphs: Glyphs
  private var isOver = false
  private var draftDeadline: ContinuousClock.Instant?
  private var outside: OutsideChanges

  init(
    _ application: Application, terminal: CursesTerminal, worker: Worker,
    outside: OutsideChanges, glyphs: Glyphs
  ) {
    self.application = application
    self.terminal = terminal
    self.worker = worker
    self.outside = outside
    self.glyphs = glyphs
  }

  /// Runs until the person ends it or the terminal goes away.
  func run() {
    application.resize(terminal.size)
    draw()
    // For measuring: how long it takes until something can be seen.
    if Surroundings.variable("HEARD_EXIT_AFTER_FIRST_FRAME") != nil { return }
    // Before any save, since the worker does one thing after the other; nobody has to wait for it.
    if application.desk.readOnly == nil { perform([.prepareForWriting]) }
    while !isOver {
      let ready = terminal.wait(
        for: [worker.wakeUp] + outside.descriptors, milliseconds: patience)
      var needsDrawing = false
      if ready.contains(worker.wakeUp) {
        for outcome in worker.collect() {
          perform(application.take(outcome, Surroundings.occasion))
        }
        needsDrawing = true
      }
      for key in terminal.readKeys() where !isOver {
        handle(key)
        needsDrawing = true
      }
      keepDraftsInTime()
      readOutsideInTime()
      if needsDrawing && !isOver { draw() }
    }
    worker.finish()
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
      perform(application.keepDrafts(Surroundings.occasion))
    }
  }

  /// Has what others changed read as soon as they are quiet for a moment.
  private func readOutsideInTime() {
    outside.collect()
    switch outside.take() {
    case .files(let files)?:
      perform(application.changedOutside(files, Surroundings.occasion))
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
    ].compactMap { $0 }
    guard let left = waits.min() else { return -1 }
    let (seconds, attoseconds) = left.components
    return Int32(max(0, seconds * 1000 + attoseconds / 1_000_000_000_000_000))
  }

  private func handle(_ key: Key) {
    switch key {
    case .resize: application.resize(terminal.size)
    case .resumed:
      application.resize(terminal.size)
      outside.returned()
    case .hangUp, .terminate:
      perform(application.keepDrafts(Surroundings.occasion))
      isOver = true
    default:
      outside.notePresence()
      perform(application.handle(key, Surroundings.occasion))
    }
  }

  private func perform(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .quit: isOver = true
      case .suspend: terminal.suspend()
      case .redraw: terminal.redraw()
      case .saveSettings(let person):
        worker.use(person, application.desk.words)
        glyphs = OpenCommand.glyphs(person)
        terminal.use(OpenCommand.theme(person))
        worker.start(effect, at: Surroundings.now)
      case .writeFile(let order, let replacing): write(order, replacing: replacing)
      default: worker.start(effect, at: Surroundings.now)
      }
    }
  }

  /// Makes a file of what stands on the desk, and has it written.
  private func write(_ order: FileOrder, replacing: Bool) {
    let desk = application.desk
    do {
      let file = try OrderedFile(order, desk.insight, desk.words, at: Surroundings.now)
      worker.write(file, order, replacing: replacing)
    } catch {
      let failed = Outcome.fileFailed(why: "\(error)")
      perform(application.take(failed, Surroundings.occasion))
    }
  }

  private func draw() {
    terminal.draw(
      CanvasRenderer.render(
        application.describe(), size: terminal.size, glyphs: glyphs,
        tooSmall: application.tooSmall))
  }
}
