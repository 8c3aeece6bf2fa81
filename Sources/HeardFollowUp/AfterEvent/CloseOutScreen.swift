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

  mutating func answered(_ question: String, _ answer: String, _ desk: inout Desk) {
    switch question {
    case "access": takeAccess(answer, &desk)
    case "oddDays" where answer == "keep": sign(&desk, isSure: true)
    default: break
    }
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
        + CountPreview.blocks(event, desk)
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
    guard let event = desk.programme.events[id] else { return }
    let field: Code
    switch matter {
    case .attendance: return desk.go(.door(id))
    case .held: field = "status"
    case .partners: field = "partners"
    case .summary: field = "summary"
    case .confidentiality: field = "confidentiality"
    case .heard: field = "heardReason"
    case .languages: field = "languages"
    case .access:
      if askAccess(event, &desk) { return }
      field = "access"
    case .feedback:
      field = event.feedback.audiences.isEmpty ? "feedbackAudiences" : "feedbackChannel"
    }
    desk.go(.editEvent(id, focusing: field))
  }

  /// Asks of the first thing that people asked for and of which nobody said what came of it.
  ///
  /// - Returns: false where nothing of that kind is open.
  private func askAccess(_ event: Event, _ desk: inout Desk) -> Bool {
    guard let open = event.accessRequests.first(where: { !$0.isSettled }) else { return false }
    let (words, what) = (desk.words, AccessWords.name(open, desk))
    desk.ask(
      Question(
        "access", words("closeOut.askAccess", ["what": what]),
        [.init("later", words("answer.cancel"))]
          + [AccessState.arranged, .notArranged].map {
            .init($0.stored, words("closeOut.wasThere.\($0.stored)"))
          }))
    return true
  }

  /// Notes what came of it, and asks about the next.
  private func takeAccess(_ answer: String, _ desk: inout Desk) {
    guard let state = AccessState(stored: answer), var event = desk.programme.events[id],
      let open = event.accessRequests.first(where: { !$0.isSettled })
    else { return }
    let before = event
    event.access[open.code] = state
    let change = Change(
      .edited(kind: .event, title: event.title), before: .event(before), after: .event(event))
    if let change, desk.change(change) { _ = askAccess(event, &desk) }
  }

  /// Notes who settled it and when, once nothing is missing.
  private func sign(_ desk: inout Desk, isSure: Bool = false) {
    guard let event = desk.programme.events[id], let row = desk.insight.row(of: id) else { return }
    if row.isBeforeHeard { return desk.refuse(desk.words("closeOut.beforeHeard")) }
    guard row.isClosedOut else { return desk.refuse(desk.words("closeOut.notYet")) }
    guard !desk.settings.name.isEmpty else { return desk.refuse(desk.words("name.needed")) }
    var signed = event
    (signed.closeOut.by, signed.closeOut.at) = (desk.settings.name, desk.now)
    if let change = Change(
      .edited(kind: .event, title: event.title), before: .event(event), after: .event(signed))
    {
      if !isSure && desk.askAboutDays(in: change) { return }
      desk.change(change)
    }
  }
}
