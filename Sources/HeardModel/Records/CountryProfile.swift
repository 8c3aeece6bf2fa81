/// How far a sensitive trait may be kept in a country.
public enum TraitRule: String, CaseIterable, Comparable, Sendable, StoredText {
  /// Never, not even as a tally.
  case off
  /// Only as a tally of what people declared on slips without names.
  case tallyOnly
  /// On the person's record, in the person's own words or choice.
  case selfIdentify
  /// On the person's record, from the country's own standard list.
  case standardList

  /// Orders from the most closed to the most open.
  public static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }

  /// Whether the trait may stand on a person's record.
  public var allowsOnPerson: Bool { self == .selfIdentify || self == .standardList }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// What may be kept in a country: the file `profiles/FR.json`, or the profile that Heard brings.
///
/// Not legal advice: an organisation's own data-protection officer reviews it.
public struct CountryProfile: Stored, Hashable {
  /// The country.
  public var country: CountryCode?
  /// What holds for a trait that is not listed.
  public var otherwise = TraitRule.tallyOnly
  /// What holds by community.
  public var traits: [Code: TraitRule] = [:]
  /// What holds for bands of age.
  public var ageBands = TraitRule.selfIdentify
  /// Zones of the country, the most usual first; a single one is taken without asking.
  public var zones: [ZoneName] = []
  /// Languages of the country, the most usual first.
  public var languages: [LanguageTag] = []
  /// How an answer has to be taken to count as evidence; empty where every way does.
  public var methods: [ConsentMethod] = []
  /// The age from which a person decides alone.
  public var ageOfConsent: Int?
  /// Why, for those who fill in forms.
  public var note = ""

  /// The profile of a country of which nothing is known: tallies only.
  public init() {}

  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.value("country", &country)
    visitor.required("otherwise", &otherwise)
    visitor.map("traits", &traits)
    visitor.required("ageBands", &ageBands)
    visitor.set("zones", &zones)
    visitor.set("languages", &languages)
    visitor.set("methods", &methods)
    visitor.number("ageOfConsent", &ageOfConsent, 0...30)
    visitor.text("note", &note)
  }

  /// The rule for a community.
  public func rule(for community: Code) -> TraitRule { traits[community] ?? otherwise }
}

extension CountryProfile {
  /// The profile that Heard brings for a country; tallies only for one outside the ten.
  ///
  /// France and Spain are closed: there, consent alone does not open a person's ethnic origin.
  /// Germany is off by default since it keeps no ethnic statistics. Notes are in plain English;
  /// a programme replaces them by its own.
  public static func builtIn(_ country: CountryCode?) -> CountryProfile {
    if let country, let known = brought[country] { return known }
    var profile = CountryProfile()
    profile.country = country
    return profile
  }

  /// The profiles of the ten, each made once: a check asks for one at every person.
  private static let brought: [CountryCode: CountryProfile] = {
    let profiles = rows.compactMap { stored, row -> CountryProfile? in
      guard let country = CountryCode(stored: stored) else { return nil }
      var profile = CountryProfile()
      profile.country = country
      profile.otherwise = row.otherwise
      profile.traits = row.traits
      profile.zones = row.zones.compactMap(ZoneName.init(stored:))
      profile.languages = row.languages.compactMap(LanguageTag.init(stored:))
      profile.methods = row.methods
      profile.note = row.note
      return profile
    }
    return Dictionary(
      profiles.compactMap { profile in profile.country.map { ($0, profile) } }
    ) { first, _ in first }
  }()

  private struct Row: Sendable {
    var otherwise: TraitRule
    var traits: [Code: TraitRule] = [:]
    var zones: [String]
    var languages: [String]
    var methods: [ConsentMethod] = []
    var note: String
  }

  private static let rows: [String: Row] = [
    "AU": Row(
      otherwise: .selfIdentify, traits: ["ethnicMinorities": .standardList],
      zones: [
        "Australia/Sydney", "Australia/Melbourne", "Australia/Brisbane", "Australia/Adelaide",
        "Australia/Darwin", "Australia/Perth", "Australia/Hobart",
      ],
      languages: ["en-AU"],
      note: "Sensitive information needs consent to be collected. Ask First Nations communities who"
        + " may decide on the use of what they tell."),
    "BR": Row(
      otherwise: .selfIdentify, traits: ["ethnicMinorities": .standardList],
      zones: [
        "America/Sao_Paulo", "America/Bahia", "America/Recife", "America/Fortaleza",
        "America/Belem", "America/Manaus", "America/Cuiaba", "America/Rio_Branco",
        "America/Noronha",
      ],
      languages: ["pt-BR"],
      note: "Consent is given for a purpose, set apart from other text; a general consent is void"
        + " and it can be taken back at any time."),
    "CA": Row(
      otherwise: .selfIdentify, traits: ["ethnicMinorities": .standardList],
      zones: [
        "America/Toronto", "America/Halifax", "America/St_Johns", "America/Winnipeg",
        "America/Regina", "America/Edmonton", "America/Vancouver", "America/Whitehorse",
      ],
      languages: ["en-CA", "fr-CA"],
      note: "Express consent for sensitive information. First Nations data belong to First Nations:"
        + " note who in the community agreed."),
    "DE": Row(
      otherwise: .tallyOnly, traits: ["ethnicMinorities": .off, "migrants": .tallyOnly],
      zones: ["Europe/Berlin"], languages: ["de"],
      note: "No ethnic statistics are kept in Germany; people may describe themselves in their own"
        + " words in what they tell."),
    "ES": Row(
      otherwise: .tallyOnly, zones: ["Europe/Madrid"],
      languages: ["es-ES", "ca", "gl", "eu"],
      note: "Consent alone does not lift the ban on recording ethnic origin or orientation of a"
        + " person; only tallies are kept."),
    "FR": Row(
      otherwise: .tallyOnly, traits: ["ethnicMinorities": .off, "indigenous": .off],
      zones: ["Europe/Paris"],
      languages: ["fr"],
      note: "No ethnic origin of a person is kept, in no form. An event may be about a community,"
        + " and a testimony may name the ground of discrimination that was felt."),
    "GB": Row(
      otherwise: .selfIdentify, traits: ["ethnicMinorities": .standardList],
      zones: ["Europe/London"], languages: ["en-GB", "cy"],
      note: "The harmonised list is offered; people choose whether to answer."),
    "JP": Row(
      otherwise: .selfIdentify,
      traits: ["ethnicMinorities": .tallyOnly, "lgbtq": .tallyOnly, "indigenous": .tallyOnly],
      zones: ["Asia/Tokyo"], languages: ["ja"],
      note:
        "Orientation and gender identity are treated as sensitive. Buraku origin is never coded."),
    "MX": Row(
      otherwise: .selfIdentify,
      zones: [
        "America/Mexico_City", "America/Cancun", "America/Merida", "America/Monterrey",
        "America/Chihuahua", "America/Hermosillo", "America/Tijuana",
      ],
      languages: ["es-MX"], methods: [.written, .paperSheet],
      note: "Sensitive data need express written consent."),
    "US": Row(
      otherwise: .selfIdentify, traits: ["ethnicMinorities": .standardList],
      zones: [
        "America/New_York", "America/Chicago", "America/Denver", "America/Phoenix",
        "America/Los_Angeles", "America/Anchorage", "Pacific/Honolulu",
      ],
      languages: ["en-US", "es-US"],
      note: "What people tell about their health is treated as consumer health data: consent,"
        + " withdrawal and deletion hold in every state."),
  ]
}
