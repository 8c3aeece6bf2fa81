import HeardModel

/// Everyone who stands on a list or spoke, by numbers: where they were and what they told there.
///
/// The numbers are places in the records of an insight; nothing of a record is copied but what a
/// person is called, by which the list is ordered.
struct PeopleTable: Sendable {
  /// One person at one event.
  struct Presence: Sendable {
    let event: Int32
    /// The place on its list; below zero where the person only spoke.
    var participation: Int32
  }

  /// Who they are, as they were met first.
  private(set) var ids: [PersonID] = []
  /// The presences of all, those of a person beside each other in the order of the events.
  private(set) var presences: [Presence] = []
  /// The people in the order of the list.
  private(set) var order: [Int32] = []
  /// The place of each person in the order of the list.
  private(set) var ranks: [Int32] = []
  /// What each is called over all events.
  private(set) var pseudonyms: [String] = []
  private var numbers: [PersonID: Int32] = [:]
  private var firsts: [Int32] = []
  private var owners: [Int32] = []
  private var told: [Int32] = []
  private var toldFirsts: [Int32] = []

  /// How many there are.
  var count: Int { ids.count }

  /// The number of a person; nil for one who stands nowhere.
  func number(of id: PersonID) -> Int? { numbers[id].flatMap { $0 < 0 ? nil : Int($0) } }

  /// The places of a person's presences.
  func presences(of person: Int) -> Range<Int> { Int(firsts[person])..<Int(firsts[person + 1]) }

  /// Whose presence one is.
  func person(of presence: Int) -> Int { Int(owners[presence]) }

  /// The places of the testimonies that were told in one presence.
  func told(in presence: Int) -> ArraySlice<Int32> {
    told[Int(toldFirsts[presence])..<Int(toldFirsts[presence + 1])]
  }

  /// How many testimonies were told in some presences.
  func toldCount(in presences: some Sequence<Int>) -> Int {
    presences.reduce(0) { $0 + Int(toldFirsts[$1 + 1] - toldFirsts[$1]) }
  }

  /// Orders the list by what each is called.
  mutating func order(calledBy pseudonym: (Int) -> String) {
    pseudonyms = ids.indices.map(pseudonym)
    let weights = ids.indices.map { person in
      let places = presences(of: person)
      return Weight(
        person: Int32(person), events: places.count, testimonies: toldCount(in: places),
        pseudonym: pseudonyms[person])
    }
    order = weights.sorted { [ids, pseudonyms] a, b in
      if a.counts != b.counts { return a.counts < b.counts }
      if a.beginning != b.beginning { return a.beginning < b.beginning }
      let (first, second) = (Int(a.person), Int(b.person))
      return pseudonyms[first] != pseudonyms[second]
        ? pseudonyms[first] < pseudonyms[second] : ids[first] < ids[second]
    }.map(\.person)
    ranks = [Int32](repeating: 0, count: order.count)
    for (rank, person) in order.enumerated() { ranks[Int(person)] = Int32(rank) }
  }

  /// By what a person stands in the list.
  func key(of person: Int) -> PersonKey {
    let places = presences(of: person)
    return PersonKey(
      events: places.count, testimonies: toldCount(in: places), pseudonym: pseudonyms[person],
      id: ids[person])
  }
}

// How it is made.
extension PeopleTable {
  /// Gathers everyone, event by event; it has no order yet.
  init(_ insight: Insight) {
    let places = insight.events.indices.reduce(0) {
      $0 + insight.events[$1].participations.count
    }
    var met = Met(erased: insight.programme.erased, places: places)
    for event in insight.events.indices {
      let listed = insight.events[event].participations
      for place in listed.indices {
        // One person, who stands there in the entry that counts.
        if listed[place].mergedInto != nil, insight.events[event].isMerged(listed[place]) {
          continue
        }
        met.isListed(listed[place].id, event, place)
      }
      for place in insight.testimoniesOfEvent[insight.events[event].id] ?? [] {
        guard let person = insight.testimonies[place].person,
          insight.counts(at: place)
        else { continue }
        met.spoke(person, event, place)
      }
    }
    take(met)
  }

