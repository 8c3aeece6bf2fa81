import HeardModel

/// Whether the records keep the rules of `RecordRule`.
struct RecordRules {
  private let records: CheckedRecords
  private(set) var files: [String: CheckedFile]
  /// The first day on which each testimony can have been told, where known.
  private let toldOn: [TestimonyID: CalendarDay]

  /// The day of the check; nil where what depends on it is not asked.
  private let today: CalendarDay?

  init(_ records: CheckedRecords, _ files: [String: CheckedFile], on today: CalendarDay?) {
    self.records = records
    self.today = today
    self.files = files
    var toldOn: [TestimonyID: CalendarDay] = [:]
    for file in records.testimonies.values {
      let start = records.events["events/\(file.id.text).json"]?.start
      for it in file.testimonies { toldOn[it.id] = it.firstDay(at: start) }
    }
    self.toldOn = toldOn
  }

  /// Notes every rule that a record breaks.
  mutating func check() {
    for (path, event) in records.events {
      check(event.attendance, path)
      checkQuestions(event.attendance.declared, records.profile(event.country), path)
      checkDates(event, path)
      check(event.feedback, path)
      note(event.timeFaults(on: today), path)
      for pulse in event.pulses { check(pulse, path) }
      for person in event.participations {
        check(person, event.country, path)
        checkMark(of: person.consent, path, "participations[\(person.id.text)]")
      }
    }
    for (path, file) in records.testimonies { check(file, path) }
    for (path, action) in records.actions { check(action, path) }
    checkApprovals()
  }
}

private extension RecordRules {
  mutating func note(_ path: String, _ member: String, _ rule: RecordRule) {
    files[path]?.note(member, .rule(rule))
  }

  /// Notes every event that differs from an approval which locks it; an event whose file cannot be
  /// read is told by its own fault.
  mutating func checkApprovals() {
    if records.approvals.isEmpty { return }
    var programme = Programme()
    programme.erased = records.erased
    for event in records.events.values { programme.events[event.id] = event }
    for file in records.testimonies.values {
      for var testimony in file.testimonies {
        testimony.event = file.id
        programme.testimonies[testimony.id] = testimony
      }
    }
    for (path, approval) in records.approvals {
      guard let entry = approval.locking else { continue }
      let changes = programme.changes(since: entry, of: approval.id, on: entry.at.day)
      for change in changes where !change.isByRight {
        let event = "events/\(change.event.text).json"
        if change.kind == .gone && files[event] != nil && records.events[event] == nil { continue }
        let covered = "entries[\(entry.id.stored)].events[\(change.event.text)]"
        note(
          change.kind == .added ? event : path, change.kind == .added ? "" : covered,
          .changedWhileLocked)
      }
    }
  }

  mutating func check(_ attendance: Attendance, _ path: String) {
    for number in attendance.miscounted { note(path, number.path, .countsDiffer) }
    if let total = attendance.total {
      let parts = (attendance.inPerson ?? 0) + (attendance.online ?? 0)
      let areAll = attendance.inPerson != nil && attendance.online != nil
      if parts > total || (areAll && parts != total) {
        note(path, "attendance.total", .partsDifferFromTotal)
      }
    }
    let declared = attendance.declared
    if let answered = declared.answered {
      for (code, count) in declared.communities
      where count > declared.question(code)?.answered ?? answered {
        note(path, "attendance.declared.communities.\(code.stored)", .moreThanAnswered)
      }
      // Bands of age do not overlap, so they can be added up.
      if declared.ageBands.values.reduce(0, +) > answered {
        note(path, "attendance.declared.ageBands", .moreThanAnswered)
      }
      if let asked = declared.asked, answered > asked {
        note(path, "attendance.declared.answered", .moreAnsweredThanAsked)
      }
    }
    for question in declared.questions {
      guard let asked = question.asked, let answered = question.answered, answered > asked
      else { continue }
      let member = "attendance.declared.questions[\(question.id.stored)].answered"
      note(path, member, .moreAnsweredThanAsked)
    }
  }

  /// Notes every number of a question that may not be asked, which no figure counts.
  mutating func checkQuestions(
    _ declared: DeclaredCommunities, _ profile: CountryProfile, _ path: String
  ) {
    let place = "attendance.declared"
    for code in declared.communities.keys where profile.rule(for: code) == .off {
      note(path, "\(place).communities.\(code.stored)", .questionNotAllowed)
    }
    if profile.ageBands == .off && !declared.ageBands.isEmpty {
      note(path, "\(place).ageBands", .questionNotAllowed)
    }
    for question in declared.questions where question.asked != 0 {
      let isAges = question.id == EventDeclarations.ageBands
      let rule = isAges ? profile.ageBands : profile.rule(for: question.id)
      if rule == .off {
        note(path, "\(place).questions[\(question.id.stored)]", .questionNotAllowed)
      }
    }
  }

