import HeardInsight
import HeardModel
import TerminalCanvas

/// Organisations with which the programme works: their part in events and what they were given.
struct OrganisationsScreen: FilteredScreen {
  let name = "organisations"
  var filter = FilterLine()
  private var cursor = ListCursor<OrganisationID>()
  private var rows: [OrganisationRow] = []
  private var count = 0

  init() {}

  func commands(_ desk: Desk) -> [Command] {
    let record: [Command] = rows.isEmpty ? [] : [.open]
    let change: [Command] = rows.isEmpty ? [] : [.edit, .showEvents, .related, .delete]
    return record + [.newRecord, .filter] + (filter.isEmpty ? [] : [.clearFilter]) + change
      + ListMove.commands
  }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    switch command {
    case .filter, .clearFilter: changeFilter(command, desk)
    case .newRecord: desk.push(OrganisationForm.new(desk))
    case .open: if let row = focused { desk.push(OrganisationScreen(row.id)) }
    case .edit: if let row = focused { desk.push(OrganisationForm.edit(row.id, desk)) }
    case .showEvents:
      if let row = focused { desk.push(EventsScreen(filter: "partner:\(row.id.text)")) }
    case .related:
      if let row = focused { desk.push(RelatedScreen(.organisation(row.id))) }
    case .delete: if let row = focused { desk.remove(organisation: row.id) }
    default: cursor.move(command, in: rows.map(\.id), page: desk.pageRows)
    }
  }

  mutating func refresh(_ desk: Desk) {
    rows = desk.insight.organisations(filter.query)
    count = desk.programme.organisations.count
    cursor.find(in: rows.map(\.id))
  }

  func describe(_ desk: Desk) -> ScreenContent {
    let shown = rows
    let words = desk.words
    // As wide as the widest: an amount that is cut would be another amount.
    let support = shown.map { TextWidth.columns(of: OrganisationCells.support($0, words)) }
      .reduce(TextWidth.columns(of: words("organisation.support"))) { max($0, min($1, 30)) }
    let table = Table(
      columns: [
        Column(words("organisation.name"), width: .fill(minimum: 22, weight: 3)),
        Column(words("organisation.country"), width: .fixed(3), priority: 1),
        Column(
          words("organisation.roles"), width: .fill(minimum: 14, weight: 2), priority: 2),
        Column(words("organisation.events"), width: .fixed(6), alignment: .trailing),
        Column(words("organisation.since"), width: .fixed(5)),
        Column(words("organisation.support"), width: .fixed(support), alignment: .trailing),
      ],
      rowCount: shown.count, cursor: cursor.place(in: shown.count),
      emptyText: StyledText(
        words(filter.isEmpty ? "organisations.none" : "organisations.noMatch"), .faint)
    ) { index in OrganisationCells.row(shown[index], desk) }
    return ScreenContent(
      context: filter.context(shown.count, of: count, desk),
      blocks: filter.blocks(for: .organisations, desk) + [.table(table)],
      aside: focused.map { OrganisationCells.preview($0, desk) } ?? [])
  }

  func focus(_ desk: Desk) -> String {
    guard let place = cursor.place(in: rows.count) else { return desk.words("organisations.none") }
    return desk.words(
      "focus.row",
      [
        "title": rows[place].name, "n": String(place + 1), "all": String(rows.count),
        "filter": filter.isEmpty ? desk.words("filter.none") : filter.text,
      ])
  }

  private var focused: OrganisationRow? { cursor.place(in: rows.count).map { rows[$0] } }
}
