/// What a published number of participants counts.
public enum PublishedUnit: String, CaseIterable, Sendable, StoredText {
  /// Distinct people.
  case people
  /// One person at one event.
  case attendances
}

/// What the programme has published about itself, for comparison with what is logged.
public struct PublishedTotals: Stored, Hashable {
  /// Events and conferences organised and taken part in.
  public var events: Int?
  /// How many took part, in the unit that the publication tells.
  public var participants: Int?
  /// Whether the number of participants is a lower bound, as "more than 12,000".
  public var isAtLeast = false
  /// Where it was published.
  public var source = ""
  /// From when on was counted, as exact as published.
  public var from: KnownDate?
  /// Until when was counted.
  public var to: KnownDate?
  /// What the participants are; nil where the publication does not say.
  public var unit: PublishedUnit?
  /// What was counted, in words: which countries, which kinds of event.
  public var scope = ""

  /// Nothing published.
  public init() {}
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.number("events", &events)
    visitor.number("participants", &participants)
    visitor.flag("atLeast", &isAtLeast)
    visitor.text("source", &source)
    visitor.value("from", &from)
    visitor.value("to", &to)
    visitor.value("unit", &unit)
    visitor.text("scope", &scope)
  }
}

/// The programme itself: the file `heard.json`.
public struct ProgrammeSettings: Stored, Hashable {
  /// The format that this version writes; older ones are read, and written after an upgrade.
  public static let currentFormat = 2

  /// The format of the folder.
  public var format: Int? = currentFormat
  /// Tells the programme from others; drafts and undo are kept under it.
  public var id: Code = "programme"
  /// What it is called.
  public var name = ""
  /// Languages in which the programme works.
  public var languages: [LanguageTag] = []
  /// The countries of the programme; others may still be named in events.
  public var countries: [CountryCode] = CountryCode.programmeCountries
  /// What it has published.
  public var published = PublishedTotals()
  /// Whether a group of the machine shares the folder: files are 0660 then, else 0600.
  public var isSharedByGroup = false
  /// How many days after an event people are told what came of it, unless it is set there.
  public var feedbackDays: Int? = 90
  /// How many days after an event something is kept, by the rule; others hold as they are.
  public var retentionDays: [Code: Int] = [:]
  /// The zone in which days of the programme begin and end, where no event tells another.
  public var zone: ZoneName?
  /// The public key of the safeguarding lead, with which disclosures are sealed.
  public var leadKey = ""
  /// How many days after the lead's receipt a disclosure is removed; 30 where nothing is set.
  public var disclosureDays: Int?
  /// Where the content comes from.
  public var provenance = Provenance()
  /// Fields to which two people gave different values.
  public var conflicts: [FieldConflict] = []

  /// A programme that is being made.
  public init() {}
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.number("format", &format, 1...1_000_000)
    visitor.required("id", &id)
    visitor.text("name", &name)
    visitor.set("languages", &languages)
    visitor.set("countries", &countries)
    visitor.object("published", &published)
    visitor.flag("sharedByGroup", &isSharedByGroup)
    visitor.number("feedbackDays", &feedbackDays, 1...3650)
    visitor.counts("retentionDays", &retentionDays)
    visitor.value("zone", &zone)
    visitor.text("leadKey", &leadKey)
    visitor.number("disclosureDays", &disclosureDays, 1...3650)
    visitor.object("provenance", &provenance)
    visitor.records("conflicts", &conflicts)
  }
}

/// Everything that one programme folder holds, as read.
///
/// Identities and disclosures are not in it: they are read one by one, when asked for.
public struct Programme: Sendable {
  /// The programme itself.
  public var settings = ProgrammeSettings()
  /// All events.
  public var events = Records<EventID, Event>()
  /// All testimonies.
  public var testimonies = Records<TestimonyID, Testimony>()
  /// All follow-up actions.
  public var actions = Records<ActionID, FollowUpAction>()
  /// All organisations.
  public var organisations: [OrganisationID: Organisation] = [:]
  /// The team.
  public var team: [StaffID: StaffMember] = [:]
  /// Consent wordings.
  public var notices: [NoticeID: Notice] = [:]
  /// Guide questions.
  public var guides: [NoticeID: Guide] = [:]
  /// The programme's own country profiles.
  public var profiles: [CountryCode: CountryProfile] = [:]
  /// The programme's own codes and labels.
  public var taxonomies: [TaxonomyName: Taxonomy] = [:]
  /// What the columns of sheets stand for, as kept from earlier ones.
  public var mappings: [Code: ImportMapping] = [:]
  /// Whom it means to hear.
  public var plan = Plan()
  /// Published survey figures.
  public var baselines = Baselines()
  /// What managers approved, by country and quarter.
  public var approvals: [ApprovalPeriod: Approval] = [:]
  /// Views of lists that everybody shares.
  public var views: [ViewID: SavedView] = [:]
  /// What is known of the programme and is no event and no action.
  public var facts: [FactID: ProgrammeFact] = [:]
  /// Answers as they were given out, by their names.
  public var releases: [Code: Release] = [:]
  /// What was refused or withdrawn, by the consent.
  public var withdrawn: [ConsentID: WithdrawalMark] = [:]
  /// What was erased.
  public var erased: Set<String> = []
  /// Events that were merged into others and whose files are there again; they count nowhere.
  public var returned = Records<EventID, Event>()

  /// A programme without content.
  public init() {}

  /// The list of codes that holds here: the built-in one with the programme's own entries.
  public func taxonomy(_ name: TaxonomyName) -> Taxonomy {
    let builtIn = Taxonomy.builtIn(name)
    return taxonomies[name].map(builtIn.extended(by:)) ?? builtIn
  }

  /// The profile that holds for a country.
  public func profile(_ country: CountryCode?) -> CountryProfile {
    country.flatMap { profiles[$0] } ?? CountryProfile.builtIn(country)
  }
}
