import Glibc
import HeardModel

/// A folder of this person on this machine: settings, drafts, what was removed.
public struct StateFolder: Sendable {
  let folder: Folder

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

  /// Writes a stored value durably, 0600.
  public func write<T: Stored>(_ value: T, to name: String) throws(StoreError) {
    try folder.replace(name, with: value.fileBytes(), mode: 0o600)
  }

  /// Takes a file away.
  public func remove(_ name: String) throws(StoreError) { try folder.remove(name) }

  /// The names of what lies in the folder.
  public func names() -> [String] {
    ((try? folder.names()) ?? []).filter { !$0.hasPrefix(".") }
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
