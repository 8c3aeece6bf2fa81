import Foundation
import TestKit
import Testing

/// What comes of keys over a slow line, and of text that arrives as if it were keys.
@Suite(.serialized) struct SlowLineTests {
  private func files(_ path: String) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
  }

  @Test(arguments: [1, 15, 30, 80, 150, 200, 290])
  func `an arrow whose bytes come apart is an arrow or nothing, and never removes`(
    milliseconds: UInt32
  ) throws {
    let home = try Scratch()
    let programme = try home.programme()
    let session = try TmuxSession("\(heard) \(programme)", home: home)
    try session.wait(for: "Home")
    try session.press("2")
    try session.wait(for: "by date")
    let events = files("\(programme)/events").count
    for final in ["D", "B", "C", "A"] {
      try session.press("2")
      try session.wait(for: "by date")
      try session.press("Enter")
      try session.wait(for: "[Overview]")
      for byte in ["\u{1B}", "[", final] {
        try session.send(byte)
        // The gap is what is tried here; nothing could be waited for in its place.
        usleep(milliseconds * 1_000)
      }
      #expect(!session.screen.contains("Removed"))
    }
    // The program takes keys again, and nothing that they lead to was done before.
    try session.press("F1")
    try session.wait(for: "Help")
    #expect(files("\(programme)/events").count == events)
    #expect(!session.screen.contains("Removed"))
    try session.press("q")
    try session.press("q")
  }

  @Test func `a letter without paste marks does nothing on a list, and is said`() throws {
    let home = try Scratch()
    let programme = try home.programme()
    let session = try TmuxSession("\(heard) \(programme)", home: home)
    try session.wait(for: "Home")
    try session.press("2")
    try session.wait(for: "by date")
    let events = files("\(programme)/events").count
    try session.type("Dear colleagues, our next meeting is on Monday")
    try session.wait(for: "A text arrived where keys are commands")
    #expect(files("\(programme)/events").count == events)
    try session.press("2")
    try session.wait(for: "by date")
  }

  @Test func `text goes into the filter that is open`() throws {
    let home = try Scratch()
    let session = try TmuxSession("\(heard) \(home.programme())", home: home)
    try session.wait(for: "Home")
    try session.press("2")
    try session.wait(for: "by date")
    try session.press("/")
    try session.wait(for: "Filter")
    try session.type("Listening evening")
    try session.wait(for: "Filter  Listening evening")
  }
}
