import HeardInsight
import HeardKit
import HeardModel
import TerminalCanvas

/// One period: what will be counted, what is open in it, and what every approval of it counted.
struct ApprovalScreen: Screen {
  let name = "approval"
  private let period: ApprovalPeriod
  private var cursor = ListCursor<Item>()
  private var rows: [Row] = []

  /// What a row opens.
  enum Item: Hashable, Sendable {
    case check(ApprovalCheck)
    case files
    case remark(EventCountRemark)
    case outside(EventID)
    case event(EventID)
    case change(ApprovalChange)
    case entry(Code)
  }

  /// A row of the list below the figures; headings and notes cannot be focused.
  enum Row: Hashable, Sendable {
    case heading(String)
    case note(String)
    case item(Item)
  }

  init(_ period: ApprovalPeriod) { self.period = period }

  func commands(_ desk: Desk) -> [Command] {
    let opens = if case .entry? = cursor.id { false } else { cursor.id != nil }
    let isLocked = desk.programme.approvals[period]?.lock != nil
    return (opens ? [.open] : []) + [isLocked ? .unlock : .approve]
      + (period.filter == nil ? [] : [.showEvents]) + ListMove.commands
  }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    switch command {
    case .open: if let item = cursor.id { open(item, &desk) }
    case .approve: desk.askApproval(of: period)
    case .unlock: desk.unlock(period)
    case .showEvents: if let filter = period.filter { desk.go(.events(filter)) }
    default: cursor.move(command, in: items, page: desk.pageRows)
    }
  }

  mutating func answered(_ question: String, _ answer: String, _ desk: inout Desk) {
    guard question == "approve", answer == "approve" else { return }
    desk.approve(period)
    refresh(desk)
  }

  mutating func refresh(_ desk: Desk) {
    rows = ApprovalRows(period, desk).rows
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
    ) { ApprovalCells.row(shown[$0], period, desk) }
    let row = desk.insight.row(of: period)
    var head = [ApprovalWords.state(row, desk)]
    if row.lock == nil { head.append(StyledText(words("approval.preview"), .faint)) }
    return ScreenContent(
      context: StyledText(desk.formats.quarter(period), .faint),
      blocks: [
        .prose(Prose(head)), .gap, .table(ApprovalCells.figures(period, desk)), .gap,
        .table(list),
      ] + focusedEntry(desk))
  }

  func place(_ desk: Desk) -> Place? { .approval(period) }

  func focus(_ desk: Desk) -> String {
    guard let item = cursor.id else { return desk.formats.quarter(period) }
    let cells = ApprovalCells.row(.item(item), period, desk).cells.map(\.text)
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

  /// The focused approval in full: its row may be cut, and not all of them fit beside each other.
  private func focusedEntry(_ desk: Desk) -> [Block] {
    guard case .entry(let id)? = cursor.id else { return [] }
    return [.gap, .prose(Prose(ApprovalCells.whole(id, of: period, desk)))]
  }

  private func open(_ item: Item, _ desk: inout Desk) {
    switch item {
    case .check(let check):
      desk.go(check.kind == .closeOut ? .closeOut(check.event) : .event(check.event))
    case .files: desk.go(.unreadable)
    case .remark(let it): desk.go(.attendanceGrid(it.event))
    case .outside(let id): desk.go(.editEvent(id, focusing: "start"))
    case .event(let id): desk.go(.event(id))
    case .change(let change): desk.go(.event(change.event, .history))
    case .entry: break
    }
  }
}
