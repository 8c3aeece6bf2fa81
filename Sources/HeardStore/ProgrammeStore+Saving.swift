import Glibc
import HeardModel
import StrictJSON

extension ProgrammeStore {
  /// The programme's settings as they stand on disk; nil when they cannot be read.
  ///
  /// - Throws: `StoreError.newerFormat` when a newer version took the folder over meanwhile, and
  ///   `StoreError.olderFormat` where it was not upgraded.
  func settingsOnDisk() throws(StoreError) -> ProgrammeSettings? {
    let file = FilePlace.programmeFile
    guard let bytes = (try? folder.read(file)) ?? nil else { return nil }
    if let newer = newerFormat(bytes) { throw newer }
    let settings: ProgrammeSettings? = try? decode(bytes, file: file)
    if let settings, let older = olderFormat(settings) { throw older }
    return settings
  }

  /// The ids of everything that was erased.
  public func erasedIDs() throws(StoreError) -> Set<String> {
    guard let inside = try folder.inside(.erased) else { return [] }
    return Set(try inside.names().filter(isRecordFile).map(stem))
  }

  /// Merges a file's edits with what stands on disk, or takes what was merged before the folder was
  /// locked.
  func prepare(
    _ file: RecordFile, _ erased: Set<String>, _ marks: MarkFolder, _ day: CalendarDay,
    ahead: PreparedAhead?
  ) throws(StoreError) -> PreparedFile {
    let bytes = try bytes(of: file)
    let mustWrite = unsettled.withLock { $0.contains(file.path) }
    if !mustWrite, let done = ahead?.file(file.path, bytes, erased, marks, day) { return done }
    return try PreparedFile(
      file, onDisk: bytes, mustWrite: mustWrite, erased: erased, marks: marks, day: day)
  }

  /// What stands in a file; nil when it is not there.
  func bytes(of file: RecordFile) throws(StoreError) -> [UInt8]? {
    let place = try place(of: file)
    do throws(FileFault) { return try place?.read(file.name) } catch {
      var fault = error
      fault.file = file.path
      throw .unreadable(fault)
    }
  }

  /// The folder in which a file stands; nil where that is not there.
  func place(of file: RecordFile) throws(StoreError) -> Folder? {
    guard let place = file.place, place.folder != nil else { return folder }
    return try folder.inside(place)
  }

  /// Writes all files beside their places, notes what is about to happen where they are several, then
  /// puts each in its place.
  ///
  /// - Throws: `StoreError.notConfirmed` from the first file on that is in its place; any other error
  ///   means that all files are as they were.
  func write(
    _ files: [PreparedFile], _ rights: Rights, _ lines: [HistoryLine] = [],
    at moment: Moment = Moment(seconds: 0)
  ) throws(StoreError) {
    var staged: [StagedChange] = []
    let note: String?
    do throws(StoreError) {
      for file in files where file.step != .none {
        let own = file.file.place.map(rights.of) ?? rights
        let place = try home(of: file.file, own)
        var content: StagedFile?
        if case .write(let bytes) = file.step {
          content = try place.stage(file.file.name, bytes, mode: own.file)
        }
        staged.append(StagedChange(file: file, place: place, content: content))
      }
      // What closes a record is on disk before the record is.
      try noteMarks(of: files.flatMap { $0.saved.compactMap(\.record) }, rights)
      // And a disclosure is kept for the lead before the programme lets go of its words.
      try keep(told: files.flatMap(\.told), rights)
      note = try announce(staged, lines, at: moment)
    } catch {
      for change in staged { change.discard() }
      throw error.asNotWritten
    }
    do throws(StoreError) { try putInPlace(staged) } catch {
      // What is half done stays noted, for the next program to finish it.
      if case .notConfirmed = error { throw error }
      if let note { try? folder.take(note) }
      throw error
    }
    if let note { try? folder.take(note) }
  }

