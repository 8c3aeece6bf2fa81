/// A slip of paper on which somebody declared themselves, as it was entered; it is in memory alone.
public struct EnteredSlip: Hashable, Sendable {
  /// The communities that were ticked.
  public var communities: [Code] = []
  /// The band of age that was ticked.
  public var ageBand: Code?
  /// Whether the person answered that none of the communities applies.
  public var isNothing = false
  /// Of whom it is one.
  public var base = SlipBase.each
  /// The questions that stand on it: communities, and `DeclaredQuestion.ageBands`.
  public var questions: [Code] = []

  /// A slip before it is read.
  public init() {}

  /// Whether the person answered any of it, be it that nothing applies.
  public var isAnswered: Bool { isNothing || ageBand != nil || !communities.isEmpty }

  /// Whether the person answered a question of it: "nothing applies" speaks of the communities only.
  func answers(_ question: Code) -> Bool {
    question == DeclaredQuestion.ageBands
      ? ageBand != nil : isNothing || !communities.isEmpty
  }
}

/// Of whom slips are: what the number of those asked becomes as slips are entered.
public enum SlipBase: Hashable, Sendable {
  /// So many were given one.
  case among(Int)
  /// Each slip is one more person who was asked.
  case each

  /// The base where nobody has to be asked; nil where the records do not tell.
  public static func certain(_ event: Event) -> SlipBase? {
    let declared = event.attendance.declared
    let all = event.attendance.tally
    guard let asked = declared.asked else { return (all ?? 0) > 0 ? nil : .each }
    return asked == all || asked <= declared.slips ?? 0 ? .among(asked) : nil
  }
}
