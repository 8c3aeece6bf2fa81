import CNcurses
import Glibc
import TerminalCanvas

/// The terminal: shows canvases, reads keys, and gives the terminal back whatever happens.
///
/// The only code that calls ncurses. There is one terminal in a process.
@MainActor public final class CursesTerminal {
  private let window: UnsafeMutablePointer<WINDOW>
  private var looks: [Look]
  private var theme: Theme
  private var reader: KeyReader
  private var shown: Canvas?
  private var isOpen = true
  private var isGone = false
  private var listensToMouse = false

  private struct Look {
    var attributes: attr_t
    var pair: Int32
  }

  private static let pasteOn = "\u{1B}[?2004h"
  private static let pasteOff = "\u{1B}[?2004l"
  private static let mouseOn = "\u{1B}[?1000h\u{1B}[?1006h"
  private static let mouseOff = "\u{1B}[?1006l\u{1B}[?1000l"

  /// Takes over the terminal on standard input and output.
  ///
  /// - Parameters:
  ///   - theme: How meanings look.
  ///   - escapeMilliseconds: How long after Escape the rest of a sequence may take to arrive; nil for
  ///     what the line needs. `ESCDELAY` decides where it is set.
  /// - Throws: Why there is no terminal that could show a screen.
  public init(
    theme: Theme, escapeMilliseconds: Int? = nil
  ) throws(TerminalFault) {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
    let name = getenv("TERM").map { String(cString: $0) } ?? ""
    guard !name.isEmpty, name != "dumb" else { throw .dumbTerminal(name: name) }
    _ = TextWidth.useUTF8()
    guard guard_open() else { throw .noSignals }
    guard Self.open(), let window = cncurses_screen() else {
      throw .unknownTerminal(name: name)
    }
    self.window = window
    reader = KeyReader(window: window)
    raw()
    noecho()
    nonl()
    keypad(window, true)
    wtimeout(window, 0)
    set_escdelay(Self.asked(for: escapeMilliseconds))
    KeyCodes.define()
    self.theme = theme
    looks = Self.looks(of: theme)
    Self.prepareForCrash()
    guard_set_active(true)
    wrefresh(window)
    send(Self.pasteOn)
  }

  /// The terminal's extent now.
  public var size: Size { Size(columns: Int(getmaxx(window)), rows: Int(getmaxy(window))) }

  /// Shows a canvas; only what differs from the last one is sent.
  public func draw(_ canvas: Canvas) {
    guard isOpen, !isGone else { return }
    if shown?.size != canvas.size {
      werase(window)
      shown = nil
    }
    for row in 0..<min(canvas.size.rows, size.rows) where shown?.row(row) != canvas.row(row) {
      draw(canvas.row(row), at: Int32(row))
    }
    shown = canvas
    if let cursor = canvas.cursor { wmove(window, Int32(cursor.row), Int32(cursor.column)) }
    curs_set(1)
    wrefresh(window)
  }

  /// Has meanings look otherwise from the next canvas on.
  public func use(_ theme: Theme) {
    guard theme != self.theme else { return }
    self.theme = theme
    looks = Self.looks(of: theme)
    redraw()
  }

  /// Listens to the mouse, or leaves it to the terminal, which then selects text with it.
  public func listenToMouse(_ listens: Bool) {
    guard listens != listensToMouse else { return }
    listensToMouse = listens
    if listens { KeyCodes.defineMouse() }
    if isOpen, !isGone { send(listens ? Self.mouseOn : Self.mouseOff) }
  }

  /// Forgets what the terminal shows, so that the next canvas is sent whole.
  public func redraw() {
    shown = nil
    clearok(cncurses_physical_screen(), true)
  }

  /// Waits until a key, a signal or one of the descriptors has something to read.
  ///
  /// - Parameters:
  ///   - descriptors: What else to wait for.
  ///   - milliseconds: How long at most; negative for as long as it takes.
  /// - Returns: Those of the descriptors that have something.
  public func wait(for descriptors: [Int32], milliseconds: Int32) -> [Int32] {
    guard !isGone else { return [] }
    var polled = ([STDIN_FILENO, guard_descriptor()] + descriptors).map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    guard poll(&polled, nfds_t(polled.count), milliseconds) > 0 else { return [] }
    // Nothing read is no sign of the end; nothing to read where something was announced is.
    if polled[0].revents != 0, guard_input_ended() { isGone = true }
    return polled.dropFirst(2).filter { $0.revents != 0 }.map(\.fd)
  }

