/// What the team settles after an event; whether an event is closed out is derived from it.
public struct CloseOut: Stored, Hashable {
  /// Said so when nobody knows how many came.
  public var attendanceNotKnown = false
  /// Said so when nobody spoke of something to be followed up.
  public var nothingToFollow = false
  /// Why nothing was heard, or why it cannot be told here.
  public var heardReason = ""
  /// Who settled it.
  public var by = ""
  /// When it was settled.
  public var at: Moment?
  /// Anything else.
  public var note = ""

  /// Nothing settled.
  public init() {}
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.flag("attendanceNotKnown", &attendanceNotKnown)
    visitor.flag("nothingToFollow", &nothingToFollow)
    visitor.text("heardReason", &heardReason)
    visitor.text("by", &by)
    visitor.value("at", &at)
    visitor.text("note", &note)
  }
}

/// Something that is missing before a held event is closed out.
public enum CloseOutGap: String, CaseIterable, Sendable {
  /// No headcount with its source, and not said that nobody knows.
  case attendance
  /// No partner named, and not said that there was none.
  case partners
  /// No summary.
  case summary
  /// Nobody said what may be told.
  case confidentiality
  /// Nothing was heard, and not said why.
  case heard
  /// Something that people asked for is neither arranged nor said not to have been.
  case access
  /// Nobody said who is told and how, or why they cannot be; a day alone is no plan.
  case feedback
}

/// Who is told what came of it.
public enum FeedbackAudience: String, CaseIterable, Sendable, StoredText {
  /// Those who took part in the event.
  case participants
  /// The community that it was about.
  case community
  /// Partners of the programme.
  case partners
  /// Everyone.
  case `public`
}

/// How far telling people is.
public enum FeedbackStatus: String, CaseIterable, Sendable, StoredText {
  /// Nothing to tell yet.
  case notDue
  /// Somebody has to tell them.
  case due
  /// The words are there, not yet sent.
  case drafted
  /// They were told.
  case delivered
  /// They said that they had it.
  case acknowledged
  /// They cannot be told; needs a reason.
  case notPossible
}

/// How the people who spoke are told what came of it.
public struct Feedback: Stored, Hashable {
  /// How far it is.
  public var status = FeedbackStatus.notDue
  /// The day by which they were promised an answer.
  public var due: CalendarDay?
  /// Who is told; empty where nobody said.
  public var audiences: [FeedbackAudience] = []
  /// By which way: a letter, a meeting, the group's own channel.
  public var channel = ""
  /// What they are told.
  public var text = ""
  /// When they were told.
  public var deliveredOn: CalendarDay?
  /// How many were reached, where known.
  public var reached: Int?
  /// Why it is not possible.
  public var reason = ""
  /// Why they are told later than was promised.
  public var laterReason = ""
  /// The tellings, where there are several.
  public var deliveries: [Delivery] = []

  /// Nothing planned.
  public init() {}
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.required("status", &status)
    visitor.value("due", &due)
    visitor.set("audiences", &audiences)
    visitor.text("channel", &channel)
    visitor.text("text", &text)
    visitor.value("deliveredOn", &deliveredOn)
    visitor.number("reached", &reached)
    visitor.text("reason", &reason)
    visitor.text("laterReason", &laterReason)
    visitor.records("deliveries", &deliveries)
  }

}

/// One telling of a group: several can follow each other.
public struct Delivery: StoredRecord, Hashable {
  /// Tells the delivery from the others.
  public var id: Code = "d-0"
  /// How far it is.
  public var status = FeedbackStatus.due
  /// The day by which it was promised.
  public var due: CalendarDay?
  /// When they were told.
  public var on: CalendarDay?
  /// Who is told.
  public var audiences: [FeedbackAudience] = []
  /// By which way.
  public var channel = ""
  /// In which language.
  public var language: LanguageTag?
  /// What they are told.
  public var text = ""
  /// How many were reached, where known.
  public var reached: Int?
  /// Who told them.
  public var by = ""
  /// Why it is not possible, or told later.
  public var reason = ""

  /// A delivery that is being planned.
  public init() {}
  /// The id as it stands in the file.
  public var recordID: String { id.stored }
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.required("id", &id)
    visitor.required("status", &status)
    visitor.value("due", &due)
    visitor.value("on", &on)
    visitor.set("audiences", &audiences)
    visitor.text("channel", &channel)
    visitor.value("language", &language)
    visitor.text("text", &text)
    visitor.number("reached", &reached)
    visitor.text("by", &by)
    visitor.text("reason", &reason)
  }
}
