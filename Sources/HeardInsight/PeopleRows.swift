import HeardModel

extension Insight {
  /// The events in the order of their numbers.
  typealias EventRecords = Ordered<Event>
  /// The testimonies in the order of their numbers.
  typealias TestimonyRecords = Ordered<Testimony>
}

/// What rows of people are made of; it holds no more of an insight, which may change meanwhile.
struct PeopleRows: Sendable {
  let table: PeopleTable
  let events: Insight.EventRecords
  let testimonies: Insight.TestimonyRecords
  /// What everybody of the team may see of the testimonies.
  let visibilities: [TestimonyVisibility]

  /// The row of a person over some of their presences.
  func row(_ person: Int, of places: some Collection<Int>) -> PersonRow {
    let dated = dated(places)
    let starts = dated.compactMap { events[Int(table.presences[$0].event)].start }
    let attended = dated.count { place in
      events[Int(table.presences[place].event)].status == .held
        && listed(place) { events[$0].participations[$1].status.isAttending } ?? false
    }
    return PersonRow(
      id: table.ids[person], pseudonym: newestPseudonym(dated), events: dated.count,
      attended: attended, testimonies: table.toldCount(in: dated), first: starts.first,
      last: starts.last, roles: Set(dated.flatMap { roles(of: $0) }).sorted())
  }

  /// By what the list is ordered, of a person over some of their presences.
  func key(_ person: Int, of places: some Collection<Int>) -> PersonKey {
    PersonKey(
      events: places.count, testimonies: table.toldCount(in: places),
      pseudonym: newestPseudonym(dated(places)), id: table.ids[person])
  }

  /// What a person is called, by the newest of some presences in which they have a name.
  func pseudonym(of places: Range<Int>) -> String {
    places.count == 1 ? pseudonym(places.lowerBound) : newestPseudonym(dated(places))
  }

  private func newestPseudonym(_ dated: [Int]) -> String {
    dated.reversed().lazy.map { pseudonym($0) }.first { !$0.isEmpty } ?? ""
  }

  /// Presences by the start of their events, unknown ones first.
  private func dated(_ places: some Collection<Int>) -> [Int] {
    if places.count == 1 { return Array(places) }
    return places.sorted { a, b in
      let first = events[Int(table.presences[a].event)].start
      let second = events[Int(table.presences[b].event)].start
      guard let first else { return second != nil }
      return second.map { first < $0 } ?? false
    }
  }

  private func pseudonym(_ place: Int) -> String {
    let listed = listedName(place)
    if !listed.isEmpty { return listed }
    return open(place).lazy.map { testimonies[$0].pseudonym }.first { !$0.isEmpty } ?? ""
  }

  /// What somebody came as in one presence.
  func roles(of place: Int) -> [Code] {
    let listed = listed(place) { events[$0].participations[$1].roles } ?? []
    let open = open(place)
    return open.isEmpty ? listed : listed + open.flatMap { testimonies[$0].roles }
  }

  /// What somebody is called on the event's list; empty where they only spoke there.
  func listedName(_ place: Int) -> String {
    listed(place) { events[$0].participations[$1].pseudonym } ?? ""
  }

  /// What the entry on the event's list says, by the places of both; nil where there is none.
  ///
  /// An entry is a large value: it is looked at where it stands.
  func listed<Value>(_ place: Int, _ value: (Int, Int) -> Value) -> Value? {
    let presence = table.presences[place]
    if presence.participation < 0 { return nil }
    return value(Int(presence.event), Int(presence.participation))
  }

  /// The testimonies of a presence that everybody of the team may read: of others a list of people
  /// tells nothing.
  func open(_ place: Int) -> [Int] {
    let told = table.told(in: place)
    return told.isEmpty ? [] : told.map { Int($0) }.filter { visibilities[$0] == .open }
  }
}
