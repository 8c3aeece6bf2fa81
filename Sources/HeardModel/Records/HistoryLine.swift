/// How far a change is of which a line tells.
public enum HistoryState: String, CaseIterable, Sendable, StoredText {
  /// It is about to be put in place.
  case intent
  /// It stands on disk.
  case done
}

/// What stood in one member before a change and after it.
///
/// In the history only of a closed list of members, which hold neither words nor names nor anybody's
/// traits; what a person wrote over themselves is kept in the same form on their own machine.
public struct HistoryValue: StoredRecord, Hashable {
  /// The member, by its path.
  public var id: Code = "status"
  /// What stood there; nil for nothing.
  public var before: StoredValue?
  /// What stands there; nil for nothing.
  public var after: StoredValue?

  /// A value before it is read.
  public init() {}
  /// What stood in a member before and after.
  public init(_ id: Code, before: StoredValue?, after: StoredValue?) {
    (self.id, self.before, self.after) = (id, before, after)
  }
  /// The member as it stands in the file.
  public var recordID: String { id.stored }
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.required("id", &id)
    visitor.raw("before", &before)
    visitor.raw("after", &after)
  }
}

extension HistoryValue {
  /// The members of an event whose values the history holds; of no other record it holds any.
  public static let membersOfEvents: [Code] = [
    "status", "start", "country", "type", "involvement", "attendance.source", "attendance.total",
  ]

  /// The way to the member.
  public var path: FieldPath { FieldPath(id.stored) }
}

/// That somebody changed fields of a record; never the words that stood or stand in them.
public struct HistoryLine: Stored, Hashable {
  /// When.
  public var at = Moment(seconds: 0)
  /// Who, by the name in their settings.
  public var by = ""
  /// The record's id.
  public var record: String = ""
  /// What was done: a word of `ChangeName.historyWord`.
  public var what = ""
  /// The names of the fields.
  public var fields: [Code] = []
  /// The change to which the line belongs, where it has two: one before, one after.
  public var change: Code?
  /// Whether the change is about to be made or was made; nil in lines of format 1, which were made.
  public var state: HistoryState?
  /// What stood before and after in members that tell nothing of anybody.
  public var values: [HistoryValue] = []

  /// A line before it is read.
  public init() {}
  /// What somebody did to a record.
  public init(at: Moment, by: String, record: String, what: String, fields: [String]) {
    self.at = at
    self.by = by
    self.record = record
    self.what = what
    self.fields = fields.compactMap(Code.init(stored:))
  }
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.required("at", &at)
    visitor.text("by", &by)
    visitor.text("record", &record)
    visitor.text("what", &what)
    visitor.set("fields", &fields)
    visitor.value("change", &change)
    visitor.value("state", &state)
    visitor.records("values", &values)
  }
}
