import TerminalCanvas

/// What a canvas shows, as rows of text, for comparison with rows typed in a test.
struct Picture {
  let canvas: Canvas

  init(
    _ blocks: [Block], columns: Int = 40, rows: Int = 8, glyphs: Glyphs = .unicode,
    overlay: Overlay? = nil
  ) {
    let description = ScreenDescription(
      heading: Heading(program: "Heard", place: "Test"), blocks: blocks, overlay: overlay)
    self.init(description, columns: columns, rows: rows + 3, glyphs: glyphs)
  }

  init(
    _ description: ScreenDescription, columns: Int, rows: Int, glyphs: Glyphs = .unicode
  ) {
    var description = description
    description.smallest = Size(columns: 0, rows: 0)
    canvas = CanvasRenderer.render(
      description, size: Size(columns: columns, rows: rows), glyphs: glyphs, tooSmall: "")
  }

  /// All rows, without the spaces at their ends.
  var rows: [String] {
    (0..<canvas.size.rows).map { row in
      let text = canvas.text(ofRow: row)
      return String(text.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// The rows of the content, without heading, news and keys, and without empty rows at the end.
  var content: [String] {
    var rows = Array(self.rows.dropFirst().dropLast(2))
    while rows.last?.isEmpty == true { rows.removeLast() }
    return rows
  }

  /// The text from the cursor to the end of its row.
  var textAtCursor: String {
    guard let cursor = canvas.cursor else { return "no cursor" }
    return canvas.row(cursor.row).dropFirst(cursor.column).reduce(into: "") { text, cell in
      if case .grapheme(let grapheme, columns: _) = cell.content { text += grapheme }
    }
  }

  /// The styles of a row's cells.
  func styles(ofRow row: Int) -> [Style] { canvas.row(row).map(\.style) }
}
