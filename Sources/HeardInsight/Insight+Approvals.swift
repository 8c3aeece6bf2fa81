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

/// One quarter of one country, as it stands.
public struct QuarterRow: Hashable, Sendable {
  /// The quarter.
  public let quarter: ApprovalPeriod
  /// How many events count to it, whatever their status.
  public let events: Int
  /// How many things are open.
  public let checks: Int
  /// Who locked it and when; nil while it is open.
  public let lock: QuarterLock?
  /// What differs from the approval that locks it.
  public let changes: [ApprovalChange]
  /// Whether it was approved before, and unlocked.
  public let wasUnlocked: Bool
}

extension Insight {
  /// Every quarter that has an event or an approval, the newest first, those of some countries.
  public func quarters(_ countries: [CountryCode] = []) -> [QuarterRow] {
    let counts = Dictionary(grouping: events.compactMap(\.quarter), by: { $0 })
    let all = Set(counts.keys).union(programme.approvals.keys)
    return all.filter { period in
      countries.isEmpty || period.country.map(countries.contains) ?? false
    }
    .sorted { a, b in
      (b.year ?? 0, b.quarter ?? 0, a.country?.stored ?? "")
        < (a.year ?? 0, a.quarter ?? 0, b.country?.stored ?? "")
    }
    .map(row(of:))
  }

  /// One quarter as it stands.
  public func row(of quarter: ApprovalPeriod) -> QuarterRow {
    let approval = programme.approvals[quarter]
    return QuarterRow(
      quarter: quarter, events: eventPlaces(in: quarter).count,
      checks: checks(of: quarter).count, lock: approval?.lock,
      changes: approval?.locking.map { programme.changes(since: $0, of: quarter, on: today) }
        ?? [],
      wasUnlocked: approval?.entries.contains { $0.unlocked != nil } ?? false)
  }

  /// What is open in a quarter, event by event in the order of their dates.
  public func checks(of quarter: ApprovalPeriod) -> [ApprovalCheck] {
    eventPlaces(in: quarter).flatMap { place -> [ApprovalCheck] in
      let (event, row) = (events[place], rows[place])
      var checks: [ApprovalCheck] = []
      func add(_ kind: ApprovalCheckKind, _ gaps: [CloseOutGap] = []) {
        checks.append(ApprovalCheck(kind: kind, event: event.id, gaps: gaps))
      }
      if event.waitsForHeld(today: today) { add(.saidHeld) }
      if !row.gaps.isEmpty { add(.closeOut, row.gaps) }
      if event.status == .held && row.figure.count == nil { add(.attendance) }
      if !event.conflicts.isEmpty { add(.conflicts) }
      return checks
    }
  }

  /// Events of the country and year that count to no quarter, since their month is not known.
  public func eventsWithoutQuarter(beside quarter: ApprovalPeriod) -> [EventID] {
    events.filter { event in
      event.country == quarter.country && event.quarter == nil
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

  private func eventPlaces(in quarter: ApprovalPeriod) -> [Int] {
    events.indices.filter { events[$0].periods.contains(quarter) }
      .sorted {
        let days = (events[$0].start?.firstDay.dayNumber, events[$1].start?.firstDay.dayNumber)
        return (days.0 ?? 0, $0) < (days.1 ?? 0, $1)
      }
  }
}
