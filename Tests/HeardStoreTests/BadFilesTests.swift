import Foundation
import HeardModel
import HeardStore
import TestKit
import Testing

@Suite struct BadFilesTests {
  @Test func `a file that cannot be understood hides no other and stays as it is`() throws {
    let scratch = try Scratch.programme()
    let store = try scratch.store()
    try store.save(nil, .event(Event.sample("good")))
    let (deep, good) = (
      String(repeating: "[", count: 100), try #require(scratch.text("events/good.json"))
    )
    let bad: [(String, code: String)] = [
      ("", "H101"), ("   \n", "H101"), ("{", "H101"), ("{}{}", "H101"), (good + "x", "H101"),
      (String(good.dropLast(10)), "H101"), ("\u{FEFF}" + good, "H101"), (deep, "H101"),
      (good.replacing("\"Circle\"", with: "\"Cir\u{1}cle\""), "H101"),
      (good.replacing("\"held\"", with: "held").replacing("\"planned\"", with: "planned"), "H101"),
      (good.replacing("  \"title\"", with: "<<<<<<< ours\n  \"title\""), "H103"),
      (good.replacing("\"title\"", with: "\"status\": \"held\",\n  \"title\""), "H104"),
      (good.replacing("\"Circle\"", with: "\"Circle\","), "H101"),
      (
        good.replacing("\"title\": \"Circle\"", with: "\"capacity\": 9007199254740993000000"),
        "H101"
      ),
      ("[]", "H102"), ("null", "H102"), ("\"text\"", "H102"), ("{}", "H201"),
      (good.replacing("\"Circle\"", with: "7"), "H202"),
      (good.replacing("\"planned\"", with: "\"unheardOf\""), "H203"),
      (good.replacing("\"title\": \"Circle\"", with: "\"capacity\": -1"), "H204"),
      (good.replacing("\"good\"", with: "\"other\""), "H302"),
    ]
    for (number, file) in bad.enumerated() {
      try scratch.write(
        file.0.replacing("\"good\"", with: "\"bad-\(number)\""), to: "events/bad-\(number).json")
    }
    try scratch.write(good, to: "events/Copy of good.json")
    let before = scratch.everything()
    let loaded = try store.load()
    #expect(loaded.programme.events.keys.map(\.text) == ["good"])
    #expect(loaded.unreadable.count == bad.count + 1)
    for (number, file) in bad.enumerated() {
      let name = "events/bad-\(number).json"
      #expect(loaded.unreadable.first { $0.file == name }?.code == file.code, "\(name) \(file.0)")
      #expect(throws: StoreError.self) { try store.save(nil, .event(.sample("bad-\(number)"))) }
    }
    #expect(scratch.everything() == before)
  }

