/// What is kept for a time only.
///
/// No law fixes these times: they are proposals, and a programme sets its own in `retentionDays`.
/// Numbers of people stay for good.
public enum RetentionRule: String, CaseIterable, Sendable, StoredText {
  /// What people needed so that they could take part.
  case accessNeeds
  /// Names and contacts behind pseudonyms, until the person was told what came of it.
  case identities
  /// What the team noted of somebody's part in an event.
  case notes
  /// What people told, until the day on which their consent is looked at again.
  case testimonies

  /// For how many days after the event, where the programme sets no number; nil where each record
  /// has a day of its own.
  public var days: Int? {
    switch self {
    case .accessNeeds: 90
    case .identities, .notes: 365
    case .testimonies: nil
    }
  }

  /// Whether it goes without being named: what people told is first looked at again.
  public var goesUnnamed: Bool { self != .testimonies }

  /// The rule as it stands in marks and settings.
  public var code: Code { Code(stored: rawValue) ?? "other" }
}

/// That something of a record was taken out because its time was over.
public struct RetentionMark: StoredRecord, Hashable {
  /// Tells the mark from the others; of the rule and the day, so that two machines make the same.
  public var id: Code = "r-0"
  /// The rule, as `accessNeeds` or `identities`.
  public var rule: Code = "other"
  /// When it was done.
  public var on: CalendarDay?
  /// Who did it.
  public var by = ""

  /// A mark before it is set.
  public init() {}
  /// That a rule was applied on a day; two machines that do it on one day make the same mark.
  public init(_ rule: RetentionRule, on day: CalendarDay, by author: String) {
    id = Code(stored: "r-\(rule.stored)-\(day.stored)") ?? id
    self.rule = rule.code
    on = day
    by = author
  }
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

extension [RetentionMark] {
  /// The marks with one more, unless it stands there already.
  func marked(_ mark: RetentionMark) -> [RetentionMark] {
    contains { $0.id == mark.id } ? self : self + [mark]
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
