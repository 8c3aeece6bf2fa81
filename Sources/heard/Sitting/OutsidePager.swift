import Foundation
import HeardCommands
import HeardKit

/// The pager that a person has chosen on this machine, for reading what is long.
///
/// The text goes through a pipe: nothing of it lies on a disk.
enum OutsidePager {
  /// Waits until the text was read.
  static func read(_ text: String) -> TerminalOutcome {
    let chosen = Surroundings.variable("PAGER").flatMap { $0 == "cat" ? nil : $0 }
    // What only prints would be gone from the screen before it is read.
    let line = chosen ?? "if command -v less >/dev/null; then exec less; else exec more; fi"
    // As a person calls it in their shell, which gets no argument of ours.
    let ended = OutsideProgram.run(["/bin/sh", "-c", line], input: text, variables: variables)
    return .readOutside(problem: ended == 0 ? nil : .pagerFailed(name: chosen ?? "less"))
  }

  /// Nothing can be written or run from the pager, it remembers nothing, it does not end by itself
  /// before anything is read, and it leaves nothing behind on the terminal.
  private static var variables: [String: String] {
    let own = Surroundings.variable("LESS").map { "\($0) " } ?? ""
    return [
      "LESSSECURE": "1", "LESSHISTFILE": "-", "LESSCHARSET": "utf-8", "PAGERSECURE": "1",
      "LESS": "\(own)-+F -+X",
    ]
  }
}
