/// Who a text is meant for.
public enum Audience: String, CaseIterable, Sendable {
  /// The programme's own team, in its reports.
  case `internal`
  /// The partners whom the notice names.
  case partners
  /// Everyone.
  case `public`

  /// The purposes that must be given before a quote goes to this audience.
  public var purposes: [ConsentPurpose] {
    switch self {
    case .internal: [.record, .learn]
    case .partners: [.record, .partners]
    case .public: [.record, .publish]
    }
  }
}

/// A rule that closed or narrowed what may be told.
public enum PublishRule: Hashable, Sendable {
  /// A purpose is not given; with how it stands.
  case consent(ConsentPurpose, ConsentState)
  /// Nobody could show that the speaker agreed.
  case evidenceLacking([ConsentLack])
  /// The event is not known, so neither is what may be told of it.
  case eventUnknown
  /// Nothing that was said there leaves the room.
  case eventClosed
  /// It is not known what may be told of the event, which closes like closed.
  case confidentialityUnknown
  /// It goes to the safeguarding lead and nowhere else.
  case safeguarding
  /// It is still being taken down, or waits for a day that nobody has set.
  case stage(TestimonyStage)
  /// Nothing goes out before this day.
  case embargo(CalendarDay)
  /// The words are notes or interpreted, and were not read back.
  case notVerbatim
  /// The words were read back on a day that is not noted, or that is still to come.
  case readBackUndated
  /// They stand neither in the words of the testimony nor in an approved translation.
  case notSaid
  /// There are no words, or none in this language.
  case noText
  /// A machine translated it and nobody compared it.
  case machineTranslation
  /// The speaker was not asked about this quote, or it is not noted by whom and when.
  case notApproved
  /// The approval, or the look of the second person, is of a day that is still to come.
  case dayToCome(CalendarDay)
  /// The approval is older than a withdrawal, which ended it for good.
  case approvalBeforeWithdrawal
  /// The speaker took the approval back.
  case approvalRevoked
  /// The speaker approved other words.
  case approvalOfOtherText
  /// The speaker approved the original only.
  case translationNotApproved
  /// No second person looked at it yet.
  case notReviewed
  /// Who looked at it is who took it down or read it back, or nobody knows who did.
  case reviewedByTaker
  /// The notice that the speaker was told names no partner.
  case noPartnerNamed
  /// It is not noted who in the community agreed to this use.
  case communityGovernance
  /// Fewer than five people who attended could be meant, whatever is left out.
  case tooFew(Int)
  /// Nobody knows how many came, or how that number came about, so nobody knows how many could be
  /// meant.
  case crowdUnknown

  /// What the speaker allowed as a name.
  case namingByConsent
  /// What the speaker allowed as a name beside this quote.
  case namingByApproval
  /// Partners get texts without names.
  case namingByAudience
  /// At the event it was agreed not to tell who spoke.
  case chathamHouse
  /// The speaker did not agree that this stands beside a quote.
  case attributeNotGiven(QuoteAttribute)
  /// The speaker did not agree that this community stands beside a quote.
  case communityNotGiven(Code)
  /// The country's profile keeps this community off the records of persons.
  case profileCommunity(Code)
  /// The country's profile keeps the band of age off the records of persons.
  case profileAgeBand
  /// People there were only tallied, so nobody can tell how many could be meant.
  case onlyTallied
  /// Beside these communities, age and role fewer than five people could be meant.
  case unique(Int)

  /// Whether the rule keeps the quote in altogether; other rules narrow what stands beside it.
  public var isBlocking: Bool {
    switch self {
    case .namingByConsent, .namingByApproval, .namingByAudience, .chathamHouse,
      .attributeNotGiven, .communityNotGiven, .profileCommunity, .profileAgeBand, .onlyTallied,
      .unique:
      false
    default: true
    }
  }
}

