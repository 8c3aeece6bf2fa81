import HeardInsight
import HeardModel
import TerminalCanvas

/// What the list of people can show, column by column.
public enum PersonColumns {
  /// All columns, the usual ones in their order, then those that can be chosen.
  public static let all: [ListColumn<PersonRow>] = [
    ListColumn(
      "pseudonym", "people.pseudonym", .text(least: 14, weight: 2), isIdentifying: true
    ) { row, _ in StyledText(name(row)) },
    ListColumn("events", "people.events", .fixed(6), alignment: .trailing) {
      StyledText($1.desk.words.number($0.events))
    },
    ListColumn("attended", "people.attended", .fixed(8), alignment: .trailing) {
      StyledText($1.desk.words.number($0.attended))
    },
    ListColumn("testimonies", "people.testimonies", .fixed(5), alignment: .trailing) {
      StyledText($0.testimonies == 0 ? "" : $1.desk.words.number($0.testimonies))
    },
    ListColumn("first", "people.first", .fixed(10), priority: 2) {
      StyledText($0.first?.dayText ?? $1.desk.words("date.none"), .faint)
    },
    ListColumn("last", "people.last", .fixed(10), priority: 1) {
      StyledText($0.last?.dayText ?? $1.desk.words("date.none"), .faint)
    },
    ListColumn("roles", "people.roles", .text(least: 12, weight: 2), priority: 3) {
      StyledText($1.desk.labels($0.roles, .role))
    },
    .more("id", "cli.id", .text(least: 12)) { row, _ in StyledText(row.id.text, .faint) },
  ]

  /// The newest pseudonym; the id of somebody who has none.
  public static func name(_ row: PersonRow) -> String {
    row.pseudonym.isEmpty ? row.id.text : row.pseudonym
  }
}
