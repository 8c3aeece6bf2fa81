import HeardModel

/// What the list of actions shows of one action.
public struct ActionRow: Hashable, Sendable {
  /// The action.
  public let id: ActionID
  /// What will be done.
  public let title: String
  /// How far it is.
  public let status: ActionStatus
  /// The themes it belongs to.
  public let themes: [ActionTheme]
  /// How far it reaches.
  public let level: ActionLevel
  /// Whether it is done; not yet where its day is still to come.
  public let isDone: Bool
  /// Whether something still has to happen, as its status and its day say.
  public let isOpen: Bool
  /// Where it is done.
  public let country: CountryCode?
  /// Who answers for it.
  public let owner: String
  /// Who of the team follows it.
  public let followedBy: StaffID?
  /// By when it is to be done.
  public let due: KnownDate?
  /// How many days it is late; nil when it is not, or when it is closed.
  public let daysOverdue: Int?
  /// The events from which it comes, by its own links and by its testimonies.
  public let events: [EventID]
  /// The testimonies that it answers.
  public let testimonies: [TestimonyID]
  /// How far telling those who asked for it is.
  public let told: Told
}

extension ActionRow {
  // The day itself orders late and coming ones alike: the earliest is the most overdue.
  var sortKey: (Int, Int) {
    if !isOpen { return (2, -(due?.lastDay.dayNumber ?? -1_000_000)) }
    guard let due else { return (1, 0) }
    return (0, due.lastDay.dayNumber)
  }
}
