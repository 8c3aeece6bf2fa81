/// Turns a screen's description into cells.
///
/// The first row is the heading, the last ones are news and keys, the content lies between. What
/// is visible follows from the description alone: nothing is remembered between two pictures.
public enum CanvasRenderer {
  /// The smallest size at which a screen is drawn if it names no other.
  public static let smallest = Size(columns: 80, rows: 24)

  // From here on a preview fits beside the content without taking what 80 columns have.
  private static let columnsWithAside = 110
  private static let leastAside = 36
  // On a screen that is high it stands below: beside it would cut the titles. From here on both
  // have room beside each other again.
  private static let columnsBesideAlways = 160
  private static let rowsWithAsideBelow = 36
  private static let leastAsideBelow = 8
  private static let framingRows = 3

  /// Draws a description; on a smaller screen than it needs only the given sentence.
  public static func render(
    _ description: ScreenDescription, size: Size, glyphs: Glyphs = .unicode, tooSmall: String
  ) -> Canvas {
    var canvas = Canvas(size: size, glyphs: glyphs)
    guard size.holds(description.smallest) else {
      draw(sentence: tooSmall, on: &canvas)
      return canvas
    }
    canvas.moveCursor(to: Position(column: Row.margin, row: 1))
    draw(description.heading, on: &canvas)
    var content = contentPane(size: size, hasAside: !description.aside.isEmpty)
    let news = newsLines(description.news, columns: size.columns - Row.margin, glyphs: glyphs)
    content.rows -= max(0, news.count - 1)
    let guide = description.guide.flatMap {
      LineWrap.lines(of: $0, columns: size.columns - Row.margin)
    }
    content.rows = max(0, content.rows - guide.count)
    draw(
      description.blocks, in: content, isJustOpened: description.isJustOpened, on: &canvas)
    if !description.aside.isEmpty, standsBelow(size) {
      // News and guidance take their rows from the content above.
      let first = content.row + content.rows + 1
      draw(
        description.aside,
        in: Pane(column: 0, row: first, columns: size.columns, rows: asideRows(size)),
        on: &canvas)
    } else if !description.aside.isEmpty, size.columns >= columnsWithAside {
      let left = content.columns + Row.margin
      draw(
        description.aside,
        in: Pane(column: left, row: 1, columns: size.columns - left, rows: content.rows),
        on: &canvas)
    }
    for (offset, line) in news.reversed().enumerated() {
      canvas.write(line, at: Position(column: Row.margin, row: size.rows - 2 - offset))
    }
    // The guidance takes the rows between the content and the news.
    for (offset, line) in guide.enumerated() where content.rows > 0 {
      let last = size.rows - 1 - max(1, news.count) - guide.count
      canvas.write(line, at: Position(column: Row.margin, row: last + offset))
    }
    draw(keys: description.overlay?.keys ?? description.keys, on: &canvas)
    if let overlay = description.overlay {
      canvas.coverTargets()
      draw(overlay, over: content, above: guide.count, on: &canvas)
    }
    return canvas
  }

  /// The columns and rows that the blocks of a screen have, behind the margin.
  public static func contentSize(size: Size, hasAside: Bool) -> Size {
    let pane = contentPane(size: size, hasAside: hasAside)
    return Size(columns: pane.columns - Row.margin, rows: pane.rows)
  }

  /// The columns at which a text area wraps, for moving in it by visual lines.
  public static func areaColumns(size: Size, hasAside: Bool) -> Int {
    FieldsLayout.areaColumns(in: contentSize(size: size, hasAside: hasAside).columns)
  }

  /// News as lines: one, and up to three where a sentence is longer; the content gives way.
  private static func newsLines(
    _ news: StyledText?, columns: Int, glyphs: Glyphs
  ) -> [StyledText] {
    guard let news else { return [] }
    let columns = max(1, columns)
    let lines = LineWrap.lines(of: news.beginning(columns: columns * 4), columns: columns)
    guard lines.count > 3 else { return lines }
    let rest = StyledText(lines[2...].flatMap(\.spans))
    return lines.prefix(2) + [rest.fitted(to: columns, glyphs: glyphs)]
  }

