import HeardModel

/// Something that waits for somebody of the team.
public struct WaitingItem: Hashable, Sendable {
  /// What waits.
  public enum Matter: Hashable, Sendable {
    /// The event's day has passed and nobody said whether it was held.
    case saidHeld
    /// The event was held and is not closed out.
    case closeOut([CloseOutGap])
    /// The people of an event or action are to be told what came of it.
    case tell
    /// People were told, and so much of it is noted nowhere.
    case toldLacking([TellingLack])
    /// The action is to be done.
    case act
    /// The event comes, and something that people need is not arranged.
    case access([Code])
    /// Two people gave different values to so many fields.
    case conflicts(Int)
    /// Keeping the testimony was not asked yet.
    case askConsent
    /// The testimony was not read back to who gave it.
    case readBack
    /// The day has come on which the consent is looked at again.
    case reviewConsent
    /// Nobody could show that the speaker agreed to what is open.
    case evidence
    /// The day has come on which somebody asks how the speaker is.
    case askHowTheyAre
    /// So many approved passages wait for the second person.
    case secondReview(Int)
    /// The period is complete and can be approved.
    case approve
    /// Something in the period differs from what was approved.
    case approvalChanged
  }

  /// What waits.
  public let matter: Matter
  /// The record at which it is settled.
  public let record: RecordKey
  /// The event or action by its title, the testimony by its event's title.
  public let title: String
  /// The event's place, where there is one.
  public let place: String
  /// The country, where there is one.
  public let country: CountryCode?
  /// Days since it should have been done, negative while there is time; nil when no day is set.
  public let days: Int?
}

extension Insight {
  /// What waits for somebody with a role in some countries, most urgent first.
  ///
  /// No country means all. A facilitator whom `staff` names sees the testimonies they took; without
  /// it those of everyone. First come matters of a person's well-being, then what is late, the
  /// latest first, then what is due within two weeks, then what has no day.
  public func waiting(
    for role: TeamRole, countries: [CountryCode] = [], staff: StaffID? = nil
  ) -> [WaitingItem] {
    kept.waiting.answer(WaitingQuestion(role: role, countries: countries, staff: staff)) {
      let keyed = items(for: role, countries, staff).filter { item in
        guard !countries.isEmpty, let country = item.country else { return true }
        return countries.contains(country)
      }.map { (item: $0, urgency: $0.urgency) }
      return keyed.sorted { a, b in
        a.urgency != b.urgency
          ? a.urgency < b.urgency : a.item.record.recordID < b.item.record.recordID
      }.map(\.item)
    }
  }

  private func items(
    for role: TeamRole, _ countries: [CountryCode], _ staff: StaffID?
  ) -> [WaitingItem] {
    switch role {
    case .coordinator: eventItems(role) + actionItems()
    case .facilitator:
      testimonyItems(staff) + eventItems(role, of: staff).filter { !$0.isTelling }
    case .manager:
      eventItems(role) + actionItems().filter { !$0.isLack } + reviewItems(staff)
        + approvalItems(countries)
    case .safeguardingLead, .supportContact: wellBeingItems(nil)
    }
  }

  /// The events among what waits that were imported from a sheet and are over: of many of them at
  /// once it may be said that they are from before Heard.
  public func importedHistory(in items: [WaitingItem]) -> Set<EventID> {
    Set(
      items.compactMap { item in
        guard case .event(let id) = item.record, let event = event(id) else { return nil }
        switch item.matter {
        case .closeOut, .tell: return event.provenance.importKey.isEmpty ? nil : id
        default: return nil
        }
      })
  }

  private func eventItems(_ role: TeamRole, of staff: StaffID? = nil) -> [WaitingItem] {
    let all = kept.eventsWaiting.value { events.indices.map(makeEventWaiting) }
    return all.indices.flatMap { place -> [WaitingItem] in
      switch role {
      case .facilitator:
        guard let staff, events[place].facilitators.contains(staff) else { return [] }
        return all[place].items
      case .manager: return all[place].afterwards.filter { ($0.days ?? 0) > 0 }
      default: return all[place].items
      }
    }
  }

  func makeEventWaiting(_ place: Int) -> EventWaiting {
    let (event, row) = (events[place], rows[place])
    var waiting = EventWaiting()
    func item(_ matter: WaitingItem.Matter, _ days: Int?) -> WaitingItem {
      self.item(matter, event, .event(event.id), days)
    }
    let since = (event.end ?? event.start).flatMap { daysPast($0.lastDay) }
    if event.waitsForHeld(today: today) { waiting.afterwards.append(item(.saidHeld, since)) }
    if !row.gaps.isEmpty { waiting.afterwards.append(item(.closeOut(row.gaps), since)) }
    if row.told.isOpen {
      waiting.afterwards.append(item(.tell, tellingDay(event).map { days(since: $0) }))
    }
    if !row.told.lacks.isEmpty {
      waiting.afterwards.append(item(.toldLacking(row.told.lacks), nil))
    }
    if event.isComing(today: today), let start = event.start,
      days(since: start.firstDay) >= -Self.accessDays
    {
      let open = accessGaps(of: event).map(\.code)
      if !open.isEmpty { waiting.others.append(item(.access(open), days(since: start.firstDay))) }
    }
    if !event.conflicts.isEmpty {
      waiting.others.append(item(.conflicts(event.conflicts.count), nil))
    }
    return waiting
  }

  private func actionItems() -> [WaitingItem] {
    kept.actionsWaiting.value { actions.indices.map(makeActionWaiting) }.flatMap(\.self)
  }

