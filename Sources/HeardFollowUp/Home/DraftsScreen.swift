import HeardKit
import HeardModel
import TerminalCanvas

/// Everything that was begun and not saved, the newest first.
struct DraftsScreen: Screen {
  let name = "drafts"
  let smallest = Size.telephone
  private var cursor = ListCursor<String>()
  private var ids: [String] = []

  init() {}

  func commands(_ desk: Desk) -> [Command] {
    (ids.isEmpty ? [] : [.open, .delete]) + ListMove.commands
  }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    switch command {
    case .open: if let id = cursor.id { desk.go(.draft(id)) }
    case .delete:
      if let id = cursor.id { desk.askDiscard(draft: id) }
    default: cursor.move(command, in: ids, page: desk.pageRows)
    }
  }

  mutating func answered(_ question: String, _ answer: String, _ desk: inout Desk) {
    guard question == "draft" else { return }
    desk.take(draftAnswer: answer)
    refresh(desk)
  }

  mutating func refresh(_ desk: Desk) {
    ids = desk.drafts.map(\.id)
    cursor.find(in: ids)
  }

  func describe(_ desk: Desk) -> ScreenContent {
    let shown = ids
    let table = Table(
      columns: HomeCells.columns, rowCount: shown.count, cursor: cursor.place(in: shown.count),
      emptyText: StyledText(desk.words("drafts.none"), .faint), showsHeader: false
    ) { HomeCells.draft(shown[$0], desk) }
    return ScreenContent(blocks: [.table(table)])
  }

  func place(_ desk: Desk) -> Place? { .drafts }

  func focus(_ desk: Desk) -> String {
    guard let id = cursor.id else { return desk.words("drafts.none") }
    return desk.words.list(HomeCells.draft(id, desk).cells.map(\.text))
  }
}
