import HeardInsight
import HeardModel

/// The one map from places to screens.
enum Places {
  /// The screen of a place; nil where a rule or a record that is gone keeps it closed, which is
  /// said.
  static func screen(at place: Place, _ desk: inout Desk) -> (any Screen)? {
    switch place {
    case .home: HomeScreen()
    case .list(let place): list(at: place, desk)
    case .view(let id): view(id, &desk)
    case .calendar(let place): CalendarScreen(place, desk)
    case .telling(let filter): TellingScreen(filter: filter)
    case .figures(let place): FiguresScreen(place)
    case .approvals: ApprovalsScreen()
    case .approval(let quarter): ApprovalScreen(quarter)
    case .conflicts(let part): ConflictsScreen(part)
    case .unreadable: UnreadableScreen()
    case .drafts: DraftsScreen()
    case .waiting: WaitingScreen()
    case .team: TeamScreen()
    case .settings: SettingsScreen(desk)
    case .event(let id, let part): event(id, part, &desk)
    case .testimony(let id, let part): TestimonyScreen(id, part: part)
    case .action(let id): ActionScreen(id)
    case .organisation(let id): OrganisationScreen(id)
    case .person(let id): PersonScreen(id)
    case .related(let subject): RelatedScreen(subject)
    case .closeOut(let id): CloseOutScreen(id)
    case .tell(let subject): TellScreen(subject)
    case .door(let id): door(id, &desk)
    case .attendanceGrid(let id): AttendanceGrid(id)
    case .newEvent(let day): day.map { EventForm.new(on: $0, desk) } ?? EventForm.new(desk)
    case .editEvent(let id, let field): EventForm.edit(id, focusing: field, desk)
    case .nextEvent(let id): EventForm.next(after: id, desk)
    case .series(let id): SeriesForm(after: id, desk)
    case .newPerson(let event): PersonForm.new(desk, event: event)
    case .editPerson(let id, let event): PersonForm.edit(id, of: event, desk)
    case .newIdentity(let id, let event): IdentityForm.new(id, of: event, desk)
    case .newTestimony(let event): TestimonyForm.new(desk, event: event)
    case .editTestimony(let id): TestimonyForm.opened(id, &desk)
    case .newAction(let event, let testimony):
      ActionForm.new(desk, event: event, testimony: testimony)
    case .editAction(let id, let field): ActionForm.edit(id, focusing: field, desk)
    case .editActionStatus(let id, let status): ActionForm.edit(id, taking: status, desk)
    case .newOrganisation: OrganisationForm.new(desk)
    case .editOrganisation(let id): OrganisationForm.edit(id, desk)
    case .newStaff: StaffForm.new(desk)
    case .editStaff(let id): StaffForm.edit(id, desk)
    case .unlock(let quarter): UnlockForm(quarter, desk)
    case .draft(let id): draft(id, &desk)
    case .importEvents: ImportScreen.new(&desk)
    case .importPeople(let event): ImportScreen.new(&desk, people: desk.programme.events[event])
    }
  }

  private static func list(at place: ListPlace, _ desk: Desk) -> any Screen {
    switch place.list {
    case .events: EventsScreen(at: place, desk)
    case .testimonies: TestimoniesScreen(at: place, desk)
    case .actions: ActionsScreen(at: place, desk)
    case .people: PeopleScreen(at: place, desk)
    case .organisations: OrganisationsScreen(at: place, desk)
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

  private static func event(_ id: EventID, _ part: EventPart, _ desk: inout Desk) -> any Screen {
    if part == .history { desk.run(.loadHistory(id.text)) }
    return EventScreen(id, part: part)
  }

  private static func door(_ id: EventID, _ desk: inout Desk) -> (any Screen)? {
    guard let event = desk.programme.events[id] else {
      desk.refuse(desk.words("event.gone"))
      return nil
    }
    return AttendanceScreen(event, DoorSitting(id))
  }

  private static func draft(_ id: String, _ desk: inout Desk) -> (any Screen)? {
    let screen = desk.drafts.first { $0.id == id }.flatMap { restored($0, &desk) }
    if screen == nil { desk.refuse(desk.words("event.draftGone")) }
    return screen
  }

  private static func restored(_ draft: Draft, _ desk: inout Desk) -> (any Screen)? {
    switch draft.form.stored {
    case "event": EventForm.restored(draft, desk)
    case "testimony": TestimonyForm.restored(draft, desk)
    case "action": ActionForm.restored(draft, desk)
    case "person": PersonForm.restored(draft, desk)
    case "organisation": OrganisationForm.restored(draft, desk)
    case "tellDelivered", "tellNotPossible": TellForm.restored(draft, desk)
    case "unlock": UnlockForm.restored(draft, desk)
    case "import": ImportScreen.resume(draft, &desk)
    case "series": SeriesForm.restored(draft, desk)
    case "staff": StaffForm.restored(draft, desk)
    case "conflict": ConflictScreen.restored(draft, desk)
    default: nil
    }
  }
}
