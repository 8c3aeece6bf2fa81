import HeardModel
import TestKit
import Testing

/// A quote to which nothing is opposed, so that each test opposes one thing.
struct OpenQuote {
  var testimony = Testimony()
  var event = Event()
  var quote = Quote()
  var profiles = [CountryProfile.builtIn(country("BR"))]
  var partners: [OrganisationID] = []
  var team: [StaffID: StaffMember] = [:]
  var today = day("2024-06-01")
  var language = TestKit.language("pt-BR")
  var audience = Audience.public
  private static let roles = Taxonomy.builtIn(.role)

  init() {
    event.id = id("e-1")
    event.country = country("BR")
    event.status = .held
    event.confidentiality = .open
    event.participations = (1...12).map {
      person("p-\($0)", communities: ["disabled", "women"], ageBand: "45-54")
    }
    quote.id = id("q-1")
    quote.text = "Ninguém me ouviu."
    quote.language = language
    quote.reviewedBy = "max"
    quote.reviewedOn = day("2024-05-20")
    quote.approval = QuoteApproval()
    quote.approval?.at = moment("2024-05-10")
    quote.approval?.by = "noa"
    quote.approval?.text = quote.text
    quote.approval?.language = language
    quote.approval?.naming = .fullName
    testimony.id = id("t-1")
    testimony.event = event.id
    testimony.takenBy = id("noa")
    testimony.text = "Ontem esperei três horas. Ninguém me ouviu."
    testimony.textKind = .verbatim
    testimony.stage = .reviewed
    testimony.language = language
    testimony.communities = ["disabled", "women"]
    testimony.ageBand = "45-54"
    testimony.roles = ["communityMember"]
    testimony.consent.notice = id("n-1")
    testimony.consent.method = .written
    testimony.consent.obtainedBy = "noa"
    testimony.consent.naming = .fullName
    testimony.consent.attributes = QuoteAttribute.allCases
    testimony.consent.communities = ["disabled", "women"]
    testimony.consent.entries = ConsentPurpose.allCases.map {
      entry($0, .given, "2024-05-01")
    }
    partners = [id("o-1")]
  }

  var setting: QuoteSetting {
    QuoteSetting(
      testimony: testimony, event: event, profiles: profiles, noticePartners: partners,
      names: TeamNames(team), roles: Self.roles, today: today)
  }

  var result: Publishability { setting.publishability(of: quote, in: language, for: audience) }

  func with(_ change: (inout OpenQuote) -> Void) -> Publishability {
    var copy = self
    change(&copy)
    return copy.result
  }
}

@Suite struct PublishabilityTests {
  private let open = OpenQuote()

  private func expectClosed(
    by rule: PublishRule, _ change: (inout OpenQuote) -> Void,
    _ place: SourceLocation = #_sourceLocation
  ) {
    let result = open.with(change)
    #expect(!result.isPublishable, sourceLocation: place)
    #expect(result.naming == .none, sourceLocation: place)
    #expect(result.attributes.isEmpty && result.communities.isEmpty, sourceLocation: place)
    #expect(result.reasons.contains(rule), "\(result.reasons)", sourceLocation: place)
    #expect(result.reasons.first?.isBlocking == true, sourceLocation: place)
  }

  @Test func `a quote to which nothing is opposed goes out with all that was agreed`() {
    let result = open.result
    #expect(result.isPublishable)
    #expect(result.naming == .fullName)
    #expect(result.attributes == QuoteAttribute.allCases)
    #expect(result.communities == ["disabled", "women"])
    #expect(result.reasons.isEmpty)
  }

