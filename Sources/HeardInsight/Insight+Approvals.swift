import HeardModel

/// What has to be looked at before a quarter is approved.
public struct ApprovalCheck: Hashable, Sendable {
  /// What is open.
  public let kind: ApprovalCheckKind
  /// The event at which it is settled.
  public let event: EventID
  /// What is missing before the event is closed out; empty for other kinds.
  public let gaps: [CloseOutGap]
}

/// How far the approval of a period is, as it stands on one day.
public enum ApprovalState: String, CaseIterable, Sendable {
  /// Its events are locked by an approval, of this period or of one that holds them all.
  case approved
  /// It is over, nothing is open in it, and a manager can approve it.
  case complete
  /// It ended more than 45 days ago, and something is open or not said.
  case late
  /// It is not over, or was over not long ago.
  case open
}

/// A quarter, a year or what has no date, of one country or of none, as it stands.
public struct ApprovalRow: Hashable, Sendable {
  /// The period.
  public let period: ApprovalPeriod
  /// How far its approval is.
  public let state: ApprovalState
  /// How many events count to it, whatever their status.
  public let events: Int
  /// How many things are open.
  public let checks: Int
  /// How many days it is past the time in which it is to be approved; nil where it is not.
  public let daysLate: Int?
  /// Who locked it and when; nil while it has no lock of its own.
  public let lock: QuarterLock?
  /// Other periods whose approvals lock some of its events.
  public let lockedThrough: [ApprovalPeriod]
  /// What differs from the approval that locks it.
  public let changes: [ApprovalChange]
  /// Whether it was approved before, and unlocked.
  public let wasUnlocked: Bool
}

extension Insight {
  /// Days after the end of a period within which it is to be approved: half a quarter.
  public static let approvalWithin = 45

  /// Every period that has an event or an approval, the newest first, those of some countries.
  ///
  /// No country means all; events without a country are everybody's. A filter of events keeps the
  /// periods to which an event that it finds counts, and of those without events the ones whose
  /// country and year it names.
  public func periods(
    _ countries: [CountryCode] = [], filteredBy query: Query = Query()
  ) -> [ApprovalRow] {
    var places: [ApprovalPeriod: [Int]] = [:]
    for (place, event) in events.enumerated() {
      for period in event.periods { places[period, default: []].append(place) }
    }
    let found = query.isEmpty ? nil : Set(eventPlaces(query))
    let all = Set(places.keys).union(programme.approvals.keys).filter { period in
      guard countries.isEmpty || period.country.map(countries.contains) ?? true else {
        return false
      }
      guard let found else { return true }
      return places[period]?.contains(where: found.contains) ?? query.names(period)
    }
    // No country stands behind all of them.
    return all.sorted { a, b in
      (b.year ?? 0, b.quarter ?? 0, a.country?.stored ?? "~")
        < (a.year ?? 0, a.quarter ?? 0, b.country?.stored ?? "~")
    }.map { row(of: $0, inOrder(places[$0] ?? [])) }
  }

  /// One period as it stands.
  public func row(of period: ApprovalPeriod) -> ApprovalRow {
    row(of: period, eventPlaces(in: period))
  }

  /// One period, by the places of its events in the order of their dates.
  func row(of period: ApprovalPeriod, _ places: [Int]) -> ApprovalRow {
    let approval = programme.approvals[period]
    let locks = places.map { programme.lock(of: events[$0]) }
    let through = Set(locks.compactMap { $0?.quarter }).subtracting([period]).sorted()
    let isLocked = approval?.lock != nil || (!places.isEmpty && !locks.contains(nil))
    let checks = checks(of: places).count
    let late = period.lastDay.map { today.dayNumber - $0.dayNumber - Self.approvalWithin } ?? 0
    let state: ApprovalState =
      if isLocked {
        .approved
      } else if period.isOver(on: today) && checks == 0 {
        .complete
      } else {
        late > 0 ? .late : .open
      }
    return ApprovalRow(
      period: period, state: state, events: places.count, checks: checks,
      daysLate: isLocked || late <= 0 ? nil : late, lock: approval?.lock, lockedThrough: through,
      changes: approval?.locking.map { programme.changes(since: $0, of: period, on: today) }
        ?? [],
      wasUnlocked: approval?.entries.contains { $0.unlocked != nil } ?? false)
  }

