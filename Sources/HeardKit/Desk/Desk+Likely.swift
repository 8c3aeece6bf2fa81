import HeardInsight
import HeardModel

// What is most likely, so that a testimony can be begun with its first word.
extension Desk {
  /// The event of these days at which this person most likely hears somebody; nil when unsure.
  public var likelyEvent: EventID? {
    let near = insight.events(Query("after:\(today.adding(days: -40).stored)"))
      .compactMap { programme.events[$0.id] }
      .filter { $0.status != .cancelled && $0.status != .postponed && days(to: $0) != nil }
    let led = near.filter { event in settings.staff.map(event.facilitators.contains) ?? false }
    let own = near.filter { event in
      // Who works for all countries is not at the only event of these days, unless it is today.
      settings.countries.isEmpty
        ? days(to: event) == 0 : event.country.map(settings.countries.contains) ?? false
    }
    return nearest(led) ?? nearest(own)
  }

  /// The only nearest one; two of one day leave it open.
  private func nearest(_ events: [Event]) -> EventID? {
    let ranked = events.compactMap { event in days(to: event).map { (event.id, $0) } }
    guard let least = ranked.map(\.1).min() else { return nil }
    let found = ranked.filter { $0.1 == least }
    return found.count == 1 ? found[0].0 : nil
  }

  /// How many days lie between today and an event; nil beyond two weeks, or for one to come.
  private func days(to event: Event) -> Int? {
    guard let start = event.start, start.exactDay != nil, start.firstDay <= today else {
      return nil
    }
    let since = today.dayNumber - (event.end ?? start).lastDay.dayNumber
    return since <= 14 ? max(0, since) : nil
  }

  /// The language in which people most likely speak at an event.
  public func likelyLanguage(at id: EventID) -> LanguageTag {
    guard let event = programme.events[id] else { return .undetermined }
    return event.languages.first ?? programme.profile(event.country).languages.first
      ?? .undetermined
  }
}
