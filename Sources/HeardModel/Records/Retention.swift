/// That something of a record was taken out because its time was over.
public struct RetentionMark: StoredRecord, Hashable {
  /// Tells the mark from the others.
  public var id: Code = "r-0"
  /// The rule, as `accessNeeds` or `identities`.
  public var rule: Code = "other"
  /// When it was done.
  public var on: CalendarDay?
  /// Who did it.
  public var by = ""

  /// A mark before it is set.
  public init() {}
  /// The id as it stands in the file.
  public var recordID: String { id.stored }
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.required("id", &id)
    visitor.required("rule", &rule)
    visitor.value("on", &on)
    visitor.text("by", &by)
  }
}

/// What somebody refused or withdrew, kept apart from the record: the file
/// `withdrawn/CONSENT-ID.json`.
///
/// Every copy of the record is closed by it, so that an older file that is put back opens nothing.
/// No name, no words, no reason.
public struct WithdrawalMark: StoredRecord, Hashable {
  /// The consent; the file's name.
  public var id = ConsentID()
  /// The answers that refused or withdrew.
  public var entries: [WithdrawnAnswer] = []

  /// A mark before it is set.
  public init() {}
  /// The id as it stands in the file.
  public var recordID: String { id.stored }
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.required("id", &id)
    visitor.records("entries", &entries)
  }
}

/// One answer that refused or withdrew.
public struct WithdrawnAnswer: StoredRecord, Hashable {
  /// The answer's id in the consent.
  public var id: Code = "e-0"
  /// What was asked.
  public var purpose = ConsentPurpose.record
  /// Refused or withdrawn.
  public var state = ConsentState.withdrawn
  /// When.
  public var at = Moment(seconds: 0)

  /// An answer before it is read.
  public init() {}
  /// The id as it stands in the file.
  public var recordID: String { id.stored }
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.required("id", &id)
    visitor.required("purpose", &purpose)
    visitor.required("state", &state)
    visitor.required("at", &at)
  }
}
