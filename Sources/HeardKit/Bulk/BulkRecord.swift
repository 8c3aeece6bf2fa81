import HeardModel

/// A kind of record of which several can be changed at once.
public protocol BulkRecord: Hashable, Sendable {
  /// The id under which it is stored.
  var id: Identifier<Self> { get }
  /// The record as any record.
  var record: Record { get }
  /// What it is in names of changes and in counts of records.
  static var recordKind: RecordKind { get }
  /// The fields that can be changed, the most usual first.
  static var bulkFields: [BulkField<Self>] { get }
  /// The one that is there.
  static func stored(_ id: Identifier<Self>, in programme: Programme) -> Self?
  /// One in which nothing stands yet but what the form of a field depends on.
  static func sketch(of records: [Self], for field: Code) -> Self
  /// What it is called in the preview.
  func name(_ desk: Desk) -> String
  /// Why nothing of it can be changed here; nil where something can.
  func closed(_ desk: Desk) -> BulkRefusal?
  /// The rules that it breaks.
  func broken(_ desk: Desk) -> [(field: Code, problem: FieldProblem)]
}

extension BulkRecord where Self: FormRecord {
  /// The title; the id of a record that has none.
  public func name(_ desk: Desk) -> String { title.isEmpty ? id.text : title }

  /// Most records are never closed as a whole.
  public func closed(_ desk: Desk) -> BulkRefusal? { nil }

  /// The broken rules of its form, those that look at more than one field.
  public func broken(_ desk: Desk) -> [(field: Code, problem: FieldProblem)] {
    Self.spec.rules(self, desk)
  }

  /// A field of its form.
  public static func bulkField(_ id: Code) -> FieldSpec<Self> {
    spec.fields.first { $0.id == id }
      ?? FieldSpec(id, { _, _ in .line }, read: { _, _ in "" }, write: { _, _, _ in nil })
  }
}
