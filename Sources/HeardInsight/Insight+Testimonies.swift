import Foundation
import HeardModel

extension Insight {
  /// The testimonies that a filter lets pass, newest first.
  ///
  /// The words are searched only where the reader may read them; withdrawn ones are not listed at
  /// all. `excerpt(of:)` gives the piece in which something was found. A whole withdrawal code finds
  /// its testimony, a part of one finds nothing.
  public func testimonies(
    _ query: Query = Query(), for reader: Reader = Reader()
  ) -> [TestimonyRow] {
    Array(foundTestimonies(query, for: reader))
  }

  /// The same testimonies, each row made when it is looked at.
  public func foundTestimonies(
    _ query: Query = Query(), for reader: Reader = Reader()
  ) -> FoundRows<TestimonyRow> {
    let visibilities = visibilities(for: reader)
    let places = testimonyPlaces(query, for: reader)
    return FoundRows(
      count: places.count, id: { testimonies[Int(places[$0])].id },
      row: { testimonyRow(Int(places[$0]), visibilities[Int(places[$0])]) })
  }

  /// How many testimonies a filter lets pass that the reader may not read, and how many that have
  /// quotes for everybody; that is nil where more pass than `mostLooked`, since each quote is held
  /// against all who were there.
  public func testimonyCounts(
    _ query: Query, for reader: Reader, mostLooked: Int = .max
  ) -> (all: Int, hidden: Int, quotable: Int?) {
    let visibilities = visibilities(for: reader)
    let places = testimonyPlaces(query, for: reader)
    let readable = places.filter { visibilities[Int($0)].isReadable }
    let quotable =
      readable.count > mostLooked
      ? nil : readable.count { publishableQuotes(testimonies[Int($0)]) > 0 }
    return (places.count, places.count - readable.count, quotable)
  }

  /// The places of the testimonies that a filter lets pass, newest first.
  private func testimonyPlaces(_ query: Query, for reader: Reader) -> [Int32] {
    kept.foundTestimonies.places(query, for: reader) { wider in
      let visibilities = visibilities(for: reader)
      let matcher = Matcher(query, for: .testimonies, in: self)
      let sought = matcher.soughtWords
      let coded = testimonies(withCode: matcher.soughtCode)
      // What is found by its code need not have been found by the beginning of it.
      let wider = coded.isEmpty ? wider : nil
      return (wider ?? testimonyOrder).filter { place in
        let place = Int(place)
        let visibility = visibilities[place]
        if case .withdrawn = visibility { return false }
        return matcher.holds(
          words: { word in
            testimony(place, isOf: word)
              || (visibility.isReadable && testimony(place, says: word))
              || (coded.contains(place) && sought.contains(word))
          },
          key: { key, values in
            (visibility.isReadable || !Self.tellingKeys.contains(key))
              && testimonyHas(place, key, values)
          })
      }
    }
  }

  /// Keys that tell of who spoke, what was told or the work on it: of a testimony that the reader
  /// may not read they never hold, or a filter would find out what the list withholds.
  private static let tellingKeys: Set<QueryKey> = [
    .type, .declared, .role, .person, .stage, .triage, .quote, .has, .consent,
  ]

  /// The rows of some testimonies, newest first, without those that were withdrawn.
  func testimonyRows(_ places: [Int], for reader: Reader) -> [TestimonyRow] {
    let visibilities = visibilities(for: reader)
    return places.compactMap { place -> TestimonyRow? in
      if case .withdrawn = visibilities[place] { return nil }
      return testimonyRow(place, visibilities[place])
    }.sorted { Self.isNewer(($0.date, $0.id), ($1.date, $1.id)) }
  }

  /// The places of all testimonies, newest first.
  private var testimonyOrder: [Int32] {
    kept.testimonyOrder.value {
      let days = testimonies.indices.map { (date: dateTaken(testimonies[$0]), place: Int32($0)) }
      // Of one day the order is that of the ids, which is that of the places.
      return days.sorted { a, b in
        a.date == b.date ? a.place < b.place : Self.isNewer((a.date, a.place), (b.date, b.place))
      }.map(\.place)
    }
  }

  private static func isNewer<ID: Comparable>(
    _ a: (date: KnownDate?, id: ID), _ b: (date: KnownDate?, id: ID)
  ) -> Bool {
    guard a.date != b.date else { return a.id < b.id }
    guard let first = a.date else { return false }
    return b.date.map { first > $0 } ?? true
  }

  /// What a reader may see of each testimony.
  func visibilities(for reader: Reader) -> [TestimonyVisibility] {
    kept.visibilities.visibilities(for: reader) {
      testimonies.indices.map { testimonies[$0].visibility(to: reader, on: today) }
    }
  }

  /// Whether a testimony waits for consent: keeping it was not asked yet, or has expired.
  func isConsentOpen(_ testimony: Testimony) -> Bool {
    let state = testimony.consent.state(of: .record, on: today)
    return state == .notAsked || state == .expired
  }

  private func testimonyRow(_ place: Int, _ visibility: TestimonyVisibility) -> TestimonyRow {
    let testimony = testimonies[place]
    let event = eventPlaces[testimony.event]
    let row = TestimonyRow(
      id: testimony.id, event: testimony.event, eventTitle: event.map { events[$0].title } ?? "",
      country: event.flatMap { events[$0].country }, date: dateTaken(testimony),
      pseudonym: testimony.pseudonym, language: testimony.language, type: testimony.type,
      polarity: testimony.polarity, stage: testimony.stage, triage: testimony.triage,
      hasWarning: !testimony.contentWarning.isEmpty,
      publishing: testimony.consent.state(of: .publish, on: today),
      quotes: testimony.quotes.count, publishable: publishableQuotes(testimony),
      actions: actionsOfTestimony[testimony.id]?.count ?? 0, visibility: visibility)
    return row.seen(visibility)
  }

