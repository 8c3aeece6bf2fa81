import HeardKit
import HeardModel
import TerminalCanvas

/// Slips of paper on which people declared themselves, one after the other.
///
/// Only sums are kept: what stood together on one slip is in no file, no draft and no history. Slips
/// go into the file five together, so that no change of it is one of them.
struct SlipsScreen: Screen {
  let name = "attendanceSlips"
  let smallest = Size.telephone

  private var id: EventID { sitting.id }
  private var slip = Slip()
  private var focused = 0
  private var sitting: DoorSitting

  init(_ sitting: DoorSitting) { self.sitting = sitting }

  /// Shows the slips in the place of another part; who was asked is settled first, where the records
  /// do not tell.
  ///
  /// Never between two slips: who types them looks at the paper, and their keys are answers, too.
  static func open(_ event: Event, _ sitting: DoorSitting, _ desk: inout Desk) {
    var sitting = sitting
    let known = desk.withSlips(event)
    let isSettled = sitting.hasAskedBase || (sitting.base ?? SlipBase.certain(known)) != nil
    let isToAsk = !isSettled && desk.mayEnterSlips(event)
    if isToAsk { sitting.hasAskedBase = true }
    desk.replace(with: SlipsScreen(sitting))
    if isToAsk { desk.ask(SlipBase.question(known, desk)) }
  }

  var takesDigits: Bool { true }

  func commands(_ desk: Desk) -> [Command] {
    [.storeSlip, .nextPart, .mark, .undo, .chooseBase, .grid, .moveUp, .moveDown, .previousPart]
  }

  func label(of command: Command, _ desk: Desk) -> String? {
    switch command {
    case .mark: desk.words("slips.tick")
    case .undo: desk.words("slips.takeBack")
    default: DoorPart.slips.label(of: command, desk)
    }
  }

  mutating func type(_ key: Key, _ desk: inout Desk) -> Bool {
    guard let event = desk.programme.events[id] else { return false }
    let items = SlipItem.items(event, desk)
    if let row = items.firstIndex(where: { $0.key == key.plain }) {
      focused = row
      slip.turn(items[row].item)
      return true
    }
    if Self.passing.contains(key.plain) { return false }
    if DoorLetters.isLetterOrDigit(key) {
      desk.refuse(letter: key)
      return true
    }
    if slip.isEmpty { return false }
    switch key {
    case .escape:
      slip = Slip()
      desk.say(desk.words("slips.dropped"))
    case .tab, .backTab, .left, .right, .altLeft, .altRight: desk.refuse(desk.words("slips.half"))
    case .function(let number) where number > 1: desk.refuse(desk.words("slips.half"))
    default: return false
    }
    return true
  }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    guard let event = desk.programme.events[id] else {
      return desk.refuse(desk.words("event.gone"))
    }
    let items = SlipItem.items(event, desk)
    switch command {
    case .storeSlip: store(event, &desk)
    case .mark: if items.indices.contains(focused) { slip.turn(items[focused].item) }
    case .undo: takeBack(&desk)
    case .chooseBase: askBase(event, &desk)
    case .grid where !slip.isEmpty: desk.refuse(desk.words("slips.half"))
    case .grid: desk.go(.attendanceGrid(id))
    case .nextPart: DoorPart.slips.turn(1, sitting, &desk)
    case .previousPart: DoorPart.slips.turn(-1, sitting, &desk)
    default:
      focused = ListMove.cursor(focused, command, count: items.count, page: desk.pageRows)
    }
  }

  mutating func answered(_ question: String, _ answer: String, _ desk: inout Desk) {
    guard let event = desk.programme.events[id].map(desk.withSlips),
      let base = SlipBase(answer: answer, event)
    else { return }
    sitting.base = base
    desk.say(SlipBase.line(base, event, desk))
  }

  mutating func point(at row: Int, column: Int?, _ desk: Desk) -> Bool {
    guard let event = desk.programme.events[id] else { return false }
    let columns = Self.columns(SlipItem.items(event, desk), desk)
    let place = min((column ?? 0) / 4, columns.count - 1)
    guard row < columns[place].count else { return true }
    focused = columns[place].lowerBound + row
    return true
  }

  mutating func refresh(_ desk: Desk) {
    guard let event = desk.programme.events[id] else { return }
    focused = min(focused, max(0, SlipItem.items(event, desk).count - 1))
  }

  func describe(_ desk: Desk) -> ScreenContent {
    guard let event = desk.programme.events[id].map(desk.withSlips) else {
      return ScreenContent(blocks: [.notice(Notice(.warning, desk.words("event.gone")))])
    }
    let warnings = AttendanceRemarks.problems(event, desk)
      .filter { $0.cell == .asked || $0.cell == .answered }.prefix(1)
      .map { Block.notice(Notice(.warning, $0.text)) }
    return ScreenContent(
      context: StyledText(event.title, .faint),
      blocks: DoorPart.slips.heading(event, desk) + [
        .line(StyledText(base(event, desk), isBaseOpen(event) ? .warning : .plain))
      ] + entering(event, desk) + warnings + [.table(table(event, desk))] + remarks(event, desk))
  }

  func place(_ desk: Desk) -> Place? { .door(id) }

  func focus(_ desk: Desk) -> String {
    guard let event = desk.programme.events[id].map(desk.withSlips) else {
      return desk.words("event.gone")
    }
    return desk.words.list([event.title, base(event, desk), title(event, desk), ticked(desk)])
  }
}

