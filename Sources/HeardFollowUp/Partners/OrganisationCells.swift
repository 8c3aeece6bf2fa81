import HeardInsight
import HeardKit
import HeardModel
import TerminalCanvas

/// One organisation in full, beside the list of all.
enum OrganisationCells {
  static func preview(_ row: OrganisationRow, _ desk: Desk) -> [Block] {
    let events = events(of: row.id, desk).filter { row.events.contains($0.id) }
    let about = about(row.id, desk)
    if events.isEmpty { return about }
    let lines = events.map { event in
      let cells = part(of: row.id, in: event.id, desk).cells
      return StyledText("\(cells[0].text) ", .faint)
        + StyledText(
          [cells[1], cells[2], cells[3]].map(\.text).filter { !$0.isEmpty }
            .joined(separator: " · "))
    }
    return about + [
      .gap, .prose(Prose([StyledText(desk.words("screen.events"), .title)] + lines)),
    ]
  }

  /// What it is, since when it takes part, and what it was given.
  static func about(_ id: OrganisationID, _ desk: Desk) -> [Block] {
    let words = desk.words
    guard let organisation = desk.programme.organisations[id] else { return [] }
    let about = [
      organisation.kind.map { OrganisationFields.label($0, words) } ?? "",
      organisation.country.map(desk.formats.country) ?? "", organisation.website,
    ]
    var blocks: [Block] = [
      .prose(Prose([StyledText(organisation.name, .strong)])),
      .prose(Prose([StyledText(about.filter { !$0.isEmpty }.joined(separator: " · "), .faint)])),
    ]
    if let line = since(id, desk) { blocks.append(.prose(Prose([StyledText(line)]))) }
    if !organisation.note.isEmpty { blocks += [.gap, .prose(Prose(organisation.note))] }
    if !organisation.support.isEmpty {
      let entries = organisation.support.sorted { ($0.year ?? 0) > ($1.year ?? 0) }
      let row = desk.insight.organisations(Query("id:\(id.text)")).first { $0.id == id }
      blocks += [
        .gap,
        .prose(
          Prose(
            [StyledText(words("field.support"), .title)]
              + [StyledText(words.list(row.map { sums($0, words) } ?? []), .strong)]
              + entries.map { StyledText(entry($0, desk)) })),
      ]
    }
    return blocks
  }

  /// The events in which it had a part, the newest first.
  static func events(of id: OrganisationID, _ desk: Desk) -> [Event] {
    desk.programme.events.values.filter { event in event.partners.contains { $0.id == id } }
      .sorted { ($1.start?.dayText ?? "", $0.id) < ($0.start?.dayText ?? "", $1.id) }
  }

  /// Its part in one event: when, where, which event, in which role.
  static func part(of id: OrganisationID, in event: EventID, _ desk: Desk) -> TableRow {
    guard let event = desk.programme.events[event] else { return .note("") }
    let roles = event.partners.filter { $0.id == id }.flatMap(\.roles)
      .map { desk.formats.label($0, in: .partnerRole, of: desk.programme) }
    let country = event.country?.stored ?? "--"
    let place = [event.place, desk.formats.country(event.country)].filter { !$0.isEmpty }
    return TableRow(
      [
        StyledText(event.start?.dayText ?? desk.words("date.none"), .faint),
        StyledText(event.place.isEmpty ? country : "\(country) \(event.place)"),
        StyledText(event.title), StyledText(desk.words.list(roles)),
      ], spoken: [1: place.joined(separator: ", ")])
  }

  /// In how many events and countries it had a part, and since when; nil for none.
  private static func since(_ id: OrganisationID, _ desk: Desk) -> String? {
    let events = events(of: id, desk)
    guard let first = events.compactMap(\.start).min() else { return nil }
    let countries = Set(events.compactMap(\.country))
    return desk.words(
      "organisation.partSince",
      [
        "events": desk.words("count.events", count: events.count),
        "countries": desk.words("count.countries", count: countries.count),
        "date": desk.formats.date(KnownDate(stored: first.dayText)),
      ])
  }

  private static func entry(_ entry: PartnerSupport, _ desk: Desk) -> String {
    let amount = entry.amount.map(desk.words.number) ?? "?"
    let parts = [
      entry.year.map(String.init) ?? "", entry.country.map(desk.formats.country) ?? "",
      "\(amount) \(entry.currency?.stored ?? "")", entry.purpose,
    ]
    return parts.map(trimmed).filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// The sum of the first currency, and how many others there are; sums are never added up.
  static func support(_ row: OrganisationRow, _ words: Words) -> String {
    guard let first = sums(row, words).first else { return "" }
    return row.support.count > 1 ? "\(first) +\(row.support.count - 1)" : first
  }

  private static func sums(_ row: OrganisationRow, _ words: Words) -> [String] {
    row.support.map { "\(words.number($0.amount)) \($0.currency?.stored ?? "?")" }
  }
}
