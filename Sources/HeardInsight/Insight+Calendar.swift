import HeardModel

/// An event on one of its days.
public struct CalendarEntry: Hashable, Sendable {
  /// The event.
  public let id: EventID
  /// The day.
  public let day: CalendarDay
  /// Which of its days this is, from 1.
  public let dayOfEvent: Int
  /// How many days it lasts.
  public let dayCount: Int
}

/// The events of a month: by their days, and those of which no day is known.
public struct MonthOfEvents: Sendable {
  /// The month.
  public let month: CalendarMonth
  /// By day and then by time; an event of several days stands on each of them.
  public let entries: [CalendarEntry]
  /// The same in the days with which the first and the last week reach into the months beside it.
  public let beside: [CalendarEntry]
  /// Events known to be in this month, the day not known.
  public let inMonth: [EventID]
  /// Events known to be in this year, the month not known.
  public let inYear: [EventID]

  /// Whether nothing lies in this month, on a day or on some day of it.
  public var isEmpty: Bool { entries.isEmpty && inMonth.isEmpty }
}

/// The event that lies nearest to a month, before it or after it.
public struct NearestEvent: Hashable, Sendable {
  /// The event.
  public let id: EventID
  /// When it begins, as far as that is known.
  public let start: KnownDate
  /// Its first day; of one that is known to the month only the first of the month.
  public let day: CalendarDay
}

/// Somebody who leads two events at the same time.
public struct FacilitatorClash: Hashable, Sendable {
  /// Who.
  public let staff: StaffID
  /// The event that begins first.
  public let first: EventID
  /// The event that begins before the first one is over.
  public let second: EventID
}

extension Insight {
  // Longer spans are a slip of the pen in one of the years, and would fill the calendar.
  private static let mostDays = 366

  /// The events of a month that a filter lets pass.
  public func month(_ month: CalendarMonth, _ query: Query = Query()) -> MonthOfEvents {
    var entries: [CalendarEntry] = []
    var (inMonth, inYear): ([EventID], [EventID]) = ([], [])
    let days = month.firstDay.adding(days: -6)...month.lastDay.adding(days: 6)
    for place in eventPlaces(query) {
      let event = events[place]
      guard let start = event.start else { continue }
      if start.exactDay != nil {
        entries += self.entries(event, in: days)
      } else if start.year == month.year {
        if start.month == month.month { inMonth.append(event.id) }
        if start.month == nil { inYear.append(event.id) }
      }
    }
    // Each is looked up once, not at every comparison.
    let sorted = entries.map { (key: key($0), entry: $0) }.sorted { $0.key < $1.key }.map(\.entry)
    return MonthOfEvents(
      month: month, entries: sorted.filter { CalendarMonth(of: $0.day) == month },
      beside: sorted.filter { CalendarMonth(of: $0.day) != month },
      inMonth: inMonth.sorted(), inYear: inYear.sorted())
  }

  /// The event that a filter lets pass and that lies nearest after a month, or before it; of those
  /// of which no month is known nobody can say.
  public func nearest(
    to month: CalendarMonth, after: Bool, _ query: Query = Query()
  ) -> NearestEvent? {
    let found = eventPlaces(query).compactMap { place -> NearestEvent? in
      let event = events[place]
      guard let start = event.start, start.month != nil else { return nil }
      let day = start.firstDay
      let lies = after ? day > month.lastDay : day < month.firstDay
      return lies ? NearestEvent(id: event.id, start: start, day: day) : nil
    }
    return after
      ? found.min { ($0.day, $0.id) < ($1.day, $1.id) }
      : found.max { ($0.day, $0.id) < ($1.day, $1.id) }
  }

  /// An event on each of its days that lies in a stretch of days.
  private func entries(_ event: Event, in days: ClosedRange<CalendarDay>) -> [CalendarEntry] {
    guard let first = event.start?.exactDay else { return [] }
    let last = min(
      max(first, event.end?.exactDay ?? first), first.adding(days: Self.mostDays - 1))
    if last < days.lowerBound || first > days.upperBound { return [] }
    let shown =
      max(first, days.lowerBound).dayNumber...min(last, days.upperBound).dayNumber
    return shown.map { day in
      CalendarEntry(
        id: event.id, day: CalendarDay(dayNumber: day), dayOfEvent: day - first.dayNumber + 1,
        dayCount: last.dayNumber - first.dayNumber + 1)
    }
  }