// Storing.
extension SlipsScreen {
  // Taking back, and saying who was asked.
  private static let passing: [Key] = ["u", "E"].map { .character($0) }

  private mutating func store(_ stored: Event, _ desk: inout Desk) {
    if let readOnly = desk.readOnly { return desk.refuse(readOnly) }
    guard !slip.isEmpty else { return desk.refuse(desk.words("slips.empty")) }
    let event = desk.withSlips(stored)
    guard let base = sitting.base ?? SlipBase.certain(event) else {
      return desk.refuse(desk.words("slips.notStored"))
    }
    sitting.base = base
    let number = (event.attendance.declared.slips ?? 0) + 1
    let offered = SlipItem.items(event, desk).map(\.item)
    guard desk.take(slip.entered(base, of: offered), of: id) else { return }
    slip = Slip()
    guard let now = desk.programme.events[id].map(desk.withSlips) else { return }
    let declared = now.attendance.declared
    let waiting = desk.slips[id]?.count ?? 0
    desk.say(
      desk.words(
        waiting == 0 ? "slips.stored" : "slips.taken",
        [
          "n": desk.words.number(number), "answered": desk.words.number(declared.answered ?? 0),
          "asked": declared.asked.map(desk.words.number) ?? desk.words("cell.unknown"),
          "waiting": desk.words.number(waiting), "all": desk.words.number(Desk.slipsTogether),
        ]))
  }

  private mutating func takeBack(_ desk: inout Desk) {
    guard let last = desk.takeBackSlip(of: id) else { return }
    desk.say(desk.words(last.isAnswered ? "slips.oneBack" : "slips.takenBack"))
  }

  private mutating func askBase(_ event: Event, _ desk: inout Desk) {
    if let readOnly = desk.readOnly { return desk.refuse(readOnly) }
    let event = desk.withSlips(event)
    if event.attendance.declared.asked == nil, (event.attendance.tally ?? 0) == 0 {
      return desk.refuse(desk.words("slips.onlyEach"))
    }
    sitting.hasAskedBase = true
    desk.ask(SlipBase.question(event, desk))
  }
}

extension Desk {
  /// Whether slips can be put into an event's file at all.
  fileprivate func mayEnterSlips(_ event: Event) -> Bool {
    readOnly == nil && fault(of: .event(event.id)) == nil && programme.lock(of: event) == nil
  }
}

// What it shows.
extension SlipsScreen {
  /// How many slips are in, and who was asked: it stands there as long as slips are entered.
  private func base(_ event: Event, _ desk: Desk) -> String {
    SlipBase.line(sitting.base ?? SlipBase.certain(event), event, desk)
  }

  private func isBaseOpen(_ event: Event) -> Bool {
    sitting.base == nil && SlipBase.certain(event) == nil
  }

  /// Which slip is being entered, and what is ticked on it.
  private func entering(_ event: Event, _ desk: Desk) -> [Block] {
    let (title, ticked) = (title(event, desk), ticked(desk))
    return desk.isCompact
      ? [.line(StyledText(desk.words.labelled(title, ticked), .strong))]
      : [.line(StyledText(title, .strong)), .line(StyledText(ticked, .accent))]
  }

