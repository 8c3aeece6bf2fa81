import Foundation
import HeardModel
import TestKit
import Testing

@testable import HeardInsight

/// What is kept from the letters before is the same as what is found anew.
@Suite struct NarrowingTests {
  private let readers = [
    Reader(), Reader(staff: id("noa"), roles: []),
    Reader(staff: id("lead"), roles: [.safeguardingLead]),
  ]

  /// A letter more, one taken away, or another beginning: as somebody types who looks for something.
  private func typed(_ text: String, _ chance: inout RandomSource) -> String {
    let wanted = [
      "ana", "anastasia", "ruth-9", "ana zx", "country:fr ana", "-ana zo", "ana,ben", "か\u{3099}",
      "status:attended a", "p-1", "t-1", "e-3", "role:organiser", "école", "ß", "has:quotes",
      "\"ana",
      "event:e-1 a", "quote:publishable", "person:an", "xyz:1",
    ]
    switch chance.below(10) {
    case 0: return ""
    case 1: return chance.pick(wanted)
    case 2, 3, 4: return String(text.dropLast())
    default:
      let ways = wanted.filter { $0.hasPrefix(text) && $0 != text }
      guard let way = ways.isEmpty ? nil : chance.pick(ways) else {
        return text + chance.pick(["a", " ", "n", "b"])
      }
      return String(way.prefix(text.count + 1))
    }
  }

  @Test func `letters that are typed and taken away find what is found anew`() throws {
    var chance = RandomSource.printed("typed filters")
    var found = 0
    for _ in 0..<12 {
      let programme = CrowdedProgramme.make(&chance)
      let kept = Insight(programme, today: CrowdedProgramme.today)
      var text = ""
      for _ in 0..<60 {
        text = typed(text, &chance)
        let query = Query(text, isBeingTyped: chance.chance(80))
        let reader = chance.pick(readers)
        let anew = Insight(programme, today: CrowdedProgramme.today)
        try #require(kept.people(query) == anew.people(query), "\(text)")
        try #require(kept.events(query) == anew.events(query), "\(text)")
        let testimonies = kept.testimonies(query, for: reader)
        try #require(testimonies == anew.testimonies(query, for: reader), "\(text)")
        let counts = kept.testimonyCounts(query, for: reader)
        try #require(counts.all == testimonies.count, "\(text)")
        try #require(counts.hidden == testimonies.count { !$0.visibility.isReadable }, "\(text)")
        try #require(
          counts.quotable == testimonies.count { ($0.publishable ?? 0) > 0 }, "\(text)")
        found += testimonies.count
      }
    }
    #expect(found > 100)
  }

  @Test func `words that are looked for letter by letter find what is found anew`() throws {
    var chance = RandomSource.printed("sought words")
    var found = 0
    for _ in 0..<12 {
      let programme = CrowdedProgramme.make(&chance)
      let kept = Insight(programme, today: CrowdedProgramme.today)
      var text = ""
      for _ in 0..<60 {
        text = typed(text, &chance)
        let words = text.split(separator: " ").map { Folded(String($0)) }.filter { !$0.isEmpty }
        let reader = chance.pick(readers)
        let anew = Insight(programme, today: CrowdedProgramme.today)
        let few = kept.find(words, for: reader, most: 3)
        let all = anew.find(words, for: reader)
        try #require(Set(few.keys) == Set(all.keys), "\(text)")
        for (kind, wanted) in all {
          try #require(few[kind]?.count == wanted.best.count, "\(text)")
          try #require(few[kind]?.best == Array(wanted.best.prefix(3)), "\(text)")
          found += wanted.count
        }
      }
    }
    #expect(found > 100)
  }

  @Test func `only what holds all that was asked for before narrows it`() {
    func narrows(_ text: String, _ other: String) -> Bool { Query(text).narrows(Query(other)) }
    #expect(narrows("anast", "ana") && narrows("xana", "ana") && narrows("ana b", "ana"))
    #expect(narrows("country:fr anab", "country:fr ana") && narrows("ana", ""))
    #expect(!narrows("ana", "anast") && !narrows("ana", "ana b") && !narrows("", "ana"))
    #expect(!narrows("-anast", "-ana") && !narrows("-ana", "ana") && !narrows("ana,ben", "ana"))
    #expect(narrows("anab", "ana,ben") && !narrows("country:jp ana", "country:fr ana"))
    #expect(!narrows("か\u{3099}", "か"), "a mark makes another letter of it")
  }
}

