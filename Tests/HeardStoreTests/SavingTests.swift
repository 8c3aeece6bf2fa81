import Foundation
import HeardModel
import TestKit
import Testing

@testable import HeardStore

@Suite struct SavingTests {
  @Test func `a save takes in what another window saved meanwhile`() throws {
    let scratch = try Scratch.programme()
    let (one, two) = (try scratch.store("one"), try scratch.store("two"))
    let event = try Event.sample("e-1")
    try one.save(nil, .event(event))
    var titled = event
    titled.title = "New title"
    var placed = event
    placed.place = "Lyon"
    placed.attendance.total = 12
    try one.save(.event(event), .event(titled))
    let saved = try two.save(.event(event), .event(placed))
    var both = titled
    both.place = "Lyon"
    both.attendance.total = 12
    #expect(saved.first?.record == .event(both))
    #expect(saved.first?.newConflicts == 0)
    #expect(try scratch.load().programme.events[event.id] == both)
  }

  @Test func `a field that both changed keeps ours and lists both`() throws {
    let scratch = try Scratch.programme()
    let (one, two) = (try scratch.store("one"), try scratch.store("two"))
    let event = try Event.sample("e-1")
    try one.save(nil, .event(event))
    var theirs = event
    theirs.title = "Theirs"
    var ours = event
    ours.title = "Ours"
    try one.save(.event(event), .event(theirs))
    let saved = try two.save(.event(event), .event(ours))
    #expect(saved.first?.newConflicts == 1)
    let merged = try #require(try scratch.load().programme.events[event.id])
    #expect(merged.title == "Ours")
    #expect(merged.conflicts.map(\.path) == ["title"])
    #expect(merged.conflicts.map(\.kept) == [.text("Ours")])
    #expect(merged.conflicts.map(\.other) == [.text("Theirs")])
  }

  @Test func `a change of many files is saved whole, and taken away whole`() throws {
    let scratch = try Scratch.programme()
    let store = try scratch.store()
    var edits: [Edit] = []
    for number in 0..<60 {
      let event = try Event.sample("e-\(number)", title: "Circle \(number)")
      var action = FollowUpAction()
      action.id = try #require(ActionID(stored: "a-\(number)"))
      edits += [try .of(nil, .event(event)), try .of(nil, .action(action))]
    }
    #expect(try store.save(edits).count == 120)
    let loaded = try scratch.load()
    #expect(loaded.programme.events.count == 60 && loaded.programme.actions.count == 60)
    #expect(loaded.programme.events[id("e-59")]?.title == "Circle 59")
    #expect(scratch.leftovers().isEmpty && loaded.unreadable.isEmpty)
    let unsettled = store.unsettled.withLock { $0 }
    #expect(unsettled.isEmpty)
    let back = try edits.map { try Edit.of($0.after, nil) }
    try store.save(back)
    #expect(try scratch.load().programme.events.isEmpty)
    let kept = try store.removedFolder(ProgrammeSettings().id).folder.names()
    #expect(kept.count(where: { $0.hasSuffix(".json") }) == 120)
  }

  @Test
  func `what was merged before the folder was locked is only used where nothing changed since`()
    throws
  {
    let scratch = try Scratch.programme()
    let (one, two) = (try scratch.store("one"), try scratch.store("two"))
    var event = try Event.sample("e-1")
    event.summary = String(repeating: "What we heard. ", count: 30_000)
    try one.save(nil, .event(event))
    var titled = event
    titled.title = "Ours"
    let change = Change(
      .edited(kind: .event, title: ""), [try Edit.of(.event(event), .event(titled))])
    let ahead = PreparedAhead(change, in: one, on: noon.day)
    let marks = try MarkFolder(one.folder)
    let there = try one.folder.inside(.events)?.read("e-1.json")
    #expect(ahead.file("events/e-1.json", there, [], marks, noon.day) != nil)
    #expect(ahead.file("events/e-1.json", there, ["p-1"], marks, noon.day) == nil)
    #expect(ahead.file("events/e-1.json", there.map { $0 + [32] }, [], marks, noon.day) == nil)
    // Somebody else is faster.
    var placed = event
    placed.place = "Lyon"
    try two.save(.event(event), .event(placed))
    let saved = try one.saveLocked(
      change, settings: ProgrammeSettings(), by: "Ada", at: noon, ahead: ahead)
    titled.place = "Lyon"
    #expect(saved.map(\.record) == [.event(titled)])
    #expect(try scratch.load().programme.events[event.id] == titled)
  }

