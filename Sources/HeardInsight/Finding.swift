import HeardModel

/// How well something answers the words that were typed to find it, the best first.
public enum Closeness: Int, Comparable, Sendable {
  /// The words are its id, or the code that belongs to it.
  case exact
  /// Its name begins with the first word and holds the others.
  case beginning
  /// Every word begins a word of its name.
  case wordStart
  /// Every word stands somewhere in its name.
  case part
  /// Every word stands somewhere in its name or in what else is known of it.
  case elsewhere
  /// The letters of the one word stand in its name in their order; looked for where nothing is found.
  case letters

  /// How well a name and other texts answer some words; nil where a word stands in neither.
  ///
  /// Without words everything is found, and nothing better than another.
  public init?(of words: [Folded], id: String = "", name: Folded, others: [Folded] = []) {
    if words.count == 1, !id.isEmpty, words[0].bytes.elementsEqual(id.utf8) {
      self = .exact
      return
    }
    let inName = words.allSatisfy(name.contains)
    guard
      inName
        || words.allSatisfy({ word in
          name.contains(word) || others.contains { $0.contains(word) }
        })
    else { return nil }
    if !inName {
      self = .elsewhere
    } else if let first = words.first, name.hasPrefix(first) {
      self = .beginning
    } else {
      self = words.allSatisfy(name.hasWord(beginningWith:)) ? .wordStart : .part
    }
  }

  /// Whether one answers better than another.
  public static func < (a: Closeness, b: Closeness) -> Bool { a.rawValue < b.rawValue }
}

/// A record that was found by words, whatever kind it is.
public struct Finding: Hashable, Sendable {
  /// The kinds that are found, in the order in which equals are shown.
  public enum Kind: Int, CaseIterable, Sendable {
    /// An event.
    case event
    /// An organisation.
    case organisation
    /// A follow-up action.
    case action
    /// A person, by pseudonym.
    case person
    /// A testimony.
    case testimony
  }

  /// Which record.
  public enum Subject: Hashable, Sendable {
    /// An event.
    case event(EventID)
    /// An organisation.
    case organisation(OrganisationID)
    /// A follow-up action.
    case action(ActionID)
    /// A person, by pseudonym.
    case person(PersonID)
    /// A testimony.
    case testimony(TestimonyID)
  }

  /// Which record.
  public let subject: Subject
  /// What it is called here.
  public let title: String
  /// Its day, where it has one; of equals the newest stands first.
  public let date: KnownDate?
  /// How well it answers the words.
  public let closeness: Closeness

  func isBefore(_ other: Finding) -> Bool {
    if closeness != other.closeness { return closeness < other.closeness }
    guard date != other.date else { return title < other.title }
    guard let date else { return false }
    return other.date.map { date > $0 } ?? true
  }
}

/// The names of all that can be found, folded once.
struct FindingTitles: Sendable {
  var events: [Folded] = []
  var testimonies: [Folded] = []
  var actions: [Folded] = []
  var organisations: [(organisation: Organisation, name: Folded, note: Folded)] = []
  var people: [(id: PersonID, shown: String, last: KnownDate?, names: Folded)] = []
}

extension Insight {
  /// The records in which all words stand, in any order, the closest of each kind first.
  ///
  /// The words of a testimony and the name of its speaker are searched only where the reader may read
  /// them; one that was withdrawn is not found at all. A withdrawal code is found as a whole only.
  public func find(_ words: [Folded], for reader: Reader) -> [Finding.Kind: [Finding]] {
    if words.isEmpty { return [:] }
    let found = findWords(words, for: reader)
    return found.isEmpty && words.count == 1 ? findLetters(words[0]) : found
  }

  /// Records by letters of their names, where they have these in their order; never by what may not
  /// be read by everybody.
  private func findLetters(_ letters: Folded) -> [Finding.Kind: [Finding]] {
    func finding(
      _ subject: Finding.Subject, _ title: String, _ date: KnownDate?, by name: String
    ) -> Finding? {
      Folded(name).holdsLetters(of: letters)
        ? Finding(subject: subject, title: title, date: date, closeness: .letters) : nil
    }
    let found: [(Finding.Kind, [Finding])] = [
      (
        .event,
        events.compactMap {
          finding(.event($0.id), $0.title, $0.start, by: "\($0.place) \($0.title)")
        }
      ),
      (
        .organisation,
        titles.organisations.compactMap {
          let organisation = $0.organisation
          return finding(
            .organisation(organisation.id), organisation.name, nil, by: organisation.name)
        }
      ),
      (.action, actions.compactMap { finding(.action($0.id), $0.title, $0.due, by: $0.title) }),
    ]
    return Self.sorted(found)
  }

