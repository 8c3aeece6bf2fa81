import HeardModel

/// A member of an event that a column can tell, for comparing and for taking over.
struct EventMember: Sendable {
  let field: EventImportField
  let isSame: @Sendable (Event, Event) -> Bool
  let take: @Sendable (inout Event, Event) -> Void

  private init<Value: Equatable & SendableMetatype>(
    _ field: EventImportField, _ path: WritableKeyPath<Event, Value> & Sendable,
    isSame: @escaping @Sendable (Value, Value) -> Bool = { $0 == $1 }
  ) {
    self.field = field
    self.isSame = { isSame($0[keyPath: path], $1[keyPath: path]) }
    take = { $0[keyPath: path] = $1[keyPath: path] }
  }

  /// All of them, in the order in which differences are told.
  static let all: [EventMember] = [
    .init(.title, \.title), .init(.start, \.start), .init(.end, \.end), .init(.country, \.country),
    .init(.zone, \.zone),
    .init(.region, \.region), .init(.place, \.place), .init(.venue, \.venue), .init(.type, \.type),
    .init(.format, \.format), .init(.status, \.status), .init(.involvement, \.involvement),
    .init(.onlineAddress, \.onlineAddress), .init(.attendance, \.attendance.total),
    .init(.inPerson, \.attendance.inPerson), .init(.online, \.attendance.online),
    .init(.attendanceSource, \.attendance.source), .init(.capacity, \.capacity),
    .init(.series, \.series.name), .init(.summary, \.summary),
    .init(.languages, \.languages) { Set($0) == Set($1) },
    .init(.topics, \.topics) { Set($0) == Set($1) },
  ]
}

extension ImportRow {
  /// An event with what this row says of it; what the row does not tell stays.
  ///
  /// What would contradict it goes: parts that do not come to a new total, an end before a new start.
  public func updated(_ there: Event) -> Event {
    guard let event else { return there }
    var taken = there
    for member in EventMember.all where given.contains(member.field) { member.take(&taken, event) }
    if given.contains(.start) && !given.contains(.time) { taken.keepTime(of: there) }
    if !given.contains(.end), !given.contains(.time), let end = taken.end, let start = taken.start,
      end.lastDay < start.firstDay
    {
      taken.end = nil
    }
    takeNumbers(event, &taken, there)
    return taken
  }

  /// The fields in which an event would be another one with what this row says.
  func differences(from there: Event) -> [String] {
    let taken = updated(there)
    return EventMember.all.filter { !$0.isSame(taken, there) }.map(\.field.rawValue)
  }

  private func takeNumbers(_ event: Event, _ taken: inout Event, _ there: Event) {
    let numbers = taken.attendance
    let isNew =
      numbers.total != there.attendance.total || numbers.inPerson != there.attendance.inPerson
      || numbers.online != there.attendance.online
    guard isNew else { return }
    // How a number is known goes with the number.
    taken.attendance.source = event.attendance.source
    guard let total = numbers.total else { return }
    let parts = (numbers.inPerson ?? 0) + (numbers.online ?? 0)
    let areAll = numbers.inPerson != nil && numbers.online != nil
    guard parts > total || (areAll && parts != total) else { return }
    if !given.contains(.attendance) { taken.attendance.total = nil }
    if !given.contains(.inPerson) { taken.attendance.inPerson = nil }
    if !given.contains(.online) { taken.attendance.online = nil }
  }
}

extension Event {
  /// Keeps the time of day that an event had: a sheet without times says nothing of it.
  fileprivate mutating func keepTime(of there: Event) {
    guard let day = start?.exactDay, let minute = there.start?.minuteOfDay else { return }
    start = KnownDate(day, minuteOfDay: minute)
  }
}
