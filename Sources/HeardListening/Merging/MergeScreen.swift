import HeardKit
import HeardModel
import TerminalCanvas

/// Two events that were entered twice, side by side: what each says, which of the two holds, and
/// what becomes of all else.
struct MergeScreen: Screen {
  let name = "merge"
  private let kept: EventID
  private let gone: EventID
  private var choices: [MergePart: EventMerge.Choice] = [:]
  private var cursor = ListCursor<MergePart>()
  private var rows: [MergeRow] = []

  private static let question = "merge"

  init(_ kept: EventID, with gone: EventID) { (self.kept, self.gone) = (kept, gone) }

  func commands(_ desk: Desk) -> [Command] {
    (refusal(desk) == nil ? [.save] : []) + (rows.isEmpty ? [] : [.open]) + ListMove.commands
  }

  func label(of command: Command, _ desk: Desk) -> String? {
    switch command {
    case .save: desk.words("merge.yes")
    case .open: desk.words("merge.choose")
    default: nil
    }
  }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    switch command {
    case .open: chooseNext(&desk)
    case .save: merge(&desk)
    default: cursor.move(command, in: rows.map(\.part), page: desk.pageRows)
    }
  }

  mutating func answered(_ question: String, _ answer: String, _ desk: inout Desk) {
    if question == Self.question, answer == "merge" { carryOut(&desk) }
  }

  mutating func refresh(_ desk: Desk) {
    rows = plan(desk).map(desk.rows) ?? []
    cursor.find(in: rows.map(\.part))
  }

  func describe(_ desk: Desk) -> ScreenContent {
    let words = desk.words
    guard let plan = plan(desk) else {
      return ScreenContent(blocks: [.notice(Notice(.warning, words("merge.over")))])
    }
    var blocks: [Block] = []
    if let why = refusal(desk) { blocks += [.notice(Notice(.warning, why)), .gap] }
    blocks += [("merge.stays", plan.kept), ("merge.ends", plan.gone)].map { key, event in
      .prose(
        Prose(words.labelled(words(key), "\(desk.title(of: .event(event))) · \(event.id.text)")))
    }
    blocks += desk.sentences(on: plan).map { .prose(Prose($0, style: .faint)) }
    blocks += [.gap, .table(table(plan, desk)), .gap] + whole(desk)
    return ScreenContent(
      context: StyledText(desk.title(of: .event(plan.kept)), .faint), blocks: blocks)
  }

  func place(_ desk: Desk) -> Place? { .merge(kept, with: gone) }

  func focus(_ desk: Desk) -> String {
    guard let row = rows.first(where: { $0.part == cursor.id }) else {
      return desk.words("merge.over")
    }
    return desk.words.list([row.label] + cells(row, desk))
  }
}

extension MergeScreen {
  private func plan(_ desk: Desk) -> EventMerge? {
    guard let one = desk.programme.events[kept],
      let other = desk.programme.events[gone] ?? desk.programme.returned[gone]
    else { return nil }
    var merge = EventMerge(one, with: other, in: desk.programme)
    merge.choices = choices
    return merge
  }

  private func refusal(_ desk: Desk) -> String? {
    guard let plan = plan(desk) else { return desk.words("merge.over") }
    return desk.readOnly.map { desk.words.sentence($0) } ?? desk.refusal(of: plan)
  }

  private mutating func chooseNext(_ desk: inout Desk) {
    guard let part = cursor.id, let plan = plan(desk) else { return }
    let open = plan.choices(for: part)
    guard open.count > 1 else { return desk.refuse(desk.words("merge.nothingToChoose")) }
    // The first press on numbers chooses the first of the two: until then nobody has.
    let now = plan.undecided.contains(part) ? nil : open.firstIndex(of: plan.choice(for: part))
    choices[part] = open[now.map { ($0 + 1) % open.count } ?? 0]
    refresh(desk)
  }

  private mutating func merge(_ desk: inout Desk) {
    guard let plan = plan(desk) else { return desk.refuse(desk.words("merge.over")) }
    if let why = refusal(desk) { return desk.refuseLastingly(why) }
    if let part = plan.undecided.first {
      cursor.focus(part)
      cursor.find(in: rows.map(\.part))
      let label = rows.first { $0.part == part }?.label ?? ""
      return desk.refuse(desk.words("merge.undecided", ["field": label]))
    }
    guard plan.change(in: desk.programme).canBeUndone else {
      return desk.ask(
        Question(
          Self.question, desk.words("merge.ask"),
          [.init("keep", desk.words("answer.keep")), .init("merge", desk.words("merge.yes"))]))
    }
    carryOut(&desk)
  }

  private func carryOut(_ desk: inout Desk) {
    guard let plan = plan(desk) else { return }
    if desk.change(plan.change(in: desk.programme)) { desk.pop() }
  }

  private func table(_ plan: EventMerge, _ desk: Desk) -> Table {
    let words = desk.words
    let (shown, screen) = (rows, self)
    return Table(
      columns: [
        Column("", width: .fixed(18)),
        Column(words("merge.stays"), width: .fill(minimum: 14, weight: 1)),
        Column(words("merge.ends"), width: .fill(minimum: 14, weight: 1)),
        Column(words("merge.holds"), width: .fixed(14)),
      ],
      rowCount: shown.count, cursor: cursor.place(in: shown.count)
    ) { index in
      let row = shown[index]
      let cells = screen.cells(row, desk)
      let style: Style = row.choice == nil ? .warning : row.isOpen ? .strong : .faint
      return TableRow([
        StyledText(row.label, .faint), StyledText(cells[0]), StyledText(cells[1]),
        StyledText(cells[2], style),
      ])
    }
  }

  /// What the focused row says, where its cells are too narrow for it.
  private func whole(_ desk: Desk) -> [Block] {
    guard let row = rows.first(where: { $0.part == cursor.id }) else { return [] }
    let words = desk.words
    return [("merge.stays", row.kept), ("merge.ends", row.gone)].filter { !$0.1.isEmpty }.map {
      .prose(Prose(words.labelled(words($0.0), words.cut($0.1, to: 300))))
    }
  }

  private func cells(_ row: MergeRow, _ desk: Desk) -> [String] {
    let blank = desk.words("conflict.empty")
    // Where both say the same nothing has to be told apart.
    let holds = row.kept == row.gone && !row.isOpen ? "both" : row.choice?.rawValue ?? "open"
    return [row.kept.isEmpty ? blank : row.kept, row.gone.isEmpty ? blank : row.gone]
      + [desk.words("merge.holds.\(holds)")]
  }
}
