import Glibc
import HeardKit
import HeardModel

/// Which folder is meant where none is named after a command.
public enum ProgrammeFolder {
  /// The variable that names it for all commands.
  public static let variable = "HEARD_PROGRAMME"

  /// The folder: the one that was named before the command or by the variable, else the one in which
  /// a person stands or the nearest around it that is a programme; nil where there is none.
  public static var meant: String? { Surroundings.variable(variable) ?? around }

  /// The folder that is meant; where there is none the one in which a person stands, of which the
  /// sentence then tells that it is no programme.
  static var path: String { meant ?? "." }

  /// The folder above the one in which a person stands, where that is the one that is meant.
  static var above: String? { meant == around && around != "." ? around : nil }

  /// The nearest folder that is a programme, from where one stands upwards.
  ///
  /// Not where everybody may write, as in `/tmp`, and on no other file system: what lies there may be
  /// somebody else's, and words would go to them.
  private static var around: String? {
    if isProgramme(".") { return "." }
    guard let here = getcwd(nil, 0) else { return nil }
    defer { free(here) }
    var status = stat()
    guard stat(here, &status) == 0 else { return nil }
    let device = status.st_dev
    var folder = String(cString: here)[...]
    while let end = folder.lastIndex(of: "/"), folder != "/" {
      folder = end == folder.startIndex ? "/" : folder[..<end]
      guard stat(String(folder), &status) == 0, status.st_dev == device,
        status.st_mode & S_IWOTH == 0
      else { return nil }
      if isProgramme(String(folder)) { return String(folder) }
    }
    return nil
  }

  private static func isProgramme(_ folder: String) -> Bool {
    access("\(folder)/\(FilePlace.programmeFile)", F_OK) == 0
  }
}

// What is typed before the command.
extension ProgrammeFolder {
  /// The arguments without the folders that were named before the command: `--programme` goes before
  /// what the variable says, and who enters a folder with `-C` means that one.
  ///
  /// - Throws: `Failure` where a folder cannot be entered.
  public static func entered(_ arguments: [String]) throws -> [String] {
    var left = arguments[...]
    var named: String?
    while let first = left.first {
      if first.hasPrefix("--programme=") {
        named = String(first.dropFirst("--programme=".count))
        left.removeFirst()
        continue
      }
      guard ["-C", "--programme"].contains(first), let folder = left.dropFirst().first else {
        break
      }
      left.removeFirst(2)
      if first == "-C" { try enter(folder) } else { named = folder }
    }
    if let named {
      // Nothing at all is meant by mistake, as by a variable of the shell that is not set.
      if named.isEmpty { throw refusal(.noFolder(path: named)) }
      setenv(variable, named, 1)
    }
    return Array(left)
  }

  private static func enter(_ folder: String) throws {
    guard chdir(folder) != 0 else {
      unsetenv(variable)
      return
    }
    let reason = errno
    throw refusal(
      reason == ENOENT ? .noFolder(path: folder) : .cannotRead(path: folder, errno: reason))
  }

  private static func refusal(_ reason: StoreError) -> Failure {
    Failure(Surroundings.words.sentence(reason), .io)
  }
}
