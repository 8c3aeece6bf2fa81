import HeardInsight
import HeardKit
import HeardModel
import TerminalCanvas

/// What the list of events can show, column by column.
enum EventColumns {
  static let all: [ListColumn<EventRow>] = usual + about + people + afterwards

  private static let usual: [ListColumn<EventRow>] = [
    ListColumn("start", "events.date", .fixed(10), isIdentifying: true, order: "start") {
      StyledText($0.start?.dayText ?? $1.desk.words("date.none"), .faint)
    },
    ListColumn(
      "place", "events.place", .text(least: 12, most: 24), priority: 1, order: "place",
      spoken: { row, setting in
        let place = [row.place, setting.desk.formats.country(row.country)].filter { !$0.isEmpty }
        return place.joined(separator: ", ")
      }
    ) { row, _ in
      let country = row.country?.stored ?? "--"
      return StyledText(row.place.isEmpty ? country : "\(country) \(row.place)")
    },
    ListColumn(
      "title", "events.title", .text(least: 16, weight: 8), isIdentifying: true, order: "title"
    ) { row, setting in
      setting.desk.mark(.event(row.id)) + lockSign(row, setting.desk)
        + StyledText(
          row.title, row.status == .cancelled || row.status == .postponed ? .faint : .plain)
    },
    ListColumn(
      "status", "events.status", .words(statuses), priority: 6, leastRoom: 120, order: "status"
    ) { row, setting in
      StyledText(
        setting.desk.words("status.\(row.status.stored)"), row.status == .held ? .faint : .plain)
    },
    ListColumn(
      "attendances", "events.attended", .words(least: 9, statuses), alignment: .trailing,
      order: "attendances", spoken: attendedSpoken,
      cell: attended),
    ListColumn(
      "testimonies", "events.said", .fixed(4), alignment: .trailing, priority: 2,
      order: "testimonies"
    ) { StyledText($0.testimonies == 0 ? "" : $1.desk.words.number($0.testimonies)) },
    ListColumn(
      "actions", "events.done", .fixed(4), alignment: .trailing, priority: 2, order: "actions",
      spoken: done
    ) { row, _ in StyledText(row.actions == 0 ? "" : "\(row.actionsDone)/\(row.actions)") },
    ListColumn(
      "told", "events.told", .words(least: 4, ToldCell.texts), priority: 2, order: "told",
      spoken: { ToldCell.spoken($0.told, $1.desk.words) }
    ) { ToldCell.text($0.told, $1.desk.words) },
    ListColumn(
      "closedOut", "events.closedOut", .words(least: 7, gaps), priority: 5, leastRoom: 100
    ) {
      closedOut($0, $1.desk.words)
    },
  ]

  private static let about: [ListColumn<EventRow>] = [
    detail("type", "field.type", .content(most: 22)) {
      $1.formats.label($0.type, in: .eventType, of: $1.programme)
    },
    detail("format", "field.format", .content(most: 14)) { $1.formats.label($0.format, "format") },
    detail("involvement", "field.involvement", .content(most: 22)) {
      $1.formats.label($0.involvement, "involvement")
    },
    detail("confidentiality", "field.confidentiality", .content(most: 20)) {
      $1.formats.label($0.confidentiality, "confidentiality")
    },
    detail("topics", "field.topics", text) { event, desk in
      desk.labels(event.topics, .topic)
    },
    detail("aboutCommunities", "field.aboutCommunities", text) { event, desk in
      desk.labels(event.aboutCommunities, .community)
    },
    detail("series", "field.series", text) { event, _ in
      [event.series.name, event.series.number.map { "\($0)" } ?? ""].filter { !$0.isEmpty }
        .joined(separator: " ")
    },
    detail("end", "field.end", .fixed(10)) { event, _ in event.end?.dayText ?? "" },
    detail("country", "field.country", .content(most: 18)) {
      $0.country == nil ? "" : $1.formats.country($0.country)
    },
    detail("region", "field.region", .text(least: 8, most: 24)) { event, _ in event.region },
    detail("venue", "field.venue", text) { event, _ in event.venue },
  ]

  private static let people: [ListColumn<EventRow>] = [
    detail("languages", "field.languages", text) { event, desk in
      desk.words.list(event.languages.map(desk.formats.language))
    },
    detail("interpreters", "field.interpreters", text) { event, desk in
      desk.words.list(event.interpreters.map(desk.formats.language))
    },
    detail("partners", "field.partners", text) { $1.partners(of: $0) },
    detail("facilitators", "field.facilitators", text) { $1.facilitators(of: $0) },
    detail("capacity", "field.capacity", .content(most: 9), alignment: .trailing) {
      $0.capacity.map($1.words.number) ?? ""
    },
  ]