  func makeActionWaiting(_ place: Int) -> [WaitingItem] {
    let action = actions[place]
    let home = eventsOfAction(action).lazy.compactMap { event($0) }.first
    func item(_ matter: WaitingItem.Matter, _ days: Int?) -> WaitingItem {
      WaitingItem(
        matter: matter, record: .action(action.id), title: action.title,
        place: home?.place ?? "", country: action.country ?? home?.country, days: days)
    }
    var items: [WaitingItem] = []
    if action.isOpen(on: today), let due = action.due?.lastDay,
      days(since: due) >= -Told.dueWithin
    {
      items.append(item(.act, days(since: due)))
    }
    let told = told(action)
    if !told.lacks.isEmpty { items.append(item(.toldLacking(told.lacks), nil)) }
    if told.isOpen {
      items.append(item(.tell, action.feedback.due.map { days(since: $0) }))
    }
    if !action.conflicts.isEmpty { items.append(item(.conflicts(action.conflicts.count), nil)) }
    return items
  }

  private func testimonyItems(_ staff: StaffID?) -> [WaitingItem] {
    waitingTestimonies(staff).flatMap(\.items) + wellBeingItems(staff)
  }

  func makeTestimonyWaiting(_ place: Int) -> TestimonyWaiting {
    let testimony = testimonies[place]
    var waiting = TestimonyWaiting()
    guard counts(testimony) else { return waiting }
    func add(_ matter: WaitingItem.Matter, _ days: Int?) {
      waiting.items.append(item(matter, testimony, days))
    }
    let taken = dateTaken(testimony).flatMap { daysPast($0.lastDay) }
    let record = testimony.consent.state(of: .record, on: today)
    // Of a disclosure no words are here that somebody could agree to.
    if record == .notAsked && !testimony.isForLead { add(.askConsent, taken) }
    if record == .given && !testimony.readBack.counts(on: today)
      && testimony.textKind != .writtenByPerson && testimony.triage != .safeguarding
    {
      add(.readBack, taken)
    }
    if let day = testimony.consent.reviewBy, days(since: day) >= -Told.dueWithin {
      add(.reviewConsent, days(since: day))
    }
    if lacksEvidence(testimony) { add(.evidence, nil) }
    if !testimony.conflicts.isEmpty { add(.conflicts(testimony.conflicts.count), nil) }
    if let day = testimony.followUpCheck, day <= today {
      waiting.wellBeing = item(.askHowTheyAre, testimony, days(since: day))
    }
    let unread = testimony.quotes.count { isApproved($0) && $0.reviewedBy.isEmpty }
    if testimony.triage != .safeguarding && unread > 0 {
      waiting.review = item(.secondReview(unread), testimony, nil)
    }
    return waiting
  }

  private func wellBeingItems(_ staff: StaffID?) -> [WaitingItem] {
    waitingTestimonies(staff).compactMap(\.wellBeing)
  }

  // Who took a testimony down is not the second person.
  private func reviewItems(_ staff: StaffID?) -> [WaitingItem] {
    let all = testimoniesWaiting
    return all.indices.compactMap { place in
      guard let review = all[place].review, staff == nil || testimonies[place].takenBy != staff
      else { return nil }
      return review
    }
  }

  private func waitingTestimonies(_ staff: StaffID?) -> [TestimonyWaiting] {
    let all = testimoniesWaiting
    return staff == nil
      ? all : all.indices.filter { testimonies[$0].takenBy == staff }.map { all[$0] }
  }

  private var testimoniesWaiting: [TestimonyWaiting] {
    kept.testimoniesWaiting.value { testimonies.indices.map(makeTestimonyWaiting) }
  }

  private func item(
    _ matter: WaitingItem.Matter, _ testimony: Testimony, _ days: Int?
  ) -> WaitingItem {
    item(
      matter, event(testimony.event), .testimony(testimony.id, event: testimony.event), days)
  }

  private func item(
    _ matter: WaitingItem.Matter, _ event: Event?, _ record: RecordKey, _ days: Int?
  ) -> WaitingItem {
    WaitingItem(
      matter: matter, record: record, title: event?.title ?? "", place: event?.place ?? "",
      country: event?.country, days: days)
  }

  private func days(since day: CalendarDay) -> Int { today.dayNumber - day.dayNumber }

  /// How long ago something happened; nil where that may be a day still to come.
  private func daysPast(_ day: CalendarDay) -> Int? { day > today ? nil : days(since: day) }
}

extension WaitingItem {
  fileprivate var isLack: Bool { if case .toldLacking = matter { true } else { false } }
  fileprivate var isTelling: Bool { matter == .tell || isLack }

  // Lower comes first: the class of urgency, then the days, then the kind of matter.
  fileprivate var urgency: (Int, Int, Int) {
    let days = days ?? 0
    let kind: Int =
      switch matter {
      case .askHowTheyAre: 0
      case .reviewConsent: 1
      case .askConsent: 2
      case .readBack: 3
      case .saidHeld: 4
      case .tell: 5
      case .closeOut: 6
      case .act: 7
      case .access: 8
      case .secondReview: 9
      case .conflicts: 10
      case .evidence: 11
      case .toldLacking: 12
      case .approve: 13
      case .approvalChanged: 14
      }
    if matter == .askHowTheyAre { return (0, -days, kind) }
    if self.days == nil { return (3, 0, kind) }
    return days > 0 ? (1, -days, kind) : (2, -days, kind)
  }
}
