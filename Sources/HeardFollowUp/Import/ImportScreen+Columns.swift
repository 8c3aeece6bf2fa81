import HeardExchange
import HeardKit
import HeardModel
import TerminalCanvas

// The file and its columns.
extension ImportScreen {
  func fileBlocks(_ desk: Desk) -> [Block] {
    let words = desk.words
    let field = Field(
      words("import.path"), .text(path.field, placeholder: words("import.placeholder")),
      hint: words("import.path.hint"), problem: fault.map { words.sentence($0) },
      suggestions: path.suggestions,
      suggestionCursor: path.cursor)
    var blocks: [Block] = [.fields(Fields([field], cursor: 0)), .gap]
    if signIn != nil { blocks += subjectBlocks(desk) }
    if let work {
      blocks.append(.prose(Prose(reading(of: work, words))))
    } else if pending == nil {
      let text = signIn == nil ? "import.explained" : "import.people.explained"
      blocks.append(.prose(Prose(words(text), style: .faint)))
    }
    return blocks
  }

  func columnBlocks(_ desk: Desk) -> [Block] {
    guard let work else { return [] }
    let words = desk.words
    let columns = work.table.columns
    let asked = work.questions.count
    let table = Table(
      columns: [
        Column(words("import.heading.column"), width: .fixed(20)),
        Column(words("import.heading.field"), width: .fixed(24)),
        Column(words("import.heading.samples"), width: .fill(minimum: 12, weight: 1)),
      ], rowCount: asked + columns.count, cursor: columns.isEmpty ? nil : columnCursor
    ) { index in
      if index < asked { return questionRow(work.questions[index], words) }
      let column = columns[index - asked]
      let field = work.field(of: column)
      let isKept = field != "leaveOut" && field != "notes"
      let down = work.isFilledDown(column) ? " ↓" : ""
      return TableRow([
        StyledText(column.name),
        StyledText(words.importField(field) + down, isKept ? .plain : .faint),
        StyledText(work.samples(of: column).joined(separator: " · "), .faint),
      ])
    }
    let changed: [Block] =
      (hasFileChanged ? [.notice(Notice(.warning, words("import.fileChanged")))] : [])
      + kept(desk).compactMap { words.consentRefusal(of: $0) }.map { .notice(Notice(.bad, $0)) }
    let head = changed + questionBlocks(work, words)
    // A question has its own rows, and room for them.
    if asked > 0 {
      return head + subjectBlocks(desk) + orderBlocks(work, words) + [.table(table)]
    }
    return head + [.prose(Prose(reading(of: work, words)))] + subjectBlocks(desk)
      + orderBlocks(work, words) + sourceBlocks(work, words) + [
        .table(table), .gap, .table(firstRows(work, desk)),
      ]
  }

  /// The first rows as they are read now, so that a wrong column or sign is seen at once.
  private func firstRows(_ work: SheetImport, _ desk: Desk) -> Table {
    let rows = Array(work.rows.lazy.filter { $0.event != nil || $0.person != nil }.prefix(3))
    return Table(
      columns: ImportCells.columns(work.subject, desk.words), rowCount: rows.count,
      isFocused: false, showsHeader: false
    ) { ImportCells.row(rows[$0], desk) }
  }

  private func reading(of work: SheetImport, _ words: Words) -> String {
    words.reading(of: work.sheet, headerLine: work.table.headerLine, rows: work.table.rows.count)
  }

  private func orderBlocks(_ work: SheetImport, _ words: Words) -> [Block] {
    guard signIn == nil, let text = words.sentence(work.dateEvidence, given: work.mapping.dateOrder)
    else {
      return []
    }
    switch work.dateEvidence {
    case .undecided, .mixed:
      return [.notice(Notice(work.mapping.dateOrder == nil ? .warning : .info, text))]
    case .found, .notNeeded: return [.prose(Prose(text, style: .faint))]
    }
  }

  private func sourceBlocks(_ work: SheetImport, _ words: Words) -> [Block] {
    guard signIn == nil, let text = words.unsourced(work) else { return [] }
    return [.prose(Prose(text, style: .faint))]
  }

  func columnFocus(_ desk: Desk) -> String {
    guard let work else { return "" }
    if let question = focusedQuestion { return desk.words.sentence(question) }
    guard let column = focusedColumn else { return "" }
    return desk.words(
      "import.column",
      [
        "column": column.name,
        "field": desk.words.importField(work.field(of: column)),
      ])
  }

