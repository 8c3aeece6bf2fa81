import CursesTerminal
import HeardCommands
import HeardKit
import HeardModel
import HeardScreens
import HeardStore
import TerminalCanvas

/// How a session at the terminal ended.
enum Ending: Hashable {
  /// The program ends.
  case over
  /// It goes on: in plain lines after the full screen, in the full screen after plain lines.
  case switched
}

/// One sitting at a programme: in the full screen, in plain lines, and from one to the other.
///
/// The application is the same value in both; so focus, what is typed and what was undone stay.
@MainActor
struct Sitting {
  private var application: Application
  private let worker: Worker
  private var outside: OutsideChanges
  private var isFirst = true
  /// With what to begin when this is over; nil where the person only ended it.
  private(set) var departure: Departure?
  /// Whether the person talked in plain lines last.
  private(set) var isInLines = false
  private var screen: CursesTerminal?
  private var lines: LineTerminal?

  init(_ application: Application, _ worker: Worker, following store: ProgrammeStore?) {
    self.application = application
    self.worker = worker
    outside = OutsideChanges(of: store)
  }

  /// Sits until the person ends it.
  ///
  /// - Throws: `Failure` when there is no terminal, or when changes are not on disk at the end.
  mutating func run(inLines: Bool) throws {
    isInLines = inLines
    var sentence: String?
    while true {
      if !isInLines {
        do throws(TerminalFault) {
          sentence = nil
          guard try sitAtScreen() == .switched else { return }
        } catch {
          sentence = application.desk.words.sentence(error)
          // Terminals that only print get lines, and so does somebody who has them already.
          guard error.allowsLines || lines != nil else { throw Failure(sentence ?? "", .io) }
        }
      }
      isInLines = true
      guard try talk(saying: sentence) == .switched else { break }
      isInLines = false
    }
    let unsaved = application.desk.unsavedCount
    if unsaved > 0 {
      throw Failure(application.desk.words("linear.notOnDisk", count: unsaved), .io)
    }
    if let number = lines?.outputError {
      let words = application.desk.words
      throw Failure(words("cli.cannotPrint", ["reason": words.reason(number)]), .io)
    }
  }

  private mutating func sitAtScreen() throws(TerminalFault) -> Ending {
    let desk = application.desk
    OpenCommand.useWidth(desk.settings)
    let terminal: CursesTerminal
    Self.guardAgainstCrashes(desk.words)
    if let screen {
      terminal = screen
      terminal.use(OpenCommand.theme(desk.settings))
      terminal.enter()
    } else {
      terminal = try CursesTerminal(
        theme: OpenCommand.theme(desk.settings), escapeMilliseconds: desk.settings.escapeWait)
    }
    screen = terminal
    let session = Session(
      application, terminal: terminal, worker: worker, outside: outside,
      glyphs: OpenCommand.glyphs(desk.settings))
    defer { terminal.leave() }
    let ending = session.run(isFirst: isFirst)
    (application, outside, departure) = (session.application, session.outside, session.departure)
    isFirst = false
    return ending
  }

  private mutating func talk(saying sentence: String?) throws -> Ending {
    let terminal = try lines ?? Self.lines(application.desk.words)
    lines = terminal
    terminal.enter()
    defer { terminal.leave() }
    let session = LineSession(application, terminal: terminal, worker: worker, outside: outside)
    let ending = session.run(isFirst: isFirst, saying: sentence)
    (application, outside) = (session.conversation.application, session.outside)
    (isFirst, departure) = (false, session.departure)
    return ending
  }
}

extension Sitting {
  /// The sentences that stand ready for a crash, in the language of the screens.
  private static func guardAgainstCrashes(_ words: Words) {
    CrashGuard.begin(
      crashed: words("terminal.crashed"), outOfMemory: words("terminal.outOfMemory"))
  }

  private static func lines(_ words: Words) throws -> LineTerminal {
    guardAgainstCrashes(words)
    do throws(TerminalFault) {
      return try LineTerminal()
    } catch {
      throw Failure(words.sentence(error), .io)
    }
  }
}

extension TerminalFault {
  /// Whether lines can be said and typed where no screen can be shown.
  fileprivate var allowsLines: Bool {
    switch self {
    case .dumbTerminal, .unknownTerminal: true
    case .notATerminal, .noSignals: false
    }
  }
}

extension Words {
  /// Why the terminal cannot be used.
  fileprivate func sentence(_ fault: TerminalFault) -> String {
    switch fault {
    case .notATerminal: self("terminal.none")
    case .dumbTerminal(let name): self("terminal.dumb", ["name": name])
    case .unknownTerminal(let name): self("terminal.unknown", ["name": name])
    case .noSignals: self("terminal.noSignals")
    }
  }
}
