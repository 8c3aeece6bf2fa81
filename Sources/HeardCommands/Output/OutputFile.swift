import Glibc
import HeardKit

/// A file that somebody asked for outside of the programme; readable by them alone.
public struct OutputFile {
  /// The whole path.
  public let path: String

  /// Why nothing was written.
  public enum Trouble: Error {
    /// A file of that name is there and stands untouched.
    case exists
    /// A folder, a device, a pipe or a socket is there, or a link to one, and stands untouched.
    case notAFile
    /// The number of the error.
    case cannotWrite(Int32)
  }

  /// A path as it is typed: `~/` is the home folder, others begin in the folder one is in.
  public init(_ typed: String) {
    if typed.hasPrefix("~/"), let home = Surroundings.variable("HOME") {
      path = "\(home)/\(typed.dropFirst(2))"
    } else {
      path = typed
    }
  }

  /// Writes the file whole or not at all; what is there gives way only when `replacing`, and only
  /// where it is a plain file: a device in whose place a file stands would be lost to the machine.
  ///
  /// - Throws: why nothing was written.
  public func write(_ bytes: [UInt8], replacing: Bool) throws(Trouble) {
    if isSomethingElse { throw .notAFile }
    if !replacing { return try create(path, bytes) }
    // Beside it first, so that what is there stays whole when the disk is full.
    let beside = "\(path).\(getpid()).part"
    try create(beside, bytes)
    guard rename(beside, path) == 0 else {
      let reason = errno
      unlink(beside)
      throw .cannotWrite(reason)
    }
  }

  /// Whether it would lie in a folder, or in one inside, whichever way the paths are written.
  public func lies(in folder: String) -> Bool {
    func real(_ path: String) -> String {
      let real = realpath(path, nil)
      defer { free(real) }
      return real.map { String(cString: $0) } ?? path
    }
    let end = path.lastIndex(of: "/")
    let home = real(end.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? ".")
    let around = real(folder)
    return home == around || home.hasPrefix("\(around)/")
  }

  /// Makes the file with what something writes into it, which tells the number of an error.
  ///
  /// - Throws: why nothing was written.
  func create(by fill: (Int32) -> Int32?) throws(Trouble) { try create(path, by: fill) }

  /// Whether something stands there, by itself or where a link leads, that is no plain file.
  private var isSomethingElse: Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
  }

  private func create(_ path: String, _ bytes: [UInt8]) throws(Trouble) {
    try create(path) { Output.write(bytes, to: $0) }
  }

  private func create(_ path: String, by fill: (Int32) -> Int32?) throws(Trouble) {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else {
      throw errno == EEXIST ? .exists : .cannotWrite(errno)
    }
    // The umask may take rights even from the owner.
    fchmod(file, 0o600)
    var reason = fill(file)
    if reason == nil, fsync(file) != 0, errno != EINVAL { reason = errno }
    if close(file) != 0, reason == nil { reason = errno }
    if let reason {
      unlink(path)
      throw .cannotWrite(reason)
    }
  }

  /// Writes what a command made, for `-` to the standard output, and says where it went.
  ///
  /// - Throws: `Failure` when it could not be written, or a file is there and may not give way.
  static func write(
    _ bytes: [UInt8], to typed: String, replacing: Bool, _ words: Words
  ) throws {
    if typed == "-" { return try Output.write(bytes) }
    let file = OutputFile(typed)
    do throws(Trouble) {
      try file.write(bytes, replacing: replacing)
    } catch {
      throw Failure(file.sentence(error, words), .io)
    }
    Output.say(words("file.written", ["path": file.path]))
  }

  /// Why nothing was written, in words.
  func sentence(_ trouble: Trouble, _ words: Words) -> String {
    switch trouble {
    case .exists: words("cli.fileExists", ["path": path])
    case .notAFile: words("file.notAFile", ["path": path])
    case .cannotWrite(let number):
      words("file.failed", ["path": path, "reason": words.reason(number)])
    }
  }
}
