import Foundation
import TestKit
import Testing

/// The mouse in a real terminal: only where it is asked for, and given back in every way of ending.
@Suite(.serialized) struct MouseTests {
  private func settings(_ home: Scratch, mouse: Bool) throws {
    let folder = "\(home.path)/config/heard"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    let settings = #"{"mouse": \#(mouse), "role": "coordinator", "theme": "standard"}"#
    try Data(settings.utf8).write(to: URL(fileURLWithPath: "\(folder)/settings.json"))
  }

  private func session(_ home: Scratch, mouse: Bool) throws -> TmuxSession {
    try settings(home, mouse: mouse)
    let session = try TmuxSession("\(heard) \(home.programme())", home: home)
    try session.wait(for: "Home")
    return session
  }

  private func row(of text: String, _ session: TmuxSession) throws -> Int {
    let rows = session.screen.split(separator: "\n", omittingEmptySubsequences: false)
    return try #require(rows.firstIndex { $0.contains(text) }, "\(session.screen)") + 1
  }

  @Test func `a row is opened by two clicks, also when what the mouse tells arrives in pieces`()
    throws
  {
    let home = try Scratch()
    let session = try session(home, mouse: true)
    #expect(try session.listensToMouse())
    try session.press("2")
    // Home tells of that event too.
    try session.wait(for: "by date")
    try session.wait(for: "Listening evening")
    let row = try row(of: "Listening evening", session)
    try session.send("\u{1B}[<0;30;\(row)M\u{1B}[<0;30;\(row)m")
    try session.wait(for: "› 2024-05-16")
    try session.send("\u{1B}[<0;3")
    try session.send("0;\(row)M")
    try session.wait(for: "[Overview]")
    try session.press("q")
    try session.wait(for: "[ended 0]")
    #expect(try !session.listensToMouse())
  }

  @Test func `it is left to the terminal unless somebody asks for it`() throws {
    let home = try Scratch()
    let session = try session(home, mouse: false)
    #expect(try !session.listensToMouse())
    try session.press("9")
    try session.wait(for: "Settings")
    for _ in 0..<9 { try session.press("Tab") }
    try session.wait(for: "› Mouse")
    try session.press("Space")
    try waitUntil(15, "the mouse", session.screen) { try session.listensToMouse() }
    try session.press("Space")
    try waitUntil(15, "no mouse", session.screen) { try !session.listensToMouse() }
  }

  @Test(arguments: [SIGSEGV, SIGABRT, SIGTERM])
  func `however the program ends, the terminal has its mouse back`(signal: Int32) throws {
    let home = try Scratch()
    let session = try session(home, mouse: true)
    #expect(try session.listensToMouse())
    kill(try session.program(), signal)
    try session.wait(for: "[ended")
    #expect(try !session.listensToMouse())
  }

  @Test func `suspended, the terminal has its mouse; resumed, the program listens again`() throws {
    let home = try Scratch()
    try settings(home, mouse: true)
    let session = try TmuxSession(
      "bash --norc -i", home: home, environment: ["PS1": "ready> "])
    try session.wait(for: "ready>")
    try session.type("\(heard) \(try home.programme())")
    try session.press("Enter")
    try session.wait(for: "Waiting for you")
    #expect(try session.listensToMouse())
    try session.press("C-z")
    try session.wait(for: "Stopped")
    #expect(try !session.listensToMouse())
    try session.type("fg")
    try session.press("Enter")
    try session.wait(for: "Waiting for you")
    try waitUntil(15, "the mouse", session.screen) { try session.listensToMouse() }
  }
}
