import HeardModel
import TerminalCanvas

/// All that goes, is found elsewhere and stays, before anything is forgotten.
///
/// The deed is the last line: one walks there and presses Enter, no letter does it.
public struct ForgetScreen: Screen {
  /// The name in the catalogs.
  public let name = "forget"
  private let subject: ForgetSubject
  private var deed: ForgetDeed
  private var cursor = 0
  private var kept: Set<FoundWords> = []
  private var plan: Forgetting
  private var rows: [ForgettingRow] = []
  /// Whether the deed was asked for, and what came of it is awaited.
  private var isDone = false

  /// The page of something that is to go; what this machine knows of it is looked up.
  public init(_ subject: ForgetSubject, _ deed: ForgetDeed, _ desk: inout Desk) {
    (self.subject, self.deed) = (subject, deed)
    plan = Forgetting(subject, deed, in: desk.programme)
    rows = desk.rows(of: plan, nil).filter { !$0.isPurpose }
    if let first = withdrawn.first { cursor = purposes.firstIndex(of: first) ?? 0 }
    desk.survey = nil
    desk.run(.survey(plan))
  }

  /// The purposes that a withdrawal can be about, each a line of its own before the others.
  private var purposes: [ConsentPurpose] {
    if case .withdraw = deed { ConsentPurpose.allCases } else { [] }
  }

  private var withdrawn: [ConsentPurpose] {
    if case .withdraw(let purposes) = deed { purposes } else { [] }
  }

  private var count: Int { purposes.count + rows.count + 1 }

  /// It can be walked through; places in other records can be left as they are.
  public func commands(_ desk: Desk) -> [Command] {
    [.open, .mark] + ListMove.commands
      + (purposes.isEmpty || subject.testimony == nil ? [] : [.erase])
  }

  /// Enter ticks a line, and does it on the last one.
  public func label(of command: Command, _ desk: Desk) -> String? {
    guard command == .open else { return nil }
    if cursor < count - 1 { return desk.words("command.mark") }
    return desk.words(deed == .erase ? "command.erase" : "command.withdraw")
  }

  /// Walks, ticks, or does it on the last line.
  public mutating func perform(_ command: Command, _ desk: inout Desk) {
    switch command {
    case .mark: toggle(&desk)
    case .open: cursor == count - 1 ? carryOut(&desk) : toggle(&desk)
    case .erase:
      desk.pop()
      desk.push(ForgetScreen(subject, .erase, &desk))
    default:
      cursor = ListMove.cursor(cursor, command, count: count, page: desk.pageRows)
    }
  }

  /// Looks for everything anew.
  public mutating func refresh(_ desk: Desk) {
    let survey = desk.survey.flatMap { $0.subject == subject ? $0 : nil }
    plan = Forgetting(subject, deed, in: desk.programme, identities: survey?.identities ?? [])
    kept.formIntersection(plan.found)
    let isLast = cursor == count - 1
    // The purposes stand above, to be ticked.
    rows = desk.rows(of: plan, survey, keeping: kept).filter { !$0.isPurpose }
    cursor = isLast ? count - 1 : min(cursor, count - 1)
  }

  /// All lines, and the focused one in full.
  public func describe(_ desk: Desk) -> ScreenContent {
    let words = desk.words
    let lines = self.lines(desk)
    let table = Table(
      columns: [
        Column("", width: .fixed(4)), Column("", width: .fixed(12)),
        Column("", width: .fill(minimum: 24, weight: 1)), Column("", width: .fixed(20)),
      ],
      rowCount: lines.count, cursor: lines.firstIndex { $0.place == cursor }, showsHeader: false
    ) { lines[$0].row }
    return ScreenContent(
      context: StyledText(
        words.list([desk.title(of: plan), words("forget.nothingDone")]), .faint),
      blocks: [.table(table), .gap, .prose(Prose(words("forget.forGood"), style: .warning))]
        + focused(lines))
  }

  /// The focused line.
  public func focus(_ desk: Desk) -> String {
    let line = lines(desk).first { $0.place == cursor }
    return desk.words.list(line?.row.cells.map(\.text) ?? [])
  }
}

