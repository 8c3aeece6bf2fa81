import HeardKit
import HeardModel
import TerminalCanvas

/// All numbers of an attendance in two columns: how many and as what, and what people declared.
///
/// Every number is saved when it is typed, and a press counts as one at the door. An empty number
/// is unknown, not nought.
struct AttendanceGrid: Screen {
  let name = "attendanceGrid"
  let smallest = Size.telephone

  private let id: EventID
  /// The row in which presses are counted here.
  private let row: DoorCount
  private var focused = AttendanceCell.total
  private var entry = NumberEntry()
  /// What waits for an answer.
  private var pending: Wanted?

  /// What becomes of a number.
  private enum Wanted {
    /// It was typed.
    case number(Int)
    /// So many more or less.
    case press(Int)
  }

  /// A place in the grid.
  enum Cell: Hashable, Sendable {
    case heading(String)
    case cell(AttendanceCell)

    var cell: AttendanceCell? { if case .cell(let cell) = self { cell } else { nil } }
  }

  init(_ id: EventID, in row: DoorCount) { (self.id, self.row) = (id, row) }

  var takesDigits: Bool { true }

  func commands(_ desk: Desk) -> [Command] {
    guard desk.programme.events[id] != nil else { return [] }
    return [
      .countUp, .countDown, .clearNumber, .chooseSource, .undo, .whichAsked, .moveUp, .moveDown,
      .moveLeft,
      .moveRight, .first, .last,
    ]
  }

  mutating func type(_ key: Key, _ desk: inout Desk) -> Bool {
    guard let event = desk.programme.events[id] else { return false }
    switch entry.type(key) {
    case .taken: return true
    case .refused:
      desk.refuse(halfTyped: entry)
      return true
    case .notMine where key == .enter:
      move(.moveDown, event, desk)
      return true
    case .notMine: return false
    case .number(let number, let isUsedUp):
      guard desk.believes(number, in: focused) else { return true }
      entry.clear()
      let isAsked = put(.number(number), event, &desk)
      if isUsedUp && !isAsked { move(.moveDown, event, desk) }
      return isUsedUp || isAsked
    }
  }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    guard let event = desk.programme.events[id] else {
      return desk.refuse(desk.words("event.gone"))
    }
    switch command {
    case .countUp:
      // One press must not put a tally of one in the place of a whole list.
      if focused.isTally, event.attendance.tally == nil, !event.listed(desk.programme).isEmpty {
        return desk.refuse(desk.words("grid.typeInstead"))
      }
      put(.press(1), event, &desk)
    case .countDown:
      guard let number = value(event), number > 0 else {
        return desk.refuse(desk.words("door.nobodyLeft"))
      }
      put(.press(-1), event, &desk)
    case .clearNumber: clear(event, &desk)
    case .undo: undo(event, &desk)
    case .chooseSource: desk.askSource(of: event)
    case .whichAsked: desk.go(.whichAsked(id))
    default: move(command, event, desk)
    }
  }

  mutating func answered(_ question: String, _ answer: String, _ desk: inout Desk) {
    switch question {
    case "source":
      guard let source = AttendanceSource(stored: answer) else { return }
      desk.change(attendanceOf: id) { $0.source = source }
    case "way":
      guard let waiting = pending, let event = desk.programme.events[id] else { return }
      pending = nil
      if answer != "keep" { set(waiting, event, answer, &desk) }
    default: break
    }
  }

  func label(of command: Command, _ desk: Desk) -> String? {
    let key: String? =
      switch (command, focused) {
      case (.countUp, .online): "door.up.online"
      case (.countDown, .online): "door.down.online"
      case (.countUp, .inPerson): "door.up.inPerson"
      case (.countDown, .inPerson): "door.down.inPerson"
      default: nil
      }
    return key.map { desk.words($0) }
  }

  func describe(_ desk: Desk) -> ScreenContent {
    guard let event = desk.programme.events[id] else {
      return ScreenContent(blocks: [.notice(Notice(.warning, desk.words("event.gone")))])
    }
    let problems = AttendanceRemarks.problems(event, desk)
    let notices = problems.prefix(2).map { Block.notice(Notice(.warning, $0.text)) }
    let more = problems.count - notices.count
    let rest: [Block] =
      more > 0 ? [.line(StyledText(desk.words("grid.moreProblems", count: more), .warning))] : []
    return ScreenContent(
      context: StyledText(event.title, .faint),
      blocks: [.table(table(event, Set(problems.map(\.cell)), desk))] + notices + rest + [
        .prose(Prose(remark(event, desk), style: .faint))
      ])
  }

  func place(_ desk: Desk) -> Place? { .attendanceGrid(id) }

  func focus(_ desk: Desk) -> String {
    guard let event = desk.programme.events[id] else { return desk.words("event.gone") }
    let number = value(event).map(desk.words.number) ?? desk.words("cell.notKnown")
    let what = focused.label(desk.words, desk.formats, of: desk.programme)
    return desk.words(
      "grid.focus",
      [
        "title": event.title, "what": what, "n": entry.isEmpty ? number : entry.digits,
        "remark": remark(event, desk),
      ])
  }
}

