/// A question about trust, asked at an event on slips without names, before and after.
///
/// Shown with its base and never as representative: people chose to come.
public struct Pulse: StoredRecord, Hashable {
  /// Tells the pulse from the event's others.
  public var id: Code = "trust"
  /// The question as it was asked.
  public var question = ""
  /// How many gave each answer from 0 to 10 before; eleven counts, or none.
  public var before: [Int] = []
  /// How many gave each answer from 0 to 10 after; eleven counts, or none.
  public var after: [Int] = []
  /// How many said that an experience damaged their trust.
  public var damagedYes: Int?
  /// How many said that none did.
  public var damagedNo: Int?
  /// Why trust was lost, by how many.
  public var reasons: [Code: Int] = [:]

  /// A pulse before it is read.
  public init() {}
  /// The id as it stands in the file.
  public var recordID: String { id.stored }
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.required("id", &id)
    visitor.text("question", &question)
    visitor.numbers("before", &before)
    visitor.numbers("after", &after)
    visitor.number("damagedYes", &damagedYes)
    visitor.number("damagedNo", &damagedNo)
    visitor.counts("reasons", &reasons)
  }
}
