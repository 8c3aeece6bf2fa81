import HeardKit
import HeardModel
import TerminalCanvas

/// Counting at the door: one press a person, each saved at once.
struct AttendanceScreen: Screen {
  let name = "attendance"
  let smallest = Size.telephone

  private var id: EventID { sitting.id }
  private var focused: AttendanceCell
  private var entry = NumberEntry()
  private var sitting: DoorSitting

  init(_ event: Event, _ sitting: DoorSitting) {
    self.sitting = sitting
    focused = Self.cells(event).first ?? .total
  }

  var takesDigits: Bool { true }

  func commands(_ desk: Desk) -> [Command] {
    guard let event = desk.programme.events[id] else { return [] }
    let online: [Command] =
      event.format == .inPerson && !event.countsWaysApart
      ? [] : [.countUpOnline, .countDownOnline]
    let held: [Command] = event.status == .held ? [] : [.changeStatus]
    return [.countUp, .nextPart, .countDown] + held + online
      + [
        .grid, .undo, .chooseSource, .addPerson, .newTestimony, .newAction, .moveUp, .moveDown,
        .previousPart,
      ]
  }

  func label(of command: Command, _ desk: Desk) -> String? {
    switch command {
    case .changeStatus: return desk.words("door.markHeld")
    case .countUp, .countDown:
      guard let event = desk.programme.events[id], event.countsWaysApart else { break }
      let way = way(event).stored
      let direction = command == .countUp ? "up" : "down"
      return desk.words(desk.isCompact ? "door.short.\(way)" : "door.\(direction).\(way)")
    default: break
    }
    return DoorPart.count.label(of: command, desk)
  }

  mutating func type(_ key: Key, _ desk: inout Desk) -> Bool {
    // These lead away from here, and a number must not be set or lost by leaving.
    if !entry.isEmpty, [.left, .right, .tab, .backTab].contains(key) {
      desk.refuse(halfTyped: entry)
      return true
    }
    switch entry.type(key) {
    case .taken: return true
    case .notMine: return false
    case .refused:
      desk.refuse(halfTyped: entry)
      return true
    case .number(let number, let isUsedUp):
      guard desk.believes(number, in: focused) else { return true }
      entry.clear()
      sitting.counting.ask(for: .number(number, focused), &desk)
      return isUsedUp || sitting.counting.pending != nil
    }
  }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    perform(command, times: 1, &desk)
  }

  mutating func perform(_ command: Command, times: Int, _ desk: inout Desk) {
    guard let event = desk.programme.events[id] else {
      return desk.refuse(desk.words("event.gone"))
    }
    switch command {
    case .countUp: sitting.counting.ask(for: .step(times, way(event)), &desk)
    case .countDown: sitting.counting.ask(for: .step(-times, way(event)), &desk)
    case .countUpOnline: sitting.counting.ask(for: .step(times, .online), &desk)
    case .countDownOnline: sitting.counting.ask(for: .step(-times, .online), &desk)
    case .undo: desk.undoPress()
    case .chooseSource: desk.askSource(of: event)
    case .changeStatus: markHeldOrAsk(event, &desk)
    case .grid: desk.go(.attendanceGrid(id))
    case .addPerson: desk.replace(with: DoorPart.people.screen(event, sitting, desk))
    case .newTestimony: desk.go(.newTestimony(at: id))
    case .newAction: desk.go(.newAction(from: id))
    case .nextPart: DoorPart.count.turn(1, sitting, &desk)
    case .previousPart: DoorPart.count.turn(-1, sitting, &desk)
    default: for _ in 0..<times { move(command, Self.cells(event)) }
    }
  }

  mutating func answered(_ question: String, _ answer: String, _ desk: inout Desk) {
    guard question == "held" else { return sitting.counting.answered(question, answer, &desk) }
    if answer == "held" { markHeld(&desk) }
  }

  mutating func refresh(_ desk: Desk) {
    guard let event = desk.programme.events[id] else { return }
    let cells = Self.cells(event)
    if !cells.contains(focused) { focused = cells.first ?? .total }
  }

  func describe(_ desk: Desk) -> ScreenContent {
    guard let event = desk.programme.events[id] else {
      return ScreenContent(blocks: [.notice(Notice(.warning, desk.words("event.gone")))])
    }
    let notices = AttendanceRemarks.atTheDoor(event, desk)
    let number: [Block] = [.table(table(event, desk)), total(event, desk)]
    let blocks: [Block] =
      desk.isCompact
      ? number + short(event, desk) + notices + rule(event, desk)
      : DoorPart.count.heading(event, desk) + [number[0], .gap, number[1], .gap]
        + DoorRemarks.doors(event, desk) + DoorRemarks.rest(event, desk)
        + rule(event, desk) + notices + keys(desk)
    return ScreenContent(context: DoorPart.context(event, desk), blocks: blocks)
  }

  func place(_ desk: Desk) -> Place? { .door(id) }

  func focus(_ desk: Desk) -> String {
    guard let event = desk.programme.events[id] else { return desk.words("event.gone") }
    let number = value(of: focused, event, desk).map(desk.words.number)
    return desk.words(
      "door.focus",
      [
        "title": event.title, "what": label(focused, event, desk),
        "n": entry.isEmpty ? number ?? desk.words("cell.unknown") : entry.digits,
        "rule": AttendanceRemarks.rule(event, desk),
      ])
  }
}

