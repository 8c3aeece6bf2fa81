import HeardExchange
import HeardModel
import TerminalCanvas

// The file and its columns.
extension ImportScreen {
  func fileBlocks(_ desk: Desk) -> [Block] {
    let words = desk.words
    let field = Field(
      words("import.path"), .text(path.field, placeholder: words("import.placeholder")),
      hint: words("import.path.hint"), problem: fault, suggestions: path.suggestions,
      suggestionCursor: path.cursor)
    var blocks: [Block] = [.fields(Fields([field], cursor: 0)), .gap]
    if pending != nil {
      blocks.append(.notice(Notice(.info, words("import.isRead", ["file": path.text]))))
    }
    if let work {
      blocks.append(.prose(Prose(reading(of: work, words))))
    } else if pending == nil {
      blocks.append(.prose(Prose(words("import.explained"), style: .faint)))
    }
    return blocks
  }

  func columnBlocks(_ desk: Desk) -> [Block] {
    guard let work else { return [] }
    let words = desk.words
    let columns = work.table.columns
    let table = Table(
      columns: [
        Column(words("import.heading.column"), width: .fixed(20)),
        Column(words("import.heading.field"), width: .fixed(24)),
        Column(words("import.heading.samples"), width: .fill(minimum: 12, weight: 1)),
      ], rowCount: columns.count, cursor: columns.isEmpty ? nil : columnCursor
    ) { index in
      let column = columns[index]
      let field = work.field(of: column)
      let isKept = field != .leaveOut && field != .notes
      let down = work.isFilledDown(column) ? " ↓" : ""
      return TableRow([
        StyledText(column.name),
        StyledText(words.importField(field.rawValue) + down, isKept ? .plain : .faint),
        StyledText(work.samples(of: column).joined(separator: " · "), .faint),
      ])
    }
    let changed: [Block] =
      hasFileChanged ? [.notice(Notice(.warning, words("import.fileChanged")))] : []
    return changed + [.prose(Prose(reading(of: work, words)))] + orderBlocks(work, words)
      + [.table(table)]
  }

  private func reading(of work: EventImport, _ words: Words) -> String {
    words.reading(of: work.sheet, headerLine: work.table.headerLine, rows: work.table.rows.count)
  }

  private func orderBlocks(_ work: EventImport, _ words: Words) -> [Block] {
    guard let text = words.sentence(work.dateEvidence, given: work.mapping.dateOrder) else {
      return []
    }
    switch work.dateEvidence {
    case .undecided, .mixed:
      return [.notice(Notice(work.mapping.dateOrder == nil ? .warning : .info, text))]
    case .found, .notNeeded: return [.prose(Prose(text, style: .faint))]
    }
  }

  func columnFocus(_ desk: Desk) -> String {
    guard let work, work.table.columns.indices.contains(columnCursor) else { return "" }
    let column = work.table.columns[columnCursor]
    return desk.words(
      "import.column",
      [
        "column": column.name,
        "field": desk.words.importField(work.field(of: column).rawValue),
      ])
  }

  mutating func performOnColumns(_ command: Command, _ desk: inout Desk) {
    guard let work, work.table.columns.indices.contains(columnCursor) else { return }
    let column = work.table.columns[columnCursor]
    switch command {
    case .open: askField(column, work, &desk)
    case .fillDown: self.work?.fillDown(column, !work.isFilledDown(column))
    case .chooseSource: askSource(&desk)
    case .headings: askHeadings(work, &desk)
    case .keepColumns:
      naming = TextField(work.mapping.id == "mapping" ? "" : work.mapping.id.stored)
    case .useColumns: askKept(&desk)
    default:
      columnCursor = ListMove.cursor(
        columnCursor, command, count: work.table.columns.count, page: desk.pageRows)
    }
  }
}

// Questions.
extension ImportScreen {
  private func askField(_ column: SheetColumn, _ work: EventImport, _ desk: inout Desk) {
    let words = desk.words
    let fields = EventImportField.allCases
    var question = Question(
      "field", words("import.ask.field", ["column": column.name]),
      fields.map { .init($0.rawValue, words.importField($0.rawValue)) })
    question.cursor = fields.firstIndex(of: work.field(of: column)) ?? 0
    desk.ask(question)
  }

  func askOrder(_ desk: inout Desk) {
    let words = desk.words
    desk.ask(
      Question(
        "order", words("import.ask.order"),
        [.init("keep", words("import.order.byDates"))]
          + DateOrder.allCases.map { .init($0.stored, words("import.order.\($0.stored)")) }))
  }

  private func askSource(_ desk: inout Desk) {
    let sources: [AttendanceSource] = [.reported, .counted, .estimated]
    desk.ask(
      Question(
        "source", desk.words("import.ask.source"),
        sources.map { .init($0.stored, desk.formats.label($0, "source")) }))
  }

  private func askHeadings(_ work: EventImport, _ desk: inout Desk) {
    let words = desk.words
    let rows = work.sheet.rows.prefix(12)
    var question = Question(
      "headings", words("import.ask.headings"),
      rows.map { row in
        let cells = row.cells.filter { !$0.isEmpty }.prefix(4).joined(separator: " · ")
        return .init(
          String(row.line), words("import.waits", ["line": String(row.line), "why": cells]))
      })
    question.cursor = rows.firstIndex { $0.line == work.table.headerLine } ?? 0
    desk.ask(question)
  }

  private func askKept(_ desk: inout Desk) {
    desk.ask(
      Question(
        "kept", desk.words("import.ask.kept"),
        [.init("keep", desk.words("answer.keep"))]
          + kept(desk).map { .init($0.id.stored, $0.id.stored) }))
  }

  mutating func answered(_ question: String, _ answer: String, _ desk: inout Desk) {
    guard let current = work else { return }
    switch question {
    case "field":
      if let field = EventImportField(rawValue: answer) {
        work?.map(current.table.columns[columnCursor], to: field)
      }
    case "order": work?.order(DateOrder(stored: answer))
    case "source": work?.source(AttendanceSource(stored: answer))
    case "headings": if let line = Int(answer) { work?.header(line: line) }
    case "kept":
      if let kept = kept(desk).first(where: { $0.id.stored == answer }) {
        work = EventImport(
          current.sheet, mapping: kept, headerLine: current.table.headerLine, desk.importContext)
      }
    default: break
    }
    let count = work?.table.columns.count ?? 0
    columnCursor = min(columnCursor, max(0, count - 1))
    rowCursor.find(in: shownRows.map(\.line))
  }
}

// The name under which columns are kept.
extension ImportScreen {
  func nameBlocks(_ naming: TextField, _ desk: Desk) -> [Block] {
    [
      .fields(
        Fields(
          [
            Field(
              desk.words("import.name"), .text(naming, placeholder: ""),
              hint: desk.words("import.name.hint"))
          ], cursor: 0))
    ]
  }

  mutating func typeName(_ key: Key, _ desk: inout Desk) -> Bool {
    switch key {
    case .escape: naming = nil
    case .enter: keepColumns(&desk)
    default: return naming?.handle(key) ?? false
    }
    return true
  }

  private mutating func keepColumns(_ desk: inout Desk) {
    guard let naming, var mapping = work?.mapping else { return }
    guard let name = ImportMapping.name(naming.text) else {
      return desk.refuse(desk.words("import.badName", ["name": naming.text]))
    }
    if let readOnly = desk.readOnly { return desk.refuse(readOnly) }
    (mapping.id, mapping.kind) = (name, "events")
    desk.run(.keepMapping(mapping))
    self.naming = nil
  }
}
