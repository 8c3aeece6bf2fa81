import HeardModel

extension Insight {
  /// The events that a filter lets pass, in an order; events that are alike stand newest first.
  public func events(
    _ query: Query = Query(), sortedBy order: EventOrder = .start, descending: Bool = true
  ) -> [EventRow] {
    inOrder(eventPlaces(query), order, descending: descending)
  }

  /// The events that a member of the team facilitates, the newest first.
  public func events(facilitatedBy staff: StaffID) -> [EventRow] {
    let own = events.indices.filter { events[$0].facilitators.contains(staff) }
    return inOrder(own, .start, descending: true)
  }

  /// The testimonies that a member of the team took down, the newest first, as anybody sees them.
  public func testimonies(takenBy staff: StaffID) -> [TestimonyRow] {
    testimonyRows(testimonies.indices.filter { testimonies[$0].takenBy == staff }, for: Reader())
  }

  /// The testimonies that were told at an event, the newest first.
  public func testimonies(toldAt id: EventID, for reader: Reader) -> [TestimonyRow] {
    testimonyRows(testimoniesOfEvent[id] ?? [], for: reader)
  }

  private func inOrder(
    _ places: [Int], _ order: EventOrder, descending: Bool
  ) -> [EventRow] {
    let rows = rows
    let titles = order == .title ? ranks(\.title, kept.titleRanks) : []
    let towns = order == .place || order == .country ? ranks(\.place, kept.placeRanks) : []
    func key(_ place: Int) -> SortKey {
      let row = rows[place]
      switch order {
      case .start:
        return SortKey(
          row.start.map { [$0.year, $0.month ?? 0, $0.day ?? 0, $0.minuteOfDay ?? -1] })
      case .title: return SortKey(row.title.isEmpty ? nil : [titles[place]])
      case .country: return SortKey(row.country.map { [Self.number($0), towns[place]] })
      case .place: return SortKey(row.place.isEmpty ? nil : [towns[place]])
      case .attendances: return SortKey(row.figure.count.map { [$0] })
      case .testimonies: return SortKey([row.testimonies])
      case .actions: return SortKey([row.actions])
      case .told: return SortKey(row.told.sortKey)
      case .status: return SortKey([EventStatus.allCases.firstIndex(of: row.status) ?? 0])
      }
    }
    let keyed = places.map { (place: $0, key: key($0)) }
    return keyed.sorted { a, b in
      if let isBefore = a.key.isBefore(b.key, descending: descending) { return isBefore }
      let (first, second) = (rows[a.place], rows[b.place])
      if first.start != second.start { return Self.isNewer(first.start, second.start) }
      return first.id < second.id
    }.map { rows[$0.place] }
  }

  /// The row of one event.
  public func row(of id: EventID) -> EventRow? { eventPlaces[id].map { rows[$0] } }

  /// Events that lie ahead, the nearest first.
  public func coming(limit: Int) -> [EventRow] {
    let ahead = events.indices.filter { events[$0].isComing(today: today) }
      .map { (row: rows[$0], start: rows[$0].start ?? KnownDate(today)) }
    return ahead.sorted { ($0.start, $0.row.id) < ($1.start, $1.row.id) }
      .prefix(limit).map(\.row)
  }

  /// Attendances at held events by country, where it is known and where it is not; in no order.
  ///
  /// The same numbers as `figures(by: [.country])`, without the people, whose counting takes longer.
  public var attendancesByCountry: [(country: CountryCode?, totals: EventTotals)] {
    kept.byCountry.value {
      Dictionary(grouping: rows.filter { $0.status == .held }, by: \.country)
        .map { (country: $0.key, totals: totals(of: $0.value)) }
    }
  }

  /// What the programme's held events come to.
  ///
  /// What is counted at events that nobody has marked as held stands apart in it.
  public var headline: EventTotals {
    kept.headline.value {
      var totals = totals(of: rows.filter { $0.status == .held })
      for place in events.indices {
        guard events[place].status != .held, events[place].status != .cancelled,
          let tally = events[place].attendance.tally
        else { continue }
        totals.countedNotHeld += 1
        totals.attendancesNotHeld += tally
      }
      return totals
    }
  }

  /// What several events come to; an action that came of two of them counts once.
  public func totals(of rows: [EventRow]) -> EventTotals {
    var totals = EventTotals()
    var actions: Set<Int> = []
    var countries: Set<CountryCode> = []
    for row in rows {
      totals.events += 1
      totals.testimonies += row.testimonies
      actions.formUnion(actionsOfEvent[row.id] ?? [])
      guard row.status == .held else { continue }
      totals.held += 1
      totals.sources.insert(row.figure.source)
      totals.attendances.add(row.figure)
      if row.figure.count == nil { totals.notKnown += 1 }
      if let country = row.country { countries.insert(country) }
    }
    totals.actions = actions.count
    // A programme that names no country has all of them.
    let own = programme.settings.countries
    totals.countries = own.isEmpty ? countries.count : countries.intersection(own).count
    totals.otherCountries = countries.count - totals.countries
    return totals
  }

  /// The rows of all events, in the order of their ids.
  var rows: [EventRow] { kept.rows.value { events.indices.map(makeRow) } }

  func makeRow(_ place: Int) -> EventRow {
    let event = events[place]
    let told = testimoniesOfEvent[event.id] ?? []
    let linked = actionsOfEvent[event.id] ?? []
    let figure = event.attendanceFigure(roles: uncountedRoles)
    return EventRow(
      id: event.id, title: event.title, start: event.start, country: event.country,
      place: event.place, status: event.status, format: event.format,
      involvement: event.involvement, figure: figure,
      testimonies: told.count { counts(at: $0) },
      actionsDone: linked.count { actions[$0].isDone(on: today) },
      actions: linked.count, told: self.told(event),
      // A testimony that was withdrawn was heard all the same: the event stays closed out.
      gaps: event.closeOutGaps(testimonies: told.count, attendances: figure),
      isBeforeHeard: event.isBeforeHeard)
  }

  private func ranks(_ text: (EventRow) -> String, _ kept: Lazy<[Int]>) -> [Int] {
    let rows = rows
    return kept.value { collation.ranks(rows.map(text)) }
  }

  private static func number(_ country: CountryCode) -> Int {
    country.stored.utf8.reduce(0) { $0 * 256 + Int($1) }
  }

  private static func isNewer(_ a: KnownDate?, _ b: KnownDate?) -> Bool {
    guard let a else { return false }
    return b.map { a > $0 } ?? true
  }
}

/// What a row is ordered by; rows of which it is not known come last, whatever the direction.
struct SortKey {
  let values: [Int]?

  init(_ values: [Int]?) { self.values = values }

  /// Whether this comes first; nil when both are alike.
  func isBefore(_ other: SortKey, descending: Bool) -> Bool? {
    guard let values, let others = other.values else {
      return (values == nil) == (other.values == nil) ? nil : values != nil
    }
    if values == others { return nil }
    return values.lexicographicallyPrecedes(others) != descending
  }
}

extension Told {
  // Nothing to do is lowest, the latest is highest.
  fileprivate var sortKey: [Int]? {
    switch self {
    case .nothing: nil
    case .told: [0]
    case .notPossible: [1]
    case .toldLacking: [2]
    case .notDue: [3]
    case .due: [4]
    case .late(let days): [5, days]
    }
  }
}
