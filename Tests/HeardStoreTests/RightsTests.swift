import Foundation
import HeardModel
import HeardStore
import Testing

@Suite struct RightsTests {
  @Test(arguments: ["000", "022", "077", "777"])
  func `a file is its owner's alone whatever the umask`(mask: String) throws {
    let scratch = Scratch()
    #expect(try ChildProcess.run("create", [scratch.programme, mask, "alone"]))
    for file in ["heard.json", ".gitignore", "events/e-1.json", "testimonies/e-1.json"] {
      #expect(scratch.mode(file) == 0o600, "\(file)")
    }
    #expect(scratch.mode("history/2024-06-device.jsonl") == 0o600)
    for folder in ["", "events", "testimonies", "actions", "history"] {
      #expect(scratch.mode(folder) == 0o700, "\(folder)")
    }
    let drafts = "\(ownStateFolder)/state/heard/drafts"
    for folder in try FileManager.default.contentsOfDirectory(atPath: drafts) {
      for file in try FileManager.default.contentsOfDirectory(atPath: "\(drafts)/\(folder)") {
        var status = stat()
        stat("\(drafts)/\(folder)/\(file)", &status)
        #expect(status.st_mode & 0o777 == 0o600)
      }
    }
  }

  @Test(arguments: ["000", "022", "077"])
  func `a group that shares the folder may read and write it, and nobody else`(
    mask: String
  ) throws {
    let scratch = Scratch()
    #expect(try ChildProcess.run("create", [scratch.programme, mask, "shared"]))
    for file in ["heard.json", "events/e-1.json", "testimonies/e-1.json"] {
      #expect(scratch.mode(file) == 0o660, "\(file)")
    }
    for folder in ["", "events", "history"] {
      #expect(scratch.mode(folder) == 0o2770, "\(folder)")
    }
  }

  @Test func `a shared file has the group of its folder`() throws {
    guard getuid() == 0 else { return print("skipped: only root can give a folder any group") }
    var settings = ProgrammeSettings()
    settings.isSharedByGroup = true
    let scratch = try Scratch.programme(settings)
    chown("\(scratch.programme)/events", 0, 4242)
    chmod("\(scratch.programme)/events", 0o770)
    try scratch.store().save(nil, .event(Event.sample("e-1")))
    var status = stat()
    stat("\(scratch.programme)/events/e-1.json", &status)
    #expect(status.st_gid == 4242)
    #expect(status.st_mode & 0o777 == 0o660)
  }

  @Test func `wide rights are tightened and told, narrow ones are not loosened`() throws {
    let scratch = try Scratch.programme()
    try scratch.store().save(nil, .event(Event.sample("e-1")))
    try scratch.write("{}", to: "identities/p-1.json", mode: 0o644)
    chmod("\(scratch.programme)/events/e-1.json", 0o444)
    chmod("\(scratch.programme)/heard.json", 0o400)
    chmod("\(scratch.programme)/events", 0o755)
    chmod(scratch.programme, 0o755)
    let told = try scratch.store().prepareForWriting(ProgrammeSettings())
    let root = scratch.programme
    #expect(
      Set(told) == [
        root, "\(root)/events", "\(root)/events/e-1.json", "\(root)/identities/p-1.json",
      ])
    #expect(scratch.mode("") == 0o700)
    #expect(scratch.mode("events") == 0o700)
    #expect(scratch.mode("events/e-1.json") == 0o400)
    #expect(scratch.mode("heard.json") == 0o400)
    #expect(try scratch.store().prepareForWriting(ProgrammeSettings()).isEmpty)
  }

  @Test func `names behind pseudonyms are never a group's`() throws {
    var settings = ProgrammeSettings()
    settings.isSharedByGroup = true
    let scratch = try Scratch.programme(settings)
    try scratch.write("{}", to: "identities/p-1.json", mode: 0o660)
    try scratch.write("{}", to: "actions/a-1.json", mode: 0o660)
    _ = try scratch.store().prepareForWriting(settings)
    #expect(scratch.mode("identities/p-1.json") == 0o600)
    #expect(scratch.mode("identities") & 0o777 == 0o700)
    #expect(scratch.mode("actions/a-1.json") == 0o660)
  }

  @Test func `what lies outside the folder is not touched by way of a link`() throws {
    let scratch = try Scratch.programme()
    let outside = "\(scratch.path)/outside.json"
    try Data("{}".utf8).write(to: URL(fileURLWithPath: outside))
    chmod(outside, 0o644)
    symlink(outside, "\(scratch.programme)/events/e-1.json")
    link(outside, "\(scratch.programme)/events/e-2.json")
    _ = try scratch.store().prepareForWriting(ProgrammeSettings())
    var status = stat()
    stat(outside, &status)
    #expect(status.st_mode & 0o777 == 0o644)
  }
}
