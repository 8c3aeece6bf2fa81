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
      try stage(files, rights, &staged)
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

  /// Writes the new contents beside their places and waits until all of them are on disk.
  ///
  /// A disk takes a thousand waits one after the other in a thousand times the time of one; those that
  /// wait for it together it answers together.
  private func stage(
    _ files: [PreparedFile], _ rights: Rights, _ staged: inout [StagedChange]
  ) throws(StoreError) {
    var homes: [String: Folder] = [:]
    for file in files where file.step != .none {
      let own = file.file.place.map(rights.of) ?? rights
      let name = file.file.place?.folder ?? ""
      let place: Folder
      // Held open once: a thousand files would be a thousand folders held open.
      if let known = homes[name] { place = known } else { place = try home(of: file.file, own) }
      homes[name] = place
      staged.append(StagedChange(file: file, place: place, mode: own.file))
    }
    let waiting = staged
    let parts = shared(by: 8, waiting.count, StagedPart()) { index, part in
      if part.trouble != nil { return }
      do throws(StoreError) { part.contents[index] = try waiting[index].stage() } catch {
        part.trouble = error
      }
    }
    for (index, content) in parts.flatMap(\.contents) { staged[index].content = content }
    if let trouble = parts.lazy.compactMap(\.trouble).first { throw trouble }
  }

  private func putInPlace(_ staged: [StagedChange]) throws(StoreError) {
    var begun: [StagedChange] = []
    var trouble: StoreError?
    for change in staged {
      let path = change.file.file.path
      _ = unsettled.withLock { $0.insert(path) }
      do throws(StoreError) { try change.put() } catch {
        // Nobody reads anything of the change yet: it is as if it had never been begun.
        if begun.isEmpty {
          for change in staged { change.discard() }
          _ = unsettled.withLock { $0.remove(path) }
          throw error
        }
        // Some of it can be read, so the rest follows as far as the disk lets it.
        trouble = error.asNotConfirmed
        continue
      }
      begun.append(change)
      noteOwn(path, change.place.status(change.file.file.name))
    }
    // Of a folder one wait brings all its names to disk.
    for changes in Dictionary(grouping: begun, by: \.place.within).values {
      do throws(StoreError) {
        try changes.first?.sync()
        let paths = changes.map(\.file.file.path)
        unsettled.withLock { $0.subtract(paths) }
      } catch {
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
      let troubles = shared(by: 8, removed.count, [StoreError]()) { index, troubles in
        if !troubles.isEmpty { return }
        let (id, bytes) = removed[index]
        do throws(StoreError) {
          try state.folder.replace("\(id).json", with: bytes, mode: 0o600)
        } catch {
          troubles.append(error)
        }
      }
      if let trouble = troubles.joined().first { throw trouble }
    } catch {
      throw error.asNotWritten
    }
  }

  /// Where this machine keeps what was removed from the programme.
  func removedFolder(_ programme: Code) throws(StoreError) -> StateFolder {
    try StateFolder.of(.removed, programme, path)
  }

}

/// What one of several threads has written beside the files of a change, by their places in it.
private struct StagedPart: Sendable {
  var contents: [Int: StagedFile] = [:]
  var trouble: StoreError?
}

/// One file of a change, ready to be put in its place.
struct StagedChange {
  let file: PreparedFile
  let place: Folder
  /// The rights of a file there.
  let mode: mode_t
  /// The new content; nil where the file is taken away, and as long as it is not written.
  var content: StagedFile?

  /// Writes the new content beside the file; nil where the file is to be taken away.
  func stage() throws(StoreError) -> StagedFile? {
    guard case .write(let bytes) = file.step else { return nil }
    return try place.stage(file.file.name, bytes, mode: mode)
  }

  /// Lets everybody read it, or takes the file away; only `sync` makes that last.
  func put() throws(StoreError) {
    if let content { try place.place(content) } else { try place.take(file.file.name) }
  }

  /// Waits until everything that happened in the file's folder is on disk.
  func sync() throws(StoreError) { try place.sync(file.file.name) }

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
