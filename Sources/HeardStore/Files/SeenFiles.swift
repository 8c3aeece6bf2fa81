import Glibc
import HeardModel
import Synchronization

/// What this machine remembers of the files of a programme folder: a keyed hash of each, as it wrote
/// or accepted it last.
///
/// It stands in the state folder alone, in one file a programme; where that is not there, nothing is
/// remembered and nothing told. A hash gives way where it stands, so that none stays of content that
/// is gone.
final class SeenFiles: FileMemory {
  private let name: String
  /// The file as it was read last, so that many files of one change do not read it as often.
  private let index = Mutex<SeenIndex?>(nil)

  /// What is remembered of the folder at a path.
  init(of path: String) {
    let real = realpath(path, nil)
    defer { free(real) }
    // By the path alone: what tells the programme's id may be what somebody changed.
    name = digest(real.map { String(cString: $0) } ?? path) + ".txt"
  }

  /// Whether anything is remembered.
  var isThere: Bool { home != nil }

  /// Remembers a file as it stands, where anything is remembered; nil where it is not there any more.
  ///
  /// What cannot be remembered is told as changed later; no save fails by it.
  func note(_ path: String, _ content: () -> [UInt8]?) {
    guard Self.isNoted(path), let home, let status = home.status(name) else { return }
    index.withLock { index in
      if index?.look != FileLook(status) {
        index = list(home).map { SeenIndex($0, FileLook(status)) }
      }
      guard let key = index?.key else { return }
      let hash = content().map { key.hex(of: $0) }
      let start = index?.starts[path]
      if let start {
        index?.look = put(hash ?? SeenList.gone, at: start, home)
      } else if let hash {
        index?.starts[path] = Int(status.st_size)
        index?.look = put(SeenList.line(hash, path), at: nil, home)
      }
    }
  }

  /// Remembers every file as it stands now, and no other; the number of files.
  func accept(_ folder: Folder) throws(StoreError) -> Int {
    let home = try StateFolder.of(.seen).folder
    let key = list(home)?.key ?? SeenList.newKey()
    let hash = KeyedHash(key: Array(key.utf8))
    var text = SeenList.head(key)
    var count = 0
    for file in Self.files(in: folder) {
      guard let bytes = (try? file.folder.read(file.name)) ?? nil else { continue }
      text += SeenList.line(hash.hex(of: bytes), file.path)
      count += 1
    }
    try home.replace(name, with: Array(text.utf8), mode: 0o600)
    return count
  }

  /// Forgets that there ever was a file of what was erased, where it is not there any more.
  func forget(_ erased: Set<String>, in folder: Folder) {
    guard !erased.isEmpty, let home, let list = list(home) else { return }
    let there = Set(Self.files(in: folder).map(\.path))
    let gone = list.starts.keys.filter { erased.contains(stem($0)) && !there.contains($0) }
    if !gone.isEmpty { try? home.replace(name, with: list.without(Set(gone)), mode: 0o600) }
  }

  /// What stands otherwise now, is not there any more, or is there and was never seen.
  ///
  /// What cannot be read is left to who tells that; what was erased is missed by nobody.
  func faults(in folder: Folder) -> [FileFault] {
    guard let home, let list = list(home) else { return [] }
    let key = KeyedHash(key: Array(list.key.utf8))
    var known = list.hashes
    let (files, hashes) = (Self.files(in: folder), known)
    for file in files { known[file.path] = nil }
    let parts = shared(by: 2, files.count, [FileFault]()) { index, faults in
      let file = files[index]
      guard let bytes = (try? file.folder.read(file.name)) ?? nil else { return }
      let hash = hashes[file.path]
      if hash == nil {
        faults.append(FileFault(file: file.path, kind: .newOutside))
      } else if hash != key.hex(of: bytes) {
        faults.append(FileFault(file: file.path, kind: .changedOutside))
      }
    }
    let faults = Array(parts.joined())
    let erased = Set(
      ((try? folder.inside(.erased)?.names()) ?? []).filter(isRecordFile).map(stem))
    let missing = known.keys.filter { !erased.contains(stem($0)) }
    return faults + missing.map { FileFault(file: $0, kind: .goneOutside) }
  }

  /// Where the file lies; nil where there is none.
  private var home: Folder? { StateFolder.ifThere(.seen, with: name)?.folder }

  private func list(_ home: Folder) -> SeenList? {
    ((try? home.read(name)) ?? nil).flatMap(SeenList.init)
  }

  /// Writes at a place, or at the end; how the file looks then, nil where nobody knows.
  private func put(_ text: String, at start: Int?, _ home: Folder) -> FileLook? {
    let file = openat(
      home.descriptor, name, O_WRONLY | O_CLOEXEC | O_NOFOLLOW | (start == nil ? O_APPEND : 0))
    guard file >= 0 else { return nil }
    defer { close(file) }
    var before = stat()
    fstat(file, &before)
    let bytes = Array(text.utf8)
    let count = bytes.withUnsafeBytes { buffer in
      guard let start else { return Glibc.write(file, buffer.baseAddress, buffer.count) }
      return pwrite(file, buffer.baseAddress, buffer.count, off_t(start))
    }
    if count != bytes.count {
      // Half a line would spoil the next one.
      if start == nil { ftruncate(file, before.st_size) }
      return nil
    }
    var after = stat()
    return fstat(file, &after) == 0 ? FileLook(after) : nil
  }
}

