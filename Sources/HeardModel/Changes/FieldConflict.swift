/// Two values that two people gave to one field; a person chooses.
public struct FieldConflict: StoredRecord, Hashable {
  /// Made from the field and both values, so two machines name the same conflict alike.
  public var id = ""
  /// The field inside the record, as `attendance.total`.
  public var path = ""
  /// The value that stood in the record when the two were found.
  public var kept: StoredValue?
  /// The value that does not stand in the record.
  public var other: StoredValue?

  /// A conflict before it is read.
  public init() {}
  /// The id as it stands in the file.
  public var recordID: String { id }
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.text("id", &id)
    visitor.text("path", &path)
    visitor.raw("kept", &kept)
    visitor.raw("other", &other)
  }

  /// Whether the field or one of its values names one of the ids.
  func tells(of ids: Set<String>) -> Bool {
    ids.contains { id.contains($0) || path.contains($0) }
      || kept?.tells(of: ids) ?? false || other?.tells(of: ids) ?? false
  }
}

/// How a conflict may be settled.
public struct ConflictChoices: Hashable, Sendable {
  /// The value that stands in the record now.
  public let standing: StoredValue?
  /// The other one.
  public let other: StoredValue?
  /// Whether what stands may stay.
  public let allowsStanding: Bool
  /// Whether the other one may take its place.
  public let allowsOther: Bool
  /// Whether words may be typed that hold both.
  public let allowsTyping: Bool
  /// Why not everything may be chosen; nil when it may.
  public let limit: Limit?

  /// Why a value may not be chosen.
  public enum Limit: String, Hashable, Sendable {
    /// It decides who is exposed, and only the more closed one of two such values may be chosen.
    case closing
    /// It belongs to what a person answered, which only a new answer changes.
    case answer
    /// The part of the record in which it stood is there no more.
    case gone
  }

  /// What may be chosen for a conflict of a record.
  ///
  /// Of two values that decide who is exposed only the more closed one can be chosen, and nothing
  /// that a person answered is chosen for them: the way to open it again is a new answer.
  public init(_ conflict: FieldConflict, in record: Record) {
    let path = FieldPath(conflict.path)
    let place = record.member(at: path)
    standing = place.value ?? (place.isFreeText ? .text("") : nil)
    other = conflict.other
    var probe = MemberAtPath(path, setting: conflict.other)
    _ = record.visited(by: &probe)
    let member = path.steps.last?.name ?? ""
    if let now = standing?.text, let text = conflict.other?.text, ClosedValue.isOne(member) {
      let isCloser = ClosedValue.isMoreClosed(text, than: now, member: member)
      (allowsStanding, allowsOther, allowsTyping) = (!isCloser, isCloser && probe.isSet, false)
      limit = .closing
    } else if path.goesThrough("consent") || path.goesThrough("approval") {
      (allowsStanding, allowsOther, allowsTyping, limit) = (true, false, false, .answer)
    } else {
      (allowsStanding, allowsOther) = (true, probe.isSet)
      allowsTyping = place.isFreeText && probe.isSet
      limit = probe.isSet ? nil : .gone
    }
  }
}

/// Members whose values decide who is exposed, from the most closed value to the most open.
public enum ClosedValue {
  /// Whether a member is one of them.
  public static func isOne(_ member: String) -> Bool {
    ["naming", "confidentiality", "triage", "state", "embargo", "reviewBy"].contains(member)
  }

  /// Whether one value exposes fewer people than another one of the same member.
  public static func isMoreClosed(
    _ one: String, than other: String, member: String
  ) -> Bool {
    switch member {
    case "naming": comes(one, before: other, in: Naming.allCases)
    case "confidentiality": comes(other, before: one, in: Confidentiality.allCases)
    case "triage": comes(other, before: one, in: Triage.allCases)
    case "state": other == ConsentState.given.stored && one != other
    // Days in this form follow each other as their texts do.
    case "embargo": one > other
    case "reviewBy": one < other
    default: false
    }
  }

  private static func comes<T: RawRepresentable<String>>(
    _ one: String, before other: String, in order: [T]
  ) -> Bool {
    guard let first = order.firstIndex(where: { $0.rawValue == one }),
      let second = order.firstIndex(where: { $0.rawValue == other })
    else { return false }
    return first < second
  }
}
