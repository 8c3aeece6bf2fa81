import Foundation
import HeardModel
import StrictJSON
import TestKit
import Testing

@testable import HeardStore

/// What this machine remembers of a folder, and what a check tells by it.
@Suite struct SeenFilesTests {
  @Test func `what others change, take away and add is told until it is accepted`() throws {
    let scratch = try Self.remembered()
    #expect(try scratch.faults() == [])
    try scratch.change("actions/a-1.json") { $0["title"] = "Ask later" }
    unlink("\(scratch.programme)/notices/n-2.json")
    try scratch.write(Scratch.fileText(Event.sample("e-9")), to: "events/e-9.json")
    let told = [
      "actions/a-1.json H801 ", "events/e-9.json H803 ", "notices/n-2.json H802 ",
    ]
    #expect(try scratch.faults() == told)
    let faults = try ProgrammeCheck.faults(path: scratch.programme)
    #expect(faults.allSatisfy { $0.isRemark && !$0.stopsReading })
    // Reading it is no acceptance, and neither is opening it again.
    let store = try scratch.store()
    _ = try store.load()
    _ = store.prepareForWriting(ProgrammeSettings())
    store.rememberFiles()
    #expect(try scratch.faults() == told)
    #expect(try store.acceptFiles() > 5)
    #expect(try scratch.faults() == [])
  }

  @Test func `whatever the program itself writes and takes away is never told`() throws {
    let scratch = try Self.remembered()
    let store = try scratch.store()
    var event = try Event.sample("e-2")
    try store.save(nil, .event(event))
    let before = event
    event.title = "Another"
    try store.save(.event(before), .event(event))
    try store.save(.event(event), nil)
    try store.keep(ImportMapping(), settings: ProgrammeSettings())
    var identity = Identity()
    identity.id = try #require(PersonID(stored: "p-2"))
    try store.keep([identity], settings: ProgrammeSettings())
    #expect(try scratch.faults().filter { $0.contains(" H8") } == [])
    try store.forget(identities: [identity.id])
    var withdrawn = try Testimony.sample("t-2", at: "e-1")
    withdrawn.consent.entries = [
      ConsentEntry(id: "k-1", purpose: .record, state: .withdrawn, at: noon, by: "Ada")
    ]
    try store.save(nil, .testimony(withdrawn.emptied()))
    #expect(try scratch.faults().filter { $0.contains(" H8") } == [])
    // The same for a second window on this machine.
    var other = try Event.sample("e-3")
    try scratch.store("other").save(nil, .event(other))
    let first = other
    other.place = "Lyon"
    try store.save(.event(first), .event(other))
    #expect(try scratch.faults().filter { $0.contains(" H8") } == [])
  }

