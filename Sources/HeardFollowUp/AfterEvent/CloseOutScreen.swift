import HeardInsight
import HeardKit
import HeardModel
import TerminalCanvas

/// What is settled after an event, line by line; Enter goes to the field that settles a line.
struct CloseOutScreen: Screen {
  let name = "closeOut"
  private let id: EventID
  private var cursor = ListCursor<CloseOutMatter>()
  private var lines: [CloseOutLine] = []

  init(_ id: EventID) { self.id = id }

  func commands(_ desk: Desk) -> [Command] {
    guard desk.programme.events[id] != nil else { return [] }
    return [.open, .signCloseOut, .newTestimony, .tellPeople] + ListMove.commands
  }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    switch command {
    case .open: if let matter = cursor.id { openField(matter, &desk) }
    case .newTestimony: desk.go(.newTestimony(at: id))
    case .tellPeople: desk.go(.tell(.event(id)))
    case .signCloseOut: sign(&desk)
    default: cursor.move(command, in: lines.map(\.matter), page: desk.pageRows)
    }
  }

  mutating func refresh(_ desk: Desk) {
    let isFirst = cursor.id == nil
    lines = desk.insight.closeOutLines(of: id)
    // What is missing is what somebody came for.
    if isFirst, let missing = lines.first(where: { $0.state == .missing }) {
      cursor.focus(missing.matter)
    }
    cursor.find(in: lines.map(\.matter))
  }

  func describe(_ desk: Desk) -> ScreenContent {
    guard let event = desk.programme.events[id] else {
      return ScreenContent(blocks: [.notice(Notice(.warning, desk.words("event.gone")))])
    }
    let words = desk.words
    let shown = lines
    let table = Table(
      columns: [
        Column(words("closeOut.matter"), width: .fixed(19)),
        Column(words("closeOut.state"), width: .fixed(11)),
        Column(words("closeOut.detail"), width: .fill(minimum: 30, weight: 1)),
      ],
      rowCount: shown.count, cursor: cursor.place(in: shown.count)
    ) { CloseOutCells.row(shown[$0], event, desk) }
    let lock = desk.programme.lock(of: event).map {
      [Block.notice(Notice(.info, words.notice($0, desk.formats)))]
    }
    return ScreenContent(
      context: StyledText(event.title, .faint),
      blocks: [.line(StyledText(EventSummary.placeLine(event, desk), .faint))] + (lock ?? [])
        + [.gap, .prose(Prose(CloseOutCells.sum(shown, event, desk))), .gap, .table(table), .gap]
        + focused(event, desk))
  }

  func place(_ desk: Desk) -> Place? { .closeOut(id) }

  func focus(_ desk: Desk) -> String {
    guard let event = desk.programme.events[id], let place = cursor.place(in: lines.count) else {
      return desk.words("event.gone")
    }
    let row = CloseOutCells.row(lines[place], event, desk).cells.map(\.text)
    return desk.words(
      "waiting.focus",
      ["what": desk.words.list(row), "n": String(place + 1), "all": String(lines.count)])
  }
}

extension CloseOutScreen {
  /// What is known of the focused line in full, since its row may be cut.
  private func focused(_ event: Event, _ desk: Desk) -> [Block] {
    guard let place = cursor.place(in: lines.count) else { return [] }
    let row = CloseOutCells.row(lines[place], event, desk)
    return [.prose(Prose([row.cells[2]]))]
  }

  /// Goes to the field that settles a line; saving comes back here.
  private func openField(_ matter: CloseOutMatter, _ desk: inout Desk) {
    let field: Code
    switch matter {
    case .attendance: return desk.go(.door(id))
    case .held: field = "status"
    case .partners: field = "partners"
    case .summary: field = "summary"
    case .confidentiality: field = "confidentiality"
    case .heard: field = "heardReason"
    case .languages: field = "languages"
    case .access: field = "access"
    case .feedback: field = "feedbackDue"
    }
    desk.go(.editEvent(id, focusing: field))
  }

  /// Notes who settled it and when, once nothing is missing.
  private func sign(_ desk: inout Desk) {
    guard let event = desk.programme.events[id], let row = desk.insight.row(of: id) else { return }
    guard row.isClosedOut else { return desk.refuse(desk.words("closeOut.notYet")) }
    guard !desk.settings.name.isEmpty else { return desk.refuse(desk.words("name.needed")) }
    var signed = event
    (signed.closeOut.by, signed.closeOut.at) = (desk.settings.name, desk.now)
    if let change = Change(
      .edited(kind: .event, title: event.title), before: .event(event), after: .event(signed))
    {
      desk.change(change)
    }
  }
}
