import Foundation
import HeardModel
import HeardStore
import Testing

@Suite struct UndoFolderTests {
  private let event: Event = {
    var event = Event()
    event.id = Identifier(stored: "2024-05-28-fr-lyon-4k7q") ?? Identifier()
    event.title = "Dialogue"
    event.confidentiality = .open
    return event
  }()

  private let noon = Moment(seconds: 1_733_054_400)

  @Test func `a change is as old as the clock of the program said, whatever the file's time is`()
    throws
  {
    let (undo, name) = try open()
    let (programme, changes) = counted(1)
    try undo.remember(changes[0], at: noon)
    #expect(undo.entries.map(\.at) == [noon])
    let found = UndoFolder.look(programme: name, realPath: "/p", programme)
    #expect(found.map(\.at) == [noon])
  }

  @Test func `changes come back newest last, as long as the records stand as they left them`()
    throws
  {
    let (undo, name) = try open()
    let (programme, changes) = counted(3)
    for change in changes { try undo.remember(change, at: noon) }
    let again = try UndoFolder(programme: name, realPath: "/p")
    #expect(again.load(programme) == changes)
    again.forget(changes[2])
    var back = programme
    back.apply(changes[2].reversed)
    #expect(try UndoFolder(programme: name, realPath: "/p").load(back) == Array(changes.prefix(2)))
    // Somebody else has changed the record: nothing of it is offered, nor kept.
    back.events[event.id]?.title = "Another"
    #expect(try UndoFolder(programme: name, realPath: "/p").load(back).isEmpty)
    #expect(files(name).isEmpty)
  }

  @Test func `at most two hundred are kept, each readable by this person alone`() throws {
    let (undo, name) = try open()
    let (programme, changes) = counted(UndoFolder.most + 5)
    for change in changes { try undo.remember(change, at: noon) }
    #expect(files(name).count == UndoFolder.most)
    for file in files(name) {
      var status = stat()
      stat(file, &status)
      #expect(status.st_mode & 0o777 == 0o600)
    }
    let again = try UndoFolder(programme: name, realPath: "/p")
    #expect(again.load(programme) == Array(changes.suffix(UndoFolder.most)))
  }

  @Test func `changes of a record without end push older ones out, and the newest stays`() throws {
    let (undo, name) = try open()
    var before = event
    before.summary = String(repeating: "What we heard. ", count: 1_200_000)
    var after = before
    for title in ["One", "Two"] {
      after.title = title
      let edit = try #require(Edit(before: .event(before), after: .event(after)))
      try undo.remember(Change(.edited(kind: .event, title: ""), [edit]), at: noon)
      before = after
    }
    #expect(files(name).count == 1)
    var programme = Programme()
    programme.events[event.id] = after
    let left = try UndoFolder(programme: name, realPath: "/p").load(programme)
    #expect(left.first?.edits.first?.after == .event(after))
  }

  @Test func `what another program of this person keeps meanwhile is not written over`() throws {
    let (undo, name) = try open()
    let (programme, changes) = counted(3)
    let other = try UndoFolder(programme: name, realPath: "/p")
    try undo.remember(changes[0], at: noon)
    try other.remember(changes[1], at: noon)
    try undo.remember(changes[2], at: noon)
    #expect(files(name).count == 3)
    let again = try UndoFolder(programme: name, realPath: "/p")
    #expect(again.load(programme) == changes)
    #expect(again.entries.map(\.change) == changes)
    // Looking makes and takes away nothing, also where a change can be taken back no more.
    var later = programme
    later.events[event.id]?.title = "Another"
    #expect(UndoFolder.look(programme: name, realPath: "/p", programme).count == 3)
    #expect(UndoFolder.look(programme: name, realPath: "/p", later).isEmpty)
    #expect(UndoFolder.look(programme: name, realPath: "/elsewhere", programme).isEmpty)
    #expect(files(name).count == 3)
  }

