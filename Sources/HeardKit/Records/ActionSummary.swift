import HeardInsight
import HeardModel
import TerminalCanvas

/// What an action is, from what was told to who was told: beside the list and on its own screen.
public enum ActionSummary {
  /// What the action is in words, and a chart of its measure where it has numbers.
  public static func blocks(_ action: FollowUpAction, firstLine: Int = 0, _ desk: Desk) -> [Block] {
    let text = Prose(paragraphs(action, desk), firstLine: firstLine)
    guard let chart = measure(action.measure, desk.words) else { return [.prose(text)] }
    return [.prose(text), .gap, .chart(chart)]
  }

  /// Everything that is known in words, from what was told to what shows that it happened.
  public static func paragraphs(_ action: FollowUpAction, _ desk: Desk) -> [StyledText] {
    let words = desk.words
    var text = [
      StyledText(action.title, .strong), StyledText(kindLine(action, desk), .faint),
    ]
    if !action.conflicts.isEmpty {
      text.append(
        StyledText("! " + words("event.conflicts", count: action.conflicts.count), .bad))
    }
    var parts = [chain(action, desk)]
    if !action.description.isEmpty { parts.append(Prose(action.description).paragraphs) }
    if !action.milestones.isEmpty { parts.append(steps(action, desk)) }
    if !action.evidence.isEmpty {
      parts.append(Prose(words("action.shownBy", ["evidence": action.evidence])).paragraphs)
    }
    for part in parts { text += [""] + part }
    return text
  }

  // In characters: names must not push out what was done and who was told.
  private static let mostOfName = 60

  /// How far it is, what it belongs to, and who answers for it.
  static func kindLine(_ action: FollowUpAction, _ desk: Desk) -> String {
    let formats = desk.formats
    let partners = action.partners.map { desk.programme.organisations[$0]?.name ?? $0.text }
    let staff = action.followedBy.map { desk.programme.team[$0]?.name ?? $0.text }
    let parts =
      action.themes.map { formats.label($0, "theme") }
      + [
        formats.label(action.level, "level"), action.country.map(formats.country) ?? "",
        desk.words.cut(action.owner, to: mostOfName),
        desk.words.list(partners.map { desk.words.cut($0, to: mostOfName) }),
        staff.map { desk.words("action.followedBy", ["name": $0]) } ?? "",
      ]
    return parts.filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// How far it is and by when it is to be done, with the days that it is late.
  public static func dueLine(_ action: FollowUpAction, _ desk: Desk) -> StyledText {
    let words = desk.words
    let isOpen = action.isOpen(on: desk.today)
    let isAhead = action.status.isDone && isOpen
    var text = ActionColumns.status(action.status, isAhead: isAhead, words)
    if let done = action.doneOn, isAhead {
      return text
        + StyledText(
          " · \(desk.formats.date(done)) · \(words("action.stillToCome"))", .warning)
    }
    if let done = action.doneOn, !isOpen {
      return text + StyledText(" · \(desk.formats.date(done))")
    }
    guard let due = action.due else {
      return isOpen
        ? text + StyledText(" · \(words("action.noDay"))", .faint) : text
    }
    text += StyledText(" · \(words("action.dueOn", ["day": desk.formats.date(due)]))")
    if let days = action.daysOverdue(today: desk.today) {
      text += StyledText(" · \(words("waiting.late", count: days))", .bad)
    }
    return text
  }

  /// What was told, what is done, who was told: the chain in lines.
  public static func chain(_ action: FollowUpAction, _ desk: Desk) -> [StyledText] {
    let words = desk.words
    let rows = testimonies(action, desk)
    var lines: [StyledText] = []
    for row in rows.prefix(6) {
      var line = StyledText(words.before("action.heard"), .faint)
      let (name, title) = (ActionOptions.name(row), row.eventTitle)
      line += StyledText(
        "\(words.cut(name, to: mostOfName)) · \(words.cut(title, to: mostOfName))")
      let first = ActionOptions.firstWords(row, desk, length: 60)
      if !first.isEmpty { line += StyledText(" · \(first)", .faint) }
      lines.append(line)
    }
    let more = action.testimonies.count - min(rows.count, 6)
    if more > 0 {
      lines.append(StyledText(words("action.moreHeard", count: more), .faint))
    }
    if action.testimonies.isEmpty {
      let events = action.events.compactMap { desk.programme.events[$0]?.title }
      for title in events {
        lines.append(StyledText(words.before("action.from"), .faint) + StyledText(title))
      }
      if events.isEmpty { lines.append(StyledText(words("action.fromNothing"), .warning)) }
    }
    lines.append(StyledText(words.before("action.then"), .faint) + dueLine(action, desk))
    if !action.reason.isEmpty {
      lines.append(
        StyledText(words.before("action.because"), .faint) + StyledText(action.reason))
    }
    lines.append(toldLine(action, desk))
    return lines
  }

  /// The listed testimonies that an action answers, newest first.
  public static func testimonies(_ action: FollowUpAction, _ desk: Desk) -> [TestimonyRow] {
    if action.testimonies.isEmpty { return [] }
    let wanted = Set(action.testimonies)
    let query = Query(terms: [QueryTerm(.values(.id, action.testimonies.map(\.text)))])
    return desk.insight.testimonies(query, for: ActionOptions.reader(desk))
      .filter { wanted.contains($0.id) }
  }

  private static func toldLine(_ action: FollowUpAction, _ desk: Desk) -> StyledText {
    let words = desk.words
    var text = StyledText(words.before("action.told"), .faint)
    let feedback = action.feedback
    text += ToldCell.line(desk.insight.told(action), isPlanned: feedback.isPlanned, words)
    let details = [
      feedback.deliveredOn.map(desk.formats.day) ?? "", feedback.channel,
      feedback.isTold(on: desk.today) ? "" : feedback.reason, feedback.text,
    ]
    let shown = details.filter { !$0.isEmpty }.joined(separator: " · ")
    return shown.isEmpty ? text : text + StyledText(" · \(shown)")
  }

  private static func steps(_ action: FollowUpAction, _ desk: Desk) -> [StyledText] {
    let heading = StyledText(desk.words("field.milestones"), .title)
    return [heading]
      + action.milestones.map { step in
        let box = StyledText(step.doneOn == nil ? "[ ] " : "[x] ")
        let day = (step.doneOn ?? step.due)?.stored ?? ""
        let isLate = step.doneOn == nil && (step.due.map { $0 < desk.today } ?? false)
        let date = StyledText(day.isEmpty ? "" : "\(day) ", isLate ? .bad : .faint)
        return box + date + StyledText(step.title)
      }
  }

  private static func measure(_ measure: Measure, _ words: Words) -> BarChart? {
    let numbers = [
      ("baseline", measure.baseline), ("target", measure.target), ("current", measure.current),
    ]
    if numbers.allSatisfy({ $0.1 == nil }) { return nil }
    let rows = numbers.map { name, value in
      BarChart.Row(
        words("action.measure.\(name)"), value: value,
        valueText: value.map { StyledText(words.number($0)) } ?? StyledText("?", .faint),
        spoken: value == nil ? words("source.notKnown") : nil)
    }
    let unit = measure.unit.isEmpty ? words("section.measure") : measure.unit
    return BarChart(sentence: StyledText(unit, .title), rows: rows)
  }
}
