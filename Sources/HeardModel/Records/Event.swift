/// Whose event it was: the published totals mix events organised and events taken part in.
public enum Involvement: String, CaseIterable, Sendable, StoredText {
  /// The programme made it.
  case organised
  /// The programme made it with others.
  case coOrganised
  /// Others made it; the programme had a part in it.
  case participated
}

/// Where people met.
public enum EventFormat: String, CaseIterable, Sendable, StoredText {
  /// In one place.
  case inPerson
  /// Over the network.
  case online
  /// Both at once.
  case hybrid
}

/// How far an event is; closed out and overdue are derived, never stored.
public enum EventStatus: String, CaseIterable, Sendable, StoredText {
  /// Meant to happen.
  case planned
  /// Sure to happen.
  case confirmed
  /// Has happened.
  case held
  /// Will not happen.
  case cancelled
  /// Will happen on another day.
  case postponed
}

/// What may be told of who said what at an event.
public enum Confidentiality: String, CaseIterable, Sendable, StoredText {
  /// What was said may be told with its speaker, within each consent.
  case open
  /// What was said may be told, never who said it or whom they came for.
  case chathamHouse
  /// Nothing that was said leaves the room.
  case closed
}

/// Where a record's content comes from.
public enum ProvenanceKind: String, CaseIterable, Sendable, StoredText {
  /// Recorded by the programme.
  case recorded
  /// Taken from a publication.
  case published
  /// Invented, for trying things out.
  case synthetic
}

/// Where a record's content comes from, with the source.
public struct Provenance: Stored, Hashable {
  /// Recorded, published or synthetic.
  public var kind = ProvenanceKind.recorded
  /// The publication, for what was published; the file, for what was brought in from one.
  public var source = ""
  /// By what a row of a sheet is known again when the sheet is brought in once more.
  public var importKey = ""

  /// Recorded by the programme.
  public init() {}
  /// Content of a kind, with its source.
  public init(_ kind: ProvenanceKind, source: String = "") {
    self.kind = kind
    self.source = source
  }
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.required("kind", &kind)
    visitor.text("source", &source)
    visitor.text("importKey", &importKey)
  }
}

/// How far something is that lets everyone take part.
public enum AccessState: String, CaseIterable, Sendable, StoredText {
  /// Somebody needs it; nothing is arranged yet.
  case needed
  /// It will be there, or was there.
  case arranged
  /// It was not arranged.
  case notArranged
  /// Nobody asked whether it is needed.
  case notAsked
}

/// An organisation's part in one event.
public struct EventPartner: StoredRecord, Hashable {
  /// The organisation; stands once in a list.
  public var id = OrganisationID()
  /// What it did there.
  public var roles: [Code] = []
  /// Anything else about its part.
  public var note = ""

  /// A partner that is being filled in.
  public init() {}
  /// The organisation's id as it stands in the file.
  public var recordID: String { id.stored }
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.required("id", &id)
    visitor.set("roles", &roles)
    visitor.text("note", &note)
  }
}

/// The row of events to which one belongs.
public struct SeriesPlace: Stored, Hashable {
  /// What the row is called.
  public var name = ""
  /// Its place in the row, from 1.
  public var number: Int?

  /// Belongs to no row.
  public init() {}
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.text("name", &name)
    visitor.number("number", &number, 1...100_000)
  }
}

