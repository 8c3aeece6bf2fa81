import HeardKit
import HeardModel
import TerminalCanvas

/// One organisation: what it is, what it was given, and every event in which it had a part.
struct OrganisationScreen: Screen {
  let name = "organisation"
  private let id: OrganisationID
  private var cursor = ListCursor<EventID>()
  private var events: [EventID] = []

  init(_ id: OrganisationID) { self.id = id }

  func commands(_ desk: Desk) -> [Command] {
    guard desk.programme.organisations[id] != nil else { return [] }
    return (events.isEmpty ? [] : [.open]) + [.edit, .showEvents] + ListMove.commands
  }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    switch command {
    case .open: if let event = cursor.id { desk.go(.event(event)) }
    case .edit: desk.go(.editOrganisation(id))
    case .showEvents: desk.go(.events("partner:\(id.text)"))
    default: cursor.move(command, in: events, page: desk.pageRows)
    }
  }

  mutating func refresh(_ desk: Desk) {
    events = OrganisationCells.events(of: id, desk).map(\.id)
    cursor.find(in: events)
  }

  func describe(_ desk: Desk) -> ScreenContent {
    guard desk.programme.organisations[id] != nil else {
      return ScreenContent(blocks: [.notice(Notice(.warning, desk.words("organisation.gone")))])
    }
    let shown = events
    let words = desk.words
    let table = Table(
      columns: [
        Column(words("events.date"), width: .fixed(10)),
        Column(words("events.place"), width: .fixed(16), priority: 1),
        Column(words("events.title"), width: .fill(minimum: 20, weight: 2)),
        Column(words("organisation.roles"), width: .fill(minimum: 14, weight: 1)),
      ], rowCount: shown.count, cursor: cursor.place(in: shown.count),
      emptyText: StyledText(words("organisation.noEvents"), .faint)
    ) { index in OrganisationCells.part(of: id, in: shown[index], desk) }
    return ScreenContent(
      blocks: OrganisationCells.about(id, desk).namingRecord + [.gap, .table(table)])
  }

  func place(_ desk: Desk) -> Place? { .organisation(id) }

  func focus(_ desk: Desk) -> String {
    let name = desk.programme.organisations[id]?.name ?? ""
    guard let place = cursor.place(in: events.count) else { return name }
    let part = OrganisationCells.part(of: id, in: events[place], desk).cells.map(\.text)
    return desk.words.list([name] + part)
  }
}
