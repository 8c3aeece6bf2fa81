import Glibc
import HeardModel
import StrictJSON

/// A record as it stands on disk after a save: other people's changes are in it.
public struct SavedRecord: Sendable, Hashable {
  /// Which record.
  public let key: RecordKey
  /// The record; nil where it is no more.
  public let record: Record?
  /// How many fields two people had given different values.
  public let newConflicts: Int
}

/// One programme folder: reads it, and saves changes so that nothing of others is lost.
///
/// A save never writes what is in memory over what is on disk. It merges three trees: the record
/// before the change, after it, and as it stands on disk; what is not in the model is kept.
public final class ProgrammeStore: Sendable {
  /// Where the folder is, as given.
  public let path: String
  private let folder: Folder
  private let device: String

  /// Opens a folder; `device` names this machine in the history.
  ///
  /// - Throws: `StoreError` when there is no folder at the path.
  public init(path: String, device: String) throws(StoreError) {
    self.path = path
    self.device = device
    folder = try Folder(path)
  }

  /// Reads the whole programme.
  ///
  /// - Throws: `StoreError` when there is no programme, or its own file cannot be used.
  public func load() throws(StoreError) -> LoadedProgramme {
    var reader = ProgrammeReader(folder)
    try reader.readAll()
    var loaded = reader.loaded
    if loaded.readOnly == nil && faccessat(folder.descriptor, ".", W_OK, AT_EACCESS) != 0 {
      loaded.readOnly = .readOnly(path: path)
    }
    return loaded
  }

  /// Makes a folder ready for writing: takes away what cut-off saves left, tightens rights.
  ///
  /// - Returns: the files and folders whose rights were tightened.
  public func prepareForWriting(_ settings: ProgrammeSettings) -> [String] {
    let rights = Rights(settings)
    var tightened: [String] = []
    folder.removeLeftovers()
    tighten(folder, ".", rights.folder, &tightened)
    for file in (try? folder.names()) ?? [] where file.hasSuffix(".json") {
      tighten(folder, file, rights.file, &tightened)
    }
    for name in Subfolder.allCases {
      guard let inside = (try? folder.inside(name.rawValue)) ?? nil else { continue }
      inside.removeLeftovers()
      let own = rights.of(name)
      tighten(folder, name.rawValue, own.folder, &tightened)
      for file in (try? inside.names()) ?? [] where !file.hasPrefix(".") {
        tighten(inside, file, own.file, &tightened)
      }
    }
    return tightened
  }

  /// Saves a change: every file of it by itself, whole or not at all.
  ///
  /// - Returns: the records as they now stand on disk.
  /// - Throws: `StoreError`; files saved before the failure stay saved.
  public func save(
    _ change: Change, settings: ProgrammeSettings, by author: String, at moment: Moment
  ) throws(StoreError) -> [SavedRecord] {
    let lock = try FolderLock(folder)
    defer { _ = lock }
    try refuseErased(change)
    var saved: [SavedRecord] = []
    var lines: [HistoryLine] = []
    for group in try RecordFile.groups(of: change) {
      let result = try write(group, Rights(settings))
      saved += result.records
      lines += result.fields.map {
        HistoryLine(
          at: moment, by: author, record: $0.key.recordID, what: change.name.historyWord,
          fields: $0.value.sorted())
      }
    }
    try appendHistory(lines, at: moment, Rights(settings))
    return saved
  }

  /// Who changed which fields of a record, the newest first.
  public func history(of id: String) -> [HistoryLine] {
    guard let inside = (try? folder.inside(Subfolder.history.rawValue)) ?? nil else { return [] }
    var lines: [HistoryLine] = []
    for name in (try? inside.names()) ?? [] where name.hasSuffix(".jsonl") {
      guard let bytes = (try? inside.read(name)) ?? nil else { continue }
      for line in bytes.split(separator: UInt8(ascii: "\n")) {
        guard let document = try? JSONDocument(Array(line)) else { continue }
        let (read, faults) = RecordReader.read(HistoryLine.self, from: document.root)
        if faults.isEmpty && read.record == id { lines.append(read) }
      }
    }
    return lines.sorted { ($0.at, $0.by) > ($1.at, $1.by) }
  }
}

