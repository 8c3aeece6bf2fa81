/// The six themes of action that the programme's report names.
public enum ActionTheme: String, CaseIterable, Sendable, StoredText {
  /// Empower through education.
  case education = "EDU"
  /// Champion diversity in research.
  case research = "RES"
  /// Include people in decisions.
  case governance = "GOV"
  /// Prioritise holistic, person-centred care.
  case care = "CARE"
  /// Consistent, accessible communication.
  case communication = "COMM"
  /// A health workforce for everyone.
  case workforce = "WORK"
}

/// How far an action reaches.
public enum ActionLevel: String, CaseIterable, Sendable, StoredText {
  /// One place.
  case local
  /// A region.
  case regional
  /// A country.
  case national
  /// All countries.
  case global
}

/// How soon an action can show.
public enum ActionHorizon: String, CaseIterable, Sendable, StoredText {
  /// Months.
  case short
  /// A year or two.
  case medium
  /// Lasting change of a system.
  case long
}

/// How far an action is; overdue is derived, never stored.
public enum ActionStatus: String, CaseIterable, Sendable, StoredText {
  /// Somebody proposed it.
  case proposed
  /// Those who must do it agreed.
  case agreed
  /// Under way.
  case inProgress
  /// Done, by the word of its owner.
  case done
  /// Done, and somebody else saw it.
  case verified
  /// Will not be done; needs a reason.
  case declined
  /// Cannot be done; needs a reason.
  case notFeasible
  /// Waits; not given up.
  case onHold

  /// Whether something still has to happen.
  public var isOpen: Bool {
    switch self {
    case .proposed, .agreed, .inProgress, .onHold: true
    case .done, .verified, .declined, .notFeasible: false
    }
  }

  /// Whether it says that the action is done.
  public var isDone: Bool { self == .done || self == .verified }

  /// Whether the status must come with its reason.
  public var needsReason: Bool { self == .declined || self == .notFeasible }

  /// Whether the status must come with what shows that it happened.
  public var needsEvidence: Bool { self == .verified }
}

/// How far a milestone is.
public enum MilestoneState: String, CaseIterable, Sendable, StoredText {
  /// Still meant.
  case planned
  /// Reached.
  case reached
  /// Its day passed without it.
  case missed
  /// Not meant any more.
  case dropped
}

/// How far an action was on one day; a wrong entry is corrected by a new one.
public struct StatusEntry: StoredRecord, Hashable {
  /// Tells the entry from the others.
  public var id: Code = "e-0"
  /// How far it was.
  public var status = ActionStatus.proposed
  /// When, as exact as known.
  public var on: KnownDate?
  /// Who said so.
  public var by = ""
  /// Why.
  public var reason = ""

  /// An entry before it is read.
  public init() {}
  /// The id as it stands in the file.
  public var recordID: String { id.stored }
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.required("id", &id)
    visitor.required("status", &status)
    visitor.value("on", &on)
    visitor.text("by", &by)
    visitor.text("reason", &reason)
  }
}

/// One thing that shows what an action did, and where it lies; Heard never opens it.
public struct EvidenceItem: StoredRecord, Hashable {
  /// Tells the item from the others.
  public var id: Code = "i-0"
  /// Where it lies: a shelf, a path, an address.
  public var location = ""
  /// What it shows.
  public var note = ""
  /// Of when it is, as exact as known.
  public var on: KnownDate?

  /// An item before it is read.
  public init() {}
  /// The id as it stands in the file.
  public var recordID: String { id.stored }
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.required("id", &id)
    visitor.text("where", &location)
    visitor.text("note", &note)
    visitor.value("on", &on)
  }
}

/// A step on the way of an action.
public struct Milestone: StoredRecord, Hashable {
  /// Tells the step from the others of the same action.
  public var id: Code = "m-0"
  /// What is to be reached.
  public var title = ""
  /// By when.
  public var due: CalendarDay?
  /// When it was reached.
  public var doneOn: CalendarDay?
  /// Whether it is still meant, was reached, missed or dropped; nil by its days.
  public var state: MilestoneState?

  /// A step before it is read.
  public init() {}
  /// The id as it stands in the file.
  public var recordID: String { id.stored }
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.required("id", &id)
    visitor.text("title", &title)
    visitor.value("due", &due)
    visitor.value("doneOn", &doneOn)
    visitor.value("state", &state)
  }
}

/// What is measured to see whether an action reached its aim.
public struct Measure: Stored, Hashable {
  /// What is counted.
  public var unit = ""
  /// The number at the start.
  public var baseline: Int?
  /// The number to be reached.
  public var target: Int?
  /// The number now.
  public var current: Int?
  /// How many digits of the three numbers stand behind the point.
  public var places: Int?
  /// Whether the numbers are percent.
  public var isPercent = false
  /// When the number at the start was taken.
  public var baselineOn: KnownDate?
  /// Where the number at the start comes from.
  public var baselineSource = ""
  /// When the number now was taken.
  public var currentOn: KnownDate?
  /// Where the number now comes from.
  public var currentSource = ""