// Moving and typing.
extension AttendanceGrid {
  /// The two columns from top to bottom.
  private func columns(_ event: Event, _ desk: Desk) -> [[Cell]] {
    func codes(_ list: TaxonomyName, _ known: Dictionary<Code, Int>.Keys) -> [Code] {
      let offered = desk.programme.taxonomy(list).offered
      return offered + known.filter { !offered.contains($0) }.sorted()
    }
    let attendance = event.attendance
    let crowd: [Cell] =
      event.involvement == .participated || attendance.hostCrowd != nil ? [.cell(.hostCrowd)] : []
    let inRole = [Cell.cell(.inRole)]
    let roles = codes(.role, attendance.roles.keys).map { Cell.cell(.role($0)) } + inRole
    let communities = codes(.community, attendance.declared.communities.keys)
      .map { Cell.cell(.community($0)) }
    let ages = codes(.ageBand, attendance.declared.ageBands.keys).map { Cell.cell(.ageBand($0)) }
    return [
      [.heading("grid.howMany"), .cell(.total), .cell(.inPerson), .cell(.online)] + crowd
        + [.heading("grid.byRole")] + roles,
      [.heading("grid.declared"), .cell(.asked), .cell(.answered)] + communities
        + [.heading("grid.byAge")] + ages,
    ]
  }

  /// The columns as they are shown: on a telephone below each other.
  private func shownColumns(_ event: Event, _ desk: Desk) -> [[Cell]] {
    let columns = columns(event, desk)
    return desk.isCompact ? [columns.flatMap { $0 }] : columns
  }

  private mutating func move(_ command: Command, _ event: Event, _ desk: Desk) {
    let columns = shownColumns(event, desk)
    let column = columns.firstIndex { $0.contains(.cell(focused)) } ?? 0
    // Down and up go through both columns, as somebody types from a sheet of paper.
    let all = columns.joined().compactMap(\.cell)
    let place = all.firstIndex(of: focused) ?? 0
    switch command {
    case .moveUp: focused = all[max(0, place - 1)]
    case .moveDown: focused = all[min(all.count - 1, place + 1)]
    case .first: focused = all.first ?? focused
    case .last: focused = all.last ?? focused
    case .moveLeft: focused = beside(columns[column], columns[0])
    case .moveRight: focused = beside(columns[column], columns[columns.count - 1])
    default: break
    }
  }

  /// The cell of another column in the row of the focused one, or the nearest below.
  private func beside(_ column: [Cell], _ other: [Cell]) -> AttendanceCell {
    let row = column.firstIndex(of: .cell(focused)) ?? 0
    let below = other.dropFirst(row).lazy.compactMap(\.cell).first
    return below ?? other.last?.cell ?? focused
  }