  @Test func `marks of a merge are told by their line, and equal signs in a text are none`() throws
  {
    let scratch = try Scratch.sound()
    let text = try #require(scratch.text("events/e-1.json"))
    let lines = text.split(separator: "\n").map(String.init)
    let versions = ["<<<<<<< HEAD", lines[1], "=======", lines[1], ">>>>>>> theirs"]
    let merged = lines[..<1] + versions + lines[2...]
    try scratch.write(merged.joined(separator: "\n") + "\n", to: "events/e-1.json")
    try scratch.write("<<<<<<< HEAD\n=======\n>>>>>>>\n", to: "history/2024-06-x.jsonl")
    try scratch.write("{\"notes\": \"Heading\n=======\nText\"}", to: "actions/a-1.json")
    let found = try ProgrammeCheck.faults(path: scratch.programme)
    #expect(
      found.map { "\($0.file):\($0.line ?? 0) \($0.code)" } == [
        "actions/a-1.json:1 H101", "events/e-1.json:2 H103", "history/2024-06-x.jsonl:1 H103",
        "history/2024-06-x.jsonl:2 H103", "history/2024-06-x.jsonl:3 H103",
      ])
    #expect(try scratch.load().unreadable.map(\.code) == ["H101", "H103"])
  }

  @Test(arguments: [2, 3, 8, 9, 40])
  func `an id that stands twice in a list is told, in a short list and a long one`(
    _ count: Int
  ) throws {
    let scratch = try Scratch.programme()
    let people = (1..<count).map { #"{"id":"p-\#($0)","status":"attended"}"# }
    func load(_ list: [String]) throws -> [FileFault] {
      try scratch.write(
        #"{"id":"e-1","type":"dialogue","involvement":"organised","format":"online","#
          + #""status":"held","confidentiality":"open","title":"","participations":"#
          + "[\(list.joined(separator: ","))]}", to: "events/e-1.json")
      return try scratch.store().load().unreadable
    }
    #expect(try load(people).isEmpty)
    let fault = try #require(try load(people + [people[0]]).first)
    #expect(fault.kind == .repeatedID("p-1"))
    #expect(fault.member == "participations[p-1]")
    #expect(fault.line == 1 && (fault.column ?? 0) > 100)
  }

  @Test func `links, pipes, folders and second names in place of a file are refused`() throws {
    let scratch = try Scratch.programme()
    let store = try scratch.store()
    let outside = "\(scratch.path)/outside.json"
    let secret = String(decoding: try Event.sample("e-link").fileBytes(), as: UTF8.self)
    try secret.write(toFile: outside, atomically: false, encoding: .utf8)
    let events = "\(scratch.programme)/events"
    symlink(outside, "\(events)/e-link.json")
    symlink("/nonexistent", "\(events)/e-nowhere.json")
    mkfifo("\(events)/e-pipe.json", 0o600)
    mkdir("\(events)/e-folder.json", 0o700)
    link(outside, "\(events)/e-second.json")
    mkfifo("\(scratch.programme)/team.json", 0o600)
    let loaded = try store.load()
    #expect(loaded.programme.events.isEmpty)
    #expect(loaded.unreadable.map(\.kind) == Array(repeating: .notAPlainFile, count: 6))
    for id in ["e-link", "e-nowhere", "e-pipe", "e-folder", "e-second"] {
      #expect(throws: StoreError.self, "\(id)") { try store.save(nil, .event(.sample(id))) }
    }
    #expect(try String(contentsOfFile: outside, encoding: .utf8) == secret)
    let faults = try ProgrammeCheck.faults(path: scratch.programme)
    #expect(faults.count { $0.kind == .notAPlainFile } == 6)
  }

  @Test func `what names a record whose file may not be read is no fault of its own`() throws {
    let scratch = try Scratch.sound()
    let event = "\(scratch.programme)/events/e-1.json"
    rename(event, "\(scratch.path)/elsewhere.json")
    symlink("\(scratch.path)/elsewhere.json", event)
    let faults = try ProgrammeCheck.faults(path: scratch.programme)
    #expect(faults.map { "\($0.file) \($0.code)" } == ["events/e-1.json H601"])
  }

  @Test func `a folder that is a link is neither read nor written`() throws {
    let scratch = try Scratch.programme()
    let outside = "\(scratch.path)/outside"
    rename("\(scratch.programme)/events", outside)
    symlink(outside, "\(scratch.programme)/events")
    #expect(try scratch.load().unreadable.map(\.file) == ["events"])
    #expect(throws: StoreError.self) {
      try scratch.store().save(nil, .event(Event.sample("e-1")))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: outside).isEmpty)
    let faults = try ProgrammeCheck.faults(path: scratch.programme)
    #expect(faults.map(\.kind) == [.notAPlainFile])
  }

  @Test func `a pipe in place of the history does not hang a save`() throws {
    let scratch = try Scratch.programme()
    mkdir("\(scratch.programme)/history", 0o700)
    mkfifo("\(scratch.programme)/history/2024-06-device.jsonl", 0o600)
    let store = try scratch.store()
    try store.save(nil, .event(Event.sample("e-1")))
    #expect(
      store.historyTrouble
        == .unreadable(FileFault(file: "2024-06-device.jsonl", kind: .notAPlainFile)))
    #expect(try scratch.load().programme.events.count == 1)
    #expect(scratch.leftovers().isEmpty)
  }

  @Test func `what the history could not tell of stands in it after the next save`() throws {
    let scratch = try Scratch.programme()
    try scratch.write("{", to: "history")
    let store = try scratch.store()
    try store.save(nil, .event(Event.sample("e-1")))
    #expect(store.historyTrouble != nil)
    unlink("\(scratch.programme)/history")
    try store.save(nil, .event(Event.sample("e-2")))
    #expect(store.historyTrouble == nil)
    #expect(store.history(of: "e-1").count == 1)
    #expect(store.history(of: "e-2").count == 1)
  }

  @Test func `a file of holes that claims to be huge is refused without its memory`() throws {
    let scratch = try Scratch.programme()
    try scratch.write("{}", to: "events/e-1.json")
    truncate("\(scratch.programme)/events/e-1.json", 1 << 40)
    #expect(try scratch.load().unreadable.map(\.code) == ["H101"])
  }

  @Test func `a newer format is only read, whatever it changed`() throws {
    let scratch = try Scratch.programme()
    try scratch.store().save(nil, .event(Event.sample("e-1")))
    let newer = StoreError.newerFormat(found: 9, known: ProgrammeSettings.currentFormat)
    for text in [
      #"{"format": 9, "id": "x", "name": "Newer"}"#,
      #"{"format": 9, "id": ["x"], "name": {"en": "Newer"}, "countries": "FR"}"#,
      #"{"format": 9}"#,
    ] {
      try scratch.write(text, to: "heard.json")
      let loaded = try scratch.load()
      #expect(loaded.readOnly == newer)
      #expect(loaded.programme.events.count == 1)
      #expect(throws: newer) {
        try scratch.store().save(nil, .event(Event.sample("e-2")))
      }
      #expect(throws: newer) { try ProgrammeCheck.faults(path: scratch.programme) }
    }
    #expect(scratch.text("events/e-2.json") == nil)
  }

  @Test func `a folder without a programme, and a programme that cannot be read, are told`() throws
  {
    let scratch = Scratch()
    let nothing = StoreError.noFolder(path: "\(scratch.path)/none")
    #expect(throws: nothing) { try ProgrammeStore(path: "\(scratch.path)/none", device: "d") }
    let empty = StoreError.notAProgramme(path: scratch.path)
    #expect(throws: empty) { try ProgrammeStore(path: scratch.path, device: "d").load() }
    #expect(throws: empty) { try ProgrammeCheck.faults(path: scratch.path) }
    try Data("{".utf8).write(to: URL(fileURLWithPath: "\(scratch.path)/heard.json"))
    #expect(throws: StoreError.self) { try ProgrammeStore(path: scratch.path, device: "d").load() }
    #expect(throws: StoreError.alreadyThere(path: scratch.path)) {
      try ProgrammeStore.create(at: scratch.path, settings: ProgrammeSettings())
    }
  }

  @Test func `a folder of which the machine lets nothing be written keeps the old record`() throws {
    let scratch = try Scratch.programme()
    let store = try scratch.store()
    let event = try Event.sample("e-1")
    try store.save(nil, .event(event))
    // Root may write everywhere but where the file system itself says no.
    guard getuid() == 0, makeImmutable(scratch, true) else {
      return print("skipped: no right to make a folder unchangeable")
    }
    defer { _ = makeImmutable(scratch, false) }
    let error = #expect(throws: StoreError.self) {
      try store.save(.event(event), .event(.sample("e-1", title: "New")))
    }
    #expect(error == .cannotWrite(path: "\(scratch.programme)/events/e-1.json", errno: EPERM))
    #expect(try scratch.load().programme.events[event.id] == event)
  }

  @Test(arguments: 1...ProgrammeSettings.currentFormat)
  func `every format there ever was stays readable, and the newest one has its sample`(
    format: Int
  ) throws {
    let fixture = Project.folder.appendingPathComponent("Tests/Fixtures/format-\(format)").path
    let loaded = try ProgrammeStore(path: fixture, device: "d").load()
    #expect(loaded.unreadable == [] && !loaded.programme.events.isEmpty)
    #expect(loaded.programme.settings.format == format)
  }

  @Test func `a programme of format 1 stays readable`() throws {
    let fixture = Project.folder.appendingPathComponent("Tests/Fixtures/format-1").path
    let loaded = try ProgrammeStore(path: fixture, device: "d").load()
    #expect(loaded.unreadable == [])
    let programme = loaded.programme
    #expect(programme.settings.name == "Format one")
    #expect(programme.events.count == 1)
    let event = try #require(programme.events.values.first)
    #expect(event.id.text == "2024-05-28-fr-lyon-4k7q")
    #expect(event.attendance.total == 84)
    #expect(event.participations.first?.consent?.entries.count == 1)
    let testimony = try #require(programme.testimonies.values.first)
    #expect(testimony.event == event.id)
    #expect(testimony.quotes.first?.approval?.text == "Nobody asked me.")
    #expect(programme.actions.values.first?.testimonies == [testimony.id])
    #expect(programme.organisations.count == 1)
    #expect(programme.team.count == 1)
    #expect(programme.notices.count == 1)
    #expect(programme.guides.count == 1)
    #expect(programme.profiles.count == 1)
    #expect(programme.taxonomies.count == 1)
    #expect(programme.plan.rows.count == 1)
    #expect(programme.baselines.figures.count == 1)
    #expect(programme.erased == ["t-erased0001"])
    let faults = try ProgrammeCheck.faults(path: fixture).filter { $0.code != "H603" }
    #expect(faults == [])
  }

  private func makeImmutable(_ scratch: Scratch, _ isImmutable: Bool) -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/chattr")
    process.arguments = [isImmutable ? "+i" : "-i", "\(scratch.programme)/events"]
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
