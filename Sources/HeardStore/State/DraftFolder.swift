import Glibc
import HeardModel

/// The drafts of one programme folder on this machine.
public struct DraftFolder: Sendable {
  private let folder: StateFolder
  /// By what the folder is known on this machine.
  let key: String

  /// Opens the drafts of a programme, which is known by its id and the real path of its folder.
  public init(programme: Code, realPath: String) throws(StoreError) {
    key = folderKey(programme, realPath)
    folder = try StateFolder.of(.drafts, programme, realPath)
    folder.folder.removeLeftovers()
  }

  /// All drafts, the newest first.
  public func all() -> [Draft] {
    folder.names().compactMap { folder.read($0) }.sorted { $0.at > $1.at }
  }

  /// Keeps a draft durably.
  public func keep(_ draft: Draft) throws(StoreError) {
    try folder.write(draft, to: fileName(draft.id))
  }

  /// Throws a draft away.
  public func remove(_ id: String) throws(StoreError) { try folder.remove(fileName(id)) }

  /// A draft's id is any text, and no text makes a path.
  private func fileName(_ id: String) -> String {
    Identifier<Draft>(stored: id) == nil ? "draft-\(digest(id)).json" : "\(id).json"
  }
}

/// The folder in which this machine keeps what belongs to one programme folder.
func folderKey(_ programme: Code, _ path: String) -> String {
  let real = realpath(path, nil)
  defer { free(real) }
  return "\(programme.stored)-\(digest(real.map { String(cString: $0) } ?? path))"
}

/// A short name of a text: sixteen hexadecimal digits of its FNV-1a hash.
func digest(_ text: String) -> String {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
  let digits = String(hash, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}
