import HeardInsight
import HeardKit
import HeardModel
import TerminalCanvas

/// What is known of the programme and is no event and no action: pillars, days, money, projects.
struct FactsScreen: ListScreen {
  static let kind = QueryTarget.facts
  static let columns = FactColumns.all
  let name = "facts"
  var list: RecordList<ProgrammeFact, OnlyOrder>

  init(filter: String = "") {
    list = RecordList(filter: filter, sort: ListSort(by: .usual, descending: []))
  }

  func commands(_ desk: Desk) -> [Command] {
    let record: [Command] = list.rows.isEmpty ? [] : [.open]
    let change: [Command] = list.rows.isEmpty ? [] : [.edit]
    return commands(
      own: record + [.newRecord, .filter] + change, rest: list.rows.isEmpty ? [] : [.delete])
  }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    switch command {
    case .newRecord: desk.go(.newFact)
    case .open, .edit: if let id = focusedID { desk.go(.editFact(id)) }
    case .delete: if let id = focusedID { desk.remove(.fact(id)) }
    default: performInList(command, &desk)
    }
  }

  func find(_ desk: Desk) -> (rows: FoundRows<ProgrammeFact>, of: Int) {
    (FoundRows(desk.insight.facts(filter.query)), desk.programme.facts.count)
  }

  func isThere(_ id: FactID, _ desk: Desk) -> Bool { desk.programme.facts[id] != nil }

  func title(_ fact: ProgrammeFact, _ desk: Desk) -> String { fact.title }

  func describe(_ desk: Desk) -> ScreenContent {
    ScreenContent(
      context: context(desk),
      blocks: filter.blocks(for: .facts, desk) + [.table(table(desk))],
      aside: list.focused.map { FactCells.preview($0, desk) } ?? [])
  }
}

/// What the list of facts can show, column by column.
enum FactColumns {
  static let all: [ListColumn<ProgrammeFact>] = [
    ListColumn("kind", "field.kind", .content(most: 24), priority: 2) { fact, setting in
      StyledText(FactCells.kind(fact, setting.desk.words), .faint)
    },
    ListColumn("title", "field.title", .text(least: 22, weight: 3), isIdentifying: true) {
      fact, setting in
      setting.desk.mark(.fact(fact.id))
        + StyledText(fact.title.isEmpty ? fact.id.text : fact.title)
    },
    ListColumn("from", "field.from", .fixed(10)) { fact, _ in
      StyledText(fact.from?.dayText ?? "", .faint)
    },
    ListColumn(
      "country", "organisation.country", .fixed(3), priority: 1,
      spoken: { fact, setting in fact.country.map(setting.desk.formats.country) ?? "" }
    ) { fact, _ in StyledText(fact.country?.stored ?? "", .faint) },
    // As wide as the widest: an amount that is cut would be another amount.
    ListColumn("amount", "field.amount", .content(most: 30), alignment: .trailing) {
      StyledText(FactCells.value($0, $1.desk.words))
    },
    .more("to", "field.to", .fixed(10)) { fact, _ in
      StyledText(fact.to?.dayText ?? "", .faint)
    },
    .more("place", "field.place", .text(least: 8, most: 24)) { fact, _ in StyledText(fact.place) },
    .more("organisation", "field.organisation", .text(least: 12, most: 40)) { fact, setting in
      StyledText(fact.organisation.map { FactCells.organisation($0, setting.desk) } ?? "")
    },
    .more("provenanceSource", "field.provenanceSource", .text(least: 12, most: 40)) { fact, _ in
      StyledText(fact.provenance.source)
    },
    .more("id", "cli.id", .text(least: 12)) { fact, _ in StyledText(fact.id.text, .faint) },
  ]
}
