extension TextArea {
  /// Replaces the text between two positions and puts the cursor behind what was inserted.
  ///
  /// The neighbouring characters take part, because a combining mark joins the one before it.
  mutating func replace(from: TextPosition, to: TextPosition, with text: String) {
    let leftCount = min(1, from.offset)
    let rightCount = min(1, paragraphs[to.paragraph].count - to.offset)
    let start = TextPosition(paragraph: from.paragraph, offset: from.offset - leftCount)
    let end = TextPosition(paragraph: to.paragraph, offset: to.offset + rightCount)
    let left = String(paragraphs[from.paragraph][start.offset..<from.offset])
    let right = String(paragraphs[to.paragraph][to.offset..<end.offset])
    let removed = pieces(from: start, to: end)
    let inserted = Self.paragraphs(of: left + text + right)
    guard removed != inserted else { return }
    let before = cursor
    splice(at: start, removing: removed, inserting: inserted)
    let lastLine = (left + text).split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
    let within = Self.characters(of: inserted[inserted.count - 1], covering: lastLine.utf8.count)
    cursor = TextPosition(
      paragraph: start.paragraph + inserted.count - 1,
      offset: (inserted.count == 1 ? start.offset : 0) + within)
    goalColumn = nil
    history.record(
      start: start, removed: removed, inserted: inserted, cursors: (before, cursor))
  }

  /// Takes back the last step; false when there is none.
  @discardableResult
  public mutating func undo() -> Bool {
    let edits = history.takeUndo()
    for edit in edits {
      splice(at: edit.start, removing: edit.inserted, inserting: edit.removed)
      cursor = edit.cursorBefore
    }
    goalColumn = nil
    return !edits.isEmpty
  }

  /// Does again what was taken back last; false when there is nothing.
  @discardableResult
  public mutating func redo() -> Bool {
    let edits = history.takeRedo()
    for edit in edits {
      splice(at: edit.start, removing: edit.removed, inserting: edit.inserted)
      cursor = edit.cursorAfter
    }
    goalColumn = nil
    return !edits.isEmpty
  }

  /// Erases between two positions and remembers what was there for Ctrl-Y.
  mutating func kill(from: TextPosition, to: TextPosition) {
    guard from < to else { return }
    history.endStep()
    killed = pieces(from: from, to: to).map { String($0) }.joined(separator: "\n")
    replace(from: from, to: to, with: "")
    history.endStep()
  }

  private func pieces(from: TextPosition, to: TextPosition) -> [[Character]] {
    if from.paragraph == to.paragraph {
      return [Array(paragraphs[from.paragraph][from.offset..<to.offset])]
    }
    return [Array(paragraphs[from.paragraph][from.offset...])]
      + paragraphs[(from.paragraph + 1)..<to.paragraph]
      + [Array(paragraphs[to.paragraph][..<to.offset])]
  }

  private mutating func splice(
    at start: TextPosition, removing old: [[Character]], inserting new: [[Character]]
  ) {
    guard let oldLast = old.last, let newFirst = new.first, let newLast = new.last else { return }
    if old.count == 1, new.count == 1 {
      // In place, so that a key in a very long paragraph copies nothing.
      paragraphs[start.paragraph].replaceSubrange(
        start.offset..<(start.offset + oldLast.count), with: newFirst)
      return
    }
    let last = start.paragraph + old.count - 1
    let lastOffset = (old.count == 1 ? start.offset : 0) + oldLast.count
    let head = paragraphs[start.paragraph][..<start.offset]
    let tail = paragraphs[last][lastOffset...]
    var result = new
    result[result.count - 1] = newLast + tail
    result[0] = head + result[0]
    paragraphs.replaceSubrange(start.paragraph...last, with: result)
  }

  private static func characters(of piece: [Character], covering bytes: Int) -> Int {
    var covered = 0
    var count = 0
    while count < piece.count, covered < bytes {
      covered += piece[count].utf8.count
      count += 1
    }
    return count
  }
}
