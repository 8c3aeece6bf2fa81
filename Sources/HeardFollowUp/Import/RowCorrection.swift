import HeardExchange
import HeardKit
import HeardModel
import TerminalCanvas

/// A row being corrected: its cells as fields, read anew with every key.
struct RowCorrection: Sendable {
  let line: Int
  /// Whether the row was doubtful when it was opened.
  private let wasOpen: Bool
  private var fields: [TextField]
  private var cursor: Int

  /// Begins at the cell that has to be corrected, where one is known.
  init(_ row: ImportRow, _ work: SheetImport) {
    line = row.line
    wasOpen = !row.doubts.isEmpty
    let columns = work.table.columns
    fields = columns.map { column in
      TextField(row.cells.indices.contains(column.place) ? row.cells[column.place] : "")
    }
    let wrong = work.wrongColumns(in: row).map(\.place)
    let about = row.doubts.lazy.compactMap { work.column(of: $0, in: row)?.place }.first
    let place = wrong.min() ?? about ?? 0
    cursor = columns.firstIndex { $0.place == place } ?? 0
  }

  /// Whether what was doubtful is corrected now.
  func isDone(_ work: SheetImport) -> Bool {
    wasOpen && work.row(line: line).map { $0.doubts.isEmpty } ?? false
  }

  /// Takes a key; gives the cell that it changed.
  mutating func type(_ key: Key) -> (isTaken: Bool, corrected: (place: Int, text: String)?) {
    switch key {
    case .up, .backTab: cursor = max(0, cursor - 1)
    case .down, .tab, .enter: cursor = min(fields.count - 1, cursor + 1)
    default:
      let before = fields[cursor].text
      guard fields[cursor].handle(key) else { return (false, nil) }
      let text = fields[cursor].text
      return (true, text == before ? nil : (cursor, text))
    }
    return (true, nil)
  }

  func blocks(_ work: SheetImport, _ desk: Desk) -> [Block] {
    let words = desk.words
    guard let row = work.row(line: line), fields.indices.contains(cursor) else { return [] }
    let said = desk.sentences(of: row, work.subject)
    let state = words("import.waits", ["line": String(line), "why": words.state(of: row)])
    var blocks: [Block] = [.line(StyledText(state, .accent))]
    blocks += said.prefix(4).map { .notice(Notice(.warning, $0)) }
    blocks += [.table(cells(row, work, desk)), .gap]
    let column = work.table.columns[cursor]
    let field = Field(
      column.name, .text(fields[cursor], placeholder: ""),
      suffix: StyledText(words.importField(work.field(of: column)), .faint))
    blocks.append(.fields(Fields([field], cursor: 0)))
    if !row.noted.isEmpty {
      let names = row.noted.joined(separator: words("import.comma"))
      blocks.append(.prose(Prose(words("import.noted", ["columns": names]), style: .faint)))
    }
    if isDone(work) {
      blocks.append(.prose(Prose(words("import.correctNext"), style: .faint)))
    }
    if row.person != nil {
      blocks.append(.prose(Prose(words("import.correctedNotKept"), style: .faint)))
    }
    return blocks
  }

  /// The cells of the row as three straight columns: what it is, what the sheet says, how that is
  /// read; what has to be looked at has a sign.
  private func cells(_ row: ImportRow, _ work: SheetImport, _ desk: Desk) -> Table {
    let words = desk.words
    let columns = work.table.columns
    let wrong = Set(work.wrongColumns(in: row).map(\.place))
    let texts = fields.map(\.text)
    return Table(
      columns: [
        Column("", width: .fixed(1)),
        Column(words("import.heading.column"), width: .fill(minimum: 10, weight: 1), most: 24),
        Column(words("import.heading.cell"), width: .fill(minimum: 14, weight: 2)),
        Column(words("import.heading.field"), width: .fill(minimum: 14, weight: 2)),
      ], rowCount: columns.count, cursor: cursor, isFocused: false
    ) { index in
      let isWrong = wrong.contains(columns[index].place)
      let cell = texts[index].isEmpty ? words("import.read.empty") : texts[index]
      return TableRow(
        [
          StyledText(isWrong ? "!" : "", .bad), StyledText(columns[index].name),
          StyledText(cell, texts[index].isEmpty ? .faint : .plain),
          StyledText(desk.reading(of: columns[index], in: row, work), isWrong ? .warning : .faint),
        ], spoken: isWrong ? [0: words("import.read.wrong")] : [:])
    }
  }
}

extension ImportScreen {
  mutating func typeCorrection(_ key: Key, _ desk: inout Desk) -> Bool {
    guard var correcting else { return false }
    if key == .escape {
      self.correcting = nil
      return true
    }
    if pending?.order.needsFile ?? false {
      desk.refuse(desk.words("import.refused.reading"))
      return true
    }
    if key == .pageDown || (key == .enter && work.map(correcting.isDone) ?? false) {
      correctNext(after: correcting.line)
      return true
    }
    let (isTaken, corrected) = correcting.type(key)
    self.correcting = correcting
    if let corrected {
      say(&desk) { $0.correct(line: correcting.line, place: corrected.place, to: corrected.text) }
    }
    return isTaken
  }

  /// Goes on with the next row that is doubtful and left out; behind the last one the list is shown.
  private mutating func correctNext(after line: Int) {
    correcting = nil
    let next = work?.rows.first { row in
      row.line > line && row.waits && correctingLines?.contains(row.line) ?? true
    }
    guard let work, let next else { return }
    rowCursor.focus(next.line)
    rowCursor.find(in: shownRows.map(\.line))
    correcting = RowCorrection(next, work)
  }
}
