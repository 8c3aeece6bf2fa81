import Foundation

/// Another program that has the terminal for a while.
enum OutsideProgram {
  /// Runs a program and waits for its end.
  ///
  /// - Parameters:
  ///   - words: The program, which is looked for as a shell does, and its arguments as they are.
  ///   - input: What the program reads in place of the keyboard.
  ///   - variables: What it finds in its environment besides ours.
  /// - Returns: Its way of ending as `waitpid` tells it; -1 where it could not be started.
  static func run(
    _ words: [String], input: String? = nil, variables: [String: String] = [:]
  ) -> Int32 {
    // Ctrl-C is meant for the program alone as long as it has the terminal; one that is left
    // before it has read everything is no fault.
    let before = [SIGINT, SIGPIPE].map { ignore($0) }
    defer { for (number, action) in before { restore(number, action) } }
    var ends: [Int32] = [-1, -1]
    if input != nil {
      guard pipe(&ends) == 0 else { return -1 }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    }
    let process = start(words, reading: ends[0], variables)
    if ends[0] >= 0 { close(ends[0]) }
    if let input { write(process == nil ? "" : input, to: ends[1]) }
    guard let process else { return -1 }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    return status
  }

  private static func start(
    _ words: [String], reading input: Int32, _ variables: [String: String]
  ) -> pid_t? {
    guard let program = words.first else { return nil }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var usual = sigset_t()
    sigemptyset(&usual)
    for number in [SIGINT, SIGTSTP, SIGPIPE, SIGXFSZ] { sigaddset(&usual, number) }
    posix_spawnattr_setsigdefault(&attributes, &usual)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if input >= 0 { posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO) }
    let ours = ProcessInfo.processInfo.environment.merging(variables) { $1 }
    var arguments = words.map { strdup($0) } + [nil]
    var environment = ours.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in arguments + environment { free(text) } }
    var process = pid_t()
    let failed = posix_spawnp(
      &process, program, &actions, &attributes, &arguments, &environment)
    return failed == 0 ? process : nil
  }

  /// Writes until everything is written or nobody reads any more.
  private static func write(_ text: String, to descriptor: Int32) {
    defer { close(descriptor) }
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0 && errno == EINTR { continue }
      if written <= 0 { return }
      rest = rest.dropFirst(written)
    }
  }

  private static func ignore(_ number: Int32) -> (Int32, sigaction) {
    var (ignored, before) = (sigaction(), sigaction())
    ignored.__sigaction_handler.sa_handler = SIG_IGN
    sigaction(number, &ignored, &before)
    return (number, before)
  }

  private static func restore(_ number: Int32, _ action: sigaction) {
    var action = action
    sigaction(number, &action, nil)
  }
}
