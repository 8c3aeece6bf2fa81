/// A date as exact as what is known: a year, a month, a day, or a minute of a day.
///
/// Nothing is invented to fill it: `2024` stays `2024`. The time is that of the event's own zone.
public struct KnownDate: Hashable, Comparable, Sendable, StoredText {
  /// How much of a date is known.
  public enum Precision: Int, Comparable, Sendable {
    /// Only the year.
    case year
    /// Year and month.
    case month
    /// The day.
    case day
    /// The day and the time.
    case minute

    /// Orders from the least to the most exact.
    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  /// 1 to 9999.
  public let year: Int
  /// 1 to 12, where known.
  public let month: Int?
  /// 1 to 31, where known.
  public let day: Int?
  /// Minutes since midnight in the event's zone, where known.
  public let minuteOfDay: Int?

  /// A date known to the day.
  public init(_ day: CalendarDay) { self.init(day, minuteOfDay: nil) }

  /// A date known to the minute; `minuteOfDay` is 0 to 1439.
  public init(_ day: CalendarDay, minuteOfDay: Int?) {
    year = day.year
    month = day.month
    self.day = day.day
    self.minuteOfDay = minuteOfDay.map { min(max($0, 0), 1439) }
  }

  /// A date known to the year; the year is 1 to 9999.
  public init(year: Int) {
    self.year = min(max(year, 1), 9999)
    month = nil
    day = nil
    minuteOfDay = nil
  }

  /// Takes `2024`, `2024-06`, `2024-06-12` or `2024-06-12T14:00`; nil for any other form or a
  /// day that does not exist.
  public init?(stored text: String) {
    var text = text
    guard let date = text.withUTF8({ KnownDate(bytes: $0) }) else { return nil }
    self = date
  }

  init?(bytes: UnsafeBufferPointer<UInt8>) {
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for place in range {
        guard bytes[place].isDigit else { return nil }
        value = value * 10 + Int(bytes[place] - 48)
      }
      return value
    }
    let length = bytes.count
    guard length == 4 || length == 7 || length == 10 || length == 16,
      let year = number(0..<4), year >= 1
    else { return nil }
    self.year = year
    guard bytes.count >= 7 else {
      (month, day, minuteOfDay) = (nil, nil, nil)
      return
    }
    guard bytes[4] == 45, let month = number(5..<7), (1...12).contains(month) else { return nil }
    self.month = month
    guard bytes.count >= 10 else {
      (day, minuteOfDay) = (nil, nil)
      return
    }
    guard bytes[7] == 45, let day = number(8..<10),
      CalendarDay(year: year, month: month, day: day) != nil
    else { return nil }
    self.day = day
    guard bytes.count == 16 else {
      minuteOfDay = nil
      return
    }
    guard bytes[10] == 84, bytes[13] == 58, let hour = number(11..<13), hour < 24,
      let minute = number(14..<16), minute < 60
    else { return nil }
    minuteOfDay = hour * 60 + minute
  }

  /// The date in the shortest ISO form that tells what is known.
  public var stored: String {
    guard let minuteOfDay else { return dayText }
    return "\(dayText)T\(timeText(minuteOfDay))"
  }

  /// The date without the time: `2024-06-12`, `2024-06` or `2024`.
  public var dayText: String {
    var text = padded(year, 4)
    if let month { text += "-\(padded(month, 2))" }
    if let day { text += "-\(padded(day, 2))" }
    return text
  }

  /// How much is known.
  public var precision: Precision {
    if minuteOfDay != nil { return .minute }
    if day != nil { return .day }
    return month != nil ? .month : .year
  }

  /// The day, when it is known.
  public var exactDay: CalendarDay? {
    guard let month, let day else { return nil }
    return CalendarDay(year: year, month: month, day: day)
  }

  /// The first day that the date can mean.
  public var firstDay: CalendarDay {
    CalendarDay(year: year, month: month ?? 1, day: day ?? 1) ?? CalendarDay(dayNumber: 0)
  }

  /// The last day that the date can mean.
  public var lastDay: CalendarDay {
    let month = month ?? 12
    return CalendarDay(
      year: year, month: month, day: day ?? CalendarDay.days(inMonth: month, of: year))
      ?? firstDay
  }

  /// Orders by the first moment that a date can mean, then from the less to the more exact.
  public static func < (a: Self, b: Self) -> Bool {
    (a.year, a.month ?? 0, a.day ?? 0, a.minuteOfDay ?? -1)
      < (b.year, b.month ?? 0, b.day ?? 0, b.minuteOfDay ?? -1)
  }
}

/// Minutes since midnight as `14:05`.
func timeText(_ minuteOfDay: Int) -> String {
  "\(padded(minuteOfDay / 60, 2)):\(padded(minuteOfDay % 60, 2))"
}
