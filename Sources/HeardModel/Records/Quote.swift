/// That the speaker approved an exact text.
public struct QuoteApproval: Stored, Hashable {
  /// When.
  public var at = Moment(seconds: 0)
  /// Who read it to them.
  public var by = ""
  /// The very words that were approved; another text is not approved by it.
  public var text = ""
  /// The language of those words.
  public var language = LanguageTag.undetermined
  /// Whether the person said that translations are covered too.
  public var coversTranslations = false
  /// How the person may be named in this quote.
  public var naming = Naming.none
  /// Taken back.
  public var isRevoked = false

  /// An approval before it is read.
  public init() {}
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.required("at", &at)
    visitor.text("by", &by)
    visitor.text("text", &text)
    visitor.required("language", &language)
    visitor.flag("coversTranslations", &coversTranslations)
    visitor.required("naming", &naming)
    visitor.flag("revoked", &isRevoked)
  }
}

/// A passage of a testimony that may be quoted, once everything allows it.
public struct Quote: StoredRecord, Hashable {
  /// Never changes.
  public var id = QuoteID()
  /// The words.
  public var text = ""
  /// Their language.
  public var language = LanguageTag.undetermined
  /// The words in other languages.
  public var translations: [Translation] = []
  /// That the speaker approved it.
  public var approval: QuoteApproval?
  /// The second person who looked at it.
  public var reviewedBy = ""
  /// When they did.
  public var reviewedOn: CalendarDay?
  /// Why this passage was chosen.
  public var selectedBecause = ""
  /// The day before which it does not go out.
  public var embargo: CalendarDay?

  /// A quote before it is read.
  public init() {}
  /// The id as it stands in the file.
  public var recordID: String { id.stored }
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.required("id", &id)
    visitor.text("text", &text)
    visitor.required("language", &language)
    visitor.records("translations", &translations)
    visitor.object("approval", &approval)
    visitor.text("reviewedBy", &reviewedBy)
    visitor.value("reviewedOn", &reviewedOn)
    visitor.text("selectedBecause", &selectedBecause)
    visitor.value("embargo", &embargo)
  }
}
