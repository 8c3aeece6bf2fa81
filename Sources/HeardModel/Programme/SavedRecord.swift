/// A record as it stands on disk after a save: other people's changes are in it.
public struct SavedRecord: Sendable, Hashable {
  /// Which record.
  public let key: RecordKey
  /// The record; nil where it is no more.
  public let record: Record?
  /// How many fields two people had given different values.
  public let newConflicts: Int
  /// Who had removed the record since it was read, and saving brought it back; empty where nobody
  /// knows who, nil where nobody had.
  public var broughtBackFrom: String?

  /// A record as it stands on disk.
  public init(key: RecordKey, record: Record?, newConflicts: Int) {
    self.key = key
    self.record = record
    self.newConflicts = newConflicts
  }
}