@Suite struct PeopleTableTests {
  // Reckoned by itself, from the records alone.
  private func reckoned(_ programme: Programme) -> [(id: String, events: Int, testimonies: Int)] {
    var events: [String: Set<String>] = [:]
    var testimonies: [String: Int] = [:]
    for event in programme.events.values {
      for listed in event.participations {
        events[listed.id.text, default: []].insert(event.id.text)
      }
    }
    for testimony in programme.testimonies.values
    where testimony.counts(on: CrowdedProgramme.today) {
      guard let person = testimony.person else { continue }
      events[person.text, default: []].insert(testimony.event.text)
      testimonies[person.text, default: 0] += 1
    }
    return events.filter { !programme.erased.contains($0.key) }
      .map { ($0.key, $0.value.count, testimonies[$0.key] ?? 0) }
  }

  @Test func `everybody who is listed or spoke stands there once, most events first`() throws {
    var chance = RandomSource.printed("people")
    for _ in 0..<60 {
      let programme = CrowdedProgramme.make(&chance)
      let insight = Insight(programme, today: CrowdedProgramme.today)
      let rows = insight.people()
      let wanted = Dictionary(
        uniqueKeysWithValues: reckoned(programme).map { ($0.id, [$0.events, $0.testimonies]) })
      try #require(rows.count == wanted.count && insight.peopleCount == wanted.count)
      for row in rows {
        try #require(wanted[row.id.text] == [row.events, row.testimonies])
        try #require(insight.person(row.id) == row)
        try #require(insight.people(Query("id:\(row.id.text)")).contains(row))
      }
      for (a, b) in zip(rows, rows.dropFirst()) {
        let isInOrder =
          a.events != b.events
          ? a.events > b.events
          : a.testimonies != b.testimonies
            ? a.testimonies > b.testimonies
            : a.pseudonym != b.pseudonym ? a.pseudonym < b.pseudonym : a.id < b.id
        try #require(isInOrder)
      }
      for filter in ["country:fr", "status:attended", "role:organiser", "ana"] {
        let found = insight.foundPeople(Query(filter))
        try #require(Array(found.ids) == found.map(\.id))
        try #require(found.map(\.id) == insight.people(Query(filter)).map(\.id))
        let keys = found.map { ($0.events, $0.testimonies) }
        try #require(zip(keys, keys.dropFirst()).allSatisfy { $0.0 >= $1.0 })
      }
    }
  }

  @Test func `the first bytes of two texts never order them otherwise than all of both`() throws {
    var chance = RandomSource.printed("beginnings")
    let pieces =
      CrowdedProgramme.names + ["e\u{301}", "é", "\u{327}", "각", "ᄀ", "Å", "\u{212B}", "🏳", "z"]
    func text() -> String { (0..<chance.below(4)).map { _ in chance.pick(pieces) }.joined() }
    for _ in 0..<20_000 {
      let (a, b) = (text(), text())
      guard a.orderedBeginning != b.orderedBeginning else { continue }
      // Compared as they are composed: `<` takes a decomposed text for one behind its beginning.
      let (one, other) = (
        a.precomposedStringWithCanonicalMapping, b.precomposedStringWithCanonicalMapping
      )
      try #require(
        (a.orderedBeginning < b.orderedBeginning)
          == one.utf8.lexicographicallyPrecedes(other.utf8), "\(a.debugDescription) \(b)")
    }
  }
}
