import HeardExchange
import HeardKit
import HeardModel
import TerminalCanvas

/// One row of a sheet as cells of a table.
enum ImportCells {
  static func columns(_ subject: ImportSubject, _ words: Words) -> [Column] {
    let line = Column(words("import.heading.line"), width: .fixed(5), alignment: .trailing)
    let state = Column(words("import.heading.state"), width: .fixed(13))
    switch subject {
    case .events:
      return [
        line, state, Column("", width: .fixed(1)),
        Column(words("events.date"), width: .fixed(10)),
        Column(words("events.place"), width: .fixed(12), priority: 1),
        Column(words("events.title"), width: .fill(minimum: 14, weight: 1)),
        Column(words("events.attended"), width: .fixed(8), alignment: .trailing, priority: 2),
      ]
    case .people:
      return [
        line, state,
        Column(words("people.pseudonym"), width: .fill(minimum: 14, weight: 1)),
        Column(words("people.status"), width: .fixed(12)),
        Column(words("people.roles"), width: .fill(minimum: 14, weight: 1), priority: 1),
      ]
    }
  }

  static func row(_ row: ImportRow, _ desk: Desk) -> TableRow {
    let style: Style =
      switch row.state {
      case .ready: .plain
      case .doubtful: row.choice == nil ? .warning : .plain
      case .here: row.differs.isEmpty ? .faint : row.choice == nil ? .warning : .plain
      case .listed, .skipped: .faint
      }
    let first = [
      StyledText(String(row.line), .faint), StyledText(desk.words.state(of: row), style),
    ]
    if let person = row.person { return TableRow(first + cells(person, row.isPerson, desk)) }
    let place = [row.event?.country?.stored ?? "", row.event?.place ?? ""]
    let title = row.event.map { $0.title } ?? row.cells.joined(separator: " ")
    let isOff = !row.isTaken && row.doubts.isEmpty
    let isHeld = !row.held.isEmpty
    return TableRow(
      first + [
        StyledText(isHeld ? "#" : "", .warning),
        StyledText(row.event?.start?.dayText ?? "", .faint),
        StyledText(place.filter { !$0.isEmpty }.joined(separator: " ")),
        StyledText(title, isOff ? .faint : .plain),
        StyledText(row.event?.attendance.tally.map(desk.words.number) ?? ""),
      ], spoken: isHeld ? [2: desk.words("import.held.mark")] : [:])
  }

  /// A person as they will be listed: never by a name of the sheet.
  private static func cells(
    _ person: ImportedPerson, _ known: PersonID?, _ desk: Desk
  ) -> [StyledText] {
    let part = person.participation
    let pseudonym =
      known.flatMap { desk.insight.person($0)?.pseudonym } ?? part.pseudonym
    let roles = part.roles.map { desk.formats.label($0, in: .role, of: desk.programme) }
    return [
      pseudonym.isEmpty
        ? StyledText(desk.words("import.noPseudonym"), .faint) : StyledText(pseudonym),
      StyledText(desk.words("attendance.\(part.status.stored)"), .faint),
      StyledText(desk.words.list(roles)),
    ]
  }
}
