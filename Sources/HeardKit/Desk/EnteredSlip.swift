import HeardModel

/// A slip of paper on which somebody declared themselves, as it was entered; it is in memory alone.
public struct EnteredSlip: Hashable, Sendable {
  /// The communities that were ticked.
  public var communities: [Code] = []
  /// The band of age that was ticked.
  public var ageBand: Code?
  /// Whether the person answered, be it that nothing applies.
  public var isAnswered = true
  /// Whether it is one more person who was asked.
  public var isOneMoreAsked = false
  /// How many slips before it came back without an answer.
  public var unansweredBefore = 0

  /// A slip before it is read.
  public init() {}
}
