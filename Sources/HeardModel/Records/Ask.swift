/// Marks ids of asks.
public enum AskTag: Sendable {}
/// Never changes; answers of actions point at it.
public typealias AskID = Identifier<AskTag>

/// Something that a speaker asked for, or that was asked for at an event by nobody in particular.
public struct Ask: StoredRecord, Hashable {
  /// Never changes.
  public var id = AskID()
  /// What was asked for, in a sentence.
  public var text = ""

  /// An ask that is being written down.
  public init() {}
  /// The id as it stands in the file.
  public var recordID: String { id.stored }
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.required("id", &id)
    visitor.text("text", &text)
  }
}

/// How far an action gives what was asked for.
public enum AnswerState: String, CaseIterable, Sendable, StoredText {
  /// All of it.
  case fully
  /// A part of it.
  case partly
  /// Not; needs a reason that can be told.
  case declined
}

/// What an action answers to one ask.
public struct AskAnswer: StoredRecord, Hashable {
  /// The ask.
  public var id = AskID()
  /// How far the action gives it.
  public var state = AnswerState.partly
  /// Why it is declined, or what is left of it, in words that can be told.
  public var reason = ""

  /// An answer that is being given.
  public init() {}
  /// The id as it stands in the file.
  public var recordID: String { id.stored }
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.required("id", &id)
    visitor.required("state", &state)
    visitor.text("reason", &reason)
  }
}
