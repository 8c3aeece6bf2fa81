import HeardModel
import StrictJSON

/// Looks at every file of a programme folder and tells everything that is wrong; changes nothing.
public enum ProgrammeCheck {
  /// All faults of all files, ordered by file, line and column; without a day, none that depend on it.
  ///
  /// - Throws: `StoreError` when there is no programme, or a newer version wrote it.
  public static func faults(
    path: String, on today: CalendarDay? = nil
  ) throws(StoreError) -> [FileFault] {
    let folder = try Folder(path)
    guard folder.status(FilePlace.programmeFile) != nil else {
      throw .notAProgramme(path: path)
    }
    var walk = CheckWalk(folder)
    try walk.readSettings()
    walk.checkRoot()
    for place in FilePlace.programmeFolders { walk.check(place) }
    walk.checkRecords(on: today)
    // What cannot be used is told already.
    let told = Set(walk.faults.filter(\.stopsReading).map(\.file))
    let outside = SeenFiles(of: path).faults(in: folder).filter { !told.contains($0.file) }
    return (walk.faults + outside).sorted { $0.isBefore($1) }
  }
}

private extension FileFault {
  func isBefore(_ other: FileFault) -> Bool {
    if file != other.file { return file.utf8.lexicographicallyPrecedes(other.file.utf8) }
    return (line ?? 0, column ?? 0, code, member)
      < (other.line ?? 0, other.column ?? 0, other.code, other.member)
  }
}
