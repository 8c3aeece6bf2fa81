import HeardModel

/// By what figures are split.
public enum FigureKey: String, CaseIterable, Sendable {
  /// The country.
  case country
  /// The year of the start.
  case year
  /// What kind of meeting it is.
  case type
  /// In person, online or both.
  case format
  /// Whose event it was.
  case involvement
  /// The communities that events are about; an event can be about several.
  case about
  /// The communities of which people said that they are part: of answers, never of events.
  case declared
  /// What events are about; several are usual.
  case topic
  /// The row of events.
  case series
  /// The languages of an event; several are usual.
  case language
  /// How attendances are known.
  case source
  /// How far events are.
  case status
  /// The quarter of the start, where its month is known.
  case quarter
  /// The month of the start.
  case month
  /// The town or place.
  case place
  /// The organisations that took part; several are usual.
  case partner
}

/// The value of a key in one row of figures.
public enum FigureKeyValue: Hashable, Sendable {
  /// A country.
  case country(CountryCode)
  /// A year.
  case year(Int)
  /// A quarter, from 1 to 4.
  case quarter(year: Int, Int)
  /// A month, as `2024-05`.
  case month(KnownDate)
  /// A town or place, by its name.
  case place(String)
  /// An organisation.
  case organisation(OrganisationID)
  /// A code of one of the programme's lists.
  case code(Code, TaxonomyName)
  /// A format.
  case format(EventFormat)
  /// An involvement.
  case involvement(Involvement)
  /// A row of events, by its name.
  case series(String)
  /// A language.
  case language(LanguageTag)
  /// A source of attendances.
  case source(FigureSource)
  /// A status.
  case status(EventStatus)
  /// Nobody noted it.
  case unknown
}

/// One row of figures: the events that share the values of its keys.
public struct FigureRow: Hashable, Sendable {
  /// The values, one a key in the order of the keys; empty in a total.
  public let keys: [FigureKeyValue]
  /// Events.
  public let events: Int
  /// Events that were held; the others have no attendances.
  public let held: Int
  /// Attendances of those held.
  public let attendances: AttendanceTotals
  /// The ways in which attendances of those held are known.
  public let sources: Set<FigureSource>
  /// Held events of which nobody knows the attendances.
  public let notKnown: Int
  /// Distinct people on lists who attended a held event in a counted role; never all who came.
  public let people: Int
  /// Testimonies told there.
  public let testimonies: Int
  /// Distinct actions that came of the events or of what was told there.
  public let actions: Int
  /// The events themselves, in the order of their ids.
  public let eventIDs: [EventID]
}

extension FigureRow {
  /// Attendances; nil where no event was held, or nobody knows any of them.
  public var knownAttendances: Int? {
    held == 0 || notKnown == held ? nil : attendances.total
  }

  /// Attendances known in one way; nil where no held event has any that are known so.
  public func known(_ source: FigureSource) -> Int? {
    source != .notKnown && sources.contains(source) ? attendances[source] : nil
  }

  /// Distinct people on lists; nil where no event was held, or some came and nobody is listed.
  public var knownPeople: Int? {
    let isListless = people == 0 && (attendances.total > 0 || notKnown > 0)
    return held == 0 || isListless ? nil : people
  }
}

/// Figures split by none to three keys.
public struct Figures: Hashable, Sendable {
  /// By what they are split.
  public let keys: [FigureKey]
  /// The rows in the order of their values; unknown values come last.
  public let rows: [FigureRow]
  /// All events together, each once; not the sum of the rows where these overlap.
  public let total: FigureRow
  /// Whether an event stands in more than one row, so that rows must not be added up.
  public let isOverlapping: Bool
}

/// What figures are asked for.
struct FigureQuestion: Equatable, Sendable {
  let keys: [FigureKey]
  let query: Query
}

/// Who attended which held event in a counted role, by numbers.
///
/// People get numbers once, so that counting distinct ones compares no texts.
struct Attended: Sendable {
  private var numbers: [PersonID: Int] = [:]
  /// The numbers of those who attended, by the place of the event.
  private(set) var ofEvent: [[Int]] = []

