import Glibc

/// One folder on disk, held open; all reading and writing of files goes through it.
///
/// Links, pipes, devices and files with a second name are refused, so that nothing outside the
/// folder is read or written by way of it.
final class Folder: Sendable {
  let path: String
  let descriptor: Int32

  /// Opens a folder that is there.
  init(_ path: String) throws(StoreError) {
    let opened = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard opened >= 0 else {
      switch errno {
      case ENOENT: throw .noFolder(path: path)
      case ENOTDIR: throw .notAFolder(path: path)
      default: throw .cannotRead(path: path, errno: errno)
      }
    }
    self.path = path
    descriptor = opened
  }

  private init(path: String, descriptor: Int32) {
    self.path = path
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// A folder inside this one; nil when there is none, refused when it is a link.
  func inside(_ name: String) throws(StoreError) -> Folder? {
    let opened = openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
    if opened >= 0 { return Folder(path: "\(path)/\(name)", descriptor: opened) }
    if errno == ENOENT { return nil }
    throw .cannotRead(path: "\(path)/\(name)", errno: errno)
  }

  /// A folder inside this one, made when it is not there.
  func makeInside(_ name: String, mode: mode_t) throws(StoreError) -> Folder {
    if let there = try inside(name) { return there }
    guard mkdirat(descriptor, name, mode) == 0 || errno == EEXIST else {
      throw .cannotWrite(path: "\(path)/\(name)", errno: errno)
    }
    // mkdir obeys the umask, which may take rights from the owner or give some to others.
    fchmodat(descriptor, name, mode, 0)
    fsync(descriptor)
    guard let made = try inside(name) else {
      throw .cannotWrite(path: "\(path)/\(name)", errno: ENOENT)
    }
    return made
  }

  /// The names in the folder, without `.` and `..`, in byte order.
  func names() throws(StoreError) -> [String] {
    let copy = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard copy >= 0, let stream = fdopendir(copy) else {
      throw .cannotRead(path: path, errno: errno)
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// What is known of a file without reading it; nil when it is not there.
  func status(_ name: String) -> stat? {
    var status = stat()
    return fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 ? status : nil
  }

  /// The bytes of a plain file; nil when it is not there.
  func read(_ name: String) throws(FileFault) -> [UInt8]? {
    // O_NONBLOCK: a pipe that somebody put there must not make us wait for its other end.
    let file = openat(descriptor, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard file >= 0 else {
      if errno == ENOENT { return nil }
      let isLink = errno == ELOOP || errno == ENXIO
      throw FileFault(file: name, kind: isLink ? .notAPlainFile : .cannotRead(errno: errno))
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else {
      throw FileFault(file: name, kind: .cannotRead(errno: errno))
    }
    guard status.st_mode & S_IFMT == S_IFREG, status.st_nlink <= 1 else {
      throw FileFault(file: name, kind: .notAPlainFile)
    }
    return try readAll(file, named: name, expecting: Int(status.st_size))
  }

  /// Puts bytes in the place of a file so that after any cut the old or the new file is whole.
  ///
  /// After a failed fsync the pages count as clean, so nothing is tried again with that file.
  func replace(_ name: String, with bytes: [UInt8], mode: mode_t) throws(StoreError) {
    let temporary = ".\(name).\(getpid()).tmp"
    unlinkat(descriptor, temporary, 0)
    let file = openat(
      descriptor, temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
    guard file >= 0 else { throw .cannotWrite(path: "\(path)/\(name)", errno: errno) }
    var failure: Int32? = write(bytes, to: file)
    if failure == nil && fchmod(file, mode) != 0 { failure = errno }
    if failure == nil && fsync(file) != 0 { failure = errno }
    if close(file) != 0 && failure == nil { failure = errno }
    if failure == nil && renameat(descriptor, temporary, descriptor, name) != 0 {
      failure = errno
    }
    if let failure {
      unlinkat(descriptor, temporary, 0)
      throw .cannotWrite(path: "\(path)/\(name)", errno: failure)
    }
    try settle(name)
  }

  /// Adds bytes to the end of a file and waits until they are on disk.
  func append(_ bytes: [UInt8], to name: String, mode: mode_t) throws(StoreError) {
    let flags = O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW
    let isNew = status(name) == nil
    let file = openat(descriptor, name, flags, mode)
    guard file >= 0 else { throw .cannotWrite(path: "\(path)/\(name)", errno: errno) }
    var failure = write(bytes, to: file)
    if isNew && failure == nil && fchmod(file, mode) != 0 { failure = errno }
    if failure == nil && fsync(file) != 0 { failure = errno }
    if close(file) != 0 && failure == nil { failure = errno }
    if let failure { throw .cannotWrite(path: "\(path)/\(name)", errno: failure) }
    if isNew { try settle(name) }
  }

  /// Takes a file away and waits until that is on disk.
  func remove(_ name: String) throws(StoreError) {
    guard unlinkat(descriptor, name, 0) == 0 || errno == ENOENT else {
      throw .cannotWrite(path: "\(path)/\(name)", errno: errno)
    }
    try settle(name)
  }

  /// Takes away what saves that were cut off have left, of programs that no longer run.
  func removeLeftovers() {
    for name in (try? names()) ?? [] {
      guard let owner = Self.leftoverOwner(name) else { continue }
      if kill(owner, 0) != 0 && errno == ESRCH { unlinkat(descriptor, name, 0) }
    }
  }

  /// The process that left a file of a save behind; nil for any other name.
  static func leftoverOwner(_ name: String) -> pid_t? {
    guard name.hasPrefix("."), name.hasSuffix(".tmp") else { return nil }
    let parts = name.split(separator: ".")
    return parts.count >= 3 ? pid_t(String(parts[parts.count - 2])) : nil
  }

  /// Waits until what happened in the folder itself is on disk; without it a cut loses new files.
  private func settle(_ name: String) throws(StoreError) {
    // Some file systems cannot do this for a folder and say so with EINVAL.
    if fsync(descriptor) != 0 && errno != EINVAL {
      throw .cannotWrite(path: "\(path)/\(name)", errno: errno)
    }
  }
}

/// Holds a folder for one writer at a time; the machine lets go of it when the program ends.
struct FolderLock: ~Copyable {
  private let descriptor: Int32

  /// Waits up to ten seconds for the folder.
  init(_ folder: Folder) throws(StoreError) {
    // A descriptor of its own: locks belong to open files, and two of this program must exclude
    // each other as well.
    let own = openat(folder.descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard own >= 0 else { throw .cannotRead(path: folder.path, errno: errno) }
    var tries = 0
    while flock(own, LOCK_EX | LOCK_NB) != 0 {
      let reason = errno
      tries += 1
      guard reason == EWOULDBLOCK || reason == EINTR, tries < 1000 else {
        close(own)
        if reason == EWOULDBLOCK { throw .busy(path: folder.path) }
        throw .cannotWrite(path: folder.path, errno: reason)
      }
      usleep(10_000)
    }
    descriptor = own
  }

  deinit { close(descriptor) }
}

private func readAll(
  _ file: Int32, named name: String, expecting size: Int
) throws(FileFault) -> [UInt8] {
  // One byte more than expected tells the end without growing.
  var bytes = [UInt8](repeating: 0, count: size + 1)
  var length = 0
  while true {
    if length == bytes.count { bytes.append(contentsOf: [UInt8](repeating: 0, count: length)) }
    let got = bytes.withUnsafeMutableBytes { buffer in
      Glibc.read(file, buffer.baseAddress?.advanced(by: length), buffer.count - length)
    }
    if got > 0 {
      length += got
    } else if got == 0 {
      bytes.removeLast(bytes.count - length)
      return bytes
    } else if errno != EINTR {
      throw FileFault(file: name, kind: .cannotRead(errno: errno))
    }
  }
}

/// Writes all bytes; the number of the error, or nil when all are written.
private func write(_ bytes: [UInt8], to file: Int32) -> Int32? {
  var done = 0
  while done < bytes.count {
    let count = bytes.withUnsafeBytes { buffer in
      Glibc.write(file, buffer.baseAddress?.advanced(by: done), buffer.count - done)
    }
    if count >= 0 {
      done += count
    } else if errno != EINTR {
      return errno
    }
  }
  return nil
}
