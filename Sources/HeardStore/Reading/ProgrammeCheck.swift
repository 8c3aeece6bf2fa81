import Dispatch
import HeardModel
import StrictJSON
import Synchronization

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

/// Goes through a list on two threads, each taking the next place as it is free.
///
/// - Returns: what each of them made of its own; a short list is not worth a second one.
func sharedByTwo<Part: Sendable>(
  _ count: Int, _ start: Part, _ take: @Sendable (Int, inout Part) -> Void
) -> [Part] {
  let place = Atomic<Int>(0)
  let parts = Mutex<[Part]>([])
  DispatchQueue.concurrentPerform(iterations: count > 16 ? 2 : 1) { _ in
    var part = start
    while true {
      let index = place.wrappingAdd(1, ordering: .relaxed).oldValue
      guard index < count else { break }
      take(index, &part)
    }
    parts.withLock { $0.append(part) }
  }
  return parts.withLock { $0 }
}
