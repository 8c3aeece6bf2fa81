/// An event that turned out to be another one and stands in that one now.
public struct MergedEvent: StoredRecord, Hashable {
  /// The id that it had.
  public var id = EventID()
  /// By what its row of a sheet is known again.
  public var importKey = ""

  /// Nothing merged.
  public init() {}
  /// What is left of an event that became a part of another one.
  public init(_ event: Event) {
    id = event.id
    importKey = event.provenance.importKey
  }
  /// The id as it stands in the file.
  public var recordID: String { id.stored }
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.required("id", &id)
    visitor.text("importKey", &importKey)
  }
}
