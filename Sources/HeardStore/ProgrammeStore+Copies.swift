import Glibc
import HeardModel
import StrictJSON

// Copies that other programs left beside records.
extension ProgrammeStore {
  /// Merges a copy into its record, and takes it out of the folder.
  ///
  /// Nobody knows what both began with, so nothing counts as deleted: equal members stay, lists are
  /// joined by id, fields that differ become conflicts. What was erased, refused or withdrawn comes
  /// back neither into the record nor into what is kept of the copy. Of a release nothing is merged:
  /// one that differs goes under a free name.
  ///
  /// - Throws: `StoreError`; when it cannot be merged, the copy and the record stay as they are.
  public func mergeCopy(
    _ file: String, settings: ProgrammeSettings, by author: String, at moment: Moment
  ) throws(StoreError) -> MergedCopy {
    let lock = try FolderLock(folder)
    defer { _ = lock }
    finishCommits()
    let rights = Rights(try settingsOnDisk() ?? settings)
    let erased = try erasedIDs()
    let source = RecordFile(path: file)
    guard source.path == file, let (place, copy) = try copy(source) else {
      throw .notACopy(path: file)
    }
    var target = RecordFile(path: copy.original)
    if erased.contains(stem(copy.original)) {
      // What was erased is gone; a copy of it is no more than that.
      try place.remove(source.name)
      return MergedCopy(file: file, original: target.path, newConflicts: 0, keptAt: nil)
    }
    guard copy.canBeMerged, var bytes = try bytes(of: source) else {
      throw .notACopy(path: file)
    }
    (target, bytes) = try namingRelease(of: bytes, for: target)
    let merged = try CopyMerge(
      target, copy: bytes, original: try self.bytes(of: target), erased,
      try MarkFolder(folder), moment.day)
    let kept = try keep(merged.kept, of: source, settings.id)
    let own = target.place.map(rights.of) ?? rights
    let lines = merged.changed.map { record, fields in
      HistoryLine(at: moment, by: author, record: record, what: "merged", fields: fields)
    }
    // Before the copy and the record let go of it.
    try keep(told: merged.told, rights)
    try noteMarks(of: merged.records, rights)
    if let content = merged.result {
      let destination = try self.home(of: target, own)
      try destination.replace(target.name, with: content, mode: own.file)
      noteOwn(target.path, destination.status(target.name))
    }
    note(lines, at: moment, rights)
    try place.remove(source.name)
    if !merged.closed.isEmpty {
      _ = sweepLocked(
        SweepOrder(
          erased: erased, marks: try MarkFolder(folder).all(), closed: merged.closed, files: []),
        settings)
    }
    return MergedCopy(
      file: file, original: target.path, newConflicts: merged.newConflicts, keptAt: kept)
  }

  /// What merging a copy would change in its record's file, and how many conflicts it would bring.
  ///
  /// Nothing is written. Of a copy whose record was erased nothing would stay.
  ///
  /// - Throws: `StoreError` where it cannot be merged.
  public func plannedMerge(
    of file: String, on day: CalendarDay
  ) throws(StoreError) -> (edits: [Edit], newConflicts: Int) {
    let erased = try erasedIDs()
    let source = RecordFile(path: file)
    guard source.path == file, let (_, copy) = try copy(source) else {
      throw .notACopy(path: file)
    }
    if erased.contains(stem(copy.original)) { return ([], 0) }
    guard copy.canBeMerged, let bytes = try bytes(of: source) else {
      throw .notACopy(path: file)
    }
    let (target, own) = try namingRelease(of: bytes, for: RecordFile(path: copy.original))
    let there = try self.bytes(of: target)
    let merged = try CopyMerge(
      target, copy: own, original: there, erased, try MarkFolder(folder), day)
    let before = try Self.records(there, of: target)
    let after = try Self.records(merged.result ?? there, of: target)
    let edits = Set(before.keys).union(after.keys).sorted { $0.recordID < $1.recordID }
      .compactMap { key in
        before[key] == after[key] ? nil : Edit(before: before[key], after: after[key])
      }
    return (edits, merged.newConflicts)
  }

  private static func records(
    _ bytes: [UInt8]?, of file: RecordFile
  ) throws(StoreError) -> [RecordKey: Record] {
    guard let bytes else { return [:] }
    do throws(FileFault) { return try file.content(bytes).records } catch {
      throw .unreadable(error)
    }
  }

  /// A copy with the folder in which it lies; nil for a file that is none.
  private func copy(_ source: RecordFile) throws(StoreError) -> (Folder, FileCopy)? {
    guard let place = source.place, let name = place.folder else {
      return folder.copy(source.name, in: "").map { (folder, $0) }
    }
    guard let inside = try folder.inside(place) else { return nil }
    return inside.copy(source.name, in: "\(name)/").map { (inside, $0) }
  }

  /// Keeps a copy outside the folder, readable by this person alone.
  private func keep(
    _ bytes: [UInt8], of source: RecordFile, _ programme: Code
  ) throws(StoreError) -> String {
    let removed = try removedFolder(programme)
    let id = stem(CopyName(source.name)?.original ?? source.name)
    // What programs append can be long and in any script; two copies never share a name here.
    let name = "\(id).copy-\(digest(source.name + String(decoding: bytes, as: UTF8.self))).json"
    try removed.folder.replace(name, with: bytes, mode: 0o600)
    return "\(removed.folder.path)/\(name)"
  }
}
