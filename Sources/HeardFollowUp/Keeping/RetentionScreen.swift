import HeardKit
import HeardModel
import TerminalCanvas

/// What is kept although its time is over, by its rule and day; the last line takes it out.
struct RetentionScreen: Screen {
  let name = "retention"
  private static let question = "retire"
  private var cursor = ListCursor<RetentionRows.Row>()
  private var rows: [RetentionRows.Row] = []

  init() {}

  func commands(_ desk: Desk) -> [Command] {
    (items.isEmpty ? [] : [.open]) + ListMove.commands
  }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    switch command {
    case .open: if let row = cursor.id { open(row, &desk) }
    default: cursor.move(command, in: items, page: desk.pageRows)
    }
  }

  mutating func answered(_ question: String, _ answer: String, _ desk: inout Desk) {
    guard question == Self.question, answer == "take" else { return }
    desk.retire(desk.pastTime)
    refresh(desk)
  }

  mutating func refresh(_ desk: Desk) {
    rows = RetentionRows(desk.pastTime).rows
    if let id = cursor.id, !items.contains(id), let same = items.first(where: id.isSame) {
      cursor.focus(same)
    }
    cursor.find(in: items)
  }

  func describe(_ desk: Desk) -> ScreenContent {
    let shown = rows
    let table = Table(
      columns: [
        Column("", width: .fixed(11)), Column("", width: .fill(minimum: 24, weight: 1)),
        Column("", width: .fixed(16), alignment: .trailing, priority: 1),
      ],
      rowCount: shown.count, cursor: cursor.id.flatMap { shown.firstIndex(of: $0) },
      emptyText: StyledText(desk.words("retention.none"), .faint), showsHeader: false
    ) { RetentionRows.cells(shown[$0], desk) }
    return ScreenContent(
      blocks: [
        .prose(Prose(desk.words("retention.about"), style: .faint)), .gap, .table(table),
      ])
  }

  func place(_ desk: Desk) -> Place? { .retention }

  func focus(_ desk: Desk) -> String {
    guard let row = cursor.id, let place = items.firstIndex(of: row) else {
      return desk.words("retention.none")
    }
    let cells = RetentionRows.cells(row, desk).cells.map(\.text)
    return desk.words(
      "waiting.focus",
      ["what": desk.words.list(cells), "n": String(place + 1), "all": String(items.count)])
  }
}

extension RetentionScreen {
  private var items: [RetentionRows.Row] { rows.filter(\.isItem) }

  private func open(_ row: RetentionRows.Row, _ desk: inout Desk) {
    switch row {
    case .blank, .heading, .note, .end: break
    case .people(_, _, let event?, _): desk.go(.event(event, .people))
    case .people(_, _, nil, _): desk.refuse(desk.words("retention.nobody"))
    case .testimony(let id, _, _): desk.go(.testimony(id))
    case .takeOut(let count):
      desk.ask(
        Question(
          Self.question, desk.words("retention.ask", count: count),
          [
            .init("keep", desk.words("answer.keep")), .init("take", desk.words("retention.take")),
          ]))
    }
  }
}
