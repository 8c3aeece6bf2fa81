import HeardInsight
import HeardModel

/// Where one can go: every destination of the program as a value.
///
/// Rooms, links, the trail, views, the finder and plain lines name places; only the shell makes
/// screens of them, so that no room knows the screens of another.
public enum Place: Hashable, Sendable {
  /// What waits, what comes up, and the main figures.
  case home
  /// A list of records.
  case list(ListPlace)
  /// A list as a view keeps it.
  case view(ViewID)
  /// A month of events.
  case calendar(CalendarPlace? = nil)
  /// What is due to whom.
  case telling(filter: String = "")
  /// Participation counts.
  case figures(FiguresPlace = FiguresPlace())
  /// Countries by periods, each with how far its approval is.
  case approvals(ApprovalsPlace = ApprovalsPlace())
  /// One period of one country, or of none.
  case approval(ApprovalPeriod)
  /// What came from two sides.
  case conflicts(ConflictsPart = .conflicts)
  /// Files that cannot be used.
  case unreadable
  /// What was begun and not saved.
  case drafts
  /// What waits for this person: all of it, or what is to be done alike.
  case waiting(WaitingKind? = nil)
  /// What saying of events comes to that they are from before the programme worked with Heard.
  case beforeHeard([EventID])
  /// Disclosures that no lead has yet, or had not long ago.
  case disclosures
  /// One disclosure on its way to the lead.
  case disclosure(TestimonyID)
  /// What is kept although its time is over.
  case retention
  /// Who works for the programme.
  case team
  /// What this person has chosen on this machine.
  case settings

  /// One event, at one of its parts.
  case event(EventID, EventPart = .overview)
  /// One testimony, at one of its parts.
  case testimony(TestimonyID, TestimonyPart = .words)
  /// One follow-up action.
  case action(ActionID)
  /// One organisation.
  case organisation(OrganisationID)
  /// One person under their pseudonym.
  case person(PersonID)
  /// Everything that belongs to a record.
  case related(Finding.Subject)
  /// Two events that are made one; nil where the other one is still to be chosen.
  case merge(EventID, with: EventID?)
  /// Two people who are made one; nil where the other one is still to be chosen.
  case mergePeople(PersonID, with: PersonID?)
  /// What is settled after an event.
  case closeOut(EventID)
  /// What can be told to the people of an event or action.
  case tell(TellingSubject)
  /// Counting at an event's door.
  case door(EventID)
  /// All numbers of an event's attendance.
  case attendanceGrid(EventID)
  /// Which communities people at an event were asked about.
  case whichAsked(EventID)

  /// The form of a new event, on a day where one is meant.
  case newEvent(on: CalendarDay? = nil)
  /// The form of an event, at a field where one is meant.
  case editEvent(EventID, focusing: Code? = nil)
  /// The form of the next event of a series.
  case nextEvent(after: EventID)
  /// The plan of the events that follow one.
  case series(after: EventID)
  /// The form of a new participant of an event.
  case newPerson(at: EventID)
  /// The form of a participant of an event.
  case editPerson(PersonID, at: EventID)
  /// The name behind the pseudonym of a participant.
  case newIdentity(PersonID, at: EventID)
  /// The form in which a testimony is taken down.
  case newTestimony(at: EventID? = nil)
  /// The form of a testimony.
  case editTestimony(TestimonyID)
  /// The form of a new action that comes from an event or answers a testimony.
  case newAction(from: EventID? = nil, answering: TestimonyID? = nil)
  /// The form of an action, at a field where one is meant.
  case editAction(ActionID, focusing: Code? = nil)
  /// The form of an action with a status that needs its reason.
  case editActionStatus(ActionID, ActionStatus)
  /// The form of a new organisation.
  case newOrganisation
  /// The form of an organisation.
  case editOrganisation(OrganisationID)
  /// The form of a new fact.
  case newFact
  /// The form of a fact.
  case editFact(FactID)
  /// The form of a new member of the team.
  case newStaff
  /// The form of a member of the team.
  case editStaff(StaffID)
  /// Why a period is unlocked.
  case unlock(ApprovalPeriod)
  /// What was begun and not saved, as it was left.
  case draft(String)
  /// A sheet of events on its way in.
  case importEvents
  /// A sign-in sheet on its way onto the list of an event.
  case importPeople(EventID)
}