// Which files are remembered.
extension SeenFiles {
  /// A file of the folder, as `events/ID.json`.
  private struct File {
    let path: String
    let name: String
    let folder: Folder
  }

  /// What the folder of a new programme holds beside the places of the table.
  private static let ignored = ".gitignore"

  private static func files(in folder: Folder) -> [File] {
    var files: [File] = []
    for name in (try? folder.names()) ?? [] where isNoted(name) {
      files.append(File(path: name, name: name, folder: folder))
    }
    for place in FilePlace.programmeFolders {
      guard let inside = (try? folder.inside(place)) ?? nil else { continue }
      for name in (try? inside.names()) ?? [] {
        let path = "\(place.folder ?? "")/\(name)"
        if isNoted(path) { files.append(File(path: path, name: name, folder: inside)) }
      }
    }
    return files
  }

  /// Whether a file is one of the programme's: no copy, nothing that a save left, no stranger.
  private static func isNoted(_ path: String) -> Bool {
    if path == ignored { return true }
    guard let place = FilePlace(path: path) else { return false }
    if place.file != nil { return true }
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    guard place.holdsLines else { return isRecordFile(name) && place.takes(stem(name)) }
    return name.hasSuffix(".jsonl") && Identifier<Event>(stored: String(name.dropLast(6))) != nil
  }
}

/// The file of one programme: a key, and below it a line for each file, its hash and its path.
private struct SeenList {
  /// In hexadecimal.
  let key: String
  /// Where the line of each path begins.
  private(set) var starts: [String: Int] = [:]
  private let bytes: [UInt8]

  /// What stands in the place of a hash where the file was taken away.
  static let gone = String(repeating: "-", count: digits)
  private static let digits = 64
  private static let gap = "  "
  private static let headStart = "key "

  /// Takes the file apart, a line that was cut off for none; nil where there is no key.
  init?(_ bytes: [UInt8]) {
    let start = Array(Self.headStart.utf8)
    let from = start.count + Self.digits
    guard bytes.starts(with: start), bytes.count > from, bytes[from] == UInt8(ascii: "\n") else {
      return nil
    }
    self.bytes = bytes
    key = String(decoding: bytes[start.count..<from], as: UTF8.self)
    var line = from + 1
    while let end = bytes[line...].firstIndex(of: UInt8(ascii: "\n")) {
      let path = line + Self.digits + Self.gap.utf8.count
      if path < end { starts[String(decoding: bytes[path..<end], as: UTF8.self)] = line }
      line = end + 1
    }
  }

  /// A key of 32 bytes by chance.
  static func newKey() -> String {
    (0..<digits).map { _ in String(Int.random(in: 0..<16), radix: 16) }.joined()
  }

  static func head(_ key: String) -> String { "\(headStart)\(key)\n" }

  static func line(_ hash: String, _ path: String) -> String { "\(hash)\(gap)\(path)\n" }

  /// The hashes of all files, by their paths.
  var hashes: [String: String] {
    starts.mapValues { start in
      String(decoding: bytes[start..<start + Self.digits], as: UTF8.self)
    }.filter { $0.value != Self.gone }
  }

  /// The file without the lines of some paths.
  func without(_ paths: Set<String>) -> [UInt8] {
    let lines = hashes.filter { !paths.contains($0.key) }.sorted { $0.key < $1.key }
    return Array((Self.head(key) + lines.map { Self.line($0.value, $0.key) }.joined()).utf8)
  }
}

/// Where the lines of a file of hashes stand, and how it looked then.
private struct SeenIndex: Sendable {
  var look: FileLook?
  var starts: [String: Int]
  let key: KeyedHash

  init(_ list: SeenList, _ look: FileLook) {
    self.look = look
    starts = list.starts
    key = KeyedHash(key: Array(list.key.utf8))
  }
}

extension Folder {
  /// Opens a programme folder, of whose files this machine remembers what it does to them.
  static func ofProgramme(_ path: String) throws(StoreError) -> Folder {
    try Folder(path, telling: SeenFiles(of: path))
  }
}

extension ProgrammeStore {
  /// Forgets that there ever was a file of what was erased.
  func forgetSeen(_ erased: Set<String>) {
    (folder.memory as? SeenFiles)?.forget(erased, in: folder)
    FolderOrder.forget(erased, of: path)
  }

  /// Remembers the files as they stand, where nothing is remembered of them yet: from then on
  /// `ProgrammeCheck` tells what others change.
  public func rememberFiles() {
    guard let seen = folder.memory as? SeenFiles, !seen.isThere else { return }
    let lock = try? FolderLock(folder, milliseconds: 1000)
    defer { _ = lock }
    if lock != nil { _ = try? seen.accept(folder) }
  }

  /// Accepts the files as they stand, whoever has changed them; the number of files.
  ///
  /// - Throws: `StoreError` where the folder is no programme, or nothing can be remembered.
  public func acceptFiles() throws(StoreError) -> Int {
    guard folder.status(FilePlace.programmeFile) != nil else { throw .notAProgramme(path: path) }
    let lock = try FolderLock(folder)
    defer { _ = lock }
    return try SeenFiles(of: path).accept(folder)
  }
}