  init(_ events: Ordered<Event>, roles: Taxonomy) {
    ofEvent.reserveCapacity(events.count)
    for place in events.indices { ofEvent.append(numbers(at: events[place], roles)) }
  }

  /// How many numbers there are; some may be of people who are listed nowhere any more.
  var people: Int { numbers.count }

  /// Takes in that the events of some places changed; `origins` tells where all stood before, nil
  /// where they stay.
  mutating func carry(
    from origins: [Int?]?, _ changed: Set<Int>, _ events: Ordered<Event>, roles: Taxonomy
  ) {
    if let origins { ofEvent = origins.map { $0.map { ofEvent[$0] } ?? [] } }
    for place in changed { ofEvent[place] = numbers(at: events[place], roles) }
  }

  private mutating func numbers(at event: Event, _ roles: Taxonomy) -> [Int] {
    if event.status != .held { return [] }
    return event.participations.compactMap { person in
      guard person.isCounted(roles: roles) else { return nil }
      if let number = numbers[person.id] { return number }
      numbers[person.id] = numbers.count
      return numbers.count - 1
    }
  }
}

extension Insight {
  /// Figures of the held events that a filter lets pass, split by up to three keys.
  ///
  /// Only held events count, unless the status is one of the keys: then all do. Further keys are
  /// left out, and so is what was declared, which `declared(at:)` counts. People and actions can
  /// stand behind several rows even where events do not overlap, so the total counts them anew.
  public func figures(by keys: [FigureKey] = [], _ query: Query = Query()) -> Figures {
    let keys = Array(keys.filter { $0 != .declared }.prefix(3))
    return kept.figures.answer(FigureQuestion(keys: keys, query: query)) {
      split(by: keys, query)
    }
  }

  private func split(by keys: [FigureKey], _ query: Query) -> Figures {
    let places = eventPlaces(query).filter {
      keys.contains(.status) || events[$0].status == .held
    }
    if keys.isEmpty {
      let total = figureRow([], places)
      return Figures(keys: keys, rows: [], total: total, isOverlapping: false)
    }
    var groups: [[FigureKeyValue]: [Int]] = [:]
    var isOverlapping = false
    for place in places {
      let combinations = self.combinations(keys.map { values(of: $0, place) })
      if combinations.count > 1 { isOverlapping = true }
      for combination in combinations { groups[combination, default: []].append(place) }
    }
    let rows = groups.map { figureRow($0.key, $0.value) }
    return Figures(
      keys: keys, rows: sorted(rows), total: figureRow([], places), isOverlapping: isOverlapping)
  }

  /// What some events come to, as one row without keys.
  func figures(for places: [Int]) -> FigureRow { figureRow([], places) }

  private func figureRow(_ keys: [FigureKeyValue], _ places: [Int]) -> FigureRow {
    let totals = totals(of: places.map { rows[$0] })
    return FigureRow(
      keys: keys, events: totals.events, held: totals.held, attendances: totals.attendances,
      sources: totals.sources, notKnown: totals.notKnown, people: distinctPeople(places),
      testimonies: totals.testimonies,
      actions: totals.actions, eventIDs: places.map { events[$0].id })
  }

  private func distinctPeople(_ places: [Int]) -> Int {
    let attended = attended
    var isSeen = [Bool](repeating: false, count: attended.people)
    var people = 0
    for place in places {
      for number in attended.ofEvent[place] where !isSeen[number] {
        isSeen[number] = true
        people += 1
      }
    }
    return people
  }

  private var attended: Attended {
    kept.attended.value { Attended(events, roles: uncountedRoles) }
  }

  private func combinations(_ values: [[FigureKeyValue]]) -> [[FigureKeyValue]] {
    values.reduce([[]]) { rows, values in
      rows.flatMap { row in values.map { row + [$0] } }
    }
  }

