import HeardModel

/// A record in which words were found, by its place among those of its kind.
struct FindingHit: Sendable {
  let place: Int
  let closeness: Closeness
}

// Where words are found. What was found by a part of them is all that has to be looked at, but for
// what is found as a whole only: ids and codes.
extension Insight {
  func hits(_ kind: Finding.Kind, _ sought: SoughtWords, _ reader: Reader) -> [FindingHit] {
    switch kind {
    case .event:
      let texts = (titles.events, eventTexts)
      return hits(sought, kept.wordsInEvents, among: events.indices) {
        Closeness(
          of: sought.words, id: events[$0].id.text, name: texts.0[$0], others: [texts.1[$0]])
      }
    case .organisation:
      return titles.organisations.indices.compactMap { place in
        let (organisation, name, note) = titles.organisations[place]
        return Closeness(of: sought.words, id: organisation.id.text, name: name, others: [note])
          .map { FindingHit(place: place, closeness: $0) }
      }
    case .action:
      let texts = (titles.actions, actionTexts)
      return hits(sought, kept.wordsInActions, among: actions.indices) {
        Closeness(
          of: sought.words, id: actions[$0].id.text, name: texts.0[$0], others: [texts.1[$0]])
      }
    case .person: return personHits(sought)
    case .testimony: return testimonyHits(sought, reader)
    }
  }

  /// Records by letters of their names, where they have these in their order; never by what may not
  /// be read by everybody.
  func letterHits(_ letters: Folded) -> [(Finding.Kind, [FindingHit])] {
    func hits(_ places: Range<Int>, by name: (Int) -> String) -> [FindingHit] {
      places.filter { Folded(name($0)).holdsLetters(of: letters) }
        .map { FindingHit(place: $0, closeness: .letters) }
    }
    let organisations = titles.organisations
    return [
      (.event, hits(events.indices) { "\(events[$0].place) \(events[$0].title)" }),
      (.organisation, hits(organisations.indices) { organisations[$0].organisation.name }),
      (.action, hits(actions.indices) { actions[$0].title }),
    ]
  }

  /// `whole` are places that only the whole of what is sought finds.
  private func hits(
    _ sought: SoughtWords, _ last: LastFound<SoughtWords>, among all: Range<Int>,
    for reader: Reader = Reader(), whole: [Int] = [], _ closeness: (Int) -> Closeness?
  ) -> [FindingHit] {
    func hits(_ places: [Int32]) -> [FindingHit] {
      places.compactMap { place in
        closeness(Int(place)).map { FindingHit(place: Int(place), closeness: $0) }
      }
    }
    var made: [FindingHit]?
    let places = last.places(sought, for: reader) { wider in
      let places = wider.map { whole.isEmpty ? $0 : Self.adding(whole, to: $0) }
      let found = hits(places ?? all.map { Int32($0) })
      made = found
      return found.map { Int32($0.place) }
    }
    return made ?? hits(places)
  }

  private static func adding(_ whole: [Int], to places: [Int32]) -> [Int32] {
    Set(places).union(whole.map { Int32($0) }).sorted()
  }

  private func personHits(_ sought: SoughtWords) -> [FindingHit] {
    let (names, table) = (personNames, people.table)
    let meant = sought.words.count == 1 ? PersonID(stored: sought.words[0].text) : nil
    let whole = meant.flatMap { table.number(of: $0) }.map { Int(table.ranks[$0]) }
    return hits(
      sought, kept.wordsInPeople, among: 0..<table.count, whole: whole.map { [$0] } ?? []
    ) { $0 == whole ? .exact : names.closeness(of: sought.words, at: $0) }
  }

