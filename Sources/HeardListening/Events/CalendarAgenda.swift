import HeardInsight
import HeardKit
import HeardModel
import TerminalCanvas

/// A row of the agenda.
enum AgendaRow: Hashable, Sendable {
  /// The day of the rows below.
  case day(CalendarDay)
  /// The rows below are known to the month only.
  case inMonth
  /// The rows below are known to the year only.
  case inYear
  /// An event.
  case event(Item)

  /// An event, on a day where one is known.
  struct Item: Hashable, Sendable {
    let event: EventID
    let day: CalendarDay?
    var dayOfEvent = 1
    var dayCount = 1
  }

  /// The event of the row.
  var item: Item? { if case .event(let item) = self { item } else { nil } }

  /// The rows of a month.
  static func rows(_ events: MonthOfEvents) -> [AgendaRow] {
    var rows: [AgendaRow] = []
    var day: CalendarDay?
    for entry in events.entries {
      if entry.day != day { rows.append(.day(entry.day)) }
      day = entry.day
      rows.append(
        .event(
          Item(
            event: entry.id, day: entry.day, dayOfEvent: entry.dayOfEvent,
            dayCount: entry.dayCount)))
    }
    func add(_ ids: [EventID], _ heading: AgendaRow) {
      if ids.isEmpty { return }
      rows.append(heading)
      rows += ids.map { .event(Item(event: $0, day: nil)) }
    }
    add(events.inMonth, .inMonth)
    add(events.inYear, .inYear)
    return rows
  }
}

/// The events of a month day by day, with time, place and zone.
struct CalendarAgenda {
  private let events: MonthOfEvents
  private let desk: Desk
  private let rows: [AgendaRow]

  init(_ events: MonthOfEvents, _ desk: Desk) {
    self.events = events
    self.desk = desk
    rows = AgendaRow.rows(events)
  }

  /// The row of an event.
  func place(of item: AgendaRow.Item?) -> Int? {
    item.flatMap { rows.firstIndex(of: .event($0)) }
  }

  /// The first event of a day, else the first after it.
  func place(of day: CalendarDay) -> Int? {
    rows.firstIndex { row in row.item?.day.map { $0 >= day } ?? false }
  }

  /// The whole month.
  func table(cursor: Int?, isFocused: Bool) -> Table {
    Table(
      columns: columns, rowCount: rows.count, cursor: cursor, isFocused: isFocused,
      emptyText: StyledText(desk.words("calendar.noneInMonth"), .faint), showsHeader: false
    ) { [self] index in
      switch rows[index] {
      case .day(let day): .heading(StyledText(desk.formats.weekday(day), .title))
      case .inMonth: .heading(StyledText(inMonth, .title))
      case .inYear: .heading(StyledText(inYear, .title))
      case .event(let item): row(item)
      }
    }
  }

  /// The events of one day below the grid.
  func day(_ day: CalendarDay) -> [Block] {
    let here = rows.compactMap(\.item).filter { $0.day == day }
    var table = Table(
      columns: columns, rowCount: here.count, isFocused: false,
      emptyText: StyledText(desk.words("calendar.noneOnDay"), .faint), showsHeader: false
    ) { [self] in row(here[$0]) }
    table.isOnlySeen = true
    return [.gap, .line(StyledText(desk.formats.weekday(day), .title)), .table(table)]
  }

  /// Events of which no day is known, in a line of their own.
  func undated() -> [Block] {
    let lines = [(inMonth, events.inMonth), (inYear, events.inYear)].filter { !$0.1.isEmpty }
    return lines.map { name, ids in
      let titles = ids.prefix(3).compactMap { desk.programme.events[$0]?.title }
      let more = ids.count > 3 ? [desk.words("home.moreWaiting", count: ids.count - 3)] : []
      return .line(
        StyledText(desk.words.labelled(name), .faint)
          + StyledText((titles + more).joined(separator: " · ")))
    }
  }

