import HeardInsight
import HeardKit
import HeardModel
import TerminalCanvas

/// What makes the number at the door true: who counted it, where there is room, who has a role.
enum DoorRemarks {
  /// The doors that counted, each with a bar, and what was typed; nothing where one counted all.
  static func doors(_ event: Event, _ desk: Desk) -> [Block] {
    let rows = parts(event, desk)
    guard rows.count > 1, let most = rows.map(\.count).max() else { return [] }
    let isASCII = desk.settings.usesASCII
    let table = rows.map { part in
      TableRow(
        [
          StyledText(part.label), StyledText(desk.words.number(part.count), .strong),
          StyledText(Bars.text(part.count, of: most, columns: 26, isASCII: isASCII), .chart),
          StyledText(part.since, .faint),
        ],
        spoken: [0: desk.words.labelled(part.label, desk.words.number(part.count)), 1: "", 2: ""])
    }
    return [
      .table(
        Table(
          columns: [
            Column("", width: .fixed(16)), Column("", width: .fixed(7), alignment: .trailing),
            Column("", width: .fixed(26), priority: 1),
            Column("", width: .fill(minimum: 8, weight: 1)),
          ], rowCount: table.count, isFocused: false, showsHeader: false
        ) { table[$0] })
    ]
  }

  /// The same in one line, where there are few rows.
  static func shortDoors(_ event: Event, _ desk: Desk) -> String {
    let words = desk.words
    let shares = event.attendance.doorShares
    let others = shares.others(desk).count
    var said: [String] = []
    if others != 0 {
      let own = shares.count(of: desk.sittings.own)
      said = [
        words("door.short.here", ["n": words.number(own)]),
        words("door.short.others", ["n": words.number(others)]),
      ]
    }
    if let free = free(event), free > 0 {
      said.append(words("door.short.free", ["n": words.number(free)]))
    }
    return said.joined(separator: " · ")
  }

  /// How many places the room has, and how many are free; empty where nobody knows, or none is.
  static func places(_ event: Event, _ desk: Desk) -> String {
    guard let capacity = event.capacity, let free = free(event), free > 0 else { return "" }
    let words = desk.words
    return words("door.places", ["all": words.number(capacity), "n": words.number(free)])
  }

  /// How many have a role, how many gave a slip, and who is beside those who came.
  static func rest(_ event: Event, _ desk: Desk) -> [Block] {
    let words = desk.words
    var lines = [roles(event, desk)]
    let declared = event.attendance.declared
    if let asked = declared.asked, let answered = declared.answered {
      lines.append(
        words("door.slipsOf", ["n": words.number(answered), "all": words.number(asked)]))
    }
    lines.append(notCounted(event, desk))
    return lines.filter { !$0.isEmpty }.map { .line(StyledText($0, .faint)) }
  }

  /// How many of those who came have a role; empty while nobody has one.
  static func roles(_ event: Event, _ desk: Desk) -> String {
    let words = desk.words
    let list = desk.programme.taxonomy(.role)
    let hasRoles = event.attendance.roles.contains { $0.value > 0 && list.counts($0.key) }
    guard hasRoles else { return "" }
    guard let people = event.attendance.peopleInRoles(list) else { return words("roles.unknown") }
    guard let tally = event.attendance.tally else {
      return words("roles.alone", count: people)
    }
    return words(
      "roles.of", count: people,
      ["all": words.number(tally), "rest": words.number(max(0, tally - people))])
  }

  /// Those whose role is beside the number: facilitators, interpreters, organisers.
  private static func notCounted(_ event: Event, _ desk: Desk) -> String {
    let others = RolesScreen.roles(event, desk).filter { role in
      !desk.countsAsAttendance(role) && (event.attendance.roles[role] ?? 0) > 0
    }
    if others.isEmpty { return "" }
    let told = others.map { role in
      let label = desk.formats.label(role, in: .role, of: desk.programme)
      return "\(desk.words.number(event.attendance.roles[role] ?? 0)) \(label)"
    }
    return desk.words("door.notCounted", ["roles": told.joined(separator: " · ")])
  }

  private static func free(_ event: Event) -> Int? {
    let attendance = event.attendance
    let known = attendance.inPerson ?? (event.format == .inPerson ? attendance.total : nil)
    guard let capacity = event.capacity, let inRoom = known else { return nil }
    return capacity - inRoom
  }

  private static func parts(
    _ event: Event, _ desk: Desk
  ) -> [(label: String, count: Int, since: String)] {
    let words = desk.words
    let shares = event.attendance.doorShares
    let own = shares.count(of: desk.sittings.own)
    var parts: [(label: String, count: Int, since: String)] = []
    if let typed = shares.typed { parts.append((words("door.typed"), typed, "")) }
    if own != 0 { parts.append((words("door.this"), own, "")) }
    return parts
      + shares.others(desk).doors.suffix(3).map { door in
        (words("door.another"), door.count, since(door.began, event, desk))
      }
  }

  /// When a door was opened, on the clocks of the event's zone.
  private static func since(_ began: Moment?, _ event: Event, _ desk: Desk) -> String {
    guard let began, let reading = desk.programme.clock(of: event)?.reading(at: began) else {
      return ""
    }
    let time = desk.formats.time(reading.minuteOfDay)
    let isToday = reading.day == event.start?.exactDay
    return desk.words(
      "door.since", ["time": isToday ? time : "\(reading.day.stored) \(time)"])
  }
}
