import HeardModel
import TerminalCanvas

/// Counting at the door: one press a person, each saved at once.
struct AttendanceScreen: Screen {
  let name = "attendance"

  /// What was asked for and waits for an answer.
  private enum Pending: Hashable, Sendable {
    case step(Int, Presence)
    case number(Int, AttendanceCell)

    var isStep: Bool { if case .step = self { true } else { false } }
  }

  private let id: EventID
  private var focused: AttendanceCell
  private var entry = NumberEntry()
  private var pending: Pending?
  /// Whether the person has said that what stood there may be counted on or replaced.
  private var isAgreed = false

  private init(_ event: Event) {
    id = event.id
    focused = Self.cells(event).first ?? .total
  }

  /// Opens the count of an event, and offers to mark it as held when its day has come.
  static func open(_ id: EventID, _ desk: inout Desk) {
    guard let event = desk.programme.events[id] else {
      return desk.refuse(desk.words("event.gone"))
    }
    desk.push(AttendanceScreen(event))
    if let start = event.start, start.firstDay <= desk.today, desk.readOnly == nil,
      event.status == .planned || event.status == .confirmed
    {
      askHeld(event, &desk)
    }
  }

  var takesDigits: Bool { true }

  func commands(_ desk: Desk) -> [Command] {
    guard let event = desk.programme.events[id] else { return [] }
    let online: [Command] =
      event.format == .inPerson && !event.countsWaysApart
      ? [] : [.countUpOnline, .countDownOnline]
    let held: [Command] = event.status == .held ? [] : [.changeStatus]
    return [.countUp, .countDown] + online + held
      + [.grid, .undo, .chooseSource, .addPerson, .newTestimony, .newAction, .moveUp, .moveDown]
  }

  mutating func type(_ key: Key, _ desk: inout Desk) -> Bool {
    switch entry.type(key) {
    case .taken: return true
    case .notMine: return false
    case .number(let number, let isUsedUp):
      ask(for: .number(number, focused), &desk)
      return isUsedUp || pending != nil
    }
  }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    guard let event = desk.programme.events[id] else {
      return desk.refuse(desk.words("event.gone"))
    }
    // An event that is only online has one number, whichever key counts it.
    let room: Presence = event.format == .online && !event.countsWaysApart ? .online : .inPerson
    switch command {
    case .countUp: ask(for: .step(1, room), &desk)
    case .countDown: ask(for: .step(-1, room), &desk)
    case .countUpOnline: ask(for: .step(1, .online), &desk)
    case .countDownOnline: ask(for: .step(-1, .online), &desk)
    case .undo: desk.undoPress()
    case .chooseSource: desk.askSource(of: event)
    case .changeStatus: Self.askHeld(event, &desk)
    case .grid: desk.push(AttendanceGrid(id))
    case .addPerson: desk.push(PersonForm.new(desk, event: id))
    case .newTestimony: desk.push(TestimonyForm.new(desk, event: id))
    case .newAction: desk.push(ActionForm.new(desk, event: id))
    default: move(command, Self.cells(event))
    }
  }

  mutating func answered(_ question: String, _ answer: String, _ desk: inout Desk) {
    let waiting = pending
    pending = nil
    guard answer != "keep" else { return }
    switch question {
    case "held": markHeld(&desk)
    case "source":
      if let source = AttendanceSource(stored: answer) {
        desk.change(attendanceOf: id) { $0.source = source }
      }
    case "begin":
      isAgreed = true
      if let waiting { carryOut(waiting, beginningWith: answer, &desk) }
    default: break
    }
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
    let figure = event.figureOnceHeld(desk.programme)
    let notices = AttendanceRemarks.atTheDoor(event, desk)
    let online: [Block] =
      commands(desk).contains(.countUpOnline)
      ? [.line(StyledText(desk.words("door.howOnline"), .faint))] : []
    return ScreenContent(
      context: StyledText(event.title, .faint),
      blocks: [
        .line(StyledText(EventSummary.placeLine(event, desk), .faint)), .gap,
        .table(table(event, desk)), .gap,
      ] + BigDigits.lines(figure.count, isASCII: desk.settings.usesASCII) + [
        .gap, .prose(Prose(AttendanceRemarks.rule(event, desk))),
      ] + notices + [.gap, .line(StyledText(desk.words("door.how"), .faint))] + online)
  }

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

