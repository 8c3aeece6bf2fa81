import Foundation
import TestKit
import Testing

/// The first day of somebody at a terminal: no programme yet, the tour, and the day after.
@Suite(.serialized) struct FirstDayTests {
  @Test func `somebody without a programme makes one and is in it`() throws {
    let home = try Scratch()
    let session = try TmuxSession("sh -c \"cd \(home.path); \(heard)\"", home: home)
    try session.wait(for: "Make a new programme")
    try session.press("Down", "Down", "Enter")
    try session.wait(for: "Name of the programme")
    try session.type("Listening evenings")
    try session.press("Tab", "Tab", "Tab", "Tab")
    try session.type("Ada Example")
    try session.press("C-s")
    try session.wait(for: "Home")
    try session.press("q")
    try session.wait(for: "[ended 0]")
    let text = try String(contentsOfFile: "\(home.path)/heard/heard.json", encoding: .utf8)
    #expect(text.contains("Listening evenings"))
    let team = try String(contentsOfFile: "\(home.path)/heard/team.json", encoding: .utf8)
    #expect(team.contains("Ada Example"))
    // The day after it is offered first.
    let next = try TmuxSession("sh -c \"cd \(home.path); \(heard)\"", home: home)
    try next.wait(for: "\(home.path)/heard")
    try next.press("Enter")
    try next.wait(for: "Home")
  }

  @Test func `the tour runs on a copy, goes on where it was left, and leaves nothing behind`()
    throws
  {
    let home = try Scratch()
    let session = try TmuxSession("\(heard) tour", home: home)
    try session.wait(for: "Tour 1/17")
    try session.press("2")
    try session.wait(for: "Tour 2/17")
    try session.press("q")
    try session.wait(for: "[ended 0]")
    let state = "\(home.path)/state/heard"
    #expect(try mode("\(state)/tour") == 0o700)
    #expect(!FileManager.default.fileExists(atPath: "\(home.path)/config/heard/settings.json"))
    let again = try TmuxSession("\(heard) tour", home: home)
    try again.wait(for: "Tour 2/17")
    for step in 3...17 {
      try again.press("C-g")
      try again.wait(for: "Tour \(step)/17")
    }
    try again.press("C-g")
    try again.wait(for: "[ended 0]")
    #expect(try FileManager.default.contentsOfDirectory(atPath: state).isEmpty)
  }

  @Test func `a change of yesterday is undone today`() throws {
    let home = try Scratch()
    let programme = try home.programme()
    let file = "\(programme)/events/2024-05-28-fr-lyon-4k7q.json"
    let session = try TmuxSession("\(heard) \(programme)", home: home)
    try session.wait(for: "Home")
    try session.press("C-p")
    try session.wait(for: "part of a title")
    try session.type("disability")
    try session.wait(for: "Dialogue on disability")
    try session.press("Enter", "D")
    try session.wait(for: "With it goes: 84")
    try session.press("2")
    try session.wait(for: "u undoes it")
    try session.press("q")
    try session.wait(for: "[ended 0]")
    #expect(!FileManager.default.fileExists(atPath: file))
    let next = try TmuxSession("\(heard) \(programme)", home: home)
    try next.wait(for: "Home")
    // What can be undone is looked up after the first screen.
    try waitUntil(15, "the event is back") {
      try? next.press("u")
      return FileManager.default.fileExists(atPath: file)
    }
  }

  @Test func `whatever a day leaves on the machine stands in the table of places`() throws {
    let home = try Scratch()
    let programme = try home.programme()
    let session = try TmuxSession("\(heard) \(programme)", home: home)
    try session.wait(for: "Home")
    // A removed event, and a testimony that is typed while the terminal goes away.
    try session.press("C-p")
    try session.wait(for: "part of a title")
    try session.type("disability")
    try session.wait(for: "Dialogue on disability")
    try session.press("Enter", "D")
    try session.wait(for: "With it goes: 84")
    try session.press("2")
    try session.wait(for: "u undoes it")
    try session.press("9")
    try session.wait(for: "Settings")
    try session.type("Ada Example")
    try session.press("C-s")
    try waitUntil(15, "the settings are kept") {
      FileManager.default.fileExists(atPath: "\(home.path)/config/heard/settings.json")
    }
    try session.press("Escape")
    try session.wait(for: "Waiting for you")
    try session.press("N")
    try session.wait(for: "Title")
    try session.type("HALF TYPED")
    let state = "\(home.path)/state/heard"
    try waitUntil(15, "the draft is kept") {
      !((try? FileManager.default.subpathsOfDirectory(atPath: "\(state)/drafts")) ?? [])
        .filter { $0.hasSuffix(".json") }.isEmpty
    }
    for place in ["removed", "undo", "recent.json", "device.json"] {
      #expect(FileManager.default.fileExists(atPath: "\(state)/\(place)"), "\(place)")
    }
    #expect(FileManager.default.fileExists(atPath: "\(home.path)/config/heard/settings.json"))
    #expect(strangers(inHome: home.path) == [])
    try Data().write(to: URL(fileURLWithPath: "\(state)/words.txt"))
    #expect(strangers(inHome: home.path) == ["state/heard/words.txt"])
  }

