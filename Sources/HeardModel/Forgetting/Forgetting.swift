/// Whose words, or what of somebody, is to go.
public enum ForgetSubject: Hashable, Sendable {
  /// One testimony.
  case testimony(TestimonyID)
  /// Somebody, everywhere: their name, their parts in events, and all that they told.
  case person(PersonID)
  /// Somebody's part in one event.
  case participation(PersonID, at: EventID)
  /// What tells of people at an organisation.
  case contact(OrganisationID)
}

/// What happens to it.
public enum ForgetDeed: Hashable, Sendable {
  /// It goes for good, and a tombstone keeps it away.
  case erase
  /// What was agreed about a testimony is taken back; the words go only with `record`.
  case withdraw([ConsentPurpose])

  /// Whether the words go.
  public var takesWords: Bool {
    switch self {
    case .erase: true
    case .withdraw(let purposes): purposes.contains(.record)
    }
  }
}

/// All that would go and stay if something were forgotten, found before anything is done.
public struct Forgetting: Hashable, Sendable {
  /// What it is about.
  public let subject: ForgetSubject
  /// What is done.
  public let deed: ForgetDeed
  /// The testimonies that it is about.
  public let testimonies: [Testimony]
  /// The events on whose lists the person stands, as far as their part goes.
  public let events: [EventID]
  /// The ids that get a tombstone; empty where nothing is erased.
  public let tombstones: [String]
  /// What was said and what they are called, by which the rest is found.
  public let spoken: SpokenWords
  /// Where else it stands in records.
  public let found: [FoundWords]
  /// Quotes that close.
  public let quotes: [Quote]

  /// The people whose names go with it: the person, and those who turned out to be them.
  public var people: [PersonID] {
    guard case .person(let id) = subject else { return [] }
    let own = Set(testimonies.map(\.id.text) + [id.text])
    return [id] + tombstones.filter { !own.contains($0) }.compactMap(PersonID.init(stored:))
  }

  /// Looks for everything; `identities` are the names behind pseudonyms that are on this machine.
  public init(
    _ subject: ForgetSubject, _ deed: ForgetDeed, in programme: Programme,
    identities: [Identity] = []
  ) {
    (self.subject, self.deed) = (subject, deed)
    var testimonies: [Testimony] = []
    var events: [EventID] = []
    var tombstones: [String] = []
    var spoken = SpokenWords()
    switch subject {
    case .testimony(let id):
      testimonies = programme.testimonies[id].map { [$0] } ?? []
      tombstones = [id.text]
    case .person(let id):
      testimonies = programme.testimonies.values.filter { $0.person == id }.sorted { $0.id < $1.id }
      events = programme.events.values.filter { $0.participations.contains { $0.id == id } }
        .map(\.id).sorted()
      tombstones =
        [id.text] + testimonies.map(\.id.text) + programme.tombstones(mergedInto: id, at: events)
    case .participation(let id, let event):
      events = [event]
      tombstones =
        [ErasedPart.participation(id, at: event)] + programme.tombstones(mergedInto: id, at: events)
    case .contact(let id): tombstones = [ErasedPart.contact(of: id)]
    }
    for testimony in testimonies where deed.takesWords {
      // The number stays with the answers, so that it goes on answering.
      spoken.add(deed == .erase ? testimony.spoken : testimony.said)
      spoken.add(name: testimony.pseudonym, isCalling: true)
    }
    if deed == .erase {
      if case .person(let id) = subject {
        for event in events.compactMap({ programme.events[$0] }) {
          let own = event.participations.filter { $0.id == id }
          for part in own + event.entries(mergedInto: id) {
            spoken.add(name: part.pseudonym, isCalling: true)
            spoken.add(words: part.note)
          }
        }
        for identity in identities where identity.id == id || tombstones.contains(identity.id.text)
        {
          for name in [identity.name, identity.nameReading, identity.contact] {
            spoken.add(name: name)
          }
        }
      }
      if case .contact(let id) = subject, let organisation = programme.organisations[id] {
        spoken.add(words: organisation.note)
      }
    }
    self.testimonies = testimonies
    self.events = events
    let codes = testimonies.map(\.consent.withdrawalCode).filter { !$0.isEmpty }
    self.tombstones = deed == .erase ? tombstones + codes.map(ErasedPart.code) : []
    self.spoken = spoken
    quotes = testimonies.flatMap(\.quotes)
    let own = Set(testimonies.map(\.id.text))
    found = programme.find(spoken, besides: own, tombstones: Set(self.tombstones))
  }
}

