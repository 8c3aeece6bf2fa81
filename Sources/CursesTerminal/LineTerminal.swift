import CNcurses
import Glibc
import TerminalCanvas

/// Standard input and output as lines: a terminal of any kind, a pipe or a file.
///
/// The terminal stays as its owner set it, but that no key stops what is printed; no cursor is placed
/// and nothing is drawn.
@MainActor public final class LineTerminal {
  /// What arrived.
  public enum Input: Hashable, Sendable {
    /// A line without its end; `isFull` when the terminal could take no more of it.
    case line(String, isFull: Bool)
    /// Ctrl-C.
    case interrupt
    /// The program was stopped and runs again.
    case resumed
    /// There is no more input.
    case end
    /// Nobody is there any more, or the program is asked to end.
    case hangUp
  }

  // What Linux takes in one line before its end.
  private static let mostBytesTyped = 4095
  private static let newline = UInt8(ascii: "\n")

  private var unread: [Input] = []
  private var begun: [UInt8] = []
  private var isReadable = false
  private var isGone = false
  private var isEnding = false
  // So many a terminal or pipe that takes nothing is waited for once the program has to end.
  private static let patienceAtTheEnd: Int32 = 200
  // As much as a pipe that has room takes at once.
  private static let chunk = 512
  // Asked at the beginning: one that was closed does not say any more that it is one.
  private let isOnTerminal = isatty(STDOUT_FILENO) == 1
  /// The error by which something could not be printed, although somebody is there to read it; nil
  /// where all was printed, or where nobody reads any more.
  public private(set) var outputError: Int32?

  /// Begins to read lines.
  ///
  /// - Throws: `noSignals` when the system refuses a pipe for signals.
  public init() throws(TerminalFault) {
    _ = TextWidth.useUTF8()
    guard guard_open() else { throw .noSignals }
  }

  /// Takes the terminal to read lines from it; Ctrl-S and Ctrl-Q become keys like any other.
  public func enter() { guard_set_lines(true) }

  /// Gives the terminal back as it was, to another program or at the end.
  public func leave() { guard_set_lines(false) }

  /// Whether somebody types the lines, and not a program.
  public var isTyped: Bool { isatty(STDIN_FILENO) == 1 }

  /// How wide a line may be: `COLUMNS`, else the width of the window; nil when neither is known.
  public var columns: Int? {
    if let given = getenv("COLUMNS").flatMap({ Int(String(cString: $0)) }), given > 0 {
      return given
    }
    var rows: Int32 = 0
    var columns: Int32 = 0
    guard isatty(STDOUT_FILENO) == 1, guard_window_size(&rows, &columns) else { return nil }
    return Int(columns)
  }

  /// Waits until a line, a signal or one of the descriptors has something to read.
  ///
  /// - Parameters:
  ///   - descriptors: What else to wait for.
  ///   - milliseconds: How long at most; negative for as long as it takes.
  /// - Returns: Those of the descriptors that have something.
  public func wait(for descriptors: [Int32], milliseconds: Int32) -> [Int32] {
    guard unread.isEmpty, !isGone else { return [] }
    var polled = ([STDIN_FILENO, guard_descriptor()] + descriptors).map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    guard poll(&polled, nfds_t(polled.count), milliseconds) > 0 else { return [] }
    isReadable = polled[0].revents != 0
    return polled.dropFirst(2).filter { $0.revents != 0 }.map(\.fd)
  }

  /// The next of what arrived; nil when that was all.
  public func next() -> Input? {
    if let signal = signal() { return signal }
    if isGone { return .hangUp }
    if unread.isEmpty && isReadable { read() }
    return unread.isEmpty ? nil : unread.removeFirst()
  }

  /// Whether the program is asked to end, or nobody is there any more; `next` tells it as well.
  public var isToEnd: Bool {
    if let signal = signal() { unread.insert(signal, at: 0) }
    return isGone || unread.contains(.hangUp)
  }

  /// Prints a text as it is; where that fails the talk is over.
  ///
  /// Output that nobody takes is waited for, but not by somebody who wants to end.
  public func write(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty, !isGone, waitsForRoom() {
      let count = bytes.prefix(Self.chunk).withUnsafeBytes {
        Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count)
      }
      if count >= 0 {
        bytes = bytes.dropFirst(count)
        continue
      }
      let reason = errno
      if reason == EINTR || reason == EAGAIN { continue }
      isGone = true
      // A closed pipe or terminal has no reader; a full disk has one who would miss the rest.
      if reason != EPIPE && !isOnTerminal { outputError = reason }
    }
  }

  /// Waits until something can be printed; false where that is to be given up.
  private func waitsForRoom() -> Bool {
    while !isGone {
      var polled = [
        pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0),
        pollfd(fd: guard_descriptor(), events: Int16(POLLIN), revents: 0),
      ]
      let ready = poll(&polled, nfds_t(polled.count), isEnding ? Self.patienceAtTheEnd : -1)
      // What cannot be printed any more is told by the printing.
      if polled[0].revents != 0 { return true }
      if ready == 0 { isGone = true }
      guard ready > 0, let signal = signal() else { continue }
      unread.insert(signal, at: 0)
      switch signal {
      case .interrupt: return false
      case .hangUp: isGone = true
      case .line, .resumed, .end: break
      }
    }
    return false
  }

  /// Stops the program as Ctrl-Z does; returns when it goes on.
  public func stop() {
    leave()
    guard_stop()
    enter()
  }

  private func signal() -> Input? {
    while case let signal = guard_next_signal(), signal != 0 {
      switch signal {
      case SIGINT: return .interrupt
      case SIGTERM:
        isEnding = true
        return .hangUp
      case SIGHUP: isGone = true
      case SIGTSTP: stop()
      case SIGCONT:
        // After an outside stop the shell has changed the modes.
        enter()
        return .resumed
      default: break
      }
    }
    return nil
  }

  private func read() {
    isReadable = false
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = Glibc.read(STDIN_FILENO, &buffer, buffer.count)
    if count < 0 {
      if errno != EINTR && errno != EAGAIN { isGone = true }
    } else if count == 0 {
      // A file need not end its last line.
      if !begun.isEmpty { takeLine() }
      unread.append(.end)
    } else {
      for byte in buffer[..<count] {
        if byte == Self.newline { takeLine() } else { begun.append(byte) }
      }
    }
  }

  private func takeLine() {
    let isFull = isTyped && begun.count >= Self.mostBytesTyped
    if begun.last == UInt8(ascii: "\r") { begun.removeLast() }
    unread.append(.line(Self.withoutKeys(String(decoding: begun, as: UTF8.self)), isFull: isFull))
    begun = []
  }

  /// The text without the sequences that arrows and function keys leave in a line.
  private static func withoutKeys(_ text: String) -> String {
    guard text.unicodeScalars.contains("\u{1B}") else { return text }
    var result = String.UnicodeScalarView()
    var isInside = false
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if scalar == "\u{1B}" {
        isInside = true
      } else if !isInside {
        result.append(scalar)
      } else if !(previous == "\u{1B}" && (scalar == "[" || scalar == "O")) {
        // A letter or a tilde ends such a sequence.
        isInside = !(0x40...0x7E).contains(scalar.value)
      }
      previous = scalar
    }
    return String(result)
  }
}
