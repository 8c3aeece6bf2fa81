import HeardInsight
import HeardKit
import HeardModel
import TerminalCanvas

/// How far approvals are, as signs, words and sentences.
enum ApprovalWords {
  /// A cell of the grid: a sign and a word; a dash where there is no event.
  static func cell(_ row: ApprovalRow?, _ desk: Desk) -> StyledText {
    guard let row else { return StyledText("–", .faint) }
    let text = "\(sign(row.state, desk)) \(word(row, desk.words))"
    return StyledText(text, style(row))
  }

  /// A cell in words alone.
  static func spoken(_ row: ApprovalRow, _ words: Words) -> String { word(row, words) }

  /// The period without its country: `2024-Q2`, `2024`, or that no date is known.
  static func time(_ period: ApprovalPeriod, _ words: Words) -> String {
    period.year == nil ? words("approvals.undated") : period.quarterText
  }

  /// The columns that the widest cell takes.
  static func widest(_ desk: Desk) -> Int {
    let words = ApprovalState.allCases.map { desk.words("approval.state.\($0.rawValue)") }
    return (words + [desk.words("approval.state.changed")])
      .map { TextWidth.columns(of: $0) + 2 }.max() ?? 2
  }

  /// What the signs stand for.
  static func legend(_ desk: Desk) -> String {
    let states = ApprovalState.allCases.map {
      "\(sign($0, desk)) \(desk.words("approval.state.\($0.rawValue)"))"
    }
    return (states + ["– \(desk.words("approvals.noEvent"))"]).joined(separator: " · ")
  }

  /// What waits in a grid, in a sentence or two.
  static func sums(_ grid: ApprovalGrid, isByYear: Bool, _ words: Words) -> [StyledText] {
    let rows = grid.rows
    let complete = rows.count { $0.state == .complete }
    let late = rows.count { $0.state == .late }
    let changed = rows.count { $0.isChanged }
    var sentences = [
      complete == 0 ? "" : words("approvals.complete", count: complete),
      late == 0 ? "" : words("approvals.late", count: late),
      changed == 0 ? "" : words("approvals.changedPeriods", count: changed),
    ]
    if sentences.allSatisfy(\.isEmpty) { sentences = [words("approvals.nothingWaits")] }
    var lines = [StyledText(words.inARow(sentences))]
    if !isByYear && grid.eventsWithoutQuarter > 0 {
      lines.append(
        StyledText(words("approvals.withoutQuarter", count: grid.eventsWithoutQuarter), .faint))
    }
    return lines
  }

  /// A period in full: how far it is, what is in it, and who approved it.
  static func detail(_ row: ApprovalRow, _ desk: Desk) -> [StyledText] {
    let words = desk.words
    let now = desk.insight.approvedFigures(of: row.period)
    let counts = [
      words("count.events", count: row.events),
      now.attendances.map { words("count.attendances", count: $0) } ?? "",
      now.notKnown.map { $0 == 0 ? "" : words("home.notKnown", count: $0) } ?? "",
    ]
    let first = StyledText(words.labelled(desk.formats.quarter(row.period)), .strong)
    var lines = [first + StyledText(words.list(counts)), state(row, desk)]
    let before = approvals(of: row.period, desk)
    if !before.isEmpty { lines.append(StyledText(before, .faint)) }
    return lines
  }

  /// How far a period is, with what is open, by whom it is locked, and what changed since.
  static func state(_ row: ApprovalRow, _ desk: Desk) -> StyledText {
    let words = desk.words
    let head = cell(row, desk)
    var more: [String] = []
    if let lock = row.lock { more += [lock.at.day.stored, lock.by] }
    if row.state == .approved && row.lock == nil {
      more.append(
        words(
          "approvals.through",
          ["quarter": words.list(row.lockedThrough.map { time($0, words) })]))
    }
    let changed = row.changes.count { !$0.isByRight }
    if changed > 0 { more.append(words("approvals.changed", count: changed)) }
    if changed < row.changes.count { more.append(words("approvals.withdrawn")) }
    if row.state != .approved {
      if row.checks > 0 { more.append(words("approvals.checks", count: row.checks)) }
      if let days = row.daysLate { more.append(words("approvals.daysLate", count: days)) }
      if row.wasUnlocked { more.append(words("approvals.unlocked")) }
    }
    let text = words.list(more)
    return text.isEmpty ? head : head + StyledText(" · \(text)", .faint)
  }

  /// The attendances of every approval of a period, from the first to now, where there is one.
  private static func approvals(of period: ApprovalPeriod, _ desk: Desk) -> String {
    let words = desk.words
    let entries = desk.programme.approvals[period]?.inOrder ?? []
    let told = entries.map { entry in
      words(
        entry.unlocked == nil ? "approvals.approvedThen" : "approvals.unlockedThen",
        [
          "day": entry.at.day.stored,
          "n": entry.figures.attendances.map(words.number) ?? "?",
        ])
    }
    return words.list(told)
  }

  private static func word(_ row: ApprovalRow, _ words: Words) -> String {
    words("approval.state.\(row.isChanged ? "changed" : row.state.rawValue)")
  }

  private static func sign(_ state: ApprovalState, _ desk: Desk) -> String {
    let isASCII = desk.settings.usesASCII
    switch state {
    case .approved: return isASCII ? "*" : "●"
    case .complete: return isASCII ? "+" : "◐"
    case .open: return isASCII ? "o" : "○"
    case .late: return "!"
    }
  }

  private static func style(_ row: ApprovalRow) -> Style {
    if row.isChanged { return .bad }
    switch row.state {
    case .approved: return .good
    case .complete: return .accent
    case .open: return .faint
    case .late: return .warning
    }
  }
}

extension ApprovalRow {
  /// Whether something was changed while it was locked, and not by a person's right.
  var isChanged: Bool { changes.contains { !$0.isByRight } }
}
