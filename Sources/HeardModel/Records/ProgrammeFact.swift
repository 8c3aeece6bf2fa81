/// What kind of fact the programme keeps about itself.
public enum FactKind: String, CaseIterable, Sendable, StoredText {
  /// A pillar of the programme.
  case pillar
  /// A track of action.
  case actionTrack
  /// A target.
  case target
  /// A scholarship programme.
  case scholarship
  /// A wave of a survey.
  case surveyWave
  /// A committee or council.
  case committee
  /// A day that matters.
  case keyDate
  /// A project that is supported.
  case project
  /// A number about the world in which the programme works.
  case context
  /// Money or work that somebody committed.
  case commitment
}

/// Something that is known of the programme and is no event and no action: `facts/ID.json`.
public struct ProgrammeFact: StoredRecord, Hashable, Identifiable {
  /// Never changes; the file's name.
  public var id = FactID()
  /// What kind of fact it is.
  public var kind = FactKind.context
  /// What it is called.
  public var title = ""
  /// It in words.
  public var text = ""
  /// When it begins, or the day, as exact as known.
  public var from: KnownDate?
  /// When it ends.
  public var to: KnownDate?
  /// An amount of money in whole units of the currency.
  public var amount: Int?
  /// Whether the amount is a limit, as "up to 50 million".
  public var isUpTo = false
  /// The currency by its ISO 4217 code.
  public var currency: Code?
  /// A number that is no money, in units of its places.
  public var number: Int?
  /// How many digits of the number stand behind the point.
  public var places: Int?
  /// What the number counts.
  public var unit = ""
  /// Where, where one country is meant.
  public var country: CountryCode?
  /// Town or region.
  public var place = ""
  /// The organisation that it is about.
  public var organisation: OrganisationID?
  /// Reckoned from published numbers, not itself published.
  public var isDerived = false
  /// Where the record comes from.
  public var provenance = Provenance()
  /// Fields to which two people gave different values.
  public var conflicts: [FieldConflict] = []

  /// A fact that is being filled in.
  public init() {}
  /// The id as it stands in the file.
  public var recordID: String { id.stored }
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.required("id", &id)
    visitor.required("kind", &kind)
    visitor.text("title", &title)
    visitor.text("text", &text)
    visitor.value("from", &from)
    visitor.value("to", &to)
    visitor.number("amount", &amount, 0...1_000_000_000_000)
    visitor.flag("upTo", &isUpTo)
    visitor.value("currency", &currency)
    visitor.number("number", &number, 0...1_000_000_000_000)
    visitor.number("places", &places, 0...6)
    visitor.text("unit", &unit)
    visitor.value("country", &country)
    visitor.text("place", &place)
    visitor.value("organisation", &organisation)
    visitor.flag("derived", &isDerived)
    visitor.object("provenance", &provenance)
    visitor.records("conflicts", &conflicts)
  }
}
