/// How a testimony's words came onto the page.
public enum TextKind: String, CaseIterable, Sendable, StoredText {
  /// Word for word.
  case verbatim
  /// What the facilitator wrote down.
  case notes
  /// Through an interpreter.
  case interpreted
  /// Written by the person.
  case writtenByPerson
}

/// For whom the person spoke.
public enum SpeaksFor: String, CaseIterable, Sendable, StoredText {
  /// For themselves.
  case oneself
  /// For a group.
  case group
  /// For somebody else.
  case someoneElse
}

/// What somebody told us.
public enum TestimonyType: String, CaseIterable, Sendable, StoredText {
  /// Something that happened.
  case experience
  /// Something to try.
  case suggestion
  /// Something to answer.
  case question
  /// Something that worries.
  case concern
  /// Something that was good.
  case appreciation
}

/// Whether something went wrong in what is told; only wholly positive ones ask for no change.
public enum Polarity: String, CaseIterable, Sendable, StoredText {
  /// Something went wrong.
  case concern
  /// Some of both.
  case mixed
  /// Nothing went wrong.
  case positive
}

/// How soon somebody has to look at it; private, no judgement of the speaker.
public enum Triage: String, CaseIterable, Sendable, StoredText {
  /// Nothing to do at once.
  case none
  /// Soon.
  case low
  /// This week.
  case medium
  /// Today.
  case high
  /// Goes to the safeguarding lead, on its own path.
  case safeguarding
}

/// How far the work on a testimony is; withdrawn is derived from consent.
public enum TestimonyStage: String, CaseIterable, Sendable, StoredText {
  /// Being taken down, or consent not yet asked.
  case draft
  /// Taken down.
  case recorded
  /// Read back to the person.
  case readBack
  /// Names and places that would tell who spoke are out.
  case deIdentified
  /// Codes are given.
  case coded
  /// A second person looked at it.
  case reviewed
  /// May go out, within consent.
  case released
  /// Waits for a day.
  case embargoed
}

/// How a translation was made.
public enum TranslationKind: String, CaseIterable, Sendable, StoredText {
  /// By a person.
  case human
  /// By a machine; never published unreviewed.
  case machine
}

/// A testimony's text in another language.
public struct Translation: StoredRecord, Hashable {
  /// The language; one translation a language.
  public var id = LanguageTag.undetermined
  /// The words.
  public var text = ""
  /// By whom.
  public var by = ""
  /// By a person or a machine.
  public var kind = TranslationKind.human
  /// Whether a person who knows both languages has compared it.
  public var isReviewed = false

  /// A translation before it is read.
  public init() {}
  /// The language as it stands in the file.
  public var recordID: String { id.stored }
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.required("id", &id)
    visitor.text("text", &text)
    visitor.text("by", &by)
    visitor.required("kind", &kind)
    visitor.flag("reviewed", &isReviewed)
  }
}

/// That a testimony was read back to the person who gave it.
public struct ReadBack: Stored, Hashable {
  /// When.
  public var at: Moment?
  /// By whom.
  public var by = ""
  /// Whether the person agreed that this is what they said.
  public var isConfirmed = false

  /// Not read back.
  public init() {}
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.value("at", &at)
    visitor.text("by", &by)
    visitor.flag("confirmed", &isConfirmed)
  }
}

