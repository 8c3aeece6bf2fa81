import Foundation
import HeardModel
import HeardStore
import TestKit
import Testing

@Suite struct OutsideTests {
  @Test func `what another window saves is told by its file, our own save is nothing new`() throws {
    let scratch = try Scratch.programme()
    let (ours, others) = (try scratch.store("one"), try scratch.store("two"))
    let event = try Event.sample("e-1")
    try ours.save(nil, .event(event))
    let watch = try ours.watch()
    var titled = event
    titled.title = "Theirs"
    try others.save(.event(event), .event(titled), by: "Grace")
    var told = Self.told(watch) { $0.files == ["events/e-1.json"] }.files
    let read = ours.read(Array(told))
    #expect(read.programme.events[event.id] == titled)
    #expect(read.authors == ["e-1": "Grace"])
    #expect(ours.read(Array(told)).files.isEmpty)
    var placed = titled
    placed.place = "Lyon"
    try ours.save(.event(titled), .event(placed))
    told = Self.told(watch) { !$0.files.isEmpty }.files
    #expect(ours.read(Array(told)).files.isEmpty)
  }

  @Test func `what others did after the reading and before the watch is found, and nothing else`()
    throws
  {
    let scratch = try Scratch.programme()
    let store = try scratch.store()
    let events = try ["e-1", "e-2", "e-3"].map { try Event.sample($0) }
    for event in events { try store.save(nil, .event(event)) }
    let later = try scratch.store("later")
    _ = try later.load()
    var titled = events[0]
    titled.title = "Theirs"
    try store.save(.event(events[0]), .event(titled), by: "Grace")
    unlink("\(scratch.programme)/events/e-2.json")
    try store.save(nil, .event(Event.sample("e-4")))
    _ = try later.watch()
    let read = later.read(Array(later.files()))
    #expect(read.files == ["events/e-1.json", "events/e-2.json", "events/e-4.json"])
    #expect(read.programme.events[titled.id] == titled)
    #expect(later.read(Array(later.files())).files.isEmpty)
  }

  @Test(arguments: ["editor", "rename", "remove", "rights"])
  func `whatever another program does to a file is told`(way: String) throws {
    let scratch = try Scratch.programme()
    let store = try scratch.store()
    try store.save(nil, .event(Event.sample("e-1")))
    let text = try #require(scratch.text("events/e-1.json"))
    let watch = try store.watch()
    let path = "\(scratch.programme)/events/e-1.json"
    switch way {
    case "editor": try scratch.write(text.replacing("Circle", with: "Ring"), to: "events/e-1.json")
    case "rename":
      try scratch.write(text.replacing("Circle", with: "Ring"), to: "events/.syncthing.tmp")
      rename("\(scratch.programme)/events/.syncthing.tmp", path)
    case "remove": unlink(path)
    default: chmod(path, 0o400)
    }
    #expect(Self.told(watch) { !$0.files.isEmpty }.files.contains("events/e-1.json"))
  }

  @Test func `an older file that is put back with its size and its time is told`() throws {
    let scratch = try Scratch.programme()
    let store = try scratch.store()
    try store.save(nil, .event(Event.sample("e-1")))
    let text = try #require(scratch.text("events/e-1.json"))
    let path = "\(scratch.programme)/events/e-1.json"
    _ = store.read(["events/e-1.json"])
    var saved = stat()
    stat(path, &saved)
    // The clock of files moves on in steps.
    try waitUntil(10, "a later moment in the clock of files") {
      let file = try #require(fopen(path, "r+"))
      fputs(text.replacing("Circle", with: "Cercle"), file)
      fclose(file)
      var times = [saved.st_atim, saved.st_mtim]
      utimensat(AT_FDCWD, path, &times, 0)
      var now = stat()
      stat(path, &now)
      return now.st_ctim.tv_sec != saved.st_ctim.tv_sec
        || now.st_ctim.tv_nsec != saved.st_ctim.tv_nsec
    }
    var now = stat()
    stat(path, &now)
    #expect(now.st_size == saved.st_size && now.st_ino == saved.st_ino)
    #expect(now.st_mtim.tv_nsec == saved.st_mtim.tv_nsec)
    #expect(store.read(["events/e-1.json"]).programme.events.values.first?.title == "Cercle")
  }

