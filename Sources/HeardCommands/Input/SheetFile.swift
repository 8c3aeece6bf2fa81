import Glibc
import HeardExchange

/// A file that somebody wants to bring in.
public enum SheetFile {
  /// The bytes of a plain file, up to one more than a sheet may have.
  ///
  /// - Throws: `Errno` with the reason of the machine.
  public static func bytes(_ path: String) throws(Errno) -> [UInt8] {
    // O_NONBLOCK: a pipe without a writer must not make us wait.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard file >= 0 else { throw Errno(number: errno) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw Errno(number: errno) }
    if status.st_mode & S_IFMT == S_IFDIR { throw Errno(number: EISDIR) }
    return try read(file, expecting: Int(status.st_size))
  }

  /// What is handed over on the standard input, which is waited for.
  static func standardInput() throws(Errno) -> [UInt8] { try read(STDIN_FILENO, expecting: 0) }

  private static func read(_ file: Int32, expecting size: Int) throws(Errno) -> [UInt8] {
    let most = SheetLimits.standard.bytes + 1
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(most, max(0, size) + 1))
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while bytes.count < most {
      let count = Glibc.read(file, &buffer, buffer.count)
      if count == 0 { break }
      if count > 0 {
        bytes += buffer[..<count]
      } else if errno != EINTR {
        throw Errno(number: errno)
      }
    }
    return bytes
  }

  /// A path with the home folder in the place of `~`.
  public static func path(_ typed: String) -> String {
    guard typed == "~" || typed.hasPrefix("~/"), let home = Surroundings.variable("HOME") else {
      return typed
    }
    return home + typed.dropFirst()
  }

  /// The names in a folder for completing a path: folders, and files that can be sheets.
  public static func names(in typed: String) -> [String] {
    let folder = typed.isEmpty ? "." : path(typed)
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream), names.count < 5000 {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        let length = MemoryLayout.size(ofValue: pointer.pointee)
        return pointer.withMemoryRebound(to: CChar.self, capacity: length) { String(cString: $0) }
      }
      if name.hasPrefix(".") { continue }
      var status = stat()
      guard stat("\(folder)/\(name)", &status) == 0 else { continue }
      if status.st_mode & S_IFMT == S_IFDIR {
        names.append("\(name)/")
      } else if endings.contains(where: name.lowercased().hasSuffix) {
        names.append(name)
      }
    }
    // What can be brought in stands first.
    return names.sorted { ($0.hasSuffix("/") ? 1 : 0, $0) < ($1.hasSuffix("/") ? 1 : 0, $1) }
  }

  private static let endings = [".csv", ".tsv", ".txt", ".tab"]

  /// What the machine says when it refuses.
  public struct Errno: Error {
    /// Its number, as `errno` has it.
    public let number: Int32
  }
}
