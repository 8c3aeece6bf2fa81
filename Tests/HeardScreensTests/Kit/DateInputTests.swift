import HeardKit
import HeardModel
import HeardScreens
import Testing

/// Dates as people type them, in whatever language the screen is.
@Suite struct DateInputTests {
  private func date(_ text: String) throws -> String? {
    DateInput.date(text, today: try #require(CalendarDay(stored: "2024-12-01")))?.stored
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
}
