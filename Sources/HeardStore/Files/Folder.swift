import Dispatch
import Glibc
import HeardModel
import StrictJSON
import Synchronization

/// One folder on disk, held open; all reading and writing of files goes through it.
///
/// Links, pipes, devices and files with a second name are refused, so that nothing outside the
/// folder is read or written by way of it.
final class Folder: Sendable {
  let path: String
  /// Where it lay when it was opened, whatever folder the program stands in; nil where unknown.
  private let place: String?
  let descriptor: Int32
  /// What is told of every file that is put in place or taken away; nil where nobody asks.
  let memory: (any FileMemory)?
  /// Where it lies inside the programme's, with a slash at its end.
  let within: String

  /// Opens a folder that is there.
  init(_ path: String, telling memory: (any FileMemory)? = nil) throws(StoreError) {
    let opened = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard opened >= 0 else {
      switch errno {
      case ENOENT: throw .noFolder(path: path)
      case ENOTDIR: throw .notAFolder(path: path)
      default: throw .cannotRead(path: path, errno: errno)
      }
    }
    self.path = path
    let real = realpath(path, nil)
    defer { free(real) }
    place = real.map { String(cString: $0) }
    descriptor = opened
    self.memory = memory
    within = ""
  }

  private init(_ name: String, in around: Folder, descriptor: Int32) {
    path = "\(around.path)/\(name)"
    place = around.place.map { "\($0)/\(name)" }
    self.descriptor = descriptor
    memory = around.memory
    within = "\(around.within)\(name)/"
  }

  deinit { close(descriptor) }

  /// A folder inside this one; nil when there is none, refused when it is a link.
  func inside(_ name: String) throws(StoreError) -> Folder? {
    let opened = openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
    if opened >= 0 { return Folder(name, in: self, descriptor: opened) }
    if errno == ENOENT { return nil }
    throw .cannotRead(path: "\(path)/\(name)", errno: errno)
  }

  /// The folder of a place inside this one, which is a programme's; nil when there is none.
  func inside(_ place: FilePlace) throws(StoreError) -> Folder? {
    guard let name = place.folder else { return nil }
    return try inside(name)
  }

  /// A folder inside this one, made when it is not there.
  func makeInside(_ name: String, mode: mode_t) throws(StoreError) -> Folder {
    if let there = try inside(name) { return there }
    if mkdirat(descriptor, name, mode) == 0 {
      // mkdir obeys the umask, which may take rights even from the owner.
      fchmodat(descriptor, name, mode | groupKeeping(name), AT_SYMLINK_NOFOLLOW)
    } else if errno != EEXIST {
      throw .cannotWrite(path: "\(path)/\(name)", errno: errno)
    }
    guard let made = try inside(name) else {
      throw .cannotWrite(path: "\(path)/\(name)", errno: ENOENT)
    }
    // Without this a cut loses the folder with everything that was saved in it.
    do throws(StoreError) { try sync(name) } catch {
      // Found there the next time, it would count as safe; nothing is in it yet.
      unlinkat(descriptor, name, AT_REMOVEDIR)
      throw error.asNotWritten
    }
    return made
  }

  /// The bit that hands a folder's group on, where its own parent handed it on.
  private func groupKeeping(_ name: String) -> mode_t { (status(name)?.st_mode ?? 0) & S_ISGID }

