import HeardInsight
import HeardModel

/// What an action can be linked with, under labels that can stand in a row with commas.
public enum ActionOptions {
  /// The testimonies, newest first, with those that the action answers already.
  ///
  /// The first words stand there only where this person may read them and nothing warns of them.
  public static func testimonies(_ action: FollowUpAction, _ desk: Desk) -> [FieldOption] {
    let rows = desk.insight.testimonies(Query(), for: reader(desk))
    let listed = rows.map { row in
      FieldOption(
        row.id.text,
        label([name(row), desk.words.cut(row.eventTitle, to: 32), firstWords(row, desk)]))
    }
    let known = Set(rows.map(\.id))
    let others = action.testimonies.filter { !known.contains($0) }
      .map { FieldOption($0.text, label([desk.words("action.notShown"), $0.text])) }
    return (listed + others).distinct
  }

  /// The events, newest first, with those that the action has already.
  public static func events(_ action: FollowUpAction, _ desk: Desk) -> [FieldOption] {
    let rows = desk.insight.events()
    let listed = rows.map { row in
      FieldOption(
        row.id.text,
        label([row.start?.dayText ?? "", row.place, desk.words.cut(row.title, to: 48)]))
    }
    let known = Set(rows.map(\.id))
    let others = action.events.filter { !known.contains($0) }
    return (listed + others.map { FieldOption($0.text, $0.text) }).distinct
  }

  /// The team, with who follows the action already although they have left.
  public static func staff(_ action: FollowUpAction, _ desk: Desk) -> [FieldOption] {
    let options = desk.staffOptions(action.country)
    guard let staff = action.followedBy, !options.contains(where: { $0.value == staff.text })
    else { return options }
    let name = desk.programme.team[staff]?.name ?? staff.text
    return (options + [FieldOption(staff.text, name)]).distinct
  }

  /// Who reads: what this person does stands in the team's own list, not in their settings.
  public static func reader(_ desk: Desk) -> Reader {
    let staff = desk.settings.staff
    return Reader(staff: staff, roles: staff.flatMap { desk.programme.team[$0]?.roles } ?? [])
  }

  /// The speaker's pseudonym, else the testimony's id.
  public static func name(_ row: TestimonyRow) -> String {
    row.pseudonym.isEmpty ? row.id.text : row.pseudonym
  }

  /// The beginning of the words; empty where they may not be read or nobody should meet them
  /// unasked.
  public static func firstWords(_ row: TestimonyRow, _ desk: Desk, length: Int = 44) -> String {
    if row.hasWarning != false { return "" }
    return desk.insight.excerpt(of: row.id, for: reader(desk), length: length)?.text ?? ""
  }

  // Short and in one piece, whatever stands in a title.
  private static func label(_ parts: [String]) -> String {
    parts.filter { !$0.isEmpty }.joined(separator: " · ")
      .split(whereSeparator: { ",;、，；".contains($0) || $0.isWhitespace }).joined(separator: " ")
  }
}
