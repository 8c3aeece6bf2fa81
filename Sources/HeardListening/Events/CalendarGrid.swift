import HeardInsight
import HeardKit
import HeardModel
import TerminalCanvas

/// The weeks of a month as a table: every day with how many events it has and the first of them.
struct CalendarGrid {
  private let events: MonthOfEvents
  private let focus: CalendarDay
  private let desk: Desk
  private let weeks: [[CalendarDay]]

  init(_ events: MonthOfEvents, focus: CalendarDay, _ desk: Desk) {
    self.events = events
    self.focus = focus
    self.desk = desk
    weeks = events.month.weeks(firstWeekday: desk.firstWeekday)
  }

  /// The weeks in so many rows each; plain lines leave them out, since the agenda says the same.
  func table(lines: Int, isFocused: Bool) -> Table {
    let week = weeks.firstIndex { $0.contains(focus) }
    var table = Table(
      columns: desk.formats.weekdayNames(from: desk.firstWeekday).map {
        Column($0, width: .fill(minimum: 5, weight: 1))
      }, rowCount: weeks.count * lines, cursor: week.map { $0 * lines },
      cursorColumn: week.flatMap { weeks[$0].firstIndex(of: focus) }, isFocused: isFocused
    ) { [self] row in
      TableRow(weeks[row / lines].map { cell($0, line: row % lines) })
    }
    table.isOnlySeen = true
    return table
  }

  private func cell(_ day: CalendarDay, line: Int) -> StyledText {
    guard CalendarMonth(of: day) == events.month else { return StyledText("") }
    let here = events.entries.filter { $0.day == day }
    if line == 0 {
      let number = day == desk.today ? "[\(day.day)]" : " \(day.day)"
      return StyledText(number, day == desk.today ? .accent : .plain)
        + StyledText(here.count > 1 ? " (\(here.count))" : "", .strong)
    }
    guard here.indices.contains(line - 1), let event = desk.programme.events[here[line - 1].id]
    else { return StyledText("") }
    // Told by a sign and not by the style alone.
    let isOff = event.status == .cancelled || event.status == .postponed
    return isOff ? StyledText("– \(event.title)", .faint) : StyledText(event.title)
  }
}
