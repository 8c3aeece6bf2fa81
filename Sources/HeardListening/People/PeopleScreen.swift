import HeardInsight
import HeardKit
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

  // Nothing of several people is changed at once: what stands there is their own. Two are marked
  // who are one.
  func commands(_ desk: Desk) -> [Command] {
    let isEmpty = list.rows.isEmpty
    return commands(
      own: (list.marks.isEmpty ? [] : [.merge, .dropMarks]) + (isEmpty ? [] : [.open]) + [.filter],
      rest: isEmpty ? [] : [.mark, .merge])
  }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    switch command {
    case .open: if let id = focusedID { desk.go(.person(id)) }
    case .merge:
      guard let two = twoToMerge(&desk) else { return }
      desk.go(.mergePeople(two.kept, with: two.gone))
    default: performInList(command, &desk)
    }
  }

  func find(_ desk: Desk) -> (rows: FoundRows<PersonRow>, of: Int) {
    (desk.insight.foundPeople(filter.query), desk.insight.peopleCount)
  }

  func isThere(_ id: PersonID, _ desk: Desk) -> Bool { desk.insight.person(id) != nil }

  func title(_ row: PersonRow, _ desk: Desk) -> String { PersonColumns.name(row) }

  func describe(_ desk: Desk) -> ScreenContent {
    let footer = TableRow.note(StyledText(desk.words("people.note"), .faint))
    return ScreenContent(
      context: context(desk),
      blocks: filter.blocks(for: .people, desk)
        + [.table(table(desk, footer: footer))])
  }
}