  mutating func performOnColumns(_ command: Command, _ desk: inout Desk) {
    guard let work else { return }
    switch command {
    case .open:
      if let question = focusedQuestion { return ask(question, &desk) }
      if let column = focusedColumn { askField(column, work, &desk) }
    case .fillDown:
      guard let column = focusedColumn else { return }
      say(&desk) { $0.fillDown(column, !work.isFilledDown(column)) }
    case .chooseSource: askSource(&desk)
    case .letters: askLetters(work, &desk)
    case .separator: askSeparator(work, &desk)
    case .headings: askHeadings(work, &desk)
    case .keepNames:
      guard var signIn else { return }
      signIn.keepsNames.toggle()
      // Names of others are at hand only as long as they are held against the sheet.
      signIn.known = nil
      use(signIn, &desk)
    case .noticeTold: askNotice(&desk)
    case .keepColumns:
      naming = TextField(work.mapping.id == "mapping" ? "" : work.mapping.id.stored)
    case .useColumns: askKept(&desk)
    default:
      columnCursor = ListMove.cursor(
        columnCursor, command, count: columnRows, page: desk.pageRows)
    }
  }
}

// Questions.
extension ImportScreen {
  private mutating func askField(_ column: SheetColumn, _ work: SheetImport, _ desk: inout Desk) {
    let words = desk.words
    choosing = OptionChoice(
      .field(column), words("import.ask.field", ["column": column.name]),
      work.subject.fields.map { FieldOption($0, words.importField($0)) },
      at: work.field(of: column))
  }

  private func askLetters(_ work: SheetImport, _ desk: inout Desk) {
    let all = SheetEncoding.allCases
    var question = Question(
      "letters", desk.words("import.ask.letters"),
      all.map { .init($0.rawValue, desk.words("import.encoding.\($0.rawValue)")) })
    question.cursor = all.firstIndex(of: work.sheet.encoding) ?? 0
    desk.ask(question)
  }

  private func askSeparator(_ work: SheetImport, _ desk: inout Desk) {
    let all = SheetSeparator.allCases
    var question = Question(
      "separator", desk.words("import.ask.separator"),
      all.map { .init($0.rawValue, desk.words("import.separator.\($0.rawValue)")) })
    question.cursor = all.firstIndex(of: work.sheet.separator) ?? 0
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
    let sources: [AttendanceSource] = [.notKnown, .reported, .counted, .estimated]
    var question = Question(
      "source", desk.words("import.ask.source"),
      sources.map { .init($0.stored, desk.formats.label($0, "source")) })
    question.cursor = sources.firstIndex(of: work?.mapping.source ?? .notKnown) ?? 0
    desk.ask(question)
  }

  private func askHeadings(_ work: SheetImport, _ desk: inout Desk) {
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
    if question == "subject" { return listed(answer, &desk) }
    guard work != nil else { return }
    if takeZone(question, answer, &desk) { return rowCursor.find(in: shownRows.map(\.line)) }
    switch question {
    case "asked": self.answer(answer, &desk)
    case "cells": keepCell(answer, &desk)
    case "alike": answerPair(answer, &desk)
    case "make": make(answer, &desk)
    case "order": say(&desk) { $0.order(DateOrder(stored: answer)) }
    case "source": say(&desk) { $0.source(AttendanceSource(stored: answer)) }
    case "headings": if let line = Int(answer) { say(&desk) { $0.header(line: line) } }
    case "letters": readLetters(answer, &desk)
    case "separator": readSeparator(answer, &desk)
    case "notice":
      guard var signIn else { return }
      signIn.notice = NoticeID(stored: answer).flatMap { desk.programme.notices[$0] }
      return use(signIn, &desk)
    case "kept":
      if let kept = kept(desk).first(where: { $0.id.stored == answer }) {
        if let refusal = desk.words.consentRefusal(of: kept) { return desk.refuse(refusal) }
        say(&desk) { $0.use(kept: kept) }
      }
    default: break
    }
    columnCursor = min(columnCursor, max(0, columnRows - 1))
    rowCursor.find(in: shownRows.map(\.line))
  }

  private mutating func listed(_ answer: String, _ desk: inout Desk) {
    if answer == "people" { return chooseEvent(desk) }
    if signIn != nil { list(nil, &desk) }
  }

  private mutating func readLetters(_ answer: String, _ desk: inout Desk) {
    guard let encoding = SheetEncoding(rawValue: answer) else { return }
    readAgain(&desk) { first, _ in first.encoding = encoding }
  }

  /// Other separators make other cells, so that nothing corrected fits them.
  private mutating func readSeparator(_ answer: String, _ desk: inout Desk) {
    guard let separator = SheetSeparator(rawValue: answer) else { return }
    readAgain(&desk) { first, work in
      first.separator = separator
      if separator != work.sheet.separator {
        (first.corrected, first.choices, first.decided) = ([:], [:], [])
      }
    }
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
    guard let naming, let subject = work?.subject, var mapping = work?.mapping else { return }
    guard let name = ImportMapping.name(naming.text) else {
      return desk.refuse(desk.words("import.badName", ["name": naming.text]))
    }
    if let readOnly = desk.readOnly { return desk.refuse(readOnly) }
    (mapping.id, mapping.kind) = (name, subject.kind)
    desk.run(.keepMapping(mapping))
    self.naming = nil
  }
}
