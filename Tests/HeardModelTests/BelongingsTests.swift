import HeardModel
import Testing

/// What hangs on a record, reckoned by hand on a small programme.
@Suite struct BelongingsTests {
  private static let event = EventID(stored: "2024-05-28-fr-lyon-4k7q") ?? EventID()
  private static let action = ActionID(stored: "a-interpret1") ?? ActionID()
  private static let organisation = OrganisationID(stored: "o-invented01") ?? OrganisationID()
  private static let member = StaffID(stored: "s-invented01") ?? StaffID()

  /// One event, one action, one organisation and one member of the team; nothing hangs on any.
  private var programme: Programme {
    var programme = Programme()
    var event = Event()
    event.id = Self.event
    programme.events[event.id] = event
    var action = FollowUpAction()
    action.id = Self.action
    programme.actions[action.id] = action
    var organisation = Organisation()
    organisation.id = Self.organisation
    programme.organisations[organisation.id] = organisation
    var member = StaffMember()
    member.id = Self.member
    programme.team[member.id] = member
    return programme
  }

  private func testimony(at event: EventID) -> Testimony {
    var testimony = Testimony()
    testimony.id = TestimonyID(stored: "t-lyon000001") ?? TestimonyID()
    testimony.event = event
    return testimony
  }

  @Test func `on a record that nothing names hangs nothing`() {
    for key: RecordKey in [
      .event(Self.event), .action(Self.action), .organisation(Self.organisation),
      .staff(Self.member),
    ] {
      #expect(programme.belongings(of: key).isNothing)
    }
  }

  @Test func `people, attendances, slips and questions about trust go along with an event`() {
    var programme = programme
    programme.events[Self.event]?.participations = [Participation(), Participation()]
    programme.events[Self.event]?.attendance.total = 84
    programme.events[Self.event]?.attendance.declared.answered = 51
    programme.events[Self.event]?.pulses = [Pulse()]
    let found = programme.belongings(of: .event(Self.event))
    #expect(found.along == [.people: 2, .attendances: 84, .slips: 51, .pulses: 1])
    #expect(!found.isNamed && !found.isNothing)
  }

  @Test func `a testimony names its event, and so does the action that answers it`() {
    var programme = programme
    let told = testimony(at: Self.event)
    programme.testimonies[told.id] = told
    #expect(programme.belongings(of: .event(Self.event)).naming == 1)
    programme.actions[Self.action]?.testimonies = [told.id]
    programme.actions[Self.action]?.events = [Self.event]
    #expect(programme.belongings(of: .event(Self.event)).naming == 2)
    #expect(programme.belongings(of: .action(Self.action)).along == [.testimonies: 1])
  }

  @Test func `an organisation is named by actions that it owns and by those it takes part in`() {
    var programme = programme
    programme.actions[Self.action]?.ownerOrganisation = Self.organisation
    #expect(programme.belongings(of: .organisation(Self.organisation)).naming == 1)
    var partner = EventPartner()
    partner.id = Self.organisation
    programme.events[Self.event]?.partners = [partner]
    #expect(programme.belongings(of: .organisation(Self.organisation)).naming == 2)
    programme.organisations[Self.organisation]?.support = [PartnerSupport()]
    #expect(programme.belongings(of: .organisation(Self.organisation)).along == [.support: 1])
  }

  @Test func `a member of the team is named by what they lead, take down and see to`() {
    var programme = programme
    programme.events[Self.event]?.facilitators = [Self.member]
    var told = testimony(at: Self.event)
    told.takenBy = Self.member
    programme.testimonies[told.id] = told
    programme.actions[Self.action]?.ownerStaff = Self.member
    #expect(programme.belongings(of: .staff(Self.member)).naming == 3)
  }
}
