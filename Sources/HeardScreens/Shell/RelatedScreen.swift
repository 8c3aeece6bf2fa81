import HeardInsight
import HeardKit
import HeardModel
import TerminalCanvas

/// Everything that belongs to one record, under headings; each opens from here.
struct RelatedScreen: Screen {
  let name = "related"
  private let subject: Finding.Subject
  private var cursor = ListCursor<Item>()
  private var groups: [(heading: String, items: [Item])] = []

  /// Another record, or who of the team worked on it.
  enum Item: Hashable, Sendable {
    case record(Finding.Subject)
    case staff(StaffID)
  }

  init(_ subject: Finding.Subject) { self.subject = subject }

  func commands(_ desk: Desk) -> [Command] {
    (items.isEmpty ? [] : [.open]) + ListMove.commands
  }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    guard command == .open else {
      return cursor.move(command, in: items, page: desk.pageRows)
    }
    switch cursor.id {
    case .record(let subject)?: desk.go(.record(subject))
    case .staff(let id)?: desk.go(.editStaff(id))
    case nil: break
    }
  }

  mutating func refresh(_ desk: Desk) {
    groups = Related.groups(of: subject, desk).filter { !$0.items.isEmpty }
    cursor.find(in: items)
  }

  func describe(_ desk: Desk) -> ScreenContent {
    var lines: [(heading: String?, item: Item?)] = []
    for group in groups {
      lines.append((group.heading, nil))
      lines += group.items.map { (nil, $0) }
    }
    let shown = lines
    let table = Table(
      columns: [
        Column("", width: .fill(minimum: 30, weight: 3)),
        Column("", width: .fill(minimum: 18, weight: 1)),
      ],
      rowCount: shown.count,
      cursor: cursor.id.flatMap { id in shown.firstIndex { $0.item == id } },
      emptyText: StyledText(desk.words("related.none"), .faint), showsHeader: false
    ) { index in
      if let item = shown[index].item { return Related.row(item, desk) }
      return .heading(StyledText(desk.words(shown[index].heading ?? ""), .title))
    }
    return ScreenContent(
      context: StyledText(Related.row(.record(subject), desk).cells[0].text, .faint),
      blocks: [.table(table)])
  }

  func place(_ desk: Desk) -> Place? { .related(subject) }

  func focus(_ desk: Desk) -> String {
    guard let id = cursor.id else { return desk.words("related.none") }
    return desk.words.list([
      Related.row(.record(subject), desk).cells[0].text, Related.row(id, desk).cells[0].text,
    ])
  }

  private var items: [Item] { groups.flatMap(\.items) }
}

/// What belongs to a record, by the links that records hold.
enum Related {
  typealias Item = RelatedScreen.Item

  /// Headings as keys of the catalogs, with what stands below them; nothing stands twice.
  static func groups(
    of subject: Finding.Subject, _ desk: Desk
  ) -> [(heading: String, items: [Item])] {
    switch subject {
    case .event(let id): event(id, desk)
    case .action(let id): action(id, desk)
    case .testimony(let id): testimony(id, desk)
    case .organisation(let id): organisation(id, desk)
    case .person(let id): [("screen.events", person(id, desk))]
    }
  }

  private static func event(_ id: EventID, _ desk: Desk) -> [(String, [Item])] {
    guard let event = desk.programme.events[id] else { return [] }
    let siblings = desk.insight.events().filter { row in
      row.id != id && !event.series.name.isEmpty
        && desk.programme.events[row.id]?.series.name == event.series.name
    }
    let listed = event.participations.map { Item.record(.person($0.id)) }
    return [
      ("screen.organisations", event.partners.map { .record(.organisation($0.id)) }),
      ("related.series", siblings.map { .record(.event($0.id)) }),
      ("screen.testimonies", testimonies(desk) { $0.event == id }),
      ("screen.actions", actions(desk) { $0.events.contains(id) }),
      ("screen.people", listed), ("screen.team", event.facilitators.map(Item.staff)),
    ]
  }

