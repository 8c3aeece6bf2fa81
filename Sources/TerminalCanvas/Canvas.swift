/// A screen in the making: cells with meanings, never with a control character in them.
public struct Canvas: Hashable, Sendable {
  /// The extent.
  public let size: Size
  /// The signs in use, which also decide the stand-ins of control characters.
  public let glyphs: Glyphs
  /// Where the terminal's cursor stands; always inside the canvas when there is room.
  public private(set) var cursor: Position?
  private var cells: [Cell]
  private var targets: [PlacedTarget] = []

  /// Makes an empty canvas.
  public init(size: Size, glyphs: Glyphs = .unicode) {
    self.size = size
    self.glyphs = glyphs
    cells = Array(repeating: .blank, count: size.columns * size.rows)
  }

  /// The cells of a row from left to right; the row must be one of the canvas.
  public func row(_ row: Int) -> ArraySlice<Cell> {
    precondition((0..<size.rows).contains(row), "a row of the canvas")
    return cells[(row * size.columns)..<((row + 1) * size.columns)]
  }

  /// The characters of a row as one text, as wide as the canvas.
  public func text(ofRow row: Int) -> String {
    self.row(row).reduce(into: "") { text, cell in
      if case .grapheme(let grapheme, _) = cell.content { text += grapheme }
    }
  }

  /// Writes text at a position, dropping what falls off the edges or beyond so many columns.
  ///
  /// - Returns: The number of columns written.
  @discardableResult
  public mutating func write(
    _ text: String, at position: Position, columns: Int = .max, style: Style = .plain
  ) -> Int {
    guard (0..<size.rows).contains(position.row), position.column < size.columns,
      position.column >= 0, columns > 0
    else { return 0 }
    let end = columns < size.columns - position.column ? position.column + columns : size.columns
    var column = position.column
    for character in text {
      guard column < end else { break }
      let shown =
        DisplayText.isPlain(character)
        ? DisplayText.Shown(text: String(character), columns: 1)
        : DisplayText.shown(character, glyphs: glyphs)
      guard shown.columns <= end - column else {
        // A wide character has no half: the columns left of it stay empty.
        while column < end {
          put(" ", columns: 1, at: Position(column: column, row: position.row), style: style)
          column += 1
        }
        break
      }
      put(
        shown.text, columns: shown.columns,
        at: Position(column: column, row: position.row), style: style)
      column += shown.columns
    }
    return column - position.column
  }

  /// Writes styled text at a position; a given style takes the place of its own styles.
  ///
  /// - Returns: The number of columns written.
  @discardableResult
  public mutating func write(
    _ text: StyledText, at position: Position, columns: Int = .max, style: Style? = nil
  ) -> Int {
    var written = 0
    for span in text.spans {
      written += write(
        span.text, at: Position(column: position.column + written, row: position.row),
        columns: columns - written, style: style ?? span.style)
    }
    return written
  }

  /// What somebody points at who points at a cell; of two the one that was placed last.
  public func target(at position: Position) -> ClickTarget? {
    targets.last { $0.row == position.row && $0.columns.contains(position.column) }?.target
  }

  /// Places a target.
  mutating func place(_ target: PlacedTarget) { targets.append(target) }

  /// Takes all targets away: something lies over them.
  mutating func coverTargets() { targets = [] }

  /// Empties a stretch of a row and gives it a style.
  public mutating func clear(at position: Position, columns: Int, style: Style = .plain) {
    let count = min(columns, size.columns - position.column)
    guard count > 0 else { return }
    write(String(repeating: " ", count: count), at: position, style: style)
  }

  /// Puts the terminal's cursor on a cell, or on the nearest one of the canvas.
  public mutating func moveCursor(to position: Position) {
    guard size.columns > 0, size.rows > 0 else { return }
    cursor = Position(
      column: min(max(0, position.column), size.columns - 1),
      row: min(max(0, position.row), size.rows - 1))
  }
}

extension Canvas {
  private mutating func put(_ text: String, columns: Int, at place: Position, style: Style) {
    let index = place.row * size.columns + place.column
    let rowEnd = (place.row + 1) * size.columns
    for offset in 0..<columns {
      breakUp(at: index + offset, rowEnd: rowEnd)
      cells[index + offset] = Cell(content: .continuation, style: style)
    }
    cells[index].content = .grapheme(text, columns: columns)
  }

  /// Empties the other cells of the character that covers a cell about to be overwritten.
  private mutating func breakUp(at index: Int, rowEnd: Int) {
    if case .grapheme(_, columns: 1) = cells[index].content { return }
    var start = index
    while cells[start].content == .continuation, start > 0 { start -= 1 }
    repeat {
      cells[start].content = Cell.blank.content
      start += 1
    } while start < rowEnd && cells[start].content == .continuation
  }
}
