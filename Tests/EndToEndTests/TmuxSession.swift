import Foundation
import TestKit

/// The real program in a real terminal: a private tmux server, keys in, screens out.
final class TmuxSession {
  private let socket = "heard-test-\(UUID().uuidString.prefix(8))"

  /// Starts a command in a terminal of a size; `environment` comes on top of an empty home.
  init(
    _ command: String, home: Scratch, columns: Int = 80, rows: Int = 24,
    environment: [String: String] = [:]
  ) throws {
    var variables = [
      "HEARD_NOW": "2024-12-01T09:00:00Z", "LC_ALL": "C.UTF-8", "TERM": "xterm-256color",
      "HOME": home.path, "XDG_STATE_HOME": "\(home.path)/state",
      "XDG_CONFIG_HOME": "\(home.path)/config", "SWIFT_BACKTRACE": "enable=no",
    ]
    variables.merge(environment) { $1 }
    let assignments = variables.map { "\($0.key)='\($0.value)'" }.sorted().joined(separator: " ")
    // The shell stays behind the program, so that what it leaves on the terminal can be looked at.
    let line = "env \(assignments) \(command); echo \"[ended $?]\"; exec sleep 1000"
    try tmux([
      "-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)",
      "sh", "-c", line,
    ])
  }

  deinit {
    // Not kill-server: it waits for the shell in the pane, which outlives the program on purpose.
    let ids = (try? tmux(["display-message", "-p", "#{pid} #{pane_pid}"])) ?? ""
    for id in ids.split(whereSeparator: \.isWhitespace).compactMap({ pid_t($0) }) {
      kill(id, SIGKILL)
    }
  }

  /// Presses keys by tmux's names: `Enter`, `Escape`, `C-s`, or a letter.
  func press(_ keys: String...) throws { try tmux(["send-keys"] + keys) }

  /// Types a text as it is.
  func type(_ text: String) throws { try tmux(["send-keys", "-l", text]) }

  /// Sends bytes as the terminal itself does, such as what its mouse tells.
  func send(_ bytes: String) throws {
    try tmux(["send-keys", "-H"] + bytes.utf8.map { String($0, radix: 16) })
  }

  /// Whether the terminal tells the program of clicks.
  func listensToMouse() throws -> Bool {
    try tmux(["display-message", "-p", "#{mouse_standard_flag}"]).trimmed == "1"
  }

  /// Gives the terminal another size.
  func resize(columns: Int, rows: Int) throws {
    try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// What stands on the screen.
  var screen: String { (try? tmux(["capture-pane", "-p"])) ?? "" }

  /// Waits until something stands on the screen.
  func wait(for text: String, seconds: Double = 15) throws {
    try waitUntil(seconds, "\"\(text)\" on the screen", screen) { self.screen.contains(text) }
  }

  /// The process of the program itself, below the shell.
  func program() throws -> pid_t {
    let shell = try tmux(["display-message", "-p", "#{pane_pid}"]).trimmed
    let children = try run("/usr/bin/env", ["pgrep", "-P", shell]).trimmed
    guard let id = children.split(separator: "\n").first.flatMap({ pid_t($0) }) else {
      throw Timeout(what: "the program below process \(shell)", last: screen)
    }
    return id
  }

  /// The settings of a terminal in which no program has changed any.
  static func plainSettings(_ home: Scratch) throws -> String {
    try TmuxSession("sleep 1000", home: home).terminalSettings()
  }

  /// The settings of the terminal, as `stty -a` tells them.
  func terminalSettings() throws -> String {
    let tty = try tmux(["display-message", "-p", "#{pane_tty}"]).trimmed
    return try run("/usr/bin/env", ["stty", "-a", "-F", tty])
  }

  @discardableResult
  private func tmux(_ arguments: [String]) throws -> String {
    try run("/usr/bin/env", ["tmux", "-L", socket] + arguments)
  }
}

/// A folder of its own that is gone afterwards.
final class Scratch {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "heard-\(UUID().uuidString.prefix(8))"
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// A small programme of two events inside.
  func programme() throws -> String {
    let folder = "\(path)/programme"
    try FileManager.default.createDirectory(
      atPath: "\(folder)/events", withIntermediateDirectories: true)
    try write("\(folder)/heard.json", #"{"format": 2, "id": "test", "name": "Invented programme"}"#)
    try write(
      "\(folder)/events/2024-05-28-fr-lyon-4k7q.json",
      event("2024-05-28-fr-lyon-4k7q", "Dialogue on disability and care", "2024-05-28"))
    try write(
      "\(folder)/events/2024-05-16-fr-lille-7hd2.json",
      event("2024-05-16-fr-lille-7hd2", "Listening evening", "2024-05-16"))
    return folder
  }

  private func event(_ id: String, _ title: String, _ start: String) -> String {
    """
    {"confidentiality": "open", "country": "FR", "format": "inPerson", "id": "\(id)",
    "involvement": "organised", "start": "\(start)", "status": "held", "title": "\(title)",
    "type": "dialogue", "attendance": {"source": "counted", "total": 84}}
    """
  }

  private func write(_ file: String, _ text: String) throws {
    try text.write(toFile: file, atomically: false, encoding: .utf8)
  }
}

/// The files of a folder whose names end so, sorted.
func files(_ folder: String, _ suffix: String = ".json") -> [String] {
  let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
  return names.filter { $0.hasSuffix(suffix) }.sorted()
}

/// Runs a program of the machine and gives what it prints.
///
/// Not with Foundation's Process: that waits for whatever the program leaves behind, and tmux leaves
/// its server.
@discardableResult
func run(_ program: String, _ arguments: [String]) throws -> String {
  let file = NSTemporaryDirectory() + "heard-output-\(UUID().uuidString)"
  defer { unlink(file) }
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
  posix_spawn_file_actions_addopen(&actions, 1, file, O_WRONLY | O_CREAT, 0o600)
  posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
  var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
  defer { words.forEach { free($0) } }
  words.append(nil)
  var process: pid_t = 0
  let failure = posix_spawn(&process, program, &actions, nil, words, environ)
  guard failure == 0 else { throw Timeout(what: "the start of \(program)", last: "") }
  var status: Int32 = 0
  while waitpid(process, &status, 0) < 0 && errno == EINTR {}
  return try String(contentsOfFile: file, encoding: .utf8)
}

extension String {
  var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}

/// The program that was built together with these tests.
let heard = Project.program