  @Test func `nothing is written into a folder that was moved away, nor into the one in its place`()
    throws
  {
    let scratch = try Scratch.programme()
    let store = try scratch.store()
    let event = try Event.sample("e-1")
    try store.save(nil, .event(event))
    var titled = event
    titled.title = "New"
    let away = scratch.path + "/away"
    try FileManager.default.moveItem(atPath: scratch.programme, toPath: away)
    #expect(throws: StoreError.moved(path: scratch.programme)) {
      try store.save(.event(event), .event(titled))
    }
    try FileManager.default.copyItem(atPath: away, toPath: scratch.programme)
    #expect(throws: StoreError.moved(path: scratch.programme)) {
      try store.save(.event(event), .event(titled))
    }
    for place in [away, scratch.programme] {
      let there = try ProgrammeStore(path: place, device: "other").load()
      #expect(there.programme.events[event.id] == event)
    }
    // Put back, it is saved as ever.
    try FileManager.default.removeItem(atPath: scratch.programme)
    try FileManager.default.moveItem(atPath: away, toPath: scratch.programme)
    try store.save(.event(event), .event(titled))
    #expect(try scratch.load().programme.events[event.id] == titled)
  }

  @Test func `a record that somebody removed meanwhile comes back, and it is told who had`() throws
  {
    let scratch = try Scratch.programme()
    let (one, two) = (try scratch.store("one"), try scratch.store("two"))
    let event = try Event.sample("e-1")
    try one.save(nil, .event(event))
    try one.save(.event(event), nil, by: "Grace")
    var ours = event
    ours.title = "Ours"
    #expect(try two.save(.event(event), .event(ours)).map(\.broughtBackFrom) == ["Grace"])
    #expect(try scratch.load().programme.events[event.id] == ours)
    // What stands there is not brought back.
    #expect(try two.save(.event(ours), .event(event)).map(\.broughtBackFrom) == [nil])
  }

  @Test func `the fifty-first conflict of a record is refused, and none is lost`() throws {
    let scratch = try Scratch.programme()
    let store = try scratch.store()
    let event = try Event.sample("e-1")
    try store.save(nil, .event(event))
    func titled(_ number: Int) -> Event {
      var other = event
      other.title = "Title \(number)"
      return other
    }
    for number in 0...50 { try store.save(.event(event), .event(titled(number))) }
    let full = try #require(try scratch.load().programme.events[event.id])
    #expect(full.conflicts.count == 50)
    let error = StoreError.tooManyConflicts(id: "e-1", limit: 50)
    #expect(throws: error) { try store.save(.event(event), .event(titled(51))) }
    #expect(try scratch.load().programme.events[event.id] == full)
    // What meets nobody's change is saved, and so is a choice.
    var placed = full
    placed.place = "Lyon"
    placed.conflicts.removeLast()
    try store.save(.event(full), .event(placed))
    try store.save(.event(event), .event(titled(51)))
    #expect(try scratch.load().programme.events[event.id]?.title == "Title 51")
  }

  @Test func `a conflict in a part of an event stands among the event's own`() throws {
    let scratch = try Scratch.programme()
    let store = try scratch.store()
    var event = try Event.sample("e-1")
    for id in ["p-1", "p-2"] {
      var person = Participation()
      person.id = try #require(PersonID(stored: id))
      event.participations.append(person)
    }
    try store.save(nil, .event(event))
    var (theirs, ours) = (event, event)
    for index in 0..<2 {
      theirs.participations[index].note = "theirs"
      ours.participations[index].note = "ours"
    }
    try store.save(.event(event), .event(theirs))
    #expect(try store.save(.event(event), .event(ours)).first?.newConflicts == 2)
    let merged = try #require(try scratch.load().programme.events[event.id])
    #expect(
      merged.conflicts.map(\.path).sorted() == [
        "participations[p-1].note", "participations[p-2].note",
      ])
    #expect(try scratch.load().unreadable.isEmpty)
  }

  @Test func `of two values that decide who is exposed the more closed one stays`() throws {
    let scratch = try Scratch.programme()
    let store = try scratch.store()
    let event = try Event.sample("e-1")
    var testimony = try Testimony.sample("t-1", at: "e-1")
    testimony.consent.naming = .chosenName
    try store.save([.of(nil, .event(event)), .of(nil, .testimony(testimony))])
    var (closing, opening) = (testimony, testimony)
    closing.consent.naming = .none
    opening.consent.naming = .fullName
    try store.save(.testimony(testimony), .testimony(closing))
    try store.save(.testimony(testimony), .testimony(opening))
    let merged = try #require(try scratch.load().programme.testimonies[testimony.id])
    #expect(merged.consent.naming == .none)
    #expect(merged.conflicts.map(\.path) == ["consent.naming"])
    #expect(merged.conflicts.map(\.other) == [.text("fullName")])

    var (chatham, open) = (event, event)
    chatham.confidentiality = .closed
    open.confidentiality = .chathamHouse
    try store.save(.event(event), .event(chatham))
    try store.save(.event(event), .event(open))
    #expect(try scratch.load().programme.events[event.id]?.confidentiality == .closed)
  }

  @Test func `an attribute that was taken out stays out when another one is added`() throws {
    let scratch = try Scratch.programme()
    let store = try scratch.store()
    var testimony = try Testimony.sample("t-1", at: "e-1")
    testimony.consent.attributes = [.country]
    testimony.communities = ["women"]
    try store.save(nil, .testimony(testimony))
    var (theirs, ours) = (testimony, testimony)
    theirs.consent.attributes = [.country, .year]
    theirs.communities = ["women", "disabled"]
    ours.consent.attributes = []
    ours.communities = []
    try store.save(.testimony(testimony), .testimony(theirs))
    try store.save(.testimony(testimony), .testimony(ours))
    let merged = try #require(try scratch.load().programme.testimonies[testimony.id])
    #expect(merged.consent.attributes == [.year])
    #expect(merged.communities == ["disabled"])
  }

  @Test func `the last entry of a list is taken out although another one was added`() throws {
    let scratch = try Scratch.programme()
    let store = try scratch.store()
    var event = try Event.sample("e-1")
    var person = Participation()
    person.id = try #require(PersonID(stored: "p-1"))
    event.participations = [person]
    event.access = ["captions": .needed]
    event.attendance.total = 5
    try store.save(nil, .event(event))
    var (theirs, ours) = (event, event)
    person.id = try #require(PersonID(stored: "p-2"))
    theirs.participations.append(person)
    theirs.access["stepFree"] = .arranged
    theirs.attendance.note = "At the door"
    ours.participations = []
    ours.access = [:]
    ours.attendance = Attendance()
    try store.save(.event(event), .event(theirs))
    try store.save(.event(event), .event(ours))
    let merged = try #require(try scratch.load().programme.events[event.id])
    #expect(merged.participations.map(\.id.text) == ["p-2"])
    #expect(merged.access == ["stepFree": .arranged])
    #expect(merged.attendance.total == nil)
    #expect(merged.attendance.note == "At the door")
  }

  @Test func `an edit beats a deletion`() throws {
    let scratch = try Scratch.programme()
    let store = try scratch.store()
    let event = try Event.sample("e-1")
    try store.save(nil, .event(event))
    var edited = event
    edited.title = "Edited"
    try store.save(.event(event), .event(edited))
    let saved = try store.save(.event(event), nil)
    #expect(saved.first?.record == .event(edited))
    #expect(try scratch.load().programme.events[event.id] == edited)
    #expect(!store.history(of: "e-1").contains { $0.what == "removed" })

    try store.save(.event(edited), nil)
    #expect(try scratch.load().programme.events.isEmpty)
    var again = edited
    again.place = "Lyon"
    try store.save(.event(edited), .event(again))
    #expect(try scratch.load().programme.events[event.id] == again)
  }

  @Test func `one of several testimonies is removed and the others stay in their order`() throws {
    let scratch = try Scratch.programme()
    let store = try scratch.store()
    let ids = ["t-9", "t-1", "t-5"]
    for id in ids { try store.save(nil, .testimony(Testimony.sample(id, at: "e-1"))) }
    #expect(try order(scratch) == ids)
    try store.save(.testimony(Testimony.sample("t-1", at: "e-1")), nil)
    #expect(try order(scratch) == ["t-9", "t-5"])
    try store.save(.testimony(Testimony.sample("t-9", at: "e-1")), nil)
    try store.save(.testimony(Testimony.sample("t-5", at: "e-1")), nil)
    #expect(scratch.text("testimonies/e-1.json") == nil)
  }

  @Test func `one organisation and one member of the team are removed`() throws {
    let scratch = try Scratch.programme()
    let store = try scratch.store()
    var (one, two) = (Organisation(), Organisation())
    one.id = try #require(OrganisationID(stored: "o-1"))
    two.id = try #require(OrganisationID(stored: "o-2"))
    try store.save([.of(nil, .organisation(one)), .of(nil, .organisation(two))])
    try store.save(.organisation(one), nil)
    try store.save(.organisation(two), nil)
    #expect(try scratch.load().programme.organisations.isEmpty)
    #expect(try scratch.load().unreadable.isEmpty)
  }

  @Test func `every kind of record is saved into its file`() throws {
    let scratch = try Scratch.programme()
    let store = try scratch.store()
    var event = Filler.fill(Event.self)
    event.conflicts = []
    var testimony = Filler.fill(Testimony.self)
    testimony.event = event.id
    var member = StaffMember()
    member.id = try #require(StaffID(stored: "s-1"))
    var organisation = Organisation()
    organisation.id = try #require(OrganisationID(stored: "o-1"))
    var settings = ProgrammeSettings()
    settings.name = "A programme"
    let records: [Record] = [
      .event(event), .testimony(testimony), .action(Filler.fill(FollowUpAction.self)),
      .staff(member), .organisation(organisation),
    ]
    var edits = try records.map { try Edit.of(nil, $0) }
    edits.append(try .of(.settings(ProgrammeSettings()), .settings(settings)))
    let saved = try store.save(edits)
    #expect(saved.map(\.record) == records + [.settings(settings)])
    let programme = try scratch.load().programme
    for record in records { #expect(programme.record(record.key) == record) }
    #expect(programme.settings == settings)
  }

  @Test func `one file that cannot be understood stops a change of several before it begins`()
    throws
  {
    let scratch = try Scratch.programme()
    let store = try scratch.store()
    try scratch.write("{", to: "events/e-2.json")
    let edits = try ["e-1", "e-2"].map { try Edit.of(nil, .event(.sample($0))) }
    #expect(throws: StoreError.self) { try store.save(edits) }
    #expect(scratch.text("events/e-1.json") == nil)
    #expect(scratch.text("events/e-2.json") == "{")
    #expect(scratch.leftovers().isEmpty)
    #expect(store.history(of: "e-1").isEmpty)
  }

  @Test func `an id of which no file may be made is refused`() throws {
    let scratch = try Scratch.programme()
    let store = try scratch.store()
    #expect(throws: StoreError.badID("")) { try store.save(nil, .event(Event())) }
    var nameless = try Testimony.sample("t-1", at: "e-1")
    nameless.id = TestimonyID()
    #expect(throws: StoreError.badID("")) { try store.save(nil, .testimony(nameless)) }
    let hostile = [
      "", ".", "..", "../e-1", "/etc/passwd", "a/b", "a\\b", "a\u{0}b", "a\nb", "a b", "-rf", "A",
      "é", "e\u{301}", "ａ", "a.json", "a\u{202E}b", "~", "$HOME", "a;b",
      String(repeating: "a", count: 97), "con:", "%2e%2e", "\u{FEFF}a", "İ", "ß",
    ]
    for id in hostile { #expect(EventID(stored: id) == nil, "\(id.debugDescription)") }
  }

  @Test func `a machine's name that would leave the history's folder is not used`() throws {
    let scratch = try Scratch.programme()
    let store = try ProgrammeStore(path: scratch.programme, device: "../../elsewhere")
    try store.save(nil, .event(Event.sample("e-1")))
    #expect(scratch.text("history/2024-06-unknown.jsonl") != nil)
  }

  @Test func `the longest id that may be has its file`() throws {
    let scratch = try Scratch.programme()
    let id = String(repeating: "a", count: 96)
    try scratch.store().save(nil, .event(Event.sample(id)))
    #expect(try scratch.load().programme.events.keys.map(\.text) == [id])
  }

  private func order(_ scratch: Scratch) throws -> [String] {
    let text = try #require(scratch.text("testimonies/e-1.json"))
    return text.split(separator: "\n").compactMap { line in
      line.hasPrefix("      \"id\": \"t-") ? String(line.split(separator: "\"")[3]) : nil
    }
  }
}
