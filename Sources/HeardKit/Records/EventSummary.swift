import HeardInsight
import HeardModel
import TerminalCanvas

/// What an event is, in a few lines: the preview beside lists and the top of the event's screen.
public enum EventSummary {
  /// What it is, how many attended, what came of it, and what is missing.
  public static func blocks(_ event: Event, _ desk: Desk) -> [Block] {
    let words = desk.words
    var blocks: [Block] = [
      .prose(Prose([StyledText(event.title, .strong)])),
      .prose(Prose([StyledText(kindLine(event, desk), .faint)])),
      .prose(Prose([StyledText(placeLine(event, desk))])),
      .gap,
      .prose(Prose(attendanceLines(event, desk).map { StyledText($0) })),
    ]
    if let line = declaredLine(event, words) { blocks.append(.line(StyledText(line, .faint))) }
    blocks.append(.prose(Prose([loopLine(event, desk)])))
    if let lock = desk.programme.lock(of: event) {
      blocks.append(.notice(Notice(.info, words.notice(lock, desk.formats))))
    }
    if event.status == .held, let shortfall = AccessWords.shortfall(event, words) {
      blocks.append(.notice(Notice(.warning, words.labelled(words("closeOut.access"), shortfall))))
    }
    let gaps = gapsLine(event, desk)
    if !gaps.isEmpty { blocks.append(.notice(Notice(.warning, gaps))) }
    if !event.conflicts.isEmpty {
      blocks.append(
        .notice(Notice(.bad, words("event.conflicts", count: event.conflicts.count))))
    }
    if !event.summary.isEmpty { blocks += [.gap, .prose(Prose(event.summary))] }
    return blocks
  }

  static func kindLine(_ event: Event, _ desk: Desk) -> String {
    let formats = desk.formats
    let parts = [
      formats.label(event.status, "status"),
      event.type.map { formats.label($0, in: .eventType, of: desk.programme) },
      event.involvement.map { formats.label($0, "involvement") },
      event.format.map { formats.label($0, "format") },
      confidentiality(event, desk),
    ]
    return parts.compactMap { $0 }.joined(separator: " · ")
  }

  /// What may be told, where that is not everything; where nobody said, what that counts as.
  private static func confidentiality(_ event: Event, _ desk: Desk) -> String? {
    switch event.confidentiality {
    case .open: nil
    case nil: desk.words("confidentiality.notKnown")
    case let known?: desk.formats.label(known, "confidentiality")
    }
  }

  /// Place, country, start and end, and the languages, in one line.
  public static func placeLine(_ event: Event, _ desk: Desk) -> String {
    let country = desk.formats.country(event.country)
    var date = desk.formats.date(event.start)
    if let end = event.end, let minute = end.minuteOfDay,
      event.start?.exactDay == end.exactDay
    {
      date += "–\(desk.formats.time(minute))"
    } else if let end = event.end, end.dayText != event.start?.dayText {
      date += " – \(desk.formats.date(end))"
    }
    let languages = desk.words.list(event.languages.map(desk.formats.language))
    let place = desk.words.list([event.place, country])
    return [place, date, languages].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// How many attended and how that is known.
  public static func attendanceLines(_ event: Event, _ desk: Desk) -> [String] {
    let words = desk.words
    guard event.status == .held else {
      return [
        event.attendance.tally.map { words("event.notHeldCounted", count: $0) }
          ?? words("event.notHeld")
      ]
    }
    let figure = event.attendanceFigure(roles: desk.programme.taxonomy(.role))
    var lines: [String] = []
    if let count = figure.count {
      lines.append(words("event.attended.\(figure.source.stored)", count: count))
    } else {
      lines.append(words("event.attended.notKnown"))
    }
    if let inPerson = event.attendance.inPerson, let online = event.attendance.online {
      let ways = words(
        "event.bothWays", ["inPerson": words.number(inPerson), "online": words.number(online)])
      lines[0] = words.inARow([lines[0], ways])
    }
    if let crowd = event.attendance.hostCrowd {
      lines.append(words("event.hostCrowd", count: crowd))
    }
    return lines
  }

  static func declaredLine(_ event: Event, _ words: Words) -> String? {
    guard let answered = event.attendance.declared.answered else { return nil }
    return words("event.declared", count: answered)
  }

  /// What was said, done and told: the chain in one line.
  static func loopLine(_ event: Event, _ desk: Desk) -> StyledText {
    let words = desk.words
    let row = desk.insight.row(of: event.id)
    let text = StyledText(
      [
        words("count.testimonies", count: row?.testimonies ?? 0),
        words(
          "count.actionsDone", count: row?.actions ?? 0,
          ["done": words.number(row?.actionsDone ?? 0)]),
      ].joined(separator: " · ") + " · ")
    if event.isBeforeHeard && row?.told == .nothing {
      return text + StyledText(words("event.told.beforeHeard"), .faint)
    }
    return text + ToldCell.line(row?.told ?? .nothing, words)
  }

  static func gapsLine(_ event: Event, _ desk: Desk) -> String {
    let gaps = desk.insight.row(of: event.id)?.gaps ?? []
    if gaps.isEmpty { return "" }
    let names = desk.words.list(gaps.map { desk.words("gap.\($0.rawValue)") })
    return desk.words("event.gaps", ["gaps": names])
  }
}