/// What may be told of a quote in one language to one audience; reckoned each time, never stored.
public struct Publishability: Hashable, Sendable {
  /// Whether the words may be used.
  public let isPublishable: Bool
  /// How the speaker may be named; not at all when the words may not be used.
  public let naming: Naming
  /// What may stand beside the words, in the order of the list of attributes.
  public let attributes: [QuoteAttribute]
  /// The communities that may stand beside the words.
  public let communities: [Code]
  /// Every rule that closed or narrowed something, each once, blocking ones first.
  public let reasons: [PublishRule]
}

/// What the rules of publishing look at, beside the quote itself.
public struct QuoteSetting: Sendable {
  /// The testimony from which the quote is taken.
  public var testimony: Testimony
  /// Where it was told; nil closes everything.
  public var event: Event?
  /// The profiles of the event's country and of the consent's law; every one must allow a trait.
  public var profiles: [CountryProfile]
  /// The partners whom the notice names.
  public var noticePartners: [OrganisationID]
  /// Those of the team, so that a name and an id of one person are known as the same.
  public var names: TeamNames
  /// The list of roles; people in a role that is not counted hide nobody.
  public var roles: Taxonomy
  /// The day on which the quote would go out.
  public var today: CalendarDay

  /// The setting of a testimony's quotes.
  public init(
    testimony: Testimony, event: Event?, profiles: [CountryProfile],
    noticePartners: [OrganisationID] = [], names: TeamNames = TeamNames(),
    roles: Taxonomy = .builtIn(.role), today: CalendarDay
  ) {
    self.testimony = testimony
    self.event = event
    self.profiles = profiles
    self.noticePartners = noticePartners
    self.names = names
    self.roles = roles
    self.today = today
  }

  /// What may be told of a quote in a language to an audience.
  ///
  /// On each axis the least that consent, approval, the event's rule, safeguarding, the country's
  /// profile, uniqueness, embargo and review allow. Whatever is not known closes.
  public func publishability(
    of quote: Quote, in language: LanguageTag, for audience: Audience
  ) -> Publishability {
    var rules = blockingRules(quote, language, audience)
    let narrowing = narrowing(quote, audience)
    rules += narrowing.rules
    let isPublishable = !rules.contains(where: \.isBlocking)
    var seen: Set<PublishRule> = []
    let once = rules.filter { seen.insert($0).inserted }
    return Publishability(
      isPublishable: isPublishable,
      naming: isPublishable ? narrowing.naming : .none,
      attributes: isPublishable ? narrowing.attributes : [],
      communities: isPublishable ? narrowing.communities : [],
      reasons: once.filter(\.isBlocking) + once.filter { !$0.isBlocking })
  }

  /// How many quotes of the testimony may be told to an audience, each in its own language.
  ///
  /// The same answer as that of `publishability`, for lists of many: one rule that keeps a quote in
  /// is enough, and the people of the event are counted only for a quote that nothing else keeps in.
  public func publishableQuotes(for audience: Audience) -> Int {
    if testimony.quotes.isEmpty || keepsAllIn(audience) { return 0 }
    return testimony.quotes.count { quote in
      !keepsIn(quote, quote.language)
        && !narrowing(quote, audience).rules.contains(where: \.isBlocking)
    }
  }

  private func narrowing(_ quote: Quote, _ audience: Audience) -> PublishNarrowing {
    var narrowing = PublishNarrowing(self, quote, audience)
    if let event { narrowing.keepApart(event, roles: roles) }
    return narrowing
  }
}

extension Programme {
  /// The setting of a testimony's quotes, from the records of the programme.
  ///
  /// `roles` and `names` spare making them anew for each of many testimonies.
  public func quoteSetting(
    of testimony: Testimony, on today: CalendarDay, roles: Taxonomy? = nil,
    names: TeamNames? = nil
  ) -> QuoteSetting {
    let event = events[testimony.event]
    return QuoteSetting(
      testimony: testimony, event: event, profiles: profiles(of: testimony.consent, at: event),
      noticePartners: testimony.consent.notice.flatMap { notices[$0]?.partners } ?? [],
      names: names ?? TeamNames(team), roles: roles ?? taxonomy(.role), today: today)
  }
}
