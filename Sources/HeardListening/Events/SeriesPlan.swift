import HeardInsight
import HeardKit
import HeardModel

/// The events that are to follow one of a series: how many, and in which rhythm.
struct SeriesPlan: Sendable {
  /// More in a year than weeks are a slip of the finger.
  static let most = 52

  /// How many follow.
  var count: Int? = 4
  /// How they follow each other.
  var rhythm = SeriesRhythm.monthly
  /// The day of the first of them; nil takes the next one to come by the rhythm.
  var first: CalendarDay?
  /// The country of the series, by whose custom that day is read.
  var country: CountryCode?

  /// One day of the plan.
  struct Step: Sendable {
    /// The event as it would be; without an id.
    let event: Event
    /// The day.
    let day: CalendarDay
    /// An event of the series that is there on this day already, so that none is made.
    let taken: EventID?
  }

  /// The day of the first event that follows; nil where neither it nor the day of `base` is known.
  func firstDay(after base: Event, today: CalendarDay) -> CalendarDay? {
    if let first { return first }
    guard let day = base.start?.exactDay else { return nil }
    // Somebody who plans from an event of last spring means the days to come.
    var step = 1
    while rhythm.day(step, after: day) <= today, step < 10_000 { step += 1 }
    return rhythm.day(step, after: day)
  }

  /// The days with their events in order; those that are taken get no number.
  func steps(after base: Event, _ desk: Desk) -> [Step] {
    guard let count, (1...Self.most).contains(count),
      let first = firstDay(after: base, today: desk.today)
    else { return [] }
    let next = EventFields.next(after: base, desk.programme)
    var number = next.series.number ?? 2
    return (0..<count).map { index in
      let day = rhythm.day(index, after: first)
      let taken = Self.event(on: day, ofSeries: next.series.name, like: base, desk)
      var event = next
      event.start = KnownDate(day, minuteOfDay: base.start?.minuteOfDay)
      event.end = Self.end(of: base, on: day)
      event.series.number = taken == nil ? number : nil
      if taken == nil { number += 1 }
      return Step(event: event, day: day, taken: taken)
    }
  }

  /// All of it as one change; nil where no day is left.
  ///
  /// An event that belonged to no series becomes the first of it.
  func change(after base: Event, _ desk: inout Desk) -> Change? {
    let events = steps(after: base, desk).filter { $0.taken == nil }.map(\.event)
    if events.isEmpty { return nil }
    var edits: [Edit] = []
    var first = base
    if base.series.name.isEmpty { first.series.name = base.title }
    if base.series.number == nil { first.series.number = 1 }
    if first != base, let edit = Edit(before: .event(base), after: .event(first)) {
      edits.append(edit)
    }
    for var event in events {
      event.id = desk.ids.makeEvent(
        start: event.start, country: event.country, placeSlug: slug(event.place))
      if let edit = Edit(before: nil, after: .event(event)) { edits.append(edit) }
    }
    return Change(.addedSeveral(kind: .event, count: events.count), edits)
  }

  private static func event(
    on day: CalendarDay, ofSeries name: String, like base: Event, _ desk: Desk
  ) -> EventID? {
    desk.programme.events.values.filter { event in
      guard event.series.name == name || event.id == base.id, event.status != .cancelled,
        let start = event.start?.exactDay
      else { return false }
      return start <= day && day <= (event.end?.exactDay ?? start)
    }.map(\.id).min()
  }

  /// The end as many days after the start as it was.
  private static func end(of base: Event, on day: CalendarDay) -> KnownDate? {
    guard let start = base.start?.exactDay, let end = base.end?.exactDay else { return nil }
    return KnownDate(
      day.adding(days: end.dayNumber - start.dayNumber), minuteOfDay: base.end?.minuteOfDay)
  }
}

/// The fields of a plan.
enum SeriesFields {
  static let spec = FormSpec<SeriesPlan>([
    .number("seriesCount", \.count),
    .choice("seriesRhythm", \.rhythm, labels: "rhythm"),
    .day("seriesFirst", \.first) { plan, _ in DatePlace(plan.country) },
  ]) { plan, _ in
    guard let count = plan.count, (1...SeriesPlan.most).contains(count) else {
      return [("seriesCount", .notWithin(1, SeriesPlan.most))]
    }
    return []
  }
}
