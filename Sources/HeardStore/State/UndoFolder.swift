import Glibc
import HeardModel
import Synchronization

/// What this person can undo in one programme folder, kept on this machine over the end of the
/// program: each change a file of its own, 0600.
///
/// Testimonies and the people on lists are never in it. A change leaves as soon as one of its
/// records changes consent, approval or confidentiality, when a record was erased, and when a
/// record no longer stands as the change left it.
public final class UndoFolder: Sendable {
  /// As many changes as are kept.
  public static let most = 200
  // A change keeps its records before and after: of one that has ten megabytes, twenty each time.
  private static let mostBytes = 64 << 20

  /// A change that can be taken back, as it is kept.
  public struct Entry: Sendable {
    fileprivate let number: Int
    /// The change.
    public let change: Change
    /// When it was kept.
    public let at: Moment
  }

  private let folder: StateFolder
  private let kept = Mutex<[Entry]>([])

  /// Opens what can be undone in a programme, which is known by its id and its folder's real path.
  public init(programme: Code, realPath: String) throws(StoreError) {
    folder = try StateFolder.of(.undo, programme, realPath)
    folder.folder.removeLeftovers()
  }

  /// Whether a change is kept at all, so that it can be taken back another day.
  public static func keeps(_ change: Change) -> Bool { StoredChange(change) != nil }

  /// The changes that can be taken back, the newest last; nothing is made, kept or thrown away.
  public static func look(
    programme: Code, realPath: String, _ records: Programme
  ) -> [Entry] {
    StateFolder.there(.undo, programme, realPath).map { Self.read($0, records).entries } ?? []
  }

  /// The files of the records that kept changes are of, as far as these stand each in one of its own;
  /// nil where they are so many that everything is read as soon.
  static func files(programme: Code, realPath: String) -> Set<String>? {
    guard let folder = StateFolder.there(.undo, programme, realPath) else { return [] }
    var files: Set<String> = []
    for name in folder.names() {
      let stored: StoredChange? = folder.read(name)
      files.formUnion(stored?.files ?? [])
      if files.count > most * 2 { return nil }
    }
    return files
  }

  /// The changes that were loaded and kept since, the newest last.
  public var entries: [Entry] { kept.withLock { $0 } }

  /// The changes that still can be taken back, the newest last; all others are thrown away.
  public func load(_ programme: Programme) -> [Change] {
    let (found, others) = Self.read(folder, programme)
    for name in others { try? folder.remove(name) }
    kept.withLock { $0 = found }
    return found.map(\.change)
  }

  /// What lies in a folder and still can be taken back, the newest last, and the names of the rest.
  private static func read(
    _ folder: StateFolder, _ programme: Programme
  ) -> (entries: [Entry], others: [String]) {
    var later = programme
    var found: [Entry] = []
    var others: [String] = []
    for name in folder.names().sorted().reversed() {
      let stored: StoredChange? = folder.read(name)
      guard found.count < Self.most, let number = Self.number(name),
        let whole = stored?.change(in: later), let back = later.takingBack(whole),
        back.edits.allSatisfy({ !programme.erased.contains($0.key.recordID) })
      else {
        others.append(name)
        continue
      }
      later.apply(back)
      let keys = Set(back.edits.map(\.key))
      let change = whole.keeping(whole.edits.filter { keys.contains($0.key) })
      let written = Moment(seconds: Int(folder.folder.status(name)?.st_mtim.tv_sec ?? 0))
      found.append(Entry(number: number, change: change, at: stored?.at ?? written))
    }
    found.reverse()
    return (found, others)
  }

  /// Keeps a change that was made now, where it may be kept.
  ///
  /// - Returns: whether it is kept, so that it can be taken back another day.
  @discardableResult
  public func remember(_ change: Change, at now: Moment) throws(StoreError) -> Bool {
    guard var stored = StoredChange(change) else {
      // Without it the changes of the same records before it could not be undone in their order.
      forget(change.edits.map(\.key))
      return false
    }
    // Another program of this person may have kept some of its own meanwhile.
    let numbers = folder.names().compactMap(Self.number).sorted()
    let number = (numbers.last ?? 0) + 1
    stored.at = now
    try folder.write(stored, to: Self.name(number))
    let old = Set(tooMany(numbers, beside: number))
    let entry = Entry(number: number, change: change, at: now)
    kept.withLock { kept in
      kept.removeAll { old.contains($0.number) }
      kept.append(entry)
    }
    remove(Array(old))
    return true
  }

  /// Which of the changes before the newest one go, because there are too many or they are too large.
  private func tooMany(_ numbers: [Int], beside newest: Int) -> [Int] {
    func bytes(_ number: Int) -> Int {
      Int(folder.folder.status(Self.name(number))?.st_size ?? 0)
    }
    var left = Self.mostBytes - bytes(newest)
    let kept = numbers.suffix(Self.most - 1).reversed().prefix { number in
      left -= bytes(number)
      return left >= 0
    }
    return Array(numbers.dropLast(kept.count))
  }

  /// Forgets a change that was undone.
  public func forget(_ change: Change) {
    let number = kept.withLock { kept -> Int? in
      guard let place = kept.lastIndex(where: { $0.change == change }) else { return nil }
      return kept.remove(at: place).number
    }
    remove(number.map { [$0] } ?? [])
  }

  /// Forgets everything about some records; of a change of many records the others stay.
  public func forget(_ keys: [RecordKey]) {
    let keys = Set(keys)
    var (gone, less): ([Int], [Entry]) = ([], [])
    kept.withLock { kept in
      kept = kept.compactMap { entry in
        let rest = entry.change.edits.filter { !keys.contains($0.key) }
        if rest.count == entry.change.edits.count { return entry }
        guard entry.change.name.isOfMany, !rest.isEmpty else {
          gone.append(entry.number)
          return nil
        }
        let left = Entry(
          number: entry.number, change: entry.change.keeping(rest), at: entry.at)
        less.append(left)
        return left
      }
    }
    remove(gone)
    for entry in less {
      var stored = StoredChange(entry.change)
      stored?.at = entry.at
      // What cannot be written anew may hold what is to be forgotten.
      guard let stored, (try? folder.write(stored, to: Self.name(entry.number))) != nil else {
        remove([entry.number])
        continue
      }
    }
  }

  /// Forgets everything about records that were erased.
  public func forget(erased ids: Set<String>) {
    let keys = kept.withLock { $0.flatMap { $0.change.edits.map(\.key) } }
    let gone = keys.filter { ids.contains($0.recordID) }
    if !gone.isEmpty { forget(gone) }
  }

  private func remove(_ numbers: [Int]) {
    for number in numbers { try? folder.remove(Self.name(number)) }
  }

  // Of one length, so that names sort as numbers do.
  private static func name(_ number: Int) -> String {
    let digits = String(number)
    return "change-" + String(repeating: "0", count: max(0, 9 - digits.count)) + digits + ".json"
  }

  private static func number(_ name: String) -> Int? {
    Int(name.dropFirst("change-".count).dropLast(".json".count))
  }
}

extension ChangeName {
  /// Whether it is of many records that have nothing to do with each other.
  fileprivate var isOfMany: Bool {
    switch self {
    case .several, .addedSeveral, .imported: true
    default: false
    }
  }
}
