import HeardInsight
import HeardKit
import HeardModel
import TerminalCanvas

/// What came from two sides: fields that stand in two versions, and copies beside records.
struct ConflictsScreen: Screen {
  let name = "conflicts"

  typealias Part = ConflictsPart

  private var part: Part
  private var cursor = ListCursor<ConflictRow>()
  private var rows: [ConflictRow] = []
  private var copyCursor = ListCursor<String>()
  private var copies: [FileCopy] = []

  init(_ part: Part = .conflicts) { self.part = part }

  func commands(_ desk: Desk) -> [Command] {
    let isEmpty = part == .conflicts ? rows.isEmpty : copies.isEmpty
    return (isEmpty ? [] : [.open]) + [.nextPart]
      + (part == .conflicts ? [] : [.previousPart]) + ListMove.commands
  }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    switch command {
    case .nextPart: part = part == .conflicts ? .copies : .conflicts
    case .previousPart: part = .conflicts
    case .open: open(&desk)
    default:
      if part == .conflicts {
        cursor.move(command, in: rows, page: desk.pageRows)
      } else {
        copyCursor.move(command, in: copies.map(\.file), page: desk.pageRows)
      }
    }
  }

  mutating func answered(_ question: String, _ answer: String, _ desk: inout Desk) {
    guard question == "mergeCopy", copies.contains(where: { $0.file == answer }) else { return }
    desk.run(.mergeCopy(answer))
  }

  mutating func refresh(_ desk: Desk) {
    rows = desk.insight.conflicts()
    copies = desk.copies
    cursor.find(in: rows)
    copyCursor.find(in: copies.map(\.file))
  }

  func describe(_ desk: Desk) -> ScreenContent {
    let words = desk.words
    let tabs = Tabs(
      [
        words("conflicts.tab", count: rows.count), words("copies.tab", count: copies.count),
      ], current: part.rawValue)
    return ScreenContent(
      blocks: [.tabs(tabs), .gap] + (part == .conflicts ? list(desk) : copyList(desk)))
  }

  func place(_ desk: Desk) -> Place? { .conflicts(part) }

  func focus(_ desk: Desk) -> String {
    if part == .copies {
      guard let place = copyCursor.place(in: copies.count) else { return desk.words("copies.none") }
      return desk.words(
        "conflicts.focus",
        [
          "what": copies[place].file, "n": String(place + 1), "all": String(copies.count),
        ])
    }
    guard let place = cursor.place(in: rows.count) else { return desk.words("conflicts.none") }
    let cells = ConflictCells.row(rows[place], desk).cells.map(\.text)
    return desk.words(
      "conflicts.focus",
      [
        "what": cells.filter { !$0.isEmpty }.joined(separator: ", "), "n": String(place + 1),
        "all": String(rows.count),
      ])
  }
}

extension ConflictsScreen {
  private func open(_ desk: inout Desk) {
    if part == .copies { return askMerge(&desk) }
    guard let row = cursor.place(in: rows.count).map({ rows[$0] }) else { return }
    if let why = desk.hidden(row.key) { return desk.refuse(why) }
    desk.push(ConflictScreen(row))
    desk.run(.loadHistory(row.key.recordID))
  }

  private func askMerge(_ desk: inout Desk) {
    guard let copy = copyCursor.place(in: copies.count).map({ copies[$0] }) else { return }
    if let readOnly = desk.readOnly { return desk.refuse(readOnly) }
    guard copy.canBeMerged else {
      return desk.refuse(
        desk.words(copy.origin == .open ? "copy.isOpen" : "copy.notSame", ["file": copy.file]))
    }
    desk.ask(
      Question(
        "mergeCopy", desk.words("copy.ask", ["copy": copy.file, "file": copy.original]),
        [
          .init("keep", desk.words("answer.keep")), .init(copy.file, desk.words("copy.merge")),
        ]))
  }

  private func list(_ desk: Desk) -> [Block] {
    let shown = rows
    let words = desk.words
    let table = Table(
      columns: [
        Column(words("conflict.record"), width: .fill(minimum: 20, weight: 3)),
        Column(words("conflict.field"), width: .fill(minimum: 14, weight: 2)),
        Column(words("conflict.standing"), width: .fill(minimum: 12, weight: 2), priority: 1),
        Column(words("conflict.other"), width: .fill(minimum: 12, weight: 2), priority: 2),
      ],
      rowCount: shown.count, cursor: cursor.place(in: shown.count),
      emptyText: StyledText(words("conflicts.none"), .faint)
    ) { ConflictCells.row(shown[$0], desk) }
    return [.table(table)]
  }

  private func copyList(_ desk: Desk) -> [Block] {
    let shown = copies
    let words = desk.words
    let table = Table(
      columns: [
        Column(words("copy.file"), width: .fill(minimum: 30, weight: 3)),
        Column(words("copy.left"), width: .fill(minimum: 18, weight: 2), priority: 1),
      ],
      rowCount: shown.count, cursor: copyCursor.place(in: shown.count),
      emptyText: StyledText(words("copies.none"), .faint)
    ) { index in
      TableRow([
        StyledText(shown[index].file),
        StyledText(words("copy.origin.\(shown[index].origin.rawValue)"), .faint),
      ])
    }
    return (shown.isEmpty ? [] : [.prose(Prose(words("copies.meaning"))), .gap]) + [.table(table)]
  }
}

/// One field in two versions as cells of a table.
enum ConflictCells {
  static func row(_ row: ConflictRow, _ desk: Desk) -> TableRow {
    guard let record = desk.programme.record(row.key) else { return TableRow([]) }
    let path = FieldPath(row.conflict.path)
    let title = StyledText(desk.title(of: record))
    guard desk.hidden(row.key) == nil else {
      return TableRow([title, StyledText(desk.words("conflict.hidden"), .faint)])
    }
    let label = StyledText(desk.label(of: path, in: record))
    // Words that may hurt, or be read over a shoulder, stand behind Enter.
    if case .testimony = record, row.conflict.other?.text.map({ $0.count > 30 }) ?? false {
      return TableRow([title, label, "…", "…"])
    }
    let standing = record.value(at: path)
    return TableRow([
      title, label, StyledText(desk.text(of: standing, at: path)),
      StyledText(desk.text(of: row.conflict.other, at: path)),
    ])
  }
}

extension Desk {
  /// Why this person may not see what stands in a record; nil when they may.
  func hidden(_ key: RecordKey) -> String? {
    guard case .testimony(let id, _) = key, let testimony = programme.testimonies[id] else {
      return nil
    }
    let visibility = testimony.visibility(to: reader, on: today)
    return visibility.isReadable ? nil : words.sentence(visibility, testimony, self)
  }
}
