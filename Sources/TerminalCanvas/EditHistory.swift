/// The edits of a text in order, in steps that are undone together.
struct EditHistory: Sendable {
  /// One replaced stretch of text; pieces are paragraphs, the first and last of them partial.
  struct Edit: Sendable {
    var start: TextPosition
    var removed: [[Character]]
    var inserted: [[Character]]
    var cursorBefore: TextPosition
    var cursorAfter: TextPosition
    var step: Int
  }

  // So many that nobody misses one, so few that a day of typing stays small.
  private static let limit = 5_000

  private(set) var undoable: [Edit] = []
  private(set) var redoable: [Edit] = []
  private var step = 0

  /// Lets the next edit begin a step of its own.
  mutating func endStep() { step += 1 }

  mutating func record(
    start: TextPosition, removed: [[Character]], inserted: [[Character]],
    cursors: (before: TextPosition, after: TextPosition)
  ) {
    redoable.removeAll()
    undoable.append(
      Edit(
        start: start, removed: removed, inserted: inserted, cursorBefore: cursors.before,
        cursorAfter: cursors.after, step: step))
    if undoable.count > Self.limit { undoable.removeFirst(Self.limit / 10) }
  }

  /// Takes the edits of the last step, newest first.
  mutating func takeUndo() -> [Edit] {
    let taken = Self.takeStep(from: &undoable)
    redoable += taken
    endStep()
    return taken
  }

  /// Takes the edits of the step undone last, oldest first.
  mutating func takeRedo() -> [Edit] {
    let taken = Self.takeStep(from: &redoable)
    undoable += taken
    endStep()
    return taken
  }

  private static func takeStep(from edits: inout [Edit]) -> [Edit] {
    guard let step = edits.last?.step else { return [] }
    var taken: [Edit] = []
    while let last = edits.last, last.step == step {
      taken.append(last)
      edits.removeLast()
    }
    return taken
  }
}