  /// Nothing measured.
  public init() {}
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.text("unit", &unit)
    visitor.number("baseline", &baseline)
    visitor.number("target", &target)
    visitor.number("current", &current)
    visitor.number("places", &places, 0...6)
    visitor.flag("percent", &isPercent)
    visitor.value("baselineOn", &baselineOn)
    visitor.text("baselineSource", &baselineSource)
    visitor.value("currentOn", &currentOn)
    visitor.text("currentSource", &currentSource)
  }
}

/// Something that is done because of what people told.
public struct FollowUpAction: StoredRecord, Hashable {
  /// Never changes; the file's name.
  public var id = ActionID()
  /// What will be done.
  public var title = ""
  /// More about it: the problem, and what is to be different.
  public var description = ""
  /// One or more of the six themes.
  public var themes: [ActionTheme] = []
  /// How far it reaches.
  public var level = ActionLevel.local
  /// How soon it can show.
  public var horizon = ActionHorizon.short
  /// How far it is.
  public var status = ActionStatus.proposed
  /// Why it is declined, not feasible or on hold.
  public var reason = ""
  /// The country in which it is done.
  public var country: CountryCode?
  /// The countries in which it is done, where there are several.
  public var countries: [CountryCode] = []
  /// Who answers for it, in words: a person's role or an organisation.
  public var owner = ""
  /// The member of the team who answers for it.
  public var ownerStaff: StaffID?
  /// The organisation that answers for it.
  public var ownerOrganisation: OrganisationID?
  /// Who decides, in words.
  public var decider = ""
  /// At which level is decided.
  public var deciderLevel: ActionLevel?
  /// What was decided.
  public var decided = ""
  /// When it was decided, as exact as known.
  public var decidedOn: KnownDate?
  /// The member of the team who follows it.
  public var followedBy: StaffID?
  /// Organisations that do it with us.
  public var partners: [OrganisationID] = []
  /// The testimonies that it answers.
  public var testimonies: [TestimonyID] = []
  /// The events from which it comes.
  public var events: [EventID] = []
  /// What it answers to what was asked for.
  public var answers: [AskAnswer] = []
  /// When it was proposed, as exact as known.
  public var proposedOn: KnownDate?
  /// When it began, as exact as known.
  public var startedOn: KnownDate?
  /// By when it is to be done, as exact as known.
  public var due: KnownDate?
  /// When it was done, as exact as known.
  public var doneOn: KnownDate?
  /// Steps on the way.
  public var milestones: [Milestone] = []
  /// What is measured.
  public var measure = Measure()
  /// What shows that it happened.
  public var evidence = ""
  /// Where what shows it lies, each by itself.
  public var evidenceItems: [EvidenceItem] = []
  /// How far it was, day by day; the last entry is how far it is.
  public var statusEntries: [StatusEntry] = []
  /// Notes of the team.
  public var notes = ""
  /// The action that this one turned out to be.
  public var mergedInto: ActionID?
  /// How those who asked for it are told.
  public var feedback = Feedback()
  /// Where the record comes from.
  public var provenance = Provenance()
  /// Fields to which two people gave different values.
  public var conflicts: [FieldConflict] = []

  /// An action that is being filled in.
  public init() {}

  /// The id as it stands in the file.
  public var recordID: String { id.stored }

  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.required("id", &id)
    visitor.text("title", &title)
    visitor.text("description", &description)
    visitor.set("themes", &themes)
    visitor.required("level", &level)
    visitor.required("horizon", &horizon)
    visitor.required("status", &status)
    visitor.text("reason", &reason)
    visitor.value("country", &country)
    visitor.set("countries", &countries)
    visitor.text("owner", &owner)
    visitor.value("ownerStaff", &ownerStaff)
    visitor.value("ownerOrganisation", &ownerOrganisation)
    visitor.text("decider", &decider)
    visitor.value("deciderLevel", &deciderLevel)
    visitor.text("decided", &decided)
    visitor.value("decidedOn", &decidedOn)
    visitor.value("followedBy", &followedBy)
    visitor.set("partners", &partners)
    visitor.set("testimonies", &testimonies)
    visitor.set("events", &events)
    visitor.records("answers", &answers)
    visitor.value("proposedOn", &proposedOn)
    visitor.value("startedOn", &startedOn)
    visitor.value("due", &due)
    visitor.value("doneOn", &doneOn)
    visitor.records("milestones", &milestones)
    visitor.object("measure", &measure)
    visitor.text("evidence", &evidence)
    visitor.records("evidenceItems", &evidenceItems)
    visitor.records("statusEntries", &statusEntries)
    visitor.text("notes", &notes)
    visitor.value("mergedInto", &mergedInto)
    visitor.object("feedback", &feedback)
    visitor.object("provenance", &provenance)
    visitor.records("conflicts", &conflicts)
  }

  /// How many days an open action is past its day; nil when it is not.
  public func daysOverdue(today: CalendarDay) -> Int? {
    guard isOpen(on: today), let last = due?.lastDay, last < today else { return nil }
    return today.dayNumber - last.dayNumber
  }
}
