/// How the events of a series follow each other.
public enum SeriesRhythm: String, CaseIterable, Sendable, StoredText {
  /// Every seven days.
  case weekly
  /// Every fourteen days.
  case fortnightly
  /// On the same weekday of every month, as its second Tuesday.
  case monthly

  /// The day so many steps after a day, which is step 0.
  ///
  /// The fifth such weekday of a month is taken for its last one: not every month has five.
  public func day(_ step: Int, after day: CalendarDay) -> CalendarDay {
    switch self {
    case .weekly: return day.adding(days: 7 * step)
    case .fortnightly: return day.adding(days: 14 * step)
    case .monthly:
      let month = CalendarMonth(of: CalendarMonth(of: day).firstDay.adding(months: step))
      let toWeekday = (day.weekday - month.firstDay.weekday + 7) % 7
      let wanted = month.firstDay.adding(days: toWeekday + (day.day - 1) / 7 * 7)
      return wanted <= month.lastDay ? wanted : wanted.adding(days: -7)
    }
  }
}
