import HeardKit
import HeardModel
import TerminalCanvas

/// Disclosures of this machine and how far each is; nothing of what was told.
struct DisclosuresScreen: Screen {
  let name = "disclosures"
  let smallest = Size.telephone
  private var cursor = ListCursor<TestimonyID>()
  private var ids: [TestimonyID] = []

  init() {}

  func commands(_ desk: Desk) -> [Command] { (ids.isEmpty ? [] : [.open]) + ListMove.commands }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    switch command {
    case .open: open(&desk)
    default: cursor.move(command, in: ids, page: desk.pageRows)
    }
  }

  mutating func answered(_ question: String, _ answer: String, _ desk: inout Desk) {
    guard question == "moveDisclosure", answer == "move", let id = cursor.id else { return }
    desk.move(disclosure: id)
  }

  mutating func refresh(_ desk: Desk) {
    let kept = desk.disclosures.all.map(\.id)
    ids = desk.standingDisclosures.map(\.id).filter { !kept.contains($0) } + kept
    cursor.find(in: ids)
  }

  func describe(_ desk: Desk) -> ScreenContent {
    let words = desk.words
    let shown = ids
    let table = Table(
      columns: [
        Column(words("disclosures.day"), width: .fixed(10), priority: 1),
        Column(words("disclosures.event"), width: .fill(minimum: 14, weight: 2)),
        Column(words("disclosures.state"), width: .fill(minimum: 14, weight: 1)),
      ],
      rowCount: shown.count, cursor: cursor.place(in: shown.count),
      emptyText: StyledText(words("disclosures.none"), .faint)
    ) { Self.row(shown[$0], desk) }
    return ScreenContent(
      context: StyledText(words("home.notHandedOver", count: desk.openDisclosures), .faint),
      blocks: [.table(table)])
  }

  func place(_ desk: Desk) -> Place? { .disclosures }

  func focus(_ desk: Desk) -> String {
    guard let place = cursor.place(in: ids.count) else { return desk.words("disclosures.none") }
    return desk.words(
      "focus.row",
      [
        "title": desk.words.list(Self.row(ids[place], desk).cells.map(\.text)),
        "n": String(place + 1), "all": String(ids.count), "filter": desk.words("filter.none"),
      ])
  }

  private static func row(_ id: TestimonyID, _ desk: Desk) -> TableRow {
    let kept = desk.disclosure(id)
    let testimony = desk.programme.testimonies[id]
    let event = (kept?.event ?? testimony?.event).flatMap { desk.programme.events[$0] }
    let state = DisclosureState(id, desk)
    return TableRow([
      StyledText((kept?.at ?? testimony?.takenAt)?.day.stored ?? desk.words("date.none"), .faint),
      StyledText(event?.title ?? id.text),
      StyledText(desk.words("disclosure.state.\(state.name)"), state.style),
    ])
  }

  private func open(_ desk: inout Desk) {
    guard let id = cursor.id else { return }
    guard DisclosureState(id, desk) == .standing else { return desk.go(.disclosure(id)) }
    if let readOnly = desk.readOnly { return desk.refuse(readOnly) }
    desk.ask(
      Question(
        "moveDisclosure", desk.words("disclosure.askMove"),
        [
          .init("keep", desk.words("answer.cancel")), .init("move", desk.words("disclosure.move")),
        ]))
  }
}
