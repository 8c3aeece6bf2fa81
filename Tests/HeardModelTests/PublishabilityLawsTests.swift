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
    var answer = entry(
      purpose, states.randomElement(using: &chance) ?? .notAsked,
      "2024-05-0\(Int.random(in: 1...4, using: &chance))")
    answer.by = "noa"
    if Int.random(in: 0..<3, using: &chance) == 0 { answer.method = .written }
    return answer
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

  // Reckoned by itself, backwards: the last answer that is a yes, unless a no stands before it that
  // nothing with its own evidence has followed.
  private func isGiven(_ purpose: ConsentPurpose, _ entries: [ConsentEntry]) -> Bool {
    let all = entries.filter { $0.purpose == purpose }
    let closing = Set(all.filter { $0.state != .given }.map(\.at))
    // Of one moment the answer that closes more counts, wherever it stands.
    let answers = all.filter { $0.state != .given || !closing.contains($0.at) }
    let lastNo = answers.lastIndex { $0.state == .refused || $0.state == .withdrawn }
    guard let lastNo else {
      guard let last = answers.last else { return false }
      // Of one moment the more closed answer wins.
      let equals = answers.reversed().prefix { $0.at == last.at }
      return equals.allSatisfy { $0.state == .given }
    }
    if purpose == .record { return false }
    let later = answers[(lastNo + 1)...]
    guard
      let opened = later.firstIndex(where: {
        $0.state == .given && $0.method != nil && $0.at != answers[lastNo].at
      })
    else { return false }
    let rest = later[opened...]
    guard let last = rest.last else { return false }
    return rest.reversed().prefix { $0.at == last.at }.allSatisfy { $0.state == .given }
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

  @Test func `clocks that were wrong change nothing as long as the order of the list is kept`()
    throws
  {
    try forHistories { chance, entries, audience in
      // Each answer at a moment of its own, in whichever order; an approval comes after them all.
      let seconds = entries.indices.map { $0 * 60 }.shuffled(using: &chance)
      let ordered = entries.indices.map { index in
        var answer = entries[index]
        answer.at = moment("2024-05-01").adding(seconds: index * 60)
        return answer
      }
      let wrong = entries.indices.map { index in
        var answer = entries[index]
        answer.at = moment("2024-05-01").adding(seconds: seconds[index])
        return answer
      }
      return sample(ordered, audience).result == sample(wrong, audience).result
    }
  }

  @Test func `an answer that a mark adds to an older copy closes what it is about`() throws {
    try forHistories { chance, entries, audience in
      var whole = Consent()
      whole.id = id("c-1")
      whole.entries = entries.enumerated().map { index, answer in
        var answer = answer
        answer.id = Code(stored: "e-\(index)") ?? answer.id
        return answer
      }
      guard let mark = WithdrawalMark(whole) else { return true }
      var older = whole
      older.entries = Array(whole.entries.prefix(Int.random(in: 0...entries.count, using: &chance)))
      let joined = older.joined(with: mark)
      return joined.joined(with: mark) == joined
        && ConsentPurpose.allCases.allSatisfy { purpose in
          let isNo = mark.entries.contains { $0.purpose == purpose }
          let isKnown = mark.entries.allSatisfy { answer in
            answer.purpose != purpose || older.entries.contains { $0.id == answer.id }
          }
          // Either the copy knows all of it, or it is closed.
          return !isNo || isKnown || !joined.allows(purpose, on: today)
        }
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

  @Test func `the quotes that a list counts are those that are publishable one by one`() throws {
    var chance = RandomSource.printed("quotes of a list")
    let changes: [(inout OpenQuote) -> Void] = [
      { $0.event.confidentiality = .chathamHouse }, { $0.event.confidentiality = nil },
      { $0.testimony.triage = .safeguarding }, { $0.testimony.consent.communities = ["women"] },
      { $0.quote.approval?.isRevoked = true }, { $0.quote.embargo = day("2025-01-01") },
      { $0.quote.reviewedBy = "noa" }, { $0.quote.text += "." }, { $0.testimony.textKind = .notes },
      { $0.audience = .partners }, { $0.audience = .internal }, { $0.partners = [] },
      { $0.testimony.consent.entries.append(entry(.publish, .withdrawn, "2024-05-20")) },
      { $0.event.participations.removeLast(8) }, { $0.event.attendance.total = 3 },
      { $0.event.participations[0].status = .noShow }, { $0.event.participations[1].roles = [] },
      { for place in 2...11 { $0.event.participations[place].roles = ["organiser"] } },
      { for place in 0...8 { $0.event.participations[place].communities = ["women"] } },
      { for place in 3...9 { $0.event.participations[place].ageBand = "25-34" } },
      { $0.event.participations[4].mergedInto = id("p-1") }, { $0.event.id = id("e-2") },
    ]
    var published = 0
    for _ in 0..<4_000 {
      var sample = OpenQuote()
      var quotes = [sample.quote]
      for change in changes.shuffled(using: &chance).prefix(chance.below(4)) {
        if sample.event.participations.count == 12 { change(&sample) }
        quotes.append(sample.quote)
      }
      sample.testimony.quotes = quotes
      let setting = sample.setting
      let found = quotes.count {
        setting.publishability(of: $0, in: $0.language, for: sample.audience).isPublishable
      }
      published += found
      try #require(setting.publishableQuotes(for: sample.audience) == found)
    }
    // A law about open quotes says nothing when there are none.
    #expect(published > 100)
  }
}