  @Test func `without a terminal there is the sentence, and nothing is asked`() throws {
    let home = try Scratch()
    let session = try TmuxSession("sh -c \"cd \(home.path); \(heard) | cat\"", home: home)
    try session.wait(for: "[ended")
    let told = session.screen.components(separatedBy: "[ended")[0].replacing("\n", with: " ")
    #expect(told.hasPrefix("The folder \".\" is not a programme: it has no heard.json. "))
    #expect(told.contains("heard new"), "\(told)")
  }

  @Test func `a long text is written in the editor of one's own, and nothing of it stays`() throws {
    let home = try Scratch()
    let programme = try home.programme()
    let editor = "\(home.path)/editor"
    let script =
      "#!/bin/sh\nstat -c %a \"$1\" > \(home.path)/rights\necho MORE WORDS >> \"$1\"\n"
      + "cp \"$1\" \"$1~\"\nexit 1\n"
    try Data(script.utf8).write(to: URL(fileURLWithPath: editor))
    chmod(editor, 0o700)
    let session = try TmuxSession(
      "\(heard) \(programme)", home: home, environment: ["VISUAL": editor])
    try session.wait(for: "Home")
    try session.press("C-p")
    try session.wait(for: "part of a title")
    try session.type("disability")
    try session.wait(for: "Dialogue on disability")
    try session.press("Enter")
    try session.wait(for: "Overview")
    try session.press("t")
    try session.wait(for: "Taking down a testimony")
    try session.type("FIRST WORDS")
    try session.press("M-e")
    try session.wait(for: "copies of confidential words")
    try session.press("2")
    // The editor ended with an error; what it wrote is there all the same.
    try session.wait(for: "MORE WORDS")
    #expect(session.screen.contains("FIRST WORDS"))
    let rights = try String(contentsOfFile: "\(home.path)/rights", encoding: .utf8)
    #expect(rights == "600\n")
    let left = Self.files(holding: "MORE WORDS", home)
    #expect(left.allSatisfy { $0 == "editor" || $0.hasPrefix("state/heard/drafts/") }, "\(left)")
  }

  @Test func `what an editor still holds when the program dies is offered again`() throws {
    let home = try Scratch()
    let programme = try home.programme()
    let editor = "\(home.path)/editor"
    let script =
      "#!/bin/sh\necho $# \"$1\" > \(home.path)/called\necho LATER WORDS > \"$2\"\n"
      + "echo $$ > \(home.path)/begun\nmv \(home.path)/begun \(home.path)/process\nexec sleep 1000\n"
    try Data(script.utf8).write(to: URL(fileURLWithPath: editor))
    chmod(editor, 0o700)
    let session = try TmuxSession(
      "\(heard) \(programme)", home: home, environment: Self.surroundings(home, "\(editor) -x"))
    try session.wait(for: "Home")
    try session.press("t")
    try session.wait(for: "Taking down a testimony")
    try session.type("Dialogue")
    try session.press("Down", "Enter")
    try session.type("FIRST WORDS")
    try session.press("M-e")
    try session.wait(for: "copies of confidential words")
    try session.press("2")
    try waitUntil(15, "the editor", session.screen) {
      FileManager.default.fileExists(atPath: "\(home.path)/process")
    }
    #expect(try String(contentsOfFile: "\(home.path)/called", encoding: .utf8) == "2 -x\n")
    let text = try String(contentsOfFile: "\(home.path)/process", encoding: .utf8)
    let process = try #require(pid_t(text.trimmed))
    kill(try session.program(), SIGKILL)
    try session.wait(for: "[ended 137]")
    // As long as the editor runs, its text is its own.
    let meanwhile = try TmuxSession("\(heard) \(programme)", home: home)
    try meanwhile.wait(for: "1 draft is waiting")
    try meanwhile.press("q")
    try meanwhile.wait(for: "[ended 0]")
    #expect(Self.files(holding: "LATER WORDS", home).contains { $0.hasSuffix("/text.txt") })
    kill(process, SIGKILL)
    // Nobody may be there to take in its end.
    try waitUntil(15, "the end of the editor") {
      let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
      return status?.contains("(zombie)") ?? true
    }
    let again = try TmuxSession("\(heard) \(programme)", home: home)
    try again.wait(for: "1 draft is waiting")
    try again.press("Enter")
    try again.wait(for: "LATER WORDS")
    let left = Self.files(holding: "LATER WORDS", home)
    #expect(left.allSatisfy { $0 == "editor" || $0.hasPrefix("state/heard/drafts/") }, "\(left)")
  }