  private static func contentPane(size: Size, hasAside: Bool) -> Pane {
    let rows = max(0, size.rows - framingRows)
    if hasAside && standsBelow(size) {
      return Pane(column: 0, row: 1, columns: size.columns, rows: rows - asideRows(size) - 1)
    }
    // Titles need the room more than a preview, which wraps.
    let beside = max(78, min(size.columns * 3 / 4, size.columns - leastAside))
    let columns = hasAside && size.columns >= columnsWithAside ? beside : size.columns
    return Pane(column: 0, row: 1, columns: columns, rows: rows)
  }

  /// Whether what belongs beside the content stands below it.
  private static func standsBelow(_ size: Size) -> Bool {
    (columnsWithAside..<columnsBesideAlways).contains(size.columns)
      && size.rows >= rowsWithAsideBelow
  }

  /// Of the rows beyond what the smallest screen has half goes to what stands below.
  private static func asideRows(_ size: Size) -> Int {
    max(leastAsideBelow, (size.rows - framingRows - smallest.rows) / 2)
  }
}

/// A part of the screen; its first columns are for pointer and mark.
private struct Pane {
  var column: Int
  var row: Int
  var columns: Int
  var rows: Int
}

extension CanvasRenderer {
  private static func draw(sentence: String, on canvas: inout Canvas) {
    canvas.moveCursor(to: Position(column: 0, row: 0))
    guard canvas.size.columns > 0 else { return }
    let lines = LineWrap.lines(of: StyledText(sentence), columns: canvas.size.columns)
    for (row, line) in lines.enumerated().prefix(canvas.size.rows) {
      canvas.write(line, at: Position(column: 0, row: row))
    }
  }

  private static func draw(
    _ blocks: [Block], in pane: Pane, isJustOpened: Bool = false, on canvas: inout Canvas
  ) {
    let layout = BlockLayout(
      columns: max(0, pane.columns - Row.margin), height: pane.rows, glyphs: canvas.glyphs)
    let rows = layout.rows(of: blocks)
    for (offset, row) in rows.enumerated() {
      let place = Position(column: pane.column, row: pane.row + offset)
      if let style = row.style { canvas.clear(at: place, columns: pane.columns, style: style) }
      if row.isPointed {
        canvas.write(canvas.glyphs.pointer, at: place, style: row.style ?? .accent)
      }
      if row.isMarked {
        canvas.write(
          canvas.glyphs.mark, at: Position(column: place.column + 1, row: place.row),
          style: row.style ?? .accent)
      }
      canvas.write(
        row.text, at: Position(column: place.column + Row.margin, row: place.row),
        columns: layout.columns, style: row.style)
      mark(row, at: place, columns: pane.columns, on: &canvas)
    }
    let name = rows.firstIndex(where: \.namesRecord)
    let focus = rows.firstIndex(where: { $0.cursor != nil })
    guard let focused = isJustOpened ? name ?? focus : focus ?? name else { return }
    let column = pane.column + Row.margin + (rows[focused].cursor ?? 0)
    canvas.moveCursor(
      to: Position(
        column: min(column, pane.column + pane.columns - 1), row: pane.row + focused))
  }

  /// Notes on the canvas what a row leads to.
  private static func mark(
    _ row: Row, at place: Position, columns: Int, on canvas: inout Canvas
  ) {
    if let target = row.target {
      let all = place.column..<(place.column + columns)
      canvas.place(PlacedTarget(target: target, row: place.row, columns: all))
    }
    let first = place.column + Row.margin
    for (columns, target) in row.targets {
      let stretch = (first + columns.lowerBound)..<(first + columns.upperBound)
      canvas.place(PlacedTarget(target: target, row: place.row, columns: stretch))
    }
  }

  private static func draw(_ heading: Heading, on canvas: inout Canvas) {
    let columns = canvas.size.columns
    let status = heading.status.styledWherePlain(.faint)
    let place = StyledText(heading.place, .title)
    // On few columns the program's name gives way first, then the place: the status stays.
    let free = columns - TextWidth.columns(of: status, upTo: columns) - 2
    let program = TextWidth.columns(of: heading.program) + 2
    var left = 0
    if program + TextWidth.columns(of: place, upTo: columns) <= free {
      left += canvas.write(heading.program, at: Position(column: 0, row: 0), style: .faint) + 2
    }
    let placeRoom = max(0, min(TextWidth.columns(of: place, upTo: columns), free - left))
    let shownPlace = place.fitted(to: placeRoom, glyphs: canvas.glyphs)
    left += canvas.write(shownPlace, at: Position(column: left, row: 0)) + 2
    let statusColumns = TextWidth.columns(of: status, upTo: max(0, columns - left))
    let separator = heading.context.isEmpty || status.isEmpty ? "" : " \(canvas.glyphs.separator) "
    let room = columns - left - statusColumns - TextWidth.columns(of: separator)
    let context = heading.context.styledWherePlain(.faint)
    let shown = TextWidth.columns(of: context, upTo: max(0, room))
    let right =
      shown > 0
      ? context.fitted(to: shown, glyphs: canvas.glyphs) + StyledText(separator, .faint) + status
      : status
    let start = max(left, columns - TextWidth.columns(of: right, upTo: columns))
    canvas.write(right, at: Position(column: start, row: 0))
  }