  private func publishableQuotes(_ testimony: Testimony) -> Int {
    if testimony.quotes.isEmpty { return 0 }
    let isAgreed = Audience.public.purposes.allSatisfy { testimony.consent.allows($0, on: today) }
    if !isAgreed { return 0 }
    return programme.quoteSetting(
      of: testimony, on: today, roles: uncountedRoles,
      names: kept.teamNames.value { TeamNames(programme.team) }
    ).publishableQuotes(for: .public)
  }

  /// The day on which a testimony was told; nil where nobody knows.
  ///
  /// Its moment is kept in UTC, which far to the east or west is another day than that of the place:
  /// the event's zone tells, else the nearest day of the event where half a day lies between.
  public func dateTaken(_ testimony: Testimony) -> KnownDate? {
    // An event is a large value: it is looked at where it stands.
    let event = eventPlaces[testimony.event]
    let start = event.flatMap { events[$0].start }
    guard let moment = testimony.takenAt else { return start }
    guard let event, let start else { return KnownDate(moment.day) }
    let (first, last) = (start.firstDay, (events[event].end ?? start).lastDay)
    // Most are of a day on which it was held: no zone has to be looked up for them.
    if first <= moment.day && moment.day <= last { return KnownDate(moment.day) }
    if let zone = events[event].zone.flatMap({ TimeZone(identifier: $0.stored) }) {
      let date = Date(timeIntervalSince1970: Double(moment.seconds))
      return KnownDate(moment.adding(seconds: zone.secondsFromGMT(for: date)).day)
    }
    if first <= moment.adding(seconds: 43_200).day && moment.day < first { return KnownDate(first) }
    if moment.adding(seconds: -43_200).day <= last && last < moment.day { return KnownDate(last) }
    return KnownDate(moment.day)
  }

  /// Whether a value typed after `event:` means an event: the beginning of its id, or words of its
  /// title and place.
  func isEvent(_ id: EventID, _ values: Matcher.Values) -> Bool {
    if values.stored.contains(where: { id.text.hasPrefix($0.lowercased()) }) { return true }
    guard let event = event(id) else { return false }
    let about = Folded(fields: [event.title, event.place])
    return values.folded.contains(where: about.contains)
  }

  private func testimonyHas(_ place: Int, _ key: QueryKey, _ values: Matcher.Values) -> Bool {
    let testimony = testimonies[place]
    switch key {
    case .year, .month, .after, .before: return values.holds(dateTaken(testimony), key)
    case .type:
      let isOfEvent = event(testimony.event)?.type.map(values.codes.contains) ?? false
      return isOfEvent || values.codes.contains { $0.stored == testimony.type.rawValue }
    case .declared: return testimony.communities.contains(where: values.codes.contains)
    case .role: return testimony.roles.contains(where: values.codes.contains)
    case .language:
      return values.holds(testimony.language)
        || testimony.translations.contains { values.holds($0.id) }
    case .person: return values.means(testimony.person, testimony.pseudonym)
    case .provenance: return values.stored.contains(testimony.provenance.kind.rawValue)
    case .stage: return values.stored.contains(testimony.stage.rawValue)
    case .triage: return values.stored.contains(testimony.triage.rawValue)
    case .consent:
      return ConsentPurpose.allCases.contains { purpose in
        let state = testimony.consent.state(of: purpose, on: today)
        return values.stored.contains("\(purpose.rawValue)=\(state.rawValue)")
      }
    case .quote: return values.stored.contains { testimonyQuotes(place, are: $0) }
    case .open: return values.stored.contains { testimonyIsOpen(testimony, $0) }
    case .has: return values.stored.contains { testimonyHasPresent(testimony, $0) }
    case .id: return values.stored.contains { testimony.id.text.hasPrefix($0.lowercased()) }
    case .event: return isEvent(testimony.event, values)
    default: return eventPlaces[testimony.event].flatMap { eventHas($0, key, values) } ?? false
    }
  }

  private func testimonyQuotes(_ place: Int, are value: String) -> Bool {
    switch QueryQuote(rawValue: value) {
    case .publishable: publishableQuotes(testimonies[place]) > 0
    case .approved: testimonies[place].quotes.contains { isApproved($0) }
    case .waiting: testimonies[place].quotes.contains { isApproved($0) && $0.reviewedBy.isEmpty }
    case .any: !testimonies[place].quotes.isEmpty
    case nil: false
    }
  }

  func isApproved(_ quote: Quote) -> Bool {
    quote.approval.map { !$0.isRevoked && $0.text == quote.text } ?? false
  }

  /// Whether it may be given on by what was agreed, and nobody could show that it was.
  func lacksEvidence(_ testimony: Testimony) -> Bool {
    guard testimony.consent.allows(.record, on: today) else { return false }
    let open = [ConsentPurpose.partners, .publish].filter {
      testimony.consent.allows($0, on: today)
    }
    return !open.isEmpty && !programme.evidenceLacks(testimony, [.record] + open).isEmpty
  }

  private func testimonyIsOpen(_ testimony: Testimony, _ value: String) -> Bool {
    switch QueryOpen(rawValue: value) {
    case .consent: isConsentOpen(testimony)
    case .evidence: lacksEvidence(testimony)
    case .overdue, .feedback, .closeout, nil: false
    }
  }

  private func testimonyHasPresent(_ testimony: Testimony, _ value: String) -> Bool {
    switch QueryPresence(rawValue: value) {
    case .actions: actionsOfTestimony[testimony.id] != nil
    case .quotes: !testimony.quotes.isEmpty
    case .translations: !testimony.translations.isEmpty
    case .conflicts: !testimony.conflicts.isEmpty
    default: false
    }
  }
}
