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
    cursor = row.doubts.lazy.compactMap { Self.place(of: $0, row, work) }.first ?? 0
  }

  private static func place(
    of doubt: ImportDoubt, _ row: ImportRow, _ work: SheetImport
  ) -> Int? {
    let columns = work.table.columns
    if case .perhapsMerged(let name, _) = doubt {
      return columns.firstIndex { $0.name == name }
    }
    let about = doubt.fields.compactMap { field in
      columns.firstIndex { work.field(of: $0) == field }
    }
    let exact = about.first { place in
      row.cells.indices.contains(place) && row.cells[place] == doubt.text
    }
    return exact ?? about.first
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
    let items = zip(work.table.columns, fields).map { column, field in
      Field(
        column.name, .text(field, placeholder: ""),
        suffix: StyledText(words.importField(work.field(of: column)), .faint))
    }
    guard let row = work.row(line: line) else { return [] }
    let said = desk.sentences(of: row, work.subject)
    let state = words("import.waits", ["line": String(line), "why": words.state(of: row)])
    var blocks: [Block] = [.line(StyledText(state, .accent))]
    blocks += said.prefix(4).map { .notice(Notice(.warning, $0)) }
    blocks.append(.fields(Fields(items, cursor: cursor)))
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
    guard let work, let next = work.rows.first(where: { $0.line > line && $0.waits }) else {
      return
    }
    rowCursor.focus(next.line)
    rowCursor.find(in: shownRows.map(\.line))
    correcting = RowCorrection(next, work)
  }
}
