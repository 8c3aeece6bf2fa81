import Foundation
import TestKit

/// A folder of its own with a programme in it, and the real program to ask about it.
final class Desktop {
  /// What a command printed, said and ended with.
  struct Answer {
    let bytes: [UInt8]
    let said: String
    let code: Int32

    var text: String { String(decoding: bytes, as: UTF8.self) }
    var lines: [String] { text.split(separator: "\n").map(String.init) }
    var json: Any { (try? JSONSerialization.jsonObject(with: Data(bytes))) ?? NSNull() }
    var objects: [[String: Any]] { json as? [[String: Any]] ?? [] }
    var object: [String: Any] { json as? [String: Any] ?? [:] }
    var id: String { lines.first ?? "" }
  }

  let home: String
  let programme: String

  /// Makes the folder with a programme that has nothing in it yet.
  init() throws {
    home = NSTemporaryDirectory() + "heard-\(UUID().uuidString)"
    programme = "\(home)/programme"
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
    let made = try heard(
      "new", programme, "--name", "Dialogues", "--country", "fr,br", "--language", "en,fr")
    if made.code != 0 { throw Missing(what: made.said) }
  }

  deinit { try? FileManager.default.removeItem(atPath: home) }

  /// Runs `heard` with arguments; the programme is known by its variable.
  @discardableResult
  func heard(
    _ arguments: String..., input: String? = nil, environment: [String: String] = [:]
  ) throws -> Answer {
    try run(Project.program, arguments, input: input, environment: environment)
  }

  /// Runs a line of shell, in which `heard` is the program.
  func shell(_ line: String) throws -> Answer {
    try run("/bin/bash", ["-c", "heard() { '\(Project.program)' \"$@\"; }; \(line)"])
  }

  /// Runs a program.
  func run(
    _ program: String, _ arguments: [String], input: String? = nil,
    environment: [String: String] = [:]
  ) throws -> Answer {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.environment = [
      "HEARD_NOW": "2024-12-01T09:00:00Z", "HEARD_PROGRAMME": programme, "HOME": home,
      "XDG_STATE_HOME": "\(home)/state", "XDG_CONFIG_HOME": "\(home)/config",
      "LC_ALL": "C.UTF-8", "TZ": "UTC", "PATH": "/usr/local/bin:/usr/bin:/bin",
      "SWIFT_BACKTRACE": "enable=no",
    ].merging(environment) { $1 }
    let (output, errors, entry) = (Pipe(), Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = entry
    try process.run()
    if let input { try entry.fileHandleForWriting.write(contentsOf: Data(input.utf8)) }
    try entry.fileHandleForWriting.close()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    let said = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Answer(
      bytes: Array(bytes), said: String(decoding: said, as: UTF8.self),
      code: process.terminationStatus)
  }

  /// Writes a file into the programme.
  func write(_ text: String, to name: String) throws {
    let path = "\(programme)/\(name)"
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  /// Says in the settings who this person is.
  func settle(_ settings: String) throws {
    try FileManager.default.createDirectory(
      atPath: "\(home)/config/heard", withIntermediateDirectories: true)
    try Data(settings.utf8).write(
      to: URL(fileURLWithPath: "\(home)/config/heard/settings.json"))
  }

  /// Adds an event of which nothing is left unknown that a test could stumble over; gives its id.
  func addEvent(_ title: String = "Waiting rooms", _ more: String...) throws -> String {
    let added = try run(
      Project.program,
      [
        "add", "event", "--title", title, "--country", "fr", "--date", "2024-06-12", "--type",
        "dialogue", "--meeting", "inPerson", "--involvement", "organised", "--set",
        "confidentiality=open",
      ] + more)
    if added.code != 0 { throw Missing(what: added.said) }
    return added.id
  }
}

/// Something that a test needs is not there.
struct Missing: Error {
  let what: String
}
