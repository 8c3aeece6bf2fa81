import HeardInsight
import HeardKit
import HeardModel
import TerminalCanvas

/// The figures of a period and what is listed below them, as cells.
enum ApprovalCells {
  /// The figures of every approval in the order of time, then those of now; beside each the
  /// difference to the one before.
  static func figures(_ period: ApprovalPeriod, _ desk: Desk) -> Table {
    let words = desk.words
    let entries = desk.programme.approvals[period]?.inOrder ?? []
    let figures = entries.map(\.figures) + [desk.insight.approvedFigures(of: period)]
    let hasUnsourced = figures.contains { $0.unsourced != nil }
    let sums = figures.map { $0.rows(hasUnsourced: hasUnsourced) }
    let then = entries.enumerated().map { place, entry in
      // Where not all fit, the oldest leave first; the list below has them all.
      Column(
        moment(entry, among: entries), width: .fixed(13), alignment: .trailing,
        priority: entries.count - place)
    }
    let columns =
      [Column(words("approval.figure"), width: .fixed(26))] + then
      + [
        Column(words("approval.now"), width: .fixed(13), alignment: .trailing),
        Column("", width: .fill(minimum: 0, weight: 1)),
      ]
    return Table(columns: columns, rowCount: sums.last?.count ?? 0, isFocused: false) { index in
      let name = sums[sums.count - 1][index].name
      let part = ApprovedFigures.isPart(name) ? "  " : ""
      let cells = sums.indices.map { place in
        number(
          sums[place][index].count, after: place > 0 ? sums[place - 1][index].count : nil, desk)
      }
      return TableRow([StyledText(part + words("approval.figure.\(name)"))] + cells + [""])
    }
  }

  /// A row of the list below.
  static func row(
    _ row: ApprovalScreen.Row, _ period: ApprovalPeriod, _ desk: Desk
  ) -> TableRow {
    switch row {
    case .heading(let key): .heading(StyledText(desk.words(key), .title))
    case .note(let text): .note(StyledText(text, .faint))
    case .item(let item): TableRow(cells(item, period, desk))
    }
  }

  /// An approval with all that it counted, who gave it, and why it was unlocked.
  static func whole(_ id: Code, of period: ApprovalPeriod, _ desk: Desk) -> [StyledText] {
    let words = desk.words
    let entries = desk.programme.approvals[period]?.inOrder ?? []
    guard let entry = entries.first(where: { $0.id == id }) else { return [] }
    let numbers = entry.figures.rows.map { row in
      words.labelled(
        words("approval.figure.\(row.name)"), row.count.map(words.number) ?? "?")
    }
    let open = entry.stillOpen.values.reduce(0, +)
    let given = words("approval.given", ["by": entry.by, "day": desk.formats.moment(entry.at)])
    var lines = [
      StyledText(
        words.list([given, open == 0 ? "" : words("approval.stillOpen", count: open)]), .strong),
      StyledText(numbers.joined(separator: " · ")),
    ]
    if let unlocked = unlocked(entry, desk) { lines.append(StyledText(unlocked)) }
    return lines
  }

  private static func unlocked(_ entry: ApprovalEntry, _ desk: Desk) -> String? {
    entry.unlocked.map { unlocked in
      desk.words(
        "approval.wasUnlocked",
        [
          "by": unlocked.by, "day": desk.formats.moment(unlocked.at), "reason": unlocked.reason,
        ])
    }
  }

  /// A number with its difference to the one before it, where that is another one.
  private static func number(_ count: Int?, after before: Int?, _ desk: Desk) -> StyledText {
    let text = StyledText(count.map(desk.words.number) ?? "?", .strong)
    guard let count, let before, count != before else { return text }
    return StyledText(signed(count - before, desk.words), .warning) + StyledText("  ") + text
  }

  private static func signed(_ difference: Int, _ words: Words) -> String {
    "\(difference > 0 ? "+" : "-")\(words.number(abs(difference)))"
  }

  /// The day of an approval; with its time where another one was given on that day.
  private static func moment(_ entry: ApprovalEntry, among entries: [ApprovalEntry]) -> String {
    let day = entry.at.day.stored
    let isAlone = entries.count { $0.at.day == entry.at.day } == 1
    return isAlone ? day : "\(day.suffix(5)) \(entry.at.stored.dropFirst(11).prefix(5))"
  }

  private static func cells(
    _ item: ApprovalScreen.Item, _ period: ApprovalPeriod, _ desk: Desk
  ) -> [StyledText] {
    let words = desk.words
    switch item {
    case .check(let check):
      let gaps = check.gaps.map { words("gap.short.\($0.rawValue)") }
      return [
        StyledText(words("check.\(check.kind.stored)"), .warning),
        StyledText(words.list([title(check.event, desk)] + gaps)),
      ]
    case .files:
      return [
        StyledText(words("check.files"), .warning),
        StyledText(words("approval.files", count: desk.unreadable.count)),
      ]
    case .remark(let it):
      let event = desk.programme.events[it.event]
      let place = [event?.start?.dayText ?? "", event?.place ?? ""].filter { !$0.isEmpty }
      return [
        StyledText(place.isEmpty ? it.event.text : place.joined(separator: " · ")),
        StyledText(words.sentence(it.remark), .warning),
      ]
    case .outside(let id), .event(let id):
      return [
        StyledText(desk.formats.date(desk.programme.events[id]?.start), .faint),
        StyledText(title(id, desk)),
      ]
    case .change(let change):
      let style: Style = change.isByRight ? .warning : .bad
      return [StyledText(kind(change.kind, words), style), StyledText(title(change.event, desk))]
    case .entry(let id): return entry(id, period, desk)
    }
  }

  /// An approval in a line: when, how many attendances, by whom, and whether it still locks.
  private static func entry(
    _ id: Code, _ period: ApprovalPeriod, _ desk: Desk
  ) -> [StyledText] {
    let words = desk.words
    let entries = desk.programme.approvals[period]?.inOrder ?? []
    guard let place = entries.firstIndex(where: { $0.id == id }) else { return ["", ""] }
    let entry = entries[place]
    let count = entry.figures.attendances
    let before = place > 0 ? entries[place - 1].figures.attendances : nil
    var attendances = count.map { words("count.attendances", count: $0) } ?? "?"
    if let count, let before, count != before {
      attendances = words.bracketed(attendances, signed(count - before, words))
    }
    let parts = [attendances, entry.by, unlocked(entry, desk) ?? words("lock.word")]
    return [StyledText(desk.formats.moment(entry.at)), StyledText(words.list(parts))]
  }

  private static func kind(_ kind: ApprovalChange.Kind, _ words: Words) -> String {
    switch kind {
    case .changed: words("approval.change.changed")
    case .gone: words("approval.change.gone")
    case .added: words("approval.change.added")
    case .withdrawn(let count): words("approval.change.withdrawn", count: count)
    }
  }

  private static func title(_ id: EventID, _ desk: Desk) -> String {
    guard let event = desk.programme.events[id] else { return id.text }
    return [event.start?.dayText ?? "", event.place, event.title].filter { !$0.isEmpty }
      .joined(separator: " · ")
  }
}
