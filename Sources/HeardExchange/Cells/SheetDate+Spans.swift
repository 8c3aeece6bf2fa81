import HeardModel

// The first and the last of several days: `12–14 June 2024`, `Jun 28 – Jul 2, 2024`, `15-16/06/2024`.
extension SheetDate {
  /// What stands between two ends, the longest signs first.
  private static let marks = [
    " - ", "–", "—", "〜", "~", "から", " to ", " until ", " au ", " bis ", " a ", " al ", " ate ",
    " hasta ", "-",
  ]

  /// What joins single days; only days that follow each other are one span.
  private static let joints = [
    " et ", " and ", " und ", " y ", " e ", "&", "+", "、", "・", "と", ", ", "/",
  ]

  /// The days from one to another; ambiguous where nothing tells day from month.
  func span(_ text: String) -> DateReading? {
    if let order {
      return Self.span(text, order) ?? Self.span(text, order == .dayFirst ? .monthFirst : .dayFirst)
    }
    let (first, second) = (Self.span(text, .dayFirst), Self.span(text, .monthFirst))
    guard case .date(let dayFirst, _)? = first, case .date(let monthFirst, _)? = second,
      first != second
    else { return first ?? second }
    return .ambiguous(dayFirst: dayFirst, monthFirst: monthFirst)
  }

  /// What a span tells about the order of day and month; nil for a text that is none.
  static func spanOrder(_ text: String) -> DateOrderEvidence? {
    let (first, second) = (span(text, .dayFirst), span(text, .monthFirst))
    switch (first, second) {
    case (nil, nil): return nil
    case (_?, nil): return .found(.dayFirst)
    case (nil, _?): return .found(.monthFirst)
    case (let first?, let second?): return first == second ? .notNeeded : .undecided(1)
    }
  }

  private static func span(_ text: String, _ order: DateOrder) -> DateReading? {
    for (marks, isJoint) in [(marks, false), (joints, true)] {
      for mark in marks {
        for place in places(of: mark, in: text) {
          let left = String(text[..<place.lowerBound])
          let right = String(text[place.upperBound...])
          // `2024-06-05-07` can be anything.
          if mark == "-", left.contains("-"), !right.contains("-") { continue }
          guard let (start, end) = ends(left, right, order) else { continue }
          let isISO = mark == "/" && left.contains("-") && right.contains("-")
          if isJoint, !isISO, !follow(start, end) { continue }
          return .date(start, end: end)
        }
      }
    }
    return nil
  }

  private static func follow(_ start: KnownDate, _ end: KnownDate) -> Bool {
    guard let first = start.exactDay, let last = end.exactDay else { return false }
    return first.adding(days: 1) == last
  }

  private static func ends(
    _ left: String, _ right: String, _ order: DateOrder
  ) -> (KnownDate, KnownDate)? {
    guard let first = DateTokens(left), let last = DateTokens(right) else { return nil }
    // The only time behind a span is that of its start, which is read elsewhere.
    let isTimeOfStart = last.minute != nil && first.minute == nil
    if let start = whole(first, order), let end = whole(last, order) {
      return start <= end && !isTimeOfStart ? (start, end) : nil
    }
    guard var from = DatePart(first, order, before: last),
      var until = DatePart(last, order, behind: first)
    else { return nil }
    // `12 June 2024 14:00-16` is no 16th.
    if isTimeOfStart || (first.minute != nil && until.month == nil) { return nil }
    DatePart.share(&from, &until)
    guard let start = from.date(first.minute), let end = until.date(last.minute), start <= end
    else { return nil }
    return (start, end)
  }

  /// A date that lacks nothing.
  private static func whole(_ tokens: DateTokens, _ order: DateOrder) -> KnownDate? {
    guard let (a, b) = tokens.openPair, let year = tokens.openYear else { return tokens.date }
    let (day, month) = order == .dayFirst ? (a, b) : (b, a)
    return CalendarDay(year: year, month: month, day: day)
      .map { KnownDate($0, minuteOfDay: tokens.minute) }
  }

  private static func places(of mark: String, in text: String) -> [Range<String.Index>] {
    var found: [Range<String.Index>] = []
    var start = text.startIndex
    while start < text.endIndex {
      guard text[start...].hasPrefix(mark) else {
        start = text.index(after: start)
        continue
      }
      let end = text.index(start, offsetBy: mark.count)
      found.append(start..<end)
      start = end
    }
    return found
  }
}

/// What one end of a span tells; the other end tells the rest.
private struct DatePart {
  var day: Int
  var month: Int?
  var year: Int?

