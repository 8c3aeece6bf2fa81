import HeardInsight
import HeardModel

extension Desk {
  /// That nobody knows by which clock the time of an event to come is told, so that calendars have
  /// only its day; nil where that is known, or no calendar will have it.
  public func zoneMissing(of event: Event) -> String? {
    guard let start = event.start, let minute = start.minuteOfDay, event.status != .held,
      start.lastDay >= today, programme.clock(of: event) == nil
    else { return nil }
    return words("zones.unknown", ["time": formats.time(minute)])
  }
}
