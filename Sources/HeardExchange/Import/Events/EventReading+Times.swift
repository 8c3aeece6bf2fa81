import HeardInsight
import HeardModel

// Days and times of a row, on the clock of its place.
extension EventReading {
  mutating func readDates() {
    let text = cell(.start)
    var said: SaidZone?
    switch dates.written(text) {
    case (.none, _): break
    case (.date(let start, let end), let zone):
      (event.start, event.end) = (start, end)
      said = zone.map { SaidZone($0, .start) }
    case (.ambiguous(let dayFirst, let monthFirst), _):
      doubts.append(.dateAmbiguous(text, dayFirst: dayFirst, monthFirst: monthFirst))
      note(.start)
    case (.dayNumber(let date), _):
      event.start = date
      doubts.append(.dateIsNumber(text, date))
      note(.start)
    case (.unreadable, _):
      doubts.append(.dateUnreadable(text))
      note(.start)
    }
    let endZone = readEnd()
    said = readTimes() ?? said
    readZone(said, endZone: endZone)
    checkOrder()
    // On the clock of the sheet: a moment elsewhere can be a night here.
    checkClock(text, isOwn: said == nil)
    if event.start != nil { given.insert(.start) }
    if let start = event.start, !(1990...context.today.year + 10).contains(start.year) {
      doubts.append(.yearOdd(start))
    }
  }

  /// Reads the end, which may be no more than a time.
  private mutating func readEnd() -> SaidZone? {
    let text = cell(.end)
    switch dates.written(text) {
    case (.none, _): break
    case (.date(let end, nil), let zone):
      event.end = end
      given.insert(.end)
      return zone.map { SaidZone($0, .end) }
    case (.ambiguous(let dayFirst, let monthFirst), _):
      doubts.append(.dateAmbiguous(text, dayFirst: dayFirst, monthFirst: monthFirst))
      note(.end)
    case (.date, _), (.dayNumber, _), (.unreadable, _):
      if cell(.endTime).isEmpty, SheetTime(folded: SheetCell.folded(text))?.end == nil,
        SheetTime(folded: SheetCell.folded(text)) != nil
      {
        break
      }
      doubts.append(.dateUnreadable(text))
      note(.end)
    }
    return nil
  }

  /// Puts the times of their own columns to the days; gives the zone that stands beside them.
  private mutating func readTimes() -> SaidZone? {
    let (first, last) = (time(.time), time(endField))
    guard let day = event.start?.exactDay else {
      for (field, time) in [(EventImportField.time, first), (endField, last)] where time != nil {
        note(field)
      }
      return nil
    }
    if first == nil, last == nil { return nil }
    if let last, last.end != nil || first?.end != nil { return doubt(endField) }
    // The end of a start that is in the date's own cell, as `12.06.2024 18:30`.
    guard let start = first?.start ?? event.start?.minuteOfDay else { return doubt(endField) }
    let until = given.contains(.end) || event.end != nil ? event.end?.exactDay : nil
    let end = last?.start ?? first?.end
    guard let placed = placed(start, end, day, until, isSplit: last != nil && given.contains(.end))
    else { return doubt(last == nil ? .time : endField) }
    event.start = placed.start
    if let end = placed.end { event.end = end }
    if first != nil { given.insert(.time) }
    if last != nil || first?.end != nil { given.insert(.endTime) }
    let zone = first?.zone ?? last?.zone
    return zone.map { SaidZone($0, first?.zone == nil ? endField : .time) }
  }

  /// The column of the end's time: that of the end where its cells are times.
  private var endField: EventImportField {
    cell(.endTime).isEmpty && !cell(.end).isEmpty && event.end == nil ? .end : .endTime
  }

  /// The start and the end; of days in columns of their own the times are as they stand there.
  private func placed(
    _ start: Int, _ end: Int?, _ day: CalendarDay, _ until: CalendarDay?, isSplit: Bool
  ) -> (start: KnownDate, end: KnownDate?)? {
    let from = KnownDate(day, minutes: start)
    if isSplit, let until, let end, until > day { return (from, KnownDate(until, minutes: end)) }
    guard let end else {
      let kept = event.end.map { $0.minuteOfDay == nil || $0.exactDay != day || $0 > from } ?? true
      return kept ? (from, event.end) : nil
    }
    return SheetTime(start: start, end: end).placed(on: day, until: until)
  }

