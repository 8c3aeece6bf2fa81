import HeardModel

/// What came of work with files and folders of this machine outside of the programme.
public enum MachineOutcome: Sendable {
  /// A file was written; its whole path, and how many events could not be put into it.
  case fileWritten(path: String, leftOut: Int, withoutTime: Int = 0)
  /// A file of that name is there already and stands untouched; its whole path.
  case fileExists(FileOrder, path: String)
  /// Something that is no plain file is there and stands untouched; its whole path.
  case notAFile(path: String)
  /// A file could not be written; its whole path, and the number of the machine's error.
  case fileFailed(path: String, errno: Int32)
  /// A sheet that was asked for.
  case sheet(ReadSheet)
  /// How far the reading of a sheet is.
  case sheetProgress(SheetProgress)
  /// What stands in a folder.
  case folder(ListedFolder)
  /// The folders whose path begins so.
  case folders(String, [FolderOffer])
  /// There is a programme at this path.
  case canOpen(String, importing: Bool)
  /// There is no programme that can be opened, or none could be made.
  case cannotOpen(StoreError)
}
