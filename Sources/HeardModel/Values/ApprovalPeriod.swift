/// What a manager approves at once: a quarter or a year of one country, as `FR-2024-Q2` and `FR-2024`.
///
/// Events without a date and events without a country have periods of their own: `FR-undated`,
/// `none-2024-Q2`.
public struct ApprovalPeriod: Hashable, Comparable, Sendable, StoredText {
  /// The country; nil for events whose country is not known.
  public let country: CountryCode?
  /// 1 to 9999; nil for events without a date.
  public let year: Int?
  /// 1 to 4; nil for a whole year.
  public let quarter: Int?

  /// A quarter of a year in a country; nil for a year or quarter that does not exist.
  public init?(_ country: CountryCode?, year: Int, quarter: Int) {
    guard (1...9999).contains(year), (1...4).contains(quarter) else { return nil }
    (self.country, self.year, self.quarter) = (country, year, quarter)
  }

  private init(_ country: CountryCode?, whole year: Int?) {
    (self.country, self.year, quarter) = (country, year, nil)
  }

  init(unchecked: ()) {
    (country, year, quarter) = (CountryCode.all[0], 1, 1)
  }

  /// Takes a country and a quarter as `2024-Q2`, its letter in any case.
  public init?(_ country: CountryCode?, quarter text: String) {
    let bytes = Array(text.uppercased().utf8)
    guard bytes.count == 7, bytes[4] == UInt8(ascii: "-"), bytes[5] == UInt8(ascii: "Q"),
      bytes[6].isDigit, let year = KnownDate(stored: String(text.prefix(4)))?.year
    else { return nil }
    self.init(country, year: year, quarter: Int(bytes[6] - 48))
  }

  /// Takes `FR-2024-Q2`, `FR-2024` or `FR-undated`, with `none` in place of the country, and no
  /// other form.
  public init?(stored text: String) {
    guard let hyphen = text.firstIndex(of: "-") else { return nil }
    let (name, rest) = (String(text[..<hyphen]), String(text[text.index(after: hyphen)...]))
    let country = CountryCode(stored: name)
    guard country != nil || name == Self.nowhere else { return nil }
    if rest == Self.undated {
      self.init(country, whole: nil)
    } else if rest.utf8.count == 4, let date = KnownDate(stored: rest) {
      self.init(country, whole: date.year)
    } else {
      self.init(country, quarter: rest)
    }
    // The same text in other letters is another name for the machine.
    guard stored.utf8.elementsEqual(text.utf8) else { return nil }
  }

  /// Takes a country and a period as people type them, `none` standing for no country: `fr` and
  /// `2024-q2`, `2024` or `undated`.
  public init?(typed country: String, _ period: String) {
    let name = country.lowercased() == Self.nowhere ? Self.nowhere : country.uppercased()
    let rest = period.lowercased() == Self.undated ? Self.undated : period.uppercased()
    self.init(stored: "\(name)-\(rest)")
  }

  /// The quarter in which a date lies for certain; nil for a date known to the year only, and
  /// where the country is not known.
  public init?(_ country: CountryCode?, _ start: KnownDate?) {
    guard let country, let start, let month = start.month else { return nil }
    self.init(country, year: start.year, quarter: (month + 2) / 3)
  }

  /// Every period to which an event of a country and a date counts, the narrowest first.
  ///
  /// Without a date only a held event counts to one: else nobody could plan an event whose day is
  /// not known yet, once those of the past are approved.
  public static func all(
    _ country: CountryCode?, _ start: KnownDate?, isHeld: Bool
  ) -> [ApprovalPeriod] {
    guard let start else { return isHeld ? [ApprovalPeriod(country, whole: nil)] : [] }
    let quarter = start.month.flatMap {
      ApprovalPeriod(country, year: start.year, quarter: ($0 + 2) / 3)
    }
    return [quarter, ApprovalPeriod(country, whole: start.year)].compactMap { $0 }
  }

  /// The same time in another country, or in none.
  public func of(_ country: CountryCode?) -> ApprovalPeriod {
    guard let year, let quarter else { return ApprovalPeriod(country, whole: year) }
    return ApprovalPeriod(country, year: year, quarter: quarter) ?? self
  }

  private static let nowhere = "none"
  private static let undated = "undated"

  /// The period as `FR-2024-Q2`.
  public var stored: String { "\(country?.stored ?? Self.nowhere)-\(quarterText)" }

  /// The period without its country, as `2024-Q2`.
  public var quarterText: String {
    guard let year else { return Self.undated }
    return padded(year, 4) + (quarter.map { "-Q\($0)" } ?? "")
  }

  /// The last day; nil for events without a date, which were held whenever that was.
  public var lastDay: CalendarDay? {
    guard let year else { return nil }
    let month = (quarter ?? 4) * 3
    return CalendarDay(
      year: year, month: month, day: CalendarDay.days(inMonth: month, of: year))
  }

  /// The first day; nil for events without a date.
  public var firstDay: CalendarDay? {
    year.flatMap { CalendarDay(year: $0, month: (quarter ?? 1) * 3 - 2, day: 1) }
  }

  /// Whether nothing more can happen in it: its last day lies before this one, or it has none.
  public func isOver(on day: CalendarDay) -> Bool { lastDay.map { $0 < day } ?? true }

  /// Orders by time, then by country.
  public static func < (a: Self, b: Self) -> Bool {
    (a.year ?? 0, a.quarter ?? 0, a.country?.stored ?? "")
      < (b.year ?? 0, b.quarter ?? 0, b.country?.stored ?? "")
  }
}

extension Event {
  /// The quarter to which the event counts, by its start; nil where country, year or month is not
  /// known.
  public var quarter: ApprovalPeriod? { ApprovalPeriod(country, start) }

  /// Every period in which the event can be approved, the narrowest first.
  public var periods: [ApprovalPeriod] {
    ApprovalPeriod.all(country, start, isHeld: status == .held)
  }
}
