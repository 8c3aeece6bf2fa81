import Glibc
import HeardModel
import StrictJSON

/// A folder of this person on this machine: settings, drafts, what was removed.
public struct StateFolder: Sendable {
  let folder: Folder

  /// Where it is.
  public var path: String { folder.path }

  /// The folder of a place, or the one in which its file lies, made 0700 when it is not there; of a
  /// place that each programme has, that of a programme folder, known by its id and its path.
  public static func of(
    _ place: FilePlace, _ programme: Code? = nil, _ path: String = ""
  ) throws(StoreError) -> StateFolder {
    var folder = try root(place.row.root)
    if let name = place.folder { folder = try folder.inside(name) }
    if place.row.root == .stateOfProgramme, let programme {
      folder = try folder.inside(folderKey(programme, path))
    }
    return folder
  }

  /// The same folder of a programme as it is there; nil where it is not, and then nothing is made.
  static func there(_ place: FilePlace, _ programme: Code, _ path: String) -> StateFolder? {
    guard let name = place.folder,
      let all = try? Folder("\(base("XDG_STATE_HOME", ".local/state"))/heard"),
      let places = (try? all.inside(name)) ?? nil,
      let own = (try? places.inside(folderKey(programme, path))) ?? nil
    else { return nil }
    return StateFolder(folder: own)
  }

  /// The folder of a place of the state where a file is in it: looking for that makes nothing.
  static func ifThere(_ place: FilePlace, with file: String) -> StateFolder? {
    let path = "\(base("XDG_STATE_HOME", ".local/state"))/heard/\(place.folder ?? "")"
    guard access("\(path)/\(file)", F_OK) == 0, let folder = try? Folder(path) else { return nil }
    return StateFolder(folder: folder)
  }

  /// The folder inside, made 0700 when it is not there.
  func inside(_ name: String) throws(StoreError) -> StateFolder {
    StateFolder(folder: try folder.makeInside(name, mode: 0o700))
  }

  /// Reads what stands at a place of one file; nil when it is not there or cannot be understood.
  public static func read<T: Stored>(_ place: FilePlace) -> T? {
    guard let name = place.file else { return nil }
    return (try? of(place))?.read(name)
  }

  /// Reads what stands at a place of one file as far as it can be understood; nil when it is not
  /// there at all.
  public static func readWhatFits<T: Stored>(_ place: FilePlace) -> T? {
    guard let name = place.file else { return nil }
    return (try? of(place))?.readWhatFits(name)
  }

  /// What cannot be understood of the file that stands at a place; looking for it makes no folder.
  static func faults<T: Stored>(of type: T.Type, at place: FilePlace) -> [FileFault] {
    guard let name = place.file else { return [] }
    let path = "\(location(place.row.root))/\(name)"
    guard access(path, F_OK) == 0 else { return [] }
    guard let folder = try? Folder(location(place.row.root)) else { return [] }
    do throws(FileFault) {
      guard let bytes = try folder.read(name) else { return [] }
      let (_, faults): (T?, [FileFault]) = decodeNotingFaults(bytes, file: path)
      return faults
    } catch {
      return [FileFault(file: path, kind: error.kind)]
    }
  }

  /// Where the folder of settings, or that of what is kept beside programmes, lies or would lie.
  public static func location(_ root: FilePlace.Root) -> String {
    switch root {
    case .configuration: "\(base("XDG_CONFIG_HOME", ".config"))/heard"
    case .runtime, .state, .stateOfProgramme, .programme:
      "\(base("XDG_STATE_HOME", ".local/state"))/heard"
    }
  }

  /// Writes what stands at a place of one file durably, 0600.
  public static func write<T: Stored>(_ value: T, to place: FilePlace) throws(StoreError) {
    guard let name = place.file else { return }
    try of(place).write(value, to: name)
  }

  /// Writes what stands at a place of one file, keeping what a newer version put beside it.
  ///
  /// A file that this version cannot understand is kept as `NAME.unreadable`.
  public static func merge<T: Stored>(_ value: T, into place: FilePlace) throws(StoreError) {
    guard let name = place.file else { return }
    try of(place).merge(value, into: name)
  }

  /// Reads a stored value; nil when it is not there or cannot be understood.
  func read<T: Stored>(_ name: String) -> T? {
    guard let bytes = (try? folder.read(name)) ?? nil else { return nil }
    return try? decode(bytes, file: name)
  }

