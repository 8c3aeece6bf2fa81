import HeardInsight
import HeardModel

/// Events in the form of calendars (iCalendar, RFC 5545).
///
/// Nobody is named in it, no note stands in it, and no address by which one could join. Of a closed
/// event only its time is told.
public struct CalendarFile: Sendable {
  private let programme: Programme
  private let events: [Event]
  private let now: Moment
  private let voice: PageVoice

  /// How many events that were meant are not in it, since no day is known of them.
  public let leftOut: Int

  /// A calendar of events; those that were held are past and not in it.
  ///
  /// What was called off stays in it as cancelled as long as its day is not over, so that it leaves
  /// the calendars in which it stands.
  public init(_ ids: [EventID], in programme: Programme, at now: Moment, voice: PageVoice) {
    self.programme = programme
    self.now = now
    self.voice = voice
    let meant = ids.compactMap { programme.events[$0] }.filter { event in
      switch event.status {
      case .planned, .confirmed: true
      case .cancelled, .postponed: event.start.map { $0.lastDay >= now.day } ?? false
      case .held: false
      }
    }
    events = meant.filter { $0.start?.exactDay != nil }
      .sorted { ($0.start ?? KnownDate(now.day), $0.id) < ($1.start ?? KnownDate(now.day), $1.id) }
    leftOut = meant.count - events.count
  }

  /// How many events are in it without their time, since nobody knows by which clock it is told.
  public var withoutTime: Int { events.count { lacksZone($0) } }

  private func lacksZone(_ event: Event) -> Bool {
    event.start?.minuteOfDay != nil && programme.clock(of: event) == nil
  }

  /// How many events are in it.
  public var count: Int { events.count }

  /// The file: lines end with CRLF, none is longer than 75 octets.
  public var bytes: [UInt8] {
    let lines =
      [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Heard//Heard//EN", "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
      ] + zones.flatMap(CalendarZone.lines) + events.flatMap(lines) + ["END:VCALENDAR"]
    return Array(lines.map(ContentLine.folded).joined().utf8)
  }

  /// The zones of the timed events with the years for which they are told.
  private var zones: [(clock: ZoneClock, years: ClosedRange<Int>)] {
    var years: [ZoneName: ClosedRange<Int>] = [:]
    for event in events {
      guard let clock = clock(of: event), let start = event.start?.year else { continue }
      let last = max(start, event.end?.year ?? start)
      let known = years[clock.name] ?? start...last
      years[clock.name] = min(known.lowerBound, start)...max(known.upperBound, last)
    }
    return years.keys.sorted().compactMap { name in
      guard let clock = ZoneClock(name), let span = years[name] else { return nil }
      return (clock, span)
    }
  }

  /// The clock by which an event's times are told; nil where it is told by its days alone.
  ///
  /// A time without a zone would be shown as the reader's own, and one of several days with only
  /// one time cannot be told: both have their days alone.
  private func clock(of event: Event) -> ZoneClock? {
    guard let start = event.start, start.minuteOfDay != nil else { return nil }
    if let end = event.end?.exactDay, end != start.exactDay, event.end?.minuteOfDay == nil {
      return nil
    }
    return programme.clock(of: event)
  }

  private func lines(_ event: Event) -> [String] {
    let isClosed = event.confidentialityOrClosed == .closed
    let place = isClosed ? "" : location(event)
    return [
      "BEGIN:VEVENT", "UID:\(uid(event.id))", "DTSTAMP:\(stamp)", "SEQUENCE:\(sequence)",
    ] + times(event) + [
      "SUMMARY:\(ContentLine.escaped(voice.title(of: event)))", "STATUS:\(status(event))",
      "CLASS:\(Self.openness(event.confidentialityOrClosed))",
    ] + (place.isEmpty ? [] : ["LOCATION:\(ContentLine.escaped(place))"]) + unzoned(event)
      + ["END:VEVENT"]
  }

  /// The time of an event whose zone nobody knows, in words: its entry has only the day.
  private func unzoned(_ event: Event) -> [String] {
    guard lacksZone(event), let start = event.start else { return [] }
    let time = String(start.stored.suffix(5))
    let text = voice.text(.timeWithoutZone, ["time": time])
    return ["DESCRIPTION:\(ContentLine.escaped(text))"]
  }

