import Foundation
import TestKit
import Testing

/// The real program, as somebody at a terminal meets it.
@Suite(.serialized) struct TerminalTests {
  @Test func `an event is typed in, the program ends, and the file is there`() throws {
    let home = try Scratch()
    let programme = try home.programme()
    let session = try TmuxSession("\(heard) \(programme)", home: home)
    try session.wait(for: "Home")
    try session.press("N")
    try session.wait(for: "Event form")
    try session.type("Soirée d'écoute 語り")
    try session.press("Tab")
    try session.type("France")
    try session.press("Tab")
    try session.type("12 jun 2024")
    try session.press("Tab")
    try session.type("Lyon")
    try session.press("C-s")
    try session.wait(for: "u undoes it")
    // Ending waits for what is being written.
    try session.press("q")
    try session.wait(for: "[ended 0]")
    let new = files("\(programme)/events").filter { $0.hasPrefix("2024-06-12-fr-lyon-") }
    let file = try #require(new.first)
    let text = try String(contentsOfFile: "\(programme)/events/\(file)", encoding: .utf8)
    #expect(text.contains("\"title\": \"Soirée d'écoute 語り\""))
    #expect(try mode("\(programme)/events/\(file)") == 0o600)
  }

  @Test func `what others could read is closed to them once the first screen stands`() throws {
    let home = try Scratch()
    let programme = try home.programme()
    chmod("\(programme)/heard.json", 0o644)
    let session = try TmuxSession("\(heard) \(programme)", home: home)
    try session.wait(for: "readable by you alone")
    #expect(try mode("\(programme)/heard.json") == 0o600)
  }

  @Test func `a storm of sizes down to one cell leaves the program and its screen whole`() throws {
    let home = try Scratch()
    let session = try TmuxSession("\(heard) \(try home.programme())", home: home)
    try session.wait(for: "Home")
    for step in 0..<120 {
      try session.resize(columns: 1 + step * 7 % 160, rows: 1 + step * 5 % 50)
    }
    try session.resize(columns: 100, rows: 30)
    try session.wait(for: "Waiting for you")
    try session.press("2")
    try session.wait(for: "Dialogue on disabil")
  }

  @Test func `below its smallest size the program says so in a plain sentence`() throws {
    let home = try Scratch()
    let session = try TmuxSession(
      "\(heard) \(try home.programme())", home: home, columns: 30, rows: 12)
    try session.wait(for: "Heard needs 32 columns")
    // What is pressed unseen does nothing, and Ctrl-C ends the program.
    try session.type("q")
    try session.press("Enter")
    try session.resize(columns: 60, rows: 20)
    try session.wait(for: "Waiting for you")
    try session.press("F12")
    try session.wait(for: "Heard needs 80 columns")
    try session.wait(for: "Esc")
    try session.press("C-c")
    try session.wait(for: "[ended 0]")
    let again = try TmuxSession(
      "\(heard) \(home.path)/programme", home: home, columns: 30, rows: 12)
    try again.wait(for: "Heard needs 32 columns")
    // The sentence names the way into plain lines, which need no room.
    try again.press("C-t")
    try again.wait(for: "France: 168")
  }

  @Test func `what is being typed survives the death of the program`() throws {
    let home = try Scratch()
    let programme = try home.programme()
    let session = try TmuxSession("\(heard) \(programme)", home: home)
    try session.wait(for: "Home")
    try session.press("N")
    try session.wait(for: "Event form")
    try session.type("Half a title")
    let drafts = "\(home.path)/state/heard/drafts"
    try waitUntil(10, "a draft in \(drafts)") {
      (try? run("/usr/bin/env", ["grep", "-rl", "--include=*.json", "Half a title", drafts]))?
        .isEmpty == false
    }
    kill(try session.program(), SIGKILL)
    try session.wait(for: "[ended 137]")
    let again = try TmuxSession("\(heard) \(programme)", home: home)
    try again.wait(for: "1 draft is waiting")
    try again.press("Enter")
    try again.wait(for: "Half a title")
    try again.type("!")
    try again.press("C-s")
    try again.wait(for: "u undoes it")
    try waitUntil(10, "a third event", again.screen) { files("\(programme)/events").count == 3 }
  }

