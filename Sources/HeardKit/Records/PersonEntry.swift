import HeardModel

/// One person's part in an event while it is being filled in.
public struct PersonEntry: Hashable, Sendable {
  /// The part as it is to be saved.
  public var participation: Participation
  /// What the person answers about being counted by community and age.
  public var countAnswer: ConsentState
  /// The wording that was told before the person answered.
  public var notice: NoticeID?
  /// How the answer was taken.
  public var method: ConsentMethod?
  /// The event on whose list the person stands.
  public let event: EventID

  /// A part in an event with what was answered about counting.
  public init(
    participation: Participation, countAnswer: ConsentState, notice: NoticeID? = nil,
    method: ConsentMethod? = nil, event: EventID
  ) {
    self.participation = participation
    self.countAnswer = countAnswer
    self.notice = notice
    self.method = method
    self.event = event
  }

  /// Somebody's part as it stands on the list of an event.
  public init(_ stored: Participation, at event: EventID, _ desk: Desk) {
    self.init(
      participation: stored,
      countAnswer: stored.consent?.state(of: .count, on: desk.today) ?? .notAsked,
      notice: stored.consent?.notice, method: stored.consent?.method, event: event)
  }

  /// How the person is asked, in the language that is most likely spoken there.
  public func asking(_ desk: Desk) -> ConsentAsking {
    ConsentAsking(
      event: event, language: desk.likelyLanguage(at: event), notice: notice,
      version: participation.consent?.noticeVersion ?? "", use: .participations)
  }

  /// Whether a yes follows a no.
  func isReopened(_ desk: Desk) -> Bool {
    countAnswer == .given
      && participation.consent?.state(of: .count, on: desk.today).closes ?? false
  }

  /// Whether anything stands there that only consent allows.
  var hasTraits: Bool { !participation.communities.isEmpty || participation.ageBand != nil }
}

// What is saved.
extension PersonEntry {
  /// Fills what follows from what was typed: an id, and the answer as an entry of its own.
  ///
  /// What was refused or withdrawn leaves nothing behind: the traits are emptied with it.
  ///
  /// - Returns: whether there is a new answer about being counted.
  public mutating func finish(
    from original: PersonEntry, of record: Event, _ desk: inout Desk
  ) -> Bool {
    if participation.id.isEmpty { participation.id = desk.ids.make("p") }
    if countAnswer.closes {
      participation.communities = []
      participation.ageBand = nil
    }
    let before = participation.consent ?? Consent()
    var consent = before
    let isNew = countAnswer != original.countAnswer
    if isNew {
      // A yes after a no opens by its own evidence only.
      consent = consent.answering(
        .count, countAnswer, by: isReopened(desk) ? method : nil, &desk)
    }
    consent.note(notice, before: before, desk.programme)
    consent.method = method
    guard consent != before else { return false }
    if consent.id.isEmpty {
      consent.id = desk.ids.make("c")
      consent.jurisdiction = record.country
    }
    if consent.obtainedAt == nil && !consent.entries.isEmpty {
      consent.obtainedBy = desk.settings.name
      consent.obtainedAt = desk.now
    }
    participation.consent = consent
    return isNew
  }
}

extension Event {
  /// The event with somebody's part in the place of the one on its list, or at the end.
  public func listing(_ person: Participation) -> Event {
    var changed = self
    if let place = participations.firstIndex(where: { $0.id == person.id }) {
      changed.participations[place] = person
    } else {
      changed.participations.append(person)
    }
    return changed
  }
}
