import HeardExchange
import HeardModel
import TerminalCanvas

// The rows with their states.
extension ImportScreen {
  /// The rows that are shown: all, or those that have to be looked at.
  var shownRows: [ImportRow] {
    guard let work else { return [] }
    return showsDoubtfulOnly ? work.rows.filter { !$0.doubts.isEmpty } : work.rows
  }

  private var focusedRow: ImportRow? {
    let rows = shownRows
    return rowCursor.place(in: rows.count).map { rows[$0] }
  }

  func rowBlocks(_ desk: Desk) -> [Block] {
    guard let work else { return [] }
    let words = desk.words
    let rows = shownRows
    let table = Table(
      columns: [
        Column(words("import.heading.line"), width: .fixed(5), alignment: .trailing),
        Column(words("import.heading.state"), width: .fixed(13)),
        Column(words("events.date"), width: .fixed(10)),
        Column(words("events.place"), width: .fixed(12), priority: 1),
        Column(words("events.title"), width: .fill(minimum: 14, weight: 1)),
        Column(words("events.attended"), width: .fixed(8), alignment: .trailing, priority: 2),
      ], rowCount: rows.count, cursor: rowCursor.place(in: rows.count),
      emptyText: StyledText(words("import.noDoubt"), .faint)
    ) { ImportCells.row(rows[$0], desk) }
    var blocks: [Block] = [.notice(Notice(added.isEmpty ? .info : .good, summary(work, words)))]
    blocks.append(.table(table))
    if let row = focusedRow {
      blocks += words.sentences(of: row, desk.formats).prefix(4).map {
        .notice(Notice(row.doubts.isEmpty ? .info : .warning, $0))
      }
    }
    return blocks
  }

  private func summary(_ work: EventImport, _ words: Words) -> String {
    let waiting = work.rows.count { !$0.doubts.isEmpty && !$0.isTaken }
    let here = work.rows.count { $0.knownID != nil }
    let skipped = work.rows.count - waiting - here - work.taken.count
    let taken =
      added.isEmpty
      ? words("import.would", count: work.taken.count)
      : words("import.done", count: added.count)
    return words(
      "import.summary",
      [
        "taken": taken, "waiting": words.number(waiting), "here": words.number(here),
        "skipped": words.number(
          max(0, skipped) + work.sheet.emptyRows + work.table.above.count),
      ])
  }

  func rowFocus(_ desk: Desk) -> String {
    guard let row = focusedRow else { return desk.words("import.noDoubt") }
    let said = [desk.words.state(of: row), row.event?.title ?? row.cells.first ?? ""]
    let why = (said + desk.words.sentences(of: row, desk.formats)).filter { !$0.isEmpty }
    return desk.words(
      "import.waits", ["line": String(row.line), "why": why.joined(separator: ", ")])
  }

  mutating func performOnRows(_ command: Command, _ desk: inout Desk) {
    switch command {
    case .onlyDoubtful:
      showsDoubtfulOnly.toggle()
      rowCursor.find(in: shownRows.map(\.line))
    case .open: openRow(&desk)
    case .takeRow: choose(.accepted, &desk)
    case .leaveRow: choose(.leftOut, &desk)
    case .save: bringIn(&desk)
    default: rowCursor.move(command, in: shownRows.map(\.line), page: desk.pageRows)
    }
  }

  private mutating func openRow(_ desk: inout Desk) {
    guard let row = focusedRow, let work else { return }
    if let id = row.knownID { return desk.push(EventScreen(id)) }
    mending = RowMending(row, work)
  }

  /// Decides about the focused row; the same decision twice takes it back.
  private mutating func choose(_ choice: ImportChoice, _ desk: inout Desk) {
    guard let row = focusedRow else { return }
    switch row.state {
    case .here: return desk.refuse(desk.words("import.refused.here"))
    case .skipped: return desk.refuse(desk.words("import.refused.skipped"))
    case .ready, .doubtful: work?.choose(row.choice == choice ? nil : choice, line: row.line)
    }
    rowCursor.move(.moveDown, in: shownRows.map(\.line), page: 1)
  }

  private mutating func bringIn(_ desk: inout Desk) {
    guard let taken = work?.taken, let change = desk.importChange(of: taken) else {
      return desk.refuse(desk.words("import.refused.nothing"))
    }
    let draft = work.map { Self.draftID(of: $0.sheet) }
    guard desk.change(change, discardingDraft: draft) else { return }
    added = change.edits.compactMap { EventID(stored: $0.key.recordID) }
    refresh(desk)
  }
}

/// One row of a sheet as cells of a table.
enum ImportCells {
  static func row(_ row: ImportRow, _ desk: Desk) -> TableRow {
    let isOff = !row.isTaken && row.doubts.isEmpty
    let style: Style =
      switch row.state {
      case .ready: .plain
      case .doubtful: row.choice == nil ? .warning : .plain
      case .here, .skipped: .faint
      }
    let place = [row.event?.country?.stored ?? "", row.event?.place ?? ""]
    let title = row.event.map { $0.title } ?? row.cells.joined(separator: " ")
    return TableRow([
      StyledText(String(row.line), .faint),
      StyledText(desk.words.state(of: row), style),
      StyledText(row.event?.start?.dayText ?? "", .faint),
      StyledText(place.filter { !$0.isEmpty }.joined(separator: " ")),
      StyledText(title, isOff ? .faint : .plain),
      StyledText(row.event?.attendance.tally.map(desk.words.number) ?? ""),
    ])
  }
}

/// A row being mended: its cells as fields, read anew with every key.
struct RowMending: Sendable {
  let line: Int
  private var fields: [TextField]
  private var cursor = 0

  init(_ row: ImportRow, _ work: EventImport) {
    line = row.line
    fields = work.table.columns.map { column in
      TextField(row.cells.indices.contains(column.place) ? row.cells[column.place] : "")
    }
  }

  /// Takes a key; gives the cell that it changed.
  mutating func type(_ key: Key) -> (isTaken: Bool, mended: (place: Int, text: String)?) {
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

  func blocks(_ work: EventImport, _ desk: Desk) -> [Block] {
    let words = desk.words
    let items = zip(work.table.columns, fields).map { column, field in
      Field(
        column.name, .text(field, placeholder: ""),
        suffix: StyledText(words.importField(work.field(of: column).rawValue), .faint))
    }
    guard let row = work.rows.first(where: { $0.line == line }) else { return [] }
    let said = words.sentences(of: row, desk.formats)
    let state = words("import.waits", ["line": String(line), "why": words.state(of: row)])
    var blocks: [Block] = [.line(StyledText(state, .accent))]
    blocks += said.prefix(4).map { .notice(Notice(.warning, $0)) }
    blocks.append(.fields(Fields(items, cursor: cursor)))
    if !row.noted.isEmpty {
      let names = row.noted.joined(separator: words("import.comma"))
      blocks.append(.prose(Prose(words("import.noted", ["columns": names]), style: .faint)))
    }
    return blocks
  }
}

extension ImportScreen {
  mutating func typeMending(_ key: Key, _ desk: Desk) -> Bool {
    guard var mending else { return false }
    if key == .escape {
      self.mending = nil
      return true
    }
    let (isTaken, mended) = mending.type(key)
    self.mending = mending
    if let mended { work?.mend(line: mending.line, place: mended.place, to: mended.text) }
    return isTaken
  }
}