  private func location(_ event: Event) -> String {
    let country = event.country.map { voice.countryName($0) } ?? ""
    return [event.venue, event.place, country].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private func status(_ event: Event) -> String {
    switch event.status {
    case .planned: "TENTATIVE"
    case .confirmed, .held: "CONFIRMED"
    case .cancelled, .postponed: "CANCELLED"
    }
  }

  private static func openness(_ confidentiality: Confidentiality) -> String {
    switch confidentiality {
    case .open: "PUBLIC"
    case .chathamHouse: "PRIVATE"
    case .closed: "CONFIDENTIAL"
    }
  }

  private func times(_ event: Event) -> [String] {
    guard let start = event.start, let day = start.exactDay else { return [] }
    guard let minute = start.minuteOfDay, let clock = clock(of: event) else {
      let last = max(day, event.end?.exactDay ?? day)
      return [
        "DTSTART;VALUE=DATE:\(text(day))", "DTEND;VALUE=DATE:\(text(last.adding(days: 1)))",
      ]
    }
    let zone = clock.name.stored
    let begin = "DTSTART;TZID=\(zone):\(CalendarZone.text(day, minute))"
    guard let end = event.end, let endDay = end.exactDay, let endMinute = end.minuteOfDay,
      end > start
    else { return [begin] }
    return [begin, "DTEND;TZID=\(zone):\(CalendarZone.text(endDay, endMinute))"]
  }

  private func text(_ day: CalendarDay) -> String { String(CalendarZone.text(day, 0).prefix(8)) }

  private var stamp: String { now.stored.filter { $0 != "-" && $0 != ":" } }

  /// Rises with every export, as a newer file has to for those who hold an older one.
  private var sequence: Int { max(0, now.seconds - 1_577_836_800) / 60 }

  /// Always the same for an event, and nothing that tells where it is: ids hold a place, so only
  /// their day stays beside 24 bits of a hash, too few to try places out against.
  private func uid(_ id: EventID) -> String {
    let day = id.text.prefix { $0.isNumber || $0 == "-" }.prefix(10)
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in "\(programme.settings.id.stored) \(id.text)".utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    let tail = String((hash ^ (hash >> 24) ^ (hash >> 48)) & 0xFF_FFFF, radix: 16)
    return "\(day)-\(tail)@\(programme.settings.id.stored)"
  }
}

/// A zone as calendars tell it: every change of its clocks in some years.
enum CalendarZone {
  static func lines(_ zone: (clock: ZoneClock, years: ClosedRange<Int>)) -> [String] {
    guard let first = CalendarDay(year: zone.years.lowerBound, month: 1, day: 1),
      let last = CalendarDay(year: zone.years.upperBound, month: 12, day: 31)
    else { return [] }
    let clock = zone.clock
    let start = clock.time(first, 0).moment
    let offset = clock.offset(at: start)
    var lines = ["BEGIN:VTIMEZONE", "TZID:\(clock.name.stored)"]
    lines += observance(
      clock.isSavingDaylight(at: start), text(first, 0), from: offset, to: offset)
    for change in clock.changes(from: first, through: last) {
      let local = change.at.adding(seconds: change.before)
      let minute = (local.seconds - local.day.dayNumber * 86_400) / 60
      lines += observance(
        clock.isSavingDaylight(at: change.at), text(local.day, minute), from: change.before,
        to: change.after)
    }
    return lines + ["END:VTIMEZONE"]
  }

  private static func observance(
    _ savesDaylight: Bool, _ start: String, from: Int, to: Int
  ) -> [String] {
    let name = savesDaylight ? "DAYLIGHT" : "STANDARD"
    return [
      "BEGIN:\(name)", "DTSTART:\(start)", "TZOFFSETFROM:\(offset(from))",
      "TZOFFSETTO:\(offset(to))", "END:\(name)",
    ]
  }

  /// A local time as `20240331T020000`.
  static func text(_ day: CalendarDay, _ minuteOfDay: Int) -> String {
    "\(KnownDate(day, minuteOfDay: minuteOfDay).stored):00".filter { $0 != "-" && $0 != ":" }
  }

  private static func offset(_ seconds: Int) -> String {
    let size = abs(seconds)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let text = two(size / 3600) + two(size / 60 % 60) + (size % 60 == 0 ? "" : two(size % 60))
    return (seconds < 0 ? "-" : "+") + text
  }
}
