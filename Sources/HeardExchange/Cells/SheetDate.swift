import HeardModel

/// What a column tells about the order of day and month.
public enum DateOrderEvidence: Hashable, Sendable {
  /// No date depends on it.
  case notNeeded
  /// At least one date can only be read so, and none the other way round.
  case found(DateOrder)
  /// Some dates can only be read one way, some only the other.
  case mixed
  /// So many dates can be read both ways, and no other tells.
  case undecided(Int)
}

/// What a cell of a date column means.
enum DateReading: Hashable {
  /// Nothing, or that nobody knows yet.
  case none
  /// A date as exact as it is written; with its end where the cell is a range.
  case date(KnownDate, end: KnownDate?)
  /// Two dates, and nothing tells which.
  case ambiguous(dayFirst: KnownDate, monthFirst: KnownDate)
  /// The number by which a spreadsheet keeps a day.
  case dayNumber(KnownDate)
  /// No date that could be read.
  case unreadable
}

/// Dates as people write them in sheets, in English, French, Japanese, Portuguese, German, Spanish.
///
/// Nothing is added to what is written: a day without its year is not read.
struct SheetDate {
  /// The order of day and month where nothing else tells; nil reads such dates as ambiguous.
  let order: DateOrder?
  /// Whether a column tells moments, and not days at midnight, where it writes them with an offset.
  var tellsMoments = false
  /// Whether two digits in front can be the year, as in `24/6/12` on a Japanese sheet.
  var mayBeginWithYear = false

  /// Reads a cell.
  func read(_ text: String) -> DateReading { written(text).reading }

  /// Reads a cell, with the zone that is written in it.
  func written(_ text: String) -> (reading: DateReading, zone: WrittenZone?) {
    if text.isEmpty || SheetCell.saysNothing(text) { return (.none, nil) }
    let text = SheetCell.folded(text)
    if let days = days(text) { return (days, nil) }
    return withTimes(text) ?? (.unreadable, nil)
  }

  /// One day or the first and last of several.
  private func days(_ text: String) -> DateReading? { single(text) ?? span(text) }

  /// What the cells of a column tell about the order.
  static func evidence(in texts: some Sequence<String>) -> DateOrderEvidence {
    var (dayFirst, monthFirst, open) = (0, 0, 0)
    for text in texts where !text.isEmpty {
      switch order(in: SheetCell.folded(text)) {
      case .found(.dayFirst): dayFirst += 1
      case .found(.monthFirst): monthFirst += 1
      case .undecided: open += 1
      case .notNeeded, .mixed: break
      }
    }
    switch (dayFirst > 0, monthFirst > 0) {
    case (true, true): return .mixed
    case (true, false): return .found(.dayFirst)
    case (false, true): return .found(.monthFirst)
    case (false, false): return open > 0 ? .undecided(open) : .notNeeded
    }
  }

  /// What one folded text tells.
  private static func order(in text: String) -> DateOrderEvidence {
    if let (a, b) = DateTokens(text)?.openPair {
      switch (a > 12, b > 12) {
      case (true, false): return .found(.dayFirst)
      case (false, true): return .found(.monthFirst)
      case (false, false) where a != b: return .undecided(1)
      default: return .notNeeded
      }
    }
    let dates = SheetDate(order: nil)
    if dates.single(text) != nil { return .notNeeded }
    if let order = spanOrder(text) { return order }
    return dates.dayPart(text).map { order(in: $0.day) } ?? .notNeeded
  }

  func single(_ text: String) -> DateReading? {
    guard let parts = DateTokens(text) else { return nil }
    if mayBeginWithYear, parts.isOpenYear { return .unreadable }
    if let (a, b) = parts.openPair, let year = parts.openYear {
      return pair(a, b, year, parts.minute)
    }
    if let number = parts.dayNumber { return .dayNumber(number) }
    return parts.date.map { .date($0, end: nil) }
  }

  /// Day and month in an order that only the column can tell.
  private func pair(_ a: Int, _ b: Int, _ year: Int, _ minute: Int?) -> DateReading? {
    let first = CalendarDay(year: year, month: b, day: a)
      .map { KnownDate($0, minuteOfDay: minute) }
    let second = CalendarDay(year: year, month: a, day: b)
      .map { KnownDate($0, minuteOfDay: minute) }
    switch (first, second) {
    case (let date?, nil), (nil, let date?): return .date(date, end: nil)
    case (nil, nil): return .unreadable
    case (let dayFirst?, let monthFirst?):
      if dayFirst == monthFirst { return .date(dayFirst, end: nil) }
      switch order {
      case .dayFirst?: return .date(dayFirst, end: nil)
      case .monthFirst?: return .date(monthFirst, end: nil)
      case nil: return .ambiguous(dayFirst: dayFirst, monthFirst: monthFirst)
      }
    }
  }
}