  private func testimonyHits(_ sought: SoughtWords, _ reader: Reader) -> [FindingHit] {
    let (words, names) = (sought.words, titles.testimonies)
    let visibilities = visibilities(for: reader)
    let code = Folded(bytes: Array(words.map(\.bytes).joined(separator: [UInt8(ascii: " ")])))
    let coded = testimonies(withCode: code)
    let meant = TestimonyID(stored: words[0].text).flatMap { testimonyPlaces[$0] }
    return hits(
      sought, kept.wordsInTestimonies, among: testimonies.indices, for: reader,
      whole: Array(coded) + [meant].compactMap { $0 }
    ) { place in
      if case .withdrawn = visibilities[place] { return nil }
      if coded.contains(place) { return .exact }
      let isReadable = visibilities[place].isReadable
      return Closeness(
        of: words, id: testimonies[place].id.text, name: isReadable ? names[place] : Folded("")
      ) { word in
        testimony(place, isOf: word) || (isReadable && testimony(place, says: word))
      }
    }
  }
}

// What is shown of what was found.
extension Insight {
  func subject(_ kind: Finding.Kind, _ place: Int) -> Finding.Subject {
    switch kind {
    case .event: .event(events[place].id)
    case .organisation: .organisation(titles.organisations[place].organisation.id)
    case .action: .action(actions[place].id)
    case .person: .person(people.table.ids[Int(people.table.order[place])])
    case .testimony: .testimony(testimonies[place].id)
    }
  }

  func date(of kind: Finding.Kind, _ place: Int) -> KnownDate? {
    switch kind {
    case .event: return events[place].start
    case .organisation: return nil
    case .action: return actions[place].due
    case .person:
      let table = people.table
      return table.presences(of: Int(table.order[place]))
        .compactMap { events[Int(table.presences[$0].event)].start }.max()
    case .testimony: return dateTaken(testimonies[place])
    }
  }

  func title(of kind: Finding.Kind, _ place: Int, _ reader: Reader) -> String {
    switch kind {
    case .event: return events[place].title
    case .organisation: return titles.organisations[place].organisation.name
    case .action: return actions[place].title
    case .person:
      let person = Int(people.table.order[place])
      let (names, newest) = (names(of: person, people), people.table.pseudonyms[person])
      return names.contains(newest) ? newest : names.last ?? people.table.ids[person].text
    case .testimony:
      let testimony = testimonies[place]
      let isReadable = visibilities(for: reader)[place].isReadable
      return isReadable && !testimony.pseudonym.isEmpty ? testimony.pseudonym : testimony.id.text
    }
  }

  private var titles: FindingTitles {
    kept.titles.value {
      FindingTitles(
        events: events.map { Folded($0.title) },
        testimonies: testimonies.map { Folded($0.pseudonym) },
        actions: actions.map { Folded($0.title) },
        organisations: programme.organisations.values
          .filter { !programme.erased.contains($0.id.text) }.sorted { $0.id < $1.id }
          .map { ($0, Folded($0.name), Folded(fields: [$0.note, $0.website])) })
    }
  }

  /// What people are called, in the order of their list.
  private var personNames: FlatTexts {
    kept.personNames.value {
      let people = people
      var texts = FlatTexts()
      texts.reserve(people.table.count, bytes: people.table.count * 20)
      for person in people.table.order {
        forEachName(of: Int(person), people) { texts.add($0) }
        texts.endText()
      }
      return texts
    }
  }

  private func names(of person: Int, _ people: PeopleRows) -> [String] {
    var names: [String] = []
    forEachName(of: person, people) { names.append($0) }
    return names
  }

  // What stands only on a testimony names its speaker to nobody who may not read it.
  private func forEachName(of person: Int, _ people: PeopleRows, _ use: (String) -> Void) {
    let places = people.table.presences(of: person)
    for place in places {
      let name = people.listedName(place)
      if !name.isEmpty { use(name) }
    }
    for place in places {
      for told in people.table.told(in: place) where people.visibilities[Int(told)].isReadable {
        let name = testimonies[Int(told)].pseudonym
        if !name.isEmpty { use(name) }
      }
    }
  }
}
