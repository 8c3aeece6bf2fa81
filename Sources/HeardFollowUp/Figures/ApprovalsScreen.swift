import HeardInsight
import HeardKit
import HeardModel
import TerminalCanvas

/// Every quarter of every country: what is open in it, who approved it, what changed since.
struct ApprovalsScreen: Screen {
  let name = "approvals"
  private var cursor = ListCursor<ApprovalPeriod>()
  private var rows: [QuarterRow] = []

  init() {}

  func commands(_ desk: Desk) -> [Command] {
    (rows.isEmpty ? [] : [.open, .approve, .unlock]) + ListMove.commands
  }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    switch command {
    case .open: if let quarter = cursor.id { desk.go(.approval(quarter)) }
    case .approve: if let quarter = cursor.id { desk.askApproval(of: quarter) }
    case .unlock: if let quarter = cursor.id { desk.unlock(quarter) }
    default: cursor.move(command, in: rows.map(\.quarter), page: desk.pageRows)
    }
  }

  mutating func answered(_ question: String, _ answer: String, _ desk: inout Desk) {
    guard question == "approve", answer == "approve", let quarter = cursor.id else { return }
    desk.approve(quarter)
    refresh(desk)
  }

  mutating func refresh(_ desk: Desk) {
    rows = desk.insight.quarters(desk.settings.countries)
    // The newest quarter that can be approved is what somebody came for.
    if cursor.id == nil, let over = rows.first(where: { $0.quarter.lastDay < desk.today }) {
      cursor.focus(over.quarter)
    }
    cursor.find(in: rows.map(\.quarter))
  }

  func describe(_ desk: Desk) -> ScreenContent {
    let (shown, words) = (rows, desk.words)
    let table = Table(
      columns: [
        Column(words("approvals.quarter"), width: .fixed(9)),
        Column(words("approvals.country"), width: .fill(minimum: 12, weight: 1)),
        Column(words("approvals.events"), width: .fixed(7), alignment: .trailing),
        Column(words("approvals.open"), width: .fixed(12), priority: 1),
        Column(words("approvals.state"), width: .fill(minimum: 24, weight: 2)),
      ],
      rowCount: shown.count, cursor: cursor.place(in: shown.count),
      footer: .note(StyledText(words("approvals.rights"), .faint)),
      emptyText: StyledText(words("approvals.none"), .faint)
    ) { Self.row(shown[$0], desk) }
    return ScreenContent(
      context: StyledText(
        words("approvals.locked", count: shown.count { $0.lock != nil }), .faint),
      blocks: [.table(table)])
  }

  func place(_ desk: Desk) -> Place? { .approvals }

  func focus(_ desk: Desk) -> String {
    guard let place = cursor.place(in: rows.count) else { return desk.words("approvals.none") }
    let cells = Self.row(rows[place], desk).cells.map(\.text)
    return desk.words(
      "waiting.focus",
      ["what": desk.words.list(cells), "n": String(place + 1), "all": String(rows.count)])
  }

  private static func row(_ row: QuarterRow, _ desk: Desk) -> TableRow {
    let words = desk.words
    return TableRow([
      StyledText(row.quarter.quarterText),
      StyledText(desk.formats.country(row.quarter.country)),
      StyledText(words.number(row.events)),
      row.checks == 0
        ? StyledText(words("approvals.nothingOpen"), .faint)
        : StyledText(words("approvals.checks", count: row.checks), .warning),
      state(row, desk),
    ])
  }

  /// Whether it is locked, by whom and since when, and what changed since.
  static func state(_ row: QuarterRow, _ desk: Desk) -> StyledText {
    let words = desk.words
    guard let lock = row.lock else {
      return StyledText(words(row.wasUnlocked ? "approvals.unlocked" : "approvals.notYet"), .faint)
    }
    let changed = row.changes.count { !$0.isByRight }
    let by = words.list(["\(words("lock.word")) \(lock.at.day.stored)", lock.by])
    if changed > 0 {
      return StyledText(words("approvals.changed", count: changed), .bad) + StyledText(" · \(by)")
    }
    if !row.changes.isEmpty {
      return StyledText(words("approvals.withdrawn"), .warning) + StyledText(" · \(by)")
    }
    return StyledText(by)
  }
}
