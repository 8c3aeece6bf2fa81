import HeardInsight
import HeardKit
import HeardModel

/// An event's start on the clocks of the countries that take part.
enum TimesElsewhere {
  /// One line of towns and their times, the event's own first, then from east to west; nil where
  /// nobody is elsewhere, or no time is known.
  static func line(_ event: Event, _ desk: Desk) -> String? {
    guard let own = desk.programme.clock(of: event),
      let moment = desk.programme.startTime(of: event)?.moment, let day = event.start?.exactDay
    else { return nil }
    let others = zones(event, desk).filter { $0 != own.name }.compactMap(ZoneClock.init)
    var groups: [(clock: ZoneClock, towns: [String])] = [(own, [desk.formats.city(own.name)])]
    for clock in others {
      let reading = clock.reading(at: moment)
      let town = desk.formats.city(clock.name)
      if let place = groups.firstIndex(where: { $0.clock.reading(at: moment) == reading }) {
        groups[place].towns.append(town)
      } else {
        groups.append((clock, [town]))
      }
    }
    guard groups.count > 1 else { return nil }
    let sorted = groups.dropFirst().sorted {
      $0.clock.offset(at: moment) > $1.clock.offset(at: moment)
    }
    return (groups.prefix(1) + sorted).map { group in
      let reading = group.clock.reading(at: moment)
      let key =
        reading.day == day
        ? "zones.sameDay" : reading.day > day ? "zones.nextDay" : "zones.dayBefore"
      return desk.words(
        key,
        [
          "towns": desk.words.list(group.towns),
          "time": desk.formats.time(reading.minuteOfDay),
        ])
    }.joined(separator: " · ")
  }

  /// The usual zone of each country that takes part: those of partners, and all of the programme
  /// where people are known to meet online.
  private static func zones(_ event: Event, _ desk: Desk) -> [ZoneName] {
    let partners = event.partners.compactMap { desk.programme.organisations[$0.id]?.country }
    let isOnline = event.format == .online || event.format == .hybrid
    let all = isOnline ? partners + desk.programme.settings.countries : partners
    var seen = Set<ZoneName>()
    return all.compactMap { country in
      // The event's own country is where its own clock is.
      if country == event.country { return nil }
      return desk.programme.profile(country).zones.first ?? desk.zones[country]?.first
    }.filter { seen.insert($0).inserted }
  }

  /// What is odd about the start: a time without a zone, or that the clocks leap over or show twice.
  static func oddity(_ event: Event, _ desk: Desk) -> String? {
    if let missing = desk.zoneMissing(of: event) { return missing }
    guard let start = event.start, let day = start.exactDay, let minute = start.minuteOfDay,
      let zone = desk.programme.zone(of: event)
    else { return nil }
    switch desk.programme.startTime(of: event) {
    case .skipped?: return problem(start, of: event, desk)?.sentence(desk.words)
    case .twice?:
      return desk.words(
        "zones.twice",
        [
          "time": desk.formats.time(minute), "zone": zone.stored, "day": desk.formats.day(day),
        ])
    case .once?, nil: return nil
    }
  }

  /// The problem of a date whose time the clocks of the event's zone leap over.
  static func problem(_ date: KnownDate?, of event: Event, _ desk: Desk) -> FieldProblem? {
    guard let day = date?.exactDay, let minute = date?.minuteOfDay,
      let clock = desk.programme.clock(of: event),
      case .skipped(_, let from, let to) = clock.time(day, minute)
    else { return nil }
    return .timeSkipped(
      desk.formats.time(minute), zone: clock.name, from: desk.formats.time(from.minuteOfDay),
      to: desk.formats.time(to.minuteOfDay))
  }
}

extension ZoneClock.Change {
  /// The change in words, for one or more zones that make it together.
  func sentence(_ zones: [ZoneName], _ desk: Desk) -> String {
    let size = abs(minutes)
    let arguments = [
      "zones": desk.words.list(zones.map(\.stored)), "day": desk.formats.shortDay(day),
      "minutes": String(size),
    ]
    if size == 60 {
      return desk.words(minutes > 0 ? "zones.forward" : "zones.back", arguments)
    }
    return desk.words(minutes > 0 ? "zones.forwardBy" : "zones.backBy", arguments)
  }
}
