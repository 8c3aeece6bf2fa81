import Glibc
import HeardModel
import StrictJSON
import Synchronization

// What others do to the folder while it is open.
extension ProgrammeStore {
  /// Begins to be told of changes by others from now on; `files` are those to be looked at once.
  ///
  /// - Throws: `StoreError.cannotWatch` where the machine has no room for it.
  public func watch() throws(StoreError) -> FolderWatch {
    let watch = try FolderWatch(folder)
    for (name, size) in historySizes() { historyRead.withLock { $0[name] = size } }
    return watch
  }

  /// All files that the programme was read from, or that would be read now.
  ///
  /// `read` of them finds what others did after the programme was read and before the watch began.
  public func files() -> Set<String> {
    var files = Set(seen.withLock { $0.keys })
    for name in (try? folder.names()) ?? []
    where FilePlace(programme: name)?.file != nil || CopyName(name) != nil {
      files.insert(name)
    }
    for place in FilePlace.shownFolders {
      let inside = (try? folder.inside(place)) ?? nil
      for name in (try? inside?.names()) ?? [] where isRecordFile(name) || CopyName(name) != nil {
        files.insert("\(place.folder ?? "")/\(name)")
      }
    }
    return files
  }

  /// Reads some files again, without those that stand as this window itself has left them.
  public func read(_ files: [String]) -> FilesRead {
    var read = FilesRead()
    read.files = files.filter(isNew).sorted()
    if read.files.isEmpty { return read }
    var reader = ProgrammeReader(folder, only: read.files)
    reader.readWanted()
    read.programme = reader.loaded.programme
    read.unreadable = reader.loaded.unreadable
    read.copies = reader.loaded.copies
    read.authors = newAuthors()
    return read
  }

  /// What changes that are not on disk yet would give there now, one after the other.
  ///
  /// Nothing is written. What cannot be merged is left out.
  public func rebased(_ changes: [Change], on day: CalendarDay) -> [SavedRecord] {
    var overlay: [String: [UInt8]?] = [:]
    var records: [RecordKey: SavedRecord] = [:]
    let erased = (try? erasedIDs()) ?? []
    guard let marks = try? MarkFolder(folder) else { return [] }
    for change in changes {
      for file in (try? RecordFile.groups(of: change)) ?? [] {
        let under = overlay[file.path] ?? ((try? bytes(of: file)) ?? nil)
        guard
          let merged = try? PreparedFile(
            file, onDisk: under, mustWrite: false, erased: erased, marks: marks, day: day)
        else { continue }
        overlay[file.path] = .some(merged.result)
        // The words of a disclosure stay in the change until they are kept for the lead.
        for saved in merged.saved
        where !merged.told.contains(where: { $0.id.text == saved.key.recordID }) {
          records[saved.key] = saved
        }
      }
    }
    return Array(records.values)
  }

  /// Remembers how a file looks that this window has put in its place, or that it took away.
  func noteOwn(_ path: String, _ status: stat?) {
    seen.withLock { $0[path] = .some(status.map(FileLook.init)) }
    order.withLock { _ = $0?.written.insert(path) }
  }

  /// Whether a file looks otherwise than when this window wrote or read it last.
  private func isNew(_ path: String) -> Bool {
    let file = RecordFile(path: path)
    let parts = path.split(separator: "/")
    let place = parts.count > 1 ? (try? folder.inside(String(parts[0]))) ?? nil : folder
    let now = place?.status(file.name).map(FileLook.init)
    return seen.withLock { seen in
      if let before = seen[path], before == now { return false }
      seen[path] = .some(now)
      return true
    }
  }

  /// Who changed which record since this was asked last, by the lines new in the history.
  private func newAuthors() -> [String: String] {
    guard let inside = (try? folder.inside(.history)) ?? nil else { return [:] }
    var authors: [String: String] = [:]
    for (name, size) in historySizes() {
      let before = historyRead.withLock { $0.updateValue(size, forKey: name) } ?? 0
      guard size > before, let bytes = (try? inside.read(name)) ?? nil else { continue }
      for line in readHistory(bytes.dropFirst(before)) where !line.by.isEmpty {
        authors[line.record] = line.by
      }
    }
    return authors
  }

  private func historySizes() -> [(name: String, size: Int)] {
    guard let inside = (try? folder.inside(.history)) ?? nil else { return [] }
    return ((try? inside.names()) ?? []).filter { $0.hasSuffix(".jsonl") }
      .map { ($0, Int(inside.status($0)?.st_size ?? 0)) }
  }
}

/// The lines of a history that can be read.
func readHistory(_ bytes: some Collection<UInt8>) -> [HistoryLine] {
  bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
    guard let document = try? JSONDocument(Array(line)) else { return nil }
    let (read, faults) = RecordReader.read(HistoryLine.self, from: document.root)
    return faults.isEmpty ? read : nil
  }
}
