import HeardInsight
import HeardKit
import HeardModel
import TerminalCanvas

/// What waits for this person, the most urgent first: all of it, or what is to be done alike.
struct WaitingScreen: Screen {
  let name = "waiting"
  /// What is to be done about all of it; nil for everything.
  private let kind: WaitingKind?
  private var cursor = ListCursor<WaitingItem>()
  private var items: [WaitingItem] = []

  init(_ kind: WaitingKind? = nil) { self.kind = kind }

  func commands(_ desk: Desk) -> [Command] {
    (items.isEmpty ? [] : [.open]) + ListMove.commands
  }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    switch command {
    case .open: if let item = cursor.id { desk.go(item.destination) }
    default: cursor.move(command, in: items, page: desk.pageRows)
    }
  }

  mutating func refresh(_ desk: Desk) {
    items =
      kind.map { kind in desk.waitingGroups.first { $0.kind == kind }?.items ?? [] }
      ?? desk.waiting
    if let id = cursor.id, !items.contains(id), let same = items.first(where: id.isSame) {
      cursor.focus(same)
    }
    cursor.find(in: items)
  }

  func describe(_ desk: Desk) -> ScreenContent {
    let shown = items
    let table = Table(
      columns: HomeCells.columns, rowCount: shown.count, cursor: cursor.place(in: shown.count),
      emptyText: StyledText(nothing(desk), .faint), showsHeader: false
    ) { HomeCells.waiting(shown[$0], desk) }
    let count = desk.words("waiting.count", count: shown.count)
    let what = kind.map { desk.words("home.group.\($0.rawValue)") } ?? ""
    return ScreenContent(
      context: StyledText(what.isEmpty ? count : desk.words.labelled(what, count), .faint),
      blocks: [.table(table)])
  }

  private func nothing(_ desk: Desk) -> String {
    desk.words(kind == nil || desk.waiting.isEmpty ? "home.nothingWaits" : "home.noneOfKind")
  }

  func place(_ desk: Desk) -> Place? { .waiting(kind) }

  func focus(_ desk: Desk) -> String {
    guard let place = cursor.place(in: items.count) else { return nothing(desk) }
    let row = HomeCells.waiting(items[place], desk).cells.map(\.text)
    return desk.words(
      "waiting.focus",
      [
        "what": desk.words.list(row), "n": String(place + 1), "all": String(items.count),
      ])
  }
}
