import Glibc
import HeardModel

/// A file's new content: on disk beside the file, not yet in its place.
struct StagedFile: Sendable {
  let name: String
  let temporary: String
}

extension Folder {
  /// Puts bytes in the place of a file so that after any cut the old or the new file is whole.
  func replace(_ name: String, with bytes: [UInt8], mode: mode_t) throws(StoreError) {
    try commit(try stage(name, bytes, mode: mode))
  }

  /// Writes a file's new content beside it and waits until that is on disk.
  ///
  /// After a failed fsync the pages count as clean, so nothing is tried again with that file; a
  /// call that a signal cut short begins again with a new one.
  func stage(_ name: String, _ bytes: [UInt8], mode: mode_t) throws(StoreError) -> StagedFile {
    _ = fileSizeSignalIgnored
    var failure: Int32 = EINTR
    for _ in 0..<3 where failure == EINTR {
      let staged = StagedFile(name: name, temporary: Leftover.newName())
      failure = write(bytes, asNew: staged.temporary, mode)
      if failure == 0 { return staged }
      unlinkat(descriptor, staged.temporary, 0)
    }
    throw .cannotWrite(path: "\(path)/\(name)", errno: failure)
  }

  /// Puts staged content in the file's place and waits until that is on disk.
  func commit(_ staged: StagedFile) throws(StoreError) {
    do throws(StoreError) { try place(staged) } catch {
      discard(staged)
      throw error
    }
    try sync(staged.name)
  }

  /// Puts staged content in the file's place: everybody reads it, and only `sync` makes it last.
  func place(_ staged: StagedFile) throws(StoreError) {
    guard renameat(descriptor, staged.temporary, descriptor, staged.name) == 0 else {
      throw .cannotWrite(path: "\(path)/\(staged.name)", errno: errno)
    }
    noteSeen(staged.name)
  }

  /// Throws staged content away.
  func discard(_ staged: StagedFile) { unlinkat(descriptor, staged.temporary, 0) }

  /// Adds whole lines to the end of a file and waits until they are on disk.
  ///
  /// A last line that a crash cut off is ended first, so that it spoils no other. When the lines
  /// cannot be written whole, the file is as it was.
  func append(_ lines: [UInt8], to name: String, mode: mode_t) throws(StoreError) {
    _ = fileSizeSignalIgnored
    // O_RDWR does not wait for a pipe's other end.
    let flags = O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY
    let file = openat(descriptor, name, flags, mode)
    guard file >= 0 else { throw .cannotWrite(path: "\(path)/\(name)", errno: errno) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_nlink <= 1
    else { throw .unreadable(FileFault(file: name, kind: .notAPlainFile)) }
    let size = status.st_size
    var last = UInt8(ascii: "\n")
    if size > 0 { pread(file, &last, 1, size - 1) }
    let end = last == UInt8(ascii: "\n") ? [] : [UInt8(ascii: "\n")]
    var failure = write(end + lines, to: file)
    if failure == 0 && size == 0 { failure = giveRights(file, mode) }
    if failure == 0 { failure = settle(file) }
    guard failure == 0 else {
      ftruncate(file, size)
      throw .cannotWrite(path: "\(path)/\(name)", errno: failure)
    }
    noteSeen(name)
    if size == 0 { try sync(name) }
  }

  /// Takes a file away and waits until that is on disk.
  func remove(_ name: String) throws(StoreError) {
    try take(name)
    try sync(name)
  }

  /// Takes a file away: nobody reads it any more, and only `sync` makes that last.
  func take(_ name: String) throws(StoreError) {
    guard unlinkat(descriptor, name, 0) == 0 || errno == ENOENT else {
      throw .cannotWrite(path: "\(path)/\(name)", errno: errno)
    }
    noteSeen(name)
  }

  /// Takes a folder inside away with all that lies in it; a link goes, and not what it leads to.
  func removeAll(_ name: String) {
    if let folder = (try? inside(name)) ?? nil {
      for inner in (try? folder.names()) ?? [] { folder.removeAll(inner) }
      unlinkat(descriptor, name, AT_REMOVEDIR)
    } else {
      unlinkat(descriptor, name, 0)
    }
  }

  /// Waits until what happened in the folder itself is on disk; without it a cut loses new files.
  ///
  /// - Throws: `StoreError.notConfirmed`: what happened has happened, and may not last.
  func sync(_ name: String) throws(StoreError) {
    let failure = settle(descriptor)
    // Some file systems cannot do this for a folder and say so with EINVAL.
    if failure != 0 && failure != EINVAL {
      throw .notConfirmed(path: "\(path)/\(name)", errno: failure)
    }
  }
}

private extension Folder {
  /// Makes a new file with this content; the number of the error, or 0.
  func write(_ bytes: [UInt8], asNew name: String, _ mode: mode_t) -> Int32 {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
    // Until it is whole, nobody else reads it.
    let file = openat(descriptor, name, flags, 0o600)
    guard file >= 0 else { return errno }
    var failure = write(bytes, to: file)
    if failure == 0 { failure = giveRights(file, mode) }
    if failure == 0 { failure = settle(file) }
    // The content is on disk by now: a signal during close changes nothing.
    if close(file) != 0 && errno != EINTR && failure == 0 { failure = errno }
    return failure
  }

  /// Waits until a file or folder is on disk; the number of the error, or 0.
  ///
  /// A signal that comes between says nothing about the disk, so it is asked again; any other error
  /// is final, since the next answer would be about pages that count as clean by then.
  func settle(_ opened: Int32) -> Int32 {
    for _ in 0..<1000 {
      if fsync(opened) == 0 { return 0 }
      if errno != EINTR { return errno }
    }
    return EINTR
  }

  /// Gives a new file its rights; for a group, only where the file can belong to the folder's.
  func giveRights(_ file: Int32, _ mode: mode_t) -> Int32 {
    var mode = mode
    if mode & 0o070 != 0 {
      var home = stat()
      var own = stat()
      guard fstat(descriptor, &home) == 0, fstat(file, &own) == 0 else { return errno }
      let isOurs = own.st_gid == home.st_gid || fchown(file, .max, home.st_gid) == 0
      if !isOurs { mode &= 0o700 }
    }
    // A stick without rights of its own refuses; who may read it was settled when it was mounted.
    guard fchmod(file, mode) != 0, errno != EPERM, errno != ENOTSUP, errno != ENOSYS else {
      return 0
    }
    return errno
  }

  /// Writes all bytes; the number of the error, or 0 when all are written.
  func write(_ bytes: [UInt8], to file: Int32) -> Int32 {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(file, buffer.baseAddress?.advanced(by: done), buffer.count - done)
      }
      if count > 0 {
        done += count
      } else if count == 0 {
        return EIO
      } else if errno != EINTR {
        return errno
      }
    }
    return 0
  }
}

extension StoreError {
  /// The same of something in the middle of a change: some of that is written.
  var asNotConfirmed: StoreError {
    if case .cannotWrite(let path, let number) = self {
      return .notConfirmed(path: path, errno: number)
    }
    return self
  }

  /// The same of something that came before what was asked for: of that nothing is written.
  var asNotWritten: StoreError {
    if case .notConfirmed(let path, let number) = self {
      return .cannotWrite(path: path, errno: number)
    }
    return self
  }
}

/// Set once: a limit on the size of files then fails the write instead of ending the program.
private let fileSizeSignalIgnored: Void = { signal(SIGXFSZ, SIG_IGN) }()
