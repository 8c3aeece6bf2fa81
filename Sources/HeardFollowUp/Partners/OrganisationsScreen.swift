import HeardInsight
import HeardKit
import HeardModel
import TerminalCanvas

/// Organisations with which the programme works: their part in events and what they were given.
struct OrganisationsScreen: ListScreen {
  static let kind = QueryTarget.organisations
  static let columns = OrganisationColumns.all
  let name = "organisations"
  var list: RecordList<OrganisationRow, OnlyOrder>

  init(filter: String = "") {
    list = RecordList(filter: filter, sort: ListSort(by: .usual, descending: []))
  }

  func commands(_ desk: Desk) -> [Command] {
    let isEmpty = list.rows.isEmpty
    let record: [Command] = isEmpty ? [] : [.open]
    let change: [Command] = isEmpty ? [] : [.edit, .showEvents]
    return commands(
      own: record + [.newRecord, .filter] + change, marked: [.changeMarked],
      rest: isEmpty ? [] : [.related, .delete])
  }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    switch command {
    case .newRecord: desk.go(.newOrganisation)
    case .open: if let id = focusedID { desk.go(.organisation(id)) }
    case .edit: if let id = focusedID { desk.go(.editOrganisation(id)) }
    case .showEvents:
      if let id = focusedID { desk.go(.events("partner:\(id.text)")) }
    case .related: if let id = focusedID { desk.go(.related(.organisation(id))) }
    case .changeMarked: desk.push(BulkScreen<Organisation>(list.chosen, desk))
    case .delete:
      if !keepsMarked(&desk), let id = focusedID { desk.remove(.organisation(id)) }
    default: performInList(command, &desk)
    }
  }

  func find(_ desk: Desk) -> (rows: FoundRows<OrganisationRow>, of: Int) {
    (FoundRows(desk.insight.organisations(filter.query)), desk.programme.organisations.count)
  }

  func isThere(_ id: OrganisationID, _ desk: Desk) -> Bool {
    desk.programme.organisations[id] != nil
  }

  func title(_ row: OrganisationRow, _ desk: Desk) -> String { row.name }

  func describe(_ desk: Desk) -> ScreenContent {
    ScreenContent(
      context: context(desk),
      blocks: filter.blocks(for: .organisations, desk) + [.table(table(desk))],
      aside: list.focused.map { OrganisationCells.preview($0, desk) } ?? [])
  }
}

/// What the list of organisations can show, column by column.
enum OrganisationColumns {
  static let all: [ListColumn<OrganisationRow>] = [
    ListColumn(
      "name", "organisation.name", .text(least: 22, weight: 3), isIdentifying: true
    ) { row, setting in
      setting.desk.mark(.organisation(row.id))
        + StyledText(row.name.isEmpty ? row.id.text : row.name)
    },
    ListColumn(
      "country", "organisation.country", .fixed(3), priority: 1,
      spoken: { row, setting in row.country.map(setting.desk.formats.country) ?? "" }
    ) { StyledText($0.country?.stored ?? $1.desk.words("date.none"), .faint) },
    ListColumn("roles", "organisation.roles", .text(least: 14, weight: 2), priority: 2) {
      StyledText($1.desk.labels($0.roles, .partnerRole))
    },
    ListColumn("events", "organisation.events", .fixed(6), alignment: .trailing) {
      StyledText($0.events.isEmpty ? "" : $1.desk.words.number($0.events.count))
    },
    ListColumn("first", "organisation.since", .fixed(5)) { row, _ in
      StyledText(row.first.map { KnownDate(year: $0.year).dayText } ?? "", .faint)
    },
    // As wide as the widest: an amount that is cut would be another amount.
    ListColumn("support", "organisation.support", .content(most: 30), alignment: .trailing) {
      StyledText(OrganisationCells.support($0, $1.desk.words))
    },
    .more("kind", "field.kind", .content(most: 24)) { row, setting in
      StyledText(row.kind.map { OrganisationFields.label($0, setting.desk.words) } ?? "")
    },
    .more("last", "people.last", .fixed(10)) { row, _ in
      StyledText(row.last?.dayText ?? "", .faint)
    },
    .more("countries", "cli.countries", .text(least: 8, most: 24)) { row, setting in
      StyledText(setting.desk.words.list(row.countries.map(\.stored)))
    },
    .more("website", "field.website", .text(least: 12, most: 40)) {
      StyledText($1.desk.programme.organisations[$0.id]?.website ?? "")
    },
    .more("id", "cli.id", .text(least: 12)) { row, _ in StyledText(row.id.text, .faint) },
  ]
}