  private static let afterwards: [ListColumn<EventRow>] = [
    .more("attendanceSource", "cli.attendanceSource", .content(most: 18)) { row, setting in
      let source = setting.desk.formats.label(row.figure.source, "source")
      return StyledText(row.status == .held ? source : "", .faint)
    },
    .more("missing", "cli.missing", text) { StyledText(lacks($0, $1.desk), .warning) },
    detail("summary", "field.summary", .content(most: 12)) { event, desk in
      event.status == .held
        ? desk.words(event.summary.isEmpty ? "toggle.no" : "toggle.yes") : ""
    },
    detail("feedbackDue", "field.feedbackDue", .fixed(10)) { event, _ in
      event.feedback.due?.stored ?? ""
    },
    .more("id", "cli.id", .text(least: 12)) { row, _ in StyledText(row.id.text, .faint) },
  ]

  private static let text = ListColumn<EventRow>.Width.text(least: 12, weight: 2, most: 40)

  /// A column of what stands in the event itself, shown where somebody chose it.
  private static func detail(
    _ id: Code, _ title: String, _ width: ListColumn<EventRow>.Width,
    alignment: Column.Alignment = .leading,
    _ text: @escaping @Sendable (Event, Desk) -> String
  ) -> ListColumn<EventRow> {
    .more(id, title, width, alignment: alignment) { row, setting in
      StyledText(setting.desk.programme.events[row.id].map { text($0, setting.desk) } ?? "")
    }
  }

  @Sendable private static func statuses(_ words: Words) -> [String] {
    EventStatus.allCases.map { words("status.\($0.stored)") }
  }

  /// A number of attendances with the sign of its source: `=` listed, `~` estimated, `"` reported;
  /// of an event that was not held its status, unless that has a column of its own.
  @Sendable private static func attended(_ row: EventRow, _ setting: CellSetting) -> StyledText {
    let words = setting.desk.words
    guard row.status == .held else {
      return setting.shows("status")
        ? "" : StyledText(words("status.\(row.status.stored)"), .faint)
    }
    guard let count = row.figure.count else { return StyledText("?", .warning) }
    // Counted has no sign; its place stays free, so that the numbers stand below each other.
    let sign = words("sign.\(row.figure.source.stored)")
    return StyledText(words.number(count)) + StyledText(sign.isEmpty ? "  " : " \(sign)", .faint)
  }

  /// The number in words with how it is known; a status stands there only for want of a column.
  @Sendable private static func attendedSpoken(_ row: EventRow, _ setting: CellSetting) -> String {
    let words = setting.desk.words
    guard row.status == .held else {
      return setting.shows("status") ? "" : words("status.\(row.status.stored)")
    }
    let source = words("source.\(row.figure.source.stored)")
    return row.figure.count.map { "\(words.number($0)), \(source)" } ?? source
  }

  @Sendable private static func done(_ row: EventRow, _ setting: CellSetting) -> String {
    if row.actions == 0 { return "" }
    let words = setting.desk.words
    return words(
      "list.shown", ["n": words.number(row.actionsDone), "all": words.number(row.actions)])
  }

  /// The sign before the title of an event whose quarter is locked.
  private static func lockSign(_ row: EventRow, _ desk: Desk) -> StyledText {
    desk.programme.lock(of: row) == nil ? "" : StyledText(desk.words("lock.sign") + " ", .faint)
  }

  @Sendable private static func gaps(_ words: Words) -> [String] {
    [words("events.isClosedOut"), words("events.gaps", count: 9)]
  }

  /// Whether it is closed out, else how much is missing.
  private static func closedOut(_ row: EventRow, _ words: Words) -> StyledText {
    if row.status != .held { return "" }
    if row.isBeforeHeard { return StyledText("–", .faint) }
    return row.gaps.isEmpty
      ? StyledText(words("events.isClosedOut"), .good)
      : StyledText(words("events.gaps", count: row.gaps.count), .warning)
  }

  /// What a held event lacks to be closed out, or what one that comes still has to arrange.
  private static func lacks(_ row: EventRow, _ desk: Desk) -> String {
    if row.status == .held {
      return desk.words.list(row.gaps.map { desk.words("gap.\($0.rawValue)") })
    }
    guard let event = desk.programme.events[row.id], event.isComing(today: desk.today) else {
      return ""
    }
    let needed = event.access.filter { $0.value == .needed }.map(\.key).sorted()
    return desk.labels(needed, .access)
  }
}
