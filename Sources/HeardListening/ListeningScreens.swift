import HeardKit
import HeardModel

/// The screens of the rooms in which people are heard: events, door, people, testimonies.
///
/// Only the shell asks for them.
public enum ListeningScreens {
  /// The list of events.
  public static func events(at place: ListPlace, _ desk: Desk) -> any Screen {
    EventsScreen(at: place, desk)
  }

  /// One event.
  public static func event(_ id: EventID, _ part: EventPart, _ desk: inout Desk) -> any Screen {
    if part == .history { desk.run(.loadHistory(id.text)) }
    return EventScreen(id, part: part)
  }

  /// Two events that are made one, or the choice of the other one.
  public static func merge(_ id: EventID, with other: EventID?) -> any Screen {
    guard let other else { return MergeWithScreen(.event(id)) }
    return MergeScreen(id, with: other)
  }

  /// Two people who are made one, or the choice of the other one.
  public static func merge(person id: PersonID, with other: PersonID?) -> any Screen {
    guard let other else { return MergeWithScreen(.person(id)) }
    return MergePeopleScreen(id, with: other)
  }

  /// A month of events.
  public static func calendar(_ place: CalendarPlace?, _ desk: Desk) -> any Screen {
    CalendarScreen(place, desk)
  }

  /// The form of a new event, on a day where one is meant.
  public static func newEvent(on day: CalendarDay?, _ desk: Desk) -> any Screen {
    day.map { EventForm.new(on: $0, desk) } ?? EventForm.new(desk)
  }

  /// The form of an event, at a field where one is meant.
  public static func editEvent(
    _ id: EventID, focusing field: Code?, _ desk: Desk
  ) -> any Screen {
    EventForm.edit(id, focusing: field, desk)
  }

  /// The form of the next event of a series.
  public static func nextEvent(after id: EventID, _ desk: Desk) -> any Screen {
    EventForm.next(after: id, desk)
  }

  /// The plan of the events that follow one.
  public static func series(after id: EventID, _ desk: Desk) -> any Screen {
    SeriesForm(after: id, desk)
  }

  /// What saying of events comes to that they are from before Heard, ready to be said.
  public static func beforeHeard(_ ids: [EventID], _ desk: Desk) -> (any Screen)? {
    BulkScreen<Event>(ids, setting: "beforeHeard", to: "yes", desk)
  }

  /// Counting at the door; nil where the event is gone, which is said.
  public static func door(_ id: EventID, _ desk: inout Desk) -> (any Screen)? {
    guard let event = desk.programme.events[id] else {
      desk.refuse(desk.words("event.gone"))
      return nil
    }
    return AttendanceScreen(event, DoorSitting(id, in: desk.newSitting()))
  }

  /// All numbers of an event's attendance.
  public static func attendanceGrid(_ id: EventID, _ desk: inout Desk) -> any Screen {
    AttendanceGrid(id, in: desk.newSitting())
  }

  /// Which communities people were asked about; nil where nothing is left to be said, which is told.
  public static func whichAsked(_ id: EventID, _ desk: inout Desk) -> (any Screen)? {
    WhichAskedForm.open(id, &desk)
  }

  /// The list of people.
  public static func people(at place: ListPlace, _ desk: Desk) -> any Screen {
    PeopleScreen(at: place, desk)
  }

  /// One person under their pseudonym.
  public static func person(_ id: PersonID) -> any Screen { PersonScreen(id) }

  /// The form of a new participant.
  public static func newPerson(at event: EventID, _ desk: Desk) -> any Screen {
    PersonForm.new(desk, event: event)
  }

  /// The form of a participant.
  public static func editPerson(
    _ id: PersonID, at event: EventID, _ desk: Desk
  ) -> any Screen {
    PersonForm.edit(id, of: event, desk)
  }

  /// The name behind a pseudonym.
  public static func newIdentity(
    _ id: PersonID, at event: EventID, _ desk: Desk
  ) -> any Screen {
    IdentityForm.new(id, of: event, desk)
  }

  /// The list of testimonies.
  public static func testimonies(at place: ListPlace, _ desk: Desk) -> any Screen {
    TestimoniesScreen(at: place, desk)
  }

  /// One testimony.
  public static func testimony(_ id: TestimonyID, _ part: TestimonyPart) -> any Screen {
    TestimonyScreen(id, part: part)
  }

  /// The form in which a testimony is taken down.
  public static func newTestimony(at event: EventID?, _ desk: Desk) -> any Screen {
    TestimonyForm.new(desk, event: event)
  }

  /// The form of a testimony; nil where a rule keeps it closed, which is said.
  public static func editTestimony(_ id: TestimonyID, _ desk: inout Desk) -> (any Screen)? {
    TestimonyForm.opened(id, &desk)
  }

  /// A form of these rooms as a draft kept it; nil where its record is gone or closed.
  public static func restored(_ draft: Draft, _ desk: Desk) -> (any Screen)? {
    switch draft.form.stored {
    case "event": EventForm.restored(draft, desk)
    case "series": SeriesForm.restored(draft, desk)
    case "person": PersonForm.restored(draft, desk)
    case "testimony": TestimonyForm.restored(draft, desk)
    case "whichAsked": WhichAskedForm.restored(draft, desk)
    default: nil
    }
  }
}
