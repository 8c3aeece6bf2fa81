/// What stands in some files of a folder now that somebody else may have changed.
public struct FilesRead: Sendable {
  /// The files that were read; where one holds nothing in the programme, it is gone or unreadable.
  public var files: [String]
  /// What could be read of them, beside all ids of what was erased.
  public var programme: Programme
  /// The first fault of each of them that cannot be used.
  public var unreadable: [FileFault]
  /// Those of them that are copies beside records.
  public var copies: [FileCopy]
  /// Our changes that are not on disk yet, as they would stand there now.
  public var rebased: [SavedRecord]
  /// Who changed a record last, by its id; only for what was changed since this was asked last.
  public var authors: [String: String]

  /// What stands in some files.
  public init(
    files: [String] = [], programme: Programme = Programme(), unreadable: [FileFault] = [],
    copies: [FileCopy] = [], rebased: [SavedRecord] = [], authors: [String: String] = [:]
  ) {
    self.files = files
    self.programme = programme
    self.unreadable = unreadable
    self.copies = copies
    self.rebased = rebased
    self.authors = authors
  }
}
