import HeardExchange
import HeardModel

/// Whole numbers as people type them.
public enum NumberInput {
  /// A number from 0 to 100 million; spaces and separators of thousands may stand in it.
  public static func number(_ text: String) -> Int? {
    let digits = text.filter { !" \u{202F}\u{A0},.'".contains($0) }
    guard !digits.isEmpty, digits.count <= 9, digits.allSatisfy(\.isWholeNumber) else {
      return nil
    }
    var number = 0
    for digit in digits { number = number * 10 + (digit.wholeNumberValue ?? 0) }
    // What a file may hold: a larger number would be saved and then not be read.
    return number <= 100_000_000 ? number : nil
  }
}

/// A text without the spaces around it.
public func trimmed(_ text: String) -> String {
  var part = text[...]
  while part.first?.isWhitespace ?? false { part.removeFirst() }
  while part.last?.isWhitespace ?? false { part.removeLast() }
  return String(part)
}

/// Dates as people type them.
///
/// `2024`, `2024-06`, `2024-06-12`, `2024-06-12 14:00`, `13/06/2024` and `13.6.2024`, `12 jun`,
/// `12 juin 2024`, `12. Juni 2024`, `12 de junio`, `6月12日`, `today`, `tomorrow`, `yesterday` in the
/// languages whose months are known, `+2w`, `-3d`, `+1m`. Whatever the language of the screen is,
/// all of them are understood. What `3/4/2025` means no text tells by itself.
public enum DateInput {
  /// What a text means on a day, before anything is known of the country in which it was written.
  public static func date(_ text: String, today: CalendarDay) -> TypedDate {
    let text = trimmed(fold(text))
    if let stored = KnownDate(stored: text.uppercased()) { return .one(stored) }
    let (dayPart, minute) = splitTime(text)
    let date = day(dayPart, today)
    return minute.map(date.at) ?? date
  }

  /// What a text means that is all numbers; any other form of a date is none.
  public static func numbers(_ text: String) -> TypedDate { separated(trimmed(fold(text))) }

  private static func day(_ text: String, _ today: CalendarDay) -> TypedDate {
    if let stored = KnownDate(stored: text.uppercased()) { return .one(stored) }
    if let offset = words[text] { return .one(KnownDate(today.adding(days: offset))) }
    let numbers = separated(text)
    if numbers != .noDate { return numbers }
    return TypedDate(relative(text, today) ?? named(text, today) ?? japanese(text, today))
  }

  private static let words: [String: Int] = [
    "today": 0, "tomorrow": 1, "yesterday": -1, "aujourd'hui": 0, "demain": 1, "hier": -1,
    "今日": 0, "明日": 1, "昨日": -1, "hoje": 0, "amanha": 1, "ontem": -1, "hoy": 0, "manana": 1,
    "ayer": -1, "heute": 0, "morgen": 1, "gestern": -1,
  ]

  /// `+2w`, `-3d`, `+1m`, `+1y`.
  private static func relative(_ text: String, _ today: CalendarDay) -> KnownDate? {
    guard let sign = text.first, sign == "+" || sign == "-", let unit = text.last,
      let count = Int(text.dropFirst().dropLast()), count <= 10_000
    else { return nil }
    let signed = sign == "-" ? -count : count
    switch unit {
    case "d", "j": return KnownDate(today.adding(days: signed))
    case "w", "s": return KnownDate(today.adding(days: signed * 7))
    case "m": return KnownDate(today.adding(months: signed))
    case "y", "a": return KnownDate(today.adding(months: signed * 12))
    default: return nil
    }
  }

  /// `13/06/2024`, `13.6.2024`, `2024/6/13`: with the year last, day or month may be first.
  private static func separated(_ text: String) -> TypedDate {
    let parts = text.split(whereSeparator: { "/.-".contains($0) }).map(String.init)
    let numbers = parts.compactMap(Int.init)
    guard numbers.count == 3, parts.count == 3 else { return .noDate }
    if parts[0].count == 4 {
      return TypedDate(date(year: numbers[0], month: numbers[1], day: numbers[2]))
    }
    guard parts[2].count == 4 else { return .noDate }
    let dayFirst = date(year: numbers[2], month: numbers[1], day: numbers[0])
    let monthFirst = date(year: numbers[2], month: numbers[0], day: numbers[1])
    guard let dayFirst, let monthFirst, dayFirst != monthFirst else {
      return TypedDate(dayFirst ?? monthFirst)
    }
    return .two(dayFirst: dayFirst, monthFirst: monthFirst)
  }

