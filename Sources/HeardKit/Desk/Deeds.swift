/// How often something was done in this sitting, for what has no trace in the records.
public struct Deeds: Hashable, Sendable {
  /// Attendances were counted.
  public var counted = 0
  /// A change was taken back.
  public var undone = 0
  /// A record was found and opened.
  public var found = 0

  /// Nothing was done yet.
  public init() {}
}
