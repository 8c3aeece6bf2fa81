import Foundation
import TestKit
import Testing

/// Keys that a person typed before the program could show what it asks.
@Suite struct KeysAheadTests {
  @Test func `what is typed before a question is drawn answers nothing, and is said`() throws {
    let home = try Scratch()
    let folder = try home.programme()
    let id = "2024-05-16-fr-lille-7hd2"
    let session = try TmuxSession("\(heard) open \(folder) --at event/\(id)", home: home)
    try session.wait(for: "Listening evening")
    let program = try session.program()
    // A busy machine: the program stands still while its person types on.
    kill(program, SIGSTOP)
    try session.type("c\t\t2d\r")
    kill(program, SIGCONT)
    try session.wait(for: "Who was given a slip")
    try session.wait(for: "3 keys were typed")
    // Now that it stands there, and nobody types on, the same key is its answer.
    let quiet = Date().addingTimeInterval(0.5)
    try waitUntil(15, "a pause without a key") { Date() > quiet }
    try session.type("2")
    try session.wait(for: "0 of 84 · asked: all 84")
    try session.press("Escape")
    try session.wait(for: "Overview")
    try session.press("q")
    try session.wait(for: "[ended 0]")
    let text = try String(contentsOfFile: "\(folder)/events/\(id).json", encoding: .utf8)
    #expect(!text.contains("declared"))
  }
}
