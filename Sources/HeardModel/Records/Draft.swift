/// What somebody had typed and not saved yet; offered again until saved or thrown away.
public struct Draft: StoredRecord, Hashable {
  /// Tells the draft from others: its form and the record that it is about.
  public var id = ""
  /// The form: `event`, `testimony`, `action`, `series` and so on.
  public var form: Code = "event"
  /// The record that is edited; empty for a new one.
  public var record = ""
  /// The event to which a new record belongs.
  public var event: EventID?
  /// What stands in the fields, by their names; what was chosen from a list by its value.
  public var fields: [Code: String] = [:]
  /// The field in which the cursor stood.
  public var focus: Code?
  /// The cursor's place in that field, in characters.
  public var cursor: Int?
  /// When it was kept.
  public var at = Moment(seconds: 0)

  /// A draft before anything is typed.
  public init() {}
  /// The id as it stands in the file.
  public var recordID: String { id }
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.text("id", &id)
    visitor.required("form", &form)
    visitor.text("record", &record)
    visitor.value("event", &event)
    visitor.texts("fields", &fields)
    visitor.value("focus", &focus)
    visitor.number("cursor", &cursor)
    visitor.required("at", &at)
  }

  /// Whether it is about one of these records, or names one.
  public func tells(of ids: Set<String>) -> Bool {
    ids.contains(record) || event.map { ids.contains($0.text) } ?? false
      || ids.contains { id in fields.values.contains { $0.contains(id) } }
  }
}
