import HeardInsight
import HeardModel

extension Words {
  /// What the programme has published, and what is logged in the same time and countries, in
  /// sentences.
  ///
  /// Nothing is subtracted: attendances are no people, and nobody knows which of the published
  /// events are among those logged.
  public func published(_ comparison: PublishedComparison) -> [String] {
    var sentences = [says(comparison.published), logged(comparison)]
    if comparison.onlyPublished.held > 0 {
      sentences.append(self("published.only", numbers(comparison.onlyPublished)))
    }
    if comparison.outside.held > 0 {
      sentences.append(self("published.outside", numbers(comparison.outside)))
    }
    if comparison.uncertain.held > 0 {
      sentences.append(self("published.uncertain", numbers(comparison.uncertain)))
    }
    return sentences
  }

  /// Attendances by how they are known, the ways that there are.
  public func sources(_ totals: EventTotals) -> String {
    list(
      FigureSource.allCases.filter { totals.attendances[$0] > 0 }.map { source in
        self("home.source.\(source.stored)", ["n": number(totals.attendances[source])])
      })
  }

  private func says(_ published: PublishedTotals) -> String {
    var what: [String] = []
    if let events = published.events { what.append(self("count.events", count: events)) }
    if let participants = published.participants {
      let unit = published.unit?.stored ?? "participants"
      let least = published.isAtLeast ? ".atLeast" : ""
      what.append(self("published.\(unit)\(least)", ["n": number(participants)]))
    }
    // Free words of a file that people write by hand: one line of them, and not too much.
    let scope = published.scope.split(whereSeparator: \.isNewline).joined(separator: " ")
    let of = [span(published), cut(scope, to: 80)].filter { !$0.isEmpty }
    return of.isEmpty
      ? self("published.says", ["what": list(what)])
      : self("published.saysOf", ["of": list(of), "what": list(what)])
  }

  private func span(_ published: PublishedTotals) -> String {
    let (from, to) = (published.from?.dayText ?? "", published.to?.dayText ?? "")
    if from.isEmpty && to.isEmpty { return "" }
    if to.isEmpty { return self("published.from", ["from": from]) }
    return self(
      from.isEmpty ? "published.until" : "published.span", ["from": from, "to": to])
  }

  private func logged(_ comparison: PublishedComparison) -> String {
    let totals = comparison.logged
    let involved = [
      ("organised", comparison.organised), ("tookPart", comparison.tookPart),
      ("involvementNotKnown", comparison.involvementNotKnown),
    ].filter { $0.1 > 0 }.map { self("published.\($0.0)", ["n": number($0.1)]) }
    var known = [sources(totals)].filter { !$0.isEmpty }
    if totals.notKnown > 0 { known.append(self("home.notKnown", count: totals.notKnown)) }
    let events = self("count.events", count: totals.held)
    let isOtherUnit = comparison.published.unit != .attendances
    return self(
      isOtherUnit ? "published.loggedNotPeople" : "published.logged",
      [
        "events": involved.isEmpty
          ? events : self("published.involved", ["events": events, "parts": list(involved)]),
        "known": known.isEmpty ? number(0) : list(known),
      ])
  }

  private func numbers(_ totals: EventTotals) -> [String: String] {
    [
      "events": self("count.events", count: totals.held),
      "attendances": self("count.attendances", count: totals.attendances.total),
    ]
  }
}
