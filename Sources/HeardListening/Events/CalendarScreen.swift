import HeardInsight
import HeardKit
import HeardModel
import TerminalCanvas

/// A month of events: as a grid of weeks, and as an agenda day by day.
struct CalendarScreen: FilteredScreen {
  let name = "calendar"

  /// The two ways of looking at a month.
  enum Part: Sendable {
    case grid
    case agenda
  }

  private var part = Part.grid
  private var day: CalendarDay
  var filter = FilterLine()
  private var events: MonthOfEvents
  private var cursor = ListCursor<AgendaRow.Item>()

  /// The month of today, or as somebody left it.
  init(_ place: CalendarPlace? = nil, _ desk: Desk) {
    let place = place ?? CalendarPlace(day: desk.today)
    day = place.day
    part = place.isAgenda ? .agenda : .grid
    filter = FilterLine(place.filter)
    events = desk.insight.month(CalendarMonth(of: place.day), filter.query)
    if part == .agenda { focusFirst(of: day) }
  }

  func commands(_ desk: Desk) -> [Command] {
    let moves: [Command] = part == .grid ? [.moveLeft, .moveRight] : []
    return moves + [.open, .newRecord, .nextPart, .today, .filter]
      + (filter.isEmpty ? [] : [.clearFilter]) + [.exportCalendar]
      + (part == .agenda ? [.back, .edit] : []) + ListMove.commands
  }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    switch command {
    case .filter, .clearFilter: changeFilter(command, desk)
    case .newRecord: desk.go(.newEvent(on: day))
    case .nextPart, .back: turn(desk)
    case .today: go(to: desk.today, desk)
    case .exportCalendar:
      desk.push(FileForm(FileOrder(calendarOf: filter.text), desk))
    case .open: open(&desk)
    case .edit: if let item = cursor.id { desk.go(.editEvent(item.event)) }
    case .pageUp: go(to: another(after: false, desk), desk)
    case .pageDown: go(to: another(after: true, desk), desk)
    default: move(command, desk)
    }
  }

  mutating func refresh(_ desk: Desk) {
    events = desk.insight.month(CalendarMonth(of: day), filter.query)
    cursor.find(in: items)
  }

  func describe(_ desk: Desk) -> ScreenContent {
    let agenda = CalendarAgenda(events, desk)
    let count = Set(events.entries.map(\.id)).count + events.inMonth.count
    var context = StyledText(desk.formats.month(events.month), .strong)
    context += StyledText("  \(desk.words("count.events", count: count))", .faint)
    if !filter.isEmpty { context += StyledText("  ") + StyledText(filter.text, .accent) }
    let notices = CalendarNotices.blocks(events, desk)
    let head = filter.blocks(desk, on: .events)
    switch part {
    case .grid:
      let grid = CalendarGrid(
        events, focus: day, firstWeekday: desk.firstWeekday(filter.query), desk)
      return ScreenContent(
        context: context,
        blocks: head + [.table(grid.table(most: mostLines(desk)))] + agenda.undated()
          + elsewhere(desk)
          + notices + agenda.day(day) + below(agenda, desk))
    case .agenda:
      let table = agenda.table(cursor: agenda.place(of: cursor.id), isFocused: true)
      return ScreenContent(
        context: context, blocks: head + notices + [.table(table)] + elsewhere(desk))
    }
  }

  func place(_ desk: Desk) -> Place? {
    var place = CalendarPlace(day: day)
    place.isAgenda = part == .agenda
    place.filter = trimmed(filter.text)
    return .calendar(place)
  }

  func focus(_ desk: Desk) -> String {
    let here = events.entries.filter { $0.day == day }
    if part == .agenda, let item = cursor.id {
      return desk.programme.events[item.event]?.title ?? ""
    }
    let titles = here.compactMap { desk.programme.events[$0.id]?.title }
    return desk.words.list(
      [desk.formats.weekday(day), desk.words("count.events", count: here.count)] + titles)
  }
}