extension ForgetScreen {
  /// A line of the page; headings have no place of the cursor.
  private struct Line: Sendable {
    let place: Int?
    let row: TableRow
    /// All of what its cells may cut.
    var full = ""
  }

  private func lines(_ desk: Desk) -> [Line] {
    let words = desk.words
    var lines: [Line] = []
    func heading(_ key: String) {
      lines.append(Line(place: nil, row: .heading(StyledText(words(key), .title))))
    }
    var place = 0
    if !purposes.isEmpty {
      heading("forget.withdrawn")
      for purpose in purposes {
        let isOn = withdrawn.contains(purpose)
        let states = plan.testimonies.first.map { $0.consent.state(of: purpose, on: desk.today) }
        lines.append(
          Line(
            place: place,
            row: TableRow([
              StyledText(isOn ? "[x]" : "[ ]", isOn ? .accent : .faint), "",
              StyledText(desk.formats.label(purpose, "purpose")),
              StyledText(states.map { desk.formats.label($0, "consent") } ?? "", .faint),
            ]),
            full: words(
              purpose == .record
                ? "testimony.withdrawRecord" : "testimony.withdraw.\(purpose.stored)")))
        place += 1
      }
    }
    for section in ForgettingRow.Section.allCases {
      let own = rows.filter { $0.section == section }
      if section == .found && own.allSatisfy({ $0.count == 0 }) {
        heading("forget.nowhereElse")
      } else if !own.isEmpty {
        heading("forget.section.\(section.rawValue)")
      }
      for row in own {
        let box = row.hit.map { kept.contains($0) ? "[ ]" : "[x]" }
        lines.append(
          Line(
            place: place,
            row: TableRow([
              StyledText(box ?? row.count.map(words.number) ?? "", box == nil ? .plain : .accent),
              StyledText(row.what), StyledText(row.place), StyledText(row.fate, .faint),
            ]), full: words.list([row.place, row.fate])))
        place += 1
      }
    }
    lines.append(
      Line(
        place: count - 1,
        row: TableRow(["", "", StyledText(deedName(desk), .strong), ""])))
    return lines
  }

  /// The focused line in full, since its cells may be cut.
  private func focused(_ lines: [Line]) -> [Block] {
    guard let line = lines.first(where: { $0.place == cursor }), !line.full.isEmpty else {
      return []
    }
    return [.gap, .prose(Prose(line.full))]
  }

  private func deedName(_ desk: Desk) -> String {
    let words = desk.words
    if case .erase = deed { return words("forget.erase") }
    if withdrawn.isEmpty { return words("forget.nothingChosen") }
    return words(
      "forget.withdraw",
      ["purposes": words.list(withdrawn.map { desk.formats.label($0, "purpose") })])
  }

  /// Ticks or unticks the focused purpose, or the place in another record.
  private mutating func toggle(_ desk: inout Desk) {
    if cursor < purposes.count {
      let purpose = purposes[cursor]
      var chosen = withdrawn
      if chosen.contains(purpose) {
        chosen.removeAll { $0 == purpose }
      } else {
        chosen = ConsentPurpose.allCases.filter { chosen.contains($0) || $0 == purpose }
      }
      deed = .withdraw(chosen)
      refresh(desk)
      desk.run(.survey(plan))
      return
    }
    let index = cursor - purposes.count
    guard rows.indices.contains(index), let hit = rows[index].hit else { return }
    if kept.remove(hit) == nil { kept.insert(hit) }
    refresh(desk)
  }

  private mutating func carryOut(_ desk: inout Desk) {
    if isDone { return }
    if case .withdraw(let purposes) = deed, purposes.isEmpty {
      return desk.refuse(desk.words("forget.nothingChosen"))
    }
    isDone = true
    let order = desk.order(plan, keeping: kept)
    desk.pop()
    desk.forget(order)
  }
}

extension ForgetSubject {
  /// The testimony, where it is one.
  var testimony: TestimonyID? { if case .testimony(let id) = self { id } else { nil } }
}
