import HeardModel
import TestKit
import Testing

@Suite struct ConsentTests {
  private let today = day("2024-06-01")

  @Test func `a purpose that nobody asked about is closed`() {
    for purpose in ConsentPurpose.allCases {
      #expect(Consent().state(of: purpose, on: today) == .notAsked)
      #expect(!Consent().allows(purpose, on: today))
    }
  }

  @Test func `one purpose says nothing of another`() {
    var consent = Consent()
    consent.entries = [entry(.publish, .given, "2024-05-01")]
    for purpose in ConsentPurpose.allCases {
      #expect(consent.allows(purpose, on: today) == (purpose == .publish))
    }
  }

  @Test func `what was withdrawn opens again only by a later answer with its own evidence`() {
    var consent = Consent()
    consent.notice = id("n-1")
    consent.entries = [
      entry(.learn, .given, "2024-05-03"), entry(.learn, .withdrawn, "2024-05-02"),
    ]
    #expect(consent.state(of: .learn, on: today) == .withdrawn)
    var yes = entry(.learn, .given, "2024-05-04")
    #expect(consent.adding(yes).state(of: .learn, on: today) == .withdrawn)
    (yes.method, yes.by) = (.written, "noa")
    #expect(consent.adding(yes).state(of: .learn, on: today) == .given)
    // Whatever the clock said: the order of the list is that of the answers.
    yes.at = moment("2024-05-01")
    #expect(consent.adding(yes).state(of: .learn, on: today) == .given)
    yes.isEvidenceOnly = true
    #expect(consent.adding(yes).state(of: .learn, on: today) == .withdrawn)
  }

  @Test func `keeping that was refused or withdrawn never opens again`() {
    for state in [ConsentState.refused, .withdrawn] {
      var consent = Consent()
      consent.notice = id("n-1")
      var yes = entry(.record, .given, "2024-05-04")
      (yes.method, yes.by) = (.written, "noa")
      consent.entries = [entry(.record, state, "2024-05-02"), yes]
      #expect(consent.state(of: .record, on: today) == state)
      #expect(consent.isFinallyClosed)
    }
  }

  @Test(arguments: ConsentState.allCases.filter { $0 != .given })
  func `of two answers at one moment the one that closes wins`(other: ConsentState) {
    for entries in [[ConsentState.given, other], [other, .given]] {
      var consent = Consent()
      consent.entries = entries.map { entry(.publish, $0, "2024-05-01") }
      #expect(consent.state(of: .publish, on: today) == other)
    }
  }

  @Test func `a consent expires the day after its day of review`() {
    var consent = Consent()
    consent.entries = [
      entry(.record, .given, "2024-05-01"), entry(.publish, .refused, "2024-05-01"),
    ]
    consent.reviewBy = today
    #expect(consent.state(of: .record, on: today) == .given)
    #expect(consent.state(of: .record, on: today.adding(days: 1)) == .expired)
    #expect(!consent.allows(.record, on: today.adding(days: 1)))
    #expect(consent.state(of: .publish, on: today.adding(days: 1)) == .refused)
    #expect(consent.state(of: .image, on: today.adding(days: 1)) == .notAsked)
  }

  @Test func `only a no closes, at once or later`() {
    #expect(ConsentState.allCases.filter(\.closes) == [.refused, .withdrawn])
  }
}

@Suite struct VisibilityTests {
  private let today = day("2024-06-01")
  private let taker = Reader(staff: id("noa"), roles: [.facilitator])
  private let lead = Reader(staff: id("ida"), roles: [.manager, .safeguardingLead])
  private let manager = Reader(staff: id("max"), roles: [.manager])

  private func testimony(_ entries: [ConsentEntry]) -> Testimony {
    var testimony = Testimony()
    testimony.takenBy = id("noa")
    testimony.consent.entries = entries
    return testimony
  }

  private func readers(_ testimony: Testimony) -> [Bool] {
    [taker, lead, manager, Reader()].map { testimony.visibility(to: $0, on: today).isReadable }
  }

  @Test func `a restricted draft is read by who took it down, and nobody else`() {
    #expect(readers(testimony([])) == [true, false, false, false])
    #expect(
      testimony([]).visibility(to: taker, on: today) == .onlyTaker(.record, .notAsked))
  }

  @Test func `without consent to learn only who took it down reads it`() {
    let record = entry(.record, .given, "2024-05-01")
    #expect(readers(testimony([record])) == [true, false, false, false])
    let refused = testimony([record, entry(.learn, .refused, "2024-05-01")])
    #expect(readers(refused) == [true, false, false, false])
    #expect(refused.visibility(to: manager, on: today) == .hidden(.learn, .refused))
  }

  @Test func `with consent to keep it and to learn from it the team reads it`() {
    let open = testimony([
      entry(.record, .given, "2024-05-01"), entry(.learn, .given, "2024-05-01"),
    ])
    #expect(readers(open) == [true, true, true, true])
  }

  @Test func `a disclosure is read by the safeguarding lead alone`() {
    var told = testimony([
      entry(.record, .given, "2024-05-01"), entry(.learn, .given, "2024-05-01"),
    ])
    told.triage = .safeguarding
    #expect(readers(told) == [false, true, false, false])
  }

  @Test(arguments: [ConsentState.refused, .withdrawn])
  func `what was refused or withdrawn is read by nobody`(state: ConsentState) {
    var told = testimony([
      entry(.record, .given, "2024-05-01"), entry(.learn, .given, "2024-05-01"),
      entry(.record, state, "2024-05-02"),
    ])
    #expect(readers(told) == [false, false, false, false])
    told.triage = .safeguarding
    #expect(readers(told) == [false, false, false, false])
  }

  @Test func `a testimony that nobody is noted to have taken is open to no unknown reader`() {
    var told = testimony([])
    told.takenBy = nil
    #expect(readers(told) == [false, false, false, false])
  }

  @Test func `of a testimony that may not be kept stays no source, but what knows its row again`() {
    var testimony = Testimony()
    testimony.provenance = Provenance(.recorded, source: "Letter of somebody, 12 May")
    testimony.provenance.importKey = "k-1"
    let empty = testimony.emptied()
    #expect(empty.provenance.source.isEmpty)
    #expect(empty.provenance.importKey == "k-1" && empty.provenance.kind == .recorded)
  }

  @Test func `evidence that is added later opens nothing that was closed meanwhile`() {
    var consent = Consent()
    consent.entries = [
      entry(.publish, .given, "2024-05-28"), entry(.publish, .withdrawn, "2024-06-01"),
    ]
    var added = entry(.publish, .given, "2024-06-12")
    added.isEvidenceOnly = true
    added.evidence = "Sheet 18"
    consent.entries.append(added)
    #expect(consent.state(of: .publish, on: day("2024-07-01")) == .withdrawn)
    // Nor does it answer by itself.
    consent.entries = [added]
    #expect(consent.state(of: .publish, on: day("2024-07-01")) == .notAsked)
  }
}
