/// A month of the Gregorian calendar.
public struct CalendarMonth: Hashable, Comparable, Sendable {
  /// 1 to 9999.
  public let year: Int
  /// 1 to 12.
  public let month: Int

  /// The month in which a day lies.
  public init(of day: CalendarDay) { (year, month) = (day.year, day.month) }

  /// The first day.
  public var firstDay: CalendarDay {
    CalendarDay(year: year, month: month, day: 1) ?? CalendarDay(dayNumber: 0)
  }

  /// The last day.
  public var lastDay: CalendarDay {
    firstDay.adding(days: CalendarDay.days(inMonth: month, of: year) - 1)
  }

  /// Every day from the first to the last.
  public var days: [CalendarDay] {
    (0..<CalendarDay.days(inMonth: month, of: year)).map { firstDay.adding(days: $0) }
  }

  /// The weeks of seven days that hold the month; `firstWeekday` is 1 for Monday to 7 for Sunday.
  ///
  /// The first and last weeks reach into the months beside it.
  public func weeks(firstWeekday: Int) -> [[CalendarDay]] {
    let before = (firstDay.weekday - firstWeekday + 7) % 7
    let start = firstDay.adding(days: -before)
    let count = (lastDay.dayNumber - start.dayNumber) / 7 + 1
    return (0..<count).map { week in (0..<7).map { start.adding(days: week * 7 + $0) } }
  }

  /// Orders months as they follow each other.
  public static func < (a: Self, b: Self) -> Bool { (a.year, a.month) < (b.year, b.month) }
}
