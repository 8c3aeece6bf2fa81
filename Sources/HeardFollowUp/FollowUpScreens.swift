import HeardInsight
import HeardKit
import HeardModel

/// The screens of the rooms in which the programme follows up on what was heard.
///
/// Only the shell asks for them.
public enum FollowUpScreens {
  /// What waits, what comes up, and the main figures.
  public static func home() -> any Screen { HomeScreen() }

  /// What waits for this person: all of it, or what is to be done alike.
  public static func waiting(_ kind: WaitingKind?) -> any Screen { WaitingScreen(kind) }

  /// What was begun and not saved.
  public static func drafts() -> any Screen { DraftsScreen() }

  /// Disclosures that no lead has yet, or had not long ago.
  public static func disclosures() -> any Screen { DisclosuresScreen() }

  /// One disclosure on its way to the lead.
  public static func disclosure(_ id: TestimonyID) -> any Screen { DisclosureScreen(id) }

  /// What is kept although its time is over; whose names are on this machine is looked up anew.
  public static func retention(_ desk: inout Desk) -> any Screen {
    desk.run(.lookUpIdentities)
    return RetentionScreen()
  }

  /// Files that cannot be used.
  public static func unreadable() -> any Screen { UnreadableScreen() }

  /// The list of follow-up actions.
  public static func actions(at place: ListPlace, _ desk: Desk) -> any Screen {
    ActionsScreen(at: place, desk)
  }

  /// One action.
  public static func action(_ id: ActionID) -> any Screen { ActionScreen(id) }

  /// The form of a new action.
  public static func newAction(
    from event: EventID?, answering testimony: TestimonyID?, _ desk: Desk
  ) -> any Screen {
    ActionForm.new(desk, event: event, testimony: testimony)
  }

  /// The form of an action, at a field where one is meant.
  public static func editAction(
    _ id: ActionID, focusing field: Code?, _ desk: Desk
  ) -> any Screen {
    ActionForm.edit(id, focusing: field, desk)
  }

  /// The form of an action with a status that needs its reason.
  public static func editAction(
    _ id: ActionID, taking status: ActionStatus, _ desk: Desk
  ) -> any Screen {
    ActionForm.edit(id, taking: status, desk)
  }

  /// What is settled after an event.
  public static func closeOut(_ id: EventID) -> any Screen { CloseOutScreen(id) }

  /// What can be told to people.
  public static func tell(_ subject: TellingSubject) -> any Screen { TellScreen(subject) }

  /// What is due to whom.
  public static func telling(filter: String) -> any Screen { TellingScreen(filter: filter) }

  /// Participation counts.
  public static func figures(_ place: FiguresPlace) -> any Screen { FiguresScreen(place) }

  /// Countries by periods, each with how far its approval is.
  public static func approvals(_ place: ApprovalsPlace) -> any Screen { ApprovalsScreen(place) }

  /// One period of one country, or of none.
  public static func approval(_ period: ApprovalPeriod) -> any Screen { ApprovalScreen(period) }

  /// Why a period is unlocked.
  public static func unlock(_ quarter: ApprovalPeriod, _ desk: Desk) -> any Screen {
    UnlockForm(quarter, desk)
  }

  /// What came from two sides.
  public static func conflicts(_ part: ConflictsPart) -> any Screen { ConflictsScreen(part) }

  /// The list of organisations.
  public static func organisations(at place: ListPlace, _ desk: Desk) -> any Screen {
    OrganisationsScreen(at: place, desk)
  }

  /// One organisation.
  public static func organisation(_ id: OrganisationID) -> any Screen { OrganisationScreen(id) }

  /// The form of a new organisation.
  public static func newOrganisation(_ desk: Desk) -> any Screen { OrganisationForm.new(desk) }

  /// The form of an organisation.
  public static func editOrganisation(_ id: OrganisationID, _ desk: Desk) -> any Screen {
    OrganisationForm.edit(id, desk)
  }

  /// The list of facts.
  public static func facts(at place: ListPlace, _ desk: Desk) -> any Screen {
    FactsScreen(at: place, desk)
  }

  /// The form of a new fact.
  public static func newFact(_ desk: Desk) -> any Screen { FactForm.new(desk) }

  /// The form of a fact.
  public static func editFact(_ id: FactID, _ desk: Desk) -> any Screen {
    FactForm.edit(id, desk)
  }

  /// Who works for the programme.
  public static func team() -> any Screen { TeamScreen() }

  /// The form of a new member of the team.
  public static func newStaff(_ desk: Desk) -> any Screen { StaffForm.new(desk) }

  /// The form of a member of the team.
  public static func editStaff(_ id: StaffID, _ desk: Desk) -> any Screen {
    StaffForm.edit(id, desk)
  }

  /// What this person has chosen on this machine.
  public static func settings(_ desk: Desk) -> any Screen { SettingsScreen(desk) }

  /// A sheet on its way in: of events, or of the people of one.
  public static func importing(people event: Event?, _ desk: inout Desk) -> any Screen {
    ImportScreen.new(&desk, people: event)
  }

  /// A form of these rooms as a draft kept it; nil where its record is gone or closed.
  public static func restored(_ draft: Draft, _ desk: inout Desk) -> (any Screen)? {
    switch draft.form.stored {
    case "action": ActionForm.restored(draft, desk)
    case "organisation": OrganisationForm.restored(draft, desk)
    case "fact": FactForm.restored(draft, desk)
    case "tellDelivered", "tellNotPossible": TellForm.restored(draft, desk)
    case "unlock": UnlockForm.restored(draft, desk)
    case "import": ImportScreen.resume(draft, &desk)
    case "staff": StaffForm.restored(draft, desk)
    case "conflict": ConflictScreen.restored(draft, desk)
    default: nil
    }
  }
}