  private init(day: Int, month: Int?, year: Int?) {
    (self.day, self.month, self.year) = (day, month, year)
  }

  /// The first day, of which the month can stand behind the last.
  init?(_ tokens: DateTokens, _ order: DateOrder, before last: DateTokens) {
    self.init(tokens, order, isMonthFirst: order == .monthFirst)
    // `06/15-16/2024` has its month first, `15-16/06/2024` has not.
    if month == nil, last.openPair != nil, order == .monthFirst { return nil }
  }

  /// The last day, of which the month can stand before the first.
  init?(_ tokens: DateTokens, _ order: DateOrder, behind first: DateTokens) {
    let numbers = tokens.numbers
    if tokens.month == nil, !tokens.isJapanese, numbers.count == 2, numbers[1].digits == 4 {
      // The day and the year behind a month: `June 5–7, 2024`, `06/15-16/2024`.
      let isNamed = first.month != nil && !tokens.hasSlash && !tokens.isDotted
      let isPair = tokens.hasSlash && first.hasSlash && first.numbers.count == 2
      guard numbers[0].digits <= 2, isNamed || (isPair && order == .monthFirst) else { return nil }
      self.init(day: numbers[0].value, month: nil, year: numbers[1].value)
      return
    }
    // Behind `2024/6/5` stands the month first.
    let isISO = first.numbers.count == 3 && first.numbers[0].digits == 4
    self.init(tokens, order, isMonthFirst: isISO || order == .monthFirst)
  }

  private init?(_ tokens: DateTokens, _ order: DateOrder, isMonthFirst: Bool) {
    if tokens.isJapanese || tokens.japaneseYear != nil {
      self.init(japanese: tokens)
      return
    }
    let numbers = tokens.numbers
    if let month = tokens.month {
      self.init(numbers, named: month)
      return
    }
    switch numbers.count {
    case 1 where numbers[0].digits <= 2:
      self.init(day: numbers[0].value, month: nil, year: nil)
    case 2 where numbers.allSatisfy { $0.digits <= 2 }:
      let isMonthFirst = isMonthFirst && !tokens.isDotted
      let (first, second) = (numbers[0].value, numbers[1].value)
      guard tokens.hasSlash || tokens.isDotted else { return nil }
      self.init(
        day: isMonthFirst ? second : first, month: isMonthFirst ? first : second, year: nil)
    case 3:
      if let whole = tokens.openPair, let year = tokens.openYear {
        self.init(
          day: isMonthFirst ? whole.1 : whole.0, month: isMonthFirst ? whole.0 : whole.1,
          year: year)
      } else if let date = tokens.date, let day = date.day {
        self.init(day: day, month: date.month, year: date.year)
      } else {
        return nil
      }
    default: return nil
    }
  }

  private init?(_ numbers: [DateTokens.Number], named month: Int) {
    guard let day = numbers.first(where: { $0.digits <= 2 }), numbers.count <= 2 else { return nil }
    let year = numbers.first { $0.digits == 4 }
    // `28 Jun 24` has its year in two digits.
    let short = numbers.count == 2 && year == nil ? numbers[1].value + 2000 : nil
    (self.day, self.month, self.year) = (day.value, month, year?.value ?? short)
  }

  private init?(japanese tokens: DateTokens) {
    func value(_ mark: Character?) -> Int? { tokens.numbers.first { $0.mark == mark }?.value }
    guard let day = value("日") ?? value(nil) else { return nil }
    (self.day, month, year) = (day, value("月"), tokens.japaneseYear ?? value("年"))
  }

  /// Gives to each end what only the other one tells; a span may go over the end of a year.
  static func share(_ from: inout DatePart, _ until: inout DatePart) {
    let month = (from.month ?? until.month, until.month ?? from.month)
    let year = (from.year, until.year)
    (from.month, until.month) = month
    guard let first = month.0, let last = month.1 else { return }
    if year.0 == nil { from.year = year.1.map { first > last ? $0 - 1 : $0 } }
    if year.1 == nil { until.year = year.0.map { last < first ? $0 + 1 : $0 } }
  }

  func date(_ minute: Int?) -> KnownDate? {
    guard let year, let month, (1900...2200).contains(year) else { return nil }
    return CalendarDay(year: year, month: month, day: day).map {
      KnownDate($0, minuteOfDay: minute)
    }
  }
}

