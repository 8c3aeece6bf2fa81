import HeardInsight
import HeardKit
import HeardModel
import TerminalCanvas

/// One action with the testimonies and events behind it, which open from here.
struct ActionScreen: Screen {
  let name = "action"
  private let id: ActionID
  private var cursor = ListCursor<Source>()
  private var sources: [Source] = []
  /// The first line of the text above the list; Page down and Page up move it.
  private var firstLine = 0

  /// What an action comes from.
  enum Source: Hashable, Sendable {
    case testimony(TestimonyID)
    case event(EventID)
  }

  init(_ id: ActionID) { self.id = id }

  func commands(_ desk: Desk) -> [Command] {
    guard desk.programme.actions[id] != nil else { return [] }
    let list: [Command] = sources.isEmpty ? [] : [.open]
    return list + [.edit, .changeStatus, .tellPeople, .related, .delete] + ListMove.commands
  }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    switch command {
    case .edit: desk.go(.editAction(id))
    case .related: desk.go(.related(.action(id)))
    case .changeStatus: desk.askStatus(of: id)
    case .tellPeople: desk.go(.tell(.action(id)))
    case .delete: desk.remove(.action(id), leaving: true)
    case .open:
      switch cursor.id {
      case .testimony(let testimony)?: desk.go(.testimony(testimony))
      case .event(let event)?: desk.go(.event(event))
      case nil: break
      }
    case .pageDown: firstLine = min(firstLine + 8, mostLines(desk))
    case .pageUp: firstLine = max(0, firstLine - 8)
    default: cursor.move(command, in: sources, page: desk.pageRows)
    }
  }

  mutating func answered(_ question: String, _ answer: String, _ desk: inout Desk) {
    if question == "actionStatus" { desk.take(statusAnswer: answer, of: id) }
  }

  mutating func refresh(_ desk: Desk) {
    guard let action = desk.programme.actions[id] else {
      sources = []
      return
    }
    let heard = ActionSummary.testimonies(action, desk)
    let query = Query(terms: [QueryTerm(.values(.id, [id.text]))])
    let row = desk.insight.actions(query).first { $0.id == id }
    sources = heard.map { .testimony($0.id) } + (row?.events ?? []).map { .event($0) }
    cursor.find(in: sources)
  }

  func describe(_ desk: Desk) -> ScreenContent {
    guard let action = desk.programme.actions[id] else {
      return ScreenContent(blocks: [.notice(Notice(.warning, desk.words("action.gone")))])
    }
    let shown = sources
    let heard = heard(action, desk)
    let table = Table(
      columns: [
        Column(desk.words("action.source"), width: .fixed(11)),
        Column(desk.words("events.date"), width: .fixed(10)),
        Column(desk.words("events.title"), width: .fill(minimum: 20, weight: 1)),
      ],
      rowCount: shown.count, cursor: cursor.place(in: shown.count),
      emptyText: StyledText(desk.words("action.fromNothing"), .faint)
    ) { index in Self.row(shown[index], heard, desk) }
    var blocks = ActionSummary.blocks(action, firstLine: firstLine, desk).namingRecord
    if mostLines(desk) > 0 { blocks.append(.line(StyledText(desk.words("action.more"), .faint))) }
    return ScreenContent(
      blocks: desk.remarks(on: .action(id)) + blocks + [.gap, .table(table)])
  }

  func place(_ desk: Desk) -> Place? { .action(id) }

  func focus(_ desk: Desk) -> String {
    guard let action = desk.programme.actions[id] else { return desk.words("action.gone") }
    return desk.words.stopped([
      action.title, ActionSummary.dueLine(action, desk).text,
      cursor.id.map {
        desk.words.list(Self.row($0, heard(action, desk), desk).cells.map(\.text))
      } ?? "",
    ])
  }

  private func heard(_ action: FollowUpAction, _ desk: Desk) -> [TestimonyID: TestimonyRow] {
    Dictionary(ActionSummary.testimonies(action, desk).map { ($0.id, $0) }) { first, _ in first }
  }

  /// About how many lines of the text do not fit above the list.
  private func mostLines(_ desk: Desk) -> Int {
    guard let action = desk.programme.actions[id] else { return 0 }
    let room = CanvasRenderer.contentSize(size: desk.size, hasAside: false)
    let lines = ActionSummary.paragraphs(action, desk).reduce(0) {
      $0 + 1 + TextWidth.columns(of: $1) / max(1, room.columns - 4)
    }
    let chart = action.measure == Measure() ? 0 : 5
    return max(0, lines + chart + sources.count + 3 - room.rows)
  }

  private static func row(
    _ source: Source, _ heard: [TestimonyID: TestimonyRow], _ desk: Desk
  ) -> TableRow {
    switch source {
    case .testimony(let id):
      let row = heard[id]
      let title = [row.map(ActionOptions.name) ?? id.text, row?.eventTitle ?? ""]
      return TableRow([
        StyledText(desk.words("kind.testimony"), .faint),
        StyledText(row?.date?.dayText ?? "", .faint),
        StyledText(title.filter { !$0.isEmpty }.joined(separator: " · ")),
      ])
    case .event(let id):
      let event = desk.programme.events[id]
      return TableRow([
        StyledText(desk.words("kind.event"), .faint),
        StyledText(event?.start?.dayText ?? "", .faint), StyledText(event?.title ?? id.text),
      ])
    }
  }
}
