import HeardInsight
import HeardKit
import HeardModel
import TerminalCanvas

/// One person under their pseudonym: the events at which they were listed and what they told.
struct PersonScreen: Screen {
  let name = "person"
  private let id: PersonID
  private var cursor = ListCursor<Item>()
  private var person: PersonRow?
  private var events: [EventRow] = []
  private var testimonies: [TestimonyRow] = []

  /// What a row stands for; headings cannot be focused.
  enum Item: Hashable, Sendable {
    case heading(String)
    case event(EventID)
    case testimony(TestimonyID)
  }

  init(_ id: PersonID) { self.id = id }

  func commands(_ desk: Desk) -> [Command] {
    (items.isEmpty ? [] : [.open]) + ListMove.commands + [.erase, .merge]
  }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    if command == .erase { return desk.push(ForgetScreen(.person(id), .erase, &desk)) }
    if command == .merge { return desk.go(.mergePeople(id, with: nil)) }
    guard command == .open else {
      return cursor.move(command, in: items, page: desk.pageRows)
    }
    switch cursor.id {
    case .event(let event)?: desk.go(.event(event))
    case .testimony(let testimony)?: desk.go(.testimony(testimony))
    case .heading?, nil: break
    }
  }

  mutating func refresh(_ desk: Desk) {
    let query = Query(terms: [QueryTerm(.values(.person, [id.text]))])
    person = desk.insight.person(id)
    // The filter finds beginnings of ids and pseudonyms too; only this person is meant.
    testimonies = desk.insight.testimonies(query, for: ActionOptions.reader(desk)).filter {
      desk.programme.testimonies[$0.id]?.person == id
    }
    let told = Set(testimonies.map(\.event))
    events = desk.insight.events().filter { row in
      told.contains(row.id)
        || desk.programme.events[row.id]?.participations.contains { $0.id == id } ?? false
    }
    cursor.find(in: items)
  }

  func describe(_ desk: Desk) -> ScreenContent {
    let words = desk.words
    guard let person else {
      return ScreenContent(blocks: [.notice(Notice(.warning, words("people.gone")))])
    }
    let shown = lines
    let screen = self
    let roles = person.roles.map { desk.formats.label($0, in: .role, of: desk.programme) }
    let table = Table(
      columns: [
        Column("", width: .fixed(10)), Column("", width: .fill(minimum: 24, weight: 1)),
        Column("", width: .fixed(14), priority: 1),
      ],
      rowCount: shown.count, cursor: cursor.id.flatMap { shown.firstIndex(of: $0) },
      emptyText: StyledText(words("people.nothing"), .faint), showsHeader: false
    ) { index in screen.row(shown[index], desk) }
    return ScreenContent(
      context: StyledText(PersonColumns.name(person), .faint),
      blocks: [
        .prose(Prose([StyledText(PersonColumns.name(person), .strong)])),
        .line(StyledText(words.list(roles), .faint)), .gap, .table(table),
      ].namingRecord)
  }

  func place(_ desk: Desk) -> Place? { .person(id) }

  func focus(_ desk: Desk) -> String {
    let cells = cursor.id.map { row($0, desk).cells.map(\.text) } ?? []
    return desk.words.list([person.map(PersonColumns.name) ?? id.text] + cells)
  }
}

extension PersonScreen {
  private var items: [Item] {
    testimonies.map { .testimony($0.id) } + events.map { .event($0.id) }
  }

  private var lines: [Item] {
    var lines: [Item] = []
    if !testimonies.isEmpty { lines.append(.heading("screen.testimonies")) }
    lines += testimonies.map { .testimony($0.id) }
    if !events.isEmpty { lines.append(.heading("screen.events")) }
    return lines + events.map { .event($0.id) }
  }

  private func row(_ item: Item, _ desk: Desk) -> TableRow {
    switch item {
    case .heading(let key): return .heading(StyledText(desk.words(key), .title))
    case .testimony(let id):
      let row = testimonies.first { $0.id == id }
      let words = row.map { ActionOptions.firstWords($0, desk, length: 60) } ?? ""
      let text = [row?.eventTitle ?? "", words].filter { !$0.isEmpty }.joined(separator: " · ")
      return TableRow([
        StyledText(row?.date?.dayText ?? desk.words("date.none"), .faint), StyledText(text),
        StyledText(row.map(ActionOptions.name) ?? "", .faint),
      ])
    case .event(let id):
      let event = desk.programme.events[id]
      let part = event?.participations.first { $0.id == self.id }
      return TableRow([
        StyledText(event?.start?.dayText ?? desk.words("date.none"), .faint),
        StyledText(
          [event?.place ?? "", event?.title ?? ""].filter { !$0.isEmpty }
            .joined(separator: " · ")),
        StyledText(part.map { desk.words("attendance.\($0.status.stored)") } ?? "", .faint),
      ])
    }
  }
}
