/// Why something could not be read or written, with the evidence.
public enum StoreError: Error, Hashable, Sendable {
  /// Nothing stands at the path.
  case noFolder(path: String)
  /// The path is not a folder of its own.
  case notAFolder(path: String)
  /// The folder has no heard.json.
  case notAProgramme(path: String)
  /// There is already a programme or something else at the path.
  case alreadyThere(path: String)
  /// The machine did not let something be read.
  case cannotRead(path: String, errno: Int32)
  /// The machine did not let something be written; the old file is whole.
  case cannotWrite(path: String, errno: Int32)
  /// Something is written and can be read, but the disk did not confirm it; a cut of the power could
  /// bring the old file back.
  case notConfirmed(path: String, errno: Int32)
  /// Another program holds the folder for longer than a save takes.
  case busy(path: String)
  /// Another folder, or none, stands where the folder stood when it was opened; nothing was written.
  case moved(path: String)
  /// The folder was written by a newer version and is only read.
  case newerFormat(found: Int, known: Int)
  /// The folder was written by an older version and is only read until it is upgraded.
  case olderFormat(found: Int, known: Int)
  /// The folder is only read, since it may not be written.
  case readOnly(path: String)
  /// The file on disk cannot be understood and is never overwritten.
  case unreadable(FileFault)
  /// The record was erased; nothing brings it back.
  case erased(id: String)
  /// The quarter of the event is approved and locked.
  case locked(QuarterLock)
  /// A release never changes, and this would make another of it.
  case releaseStays(name: String)
  /// The record has an id of which no file may be made.
  case badID(String)
  /// So many fields of a record stand in two versions already: somebody has to choose first.
  case tooManyConflicts(id: String, limit: Int)
  /// The machine cannot tell when something in the folder changes.
  case cannotWatch(path: String, errno: Int32)
  /// The file is no copy of a record that could be merged.
  case notACopy(path: String)
}
