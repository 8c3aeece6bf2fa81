import Glibc
import HeardModel

/// Which records a change is about, so that only the files are read that it needs.
public struct ChangeReach: Sendable {
  /// Their ids, written in full.
  public let ids: [String]
  /// Whether it has to be known what names them, since they may be removed.
  public let isRemoval: Bool

  /// A change of these records, or of none that is there already.
  public init(_ ids: [String] = [], isRemoval: Bool = false) {
    (self.ids, self.isRemoval) = (ids, isRemoval)
  }
}

extension ProgrammeStore {
  /// Reads only what a change of some records needs, with the same rules; `isDry` where nothing will
  /// be written.
  ///
  /// Who writes puts the folder in order first, and that takes everything: so only where it is known
  /// that it stands as it stood in order (`FolderOrder`) is anything written by what was read so.
  ///
  /// - Returns: nil where everything has to be read.
  public func load(toChange reach: ChangeReach, isDry: Bool) -> LoadedProgramme? {
    guard let settings = (try? settingsOnDisk()) ?? nil else { return nil }
    var known: FolderOrder?
    if !isDry || reach.isRemoval {
      known = FolderOrder.kept(of: path, FolderLooks(folder))
      if known == nil { return nil }
    }
    guard
      let near = RecordNeighbours.files(
        toChange: reach.ids, naming: reach.isRemoval, in: folder),
      let undoable = UndoFolder.files(programme: settings.id, realPath: path)
    else { return nil }
    var reader = ProgrammeReader(folder, only: near.union(undoable).sorted())
    do throws(StoreError) { try reader.readPart() } catch { return nil }
    var loaded = reader.loaded
    guard loaded.unreadable.isEmpty, loaded.readOnly == nil,
      faccessat(folder.descriptor, ".", W_OK, AT_EACCESS) == 0
    else { return nil }
    if let known { loaded.gone = known.gone }
    goneAtReading.withLock { $0 = loaded.gone }
    closedAtReading.withLock { $0 = [] }
    order.withLock { $0 = known }
    return loaded
  }

  /// Reads the whole programme to change it, and notes how its files stood before that.
  ///
  /// - Throws: `StoreError` when there is no programme, or its own file cannot be used.
  public func loadToChange() throws(StoreError) -> LoadedProgramme {
    let looks = FolderLooks(folder)
    let loaded = try load()
    let isWhole = loaded.unreadable.isEmpty && loaded.readOnly == nil
    order.withLock { $0 = isWhole ? FolderOrder(looks, gone: loaded.gone) : nil }
    return loaded
  }

  /// Remembers, after a save, that the folder stands in order, where it does: the next change of one
  /// record then needs only what is around it.
  public func rememberOrder(after saved: [SavedRecord]) {
    guard var order = order.withLock({ $0 }), order.isPut else { return }
    // A new mark closes its consent wherever that stands: what else holds it has to be read.
    let marked = order.written.filter { FilePlace(path: $0) == .withdrawn }.map(stem)
    guard
      marked.isEmpty
        || RecordNeighbours.consents(Set(marked), standIn: order.written, in: folder)
    else { return }
    seen.withLock { seen in order.take(seen) }
    for saved in saved { order.take(saved) }
    order.keep(of: path)
    self.order.withLock { $0 = order }
  }

  /// Whether a file stands in the folder, as `events/ID.json`.
  public func isThere(_ path: String) -> Bool {
    let file = RecordFile(path: path)
    return ((try? place(of: file)) ?? nil)?.status(file.name) != nil
  }

  /// Whether a testimony has a text as its id or as the number with which it is withdrawn, also one
  /// that was not read.
  public func isTaken(_ text: String) -> Bool { RecordNeighbours.isTaken(text, in: folder) }
}
