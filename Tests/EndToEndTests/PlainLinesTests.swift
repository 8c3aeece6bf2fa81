import Foundation
import TestKit
import Testing

/// Plain lines as somebody at a terminal meets them, and in the middle of the full screen.
@Suite(.serialized) struct PlainLinesTests {
  @Test(arguments: ["dumb", ""])
  func `a terminal that cannot place a cursor gets plain lines`(name: String) throws {
    let home = try Scratch()
    let programme = try home.programme()
    let session = try TmuxSession(
      "\(heard) \(programme)", home: home, environment: ["TERM": name])
    try session.wait(for: "place a cursor")
    try session.wait(for: "1 to ")
    try session.enter("new event")
    try session.wait(for: "Title. Question 1 of 7")
    try session.enter("Soirée d'écoute 語り")
    try session.enter("France")
    try session.enter("12 jun 2024")
    try session.enter("Lyon")
    try session.enter("save")
    try session.wait(for: "u undoes it")
    // The full screen cannot be had here, and that is said.
    try session.enter("screen")
    try session.wait(for: "> screen\nThe terminal \"\(name)\" cannot place a cursor")
    try session.enter("quit")
    try session.wait(for: "[ended 0]")
    let new = files("\(programme)/events").filter { $0.hasPrefix("2024-06-12-fr-lyon-") }
    let file = try #require(new.first)
    let text = try String(contentsOfFile: "\(programme)/events/\(file)", encoding: .utf8)
    #expect(text.contains("\"title\": \"Soirée d'écoute 語り\""))
  }

  @Test func `from the screen to plain lines and back, in the middle of a testimony`() throws {
    let home = try Scratch()
    let programme = try home.programme()
    let session = try TmuxSession("\(heard) \(programme)", home: home)
    try session.wait(for: "Home")
    try session.press("t")
    try session.wait(for: "Taking down a testimony")
    try session.type("Dialogue")
    try session.press("Down", "Enter")
    try session.type("Half a sent")
    try session.press("C-t")
    try session.wait(for: "Now: Half a sent")
    try session.enter("and 誰も")
    try session.enter(".")
    try session.wait(for: "Question 3 of")
    // A line cut off in the middle of the next one is not lost with the process.
    try session.enter("screen")
    try session.wait(for: "Ctrl-S")
    try session.wait(for: "and 誰も")
    try session.press("F11")
    try session.wait(for: "Question 3 of")
    try session.enter("save")
    try session.wait(for: "2. ")
    try session.enter("2")
    try waitUntil(10, "the testimony on disk", session.screen) {
      files("\(programme)/testimonies") == ["2024-05-28-fr-lyon-4k7q.json"]
    }
    let text = try String(
      contentsOfFile: "\(programme)/testimonies/2024-05-28-fr-lyon-4k7q.json", encoding: .utf8)
    #expect(text.contains("Half a sent\\nand 誰も"))
  }

  @Test func `each line of a text survives the death of the program`() throws {
    let home = try Scratch()
    let session = try TmuxSession("\(heard) --linear \(try home.programme())", home: home)
    try session.wait(for: "1 to ")
    try session.enter("testimony")
    try session.wait(for: "Said at")
    try session.enter("Dialogue")
    try session.wait(for: "Words. Question 2")
    try session.enter("On ne m'a pas écoutée.")
    try session.enter("誰も聞いてくれなかった")
    let drafts = "\(home.path)/state/heard/drafts"
    try waitUntil(10, "the words in \(drafts)", session.screen) {
      (try? run("/usr/bin/env", ["grep", "-rl", "--include=*.json", "誰も聞いて", drafts]))?.isEmpty
        == false
    }
    kill(try session.program(), SIGKILL)
    try session.wait(for: "[ended 137]")
    let again = try TmuxSession(
      "\(heard) --linear \(home.path)/programme", home: home, environment: ["TERM": "dumb"])
    try again.wait(for: "1 draft is waiting on Home")
    try again.enter("1")
    try again.wait(for: "誰も聞いてくれなかった")
  }

  @Test(arguments: ["C-c", "C-d"])
  func `the keys that end a program end this one, with a draft of what is typed`(
    key: String
  ) throws {
    let home = try Scratch()
    // A shell that gives each program a group of its own, which alone gets the keys' signals.
    let session = try TmuxSession(
      "bash --norc -i", home: home, environment: ["PS1": "ready> ", "TERM": "dumb"])
    try session.wait(for: "ready>")
    try session.enter("\(heard) --linear \(try home.programme()); echo \"[was $?]\"")
    try session.wait(for: "1 to ")
    try session.enter("new event")
    try session.wait(for: "Question 1 of 7")
    try session.enter("Half a title")
    try session.wait(for: "Question 2 of 7")
    try session.press(key)
    try session.wait(for: "Kept as a draft")
    if key == "C-d" { try session.wait(for: "[was 0]") }
    try session.wait(for: "\nready>")
  }

