import HeardModel
import TerminalCanvas

/// What is known of an event's attendance, to be read: figures first, then the numbers in rows.
public enum AttendanceSummary {
  /// The figures in words, then everything else in one list that scrolls.
  public static func blocks(_ event: Event, _ desk: Desk, cursor: Int? = nil) -> [Block] {
    let rows = rows(event, desk)
    let problems = AttendanceRemarks.problems(event, desk).map {
      Block.notice(Notice(.warning, $0.text))
    }
    let bars = Column("", width: .fill(minimum: 12, weight: 2))
    let table = Table(
      columns: [
        Column("", width: .fixed(8), alignment: .trailing),
        Column("", width: .fill(minimum: 24, weight: 1)), bars,
      ],
      rowCount: rows.count, cursor: rows.isEmpty ? nil : cursor, isFocused: cursor != nil,
      emptyText: StyledText(desk.words("summary.noParts"), .faint), showsHeader: false,
      valuesStandFirst: true
    ) { rows[$0] }
    return [.prose(Prose(figures(event, desk)))] + problems.prefix(3) + [.gap, .table(table)]
  }

  /// How many rows the list has, for moving in it.
  public static func rowCount(_ event: Event, _ desk: Desk) -> Int { rows(event, desk).count }

  private static func figures(_ event: Event, _ desk: Desk) -> [StyledText] {
    let words = desk.words
    var lines = EventSummary.attendanceLines(event, desk).map { StyledText($0) }
    if event.status == .held || event.attendance.tally != nil {
      let first = StyledText(AttendanceRemarks.rule(event, desk), .strong)
      lines = event.status == .held ? [first] + lines.dropFirst() : lines + [first]
    }
    if let inPerson = event.attendance.inPerson, let online = event.attendance.online {
      lines.append(
        StyledText(
          words(
            "event.bothWays",
            ["inPerson": words.number(inPerson), "online": words.number(online)])))
    }
    if !event.attendance.note.isEmpty { lines.append(StyledText(event.attendance.note, .faint)) }
    return lines
  }

  private static func rows(_ event: Event, _ desk: Desk) -> [TableRow] {
    roles(event, desk) + communities(event, desk) + ages(event, desk) + list(event, desk)
      + event.pulses.flatMap { PulseSummary.rows($0, desk) }
  }

  private static func roles(_ event: Event, _ desk: Desk) -> [TableRow] {
    let roles = event.attendance.roles
    let order = desk.programme.taxonomy(.role).entries.map(\.id)
    return part(
      "summary.roles", [:], ordered(roles, order).map { (.role($0.code), $0.count) }, desk)
  }

  private static func list(_ event: Event, _ desk: Desk) -> [TableRow] {
    if event.participations.isEmpty { return [] }
    // Who stands there twice is one.
    let people = event.participations.filter { !event.isMerged($0) }
    let most = people.count
    return [.heading(StyledText(desk.words("summary.list"), .title))]
      + AttendanceStatus.allCases.compactMap { status in
        let count = people.count { $0.status == status }
        return count == 0 ? nil : row(label(status, count, event, desk), count, of: most, desk)
      }
  }

  /// The status, with how many of those who were there do not count as attendances.
  private static func label(
    _ status: AttendanceStatus, _ count: Int, _ event: Event, _ desk: Desk
  ) -> String {
    let name = desk.words("attendance.\(status.stored)")
    let others = status.isAttending ? count - event.listed(desk.programme).count : 0
    return others > 0 ? "\(name), \(desk.words("summary.notCounted", count: others))" : name
  }

  private static func part(
    _ heading: String, _ arguments: [String: String], _ counts: [(AttendanceCell, Int)],
    _ desk: Desk
  ) -> [TableRow] {
    guard let most = counts.map(\.1).max() else { return [] }
    return [.heading(StyledText(desk.words(heading, arguments), .title))]
      + counts.map { cell, count in
        row(cell.label(desk.words, desk.formats, of: desk.programme), count, of: most, desk)
      }
  }

  static func row(_ label: String, _ count: Int, of most: Int, _ desk: Desk) -> TableRow {
    TableRow([
      StyledText(desk.words.number(count), .strong), StyledText(label),
      StyledText(Bars.text(count, of: most, columns: 24, isASCII: desk.settings.usesASCII), .chart),
    ])
  }

  static func ordered(
    _ counts: [Code: Int], _ order: [Code]
  ) -> [(code: Code, count: Int)] {
    let others = counts.keys.filter { !order.contains($0) }.sorted()
    return (order + others).compactMap { code in counts[code].map { (code, $0) } }
  }
}

/// Bars inside the cells of a table.
public enum Bars {
  /// A bar as long as its share; what is there is seen, however little it is.
  public static func text(_ count: Int, of most: Int, columns: Int, isASCII: Bool) -> String {
    guard most > 0, count > 0 else { return "" }
    let glyphs: Glyphs = .chosen(isASCII: isASCII)
    let steps = glyphs.eighths.count
    let share = Double(count) / Double(most) * Double(columns * steps)
    let filled = max(1, Int(share.rounded()))
    let whole = String(repeating: glyphs.eighths[steps - 1], count: filled / steps)
    return filled % steps == 0 ? whole : whole + glyphs.eighths[filled % steps - 1]
  }
}
