import Foundation
import HeardModel
import HeardStore
import Testing

@Suite struct CopyTests {
  @Test(arguments: [
    ("e-1.sync-conflict-20240101-120000-ABCDEFG.json", "syncthing"),
    ("e-1 (Maria's conflicted copy 2024-01-01).json", "conflicted"),
    ("e-1 (Copie en conflit de Maria 2024-01-01).json", "conflicted"),
    ("e-1 (In Konflikt stehende Kopie von Maria 2024-01-01).json", "conflicted"),
    ("e-1 (Maria の競合コピー 2024-01-01).json", "conflicted"),
    ("e-1 (conflicted copy 2024-01-01 120000).json", "conflicted"),
    ("e-1 (1).json", "numbered"), ("e-1(2).json", "numbered"), ("e-1.json~", "backup"),
    ("#e-1.json#", "backup"), ("e-1.json.~1~", "backup"), ("e-1_old.json", "other"),
  ])
  func `a copy is found by its name and by the record in it, and read as none`(
    name: String, origin: String
  ) throws {
    let scratch = try Scratch.programme()
    let event = try Event.sample("e-1")
    try scratch.store().save(nil, .event(event))
    var copied = event
    copied.title = "Copied"
    copied.notes = "Only in the copy"
    try scratch.write(copied, to: "events/\(name)")
    let loaded = try scratch.load()
    #expect(loaded.copies.map(\.file) == ["events/\(name)"])
    #expect(loaded.copies.first?.original == "events/e-1.json")
    #expect(loaded.copies.first?.origin.rawValue == origin)
    #expect(loaded.unreadable.isEmpty)
    #expect(loaded.programme.events.count == 1)
    let faults = try ProgrammeCheck.faults(path: scratch.programme)
    #expect(faults.map(\.code).contains("H704"))

    let merged = try merge("events/\(name)", scratch)
    #expect(merged.newConflicts == 1)
    let after = try scratch.load()
    #expect(after.copies.isEmpty)
    let now = try #require(after.programme.events[event.id])
    #expect(now.title == "Circle" && now.notes == "Only in the copy")
    #expect(now.conflicts.map(\.other) == [.text("Copied")])
    let kept = try #require(merged.keptAt)
    #expect(try String(contentsOfFile: kept, encoding: .utf8).contains("Copied"))
    var status = stat()
    #expect(stat(kept, &status) == 0 && status.st_mode & 0o777 == 0o600)
    #expect(try scratch.store().history(of: "e-1").contains { $0.what == "merged" })
  }