  private func value(_ event: Event) -> Int? {
    event.attendance[focused] ?? (focused == .total ? event.attendance.tally : nil)
  }

  /// Puts a number into the focused cell, or counts there.
  ///
  /// - Returns: whether it waits for an answer.
  @discardableResult
  private mutating func put(_ wanted: Wanted, _ event: Event, _ desk: inout Desk) -> Bool {
    if let refusal = AttendanceRemarks.refusal(focused, event, desk) {
      desk.refuse(refusal)
    } else if desk.readOnly == nil, let question = question(event, desk) {
      pending = wanted
      desk.ask(question)
      return true
    } else {
      set(wanted, event, "", &desk)
    }
    return false
  }

  /// A number of those online at an event that is noted as in person, or the other way round, makes
  /// two counts of one: that is asked, and the event's form changes only by that answer.
  private func question(_ event: Event, _ desk: Desk) -> Question? {
    let isOther =
      (event.format == .inPerson && focused == .online)
      || (event.format == .online && focused == .inPerson)
    guard isOther, !event.countsWaysApart, let way = event.format else { return nil }
    let words = desk.words
    let format = ["format": words("format.\(way.stored)")]
    return Question(
      "way", words("grid.askWay", format),
      [
        .init("keep", words("answer.keep")), .init("only", words("grid.wayOnly", format)),
        .init("hybrid", words("grid.wayHybrid", ["format": words("format.hybrid")])),
      ])
  }

  private func set(_ wanted: Wanted, _ event: Event, _ answer: String, _ desk: inout Desk) {
    let next = attendance(wanted, event)
    guard answer == "hybrid" else {
      desk.change(attendanceOf: id) { $0 = next }
      return
    }
    var changed = event
    changed.format = .hybrid
    changed.attendance = next
    let name = ChangeName.edited(kind: .event, title: event.title)
    if let change = Change(name, before: .event(event), after: .event(changed)) {
      desk.change(change)
    }
  }

  private func attendance(_ wanted: Wanted, _ event: Event) -> Attendance {
    var next = event.attendance
    switch wanted {
    case .number(let number): next.put(number, in: focused)
    case .press(let step):
      guard let number = focused.counted else {
        next.put((next[focused] ?? 0) + step, in: focused)
        return next
      }
      // Somebody more in the room is somebody more of all, where a total stands beside the part.
      if let way = focused.way, next.total != nil, next[number] != nil {
        return next.counting(step, way, isSplit: true, in: row) ?? next
      }
      // A total that nobody typed is the sum of both ways: somebody more came in the usual one.
      let isSum = focused == .total && next.total == nil && next.tally != nil
      return isSum
        ? next.counting(step, event.usualPresence, isSplit: event.countsWaysApart, in: row) ?? next
        : next.counting(step, of: number, in: row) ?? next
    }
    return next
  }

  /// Takes the last change back, and goes to the number that it was about.
  private mutating func undo(_ event: Event, _ desk: inout Desk) {
    desk.undoPress()
    guard let now = desk.programme.events[id]?.attendance else { return }
    let cells = now.knownCells + event.attendance.knownCells
    // The sum of both ways changes with its parts; the part is what was typed.
    let changed = cells.filter { now[$0] != event.attendance[$0] }
    if !changed.contains(focused), let first = changed.first { focused = first }
  }

  private func clear(_ event: Event, _ desk: inout Desk) {
    guard event.attendance[focused] != nil else {
      return desk.refuse(desk.words("grid.emptyAlready"))
    }
    let cell = focused
    desk.change(attendanceOf: id) { $0.put(nil, in: cell) }
  }
}

