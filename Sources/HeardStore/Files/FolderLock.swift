import Glibc
import HeardModel
import Synchronization

/// What is done when somebody else holds a folder for longer than a moment.
public enum FolderWait {
  private static let told = Mutex<(@Sendable () -> Void)?>(nil)
  /// After how many milliseconds it is told.
  static let moment = 1000

  /// Does something once, the first time that a folder is waited for.
  public static func tellOnce(_ tell: @escaping @Sendable () -> Void) {
    told.withLock { $0 = tell }
  }

  static func tell() {
    let tell = told.withLock { told in
      defer { told = nil }
      return told
    }
    tell?()
  }
}

/// Holds a folder for one writer at a time; the machine lets go of it when the program ends.
struct FolderLock: ~Copyable {
  private let descriptor: Int32

  /// Waits for the folder, up to half a minute unless said otherwise: the machine does not queue
  /// those who wait, and of eight busy writers the unluckiest waits long.
  ///
  /// - Throws: `StoreError.busy` where another program keeps it for longer, and `StoreError.moved`
  ///   where the folder at its path is another one by now, or none.
  ///
  /// Where the file system knows no locks, saving goes on without: merging and replacing whole
  /// files are the guard then.
  init(_ folder: Folder, milliseconds: Int = 30_000) throws(StoreError) {
    // A descriptor of its own: locks belong to open files, and two of this program must exclude
    // each other as well.
    let own = openat(folder.descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard own >= 0 else { throw .cannotRead(path: folder.path, errno: errno) }
    var waited = 0
    while flock(own, LOCK_EX | LOCK_NB) != 0 && !Self.isUnknown(errno) {
      let reason = errno
      guard reason == EWOULDBLOCK || reason == EINTR, waited < milliseconds else {
        close(own)
        if reason == EWOULDBLOCK { throw .busy(path: folder.path) }
        throw .cannotWrite(path: folder.path, errno: reason)
      }
      usleep(2000)
      waited += 2
      if waited == FolderWait.moment { FolderWait.tell() }
    }
    // What is written into a folder that was moved away is found by nobody.
    guard folder.isInPlace else {
      close(own)
      throw .moved(path: folder.path)
    }
    descriptor = own
  }

  deinit { close(descriptor) }

  /// NFS and some others take no lock on a folder that is open for reading, as folders always are.
  private static func isUnknown(_ reason: Int32) -> Bool {
    [EBADF, EINVAL, EISDIR, ENOLCK, ENOSYS, ENOTSUP].contains(reason)
  }
}