/// A meeting at which people are heard, or in which the programme took part.
public struct Event: StoredRecord, Hashable {
  /// Never changes; the file's name.
  public var id = EventID()
  /// What it is called, in the language of the place.
  public var title = ""
  /// What kind of meeting it is; nil where it is not known.
  public var type: Code?
  /// Whose event it is; nil where it is not known.
  public var involvement: Involvement?
  /// In person, online or both; nil where it is not known.
  public var format: EventFormat?
  /// How far it is.
  public var status = EventStatus.planned
  /// When it starts, as exact as known, in its own zone.
  public var start: KnownDate?
  /// When it ends, as exact as known.
  public var end: KnownDate?
  /// The zone in which its times are told.
  public var zone: ZoneName?
  /// Where it is; may be outside the programme's ten, may be unknown.
  public var country: CountryCode?
  /// State, region or prefecture.
  public var region = ""
  /// Town.
  public var place = ""
  /// House and room.
  public var venue = ""
  /// Where to connect.
  public var onlineAddress = ""
  /// Languages spoken or signed.
  public var languages: [LanguageTag] = []
  /// Languages into which it was interpreted.
  public var interpreters: [LanguageTag] = []
  /// What it is about.
  public var topics: [Code] = []
  /// The communities it is about; makes even its headcount sensitive when published.
  public var aboutCommunities: [Code] = []
  /// Organisations that had a part in it.
  public var partners: [EventPartner] = []
  /// Said so when there was no partner.
  public var hasNoPartners = false
  /// The row of events to which it belongs.
  public var series = SeriesPlace()
  /// Those of the team who lead it.
  public var facilitators: [StaffID] = []
  /// What may be told of it; nil where it is not known, which counts as closed.
  public var confidentiality: Confidentiality?
  /// What is ready so that everyone can take part.
  public var access: [Code: AccessState] = [:]
  /// How many people the room holds.
  public var capacity: Int?
  /// What was heard, for people who were not there.
  public var summary = ""
  /// What was asked for by nobody in particular.
  public var asks: [Ask] = []
  /// Notes of the team; never published.
  public var notes = ""
  /// Where the record comes from.
  public var provenance = Provenance()
  /// Whether it was over before the programme worked with Heard: close-out and telling are not asked.
  public var isBeforeHeard = false
  /// How many people attended.
  public var attendance = Attendance()
  /// Who took part, where that is listed.
  public var participations: [Participation] = []
  /// Contributions of people who did not want them kept: only their number.
  public var unrecordedContributions: Int?
  /// Trust asked before and after.
  public var pulses: [Pulse] = []
  /// What was settled afterwards.
  public var closeOut = CloseOut()
  /// How those who spoke are told what came of it.
  public var feedback = Feedback()
  /// Who in the community agreed to this use of what is told (Indigenous data governance).
  public var communityGovernance = ""
  /// What was taken out because its time was over.
  public var retention: [RetentionMark] = []
  /// Events that turned out to be this one: neither their files nor their rows come in anew.
  public var mergedFrom: [MergedEvent] = []
  /// Fields to which two people gave different values.
  public var conflicts: [FieldConflict] = []

  /// An event that is being filled in.
  public init() {}

  /// The id as it stands in the file.
  public var recordID: String { id.stored }

  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.required("id", &id)
    visitor.text("title", &title)
    visitor.value("type", &type)
    visitor.value("involvement", &involvement)
    visitor.value("format", &format)
    visitor.required("status", &status)
    visitor.value("start", &start)
    visitor.value("end", &end)
    visitor.value("zone", &zone)
    visitor.value("country", &country)
    visitor.text("region", &region)
    visitor.text("place", &place)
    visitor.text("venue", &venue)
    visitor.text("onlineAddress", &onlineAddress)
    visitor.set("languages", &languages)
    visitor.set("interpreters", &interpreters)
    visitor.set("topics", &topics)
    visitor.set("aboutCommunities", &aboutCommunities)
    visitor.records("partners", &partners)
    visitor.flag("noPartners", &hasNoPartners)
    visitor.object("series", &series)
    visitor.set("facilitators", &facilitators)
    visitor.value("confidentiality", &confidentiality)
    visitor.map("access", &access)
    visitor.number("capacity", &capacity)
    visitor.text("summary", &summary)
    visitor.records("asks", &asks)
    visitor.text("notes", &notes)
    visitor.object("provenance", &provenance)
    visitor.flag("beforeHeard", &isBeforeHeard)
    visitor.object("attendance", &attendance)
    visitor.records("participations", &participations)
    visitor.number("unrecordedContributions", &unrecordedContributions)
    visitor.records("pulses", &pulses)
    visitor.object("closeOut", &closeOut)
    visitor.object("feedback", &feedback)
    visitor.text("communityGovernance", &communityGovernance)
    visitor.records("retention", &retention)
    visitor.records("mergedFrom", &mergedFrom)
    visitor.records("conflicts", &conflicts)
  }
}

extension Event {
  /// Whether the event has a day in the past and is still planned or confirmed.
  public func waitsForHeld(today: CalendarDay) -> Bool {
    guard status == .planned || status == .confirmed, let start else { return false }
    return (end ?? start).lastDay < today
  }

  /// Whether the event lies ahead: not cancelled or held, and not over.
  public func isComing(today: CalendarDay) -> Bool {
    guard status == .planned || status == .confirmed, let start else { return false }
    return (end ?? start).lastDay >= today
  }
}

extension Event {
  /// Whether it is said to be held although its first day is still to come.
  ///
  /// A day's difference is none: where the event is, tomorrow may have begun.
  public func isHeldInFuture(on today: CalendarDay) -> Bool {
    guard status == .held, let start else { return false }
    return start.firstDay > today.adding(days: 1)
  }
}

extension Event {
  /// What may be told of it; where nobody said, nothing.
  public var confidentialityOrClosed: Confidentiality { confidentiality ?? .closed }
}
