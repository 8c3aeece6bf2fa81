import HeardModel

extension Insight {
  /// The people of whom at least one presence at an event passes the filter, most events first.
  ///
  /// A person is one id over all events. The figures of a row are those of the presences that pass.
  public func people(_ query: Query = Query()) -> [PersonRow] { Array(foundPeople(query)) }

  /// The same people, each row made when it is looked at.
  public func foundPeople(_ query: Query = Query()) -> FoundRows<PersonRow> {
    let people = people
    let table = people.table
    if query.isEmpty {
      return FoundRows(
        count: table.count, id: { table.ids[Int(table.order[$0])] },
        row: { people.row(Int(table.order[$0]), of: table.presences(of: Int(table.order[$0]))) })
    }
    let found = kept.foundPresences.places(query) { presences(query, among: $0, people) }
    let rows = inOrder(found, people)
    return FoundRows(
      count: rows.count, id: { table.ids[rows[$0].person] },
      row: { people.row(rows[$0].person, of: found[rows[$0].places].lazy.map { Int($0) }) })
  }

  /// How many people are on lists or spoke.
  public var peopleCount: Int { people.table.count }

  /// The row of one person over all events; nil for one who stands nowhere.
  public func person(_ id: PersonID) -> PersonRow? {
    let people = people
    return people.table.number(of: id).map {
      people.row($0, of: people.table.presences(of: $0))
    }
  }

  /// Everyone with their presences, in the order of the list.
  var people: PeopleRows {
    let visibilities = visibilities(for: Reader())
    func rows(_ table: PeopleTable) -> PeopleRows {
      PeopleRows(
        table: table, events: events, testimonies: testimonies, visibilities: visibilities)
    }
    return rows(
      kept.people.value {
        var table = PeopleTable(self)
        let unordered = rows(table)
        table.order { unordered.pseudonym(of: unordered.table.presences(of: $0)) }
        return table
      })
  }

  /// What is searched of each presence.
  private func personTexts(_ people: PeopleRows) -> FlatTexts {
    kept.personTexts.value {
      let table = people.table
      var texts = FlatTexts()
      texts.reserve(table.presences.count, bytes: table.presences.count * 40)
      for place in table.presences.indices {
        texts.add(people.listedName(place))
        texts.add(people.listed(place) { events[$0].participations[$1].note } ?? "")
        texts.add(table.ids[table.person(of: place)].text)
        for testimony in people.open(place) { texts.add(testimonies[testimony].pseudonym) }
        texts.endText()
      }
      return texts
    }
  }
}

// Which presences a filter finds, and whose they are.
extension Insight {
  private struct FoundPerson {
    let person: Int
    /// Where their presences stand among those that were found.
    let places: Range<Int>
  }

  private func presences(
    _ query: Query, among places: [Int32]?, _ people: PeopleRows
  ) -> [Int32] {
    let tests = Matcher(query, for: .people, in: self).terms.map { presenceTest($0, people) }
    func passes(_ place: Int) -> Bool { tests.allSatisfy { $0(place) } }
    if let places { return places.filter { passes(Int($0)) } }
    return people.table.presences.indices.filter(passes).map { Int32($0) }
  }

  private func presenceTest(_ term: Matcher.Term, _ people: PeopleRows) -> (Int) -> Bool {
    let isNegated = term.isNegated
    switch term.condition {
    case .nothing: return { _ in false }
    case .words(let words):
      let texts = personTexts(people)
      return { place in words.contains { texts.contains($0, at: place) } != isNegated }
    case .key(let key, let values) where Self.keysOfPeople.contains(key):
      return { personHas($0, key, values, people) != isNegated }
    case .key(let key, let values):
      // Of an event it is asked once, not for everybody who was there.
      let has = events.indices.map { eventHas($0, key, values) ?? false }
      return { has[Int(people.table.presences[$0].event)] != isNegated }
    }
  }

  private static let keysOfPeople: Set<QueryKey> = [
    .status, .role, .declared, .partner, .person, .id,
  ]

  private func personHas(
    _ place: Int, _ key: QueryKey, _ values: Matcher.Values, _ people: PeopleRows
  ) -> Bool {
    let person = people.table.ids[people.table.person(of: place)]
    switch key {
    case .status:
      return people.listed(place) {
        values.stored.contains(events[$0].participations[$1].status.rawValue)
      } ?? false
    case .role:
      return people.listed(place) {
        events[$0].participations[$1].roles.contains(where: values.codes.contains)
      } ?? false
        || people.open(place).contains {
          testimonies[$0].roles.contains(where: values.codes.contains)
        }
    case .declared:
      return people.listed(place) {
        events[$0].participations[$1].communities.contains(where: values.codes.contains)
      } ?? false
        || people.open(place).contains {
          testimonies[$0].communities.contains(where: values.codes.contains)
        }
    case .partner:
      let partner = people.listed(place) { events[$0].participations[$1].organisation } ?? nil
      return partner.map { organisation($0, is: values) } ?? false
    case .person:
      return values.means(person, people.listedName(place))
        || people.open(place).contains { values.means(person, testimonies[$0].pseudonym) }
    case .id: return values.stored.contains { person.text.hasPrefix($0.lowercased()) }
    default: return false
    }
  }

  /// The people to whom some presences belong, in the order of the list.
  private func inOrder(_ found: [Int32], _ people: PeopleRows) -> [FoundPerson] {
    let table = people.table
    var whole = [FoundPerson?](repeating: nil, count: table.count)
    var parts: [(key: PersonKey, found: FoundPerson)] = []
    var place = 0
    while place < found.count {
      let person = table.person(of: Int(found[place]))
      let all = table.presences(of: person)
      var end = place + 1
      while end < found.count, all.contains(Int(found[end])) { end += 1 }
      let entry = FoundPerson(person: person, places: place..<end)
      if end - place == all.count {
        whole[Int(table.ranks[person])] = entry
      } else {
        parts.append((people.key(person, of: found[place..<end].map { Int($0) }), entry))
      }
      place = end
    }
    // Rows over all events stand in their order already.
    let rows = whole.compactMap { $0 }
    return parts.isEmpty ? rows : merged(rows, parts.sorted { $0.key < $1.key }, table)
  }

  private func merged(
    _ whole: [FoundPerson], _ parts: [(key: PersonKey, found: FoundPerson)], _ table: PeopleTable
  ) -> [FoundPerson] {
    var rows: [FoundPerson] = []
    rows.reserveCapacity(whole.count + parts.count)
    var next = 0
    for row in whole {
      while next < parts.count, parts[next].key < table.key(of: row.person) {
        rows.append(parts[next].found)
        next += 1
      }
      rows.append(row)
    }
    return rows + parts[next...].map(\.found)
  }
}