  @Test func `a folder that comes or goes has the whole programme read`() throws {
    let scratch = try Scratch.programme()
    let watch = try scratch.store().watch()
    try scratch.write("{}", to: "notices/n-1.json")
    #expect(Self.told(watch, until: \.isUnsure).isUnsure)
    // From now on the new folder is watched too.
    try scratch.write("{}", to: "notices/n-2.json")
    #expect(
      Self.told(watch) { $0.files.contains("notices/n-2.json") }.files.contains("notices/n-2.json"))
    try FileManager.default.removeItem(atPath: "\(scratch.programme)/notices")
    #expect(Self.told(watch, until: \.isUnsure).isUnsure)
  }

  @Test func `names behind pseudonyms, the history and unfinished saves are not told`() throws {
    let scratch = try Scratch.programme()
    let store = try scratch.store()
    for folder in ["identities", "safeguarding", "history"] {
      try scratch.write("{}", to: "\(folder)/x.json")
    }
    let watch = try store.watch()
    for folder in ["identities", "safeguarding", "history"] {
      try scratch.write("{}", to: "\(folder)/y.json")
    }
    try scratch.write("{}", to: "events/.heard-1-1-1.tmp")
    try scratch.write("{}", to: "events/e-1.json")
    #expect(Self.told(watch) { !$0.files.isEmpty }.files == ["events/e-1.json"])
  }

  @Test func `a folder on another machine is known by how it is mounted`() {
    let mounts = """
      22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
      40 22 0:45 / /mnt/team rw,relatime shared:20 - nfs4 server:/team rw
      41 22 0:46 / /home/ada/drive rw shared:21 - fuse.rclone drive: rw
      """
    #expect(!FolderWatch.isShared(device: 8 << 8 | 1, mounts))
    #expect(FolderWatch.isShared(device: 45, mounts))
    #expect(FolderWatch.isShared(device: 46, mounts))
    #expect(!FolderWatch.isShared(device: 47, mounts))
  }

  @Test func `only the wanted files are read, and what was erased is not among them`() throws {
    let scratch = try Scratch.programme()
    let store = try scratch.store()
    for id in ["e-1", "e-2"] { try store.save(nil, .event(Event.sample(id))) }
    try store.save(nil, .testimony(Testimony.sample("t-1", at: "e-1")))
    var organisation = Organisation()
    organisation.id = try #require(OrganisationID(stored: "o-1"))
    try store.save(nil, .organisation(organisation))
    let other = try scratch.store()
    var read = other.read(["events/e-1.json", "events/e-9.json", "partners.json"])
    #expect(read.programme.events.keys.map(\.text) == ["e-1"])
    #expect(read.programme.organisations.count == 1)
    #expect(read.programme.testimonies.isEmpty)
    #expect(read.files == ["events/e-1.json", "events/e-9.json", "partners.json"])
    try scratch.write("{ torn", to: "events/e-1.json")
    read = other.read(["events/e-1.json", "testimonies/e-1.json"])
    #expect(read.unreadable.map(\.file) == ["events/e-1.json"])
    #expect(read.programme.testimonies.count == 1)
    try scratch.write("{}", to: "erased/e-2.json")
    read = other.read(["events/e-2.json", "erased/e-2.json"])
    #expect(read.programme.events.isEmpty)
    #expect(read.programme.erased == ["e-2"])
  }

  @Test func `changes that are not on disk are shown merged with what others saved`() throws {
    let scratch = try Scratch.programme()
    let event = try Event.sample("e-1")
    let store = try scratch.store()
    try store.save(nil, .event(event))
    var (first, second, theirs) = (event, event, event)
    first.place = "Lyon"
    second.place = "Lyon"
    second.notes = "Later"
    theirs.title = "Theirs"
    theirs.notes = "Other"
    try scratch.store().save(.event(event), .event(theirs))
    let before = scratch.everything()
    let changes = [
      Change(.several(kind: .event, count: 1), [try .of(.event(event), .event(first))]),
      Change(.several(kind: .event, count: 1), [try .of(.event(first), .event(second))]),
    ]
    guard case .event(let merged)? = store.rebased(changes, on: noon.day).first?.record else {
      throw Missing()
    }
    #expect(merged.title == "Theirs" && merged.place == "Lyon" && merged.notes == "Later")
    #expect(merged.conflicts.map(\.other) == [.text("Other")])
    #expect(scratch.everything() == before)
  }

  @Test func `what a person withdrew does not come back with an edit made meanwhile`() throws {
    let scratch = try Scratch.programme()
    let store = try scratch.store()
    let testimony = try Testimony.sample("t-1", at: "e-1", text: "The words")
    try store.save(nil, .testimony(testimony))
    var withdrawn = testimony
    withdrawn.consent.entries = [
      ConsentEntry(id: "k-1", purpose: .record, state: .withdrawn, at: noon, by: "Ada")
    ]
    withdrawn = withdrawn.emptied()
    var edited = testimony
    edited.text = "The words and more"
    edited.privateNote = "A note"
    try store.save(.testimony(testimony), .testimony(withdrawn))
    try store.save(.testimony(testimony), .testimony(edited))
    let text = try #require(scratch.text("testimonies/e-1.json"))
    #expect(!text.contains("words") && !text.contains("A note"))
    #expect(try scratch.load().programme.testimonies[testimony.id] == withdrawn)
  }

  /// Two windows and an editor change one event in any order.
  ///
  /// Each sees the others only now and then. A word may go only when who wrote over it had it before their eyes.
  @Test func `in no order of three writers is a word lost that nobody wrote over`() throws {
    var random = RandomSource.printed("three writers")
    for _ in 0..<12 {
      var game = try Interleaving()
      for step in 0..<60 { try game.step(step, &random) }
      try game.check()
    }
  }

  /// What a watch tells until something holds, or in vain for some seconds.
  private static func told(
    _ watch: FolderWatch, until isEnough: (FolderEvents) -> Bool
  ) -> FolderEvents {
    var all = watch.collect()
    try? waitUntil(20, "enough of it") {
      let more = watch.collect()
      all.files.formUnion(more.files)
      all.isUnsure = all.isUnsure || more.isUnsure
      return isEnough(all)
    }
    return all
  }

  private struct Missing: Error {}
}