  @Test func `a hang-up keeps what is typed and ends the program`() throws {
    let home = try Scratch()
    let programme = try home.programme()
    let session = try TmuxSession("\(heard) --linear \(programme)", home: home)
    try session.wait(for: "1 to ")
    try session.enter("new event")
    try session.wait(for: "Question 1 of 7")
    try session.enter("Cut off")
    try session.wait(for: "Question 2 of 7")
    kill(try session.program(), SIGHUP)
    try session.wait(for: "[ended 0]")
    let again = try TmuxSession("\(heard) \(programme)", home: home)
    try again.wait(for: "Cut off")
  }

  @Test func `suspended and resumed, it goes on`() throws {
    let home = try Scratch()
    let session = try TmuxSession(
      "bash --norc -i", home: home, environment: ["PS1": "ready> ", "TERM": "dumb"])
    try session.wait(for: "ready>")
    try session.enter("\(heard) --linear \(try home.programme())")
    try session.wait(for: "1 to ")
    try session.press("C-z")
    try session.wait(for: "Stopped")
    try session.enter("fg")
    try session.enter("events")
    try session.wait(for: "Listening evening")
  }

  @Test func `no key stops what is printed, Ctrl-S saves, and the terminal is given back`() throws {
    let home = try Scratch()
    let programme = try home.programme()
    let session = try TmuxSession("\(heard) --linear \(programme)", home: home)
    try session.wait(for: "1 to ")
    #expect(try session.terminalSettings().contains("-ixon"))
    try session.press("C-s")
    try session.enter("events")
    try session.wait(for: "Listening evening")
    try session.press("C-q")
    try session.enter("new event")
    try session.wait(for: "Question 1 of 7")
    try session.enter("Saved by a key")
    try session.wait(for: "Question 2 of 7")
    try session.press("C-s")
    try session.press("Enter")
    try session.wait(for: "New event: Saved by a key")
    try session.enter("quit")
    try session.wait(for: "[ended 0]")
    #expect(try session.terminalSettings() == TmuxSession.plainSettings(home))
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGQUIT])
  func `after a signal the terminal is as it was`(signal: Int32) throws {
    let home = try Scratch()
    let session = try TmuxSession("\(heard) --linear \(try home.programme())", home: home)
    try session.wait(for: "1 to ")
    kill(try session.program(), signal)
    try session.wait(for: "[ended 0]")
    #expect(try session.terminalSettings() == TmuxSession.plainSettings(home))
  }

  @Test func `a pipe that nobody reads does not keep it from ending`() throws {
    let home = try Scratch()
    let programme = try home.programme()
    let (lines, pipe) = ("\(home.path)/lines", "\(home.path)/pipe")
    try String(repeating: "again\n", count: 3_000)
      .write(toFile: lines, atomically: false, encoding: .utf8)
    try #require(mkfifo(pipe, 0o600) == 0)
    let end = open(pipe, O_RDONLY | O_NONBLOCK)
    defer { close(end) }
    let session = try TmuxSession(
      "sh -c 'exec \(heard) --linear \(programme) <\(lines) 3<>\(pipe) >&3'", home: home)
    try waitUntil(15, "a full pipe", session.screen) {
      var waiting: Int32 = 0
      return ioctl(end, UInt(FIONREAD), &waiting) == 0 && waiting > 32_000
    }
    kill(try session.program(), SIGTERM)
    try session.wait(for: "[ended 0]")
  }

  @Test func `lines are as wide as the window, and parted between words`() throws {
    let home = try Scratch()
    let session = try TmuxSession(
      "\(heard) --linear \(try home.programme())", home: home, columns: 32, rows: 60)
    try session.wait(for: "1 to ")
    try session.enter("events")
    try session.wait(for: "2 events ·")
    #expect(session.screen.contains("\ndisability and care; Status:\n"))
    #expect(!session.screen.contains("…"))
  }
}

extension TmuxSession {
  /// Types a line and ends it.
  func enter(_ line: String) throws {
    try type(line)
    try press("Enter")
  }
}
