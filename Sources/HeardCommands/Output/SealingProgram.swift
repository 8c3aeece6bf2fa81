import Foundation
import Glibc
import HeardKit
import HeardModel

/// The program `age`, which seals a text to somebody's key; it is looked for when it is needed.
public enum SealingProgram {
  /// Where it is; nil where it is not on this machine.
  public static var path: String? {
    let folders = (Surroundings.variable("PATH") ?? "").split(separator: ":")
    return folders.lazy.filter { $0.hasPrefix("/") }.map { "\($0)/age" }
      .first { access($0, X_OK) == 0 }
  }

  /// Writes a text to an open file so that only the holder of a key can read it.
  ///
  /// The text goes through a pipe: unsealed it stands in no file and in no list of programs.
  static func seal(
    _ text: [UInt8], to key: LeadKey, with program: String, into file: Int32
  ) -> Bool {
    // A program that gives up before it has read everything is told by its ending.
    var (ignored, before) = (sigaction(), sigaction())
    ignored.__sigaction_handler.sa_handler = SIG_IGN
    sigaction(SIGPIPE, &ignored, &before)
    defer { sigaction(SIGPIPE, &before, nil) }
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return false }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let process = start([program, "--encrypt", "--recipient", key.text], ends[0], file)
    close(ends[0])
    let failure = process == nil ? nil : Output.write(text, to: ends[1])
    close(ends[1])
    guard let process else { return false }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    return status == 0 && failure == nil
  }

  private static func start(_ words: [String], _ input: Int32, _ output: Int32) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var arguments = words.map { strdup($0) } + [nil]
    var variables =
      ProcessInfo.processInfo.environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in arguments + variables { free(text) } }
    var process = pid_t()
    let failed = posix_spawn(&process, words[0], &actions, nil, &arguments, &variables)
    return failed == 0 ? process : nil
  }
}

extension HandOver {
  /// Writes a disclosure to its file, readable by this person alone, and never into the programme.
  ///
  /// - Returns: the whole path of the file.
  /// - Throws: why nothing was written.
  public func write(
    _ disclosure: Disclosure, outside programme: String
  ) throws(HandOverProblem) -> String {
    let file = OutputFile(path)
    if file.lies(in: programme) { throw .inside(path: file.path) }
    var isSealed = true
    let fill: (Int32) -> Int32?
    switch way {
    case .page:
      let page = sheet.page(of: disclosure)
      fill = { Output.write(page, to: $0) }
    case .sealed:
      guard let key else { throw .noKey }
      guard let program = SealingProgram.path else { throw .noProgram }
      let text = sheet.plainText(of: disclosure)
      fill = { descriptor in
        isSealed = SealingProgram.seal(text, to: key, with: program, into: descriptor)
        return isSealed ? nil : ECANCELED
      }
    }
    do throws(OutputFile.Trouble) {
      try file.create(by: fill)
      return file.path
    } catch {
      if !isSealed { throw .notSealed }
      switch error {
      case .exists, .notAFile: throw .exists(path: file.path)
      case .cannotWrite(let number): throw .cannotWrite(path: file.path, errno: number)
      }
    }
  }
}