  @Test func `a quote about which nothing is known is closed to everyone`() {
    let setting = QuoteSetting(
      testimony: Testimony(), event: nil, profiles: [], today: open.today)
    for audience in Audience.allCases {
      let result = setting.publishability(of: Quote(), in: .undetermined, for: audience)
      #expect(!result.isPublishable)
      #expect(
        Set(result.reasons).isSuperset(of: [
          .consent(.record, .notAsked), .eventUnknown, .noText, .notApproved, .notReviewed,
          .notVerbatim, .stage(.draft),
        ]))
    }
  }

  @Test(arguments: [
    (Audience.internal, ConsentPurpose.learn), (.partners, .partners), (.public, .publish),
    (.internal, .record), (.partners, .record), (.public, .record),
  ])
  func `each audience needs its own purpose, and that the testimony is kept`(
    audience: Audience, purpose: ConsentPurpose
  ) {
    for state in [ConsentState.refused, .withdrawn, .expired, .notAsked] {
      expectClosed(by: .consent(purpose, state)) {
        $0.audience = audience
        $0.testimony.consent.entries.append(entry(purpose, state, "2024-05-02"))
      }
    }
    let others = ConsentPurpose.allCases.filter { !audience.purposes.contains($0) }
    let result = open.with {
      $0.audience = audience
      $0.testimony.consent.entries += others.map { entry($0, .withdrawn, "2024-05-02") }
    }
    #expect(result.isPublishable)
  }

  @Test func `a consent whose day of review has passed is closed`() {
    expectClosed(by: .consent(.publish, .expired)) {
      $0.testimony.consent.reviewBy = day("2024-05-31")
    }
  }

  @Test func `partners get it only when the notice names some, and never with a name`() {
    expectClosed(by: .noPartnerNamed) {
      $0.audience = .partners
      $0.partners = []
    }
    let result = open.with { $0.audience = .partners }
    #expect(result.isPublishable && result.naming == .none)
    #expect(result.reasons == [.namingByAudience])
  }

  @Test func `without consent to publish nothing stands beside a quote inside the team`() {
    let result = open.with {
      $0.audience = .internal
      $0.testimony.consent.entries.append(entry(.publish, .refused, "2024-05-02"))
    }
    #expect(result.isPublishable)
    #expect(result.naming == .none && result.attributes.isEmpty && result.communities.isEmpty)
  }

  @Test func `nothing that was said at a closed event leaves the room`() {
    for audience in Audience.allCases {
      expectClosed(by: .eventClosed) {
        $0.audience = audience
        $0.event.confidentiality = .closed
      }
    }
  }

  @Test func `under the Chatham House rule no name, role or community is told`() {
    let result = open.with { $0.event.confidentiality = .chathamHouse }
    #expect(result.isPublishable && result.naming == .none && result.communities.isEmpty)
    #expect(result.attributes == [.country, .place, .year, .ageBand])
    #expect(result.reasons == [.chathamHouse])
  }

  @Test func `a testimony of another event than the given one is closed`() {
    expectClosed(by: .eventUnknown) { $0.testimony.event = id("e-2") }
  }

  @Test func `a disclosure goes nowhere`() {
    for audience in Audience.allCases {
      expectClosed(by: .safeguarding) {
        $0.audience = audience
        $0.testimony.triage = .safeguarding
      }
    }
  }

  @Test func `a draft and an embargo without a day are closed`() {
    expectClosed(by: .stage(.draft)) { $0.testimony.stage = .draft }
    expectClosed(by: .stage(.embargoed)) { $0.testimony.stage = .embargoed }
  }

  @Test func `nothing goes out before the day of an embargo, of the testimony or of the quote`() {
    expectClosed(by: .embargo(day("2024-06-02"))) { $0.testimony.embargo = day("2024-06-02") }
    expectClosed(by: .embargo(day("2024-06-02"))) { $0.quote.embargo = day("2024-06-02") }
    #expect(open.with { $0.testimony.embargo = day("2024-06-01") }.isPublishable)
    #expect(open.with { $0.quote.embargo = day("2024-06-01") }.isPublishable)
  }

  @Test func `notes and interpreted words can be quoted only after they were read back`() {
    for kind in [TextKind.notes, .interpreted] {
      expectClosed(by: .notVerbatim) { $0.testimony.textKind = kind }
      let result = open.with {
        $0.testimony.textKind = kind
        $0.testimony.readBack.isConfirmed = true
        $0.testimony.readBack.at = moment("2024-05-09")
      }
      #expect(result.isPublishable)
      for moment in [nil, moment("2024-06-03")] {
        expectClosed(by: .readBackUndated) {
          $0.testimony.textKind = kind
          $0.testimony.readBack.isConfirmed = true
          $0.testimony.readBack.at = moment
        }
      }
    }
    #expect(open.with { $0.testimony.textKind = .writtenByPerson }.isPublishable)
  }

  @Test func `a yes without its evidence goes neither to partners nor to the public`() {
    let lacking: [(ConsentLack, (inout OpenQuote) -> Void)] = [
      (.wording, { $0.testimony.consent.notice = nil }),
      (.method, { $0.testimony.consent.method = nil }),
      (.asker, { $0.testimony.consent.obtainedBy = " " }),
      (.methodNotCounted, { $0.profiles[0].methods = [.recorded] }),
      (
        .guardian,
        {
          $0.testimony.ageBand = "under18"
          $0.testimony.consent.hasAssent = true
        }
      ),
      (.assent, { $0.testimony.consent.guardian = "A parent" }),
    ]
    for (lack, change) in lacking {
      for audience in [Audience.public, .partners] {
        expectClosed(by: .evidenceLacking([lack])) {
          $0.audience = audience
          change(&$0)
        }
      }
      // Inside the team it stays readable.
      let inside = open.with {
        $0.audience = .internal
        change(&$0)
      }
      #expect(inside.isPublishable)
    }
  }

  @Test func `of the country of the event and the law that applies the stricter counts`() {
    expectClosed(by: .evidenceLacking([.methodNotCounted])) {
      $0.testimony.consent.method = .oralWitnessed
      $0.profiles.append(.builtIn(country("MX")))
    }
  }

  @Test func `evidence that is added later opens what a yes without it did not`() {
    let result = open.with {
      $0.testimony.consent.method = nil
      $0.testimony.consent.obtainedBy = ""
      for purpose in [ConsentPurpose.record, .publish] {
        var added = entry(purpose, .given, "2024-05-20")
        (added.method, added.isEvidenceOnly, added.by) = (.written, true, "noa")
        $0.testimony.consent.entries.append(added)
      }
    }
    #expect(result.isPublishable)
  }

  @Test func `confidentiality that is not known closes like closed`() {
    expectClosed(by: .confidentialityUnknown) { $0.event.confidentiality = nil }
  }

  @Test func `words that the speaker did not say are no quote of theirs`() {
    expectClosed(by: .notSaid) {
      $0.testimony.text = "Outra coisa."
    }
    // A translation of which a person is sure counts as their words, one by a machine does not.
    func translated(_ kind: TranslationKind) -> (inout OpenQuote) -> Void {
      {
        $0.quote.language = TestKit.language("en")
        $0.quote.text = "Nobody heard me."
        $0.quote.approval?.text = $0.quote.text
        $0.quote.approval?.language = $0.quote.language
        $0.language = $0.quote.language
        var translation = Translation()
        (translation.id, translation.text) = ($0.language, "I waited. Nobody heard me.")
        translation.kind = kind
        $0.testimony.translations = [translation]
      }
    }
    #expect(open.with(translated(.human)).isPublishable)
    expectClosed(by: .notSaid, translated(.machine))
  }

  @Test func `an approval that is older than a withdrawal is void for ever`() {
    func reopened(_ change: (inout OpenQuote) -> Void = { _ in }) -> Publishability {
      open.with {
        $0.testimony.consent.entries.append(entry(.publish, .withdrawn, "2024-05-15"))
        var again = entry(.publish, .given, "2024-05-16")
        (again.method, again.by) = (.written, "noa")
        $0.testimony.consent.entries.append(again)
        change(&$0)
      }
    }
    #expect(reopened().reasons == [.approvalBeforeWithdrawal])
    let approvedAgain = reopened { $0.quote.approval?.at = moment("2024-05-17") }
    #expect(approvedAgain.isPublishable)
    expectClosed(by: .dayToCome(day("2025-03-01"))) {
      $0.quote.approval?.at = moment("2025-03-01")
    }
  }

  @Test func `a quote needs an approval with words, person and day`() {
    expectClosed(by: .notApproved) { $0.quote.approval = nil }
    expectClosed(by: .notApproved) { $0.quote.approval?.by = " " }
    expectClosed(by: .notApproved) { $0.quote.approval?.at = Moment(seconds: 0) }
    expectClosed(by: .notApproved) { $0.quote.approval?.text = "" }
    expectClosed(by: .approvalRevoked) { $0.quote.approval?.isRevoked = true }
  }

  @Test func `another text than the approved one is closed, by a single character`() {
    expectClosed(by: .approvalOfOtherText) { $0.quote.text = "Ninguém me ouviu!" }
    expectClosed(by: .approvalOfOtherText) {
      $0.quote.approval?.language = TestKit.language("es")
    }
    expectClosed(by: .noText) { $0.quote.text = "" }
  }

  private func translated(_ kind: TranslationKind, reviewed: Bool) -> (inout OpenQuote) -> Void {
    return { open in
      var translation = Translation()
      translation.id = TestKit.language("en")
      translation.text = "Nobody listened to me."
      translation.kind = kind
      translation.isReviewed = reviewed
      open.quote.translations = [translation]
      open.language = translation.id
    }
  }

  @Test func `the approval of the original covers a translation only if it says so`() {
    expectClosed(by: .translationNotApproved, translated(.human, reviewed: true))
    let covered = open.with {
      translated(.human, reviewed: false)(&$0)
      $0.quote.approval?.coversTranslations = true
    }
    #expect(covered.isPublishable)
    let itself = open.with {
      translated(.human, reviewed: false)(&$0)
      $0.quote.approval?.text = "Nobody listened to me."
      $0.quote.approval?.language = $0.language
    }
    #expect(itself.isPublishable)
    expectClosed(by: .noText) {
      $0.quote.approval?.coversTranslations = true
      $0.language = TestKit.language("de")
    }
  }

  @Test func `an approved translation says nothing of the original`() {
    expectClosed(by: .approvalOfOtherText) {
      translated(.human, reviewed: true)(&$0)
      $0.quote.approval?.text = "Nobody listened to me."
      $0.quote.approval?.language = $0.language
      $0.quote.approval?.coversTranslations = true
      $0.language = $0.quote.language
    }
  }

  @Test func `what a machine translated goes out only after a person compared it`() {
    expectClosed(by: .machineTranslation) {
      translated(.machine, reviewed: false)(&$0)
      $0.quote.approval?.coversTranslations = true
    }
    expectClosed(by: .machineTranslation) {
      translated(.machine, reviewed: false)(&$0)
      $0.quote.approval?.text = "Nobody listened to me."
      $0.quote.approval?.language = $0.language
    }
    let reviewed = open.with {
      translated(.machine, reviewed: true)(&$0)
      $0.quote.approval?.coversTranslations = true
    }
    #expect(reviewed.isPublishable)
  }

  @Test func `a second person looks at it, on a day that has come`() {
    expectClosed(by: .notReviewed) { $0.quote.reviewedBy = "" }
    expectClosed(by: .notReviewed) { $0.quote.reviewedOn = nil }
    expectClosed(by: .dayToCome(day("2024-06-02"))) { $0.quote.reviewedOn = day("2024-06-02") }
  }

  @Test func `who took it down or read it back is not the second person, by id or by name`() {
    var member = StaffMember()
    member.id = id("noa")
    member.name = "Noa Lima"
    expectClosed(by: .reviewedByTaker) { $0.quote.reviewedBy = "noa" }
    expectClosed(by: .reviewedByTaker) { $0.quote.reviewedBy = " NOA " }
    expectClosed(by: .reviewedByTaker) {
      $0.team = [member.id: member]
      $0.quote.reviewedBy = "noa lima"
    }
    expectClosed(by: .reviewedByTaker) {
      $0.testimony.takenBy = id("rui")
      $0.team = [member.id: member]
      $0.quote.approval?.by = "Noa  Lima"
      $0.quote.reviewedBy = "noa"
    }
    expectClosed(by: .reviewedByTaker) { $0.testimony.takenBy = nil }
  }

  @Test func `a name is told no further than consent and approval both allow`() {
    for consent in Naming.allCases {
      for approval in Naming.allCases {
        let result = open.with {
          $0.testimony.consent.naming = consent
          $0.quote.approval?.naming = approval
        }
        #expect(result.isPublishable)
        #expect(result.naming == min(consent, approval))
        #expect(result.reasons.contains(.namingByConsent) == (consent < .fullName))
        #expect(result.reasons.contains(.namingByApproval) == (approval < consent))
      }
    }
  }

  @Test func `only what the speaker agreed to stands beside the words, each by itself`() {
    let result = open.with {
      $0.testimony.consent.attributes = [.year, .country]
      $0.testimony.consent.communities = ["women", "lgbtq"]
    }
    #expect(result.attributes == [.country, .year])
    #expect(result.communities == ["women"])
    #expect(
      Set(result.reasons) == [
        .attributeNotGiven(.place), .attributeNotGiven(.ageBand), .attributeNotGiven(.role),
        .communityNotGiven("disabled"),
      ])
  }

  @Test func `agreeing to be named implies no community`() {
    let result = open.with { $0.testimony.consent.communities = [] }
    #expect(result.naming == .fullName && result.communities.isEmpty)
  }

  @Test func `a community that a country keeps off the records of persons is not told`() {
    let result = open.with { $0.profiles = [CountryProfile.builtIn(country("ES"))] }
    #expect(result.isPublishable && result.communities.isEmpty)
    #expect(result.reasons == [.profileCommunity("disabled"), .profileCommunity("women")])
    let both = open.with { $0.profiles.append(CountryProfile.builtIn(country("ES"))) }
    #expect(both.communities.isEmpty)
    #expect(open.with { $0.profiles = [] }.communities.isEmpty)
  }

  @Test func `a band of age that a country keeps off the records of persons is not told`() {
    let result = open.with { $0.profiles[0].ageBands = .tallyOnly }
    #expect(!result.attributes.contains(.ageBand))
    #expect(result.reasons == [.profileAgeBand])
  }

  @Test func `what Indigenous people told needs to say who in the community agreed`() {
    for audience in [Audience.partners, .public] {
      expectClosed(by: .communityGovernance) {
        $0.audience = audience
        $0.event.aboutCommunities = ["indigenous"]
      }
    }
    let agreed = open.with {
      $0.testimony.communities.append("indigenous")
      $0.event.communityGovernance = "Council, 3 May 2024"
    }
    #expect(agreed.isPublishable)
  }

  @Test func `where more came than stand on the list, all who came could be meant`() {
    let result = open.with {
      $0.event.participations = [person("p-1", communities: ["disabled", "women"])]
      $0.event.attendance.total = 84
      $0.event.attendance.source = .counted
    }
    #expect(result.isPublishable)
    // Of those who were only counted no trait is known, so none stands beside the words.
    #expect(result.attributes.isEmpty && result.communities.isEmpty)
    #expect(result.reasons.contains(.onlyTallied))
    expectClosed(by: .tooFew(4)) {
      $0.event.participations = [person("p-1")]
      $0.event.attendance.total = 4
    }
    expectClosed(by: .tooFew(1)) {
      $0.event.participations = [person("p-1")]
      $0.event.attendance.total = 1
    }
  }
}
