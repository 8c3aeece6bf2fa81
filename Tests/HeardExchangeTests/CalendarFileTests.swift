import Foundation
import HeardExchange
import HeardModel
import TestKit
import Testing

@Suite struct CalendarFileTests {
  private func bytes(_ programme: Programme) -> [UInt8] {
    CalendarFile(
      programme.events.keys.sorted(), in: programme, at: Sample.now, voice: Sample.voice()
    ).bytes
  }

  /// The lines as they are read: unfolded again.
  private func lines(_ change: (inout Event) -> Void = { _ in }) -> [String] {
    let text = String(decoding: bytes(Sample.programme(change)), as: UTF8.self)
    return text.replacingOccurrences(of: "\r\n ", with: "").components(separatedBy: "\r\n")
  }

  private func value(_ name: String, _ change: (inout Event) -> Void = { _ in }) -> String? {
    let event = lines(change).drop { $0 != "BEGIN:VEVENT" }
    return event.first { $0.hasPrefix(name) }.map { String($0.dropFirst(name.count)) }
  }

  @Test func `an event has its times in its zone, and the zone is told`() {
    #expect(value("DTSTART;TZID=Europe/Paris:") == "20241211T140000")
    #expect(value("DTEND;TZID=Europe/Paris:") == "20241211T180000")
    #expect(value("DTSTAMP:") == "20241201T090000Z")
    #expect(value("STATUS:") == "CONFIRMED")
    #expect(
      lines().contains { $0 == "TZID:Europe/Paris" } && lines().contains { $0 == "END:VTIMEZONE" })
  }

  /// The offset of the last change that is not after the event, as a reader reckons it.
  @Test(arguments: [
    ("Europe/Paris", "2024-03-30T14:00", "+0100"), ("Europe/Paris", "2024-03-31T14:00", "+0200"),
    ("Europe/Paris", "2024-10-27T14:00", "+0100"),
    ("America/Sao_Paulo", "2024-12-11T14:00", "-0300"),
    ("America/Sao_Paulo", "2018-12-11T14:00", "-0200"),
    ("Australia/Adelaide", "2024-07-11T14:00", "+0930"),
    ("Australia/Adelaide", "2024-12-11T14:00", "+1030"),
    ("Australia/Lord_Howe", "2024-12-11T14:00", "+1100"),
    ("Asia/Tokyo", "2024-12-11T14:00", "+0900"),
  ])
  func `the zone that is told is right on the day of the event`(
    zone: String, start: String, offset: String
  ) throws {
    let lines = lines {
      $0.zone = ZoneName(stored: zone)
      $0.start = KnownDate(stored: start)
      $0.end = nil
    }
    let own = try #require(lines.first { $0.hasPrefix("DTSTART;TZID=\(zone):") }?.suffix(15))
    var found = ""
    for (place, line) in lines.enumerated()
    where line.hasPrefix("DTSTART:") && line.suffix(15) <= own {
      found = try #require(lines[(place + 1)...].first { $0.hasPrefix("TZOFFSETTO:") })
    }
    #expect(found == "TZOFFSETTO:\(offset)")
  }

  @Test func `every line ends with CRLF and has at most 75 octets, no character is split`() throws {
    let title = String(repeating: "職場のアライ、診察室のアライ🧑🏽‍🦽", count: 9)
    let all = bytes(Sample.programme { $0.title = title })
    let text = try #require(String(bytes: all, encoding: .utf8))
    let physical = text.components(separatedBy: "\r\n")
    #expect(physical.last == "")
    #expect(!text.replacingOccurrences(of: "\r\n", with: "").contains { $0.isNewline })
    for line in physical {
      #expect(line.utf8.count <= 75)
      // A line that went on in the middle of a character would begin with a part of it.
      #expect(!(line.dropFirst().unicodeScalars.first.map { $0 == "\u{200D}" } ?? false))
    }
    #expect(value("SUMMARY:") { $0.title = title } == title)
    let wide = physical.filter { $0.hasPrefix(" ") && $0.utf8.count > 70 }
    #expect(wide.count >= 4, "lines are filled before they are folded")
  }

  @Test(arguments: [
    ("a, b; c\\d", "a\\, b\\; c\\\\d"), ("one\ntwo\r\nthree\rfour", "one\\ntwo\\nthree\\nfour"),
    ("bell\u{7}\u{1B}[2J", "bell\u{FFFD}\u{FFFD}[2J"),
    ("turned\u{202E}round", "turned\u{FFFD}round"),
    ("x\u{2028}END:VEVENT", "x\\nEND:VEVENT"),
  ])
  func `nothing in a title ends its line or its value`(title: String, expected: String) {
    #expect(value("SUMMARY:") { $0.title = title } == expected)
    #expect(lines { $0.title = title }.count { $0 == "END:VEVENT" } == 1)
  }

  @Test(arguments: [
    (EventStatus.planned, "2024-12-11", "TENTATIVE"), (.confirmed, "2024-12-11", "CONFIRMED"),
    (.cancelled, "2024-12-11", "CANCELLED"), (.postponed, "2024-12-11", "CANCELLED"),
    (.planned, "2024-11-11", "TENTATIVE"), (.cancelled, "2024-11-11", ""),
    (.held, "2024-12-11", ""),
  ])
  func `how far an event is decides whether and how it stands`(
    status: EventStatus, start: String, expected: String
  ) {
    let found = value("STATUS:") {
      $0.status = status
      $0.start = KnownDate(stored: start)
      $0.end = nil
    }
    #expect((found ?? "") == expected)
  }

  @Test(arguments: [
    ("2024-12-11", "", "20241211", "20241212"),
    ("2024-12-11", "2024-12-13", "20241211", "20241214"),
    // Of several days with only one time the times cannot be told.
    ("2024-12-31T09:00", "2025-01-02", "20241231", "20250103"),
  ])
  func `a date without a time is a date`(start: String, end: String, from: String, to: String) {
    func change(_ event: inout Event) {
      event.start = KnownDate(stored: start)
      event.end = KnownDate(stored: end)
    }
    #expect(value("DTSTART;VALUE=DATE:", change) == from)
    #expect(value("DTEND;VALUE=DATE:", change) == to)
    #expect(!lines(change).contains("BEGIN:VTIMEZONE"))
  }

  @Test func `a time whose zone nobody knows is not told as the reader's own`() {
    let found = value("DTSTART;VALUE=DATE:") {
      $0.zone = nil
      $0.country = CountryCode(stored: "BR")
    }
    #expect(found == "20241211")
  }

  @Test func `a time whose zone nobody knows is counted, and stands in words beside its day`() {
    let programme = Sample.programme {
      $0.zone = nil
      $0.country = CountryCode(stored: "BR")
    }
    let file = CalendarFile(
      Array(programme.events.keys), in: programme, at: Sample.now, voice: Sample.voice())
    #expect((file.count, file.withoutTime, file.leftOut) == (1, 1, 0))
    let text = String(decoding: file.bytes, as: UTF8.self)
    #expect(text.contains("DESCRIPTION:[timeWithoutZone time=14:00]"))
    let known = Sample.programme()
    let whole = CalendarFile(
      Array(known.events.keys), in: known, at: Sample.now, voice: Sample.voice())
    #expect(whole.withoutTime == 0)
    #expect(!String(decoding: whole.bytes, as: UTF8.self).contains("DESCRIPTION"))
  }

  @Test func `an event without a day is left out and counted`() {
    let programme = Sample.programme { $0.start = KnownDate(stored: "2025-05") }
    let file = CalendarFile(
      Array(programme.events.keys), in: programme, at: Sample.now, voice: Sample.voice())
    #expect(file.count == 0)
    #expect(file.leftOut == 1)
  }

  @Test func `nobody, no note and no address stand in it`() {
    for confidentiality in Confidentiality.allCases {
      let text = lines { $0.confidentiality = confidentiality }.joined(separator: "\n")
      for secret in ["Camélia", "Noor", "Private note", "meet.example", "ATTENDEE", "ORGANIZER"] {
        #expect(!text.contains(secret))
      }
    }
  }

  @Test func `a closed event has its time and neither title nor place, also not in its id`() {
    let text = lines { $0.confidentiality = .closed }.joined(separator: "\n")
    #expect(text.contains("SUMMARY:[closed]"))
    #expect(text.contains("CLASS:CONFIDENTIAL"))
    #expect(text.contains("DTSTART;TZID=Europe/Paris:20241211T140000"))
    for secret in ["Soins", "LOCATION", "Maison", "fr-paris", "aaaa"] {
      #expect(!text.contains(secret))
    }
    #expect(lines().contains("LOCATION:Maison\\; salle 2\\, étage 1\\, Paris\\, FR"))
  }

  @Test func `the id of an event stays the same, and is another for another event`() {
    let own = value("UID:")
    #expect(own == value("UID:") { $0.title = "Other" })
    #expect(own == value("UID:") { $0.confidentiality = .closed })
    #expect(own?.hasPrefix("2024-12-11-") ?? false)
    #expect(own != value("UID:") { $0.id = id("2024-12-11-fr-paris-aaab") })
  }

  @Test func `a later export has a higher sequence`() throws {
    func sequence(_ now: String) throws -> Int {
      let programme = Sample.programme()
      let file = CalendarFile(
        Array(programme.events.keys), in: programme, at: try #require(Moment(stored: now)),
        voice: Sample.voice())
      let text = String(decoding: file.bytes, as: UTF8.self)
      let line = try #require(
        text.components(separatedBy: "\r\n").first { $0.hasPrefix("SEQUENCE:") })
      return try #require(Int(line.dropFirst(9)))
    }
    #expect(try sequence("2024-12-01T09:00:00Z") < sequence("2024-12-01T09:01:00Z"))
  }
}
