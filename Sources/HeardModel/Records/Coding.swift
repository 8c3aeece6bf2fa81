/// A text of a testimony as it stood at one time; versions are only added.
public struct TextVersion: StoredRecord, Hashable {
  /// Tells the version from the others; passages name it.
  public var id: Code = "v-0"
  /// The words.
  public var text = ""
  /// When it was written down.
  public var at = Moment(seconds: 0)
  /// By whom.
  public var by = ""
  /// Why it is another than the one before.
  public var reason = ""

  /// A version before it is written.
  public init() {}
  /// The id as it stands in the file.
  public var recordID: String { id.stored }
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.required("id", &id)
    visitor.text("text", &text)
    visitor.required("at", &at)
    visitor.text("by", &by)
    visitor.text("reason", &reason)
  }
}

/// What a marker in a text says.
public enum MarkerKind: String, CaseIterable, Sendable, StoredText {
  /// Words were not understood.
  case unclear
  /// Words were left out, as they were not heard or not to be kept.
  case leftOut
  /// The person paused, or wept.
  case pause
  /// Somebody else spoke.
  case otherVoice
  /// A name, a place or whatever tells who somebody is.
  case identifying
}

/// A marker at a place of a text.
public struct TextMarker: StoredRecord, Hashable {
  /// Tells the marker from the others.
  public var id: Code = "m-0"
  /// The version of the text; empty for the text as it stands.
  public var version: Code?
  /// Where it begins, in characters from 0.
  public var from: Int?
  /// Where it ends, behind its last character.
  public var to: Int?
  /// What it says.
  public var kind = MarkerKind.unclear
  /// Anything else; for what identifies, what stands in its place in the marked text.
  public var note = ""

  /// A marker before it is set.
  public init() {}
  /// The id as it stands in the file.
  public var recordID: String { id.stored }
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.required("id", &id)
    visitor.value("version", &version)
    visitor.number("from", &from)
    visitor.number("to", &to)
    visitor.required("kind", &kind)
    visitor.text("note", &note)
  }
}

/// A code that somebody of the team put on a passage.
public struct Coding: StoredRecord, Hashable {
  /// Tells the coding from the others.
  public var id: Code = "k-0"
  /// The version of the text; empty for the text as it stands.
  public var version: Code?
  /// Where the passage begins, in characters from 0.
  public var from: Int?
  /// Where it ends, behind its last character.
  public var to: Int?
  /// The code, of the list `codes` or of another list.
  public var code: Code = "other"
  /// The member of the team who coded it.
  public var coder: StaffID?
  /// When.
  public var at: Moment?
  /// What the coder thought about it.
  public var memo = ""

  /// A coding before it is made.
  public init() {}
  /// The id as it stands in the file.
  public var recordID: String { id.stored }
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.required("id", &id)
    visitor.value("version", &version)
    visitor.number("from", &from)
    visitor.number("to", &to)
    visitor.required("code", &code)
    visitor.value("coder", &coder)
    visitor.value("at", &at)
    visitor.text("memo", &memo)
  }
}

/// How a text came to those who wrote it down.
public enum TextMode: String, CaseIterable, Sendable, StoredText {
  /// Spoken.
  case spoken
  /// In a sign language.
  case signed
  /// Written by the person, on paper or a device.
  case written
}
