import HeardModel
import TestKit
import Testing

@Suite struct CalendarDayTests {
  @Test func `every day from 1900 to 2100 survives its number and its text`() throws {
    let first = day("1900-01-01").dayNumber
    let last = day("2100-12-31").dayNumber
    #expect(last - first + 1 == 201 * 365 + 49)
    var before: CalendarDay?
    for number in first...last {
      let day = CalendarDay(dayNumber: number)
      try #require(day.dayNumber == number)
      try #require(CalendarDay(stored: day.stored) == day)
      try #require(CalendarDay(year: day.year, month: day.month, day: day.day) == day)
      if let before {
        try #require(before < day)
        try #require(day.weekday == before.weekday % 7 + 1)
      }
      before = day
    }
  }

  @Test(arguments: [
    ("1970-01-01", 0, 4), ("1969-12-31", -1, 3), ("2000-02-29", 11_016, 2),
    ("2024-05-28", 19_871, 2), ("2100-03-01", 47_541, 1),
  ])
  func `known days have their number and weekday`(text: String, number: Int, weekday: Int) {
    #expect(day(text).dayNumber == number)
    #expect(day(text).weekday == weekday)
  }

  @Test(arguments: [
    "2023-02-29", "1900-02-29", "2024-13-01", "2024-00-10", "2024-04-31", "2024-06-00",
    "0000-01-01", "2024-6-1", "2024-06", "2024", "2024-06-12T14:00", " 2024-06-12", "２０２４-06-12",
    "2024/06/12", "+024-06-12", "",
  ])
  func `a text that is no day is refused`(text: String) {
    #expect(CalendarDay(stored: text) == nil)
  }

  @Test(arguments: [
    ("2024-01-31", 1, "2024-02-29"), ("2023-01-31", 1, "2023-02-28"),
    ("2024-03-31", -1, "2024-02-29"), ("2024-12-15", 1, "2025-01-15"),
    ("2024-01-15", -1, "2023-12-15"), ("2024-05-28", 0, "2024-05-28"),
    ("2024-05-31", 18, "2025-11-30"), ("2024-05-31", -24, "2022-05-31"),
  ])
  func `a month later is the same day or the last of a shorter month`(
    start: String, months: Int, end: String
  ) {
    #expect(day(start).adding(months: months) == day(end))
  }

  @Test func `days that are added can be taken away again`() {
    for days in -800...800 {
      #expect(day("2024-02-29").adding(days: days).adding(days: -days) == day("2024-02-29"))
    }
  }
}

@Suite struct KnownDateTests {
  private func date(_ text: String) throws -> KnownDate {
    try #require(KnownDate(stored: text))
  }

  @Test(arguments: [
    ("2024", KnownDate.Precision.year), ("2024-06", .month), ("2024-06-12", .day),
    ("2024-06-12T14:00", .minute), ("2024-06-12T00:00", .minute), ("0001", .year),
  ])
  func `a date keeps how exact it is`(text: String, precision: KnownDate.Precision) throws {
    #expect(try date(text).precision == precision)
    #expect(try date(text).stored == text)
  }

  @Test(arguments: [
    "", "24", "20240612", "2024-6", "2024-13", "2024-02-30", "2024-06-12T24:00",
    "2024-06-12T14:60", "2024-06-12 14:00", "2024-06-12T14:00Z", "0000", "-024", "2024-",
    "2024-06-", "２０２４",
  ])
  func `a text that is no date is refused`(text: String) {
    #expect(KnownDate(stored: text) == nil)
  }

  @Test func `dates stand by the first moment that they can mean, then from less to more exact`()
    throws
  {
    let order = [
      "2023-12-31", "2024", "2024-01", "2024-01-01", "2024-01-01T00:00", "2024-01-01T09:30",
      "2024-01-02", "2024-02", "2024-12-31", "2025",
    ]
    #expect(try order.reversed().map(date).sorted().map(\.stored) == order)
  }

  @Test(arguments: [
    ("2024", "2024-01-01", "2024-12-31"), ("2024-02", "2024-02-01", "2024-02-29"),
    ("2023-02", "2023-02-01", "2023-02-28"), ("2024-06-12T14:00", "2024-06-12", "2024-06-12"),
  ])
  func `a date knows the first and the last day that it can mean`(
    text: String, first: String, last: String
  ) throws {
    #expect(try date(text).firstDay == day(first))
    #expect(try date(text).lastDay == day(last))
  }

  @Test func `a moment survives its text, before 1970 too`() throws {
    for seconds in [0, 1, 59, 86_399, 86_400, 1_716_904_999, -1, -86_400, -86_401] {
      let moment = Moment(seconds: seconds)
      #expect(Moment(stored: moment.stored) == moment)
    }
    #expect(Moment(seconds: 1_716_904_999).stored == "2024-05-28T14:03:19Z")
    #expect(Moment(stored: "2024-05-28T14:03:60Z") == nil)
    #expect(Moment(stored: "2024-05-28T14:03:19") == nil)
  }
}