  @Test(arguments: [".e-1.json.swp", ".#e-1.json"])
  func `the mark of an editor is told and never merged`(name: String) throws {
    let scratch = try Scratch.programme()
    try scratch.store().save(nil, .event(Event.sample("e-1")))
    symlink("ada@machine.1234", "\(scratch.programme)/events/\(name)")
    #expect(try scratch.load().copies.map(\.canBeMerged) == [false])
    #expect(throws: StoreError.notACopy(path: "events/\(name)")) {
      _ = try merge("events/\(name)", scratch)
    }
  }

  @Test(arguments: [
    "events/e-1 (1).json", "events/e-1.json", "notes (1).json", "../x", "events/e-9 (1).json", "",
  ])
  func `a file that does not hold the same record is left alone`(name: String) throws {
    let scratch = try Scratch.programme()
    try scratch.store().save(nil, .event(Event.sample("e-1")))
    try scratch.write(Event.sample("e-2"), to: "events/e-1 (1).json")
    try scratch.write("{}", to: "notes (1).json")
    try scratch.write("{}", to: "events/e-9 (1).json")
    let before = scratch.everything()
    #expect(throws: StoreError.notACopy(path: name)) { _ = try merge(name, scratch) }
    #expect(scratch.everything() == before)
  }

  @Test func `lists are joined by id and no organisation counts twice`() throws {
    let scratch = try Scratch.programme()
    let store = try scratch.store()
    var one = Organisation()
    one.id = try #require(OrganisationID(stored: "o-1"))
    one.name = "One"
    var two = one
    two.id = try #require(OrganisationID(stored: "o-2"))
    try store.save(nil, .organisation(one))
    var list = Organisations()
    one.name = "Uno"
    list.organisations = [one, two]
    try scratch.write(list, to: "partners (Ada's conflicted copy 2024-01-01).json")
    #expect(try scratch.load().programme.organisations.count == 1)
    try merge("partners (Ada's conflicted copy 2024-01-01).json", scratch)
    let after = try scratch.load().programme.organisations
    #expect(after.count == 2)
    #expect(after[one.id]?.conflicts.map(\.other) == [.text("Uno")])
  }

  @Test func `what was erased comes back neither by a copy nor in what is kept of it`() throws {
    let scratch = try Scratch.programme()
    let store = try scratch.store()
    var event = try Event.sample("e-1")
    try store.save(nil, .event(event))
    try store.save(nil, .event(Event.sample("e-2")))
    var person = Participation()
    person.id = try #require(PersonID(stored: "p-7kq2m9x4ab"))
    person.pseudonym = "Marigold"
    event.participations = [person]
    event.notes = "Stays"
    try scratch.write(event, to: "events/e-1 (1).json")
    try scratch.write(Event.sample("e-2", title: "Erased words"), to: "events/e-2 (1).json")
    for id in ["p-7kq2m9x4ab", "e-2"] { try scratch.write("{}", to: "erased/\(id).json") }

    let merged = try merge("events/e-1 (1).json", scratch)
    let now = try #require(try scratch.load().programme.events[event.id])
    #expect(now.participations.isEmpty && now.notes == "Stays")
    let kept = try String(contentsOfFile: try #require(merged.keptAt), encoding: .utf8)
    #expect(!kept.contains("Marigold") && kept.contains("Stays"))
    #expect(!(scratch.text("events/e-1.json") ?? "").contains("Marigold"))

    let gone = try merge("events/e-2 (1).json", scratch)
    #expect(gone.keptAt == nil)
    #expect(scratch.text("events/e-2 (1).json") == nil)
  }

  @Test func `words that were withdrawn come back neither by a copy nor in what is kept`() throws {
    let scratch = try Scratch.programme()
    var testimony = try Testimony.sample("t-1", at: "e-1", text: "The words")
    var file = EventTestimonies()
    file.id = testimony.event
    file.testimonies = [testimony, try Testimony.sample("t-2", at: "e-1", text: "Others")]
    try scratch.write(file, to: "testimonies/e-1.sync-conflict-20240601-120000-ABCDEFG.json")
    testimony.consent.entries = [
      ConsentEntry(id: "k-1", purpose: .record, state: .withdrawn, at: noon, by: "Ada")
    ]
    try scratch.store().save(nil, .testimony(testimony.emptied()))
    let merged = try merge(
      "testimonies/e-1.sync-conflict-20240601-120000-ABCDEFG.json", scratch)
    let text = try #require(scratch.text("testimonies/e-1.json"))
    #expect(!text.contains("The words") && text.contains("Others"))
    let kept = try String(contentsOfFile: try #require(merged.keptAt), encoding: .utf8)
    #expect(!kept.contains("The words") && kept.contains("Others"))
  }

  @Test func `a copy opens nothing that its record has closed`() throws {
    let scratch = try Scratch.programme()
    let store = try scratch.store()
    var event = try Event.sample("e-1")
    event.confidentiality = .closed
    try store.save(nil, .event(event))
    var open = event
    open.confidentiality = .open
    try scratch.write(open, to: "events/e-1 (1).json")
    try merge("events/e-1 (1).json", scratch)
    #expect(try scratch.load().programme.events[event.id]?.confidentiality == .closed)

    var settings = ProgrammeSettings()
    settings.isSharedByGroup = true
    try scratch.write(settings, to: "heard (1).json")
    try merge("heard (1).json", scratch)
    #expect(try scratch.load().programme.settings.isSharedByGroup == false)

    var testimony = try Testimony.sample("t-1", at: "e-1")
    testimony.consent.attributes = [.country]
    try store.save(nil, .testimony(testimony))
    testimony.consent.attributes = [.country, .ageBand]
    testimony.consent.naming = .fullName
    var file = EventTestimonies()
    file.id = testimony.event
    file.testimonies = [testimony]
    try scratch.write(file, to: "testimonies/e-1 (1).json")
    try merge("testimonies/e-1 (1).json", scratch)
    let now = try #require(try scratch.load().programme.testimonies[testimony.id])
    #expect(now.consent.attributes == [.country])
    #expect(now.consent.naming == .none)
  }

  @Test func `a record that cannot be read keeps its copy and stays as it is`() throws {
    let scratch = try Scratch.programme()
    try scratch.write("{ torn", to: "events/e-1.json")
    try scratch.write(Event.sample("e-1"), to: "events/e-1 (1).json")
    let before = scratch.everything()
    #expect(throws: StoreError.self) { _ = try merge("events/e-1 (1).json", scratch) }
    #expect(scratch.everything() == before)
  }

  @Test func `what is kept of removed records forgets what is erased later`() throws {
    let scratch = try Scratch.programme()
    let store = try scratch.store()
    var event = try Event.sample("e-erase-later")
    var person = Participation()
    person.id = try #require(PersonID(stored: "p-eraselater"))
    person.pseudonym = "Marigold"
    event.participations = [person]
    for id in ["e-erase-later", "e-erase-all"] {
      var one = event
      one.id = try #require(EventID(stored: id))
      try store.save(nil, .event(one))
      try store.save(.event(one), nil)
    }
    #expect(try store.sweep(["p-eraselater", "e-erase-all"], ProgrammeSettings()) == [])
    let folder = "\(ownStateFolder)/state/heard/removed"
    let all = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    #expect(!all.contains { $0.hasSuffix("e-erase-all.json") })
    let rest = try #require(all.first { $0.hasSuffix("e-erase-later.json") })
    let text = try String(contentsOfFile: "\(folder)/\(rest)", encoding: .utf8)
    #expect(!text.contains("Marigold"))
  }

  @discardableResult
  private func merge(_ file: String, _ scratch: Scratch) throws -> MergedCopy {
    try scratch.store().mergeCopy(file, settings: ProgrammeSettings(), by: "Ada", at: noon)
  }
}