// What it shows.
extension AttendanceGrid {
  private func table(_ event: Event, _ wrong: Set<AttendanceCell>, _ desk: Desk) -> Table {
    let columns = shownColumns(event, desk)
    let count = columns.map(\.count).max() ?? 0
    let row = columns.compactMap { $0.firstIndex(of: .cell(focused)) }.first
    let isRight = columns.count > 1 && columns[1].contains(.cell(focused))
    let rows = (0..<count).map { index in
      TableRow(
        columns.flatMap { places in
          index < places.count ? cells(places[index], event, wrong, desk) : ["", ""]
        }, spoken: unknown(in: columns, at: index, event, desk))
    }
    let number = Column("", width: .fixed(8), alignment: .trailing)
    let label = Column("", width: .fill(minimum: 20, weight: 1))
    return Table(
      columns: columns.flatMap { _ in [number, label] }, rowCount: count, cursor: row,
      cursorColumn: isRight ? 2 : 0, showsHeader: false, valuesStandFirst: true
    ) { rows[$0] }
  }

  /// What is said of the numbers of a row that nobody knows.
  private func unknown(
    in columns: [[Cell]], at row: Int, _ event: Event, _ desk: Desk
  ) -> [Int: String] {
    var spoken: [Int: String] = [:]
    for (column, places) in columns.enumerated() where row < places.count {
      guard let cell = places[row].cell, event.attendance[cell] == nil,
        cell != .total || event.attendance.tally == nil
      else { continue }
      let isOff = AttendanceRemarks.refusal(cell, event, desk) != nil
      spoken[column * 2] = desk.words(isOff ? "cell.off" : "cell.notKnown")
    }
    return spoken
  }

  private func cells(
    _ place: Cell, _ event: Event, _ wrong: Set<AttendanceCell>, _ desk: Desk
  ) -> [StyledText] {
    let words = desk.words
    guard let cell = place.cell else {
      if case .heading(let key) = place { return ["", StyledText(words(key), .title)] }
      return ["", ""]
    }
    let label = cell.label(words, desk.formats, of: desk.programme)
    let isWrong = wrong.contains(cell)
    let isOff = AttendanceRemarks.refusal(cell, event, desk) != nil
    if cell == focused && !entry.isEmpty {
      return [StyledText("\(entry.digits)_", .strong), StyledText(label)]
    }
    if cell == .total, event.attendance.total == nil, let sum = event.attendance.tally {
      // The sum of both ways, which nobody typed.
      return [StyledText(words.number(sum), .faint), StyledText(label)]
    }
    guard let number = event.attendance[cell] else {
      let empty = words(isOff ? "cell.off" : "cell.unknown")
      return [StyledText(empty, .faint), StyledText(label, isOff ? .faint : .plain)]
    }
    let sign = isWrong || isOff ? "! " : ""
    return [
      StyledText(sign + words.number(number), isWrong || isOff ? .warning : .strong),
      StyledText(label),
    ]
  }

  /// What there is to say of the focused number.
  private func remark(_ event: Event, _ desk: Desk) -> String {
    let words = desk.words
    if let refusal = AttendanceRemarks.refusal(focused, event, desk) { return refusal }
    switch focused {
    case .total, .inPerson, .online:
      return words.inARow([AttendanceRemarks.rule(event, desk), words("grid.sourceKey")])
    case .hostCrowd: return words("grid.hostCrowd")
    case .role, .inRole: return words("grid.rolesOverlap")
    case .asked, .answered: return words("grid.base")
    case .community, .ageBand:
      let overlap = words(focused.isCommunity ? "grid.declaredOnly" : "grid.ageOnly")
      return words.inARow([AttendanceRemarks.base(of: focused, event, desk), overlap])
    }
  }
}

extension AttendanceCell {
  fileprivate var isTally: Bool { self == .total || self == .inPerson || self == .online }

  /// The way of taking part whose number it is.
  fileprivate var way: Presence? {
    switch self {
    case .inPerson: .inPerson
    case .online: .online
    default: nil
    }
  }

  fileprivate var isCommunity: Bool { if case .community = self { true } else { false } }
}
