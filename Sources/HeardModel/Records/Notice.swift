/// The wording of a purpose in one language.
public struct NoticeWording: StoredRecord, Hashable {
  /// The language.
  public var id = LanguageTag.undetermined
  /// What is said before anything is asked: who we are, who reads it, the right to stop.
  public var introduction = ""
  /// What is asked, by purpose.
  public var questions: [ConsentPurpose: String] = [:]

  /// A wording before it is read.
  public init() {}
  /// The language as it stands in the file.
  public var recordID: String { id.stored }
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.required("id", &id)
    visitor.text("introduction", &introduction)
    visitor.texts("questions", &questions)
  }
}

/// Of whom a notice asks consent.
public enum NoticeUse: String, CaseIterable, Sendable, StoredText {
  /// Of somebody who tells something.
  case testimonies
  /// Of somebody who is put on an event's list.
  case participations
}

/// A consent wording: the file `notices/ID.json`.
public struct Notice: StoredRecord, Hashable {
  /// Never changes; the file's name.
  public var id = NoticeID()
  /// What the team calls it.
  public var title = ""
  /// The version, as a date or a number; a changed wording is a new version.
  public var version = ""
  /// Of whom it asks consent; nil means of everybody.
  public var use: NoticeUse?
  /// Where it is used; empty means everywhere.
  public var countries: [CountryCode] = []
  /// The partners to whom texts may be given.
  public var partners: [OrganisationID] = []
  /// The wordings by language.
  public var wordings: [NoticeWording] = []
  /// No longer used for new consents.
  public var isRetired = false

  /// A notice before it is read.
  public init() {}
  /// The id as it stands in the file.
  public var recordID: String { id.stored }
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.required("id", &id)
    visitor.text("title", &title)
    visitor.text("version", &version)
    visitor.value("use", &use)
    visitor.set("countries", &countries)
    visitor.set("partners", &partners)
    visitor.records("wordings", &wordings)
    visitor.flag("retired", &isRetired)
  }

  /// The wording in a language: the same tag, else the same language, else English, else any.
  public func wording(in language: LanguageTag) -> NoticeWording? {
    wordings.first { $0.id == language }
      ?? wordings.first { $0.id.base == language.base }
      ?? wordings.first { $0.id.base == "en" } ?? wordings.first
  }
}

/// A question that the facilitator asks, in several languages.
public struct GuideQuestion: StoredRecord, Hashable {
  /// Never changes; testimonies point at it.
  public var id: Code = "q-0"
  /// The question by language.
  public var wordings: [LanguageTag: String] = [:]

  /// A question before it is read.
  public init() {}
  /// The id as it stands in the file.
  public var recordID: String { id.stored }
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.required("id", &id)
    visitor.texts("wordings", &wordings)
  }
}

/// The questions of a conversation: the file `guides/ID.json`.
public struct Guide: StoredRecord, Hashable {
  /// Never changes; the file's name.
  public var id = NoticeID()
  /// What the team calls it.
  public var title = ""
  /// In the order in which they are asked.
  public var questions: [GuideQuestion] = []

  /// A guide before it is read.
  public init() {}
  /// The id as it stands in the file.
  public var recordID: String { id.stored }
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.required("id", &id)
    visitor.text("title", &title)
    visitor.records("questions", &questions)
  }
}

extension Notice {
  /// Whether people on an event's list can have been told it today.
  public var isToldAtDoor: Bool { !isRetired && use != .testimonies }
}