  private func values(of key: FigureKey, _ place: Int) -> [FigureKeyValue] {
    let event = events[place]
    switch key {
    case .country: return [event.country.map(FigureKeyValue.country) ?? .unknown]
    case .year: return [event.start.map { .year($0.year) } ?? .unknown]
    case .quarter: return [event.start.flatMap(FigureKeyValue.quarter) ?? .unknown]
    case .month: return [event.start.flatMap(FigureKeyValue.month) ?? .unknown]
    case .place: return [event.place.isEmpty ? .unknown : .place(event.place)]
    case .partner:
      let partners = Set(event.partners.map(\.id)).sorted()
      return partners.isEmpty ? [.unknown] : partners.map(FigureKeyValue.organisation)
    case .type: return codes([event.type].compactMap { $0 }, .eventType)
    case .format: return [event.format.map(FigureKeyValue.format) ?? .unknown]
    case .involvement: return [event.involvement.map(FigureKeyValue.involvement) ?? .unknown]
    case .about: return codes(event.aboutCommunities, .community)
    // Left out before: answers have a base of their own, which events have not.
    case .declared: return []
    case .topic: return codes(event.topics, .topic)
    case .series: return [event.series.name.isEmpty ? .unknown : .series(event.series.name)]
    case .language:
      return event.languages.isEmpty
        ? [.unknown] : Set(event.languages).sorted().map(FigureKeyValue.language)
    case .source: return [.source(rows[place].figure.source)]
    case .status: return [.status(event.status)]
    }
  }

  // A code that was merged into another counts under that one.
  private func codes(_ codes: [Code], _ name: TaxonomyName) -> [FigureKeyValue] {
    let list = programme.taxonomies[name] ?? Taxonomy()
    let current = codes.map(list.current)
    return current.isEmpty ? [.unknown] : Set(current).sorted().map { .code($0, name) }
  }

  private func sorted(_ rows: [FigureRow]) -> [FigureRow] {
    let series = rows.flatMap(\.keys).compactMap { key -> String? in
      if case .series(let name) = key { name } else { nil }
    }
    let names = Set(series).sorted {
      collation.isBefore($0, $1) || (!collation.isBefore($1, $0) && $0 < $1)
    }
    let ranks = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    return rows.map { row in (row, row.keys.map { $0.sortKey(ranks) }) }
      .sorted { a, b in
        for (first, second) in zip(a.1, b.1) where first != second { return first < second }
        return false
      }.map(\.0)
  }
}

extension FigureKeyValue {
  // Codes of closed lists stand in the order of the list, others in that of their text.
  fileprivate func sortKey(_ series: [String: Int]) -> (Int, String) {
    switch self {
    case .country(let country): (0, country.stored)
    case .year(let year): (year, "")
    case .quarter(let year, let quarter): (year * 4 + quarter, "")
    case .month(let month): (0, month.stored)
    case .place(let name): (0, name)
    case .organisation(let id): (0, id.text)
    case .code(let code, _): (0, code.stored)
    case .format(let format): (EventFormat.allCases.firstIndex(of: format) ?? 0, "")
    case .involvement(let it): (Involvement.allCases.firstIndex(of: it) ?? 0, "")
    case .series(let name): (series[name] ?? 0, name)
    case .language(let language): (0, language.stored)
    // Without a number, the source is the unknown value.
    case .source(.notKnown), .unknown: (Int.max, "")
    case .source(let source): (FigureSource.allCases.firstIndex(of: source) ?? 0, "")
    case .status(let status): (EventStatus.allCases.firstIndex(of: status) ?? 0, "")
    }
  }
}

extension FigureKeyValue {
  /// The quarter in which a date lies; nil where its month is not known.
  fileprivate static func quarter(_ date: KnownDate) -> FigureKeyValue? {
    date.month.map { .quarter(year: date.year, ($0 - 1) / 3 + 1) }
  }

  /// The month in which a date lies; nil where it is not known.
  fileprivate static func month(_ date: KnownDate) -> FigureKeyValue? {
    date.month == nil ? nil : KnownDate(stored: String(date.dayText.prefix(7))).map { .month($0) }
  }
}
