extension TextArea {
  /// Edits the text or moves in it; false when the key means nothing here or nothing lies there.
  ///
  /// - Parameters:
  ///   - key: The key.
  ///   - columns: The columns at which the text wraps on the screen, so that up and down agree.
  ///   - pageRows: How many rows Page Up and Page Down move.
  /// - Returns: Whether the key was used up.
  public mutating func handle(_ key: Key, columns: Int, pageRows: Int = 10) -> Bool {
    switch key {
    case .character(let character): type(character)
    case .enter: insert("\n")
    case .paste(let text): insert(text)
    case .backspace, .control("h"): erase(from: position(before: cursor), to: cursor)
    case .delete, .control("d"): erase(from: cursor, to: position(after: cursor))
    case .control("w"), .alt("\u{7F}"): kill(from: wordStart(before: cursor), to: cursor)
    case .alt("d"): kill(from: cursor, to: wordEnd(after: cursor))
    case .control("u"): kill(from: paragraphStart, to: cursor)
    case .control("k"): kill(from: cursor, to: killEnd)
    case .control("y"): insert(killed)
    case .control("z"): undo()
    case .control("r"): redo()
    default: return move(key, columns: columns, pageRows: pageRows)
    }
    return true
  }

  private mutating func move(_ key: Key, columns: Int, pageRows: Int) -> Bool {
    switch key {
    case .left, .control("b"): move(to: position(before: cursor))
    case .right, .control("f"): move(to: position(after: cursor))
    case .wordLeft, .altLeft, .alt("b"): move(to: wordStart(before: cursor))
    case .wordRight, .altRight, .alt("f"): move(to: wordEnd(after: cursor))
    case .home: move(to: lineStart(columns: columns))
    case .end: move(to: lineEnd(columns: columns))
    case .control("a"): move(to: paragraphStart)
    case .control("e"): move(to: paragraphEnd)
    case .controlHome: move(to: TextPosition(paragraph: 0, offset: 0))
    case .controlEnd: move(to: end)
    case .up: return moveLines(-1, columns: columns)
    case .down: return moveLines(1, columns: columns)
    case .pageUp: return moveLines(-max(1, pageRows), columns: columns)
    case .pageDown: return moveLines(max(1, pageRows), columns: columns)
    default: return false
    }
    return true
  }

  private mutating func type(_ character: Character) {
    let text = Self.typeable(String(character))
    guard !text.isEmpty else { return }
    // A step of undo is about a word.
    if character.isWhitespace { history.endStep() }
    replace(from: cursor, to: cursor, with: text)
  }

  private mutating func erase(from: TextPosition, to: TextPosition) {
    history.endStep()
    if from < to { replace(from: from, to: to, with: "") }
    history.endStep()
  }

  private var paragraphStart: TextPosition {
    TextPosition(paragraph: cursor.paragraph, offset: 0)
  }

  private var paragraphEnd: TextPosition {
    TextPosition(paragraph: cursor.paragraph, offset: paragraphs[cursor.paragraph].count)
  }

  // At the end of a paragraph Ctrl-K takes the newline, as everywhere.
  private var killEnd: TextPosition {
    cursor == paragraphEnd ? position(after: cursor) : paragraphEnd
  }

  private func position(before place: TextPosition) -> TextPosition {
    if place.offset > 0 {
      return TextPosition(paragraph: place.paragraph, offset: place.offset - 1)
    }
    guard place.paragraph > 0 else { return place }
    let previous = place.paragraph - 1
    return TextPosition(paragraph: previous, offset: paragraphs[previous].count)
  }

  private func position(after place: TextPosition) -> TextPosition {
    if place.offset < paragraphs[place.paragraph].count {
      return TextPosition(paragraph: place.paragraph, offset: place.offset + 1)
    }
    guard place.paragraph < paragraphs.count - 1 else { return place }
    return TextPosition(paragraph: place.paragraph + 1, offset: 0)
  }

  private func wordStart(before place: TextPosition) -> TextPosition {
    guard place.offset > 0 else { return position(before: place) }
    let characters = paragraphs[place.paragraph]
    var offset = place.offset
    while offset > 0, !Self.isWord(characters[offset - 1]) { offset -= 1 }
    while offset > 0, Self.isWord(characters[offset - 1]) { offset -= 1 }
    return TextPosition(paragraph: place.paragraph, offset: offset)
  }

  private func wordEnd(after place: TextPosition) -> TextPosition {
    let characters = paragraphs[place.paragraph]
    guard place.offset < characters.count else { return position(after: place) }
    var offset = place.offset
    while offset < characters.count, !Self.isWord(characters[offset]) { offset += 1 }
    while offset < characters.count, Self.isWord(characters[offset]) { offset += 1 }
    return TextPosition(paragraph: place.paragraph, offset: offset)
  }

  private static func isWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber
  }
}
