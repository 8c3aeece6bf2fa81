import Glibc
import HeardModel
import StrictJSON
import Synchronization

/// One programme folder: reads it, and saves changes so that nothing of others is lost.
///
/// A save never writes what is in memory over what is on disk. It merges three trees: the record
/// before the change, after it, and as it stands on disk; what is not in the model is kept.
public final class ProgrammeStore: Sendable {
  /// Where the folder is, as given.
  public let path: String
  let folder: Folder
  let device: String
  /// Files whose last save failed so late that the disk may hold the old or the new one.
  let unsettled = Mutex<Set<String>>([])
  /// How the files looked when they were saved or read again last.
  let seen = Mutex<[String: FileLook?]>([:])
  /// Testimonies that may not be kept, as the folder was read last.
  let goneAtReading = Mutex<Set<String>>([])
  /// Testimonies that may not be kept and of which no mark says so, as the folder was read last.
  let unmarkedAtReading = Mutex<[Record]>([])
  /// Files in which marks closed something as they were read last; nil where none was read yet.
  let closedAtReading = Mutex<Set<String>?>(nil)
  /// How the folder stands that is being changed; nil where nobody notes it.
  let order = Mutex<FolderOrder?>(nil)
  /// How far the history was read when it was asked last who changed something.
  let historyRead = Mutex<[String: Int]>([:])
  /// Lines of the history that could not be written yet.
  let owed = Mutex(OwedHistory())

  /// Opens a folder; `device` names this machine in the history.
  ///
  /// - Throws: `StoreError` when there is no folder at the path.
  public init(path: String, device: String) throws(StoreError) {
    self.path = path
    // It becomes part of a file's name.
    self.device = Identifier<ProgrammeStore>(stored: device)?.text ?? "unknown"
    folder = try Folder.ofProgramme(path)
  }

  /// Reads the whole programme.
  ///
  /// - Throws: `StoreError` when there is no programme, or its own file cannot be used.
  public func load() throws(StoreError) -> LoadedProgramme {
    var reader = ProgrammeReader(folder)
    try reader.readAll()
    var loaded = reader.loaded
    seen.withLock { seen in
      for (file, look) in loaded.looks { seen[file] = look }
    }
    loaded.looks = []
    closedAtReading.withLock { $0 = loaded.closed }
    goneAtReading.withLock { $0 = loaded.gone }
    let unmarked = loaded.programme.testimonies.boxes.values.map(\.record).filter { testimony in
      testimony.consent.isFinallyClosed
        && !(loaded.programme.withdrawn[testimony.consent.id]?.closesRecord ?? false)
    }.map(Record.testimony)
    unmarkedAtReading.withLock { $0 = unmarked }
    let unmarkedFiles = Set(unmarked.map(\.key.file))
    closedAtReading.withLock { $0?.formUnion(unmarkedFiles) }
    if loaded.readOnly == nil && faccessat(folder.descriptor, ".", W_OK, AT_EACCESS) != 0 {
      loaded.readOnly = .readOnly(path: path)
    }
    return loaded
  }

  /// Makes a folder ready for writing: takes away what cut-off saves left, tightens rights, and lets
  /// go of what this machine still keeps of records that were erased elsewhere.
  ///
  /// Rights are never loosened, and nothing is touched that belongs to somebody else: that is told
  /// by `ProgrammeCheck`.
  ///
  /// - Returns: the files and folders whose rights were tightened.
  public func prepareForWriting(_ settings: ProgrammeSettings) -> [String] {
    let rights = Rights(settings)
    var tightened: [String] = []
    // Under the lock no save is under way, on this machine or another one.
    let lock = try? FolderLock(folder, milliseconds: 1000)
    defer { _ = lock }
    if lock != nil {
      finishCommits()
      folder.removeLeftovers()
    }
    folder.tighten(".", rights.folder, &tightened)
    for file in (try? folder.names()) ?? [] where file.hasSuffix(".json") {
      folder.tighten(file, rights.file, &tightened)
    }
    for place in FilePlace.programmeFolders {
      guard let name = place.folder, let inside = (try? folder.inside(place)) ?? nil else {
        continue
      }
      if lock != nil { inside.removeLeftovers() }
      let own = rights.of(place)
      folder.tighten(name, own.folder, &tightened)
      for file in (try? inside.names()) ?? [] where !file.hasPrefix(".") {
        inside.tighten(file, own.file, &tightened)
      }
    }
    if lock != nil, (try? settingsOnDisk()) != nil {
      let isMarked = putInOrder(rights)
      let isSwept = sweepBeforeWriting(settings)
      order.withLock { $0?.isPut = isMarked && isSwept }
    } else if lock != nil {
      _ = sweepBeforeWriting(settings)
    }
    return tightened
  }

