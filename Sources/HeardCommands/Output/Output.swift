import Glibc
import HeardKit
import TerminalCanvas

/// Where a command speaks: results go to the standard output, sentences to the standard error.
public enum Output {
  /// Prints a result; where nobody reads any more, the program ends quietly.
  ///
  /// - Throws: `Failure` when the result could not be written whole.
  static func write(_ bytes: [UInt8]) throws {
    // A closed pipe or a limit on files is to be told by write itself, not by a signal that looks
    // like a crash.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    guard let reason = Self.write(bytes, to: STDOUT_FILENO) else { return }
    if reason == EPIPE { exit(0) }
    let words = Words(Surroundings.language)
    throw Failure(
      words("cli.cannotPrint", ["reason": String(cString: strerror(reason))]), .io)
  }

  /// Prints a result that is text.
  ///
  /// - Throws: `Failure` when the result could not be written whole.
  public static func write(_ text: String) throws { try write(Array(text.utf8)) }

  /// Prints lines for people to read; nothing in them controls the terminal.
  ///
  /// - Throws: `Failure` when they could not be written whole.
  static func write(lines text: String) throws {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    try write(lines.map { DisplayText.safe(String($0)) }.joined(separator: "\n"))
  }

  /// Says a sentence to the person beside the result; nothing in it controls the terminal.
  ///
  /// It stays one line, whatever a file is called or somebody has typed: a name with an end of line
  /// in it would look like a sentence of the program.
  public static func say(_ sentence: String) { say(lines: [sentence]) }

  /// Says lines to the person beside the result; nothing in them controls the terminal.
  public static func say(lines: [String]) {
    let safe = lines.map { "\(DisplayText.safe($0))\n" }.joined()
    _ = write(Array(safe.utf8), to: STDERR_FILENO)
  }

  /// How many columns the terminal has to which results go; nil when they go elsewhere.
  static var columns: Int? {
    var size = winsize()
    guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 else {
      return nil
    }
    return size.ws_col > 0 ? Int(size.ws_col) : nil
  }

  /// Whether results go to another program or a file instead of a person's screen.
  static var leaves: Bool { isatty(STDOUT_FILENO) != 1 }

  /// Writes all bytes; the number of the error, or nil when all are written.
  static func write(_ bytes: [UInt8], to file: Int32) -> Int32? {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(file, buffer.baseAddress?.advanced(by: done), buffer.count - done)
      }
      if count >= 0 {
        done += count
      } else if errno != EINTR {
        return errno
      }
    }
    return nil
  }
}