  /// The names in the folder, without `.` and `..`, in byte order.
  func names() throws(StoreError) -> [String] {
    let copy = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard copy >= 0 else { throw .cannotRead(path: path, errno: errno) }
    guard let stream = fdopendir(copy) else {
      let reason = errno
      close(copy)
      throw .cannotRead(path: path, errno: reason)
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        let length = MemoryLayout.size(ofValue: pointer.pointee)
        return pointer.withMemoryRebound(to: CChar.self, capacity: length) {
          String(cString: $0)
        }
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

  /// Whether the folder that is held open is still the one at its path; true where nobody can tell.
  var isInPlace: Bool {
    var (own, there) = (stat(), stat())
    guard fstat(descriptor, &own) == 0 else { return true }
    guard fstatat(AT_FDCWD, place ?? path, &there, 0) == 0 else {
      return errno != ENOENT && errno != ENOTDIR
    }
    return own.st_dev == there.st_dev && own.st_ino == there.st_ino
  }

  /// The bytes of a plain file; nil when it is not there.
  func read(_ name: String) throws(FileFault) -> [UInt8]? { try readWithLook(name)?.bytes }

  /// The bytes of a plain file, and how it looked as they were read; nil when it is not there.
  func readWithLook(_ name: String) throws(FileFault) -> (bytes: [UInt8], look: FileLook)? {
    // O_NONBLOCK: a pipe that somebody put there must not make us wait for its other end.
    let flags = O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY
    let file = openat(descriptor, name, flags)
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
    // Asked before the memory is: a file of holes can claim to be larger than the machine.
    let limit = JSONLimits.standard.bytes
    guard status.st_size <= limit else {
      throw FileFault(file: name, kind: .json(.tooLarge(limit: limit)))
    }
    return (try readAll(file, named: name, expecting: Int(status.st_size)), FileLook(status))
  }
}

private func readAll(
  _ file: Int32, named name: String, expecting size: Int
) throws(FileFault) -> [UInt8] {
  var failure: Int32?
  // One byte more than expected tells the end without growing.
  var bytes = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, length in
    failure = read(file, into: UnsafeMutableRawBufferPointer(buffer), &length)
  }
  while failure == nil, bytes.count > size {
    // It has grown since it was looked at.
    let more = [UInt8](unsafeUninitializedCapacity: bytes.count + 1) { buffer, length in
      failure = read(file, into: UnsafeMutableRawBufferPointer(buffer), &length)
    }
    if more.isEmpty { break }
    bytes += more
  }
  if let failure { throw FileFault(file: name, kind: .cannotRead(errno: failure)) }
  return bytes
}

/// Reads until the end or until the room is full.
///
/// - Returns: the reason where it cannot be read.
private func read(
  _ file: Int32, into room: UnsafeMutableRawBufferPointer, _ length: inout Int
) -> Int32? {
  while length < room.count {
    let got = Glibc.read(file, room.baseAddress?.advanced(by: length), room.count - length)
    if got > 0 {
      length += got
    } else if got == 0 {
      return nil
    } else if errno != EINTR {
      return errno
    }
  }
  return nil
}

/// Remembers how the files of a folder stand.
protocol FileMemory: Sendable {
  /// Takes in that a file stands so now, by its path in the folder; nil where it is not there any more.
  func note(_ path: String, _ content: () -> [UInt8]?)
}

extension Folder {
  /// Tells of a file as it has just been left.
  func noteSeen(_ name: String) {
    memory?.note(within + name) { status(name) == nil ? nil : (try? read(name)) ?? nil }
  }
}

/// Goes through a list of files on several threads, each taking the next place as it is free.
///
/// - Returns: what each of them made of its own; a short list is gone through on this thread alone.
func shared<Part: Sendable>(
  by threads: Int, _ count: Int, _ start: Part,
  _ take: @escaping @Sendable (Int, inout Part) -> Void
) -> [Part] {
  let place = Atomic<Int>(0)
  let parts = Mutex<[Part]>([])
  let work: @Sendable () -> Void = {
    var part = start
    while true {
      let index = place.wrappingAdd(1, ordering: .relaxed).oldValue
      guard index < count else { break }
      take(index, &part)
    }
    parts.withLock { $0.append(part) }
  }
  let group = DispatchGroup()
  // A queue of its own has a thread of its own, also where all others wait for the disk.
  for _ in 1..<(count > 16 ? threads : 1) {
    DispatchQueue(label: "files", qos: .userInitiated).async(group: group, execute: work)
  }
  work()
  group.wait()
  return parts.withLock { $0 }
}