  /// What goes on from before stands first on a day, then what begins, by the time.
  private func key(_ entry: CalendarEntry) -> (CalendarDay, Int, EventID) {
    let minute = event(entry.id)?.start?.minuteOfDay ?? -1
    return (entry.day, entry.dayOfEvent > 1 ? -2 : minute, entry.id)
  }

  /// Who of the team leads two of some events at the same time.
  ///
  /// Moments are compared, so events in two zones overlap only when they do. Only events with a
  /// known time and zone that are planned, confirmed or held are looked at; one without an end
  /// takes the moment of its start.
  public func facilitatorClashes(_ ids: Set<EventID>) -> [FacilitatorClash] {
    var spans: [StaffID: [(span: Range<Int>, id: EventID)]] = [:]
    let days = days(of: ids)
    for event in events where !event.facilitators.isEmpty && lies(event, in: days) {
      guard let span = span(of: event) else { continue }
      for staff in Set(event.facilitators) { spans[staff, default: []].append((span, event.id)) }
    }
    var clashes: [FacilitatorClash] = []
    for (staff, list) in spans {
      let sorted = list.sorted { ($0.span.lowerBound, $0.id) < ($1.span.lowerBound, $1.id) }
      for (place, first) in sorted.enumerated() {
        for second in sorted[(place + 1)...] {
          if second.span.lowerBound >= first.span.upperBound { break }
          guard ids.contains(first.id) || ids.contains(second.id) else { continue }
          clashes.append(FacilitatorClash(staff: staff, first: first.id, second: second.id))
        }
      }
    }
    return clashes.sorted { ($0.first, $0.second, $0.staff) < ($1.first, $1.second, $1.staff) }
  }

  /// The days from the first to the last of some events, with one more at each end for zones.
  private func days(of ids: Set<EventID>) -> ClosedRange<Int>? {
    let starts = ids.compactMap { event($0)?.start?.exactDay?.dayNumber }
    let ends = ids.compactMap { event($0)?.end?.exactDay?.dayNumber }
    guard let first = starts.min(), let last = (starts + ends).max() else { return nil }
    return (first - 1)...(last + 1)
  }

  /// Whether an event can meet one of those days: reckoning its moments takes longer.
  private func lies(_ event: Event, in days: ClosedRange<Int>?) -> Bool {
    guard let days, let start = event.start?.exactDay?.dayNumber else { return false }
    let end = max(start, event.end?.exactDay?.dayNumber ?? start)
    return start <= days.upperBound && end >= days.lowerBound
  }

  /// The seconds during which an event lasts; nil where its time or zone is not known.
  private func span(of event: Event) -> Range<Int>? {
    guard [.planned, .confirmed, .held].contains(event.status),
      let start = programme.startTime(of: event)?.moment.seconds
    else { return nil }
    guard let day = event.end?.exactDay, let minute = event.end?.minuteOfDay,
      let end = programme.clock(of: event)?.time(day, minute).moment.seconds
    else { return start..<(start + 60) }
    return start..<max(end, start + 60)
  }

  /// The events of the same series before and after one, by their number and then their day.
  public func neighbours(of id: EventID) -> (before: EventRow?, after: EventRow?) {
    guard let own = event(id), !own.series.name.isEmpty else { return (nil, nil) }
    let row = events.filter { $0.series.name == own.series.name }.sorted { a, b in
      Self.seriesKey(a) < Self.seriesKey(b)
    }
    guard let place = row.firstIndex(where: { $0.id == id }) else { return (nil, nil) }
    return (
      place > 0 ? self.row(of: row[place - 1].id) : nil,
      place + 1 < row.count ? self.row(of: row[place + 1].id) : nil
    )
  }

  private static func seriesKey(_ event: Event) -> (Int, KnownDate, EventID) {
    (event.series.number ?? 0, event.start ?? KnownDate(year: 9999), event.id)
  }
}
