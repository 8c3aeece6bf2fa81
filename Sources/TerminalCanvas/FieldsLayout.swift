/// Lays out a form; its window follows from the focused field alone.
struct FieldsLayout {
  let fields: Fields
  let columns: Int
  let glyphs: Glyphs

  static let spacing = 2
  private static let mostLabelColumns = 26
  private static let mostSuggestions = 6

  /// The rows that the whole form takes; a focused text takes all that are there.
  func naturalHeight(within height: Int) -> Int {
    if let cursor = fields.cursor, fields.items.indices.contains(cursor),
      case .area = fields.items[cursor].value
    {
      return height
    }
    return allRows(height: height).rows.count
  }

  /// The visible rows; the focused field is there with all that is said about it.
  func rows(height: Int) -> [Row] {
    let all = allRows(height: height)
    guard all.rows.count > height, let focus = all.focus else {
      return Array(all.rows.prefix(height))
    }
    let middle = focus.lowerBound + min(focus.count, height) / 2
    var first = max(0, min(middle - height / 2, all.rows.count - height))
    // Field and cursor win over what is said below them.
    if focus.upperBound > first + height { first = focus.upperBound - height }
    if focus.lowerBound < first { first = focus.lowerBound }
    return Array(all.rows[first..<min(all.rows.count, first + height)])
  }

  private func allRows(height: Int) -> (rows: [Row], focus: Range<Int>?) {
    var rows: [Row] = []
    var focus: Range<Int>?
    for (index, field) in fields.items.enumerated() {
      if let section = field.section {
        if !rows.isEmpty { rows.append(Row()) }
        rows.append(Row(StyledText(section, .title).fitted(to: columns, glyphs: glyphs)))
      }
      let start = rows.count
      let isFocused = index == fields.cursor
      if isFocused { rows += wholeLabel(of: field) }
      rows += valueRows(of: field, isFocused: isFocused, height: height)
      rows += remarks(about: field, isFocused: isFocused)
      if isFocused { focus = start..<rows.count }
      if fields.cursor != nil {
        for place in start..<rows.count { rows[place].target = .field(index) }
      }
    }
    return (rows, focus)
  }

  /// The label above its value, where its column would cut it and there is no room to widen it.
  private func wholeLabel(of field: Field) -> [Row] {
    let title = title(of: field)
    if case .area = field.value { return [] }
    guard isNarrow, TextWidth.columns(of: title) > valueStart - Self.spacing else { return [] }
    return LineWrap.lines(of: StyledText(title, .accent), columns: columns).map { Row($0) }
  }

  private func remarks(about field: Field, isFocused: Bool) -> [Row] {
    var rows: [Row] = []
    if let understood = understoodBelow(field, isFocused: isFocused) {
      rows += wrapped(understood, .faint, about: field)
    }
    if let problem = field.problem, !isFocused || !tellsProblem(field) {
      rows += wrapped("! " + problem, .bad, about: field)
    }
    guard isFocused else { return rows }
    rows += suggestions(of: field)
    if let hint = field.hint { rows += wrapped(hint, .faint, about: field) }
    return rows
  }

  private func wrapped(_ text: String, _ style: Style, about field: Field) -> [Row] {
    var margin = indent
    var room = valueColumns
    if isNarrow {
      margin = StyledText(String(repeating: " ", count: Self.spacing))
      room = columns - Self.spacing
    }
    if case .area = field.value {
      margin = StyledText(String(repeating: " ", count: Self.spacing))
      room = areaColumns
    }
    return LineWrap.lines(of: StyledText(text, style), columns: max(1, room))
      .map { Row(margin + $0) }
  }

  private func suggestions(of field: Field) -> [Row] {
    let window = Window.range(
      count: field.suggestions.count, height: Self.mostSuggestions, cursor: field.suggestionCursor)
    return window.map { index in
      let isCurrent = index == field.suggestionCursor
      let sign = isCurrent ? glyphs.pointer + " " : "  "
      let text = StyledText(sign + field.suggestions[index], isCurrent ? .selected : .plain)
      return isNarrow
        ? Row(text.fitted(to: columns, glyphs: glyphs))
        : Row(indent + text.fitted(to: valueColumns, glyphs: glyphs))
    }
  }
}

extension FieldsLayout {
  /// The column at which values begin.
  var valueStart: Int {
    let widest = fields.items.map { TextWidth.columns(of: title(of: $0)) }.max() ?? 0
    let share = isNarrow ? columns * 2 / 5 : columns / 3
    return min(widest, Self.mostLabelColumns, share) + Self.spacing
  }

  /// Whether what is said about a field would have too little room under its value.
  private var isNarrow: Bool { columns < 44 }

  /// The columns that a value has.
  var valueColumns: Int { max(0, columns - valueStart) }

  /// The empty room under the labels.
  var indent: StyledText { StyledText(String(repeating: " ", count: valueStart)) }

  /// The label with the sign of a required field.
  func title(of field: Field) -> String {
    field.isRequired ? field.label + " *" : field.label
  }

  /// The label in its column.
  func label(of field: Field, isFocused: Bool) -> StyledText {
    StyledText(title(of: field), isFocused ? .accent : .faint)
      .fitted(to: valueStart - Self.spacing, glyphs: glyphs)
      + StyledText(String(repeating: " ", count: Self.spacing))
  }

  /// The rows of an area that is not focused: the beginning of its text.
  func restingAreaRows(_ area: TextArea, minimum: Int) -> Int {
    max(1, min(minimum, area.lineCount(columns: areaColumns, limit: max(1, minimum))))
  }

  /// The columns at which an area's text wraps.
  var areaColumns: Int { Self.areaColumns(in: columns) }

  /// The columns at which an area's text wraps in a form of a width.
  static func areaColumns(in columns: Int) -> Int { max(1, min(columns - spacing, 96)) }
}
