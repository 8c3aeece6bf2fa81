import HeardModel
import TestKit
import Testing

@Suite struct CalendarMonthTests {
  private func day(_ text: String) throws -> CalendarDay {
    try #require(CalendarDay(stored: text))
  }

  @Test(arguments: [
    ("2024-12-05", 1, "2024-11-25", 6), ("2024-12-05", 7, "2024-12-01", 5),
    ("2024-02-29", 1, "2024-01-29", 5), ("2021-02-10", 1, "2021-02-01", 4),
    ("2024-06-01", 6, "2024-06-01", 5),
  ])
  func `the weeks of a month begin with the weekday that is asked for`(
    inside: String, first: Int, start: String, count: Int
  ) throws {
    let weeks = CalendarMonth(of: try day(inside)).weeks(firstWeekday: first)
    #expect(weeks.first?.first == (try day(start)))
    #expect(weeks.count == count)
    #expect(weeks.allSatisfy { $0.count == 7 && $0[0].weekday == first })
  }

  @Test func `a month knows its days`() throws {
    let month = CalendarMonth(of: try day("2024-02-11"))
    #expect(month.days.count == 29)
    #expect(month.lastDay.stored == "2024-02-29")
    #expect(month < CalendarMonth(of: try day("2024-03-01")))
  }

  @Test(arguments: ["0001-01-01", "9999-12-31"])
  func `the ends of the calendar have weeks too`(text: String) throws {
    #expect(!CalendarMonth(of: try day(text)).weeks(firstWeekday: 1).isEmpty)
  }
}

@Suite struct SeriesRhythmTests {
  @Test(arguments: [
    (SeriesRhythm.weekly, "2024-12-28", 1, "2025-01-04"),
    (.fortnightly, "2024-12-28", 2, "2025-01-25"),
    // The second Tuesday stays the second Tuesday.
    (.monthly, "2024-10-08", 1, "2024-11-12"), (.monthly, "2024-10-08", 4, "2025-02-11"),
    (.monthly, "2024-10-08", 0, "2024-10-08"),
    // A fifth Thursday is the last one where there are four.
    (.monthly, "2024-10-31", 1, "2024-11-28"), (.monthly, "2024-10-31", 5, "2025-03-27"),
    (.monthly, "2024-10-31", 6, "2025-04-24"), (.monthly, "2024-10-31", 7, "2025-05-29"),
  ])
  func `a step of a rhythm falls on its day`(
    rhythm: SeriesRhythm, from: String, step: Int, to: String
  ) throws {
    let day = try #require(CalendarDay(stored: from))
    #expect(rhythm.day(step, after: day).stored == to)
  }
}

@Suite struct WeekBeginTests {
  @Test func `every country of the programme says with which day its weeks begin`() {
    let monday = CountryCode.programmeCountries.filter { $0.firstWeekday == 1 }.map(\.stored)
    let sunday = CountryCode.programmeCountries.filter { $0.firstWeekday == 7 }.map(\.stored)
    #expect(monday.sorted() == ["AU", "DE", "ES", "FR", "GB"])
    #expect(sunday.sorted() == ["BR", "CA", "JP", "MX", "US"])
  }
}
