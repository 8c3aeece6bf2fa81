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
  /// With what to begin when this is over; nil where the person only ended it.
  private(set) var departure: Departure?
  private var draftDeadline: ContinuousClock.Instant?

  init(_ application: Application, terminal: CursesTerminal, worker: Worker, glyphs: Glyphs) {
    self.application = application
    self.terminal = terminal
    self.worker = worker
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
      let ready = terminal.wait(for: [worker.wakeUp], milliseconds: patience)
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

  /// How long to wait without a key: for ever, unless something typed has to be kept soon.
  private var patience: Int32 {
    guard let draftDeadline else { return -1 }
    let left = draftDeadline - ContinuousClock.now
    return Int32(
      max(
        0, left.components.seconds * 1000 + 50 + left.components.attoseconds / 1_000_000_000_000_000
      ))
  }

  private func handle(_ key: Key) {
    switch key {
    case .resize, .resumed: application.resize(terminal.size)
    case .hangUp, .terminate:
      perform(application.keepDrafts(Surroundings.occasion))
      isOver = true
    default: perform(application.handle(key, Surroundings.occasion))
    }
  }

  private func perform(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .quit: isOver = true
      case .leave(let departure):
        self.departure = departure
        isOver = true
      case .writeOutside(let text): writeOutside(text)
      case .suspend: terminal.suspend()
      case .redraw: terminal.redraw()
      case .saveSettings(let person):
        worker.use(person, application.desk.words)
        glyphs = OpenCommand.glyphs(person)
        terminal.use(OpenCommand.theme(person))
        worker.start(effect, at: Surroundings.now)
      default: worker.start(effect, at: Surroundings.now)
      }
    }
  }

  /// Gives the terminal to the person's editor and takes back what they wrote.
  private func writeOutside(_ text: String) {
    // Whatever becomes of the editor, what was typed until now is kept.
    perform(application.keepDrafts(Surroundings.occasion))
    terminal.leave()
    let outcome = OutsideEditor.edit(text, application.desk.words)
    terminal.enter()
    application.resize(terminal.size)
    perform(application.take(outcome, Surroundings.occasion))
  }

  private func draw() {
    let words = application.desk.words
    terminal.draw(
      CanvasRenderer.render(
        application.describe(), size: terminal.size, glyphs: glyphs,
        tooSmall: words("terminal.tooSmall")))
  }
}
