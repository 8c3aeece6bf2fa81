import HeardFollowUp
import HeardInsight
import HeardKit
import HeardListening
import HeardModel

/// The one map from places to screens.
enum Places {
  private typealias Listening = ListeningScreens
  private typealias FollowUp = FollowUpScreens

  /// The screen of a place; nil where a rule or a record that is gone keeps it closed, which is
  /// said.
  static func screen(at place: Place, _ desk: inout Desk) -> (any Screen)? {
    if let begun = begun(at: place, &desk) { return begun }
    return switch place {
    case .home: FollowUp.home()
    case .list(let place): list(at: place, desk)
    case .view(let id): view(id, &desk)
    case .calendar(let place): Listening.calendar(place, desk)
    case .telling(let filter): FollowUp.telling(filter: filter)
    case .figures(let place): FollowUp.figures(place)
    case .approvals(let place): FollowUp.approvals(place)
    case .approval(let quarter): FollowUp.approval(quarter)
    case .conflicts(let part): FollowUp.conflicts(part)
    case .unreadable: FollowUp.unreadable()
    case .drafts: FollowUp.drafts()
    case .waiting(let kind): FollowUp.waiting(kind)
    case .beforeHeard(let ids): Listening.beforeHeard(ids, desk)
    case .disclosures: FollowUp.disclosures()
    case .disclosure(let id): FollowUp.disclosure(id)
    case .retention: FollowUp.retention(&desk)
    case .team: FollowUp.team()
    case .settings: FollowUp.settings(desk)
    case .event(let id, let part): Listening.event(id, part, &desk)
    case .testimony(let id, let part): Listening.testimony(id, part)
    case .action(let id): FollowUp.action(id)
    case .organisation(let id): FollowUp.organisation(id)
    case .person(let id): Listening.person(id)
    case .related(let subject): RelatedScreen(subject)
    case .merge(let id, let other): Listening.merge(id, with: other)
    case .mergePeople(let id, let other): Listening.merge(person: id, with: other)
    case .closeOut(let id): FollowUp.closeOut(id)
    case .tell(let subject): FollowUp.tell(subject)
    case .door(let id): Listening.door(id, &desk)
    case .attendanceGrid(let id): Listening.attendanceGrid(id, &desk)
    case .whichAsked(let id): Listening.whichAsked(id, &desk)
    case .newEvent(let day): Listening.newEvent(on: day, desk)
    case .editEvent(let id, let field): editEvent(id, field, &desk)
    case .nextEvent(let id): Listening.nextEvent(after: id, desk)
    case .series(let id): Listening.series(after: id, desk)
    case .newPerson(let event): Listening.newPerson(at: event, desk)
    case .editPerson(let id, let event): Listening.editPerson(id, at: event, desk)
    case .newIdentity(let id, let event): Listening.newIdentity(id, at: event, desk)
    case .newTestimony(let event): Listening.newTestimony(at: event, desk)
    case .editTestimony(let id): Listening.editTestimony(id, &desk)
    case .newAction(let event, let testimony):
      FollowUp.newAction(from: event, answering: testimony, desk)
    case .editAction(let id, let field): FollowUp.editAction(id, focusing: field, desk)
    case .editActionStatus(let id, let status): FollowUp.editAction(id, taking: status, desk)
    case .newOrganisation: FollowUp.newOrganisation(desk)
    case .editOrganisation(let id): FollowUp.editOrganisation(id, desk)
    case .newFact: FollowUp.newFact(desk)
    case .editFact(let id): FollowUp.editFact(id, desk)
    case .newStaff: FollowUp.newStaff(desk)
    case .editStaff(let id): FollowUp.editStaff(id, desk)
    case .unlock(let quarter): FollowUp.unlock(quarter, desk)
    case .draft(let id): draft(id, &desk)
    case .importEvents: FollowUp.importing(people: nil, &desk)
    case .importPeople(let event): FollowUp.importing(people: desk.programme.events[event], &desk)
    }
  }

  /// The form of an event; under a lock it is there to be read, which is said.
  private static func editEvent(
    _ id: EventID, _ field: Code?, _ desk: inout Desk
  ) -> any Screen {
    if let lock = desk.programme.events[id].flatMap(desk.programme.lock) {
      desk.refuse(desk.words.sentence(lock, desk.formats))
    }
    return Listening.editEvent(id, focusing: field, desk)
  }

  private static func list(at place: ListPlace, _ desk: Desk) -> any Screen {
    switch place.list {
    case .events: Listening.events(at: place, desk)
    case .testimonies: Listening.testimonies(at: place, desk)
    case .actions: FollowUp.actions(at: place, desk)
    case .people: Listening.people(at: place, desk)
    case .organisations: FollowUp.organisations(at: place, desk)
    case .facts: FollowUp.facts(at: place, desk)
    }
  }

  private static func view(_ id: ViewID, _ desk: inout Desk) -> (any Screen)? {
    guard let view = desk.views.first(where: { $0.view.id == id })?.view else {
      desk.refuse(desk.words("view.gone"))
      return nil
    }
    var place = ListPlace(view.list, view.filter)
    place.view = id
    (place.sort, place.isDescending) = (view.sort, view.isDescending)
    place.columns = view.columns.isEmpty ? nil : view.columns.map(\.id)
    return list(at: place, desk)
  }

  /// The form that was begun and not saved: opened from the record it goes on, as from Home, since the
  /// next thing typed would be kept over it.
  private static func begun(at place: Place, _ desk: inout Desk) -> (any Screen)? {
    let record: String? =
      switch place {
      case .editEvent(let id, _): id.text
      case .editTestimony(let id): id.text
      case .editAction(let id, _): id.text
      case .editOrganisation(let id): id.text
      case .editFact(let id): id.text
      case .editStaff(let id): id.text
      default: nil
      }
    guard let record,
      let draft = desk.drafts.first(where: { $0.id == "\($0.form.stored)-\(record)" }),
      let screen = Listening.restored(draft, desk) ?? FollowUp.restored(draft, &desk)
    else { return nil }
    desk.say(desk.words("draft.goesOn"))
    return screen
  }

  private static func draft(_ id: String, _ desk: inout Desk) -> (any Screen)? {
    let draft = desk.drafts.first { $0.id == id }
    let screen = draft.flatMap {
      Listening.restored($0, desk) ?? FollowUp.restored($0, &desk)
    }
    if screen == nil { desk.refuse(desk.words("event.draftGone")) }
    return screen
  }
}