  /// What is open in a quarter, event by event in the order of their dates.
  ///
  /// That nobody knows how many attended is settled where somebody said so, or it is history.
  public func checks(of quarter: ApprovalPeriod) -> [ApprovalCheck] {
    checks(of: eventPlaces(in: quarter))
  }

  private func checks(of places: [Int]) -> [ApprovalCheck] {
    places.flatMap { place -> [ApprovalCheck] in
      let (event, row) = (events[place], rows[place])
      var checks: [ApprovalCheck] = []
      func add(_ kind: ApprovalCheckKind, _ gaps: [CloseOutGap] = []) {
        checks.append(ApprovalCheck(kind: kind, event: event.id, gaps: gaps))
      }
      if event.waitsForHeld(today: today) { add(.saidHeld) }
      if !row.gaps.isEmpty { add(.closeOut, row.gaps) }
      let isSaid = event.closeOut.attendanceNotKnown || event.isBeforeHeard
      if event.status == .held && row.figure.count == nil && !isSaid { add(.attendance) }
      if !event.conflicts.isEmpty { add(.conflicts) }
      return checks
    }
  }

  /// Events of a quarter's country and year whose month is not known, so that they count to none.
  public func eventsWithoutQuarter(beside quarter: ApprovalPeriod) -> [EventID] {
    if quarter.quarter == nil { return [] }
    return events.filter { event in
      event.country == quarter.country && event.start?.month == nil
        && (event.start == nil || event.start?.year == quarter.year)
    }.map(\.id)
  }

  /// What the held events of a quarter come to.
  public func approvedFigures(of quarter: ApprovalPeriod) -> ApprovedFigures {
    let row = figures(for: eventPlaces(in: quarter).filter { events[$0].status == .held })
    var figures = ApprovedFigures()
    figures.events = row.events
    figures.counted = row.attendances.counted
    figures.listed = row.attendances.listed
    figures.reported = row.attendances.reported
    figures.estimated = row.attendances.estimated
    if row.attendances.unsourced > 0 { figures.unsourced = row.attendances.unsourced }
    figures.notKnown = row.notKnown
    figures.people = row.people
    figures.testimonies = row.testimonies
    figures.actions = row.actions
    return figures
  }

  /// The approval that would lock a quarter now; `faultyFiles` could not be read.
  public func approvalEntry(
    of quarter: ApprovalPeriod, id: Code, at moment: Moment, by name: String, faultyFiles: Int
  ) -> ApprovalEntry {
    var entry = ApprovalEntry()
    (entry.id, entry.at, entry.by) = (id, moment, name)
    entry.figures = approvedFigures(of: quarter)
    for check in checks(of: quarter) { entry.stillOpen[check.kind, default: 0] += 1 }
    if faultyFiles > 0 { entry.stillOpen[.files] = faultyFiles }
    entry.events = programme.coverage(of: quarter, on: today)
    return entry
  }

  /// The places of the events of a period, in the order of their dates.
  func eventPlaces(in period: ApprovalPeriod) -> [Int] {
    inOrder(events.indices.filter { events[$0].periods.contains(period) })
  }

  func inOrder(_ places: [Int]) -> [Int] {
    places.sorted {
      let days = (events[$0].start?.firstDay.dayNumber, events[$1].start?.firstDay.dayNumber)
      return (days.0 ?? 0, $0) < (days.1 ?? 0, $1)
    }
  }
}

extension Query {
  /// Whether it asks for nothing but countries and years, and for those of a period.
  fileprivate func names(_ period: ApprovalPeriod) -> Bool {
    terms.allSatisfy { term in
      guard case .values(let key, let values) = term.condition else { return false }
      switch key {
      case .country:
        return (period.country.map { values.contains($0.stored) } ?? false) != term.isNegated
      case .year:
        let years = values.compactMap(QueryYears.init)
        let isMeant = period.year.map { year in years.contains { $0.years.contains(year) } }
        return (isMeant ?? false) != term.isNegated
      default: return false
      }
    }
  }
}
