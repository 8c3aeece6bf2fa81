import HeardModel

/// The drafts of one programme folder on this machine.
public struct DraftFolder: Sendable {
  private let folder: StateFolder

  /// Opens the drafts of a programme, which is known by its id and the real path of its folder.
  public init(programme: Code, realPath: String) throws(StoreError) {
    let key = "\(programme.stored)-\(pathKey(realPath))"
    folder = try StateFolder.state().inside("drafts").inside(key)
  }

  /// All drafts, the newest first.
  public func all() -> [Draft] {
    folder.names().compactMap { folder.read($0) }.sorted { $0.at > $1.at }
  }

  /// Keeps a draft durably.
  public func keep(_ draft: Draft) throws(StoreError) {
    try folder.write(draft, to: "\(draft.id).json")
  }

  /// Throws a draft away.
  public func remove(_ id: String) throws(StoreError) { try folder.remove("\(id).json") }
}

/// A short name of a path: sixteen hexadecimal digits of its FNV-1a hash.
private func pathKey(_ path: String) -> String {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  for byte in path.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
  let digits = String(hash, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}
