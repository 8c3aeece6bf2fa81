import HeardInsight
import HeardKit
import HeardModel

/// The filter under which the list of events shows exactly what stands behind a figure.
enum FigureQuery {
  /// The filter for a cell: that of the figures, its values, and what it counts.
  static func text(
    for figure: FigureRow, _ values: [(key: FigureKey, value: FigureKeyValue)],
    _ measure: FigureMeasure, of question: Code? = nil, within base: Query, _ desk: Desk
  ) -> String {
    var terms = base.terms
    func add(_ term: QueryTerm) { if !terms.contains(term) { terms.append(term) } }
    if !values.contains(where: { $0.key == .status }), !isOfStatuses(figure, desk) {
      add(QueryTerm(.values(.status, [EventStatus.held.rawValue])))
    }
    for (key, value) in values {
      if let term = term(key, value, within: base, desk) { add(term) }
    }
    if let question { return exact(Query(terms: terms), asking(question, figure, desk), desk) }
    let behind = figure.eventIDs.filter { isBehind(measure, $0, desk) }
    // Behind a nought stand the events of which there was nothing to count.
    if !behind.isEmpty, let term = term(measure) { add(term) }
    return exact(Query(terms: terms), behind.isEmpty ? figure.eventIDs : behind, desk)
  }

  /// The filter, or one that names the events where their values cannot be told apart in it: a
  /// series whose name holds that of another, a language with and without its region.
  private static func exact(_ query: Query, _ wanted: [EventID], _ desk: Desk) -> String {
    let wanted = Set(wanted)
    if found(query.text, desk) == wanted { return query.text }
    var named = Query(terms: [QueryTerm(.values(.id, wanted.sorted().map(\.text)))])
    let others = found(named.text, desk).subtracting(wanted)
    if !others.isEmpty {
      named.terms.append(
        QueryTerm(.values(.id, others.sorted().map(\.text)), isNegated: true))
    }
    return named.text
  }

  /// The events whose answers stand in a base; where there are none, those of which nobody knows
  /// whether they asked, else all of which there is no answer.
  private static func asking(_ question: Code, _ figure: FigureRow, _ desk: Desk) -> [EventID] {
    var settled: [EventID] = []
    var open: [EventID] = []
    for id in figure.eventIDs where desk.insight.row(of: id)?.status == .held {
      switch desk.insight.declared(question, at: id) {
      case .asked: settled.append(id)
      case .notKnown: open.append(id)
      case .forbidden, .notAsked, nil: break
      }
    }
    return [settled, open].first { !$0.isEmpty } ?? figure.eventIDs
  }

  private static func found(_ text: String, _ desk: Desk) -> Set<EventID> {
    Set(desk.insight.events(Query(text)).map(\.id))
  }

  private static func isOfStatuses(_ figure: FigureRow, _ desk: Desk) -> Bool {
    figure.eventIDs.contains { desk.insight.row(of: $0)?.status != .held }
  }

  private static func isBehind(_ measure: FigureMeasure, _ id: EventID, _ desk: Desk) -> Bool {
    guard let row = desk.insight.row(of: id) else { return false }
    switch measure {
    case .events, .attendances, .declared: return true
    case .people: return !(desk.programme.events[id]?.participations.isEmpty ?? true)
    case .testimonies: return row.testimonies > 0
    case .actions: return row.actions > 0
    case .counted, .listed, .reported, .estimated, .unsourced, .notKnown:
      return row.status == .held && row.figure.source == measure.source
    }
  }

  private static func term(_ measure: FigureMeasure) -> QueryTerm? {
    switch measure {
    case .events, .attendances, .declared: nil
    case .people: QueryTerm(.values(.has, [QueryPresence.people.rawValue]))
    case .testimonies: QueryTerm(.values(.has, [QueryPresence.testimonies.rawValue]))
    case .actions: QueryTerm(.values(.has, [QueryPresence.actions.rawValue]))
    case .counted, .listed, .reported, .estimated, .unsourced, .notKnown:
      QueryTerm(.values(.source, [measure.rawValue]))
    }
  }

  /// The condition for a value; what nobody noted is none of the values that are there.
  private static func term(
    _ key: FigureKey, _ value: FigureKeyValue, within base: Query, _ desk: Desk
  ) -> QueryTerm? {
    let own = texts(value)
    if !own.isEmpty { return QueryTerm(.values(queryKey(key), own)) }
    let others = desk.insight.figures(by: [key], base).rows.flatMap { texts($0.keys[0]) }
    return others.isEmpty
      ? nil : QueryTerm(.values(queryKey(key), others), isNegated: true)
  }

  /// The value as it is typed in a filter, of a quarter its months; none of what nobody noted.
  private static func texts(_ value: FigureKeyValue) -> [String] {
    switch value {
    case .unknown: []
    case .quarter(let year, let quarter):
      (quarter * 3 - 2...quarter * 3).map {
        "\(KnownDate(year: year).dayText)-\($0 < 10 ? "0" : "")\($0)"
      }
    default: [value.released]
    }
  }

  private static func queryKey(_ key: FigureKey) -> QueryKey {
    switch key {
    case .country: .country
    case .year: .year
    case .quarter, .month: .month
    case .place: .place
    case .partner: .partner
    case .type: .type
    case .format: .format
    case .involvement: .involvement
    case .about: .about
    case .declared: .declared
    case .topic: .topic
    case .series: .series
    case .language: .language
    case .source: .source
    case .status: .status
    }
  }
}