  @Test func `a testimony that is cut off in the middle is found again`() throws {
    let home = try Scratch()
    let programme = try home.programme()
    let session = try TmuxSession("\(heard) \(programme)", home: home)
    try session.wait(for: "Home")
    try session.press("t")
    try session.wait(for: "Taking down a testimony")
    try session.type("Dialogue")
    // Choosing the event leads on to the words.
    try session.press("Down", "Enter")
    try session.type("On ne m'a pas écoutée, 誰も聞いて")
    let drafts = "\(home.path)/state/heard/drafts"
    try waitUntil(10, "the words in \(drafts)", session.screen) {
      (try? run("/usr/bin/env", ["grep", "-rl", "--include=*.json", "誰も聞いて", drafts]))?.isEmpty
        == false
    }
    kill(try session.program(), SIGKILL)
    try session.wait(for: "[ended 137]")
    let again = try TmuxSession("\(heard) \(programme)", home: home)
    try again.wait(for: "1 draft is waiting")
    // The words of a draft never stand on Home.
    #expect(!again.screen.contains("誰も"))
    try again.press("Enter")
    try again.wait(for: "誰も聞いて")
    try again.type("くれなかった")
    try again.press("C-s")
    // Nobody was asked whether it may be kept, and it is not known who took it down.
    try again.wait(for: "Save anyway")
    try again.press("2")
    try waitUntil(10, "the testimony on disk", again.screen) {
      files("\(programme)/testimonies") == ["2024-05-28-fr-lyon-4k7q.json"]
    }
  }

  @Test func `a hang-up keeps what is typed and ends the program`() throws {
    let home = try Scratch()
    let programme = try home.programme()
    let session = try TmuxSession("\(heard) \(programme)", home: home)
    let before = try TmuxSession.plainSettings(home)
    try session.wait(for: "Home")
    try session.press("N")
    try session.wait(for: "Event form")
    try session.type("Cut off")
    try session.wait(for: "Cut off")
    kill(try session.program(), SIGHUP)
    try session.wait(for: "[ended")
    // The terminal is still there: it is given back as at any other end.
    #expect(sane(try session.terminalSettings()) == sane(before))
    #expect(!session.screen.contains("Event form"))
    let again = try TmuxSession("\(heard) \(programme)", home: home)
    try again.wait(for: "Cut off")
  }

  @Test func `a text that cannot be kept anywhere is not lost without a question`() throws {
    let home = try Scratch()
    let session = try TmuxSession(
      "\(heard) \(try home.programme())", home: home,
      environment: ["XDG_STATE_HOME": "/proc/nowhere"])
    try session.wait(for: "Home")
    try session.press("N")
    try session.wait(for: "Event form")
    try session.type("Precious")
    try session.wait(for: "Precious")
    // Before it was tried for the first time: the end itself tries, fails, and is off.
    try session.press("C-c")
    try session.wait(for: "could not be kept as a draft: ")
    try session.press("C-c")
    try session.wait(for: "What now?")
    try session.press("3")
    try session.wait(for: "[ended 0]")
  }

  @Test(arguments: [SIGSEGV, SIGABRT, SIGILL, SIGTRAP])
  func `a crash gives the terminal back and shows no data`(signal: Int32) throws {
    let home = try Scratch()
    let session = try TmuxSession("\(heard) \(try home.programme())", home: home)
    let before = try TmuxSession.plainSettings(home)
    try session.wait(for: "Home")
    kill(try session.program(), signal)
    try session.wait(for: "[ended")
    #expect(session.screen.contains("a fault in the program"))
    #expect(!session.screen.contains("Dialogue on disability"))
    #expect(sane(try session.terminalSettings()) == sane(before))
  }

  @Test(arguments: [SIGQUIT, SIGUSR1, SIGALRM])
  func `whatever signal ends the program, the terminal is given back and a draft is kept`(
    signal: Int32
  ) throws {
    let home = try Scratch()
    let programme = try home.programme()
    let session = try TmuxSession("\(heard) \(programme)", home: home)
    let before = try TmuxSession.plainSettings(home)
    try session.wait(for: "Home")
    try session.press("N")
    try session.wait(for: "Event form")
    try session.type("Cut off")
    try session.wait(for: "Cut off")
    kill(try session.program(), signal)
    try session.wait(for: "[ended 0]")
    #expect(sane(try session.terminalSettings()) == sane(before))
    #expect(!session.screen.contains("Event form"))
    let again = try TmuxSession("\(heard) \(programme)", home: home)
    try again.wait(for: "Cut off")
  }

  @Test func `Alt and an arrow are read in both forms that terminals send`() throws {
    let home = try Scratch()
    let session = try TmuxSession("\(heard) \(try home.programme())", home: home)
    try session.wait(for: "Home")
    try session.press("2")
    try session.wait(for: "Listening evening")
    try session.press("Enter")
    try session.wait(for: "[Overview]")
    for (back, forward) in [
      ("\u{1B}[1;3D", "\u{1B}[1;3C"), ("\u{1B}\u{1B}[D", "\u{1B}\u{1B}[C"),
      ("\u{1B}\u{1B}OD", "\u{1B}\u{1B}OC"),
    ] {
      try session.send(back)
      try session.wait(for: "Listening evening")
      try session.wait(for: "by date")
      try session.send(forward)
      try session.wait(for: "[Overview]")
    }
  }

