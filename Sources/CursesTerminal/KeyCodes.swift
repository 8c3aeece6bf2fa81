import CNcurses
import TerminalCanvas

/// Which key a code of ncurses is, and the sequences that terminal descriptions leave out.
enum KeyCodes {
  // Codes of our own, above all those of ncurses.
  static let pasteStart: Int32 = 0x1000
  static let pasteEnd: Int32 = 0x1001
  static let mouse: Int32 = 0x1002
  static let oldMouse: Int32 = 0x1003
  private static let firstSequence: Int32 = 0x1100

  /// Teaches ncurses the sequences; to be called once, when the terminal is open.
  static func define() {
    define_key("\u{1B}[200~", pasteStart)
    define_key("\u{1B}[201~", pasteEnd)
    for (index, sequence) in sequences.enumerated() {
      define_key(sequence.0, firstSequence + Int32(index))
    }
  }

  /// Teaches ncurses how a mouse begins to tell; only where it is asked for, since a few terminals
  /// have a function key of that name.
  static func defineMouse() {
    define_key("\u{1B}[<", mouse)
    define_key("\u{1B}[M", oldMouse)
  }

  /// The key of a code; nil for codes that mean nothing here.
  static func key(code: Int32) -> Key? {
    let index = Int(code - firstSequence)
    if sequences.indices.contains(index) { return sequences[index].1 }
    if let key = keys[code] { return key }
    let number = Int(code - cncurses_function_key(0))
    return (1...24).contains(number) ? .function(number) : nil
  }

  /// The key of a character as it came from the keyboard; nil for what is none.
  static func key(character value: UInt32) -> Key? {
    switch value {
    case 9: return .tab
    case 10, 13: return .enter
    case 8, 0x7F: return .backspace
    case 27: return .escape
    case 0: return .control(" ")
    case 1...31:
      return Unicode.Scalar(value + (value < 27 ? 0x60 : 0x40)).map { .control(Character($0)) }
    case 0x80...0x9F: return nil
    default: return Unicode.Scalar(value).map { .character(Character($0)) }
    }
  }

  private static let keys: [Int32: Key] = [
    KEY_UP: .up, KEY_DOWN: .down, KEY_LEFT: .left, KEY_RIGHT: .right, KEY_SR: .shiftUp,
    KEY_SF: .shiftDown, KEY_SLEFT: .shiftLeft, KEY_SRIGHT: .shiftRight, KEY_HOME: .home,
    KEY_FIND: .home, KEY_END: .end, KEY_SELECT: .end, KEY_PPAGE: .pageUp, KEY_NPAGE: .pageDown,
    KEY_ENTER: .enter, KEY_BTAB: .backTab, KEY_BACKSPACE: .backspace, KEY_DC: .delete,
    KEY_IC: .insert, KEY_RESIZE: .resize,
  ]

  private static let sequences: [(String, Key)] = [
    // xterm and its kin
    ("\u{1B}[1;5D", .wordLeft), ("\u{1B}[1;5C", .wordRight), ("\u{1B}[1;3D", .altLeft),
    ("\u{1B}[1;3C", .altRight), ("\u{1B}[1;2A", .shiftUp), ("\u{1B}[1;2B", .shiftDown),
    ("\u{1B}[1;2D", .shiftLeft), ("\u{1B}[1;2C", .shiftRight), ("\u{1B}[1;5H", .controlHome),
    ("\u{1B}[1;5F", .controlEnd), ("\u{1B}[Z", .backTab),
    // both forms of Home, End and the arrows, whichever the terminal's mode is
    ("\u{1B}[H", .home), ("\u{1B}OH", .home), ("\u{1B}[1~", .home), ("\u{1B}[7~", .home),
    ("\u{1B}[F", .end), ("\u{1B}OF", .end), ("\u{1B}[4~", .end), ("\u{1B}[8~", .end),
    ("\u{1B}[A", .up), ("\u{1B}OA", .up), ("\u{1B}[B", .down), ("\u{1B}OB", .down),
    ("\u{1B}[C", .right), ("\u{1B}OC", .right), ("\u{1B}[D", .left), ("\u{1B}OD", .left),
    ("\u{1B}[2~", .insert), ("\u{1B}[3~", .delete), ("\u{1B}[5~", .pageUp),
    ("\u{1B}[6~", .pageDown),
    // rxvt
    ("\u{1B}Od", .wordLeft), ("\u{1B}Oc", .wordRight), ("\u{1B}[a", .shiftUp),
    ("\u{1B}[b", .shiftDown), ("\u{1B}[d", .shiftLeft), ("\u{1B}[c", .shiftRight),
    ("\u{1B}[5D", .wordLeft), ("\u{1B}[5C", .wordRight),
  ]
}
