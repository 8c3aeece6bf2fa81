import HeardModel
import TestKit
import Testing

/// Laws over random histories of consent: whatever was answered in whatever order, closed wins.
@Suite struct PublishabilityLawsTests {
  private let today = day("2024-06-01")

  private func randomEntry(_ chance: inout RandomSource) -> ConsentEntry {
    let purpose = ConsentPurpose.allCases.randomElement(using: &chance) ?? .record
    // Mostly given and on few days, so that open quotes and equal moments are common.
    let states: [ConsentState] = [.given, .given, .given, .given, .refused, .withdrawn, .notAsked]
    return entry(
      purpose, states.randomElement(using: &chance) ?? .notAsked,
      "2024-05-0\(Int.random(in: 1...4, using: &chance))")
  }

  private func randomHistory(_ chance: inout RandomSource) -> [ConsentEntry] {
    var entries = (0..<Int.random(in: 0...14, using: &chance)).map { _ in randomEntry(&chance) }
    if Bool.random(using: &chance) {
      entries += ConsentPurpose.allCases.map { entry($0, .given, "2024-05-01") }
    }
    return entries
  }

  private func sample(_ entries: [ConsentEntry], _ audience: Audience) -> OpenQuote {
    var sample = OpenQuote()
    sample.testimony.consent.entries = entries
    sample.audience = audience
    return sample
  }

  // Reckoned by itself: the answers of the latest day, all of them given.
  private func isGiven(_ purpose: ConsentPurpose, _ entries: [ConsentEntry]) -> Bool {
    let answers = entries.filter { $0.purpose == purpose }
    guard let last = answers.map(\.at).max() else { return false }
    return answers.filter { $0.at == last }.allSatisfy { $0.state == .given }
  }

  private func latest(_ purpose: ConsentPurpose, _ entries: [ConsentEntry]) -> Int {
    entries.filter { $0.purpose == purpose }.map(\.at.seconds).max() ?? 0
  }

  private func isMoreOpen(_ a: Publishability, than b: Publishability) -> Bool {
    (a.isPublishable && !b.isPublishable) || a.naming > b.naming
      || !Set(a.attributes).isSubset(of: b.attributes)
      || !Set(a.communities).isSubset(of: b.communities)
  }

  private func forHistories(
    _ times: Int = 3_000, _ law: (inout RandomSource, [ConsentEntry], Audience) throws -> Bool
  ) throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var chance = RandomSource(seed: seed)
    for time in 0..<times {
      let entries = randomHistory(&chance)
      let audience = Audience.allCases.randomElement(using: &chance) ?? .public
      let holds = try law(&chance, entries, audience)
      try #require(holds, "seed \(seed), history \(time)")
    }
  }

  @Test func `nothing goes out whose purposes are not given`() throws {
    var published = 0
    try forHistories { _, entries, audience in
      let result = sample(entries, audience).result
      let isOpen = audience.purposes.allSatisfy { isGiven($0, entries) }
      if result.isPublishable { published += 1 }
      return result.isPublishable == isOpen
    }
    // A law about open quotes says nothing when there are none.
    #expect(published > 100)
  }

  @Test func `a refusal or withdrawal that is added opens nothing, whenever it was given`() throws {
    try forHistories { chance, entries, audience in
      let before = sample(entries, audience).result
      var added = randomEntry(&chance)
      let closing: [ConsentState] = [.refused, .withdrawn, .notAsked, .expired]
      added.state = closing.randomElement(using: &chance) ?? .refused
      return !isMoreOpen(sample(entries + [added], audience).result, than: before)
    }
  }

  @Test func `a withdrawal after everything else closes what it is about`() throws {
    try forHistories { chance, entries, audience in
      let purpose = audience.purposes.randomElement(using: &chance) ?? .record
      let closed = entries + [entry(purpose, .withdrawn, "2024-05-09")]
      return !sample(closed, audience).result.isPublishable
    }
  }

  @Test func `the order in which answers stand in the list opens nothing`() throws {
    try forHistories { chance, entries, audience in
      let result = sample(entries, audience).result
      let other = sample(entries.shuffled(using: &chance), audience).result
      return !isMoreOpen(result, than: other) && !isMoreOpen(other, than: result)
    }
  }

  // Two machines that merge keep all answers of both. A later yes may open what an earlier no
  // closed, as the person said; but a merge opens nothing that was closed on both sides, and
  // where the later answer of the two closed, or both fell in the same moment, it stays closed.
  @Test func `two histories that are merged open nothing that neither had open`() throws {
    try forHistories { chance, entries, _ in
      let other = randomHistory(&chance)
      for purpose in ConsentPurpose.allCases {
        var (ours, theirs, both) = (Consent(), Consent(), Consent())
        ours.entries = entries
        theirs.entries = other
        both.entries = entries + other
        let isOpen = both.allows(purpose, on: today)
        if isOpen && !ours.allows(purpose, on: today) && !theirs.allows(purpose, on: today) {
          return false
        }
        let (last, otherLast) = (latest(purpose, entries), latest(purpose, other))
        if isOpen && last >= otherLast && last > 0 && !ours.allows(purpose, on: today) {
          return false
        }
        if isOpen && otherLast >= last && otherLast > 0 && !theirs.allows(purpose, on: today) {
          return false
        }
      }
      return true
    }
  }

  @Test func `merging twice or the other way round changes nothing`() throws {
    try forHistories { chance, entries, audience in
      let other = randomHistory(&chance)
      let once = sample(entries + other, audience).result
      let again = sample(other + entries + other, audience).result
      return once.isPublishable == again.isPublishable && !isMoreOpen(once, than: again)
        && !isMoreOpen(again, than: once)
    }
  }

  @Test func `one more thing that closes never opens another`() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var chance = RandomSource(seed: seed)
    let closings: [(inout OpenQuote) -> Void] = [
      { if $0.event.confidentiality == .open { $0.event.confidentiality = .chathamHouse } },
      { $0.event.confidentiality = .closed },
      { $0.testimony.triage = .safeguarding }, { $0.testimony.consent.naming = .chosenName },
      { $0.testimony.consent.attributes = [.country] }, { $0.testimony.consent.communities = [] },
      { $0.quote.approval?.naming = .none }, { $0.quote.approval?.isRevoked = true },
      { $0.quote.embargo = day("2025-01-01") }, { $0.profiles.append(CountryProfile()) },
      { $0.quote.reviewedBy = "noa" }, { $0.audience = .partners },
      { $0.testimony.textKind = .notes }, { $0.quote.text += "." },
      { $0.testimony.consent.entries.append(entry(.publish, .withdrawn, "2024-05-20")) },
    ]
    for _ in 0..<2_000 {
      var sample = OpenQuote()
      for closing in closings.shuffled(using: &chance).prefix(4) {
        let before = sample.result
        let audience = sample.audience
        closing(&sample)
        // Another audience is asked another purpose; the law is about one audience.
        if sample.audience != audience { continue }
        try #require(!isMoreOpen(sample.result, than: before), "seed \(seed)")
      }
    }
  }
}