  private mutating func doubt(_ field: EventImportField) -> SaidZone? {
    doubts.append(.timeUnreadable(cell(field)))
    note(field)
    return nil
  }

  /// The time of a cell; one that is not understood is doubted, one for the whole day is kept.
  private mutating func time(_ field: EventImportField) -> SheetTime? {
    let text = cell(field)
    // What stands under the end as a date has been read.
    if text.isEmpty || SheetCell.saysNothing(text) || (field == .end && !isTime(text)) {
      return nil
    }
    let folded = SheetCell.folded(text)
    if let time = SheetTime(folded: folded) { return time }
    if !SheetTime.isWholeDay(folded), event.start?.exactDay != nil {
      doubts.append(.timeUnreadable(text))
    }
    note(field)
    return nil
  }

  private func isTime(_ text: String) -> Bool {
    SheetTime(folded: SheetCell.folded(text)) != nil
  }

  /// Nobody meets before five in the morning, and a day of the week is that of its date.
  private mutating func checkClock(_ text: String, isOwn: Bool) {
    guard let start = event.start else { return }
    let time = cell(.time).isEmpty ? text : cell(.time)
    if let minute = start.minuteOfDay, minute < Self.earliest, isOwn {
      doubts.append(.nightTime(time))
    } else if start.minuteOfDay == nil || start.minuteOfDay == 0,
      SheetTime(folded: SheetCell.folded(cell(.time)))?.start == 0
    {
      doubts.append(.nightTime(time))
    }
    if let day = start.exactDay, let said = DateTokens.weekday(in: text), said != day.weekday {
      doubts.append(.weekdayDiffers(text, KnownDate(day)))
    }
  }

  /// The first minute of the day at which somebody meets.
  private static let earliest = 300

  /// The end may not stand before the start, on the clock of the place.
  private mutating func checkOrder() {
    guard let start = event.start, let end = event.end else { return }
    let isBefore =
      end.lastDay < start.firstDay
      || (end.minuteOfDay != nil && start.minuteOfDay != nil && end < start)
    guard isBefore else { return }
    let field: EventImportField = cell(.end).isEmpty ? .start : .end
    doubts.append(.endBeforeStart(cell(field)))
    note(field)
    event.end = nil
    given.remove(.end)
  }
}

/// A zone that stands beside a date or a time, with the column in which it does.
struct SaidZone {
  let zone: WrittenZone
  let field: EventImportField

  init(_ zone: WrittenZone, _ field: EventImportField) { (self.zone, self.field) = (zone, field) }
}

// By which clock the times are told.
extension EventReading {
  /// Finds the zone: what a column or the cell of the time says, else what the place tells.
  ///
  /// What
  /// contradicts the place is doubted; a time without a zone is asked about.
  mutating func readZone(_ said: SaidZone?, endZone: SaidZone?) {
    let zones = context.countryZones
    let here =
      zones.zone(in: event.country, region: event.region, place: event.place)
      ?? event.country.flatMap { mapping.zones[$0] }
    let text = cell(.zone)
    var offset: Int?
    if !text.isEmpty, !SheetCell.saysNothing(text) {
      offset = takeZone(
        ZoneWords.answer(text, in: event.country, here: here, zones), text, .zone, here)
    }
    if let said {
      switch said.zone {
      case .offset(let seconds): offset = seconds
      case .words(let words):
        let answer = ZoneWords.answer(words, in: event.country, here: event.zone ?? here, zones)
        offset = takeZone(answer, words, said.field, event.zone ?? here)
      }
    }
    if event.zone == nil, !isZoneDoubted {
      event.zone = here
    }
    var endOffset = offset
    if case .offset(let seconds)? = endZone?.zone { endOffset = seconds }
    tellHere(offset, endOffset)
    let isTimed = event.start?.minuteOfDay != nil || event.end?.minuteOfDay != nil
    // Of what is past without a country nobody will look for the time any more.
    let isAsked = event.country != nil || event.start.map { $0.lastDay >= context.today } ?? false
    if isTimed, isAsked, event.zone == nil, !isZoneDoubted {
      doubts.append(.zoneMissing(event.country))
    }
  }

  private var isZoneDoubted: Bool {
    doubts.contains { doubt in
      switch doubt {
      case .zoneMissing, .zoneUnknown, .zoneDiffers: true
      default: false
      }
    }
  }

