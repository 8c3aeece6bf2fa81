/// Narrows, rule by rule, how somebody is named and what stands beside their words.
struct PublishNarrowing {
  /// Of how many people who attended a quote must at least be able to come.
  static let crowd = 5

  private(set) var naming: Naming
  private(set) var attributes: [QuoteAttribute]
  private(set) var communities: [Code]
  private(set) var rules: [PublishRule] = []
  private let testimony: Testimony

  /// What consent, approval, audience and profiles leave.
  init(_ setting: QuoteSetting, _ quote: Quote, _ audience: Audience) {
    testimony = setting.testimony
    let consent = testimony.consent
    // How to be named and what may stand beside a quote are asked together with publishing.
    let isAsked = consent.allows(.publish, on: setting.today)
    naming = isAsked ? consent.naming : .none
    attributes = isAsked ? QuoteAttribute.allCases.filter(consent.attributes.contains) : []
    communities =
      isAsked ? testimony.communities.filter(consent.communities.contains).sorted() : []
    noteWhatConsentLeavesOut()
    narrowNaming(quote, audience)
    narrowTraits(setting.profiles)
  }

  /// Narrows by the rule of the event and by how many people there could be meant.
  mutating func keepApart(_ event: Event, roles: Taxonomy) {
    if event.confidentialityOrClosed == .chathamHouse {
      let hadSome = naming > .none || !communities.isEmpty || attributes.contains(.role)
      naming = .none
      communities = []
      attributes.removeAll { $0 == .role }
      if hadSome { rules.append(.chathamHouse) }
    }
    let people = Counted(event.participations, roles: roles)
    // Of those who were counted and stand on no list no trait is known: where the list itself is no
    // crowd, all who came could be meant as long as nothing stands beside the words.
    let isPartOnly =
      people.places.count < Self.crowd && people.places.count < event.attendance.tally ?? 0
    if people.places.isEmpty || isPartOnly { return keepApartTallied(event) }
    keepApart(among: people)
  }

  private mutating func noteWhatConsentLeavesOut() {
    if naming < .fullName { rules.append(.namingByConsent) }
    for attribute in QuoteAttribute.allCases where !attributes.contains(attribute) {
      rules.append(.attributeNotGiven(attribute))
    }
    for code in testimony.communities where !communities.contains(code) {
      rules.append(.communityNotGiven(code))
    }
  }

  private mutating func narrowNaming(_ quote: Quote, _ audience: Audience) {
    let approved = quote.approval?.naming ?? .none
    if approved < naming {
      naming = approved
      rules.append(.namingByApproval)
    }
    if audience == .partners && naming > .none {
      naming = .none
      rules.append(.namingByAudience)
    }
  }

  private mutating func narrowTraits(_ profiles: [CountryProfile]) {
    let all = profiles.isEmpty ? [CountryProfile()] : profiles
    for code in communities where !all.allSatisfy({ $0.rule(for: code).allowsOnPerson }) {
      communities.removeAll { $0 == code }
      rules.append(.profileCommunity(code))
    }
    if attributes.contains(.ageBand), !all.allSatisfy(\.ageBands.allowsOnPerson) {
      attributes.removeAll { $0 == .ageBand }
      rules.append(.profileAgeBand)
    }
  }

  // Where nobody is listed, or too few, it cannot be reckoned how many could be meant: nothing stands beside it.
  private mutating func keepApartTallied(_ event: Event) {
    if !attributes.isEmpty || !communities.isEmpty { rules.append(.onlyTallied) }
    attributes = []
    communities = []
    let tally = event.attendance.tally
    if let tally, tally < Self.crowd { return rules.append(.tooFew(tally)) }
    if tally == nil || !event.attendance.isSourceKnown { rules.append(.crowdUnknown) }
  }

  // From the most telling to the least: the place, all communities but one, that one, age, role.
  // Counted among the people at this event, who are never more than those of its wider place.
  private mutating func keepApart(among people: Counted) {
    let first = count(people, communities, most: Self.crowd)
    guard first < Self.crowd else { return }
    rules.append(.unique(first))
    attributes.removeAll { $0 == .place }
    if communities.count > 1 {
      let best = communities.max { a, b in
        (count(people, [a]), b) < (count(people, [b]), a)
      }
      communities = best.map { [$0] } ?? []
    }
    if count(people, communities, most: Self.crowd) < Self.crowd { communities = [] }
    for attribute in [QuoteAttribute.ageBand, .role]
    where count(people, communities, most: Self.crowd) < Self.crowd {
      attributes.removeAll { $0 == attribute }
    }
    let left = count(people, communities, most: Self.crowd)
    if left < Self.crowd { rules.append(.tooFew(left)) }
  }

  // How many of them could have spoken, as far as what stands beside the words tells; a crowd is a
  // crowd, so that most questions end long before the end of the list.
  private func count(_ people: Counted, _ shown: [Code], most: Int = .max) -> Int {
    let ageBand = attributes.contains(.ageBand) ? testimony.ageBand : nil
    let roles = attributes.contains(.role) ? testimony.roles : []
    var found = 0
    for place in people.places where found < most {
      let isAlike =
        shown.allSatisfy(people.list[place].communities.contains)
        && (ageBand == nil || people.list[place].ageBand == ageBand)
        && roles.allSatisfy(people.list[place].roles.contains)
      if isAlike { found += 1 }
    }
    return found
  }
}

/// Those of a list who count as attendances.
private struct Counted {
  let list: [Participation]
  let places: [Int]

  init(_ list: [Participation], roles: Taxonomy) {
    self.list = list
    places = list.countedPlaces(roles: roles)
  }
}
