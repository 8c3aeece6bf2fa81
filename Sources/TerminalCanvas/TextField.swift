/// The state of one line that is being typed: text, cursor, undo; newlines become spaces.
public struct TextField: Hashable, Sendable {
  private var area: TextArea

  /// Makes a field with the cursor at the end, or behind so many characters.
  public init(_ text: String = "", cursor: Int? = nil) {
    area = TextArea(Self.oneLine(text))
    if let cursor { area.move(to: TextPosition(paragraph: 0, offset: cursor)) }
  }

  /// The text as typed; setting it puts the cursor at the end and can be undone.
  public var text: String {
    get { area.text }
    set { area.replaceAll(with: Self.oneLine(newValue)) }
  }

  /// The number of characters before the cursor.
  public var cursor: Int { area.cursor.offset }

  /// Whether nothing is typed.
  public var isEmpty: Bool { area.isEmpty }

  /// The characters, of which none is a newline.
  var characters: [Character] { area.paragraphs.first ?? [] }

  /// Edits the text; false when the key means nothing to a line of text.
  public mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .enter, .up, .down, .pageUp, .pageDown: return false
    case .paste(let text):
      area.insert(Self.oneLine(text))
      return true
    default: return area.handle(key, columns: Int.max)
    }
  }

  private static func oneLine(_ text: String) -> String {
    guard text.contains(where: \.isNewline) else { return text }
    return text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