  /// Takes a zone that is said; gives the offset where no zone is but the time is told from UTC.
  private mutating func takeZone(
    _ answer: ZoneWords.Answer, _ text: String, _ field: EventImportField, _ here: ZoneName?
  ) -> Int? {
    switch answer {
    case .local: return nil
    case .offset(let seconds): return seconds
    case .zone(let zone):
      let isSummer = SheetCell.folded(text) == "gmt" && offset(of: zone) != 0
      guard !isSummer, isOfCountry(zone) else { break }
      if let here, !haveSameClock(zone, here) {
        doubts.append(.zoneDiffers(text, here))
        note(field)
        return nil
      }
      event.zone = text.contains("/") ? zone : here ?? zone
      given.insert(.zone)
      return nil
    case .unknown: break
    }
    doubts.append(.zoneUnknown(text))
    note(field)
    return nil
  }

  /// Whether a zone is one of the event's country, as far as those are known.
  private func isOfCountry(_ zone: ZoneName) -> Bool {
    guard let country = event.country else { return true }
    let all = context.countryZones.all(of: country)
    return all.isEmpty || all.contains { haveSameClock($0, zone) }
      || PlaceZones.zones(of: country).contains(zone)
  }

  private func offset(of zone: ZoneName) -> Int {
    let day = event.start?.firstDay ?? context.today
    return ZoneClock(zone)?.time(day, event.start?.minuteOfDay ?? 720).moment
      .offset(on: zone) ?? 0
  }

  private func haveSameClock(_ a: ZoneName, _ b: ZoneName) -> Bool {
    a == b || offset(of: a) == offset(of: b)
  }
}

// Moments, told on the clock of the place.
extension EventReading {
  /// Tells the start and the end on the clock of the event's zone, where they are told from UTC.
  private mutating func tellHere(_ offset: Int?, _ endOffset: Int?) {
    if let offset, let start = event.start, start.minuteOfDay != nil {
      event.start = told(start, offset, .start)
    }
    if let endOffset, let end = event.end, end.minuteOfDay != nil {
      event.end = told(end, endOffset, .end)
    }
  }

  private mutating func told(
    _ date: KnownDate, _ offset: Int, _ field: EventImportField
  ) -> KnownDate? {
    guard let day = date.exactDay, let minute = date.minuteOfDay else { return date }
    let moment = Moment(seconds: day.dayNumber * 86_400 + minute * 60 - offset)
    guard let clock = event.zone.flatMap(ZoneClock.init) else {
      return dayEverywhere(moment, field)
    }
    let here = clock.reading(at: moment)
    let isInDate = dates.written(cell(field)).zone != nil
    if isInDate, here.minuteOfDay == 0 { return KnownDate(here.day) }
    // Programs write a day as midnight in UTC; of one such column nobody knows it.
    if isInDate, minute == 0, !dates.tellsMoments {
      note(field)
      if here.day != day {
        let moment = KnownDate(here.day, minuteOfDay: here.minuteOfDay)
        doubts.append(.momentOrDay(cell(field), moment: moment, day: KnownDate(day)))
        return nil
      }
      return KnownDate(day)
    }
    // Beside others that are moments, one at midnight is perhaps a day all the same.
    if isInDate, minute == 0, here.minuteOfDay < Self.earliest {
      let moment = KnownDate(here.day, minuteOfDay: here.minuteOfDay)
      doubts.append(.momentOrDay(cell(field), moment: moment, day: KnownDate(day)))
    }
    return KnownDate(here.day, minuteOfDay: here.minuteOfDay)
  }

  /// The day of a moment where it is the same in all zones of the country; its time is not known.
  private mutating func dayEverywhere(_ moment: Moment, _ field: EventImportField) -> KnownDate? {
    note(field)
    if !isZoneDoubted { doubts.append(.zoneMissing(event.country)) }
    let zones = event.country.map { context.countryZones.all(of: $0) } ?? []
    let days = Set(zones.compactMap(ZoneClock.init).map { $0.reading(at: moment).day })
    return days.count == 1 ? days.first.map { KnownDate($0) } : nil
  }
}

extension Moment {
  fileprivate func offset(on zone: ZoneName) -> Int? { ZoneClock(zone)?.offset(at: self) }
}