  private static func draw(keys: [KeyHint], on canvas: inout Canvas) {
    guard let last = keys.last else { return }
    func columns(of hint: KeyHint) -> Int {
      TextWidth.columns(of: hint.key) + 1 + TextWidth.columns(of: hint.label) + 2
    }
    var shown: [KeyHint] = []
    var left = canvas.size.columns - columns(of: last)
    for hint in keys.dropLast() {
      guard columns(of: hint) <= left else { break }
      shown.append(hint)
      left -= columns(of: hint)
    }
    var column = 1
    let row = canvas.size.rows - 1
    for hint in shown + [last] {
      column += canvas.write(hint.key, at: Position(column: column, row: row), style: .accent) + 1
      column += canvas.write(hint.label, at: Position(column: column, row: row), style: .faint) + 2
    }
  }
}

extension CanvasRenderer {
  private static let overlayColumns = 64

  private static func draw(
    _ overlay: Overlay, over content: Pane, above guideRows: Int, on canvas: inout Canvas
  ) {
    let size = canvas.size
    let columns = overlay.preferredColumns ?? overlayColumns
    // On few columns a frame would take what the words need.
    guard columns + 6 <= size.columns else {
      return drawUnframed(overlay, over: content, on: &canvas)
    }
    let mostRows = max(0, size.rows - 5 - guideRows)
    let wanted =
      overlay.preferredRows
      ?? BlockLayout(columns: columns, height: mostRows, glyphs: canvas.glyphs)
      .naturalHeight(of: overlay.blocks)
    let rows = min(wanted, mostRows)
    let box = Pane(
      column: (size.columns - columns - 6) / 2, row: 1 + (mostRows - rows) / 2,
      columns: columns + 6, rows: rows + 2)
    frame(box, title: overlay.title, on: &canvas)
    let inner = Pane(
      column: box.column + 2, row: box.row + 1, columns: columns + Row.margin, rows: rows)
    canvas.moveCursor(to: Position(column: box.column + 3, row: box.row))
    draw(overlay.blocks, in: inner, on: &canvas)
  }

  private static func drawUnframed(
    _ overlay: Overlay, over content: Pane, on canvas: inout Canvas
  ) {
    let whole = Pane(
      column: 0, row: content.row, columns: canvas.size.columns, rows: max(0, content.rows))
    for row in 0..<whole.rows {
      canvas.clear(at: Position(column: 0, row: whole.row + row), columns: whole.columns)
    }
    canvas.moveCursor(to: Position(column: Row.margin, row: whole.row))
    draw(overlay.blocks, in: whole, on: &canvas)
  }

  private static func frame(_ box: Pane, title: String, on canvas: inout Canvas) {
    let glyphs = canvas.glyphs
    let line = String(repeating: glyphs.horizontal, count: max(0, box.columns - 2))
    let right = box.column + box.columns - 1
    for row in box.row..<(box.row + box.rows) {
      canvas.clear(at: Position(column: box.column, row: row), columns: box.columns)
      canvas.write(glyphs.vertical, at: Position(column: box.column, row: row), style: .faint)
      canvas.write(glyphs.vertical, at: Position(column: right, row: row), style: .faint)
    }
    let ends = [(box.row, 0), (box.row + box.rows - 1, 2)]
    for (row, corner) in ends {
      canvas.write(
        glyphs.corners[corner] + line + glyphs.corners[corner + 1],
        at: Position(column: box.column, row: row), style: .faint)
    }
    let room = max(0, box.columns - 6)
    let name = StyledText(" " + title + " ", .title)
    let shown = TextWidth.columns(of: name, upTo: room)
    canvas.write(
      name.fitted(to: shown, glyphs: glyphs), at: Position(column: box.column + 2, row: box.row))
  }
}