// Counting.
extension AttendanceScreen {
  /// Does what was asked for, or first asks what becomes of the number that stands there.
  private mutating func ask(for wanted: Pending, _ desk: inout Desk) {
    guard let event = desk.programme.events[id] else {
      return desk.refuse(desk.words("event.gone"))
    }
    if let readOnly = desk.readOnly { return desk.refuse(readOnly) }
    pending = nil
    guard !isAgreed, let question = question(wanted, event, desk) else {
      isAgreed = true
      return carryOut(wanted, beginningWith: "this", &desk)
    }
    pending = wanted
    desk.ask(question)
  }

  private func question(_ wanted: Pending, _ event: Event, _ desk: Desk) -> Question? {
    let words = desk.words
    let listed = event.listed(desk.programme).count
    if event.attendance.tally == nil {
      guard listed > 0 else { return nil }
      let fromList = Question.Answer(
        "list", words("door.beginWithList", ["n": words.number(listed)]))
      return Question(
        "begin", words("door.askList", count: listed),
        [.init("keep", words("door.keepList")), .init("none", words("door.beginWithNone"))]
          + (wanted.isStep ? [fromList] : []))
    }
    let source = event.attendance.source ?? .reported
    guard wanted.isStep, source != .counted, let tally = event.attendance.tally else { return nil }
    let arguments = [
      "n": words.number(tally), "source": desk.formats.label(source, "source"),
    ]
    return Question(
      "begin", words("door.askAnew", arguments),
      [
        .init("keep", words("answer.keep")), .init("none", words("door.beginWithNone")),
        .init("this", words("door.correct", arguments)),
      ])
  }

  private func carryOut(
    _ wanted: Pending, beginningWith start: String, _ desk: inout Desk
  ) {
    guard let event = desk.programme.events[id] else { return }
    var base = event.attendance
    if start == "none" { base = base.uncounted }
    if start == "list" { base.total = event.listed(desk.programme).count }
    if start == "list" { base.source = .counted }
    switch wanted {
    case .number(let number, let cell): base.put(number, in: cell, isSplit: event.countsWaysApart)
    case .step(let step, let way):
      let isSplit = event.countsWaysApart || way == .online
      guard let next = base.counting(step, way, isSplit: isSplit) else {
        return desk.refuse(desk.words("door.nobodyLeft"))
      }
      base = next
    }
    desk.change(attendanceOf: id) { $0 = base }
  }

  private static func askHeld(_ event: Event, _ desk: inout Desk) {
    let status = desk.words("status.\(event.status.stored)")
    desk.ask(
      Question(
        "held",
        desk.words(
          "door.askHeld", ["title": shortened(event.title, to: 80), "status": status]),
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

  private func table(_ event: Event, _ desk: Desk) -> Table {
    let cells = Self.cells(event)
    let rows = cells.map { cell -> TableRow in
      let number = value(of: cell, event, desk).map(desk.words.number)
      let isTyped = cell == focused && !entry.isEmpty
      return TableRow([
        StyledText(isTyped ? "\(entry.digits)_" : number ?? desk.words("cell.unknown"), .strong),
        StyledText(
          isTyped
            ? desk.words("door.typing", ["what": label(cell, event, desk)])
            : label(cell, event, desk)),
      ])
    }
    return Table(
      columns: [
        Column("", width: .fixed(11), alignment: .trailing),
        Column("", width: .fill(minimum: 20, weight: 1)),
      ],
      rowCount: rows.count, cursor: cells.firstIndex(of: focused), showsHeader: false
    ) { rows[$0] }
  }
}

extension Attendance {
  /// Puts a number that was typed at the door; the other numbers follow where they must.
  fileprivate mutating func put(_ number: Int, in cell: AttendanceCell, isSplit: Bool) {
    let parts: [AttendanceCell: AttendanceCell] = [.inPerson: .online, .online: .inPerson]
    guard let other = parts[cell] else {
      // The only number of an event may stand in one of its parts as well.
      if !isSplit && inPerson == total { inPerson = inPerson == nil ? nil : number }
      return put(number, in: .total)
    }
    if total != nil {
      // The total follows where both ways are known, or where it would be less than one of them.
      let sum = isSplit ? self[other].map { number + $0 } : number
      total = sum ?? max(total ?? 0, number)
    }
    put(number, in: cell)
  }
}
