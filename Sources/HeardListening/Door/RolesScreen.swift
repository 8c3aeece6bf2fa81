import HeardKit
import HeardModel
import TerminalCanvas

/// Counting at the door by what people came as: one letter counts one more of that role, among
/// those who came.
struct RolesScreen: Screen {
  let name = "attendanceRoles"
  let smallest = Size.telephone

  private var id: EventID { sitting.id }
  private var focused: Code?
  /// Whether the next letter takes one away.
  private var takesAway = false
  /// Whether the next letter is one more role of a person who has one already.
  private var isSamePerson = false
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
    return [.countUp, .nextPart, .countDown, .anotherRole] + online
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
      desk.say(question(desk))
    case .character("&"):
      isSamePerson = true
      desk.say(question(desk))
    case .character("-") where takesAway, .enter where takesAway: count(-1, &desk)
    case .enter where isSamePerson: count(1, &desk)
    case .escape where takesAway || isSamePerson: (takesAway, isSamePerson) = (false, false)
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
    case .anotherRole:
      isSamePerson = true
      desk.say(question(desk))
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
      context: DoorPart.context(event, desk),
      blocks: DoorPart.roles.heading(event, desk) + total(event, desk) + notices
        + (desk.isCompact ? [] : [.gap]) + [.table(table(event, desk))] + remark(desk))
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
  /// The roles that are offered, and those that are counted here already; those beside the number
  /// last.
  static func roles(_ event: Event, _ desk: Desk) -> [Code] {
    let offered = desk.programme.taxonomy(.role).offered
    let all = offered + event.attendance.roles.keys.filter { !offered.contains($0) }.sorted()
    return all.filter(desk.countsAsAttendance) + all.filter { !desk.countsAsAttendance($0) }
  }

  private mutating func count(_ step: Int, _ desk: inout Desk) {
    let isSame = isSamePerson
    (takesAway, isSamePerson) = (false, false)
    guard let focused else { return }
    sitting.counting.ask(for: .role(step, focused, way, isSamePerson: isSame), &desk)
  }

  /// Those who came, and how many of them have a role.
  private func total(_ event: Event, _ desk: Desk) -> [Block] {
    let words = desk.words
    let figure = event.figureOnceHeld(desk.programme)
    let came = figure.count.map { words("door.came", count: $0) } ?? words("door.rule.none")
    let online: [Block] =
      event.countsWaysApart
      ? [.line(StyledText(words("roles.way.\(way.stored)"), .accent))] : []
    let of = DoorRemarks.roles(event, desk)
    if desk.isCompact {
      // The list needs the rows.
      let all = [came, event.attendance.inRole.map { words("roles.short", count: $0) } ?? ""]
      let line = all.filter { !$0.isEmpty }.joined(separator: " · ")
      return [.line(StyledText(line, .strong))] + online
    }
    let bar = Bars.text(
      event.attendance.inRole ?? 0, of: max(1, figure.count ?? 0), columns: 40,
      isASCII: desk.settings.usesASCII)
    let line = StyledText(came, .strong) + StyledText(bar.isEmpty ? "" : "   \(bar)", .chart)
    let rule = words(sitting.counting.followsRoles == true ? "roles.follows" : "roles.inside")
    return [
      .line(line), .prose(Prose(words.inARow([of, rule].filter { !$0.isEmpty }), style: .faint)),
    ] + online
  }

  /// What the next letter means.
  private func question(_ desk: Desk) -> String {
    switch (takesAway, isSamePerson) {
    case (true, true): desk.words("roles.takeAwaySame")
    case (true, false): desk.words("roles.takeAway")
    case (false, _): desk.words("roles.also")
    }
  }

  private func remark(_ desk: Desk) -> [Block] {
    if takesAway || isSamePerson { return [.notice(Notice(.info, question(desk)))] }
    // Where there are few rows the list is worth more.
    return desk.size.rows < 30 ? [] : [.prose(Prose(desk.words("roles.how"), style: .faint))]
  }

  private func label(_ role: Code, _ desk: Desk) -> String {
    desk.formats.label(role, in: .role, of: desk.programme)
  }

  /// A line of the list: a role, or something said among them.
  private enum Line {
    case role(Code, place: Int)
    case others(Int)
    case beside
  }

  private func lines(_ event: Event, _ desk: Desk) -> [Line] {
    let roles = Self.roles(event, desk)
    let counted = roles.count(where: desk.countsAsAttendance)
    let all = roles.enumerated().map { Line.role($1, place: $0) }
    var others: [Line] = []
    if let tally = event.attendance.tally,
      let people = event.attendance.peopleInRoles(desk.programme.taxonomy(.role)), tally >= people
    {
      others = [.others(tally - people)]
    }
    let beside: [Line] = counted == roles.count ? [] : [.beside]
    return all.prefix(counted) + others + beside + all.dropFirst(counted)
  }

  private func table(_ event: Event, _ desk: Desk) -> Table {
    let lines = lines(event, desk)
    let rows = lines.map { row($0, event, desk) }
    let cursor = lines.firstIndex { line in
      if case .role(let role, _) = line { role == focused } else { false }
    }
    return Table(
      columns: [
        Column("", width: .fixed(1)), Column("", width: .fixed(5), alignment: .trailing),
        Column("", width: .fill(minimum: 18, weight: 1)),
      ],
      rowCount: rows.count, cursor: cursor, showsHeader: false
    ) { rows[$0] }
  }

  private func row(_ line: Line, _ event: Event, _ desk: Desk) -> TableRow {
    let words = desk.words
    switch line {
    case .others(let count):
      let name = words("roles.none")
      return TableRow(
        ["", StyledText(words.number(count)), StyledText(name, .faint)],
        spoken: [1: "", 2: "\(name): \(words.number(count))"])
    case .beside:
      let tally = event.attendance.tally.map(words.number)
      let text = tally.map { words("roles.besideThe", ["all": $0]) } ?? words("roles.besideAll")
      return .heading(StyledText(text, .title))
    case .role(let role, let place):
      let number = event.attendance.roles[role].map(words.number)
      let name = label(role, desk)
      return TableRow(
        [
          StyledText(DoorLetters.letter(place).map(String.init) ?? "", .accent),
          StyledText(number ?? words("cell.unknown"), .strong),
          StyledText(name, desk.countsAsAttendance(role) ? .plain : .faint),
        ], spoken: [1: "", 2: "\(name): \(number ?? words("cell.notKnown"))"])
    }
  }
}

extension AttendanceCell {
  fileprivate var isRole: Bool {
    switch self {
    case .role, .inRole: true
    default: false
    }
  }
}
