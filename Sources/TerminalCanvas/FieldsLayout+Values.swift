extension FieldsLayout {
  /// The rows of a field's value, with its label before or above it.
  func valueRows(of field: Field, isFocused: Bool, height: Int) -> [Row] {
    switch field.value {
    case .area(let area, let minimum):
      return areaRows(of: field, area, minimum: minimum, isFocused: isFocused, height: height)
    case .checks(let checks, let cursor):
      return checkRows(of: field, checks, cursor: isFocused ? cursor : nil, isFocused: isFocused)
    case .text(let text, let placeholder):
      return [textRow(of: field, text, placeholder: placeholder, isFocused: isFocused)]
    case .choice(let value, let canChange):
      return [choiceRow(of: field, value, isOpen: isFocused && canChange, isFocused: isFocused)]
    case .fixed(let value):
      return [row(of: field, value, isFocused: isFocused)]
    case .toggle(let isOn, let text):
      let value = StyledText(Self.box(isOn) + " " + text, isFocused ? .fieldFocused : .field)
      return [row(of: field, value, cursor: 1, isFocused: isFocused)]
    }
  }

  private static func box(_ isOn: Bool) -> String { isOn ? "[x]" : "[ ]" }

  private func row(
    of field: Field, _ value: StyledText, cursor: Int = 0, isFocused: Bool
  ) -> Row {
    var text = value
    if let suffix = field.suffix { text += "  " + suffix }
    if isFocused { text += problemBehind(field, columns: TextWidth.columns(of: text)) }
    return Row(
      label(of: field, isFocused: isFocused) + text.fitted(to: valueColumns, glyphs: glyphs),
      isPointed: isFocused, cursor: isFocused ? valueStart + cursor : nil)
  }

  private func choiceRow(
    of field: Field, _ value: StyledText, isOpen: Bool, isFocused: Bool
  ) -> Row {
    guard isOpen else {
      return row(of: field, value.styledWherePlain(.field), isFocused: isFocused)
    }
    let open =
      StyledText(glyphs.choiceLeft + " ", .accent) + value.styledWherePlain(.fieldFocused)
      + StyledText(" " + glyphs.choiceRight, .accent)
    return row(of: field, open, cursor: 2, isFocused: isFocused)
  }

  private func textRow(
    of field: Field, _ text: TextField, placeholder: String, isFocused: Bool
  ) -> Row {
    let beside = understoodBeside(field, isFocused: isFocused).map { StyledText($0, .faint) }
    guard isFocused else {
      var value = StyledText(text.text, .field)
      if let beside { value += "  " + beside }
      return row(of: field, value, isFocused: false)
    }
    let isWrong = field.problem != nil
    let suffix =
      isWrong
      ? problemBehind(field, columns: typedColumns(of: text))
      : (beside ?? field.suffix).map { "  " + $0 } ?? StyledText([])
    let left = max(1, valueColumns - TextWidth.columns(of: suffix))
    let room =
      beside == nil && !isWrong
      ? left : min(left, max(isWrong ? 1 : Self.typedColumns, typedColumns(of: text)))
    let line = editedLine(text, columns: room)
    let shown =
      text.isEmpty && !isWrong
      ? example(placeholder).fitted(to: room, glyphs: glyphs) : line.text
    return Row(
      label(of: field, isFocused: true) + shown + suffix, isPointed: true,
      cursor: valueStart + line.cursor)
  }

  /// What could be typed, in brackets and only where somebody types: without colours, and on a
  /// braille line, it must not look like a value.
  private func example(_ text: String) -> StyledText {
    text.isEmpty ? StyledText([]) : StyledText("(\(text))", .faint)
  }

  /// What is wrong with the focused field, on its own row: a braille line shows no other.
  ///
  /// It is cut where it has no room behind so many columns; then it stands below in full, too.
  private func problemBehind(_ field: Field, columns: Int) -> StyledText {
    guard let problem = field.problem else { return StyledText([]) }
    let text = StyledText("! " + problem, .bad)
    let room = valueColumns - columns - Self.spacing
    let shown = min(TextWidth.columns(of: text), max(room, Self.leastProblemColumns))
    return "  " + text.fitted(to: shown, glyphs: glyphs)
  }

  /// Whether what is wrong with the focused field stands on its own row in full.
  func tellsProblem(_ field: Field) -> Bool {
    guard let problem = field.problem else { return true }
    let taken: Int
    switch field.value {
    case .area, .checks: return false
    case .text(let text, _): taken = typedColumns(of: text)
    case .choice(let value, let canChange):
      taken = TextWidth.columns(of: value) + (canChange ? 4 : 0)
    case .fixed(let value): taken = TextWidth.columns(of: value)
    case .toggle(_, let text): taken = TextWidth.columns(of: text) + 4
    }
    let suffix = field.suffix.map { TextWidth.columns(of: $0) + Self.spacing } ?? 0
    let needed = TextWidth.columns(of: problem) + 2 + Self.spacing
    return taken + suffix + needed <= valueColumns
  }

  /// The sign, and the first letters of what is wrong.
  private static let leastProblemColumns = 6

  /// How a value was understood, where there is room for it behind the value.
  private func understoodBeside(_ field: Field, isFocused: Bool) -> String? {
    guard case .text(let text, _) = field.value, let understood = field.understood else {
      return nil
    }
    let taken =
      isFocused ? typedColumns(of: text) : TextWidth.columns(of: text.text, upTo: valueColumns)
    let needed = taken + Self.spacing + TextWidth.columns(of: understood)
    return needed <= valueColumns ? understood : nil
  }

  /// How a value was understood, where it has to stand below.
  func understoodBelow(_ field: Field, isFocused: Bool) -> String? {
    understoodBeside(field, isFocused: isFocused) == nil ? field.understood : nil
  }

  /// What most dates take: so wide the field stays while its words come and go beside it.
  private static let typedColumns = 20

  /// The columns of a text that is being typed, with the cursor behind it.
  private func typedColumns(of text: TextField) -> Int { TextWidth.columns(of: text.text) + 1 }

  /// The part of a line around the cursor, with marks where text lies outside.
  private func editedLine(
    _ text: TextField, columns: Int
  ) -> (text: StyledText, cursor: Int) {
    let widths = text.characters.map { TextWidth.columns(of: $0) }
    let before = widths[..<text.cursor].reduce(0, +)
    let total = before + widths[text.cursor...].reduce(0, +)
    // The cursor may stand behind the last character.
    guard total >= columns else {
      let whole = StyledText(text.text, .fieldFocused).fitted(to: columns, glyphs: glyphs)
      return (whole.styled(.fieldFocused), before)
    }
    let hidden = max(0, min(before - columns * 2 / 3, total + 1 - columns))
    var first = 0
    var skipped = 0
    // One column goes to the mark at the left.
    while first < text.cursor, hidden > 0, skipped < hidden + 1 {
      skipped += widths[first]
      first += 1
    }
    let mark = first > 0 ? glyphs.cut : ""
    let rest = StyledText(mark + String(text.characters[first...]), .fieldFocused)
    return (
      rest.fitted(to: columns, glyphs: glyphs).styled(.fieldFocused),
      min(before - skipped + (first > 0 ? 1 : 0), columns - 1)
    )
  }

  private func checkRows(
    of field: Field, _ checks: [Check], cursor: Int?, isFocused: Bool
  ) -> [Row] {
    var lines: [StyledText] = [StyledText([])]
    var width = 0
    var place: (line: Int, column: Int)?
    for (index, check) in checks.enumerated() {
      let text = check.text
      let columns = TextWidth.columns(of: text)
      if width > 0, width + Self.spacing + columns > valueColumns {
        lines.append(StyledText([]))
        width = 0
      }
      if width > 0 {
        lines[lines.count - 1] += "  "
        width += Self.spacing
      }
      if index == cursor { place = (lines.count - 1, width + 1) }
      lines[lines.count - 1] += StyledText(text, index == cursor ? .fieldFocused : .field)
      width += columns
    }
    if isFocused {
      let at = place?.line ?? 0
      lines[at] += problemBehind(field, columns: TextWidth.columns(of: lines[at]))
    }
    return lines.enumerated().map { number, line in
      let head = number == 0 ? label(of: field, isFocused: isFocused) : indent
      var row = Row(head + line.fitted(to: valueColumns, glyphs: glyphs))
      row.isPointed = isFocused && number == 0
      if let place, place.line == number { row.cursor = valueStart + place.column }
      if isFocused, place == nil, number == 0 { row.cursor = valueStart }
      return row
    }
  }

  private func areaRows(
    of field: Field, _ area: TextArea, minimum: Int, isFocused: Bool, height: Int
  ) -> [Row] {
    let count =
      isFocused
      ? focusedAreaRows(minimum: minimum, height: height)
      : restingAreaRows(area, minimum: minimum)
    var resting = area
    if !isFocused { resting.move(to: TextPosition(paragraph: 0, offset: 0)) }
    let visible = resting.visualLines(columns: areaColumns, rows: count)
    let signs =
      (visible.hasMoreAbove ? " " + glyphs.ascending : "")
      + (visible.hasMoreBelow ? " " + glyphs.descending : "")
    var title = StyledText(self.title(of: field), isFocused ? .accent : .faint)
    title += StyledText(signs, .faint)
    if let suffix = field.suffix { title += "  " + suffix }
    var rows = [Row(title.fitted(to: columns, glyphs: glyphs), isPointed: isFocused)]
    let margin = StyledText(String(repeating: " ", count: Self.spacing))
    for (index, line) in visible.lines.enumerated() {
      var row = Row(margin + StyledText(line, isFocused ? .plain : .field))
      if isFocused, index == visible.cursorRow { row.cursor = Self.spacing + visible.cursorColumn }
      rows.append(row)
    }
    return rows
  }

  /// What the other fields leave, but no less than two thirds of the form.
  private func focusedAreaRows(minimum: Int, height: Int) -> Int {
    var others = 1
    for (index, field) in fields.items.enumerated() where index != fields.cursor {
      if case .area(let area, let minimum) = field.value {
        others += 1 + restingAreaRows(area, minimum: minimum)
      } else {
        others += 1
      }
      if field.section != nil { others += 2 }
    }
    return max(1, min(height - 1, max(minimum, height - others, height * 2 / 3)))
  }
}