extension ProgrammeStore {
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
    let folder = try Folder(path)
    let rights = Rights(settings)
    for name in [Subfolder.events, .testimonies, .actions] {
      _ = try folder.makeInside(name.rawValue, mode: rights.of(name).folder)
    }
    fchmod(folder.descriptor, rights.folder)
    // Where somebody puts the folder under version control, these must never get into it.
    let ignored = "identities/\nsafeguarding/\n.*.tmp\n"
    try folder.replace(".gitignore", with: Array(ignored.utf8), mode: rights.file)
    try folder.replace("heard.json", with: settings.fileBytes(), mode: rights.file)
  }

  private func refuseErased(_ change: Change) throws(StoreError) {
    guard let inside = try folder.inside(Subfolder.erased.rawValue) else { return }
    for edit in change.edits where inside.status("\(edit.key.recordID).json") != nil {
      throw .erased(id: edit.key.recordID)
    }
  }

  private func write(
    _ group: RecordFile, _ rights: Rights
  ) throws(StoreError) -> (records: [SavedRecord], fields: [RecordKey: Set<String>]) {
    let own = group.subfolder.map(rights.of) ?? rights
    let home = try group.subfolder.map { name throws(StoreError) in
      try folder.makeInside(name.rawValue, mode: own.folder)
    }
    let place = home ?? folder
    let (base, ours) = try group.trees()
    let theirs = try readTree(group, place)
    let merge = TreeMerge.merge(base: base, ours: ours, theirs: theirs)
    guard let tree = merge.tree else {
      try keepRemoved(group, place)
      try place.remove(group.name)
      return (group.edits.map { SavedRecord(key: $0.key, record: nil, newConflicts: 0) }, [:])
    }
    let bytes = tree.canonicalBytes()
    // What is written must be read again: a merge that gave something else is not saved.
    let records: [RecordKey: Record]
    do throws(FileFault) { records = try group.records(from: bytes) } catch {
      throw .unreadable(error)
    }
    if tree != theirs { try place.replace(group.name, with: bytes, mode: own.file) }
    let saved = group.edits.map { edit in
      let record = records[edit.key]
      return SavedRecord(
        key: edit.key, record: record,
        newConflicts: max(0, (record?.conflicts ?? 0) - (edit.before?.conflicts ?? 0)))
    }
    return (saved, group.changedFields())
  }

  private func readTree(_ group: RecordFile, _ place: Folder) throws(StoreError) -> JSONValue? {
    do throws(FileFault) {
      guard let bytes = try place.read(group.name) else { return nil }
      // A file that cannot be understood is never overwritten, whatever the change.
      _ = try group.records(from: bytes)
      do throws(JSONFault) { return try JSONValue(bytes) } catch {
        throw FileFault(
          file: group.name, line: error.line, column: error.column, kind: .json(error.kind))
      }
    } catch {
      var fault = error
      fault.file = group.path
      throw .unreadable(fault)
    }
  }

  /// Keeps a removed file's last content beside the programme's own, so that it can come back.
  private func keepRemoved(_ group: RecordFile, _ place: Folder) throws(StoreError) {
    guard let bytes = (try? place.read(group.name)) ?? nil else { return }
    let state = try StateFolder.state().inside("removed").folder
    try state.replace(group.name, with: bytes, mode: 0o600)
  }

  private func appendHistory(
    _ lines: [HistoryLine], at moment: Moment, _ rights: Rights
  ) throws(StoreError) {
    if lines.isEmpty { return }
    let home = try folder.makeInside(Subfolder.history.rawValue, mode: rights.folder)
    let name = "\(moment.stored.prefix(7))-\(device).jsonl"
    let text = lines.map { TreeWriter.tree($0).lineText() }.joined()
    try home.append(Array(text.utf8), to: name, mode: rights.file)
  }

  private func tighten(
    _ folder: Folder, _ name: String, _ mode: mode_t, _ tightened: inout [String]
  ) {
    guard let status = folder.status(name), status.st_mode & S_IFMT != S_IFLNK,
      status.st_mode & 0o7777 & ~mode != 0
    else { return }
    if fchmodat(folder.descriptor, name, status.st_mode & mode, 0) == 0 {
      tightened.append(name == "." ? folder.path : "\(folder.path)/\(name)")
    }
  }
}

/// Which rights files and folders have: the owner's alone, or also those of a group.
struct Rights {
  var file: mode_t
  var folder: mode_t

  init(_ settings: ProgrammeSettings) {
    file = settings.isSharedByGroup ? 0o660 : 0o600
    folder = settings.isSharedByGroup ? 0o770 : 0o700
  }

  /// The rights in a folder inside the programme's; names behind pseudonyms are never a group's.
  func of(_ name: Subfolder) -> Rights {
    var rights = self
    if name.isPrivate { (rights.file, rights.folder) = (0o600, 0o700) }
    return rights
  }
}
