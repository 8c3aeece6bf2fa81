import Glibc
import HeardModel
import StrictJSON

/// A folder of this person on this machine: settings, drafts, what was removed.
public struct StateFolder: Sendable {
  let folder: Folder

  /// Where it is.
  public var path: String { folder.path }

  /// Where drafts and what was removed lie: `$XDG_STATE_HOME/heard`.
  public static func state() throws(StoreError) -> StateFolder {
    try personal("XDG_STATE_HOME", ".local/state")
  }

  /// Where personal settings lie: `$XDG_CONFIG_HOME/heard`.
  public static func config() throws(StoreError) -> StateFolder {
    try personal("XDG_CONFIG_HOME", ".config")
  }

  /// A folder inside, made 0700 when it is not there.
  public func inside(_ name: String) throws(StoreError) -> StateFolder {
    StateFolder(folder: try folder.makeInside(name, mode: 0o700))
  }

  /// Reads a stored value; nil when it is not there or cannot be understood.
  public func read<T: Stored>(_ name: String) -> T? {
    guard let bytes = (try? folder.read(name)) ?? nil else { return nil }
    return try? decode(bytes, file: name)
  }

  /// Reads a stored value as far as it can be understood; nil when it is not there at all.
  public func readWhatFits<T: Stored>(_ name: String) -> T? {
    guard let bytes = (try? folder.read(name)) ?? nil else { return nil }
    let (value, _): (T?, [FileFault]) = decodeNotingFaults(bytes, file: name)
    return value
  }

  /// Writes a stored value durably, 0600.
  public func write<T: Stored>(_ value: T, to name: String) throws(StoreError) {
    try folder.replace(name, with: value.fileBytes(), mode: 0o600)
  }

  /// Writes a stored value durably, 0600, keeping what a newer version put beside it.
  ///
  /// A file that this version cannot understand is kept as `NAME.unreadable`.
  public func merge<T: Stored>(_ value: T, into name: String) throws(StoreError) {
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
  public func remove(_ name: String) throws(StoreError) { try folder.remove(name) }

  /// The names of what lies in the folder.
  public func names() -> [String] {
    ((try? folder.names()) ?? []).filter(isRecordFile)
  }

  private static func personal(
    _ variable: String, _ fallback: String
  ) throws(StoreError) -> StateFolder {
    let home = getenv("HOME").map { String(cString: $0) } ?? "/"
    let given = getenv(variable).map { String(cString: $0) } ?? ""
    // The rule of XDG: a path that is not absolute is as good as none.
    let base = given.hasPrefix("/") ? given : "\(home)/\(fallback)"
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