/// A folder with two windows on it, and what each of them shows.
private struct Interleaving {
  private let scratch: Scratch
  private let stores: [ProgrammeStore]
  private var shown: [Programme]
  private var words: Set<String> = []
  private var topics: Set<String> = []
  private let id: EventID

  init() throws {
    scratch = try Scratch.programme()
    stores = [try scratch.store("one"), try scratch.store("two")]
    let event = try Event.sample("e-1")
    id = event.id
    try stores[0].save(nil, .event(event))
    let loaded = try scratch.load().programme
    shown = [loaded, loaded]
  }

  mutating func step(_ number: Int, _ random: inout RandomSource) throws {
    let window = random.below(2)
    switch random.below(4) {
    case 0:
      let read = stores[window].read(["events/e-1.json"])
      _ = shown[window].takeOver(read.files, from: read.programme)
    case 1: try editFile(number)
    default: try save(number, window, &random)
    }
  }

  private mutating func save(_ number: Int, _ window: Int, _ random: inout RandomSource) throws {
    guard let before = shown[window].events[id] else { return }
    var after = before
    if random.chance(50) {
      words.remove(before.notes)
      after.notes = "word-\(number)"
      words.insert(after.notes)
    } else {
      after.topics.append(Code(stored: "topic-\(number)") ?? "topic")
      topics.insert("topic-\(number)")
    }
    for saved in try stores[window].save(.event(before), .event(after)) {
      shown[window].put(saved.record, at: saved.key)
    }
  }

  /// Somebody with a text editor, who sees the file as it is.
  private mutating func editFile(_ number: Int) throws {
    guard var event = try scratch.load().programme.events[id] else { return }
    words.remove(event.notes)
    event.notes = "typed-\(number)"
    words.insert(event.notes)
    try scratch.write(event, to: "events/e-1.json")
  }

  func check() throws {
    let event = try #require(try scratch.load().programme.events[id])
    var kept: Set<String> = [event.notes]
    for conflict in event.conflicts {
      kept.formUnion([conflict.kept?.text, conflict.other?.text].compactMap { $0 })
    }
    #expect(words.subtracting(kept).isEmpty, "lost \(words.subtracting(kept))")
    #expect(topics.subtracting(event.topics.map(\.stored)).isEmpty)
  }
}
