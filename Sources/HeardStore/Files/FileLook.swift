import Glibc

/// How a file looks from outside: what differs when somebody wrote it.
struct FileLook: Hashable, Sendable {
  let inode: UInt64
  let size: Int
  let written: Time
  /// When anything of it changed last: whoever puts an older file back can give it the time of the
  /// newer one, and not this.
  let changed: Time
  let mode: mode_t

  /// A moment of the machine's clock for files.
  struct Time: Hashable, Sendable {
    let seconds: Int
    let nanoseconds: Int

    init(_ time: timespec) { (seconds, nanoseconds) = (time.tv_sec, time.tv_nsec) }
  }

  init(_ status: stat) {
    inode = UInt64(status.st_ino)
    size = Int(status.st_size)
    written = Time(status.st_mtim)
    changed = Time(status.st_ctim)
    mode = status.st_mode
  }
}