  private static func date(year: Int, month: Int, day: Int) -> KnownDate? {
    CalendarDay(year: year, month: month, day: day).map { KnownDate($0) }
  }

  /// `12 jun`, `12 juin 2024`, `june 2024`, `jun 12 2024`; without a year the nearest one to come
  /// within nine months, else the one just past.
  private static func named(_ text: String, _ today: CalendarDay) -> KnownDate? {
    let parts = text.split(whereSeparator: { " ,.".contains($0) }).map(String.init)
      .filter { $0 != "de" && $0 != "of" }
    guard (1...4).contains(parts.count) else { return nil }
    var month: Int?
    var numbers: [Int] = []
    for part in parts {
      if let number = Int(part.filter(\.isNumber)), part.first?.isNumber ?? false {
        numbers.append(number)
      } else if month == nil, let named = MonthNames.month(part) {
        month = named
      } else {
        return nil
      }
    }
    guard let month else { return nil }
    switch numbers.count {
    case 1 where numbers[0] > 31:
      return KnownDate(stored: "\(numbers[0])-\(month < 10 ? "0" : "")\(month)")
    case 1: return nearby(month, numbers[0], today)
    case 2:
      let year = max(numbers[0], numbers[1])
      // Of `12 jun 24` nobody knows which one is the year.
      return year < 1000 ? nil : date(year: year, month: month, day: min(numbers[0], numbers[1]))
    default: return nil
    }
  }

  private static func japanese(_ text: String, _ today: CalendarDay) -> KnownDate? {
    let numbers = text.split(whereSeparator: { "年月日".contains($0) }).compactMap { Int($0) }
    guard text.contains("月"), text.allSatisfy({ $0.isNumber || "年月日".contains($0) }) else {
      return nil
    }
    switch (numbers.count, text.contains("年"), text.contains("日")) {
    case (3, true, true):
      // Years of an emperor are no years of the calendar.
      return numbers[0] < 1000 ? nil : date(year: numbers[0], month: numbers[1], day: numbers[2])
    case (2, true, false):
      return KnownDate(
        stored: "\(numbers[0])-\(numbers[1] < 10 ? "0" : "")\(numbers[1])")
    case (2, false, true): return nearby(numbers[0], numbers[1], today)
    default: return nil
    }
  }

  private static func nearby(_ month: Int, _ day: Int, _ today: CalendarDay) -> KnownDate? {
    guard let thisYear = CalendarDay(year: today.year, month: month, day: day) else {
      return CalendarDay(year: today.year + 1, month: month, day: day).map { KnownDate($0) }
    }
    let nextYear = CalendarDay(year: today.year + 1, month: month, day: day)
    let lastYear = CalendarDay(year: today.year - 1, month: month, day: day)
    if let nextYear, nextYear < today.adding(months: 9) { return KnownDate(nextYear) }
    if let lastYear, thisYear > today.adding(months: 9) { return KnownDate(lastYear) }
    return KnownDate(thisYear)
  }

  private static func splitTime(_ text: String) -> (String, Int?) {
    guard let space = text.lastIndex(where: { $0 == " " || $0 == "t" }) else { return (text, nil) }
    let parts = text[text.index(after: space)...].split(
      omittingEmptySubsequences: false, whereSeparator: { ":h".contains($0) })
    guard parts.count == 2, let hour = Int(parts[0]), (0...23).contains(hour) else {
      return (text, nil)
    }
    let minute = parts[1].isEmpty ? 0 : Int(parts[1]) ?? -1
    guard (0...59).contains(minute) else { return (text, nil) }
    return (trimmed(String(text[..<space])), hour * 60 + minute)
  }
}