  /// The keys that have arrived, and what signals say, in that order.
  public func readKeys() -> [Key] {
    var keys: [Key] = []
    if isOpen, !isGone { keys += reader.keys() }
    var resized = keys.contains(.resize)
    while case let signal = guard_next_signal(), signal != 0 {
      switch signal {
      case SIGWINCH: resized = true
      // Somebody may send it while the terminal is there, which then is given back as always.
      case SIGHUP where guard_terminal_is_there(): keys.append(.hangUp)
      case SIGHUP: isGone = true
      case SIGTERM, SIGINT: keys.append(.terminate)
      case SIGTSTP:
        suspend()
        keys.append(.resumed)
      case SIGCONT where isOpen:
        resume()
        keys.append(.resumed)
      default: break
      }
    }
    if resized {
      keys.removeAll { $0 == .resize }
      takeSize()
      keys.append(.resize)
    }
    if isGone { keys.append(.hangUp) }
    return keys
  }

  /// Stops the program as Ctrl-Z does; returns when it goes on, with the screen taken again.
  public func suspend() {
    let wasOpen = isOpen
    leave()
    guard_stop()
    if wasOpen { enter() }
  }

  /// Gives the terminal to another program, such as an editor, until it is entered again.
  public func leave() {
    guard isOpen else { return }
    isOpen = false
    guard !isGone else { return }
    if listensToMouse { send(Self.mouseOff) }
    send(Self.pasteOff)
    endwin()
    guard_set_active(false)
  }

  /// Takes the terminal again after it was left.
  public func enter() {
    guard !isOpen else { return }
    isOpen = true
    guard_set_active(true)
    resume()
  }
}

extension CursesTerminal {
  /// Has Escape wait otherwise from the next key on; nil for what the line needs.
  public func wait(afterEscape milliseconds: Int?) { set_escdelay(Self.asked(for: milliseconds)) }

  private nonisolated static let waits = 1...5_000

  /// The variable of ncurses wins, since whoever sets it knows the line; over ssh bytes come apart.
  nonisolated static func asked(for milliseconds: Int?) -> Int32 {
    let variable = getenv("ESCDELAY").flatMap { Int(String(cString: $0)) }
    let usual = getenv("SSH_CONNECTION") == nil ? 25 : 150
    let wait = variable ?? milliseconds ?? usual
    return Int32(min(max(wait, waits.lowerBound), waits.upperBound))
  }

  private static func open() -> Bool {
    // Most terminals that Debian does not describe behave like the first of these.
    let common: [String] = ["xterm-256color", "xterm", "vt100"]
    return cncurses_open(nil) || common.contains { name in cncurses_open(name) }
      || cncurses_open_built_in()
  }

  private static func looks(of theme: Theme) -> [Look] {
    let hasColours = has_colors() && start_color() == OK
    let keepsBackground = hasColours && use_default_colors() == OK
    return Style.allCases.map { style in
      let look = theme.look(of: style)
      guard keepsBackground, let colour = look.colour else {
        return Look(attributes: look.attributes, pair: 0)
      }
      let pair = Int16(style.rawValue) + 1
      init_pair(pair, colour.rawValue, -1)
      return Look(attributes: look.attributes, pair: Int32(pair))
    }
  }

  /// Tells the crash handler what brings the terminal back, since it may not ask then.
  private static func prepareForCrash() {
    let leaving = ["sgr0", "cnorm", "rmkx", "rmcup"]
      .map { withoutPadding(capability($0)) }.joined()
    let sequence = Array((mouseOff + pasteOff + leaving).utf8CString)
    _ = guard_set_leave_sequence(sequence, sequence.count - 1)
  }

  private static func capability(_ name: String) -> String {
    cncurses_capability(name).map { String(cString: $0) } ?? ""
  }

  // Descriptions of old terminals hold delays as $<5>.
  private static func withoutPadding(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "$"), rest[start...].hasPrefix("$<"),
      let end = rest[start...].firstIndex(of: ">")
    {
      result += rest[..<start]
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  private func draw(_ cells: ArraySlice<Cell>, at row: Int32) {
    wmove(window, row, 0)
    var run = ""
    var style = Style.plain
    for cell in cells {
      guard case .grapheme(let text, columns: _) = cell.content else { continue }
      if cell.style != style {
        add(run, style)
        run = ""
        style = cell.style
      }
      run += text
    }
    add(run, style)
  }

  private func add(_ text: String, _ style: Style) {
    guard !text.isEmpty else { return }
    let look = looks[Int(style.rawValue)]
    cncurses_set_attributes(window, look.attributes, look.pair)
    waddnstr(window, text, -1)
  }

  private func send(_ sequence: String) {
    sequence.withCString { _ = write(STDOUT_FILENO, $0, strlen($0)) }
  }

  private func resume() {
    takeSize()
    // After an outside stop the shell has changed the modes behind ncurses' back.
    reset_prog_mode()
    redraw()
    wrefresh(window)
    send(Self.pasteOn)
    if listensToMouse { send(Self.mouseOn) }
  }

  private func takeSize() {
    var rows: Int32 = 0
    var columns: Int32 = 0
    guard guard_window_size(&rows, &columns) else { return }
    if is_term_resized(rows, columns) { resize_term(rows, columns) }
    redraw()
  }
}
