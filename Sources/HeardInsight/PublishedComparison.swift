import HeardModel

/// What is logged in the period and the countries of what the programme has published.
///
/// What was published is no evidence for itself, so events known from a publication alone stand
/// apart, as does what lies outside and what may.
public struct PublishedComparison: Hashable, Sendable {
  /// What the programme has published.
  public let published: PublishedTotals
  /// The held events within it.
  public let logged: EventTotals
  /// Of those the ones that the programme made, by itself or with others.
  public let organised: Int
  /// Of those the ones of others, in which it took part.
  public let tookPart: Int
  /// Held events that are known from a publication alone.
  public let onlyPublished: EventTotals
  /// Held events of another time, or in a country that is none of the programme's.
  public let outside: EventTotals
  /// Held events of which it is not known whether they lie within it.
  public let uncertain: EventTotals

  /// Events within it of which it is not known whose they are; in neither of the two sums.
  public var involvementNotKnown: Int { logged.held - organised - tookPart }
}

extension Insight {
  /// What is logged beside what was published; nil when nothing was.
  ///
  /// Of the scope, which is told in words, the comparison follows the programme's countries.
  public var publishedComparison: PublishedComparison? {
    let published = programme.settings.published
    guard published.events != nil || published.participants != nil else { return nil }
    var parts: [Part: [EventRow]] = [:]
    for (event, row) in zip(events, rows) where event.status == .held {
      parts[part(of: event, published), default: []].append(row)
    }
    func totals(_ part: Part) -> EventTotals { self.totals(of: parts[part] ?? []) }
    func count(_ involvements: Set<Involvement>) -> Int {
      (parts[.within] ?? []).count { row in row.involvement.map(involvements.contains) ?? false }
    }
    return PublishedComparison(
      published: published, logged: totals(.within),
      organised: count([.organised, .coOrganised]), tookPart: count([.participated]),
      onlyPublished: totals(.onlyPublished), outside: totals(.outside),
      uncertain: totals(.uncertain))
  }

  private enum Part { case within, onlyPublished, outside, uncertain }

  private func part(of event: Event, _ published: PublishedTotals) -> Part {
    if event.provenance.kind == .published { return .onlyPublished }
    let lies = [published.holds(event.start), isOfProgramme(event.country)]
    if lies.contains(false) { return .outside }
    return lies.contains(nil) ? .uncertain : .within
  }

  /// Whether a country is one of the programme's; nil where the country is not known.
  private func isOfProgramme(_ country: CountryCode?) -> Bool? {
    let own = programme.settings.countries
    return own.isEmpty ? true : country.map(own.contains)
  }
}

extension PublishedTotals {
  /// Whether a date lies in the period; nil where it may, as far as it is known.
  func holds(_ date: KnownDate?) -> Bool? {
    if from == nil && to == nil { return true }
    guard let date else { return nil }
    if let from, date.lastDay < from.firstDay { return false }
    if let to, date.firstDay > to.lastDay { return false }
    let beginsWithin = from.map { date.firstDay >= $0.firstDay } ?? true
    let endsWithin = to.map { date.lastDay <= $0.lastDay } ?? true
    return beginsWithin && endsWithin ? true : nil
  }
}
