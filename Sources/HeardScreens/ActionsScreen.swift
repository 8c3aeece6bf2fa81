import HeardInsight
import HeardModel
import TerminalCanvas

/// All follow-up actions: overdue first, filtered while typing, with who was told.
struct ActionsScreen: FilteredScreen {
  let name = "actions"
  var filter: FilterLine
  private var sort = ListSort(by: ActionOrder.due, descending: [.testimonies, .told])
  private var cursor = ListCursor<ActionID>()
  private var rows: [ActionRow] = []
  private var count = 0

  /// The list, filtered by the words of the filter language.
  init(filter: String = "") { self.filter = FilterLine(filter) }

  func commands(_ desk: Desk) -> [Command] {
    let record: [Command] = rows.isEmpty ? [] : [.open]
    let change: [Command] = rows.isEmpty ? [] : [.edit, .changeStatus]
    let remove: [Command] = rows.isEmpty ? [] : [.delete]
    return record + [.newRecord, .filter] + (filter.isEmpty ? [] : [.clearFilter])
      + change + [.sort, .reverseSort] + remove + ListMove.commands
  }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    switch command {
    case .filter, .clearFilter: changeFilter(command, desk)
    case .sort, .reverseSort:
      let words = desk.words
      sort.perform(command, &desk) { words("actions.sorted.\($0.rawValue)") }
      refresh(desk)
    case .newRecord: desk.push(ActionForm.new(desk))
    case .open: if let id = focused { desk.push(ActionScreen(id)) }
    case .edit: if let id = focused { desk.push(ActionForm.edit(id, desk)) }
    case .changeStatus: if let id = focused { desk.askStatus(of: id) }
    case .delete: if let id = focused { desk.remove(action: id) }
    default: cursor.move(command, in: rows.map(\.id), page: desk.pageRows)
    }
  }

  mutating func answered(_ question: String, _ answer: String, _ desk: inout Desk) {
    guard question == "actionStatus", let id = focused else { return }
    desk.take(statusAnswer: answer, of: id)
    refresh(desk)
  }

  mutating func refresh(_ desk: Desk) {
    rows = sort.order.sorted(
      desk.insight.actions(filter.query), descending: sort.isDescending, desk)
    count = desk.programme.actions.count
    cursor.find(in: rows.map(\.id))
  }

  func describe(_ desk: Desk) -> ScreenContent {
    let shown = rows
    let words = desk.words
    let table = Table(
      columns: ActionCells.columns(words, sort),
      rowCount: shown.count, cursor: cursor.place(in: shown.count),
      footer: .note(StyledText(totals(words), .faint)),
      emptyText: StyledText(words(filter.isEmpty ? "actions.none" : "actions.noMatch"), .faint)
    ) { index in ActionCells.row(shown[index], desk) }
    var context = filter.context(shown.count, of: count, desk)
    context += StyledText("  \(words("actions.sorted.\(sort.order.rawValue)"))", .faint)
    let preview = focused.flatMap { desk.programme.actions[$0] }
    return ScreenContent(
      context: context, blocks: filter.blocks(for: .actions, desk) + [.table(table)],
      aside: preview.map { ActionSummary.blocks($0, desk) } ?? [])
  }

  func focus(_ desk: Desk) -> String {
    guard let place = cursor.place(in: rows.count) else { return desk.words("actions.none") }
    let row = rows[place]
    let state = ActionCells.due(row, desk.words).text
    return desk.words(
      "focus.row",
      [
        "title": desk.words.list([
          row.title, desk.words("actionStatus.\(row.status.stored)"), state,
        ]),
        "n": String(place + 1), "all": String(rows.count),
        "filter": filter.isEmpty ? desk.words("filter.none") : filter.text,
      ])
  }
}

extension ActionsScreen {
  private var focused: ActionID? { cursor.place(in: rows.count).map { rows[$0].id } }

  private func totals(_ words: Words) -> String {
    let open = rows.count { $0.status.isOpen }
    let overdue = rows.count { $0.daysOverdue != nil }
    let done = rows.count { $0.status == .done || $0.status == .verified }
    let off = rows.count { $0.status.needsReason }
    return words(
      "actions.totals",
      [
        "actions": words("count.actions", count: rows.count), "open": words.number(open),
        "overdue": words.number(overdue), "done": words.number(done), "off": words.number(off),
      ])
  }
}

/// By what the list of actions is ordered.
enum ActionOrder: String, CaseIterable, Sendable {
  case due
  case title
  case theme
  case country
  case owner
  case status
  case told
  case testimonies

