import Foundation
import HeardModel
import TestKit
import Testing

@testable import HeardStore

/// When a change of one record reads only what is around it, and when everything.
@Suite struct ChangeReachTests {
  /// Two events with a testimony each, an action for the first, which names an organisation.
  private func folder() throws -> Scratch {
    let scratch = try Scratch.programme()
    var action = FollowUpAction()
    action.id = id("a-1")
    action.testimonies = [id("t-1")]
    action.partners = [id("o-1")]
    var other = FollowUpAction()
    other.id = id("a-2")
    other.events = [id("e-2")]
    var organisation = Organisation()
    (organisation.id, organisation.name) = (id("o-1"), "Ensemble")
    try scratch.store().save([
      .of(nil, .event(Event.sample("e-1"))), .of(nil, .event(Event.sample("e-2"))),
      .of(nil, .testimony(Testimony.sample("t-1", at: "e-1"))),
      .of(nil, .testimony(Testimony.sample("t-2", at: "e-2"))),
      .of(nil, .action(action)), .of(nil, .action(other)),
      .of(nil, .organisation(organisation)),
    ])
    return scratch
  }

  /// Changes an event as a command does that has read everything.
  @discardableResult
  private func change(_ scratch: Scratch, place: String = "Lyon") throws -> ProgrammeStore {
    let store = try scratch.store()
    let before = try #require(store.loadToChange().programme.events[id("e-1")])
    return try put(store, before, place: place)
  }

  @discardableResult
  private func put(
    _ store: ProgrammeStore, _ before: Event, place: String
  ) throws -> ProgrammeStore {
    var after = before
    after.place = place
    _ = store.prepareForWriting(ProgrammeSettings())
    store.rememberOrder(after: try store.save(.event(before), .event(after)))
    return store
  }

  private static func tombstone(_ id: Code) -> Tombstone {
    var tombstone = Tombstone()
    tombstone.id = id
    return tombstone
  }

  private func part(
    _ ids: [String], _ scratch: Scratch, isRemoval: Bool = false, isDry: Bool = false
  ) throws -> LoadedProgramme? {
    try scratch.store().load(
      toChange: ChangeReach(ids, isRemoval: isRemoval), isDry: isDry)
  }

