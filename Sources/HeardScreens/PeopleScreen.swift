import HeardInsight
import HeardModel
import TerminalCanvas

/// Everyone who is on a list or spoke, by pseudonym over all events; never by name.
struct PeopleScreen: FilteredScreen {
  let name = "people"
  var filter = FilterLine()
  private var cursor = ListCursor<PersonID>()
  private var rows: [PersonRow] = []
  private var count = 0

  init() {}

  func commands(_ desk: Desk) -> [Command] {
    let record: [Command] = rows.isEmpty ? [] : [.open]
    return record + [.filter] + (filter.isEmpty ? [] : [.clearFilter]) + ListMove.commands
  }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    switch command {
    case .filter, .clearFilter: changeFilter(command, desk)
    case .open: if let row = focused { desk.push(PersonScreen(row.id)) }
    default: cursor.move(command, in: rows.map(\.id), page: desk.pageRows)
    }
  }

  mutating func refresh(_ desk: Desk) {
    let all = desk.insight.people()
    count = all.count
    rows = filter.query.isEmpty ? all : desk.insight.people(filter.query)
    cursor.find(in: rows.map(\.id))
  }

  func describe(_ desk: Desk) -> ScreenContent {
    let shown = rows
    let words = desk.words
    let table = Table(
      columns: [
        Column(words("people.pseudonym"), width: .fill(minimum: 14, weight: 2)),
        Column(words("people.events"), width: .fixed(6), alignment: .trailing),
        Column(words("people.attended"), width: .fixed(8), alignment: .trailing),
        Column(words("people.testimonies"), width: .fixed(5), alignment: .trailing),
        Column(words("people.first"), width: .fixed(10), priority: 2),
        Column(words("people.last"), width: .fixed(10), priority: 1),
        Column(words("people.roles"), width: .fill(minimum: 12, weight: 2), priority: 3),
      ],
      rowCount: shown.count, cursor: cursor.place(in: shown.count),
      footer: .note(StyledText(words("people.note"), .faint)),
      emptyText: StyledText(words(filter.isEmpty ? "people.none" : "people.noMatch"), .faint)
    ) { index in PersonCells.row(shown[index], desk) }
    return ScreenContent(
      context: filter.context(shown.count, of: count, desk),
      blocks: filter.blocks(for: .people, desk) + [.table(table)])
  }

  func focus(_ desk: Desk) -> String {
    guard let place = cursor.place(in: rows.count) else { return desk.words("people.none") }
    return desk.words(
      "focus.row",
      [
        "title": PersonCells.name(rows[place]), "n": String(place + 1), "all": String(rows.count),
        "filter": filter.isEmpty ? desk.words("filter.none") : filter.text,
      ])
  }

  private var focused: PersonRow? { cursor.place(in: rows.count).map { rows[$0] } }
}

/// One person as cells of a table.
enum PersonCells {
  static func row(_ row: PersonRow, _ desk: Desk) -> TableRow {
    let words = desk.words
    let roles = row.roles.map { desk.formats.label($0, in: .role, of: desk.programme) }
    return TableRow([
      StyledText(name(row)), StyledText(words.number(row.events)),
      StyledText(words.number(row.attended)),
      StyledText(row.testimonies == 0 ? "" : words.number(row.testimonies)),
      StyledText(row.first?.dayText ?? words("date.none"), .faint),
      StyledText(row.last?.dayText ?? words("date.none"), .faint),
      StyledText(words.list(roles)),
    ])
  }

  static func name(_ row: PersonRow) -> String {
    row.pseudonym.isEmpty ? row.id.text : row.pseudonym
  }
}
