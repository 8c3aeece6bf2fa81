import Foundation
import HeardKit
import HeardModel
import HeardScreens
import TestKit
import Testing

/// Dates as people type them, in whatever language the screen is.
@Suite struct DateInputTests {
  private func date(_ text: String) throws -> String? {
    DateInput.date(text, today: try #require(CalendarDay(stored: "2024-12-01"))).date?.stored
  }

  @Test(arguments: [
    "12 jun 2024", "12 June 2024", "12 juin 2024", "12 juni 2024", "12. Juni 2024",
    "12 de junho de 2024", "12 junio 2024", "june 12 2024", "12 JUNHO 2024", "2024年6月12日",
  ])
  func `a day is understood with the name of its month in every language`(text: String) throws {
    #expect(try date(text) == "2024-06-12")
  }

  @Test(arguments: [
    ("märz 2024", 3), ("Mrz 2024", 3), ("março 2024", 3), ("mars 2024", 3), ("marzo 2024", 3),
    ("mai 2024", 5), ("maio 2024", 5), ("mayo 2024", 5), ("août 2024", 8), ("ago 2024", 8),
    ("Okt 2024", 10), ("out 2024", 10), ("enero 2024", 1), ("Jänner 2024", 1),
    ("dezembro 2024", 12), ("diciembre 2024", 12), ("févr 2024", 2), ("2024年11月", 11),
  ])
  func `a month is understood by its name or its beginning, with accents or without`(
    text: String, month: Int
  ) throws {
    #expect(try date(text) == "2024-\(month < 10 ? "0" : "")\(month)")
  }

  @Test(arguments: ["12 juni", "12 de junio", "12 junho", "12 juin", "12 jun", "6月12日"])
  func `a day without a year is the nearest one`(text: String) throws {
    #expect(try date(text) == "2025-06-12")
  }

  @Test(arguments: [
    "12 ju", "12 jui 2024", "12 ma 2024", "12 junk 2024", "31 juni 2024", "12 mayor",
  ])
  func `a beginning that several months have, or none, is refused`(text: String) throws {
    #expect(try date(text) == nil)
  }

  @Test(arguments: [
    ("morgen", "2024-12-02"), ("amanhã", "2024-12-02"), ("mañana", "2024-12-02"),
    ("hier", "2024-11-30"), ("ontem", "2024-11-30"), ("ayer", "2024-11-30"), ("昨日", "2024-11-30"),
    ("hoy", "2024-12-01"),
  ])
  func `today and its neighbours are understood in every language`(text: String, day: String) throws
  {
    #expect(try date(text) == day)
  }

  @Test(arguments: ["12 jun 24", "24年6月12日", "jun 45", "3/4/25", "2024/13/4", "31/31/2024"])
  func `what has no year of four digits, or no such day, is no date`(text: String) throws {
    #expect(try date(text) == nil)
  }
}

/// Dates of numbers alone, of which a custom tells whether day or month is first.
@Suite struct OpenDateTests {
  private let today = CalendarDay(dayNumber: 20_058)

  private func typed(_ text: String, in country: String? = nil) -> TypedDate {
    DateInput.date(text, today: today)
      .written(in: country.flatMap { CountryCode(stored: $0) })
  }

  private func day(_ year: Int, _ month: Int, _ day: Int) -> KnownDate? {
    CalendarDay(year: year, month: month, day: day).map { KnownDate($0) }
  }

  @Test(arguments: ["3/4/2025", "3.4.2025", "03-04-2025", "3/4/2025 14:00"])
  func `both readings stand until a country with a clear custom is known`(text: String) throws {
    let minute = text.contains(":") ? 840 : nil
    let april = try #require(CalendarDay(year: 2025, month: 4, day: 3))
    let march = try #require(CalendarDay(year: 2025, month: 3, day: 4))
    let (first, second) = (
      KnownDate(april, minuteOfDay: minute), KnownDate(march, minuteOfDay: minute)
    )
    for country in [nil, "JP", "CA", "IN", "ZA"] {
      #expect(typed(text, in: country) == .two(dayFirst: first, monthFirst: second))
    }
    #expect(typed(text, in: "US") == .one(second))
    for country in ["FR", "BR", "GB", "AU", "DE", "MX", "ES"] {
      #expect(typed(text, in: country) == .one(first))
    }
  }

  @Test func `what only one order can mean, or both mean alike, needs no country`() {
    #expect(typed("13/4/2025") == typed("4/13/2025") && typed("4/13/2025").date == day(2025, 4, 13))
    #expect(typed("4/4/2025").date == day(2025, 4, 4))
    #expect(typed("2025/3/4").date == day(2025, 3, 4))
    #expect(typed("31/2/2025") == .noDate)
  }

  /// Reckoned without the program: which days the two orders give, and which of them is right.
  private func expected(_ a: Int, _ b: Int, _ year: Int, _ country: CountryCode?) -> TypedDate {
    let (dayFirst, monthFirst) = (day(year, b, a), day(year, a, b))
    guard let dayFirst, let monthFirst else {
      return (dayFirst ?? monthFirst).map(TypedDate.one) ?? .noDate
    }
    switch country?.stored {
    case "US": return .one(monthFirst)
    case "FR", "BR", "GB", "AU", "DE", "MX", "ES": return .one(dayFirst)
    default: return a == b ? .one(dayFirst) : .two(dayFirst: dayFirst, monthFirst: monthFirst)
    }
  }

  @Test func `no date by chance is read against a clear custom, nor by one that is not clear`() {
    var random = RandomSource.printed("open dates")
    let countries: [CountryCode?] = [nil] + CountryCode.all.map { $0 }
    for _ in 0..<4_000 {
      let country =
        random.chance(60) ? random.pick(CountryCode.programmeCountries) : random.pick(countries)
      let (a, b) = (random.below(33), random.below(33))
      let year = 1990 + random.below(60)
      let separator = random.pick(["/", ".", "-"])
      let text = "\(a)\(separator)\(b)\(separator)\(year)"
      let read = DateInput.date(text, today: today).written(in: country)
      #expect(read == expected(a, b, year, country), "\(text) in \(country?.stored ?? "-")")
    }
  }

  @Test func `the custom of each country of the programme is that of its own short dates`() {
    let locales = [
      "AU": "en_AU", "BR": "pt_BR", "CA": "en_CA", "DE": "de_DE", "ES": "es_ES", "FR": "fr_FR",
      "GB": "en_GB", "JP": "ja_JP", "MX": "es_MX", "US": "en_US",
    ]
    for country in CountryCode.programmeCountries {
      let pattern =
        DateFormatter.dateFormat(
          fromTemplate: "yMd", options: 0,
          locale: Locale(identifier: locales[country.stored] ?? "")) ?? ""
      let order = pattern.filter { "yMd".contains($0) }.reduce(into: "") { order, letter in
        if order.last != letter { order.append(letter) }
      }
      switch order {
      case "dMy": #expect(country.dateOrder == .dayFirst, "\(country.stored)")
      case "Mdy": #expect(country.dateOrder == .monthFirst, "\(country.stored)")
      default: #expect(country.dateOrder == nil, "\(country.stored) \(pattern)")
      }
    }
  }
}