  private var inMonth: String {
    desk.words("calendar.inMonth", ["month": desk.formats.month(events.month)])
  }

  private var inYear: String {
    desk.words("calendar.inYear", ["year": String(events.month.year)])
  }

  private var columns: [Column] {
    let words = desk.words
    return [
      Column(words("calendar.time"), width: .fixed(12)),
      Column(words("events.place"), width: .fixed(12), priority: 1),
      Column(words("events.title"), width: .fill(minimum: 20, weight: 1)),
      Column(words("events.status"), width: .fixed(10), priority: 2),
      Column(words("field.zone"), width: .fixed(14), priority: 3),
    ]
  }

  private func row(_ item: AgendaRow.Item) -> TableRow {
    guard let event = desk.programme.events[item.event] else { return .note("") }
    let words = desk.words
    let isOff = event.status == .cancelled || event.status == .postponed
    let country = event.country?.stored ?? "--"
    let zone = desk.programme.zone(of: event).map(desk.formats.city)
    let place = [event.place, desk.formats.country(event.country)].filter { !$0.isEmpty }
    return TableRow(
      [
        StyledText(time(item, event)),
        StyledText(event.place.isEmpty ? country : "\(country) \(event.place)"),
        StyledText(event.title, isOff ? .faint : .plain),
        StyledText(
          words("status.\(event.status.stored)"), event.status == .held ? .faint : .plain),
        StyledText(event.start?.minuteOfDay == nil ? "" : zone ?? words("calendar.noZone"), .faint),
      ], spoken: [1: place.joined(separator: ", ")])
  }

  /// From when until when, or which of several days it is.
  private func time(_ item: AgendaRow.Item, _ event: Event) -> String {
    if item.dayCount > 1 {
      return desk.words(
        "calendar.dayOf", ["n": String(item.dayOfEvent), "all": String(item.dayCount)])
    }
    guard let start = event.start?.minuteOfDay else { return "" }
    let end = event.end?.minuteOfDay.map { "–\(desk.formats.time($0))" } ?? ""
    return desk.formats.time(start) + end
  }
}

/// What a coordinator has to know of a month: clocks that change, people who are needed twice.
enum CalendarNotices {
  private static let most = 4

  static func blocks(_ events: MonthOfEvents, _ desk: Desk) -> [Block] {
    // Fifty events at one hour are a thousand clashes: only those that are shown become sentences.
    let clashes = desk.insight.facilitatorClashes(Set(events.entries.map(\.id)))
    let told = clashes.prefix(most).map { Notice(.warning, EventPreparation.sentence($0, desk)) }
    let clocks = clocks(events, desk).map { Notice(.info, $0) }
    let more = clashes.count + clocks.count - most
    return (told + clocks).prefix(most).map { .notice($0) }
      + (more > 0 ? [.line(StyledText(desk.words("home.moreWaiting", count: more), .faint))] : [])
  }

  /// The changes of the clocks in the zones of the events, zones that change alike in one line.
  private static func clocks(_ events: MonthOfEvents, _ desk: Desk) -> [String] {
    let ids = Set(events.entries.map(\.id) + events.inMonth)
    let zones = Set(
      ids.compactMap { desk.programme.events[$0].flatMap(desk.programme.zone) })
    var groups: [(change: ZoneClock.Change, zones: [ZoneName])] = []
    for zone in zones.sorted() {
      let changes = ZoneClock(zone)?.changes(
        from: events.month.firstDay, through: events.month.lastDay)
      for change in changes ?? [] {
        let place = groups.firstIndex {
          $0.change.day == change.day && $0.change.minutes == change.minutes
        }
        if let place { groups[place].zones.append(zone) } else { groups.append((change, [zone])) }
      }
    }
    return groups.sorted { ($0.change.day, $0.zones[0]) < ($1.change.day, $1.zones[0]) }
      .map { $0.change.sentence($0.zones, desk) }
  }
}