  @Test(.enabled(if: access("/usr/bin/vim", X_OK) == 0, "vim is not installed"))
  func `vim leaves nothing of a text behind, whatever its owner has set`() throws {
    let home = try Scratch()
    let programme = try home.programme()
    let settings = """
      set undofile undodir=\(home.path) backup backupdir=\(home.path) directory=\(home.path)
      set viminfo='100,n\(home.path)/.viminfo

      """
    try Data(settings.utf8).write(to: URL(fileURLWithPath: "\(home.path)/.vimrc"))
    let session = try TmuxSession(
      "\(heard) \(programme)", home: home, environment: Self.surroundings(home, "vim"))
    try session.wait(for: "Home")
    try session.press("t")
    try session.wait(for: "Taking down a testimony")
    try session.type("Dialogue")
    try session.press("Down", "Enter")
    try session.press("M-e")
    try session.wait(for: "copies of confidential words")
    try session.press("2")
    try session.wait(for: "text.txt")
    try session.type("AZAUBERWORT")
    try session.press("Escape")
    try session.type("yy")
    try session.type(":wq")
    try session.press("Enter")
    try session.wait(for: "Taking down a testimony")
    try session.wait(for: "ZAUBERWORT")
    let left = Self.files(holding: "ZAUBERWORT", home)
    #expect(left.allSatisfy { $0.hasPrefix("state/heard/drafts/") }, "\(left)")
    #expect(!FileManager.default.fileExists(atPath: "\(home.path)/.viminfo"))
  }

  /// An editor, and no folder of the login beside the home.
  private static func surroundings(_ home: Scratch, _ editor: String) -> [String: String] {
    ["VISUAL": editor, "XDG_RUNTIME_DIR": "\(home.path)/none"]
  }

  /// The files of a home, and of ours in memory, in which a text stands.
  private static func files(holding text: String, _ home: Scratch) -> [String] {
    let memory = ((try? FileManager.default.contentsOfDirectory(atPath: "/dev/shm")) ?? [])
      .filter { $0.hasPrefix("heard-") }.map { "/dev/shm/\($0)" }
    return ([home.path] + memory).flatMap { root in
      ((try? FileManager.default.subpathsOfDirectory(atPath: root)) ?? []).filter { file in
        let bytes = FileManager.default.contents(atPath: "\(root)/\(file)") ?? Data()
        return bytes.range(of: Data(text.utf8)) != nil
      }
    }
  }

  @Test func `a testimony is read in the pager of one's own, through a pipe that leaves nothing`()
    throws
  {
    let home = try Scratch()
    let programme = try home.programme()
    let pager = "\(home.path)/pager"
    let script =
      "#!/bin/sh\ncat > \(home.path)/got\necho \"$LESSSECURE $LESSHISTFILE\" >> \(home.path)/got\n"
      + "echo READING NOW; read answer < /dev/tty\n"
    try Data(script.utf8).write(to: URL(fileURLWithPath: pager))
    chmod(pager, 0o700)
    let session = try TmuxSession(
      "\(heard) \(programme)", home: home, environment: ["PAGER": "\(pager) -x"])
    try session.wait(for: "Home")
    try session.press("2")
    try session.wait(for: "by date")
    try session.press("M-p")
    try session.wait(for: "READING NOW")
    try session.press("Enter")
    try session.wait(for: "by date")
    let got = try String(contentsOfFile: "\(home.path)/got", encoding: .utf8)
    #expect(got.hasPrefix("Events · "))
    #expect(got.contains("Dialogue on disability") && got.hasSuffix("1 -\n"))
    try session.press("q")
    try session.wait(for: "[ended 0]")
  }

  private func mode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0
  }
}
