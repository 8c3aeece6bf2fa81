import HeardInsight
import HeardKit
import HeardModel
import TerminalCanvas

/// The weeks of a month as a table: every day with where its events are.
///
/// A week without any takes one line.
struct CalendarGrid {
  private let events: MonthOfEvents
  private let focus: CalendarDay
  private let desk: Desk
  private let weeks: [[CalendarDay]]
  private let byDay: [CalendarDay: [Event]]
  private let cellColumns: Int

  /// Whether a cell holds the time beside the place, so that every event has a line.
  private var isWide: Bool { cellColumns >= 16 }

  init(_ events: MonthOfEvents, focus: CalendarDay, firstWeekday: Int, _ desk: Desk) {
    self.events = events
    self.focus = focus
    self.desk = desk
    weeks = events.month.weeks(firstWeekday: firstWeekday)
    let entries = events.entries + events.beside
    byDay = Dictionary(grouping: entries, by: \.day).mapValues { entries in
      entries.compactMap { desk.programme.events[$0.id] }
    }
    let room = CanvasRenderer.contentSize(size: desk.size, hasAside: false).columns
    cellColumns = (room - 6 * 2) / 7
  }

  /// The weeks in at most so many lines each; plain lines leave them out, since the agenda says the
  /// same.
  func table(most: Int) -> Table {
    let heights = weeks.map { height(of: $0, most: most) }
    let rows = zip(weeks.indices, heights).flatMap { week, height in
      (0..<height).map { (week: week, line: $0, height: height) }
    }
    let week = weeks.firstIndex { $0.contains(focus) }
    let names = weeks.first.map { week in
      desk.formats.weekdayNames(from: week[0].weekday)
    }
    var table = Table(
      columns: (names ?? []).map { Column($0, width: .fill(minimum: 5, weight: 1)) },
      rowCount: rows.count, cursor: week.map { heights[..<$0].reduce(0, +) },
      cursorColumn: week.flatMap { weeks[$0].firstIndex(of: focus) }
    ) { [self] place in
      let row = rows[place]
      return TableRow(
        weeks[row.week].map { cell($0, line: row.line, of: row.height) })
    }
    table.isOnlySeen = true
    return table
  }

  private func height(of week: [CalendarDay], most: Int) -> Int {
    let busiest = week.map { byDay[$0]?.count ?? 0 }.max() ?? 0
    return busiest == 0 ? 1 : isWide ? min(1 + busiest, max(2, most)) : 2
  }

  private func cell(_ day: CalendarDay, line: Int, of height: Int) -> StyledText {
    let here = byDay[day] ?? []
    let text = line == 0 ? head(day, here) : below(here, line: line, of: height)
    return CalendarMonth(of: day) == events.month
      ? text : StyledText(text.text, .faint)
  }

  /// The number of the day, in a narrow cell with the countries of its events.
  private func head(_ day: CalendarDay, _ here: [Event]) -> StyledText {
    var countries: [String] = []
    for event in isWide ? [] : here.map(country) where !countries.contains(event) {
      countries.append(event)
    }
    let more = countries.isEmpty ? "" : " " + countries.joined(separator: " ")
    let isOther = CalendarMonth(of: day) != events.month
    let isFirst = day == weeks.first?.first || day.day == 1
    var name = "\(day.day)"
    if isOther && isFirst {
      let long = desk.formats.shortDay(day)
      if TextWidth.columns(of: long + more) + 2 <= cellColumns { name = long }
    }
    let number = day == desk.today ? "[\(name)]" : " \(name)"
    return StyledText(number, day == desk.today ? .accent : .plain) + StyledText(more, .strong)
  }

  /// Below the number: in a narrow cell the place or how many there are, in a wide one a line for
  /// each event as far as there is room.
  private func below(_ here: [Event], line: Int, of height: Int) -> StyledText {
    if !isWide && here.count > 1 {
      return StyledText(desk.words("count.events", count: here.count))
    }
    let isLast = line == height - 1
    if isLast && here.count > height - 1 && height > 2 {
      return StyledText(desk.words("home.moreWaiting", count: here.count - height + 2), .faint)
    }
    guard let event = here[safe: line - 1] else { return "" }
    let place = event.place.isEmpty ? event.title : event.place
    let time = event.start?.minuteOfDay.map { desk.formats.time($0) + " " } ?? ""
    let text = isWide ? "\(time)\(country(event)) \(place)" : place
    // Told by a sign and not by the style alone.
    let isOff = event.status == .cancelled || event.status == .postponed
    return isOff ? StyledText("– \(text)", .faint) : StyledText(text)
  }

  private func country(_ event: Event) -> String { event.country?.stored ?? "--" }
}
