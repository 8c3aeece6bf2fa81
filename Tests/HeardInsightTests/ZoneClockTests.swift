import HeardInsight
import HeardModel
import TestKit
import Testing

@Suite struct ZoneClockTests {
  private func clock(_ name: String) throws -> ZoneClock {
    let zone = try #require(ZoneName(stored: name))
    return try #require(ZoneClock(zone))
  }

  private func at(_ text: String) throws -> Moment { try #require(Moment(stored: text)) }

  @Test(arguments: [
    ("Europe/Paris", "2024-03-30", 150, "2024-03-30T01:30:00Z"),
    ("Europe/Paris", "2024-03-31", 180, "2024-03-31T01:00:00Z"),
    ("Asia/Tokyo", "2024-12-05", 900, "2024-12-05T06:00:00Z"),
    // Brazil has put no clock forward since 2019.
    ("America/Sao_Paulo", "2024-12-05", 840, "2024-12-05T17:00:00Z"),
    ("America/Sao_Paulo", "2024-07-05", 840, "2024-07-05T17:00:00Z"),
    ("Australia/Adelaide", "2024-07-05", 600, "2024-07-05T00:30:00Z"),
    ("Australia/Adelaide", "2024-12-05", 600, "2024-12-04T23:30:00Z"),
    ("America/St_Johns", "2024-07-05", 720, "2024-07-05T14:30:00Z"),
  ])
  func `a time of a zone is one moment`(
    zone: String, day text: String, minute: Int, moment: String
  ) throws {
    #expect(try clock(zone).time(day(text), minute) == .once(at(moment)))
    let reading = try clock(zone).reading(at: at(moment))
    #expect(reading.day == day(text) && reading.minuteOfDay == minute)
  }

  @Test(arguments: [
    ("Europe/Paris", "2024-03-31", 150, "2024-03-31T01:30:00Z", 120, 180),
    ("America/New_York", "2024-03-10", 120, "2024-03-10T07:00:00Z", 120, 180),
    ("Australia/Lord_Howe", "2024-10-06", 135, "2024-10-05T15:45:00Z", 120, 150),
  ])
  func `a time that the clocks leap over does not exist`(
    zone: String, day text: String, minute: Int, meant: String, from: Int, to: Int
  ) throws {
    guard case .skipped(let moment, let before, let after) = try clock(zone).time(day(text), minute)
    else {
      Issue.record("the time exists")
      return
    }
    #expect(try moment == at(meant))
    #expect(before.minuteOfDay == from)
    #expect(after.minuteOfDay == to)
  }

  @Test func `a time that the clocks show twice is two moments, the first of which is meant`()
    throws
  {
    let time = try clock("Europe/Paris").time(day("2024-10-27"), 150)
    #expect(time == .twice(try at("2024-10-27T00:30:00Z"), try at("2024-10-27T01:30:00Z")))
    #expect(try time.moment == at("2024-10-27T00:30:00Z"))
  }

  @Test(arguments: [
    ("Europe/Paris", "2024-03-01", "2024-03-31", "2024-03-31 60"),
    ("Europe/Paris", "2024-10-01", "2024-10-31", "2024-10-27 -60"),
    ("Europe/Paris", "2024-12-01", "2024-12-31", ""),
    ("Australia/Adelaide", "2024-04-01", "2024-04-30", "2024-04-07 -60"),
    ("Australia/Lord_Howe", "2024-10-01", "2024-10-31", "2024-10-06 30"),
    ("America/Sao_Paulo", "2024-01-01", "2024-12-31", ""),
    ("America/Sao_Paulo", "2018-11-01", "2018-11-30", "2018-11-04 60"),
  ])
  func `the days on which clocks change are found`(
    zone: String, from: String, through: String, expected: String
  ) throws {
    let changes = try clock(zone).changes(from: day(from), through: day(through))
    #expect(changes.map { "\($0.day.stored) \($0.minutes)" }.joined(separator: ", ") == expected)
  }

  @Test func `a zone that the machine does not know has no clock`() throws {
    #expect(ZoneClock(try #require(ZoneName(stored: "Mars/Olympus"))) == nil)
  }

  @Test func `the zone of an event is its own, else the only one of its country`() {
    let programme = Programme()
    var event = Event()
    #expect(programme.zone(of: event) == nil)
    event.country = country("FR")
    #expect(programme.zone(of: event)?.stored == "Europe/Paris")
    event.country = country("BR")
    #expect(programme.zone(of: event) == nil)
    event.zone = ZoneName(stored: "America/Manaus")
    #expect(programme.zone(of: event)?.stored == "America/Manaus")
  }
}
