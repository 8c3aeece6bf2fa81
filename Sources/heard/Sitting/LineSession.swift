import CursesTerminal
import Foundation
import HeardCommands
import HeardKit
import HeardModel
import HeardScreens
import TerminalCanvas

/// A sitting in plain lines: says what is new, waits for a line, has it answered.
@MainActor
final class LineSession {
  private(set) var conversation: Conversation
  private let terminal: LineTerminal
  private let worker: Worker
  private(set) var outside: OutsideChanges
  private var ending: Ending?
  /// Whether nobody is there to be asked any more, or the person was asked and wants it to end.
  private var isDecided = false
  /// With what to begin when this is over; nil where the person only ended it.
  private(set) var departure: Departure?

  // So many milliseconds somebody waits for a disk before they can type on.
  private static let patience = 2000
  // So many the end waits for it, or for whoever holds the folder.
  private static let patienceAtTheEnd = 900
  // So often a program that waits for its saves looks whether it is to end.
  private static let interval = 100

  init(
    _ application: Application, terminal: LineTerminal, worker: Worker, outside: OutsideChanges
  ) {
    conversation = Conversation(application, Surroundings.occasion)
    self.terminal = terminal
    self.worker = worker
    self.outside = outside
  }

  /// Talks until the person ends it, goes to the full screen, or is gone.
  ///
  /// - Parameters:
  ///   - isFirst: Whether nobody sat at this programme before, so that it has to be prepared.
  ///   - sentence: What is said first.
  /// - Returns: Whether the program ends, or goes on in the full screen.
  func run(isFirst: Bool, saying sentence: String? = nil) -> Ending {
    if let sentence { say([DisplayText.safe(sentence)]) }
    if isFirst, conversation.application.desk.readOnly == nil {
      worker.start(.prepareForWriting, at: Surroundings.now)
      waitForWork()
    }
    if isFirst {
      worker.start(.recover, at: Surroundings.now)
      waitForWork()
    }
    if isFirst, let why = outside.begin() {
      take(.notFollowed(why))
    }
    if isFirst { perform(conversation.begin(Surroundings.occasion)) }
    report()
    while ending == nil {
      let ready = terminal.wait(
        for: [worker.wakeUp] + outside.descriptors, milliseconds: patience)
      if ready.contains(worker.wakeUp) {
        collect()
        // A line that is being typed is only broken by what must not wait.
        if conversation.hasBadNews { report() }
      }
      readOutsideInTime()
      while ending == nil, let input = terminal.next() { answer(input) }
      if ending == .over { askIfWriting() }
    }
    return finished(ending ?? .over)
  }

  /// How long to wait without a line: for ever, unless others are writing in the folder.
  private var patience: Int32 {
    outside.deadline.map { ($0.advanced(by: .milliseconds(1)) - .now).milliseconds } ?? -1
  }

  /// Has what others changed read as soon as they are quiet; it is said with the next answer.
  private func readOutsideInTime() {
    outside.collect()
    switch outside.take() {
    case .files(let files)?:
      perform(conversation.changedOutside(files, Surroundings.occasion))
    case .folder?: worker.start(.reload, at: Surroundings.now)
    case nil: break
    }
  }

  private func answer(_ input: LineTerminal.Input) {
    outside.notePresence()
    switch input {
    case .line(let line, let isFull):
      perform(conversation.take(line, Surroundings.occasion))
      if isFull { conversation.warnOfCutLine() }
    case .interrupt:
      endTypedLine()
      perform(conversation.interrupt(Surroundings.occasion))
    case .resumed: outside.returned()
    case .end, .hangUp:
      endTypedLine()
      perform(conversation.end(Surroundings.occasion))
      ending = .over
      isDecided = input == .hangUp || terminal.isTyped
      return
    }
    waitForWork()
    if ending == nil { report() }
  }

  /// Begins a new line behind the prompt, where no Enter did.
  private func endTypedLine() {
    if terminal.isTyped { terminal.write("\n") }
  }

  private func perform(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .folder(let job): worker.start(job, at: Surroundings.now)
      case .state(let job): worker.start(job)
      case .machine(let job): worker.start(job, at: Surroundings.now)
      case .terminal(let job): perform(job)
      }
    }
  }

  private func perform(_ job: TerminalJob) {
    switch job {
    case .quit: ending = .over
    case .quitAtOnce: (ending, isDecided) = (.over, true)
    case .fullScreen: ending = .switched
    case .leave(let departure):
      self.departure = departure
      ending = .over
    case .writeOutside(let text, let draft):
      // A script has no editor, and no pager.
      take(
        lending { OutsideEditor.edit(text, of: draft, in: try? worker.drafts?.get()) }
          ?? .writtenOutside(nil, problem: .notHere))
    case .readOutside(let text):
      take(lending { OutsidePager.read(text) } ?? .readOutside(problem: .notHere))
    case .suspend: terminal.stop()
    case .redraw, .plainLines: break
    }
  }

  /// Gives the terminal to another program; nil where nobody sits at one.
  private func lending(_ program: () -> TerminalOutcome) -> TerminalOutcome? {
    guard terminal.isTyped else { return nil }
    terminal.leave()
    defer { terminal.enter() }
    return program()
  }

  private func take(_ outcome: TerminalOutcome) {
    perform(conversation.take(.terminal(outcome), Surroundings.occasion))
  }

  /// Waits for what was begun, so that what is said of it is so; a program waits without end.
  private func waitForWork() {
    let rounds = terminal.isTyped ? Self.patience / Self.interval : Int.max
    while waits(rounds), collect() {}
  }

  /// Waits so many rounds for what was begun, and no longer than until the program is to end.
  private func waits(_ rounds: Int) -> Bool {
    for _ in 0..<rounds {
      if worker.wait(milliseconds: Self.interval) { return true }
      if terminal.isToEnd { return false }
    }
    return false
  }

  /// Stays where something is still on its way to the disk, and asks; a program waits for it.
  private func askIfWriting() {
    if isDecided || !terminal.isTyped || worker.finish(milliseconds: Self.patienceAtTheEnd) {
      return
    }
    ending = nil
    collect()
    perform(conversation.askWhileWriting(Surroundings.occasion))
    report()
  }

  /// Takes in what came of effects; true where more is to be done because of it.
  @discardableResult
  private func collect() -> Bool {
    let outcomes = worker.collect()
    let more = outcomes.flatMap { conversation.take($0, Surroundings.occasion) }
    perform(more)
    return !more.isEmpty
  }

  private func finished(_ ending: Ending) -> Ending {
    if ending == .over {
      let patience = isDecided ? Self.patienceAtTheEnd : nil
      if worker.finish(milliseconds: patience) {
        collect()
        _ = worker.finish(milliseconds: patience)
      }
    }
    say(conversation.lastWords())
    return ending
  }

  private func report() {
    say(conversation.report())
    if terminal.isTyped { terminal.write("> ") }
  }

  private func say(_ lines: [String]) {
    let columns = terminal.columns
    let wrapped = columns.map { columns in
      lines.flatMap { LinearRenderer.wrapped($0, columns: columns) }
    }
    terminal.write((wrapped ?? lines).map { "\($0)\n" }.joined())
  }
}
