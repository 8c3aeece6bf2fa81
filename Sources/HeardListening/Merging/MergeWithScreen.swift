import HeardInsight
import HeardKit
import HeardModel
import TerminalCanvas

/// With which other event or person one is merged: the ones first among which it would stand twice.
///
/// People are those who stand on a list with this one, in the order of their pseudonyms: nobody is
/// proposed for a name that is like theirs.
struct MergeWithScreen: Screen {
  let name = "mergeWith"
  private let subject: Subject
  private var cursor = ListCursor<Subject>()
  private var others: [Subject] = []

  /// What is merged.
  enum Subject: Hashable, Sendable {
    case event(EventID)
    case person(PersonID)
  }

  init(_ subject: Subject) { self.subject = subject }

  func commands(_ desk: Desk) -> [Command] {
    (others.isEmpty ? [] : [.open]) + ListMove.commands
  }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    guard command == .open else {
      return cursor.move(command, in: others, page: desk.pageRows)
    }
    switch (subject, cursor.id) {
    case (.event(let one), .event(let other)?): desk.goInstead(.merge(one, with: other))
    case (.person(let one), .person(let other)?): desk.goInstead(.mergePeople(one, with: other))
    default: break
    }
  }

  mutating func refresh(_ desk: Desk) {
    switch subject {
    case .event(let id): others = Self.events(near: id, desk).map(Subject.event)
    case .person(let id): others = Self.people(beside: id, desk).map(Subject.person)
    }
    cursor.find(in: others)
  }

  func describe(_ desk: Desk) -> ScreenContent {
    let (shown, screen) = (others, self)
    let table = Table(
      columns: [
        Column("", width: .fixed(12)), Column("", width: .fill(minimum: 24, weight: 1)),
        Column("", width: .fill(minimum: 12, weight: 1), priority: 1),
      ],
      rowCount: shown.count, cursor: cursor.place(in: shown.count),
      emptyText: StyledText(desk.words("merge.noOther"), .faint), showsHeader: false
    ) { TableRow(screen.cells(shown[$0], desk).map { StyledText($0) }) }
    return ScreenContent(
      context: StyledText(cells(subject, desk).dropFirst().first ?? "", .faint),
      blocks: [.table(table)])
  }

  func place(_ desk: Desk) -> Place? {
    switch subject {
    case .event(let id): .merge(id, with: nil)
    case .person(let id): .mergePeople(id, with: nil)
    }
  }

  func focus(_ desk: Desk) -> String {
    cursor.id.map { desk.words.list(cells($0, desk)) } ?? desk.words("merge.noOther")
  }
}

extension MergeWithScreen {
  private func cells(_ subject: Subject, _ desk: Desk) -> [String] {
    switch subject {
    case .event(let id):
      let event = desk.programme.events[id]
      let day = event?.start?.dayText ?? desk.words("date.none")
      return [day, event.map { desk.title(of: .event($0)) } ?? id.text, id.text]
    case .person(let id):
      let row = desk.insight.person(id)
      let events = row.map { desk.words("count.events", count: $0.events) } ?? ""
      let roles = (row?.roles ?? []).map {
        desk.formats.label($0, in: .role, of: desk.programme)
      }
      return [events, row.map(PersonColumns.name) ?? id.text, desk.words.list(roles)]
    }
  }

  /// The other events of the country, those whose day is nearest first.
  private static func events(near id: EventID, _ desk: Desk) -> [EventID] {
    guard let event = desk.programme.events[id] else { return [] }
    let day = event.start?.firstDay.dayNumber
    func distance(_ other: Event) -> Int {
      guard let day, let there = other.start?.firstDay.dayNumber else { return .max }
      return abs(there - day)
    }
    let near = desk.programme.events.values.filter { other in
      other.id != id
        && (other.country == event.country || other.country == nil || event.country == nil)
    }
    return near.map { (distance($0), $0.id) }.sorted { $0 < $1 }.map(\.1)
  }

  /// Everyone who stands on a list together with somebody.
  private static func people(beside id: PersonID, _ desk: Desk) -> [PersonID] {
    let lists = desk.programme.events.values.map(\.participations).filter { list in
      list.contains { $0.id == id }
    }
    let there = Set(lists.flatMap(\.self).filter { $0.mergedInto == nil }.map(\.id))
    let rows = there.subtracting([id]).compactMap { desk.insight.person($0) }
    return rows.sorted { (PersonColumns.name($0), $0.id) < (PersonColumns.name($1), $1.id) }
      .map(\.id)
  }
}
