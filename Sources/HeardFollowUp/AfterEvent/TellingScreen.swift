import HeardInsight
import HeardKit
import HeardModel
import TerminalCanvas

/// What is due to whom and when, event by event and action by action, late ones first.
struct TellingScreen: FilteredScreen {
  let name = "telling"
  var filter: FilterLine
  private var cursor = ListCursor<TellingSubject>()
  private var marked: Set<TellingSubject> = []
  /// How far those were for which something is being noted; once it is, no mark is left.
  private var before: [TellingSubject: FeedbackStatus] = [:]
  /// The row behind them, which is next once it is noted.
  private var next: TellingSubject?
  private var rows: [TellingRow] = []
  private var count = 0

  /// The list, filtered by the words of the filter language.
  init(filter: String = "") { self.filter = FilterLine(filter) }

  func commands(_ desk: Desk) -> [Command] {
    let record: [Command] =
      rows.isEmpty
      ? [] : [.open, .tellDelivered, .tellAcknowledged, .tellNotPossible, .edit, .mark]
    return record + [.filter] + (filter.isEmpty ? [] : [.clearFilter]) + ListMove.commands
  }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    switch command {
    case .filter, .clearFilter: changeFilter(command, desk)
    case .open: if let subject = focused { desk.go(.tell(subject)) }
    case .edit: if let subject = focused { desk.editTelling(of: subject) }
    case .mark: mark(desk)
    case .tellDelivered, .tellNotPossible, .tellAcknowledged: note(command, &desk)
    default: cursor.move(command, in: rows.map(\.subject), page: desk.pageRows)
    }
  }

  mutating func refresh(_ desk: Desk) {
    rows = desk.insight.telling(filter.query)
    count = filter.isEmpty ? rows.count : desk.insight.telling().count
    if before.contains(where: { desk.feedback(of: $0.key)?.status != $0.value }) {
      (marked, before) = ([], [:])
      if let next { cursor.focus(next) }
    }
    marked.formIntersection(rows.map(\.subject))
    cursor.find(in: rows.map(\.subject))
  }

  func describe(_ desk: Desk) -> ScreenContent {
    let (shown, chosen, words) = (rows, marked, desk.words)
    let table = Table(
      columns: Self.columns(words), rowCount: shown.count, cursor: cursor.place(in: shown.count),
      footer: .note(StyledText(totals(words), .faint)),
      emptyText: StyledText(words(filter.isEmpty ? "telling.none" : "telling.noMatch"), .faint)
    ) { index in
      var row = Self.row(shown[index], desk)
      row.isMarked = chosen.contains(shown[index].subject)
      return row
    }
    let preview = focused.map { TellText($0, desk).blocks } ?? []
    return ScreenContent(
      context: filter.context(shown.count, of: count, desk)
        + StyledText(
          chosen.isEmpty ? "" : "  \(words("telling.marked", count: chosen.count))", .accent),
      blocks: filter.blocks(for: .events, desk) + [.table(table)], aside: preview)
  }

  func place(_ desk: Desk) -> Place? { .telling(filter: trimmed(filter.text)) }

  func focus(_ desk: Desk) -> String {
    guard let place = cursor.place(in: rows.count) else { return desk.words("telling.none") }
    let cells = Self.row(rows[place], desk).cells.map(\.text)
    return desk.words(
      "focus.row",
      [
        "title": desk.words.list(cells), "n": String(place + 1), "all": String(rows.count),
        "filter": filter.isEmpty ? desk.words("filter.none") : filter.text,
      ])
  }
}

extension TellingScreen {
  private var focused: TellingSubject? { cursor.place(in: rows.count).map { rows[$0].subject } }

  /// Those that are marked, else the focused one; in the order in which they are shown.
  private var chosen: [TellingSubject] {
    marked.isEmpty
      ? [focused].compactMap { $0 } : rows.map(\.subject).filter(marked.contains)
  }

  /// Notes something for the chosen ones.
  private mutating func note(_ command: Command, _ desk: inout Desk) {
    before = [:]
    let last = rows.lastIndex { chosen.contains($0.subject) } ?? rows.count
    next = rows.dropFirst(last + 1).first?.subject
    for subject in chosen { before[subject] = desk.feedback(of: subject)?.status }
    switch command {
    case .tellDelivered: desk.tell(chosen, .delivered)
    case .tellNotPossible: desk.tell(chosen, .notPossible)
    default: desk.noteAcknowledged(chosen)
    }
    refresh(desk)
  }

  private mutating func mark(_ desk: Desk) {
    guard let subject = focused else { return }
    if marked.remove(subject) == nil { marked.insert(subject) }
    cursor.move(.moveDown, in: rows.map(\.subject), page: desk.pageRows)
  }

  private func totals(_ words: Words) -> String {
    func number(_ holds: (Told) -> Bool) -> String { words.number(rows.count { holds($0.told) }) }
    let sum = words(
      "telling.totals",
      [
        "late": number { if case .late = $0 { true } else { false } },
        "due": number { $0 == .due }, "notDue": number { $0 == .notDue },
        "told": number(\.isTold), "off": number { $0 == .notPossible },
      ])
    let lacking = rows.count { !$0.told.lacks.isEmpty }
    return lacking == 0 ? sum : sum + words.further([words("telling.lacking", count: lacking)])
  }

  private static func columns(_ words: Words) -> [Column] {
    [
      Column(words("telling.by"), width: .fixed(13)),
      Column(words("telling.what"), width: .fixed(10), priority: 2),
      Column(words("telling.title"), width: .fill(minimum: 20, weight: 2)),
      Column(words("telling.country"), width: .fixed(3), priority: 3),
      Column(words("telling.whom"), width: .fill(minimum: 14, weight: 1), priority: 4),
      Column(words("telling.way"), width: .fill(minimum: 14, weight: 1), priority: 5),
      Column(words("telling.state"), width: .fixed(14)),
      Column(words("telling.lacks"), width: .fixed(12), priority: 1),
    ]
  }

  /// What is noted of a telling, or that it is not although people were told.
  private static func noted(
    _ text: String, lacks lack: TellingLack, _ row: TellingRow, _ words: Words
  ) -> StyledText {
    text.isEmpty && row.told.lacks.contains(lack)
      ? StyledText(words("telling.notNoted"), .warning) : StyledText(text)
  }

  private static func row(_ row: TellingRow, _ desk: Desk) -> TableRow {
    let words = desk.words
    let kind = if case .event = row.subject { "kind.event" } else { "kind.action" }
    var feedback = Feedback()
    feedback.audiences = row.audiences
    // That nobody was told yet stands in the state already; what is not noted of it does not.
    let lacks =
      row.missing.filter { $0 != .tell }.map { words("chain.short.\($0.rawValue)") }
      + row.told.lacks.map { ToldCell.short($0, words) }
    return TableRow(
      [
        TellWords.due(row, words),
        StyledText(words(kind), .faint),
        StyledText([row.place, row.title].filter { !$0.isEmpty }.joined(separator: " · ")),
        StyledText(row.country?.stored ?? words("date.none"), .faint),
        noted(TellWords.audiences(feedback, desk), lacks: .audiences, row, words),
        noted(row.channel, lacks: .channel, row, words),
        TellWords.state(row, words),
        // The first link that is missing is where the chain breaks.
        StyledText(
          (lacks.first ?? "") + (lacks.count > 1 ? " +" : ""), .warning),
      ], spoken: [3: row.country.map(desk.formats.country) ?? ""])
  }
}
