import Glibc
import HeardKit
import HeardModel

/// A text that somebody hands over in a file.
enum TextFile {
  /// More than anybody says at a meeting; what is larger is another file than was meant.
  private static let largest = 1_000_000

  /// The text of a file, or of the standard input for `-`, with LF at the ends of lines.
  ///
  /// - Throws: `Failure` when it cannot be read, is empty, too large, or no UTF-8.
  static func read(_ path: String, _ words: Words) throws -> String {
    let name = path == "-" ? words("cli.standardInput") : path
    let file = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw unreadable(name, errno, words) }
    defer { close(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while bytes.count <= largest {
      let count = Glibc.read(file, &buffer, buffer.count)
      if count == 0 { break }
      if count > 0 {
        bytes += buffer[..<count]
      } else if errno != EINTR {
        throw unreadable(name, errno, words)
      }
    }
    guard bytes.count <= largest else {
      throw Failure(
        words("cli.fileTooLarge", ["path": name, "limit": words.number(largest)]), .io)
    }
    return try text(bytes, name, words)
  }

  private static func text(_ bytes: [UInt8], _ name: String, _ words: Words) throws -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure(words("cli.notUTF8", ["path": name]), .io)
    }
    // A CR before LF is one character in Swift, so both ends of lines are found as characters.
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\r\n" || $0 == "\r" }
    var plain = lines.joined(separator: "\n")[...]
    if plain.unicodeScalars.first == "\u{FEFF}" { plain.unicodeScalars.removeFirst() }
    while plain.last?.isWhitespace ?? false { plain.removeLast() }
    while plain.first?.isNewline ?? false { plain.removeFirst() }
    if plain.isEmpty { throw Failure(words("cli.fileEmpty", ["path": name]), .usage) }
    return String(plain)
  }

  private static func unreadable(_ name: String, _ reason: Int32, _ words: Words) -> Failure {
    Failure(words.sentence(StoreError.cannotRead(path: name, errno: reason)), .io)
  }
}
