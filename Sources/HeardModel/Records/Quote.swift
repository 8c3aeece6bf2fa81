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

extension QuoteApproval {
  /// Whether a withdrawal ended it: of publishing, or of keeping the words at all.
  ///
  /// It is compared by the moments that are noted; where the record itself was at hand when
  /// something was withdrawn, the approval was taken back in it as well.
  public func isVoid(by consent: Consent) -> Bool {
    consent.lastClosed([.record, .publish]).map { at <= $0 } ?? false
  }
}

extension Testimony {
  /// Whether a passage stands in the words of that language, whatever its line ends: in the
  /// original, in what was marked of it, or in a translation of which a person is sure.
  public func holds(_ passage: String, in language: LanguageTag) -> Bool {
    var texts = translations.filter { $0.id == language && ($0.kind == .human || $0.isReviewed) }
      .map(\.text)
    if language == self.language { texts += [text, markedText] }
    if texts.contains(where: { $0.literallyHolds(passage) }) { return true }
    let wanted = Self.plain(passage)
    return !wanted.isEmpty && texts.contains { Self.plain($0).contains(wanted) }
  }

  // Nobody can type control characters, so they make no difference either.
  private static func plain(_ text: String) -> String {
    text.filter {
      $0.isWhitespace || $0.unicodeScalars.first?.properties.generalCategory != .control
    }
    .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension ReadBack {
  /// Whether the speaker confirmed the words, on a day that is known and not to come.
  public func counts(on today: CalendarDay) -> Bool {
    guard isConfirmed, let at, at.seconds > 0 else { return false }
    // One day more, for machines to the east of this one.
    return at.day <= today.adding(days: 1)
  }
}