  @Test func `no testimony and nobody on a list is ever written`() throws {
    let (undo, name) = try open()
    var testimony = Testimony()
    testimony.id = Identifier(stored: "t-lyon000001") ?? Identifier()
    testimony.event = event.id
    testimony.text = "SECRET WORDS"
    let told = try #require(
      Change(.added(kind: .testimony, title: ""), before: nil, after: .testimony(testimony)))
    try undo.remember(told, at: noon)
    var person = Participation()
    person.id = Identifier(stored: "p-0000000001") ?? Identifier()
    person.pseudonym = "SECRET NAME"
    var before = event
    before.participations = [person]
    var after = before
    after.title = "Dialogue, second part"
    let renamed = try #require(
      Change(.edited(kind: .event, title: ""), before: .event(before), after: .event(after)))
    try undo.remember(renamed, at: noon)
    let text = try files(name).map { try String(contentsOfFile: $0, encoding: .utf8) }.joined()
    #expect(!text.contains("SECRET"))
    #expect(text.contains("second part"))
    // The people are those who stand on the list now.
    var programme = Programme()
    programme.events[event.id] = after
    #expect(try UndoFolder(programme: name, realPath: "/p").load(programme) == [renamed])
    // A change of the list itself is not kept, and nothing of the event before it.
    let removed = try #require(
      Change(.edited(kind: .event, title: ""), before: .event(after), after: .event(event)))
    try undo.remember(removed, at: noon)
    #expect(files(name).isEmpty)
  }

  @Test func `every member of an event is kept for undo or left out by name`() throws {
    let (undo, name) = try open()
    var before = Filler.fill(Event.self)
    before.conflicts = []
    var after = before
    after.capacity = (before.capacity ?? 0) + 1
    try undo.remember(
      try #require(
        Change(.edited(kind: .event, title: ""), before: .event(before), after: .event(after))),
      at: noon)
    let text = try files(name).map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
    let file = try JSONSerialization.jsonObject(with: try #require(text.first)) as? [String: Any]
    let edit = try #require((file?["edits"] as? [[String: Any]])?.first)
    let kept = try #require(edit["before"] as? [String: Any])
    var lister = MemberLister()
    lister.list(Event.self)
    func leftOut(_ type: String, of kept: [String: Any]) -> Set<String> {
      Set((lister.members[type] ?? []).map(\.name)).subtracting(kept.keys)
    }
    #expect(
      leftOut("Event", of: kept) == ["participations", "pulses", "conflicts", "asks", "retention"])
    let counts = try #require(kept["attendance"] as? [String: Any])
    #expect(leftOut("Attendance", of: counts) == ["declared"])
    // What is left out is what stands in the event now.
    var programme = Programme()
    programme.events[after.id] = after
    let back = try UndoFolder(programme: name, realPath: "/p").load(programme)
    #expect(back.first?.edits.first?.before == .event(before))
  }

  @Test func `presses of an earlier sitting come back although others have counted on since`()
    throws
  {
    let (undo, name) = try open()
    func pressed(_ event: Event, by id: Code) throws -> Event {
      var event = event
      var row = DoorCount()
      row.id = id
      event.attendance = try #require(
        event.attendance.counting(1, .inPerson, isSplit: false, in: row))
      return event
    }
    var (now, changes) = (event, [Change]())
    var renamed = event
    renamed.title = "Circle"
    changes.append(
      try #require(
        Change(.edited(kind: .event, title: ""), before: .event(now), after: .event(renamed))))
    now = renamed
    for number in 1...3 {
      let next = try pressed(now, by: "d-1")
      let name = ChangeName.attendance(title: "", before: number - 1, after: number)
      changes.append(try #require(Change(name, before: .event(now), after: .event(next))))
      now = next
    }
    for change in changes { try undo.remember(change, at: noon) }
    now = try pressed(now, by: "d-2")
    var programme = Programme()
    programme.events[event.id] = now
    let again = try UndoFolder(programme: name, realPath: "/p").load(programme)
    #expect(again == changes)
    var other = DoorCount()
    other.id = "d-3"
    for change in again.reversed() {
      let back = try #require(
        programme.takingBack(change, in: OwnSittings([], other: other)))
      programme.apply(back)
    }
    #expect(programme.events[event.id]?.attendance.total == 1)
    #expect(programme.events[event.id]?.title == "Dialogue")
  }

  @Test func `of several records those come back that still stand, and views do`() throws {
    let (undo, name) = try open()
    var programme = Programme()
    var other = event
    other.id = Identifier(stored: "2024-05-29-fr-nice-4k7r") ?? Identifier()
    let edits = try [event, other].map { before in
      var after = before
      after.region = "North"
      programme.events[before.id] = after
      return try #require(Edit(before: .event(before), after: .event(after)))
    }
    var view = SavedView()
    (view.id, view.name) = (Identifier(stored: "v-invented01") ?? Identifier(), "Spring")
    programme.views[view.id] = view
    let kept = try #require(
      Change(.added(kind: .view, title: "Spring"), before: nil, after: .view(view)))
    try undo.remember(Change(.several(kind: .event, count: 2), edits), at: noon)
    try undo.remember(kept, at: noon)
    programme.events[other.id]?.region = "South"
    let again = try UndoFolder(programme: name, realPath: "/p")
    #expect(again.load(programme) == [Change(.several(kind: .event, count: 1), [edits[0]]), kept])
  }

  @Test func `what consent closed or somebody erased is thrown away`() throws {
    let (undo, name) = try open()
    var (programme, changes) = counted(2)
    for change in changes { try undo.remember(change, at: noon) }
    undo.forget([.event(event.id)])
    #expect(files(name).isEmpty)
    for change in changes { try undo.remember(change, at: noon) }
    programme.erased = [event.id.text]
    #expect(try UndoFolder(programme: name, realPath: "/p").load(programme).isEmpty)
    #expect(files(name).isEmpty)
    // A consent changed on another machine: the record no longer stands as the change left it.
    (programme, changes) = counted(1)
    for change in changes { try undo.remember(change, at: noon) }
    programme.events[event.id]?.confidentiality = .closed
    #expect(try UndoFolder(programme: name, realPath: "/p").load(programme).isEmpty)
  }

  /// An event counted so many times, one more each time.
  private func counted(_ times: Int) -> (Programme, [Change]) {
    var programme = Programme()
    programme.events[event.id] = event
    var changes: [Change] = []
    for number in 0..<times {
      var after = programme.events[event.id] ?? event
      after.attendance.total = number
      let change = Change(
        .attendance(title: "Dialogue", before: number == 0 ? nil : number - 1, after: number),
        before: programme.events[event.id].map(Record.event), after: .event(after))
      guard let change else { continue }
      programme.apply(change)
      changes.append(change)
    }
    return (programme, changes)
  }

  private func open() throws -> (UndoFolder, Code) {
    _ = Scratch()
    let name = try #require(Code(stored: "undo\(UInt32.random(in: 0 ... .max))"))
    return (try UndoFolder(programme: name, realPath: "/p"), name)
  }

  private func files(_ name: Code) -> [String] {
    let undo = "\(ownStateFolder)/state/heard/undo"
    let folders = (try? FileManager.default.contentsOfDirectory(atPath: undo)) ?? []
    return folders.filter { $0.hasPrefix(name.stored) }.flatMap { folder in
      ((try? FileManager.default.contentsOfDirectory(atPath: "\(undo)/\(folder)")) ?? [])
        .map { "\(undo)/\(folder)/\($0)" }
    }
  }
}
