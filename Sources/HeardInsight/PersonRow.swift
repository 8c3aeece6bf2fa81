import HeardModel

/// What the list of people shows of one person, over the events that the filter lets pass.
public struct PersonRow: Hashable, Sendable {
  /// The person, the same over all events.
  public let id: PersonID
  /// The newest pseudonym.
  public let pseudonym: String
  /// Events on whose list the person stands or at which they spoke.
  public let events: Int
  /// Held events that they attended.
  public let attended: Int
  /// Testimonies that they gave, without those refused or withdrawn.
  public let testimonies: Int
  /// The start of the earliest of these events, where known.
  public let first: KnownDate?
  /// The start of the latest of these events, where known.
  public let last: KnownDate?
  /// What they came as, over all these events.
  public let roles: [Code]
}