extension Programme {
  /// The records in whose texts anybody's words can stand who is not theirs.
  private var searched: [Record] {
    [.settings(settings)] + events.values.sorted { $0.id < $1.id }.map(Record.event)
      + actions.values.sorted { $0.id < $1.id }.map(Record.action)
      + organisations.values.sorted { $0.id < $1.id }.map(Record.organisation)
      + facts.values.sorted { $0.id < $1.id }.map(Record.fact)
      + views.values.sorted { $0.id < $1.id }.map(Record.view)
  }

  /// Where words stand in records that are not theirs.
  func find(
    _ spoken: SpokenWords, besides own: Set<String>, tombstones: Set<String>
  ) -> [FoundWords] {
    if spoken.isEmpty { return [] }
    var found: [FoundWords] = []
    var rest = self
    rest.removeAll(tombstones)
    for record in rest.searched {
      if case .view(let view) = record {
        guard view.tells(spoken, isRare: { isRare($0, besides: own) }) else { continue }
        found.append(
          FoundWords(record: record.key, member: "filter", excerpt: view.filter, fate: .removed))
        continue
      }
      var cutter = TextCutter(spoken)
      _ = record.visited(by: &cutter)
      found += cutter.found.map {
        FoundWords(record: record.key, member: $0.member, excerpt: $0.excerpt, fate: .cutOut)
      }
    }
    return found
  }

  /// Whether a word stands in no other testimony: then a filter with it is about this one.
  private func isRare(_ word: String, besides own: Set<String>) -> Bool {
    testimonies.values.allSatisfy { testimony in
      own.contains(testimony.id.text)
        || !SpokenWords.words(in: testimony.text).contains { $0.folded == word }
    }
  }

  /// The edits that take out what a plan has found, but for the places that are kept.
  ///
  /// What the plan is about goes by tombstones, or by the answers that close it.
  public func edits(for plan: Forgetting, keeping kept: Set<FoundWords> = []) -> [Edit] {
    var after = self
    for key in Set(plan.found.map(\.record)) {
      guard let record = record(key) else { continue }
      let members = Set(kept.filter { $0.record == key }.map(\.member))
      if case .view = record {
        if members.isEmpty { after.put(nil, at: key) }
        continue
      }
      var cutter = TextCutter(plan.spoken, keeping: members)
      after.put(record.visited(by: &cutter), at: key)
    }
    let keys = Set(plan.found.map(\.record))
    return keys.sorted { ($0.file, $0.recordID) < ($1.file, $1.recordID) }.compactMap { key in
      let (old, new) = (record(key), after.record(key))
      return old == new ? nil : Edit(before: old, after: new)
    }
  }
}

extension Record {
  /// Whether a text in it repeats words, or has a name or code of theirs.
  public func repeats(_ spoken: SpokenWords) -> Bool {
    if spoken.isEmpty { return false }
    var cutter = TextCutter(spoken, withCallings: false)
    _ = visited(by: &cutter)
    return !cutter.found.isEmpty
  }
}

extension SavedView {
  /// Whether its filter or name repeats words, or is a piece of them.
  func tells(_ spoken: SpokenWords, isRare: (String) -> Bool) -> Bool {
    if spoken.occur(in: filter) || spoken.occur(in: name) { return true }
    // What stands behind a key is a value of a list and nobody's word.
    let free = filter.split(separator: " ").filter { !$0.contains(":") }.joined(separator: " ")
    return spoken.hold(typed: free, isRare: isRare)
  }
}
