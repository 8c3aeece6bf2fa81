import HeardModel

/// The fields of a follow-up action, for its form and for `heard edit`.
public enum ActionFields {
  /// The eight that everybody fills, then the others under headings.
  public static let spec = FormSpec<FollowUpAction>(
    first + about + course + measure + told, rules: rules)

  /// A new action with what is most likely: proposed today, where the event is.
  public static func blank(
    _ desk: Desk, event: EventID? = nil, testimony: TestimonyID? = nil
  ) -> FollowUpAction {
    var action = FollowUpAction()
    action.proposedOn = KnownDate(desk.today)
    if let event { action.events = [event] }
    if let testimony { action.testimonies = [testimony] }
    let home = event ?? testimony.flatMap { desk.programme.testimonies[$0]?.event }
    action.country = home.flatMap { desk.programme.events[$0]?.country }
    if home == nil, desk.settings.countries.count == 1 {
      action.country = desk.settings.countries.first
    }
    return action
  }

  private static let first: [FieldSpec<FollowUpAction>] = [
    .text("title", \.title, isRequired: true),
    .values("themes", \.themes, labels: "theme"),
    .choice("level", \.level, labels: "level"),
    .text("owner", \.owner) { text, action, desk in
      desk.owners(text, action.country)
    },
    .date("due", \.due, at: place),
    status,
    .lookupMany("testimonies", \.testimonies, options: ActionOptions.testimonies),
    .lookupMany("events", \.events, options: ActionOptions.events),
  ]

  private static let status = FieldSpec<FollowUpAction>(
    "status", { _, desk in .choice(statusOptions(desk)) },
    read: { action, _ in action.status.stored },
    write: { text, action, desk in
      switch OptionInput.value(text, statusOptions(desk)) {
      case .success(let value):
        if let status = ActionStatus(stored: value) { action.take(status, on: desk.today) }
        return nil
      case .failure(let problem): return problem
      }
    })

  @Sendable private static func statusOptions(_ desk: Desk) -> [FieldOption] {
    ActionStatus.allCases.map { FieldOption($0.stored, desk.formats.label($0, "actionStatus")) }
  }

  private static let about: [FieldSpec<FollowUpAction>] = [
    .text("description", \.description, rows: 3, section: "about"),
    .lookup("country", \.country, section: "about") { _, desk in desk.countryOptions },
    .choice("horizon", \.horizon, labels: "horizon", section: "about"),
    .lookup("followedBy", \.followedBy, section: "about", options: ActionOptions.staff)
      .refusing(FieldProblem.notOnTeam),
    .lookupMany("partners", \.partners, section: "about") { _, desk in desk.organisationOptions },
  ]

  private static let course: [FieldSpec<FollowUpAction>] = [
    .text("reason", \.reason, rows: 2, section: "course"),
    .date("proposedOn", \.proposedOn, section: "course", at: place),
    .date("startedOn", \.startedOn, section: "course", at: place),
    .date("doneOn", \.doneOn, section: "course", at: place),
    milestones,
  ]

  private static let milestones = FieldSpec<FollowUpAction>.datedLines(
    "milestones", \.milestones, section: "course", at: place, text: MilestoneLines.text,
    values: MilestoneLines.milestones)

  /// Where the action's dates are written: in its own country, else in that of its events.
  @Sendable public static func place(_ action: FollowUpAction, _ desk: Desk) -> DatePlace {
    if let country = action.country { return DatePlace(country) }
    let countries = Set(action.events.map { desk.programme.events[$0]?.country })
    return DatePlace(countries.count == 1 ? countries.first ?? nil : nil)
  }

  private static let measure: [FieldSpec<FollowUpAction>] = [
    .text("measureUnit", \.measure.unit, section: "measure") { text, action, desk in
      desk.insight.suggestions(for: .unit, country: action.country, prefix: text)
    },
    .number("measureBaseline", \.measure.baseline, section: "measure"),
    .number("measureTarget", \.measure.target, section: "measure"),
    .number("measureCurrent", \.measure.current, section: "measure"),
    .text("evidence", \.evidence, rows: 2, section: "measure"),
  ]

  private static let told: [FieldSpec<FollowUpAction>] = [
    .choice("feedbackStatus", \.feedback.status, labels: "feedback", section: "answer"),
    .day("feedbackDue", \.feedback.due, section: "answer", at: place),
    .values("feedbackAudiences", \.feedback.audiences, labels: "audience", section: "answer"),
    .text("feedbackChannel", \.feedback.channel, section: "answer") { text, action, desk in
      desk.insight.suggestions(for: .channel, country: action.country, prefix: text)
    },
    .text("feedbackText", \.feedback.text, rows: 3, section: "answer"),
    .day("feedbackDelivered", \.feedback.deliveredOn, section: "answer", at: place),
    .number("feedbackReached", \.feedback.reached, section: "answer"),
    .text("feedbackReason", \.feedback.reason, section: "answer"),
    .choice("provenance", \.provenance.kind, labels: "provenance", section: "answer"),
    .text("provenanceSource", \.provenance.source, section: "answer"),
  ]

  @Sendable private static func rules(
    _ action: FollowUpAction, _ desk: Desk
  ) -> [(field: Code, problem: FieldProblem)] {
    var broken: [(field: Code, problem: FieldProblem)] = []
    if action.status.needsReason && trimmed(action.reason).isEmpty {
      broken.append(("reason", .reasonMissing))
    }
    if action.status.needsEvidence && trimmed(action.evidence).isEmpty {
      broken.append(("evidence", .evidenceMissing))
    }
    if let started = action.startedOn, let done = action.doneOn,
      done.lastDay < started.firstDay
    {
      broken.append(("doneOn", .endBeforeStart))
    }
    if action.feedback.status == .notPossible && trimmed(action.feedback.reason).isEmpty {
      broken.append(("feedbackReason", .reasonMissing))
    }
    return broken
  }
}

extension FollowUpAction {
  /// Takes a status; one that says done notes today where no day is noted yet.
  public mutating func take(_ status: ActionStatus, on today: CalendarDay) {
    self.status = status
    if status.isDone && doneOn == nil { doneOn = KnownDate(today) }
  }
}
