import Glibc
import HeardModel

/// A programme folder that was opened on this machine.
public struct RecentFolder: StoredRecord, Hashable {
  /// Where it is, as an absolute path.
  public var path = ""

  /// No folder.
  public init() {}
  /// What tells it from others.
  public var recordID: String { path }
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.text("path", &path)
  }
}

/// The programme folders that were opened last on this machine, the newest first.
public struct RecentFolders: Stored, Hashable {
  private static let most = 9
  /// The folders.
  public var folders: [RecentFolder] = []

  /// None.
  public init() {}
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.records("folders", &folders)
  }

  /// The paths of those that are still there.
  public static func paths() -> [String] {
    load().folders.map(\.path).filter { access("\($0)/\(FilePlace.programmeFile)", R_OK) == 0 }
  }

  /// Notes that a folder was opened; writes nothing where it was the last one already.
  public static func note(_ path: String) throws(StoreError) {
    guard let real = realpath(path, nil) else { return }
    defer { free(real) }
    var folder = RecentFolder()
    folder.path = String(cString: real)
    var recent = load()
    if recent.folders.first == folder { return }
    recent.folders.removeAll { $0 == folder }
    recent.folders.insert(folder, at: 0)
    recent.folders = Array(recent.folders.prefix(most))
    try StateFolder.write(recent, to: .recent)
  }

  private static func load() -> RecentFolders {
    StateFolder.readWhatFits(.recent) ?? RecentFolders()
  }
}
