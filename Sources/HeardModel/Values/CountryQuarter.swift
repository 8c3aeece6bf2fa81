/// One quarter of a year in one country, as `FR-2024-Q2`: what a manager approves.
public struct CountryQuarter: Hashable, Comparable, Sendable, StoredText {
  /// The country.
  public let country: CountryCode
  /// 1 to 9999.
  public let year: Int
  /// 1 to 4.
  public let quarter: Int

  /// A quarter of a year in a country; nil for a year or quarter that does not exist.
  public init?(_ country: CountryCode, year: Int, quarter: Int) {
    guard (1...9999).contains(year), (1...4).contains(quarter) else { return nil }
    (self.country, self.year, self.quarter) = (country, year, quarter)
  }

  init(unchecked: ()) {
    (country, year, quarter) = (CountryCode.all[0], 1, 1)
  }

  /// Takes a country and a quarter as `2024-Q2`, its letter in any case.
  public init?(_ country: CountryCode, quarter text: String) {
    let bytes = Array(text.uppercased().utf8)
    guard bytes.count == 7, bytes[4] == UInt8(ascii: "-"), bytes[5] == UInt8(ascii: "Q"),
      bytes[6].isDigit, let year = KnownDate(stored: String(text.prefix(4)))?.year
    else { return nil }
    self.init(country, year: year, quarter: Int(bytes[6] - 48))
  }

  /// Takes `FR-2024-Q2` and no other form.
  public init?(stored text: String) {
    guard let country = CountryCode(stored: String(text.prefix(2))), text.dropFirst(2).first == "-"
    else { return nil }
    self.init(country, quarter: String(text.dropFirst(3)))
    // The same text in other letters is another name for the machine.
    guard stored.utf8.elementsEqual(text.utf8) else { return nil }
  }

  /// The quarter in which a date lies for certain; nil for a date known to the year only.
  public init?(_ country: CountryCode?, _ start: KnownDate?) {
    guard let country, let start, let month = start.month else { return nil }
    self.init(country, year: start.year, quarter: (month + 2) / 3)
  }

  /// The quarter as `FR-2024-Q2`.
  public var stored: String { "\(country.stored)-\(quarterText)" }

  /// The quarter without its country, as `2024-Q2`.
  public var quarterText: String { "\(padded(year, 4))-Q\(quarter)" }

  /// Its three months, 1 to 12.
  public var months: [Int] { Array(quarter * 3 - 2...quarter * 3) }

  /// The last day.
  public var lastDay: CalendarDay {
    let month = quarter * 3
    return CalendarDay(
      year: year, month: month, day: CalendarDay.days(inMonth: month, of: year))
      ?? CalendarDay(dayNumber: 0)
  }

  /// Orders by time, then by country.
  public static func < (a: Self, b: Self) -> Bool {
    (a.year, a.quarter, a.country) < (b.year, b.quarter, b.country)
  }
}

extension Event {
  /// The quarter to which the event counts, by its start; nil where country, year or month is not
  /// known.
  public var quarter: CountryQuarter? { CountryQuarter(country, start) }
}
