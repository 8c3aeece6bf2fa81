import HeardInsight
import HeardKit
import HeardModel
import TerminalCanvas

/// All follow-up actions: overdue first, filtered while typing, with who was told.
struct ActionsScreen: ListScreen {
  static let kind = QueryTarget.actions
  static let columns = ActionColumns.all
  let name = "actions"
  var list: RecordList<ActionRow, ActionOrder>

  init(filter: String = "") {
    list = RecordList(
      filter: filter, sort: ListSort(by: .due, descending: [.testimonies, .told]))
  }

  func commands(_ desk: Desk) -> [Command] {
    let isEmpty = list.rows.isEmpty
    let record: [Command] = isEmpty ? [] : [.open]
    let change: [Command] = isEmpty ? [] : [.edit, .changeStatus]
    return commands(
      own: record + [.newRecord, .filter] + change, marked: [.changeMarked, .changeStatus],
      rest: isEmpty ? [] : [.delete])
  }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    switch command {
    case .newRecord: desk.go(.newAction())
    case .open: if let id = focusedID { desk.go(.action(id)) }
    case .edit: if let id = focusedID { desk.go(.editAction(id)) }
    case .changeStatus:
      if list.marks.isEmpty, let id = focusedID { return desk.askStatus(of: id) }
      desk.askStatus(ofActions: list.chosen)
    case .changeMarked: desk.push(BulkScreen<FollowUpAction>(list.chosen, desk))
    case .delete:
      if !keepsMarked(&desk), let id = focusedID { desk.remove(.action(id)) }
    default: performInList(command, &desk)
    }
  }

  mutating func answered(_ question: String, _ answer: String, _ desk: inout Desk) {
    switch question {
    case "actionStatus": if let id = focusedID { desk.take(statusAnswer: answer, of: id) }
    case "statuses": desk.changeAll(list.chosen, "status", to: answer)
    default: break
    }
    refresh(desk)
  }

  func find(_ desk: Desk) -> (rows: FoundRows<ActionRow>, of: Int) {
    let (order, isDescending) = (list.sort.order, list.sort.isOrderDescending)
    return (
      FoundRows(desk.insight.actions(filter.query, sortedBy: order, descending: isDescending)),
      desk.programme.actions.count
    )
  }

  func isThere(_ id: ActionID, _ desk: Desk) -> Bool { desk.programme.actions[id] != nil }

  func title(_ row: ActionRow, _ desk: Desk) -> String {
    desk.words.list([
      row.title, desk.words("actionStatus.\(row.status.stored)"),
      ActionColumns.due(row, desk.words).text,
    ])
  }

  func describe(_ desk: Desk) -> ScreenContent {
    let preview = focusedID.flatMap { desk.programme.actions[$0] }
    let footer = TableRow.note(StyledText(totals(desk.words), .faint))
    return ScreenContent(
      context: context(desk),
      blocks: filter.blocks(for: .actions, desk) + [.table(table(desk, footer: footer))],
      aside: preview.map { ActionSummary.blocks($0, desk) } ?? [])
  }

  private func totals(_ words: Words) -> String {
    let rows = list.rows
    let open = rows.count(where: \.isOpen)
    let overdue = rows.count { $0.daysOverdue != nil }
    let done = rows.count(where: \.isDone)
    let off = rows.count { $0.status.needsReason }
    return words(
      "actions.totals",
      [
        "actions": words("count.actions", count: rows.count), "open": words.number(open),
        "overdue": words.number(overdue), "done": words.number(done), "off": words.number(off),
      ])
  }
}
