import HeardKit
import HeardModel
import TerminalCanvas

/// Counting at the door by what people came as: one letter counts one of that role.
struct RolesScreen: Screen {
  let name = "attendanceRoles"
  let smallest = Size.telephone

  private var id: EventID { sitting.id }
  private var focused: Code?
  /// Whether the next letter takes one away.
  private var takesAway = false
  /// Whom a press counts, where those in the room and those online are counted apart.
  private var way: Presence
  private var sitting: DoorSitting

  init(_ event: Event, _ sitting: DoorSitting, _ desk: Desk) {
    self.sitting = sitting
    focused = Self.roles(event, desk).first
    way = event.usualPresence
  }

  var takesDigits: Bool { true }

  func commands(_ desk: Desk) -> [Command] {
    guard let event = desk.programme.events[id] else { return [] }
    let online: [Command] = event.countsWaysApart ? [.countUpOnline] : []
    return [.countUp, .nextPart, .countDown] + online
      + [.undo, .grid, .moveUp, .moveDown, .previousPart]
  }

  func label(of command: Command, _ desk: Desk) -> String? {
    command == .countUpOnline
      ? desk.words("roles.turn") : DoorPart.roles.label(of: command, desk)
  }

  mutating func type(_ key: Key, _ desk: inout Desk) -> Bool {
    guard let event = desk.programme.events[id] else { return false }
    let roles = Self.roles(event, desk)
    if let row = DoorLetters.row(key, count: roles.count) {
      focused = roles[row]
      count(takesAway ? -1 : 1, &desk)
      return true
    }
    switch key.plain {
    case .character("-") where !takesAway:
      takesAway = true
      desk.say(desk.words("roles.takeAway"))
    case .character("-") where takesAway, .enter where takesAway: count(-1, &desk)
    case .escape where takesAway: takesAway = false
    case .character("u"): return false
    default:
      guard DoorLetters.isLetterOrDigit(key) else { return false }
      desk.refuse(letter: key)
    }
    return true
  }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    guard let event = desk.programme.events[id] else {
      return desk.refuse(desk.words("event.gone"))
    }
    takesAway = false
    switch command {
    case .countUp: count(1, &desk)
    case .countDown: count(-1, &desk)
    case .countUpOnline: way = way == .online ? .inPerson : .online
    case .undo: desk.undoPress()
    case .grid: desk.go(.attendanceGrid(id))
    case .nextPart: DoorPart.roles.turn(1, sitting, &desk)
    case .previousPart: DoorPart.roles.turn(-1, sitting, &desk)
    default:
      let roles = Self.roles(event, desk)
      let place = focused.flatMap(roles.firstIndex) ?? 0
      let next = ListMove.cursor(place, command, count: roles.count, page: desk.pageRows)
      if roles.indices.contains(next) { focused = roles[next] }
    }
  }

  mutating func answered(_ question: String, _ answer: String, _ desk: inout Desk) {
    sitting.counting.answered(question, answer, &desk)
  }

  mutating func refresh(_ desk: Desk) {
    guard let event = desk.programme.events[id] else { return }
    let roles = Self.roles(event, desk)
    if focused.map(roles.contains) != true { focused = roles.first }
    if !event.countsWaysApart { way = event.usualPresence }
  }

  func describe(_ desk: Desk) -> ScreenContent {
    guard let event = desk.programme.events[id] else {
      return ScreenContent(blocks: [.notice(Notice(.warning, desk.words("event.gone")))])
    }
    let notices = AttendanceRemarks.problems(event, desk).filter { $0.cell.isRole }.prefix(1)
      .map { Block.notice(Notice(.warning, $0.text)) }
    return ScreenContent(
      context: StyledText(event.title, .faint),
      blocks: DoorPart.roles.heading(event, desk) + total(event, desk)
        + [.table(table(event, desk))] + notices + remark(desk))
  }

  func place(_ desk: Desk) -> Place? { .door(id) }

  func focus(_ desk: Desk) -> String {
    guard let event = desk.programme.events[id], let focused else {
      return desk.words("event.gone")
    }
    return desk.words(
      "grid.focus",
      [
        "n": desk.words.number(event.attendance.roles[focused] ?? 0),
        "what": label(focused, desk), "title": event.title,
        "remark": AttendanceRemarks.rule(event, desk),
      ])
  }
}

extension RolesScreen {
  /// The roles that are offered, and those that are counted here already.
  static func roles(_ event: Event, _ desk: Desk) -> [Code] {
    let offered = desk.programme.taxonomy(.role).offered
    return offered + event.attendance.roles.keys.filter { !offered.contains($0) }.sorted()
  }

  private mutating func count(_ step: Int, _ desk: inout Desk) {
    takesAway = false
    guard let focused else { return }
    sitting.counting.ask(for: .role(step, focused, way), &desk)
  }

  /// The running total, and how it is made up of roles.
  private func total(_ event: Event, _ desk: Desk) -> [Block] {
    let words = desk.words
    let count = event.figureOnceHeld(desk.programme).count
    let all = count.map(words.number) ?? words("cell.unknown")
    let counts = event.attendance.roles.reduce(into: (counted: 0, other: 0)) { sums, entry in
      if desk.countsAsAttendance(entry.key) {
        sums.counted += entry.value
      } else {
        sums.other += entry.value
      }
    }
    let sums = words(
      desk.isCompact ? "roles.short.sums" : "roles.sums",
      [
        "total": all, "counted": words.number(counts.counted),
        "other": words.number(counts.other),
      ])
    let online: [Block] =
      event.countsWaysApart
      ? [.line(StyledText(words("roles.way.\(way.stored)"), .accent))] : []
    let label = AttendanceCell.total.label(words, desk.formats, of: desk.programme)
    // On a telephone the list needs the rows.
    let number: [Block] =
      desk.isCompact ? [] : [.number(BigNumber(count, text: all, label: label))]
    return number + [.line(StyledText(sums, .strong))] + online
  }

  private func remark(_ desk: Desk) -> [Block] {
    if takesAway { return [.notice(Notice(.info, desk.words("roles.takeAway")))] }
    // Where there are few rows the big number is worth more.
    return desk.size.rows < 30 ? [] : [.prose(Prose(desk.words("roles.how"), style: .faint))]
  }

  private func label(_ role: Code, _ desk: Desk) -> String {
    let label = desk.formats.label(role, in: .role, of: desk.programme)
    return desk.countsAsAttendance(role) ? label : desk.words("roles.uncounted", ["role": label])
  }

  private func table(_ event: Event, _ desk: Desk) -> Table {
    let roles = Self.roles(event, desk)
    let rows = roles.enumerated().map { place, role -> TableRow in
      let count = event.attendance.roles[role]
      let isCounted = desk.countsAsAttendance(role)
      let number = count.map(desk.words.number)
      let name = label(role, desk)
      return TableRow(
        [
          StyledText(DoorLetters.letter(place).map(String.init) ?? "", .accent),
          StyledText(number ?? desk.words("cell.unknown"), .strong),
          StyledText(name, isCounted ? .plain : .faint),
        ], spoken: [1: "", 2: "\(name): \(number ?? desk.words("cell.notKnown"))"])
    }
    return Table(
      columns: [
        Column("", width: .fixed(1)), Column("", width: .fixed(5), alignment: .trailing),
        Column("", width: .fill(minimum: 18, weight: 1)),
      ],
      rowCount: rows.count, cursor: focused.flatMap(roles.firstIndex), showsHeader: false
    ) { rows[$0] }
  }
}

extension AttendanceCell {
  fileprivate var isRole: Bool { if case .role = self { true } else { false } }
}
