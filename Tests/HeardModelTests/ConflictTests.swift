import HeardModel
import Testing

@Suite struct ConflictTests {
  @Test func `a path names members, and the ids of elements with points in them`() {
    let path = FieldPath("participations[p-1].consent.entries[e.1-a].state")
    #expect(path.steps.map(\.name) == ["participations", "consent", "entries", "state"])
    #expect(path.steps.map(\.id) == ["p-1", nil, "e.1-a", nil])
    #expect(path.names == "participations.consent.entries.state")
    #expect(FieldPath("").steps.isEmpty)
    for broken in ["a[b", "[", "]", "a[b]c[", "..", "a[[b]]."] {
      #expect(FieldPath(broken).steps.count <= broken.count, "\(broken)")
    }
  }

  @Test(arguments: [
    ("title", StoredValue.text("Other")), ("status", .text("cancelled")),
    ("start", .text("2024-06-12")), ("attendance.total", .number(12)),
    ("attendance.roles.speaker", .number(3)), ("noPartners", .flag(true)),
    ("access.captions", .text("arranged")), ("series.name", .text("Row")),
    ("participations[p-1].note", .text("Note")), ("topics", .list([.text("trust")])),
    ("participations[p-1].consent.notice", .text("n-1")), ("country", .text("JP")),
    ("pulses[trust].before", .list((0...10).map(StoredValue.number))),
  ])
  func `a value is put where its path leads, and nothing else changes`(
    path: String, value: StoredValue
  ) throws {
    let record = Record.event(try event(conflict(path, other: value)))
    let conflict = try #require(record.conflicts.first)
    let settled = try #require(record.settling(conflict, with: value))
    #expect(settled.value(at: FieldPath(path)) == value)
    #expect(settled.conflicts.isEmpty)
    // Put back, the record is what it was without the conflict.
    let before = record.value(at: FieldPath(path))
    if let before, let again = settled.settling(conflict, with: before) {
      #expect(again == record.settling(conflict, with: nil))
    }
  }

  @Test func `what does not fit a field, or has no place, is not put anywhere`() throws {
    for (path, value) in [
      ("title", StoredValue.number(1)), ("status", .text("later")), ("nothing", .text("x")),
      ("participations[p-9].note", .text("x")), ("attendance.total", .number(-1)),
      ("attendance", .text("x")), ("topics", .list([.number(1)])),
    ] {
      let record = Record.event(try event(conflict(path, other: value)))
      let conflict = try #require(record.conflicts.first)
      #expect(record.settling(conflict, with: value) == nil, "\(path)")
      #expect(!ConflictChoices(conflict, in: record).allowsOther, "\(path)")
    }
  }

  @Test(arguments: [
    ("confidentiality", "closed", "open", false), ("confidentiality", "open", "closed", true),
    ("participations[p-1].consent.naming", "none", "fullName", false),
    ("participations[p-1].consent.naming", "fullName", "none", true),
  ])
  func `of two values that decide who is exposed only the more closed one can be chosen`(
    path: String, standing: String, other: String, takesOther: Bool
  ) throws {
    var event = try event(conflict(path, other: .text(other)))
    event.confidentiality = try #require(
      Confidentiality(rawValue: path == "confidentiality" ? standing : "open"))
    event.participations[0].consent?.naming = Naming(rawValue: standing) ?? .none
    let record = Record.event(event)
    let choices = ConflictChoices(try #require(record.conflicts.first), in: record)
    #expect(choices.allowsOther == takesOther)
    #expect(choices.allowsStanding == !takesOther)
    #expect(!choices.allowsTyping)
    #expect(choices.limit == .closing)
  }

  @Test func `nobody chooses what a person has answered`() throws {
    let path = "participations[p-1].consent.notice"
    let record = Record.event(try event(conflict(path, other: .text("n-2"))))
    let choices = ConflictChoices(try #require(record.conflicts.first), in: record)
    #expect(choices.allowsStanding && !choices.allowsOther && !choices.allowsTyping)
    #expect(choices.limit == .answer)
  }

  @Test func `words may be written anew, a number may not`() throws {
    for (path, isText) in [("notes", true), ("attendance.total", false), ("status", false)] {
      let value: StoredValue = isText ? .text("x") : path == "status" ? .text("held") : .number(1)
      let record = Record.event(try event(conflict(path, other: value)))
      let choices = ConflictChoices(try #require(record.conflicts.first), in: record)
      #expect(choices.allowsTyping == isText, "\(path)")
    }
  }

  @Test func `a file that was read again replaces its records and no others`() throws {
    var programme = Programme()
    for id in ["e-1", "e-2", "e-3"] { try put(id, "Old", &programme) }
    var read = Programme()
    try put("e-1", "New", &read)
    let edits = programme.takeOver(
      ["events/e-1.json", "events/e-2.json"], from: read,
      except: [.event(try #require(EventID(stored: "e-2")))])
    #expect(edits.map(\.key.recordID) == ["e-1"])
    #expect(programme.events.values.map(\.title).sorted() == ["New", "Old", "Old"])
    #expect(programme.takeOver(["events/e-2.json"], from: read).map(\.after) == [nil])
    #expect(programme.events.count == 2)
    #expect(programme.takeOver(["events/e-1.json"], from: read).isEmpty)
  }

  @Test func `a testimony that left its file is gone, those of other events stay`() throws {
    var programme = Programme()
    for (id, event) in [("t-1", "e-1"), ("t-2", "e-1"), ("t-3", "e-2")] {
      var testimony = Testimony()
      testimony.id = try #require(TestimonyID(stored: id))
      testimony.event = try #require(EventID(stored: event))
      programme.testimonies[testimony.id] = testimony
    }
    var read = Programme()
    read.testimonies = programme.testimonies.filter { $0.key.text == "t-1" }
    let edits = programme.takeOver(["testimonies/e-1.json"], from: read)
    #expect(edits.map(\.key.recordID) == ["t-2"])
    #expect(programme.testimonies.keys.map(\.text).sorted() == ["t-1", "t-3"])
  }

  private func put(_ id: String, _ title: String, _ programme: inout Programme) throws {
    var event = Event()
    event.id = try #require(EventID(stored: id))
    event.title = title
    programme.events[event.id] = event
  }

  private func conflict(_ path: String, other: StoredValue) -> FieldConflict {
    var conflict = FieldConflict()
    conflict.id = "x-1"
    conflict.path = path
    conflict.kept = .text("kept")
    conflict.other = other
    return conflict
  }

  private func event(_ conflict: FieldConflict) throws -> Event {
    var event = Event()
    event.id = try #require(EventID(stored: "e-1"))
    event.title = "Circle"
    event.attendance.roles = ["speaker": 1]
    event.access = ["captions": .needed]
    var person = Participation()
    person.id = try #require(PersonID(stored: "p-1"))
    person.consent = Consent()
    event.participations = [person]
    var pulse = Pulse()
    pulse.id = "trust"
    event.pulses = [pulse]
    event.conflicts = [conflict]
    return event
  }
}
