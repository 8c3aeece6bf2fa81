import HeardInsight
import HeardModel
import TerminalCanvas

/// Everyone who is on a list or spoke, by pseudonym over all events; never by name.
struct PeopleScreen: ListScreen {
  static let kind = QueryTarget.people
  static let columns = PersonColumns.all
  static let hasAside = false
  let name = "people"
  var list: RecordList<PersonRow, OnlyOrder>

  init(filter: String = "") {
    list = RecordList(filter: filter, sort: ListSort(by: .usual, descending: []))
  }

  // Nothing of several people is changed at once: what stands there is their own.
  func commands(_ desk: Desk) -> [Command] {
    commands(own: (list.rows.isEmpty ? [] : [.open]) + [.filter])
  }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    switch command {
    case .open: if let id = focusedID { desk.push(PersonScreen(id)) }
    default: performInList(command, &desk)
    }
  }

  func find(_ desk: Desk) -> (rows: [PersonRow], of: Int) {
    let all = desk.insight.people()
    return (filter.query.isEmpty ? all : desk.insight.people(filter.query), all.count)
  }

  func isThere(_ id: PersonID, _ desk: Desk) -> Bool { true }

  func title(_ row: PersonRow, _ desk: Desk) -> String { PersonColumns.name(row) }

  func describe(_ desk: Desk) -> ScreenContent {
    let footer = TableRow.note(StyledText(desk.words("people.note"), .faint))
    return ScreenContent(
      context: context(desk),
      blocks: filter.blocks(for: .people, desk)
        + [.table(table(desk, footer: footer))])
  }
}

/// What the list of people can show, column by column.
enum PersonColumns {
  static let all: [ListColumn<PersonRow>] = [
    ListColumn(
      "pseudonym", "people.pseudonym", .text(least: 14, weight: 2), isIdentifying: true
    ) { row, _ in StyledText(name(row)) },
    ListColumn("events", "people.events", .fixed(6), alignment: .trailing) {
      StyledText($1.desk.words.number($0.events))
    },
    ListColumn("attended", "people.attended", .fixed(8), alignment: .trailing) {
      StyledText($1.desk.words.number($0.attended))
    },
    ListColumn("testimonies", "people.testimonies", .fixed(5), alignment: .trailing) {
      StyledText($0.testimonies == 0 ? "" : $1.desk.words.number($0.testimonies))
    },
    ListColumn("first", "people.first", .fixed(10), priority: 2) {
      StyledText($0.first?.dayText ?? $1.desk.words("date.none"), .faint)
    },
    ListColumn("last", "people.last", .fixed(10), priority: 1) {
      StyledText($0.last?.dayText ?? $1.desk.words("date.none"), .faint)
    },
    ListColumn("roles", "people.roles", .text(least: 12, weight: 2), priority: 3) {
      StyledText($1.desk.labels($0.roles, .role))
    },
    .more("id", "cli.id", .text(least: 12)) { row, _ in StyledText(row.id.text, .faint) },
  ]

  static func name(_ row: PersonRow) -> String {
    row.pseudonym.isEmpty ? row.id.text : row.pseudonym
  }
}
