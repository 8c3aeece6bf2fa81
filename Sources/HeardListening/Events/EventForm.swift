import HeardKit
import HeardModel

/// The form of an event: new, changed, or the next of its series.
typealias EventForm = RecordFormScreen<Event>

extension EventForm {
  /// A form for a new event that is meant for a day.
  static func new(on day: CalendarDay, _ desk: Desk) -> EventForm {
    var event = Event.blank(desk)
    event.start = KnownDate(day)
    return new(event, desk)
  }

  /// A form for the next event of a series: like the one before, without what happened.
  static func next(after id: EventID, _ desk: Desk) -> EventForm {
    guard let event = desk.programme.events[id] else { return new(desk) }
    return new(EventFields.next(after: event, desk.programme), desk)
  }
}

extension Event: FormRecord {
  /// What is odd about time and status, and the hours elsewhere.
  ///
  /// The hours of others decide whether a time is a good one.
  public func remarks(_ desk: Desk) -> [String] {
    [TimesElsewhere.oddity(self, desk), TimesElsewhere.line(self, desk), heard(desk), held(desk)]
      .compactMap { $0 } + desk.remarks(onDaysOf: record)
  }

  /// That an event was held on a day which is still to come (H514 of the check).
  private func held(_ desk: Desk) -> String? {
    isHeldInFuture(on: desk.today) ? desk.words("eventForm.heldInFuture") : nil
  }

  /// That people have spoken at an event which, by its status, was not held (H510 of the check).
  private func heard(_ desk: Desk) -> String? {
    let testimonies = desk.programme.testimonies.values.count { $0.event == id }
    if status == .held || testimonies == 0 { return nil }
    return desk.words("eventForm.heardThere", count: testimonies)
  }

  /// The name of the form in the catalogs: `screen.eventForm`.
  public static let formName = "eventForm"
  /// An event, in names of changes.
  public static let recordKind = RecordKind.event
  /// The name of the form in drafts, and the beginning of their ids.
  public static let draftForm: Code = "event"
  /// The title, by which an event is called.
  public static let titleField: Code = "title"
  /// The fields and rules of an event.
  public static var spec: FormSpec<Event> { EventFields.spec }

  /// How people are told and who did not want to be kept is noted after the approval too, and what
  /// is confidential may always become more so.
  public static func isOpenUnderLock(_ field: Code) -> Bool {
    let open: Set<Code> = ["confidentiality", "communityGovernance", "unrecordedContributions"]
    return field.stored.hasPrefix("feedback") || open.contains(field)
  }

  /// A new event with what is most likely: this person's country and language.
  public static func blank(_ desk: Desk) -> Event { EventFields.blank(desk) }

  /// The one of this id; nil where it is gone.
  public static func stored(_ id: EventID, in programme: Programme) -> Event? {
    programme.events[id]
  }

  /// What a form is called before the event has a title.
  public static func untitled(_ words: Words) -> String { words("form.newEvent") }

  /// The event as any record.
  public var record: Record { .event(self) }

  /// A new id of start, country and place as far as they are known, and random characters.
  public func newID(_ desk: inout Desk) -> EventID {
    desk.ids.makeEvent(start: start, country: country, placeSlug: slug(place))
  }

  /// Goes to a new event, where its people and testimonies are added; else back.
  public func leave(isNew: Bool, _ desk: inout Desk) {
    if isNew { desk.goInstead(.event(id)) } else { desk.pop() }
  }
}