  mutating func checkDates(_ event: Event, _ path: String) {
    if let today, event.isHeldInFuture(on: today) { note(path, "status", .heldInFuture) }
    guard let start = event.start, let end = event.end else { return }
    let isSameDay = end.lastDay == start.firstDay
    let isEarlier = isSameDay && (end.minuteOfDay ?? 1440) < (start.minuteOfDay ?? 0)
    if end.lastDay < start.firstDay || isEarlier { note(path, "end", .endsBeforeStart) }
  }

  mutating func check(_ feedback: Feedback, _ path: String) {
    if feedback.status == .notPossible && feedback.reason.isEmpty {
      note(path, "feedback.reason", .reasonMissing)
    }
  }

  mutating func check(_ pulse: Pulse, _ path: String) {
    for (name, counts) in [("before", pulse.before), ("after", pulse.after)]
    where !counts.isEmpty && counts.count != 11 {
      note(path, "pulses[\(pulse.id.stored)].\(name)", .pulseIsNotEleven)
    }
  }

  mutating func check(_ person: Participation, _ country: CountryCode?, _ path: String) {
    checkTraits(
      person.communities, person.ageBand, person.consent, [country], path,
      "participations[\(person.id.text)]")
  }

  mutating func checkTraits(
    _ communities: [Code], _ ageBand: Code?, _ consent: Consent?, _ countries: [CountryCode?],
    _ path: String, _ member: String
  ) {
    let profiles = countries.map(records.profile)
    let isClosed = communities.contains { community in
      !profiles.allSatisfy { $0.rule(for: community).allowsOnPerson }
    }
    if isClosed { note(path, "\(member).communities", .traitNotAllowed) }
    if ageBand != nil && !profiles.allSatisfy(\.ageBands.allowsOnPerson) {
      note(path, "\(member).ageBand", .traitNotAllowed)
    }
    let agreed = consent?.lastAnswer(.count, on: today) == .given
    if !communities.isEmpty && !agreed { note(path, "\(member).communities", .traitWithoutConsent) }
  }

  mutating func check(_ file: EventTestimonies, _ path: String) {
    let event = records.events["events/\(file.id.text).json"]
    for testimony in file.testimonies {
      let member = "testimonies[\(testimony.id.text)]"
      if let event, event.status != .held { note(path, member, .testimonyAtEventNotHeld) }
      // Where the event cannot be read nobody knows the country.
      if let event {
        let law = testimony.consent.jurisdiction.map { [$0] } ?? []
        checkTraits(
          testimony.communities, testimony.ageBand, testimony.consent, [event.country] + law,
          path, member)
      }
      checkMark(of: testimony.consent, path, member)
      let mark = records.marks[testimony.consent.id]
      let isClosed = testimony.consent.isFinallyClosed || mark?.closesRecord ?? false
      if isClosed, testimony.hasWords { note(path, "\(member).text", .keptWithoutConsent) }
    }
  }

  mutating func checkMark(of consent: Consent?, _ path: String, _ member: String) {
    guard let consent, let mark = records.marks[consent.id],
      consent.joined(with: mark) != consent
    else { return }
    note(path, "\(member).consent.entries", .closedByMark)
  }

  mutating func check(_ action: FollowUpAction, _ path: String) {
    if action.status.needsReason && action.reason.isEmpty {
      note(path, "reason", .reasonMissing)
    }
    check(action.feedback, path)
    let answered = action.answeredDays(
      on: today, event: { records.events["events/\($0.text).json"] }, told: { toldOn[$0] })
    note(action.timeFaults(answering: answered, on: today), path)
  }

  /// Notes days that cannot be right; that an action was proposed too early has a code of its own.
  mutating func note(_ faults: [TimeFault], _ path: String) {
    for fault in faults {
      let rule: RecordRule =
        switch fault.kind {
        case .beforeWhatItAnswers:
          fault.member == "proposedOn" ? .actionBeforeTestimony : .dayBeforeAnswered
        case .afterToday: .dayAhead
        case .missing: .verifiedWithoutDay
        }
      note(path, fault.member, rule)
    }
  }
}

private extension Testimony {
  /// Whether anything stands there that the person said, or that somebody wrote about them.
  var hasWords: Bool {
    let written = [
      text, privateNote, pseudonym, contentWarning, supportOffered, provenance.source, markedText,
      interpreter, supporter,
    ]
    return !written.allSatisfy(\.isEmpty) || !quotes.isEmpty || !translations.isEmpty
      || !versions.isEmpty || !markers.isEmpty || !codings.isEmpty || !asks.isEmpty
  }
}

private extension Consent {
  /// What the person answered last: a yes with a day still to come opens nothing here either, but
  /// that one has expired is no fault of a file.
  func lastAnswer(_ purpose: ConsentPurpose, on today: CalendarDay?) -> ConsentState {
    var consent = self
    consent.reviewBy = nil
    return consent.state(of: purpose, on: today ?? CalendarDay(dayNumber: .max))
  }
}
