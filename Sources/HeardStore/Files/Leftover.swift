import Glibc
import Synchronization

/// The name of a file that a save writes before it is put in place: `.heard-PID-START-N.tmp`, or of
/// what it notes before it puts several in place: `.heard-commit-PID-START-N.tmp`.
///
/// It does not hold the record's name, which could make it longer than a file system allows.
struct Leftover: Hashable, Sendable {
  /// The process that wrote it.
  let process: pid_t
  /// When that process started, in the machine's own count; pids are used again.
  let start: UInt64
  /// Whether it says what is about to happen to several files, and holds no file's content.
  var isCommit = false

  /// Takes a name that a save gave; nil for any other.
  init?(name: String) {
    guard name.hasPrefix(".heard-"), name.hasSuffix(".tmp") else { return nil }
    let rest = name.dropFirst(7).dropLast(4)
    isCommit = rest.hasPrefix("commit-")
    let parts = rest.dropFirst(isCommit ? 7 : 0).split(
      separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, let process = pid_t(parts[0]), process > 0,
      let start = UInt64(parts[1]), UInt64(parts[2]) != nil
    else { return nil }
    self.process = process
    self.start = start
  }

  /// Takes the name of a file in the journal, `PID-START.json` or `PID-START-N.json`; nil for any
  /// other.
  init?(journal name: String) {
    let parts = stem(name).split(separator: "-", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), let process = pid_t(parts[0]), process > 0,
      let start = UInt64(parts[1])
    else { return nil }
    self.process = process
    self.start = start
  }

  /// A name that no other save has.
  static func newName() -> String {
    let number = counter.add(1, ordering: .relaxed).newValue
    return ".heard-\(own())-\(number).tmp"
  }

  /// The name of a note of what is about to happen to several files.
  static func newCommitName() -> String {
    let number = counter.add(1, ordering: .relaxed).newValue
    return ".heard-commit-\(own())-\(number).tmp"
  }

  /// By what this program is told from others, also from those that had its number before.
  static func own() -> String { "\(getpid())-\(ownStart)" }

  /// Whether the process that wrote it still runs; another one with its number does not count.
  var isOwned: Bool {
    if kill(process, 0) != 0 && errno == ESRCH { return false }
    guard start > 0, let now = startOfProcess(process) else { return true }
    return now == start
  }

  /// Whether it is of this program.
  var isOwn: Bool { process == getpid() && start == Self.ownStart }

  private static let counter = Atomic<UInt64>(0)
  private static let ownStart = startOfProcess(getpid()) ?? 0
}

extension Folder {
  /// Takes away what saves that were cut off have left, of programs that no longer run.
  func removeLeftovers() {
    for name in (try? names()) ?? [] {
      guard let leftover = Leftover(name: name), !leftover.isOwned, !leftover.isCommit else {
        continue
      }
      unlinkat(descriptor, name, 0)
    }
  }
}

/// When a process started, in ticks since the machine did; nil where the machine does not tell.
private func startOfProcess(_ process: pid_t) -> UInt64? {
  guard let folder = try? Folder("/proc/\(process)"), let bytes = try? folder.read("stat") else {
    return nil
  }
  // The program's name stands in brackets and may itself hold brackets and spaces.
  guard let bracket = bytes.lastIndex(of: UInt8(ascii: ")")) else { return nil }
  let fields = bytes[(bracket + 1)...].split(separator: UInt8(ascii: " "))
  return fields.count > 19 ? UInt64(String(decoding: fields[19], as: UTF8.self)) : nil
}