extension CalendarScreen {
  private var items: [AgendaRow.Item] { AgendaRow.rows(events).compactMap(\.item) }

  /// The lines that a week takes at most, so that the day's own list has room below.
  private func mostLines(_ desk: Desk) -> Int { max(2, min(4, (desk.size.rows - 12) / 6)) }

  /// The whole month below the weeks, where there is room, and for plain lines in any case.
  private func below(_ agenda: CalendarAgenda, _ desk: Desk) -> [Block] {
    var read = agenda.table(cursor: nil, isFocused: false)
    read.isOnlyRead = true
    if desk.size.rows < 36 || events.isEmpty { return [.table(read)] }
    var seen = agenda.table(cursor: agenda.place(of: day), isFocused: false)
    seen.isOnlySeen = true
    return [.gap, .table(seen), .table(read)]
  }

  /// Where the next event is, in a month that has none, or none that fits.
  private func elsewhere(_ desk: Desk) -> [Block] {
    guard events.isEmpty else { return [] }
    let (words, isFiltered) = (desk.words, !filter.isEmpty)
    let next = desk.insight.nearest(to: events.month, after: true, filter.query)
    let found = next ?? desk.insight.nearest(to: events.month, after: false, filter.query)
    guard let found else {
      return isFiltered ? [.notice(Notice(.warning, words("calendar.noMatch")))] : []
    }
    let event = desk.programme.events[found.id]
    let place = [event?.country?.stored ?? "", event?.place ?? ""].filter { !$0.isEmpty }
    let named = words.list([
      desk.formats.date(found.start.exactDay.map { KnownDate($0) } ?? found.start),
      place.joined(separator: " "),
    ])
    let key =
      isFiltered
      ? next == nil ? "calendar.beforeMatch" : "calendar.nextMatch"
      : next == nil ? "calendar.before" : "calendar.next"
    return [.notice(Notice(.info, words(key, ["event": named])))]
  }

  /// The month before or after; under a filter the next one in which something fits.
  private func another(after: Bool, _ desk: Desk) -> CalendarDay {
    let found =
      filter.isEmpty
      ? nil : desk.insight.nearest(to: events.month, after: after, filter.query)
    return found?.day ?? day.adding(months: after ? 1 : -1)
  }

  private mutating func go(to day: CalendarDay, _ desk: Desk) {
    self.day = day
    refresh(desk)
    focusFirst(of: day)
  }

  /// Focuses the first event of a day in the agenda, or what comes after it.
  private mutating func focusFirst(of day: CalendarDay) {
    let dated = items.filter { $0.day != nil }
    if let item = dated.first(where: { ($0.day ?? day) >= day }) ?? dated.last {
      cursor.focus(item)
      cursor.find(in: items)
    }
  }

  private mutating func turn(_ desk: Desk) {
    part = part == .grid ? .agenda : .grid
    if part == .agenda { focusFirst(of: day) }
  }

  private mutating func move(_ command: Command, _ desk: Desk) {
    if part == .agenda {
      cursor.move(command, in: items, page: desk.pageRows)
      if let day = cursor.id?.day { self.day = day }
      return
    }
    switch command {
    case .moveLeft: go(to: day.adding(days: -1), desk)
    case .moveRight: go(to: day.adding(days: 1), desk)
    case .moveUp: go(to: day.adding(days: -7), desk)
    case .moveDown: go(to: day.adding(days: 7), desk)
    case .first: go(to: events.month.firstDay, desk)
    case .last: go(to: events.month.lastDay, desk)
    default: break
    }
  }

  /// Opens the focused event; of a day with several, their list.
  private mutating func open(_ desk: inout Desk) {
    if part == .agenda {
      guard let item = cursor.id else { return desk.refuse(desk.words("calendar.noneInMonth")) }
      return desk.go(.event(item.event))
    }
    let here = events.entries.filter { $0.day == day }
    guard let first = here.first else { return desk.refuse(desk.words("calendar.noneOnDay")) }
    if here.count == 1 { return desk.go(.event(first.id)) }
    turn(desk)
  }
}
