import HeardInsight
import HeardModel
import TerminalCanvas

/// One organisation in full, beside the list of all.
enum OrganisationCells {
  static func preview(_ row: OrganisationRow, _ desk: Desk) -> [Block] {
    let words = desk.words
    guard let organisation = desk.programme.organisations[row.id] else { return [] }
    let about = [
      row.kind.map { OrganisationFields.label($0, words) } ?? "",
      row.country.map(desk.formats.country) ?? "", organisation.website,
    ]
    var blocks: [Block] = [
      .prose(Prose([StyledText(row.name, .strong)])),
      .prose(Prose([StyledText(about.filter { !$0.isEmpty }.joined(separator: " · "), .faint)])),
    ]
    if !organisation.note.isEmpty { blocks += [.gap, .prose(Prose(organisation.note))] }
    if !organisation.support.isEmpty {
      let entries = organisation.support.sorted { ($0.year ?? 0) > ($1.year ?? 0) }
      blocks += [
        .gap,
        .prose(
          Prose(
            [StyledText(words("field.support"), .title)]
              + [StyledText(words.list(sums(row, words)), .strong)]
              + entries.map { StyledText(entry($0, desk)) })),
      ]
    }
    let events = row.events.compactMap { desk.programme.events[$0] }
      .sorted { ($1.start?.dayText ?? "", $0.id) < ($0.start?.dayText ?? "", $1.id) }
    if !events.isEmpty {
      blocks += [
        .gap,
        .prose(
          Prose(
            [StyledText(words("screen.events"), .title)]
              + events.map { event in
                StyledText("\(event.start?.dayText ?? words("date.none")) ", .faint)
                  + StyledText(event.title)
              })),
      ]
    }
    return blocks
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

extension Desk {
  /// Removes an organisation that no record names; undo brings it back.
  mutating func remove(organisation id: OrganisationID) {
    guard let organisation = programme.organisations[id] else { return }
    let isNamed =
      programme.events.values.contains { event in
        event.partners.contains { $0.id == id }
          || event.participations.contains { $0.organisation == id }
      }
      || programme.actions.values.contains { $0.partners.contains(id) }
      || programme.notices.values.contains { $0.partners.contains(id) }
    guard !isNamed else { return refuse(words("organisation.hasRecords")) }
    if let change = Change(
      .removed(kind: .organisation, title: organisation.name),
      before: .organisation(organisation), after: nil)
    {
      self.change(change)
    }
  }
}