/// What one person told at an event, with what they agreed to.
public struct Testimony: StoredRecord, Hashable {
  /// Never changes.
  public var id = TestimonyID()
  /// The event at which it was told; not a member of its own, the file's name tells it.
  public var event = EventID()
  /// The person over all events, where known.
  public var person: PersonID?
  /// What the speaker is called here; never the name that stands in `identities/`.
  public var pseudonym = ""
  /// Communities that the speaker declared.
  public var communities: [Code] = []
  /// The band of age that the speaker gave.
  public var ageBand: Code?
  /// The roles in which they spoke.
  public var roles: [Code] = []
  /// The language of the original words.
  public var language = LanguageTag.undetermined
  /// The original words; unchanged once signed off.
  public var text = ""
  /// How they came onto the page.
  public var textKind: TextKind?
  /// Whether it was spoken, signed or written.
  public var mode: TextMode?
  /// Who interpreted, as a name of the team's or a service.
  public var interpreter = ""
  /// Who helped the person to tell it.
  public var supporter = ""
  /// What stands at places of the text.
  public var markers: [TextMarker] = []
  /// The text with everything that identifies somebody replaced.
  public var markedText = ""
  /// The text as it stood before, the oldest first; only added.
  public var versions: [TextVersion] = []
  /// For whom the person spoke.
  public var speaksFor = SpeaksFor.oneself
  /// What they told.
  public var type = TestimonyType.experience
  /// Whether something went wrong.
  public var polarity = Polarity.concern
  /// How far the work is.
  public var stage = TestimonyStage.draft
  /// The day before which nothing goes out.
  public var embargo: CalendarDay?
  /// How soon somebody has to look at it.
  public var triage = Triage.none
  /// Said so when the words may hurt those who read them; screens hide them until asked.
  public var contentWarning = ""
  /// When it was told.
  public var takenAt: Moment?
  /// Who took it down.
  public var takenBy: StaffID?
  /// Whether it was read back.
  public var readBack = ReadBack()
  /// Whether help was offered, and which.
  public var supportOffered = ""
  /// The day on which somebody asks how they are.
  public var followUpCheck: CalendarDay?
  /// Why trust was lost, as the speaker or the team sees it.
  public var trustLoss: [Code] = []
  /// What followed.
  public var consequences: [Code] = []
  /// What would restore trust.
  public var restores: [Code] = []
  /// The reasons that the speaker chose; kept apart from the team's codes.
  public var ownReasons: [Code] = []
  /// The codes that the team put on passages.
  public var codings: [Coding] = []
  /// What the speaker asked for.
  public var asks: [Ask] = []
  /// The guide question that it answers.
  public var guideQuestion: Code?
  /// What the team notes for itself; never published.
  public var privateNote = ""
  /// The text in other languages.
  public var translations: [Translation] = []
  /// What the speaker agreed to.
  public var consent = Consent()
  /// Passages that may be quoted.
  public var quotes: [Quote] = []
  /// What was taken out because its time was over.
  public var retention: [RetentionMark] = []
  /// Where the record comes from.
  public var provenance = Provenance()
  /// Fields to which two people gave different values.
  public var conflicts: [FieldConflict] = []

  /// A testimony that is being taken down.
  public init() {}

  /// The id as it stands in the file.
  public var recordID: String { id.stored }

  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.required("id", &id)
    visitor.value("person", &person)
    visitor.text("pseudonym", &pseudonym)
    visitor.codes("communities", &communities)
    visitor.value("ageBand", &ageBand)
    visitor.codes("roles", &roles)
    visitor.required("language", &language)
    visitor.text("text", &text)
    visitor.value("textKind", &textKind)
    visitor.value("mode", &mode)
    visitor.text("interpreter", &interpreter)
    visitor.text("supporter", &supporter)
    visitor.records("markers", &markers)
    visitor.text("markedText", &markedText)
    visitor.records("versions", &versions)
    visitor.required("speaksFor", &speaksFor)
    visitor.required("type", &type)
    visitor.required("polarity", &polarity)
    visitor.required("stage", &stage)
    visitor.value("embargo", &embargo)
    visitor.required("triage", &triage)
    visitor.text("contentWarning", &contentWarning)
    visitor.value("takenAt", &takenAt)
    visitor.value("takenBy", &takenBy)
    visitor.object("readBack", &readBack)
    visitor.text("supportOffered", &supportOffered)
    visitor.value("followUpCheck", &followUpCheck)
    visitor.set("trustLoss", &trustLoss)
    visitor.set("consequences", &consequences)
    visitor.set("restores", &restores)
    visitor.set("ownReasons", &ownReasons)
    visitor.records("codings", &codings)
    visitor.records("asks", &asks)
    visitor.value("guideQuestion", &guideQuestion)
    visitor.text("privateNote", &privateNote)
    visitor.records("translations", &translations)
    visitor.object("consent", &consent)
    visitor.records("quotes", &quotes)
    visitor.records("retention", &retention)
    visitor.object("provenance", &provenance)
    visitor.records("conflicts", &conflicts)
  }
}

extension LanguageTag {
  /// The tag of a language that is not known.
  public static let undetermined = LanguageTag(unchecked: "und")
}

/// What was said at one event: the file `testimonies/EVENT-ID.json`.
public struct EventTestimonies: StoredRecord, Hashable {
  /// The event; the file's name.
  public var id = EventID()
  /// In the order in which they were taken down.
  public var testimonies: [Testimony] = []

  /// Nothing said.
  public init() {}
  /// The event's id as it stands in the file.
  public var recordID: String { id.stored }
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.required("id", &id)
    visitor.records("testimonies", &testimonies)
  }
}