  @Test func `suspended and resumed, the program shows its screen again`() throws {
    let home = try Scratch()
    let session = try TmuxSession(
      "bash --norc -i", home: home, environment: ["PS1": "ready> "])
    try session.wait(for: "ready>")
    try session.type("\(heard) \(try home.programme())")
    try session.press("Enter")
    try session.wait(for: "Waiting for you")
    try session.press("C-z")
    try session.wait(for: "Stopped")
    try session.type("fg")
    try session.press("Enter")
    try session.wait(for: "Waiting for you")
    try session.press("2")
    try session.wait(for: "Listening evening")
  }

  @Test(arguments: ["C", "fr_FR.UTF-8", "xx_YY"])
  func `any locale, installed or not, shows every script`(locale: String) throws {
    let home = try Scratch()
    let programme = try home.programme()
    let session = try TmuxSession(
      "\(heard) \(programme)", home: home, environment: ["LC_ALL": locale, "TERM": "no-such-one"])
    try session.wait(for: "Heard")
    try session.press("N")
    try session.type("été 語り")
    try session.wait(for: "été 語り")
  }

  @Test func `a folder that may not be written is opened for reading and says so`() throws {
    guard geteuid() == 0 else {
      print("skipped: only root can become a person without rights here")
      return
    }
    let home = try Scratch()
    let programme = try home.programme()
    try run("/usr/bin/env", ["chmod", "-R", "a+rX", home.path])
    try run("/usr/bin/env", ["install", "-d", "-m", "777", "\(home.path)/own"])
    let session = try TmuxSession(
      "setpriv --reuid=65534 --clear-groups \(heard) \(programme)", home: home,
      environment: [
        "HOME": "\(home.path)/own", "XDG_STATE_HOME": "\(home.path)/own/state",
        "XDG_CONFIG_HOME": "\(home.path)/own/config",
      ])
    try session.wait(for: "read only")
    try session.press("N")
    try session.type("Not to be")
    try session.press("C-s")
    try session.wait(for: "reading only")
    #expect(files("\(programme)/events").count == 2)
  }

  @Test func `a full disk is said, the old file is whole, and what was typed is kept`() throws {
    guard geteuid() == 0 else {
      print("skipped: only root can make a small disk here")
      return
    }
    let home = try Scratch()
    let programme = try home.programme()
    let disk = "\(home.path)/disk"
    try run("/usr/bin/env", ["mkdir", disk])
    try run("/usr/bin/env", ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", disk])
    defer { _ = try? run("/usr/bin/env", ["umount", "-l", disk]) }
    guard try run("/usr/bin/env", ["mountpoint", disk]).contains("is a mountpoint") else {
      print("skipped: this machine does not let a small disk be mounted")
      return
    }
    try run("/usr/bin/env", ["cp", "-r", programme, "\(disk)/p"])
    let file = "\(disk)/p/events/2024-05-28-fr-lyon-4k7q.json"
    let old = try Data(contentsOf: URL(fileURLWithPath: file))
    let session = try TmuxSession("\(heard) \(disk)/p", home: home)
    try session.wait(for: "Waiting for you")
    try run("/usr/bin/env", ["dd", "if=/dev/zero", "of=\(disk)/fill", "bs=1k"])
    try session.press("2")
    try session.wait(for: "Dialogue on disabil")
    try session.press("e")
    try session.wait(for: "Event form")
    try session.type(" more")
    try session.press("C-s")
    try session.wait(for: "The disk is full")
    #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == old)
    try run("/usr/bin/env", ["rm", "\(disk)/fill"])
    try session.press("C-s")
    try waitUntil(10, "the change on disk", session.screen) {
      (try? String(contentsOfFile: file, encoding: .utf8))?.contains("care more") ?? false
    }
  }

  @Test func `two programs that save one event both find their change in it`() throws {
    let home = try Scratch()
    let programme = try home.programme()
    let first = try TmuxSession("\(heard) \(programme)", home: home)
    let second = try TmuxSession("\(heard) \(programme)", home: home)
    for session in [first, second] {
      try session.wait(for: "Waiting for you")
      try session.press("2")
      try session.wait(for: "Dialogue on disabil")
      try session.press("e")
      try session.wait(for: "Event form")
    }
    try first.type(" (one)")
    try first.press("C-s")
    try first.wait(for: "u undoes it")
    try second.press("Tab", "Tab", "Tab")
    try second.type("Lyon")
    try second.press("C-s")
    try second.wait(for: "u undoes it")
    let file = "\(programme)/events/2024-05-28-fr-lyon-4k7q.json"
    try waitUntil(10, "both changes in \(file)") {
      let text = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
      return text.contains("care (one)") && text.contains("\"place\": \"Lyon\"")
    }
  }

  private func mode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0
  }

  /// What matters of `stty -a`: the flags, without the size and the speed.
  private func sane(_ settings: String) -> [Substring] {
    // tmux sets this one itself, a moment after it has begun the terminal.
    let settled = settings.replacingOccurrences(of: "-iutf8", with: "iutf8")
    return settled.split(separator: "\n").dropFirst().map { $0 }
  }
}
