/// One thing that arrived from the keyboard or the terminal.
public enum Key: Hashable, Sendable {
  /// A character as typed, composed by an input method if there is one.
  case character(Character)
  /// Enter or Return.
  case enter
  /// Escape, pressed alone.
  case escape
  /// Tab.
  case tab
  /// Shift-Tab.
  case backTab
  /// Erase what stands before the cursor.
  case backspace
  /// Erase what stands under the cursor.
  case delete
  /// Insert.
  case insert
  /// Arrow up.
  case up
  /// Arrow down.
  case down
  /// Arrow left.
  case left
  /// Arrow right.
  case right
  /// Shift and arrow up.
  case shiftUp
  /// Shift and arrow down.
  case shiftDown
  /// Shift and arrow left.
  case shiftLeft
  /// Shift and arrow right.
  case shiftRight
  /// Ctrl and arrow left: one word back.
  case wordLeft
  /// Ctrl and arrow right: one word on.
  case wordRight
  /// Alt and arrow left: one word back in a text, elsewhere the way back.
  case altLeft
  /// Alt and arrow right: one word on in a text, elsewhere forward again.
  case altRight
  /// Home.
  case home
  /// End.
  case end
  /// Ctrl-Home: to the very beginning.
  case controlHome
  /// Ctrl-End: to the very end.
  case controlEnd
  /// Page up.
  case pageUp
  /// Page down.
  case pageDown
  /// A function key, counted from 1.
  case function(Int)
  /// Ctrl and a key; letters are lower-case.
  case control(Character)
  /// Alt and a key.
  case alt(Character)
  /// A whole paste: lines end in newlines, no other control character but tabs.
  case paste(String)
  /// A click with the first button, at a cell of the screen.
  case click(Position)
  /// A turn of the wheel: so many steps down, or up where it is negative.
  case wheel(Int)
  /// The terminal has another size now.
  case resize
  /// The program was stopped and runs again; the screen has been drawn anew.
  case resumed
  /// The terminal is gone; nothing more will arrive.
  case hangUp
  /// The program is asked to end.
  case terminate
}

extension Key {
  /// Whether it was not typed: the terminal or the machine tells it.
  public var isFromTerminal: Bool {
    switch self {
    case .resize, .resumed, .hangUp, .terminate: true
    default: false
    }
  }

  /// The key as a command: full-width letters, digits and signs become their plain ones.
  public var plain: Key {
    switch self {
    case .character(let character): .character(Self.plain(character))
    case .alt(let character): .alt(Self.plain(character))
    default: self
    }
  }

  /// Whether the key is kana, hangul or han: as a command, a sign that the input method is on.
  public var isFromInputMethod: Bool {
    guard case .character(let character) = self, let first = character.unicodeScalars.first
    else { return false }
    return Self.inputMethodRanges.contains { $0.contains(first.value) }
  }

  private static func plain(_ character: Character) -> Character {
    let scalars = character.unicodeScalars
    guard scalars.count == 1, let value = scalars.first?.value else { return character }
    if value == 0x3000 { return " " }
    guard (0xFF01...0xFF5E).contains(value), let ascii = Unicode.Scalar(value - 0xFEE0)
    else { return character }
    return Character(ascii)
  }

  private static let inputMethodRanges: [ClosedRange<UInt32>] = [
    0x1100...0x11FF,  // hangul jamo
    0x3005...0x3007, 0x3041...0x30FF,  // iteration marks, kana
    0x3105...0x318E, 0x31F0...0x31FF,  // bopomofo, hangul letters, small kana
    0x3400...0x9FFF, 0xA960...0xA97F, 0xAC00...0xD7FF,  // han, hangul
    0xF900...0xFAFF, 0xFF66...0xFFDC,  // han, half-width kana and hangul
    0x1_B000...0x1_B16F, 0x2_0000...0x3_FFFF,
  ]
}
