import HeardInsight
import HeardModel
import StrictJSON

/// What the programme has published, beside what is logged, as `heard figures` tells it.
enum PublishedListing {
  /// The comparison as JSON; null where nothing was published, and under a filter, which published
  /// numbers cannot follow.
  static func json(_ insight: Insight, under filter: Query) -> JSONValue {
    guard filter.isEmpty, let comparison = insight.publishedComparison else { return .null }
    let published = comparison.published
    return .object([
      "events": .of(published.events),
      "participants": .of(published.participants),
      "atLeast": .boolean(published.isAtLeast),
      "unit": .of(published.unit),
      "from": .of(published.from),
      "to": .of(published.to),
      "scope": .of(published.scope),
      "source": .of(published.source),
      "logged": numbers(comparison.logged),
      "organised": .integer(comparison.organised),
      "tookPart": .integer(comparison.tookPart),
      "involvementNotKnown": .integer(comparison.involvementNotKnown),
      "onlyPublished": numbers(comparison.onlyPublished),
      "outside": numbers(comparison.outside),
      "uncertain": numbers(comparison.uncertain),
    ])
  }

  private static func numbers(_ totals: EventTotals) -> JSONValue {
    var members: [String: JSONValue] = [
      "events": .integer(totals.held), "attendances": .integer(totals.attendances.total),
    ]
    for source in FigureSource.allCases where source != .notKnown {
      members[source.stored] = .integer(totals.attendances[source])
    }
    members[FigureSource.notKnown.stored] = .integer(totals.notKnown)
    return .object(members)
  }
}
