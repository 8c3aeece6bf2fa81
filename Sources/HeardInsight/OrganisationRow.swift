import HeardModel

/// What the list of organisations shows of one of them.
public struct OrganisationRow: Hashable, Sendable {
  /// An amount of one currency.
  public struct Support: Hashable, Sendable {
    /// The currency, where it was noted.
    public let currency: Code?
    /// The sum in whole units.
    public let amount: Int
  }

  /// The organisation.
  public let id: OrganisationID
  /// What it calls itself.
  public let name: String
  /// What kind of organisation it is.
  public let kind: Code?
  /// Where it is at home.
  public let country: CountryCode?
  /// The events, as far as the filter lets them pass, in which it had a part.
  public let events: [EventID]
  /// What it did there.
  public let roles: [Code]
  /// Where these events were.
  public let countries: [CountryCode]
  /// The start of the earliest of these events, where known.
  public let first: KnownDate?
  /// The start of the latest of these events, where known.
  public let last: KnownDate?
  /// What it was given over all years, by currency; sums of different currencies never meet.
  public let support: [Support]
}
