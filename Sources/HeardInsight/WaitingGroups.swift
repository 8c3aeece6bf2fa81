import HeardModel

/// What is to be done about things that wait, in the order in which it matters.
public enum WaitingKind: String, CaseIterable, Sendable {
  /// To ask how somebody is who spoke.
  case askHowTheyAre
  /// To tell people what came of it.
  case tell
  /// To close an event out.
  case closeOut
  /// An action whose day has passed.
  case actLate
  /// To ask for a consent that nobody asked for.
  case askConsent
  /// To look at a consent again.
  case reviewConsent
  /// To note who could show that the speaker agreed.
  case evidence
  /// To read a testimony back.
  case readBack
  /// To say whether an event was held.
  case saidHeld
  /// To arrange what people need at an event that comes.
  case access
  /// To approve a period that is complete.
  case approve
  /// To look at what changed in a period since it was approved.
  case approvalChanged
  /// To check a quote as the second person.
  case secondReview
  /// An action whose day comes.
  case act
  /// To note whom people were told by, and how.
  case toldLacking
  /// To choose between two versions.
  case conflicts
  /// To close out, or to tell, what was over more than a year ago.
  case older

  /// The order for somebody with a role: a manager signs before they look at the work of others.
  static func order(for role: TeamRole) -> [WaitingKind] {
    let first: [WaitingKind] =
      role == .manager ? [.askHowTheyAre, .approve, .secondReview, .approvalChanged] : []
    return first + allCases.filter { !first.contains($0) }
  }
}

/// Equal things that wait, the one that waits longest first.
public struct WaitingGroup: Hashable, Sendable {
  /// What is to be done about all of them.
  public let kind: WaitingKind
  /// The things, never none.
  public let items: [WaitingItem]

  /// The events among them, each once.
  public var events: [EventID] {
    var seen: Set<EventID> = []
    return items.compactMap { item in
      guard case .event(let id) = item.record, seen.insert(id).inserted else { return nil }
      return id
    }
  }

  /// How many things they are: of what is folded, which has two matters of one event, the events.
  public var count: Int { kind == .older ? events.count : items.count }
}

extension WaitingItem {
  /// Days after which an event that is not closed out is rather history than work.
  public static let olderThan = 365

  /// What is to be done about it.
  public var kind: WaitingKind {
    switch matter {
    case .saidHeld: .saidHeld
    case .closeOut: .closeOut
    case .tell: .tell
    case .toldLacking: .toldLacking
    case .act: (days ?? 0) > 0 ? .actLate : .act
    case .access: .access
    case .conflicts: .conflicts
    case .askConsent: .askConsent
    case .readBack: .readBack
    case .reviewConsent: .reviewConsent
    case .evidence: .evidence
    case .askHowTheyAre: .askHowTheyAre
    case .secondReview: .secondReview
    case .approve: .approve
    case .approvalChanged: .approvalChanged
    }
  }

  /// The event that may be said to be from before the programme worked with Heard, which settles
  /// this; nil for every other matter.
  fileprivate var historyEvent: EventID? {
    guard kind == .closeOut || kind == .tell, case .event(let id) = record else { return nil }
    return id
  }
}

extension Array where Element == WaitingItem {
  /// Equal things together, what matters most to somebody with a role first.
  ///
  /// Events are folded into one group, the last, where all that waits of them to be closed out or
  /// told has waited for more than a year. One of which something is younger stays whole: to call
  /// it history would take that away, too. No matter of a person is ever folded, and no action.
  public func grouped(for role: TeamRole) -> [WaitingGroup] {
    var longest: [EventID: Int] = [:]
    for item in self {
      guard let id = item.historyEvent else { continue }
      longest[id] = Swift.min(longest[id] ?? .max, item.days ?? 0)
    }
    let byKind = Dictionary(grouping: self) { item -> WaitingKind in
      guard let id = item.historyEvent, (longest[id] ?? 0) > WaitingItem.olderThan else {
        return item.kind
      }
      return .older
    }
    return WaitingKind.order(for: role).compactMap { kind in
      byKind[kind].map { WaitingGroup(kind: kind, items: $0) }
    }
  }
}

extension Insight {
  /// Periods that can be approved, and those in which something differs from what was approved.
  ///
  /// A year is left out: it is approved once all its quarters and what has no month are.
  func approvalItems(_ countries: [CountryCode]) -> [WaitingItem] {
    approvalRows.flatMap { row -> [WaitingItem] in
      let period = row.period
      guard countries.isEmpty || period.country.map(countries.contains) ?? true else { return [] }
      func item(_ matter: WaitingItem.Matter, _ days: Int?) -> WaitingItem {
        WaitingItem(
          matter: matter, record: .approval(period), title: period.quarterText,
          place: period.country?.stored ?? "", country: period.country, days: days)
      }
      let isYear = period.year != nil && period.quarter == nil
      let ended = period.lastDay.map { today.dayNumber - $0.dayNumber }
      var items: [WaitingItem] = []
      if row.state == .complete && !isYear { items.append(item(.approve, ended)) }
      if row.lock != nil && !row.changes.isEmpty {
        items.append(item(.approvalChanged, nil))
      }
      return items
    }
  }

  private var approvalRows: [ApprovalRow] { kept.approvals.value { periods() } }
}