  private static func action(_ id: ActionID, _ desk: Desk) -> [(String, [Item])] {
    guard let action = desk.programme.actions[id] else { return [] }
    let row = actionRows(desk).first { $0.id == id }
    let answered = Set(action.testimonies)
    return [
      ("screen.testimonies", testimonies(desk) { answered.contains($0.id) }),
      ("screen.events", (row?.events ?? []).map { .record(.event($0)) }),
      ("screen.organisations", action.partners.map { .record(.organisation($0)) }),
      ("screen.team", action.followedBy.map { [.staff($0)] } ?? []),
    ]
  }

  private static func testimony(_ id: TestimonyID, _ desk: Desk) -> [(String, [Item])] {
    guard let testimony = desk.programme.testimonies[id], !testimony.isGone(desk.today) else {
      return []
    }
    let isReadable = testimony.visibility(to: desk.reader, on: desk.today).isReadable
    let speaker = isReadable ? testimony.person.map { [Item.record(.person($0))] } ?? [] : []
    return [
      ("screen.events", [.record(.event(testimony.event))]),
      ("screen.actions", actions(desk) { $0.testimonies.contains(id) }),
      ("screen.people", speaker),
      ("screen.team", isReadable ? testimony.takenBy.map { [.staff($0)] } ?? [] : []),
    ]
  }

  private static func organisation(_ id: OrganisationID, _ desk: Desk) -> [(String, [Item])] {
    let events = desk.insight.events().filter { row in
      desk.programme.events[row.id]?.partners.contains { $0.id == id } ?? false
    }
    let supported = actionRows(desk).filter {
      desk.programme.actions[$0.id]?.partners.contains(id) ?? false
    }
    return [
      ("screen.events", events.map { .record(.event($0.id)) }),
      ("screen.actions", supported.map { .record(.action($0.id)) }),
    ]
  }

  private static func person(_ id: PersonID, _ desk: Desk) -> [Item] {
    desk.insight.events().filter { row in
      desk.programme.events[row.id]?.participations.contains { $0.id == id } ?? false
    }.map { .record(.event($0.id)) }
  }

  private static func actionRows(_ desk: Desk) -> [ActionRow] { desk.insight.actions() }

  private static func actions(_ desk: Desk, _ holds: (ActionRow) -> Bool) -> [Item] {
    actionRows(desk).filter(holds).map { .record(.action($0.id)) }
  }

  private static func testimonies(_ desk: Desk, _ holds: (TestimonyRow) -> Bool) -> [Item] {
    desk.insight.testimonies(for: desk.reader).filter(holds).map { .record(.testimony($0.id)) }
  }

  static func row(_ item: Item, _ desk: Desk) -> TableRow {
    let (title, detail) = texts(item, desk)
    return TableRow([StyledText(title), StyledText(detail, .faint)])
  }

  private static func texts(_ item: Item, _ desk: Desk) -> (String, String) {
    let (programme, words) = (desk.programme, desk.words)
    switch item {
    case .staff(let id): return (programme.team[id]?.name ?? id.text, "")
    case .record(.event(let id)):
      let event = programme.events[id]
      return (
        event?.title ?? id.text,
        [event?.start?.dayText ?? "", event?.place ?? ""].filter { !$0.isEmpty }
          .joined(separator: " ")
      )
    case .record(.organisation(let id)):
      let organisation = programme.organisations[id]
      return (organisation?.name ?? id.text, organisation?.country.map(desk.formats.country) ?? "")
    case .record(.action(let id)):
      let action = programme.actions[id]
      return (
        action?.title ?? id.text,
        action.map { words("actionStatus.\($0.status.stored)") } ?? ""
      )
    case .record(.person(let id)): return (personName(id, desk), "")
    case .record(.testimony(let id)):
      let testimony = programme.testimonies[id]
      let isReadable = testimony?.visibility(to: desk.reader, on: desk.today).isReadable ?? false
      let name = isReadable ? testimony?.pseudonym ?? "" : ""
      return (
        name.isEmpty ? id.text : name,
        testimony.flatMap { desk.insight.dateTaken($0)?.dayText } ?? ""
      )
    }
  }

  private static func personName(_ id: PersonID, _ desk: Desk) -> String {
    desk.insight.person(id).map(PersonColumns.name) ?? id.text
  }
}