  private func title(_ event: Event, _ desk: Desk) -> String {
    let number = (event.attendance.declared.slips ?? 0) + 1
    return desk.words("slips.number", ["n": desk.words.number(number)])
  }

  /// What is ticked on the slip so far.
  private func ticked(_ desk: Desk) -> String {
    let labels = slip.items.map { $0.label(desk) }
    return labels.isEmpty ? desk.words("slips.nothingYet") : desk.words.list(labels)
  }

  private func remarks(_ event: Event, _ desk: Desk) -> [Block] {
    let closed = SlipItem.closed(event, desk)
    let waiting = desk.slips[id]?.count ?? 0
    // On a telephone the line above says so.
    let memory = waiting == 0 ? [] : [desk.words("slips.inMemory", count: waiting)]
    let how = desk.isCompact ? [] : memory + [desk.words("slips.how")]
    let off =
      closed.isEmpty
      ? []
      : [
        desk.words(
          "slips.closed",
          [
            "what": desk.words.list(closed),
            "country": desk.formats.country(event.country),
            "note": desk.programme.profile(event.country).note,
          ])
      ]
    return (how + off).map { .prose(Prose($0, style: .faint)) }
  }

  private func table(_ event: Event, _ desk: Desk) -> Table {
    let items = SlipItem.items(event, desk)
    let cells = items.map { row($0, event, desk) }
    let columns = Self.columns(items, desk)
    let rows = (0..<(columns.map(\.count).max() ?? 0)).map { row in
      var spoken: [Int: String] = [:]
      for (place, column) in columns.enumerated() where row < column.count {
        for cell in 0..<4 { spoken[place * 4 + cell] = "" }
        spoken[place * 4 + 2] = aloud(items[column.lowerBound + row], event, desk)
      }
      return TableRow(
        columns.flatMap { row < $0.count ? cells[$0.lowerBound + row] : ["", "", "", ""] },
        spoken: spoken)
    }
    let place = columns.firstIndex { $0.contains(focused) } ?? 0
    var table = Table(
      columns: columns.flatMap { _ in
        [
          Column("", width: .fixed(1)), Column("", width: .fixed(3)),
          Column("", width: .fill(minimum: 15, weight: 1)),
          Column("", width: .fixed(5), alignment: .trailing),
        ]
      },
      rowCount: rows.count, cursor: focused - columns[place].lowerBound,
      cursorColumn: columns.count > 1 ? place * 4 + 2 : nil, showsHeader: false
    ) { rows[$0] }
    table.sideBySide = Table.SideBySide(columns: 4, label: 2)
    return table
  }

  /// An item as it is read out: what it is, whether it is ticked, its key, its sum.
  private func aloud(
    _ row: (item: SlipItem, key: Key?), _ event: Event, _ desk: Desk
  ) -> String {
    let words = desk.words
    // In plain lines digits are numbers of items.
    let letter = row.key.map { KeyTable.name($0, words) }.flatMap { Int($0) == nil ? $0 : nil }
    let key = letter.map { words("slips.aloud.key", ["key": $0]) }
    let sum = row.item.cell.flatMap { event.attendance[$0] }.map {
      words("slips.aloud.sum", ["n": words.number($0)])
    }
    let state = words(slip.contains(row.item) ? "slips.aloud.ticked" : "slips.aloud.open")
    return words.labelled(
      row.item.label(desk), [state, key, sum].compactMap { $0 }.joined(separator: "; "))
  }

  /// Communities on the left, the others on the right, where two columns have room.
  private static func columns(
    _ items: [(item: SlipItem, key: Key?)], _ desk: Desk
  ) -> [Range<Int>] {
    let split = items.firstIndex { !$0.item.isCommunity } ?? items.count
    return desk.isCompact ? [0..<items.count] : [0..<split, split..<items.count]
  }

  private func row(
    _ row: (item: SlipItem, key: Key?), _ event: Event, _ desk: Desk
  ) -> [StyledText] {
    let isOn = slip.contains(row.item)
    let sum = row.item.cell.flatMap { event.attendance[$0] }
    return [
      StyledText(row.key.map { KeyTable.name($0, desk.words) } ?? "", .accent),
      StyledText(isOn ? "[x]" : "[ ]", isOn ? .strong : .faint),
      StyledText(row.item.label(desk), isOn ? .strong : .plain),
      StyledText(sum.map(desk.words.number) ?? "", .faint),
    ]
  }
}
