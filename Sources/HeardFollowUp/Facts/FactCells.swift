import HeardKit
import HeardModel
import TerminalCanvas

/// One fact in full, beside the list of all, and the cells in which it stands there.
enum FactCells {
  static func preview(_ fact: ProgrammeFact, _ desk: Desk) -> [Block] {
    let words = desk.words
    let about = [
      kind(fact, words), fact.country.map(desk.formats.country) ?? "", fact.place, span(fact, desk),
    ]
    var blocks: [Block] = [
      .prose(Prose([StyledText(fact.title, .strong)])),
      .prose(Prose([StyledText(about.filter { !$0.isEmpty }.joined(separator: " · "), .faint)])),
    ]
    let value = value(fact, words)
    if !value.isEmpty { blocks.append(.prose(Prose([StyledText(value, .strong)]))) }
    if fact.isDerived { blocks.append(.prose(Prose(words("fact.isDerived")))) }
    let named = [
      ("field.organisation", fact.organisation.map { organisation($0, desk) } ?? ""),
      ("field.provenanceSource", fact.provenance.source),
    ].filter { !$0.1.isEmpty }
    let lines = named.map { StyledText("\(words($0.0))  ", .faint) + StyledText($0.1) }
    if !lines.isEmpty { blocks.append(.prose(Prose(lines))) }
    // It may be longer than the room for it: what is short stands above.
    if !fact.text.isEmpty { blocks += [.gap, .prose(Prose(fact.text))] }
    return blocks
  }

  static func kind(_ fact: ProgrammeFact, _ words: Words) -> String {
    words("factKind.\(fact.kind.rawValue)")
  }

  static func organisation(_ id: OrganisationID, _ desk: Desk) -> String {
    desk.programme.organisations[id]?.name ?? id.text
  }

  /// From when till when, as exact as known; one day where there is one.
  static func span(_ fact: ProgrammeFact, _ desk: Desk) -> String {
    let days = [fact.from, fact.to].map { $0.map { desk.formats.date($0) } ?? "" }
    return days[1].isEmpty ? days[0] : days.joined(separator: " – ")
  }

  /// The amount and the number, with what they are of.
  static func value(_ fact: ProgrammeFact, _ words: Words) -> String {
    var values: [String] = []
    if let amount = fact.amount {
      let money = "\(words.number(amount)) \(fact.currency?.stored ?? "?")"
      values.append(fact.isUpTo ? words("fact.upTo", ["amount": money]) : money)
    }
    if fact.number != nil { values.append(trimmed("\(number(fact, words)) \(fact.unit)")) }
    return words.list(values)
  }

  /// The number with the signs of the language.
  private static func number(_ fact: ProgrammeFact, _ words: Words) -> String {
    let parts = fact.numberText.split(separator: ".").map(String.init)
    let whole = words.number(parts.first.flatMap { Int($0) } ?? 0)
    return parts.count < 2 ? whole : whole + words("number.decimalSign") + parts[1]
  }
}