// Marking as held.
extension AttendanceScreen {
  /// Marks the event as held; asks first where its day has not come.
  private func markHeldOrAsk(_ event: Event, _ desk: inout Desk) {
    if event.hasBegun(on: desk.today) { return markHeld(&desk) }
    desk.ask(
      Question(
        "held",
        desk.words(
          "door.askHeldEarly",
          ["title": shortened(event.title, to: 80), "date": desk.formats.date(event.start)]),
        [
          .init("keep", desk.words("answer.keep")), .init("held", desk.words("door.markHeld")),
        ]))
  }

  private func markHeld(_ desk: inout Desk) {
    guard let event = desk.programme.events[id] else { return }
    var held = event
    held.status = .held
    let name = ChangeName.status(kind: .event, title: event.title)
    if let change = Change(name, before: .event(event), after: .event(held)) {
      desk.change(change)
    }
  }
}

// The numbers that are counted here.
extension AttendanceScreen {
  private static func cells(_ event: Event) -> [AttendanceCell] {
    if event.countsWaysApart { return [.inPerson, .online, .total] }
    let parts = event.attendance.total == nil ? event.attendance : Attendance()
    if event.format == .online || parts.online != nil { return [.online] }
    return parts.inPerson == nil ? [.total] : [.inPerson]
  }

  /// Whom a press counts: those of the focused row.
  private func way(_ event: Event) -> Presence {
    event.countsWaysApart && focused == .online ? .online : event.usualPresence
  }

  private mutating func move(_ command: Command, _ cells: [AttendanceCell]) {
    let place = cells.firstIndex(of: focused) ?? 0
    focused = cells[ListMove.cursor(place, command, count: cells.count, page: 1)]
  }

  /// The number of a row; the row that stands for all shows the listed people until a tally begins.
  private func value(of cell: AttendanceCell, _ event: Event, _ desk: Desk) -> Int? {
    guard isAll(cell, event) else { return event.attendance[cell] }
    return event.figureOnceHeld(desk.programme).count
  }

  private func isAll(_ cell: AttendanceCell, _ event: Event) -> Bool {
    cell == .total || !event.countsWaysApart
  }

  private func label(_ cell: AttendanceCell, _ event: Event, _ desk: Desk) -> String {
    let name = cell.label(desk.words, desk.formats, of: desk.programme)
    let figure = event.figureOnceHeld(desk.programme)
    guard isAll(cell, event), figure.count != nil else { return name }
    return desk.words.list([name, desk.formats.label(figure.source, "source")])
  }
}

// What it shows.
extension AttendanceScreen {
  private func total(_ event: Event, _ desk: Desk) -> Block {
    let count = event.figureOnceHeld(desk.programme).count
    return .number(
      BigNumber(
        count, text: count.map(desk.words.number) ?? desk.words("cell.unknown"),
        label: AttendanceCell.total.label(desk.words, desk.formats, of: desk.programme),
        remark: desk.isCompact ? "" : DoorRemarks.places(event, desk)))
  }

  private func short(_ event: Event, _ desk: Desk) -> [Block] {
    let line = DoorRemarks.shortDoors(event, desk)
    return line.isEmpty ? [] : [.line(StyledText(line, .faint))]
  }

  /// How the rule reckons it; on a telephone only where the list stands beside the tally.
  private func rule(_ event: Event, _ desk: Desk) -> [Block] {
    guard desk.isCompact else { return [.prose(Prose(AttendanceRemarks.rule(event, desk)))] }
    let listed = event.listed(desk.programme).count
    if listed == 0 { return [] }
    let key = event.attendance.tally == nil ? "door.short.listed" : "door.short.notTheList"
    return [.prose(Prose(desk.words(key, ["n": desk.words.number(listed)]), style: .faint))]
  }

  private func keys(_ desk: Desk) -> [Block] {
    let online = commands(desk).contains(.countUpOnline) ? ["door.howOnline"] : []
    return (["door.how"] + online).map { .line(StyledText(desk.words($0), .faint)) }
  }

  private func table(_ event: Event, _ desk: Desk) -> Table {
    let cells = Self.cells(event)
    let rows = cells.map { cell -> TableRow in
      let number = value(of: cell, event, desk).map(desk.words.number)
      let isTyped = cell == focused && !entry.isEmpty
      return TableRow(
        [
          StyledText(isTyped ? "\(entry.digits)_" : number ?? desk.words("cell.unknown"), .strong),
          StyledText(isTyped ? typing(event, desk) : label(cell, event, desk)),
        ], spoken: [0: number ?? desk.words("cell.notKnown")])
    }
    return Table(
      columns: [
        Column("", width: .fixed(desk.isCompact ? 7 : 11), alignment: .trailing),
        Column("", width: .fill(minimum: 20, weight: 1)),
      ],
      rowCount: rows.count, cursor: cells.firstIndex(of: focused), showsHeader: false,
      valuesStandFirst: true
    ) { rows[$0] }
  }

  /// What becomes of the number that is being typed, and whether the room holds so many.
  private func typing(_ event: Event, _ desk: Desk) -> String {
    let words = desk.words
    if let capacity = event.capacity, let number = Int(entry.digits), number > capacity,
      focused != .online
    {
      return words("door.typingOver", ["capacity": words.number(capacity)])
    }
    return words(
      desk.isCompact ? "door.short.typing" : "door.typing",
      ["what": label(focused, event, desk)])
  }
}
