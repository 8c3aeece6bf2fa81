import Glibc
import HeardModel
import StrictJSON
import Synchronization

/// What is changed and not on disk yet, kept on this machine for the case that the program dies: one
/// file for each running program, 0600, written before anybody is told that something is being saved.
///
/// It leaves as soon as everything is durable. What stood together on one slip never stands in it.
public final class Journal: Sendable {
  /// As many bytes as one program keeps.
  public static let limit = 16 << 20

  private let folder: StateFolder
  /// Files of programs that are gone, in the name of this one, and how many there were.
  private let taken = Mutex<(names: [String], count: Int)>(([], 0))
  /// Whether the last attempt to write it failed.
  private let hasFailed = Mutex(false)

  /// Opens the journal of a programme, which is known by its id and its folder's real path.
  public init(programme: Code, realPath: String) throws(StoreError) {
    folder = try StateFolder.of(.journal, programme, realPath)
    folder.folder.removeLeftovers()
  }

  /// Keeps everything that is not on disk in the place of what was kept before.
  ///
  /// - Returns: how many of the changes are not in it as a whole, since that may not be.
  /// - Throws: `StoreError` where it cannot be written or is larger than the limit.
  public func keep(_ changes: [PendingChange], at moment: Moment) throws(StoreError) -> Int {
    do throws(StoreError) {
      let partly = try write(changes, at: moment)
      hasFailed.withLock { $0 = false }
      return partly
    } catch {
      hasFailed.withLock { $0 = true }
      throw error
    }
  }

  private func write(_ changes: [PendingChange], at moment: Moment) throws(StoreError) -> Int {
    let name = Leftover.own() + ".json"
    if changes.isEmpty {
      // Come back after a cut it would say what stands on disk already.
      try folder.folder.take(name)
      return 0
    }
    var file = JournalFile()
    file.at = moment
    file.changes = changes.enumerated().map { JournalEntry($1, number: $0) }
    let partly = zip(changes, file.changes).count { pending, entry in
      entry.edits.count < pending.change.edits.count || !entry.edits.allSatisfy(\.isWhole)
    }
    file.changes.removeAll { $0.edits.isEmpty }
    let bytes = file.fileBytes()
    guard bytes.count <= Self.limit else {
      throw .cannotWrite(path: "\(folder.path)/\(name)", errno: EFBIG)
    }
    try folder.folder.replace(name, with: bytes, mode: 0o600)
    return partly
  }

  /// Takes over what programs left that run no more: no other window does the same then.
  ///
  /// A file that cannot be read at all is left where it is.
  func takeOver() -> [JournalEntry] {
    var entries: [JournalEntry] = []
    for name in folder.names().sorted() {
      guard let owner = Leftover(journal: name), !owner.isOwned else { continue }
      let number = taken.withLock { taken in
        defer { taken.count += 1 }
        return taken.count
      }
      let own = "\(Leftover.own())-\(number).json"
      guard renameat(folder.folder.descriptor, name, folder.folder.descriptor, own) == 0 else {
        continue
      }
      guard let file: JournalFile = folder.readWhatFits(own) else { continue }
      taken.withLock { $0.names.append(own) }
      entries += file.changes
    }
    return entries
  }

  /// Throws away what was taken over, unless what was made of it could not be kept.
  public func forgetTaken() {
    if hasFailed.withLock({ $0 }) { return }
    for name in taken.withLock({ $0.names }) { try? folder.folder.take(name) }
    taken.withLock { $0.names = [] }
  }

  /// How many changes wait that programs left which run no more.
  public var waiting: Int {
    folder.names().reduce(0) { count, name in
      guard let owner = Leftover(journal: name), !owner.isOwned else { return count }
      let file: JournalFile? = folder.readWhatFits(name)
      return count + (file?.changes.count ?? 0)
    }
  }
}
