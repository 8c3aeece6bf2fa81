import HeardKit
import HeardModel
import TerminalCanvas

/// What is past its time as rows: by its rule and day, and what can be done about it last.
struct RetentionRows {
  /// What a row stands for; headings and notes cannot be focused.
  enum Row: Hashable, Sendable {
    case blank(RetentionRule)
    case heading(RetentionRule)
    case note(RetentionRule)
    /// So many people at an event, or without one where they are on no list.
    case people(RetentionRule, until: CalendarDay, at: EventID?, count: Int)
    case testimony(TestimonyID, until: CalendarDay, at: EventID)
    case end
    case takeOut(Int)

    var isItem: Bool {
      switch self {
      case .people, .testimony, .takeOut: true
      case .blank, .heading, .note, .end: false
      }
    }

    /// Whether another row stands for the same although it says something else by now.
    func isSame(_ other: Row) -> Bool {
      switch (self, other) {
      case (.takeOut, .takeOut): true
      case (.people(let rule, let day, let event, _), .people(let other, let until, let at, _)):
        rule == other && day == until && event == at
      default: self == other
      }
    }
  }

  private(set) var rows: [Row] = []

  init(_ due: [RetentionDue]) {
    for rule in RetentionRule.allCases {
      let own = due.filter { $0.rule == rule }
      if own.isEmpty { continue }
      if !rows.isEmpty { rows.append(.blank(rule)) }
      rows.append(.heading(rule))
      if !rule.goesUnnamed { rows.append(.note(rule)) }
      for item in own { add(item) }
    }
    let going = due.count { $0.rule.goesUnnamed }
    if going > 0 { rows += [.end, .takeOut(going)] }
  }

  /// People of one event and day stand together: who they are is nobody's concern here.
  private mutating func add(_ item: RetentionDue) {
    if case .testimony(let id, let event) = item.subject {
      return rows.append(.testimony(id, until: item.until, at: event))
    }
    if case .people(let rule, let until, let event, let count)? = rows.last,
      rule == item.rule, until == item.until, event == item.event
    {
      rows.removeLast()
      rows.append(.people(item.rule, until: item.until, at: item.event, count: count + 1))
    } else {
      rows.append(.people(item.rule, until: item.until, at: item.event, count: 1))
    }
  }

  /// A row as cells: until when it was to be kept, of which event, and how much it is.
  static func cells(_ row: Row, _ desk: Desk) -> TableRow {
    let words = desk.words
    switch row {
    case .blank, .end: return .note("")
    case .heading(let rule):
      return .heading(StyledText(words("retention.rule.\(rule.stored)"), .title))
    case .note(let rule):
      return .note(StyledText("  " + words("retention.note.\(rule.stored)"), .faint))
    case .people(_, let until, let event, let count):
      return TableRow([
        StyledText(until.stored, .faint), StyledText(title(of: event, desk)),
        StyledText(words("retention.people", count: count), .faint),
      ])
    case .testimony(_, let until, let event):
      return TableRow([
        StyledText(until.stored, .faint), StyledText(title(of: event, desk)),
        StyledText(words("count.testimonies", count: 1), .faint),
      ])
    case .takeOut(let count):
      return TableRow(
        [StyledText(words("retention.takeOut", count: count), .accent)], kind: .wide)
    }
  }

  private static func title(of event: EventID?, _ desk: Desk) -> String {
    guard let event = event.flatMap({ desk.programme.events[$0] }) else {
      return desk.words("retention.nobody")
    }
    return [event.place, event.title].filter { !$0.isEmpty }.joined(separator: " · ")
  }
}
