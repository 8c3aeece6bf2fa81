import HeardInsight
import HeardKit
import HeardModel
import TerminalCanvas

/// One quarter of one country: its figures, what is open in it, and what changed since approval.
struct ApprovalScreen: Screen {
  let name = "approval"
  private let quarter: ApprovalPeriod
  private var cursor = ListCursor<Item>()
  private var rows: [Row] = []

  /// What a row opens.
  enum Item: Hashable, Sendable {
    case check(ApprovalCheck)
    case files
    case outside(EventID)
    case change(ApprovalChange)
  }

  /// A row of the list below the figures; headings and notes cannot be focused.
  enum Row: Hashable, Sendable {
    case heading(String)
    case note(String)
    case item(Item)
  }

  init(_ quarter: ApprovalPeriod) { self.quarter = quarter }

  func commands(_ desk: Desk) -> [Command] {
    let open: [Command] = cursor.id == nil ? [] : [.open]
    let isLocked = desk.programme.approvals[quarter]?.lock != nil
    return open + [isLocked ? .unlock : .approve, .showEvents] + ListMove.commands
  }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    switch command {
    case .open: if let item = cursor.id { open(item, &desk) }
    case .approve: desk.askApproval(of: quarter)
    case .unlock: desk.unlock(quarter)
    case .showEvents: desk.go(.events(quarter.filter))
    default: cursor.move(command, in: items, page: desk.pageRows)
    }
  }

  mutating func answered(_ question: String, _ answer: String, _ desk: inout Desk) {
    guard question == "approve", answer == "approve" else { return }
    desk.approve(quarter)
    refresh(desk)
  }

  mutating func refresh(_ desk: Desk) {
    rows = ApprovalRows(quarter, desk).rows
    cursor.find(in: items)
  }

  func describe(_ desk: Desk) -> ScreenContent {
    let (shown, words) = (rows, desk.words)
    let list = Table(
      columns: [
        Column("", width: .fixed(24)), Column("", width: .fill(minimum: 30, weight: 1)),
      ],
      rowCount: shown.count,
      cursor: cursor.id.flatMap { shown.firstIndex(of: .item($0)) },
      emptyText: StyledText(words("approval.nothingOpen"), .faint), showsHeader: false
    ) { ApprovalCells.row(shown[$0], desk) }
    let state = ApprovalsScreen.state(desk.insight.row(of: quarter), desk)
    return ScreenContent(
      context: StyledText(desk.formats.quarter(quarter), .faint),
      blocks: [
        .prose(Prose([state])), .gap, .table(ApprovalCells.figures(quarter, desk)), .gap,
        .table(list),
      ])
  }

  func place(_ desk: Desk) -> Place? { .approval(quarter) }

  func focus(_ desk: Desk) -> String {
    guard let item = cursor.id else { return desk.formats.quarter(quarter) }
    let cells = ApprovalCells.row(.item(item), desk).cells.map(\.text)
    return desk.words(
      "waiting.focus",
      [
        "what": desk.words.list(cells), "n": String((items.firstIndex(of: item) ?? 0) + 1),
        "all": String(items.count),
      ])
  }

  private var items: [Item] {
    rows.compactMap { if case .item(let item) = $0 { item } else { nil } }
  }

  private func open(_ item: Item, _ desk: inout Desk) {
    switch item {
    case .check(let check):
      desk.go(check.kind == .closeOut ? .closeOut(check.event) : .event(check.event))
    case .files: desk.go(.unreadable)
    case .outside(let id): desk.go(.editEvent(id, focusing: "start"))
    case .change(let change): desk.go(.event(change.event, .history))
    }
  }
}

/// What stands below the figures of a quarter, in its order.
struct ApprovalRows {
  private(set) var rows: [ApprovalScreen.Row] = []

  init(_ quarter: ApprovalPeriod, _ desk: Desk) {
    let row = desk.insight.row(of: quarter)
    add("approval.changes", row.changes.map { .change($0) })
    let files: [ApprovalScreen.Item] = desk.unreadable.isEmpty ? [] : [.files]
    let checks = desk.insight.checks(of: quarter).map { ApprovalScreen.Item.check($0) } + files
    add("approval.checks", checks)
    if checks.isEmpty {
      rows += [.heading("approval.checks"), .note(desk.words("approval.nothingOpen"))]
    }
    add(
      "approval.outside",
      desk.insight.eventsWithoutQuarter(beside: quarter).map { .outside($0) })
    addHistory(desk.programme.approvals[quarter], desk)
  }

  private mutating func add(_ heading: String, _ items: [ApprovalScreen.Item]) {
    if items.isEmpty { return }
    rows.append(.heading(heading))
    rows += items.map { .item($0) }
  }

  /// Who approved and unlocked before, the newest first.
  private mutating func addHistory(_ approval: Approval?, _ desk: Desk) {
    let entries = (approval?.entries ?? []).sorted { $0.at > $1.at }
    if entries.isEmpty { return }
    rows.append(.heading("approval.history"))
    for entry in entries {
      if let unlocked = entry.unlocked {
        rows.append(
          .note(
            desk.words(
              "approval.wasUnlocked",
              [
                "by": unlocked.by, "day": desk.formats.moment(unlocked.at),
                "reason": unlocked.reason,
              ])))
      }
      let open = entry.stillOpen.values.reduce(0, +)
      let given = desk.words(
        "approval.given", ["by": entry.by, "day": desk.formats.moment(entry.at)])
      rows.append(
        .note(
          open == 0
            ? given : desk.words.list([given, desk.words("approval.stillOpen", count: open)])))
    }
  }
}
