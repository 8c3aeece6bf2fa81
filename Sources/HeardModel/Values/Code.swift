/// A code from one of the programme's lists, as `patientCarer`; a list can be extended by data.
public struct Code: Hashable, Comparable, Sendable, StoredText, ExpressibleByStringLiteral {
  /// The code as it stands in files; letters, digits, hyphens and full stops.
  public let stored: String

  /// Takes a code of 1 to 64 ASCII letters, digits, hyphens and full stops.
  public init?(stored text: String) {
    guard (1...64).contains(text.utf8.count),
      text.hasOnlyBytes({ $0.isLetterOrDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }
      )
    else { return nil }
    stored = text
  }

  /// A code that is written in the program itself.
  public init(stringLiteral text: StaticString) { stored = text.description }

  /// Orders codes by their text.
  public static func < (a: Self, b: Self) -> Bool { a.stored < b.stored }
}

/// A list of codes; its labels stand in the language catalogs or in the programme's own file.
public struct Taxonomy: Stored, Hashable {
  /// One code of a list.
  public struct Entry: StoredRecord, Hashable {
    /// The code that records hold; never changed or reused.
    public var id: Code = "other"
    /// What the code is called, by language; where empty the catalogs' label stands.
    public var labels: [LanguageTag: String] = [:]
    /// What belongs under the code and what does not.
    public var definition = ""
    /// The code of the family to which it belongs, which is an entry of the same list.
    public var family: Code?
    /// No longer offered, still shown where it stands.
    public var isRetired = false
    /// The code that stands for this one since two were merged.
    public var replacedBy: Code?
    /// Whether people in this role or status count as attendances; only roles use it.
    public var isNotCounted = false

    /// An entry before it is read.
    public init() {}
    /// An entry of a built-in list.
    public init(_ id: Code, isNotCounted: Bool = false) {
      self.id = id
      self.isNotCounted = isNotCounted
    }
    /// The code as it stands in the file.
    public var recordID: String { id.stored }
    /// Goes through all members.
    @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
      visitor.required("id", &id)
      visitor.texts("labels", &labels)
      visitor.text("definition", &definition)
      visitor.value("family", &family)
      visitor.flag("retired", &isRetired)
      visitor.value("replacedBy", &replacedBy)
      visitor.flag("notCounted", &isNotCounted)
    }
  }

  /// The entries in the order in which they are offered.
  public var entries: [Entry] = []

  /// A list before it is read.
  public init() {}
  /// A built-in list.
  public init(_ entries: [Entry]) { self.entries = entries }
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.records("entries", &entries)
  }

  /// The codes that are offered for new records.
  public var offered: [Code] { entries.filter { !$0.isRetired }.map(\.id) }

  /// The code that stands for a code since they were merged; the same one where none does.
  public func current(_ code: Code) -> Code {
    var code = code
    // Codes that stand for each other in a circle lead nowhere, but to an end.
    for _ in 0..<8 {
      guard let later = entries.first(where: { $0.id == code })?.replacedBy else { break }
      code = later
    }
    return code
  }

  /// The list with a programme's own entries: those of the same code replace, others are added.
  public func extended(by own: Taxonomy) -> Taxonomy {
    var merged = self
    for entry in own.entries {
      if let place = merged.entries.firstIndex(where: { $0.id == entry.id }) {
        merged.entries[place] = entry
      } else {
        merged.entries.append(entry)
      }
    }
    return merged
  }
}

/// The lists that Heard brings along, each under the name of its file in `taxonomies/`.
public enum TaxonomyName: String, CaseIterable, Sendable, StoredText {
  /// What kind of meeting an event is.
  case eventType = "event-types"
  /// What somebody came as.
  case role = "roles"
  /// The communities that people declare themselves part of.
  case community = "communities"
  /// Bands of age.
  case ageBand = "age-bands"
  /// What events are about.
  case topic = "topics"
  /// What an event has ready so that everyone can take part.
  case access = "access"
  /// Why trust was lost.
  case trustLoss = "trust-loss"
  /// What followed from the loss of trust.
  case consequence = "consequences"
  /// What would restore trust.
  case restores = "restores"
  /// What an organisation did at an event.
  case partnerRole = "partner-roles"
  /// The codes that the team puts on passages; each programme makes its own.
  case codes
}

extension Taxonomy {
  /// The built-in list of that name.
  public static func builtIn(_ name: TaxonomyName) -> Taxonomy {
    Taxonomy(entries(name))
  }

  private static func entries(_ name: TaxonomyName) -> [Entry] {
    switch name {
    case .eventType:
      list([
        "dialogue", "townHall", "conference", "workshop", "training", "listening", "panel",
        "expertMeeting", "culturalEvent",
      ])
    case .role:
      list([
        "communityMember", "patientCarer", "healthProfessional", "healthLeader", "policyMaker",
        "researcher", "communityOrganisation", "industryEmployee", "scholar", "speaker",
      ]) + list(["facilitator", "interpreter", "organiser"], isNotCounted: true)
    case .community:
      list([
        "women", "ethnicMinorities", "indigenous", "disabled", "lgbtq", "over65",
        "disadvantaged", "migrants", "other",
      ])
    case .ageBand: list(["under18", "18-24", "25-34", "35-44", "45-54", "55-64", "65plus"])
    case .topic:
      list([
        "maternalHealth", "mentalHealth", "chronicIllness", "transCare", "disabilityCare",
        "olderPeople", "language", "clinicalTrials", "communityHealthWorkers", "allyship",
        "primaryCare", "hospitalCare", "prevention", "digitalCare",
      ])
    case .access:
      list([
        "interpreter", "signLanguage", "captions", "stepFree", "quietRoom", "childcare",
        "easyLanguage", "hearingLoop", "travelCosts", "prayerRoom",
      ])
    case .trustLoss:
      list([
        "notListened", "unwelcome", "judged", "unsafe", "unfair", "stereotyped", "quality",
        "inefficient", "untrained", "notRepresented", "transition", "misdiagnosed", "infoLacking",
        "accessCost", "cultureLanguage",
      ])
    case .consequence:
      list([
        "changedProvider", "stoppedCare", "delayedCare", "physicalWorse", "mentalWorse", "none",
      ])
    case .restores:
      list([
        "reliable", "fair", "empathy", "sharedBackground", "clearCommunication", "goodService",
        "transparency", "involved",
      ])
    case .partnerRole:
      list([
        "host", "coHost", "convenor", "communityPartner", "funder", "venue", "academic",
        "industry",
      ])
    case .codes: []
    }
  }

  private static func list(_ codes: [Code], isNotCounted: Bool = false) -> [Entry] {
    codes.map { Entry($0, isNotCounted: isNotCounted) }
  }
}