  /// Takes out what is still kept of what was erased elsewhere or may not be kept; whether all of it
  /// could be.
  private func sweepBeforeWriting(_ settings: ProgrammeSettings) -> Bool {
    guard let erased = try? erasedIDs(), let marks = try? MarkFolder(folder).all() else {
      return false
    }
    // Reading has told which files hold what marks close; tombstones are looked for everywhere, unless
    // it is known where they can be found.
    let known = order.withLock { order in order.flatMap { $0.isKnown ? $0.telling : nil } }
    let files = erased.isEmpty ? closedAtReading.withLock { $0 } : known
    let sweep = swept(
      SweepOrder(
        erased: erased, marks: marks, closed: goneAtReading.withLock { $0 }, files: files), settings
    )
    order.withLock { $0?.telling = sweep.telling }
    return sweep.left.isEmpty
  }

  /// Puts there what other programs, and earlier versions, did not: marks of withdrawals that stand in
  /// a record alone, and the names of private folders where version control would take them along.
  ///
  /// - Returns: whether every mark is there.
  private func putInOrder(_ rights: Rights) -> Bool {
    var isMarked = true
    do throws(StoreError) {
      try noteMarks(of: unmarkedAtReading.withLock { $0 }, rights)
    } catch {
      isMarked = false
    }
    let hasPrivate = FilePlace.programmeFolders.contains { place in
      !place.row.isVersioned && folder.status(place.folder ?? "") != nil
    }
    if hasPrivate { try? keepUnversioned(rights) }
    return isMarked
  }

  /// Saves a change, whole or not at all.
  ///
  /// Everything is merged and written beside the files before the first one is put in place, so a
  /// full disk or a file that cannot be understood stops the whole change. What is begun with several
  /// files is finished by whoever opens the folder next.
  ///
  /// - Returns: the records as they now stand on disk.
  /// - Throws: `StoreError.notConfirmed` where the change can be read and may not last, although it
  ///   was tried twice; after any other error everything is as it was.
  public func save(
    _ change: Change, settings: ProgrammeSettings, by author: String, at moment: Moment
  ) throws(StoreError) -> [SavedRecord] {
    // What takes long is done while others can still save.
    let ahead = PreparedAhead(change, in: self, on: moment.day)
    let lock = try FolderLock(folder)
    defer { _ = lock }
    finishCommits()
    return try saveLocked(change, settings: settings, by: author, at: moment, ahead: ahead)
  }

  /// The same under the folder's lock.
  func saveLocked(
    _ change: Change, settings: ProgrammeSettings, by author: String, at moment: Moment,
    ahead: PreparedAhead? = nil
  ) throws(StoreError) -> [SavedRecord] {
    let rights = Rights(try settingsOnDisk() ?? settings)
    let erased = try erasedIDs()
    let (change, standing) = try namingReleases(of: change)
    let files = try prepare(change, erased, moment.day, ahead: ahead)
    try keepRemoved(files, settings.id)
    let lines = files.flatMap { historyLines($0, change.name, author, moment) }
    do throws(StoreError) { try write(files, rights, lines, at: moment) } catch {
      guard case .notConfirmed = error else { throw error }
      note(lines, at: moment, rights)
      keepEarlier(files, change.name, erased, author, moment, settings)
      // Once more from memory, with new files: what was asked of the old ones is settled for good.
      let again = try? prepare(change, erased, moment.day)
      do throws(StoreError) {
        try write(again ?? [], rights, at: moment)
      } catch {
        throw error.asNotConfirmed
      }
      if again == nil { throw error }
      forgetOwnCommits()
      sweepWithdrawn(files, erased, settings)
      return saved(files) + standing
    }
    note(lines, at: moment, rights)
    keepEarlier(files, change.name, erased, author, moment, settings)
    sweepWithdrawn(files, erased, settings)
    return saved(files) + standing
  }

  /// What stands on disk now; of what was brought back, who had removed it.
  private func saved(_ files: [PreparedFile]) -> [SavedRecord] {
    files.flatMap(\.saved).map { saved in
      guard saved.broughtBackFrom != nil else { return saved }
      var saved = saved
      let removal = history(of: saved.key.recordID).first { $0.what == "removed" }
      saved.broughtBackFrom = removal?.by ?? ""
      return saved
    }
  }

