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

  /// Reads a cell.
  func read(_ text: String) -> DateReading {
    if text.isEmpty || SheetCell.saysNothing(text) { return .none }
    let text = SheetCell.folded(text)
    if let one = single(text) { return one }
    return range(text) ?? .unreadable
  }

  /// What the cells of a column tell about the order.
  static func evidence(in texts: some Sequence<String>) -> DateOrderEvidence {
    var (dayFirst, monthFirst, open) = (0, 0, 0)
    for text in texts where !text.isEmpty {
      guard let parts = DateTokens(SheetCell.folded(text)), let (a, b) = parts.openPair else {
        continue
      }
      switch (a > 12, b > 12) {
      case (true, false): dayFirst += 1
      case (false, true): monthFirst += 1
      case (false, false) where a != b: open += 1
      default: break
      }
    }
    switch (dayFirst > 0, monthFirst > 0) {
    case (true, true): return .mixed
    case (true, false): return .found(.dayFirst)
    case (false, true): return .found(.monthFirst)
    case (false, false): return open > 0 ? .undecided(open) : .notNeeded
    }
  }

  private func single(_ text: String) -> DateReading? {
    guard let parts = DateTokens(text) else { return nil }
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

  private static let rangeMarks = [
    " - ", "–", "—", "〜", "~", "から", " to ", " until ", " au ", " bis ", " a ", " al ", " ate ",
    " et ", " and ", " und ", " y ", " e ", "-",
  ]

  /// `12–14 June 2024`, `12/06/2024 - 14/06/2024`.
  private func range(_ text: String) -> DateReading? {
    for mark in Self.rangeMarks {
      for place in places(of: mark, in: text) {
        let left = String(text[..<place.lowerBound])
        let right = String(text[place.upperBound...])
        guard case .date(let end, nil)? = single(right) else { continue }
        if case .date(let start, nil)? = single(left), start <= end {
          return .date(start, end: end)
        }
        if let start = day(left, before: end) { return .date(start, end: end) }
      }
    }
    return nil
  }

  /// `12` before `14 June 2024`.
  private func day(_ text: String, before end: KnownDate) -> KnownDate? {
    let words = SheetCell.tokens(text).filter { !DateTokens.ignored.contains($0) }
    guard words.count == 1, let day = Int(words[0]), let exact = end.exactDay, day < exact.day
    else { return nil }
    return CalendarDay(year: exact.year, month: exact.month, day: day).map { KnownDate($0) }
  }

  private func places(of mark: String, in text: String) -> [Range<String.Index>] {
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
