import HeardInsight
import HeardKit
import HeardModel
import TerminalCanvas

/// Rows of Home as lines, and of the lists behind them as cells.
struct HomeCells: Sendable {
  private let desk: Desk
  private let words: Words
  private let groups: [HomeGroup.ID: HomeGroup]
  private let figures: HomeFigures
  private let room: Int
  private let glyphs: Glyphs

  private static let lastColumns = 18
  private static let numberColumns = 5
  private static let mostLabel = 22

  /// The columns of the lists of drafts and of what waits.
  static let columns = [
    Column("", width: .fixed(11)), Column("", width: .fill(minimum: 15, weight: 1)),
    Column("", width: .fixed(lastColumns), alignment: .trailing, priority: 1),
  ]

  init(_ desk: Desk, _ groups: [HomeGroup]) {
    self.desk = desk
    words = desk.words
    figures = HomeFigures(desk)
    self.groups = Dictionary(groups.map { ($0.id, $0) }) { first, _ in first }
    // The table keeps two columns for the pointer.
    room = max(0, desk.size.columns - 2)
    glyphs = desk.settings.usesASCII ? .ascii : .unicode
  }

  func row(_ row: HomeScreen.Row) -> TableRow {
    switch row {
    case .blank: return .note("")
    case .heading(let key): return .heading(StyledText(words(key), .title))
    case .waitingHeading: return heading("home.waiting", groups.isEmpty ? "" : "home.longestWait")
    case .comingHeading: return heading("home.coming", "home.stillLacks")
    case .note(let key): return .note(StyledText(words(key), .faint))
    case .text(let text, let spoken):
      return TableRow([StyledText(text, .faint)], kind: .note, spoken: [0: spoken])
    case .group(let id): return groups[id].map(group) ?? .note("")
    case .line(let item): return line(item, kind: .wide)
    case .draft(let id): return draftLine(id, kind: .wide)
    case .look(let line): return look(line)
    case .lookMore(let more):
      return TableRow(
        [lined(["", "", StyledText(words("home.moreWaiting", count: more), .faint)])], kind: .note,
        spoken: [0: ""])
    case .figures:
      let counts = figures.counts
      let wide = counts.joined(separator: "   ")
      // Closer together before the last of them is cut.
      let fits = TextWidth.columns(of: wide) <= room
      return TableRow(
        [StyledText(fits ? wide : counts.joined(separator: "  "), .strong)], kind: .wide,
        spoken: [0: words.list(counts)])
    case .sureBar:
      return TableRow([StyledText(figures.bar, .chart)], kind: .note, spoken: [0: ""])
    case .sureLegend:
      return TableRow(
        [StyledText(figures.legend, .faint)], kind: .note,
        spoken: [0: words.sources(desk.insight.headline)])
    case .allFigures:
      return TableRow([StyledText(words("home.allFigures"), .accent)], kind: .wide)
    case .whoAreYou:
      let text = StyledText(words("home.settings"), .accent)
      return TableRow([text + StyledText("  \(words("home.whoAreYou"))")], kind: .wide)
    case .event(let id): return event(id)
    case .testimony(let id): return testimony(id)
    case .country(let country): return figures.row(country, room: room)
    }
  }
}

// What waits.
extension HomeCells {
  /// The columns of groups and of their lines: how many, what is to be done, where, how long.
  private var columns: [Column] {
    let labels = groups.values.filter { $0.count != nil }.map { TextWidth.columns(of: $0.what) }
    let label = min(Self.mostLabel, max(11, labels.max() ?? 0))
    return [
      Column("", width: .fixed(desk.isCompact ? 3 : Self.numberColumns), alignment: .trailing),
      desk.isCompact
        ? Column("", width: .fill(minimum: label, weight: 1)) : Column("", width: .fixed(label)),
      Column("", width: .fill(minimum: 12, weight: 1), priority: 2),
      Column("", width: .fixed(waitColumns), alignment: .trailing, priority: 1),
    ]
  }

  private var waitColumns: Int {
    let waits = groups.values.map { TextWidth.columns(of: $0.wait) }
    return min(
      Self.lastColumns, max(TextWidth.columns(of: words("home.longestWait")), waits.max() ?? 0))
  }

  private func lined(_ cells: [StyledText]) -> StyledText {
    Table.line(cells, in: columns, within: room, glyphs: glyphs)
  }

  /// A heading with what stands over the last column.
  private func heading(_ key: String, _ last: String) -> TableRow {
    guard !desk.isCompact, !last.isEmpty else { return .heading(StyledText(words(key), .title)) }
    let text = words(last)
    let columns = [
      Column("", width: .fill(minimum: 10, weight: 1)),
      Column("", width: .fixed(TextWidth.columns(of: text)), alignment: .trailing),
    ]
    return TableRow(
      [
        Table.line(
          [StyledText(words(key), .title), StyledText(text, .faint)], in: columns, within: room,
          glyphs: glyphs)
      ], kind: .heading, spoken: [0: words(key)])
  }

