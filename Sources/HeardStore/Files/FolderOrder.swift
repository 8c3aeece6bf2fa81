import Glibc
import HeardModel

/// How a programme folder stood when all of it had been read and put in order: every file was
/// understood, and whatever a mark or a tombstone closes was closed wherever it stood.
///
/// As long as every file looks as it looked then, nothing waits in the others when one record is
/// changed. It stands in the state folder, beside the hashes of `SeenFiles`; where it is not there, or
/// anything looks otherwise, everything is read.
struct FolderOrder: Sendable {
  private(set) var looks: FolderLooks
  /// Testimonies that may not be kept.
  private(set) var gone: Set<String>
  /// Files that name what was erased or may not be kept: a sweep looks into them.
  var telling: Set<String> = []
  /// Whether all that waited was done.
  var isPut = false
  /// Whether it was known already, so that only a part was read.
  let isKnown: Bool
  /// The files that were written since.
  var written: Set<String> = []

  // Goes up when what is closed or refused at reading changes: what was in order may not be any more.
  private static let head = "heard order 1"

  /// The order of a folder that was just read whole.
  init(_ looks: FolderLooks, gone: Set<String>) {
    (self.looks, self.gone, isKnown) = (looks, gone, false)
  }

  /// What is kept of a folder; nil where it looks otherwise now, or nothing is kept.
  static func kept(of path: String, _ looks: FolderLooks) -> FolderOrder? {
    guard let lines = lines(of: path), lines.count == 4, lines[0] == head,
      lines[1] == looks.sum
    else { return nil }
    return FolderOrder(
      looks, gone: words(lines[2]), telling: words(lines[3]))
  }

  private init(_ looks: FolderLooks, gone: Set<String>, telling: Set<String>) {
    (self.looks, self.gone, self.telling, isKnown) = (looks, gone, telling, true)
  }

  /// Takes in how files look that were read or written.
  mutating func take(_ seen: [String: FileLook?]) {
    for (path, look) in seen { looks.put(look, at: path) }
    telling.formUnion(written)
  }

  /// Takes in a record as it was saved.
  mutating func take(_ saved: SavedRecord) {
    guard case .testimony = saved.key else { return }
    if case .testimony(let now)? = saved.record, now.consent.isFinallyClosed {
      gone.insert(now.id.text)
    } else {
      gone.remove(saved.key.recordID)
    }
  }

  /// Keeps it in the place of what was kept before; where that fails everything is read the next time.
  func keep(of path: String) {
    let lines =
      [Self.head, looks.sum] + [gone, telling].map { $0.sorted().joined(separator: " ") }
    let text = lines.map { "\($0)\n" }.joined()
    guard let home = (try? StateFolder.of(.seen))?.folder else { return }
    try? home.replace(Self.name(path), with: Array(text.utf8), mode: 0o600)
  }

  /// Forgets all of it where it names something that was erased.
  static func forget(_ erased: Set<String>, of path: String) {
    if erased.isEmpty { return }
    let named = lines(of: path)?.joined(separator: " ")
      .split(whereSeparator: { " /.".contains($0) }).map(String.init)
    guard let named, !erased.isDisjoint(with: named) else { return }
    let file = name(path)
    try? StateFolder.ifThere(.seen, with: file)?.folder.remove(file)
  }

  private static func lines(of path: String) -> [String]? {
    let file = name(path)
    guard let home = StateFolder.ifThere(.seen, with: file)?.folder,
      let bytes = (try? home.read(file)) ?? nil
    else { return nil }
    return String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  private static func words(_ line: String) -> Set<String> {
    Set(line.split(separator: " ").map(String.init))
  }

  /// The name of its file, by the folder's path alone, as that of the hashes.
  static func name(_ path: String) -> String {
    let real = realpath(path, nil)
    defer { free(real) }
    return "\(digest(real.map { String(cString: $0) } ?? path))-order.txt"
  }
}

/// How all files look that reading goes through, beside what saves leave.
struct FolderLooks: Sendable {
  private var looks: [String: FileLook] = [:]

  /// Looks at every file of a folder.
  init(_ folder: Folder) {
    for name in (try? folder.names()) ?? [] where Self.isOfFolder(name) {
      note(name, folder.status(name))
    }
    for place in FilePlace.shownFolders {
      guard let inside = (try? folder.inside(place)) ?? nil else { continue }
      for name in (try? inside.names()) ?? [] where !name.hasPrefix(".") {
        note("\(place.folder ?? "")/\(name)", inside.status(name))
      }
    }
  }

  /// Notes how a file looks now; nil where it is not there.
  mutating func put(_ look: FileLook?, at path: String) {
    if Self.covers(path) { looks[path] = look }
  }

  private mutating func note(_ path: String, _ status: stat?) {
    looks[path] = status.map(FileLook.init)
  }

  private static func covers(_ path: String) -> Bool {
    guard let slash = path.firstIndex(of: "/") else { return isOfFolder(path) }
    let isShown = FilePlace(programme: String(path[..<slash]))?.row.isShown ?? false
    return isShown && !path[path.index(after: slash)...].hasPrefix(".")
  }

  private static func isOfFolder(_ name: String) -> Bool {
    FilePlace(programme: name)?.file != nil || (!name.hasPrefix(".") && CopyName(name) != nil)
  }

  /// All of it in one number, whichever order the files come in: two that are equal belong to folders
  /// that look alike.
  var sum: String {
    var (first, second): (UInt64, UInt64) = (UInt64(looks.count), 0)
    for (path, look) in looks {
      first &+= Self.mixed(path, look, from: 0xCBF2_9CE4_8422_2325)
      second &+= Self.mixed(path, look, from: 0x9E37_79B9_7F4A_7C15)
    }
    return "\(String(first, radix: 16)) \(String(second, radix: 16))"
  }

  private static func mixed(_ path: String, _ look: FileLook, from start: UInt64) -> UInt64 {
    var hash = start
    for byte in path.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let numbers = [
      look.size, look.written.seconds, look.written.nanoseconds, look.changed.seconds,
      look.changed.nanoseconds, Int(look.mode),
    ]
    for number in [look.inode] + numbers.map({ UInt64(bitPattern: Int64($0)) }) {
      hash = (hash ^ number) &* 0xBF58_476D_1CE4_E5B9
      hash ^= hash >> 31
    }
    return hash
  }
}