// Lists by their names.
extension Place {
  /// All events that fit a filter.
  public static func events(_ filter: String = "") -> Place { list(ListPlace(.events, filter)) }
  /// All testimonies that fit a filter.
  public static func testimonies(_ filter: String = "") -> Place {
    list(ListPlace(.testimonies, filter))
  }
  /// All follow-up actions that fit a filter.
  public static func actions(_ filter: String = "") -> Place { list(ListPlace(.actions, filter)) }
  /// Everyone under a pseudonym who fits a filter.
  public static func people(_ filter: String = "") -> Place { list(ListPlace(.people, filter)) }
  /// All organisations that fit a filter.
  public static func organisations(_ filter: String = "") -> Place {
    list(ListPlace(.organisations, filter))
  }
  /// All facts that fit a filter.
  public static func facts(_ filter: String = "") -> Place { list(ListPlace(.facts, filter)) }
  /// The events with the filter open, ready to be typed.
  public static var eventSearch: Place {
    var place = ListPlace(.events)
    place.isSearching = true
    return list(place)
  }

  /// The page of a record of whatever kind.
  public static func record(_ subject: Finding.Subject) -> Place {
    switch subject {
    case .event(let id): .event(id)
    case .organisation(let id): .organisation(id)
    case .action(let id): .action(id)
    case .person(let id): .person(id)
    case .testimony(let id): .testimony(id)
    }
  }
}

/// A month of events as somebody left it.
public struct CalendarPlace: Hashable, Sendable {
  /// The focused day.
  public var day: CalendarDay
  /// Whether the days stand below each other.
  public var isAgenda = false
  /// The filter, as it is typed.
  public var filter = ""

  /// The month of a day, as a grid.
  public init(day: CalendarDay) { self.day = day }
}

/// A table of figures as somebody left it.
public struct FiguresPlace: Hashable, Sendable {
  /// What the rows are.
  public var rows = FigureKey.country
  /// What the columns are; nil shows every figure of each row.
  public var columns: FigureKey? = .year
  /// What is counted.
  public var measure = FigureMeasure.attendances
  /// The filter, as it is typed.
  public var filter = ""

  /// Attendances by country and year.
  public init() {}
}

/// The grid of approvals as somebody left it.
public struct ApprovalsPlace: Hashable, Sendable {
  /// The filter, as it is typed.
  public var filter: String
  /// Whether years stand beside each other, and what has no date; else quarters.
  public var isByYear: Bool

  /// Quarters of all events, where nothing else is said.
  public init(filter: String = "", isByYear: Bool = false) {
    (self.filter, self.isByYear) = (filter, isByYear)
  }
}

/// The parts of an event's screen in the order of their tabs.
public enum EventPart: String, CaseIterable, Sendable {
  /// What the event is.
  case overview
  /// How many came.
  case attendance
  /// Who is on the list.
  case people
  /// What was told there.
  case testimonies
  /// What is done because of it.
  case actions
  /// Who changed what and when.
  case history
}

/// The parts of a testimony's screen in the order of their tabs.
public enum TestimonyPart: String, CaseIterable, Sendable {
  /// What was told.
  case words
  /// The words in other languages.
  case translations
  /// What the speaker agreed to.
  case consent
  /// Passages that may be quoted.
  case quotes
  /// What is done because of it.
  case actions
}

/// The parts of the screen of conflicts in the order of their tabs.
public enum ConflictsPart: Int, CaseIterable, Sendable {
  /// Fields in two versions.
  case conflicts
  /// Copies beside records.
  case copies
}
