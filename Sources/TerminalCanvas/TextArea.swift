/// The state of a text of many lines that is being typed: text, cursor, undo and redo.
///
/// Movement and erasing go by characters as people see them; up and down go by visual lines.
/// Control characters are never taken in; tabs become spaces.
public struct TextArea: Sendable {
  /// The text's paragraphs, at least one, without their newlines.
  var paragraphs: [[Character]]
  /// Where the next character goes.
  public internal(set) var cursor: TextPosition
  /// The column that up and down try to keep.
  var goalColumn: Int?
  /// What was last killed with Ctrl-K, Ctrl-U or Ctrl-W.
  var killed = ""
  /// What undo and redo know.
  var history = EditHistory()

  /// Makes a text with the cursor at its end.
  public init(_ text: String = "") {
    paragraphs = Self.paragraphs(of: Self.typeable(text))
    cursor = TextPosition(paragraph: 0, offset: 0)
    cursor = end
  }

  /// The text with newlines between paragraphs.
  public var text: String { paragraphs.map { String($0) }.joined(separator: "\n") }

  /// Whether nothing is typed.
  public var isEmpty: Bool { paragraphs.count == 1 && paragraphs[0].isEmpty }

  /// The position behind the last character.
  public var end: TextPosition {
    TextPosition(paragraph: paragraphs.count - 1, offset: paragraphs[paragraphs.count - 1].count)
  }

  /// Puts the cursor at a position, or at the nearest one there is.
  public mutating func move(to position: TextPosition) {
    let paragraph = min(max(0, position.paragraph), paragraphs.count - 1)
    let offset = min(max(0, position.offset), paragraphs[paragraph].count)
    cursor = TextPosition(paragraph: paragraph, offset: offset)
    goalColumn = nil
    history.endStep()
  }

  /// Inserts text at the cursor as one step of undo, such as a paste.
  public mutating func insert(_ text: String) {
    history.endStep()
    replace(from: cursor, to: cursor, with: Self.typeable(text))
    history.endStep()
  }

  /// Replaces the whole text as one step of undo, such as what `$EDITOR` gave back.
  public mutating func replaceAll(with text: String) {
    history.endStep()
    replace(from: TextPosition(paragraph: 0, offset: 0), to: end, with: Self.typeable(text))
    history.endStep()
  }

  /// The text without control characters: newlines of any kind stay, tabs become spaces.
  static func typeable(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for character in text {
      if character.isNewline {
        result.append("\n")
      } else if character == "\t" {
        result.append(" ")
      } else if character.unicodeScalars.first.map({ $0.properties.generalCategory }) != .control {
        result.append(character)
      }
    }
    return result
  }

  /// The paragraphs of a text that has plain newlines only; never empty.
  static func paragraphs(of text: String) -> [[Character]] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
  }
}

extension TextArea: Hashable {
  /// Compares text and cursor; what was undone or killed makes no difference.
  public static func == (left: TextArea, right: TextArea) -> Bool {
    left.cursor == right.cursor && left.paragraphs == right.paragraphs
  }

  /// Hashes text and cursor.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(cursor)
    hasher.combine(paragraphs)
  }
}
