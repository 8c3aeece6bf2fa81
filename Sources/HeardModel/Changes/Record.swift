/// Any record that can be changed by itself.
public enum Record: Hashable, Sendable {
  /// The programme's own settings.
  case settings(ProgrammeSettings)
  /// An event with its attendance and people.
  case event(Event)
  /// One testimony.
  case testimony(Testimony)
  /// A follow-up action.
  case action(FollowUpAction)
  /// An organisation.
  case organisation(Organisation)
  /// A member of the team.
  case staff(StaffMember)
  /// The approvals of a quarter.
  case approval(Approval)
  /// A view of a list that everybody shares.
  case view(SavedView)
  /// Something that is known of the programme.
  case fact(ProgrammeFact)
  /// An answer as it was given out.
  case release(Release)

  /// Which record it is.
  public var key: RecordKey {
    switch self {
    case .settings: .settings
    case .event(let event): .event(event.id)
    case .testimony(let testimony): .testimony(testimony.id, event: testimony.event)
    case .action(let action): .action(action.id)
    case .organisation(let organisation): .organisation(organisation.id)
    case .staff(let member): .staff(member.id)
    case .approval(let approval): .approval(approval.id)
    case .view(let view): .view(view.id)
    case .fact(let fact): .fact(fact.id)
    case .release(let release): .release(release.id)
    }
  }
}

/// Which record a change is about.
public enum RecordKey: Hashable, Sendable {
  /// The programme's own settings.
  case settings
  /// An event.
  case event(EventID)
  /// A testimony, with the event in whose file it stands.
  case testimony(TestimonyID, event: EventID)
  /// A follow-up action.
  case action(ActionID)
  /// An organisation.
  case organisation(OrganisationID)
  /// A member of the team.
  case staff(StaffID)
  /// The approvals of a quarter.
  case approval(ApprovalPeriod)
  /// A view of a list that everybody shares.
  case view(ViewID)
  /// Something that is known of the programme.
  case fact(FactID)
  /// An answer as it was given out, by its name.
  case release(Code)

  /// The id as it stands in files.
  public var recordID: String {
    switch self {
    case .settings: "heard"
    case .event(let id): id.text
    case .testimony(let id, _): id.text
    case .action(let id): id.text
    case .organisation(let id): id.text
    case .staff(let id): id.text
    case .approval(let quarter): quarter.stored
    case .view(let id): id.text
    case .fact(let id): id.text
    case .release(let name): name.stored
    }
  }
}

/// Kinds of records, for names of changes and lists of faults.
public enum RecordKind: String, CaseIterable, Sendable, StoredText {
  /// The programme's settings.
  case programme
  /// An event.
  case event
  /// A testimony.
  case testimony
  /// A follow-up action.
  case action
  /// An organisation.
  case organisation
  /// A member of the team.
  case staff
  /// The approvals of a quarter.
  case approval
  /// A view of a list.
  case view
  /// Something that is known of the programme.
  case fact
  /// An answer as it was given out.
  case release
}
