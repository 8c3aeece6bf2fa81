/// That somebody changed fields of a record; never what stood or stands in them.
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
  }
}
