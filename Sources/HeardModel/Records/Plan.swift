/// Whom the programme means to hear, in one country and year.
public struct PlanRow: StoredRecord, Hashable {
  /// Tells the row from the others.
  public var id: Code = "r-0"
  /// Where.
  public var country: CountryCode?
  /// The year.
  public var year: Int?
  /// Whom; nil means everyone.
  public var community: Code?
  /// How many events are meant to be about them.
  public var events: Int?
  /// How many attendances are meant.
  public var attendances: Int?

  /// A row before it is read.
  public init() {}
  /// The id as it stands in the file.
  public var recordID: String { id.stored }
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.required("id", &id)
    visitor.value("country", &country)
    visitor.number("year", &year, 1900...2200)
    visitor.value("community", &community)
    visitor.number("events", &events)
    visitor.number("attendances", &attendances)
  }
}

/// Whom the programme means to hear: the file `plan.json`.
public struct Plan: Stored, Hashable {
  /// Every row by itself; rows overlap and are never added up.
  public var rows: [PlanRow] = []

  /// No plan.
  public init() {}
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.records("rows", &rows)
  }
}

/// One published survey figure.
public struct Baseline: StoredRecord, Hashable {
  /// Tells the figure from the others.
  public var id: Code = "b-0"
  /// What was asked.
  public var measure = ""
  /// Where; nil means all countries of the wave.
  public var country: CountryCode?
  /// Of whom; nil means everyone asked.
  public var community: Code?
  /// The survey's year.
  public var wave: Int?
  /// The share in per mille, so that 40 % is 400.
  public var perMille: Int?
  /// How many were asked, where published.
  public var base: Int?
  /// Who was asked, in words.
  public var baseNote = ""
  /// Reckoned from published numbers, not itself published.
  public var isDerived = false
  /// Where it was published.
  public var source = ""

  /// A figure before it is read.
  public init() {}
  /// The id as it stands in the file.
  public var recordID: String { id.stored }
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.required("id", &id)
    visitor.text("measure", &measure)
    visitor.value("country", &country)
    visitor.value("community", &community)
    visitor.number("wave", &wave, 1900...2200)
    visitor.number("perMille", &perMille, 0...1000)
    visitor.number("base", &base)
    visitor.text("baseNote", &baseNote)
    visitor.flag("derived", &isDerived)
    visitor.text("source", &source)
  }
}

/// Published survey figures: the file `baselines.json`.
public struct Baselines: Stored, Hashable {
  /// In the order in which they were entered.
  public var figures: [Baseline] = []

  /// No figure.
  public init() {}
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.records("figures", &figures)
  }
}
