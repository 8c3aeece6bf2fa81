import Foundation
import HeardModel
import HeardStore
import Testing

/// What a check tells of the folder itself: names, rights, and what does not belong there.
@Suite struct FolderCheckTests {
  @Test func `names are held against the rule of ids and against each other`() throws {
    let scratch = try Scratch.sound()
    try scratch.write("{}", to: "events/Bad.json")
    try scratch.write("{}", to: "events/-rf.json")
    try scratch.write("{}", to: "events/é.json")
    try scratch.write("{}", to: "events/e\u{301}.json")
    try scratch.write("{}", to: "events/E-1.json")
    try scratch.write(Scratch.fileText(Event.sample("e-9")), to: "events/e-8.json")
    try scratch.write(Scratch.fileText(CountryProfile()), to: "profiles/fr.json")
    try scratch.write(
      Scratch.fileText(CountryProfile.builtIn(CountryCode(stored: "GB"))), to: "profiles/FR.json")
    try scratch.write(Scratch.fileText(Taxonomy()), to: "taxonomies/colours.json")
    let found = try scratch.faults()
    #expect(
      Set(found) == [
        "events/Bad.json H301 ", "events/-rf.json H301 ", "events/é.json H301 ",
        "events/e\u{301}.json H301 ", "events/E-1.json H301 ", "events/e-1.json H303 ",
        "events/é.json H303 ", "events/e-8.json H302 id", "profiles/fr.json H301 ",
        "profiles/fr.json H303 ", "profiles/FR.json H302 country",
        "taxonomies/colours.json H301 ",
      ])
  }

  @Test func `of many files the faults of each are told once`() throws {
    let scratch = try Scratch.sound()
    var expected: Set<String> = []
    for number in 100..<160 {
      var event = try Event.sample("e-\(number)")
      event.facilitators = [try #require(StaffID(stored: "s-gone-\(number)"))]
      let text = Scratch.fileText(event)
      try scratch.write(
        number.isMultiple(of: 3) ? text + "\n" : text, to: "events/e-\(number).json")
      expected.insert("events/e-\(number).json H401 facilitators")
      if number.isMultiple(of: 3) { expected.insert("events/e-\(number).json H701 ") }
    }
    let found = try scratch.faults()
    #expect(found.count == expected.count)
    #expect(Set(found) == expected)
  }

  @Test func `rights, owners and what is no plain file are told`() throws {
    let scratch = try Scratch.sound()
    chmod("\(scratch.programme)/events/e-1.json", 0o644)
    chmod("\(scratch.programme)/actions", 0o755)
    chmod(scratch.programme, 0o750)
    chmod("\(scratch.programme)/identities/p-1.json", 0o640)
    symlink("/etc/passwd", "\(scratch.programme)/identities/p-2.json")
    #expect(
      try scratch.faults() == [
        " H603 ", "actions H603 ", "events/e-1.json H603 ", "identities/p-1.json H603 ",
        "identities/p-2.json H601 ",
      ])
    if getuid() != 0 { return print("skipped: only root can give a file to somebody else") }
    chown("\(scratch.programme)/identities/p-1.json", 4242, 4242)
    chown("\(scratch.programme)/events/e-1.json", 4242, 4242)
    #expect(try scratch.faults().contains("identities/p-1.json H602 "))
    #expect(try !scratch.faults().contains("events/e-1.json H602 "))
  }

  @Test func `a group's rights are no fault where the programme says that it shares`() throws {
    var settings = ProgrammeSettings()
    settings.isSharedByGroup = true
    let scratch = try Scratch.programme(settings)
    try scratch.store().save(nil, .event(Event.sample("e-1")))
    try scratch.store().save(nil, .settings(settings))
    #expect(try scratch.faults() == [])
  }

  @Test func `leftovers, copies of a sync and strangers are told by name`() throws {
    let scratch = try Scratch.sound()
    for name in [
      "events/.heard-1-1-1.tmp", "events/notes.txt", "events/e-1.sync-conflict-20240601-1-AB.json",
      "events/e-1 (Ada's conflicted copy 2024-06-01).json", "events/e-1 (1).json",
      "events/e-1~", "events/deep/x.json", "plans.json",
    ] {
      try scratch.write("{}", to: name)
    }
    for name in [".gitattributes", "README.md", ".stignore", ".git/config", "LICENSE"] {
      try scratch.write("", to: name)
    }
    let found = try ProgrammeCheck.faults(path: scratch.programme)
    #expect(
      found.map { "\($0.file) \($0.code)" } == [
        "events/.heard-1-1-1.tmp H702", "events/deep H703",
        "events/e-1 (1).json H704", "events/e-1 (Ada's conflicted copy 2024-06-01).json H704",
        "events/e-1.sync-conflict-20240601-1-AB.json H704", "events/e-1~ H704",
        "events/notes.txt H703", "plans.json H703",
      ])
    #expect(found.contains { $0.kind == .syncCopy(of: "e-1.json") })
  }

  @Test func `another form of the same record is told, and a torn history`() throws {
    let scratch = try Scratch.sound()
    let tree = try #require(scratch.text("events/e-1.json"))
    try scratch.write(tree.replacing("\n", with: ""), to: "events/e-1.json")
    try scratch.write("{\"at\": \"never\"}\n{\n{}{\n{\"at", to: "history/2024-06-x.jsonl")
    let found = try ProgrammeCheck.faults(path: scratch.programme)
    #expect(
      found.map { "\($0.file) \($0.line ?? 0) \($0.code)" } == [
        "events/e-1.json 0 H701", "history/2024-06-x.jsonl 1 H203",
        "history/2024-06-x.jsonl 2 H101", "history/2024-06-x.jsonl 3 H101",
        "history/2024-06-x.jsonl 4 H702",
      ])
  }

  @Test func `a byte that is no letter any more is told wherever it stands`() throws {
    let scratch = try Scratch.sound()
    let text = try #require(scratch.text("actions/a-1.json"))
    let bytes = Array(text.utf8)
    let was = try scratch.load().programme.actions.values.first
    var silent: [Int] = []
    for place in bytes.indices {
      var flipped = bytes
      flipped[place] ^= 0x80
      try Data(flipped).write(to: URL(fileURLWithPath: "\(scratch.programme)/actions/a-1.json"))
      if try scratch.faults().isEmpty { silent.append(place) }
    }
    #expect(silent == [])
    #expect(was != nil)
  }
}