  private func group(_ group: HomeGroup) -> TableRow {
    let wait = StyledText(group.wait, group.isLate ? .bad : .faint)
    guard let count = group.count else {
      // A sentence that has its number takes the row, and only gives way to a moment.
      let text = group.what + StyledText("  ") + StyledText(group.about, .strong)
      if group.wait.isEmpty { return TableRow([text], kind: .wide) }
      let columns = [
        Column("", width: .fill(minimum: 20, weight: 1)),
        Column("", width: .fixed(TextWidth.columns(of: wait)), alignment: .trailing, priority: 1),
      ]
      let line = Table.line([text, wait], in: columns, within: room, glyphs: glyphs)
      let spoken = words.list([group.what.text, group.about, group.wait])
      return TableRow([line], kind: .wide, spoken: [0: spoken])
    }
    let number = words.number(count)
    let longest = group.wait.isEmpty ? "" : words("home.waits", ["wait": group.wait])
    let label = words.labelled(group.what.text, number)
    return TableRow(
      [lined([StyledText(number), group.what, StyledText(group.about), wait])], kind: .wide,
      spoken: [0: words.list([label, group.about, longest])])
  }

  /// One thing of a group: its place, its title, and how long it waits.
  private func line(_ item: WaitingItem, kind: TableRow.Kind) -> TableRow {
    let isLate = (item.days ?? 0) > 0
    let about = Self.parts(item, desk)
    let wait = Self.lateness(item, words)
    let style: Style = kind == .note ? .faint : .plain
    let cells = [
      "", StyledText(about.first ?? "", style),
      StyledText(about.dropFirst().joined(separator: " · "), style),
      StyledText(wait, isLate && kind != .note ? .bad : .faint),
    ]
    return TableRow(
      [lined(cells)], kind: kind,
      spoken: [0: words.list([words("waiting.\(item.matter.name)")] + about + [wait])])
  }

  private func draftLine(_ id: String, kind: TableRow.Kind) -> TableRow {
    let cells = Self.draft(id, desk).cells
    let text = lined(["", cells[0], cells[1], cells[2]])
    return TableRow([text], kind: kind, spoken: [0: words.list(cells.map(\.text))])
  }

  /// A line that is only seen: read aloud, the group tells its places.
  private func look(_ line: HomeScreen.Row) -> TableRow {
    var row =
      switch line {
      case .line(let item): self.line(item, kind: .note)
      case .draft(let id): draftLine(id, kind: .note)
      default: TableRow.note("")
      }
    row.spoken = [0: ""]
    return row
  }
}

// Records.
extension HomeCells {
  /// An event that comes: when, where, what, and what is still lacking so that everyone can come.
  private func event(_ id: EventID) -> TableRow {
    guard let event = desk.programme.events[id] else { return .note("") }
    let isAhead = event.isComing(today: desk.today)
    let lacks = isAhead ? lacks(event) : words("status.\(event.status.stored)")
    let cells = [
      event.start.map(when) ?? words("date.none"), event.country?.stored ?? "", event.place,
      event.title, lacks,
    ]
    let columns = [
      Column("", width: .fixed(desk.isCompact ? 10 : 16)),
      Column("", width: .fixed(2), priority: 2),
      desk.isCompact
        ? Column("", width: .fill(minimum: 10, weight: 1)) : Column("", width: .fixed(12)),
      Column("", width: .fill(minimum: 14, weight: 1), priority: 4),
      Column("", width: .fixed(Self.lastColumns), alignment: .trailing, priority: 3),
    ]
    let styled = cells.enumerated().map { place, text in
      StyledText(text, place == 0 || place == cells.count - 1 ? .faint : .plain)
    }
    let last = isAhead && !lacks.isEmpty ? words("home.lacks", ["what": lacks]) : lacks
    return TableRow(
      [Table.line(styled, in: columns, within: room, glyphs: glyphs)], kind: .wide,
      spoken: [0: words.list(cells.dropLast() + [last])])
  }

  private func when(_ date: KnownDate) -> String {
    guard !desk.isCompact, let minute = date.minuteOfDay else { return date.dayText }
    return "\(date.dayText) \(desk.formats.time(minute))"
  }

  /// What is not arranged; empty where nobody has said what is needed.
  private func lacks(_ event: Event) -> String {
    let gaps = desk.insight.accessGaps(of: event)
    if !gaps.isEmpty { return desk.labels(gaps.map(\.code), .access) }
    return event.access.isEmpty ? "" : words("home.lacksNothing")
  }

  private func testimony(_ id: TestimonyID) -> TableRow {
    guard let testimony = desk.programme.testimonies[id] else { return .note("") }
    let event = desk.programme.events[testimony.event]
    let date = desk.insight.dateTaken(testimony)?.dayText ?? ""
    let about = [testimony.pseudonym, event?.title ?? ""].filter { !$0.isEmpty }
    let columns = [
      Column("", width: .fixed(10)), Column("", width: .fill(minimum: 15, weight: 1)),
    ]
    return TableRow(
      [
        Table.line(
          [StyledText(date, .faint), StyledText(about.joined(separator: " · "))], in: columns,
          within: room, glyphs: glyphs)
      ], kind: .wide, spoken: [0: words.list([date] + about)])
  }
}
