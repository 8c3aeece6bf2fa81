import HeardInsight
import HeardKit
import HeardModel
import TerminalCanvas

/// All events: sorted, filtered while typing, with what each of them still lacks.
struct EventsScreen: ListScreen {
  static let kind = QueryTarget.events
  static let columns = EventColumns.all
  let name = "events"
  let smallest = Size.telephone
  var list: RecordList<EventRow, EventOrder>
  /// What the rows come to, and whether one of them lies in an approved quarter.
  private var totals = EventTotals()
  private var isAnyLocked = false

  init(filter: String = "") {
    list = RecordList(
      filter: filter, sort: ListSort(by: .start, descending: [.start, .attendances]))
  }

  func commands(_ desk: Desk) -> [Command] {
    let isEmpty = list.rows.isEmpty
    let record: [Command] = isEmpty ? [] : [.open]
    let change: [Command] =
      isEmpty ? [] : [.edit, .attendance, .duplicate, .changeStatus, .closeOut]
    return commands(
      own: record + [.newRecord, .filter] + change, marked: [.changeMarked, .changeStatus],
      rest: isEmpty ? [] : [.newTestimony, .newAction, .printPage, .delete, .merge])
  }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    switch command {
    case .newRecord: desk.go(.newEvent())
    case .open: if let id = focusedID { desk.go(.event(id)) }
    case .edit: if let id = focusedID { desk.go(.editEvent(id)) }
    case .duplicate: if let id = focusedID { desk.go(.nextEvent(after: id)) }
    case .attendance: if let id = focusedID { desk.go(.door(id)) }
    case .newTestimony: if let id = focusedID { desk.go(.newTestimony(at: id)) }
    case .newAction: if let id = focusedID { desk.go(.newAction(from: id)) }
    case .closeOut: if let id = focusedID { desk.go(.closeOut(id)) }
    case .printPage: if focusedID != nil { FileForm.ask(&desk) }
    case .changeStatus:
      if list.marks.isEmpty, let id = focusedID { return desk.askStatus(of: id) }
      desk.askStatus(ofEvents: list.chosen)
    case .changeMarked: desk.push(BulkScreen<Event>(list.chosen, desk))
    case .delete:
      if !keepsMarked(&desk), let id = focusedID { desk.remove(.event(id)) }
    case .merge:
      guard let two = twoToMerge(&desk) else { return }
      desk.go(.merge(two.kept, with: two.gone))
    default: performInList(command, &desk)
    }
  }

  mutating func answered(_ question: String, _ answer: String, _ desk: inout Desk) {
    switch question {
    case "status": if let id = focusedID { desk.take(eventStatus: answer, of: id) }
    case FileForm.question:
      if let id = focusedID { FileForm.open(answer, of: id, &desk) }
    case "statuses": desk.changeAll(list.chosen, "status", to: answer)
    default: break
    }
    refresh(desk)
  }

  mutating func refresh(_ desk: Desk) {
    let isFirst = list.rows.isEmpty && list.cursor.id == nil
    findAgain(desk)
    if isFirst, let near = nearToday(desk) {
      list.cursor.focus(near)
      list.cursor.find(in: list.ids)
    }
  }

  func find(_ desk: Desk) -> (rows: FoundRows<EventRow>, of: Int) {
    let (order, isDescending) = (list.sort.order, list.sort.isOrderDescending)
    return (
      FoundRows(desk.insight.events(filter.query, sortedBy: order, descending: isDescending)),
      desk.programme.events.count
    )
  }

  func isThere(_ id: EventID, _ desk: Desk) -> Bool { desk.programme.events[id] != nil }

  func title(_ row: EventRow, _ desk: Desk) -> String { row.title }

  func describe(_ desk: Desk) -> ScreenContent {
    let preview = focusedID.flatMap { desk.programme.events[$0] }.map {
      EventSummary.blocks($0, desk)
    }
    return ScreenContent(
      context: context(desk),
      blocks: filter.blocks(for: .events, desk) + [.table(table(desk, footer: footer(desk)))],
      aside: preview ?? [])
  }

  mutating func takeFound(_ desk: Desk) {
    totals = desk.insight.totals(of: Array(list.rows))
    isAnyLocked =
      !desk.programme.approvals.isEmpty
      && list.rows.contains { desk.programme.lock(of: $0) != nil }
  }

  /// The newest event that is not to come: what somebody who opens the list has in mind.
  private func nearToday(_ desk: Desk) -> EventID? {
    list.rows.first { row in row.start.map { $0.firstDay <= desk.today } ?? false }?.id
  }

  private func footer(_ desk: Desk) -> TableRow {
    let words = desk.words
    let legend = isAnyLocked ? " · \(words("lock.legend"))" : ""
    return .note(
      StyledText(
        words(
          "events.totals",
          [
            "events": words("count.events", count: totals.events),
            "attendances": words("count.attendances", count: totals.attendances.total),
            "testimonies": words("count.testimonies", count: totals.testimonies),
            "actions": words("events.linkedActions", count: totals.actions),
          ]) + legend, .faint))
  }
}