  // Puts the presences of each person beside each other, and what was told in each beside it.
  private mutating func take(_ met: Met) {
    (ids, numbers) = (met.ids, met.numbers)
    firsts = Self.starts(met.entries.map(\.person), count: ids.count)
    var next = firsts
    var places = [Int32](repeating: 0, count: met.entries.count)
    presences = [Presence](
      repeating: Presence(event: 0, participation: -1), count: met.entries.count)
    owners = [Int32](repeating: 0, count: met.entries.count)
    for (number, entry) in met.entries.enumerated() {
      let place = next[Int(entry.person)]
      next[Int(entry.person)] += 1
      places[number] = place
      (presences[Int(place)], owners[Int(place)]) = (entry.presence, entry.person)
    }
    let toldIn = met.told.map { places[Int($0.entry)] }
    toldFirsts = Self.starts(toldIn, count: presences.count)
    next = toldFirsts
    told = [Int32](repeating: 0, count: met.told.count)
    for (number, presence) in toldIn.enumerated() {
      told[Int(next[Int(presence)])] = met.told[number].testimony
      next[Int(presence)] += 1
    }
  }

  /// Where what belongs to each number begins, with the end of all at the end.
  private static func starts(_ numbers: [Int32], count: Int) -> [Int32] {
    var starts = [Int32](repeating: 0, count: count + 1)
    for number in numbers { starts[Int(number) + 1] += 1 }
    for place in 0..<count { starts[place + 1] += starts[place] }
    return starts
  }
}

/// Who was met so far, going through the events one by one.
private struct Met {
  struct Entry {
    let person: Int32
    var presence: PeopleTable.Presence
  }

  let erased: Set<String>
  var ids: [PersonID] = []
  /// Below zero is who was erased.
  var numbers: [PersonID: Int32] = [:]
  var entries: [Entry] = []
  var told: [(entry: Int32, testimony: Int32)] = []
  /// The last entry of each person.
  private var last: [Int32] = []

  init(erased: Set<String>, places: Int) {
    self.erased = erased
    numbers.reserveCapacity(places)
    entries.reserveCapacity(places)
  }

  mutating func isListed(_ id: PersonID, _ event: Int, _ place: Int) {
    guard let entry = entry(id, event) else { return }
    entries[entry].presence.participation = Int32(place)
  }

  mutating func spoke(_ id: PersonID, _ event: Int, _ testimony: Int) {
    guard let entry = entry(id, event) else { return }
    told.append((Int32(entry), Int32(testimony)))
  }

  // The entry of a person at an event, the last one of theirs if there is one already.
  private mutating func entry(_ id: PersonID, _ event: Int) -> Int? {
    let person = number(id)
    if person < 0 { return nil }
    let known = Int(last[Int(person)])
    if known >= 0, entries[known].presence.event == Int32(event) { return known }
    last[Int(person)] = Int32(entries.count)
    entries.append(
      Entry(person: person, presence: .init(event: Int32(event), participation: -1)))
    return entries.count - 1
  }

  private mutating func number(_ id: PersonID) -> Int32 {
    if let number = numbers[id] { return number }
    let isNobody = id.isEmpty || erased.contains(id.text)
    let number = isNobody ? -1 : Int32(ids.count)
    numbers[id] = number
    if !isNobody {
      ids.append(id)
      last.append(-1)
    }
    return number
  }
}

/// By what the list of people is ordered: most events first, then most testimonies, then by name.
struct PersonKey: Comparable {
  let events: Int
  let testimonies: Int
  let pseudonym: String
  let id: PersonID

  static func < (a: PersonKey, b: PersonKey) -> Bool {
    if a.events != b.events { return a.events > b.events }
    if a.testimonies != b.testimonies { return a.testimonies > b.testimonies }
    return a.pseudonym != b.pseudonym ? a.pseudonym < b.pseudonym : a.id < b.id
  }
}

/// The same in numbers, as far as those tell people apart: most are told apart by them.
private struct Weight {
  let person: Int32
  /// Fewer where there are more events, then where there are more testimonies.
  let counts: UInt64
  let beginning: UInt64

  init(person: Int32, events: Int, testimonies: Int, pseudonym: String) {
    self.person = person
    let lacking = (UInt64(UInt32.max) - UInt64(events), UInt64(UInt32.max) - UInt64(testimonies))
    counts = lacking.0 << 32 | lacking.1
    beginning = pseudonym.orderedBeginning
  }
}