  /// The rows in this order; those that are alike stay with overdue ones first, and those of which
  /// it is not known come last.
  func sorted(_ rows: [ActionRow], descending: Bool, _ desk: Desk) -> [ActionRow] {
    if self == .due { return descending ? rows.reversed() : rows }
    let keyed = rows.enumerated().map { (place: $0, row: $1, key: key($1)) }
    let collation = desk.insight.collation
    return keyed.sorted { a, b in
      if a.key.number != b.key.number {
        guard let first = a.key.number, let second = b.key.number else {
          return a.key.number != nil
        }
        return descending ? first > second : first < second
      }
      if a.key.text != b.key.text {
        if a.key.text.isEmpty || b.key.text.isEmpty { return b.key.text.isEmpty }
        if collation.isBefore(a.key.text, b.key.text) { return !descending }
        if collation.isBefore(b.key.text, a.key.text) { return descending }
      }
      return a.place < b.place
    }.map(\.row)
  }

  private func key(_ row: ActionRow) -> (number: Int?, text: String) {
    switch self {
    case .due: (0, "")
    case .title: (0, row.title)
    case .theme: (row.themes.compactMap { ActionTheme.allCases.firstIndex(of: $0) }.min(), "")
    case .country: (0, row.country?.stored ?? "")
    case .owner: (0, row.owner)
    case .status: (ActionStatus.allCases.firstIndex(of: row.status), "")
    case .told: (lateness(row.told), "")
    case .testimonies: (row.testimonies.count, "")
    }
  }

  // Nothing to do is lowest, the latest is highest.
  private func lateness(_ told: Told) -> Int {
    switch told {
    case .nothing: 0
    case .told: 1
    case .notPossible: 2
    case .notDue: 3
    case .due: 4
    case .late(let days): 4 + days
    }
  }
}

/// One action as cells of a table.
enum ActionCells {
  static func columns(
    _ words: Words, _ sort: ListSort<ActionOrder>? = nil
  ) -> [Column] {
    func sorted(_ wanted: ActionOrder) -> Column.Order? { sort?.mark(wanted) }
    return [
      Column(words("actions.due"), width: .fixed(13), sorted: sorted(.due)),
      Column(words("actions.title"), width: .fill(minimum: 21, weight: 3), sorted: sorted(.title)),
      Column(words("actions.country"), width: .fixed(3), priority: 2, sorted: sorted(.country)),
      Column(words("actions.theme"), width: .fixed(6), priority: 3, sorted: sorted(.theme)),
      Column(
        words("actions.owner"), width: .fill(minimum: 14, weight: 1), priority: 4,
        sorted: sorted(.owner)),
      Column(words("actions.status"), width: .fixed(12), sorted: sorted(.status)),
      Column(
        words("actions.heard"), width: .fixed(5), alignment: .trailing, priority: 1,
        sorted: sorted(.testimonies)),
      Column(words("actions.told"), width: .fixed(6), priority: 1, sorted: sorted(.told)),
    ]
  }

  static func row(_ row: ActionRow, _ desk: Desk) -> TableRow {
    let words = desk.words
    let isOff = row.status.needsReason
    let themes = row.themes.map(\.stored)
    let more = themes.count > 1 ? "+" : ""
    return TableRow([
      due(row, words),
      desk.mark(.action(row.id)) + StyledText(row.title, isOff ? .faint : .plain),
      StyledText(row.country?.stored ?? "–", .faint),
      StyledText((themes.first ?? "") + more, .faint),
      StyledText(row.owner),
      status(row.status, words),
      StyledText(row.testimonies.isEmpty ? "" : words.number(row.testimonies.count)),
      EventCells.told(row.told, words),
    ])
  }

  /// The days that an open action is late, else its day.
  static func due(_ row: ActionRow, _ words: Words) -> StyledText {
    if let days = row.daysOverdue { return StyledText(words("waiting.late", count: days), .bad) }
    guard let due = row.due else { return StyledText(words("date.none"), .faint) }
    return StyledText(due.stored, row.status.isOpen ? .plain : .faint)
  }

  static func status(_ status: ActionStatus, _ words: Words) -> StyledText {
    let text = words("actionStatus.\(status.stored)")
    switch status {
    case .done, .verified: return StyledText(text, .good)
    case .declined, .notFeasible, .onHold: return StyledText(text, .faint)
    case .proposed, .agreed, .inProgress: return StyledText(text)
    }
  }
}
