import HeardInsight
import HeardModel
import TerminalCanvas

/// All events: sorted, filtered while typing, with what each of them still lacks.
struct EventsScreen: FilteredScreen {
  let name = "events"
  let smallest = Size.telephone
  var filter: FilterLine
  private var sort = ListSort(by: EventOrder.start, descending: [.start, .attendances])
  private var cursor = ListCursor<EventID>()
  private var marked: Set<EventID> = []
  private var rows: [EventRow] = []
  private var count = 0

  /// The list, filtered by the words of the filter language.
  init(filter: String = "") { self.filter = FilterLine(filter) }

  func commands(_ desk: Desk) -> [Command] {
    let record: [Command] = rows.isEmpty ? [] : [.open]
    let change: [Command] = rows.isEmpty ? [] : [.edit, .attendance, .duplicate]
    return record + [.newRecord, .filter] + (filter.isEmpty ? [] : [.clearFilter])
      + change + [.sort, .reverseSort, .delete] + ListMove.commands
  }

  mutating func type(_ key: Key, _ desk: inout Desk) -> Bool {
    let handled = filter.type(key)
    if handled {
      let focused = cursor.id
      refresh(desk)
      // What was focused no longer fits the filter: the first that fits is meant, not its place.
      if cursor.id != focused { cursor.move(.first, in: rows.map(\.id), page: 0) }
    }
    return handled
  }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    switch command {
    case .filter, .clearFilter: changeFilter(command, desk)
    case .sort, .reverseSort:
      let words = desk.words
      sort.perform(command, &desk) { words("events.sorted.\($0.rawValue)") }
      refresh(desk)
    case .newRecord: desk.push(EventForm.new(desk))
    case .open: if let id = focused { desk.push(EventScreen(id)) }
    case .edit: if let id = focused { desk.push(EventForm.edit(id, desk)) }
    case .duplicate: if let id = focused { desk.push(EventForm.next(after: id, desk)) }
    case .attendance: if let id = focused { AttendanceScreen.open(id, &desk) }
    case .delete: if let id = focused { desk.remove(event: id) }
    default: cursor.move(command, in: rows.map(\.id), page: desk.pageRows)
    }
  }

  mutating func refresh(_ desk: Desk) {
    let isFirst = rows.isEmpty && cursor.id == nil
    rows = desk.insight.events(filter.query, sortedBy: sort.order, descending: sort.isDescending)
    count = desk.programme.events.count
    if isFirst, let near = nearToday(desk) { cursor.focus(near) }
    cursor.find(in: rows.map(\.id))
  }

  func describe(_ desk: Desk) -> ScreenContent {
    let shown = rows
    let totals = desk.insight.totals(of: shown)
    let table = Table(
      columns: columns(desk.words), rowCount: shown.count, cursor: cursor.place(in: shown.count),
      isFocused: true, footer: footer(totals, desk),
      emptyText: StyledText(desk.words(filter.isEmpty ? "events.none" : "events.noMatch"), .faint)
    ) { index in EventCells.row(shown[index], desk) }
    let preview = focused.flatMap { desk.programme.events[$0] }.map {
      EventSummary.blocks($0, desk)
    }
    var context = filter.context(shown.count, of: count, desk)
    context += StyledText("  \(desk.words("events.sorted.\(sort.order.rawValue)"))", .faint)
    return ScreenContent(
      context: context, blocks: filter.blocks(desk) + [.table(table)], aside: preview ?? [])
  }

  func focus(_ desk: Desk) -> String {
    guard let place = cursor.place(in: rows.count) else { return desk.words("events.none") }
    return desk.words(
      "focus.row",
      [
        "title": rows[place].title, "n": String(place + 1), "all": String(rows.count),
        "filter": filter.isEmpty ? desk.words("filter.none") : filter.text,
      ])
  }
}

extension EventsScreen {
  private var focused: EventID? { cursor.place(in: rows.count).map { rows[$0].id } }

  /// The newest event that is not to come: what somebody who opens the list has in mind.
  private func nearToday(_ desk: Desk) -> EventID? {
    rows.first { row in row.start.map { $0.firstDay <= desk.today } ?? false }?.id
  }

