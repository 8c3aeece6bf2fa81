import Foundation
import HeardModel
import HeardStore
import TestKit
import Testing

/// What left the folder, as each machine notes it.
@Suite struct RegisterFileTests {
  private func line(_ what: String, _ ids: [String], query: String = "") -> RegisterLine {
    RegisterLine(what, as: "csv", of: ids, query: query, at: noon)
  }

  @Test func `each machine adds its lines, and those of a record are found on all of them`() throws
  {
    let scratch = try Scratch.programme()
    let (one, other) = (try scratch.store("abc123"), try scratch.store("def456"))
    try one.register(line("list", ["t-1", "t-2"]), settings: ProgrammeSettings())
    try one.register(line("figures", [], query: "year:2024"), settings: ProgrammeSettings())
    try other.register(line("access", ["t-2"]), settings: ProgrammeSettings())
    #expect(one.registered().map(\.what) == ["list", "figures", "access"])
    #expect(one.registered(of: ["t-2"]).map(\.what) == ["list", "access"])
    #expect(one.registered(of: []).isEmpty)
    let text = try #require(scratch.text("register/abc123.jsonl"))
    #expect(text.split(separator: "\n").count == 2 && text.hasSuffix("}\n"))
    #expect(scratch.mode("register/abc123.jsonl") == 0o600)
    #expect(try ProgrammeCheck.faults(path: scratch.programme).isEmpty)
  }

  @Test func `a line that a crash cut off spoils no other`() throws {
    let scratch = try Scratch.programme()
    let store = try scratch.store()
    try store.register(line("list", ["t-1"]), settings: ProgrammeSettings())
    let text = try #require(scratch.text("register/device.jsonl"))
    try scratch.write(text + #"{"at": "2024-06-01T12"#, to: "register/device.jsonl")
    try store.register(line("page", ["e-1"]), settings: ProgrammeSettings())
    #expect(store.registered().map(\.what) == ["page", "list"])
  }

  @Test(arguments: [1, ProgrammeSettings.currentFormat + 1])
  func `in a folder that is only read nothing is written and nothing fails`(format: Int) throws {
    let scratch = try Scratch.programme()
    try scratch.write(#"{"format": \#(format), "id": "programme"}"#, to: "heard.json")
    let before = scratch.everything()
    try scratch.store().register(line("list", ["t-1"]), settings: ProgrammeSettings())
    #expect(scratch.everything() == before)
  }

  @Test(.enabled(if: geteuid() != 0, "the owner of the machine may write everywhere"))
  func `nor where the machine does not let it be written`() throws {
    let scratch = try Scratch.programme()
    chmod(scratch.programme, 0o500)
    defer { chmod(scratch.programme, 0o700) }
    try scratch.store().register(line("list", ["t-1"]), settings: ProgrammeSettings())
    #expect(try scratch.store().registered().isEmpty)
  }
}