  /// All files of a change, merged with what stands on disk.
  private func prepare(
    _ change: Change, _ erased: Set<String>, _ day: CalendarDay, ahead: PreparedAhead? = nil
  ) throws(StoreError) -> [PreparedFile] {
    for edit in change.edits where erased.contains(edit.key.recordID) {
      throw .erased(id: edit.key.recordID)
    }
    let marks = try MarkFolder(folder)
    var files: [PreparedFile] = []
    for file in try RecordFile.groups(of: change) {
      files.append(try prepare(file, erased, marks, day, ahead: ahead))
    }
    // What somebody wants to have gone goes, whoever has approved it.
    if case .forgotten = change.name { return files }
    for file in files { try refuseLocked(file, erased, day) }
    return files
  }

  /// Lets go of testimonies that a save has closed, or that went to the safeguarding lead, wherever
  /// else this person keeps some of them.
  private func sweepWithdrawn(
    _ files: [PreparedFile], _ erased: Set<String>, _ settings: ProgrammeSettings
  ) {
    var order = SweepOrder(erased: erased)
    for file in files {
      for it in file.told {
        order.closed.insert(it.id.text)
        order.spoken.add(it.spoken)
      }
      for saved in file.saved {
        guard case .testimony(let now)? = saved.record,
          now.consent.isFinallyClosed || now.isForLead
        else { continue }
        let edits = file.file.edits.filter { $0.key == saved.key }
        for case .testimony(let old)? in [file.onDisk[saved.key]] + edits.map(\.before)
        where old != now && (old.tellsMore || now.consent.isFinallyClosed) {
          order.closed.insert(old.id.text)
          order.spoken.add(old.spoken)
        }
      }
    }
    if order.closed.isEmpty { return }
    order.marks = (try? MarkFolder(folder).all()) ?? [:]
    // Of the programme's own files the save has closed those that held it.
    order.files = []
    _ = sweepLocked(order, settings)
  }

  /// Who changed which fields of a record, the newest first; with what stood in them before, as far
  /// as the history tells it or this machine has kept it.
  public func history(of id: String) -> [HistoryLine] {
    guard let inside = (try? folder.inside(.history)) ?? nil else { return [] }
    var lines: [HistoryLine] = []
    for name in (try? inside.names()) ?? [] where name.hasSuffix(".jsonl") {
      guard let bytes = (try? inside.read(name)) ?? nil else { continue }
      lines += readHistory(bytes).filter { $0.record == id }
    }
    // Of one second the line that was written last is the newest.
    return withEarlier(lines, of: id).enumerated().sorted { a, b in
      (a.element.at, a.element.by, a.offset) > (b.element.at, b.element.by, b.offset)
    }.map(\.element)
  }
}

extension ProgrammeStore {
  /// Says whether a programme folder could be made at a path, and makes nothing.
  ///
  /// - Throws: `StoreError.alreadyThere` when something stands there that is not an empty folder.
  public static func mayCreate(at path: String) throws(StoreError) {
    let isThere = access(path, F_OK) == 0
    if isThere, try !Folder(path).names().isEmpty { throw .alreadyThere(path: path) }
    let above = path.split(separator: "/").dropLast().joined(separator: "/")
    let start = path.hasPrefix("/") ? "/" : above.isEmpty ? "." : ""
    let place = isThere ? path : start + above
    if access(place, W_OK) != 0 { throw .cannotWrite(path: path, errno: errno) }
  }

  /// Makes a new programme folder at a path where nothing stands.
  ///
  /// - Throws: `StoreError.alreadyThere` when something stands there that is not an empty folder.
  public static func create(at path: String, settings: ProgrammeSettings) throws(StoreError) {
    if mkdir(path, 0o700) != 0 {
      let reason = errno
      guard reason == EEXIST else { throw .cannotWrite(path: path, errno: reason) }
      let there = try Folder(path)
      guard try there.names().isEmpty else { throw .alreadyThere(path: path) }
    }
    let rights = Rights(settings)
    chmod(path, rights.folder)
    let folder = try Folder(path)
    for place in [FilePlace.events, .testimonies, .actions] {
      _ = try folder.makeInside(place.folder ?? "", mode: rights.of(place).folder)
    }
    // Where somebody puts the folder under version control, these must never get into it; see
    // `keepUnversioned`.
    let unversioned = FilePlace.programmeFolders.filter { !$0.row.isVersioned }
    let ignored =
      unversioned.compactMap(\.folder).map { "\($0)/\n" }.joined() + ".heard-*.tmp\n"
    try folder.replace(".gitignore", with: Array(ignored.utf8), mode: rights.file)
    try folder.replace(FilePlace.programmeFile, with: settings.fileBytes(), mode: rights.file)
    // The folder itself is new as well: its name stands in the one above.
    if let above = try? Folder("\(path)/..") { try above.sync(path) }
  }
}
