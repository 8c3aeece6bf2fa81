/// What a payment or other support to an organisation was for.
public struct PartnerSupport: StoredRecord, Hashable {
  /// Tells the entry from the others of the same organisation.
  public var id: Code = "s-0"
  /// The year in which it was given.
  public var year: Int?
  /// The country in which it was given.
  public var country: CountryCode?
  /// What for.
  public var purpose = ""
  /// The amount in whole units of the currency.
  public var amount: Int?
  /// The currency by its ISO 4217 code.
  public var currency: Code?
  /// Whether the amount is a limit, as "up to 5,000".
  public var isUpTo = false
  /// From when on, as exact as known.
  public var from: KnownDate?
  /// Until when.
  public var to: KnownDate?
  /// Town or region.
  public var place = ""
  /// The programme or fund out of which it came.
  public var programme = ""

  /// An entry before it is read.
  public init() {}
  /// The id as it stands in the file.
  public var recordID: String { id.stored }
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.required("id", &id)
    visitor.number("year", &year, 1900...2200)
    visitor.value("country", &country)
    visitor.text("purpose", &purpose)
    visitor.number("amount", &amount, 0...1_000_000_000_000)
    visitor.value("currency", &currency)
    visitor.flag("upTo", &isUpTo)
    visitor.value("from", &from)
    visitor.value("to", &to)
    visitor.text("place", &place)
    visitor.text("programme", &programme)
  }
}

/// An organisation with which the programme works.
public struct Organisation: StoredRecord, Hashable {
  /// Never changes.
  public var id = OrganisationID()
  /// What it calls itself.
  public var name = ""
  /// What kind of organisation it is: a community, academic, industry or public one.
  public var kind: Code?
  /// Where it is at home.
  public var country: CountryCode?
  /// Its site.
  public var website = ""
  /// Notes of the team.
  public var note = ""
  /// What it was given, by year and country.
  public var support: [PartnerSupport] = []
  /// The organisation that this entry turned out to be.
  public var mergedInto: OrganisationID?
  /// Where the record comes from.
  public var provenance = Provenance()
  /// Fields to which two people gave different values.
  public var conflicts: [FieldConflict] = []

  /// An organisation that is being filled in.
  public init() {}
  /// The id as it stands in the file.
  public var recordID: String { id.stored }
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.required("id", &id)
    visitor.text("name", &name)
    visitor.value("kind", &kind)
    visitor.value("country", &country)
    visitor.text("website", &website)
    visitor.text("note", &note)
    visitor.records("support", &support)
    visitor.value("mergedInto", &mergedInto)
    visitor.object("provenance", &provenance)
    visitor.records("conflicts", &conflicts)
  }
}

/// All organisations: the file `partners.json`.
public struct Organisations: Stored, Hashable {
  /// In the order in which they were entered.
  public var organisations: [Organisation] = []

  /// No organisation.
  public init() {}
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.records("organisations", &organisations)
  }
}
