/// A file that a program for keeping folders alike, or an editor, left beside a record.
public struct FileCopy: Hashable, Sendable {
  /// Who leaves copies with such a name.
  public enum Origin: String, Hashable, Sendable {
    /// Syncthing: `ID.sync-conflict-20240101-120000-ABCDEFG.json`.
    case syncthing
    /// Dropbox, Nextcloud and others, in any language: `ID (Ada's conflicted copy …).json`.
    case conflicted
    /// File managers and drives that count: `ID (1).json`.
    case numbered
    /// An editor's last version: `ID.json~`, `#ID.json#`.
    case backup
    /// The mark of an editor that has the file open, or crashed: `.ID.json.swp`, `.#ID.json`.
    case open
    /// Any other name that goes on where the id ends.
    case other
  }

  /// The copy, as `events/ID (1).json`.
  public let file: String
  /// The file of which it is one, as `events/ID.json`; it may be there no more.
  public let original: String
  /// Who left it, by its name.
  public let origin: Origin
  /// Whether it holds the same record, so that both can be merged.
  public let canBeMerged: Bool

  /// A copy with the file of which it is one.
  public init(file: String, original: String, origin: Origin, canBeMerged: Bool) {
    self.file = file
    self.original = original
    self.origin = origin
    self.canBeMerged = canBeMerged
  }
}
