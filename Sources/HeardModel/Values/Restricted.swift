/// The name and contact behind one pseudonym: the file `identities/PERSON-ID.json`.
///
/// Never in version control, never exported, never shown beside what the person told.
public struct Identity: StoredRecord, Hashable {
  /// The person; the file's name.
  public var id = PersonID()
  /// The name that the person gave.
  public var name = ""
  /// How the name is read, where its script does not tell.
  public var nameReading = ""
  /// How to reach them.
  public var contact = ""
  /// The language in which to write.
  public var language: LanguageTag?
  /// The day after which the record is removed.
  public var keepUntil: CalendarDay?

  /// An identity that is being filled in.
  public init() {}
  /// The id as it stands in the file.
  public var recordID: String { id.stored }
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.required("id", &id)
    visitor.text("name", &name)
    visitor.text("nameReading", &nameReading)
    visitor.text("contact", &contact)
    visitor.value("language", &language)
    visitor.value("keepUntil", &keepUntil)
  }
}

/// Something told in need of protection: the file `safeguarding/ID.json`, for the named lead.
public struct Disclosure: StoredRecord, Hashable {
  /// Never changes; the file's name.
  public var id = TestimonyID()
  /// Where it was told.
  public var event: EventID?
  /// Who took it down.
  public var takenBy: StaffID?
  /// When.
  public var at: Moment?
  /// The person over all events, where known.
  public var person: PersonID?
  /// What the speaker is called here.
  public var pseudonym = ""
  /// The language of the original words.
  public var language: LanguageTag?
  /// What was told.
  public var text = ""
  /// What the team noted about it.
  public var note = ""
  /// What was done at once.
  public var doneAtOnce = ""
  /// When the lead received it.
  public var receivedAt: Moment?
  /// When it was handed over.
  public var handedOverAt: Moment?
  /// To whom, by role or name.
  public var handedOverTo = ""
  /// How: a sealed file, a printed page.
  public var handedOverHow = ""
  /// The number that the lead gave back as a receipt.
  public var receipt = ""

  /// A disclosure that is being filled in.
  public init() {}
  /// The id as it stands in the file.
  public var recordID: String { id.stored }
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.required("id", &id)
    visitor.value("event", &event)
    visitor.value("takenBy", &takenBy)
    visitor.value("at", &at)
    visitor.value("person", &person)
    visitor.text("pseudonym", &pseudonym)
    visitor.value("language", &language)
    visitor.text("text", &text)
    visitor.text("note", &note)
    visitor.text("doneAtOnce", &doneAtOnce)
    visitor.value("receivedAt", &receivedAt)
    visitor.value("handedOverAt", &handedOverAt)
    visitor.text("handedOverTo", &handedOverTo)
    visitor.text("handedOverHow", &handedOverHow)
    visitor.text("receipt", &receipt)
  }
}

/// That something was erased, without what it was: the file `erased/ID.json`.
///
/// It wins every merge.
public struct Tombstone: StoredRecord, Hashable {
  /// The id of what was erased; the file's name.
  public var id: Code = "t-0"
  /// When.
  public var at = Moment(seconds: 0)
  /// Who asked for it: the person, a guardian, the retention rule.
  public var requestedBy = ""
  /// On which ground.
  public var ground = ""
  /// Who did it.
  public var by = ""

  /// A tombstone before it is read.
  public init() {}
  /// The id as it stands in the file.
  public var recordID: String { id.stored }
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.required("id", &id)
    visitor.required("at", &at)
    visitor.text("requestedBy", &requestedBy)
    visitor.text("ground", &ground)
    visitor.text("by", &by)
  }
}
