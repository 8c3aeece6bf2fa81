import ArgumentParser
import CursesTerminal
import Foundation
import HeardKit
import HeardScreens

/// Why a command ends without having done its work: a sentence and the exit code.
struct Failure: Error, CustomStringConvertible {
  /// The exit codes that scripts can rely on.
  enum Code: Int32 {
    /// Faults were found.
    case faults = 1
    /// The command was not understood.
    case usage = 2
    /// Something could not be read or written.
    case io = 3
  }

  let description: String
  let code: Code

  init(_ sentence: String, _ code: Code) {
    description = sentence
    self.code = code
  }
}

extension Words {
  /// Why the terminal cannot be used.
  func sentence(_ fault: TerminalFault) -> String {
    switch fault {
    case .notATerminal: self("terminal.none")
    case .dumbTerminal(let name): self("terminal.dumb", ["name": name])
    case .unknownTerminal(let name): self("terminal.unknown", ["name": name])
    case .noSignals: self("terminal.noSignals")
    }
  }
}