  /// Reads a stored value as far as it can be understood; nil when it is not there at all.
  func readWhatFits<T: Stored>(_ name: String) -> T? {
    guard let bytes = (try? folder.read(name)) ?? nil else { return nil }
    let (value, _): (T?, [FileFault]) = decodeNotingFaults(bytes, file: name)
    return value
  }

  /// Writes a stored value durably, 0600.
  func write<T: Stored>(_ value: T, to name: String) throws(StoreError) {
    try folder.replace(name, with: value.fileBytes(), mode: 0o600)
  }

  /// Writes a stored value durably, 0600, keeping what a newer version put beside it.
  ///
  /// A file that this version cannot understand is kept as `NAME.unreadable`.
  private func merge<T: Stored>(_ value: T, into name: String) throws(StoreError) {
    let bytes = (try? folder.read(name)) ?? nil
    var tree = TreeWriter.tree(value)
    if let bytes {
      let (there, faults): (T?, [FileFault]) = decodeNotingFaults(bytes, file: name)
      if !faults.isEmpty {
        try folder.replace("\(name).unreadable", with: bytes, mode: 0o600)
      } else if let there, let raw = try? JSONValue(bytes) {
        let known = TreeWriter.tree(there, blanks: .all)
        let unknown = (raw.members ?? [:]).filter { known[$0.key] == nil }
        tree = .object(unknown.merging(tree.members ?? [:]) { $1 })
      }
    }
    try folder.replace(name, with: tree.canonicalBytes(), mode: 0o600)
  }

  /// Takes a file away.
  func remove(_ name: String) throws(StoreError) { try folder.remove(name) }

  /// The names of what lies in the folder.
  func names() -> [String] {
    ((try? folder.names()) ?? []).filter(isRecordFile)
  }

  private static func root(_ root: FilePlace.Root) throws(StoreError) -> StateFolder {
    switch root {
    case .configuration: try personal("XDG_CONFIG_HOME", ".config")
    case .runtime: try best()
    case .state, .stateOfProgramme, .programme: try personal("XDG_STATE_HOME", ".local/state")
    }
  }

  private static func best() throws(StoreError) -> StateFolder {
    if let folder = runtime(making: true).first { return folder }
    return try personal("XDG_STATE_HOME", ".local/state")
  }

  /// The folders for what is to last no longer than the program, the best first: in memory, where
  /// nothing of it reaches a disk; of this login; beside what is kept.
  ///
  /// Without `making`, only those that are there already, and the last.
  static func runtime(making: Bool) -> [StateFolder] {
    let state = base("XDG_STATE_HOME", ".local/state")
    // Everybody sees its name: who has two states must not find the one from the other.
    var places = [("/dev/shm", "heard-\(geteuid())-\(digest(state))")]
    if (try? Folder("/dev/shm")).map(FolderWatch.isInMemory) != true { places = [] }
    let login = getenv("XDG_RUNTIME_DIR").map { String(cString: $0) } ?? ""
    if login.hasPrefix("/") { places.append((login, "heard")) }
    var folders = places.compactMap { own($1, in: $0, making: making) }
    if let kept = try? personal("XDG_STATE_HOME", ".local/state") { folders.append(kept) }
    return folders
  }

  /// A folder of ours, closed to others, where everybody may make one.
  private static func own(_ name: String, in base: String, making: Bool) -> StateFolder? {
    guard let around = try? Folder(base) else { return nil }
    let made =
      making ? (try? around.makeInside(name, mode: 0o700)) : ((try? around.inside(name)) ?? nil)
    var status = stat()
    guard let made, fstat(made.descriptor, &status) == 0, status.st_uid == geteuid(),
      fchmod(made.descriptor, 0o700) == 0
    else { return nil }
    return StateFolder(folder: made)
  }

  private static func base(_ variable: String, _ fallback: String) -> String {
    let home = getenv("HOME").map { String(cString: $0) } ?? "/"
    let given = getenv(variable).map { String(cString: $0) } ?? ""
    // The rule of XDG: a path that is not absolute is as good as none.
    return given.hasPrefix("/") ? given : "\(home)/\(fallback)"
  }

  private static func personal(
    _ variable: String, _ fallback: String
  ) throws(StoreError) -> StateFolder {
    let base = Self.base(variable, fallback)
    var path = ""
    for part in base.split(separator: "/") {
      path += "/\(part)"
      if mkdir(path, 0o700) != 0 && errno != EEXIST {
        throw .cannotWrite(path: path, errno: errno)
      }
    }
    let folder = try Folder(path.isEmpty ? "/" : path).makeInside("heard", mode: 0o700)
    fchmod(folder.descriptor, 0o700)
    return StateFolder(folder: folder)
  }
}