  private func findWords(_ words: [Folded], for reader: Reader) -> [Finding.Kind: [Finding]] {
    let found: [(Finding.Kind, [Finding])] = [
      (.event, foundEvents(words)), (.organisation, foundOrganisations(words)),
      (.action, foundActions(words)), (.person, foundPeople(words)),
      (.testimony, foundTestimonies(words, reader)),
    ]
    return Self.sorted(found)
  }

  private static func sorted(
    _ found: [(Finding.Kind, [Finding])]
  ) -> [Finding.Kind: [Finding]] {
    Dictionary(
      uniqueKeysWithValues: found.filter { !$0.1.isEmpty }
        .map { ($0.0, $0.1.sorted { $0.isBefore($1) }) })
  }

  private func foundEvents(_ words: [Folded]) -> [Finding] {
    let (titles, texts) = (titles.events, eventTexts)
    return events.indices.compactMap { place in
      let event = events[place]
      return Closeness(
        of: words, id: event.id.text, name: titles[place], others: [texts[place]]
      ).map {
        Finding(
          subject: .event(event.id), title: event.title, date: event.start, closeness: $0)
      }
    }
  }

  private func foundActions(_ words: [Folded]) -> [Finding] {
    let (titles, texts) = (titles.actions, actionTexts)
    return actions.indices.compactMap { place in
      let action = actions[place]
      return Closeness(
        of: words, id: action.id.text, name: titles[place], others: [texts[place]]
      ).map {
        Finding(
          subject: .action(action.id), title: action.title, date: action.due,
          closeness: $0)
      }
    }
  }

  private func foundOrganisations(_ words: [Folded]) -> [Finding] {
    titles.organisations.compactMap { organisation, name, note in
      Closeness(of: words, id: organisation.id.text, name: name, others: [note]).map {
        Finding(
          subject: .organisation(organisation.id), title: organisation.name, date: nil,
          closeness: $0)
      }
    }
  }

  private func foundPeople(_ words: [Folded]) -> [Finding] {
    titles.people.compactMap { id, shown, last, names in
      Closeness(of: words, id: id.text, name: names).map {
        Finding(subject: .person(id), title: shown, date: last, closeness: $0)
      }
    }
  }

  private func foundTestimonies(_ words: [Folded], _ reader: Reader) -> [Finding] {
    let (names, texts) = (titles.testimonies, testimonyTexts)
    let code = Folded(bytes: Array(words.map(\.bytes).joined(separator: [UInt8(ascii: " ")])))
    let nothing = Folded("")
    return testimonies.indices.compactMap { place -> Finding? in
      let testimony = testimonies[place]
      let isReadable: Bool
      switch testimony.visibility(to: reader, on: today) {
      case .withdrawn: return nil
      case let visibility: isReadable = visibility.isReadable
      }
      let text = texts[place]
      let isCoded = !code.isEmpty && text.code == code
      let closeness =
        isCoded
        ? Closeness.exact
        : Closeness(
          of: words, id: testimony.id.text, name: isReadable ? names[place] : nothing,
          others: isReadable ? [text.about] + text.words : [text.about])
      return closeness.map {
        Finding(
          subject: .testimony(testimony.id),
          title: isReadable && !testimony.pseudonym.isEmpty
            ? testimony.pseudonym : testimony.id.text,
          date: dateTaken(testimony), closeness: $0)
      }
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
          .map { ($0, Folded($0.name), Folded(fields: [$0.note, $0.website])) },
        people: presences.map(name(of:)))
    }
  }

  // What stands only on a testimony names its speaker to nobody who may not read it.
  private func name(
    of person: PersonPresences
  ) -> (id: PersonID, shown: String, last: KnownDate?, names: Folded) {
    let listed = person.presences.compactMap { presence in
      presence.participation.map { events[presence.event].participations[$0].pseudonym }
    }
    let told = person.presences.flatMap(\.testimonies).map { testimonies[$0] }
      .filter { $0.visibility(to: Reader(), on: today).isReadable }.map(\.pseudonym)
    let names = (listed + told).filter { !$0.isEmpty }
    let shown = person.row?.pseudonym ?? ""
    return (
      person.id, names.contains(shown) ? shown : names.last ?? person.id.text, person.row?.last,
      Folded(fields: names)
    )
  }
}