  @Test func `a clean clone is told nothing, and the check makes nothing`() throws {
    let scratch = try Scratch.sound()
    let seen = "\(ownStateFolder)/state/heard/seen"
    let before = try? FileManager.default.contentsOfDirectory(atPath: seen)
    try scratch.change("actions/a-1.json") { $0["title"] = "Ask later" }
    #expect(try scratch.faults() == [])
    let after = try? FileManager.default.contentsOfDirectory(atPath: seen)
    // Other tests may remember their folders meanwhile.
    #expect(
      after?.contains(Self.file(scratch)) != true && before?.contains(Self.file(scratch)) != true)
  }

  @Test func `no word stands in what is remembered, and only its owner reads it`() throws {
    let scratch = try Self.remembered()
    let path = "\(ownStateFolder)/state/heard/seen/\(Self.file(scratch))"
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    #expect(lines.first?.hasPrefix("key ") == true && lines.first?.utf8.count == 68)
    for line in lines.dropFirst() {
      #expect(line.wholeMatch(of: #/[0-9a-f]{64}  [A-Za-z0-9.\/-]+/#) != nil, "\(line)")
    }
    var status = stat()
    stat(path, &status)
    #expect(status.st_mode & 0o777 == 0o600)
    // The same content has another hash in another folder.
    let other = try Self.remembered()
    let others = try String(
      contentsOfFile: "\(ownStateFolder)/state/heard/seen/\(Self.file(other))", encoding: .utf8)
    #expect(Set(lines).intersection(others.split(separator: "\n")).isEmpty)
  }

  @Test func `hashes go with what was erased, by whichever machine`() throws {
    let scratch = try Self.remembered()
    let store = try scratch.store()
    for id in ["a-1", "n-2"] {
      var stone = Tombstone()
      stone.id = try #require(Code(stored: id))
      try scratch.write(Scratch.fileText(stone), to: "erased/\(id).json")
    }
    // One that is here goes by the sweep, one was taken away by another machine.
    unlink("\(scratch.programme)/notices/n-2.json")
    #expect(try scratch.faults().filter { $0.contains("H802") } == [])
    _ = try store.sweep(["a-1", "n-2"], ProgrammeSettings())
    let path = "\(ownStateFolder)/state/heard/seen/\(Self.file(scratch))"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(!text.contains("actions/a-1.json") && !text.contains("notices/n-2.json"))
    #expect(text.contains("events/e-1.json"))
  }

  /// In each round one bit of one byte of every file is another; that of the programme by itself, for
  /// a wrong format stops the whole check.
  @Test func `a bit that is another at any place of any file is found`() throws {
    let scratch = try Self.small()
    let names =
      (FileManager.default.enumerator(atPath: scratch.programme)?
        .compactMap { $0 as? String } ?? [])
    let files = names.filter { name in
      var status = stat()
      lstat("\(scratch.programme)/\(name)", &status)
      return status.st_mode & S_IFMT == S_IFREG
    }
    #expect(files.contains(".gitignore") && files.contains { $0.hasPrefix("history/") })
    var contents: [String: [UInt8]] = [:]
    for file in files { contents[file] = Array(try #require(scratch.text(file)).utf8) }
    let main = FilePlace.programmeFile
    var unseen: [String] = []
    for place in 0..<(contents.values.map(\.count).max() ?? 0) {
      for group in [[main], files.filter { $0 != main }] {
        let flipped = group.filter { place < contents[$0]?.count ?? 0 }
        if flipped.isEmpty { continue }
        for file in flipped {
          var bytes = contents[file] ?? []
          bytes[place] ^= 1 << UInt8(place % 8)
          try scratch.put(bytes, file)
        }
        let found = (try? ProgrammeCheck.faults(path: scratch.programme)).map {
          Set($0.map(\.file))
        }
        unseen += flipped.filter { found?.contains($0) == false }.map { "\($0) \(place)" }
        for file in flipped { try scratch.put(contents[file] ?? [], file) }
      }
    }
    #expect(unseen == [])
    #expect(try scratch.faults().filter { $0.contains(" H8") } == [])
  }

  @Test func `a file of hashes that was cut off or spoilt does no harm`() throws {
    let scratch = try Self.remembered()
    let path = "\(ownStateFolder)/state/heard/seen/\(Self.file(scratch))"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    for spoilt in ["", "key", String(text.prefix(40)), "\u{0}\u{1}", "key \(text)"] {
      try Data(spoilt.utf8).write(to: URL(fileURLWithPath: path))
      try scratch.store().save(nil, .event(Event.sample("e-\(spoilt.utf8.count)")))
      #expect(try scratch.faults().filter { $0.contains(" H8") } == [])
    }
    try Data(text.dropLast(5).utf8).write(to: URL(fileURLWithPath: path))
    _ = try scratch.faults()
    _ = try scratch.store().acceptFiles()
    #expect(try scratch.faults() == [])
  }

  private static func remembered() throws -> Scratch {
    let scratch = try Scratch.sound()
    var notice = Notice()
    notice.id = try #require(NoticeID(stored: "n-2"))
    try scratch.write(Scratch.fileText(notice), to: "notices/n-2.json")
    let store = try scratch.store()
    store.rememberFiles()
    let event = try Event.sample("e-0")
    try store.save(nil, .event(event))
    return scratch
  }

  /// One of each kind of file that the program writes in everyday work.
  private static func small() throws -> Scratch {
    let scratch = try Scratch.programme()
    let store = try scratch.store()
    store.rememberFiles()
    try store.save(nil, .event(Event.sample("e-1")))
    try store.save(nil, .testimony(Testimony.sample("t-1", at: "e-1")))
    var identity = Identity()
    identity.id = try #require(PersonID(stored: "p-1"))
    try store.keep([identity], settings: ProgrammeSettings())
    return scratch
  }

  /// The name of what is remembered of a folder.
  private static func file(_ scratch: Scratch) -> String {
    let real = realpath(scratch.programme, nil)
    defer { free(real) }
    return digest(real.map { String(cString: $0) } ?? "") + ".txt"
  }
}

extension Scratch {
  /// Puts bytes into a file as another program does.
  fileprivate func put(_ bytes: [UInt8], _ file: String) throws {
    let handle = try #require(fopen("\(programme)/\(file)", "w"))
    fwrite(bytes, 1, bytes.count, handle)
    fclose(handle)
  }
}
