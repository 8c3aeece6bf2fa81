/// Turns a screen's description into plain lines, for screen readers, pipes and paper.
///
/// One item a line, the label before its value, all rows and not only those in sight. What is
/// focused is told by a leading sign; no line holds a control character.
public enum LinearRenderer {
  /// The lines of a description from top to bottom.
  public static func lines(
    _ description: ScreenDescription, glyphs: Glyphs = .unicode
  ) -> [String] {
    var lines = [sentence(description.heading)]
    lines += description.blocks.flatMap { self.lines(of: $0, glyphs: glyphs) }
    lines += description.aside.flatMap { self.lines(of: $0, glyphs: glyphs) }
    lines += description.guide.map(\.text)
    if let news = description.news { lines.append(news.text) }
    if let overlay = description.overlay {
      lines.append(overlay.title)
      lines += overlay.blocks.flatMap { self.lines(of: $0, glyphs: glyphs) }
    }
    let keys = (description.overlay?.keys ?? description.keys).map { "\($0.key) \($0.label)" }
    if !keys.isEmpty { lines.append(keys.joined(separator: ", ")) }
    return lines.map { DisplayText.safe(trimmed($0), glyphs: glyphs) }
  }

  /// The lines of a block, the label before its value; safe for every terminal.
  public static func lines(_ block: Block, glyphs: Glyphs = .unicode) -> [String] {
    lines(of: block, glyphs: glyphs).map { DisplayText.safe(trimmed($0), glyphs: glyphs) }
  }

  /// A line as several ones that are no wider than so many columns, parted between words.
  public static func wrapped(_ line: String, columns: Int) -> [String] {
    let characters = Array(line)
    return LineWrap.lines(of: characters, columns: max(1, columns)).map { range in
      trimmed(String(characters[range]))
    }
  }

  private static func sentence(_ heading: Heading) -> String {
    [heading.program, heading.place, heading.context.text, heading.status.text]
      .filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private static func trimmed(_ line: String) -> String {
    var end = line.endIndex
    while end > line.startIndex, line[line.index(before: end)] == " " {
      end = line.index(before: end)
    }
    return String(line[..<end])
  }

  private static func lines(of block: Block, glyphs: Glyphs) -> [String] {
    switch block {
    case .gap: []
    // The eye has one line of it.
    case .line(let text): text.isEmpty ? [] : [TextWidth.cut(text.text, to: 1000)]
    case .prose(let prose): prose.paragraphs.filter { !$0.isEmpty }.map(\.text)
    case .number(let number):
      ["\(number.label): \(number.text)", number.remark].filter { !$0.isEmpty }
    case .notice(let notice): [sign(of: notice) + notice.text]
    case .tabs(let tabs): [line(of: tabs)]
    case .table(let table): lines(of: table, glyphs: glyphs)
    case .fields(let fields): lines(of: fields, glyphs: glyphs)
    case .chart(let chart): lines(of: chart, glyphs: glyphs)
    case .scroll(let scroll): scroll.blocks.flatMap { lines(of: $0, glyphs: glyphs) }
    }
  }

  private static func sign(of notice: Notice) -> String {
    switch notice.kind {
    case .warning, .bad: "! "
    case .info, .good: ""
    }
  }

  private static func line(of tabs: Tabs) -> String {
    tabs.titles.enumerated().map { $0 == tabs.current ? "[\($1)]" : $1 }.joined(separator: ", ")
  }
}

extension LinearRenderer {
  private static func lines(of table: Table, glyphs: Glyphs) -> [String] {
    if table.isOnlySeen { return [] }
    return table.readAloud.map { line in
      let isCurrent = line.place != nil && line.place == table.focusedPlace && table.isFocused
      return (isCurrent ? glyphs.pointer + " " : "") + (line.isMarked ? glyphs.mark + " " : "")
        + line.text
    } + table.remarksReadAloud
  }

  private static func lines(of chart: BarChart, glyphs: Glyphs) -> [String] {
    let sentence = chart.sentence.isEmpty ? [] : [chart.sentence.text]
    return sentence
      + chart.rows.enumerated().map { index, row in
        (index == chart.cursor ? glyphs.pointer + " " : "")
          + "\(row.label): \(row.spoken ?? row.valueText.text)"
      }
  }

  private static func lines(of fields: Fields, glyphs: Glyphs) -> [String] {
    fields.items.enumerated().flatMap { index, field in
      lines(of: field, isFocused: index == fields.cursor, glyphs: glyphs)
    }
  }

  private static func lines(of field: Field, isFocused: Bool, glyphs: Glyphs) -> [String] {
    var lines: [String] = []
    if let section = field.section { lines.append(section) }
    let label =
      (isFocused ? glyphs.pointer + " " : "") + field.label
      + (field.isRequired ? " *" : "")
    let values = values(of: field.value)
    let suffix =
      (field.suffix.map { " " + $0.text } ?? "") + (field.understood.map { " (\($0))" } ?? "")
    lines.append("\(label): \(values.first ?? "")\(suffix)")
    lines += values.dropFirst()
    if let problem = field.problem { lines.append("! " + problem) }
    guard isFocused else { return lines }
    lines += field.suggestions.enumerated().map { index, suggestion in
      (index == field.suggestionCursor ? glyphs.pointer + " " : "") + suggestion
    }
    if let hint = field.hint { lines.append(hint) }
    return lines
  }

  private static func values(of value: FieldValue) -> [String] {
    switch value {
    case .text(let text, _): [text.text]
    case .choice(let value, _), .fixed(let value): [value.text]
    case .area(let area, _): area.text.split(separator: "\n").map(String.init)
    case .toggle(let isOn, let text): [(isOn ? "[x] " : "[ ] ") + text]
    case .checks(let checks, _):
      [checks.map(\.text).joined(separator: ", ")]
    }
  }
}