  private func columns(_ words: Words) -> [Column] {
    func sorted(_ wanted: EventOrder) -> Column.Order? { sort.mark(wanted) }
    return [
      Column(words("events.date"), width: .fixed(10), sorted: sorted(.start)),
      Column(words("events.place"), width: .fixed(12), priority: 1, sorted: sorted(.place)),
      Column(
        words("events.title"), width: .fill(minimum: 16, weight: 1), sorted: sorted(.title)),
      Column(words("events.status"), width: .fixed(10), priority: 3, sorted: sorted(.status)),
      Column(
        words("events.attended"), width: .fixed(9), alignment: .trailing,
        sorted: sorted(.attendances)),
      Column(words("events.said"), width: .fixed(4), alignment: .trailing, priority: 2),
      Column(words("events.done"), width: .fixed(4), alignment: .trailing, priority: 2),
      Column(words("events.told"), width: .fixed(6), priority: 2),
      Column(words("events.closedOut"), width: .fixed(7), priority: 5),
    ]
  }

  private func footer(_ totals: EventTotals, _ desk: Desk) -> TableRow {
    let words = desk.words
    let isAnyLocked =
      !desk.programme.approvals.isEmpty
      && rows.contains { desk.programme.lock(of: $0) != nil }
    let legend = isAnyLocked ? " · \(words("lock.legend"))" : ""
    return TableRow(
      [
        StyledText(
          words(
            "events.totals",
            [
              "events": words("count.events", count: totals.events),
              "attendances": words("count.attendances", count: totals.attendances.total),
              "testimonies": words("count.testimonies", count: totals.testimonies),
              "actions": words("events.linkedActions", count: totals.actions),
            ]) + legend, .faint)
      ], kind: .note)
  }
}

/// One event as cells of a table.
enum EventCells {
  static func row(_ row: EventRow, _ desk: Desk) -> TableRow {
    let words = desk.words
    let country = row.country?.stored ?? "--"
    let place = row.place.isEmpty ? country : "\(country) \(row.place)"
    let isOff = row.status == .cancelled || row.status == .postponed
    return TableRow(
      [
        StyledText(row.start?.dayText ?? words("date.none"), .faint),
        StyledText(place),
        desk.mark(.event(row.id)) + lockSign(row, desk)
          + StyledText(row.title, isOff ? .faint : .plain),
        StyledText(words("status.\(row.status.stored)"), row.status == .held ? .faint : .plain),
        attended(row.figure, row.status, words),
        StyledText(row.testimonies == 0 ? "" : words.number(row.testimonies)),
        StyledText(row.actions == 0 ? "" : "\(row.actionsDone)/\(row.actions)"),
        told(row.told, words),
        closedOut(row, words),
      ], spoken: spoken(row, desk))
  }

  /// The signs and codes of the cells in words.
  private static func spoken(_ row: EventRow, _ desk: Desk) -> [Int: String] {
    let words = desk.words
    let place = [row.place, desk.formats.country(row.country)].filter { !$0.isEmpty }
    var spoken = [1: place.joined(separator: ", ")]
    if row.status == .held {
      let source = words("source.\(row.figure.source.stored)")
      spoken[4] = row.figure.count.map { "\(words.number($0)), \(source)" } ?? source
    } else {
      // The status has a cell of its own.
      spoken[4] = ""
    }
    if row.actions > 0 {
      spoken[6] = words(
        "list.shown",
        ["n": words.number(row.actionsDone), "all": words.number(row.actions)])
    }
    return spoken
  }

  /// The sign before the title of an event whose quarter is locked.
  static func lockSign(_ row: EventRow, _ desk: Desk) -> StyledText {
    desk.programme.lock(of: row) == nil ? "" : StyledText(desk.words("lock.sign") + " ", .faint)
  }

  /// Whether it is closed out, else how much is missing.
  static func closedOut(_ row: EventRow, _ words: Words) -> StyledText {
    if row.status != .held { return "" }
    return row.gaps.isEmpty
      ? StyledText(words("events.isClosedOut"), .good)
      : StyledText(words("events.gaps", count: row.gaps.count), .warning)
  }

  /// A number of attendances with the sign of its source: `=` listed, `~` estimated, `"` reported.
  static func attended(
    _ figure: AttendanceFigure, _ status: EventStatus, _ words: Words
  ) -> StyledText {
    guard status == .held else { return StyledText(words("status.\(status.stored)"), .faint) }
    guard let count = figure.count else { return StyledText("?", .warning) }
    // Counted has no sign; its place stays free, so that the numbers stand below each other.
    let sign = words("sign.\(figure.source.stored)")
    return StyledText(words.number(count)) + StyledText(sign.isEmpty ? "  " : " \(sign)", .faint)
  }

  static func told(_ told: Told, _ words: Words) -> StyledText {
    switch told {
    case .nothing, .notDue: StyledText("")
    case .due: StyledText(words("told.due"), .warning)
    case .late: StyledText(words("told.late"), .bad)
    case .told: StyledText(words("told.yes"), .good)
    case .notPossible: StyledText(words("told.no"), .faint)
    }
  }
}
