import Foundation
import HeardModel

/// What the clocks of one zone show, by the machine's list of zones.
public struct ZoneClock: Sendable {
  /// What a clock shows.
  public struct Reading: Hashable, Sendable {
    /// The day.
    public let day: CalendarDay
    /// Minutes since midnight.
    public let minuteOfDay: Int
  }

  /// What becomes of a time that somebody names.
  public enum NamedTime: Hashable, Sendable {
    /// The clocks show it once.
    case once(Moment)
    /// The clocks leap over it; at `at` they show `to` in the place of `from`.
    case skipped(at: Moment, from: Reading, to: Reading)
    /// The clocks show it twice.
    case twice(Moment, Moment)

    /// The moment that is meant: the first of two; of a time leapt over, the one that is as long
    /// after the leap as was said.
    public var moment: Moment {
      switch self {
      case .once(let moment), .twice(let moment, _): moment
      case .skipped(let at, _, _): at
      }
    }
  }

  /// A day on which the clocks are put forward or back.
  public struct Change: Hashable, Sendable {
    /// The moment of the change.
    public let at: Moment
    /// The day on the clocks of the zone, before they are changed.
    public let day: CalendarDay
    /// Seconds east of UTC before.
    public let before: Int
    /// Seconds east of UTC after.
    public let after: Int

    /// By how many minutes the clocks go forward; negative when they go back.
    public var minutes: Int { (after - before) / 60 }
  }

  /// The zone.
  public let name: ZoneName
  private let zone: TimeZone

  /// The clocks of a zone; nil where the machine does not know it.
  public init?(_ name: ZoneName) {
    guard let zone = TimeZone(identifier: name.stored) else { return nil }
    self.name = name
    self.zone = zone
  }

  /// Seconds east of UTC at a moment.
  public func offset(at moment: Moment) -> Int {
    zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment.seconds)))
  }

  /// Whether daylight saving time holds at a moment.
  public func isSavingDaylight(at moment: Moment) -> Bool {
    zone.isDaylightSavingTime(for: Date(timeIntervalSince1970: Double(moment.seconds)))
  }

  /// What the clocks show at a moment.
  public func reading(at moment: Moment) -> Reading {
    Self.reading(moment, offset: offset(at: moment))
  }

  /// What becomes of a time of a day, in minutes since midnight.
  public func time(_ day: CalendarDay, _ minuteOfDay: Int) -> NamedTime {
    let local = Moment(seconds: day.dayNumber * 86_400 + minuteOfDay * 60)
    // No zone changes its clocks twice within two days.
    let early = offset(at: local.adding(seconds: -86_400))
    let late = offset(at: local.adding(seconds: 86_400))
    let moments = Set([early, late]).map { local.adding(seconds: -$0) }
      .filter { local.seconds - $0.seconds == offset(at: $0) }.sorted()
    if moments.count == 2 { return .twice(moments[0], moments[1]) }
    if let only = moments.first { return .once(only) }
    let after = local.adding(seconds: -early)
    guard let change = change(after: after.adding(seconds: -86_400), until: after) else {
      return .once(after)
    }
    return .skipped(
      at: after, from: Self.reading(change.at, offset: change.before),
      to: Self.reading(change.at, offset: change.after))
  }

  /// The changes of the clocks from the first to the last of some days.
  public func changes(from first: CalendarDay, through last: CalendarDay) -> [Change] {
    let start = time(first, 0).moment
    let end = time(last.adding(days: 1), 0).moment
    var changes: [Change] = []
    var day = start
    while day < end {
      let next = min(day.adding(seconds: 86_400), end)
      if let change = change(after: day, until: next) { changes.append(change) }
      day = next
    }
    return changes
  }

  /// The change between two moments that are at most a day apart, found by halving.
  private func change(after early: Moment, until late: Moment) -> Change? {
    let (before, after) = (offset(at: early), offset(at: late))
    if before == after { return nil }
    var (low, high) = (early.seconds, late.seconds)
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if offset(at: Moment(seconds: middle)) == before { low = middle } else { high = middle }
    }
    let at = Moment(seconds: high)
    return Change(
      at: at, day: Self.reading(at, offset: before).day, before: before, after: after)
  }

  private static func reading(_ moment: Moment, offset: Int) -> Reading {
    let local = moment.adding(seconds: offset)
    let second = local.seconds - local.day.dayNumber * 86_400
    return Reading(day: local.day, minuteOfDay: second / 60)
  }
}

extension Programme {
  /// The zone in which an event's times are told: its own, else the only one of its country.
  public func zone(of event: Event) -> ZoneName? {
    if let zone = event.zone { return zone }
    let zones = profile(event.country).zones
    return zones.count == 1 ? zones.first : nil
  }

  /// The clocks by which an event's times are told; nil where the zone is not known.
  public func clock(of event: Event) -> ZoneClock? { zone(of: event).flatMap(ZoneClock.init) }

  /// What becomes of an event's start on the clocks of its zone; nil where one of them is unknown.
  public func startTime(of event: Event) -> ZoneClock.NamedTime? {
    guard let day = event.start?.exactDay, let minute = event.start?.minuteOfDay else {
      return nil
    }
    return clock(of: event)?.time(day, minute)
  }
}