  private func putInPlace(_ staged: [StagedChange]) throws(StoreError) {
    var isBegun = false
    var trouble: StoreError?
    for change in staged {
      let (file, place) = (change.file.file, change.place)
      _ = unsettled.withLock { $0.insert(file.path) }
      do throws(StoreError) {
        if let content = change.content {
          try place.place(content)
        } else {
          try place.take(file.name)
        }
        isBegun = true
        noteOwn(file.path, place.status(file.name))
        try place.sync(file.name)
        _ = unsettled.withLock { $0.remove(file.path) }
      } catch {
        // Nobody reads anything of the change yet: it is as if it had never been begun.
        if !isBegun {
          for change in staged { change.discard() }
          _ = unsettled.withLock { $0.remove(file.path) }
          throw error
        }
        // Some of it can be read, so the rest follows as far as the disk lets it.
        trouble = error.asNotConfirmed
      }
    }
    if let trouble { throw trouble }
  }

  func home(of file: RecordFile, _ rights: Rights) throws(StoreError) -> Folder {
    guard let name = file.place?.folder else { return folder }
    return try folder.makeInside(name, mode: rights.folder)
  }

  /// Keeps the last content of removed records on this machine, so that they can come back.
  ///
  /// - Throws: `StoreError` when it cannot be kept: nothing is removed then.
  func keepRemoved(_ files: [PreparedFile], _ programme: Code) throws(StoreError) {
    let removed = files.flatMap(\.removed)
    if removed.isEmpty { return }
    let state = try removedFolder(programme)
    do throws(StoreError) {
      for (id, bytes) in removed {
        try state.folder.replace("\(id).json", with: bytes, mode: 0o600)
      }
    } catch {
      throw error.asNotWritten
    }
  }

  /// Where this machine keeps what was removed from the programme.
  func removedFolder(_ programme: Code) throws(StoreError) -> StateFolder {
    try StateFolder.of(.removed, programme, path)
  }

}

/// One file of a change, ready to be put in its place.
struct StagedChange {
  let file: PreparedFile
  let place: Folder
  /// The new content; nil where the file is taken away.
  let content: StagedFile?

  /// Leaves the file as it is.
  func discard() { content.map(place.discard) }
}

/// The large files of a change, merged before the folder is locked: others wait only for as long as
/// it takes to see that nothing has changed since, and to write.
///
/// A file of ten megabytes is merged in a second or two, in which nobody else can save.
struct PreparedAhead {
  // Below this, reading a file once more takes about as long as merging it.
  private static let leastBytes = 256 * 1024

  private var files: [String: (bytes: [UInt8], file: PreparedFile)] = [:]
  private let erased: Set<String>
  private let marks: Set<String>
  private let day: CalendarDay

  /// Merges the files that are large; what cannot be read is left to the save, which says so.
  init(_ change: Change, in store: ProgrammeStore, on day: CalendarDay) {
    self.day = day
    let groups = ((try? RecordFile.groups(of: change)) ?? []).filter(store.isLarge)
    guard !groups.isEmpty, let ids = try? store.erasedIDs(),
      let folder = try? MarkFolder(store.folder)
    else {
      (erased, marks) = ([], [])
      return
    }
    (erased, marks) = (ids, folder.names)
    for file in groups {
      guard let bytes = (try? store.bytes(of: file)) ?? nil,
        let prepared = try? PreparedFile(
          file, onDisk: bytes, mustWrite: false, erased: ids, marks: folder, day: day),
        !prepared.isMarked
      else { continue }
      files[file.path] = (bytes, prepared)
    }
  }

  /// The merged file, where everything stands as it stood then; nil where it is to be merged anew.
  func file(
    _ path: String, _ bytes: [UInt8]?, _ erased: Set<String>, _ marks: MarkFolder,
    _ day: CalendarDay
  ) -> PreparedFile? {
    guard let known = files[path], known.bytes == bytes, erased == self.erased,
      marks.names == self.marks, day == self.day
    else { return nil }
    return known.file
  }

  /// Whether a file of so many bytes is merged ahead.
  static func isWorthIt(_ bytes: Int) -> Bool { bytes >= leastBytes }
}

extension ProgrammeStore {
  /// Whether the file is large enough to be merged ahead.
  fileprivate func isLarge(_ file: RecordFile) -> Bool {
    guard let place = (try? place(of: file)) ?? nil, let status = place.status(file.name) else {
      return false
    }
    return PreparedAhead.isWorthIt(Int(status.st_size))
  }
}
