import HeardModel

/// What the list of events shows of one event.
public struct EventRow: Hashable, Sendable {
  /// The event.
  public let id: EventID
  /// Its title.
  public let title: String
  /// When it starts, as exact as known.
  public let start: KnownDate?
  /// Its country.
  public let country: CountryCode?
  /// Its place.
  public let place: String
  /// How far it is.
  public let status: EventStatus
  /// In person, online or both.
  public let format: EventFormat?
  /// Whose it was.
  public let involvement: Involvement?
  /// Attendances by the rule.
  public let figure: AttendanceFigure
  /// Testimonies told there, without those refused or withdrawn.
  public let testimonies: Int
  /// Actions that came of it and are done or verified.
  public let actionsDone: Int
  /// All actions that came of it, by its own links and by its testimonies.
  public let actions: Int
  /// How far telling people is.
  public let told: Told
  /// What is missing before it is closed out; empty for one that was not held.
  public let gaps: [CloseOutGap]
  /// Whether it was over before the programme worked with Heard, so that nobody is asked.
  public let isBeforeHeard: Bool

  /// Whether it was held and nothing is missing; history is neither closed out nor open.
  public var isClosedOut: Bool { status == .held && !isBeforeHeard && gaps.isEmpty }
}

/// By what the list of events is ordered.
public enum EventOrder: String, CaseIterable, Sendable {
  /// By the start; unknown dates always come last.
  case start
  /// By the title, in the order of the language.
  case title
  /// By the country's code, then the place.
  case country
  /// By the place, in the order of the language.
  case place
  /// By attendances; unknown ones always come last.
  case attendances
  /// By the number of testimonies.
  case testimonies
  /// By the number of actions.
  case actions
  /// By how late telling people is.
  case told
  /// By how far the events are.
  case status
}

/// Attendances by how they are known; never people.
public struct AttendanceTotals: Hashable, Sendable {
  /// Counted by somebody.
  public internal(set) var counted = 0
  /// On an event's list.
  public internal(set) var listed = 0
  /// Told by somebody else.
  public internal(set) var reported = 0
  /// Judged by eye.
  public internal(set) var estimated = 0
  /// Numbers of which nobody noted how they came about.
  public internal(set) var unsourced = 0

  /// All together.
  public var total: Int { counted + listed + reported + estimated + unsourced }

  /// Attendances known in one way.
  public subscript(source: FigureSource) -> Int {
    switch source {
    case .counted: counted
    case .listed: listed
    case .reported: reported
    case .estimated: estimated
    case .unsourced: unsourced
    case .notKnown: 0
    }
  }

  mutating func add(_ figure: AttendanceFigure) {
    guard let count = figure.count else { return }
    switch figure.source {
    case .counted: counted += count
    case .listed: listed += count
    case .reported: reported += count
    case .estimated: estimated += count
    case .unsourced: unsourced += count
    case .notKnown: break
    }
  }
}

/// What several events come to.
public struct EventTotals: Hashable, Sendable {
  /// Events.
  public internal(set) var events = 0
  /// Events that were held.
  public internal(set) var held = 0
  /// Attendances of the held ones.
  public internal(set) var attendances = AttendanceTotals()
  /// Held events of which nobody knows the attendances.
  public internal(set) var notKnown = 0
  /// Testimonies told there.
  public internal(set) var testimonies = 0
  /// Actions that came of them, each once.
  public internal(set) var actions = 0
  /// Events with a tally that are not marked as held, and are not cancelled; not in `attendances`.
  public internal(set) var countedNotHeld = 0
  /// The tallies of those events.
  public internal(set) var attendancesNotHeld = 0
  /// How many different ways of knowing attendances the held ones have.
  public internal(set) var sources: Set<FigureSource> = []
  /// Countries of the programme in which some were held.
  public internal(set) var countries = 0
  /// Countries beside those of the programme in which some were held.
  public internal(set) var otherCountries = 0

  /// What no event comes to.
  public init() {}
}
