import HeardInsight
import HeardModel
import TerminalCanvas

/// What the list of actions can show, column by column.
public enum ActionColumns {
  /// All columns, the usual ones in their order, then those that can be chosen.
  public static let all: [ListColumn<ActionRow>] = usual + more

  private static let usual: [ListColumn<ActionRow>] = [
    ListColumn("due", "actions.due", .words(least: 13, lateness), order: "due") {
      due($0, $1.desk.words)
    },
    ListColumn(
      "title", "actions.title", .text(least: 21, weight: 3), isIdentifying: true, order: "title"
    ) { row, setting in
      setting.desk.mark(.action(row.id))
        + StyledText(row.title, row.status.needsReason ? .faint : .plain)
    },
    ListColumn(
      "country", "actions.country", .fixed(3), priority: 2, order: "country",
      spoken: { row, setting in row.country.map(setting.desk.formats.country) ?? "" }
    ) { row, _ in StyledText(row.country?.stored ?? "–", .faint) },
    ListColumn(
      "themes", "actions.theme", .fixed(6), priority: 3, order: "theme",
      spoken: { row, setting in
        row.themes.map { setting.desk.words("theme.\($0.stored)") }.joined(separator: ", ")
      }
    ) { row, _ in
      let themes = row.themes.map(\.stored)
      return StyledText((themes.first ?? "") + (themes.count > 1 ? "+" : ""), .faint)
    },
    ListColumn(
      "owner", "actions.owner", .text(least: 14, weight: 1), priority: 4, order: "owner"
    ) { row, _ in StyledText(row.owner) },
    ListColumn("status", "actions.status", .words(statuses), order: "status") {
      status($0.status, isAhead: $0.status.isDone && $0.isOpen, $1.desk.words)
    },
    ListColumn(
      "testimonies", "actions.heard", .fixed(4), alignment: .trailing, priority: 1,
      order: "testimonies"
    ) { StyledText($0.testimonies.isEmpty ? "" : $1.desk.words.number($0.testimonies.count)) },
    ListColumn(
      "told", "actions.told", .words(least: 4, ToldCell.texts), priority: 1, order: "told",
      spoken: { ToldCell.spoken($0.told, $1.desk.words) }
    ) { ToldCell.text($0.told, $1.desk.words) },
  ]

  private static let more: [ListColumn<ActionRow>] = [
    detail("level", "field.level", .content(most: 16)) { $1.formats.label($0.level, "level") },
    detail("horizon", "field.horizon", .content(most: 18)) {
      $1.formats.label($0.horizon, "horizon")
    },
    detail("followedBy", "field.followedBy", .text(least: 10, most: 24)) { action, desk in
      action.followedBy.map { desk.programme.team[$0]?.name ?? $0.text } ?? ""
    },
    detail("partners", "field.partners", .text(least: 12, most: 40)) { action, desk in
      desk.words.list(action.partners.map { desk.programme.organisations[$0]?.name ?? $0.text })
    },
    .more("events", "screen.events", .fixed(4), alignment: .trailing) {
      StyledText($0.events.isEmpty ? "" : $1.desk.words.number($0.events.count))
    },
    detail("proposedOn", "field.proposedOn", .fixed(10)) { action, _ in day(action.proposedOn) },
    detail("startedOn", "field.startedOn", .fixed(10)) { action, _ in day(action.startedOn) },
    detail("doneOn", "field.doneOn", .fixed(10)) { action, _ in day(action.doneOn) },
    detail("measure", "actions.measure", .content(most: 24)) { action, desk in
      let measure = action.measure
      if measure == Measure() { return "" }
      let numbers = [measure.current, measure.target].map { $0.map(desk.words.number) ?? "?" }
      return "\(numbers.joined(separator: "/")) \(measure.unit)"
    },
    detail("evidence", "field.evidence", .content(most: 12)) { action, desk in
      desk.words(action.evidence.isEmpty ? "toggle.no" : "toggle.yes")
    },
    detail("reason", "field.reason", .text(least: 12, most: 40)) { action, _ in action.reason },
    .more("id", "cli.id", .text(least: 12)) { row, _ in StyledText(row.id.text, .faint) },
  ]

  /// A column of what stands in the action itself, shown where somebody chose it.
  private static func detail(
    _ id: Code, _ title: String, _ width: ListColumn<ActionRow>.Width,
    _ text: @escaping @Sendable (FollowUpAction, Desk) -> String
  ) -> ListColumn<ActionRow> {
    .more(id, title, width) { row, setting in
      StyledText(setting.desk.programme.actions[row.id].map { text($0, setting.desk) } ?? "")
    }
  }

  @Sendable private static func day(_ date: KnownDate?) -> String { date?.stored ?? "" }

  @Sendable private static func lateness(_ words: Words) -> [String] {
    [words("waiting.late", count: 999)]
  }

  @Sendable private static func statuses(_ words: Words) -> [String] {
    ActionStatus.allCases.map { words("actionStatus.\($0.stored)") } + [words("action.doneAhead")]
  }

  /// The days that an open action is late, else its day.
  public static func due(_ row: ActionRow, _ words: Words) -> StyledText {
    if let days = row.daysOverdue { return StyledText(words("waiting.late", count: days), .bad) }
    guard let due = row.due else { return StyledText(words("date.none"), .faint) }
    return StyledText(due.stored, row.isOpen ? .plain : .faint)
  }

  /// How far an action is; one that is dated as done on a day to come is not done yet.
  static func status(_ status: ActionStatus, isAhead: Bool, _ words: Words) -> StyledText {
    if isAhead { return StyledText(words("action.doneAhead"), .warning) }
    let text = words("actionStatus.\(status.stored)")
    switch status {
    case .done, .verified: return StyledText(text, .good)
    case .declined, .notFeasible, .onHold: return StyledText(text, .faint)
    case .proposed, .agreed, .inProgress: return StyledText(text)
    }
  }
}
