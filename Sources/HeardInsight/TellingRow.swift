import HeardModel

/// An event or an action whose people are told what came of it.
public enum TellingSubject: Hashable, Comparable, Sendable {
  /// Those who were at an event.
  case event(EventID)
  /// Those who asked for an action.
  case action(ActionID)

  /// The record's id as it stands in files.
  public var recordID: String {
    switch self {
    case .event(let id): id.text
    case .action(let id): id.text
    }
  }

  /// Takes an event of a programme, else an action.
  public init?(_ text: String, in programme: Programme) {
    if let id = EventID(stored: text), programme.events[id] != nil {
      self = .event(id)
    } else if let id = ActionID(stored: text), programme.actions[id] != nil {
      self = .action(id)
    } else {
      return nil
    }
  }

  /// Orders by the ids.
  public static func < (a: Self, b: Self) -> Bool { a.recordID < b.recordID }
}

/// A link of the chain from the question to the answer.
public enum ChainLink: String, CaseIterable, Sendable {
  /// People were asked: there was an event.
  case ask
  /// What they told was taken down.
  case listen
  /// Something is done because of it.
  case act
  /// They know what came of it.
  case tell
}

/// How the chain stands for one event or action.
public struct TellingChain: Hashable, Sendable {
  /// Events at which people were asked.
  public internal(set) var events = 0
  /// What was told there, without what was refused or withdrawn.
  public internal(set) var testimonies = 0
  /// Of these, how many ask for a change and nothing answers them.
  public internal(set) var unanswered = 0
  /// Actions that came of it.
  public internal(set) var actions = 0
  /// Actions that are settled: done, or said not to be possible.
  public internal(set) var settled = 0
  /// Whether it was said that there is nothing to follow.
  public internal(set) var isNothingToFollow = false
  /// Whether people were told with all that shows it, or cannot be.
  public internal(set) var isTold = false

  /// The links that are missing, in their order; a chain without any is unbroken.
  public var missing: [ChainLink] {
    ChainLink.allCases.filter { link in
      switch link {
      case .ask: events == 0
      case .listen: testimonies == 0 && !isNothingToFollow
      case .act: isNothingToFollow ? false : actions == 0 || unanswered > 0
      case .tell: !isTold
      }
    }
  }
}

/// What is due to whom and when.
public struct TellingRow: Hashable, Sendable {
  /// Whose people are told.
  public let subject: TellingSubject
  /// The title of the event or action.
  public let title: String
  /// The place of the event, or of the event from which the action comes.
  public let place: String
  /// The country, where known.
  public let country: CountryCode?
  /// How far it is, as noted.
  public let status: FeedbackStatus
  /// How far it is on this day.
  public let told: Told
  /// The day by which they are told.
  public let due: CalendarDay?
  /// Whether that day was set for this record; else it is the programme's own rule.
  public let isDaySet: Bool
  /// Who is told; empty where nobody said.
  public let audiences: [FeedbackAudience]
  /// By which way.
  public let channel: String
  /// The links of the chain that are missing.
  public let missing: [ChainLink]
}

extension Insight {
  /// All that is to be told, was told or cannot be: late ones first, then by their days.
  ///
  /// The filter is asked of the list of events and of the list of actions.
  public func telling(_ query: Query = Query()) -> [TellingRow] {
    let ours = events(query).filter { $0.told != .nothing }.compactMap { tellingRow(.event($0.id)) }
    let actions = actions(query).compactMap { tellingRow(.action($0.id)) }
    return (ours + actions).sorted { a, b in
      let (first, second) = (a.urgency, b.urgency)
      return first != second ? first < second : a.subject < b.subject
    }
  }

  /// One event or action; nil for one that is not there.
  public func tellingRow(_ subject: TellingSubject) -> TellingRow? {
    switch subject {
    case .event(let id):
      guard let event = event(id) else { return nil }
      return TellingRow(
        subject: subject, title: event.title, place: event.place, country: event.country,
        status: event.feedback.status, told: told(event), due: tellingDay(event),
        isDaySet: event.feedback.due != nil, audiences: event.feedback.audiences,
        channel: event.feedback.channel, missing: chain(of: subject).missing)
    case .action(let id):
      guard let action = programme.actions[id] else { return nil }
      let home = eventsOfAction(action).lazy.compactMap { self.event($0) }.first
      return TellingRow(
        subject: subject, title: action.title, place: home?.place ?? "",
        country: action.country ?? home?.country, status: action.feedback.status,
        told: told(action), due: action.feedback.due, isDaySet: action.feedback.due != nil,
        audiences: action.feedback.audiences, channel: action.feedback.channel,
        missing: chain(of: subject).missing)
    }
  }

  /// How the chain from the question to the answer stands.
  public func chain(of subject: TellingSubject) -> TellingChain {
    var chain = TellingChain()
    let places: [Int]
    switch subject {
    case .event(let id):
      guard let event = event(id) else { return chain }
      chain.events = event.status == .held ? 1 : 0
      places = testimoniesOfEvent[id] ?? []
      chain.isNothingToFollow =
        event.closeOut.nothingToFollow || !event.closeOut.heardReason.isEmpty
      chain.isTold = told(event).isSettled
      let linked = actionsOfEvent[id] ?? []
      chain.actions = linked.count
      chain.settled = linked.count { !actions[$0].isOpen(on: today) }
    case .action(let id):
      guard let action = programme.actions[id] else { return chain }
      chain.events = eventsOfAction(action).count { event($0)?.status == .held }
      places = action.testimonies.compactMap { testimonyPlaces[$0] }
      chain.isTold = told(action).isSettled
      chain.actions = 1
      chain.settled = action.isOpen(on: today) ? 0 : 1
    }
    let counted = places.filter { counts(at: $0) }
    chain.testimonies = counted.count
    chain.unanswered = counted.count {
      testimonies[$0].polarity != .positive && actionsOfTestimony[testimonies[$0].id] == nil
    }
    return chain
  }

  /// The actions that came of a subject, in the order of the list of actions.
  public func actions(of subject: TellingSubject) -> [ActionRow] {
    switch subject {
    case .event(let id): actionRows(actionsOfEvent[id] ?? [])
    case .action(let id): actions.firstIndex { $0.id == id }.map { actionRows([$0]) } ?? []
    }
  }

  /// The testimonies behind a subject that count, by their ids.
  public func testimonies(of subject: TellingSubject) -> [TestimonyID] {
    switch subject {
    case .event(let id):
      (testimoniesOfEvent[id] ?? []).map { testimonies[$0] }.filter(counts).map(\.id)
    case .action(let id):
      (programme.actions[id]?.testimonies ?? []).filter { id in
        testimonyPlaces[id].map { counts(at: $0) } ?? false
      }
    }
  }
}

extension Told {
  /// Whether people were told with all that shows it, or it is said why they cannot be.
  public var isSettled: Bool { self == .told || self == .notPossible }
}

extension TellingRow {
  // Lower comes first.
  fileprivate var urgency: (Int, Int) {
    let day = due?.dayNumber ?? .max
    switch told {
    case .late: return (0, day)
    case .due: return (1, day)
    case .notDue, .nothing: return (2, day)
    case .toldLacking: return (3, 0)
    case .notPossible: return (4, 0)
    case .told: return (5, 0)
    }
  }
}