  @Test func `everything is read until the folder is known to be in order, then what is around`()
    throws
  {
    let scratch = try folder()
    #expect(try part(["e-1"], scratch) == nil)
    try change(scratch)
    let found = try #require(try part(["e-1"], scratch)?.programme)
    #expect(found.events.keys.map(\.text) == ["e-1"])
    #expect(found.testimonies.keys.map(\.text) == ["t-1"])
    #expect(found.actions.keys.map(\.text) == ["a-1"])
    #expect(found.organisations.count == 1)
    // One change after another, and each knows what the one before has left.
    for place in ["Nice", "Metz", "Brest"] {
      let store = try scratch.store()
      let loaded = try #require(store.load(toChange: ChangeReach(["e-1"]), isDry: false))
      try put(store, try #require(loaded.programme.events[id("e-1")]), place: place)
    }
    #expect(try scratch.load().programme.events[id("e-1")]?.place == "Brest")
  }

  @Test func `whatever others did to any file is a reason to read everything`() throws {
    let deeds: [(Scratch) throws -> Void] = [
      { try $0.change("events/e-2.json") { $0["title"] = "Others" } },
      { try $0.write("{}", to: "events/e-2 (1).json") },
      { try $0.write(#"{"members": [{"id": "s-1"}]}"#, to: "team.json") },
      { unlink("\($0.programme)/actions/a-2.json") },
      { chmod("\($0.programme)/events/e-2.json", 0o400) },
      { try $0.write(WithdrawalMark(), to: "withdrawn/c-9.json") },
      { try $0.write(Self.tombstone("t-9"), to: "erased/t-9.json") },
    ]
    for (number, deed) in deeds.enumerated() {
      let scratch = try folder()
      for place in ["Lyon", "Nice"] { try change(scratch, place: place) }
      #expect(try part(["e-1"], scratch) != nil, "\(number)")
      try deed(scratch)
      #expect(try part(["e-1"], scratch) == nil, "\(number)")
      // Where nothing is written it does not matter what waits elsewhere.
      #expect(try part(["e-1"], scratch, isDry: true) != nil, "\(number)")
    }
  }

  @Test func `a file elsewhere that cannot be read keeps everything being read`() throws {
    let scratch = try folder()
    try scratch.write("{", to: "events/e-2.json")
    for place in ["Lyon", "Nice"] { try change(scratch, place: place) }
    #expect(try part(["e-1"], scratch) == nil)
    #expect(try part(["e-1"], scratch, isRemoval: true, isDry: true) == nil)
    #expect(try part(["e-1"], scratch, isDry: true) != nil)
  }

  @Test func `for a removal what may name the record is read`() throws {
    let scratch = try folder()
    try change(scratch)
    let near = try #require(try part(["o-1"], scratch)?.programme)
    #expect(near.actions.isEmpty && near.organisations.count == 1)
    let naming = try #require(try part(["o-1"], scratch, isRemoval: true)?.programme)
    #expect(naming.actions.keys.map(\.text) == ["a-1"])
    #expect(naming.belongings(of: .organisation(id("o-1"))).naming == 1)
    var merged = try #require(try scratch.load().programme.actions[id("a-2")])
    let before = merged
    merged.mergedInto = id("a-1")
    try scratch.store().save(.action(before), .action(merged))
    try change(scratch, place: "Nice")
    let actions = try #require(try part(["a-1"], scratch, isRemoval: true)?.programme.actions)
    #expect(actions.count == 2)
  }

  @Test func `an older file that comes back elsewhere is closed by the next change`() throws {
    let scratch = try folder()
    let old = try #require(scratch.text("testimonies/e-2.json"))
    let before = try #require(try scratch.load().programme.testimonies[id("t-2")])
    var after = before
    var answer = entry(.record, .withdrawn, "2024-05-20")
    answer.id = "e-w"
    after.consent.entries.append(answer)
    try scratch.store().save(.testimony(before), .testimony(after))
    try change(scratch)
    #expect(try part(["e-1"], scratch)?.gone == ["t-2"])
    try scratch.write(old, to: "testimonies/e-2.json")
    #expect(try part(["e-1"], scratch) == nil)
    try change(scratch, place: "Nice")
    #expect(scratch.text("testimonies/e-2.json")?.contains(before.text) == false)
    #expect(try part(["e-1"], scratch)?.gone == ["t-2"])
  }

  @Test func `a mark that a change brings closes its consent in other files, too`() throws {
    let scratch = try folder()
    let first = try #require(try scratch.load().programme.testimonies[id("t-1")])
    // Somebody has put the same consent into another file.
    var second = try #require(try scratch.load().programme.testimonies[id("t-2")])
    let before = second
    second.consent.id = first.consent.id
    try scratch.store().save(.testimony(before), .testimony(second))
    try change(scratch)
    let store = try scratch.store()
    #expect(store.load(toChange: ChangeReach(["t-1"]), isDry: false) != nil)
    var withdrawn = first
    var answer = entry(.record, .withdrawn, "2024-05-20")
    answer.id = "e-w"
    withdrawn.consent.entries.append(answer)
    _ = store.prepareForWriting(ProgrammeSettings())
    store.rememberOrder(after: try store.save(.testimony(first), .testimony(withdrawn)))
    #expect(try part(["e-1"], scratch) == nil)
    try change(scratch, place: "Nice")
    #expect(scratch.text("testimonies/e-2.json")?.contains(second.text) == false)
  }

  @Test func `what is remembered holds no word, and goes with what was erased`() throws {
    let scratch = try folder()
    let before = try #require(try scratch.load().programme.testimonies[id("t-2")])
    var after = before
    var answer = entry(.record, .withdrawn, "2024-05-20")
    answer.id = "e-w"
    after.consent.entries.append(answer)
    try scratch.store().save(.testimony(before), .testimony(after))
    try change(scratch)
    let file = "\(ownStateFolder)/state/heard/seen/\(FolderOrder.name(scratch.programme))"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    #expect(text.contains("t-2") && !text.contains("Circle") && !text.contains(before.text))
    var status = stat()
    #expect(lstat(file, &status) == 0 && status.st_mode & 0o777 == 0o600)
    _ = try scratch.store().sweep(["t-2"], ProgrammeSettings())
    #expect(!FileManager.default.fileExists(atPath: file))
  }

  @Test func `where something was erased a sweep looks where it looked with everything read`()
    throws
  {
    let scratch = try folder()
    try scratch.write(Self.tombstone("t-9"), to: "erased/t-9.json")
    try scratch.change("actions/a-2.json") { $0["description"] = "As t-9 said." }
    try change(scratch)
    let store = try scratch.store()
    let loaded = try #require(store.load(toChange: ChangeReach(["e-1"]), isDry: false))
    // And into what was written since.
    #expect(store.order.withLock { $0?.telling } == ["actions/a-2.json", "events/e-1.json"])
    try put(store, try #require(loaded.programme.events[id("e-1")]), place: "Nice")
    #expect(try part(["e-1"], scratch) != nil)
  }

  @Test func `a sweep looks into every file that names what goes, however it is written there`()
    throws
  {
    let scratch = try folder()
    try scratch.change("actions/a-1.json") { $0["description"] = "A \"quoted\" line\nand more" }
    try scratch.change("actions/a-2.json") { $0["description"] = "Told by\nt-9" }
    try scratch.write(
      #"{"id": "e-1", "title": "Told by \u0074-9", "notes": "\\"}"#, to: "events/e-1.json")
    try scratch.write(#"{"id": "e-2", "title": "\\u0074-9 is no letter"}"#, to: "events/e-2.json")
    var order = SweepOrder(erased: ["t-9"])
    order.files = nil
    let sweep = try scratch.store().swept(order, ProgrammeSettings())
    #expect(sweep.telling == ["actions/a-2.json", "events/e-1.json"])
  }

  @Test func `an id or a number of a testimony that was not read is known`() throws {
    let scratch = try folder()
    let before = try #require(try scratch.load().programme.testimonies[id("t-2")])
    var after = before
    after.consent.withdrawalCode = "4821-0937"
    try scratch.store().save(.testimony(before), .testimony(after))
    let store = try scratch.store()
    #expect(store.isTaken("t-2") && store.isTaken("4821-0937"))
    #expect(!store.isTaken("t-3") && !store.isTaken("0937-4821") && !store.isTaken("Circle"))
    #expect(store.isThere("events/e-2.json") && !store.isThere("events/e-3.json"))
  }

  @Test func `what can be taken back is read with every change`() throws {
    let scratch = try folder()
    try change(scratch)
    let before = try #require(try scratch.load().programme.events[id("e-2")])
    var after = before
    after.place = "Nice"
    let undo = try UndoFolder(
      programme: ProgrammeSettings().id, realPath: scratch.programme)
    let change = try #require(
      Change(
        .edited(kind: .event, title: ""), before: .event(before), after: .event(after)))
    try undo.remember(change, at: noon)
    let found = try #require(try part([], scratch)?.programme)
    #expect(found.events.keys.map(\.text) == ["e-2"])
  }

  @Test func `what others change meanwhile is not taken for being in order`() throws {
    let scratch = try folder()
    try change(scratch)
    let store = try scratch.store()
    let loaded = try #require(store.load(toChange: ChangeReach(["e-1"]), isDry: false))
    try scratch.change("events/e-2.json") { $0["title"] = "Others" }
    try put(store, try #require(loaded.programme.events[id("e-1")]), place: "Nice")
    #expect(try part(["e-1"], scratch) == nil)
  }

  @Test func `a sum tells any look apart, in whichever order files come`() throws {
    let scratch = try folder()
    var source = RandomSource.printed("looks of files")
    let folder = try Folder(scratch.programme)
    let (first, second) = (FolderLooks(folder).sum, FolderLooks(folder).sum)
    #expect(first == second)
    let files = ["events/e-1.json", "testimonies/e-2.json", "actions/a-1.json", "heard.json"]
    for _ in 0..<20 {
      let file = source.pick(files)
      let before = FolderLooks(folder).sum
      let text = try #require(scratch.text(file))
      try scratch.write(text + "\n", to: file)
      #expect(FolderLooks(folder).sum != before, "\(file)")
    }
  }
}
