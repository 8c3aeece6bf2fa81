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

  /// Merges a file's edits with what stands on disk.
  func prepare(
    _ file: RecordFile, _ erased: Set<String>, _ marks: MarkFolder, _ day: CalendarDay
  ) throws(StoreError) -> PreparedFile {
    try PreparedFile(
      file, onDisk: bytes(of: file), mustWrite: unsettled.withLock { $0.contains(file.path) },
      erased: erased, marks: marks, day: day)
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

  /// Writes all files beside their places, does what comes before, then puts each in its place.
  func write(
    _ files: [PreparedFile], _ rights: Rights, before: () throws(StoreError) -> Void
  ) throws(StoreError) {
    var waiting: [(file: PreparedFile, place: Folder, staged: StagedFile?)] = []
    do throws(StoreError) {
      for file in files where file.step != .none {
        let own = file.file.place.map(rights.of) ?? rights
        let place = try home(of: file.file, own)
        var staged: StagedFile?
        if case .write(let bytes) = file.step {
          staged = try place.stage(file.file.name, bytes, mode: own.file)
        }
        waiting.append((file, place, staged))
      }
      try before()
      while let (file, place, staged) = waiting.first {
        waiting.removeFirst()
        _ = unsettled.withLock { $0.insert(file.file.path) }
        if let staged { try place.commit(staged) } else { try place.remove(file.file.name) }
        noteOwn(file.file.path, place.status(file.file.name))
        _ = unsettled.withLock { $0.remove(file.file.path) }
      }
    } catch {
      for (_, place, staged) in waiting { staged.map(place.discard) }
      throw error
    }
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
    for (id, bytes) in removed {
      try state.folder.replace("\(id).json", with: bytes, mode: 0o600)
    }
  }

  /// Where this machine keeps what was removed from the programme.
  func removedFolder(_ programme: Code) throws(StoreError) -> StateFolder {
    try StateFolder.of(.removed, programme, path)
  }

  /// What the history says of a file's edits: who, when, which fields, never what stood in them.
  func historyLines(
    _ file: PreparedFile, _ name: ChangeName, _ author: String, _ moment: Moment
  ) -> [HistoryLine] {
    file.file.edits.compactMap { edit in
      let isGone = file.saved.contains { $0.key == edit.key && $0.record == nil }
      // An edit of somebody else kept the record: nothing was removed.
      if edit.after == nil && !isGone { return nil }
      let fields = isGone ? [] : edit.changedMembers.sorted()
      if fields.isEmpty && !isGone { return nil }
      return HistoryLine(
        at: moment, by: author, record: edit.key.recordID, what: name.historyWord, fields: fields)
    }
  }

  func appendHistory(
    _ lines: [HistoryLine], at moment: Moment, _ rights: Rights
  ) throws(StoreError) {
    if lines.isEmpty { return }
    let home = try folder.makeInside(FilePlace.history.folder ?? "", mode: rights.folder)
    let name = "\(moment.stored.prefix(7))-\(device).jsonl"
    let text = lines.map { TreeWriter.tree($0).lineText() }.joined()
    try home.append(Array(text.utf8), to: name, mode: rights.file)
  }
}