// A day with its times: `12 June 2024, 18:00–20:00`, `2024-06-12T22:30:00Z`.
extension SheetDate {
  /// The part of a text that tells the day, with what tells the time behind it.
  func dayPart(_ text: String) -> (day: String, time: SheetTime)? {
    guard text.utf8.count <= 80, text.contains(where: \.isNumber) else { return nil }
    let characters = Array(text)
    for place in characters.indices.dropFirst() where Self.mayBegin(place, characters) {
      let day = String(characters[..<place]).trimmingSuffix(" ,;:|@·-–—(")
      if day.contains(":") { return nil }
      guard !day.isEmpty, let days = single(day) ?? span(day), days.isDay else { continue }
      let isAfterT = characters[place - 1] == "t"
      if let time = SheetTime(folded: String(characters[place...]), afterT: isAfterT) {
        return (day, time)
      }
    }
    return nil
  }

  func withTimes(_ text: String) -> (reading: DateReading, zone: WrittenZone?)? {
    guard let (day, time) = dayPart(text), let days = single(day) ?? span(day) else { return nil }
    return days.with(time).map { ($0, time.zone) }
  }

  /// Whether words for a time may begin at a place: behind a space, the `T`, a sign of Japanese.
  private static func mayBegin(_ place: Int, _ characters: [Character]) -> Bool {
    let (before, here) = (characters[place - 1], characters[place])
    if here == " " { return false }
    if before == "t" { return place > 1 && characters[place - 2].isNumber && here.isNumber }
    return " ,(、，日)".contains(before)
  }
}

extension DateReading {
  /// Whether it tells a day, or days, without a time.
  fileprivate var isDay: Bool {
    switch self {
    case .date(let start, let end):
      start.precision == .day && (end.map { $0.precision == .day } ?? true)
    case .ambiguous(let first, let second): first.precision == .day && second.precision == .day
    case .none, .dayNumber, .unreadable: false
    }
  }

  /// The day with its times; nil where they contradict each other.
  fileprivate func with(_ time: SheetTime) -> DateReading? {
    switch self {
    case .date(let start, let end):
      return start.exactDay.flatMap { time.placed(on: $0, until: end?.exactDay) }
        .map { .date($0.start, end: $0.end) }
    case .ambiguous(let first, let second):
      guard let dayFirst = first.exactDay.flatMap({ time.placed(on: $0, until: nil) }),
        let monthFirst = second.exactDay.flatMap({ time.placed(on: $0, until: nil) })
      else { return nil }
      return .ambiguous(dayFirst: dayFirst.start, monthFirst: monthFirst.start)
    case .none, .dayNumber, .unreadable: return nil
    }
  }
}

extension SheetTime {
  /// The start and the end on a day, or on the first and the last of several.
  ///
  /// An end before the start lies past midnight where that makes no more than twelve hours; `10–2`
  /// from ten in the morning says something else than it means, and is not read.
  func placed(on day: CalendarDay, until last: CalendarDay?) -> (start: KnownDate, end: KnownDate?)?
  {
    // Midnight alone is what spreadsheets add to a day.
    if start == 0, end == nil, zone == nil { return (KnownDate(day), last.map { KnownDate($0) }) }
    let from = KnownDate(day, minutes: start)
    guard let end else { return (from, last.map { KnownDate($0) }) }
    if let last, last > day {
      let isNight = end <= start
      return isNight && last != day.adding(days: 1) ? nil : (from, KnownDate(last, minutes: end))
    }
    if end > start { return (from, KnownDate(day, minutes: end)) }
    let isNight = end < start && end + 1440 - start <= 720
    return isNight ? (from, KnownDate(day.adding(days: 1), minutes: end)) : nil
  }
}

extension KnownDate {
  /// A day with so many minutes; `24:00` is the beginning of the next day.
  init(_ day: CalendarDay, minutes: Int) {
    self.init(minutes < 1440 ? day : day.adding(days: 1), minuteOfDay: minutes % 1440)
  }
}

extension String {
  /// The text without some signs at its end.
  fileprivate func trimmingSuffix(_ signs: String) -> String {
    var text = self[...]
    while let last = text.last, signs.contains(last) { text.removeLast() }
    return String(text)
  }
}

extension SheetDate {
  /// Whether dates with an offset are moments: one of them is not midnight.
  static func areMoments(_ texts: some Sequence<String>) -> Bool {
    let dates = SheetDate(order: .dayFirst)
    return texts.contains { text in
      guard text.contains(where: { "zZ+-".contains($0) }),
        case (.date(let date, _), .offset?) = dates.written(text)
      else { return false }
      return date.minuteOfDay ?? 0 > 0
    }
  }
}
