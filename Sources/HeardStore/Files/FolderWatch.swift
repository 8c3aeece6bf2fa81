import Glibc
import HeardModel
import Synchronization

/// What happened in a programme folder since it was asked last.
public struct FolderEvents: Sendable {
  /// Files that were written, put in their place, taken away or given other rights.
  public var files: Set<String> = []
  /// Whether more happened than was told: then the folder is read as a whole.
  public var isUnsure = false
}

/// Tells which files of a programme folder somebody else changes: inotify on the folder and on
/// each folder inside that holds records.
///
/// Names behind pseudonyms, disclosures and the history are not watched: no screen holds them.
public final class FolderWatch: Sendable {
  /// Becomes readable when something happened; for poll.
  public let descriptor: Int32
  /// Whether other machines may change the folder without this one being told.
  public let isShared: Bool
  private let folder: Folder
  /// The folder inside of which each watch tells; empty for the programme's own.
  private let places = Mutex<[Int32: String]>([:])

  private static let changes =
    IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE | IN_ATTRIB
    | IN_DELETE_SELF | IN_MOVE_SELF
  private static let watched = FilePlace.shownFolders.compactMap(\.folder)

  init(_ folder: Folder) throws(StoreError) {
    self.folder = folder
    isShared = Self.isShared(folder)
    // Both flags have the numbers that open knows them by.
    descriptor = inotify_init1(O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw .cannotWatch(path: folder.path, errno: errno) }
    do throws(StoreError) {
      try watch("")
      for name in Self.watched where folder.status(name) != nil { try watch(name) }
    } catch {
      close(descriptor)
      throw error
    }
  }

  deinit { close(descriptor) }

  /// What happened since the last time; never waits.
  public func collect() -> FolderEvents {
    var events = FolderEvents()
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count <= 0 { break }
      buffer[..<count].withUnsafeBytes { take($0, into: &events) }
    }
    return events
  }

  private func watch(_ name: String) throws(StoreError) {
    let path = name.isEmpty ? folder.path : "\(folder.path)/\(name)"
    // A link in the place of a folder is not followed, as in reading.
    let kind = name.isEmpty ? IN_ONLYDIR : IN_ONLYDIR | IN_DONT_FOLLOW
    let watch = inotify_add_watch(descriptor, path, UInt32(Self.changes) | UInt32(kind))
    guard watch >= 0 else {
      // It may have gone again already, and a file in its place is told as a fault.
      if errno == ENOENT || errno == ENOTDIR { return }
      throw .cannotWatch(path: path, errno: errno)
    }
    places.withLock { $0[watch] = name }
  }

  /// Reads the events that a buffer holds, one behind the other.
  private func take(_ bytes: UnsafeRawBufferPointer, into events: inout FolderEvents) {
    let head = MemoryLayout<inotify_event>.size
    var place = 0
    while place + head <= bytes.count {
      let watch = bytes.loadUnaligned(fromByteOffset: place, as: Int32.self)
      let mask = bytes.loadUnaligned(fromByteOffset: place + 4, as: UInt32.self)
      let length = Int(bytes.loadUnaligned(fromByteOffset: place + 12, as: UInt32.self))
      let end = min(place + head + length, bytes.count)
      let name = bytes[(place + head)..<end].prefix { $0 != 0 }
      take(watch, mask, String(decoding: name, as: UTF8.self), into: &events)
      place = end
    }
  }

  private func take(
    _ watch: Int32, _ mask: UInt32, _ name: String, into events: inout FolderEvents
  ) {
    func has(_ flag: some BinaryInteger) -> Bool { mask & UInt32(truncatingIfNeeded: flag) != 0 }
    guard !has(IN_Q_OVERFLOW), let place = places.withLock({ $0[watch] }) else {
      events.isUnsure = events.isUnsure || has(IN_Q_OVERFLOW)
      return
    }
    if has(IN_IGNORED) {
      places.withLock { $0[watch] = nil }
    } else if has(IN_DELETE_SELF) || has(IN_MOVE_SELF) {
      events.isUnsure = true
    } else if place.isEmpty, Self.watched.contains(name) {
      // A folder came, went, or changed its rights: all its files with it.
      if !has(IN_ATTRIB) || has(IN_CREATE) {
        try? self.watch(name)
        events.isUnsure = true
      }
    } else if !name.isEmpty, Leftover(name: name) == nil, !has(IN_ISDIR) {
      events.files.insert(place.isEmpty ? name : "\(place)/\(name)")
    }
  }
}

// On what kind of disk a folder lies.
extension FolderWatch {
  /// Whether the folder lies on another machine, whose other users this one is not told of.
  private static func isShared(_ folder: Folder) -> Bool {
    mounted(folder).map { isShared(device: $0.device, $0.mounts) } ?? false
  }

  /// Whether a folder lies in the memory of this machine, and on no disk.
  static func isInMemory(_ folder: Folder) -> Bool {
    let kind = mounted(folder).flatMap { Self.kind(device: $0.device, $0.mounts) }
    return kind == "tmpfs" || kind == "ramfs"
  }

  /// The device of a folder, and what is mounted where; nil where the machine does not tell.
  private static func mounted(_ folder: Folder) -> (device: UInt64, mounts: String)? {
    var status = stat()
    guard fstat(folder.descriptor, &status) == 0,
      let bytes = (try? Folder("/proc/self").read("mountinfo")) ?? nil
    else { return nil }
    return (UInt64(status.st_dev), String(decoding: bytes, as: UTF8.self))
  }

  /// Whether a device is another machine's, by the list of what is mounted where (mountinfo).
  public static func isShared(device: UInt64, _ mounts: String) -> Bool {
    let kind = Self.kind(device: device, mounts) ?? ""
    let shared = ["nfs", "nfs4", "cifs", "smb3", "9p", "afs", "ceph", "glusterfs", "davfs"]
    return shared.contains(kind) || kind.hasPrefix("fuse.")
  }

  private static func kind(device: UInt64, _ mounts: String) -> String? {
    let major = (device >> 8) & 0xFFF | (device >> 32) & ~0xFFF
    let minor = device & 0xFF | (device >> 12) & ~0xFF
    let line = mounts.split(separator: "\n").last { line in
      line.split(separator: " ").dropFirst(2).first.map { $0 == "\(major):\(minor)" } ?? false
    }
    guard let words = line?.split(separator: " "), let mark = words.firstIndex(of: "-") else {
      return nil
    }
    return words[words.index(after: mark)...].first.map(String.init)
  }
}
