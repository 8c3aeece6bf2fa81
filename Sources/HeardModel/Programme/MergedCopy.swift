/// What became of a copy that was merged with its record.
public struct MergedCopy: Sendable, Hashable {
  /// The copy, as `events/ID (1).json`.
  public let file: String
  /// The record's file, as `events/ID.json`.
  public let original: String
  /// How many fields stood in both with different values, and wait for somebody to choose.
  public let newConflicts: Int
  /// Where the copy lies now; nil when its record was erased, so that nothing of it may stay.
  public let keptAt: String?

  /// What became of a copy.
  public init(file: String, original: String, newConflicts: Int, keptAt: String?) {
    self.file = file
    self.original = original
    self.newConflicts = newConflicts
    self.keptAt = keptAt
  }
}
