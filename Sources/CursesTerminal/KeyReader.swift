import CNcurses
import Glibc
import TerminalCanvas

/// Reads what the keyboard has sent, until there is nothing more.
@MainActor struct KeyReader {
  // A book, and far below what could exhaust a machine.
  private static let mostPastedCharacters = 4_000_000
  // A paste arrives in pieces over a slow line; after this silence it has been cut off.
  private static let pasteSilence: Int32 = 1_000
  // Longer than every answer of a terminal that nobody asked.
  private static let mostSequenceCharacters = 256

  // What a mouse tells comes at once, but a slow line may cut it, and its rest must not be keys.
  private static let mouseSilence: Int32 = 1_000

  // Over a slow line the bytes of one key arrive apart; a person needs longer between two keys.
  private static let pieceSilence: Int32 = 300
  // What begins a sequence may come so long after an Escape that was taken for the key alone.
  private static let lateBeginning: Duration = .seconds(1)
  private static let lateEnd: Duration = .milliseconds(300)

  private let window: UnsafeMutablePointer<WINDOW>
  private var decoder = ByteDecoder()
  private var escapedAt: ContinuousClock.Instant?

  init(window: UnsafeMutablePointer<WINDOW>) { self.window = window }

  private enum Input {
    case character(UInt32)
    case code(Int32)
    case nothing
  }

  /// All keys that have arrived.
  mutating func keys() -> [Key] {
    var keys: [Key] = []
    var silence = 0
    // One reading can end without the input being at its end.
    while silence < 2 {
      switch next() {
      case .nothing: silence += 1
      case .code(KeyCodes.pasteStart): keys.append(.paste(paste()))
      case .code(KeyCodes.pasteEnd): silence = 0
      case .code(KeyCodes.mouse):
        silence = 0
        if let key = mouse() { keys.append(key) }
      case .code(KeyCodes.oldMouse):
        silence = 0
        skipOldMouse()
      case .code(let code):
        silence = 0
        if let key = KeyCodes.key(code: code) { keys.append(key) }
      case .character(27):
        silence = 0
        keys += keysAfterEscape()
      case .character(let value):
        silence = 0
        if isLatePiece(value) { continue }
        if let key = KeyCodes.key(character: value) { keys.append(key) }
      }
    }
    return keys
  }

  /// Whether a character is the rest of a key whose Escape came long before; all of it is dropped.
  private mutating func isLatePiece(_ value: UInt32) -> Bool {
    guard let since = escapedAt, let scalar = Unicode.Scalar(value) else { return false }
    let passed = ContinuousClock.now - since
    if passed < Self.lateBeginning, "[O".unicodeScalars.contains(scalar) {
      _ = rest()
      return true
    }
    if passed < Self.lateEnd, ControlSequence.isEnd(Character(scalar)) { return true }
    // Whoever has typed something else since is typing.
    escapedAt = nil
    return false
  }

  // By bytes: the wide function of ncurses loses a character whose bytes arrive apart, and
  // whatever follows a byte that belongs to none.
  private mutating func next() -> Input {
    while true {
      let value = wgetch(window)
      guard value != ERR else { return .nothing }
      guard let byte = UInt8(exactly: value) else { return .code(value) }
      if let scalar = decoder.decode(byte) { return .character(scalar.value) }
    }
  }

  /// Escape alone, a key with Alt, or nothing for a sequence that is not known.
  private mutating func keysAfterEscape() -> [Key] {
    switch next() {
    case .nothing:
      escapedAt = ContinuousClock.now
      return [.escape]
    case .code(let code): return Self.keys(afterEscape: KeyCodes.key(code: code))
    case .character(27): return [.escape] + keysAfterEscape()
    case .character(let value):
      if let scalar = Unicode.Scalar(value), "[O".unicodeScalars.contains(scalar) {
        return sequence(after: scalar)
      }
      if let scalar = Unicode.Scalar(value), "]P".unicodeScalars.contains(scalar),
        skipSequence()
      {
        return []
      }
      switch KeyCodes.key(character: value) {
      case .character(let character): return [.alt(character)]
      case .backspace: return [.alt("\u{7F}")]
      case let key?: return [.escape, key]
      case nil: return [.escape]
      }
    }
  }

  /// What a mouse tells behind its beginning: `0;12;7M`.
  private mutating func mouse() -> Key? {
    wtimeout(window, Self.mouseSilence)
    defer { wtimeout(window, 0) }
    var text = ""
    while text.utf8.count < Self.mostSequenceCharacters {
      guard case .character(let value) = next(), let scalar = Unicode.Scalar(value) else {
        return nil
      }
      text.unicodeScalars.append(scalar)
      if (0x40...0x7E).contains(value) { return MouseReport.key(text) }
    }
    return nil
  }

  // The old form, of terminals that know no other: three bytes that are no keys.
  private mutating func skipOldMouse() {
    wtimeout(window, Self.mouseSilence)
    defer { wtimeout(window, 0) }
    for _ in 0..<3 where wgetch(window) == ERR { return }
  }

  // rxvt and others send the arrow of Alt-arrow behind an Escape of its own.
  private static func keys(afterEscape key: Key?) -> [Key] {
    switch key {
    case .left: [.altLeft]
    case .right: [.altRight]
    default: [.escape] + [key].compactMap { $0 }
    }
  }

  /// The key whose sequence arrives in pieces; with nothing behind it the key was Alt.
  private mutating func sequence(after introducer: Unicode.Scalar) -> [Key] {
    let rest = rest()
    if rest.isEmpty { return [.alt(Character(introducer))] }
    return ControlSequence.key(rest).map { [$0] } ?? []
  }

  /// What is left of a sequence up to its end, waiting for each piece.
  private mutating func rest() -> String {
    wtimeout(window, Self.pieceSilence)
    defer { wtimeout(window, 0) }
    var text = ""
    while text.utf8.count < Self.mostSequenceCharacters {
      guard case .character(let value) = next(), let scalar = Unicode.Scalar(value) else { break }
      text.unicodeScalars.append(scalar)
      // The Linux console puts a second bracket before the letter of a function key.
      if (0x40...0x7E).contains(value), text != "[" { break }
    }
    return text
  }

  /// Drops the rest of a control sequence; false when there is none and the key was Alt.
  private mutating func skipSequence() -> Bool {
    for count in 0..<Self.mostSequenceCharacters {
      guard case .character(let value) = next() else { return count > 0 }
      if value == 7 || value == 0x5C { return true }
    }
    return true
  }

  private mutating func paste() -> String {
    wtimeout(window, Self.pasteSilence)
    defer { wtimeout(window, 0) }
    var text = String.UnicodeScalarView()
    var count = 0
    var previous: UInt32 = 0
    while true {
      switch next() {
      case .nothing, .code(KeyCodes.pasteEnd): return String(text)
      case .code: continue
      case .character(let value):
        guard let scalar = pasted(value), count < Self.mostPastedCharacters else { continue }
        // Some terminals send both characters of a line's end.
        let isSecondOfTwo = value == 10 && previous == 13
        previous = value
        if isSecondOfTwo { continue }
        text.append(scalar)
        count += 1
      }
    }
  }

  private func pasted(_ value: UInt32) -> Unicode.Scalar? {
    switch value {
    case 13: "\n"
    case 9, 10: Unicode.Scalar(value)
    case 0..<32, 0x7F...0x9F: nil
    default: Unicode.Scalar(value)
    }
  }
}
