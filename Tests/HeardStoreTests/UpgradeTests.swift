import Foundation
import HeardStore
import TestKit
import Testing

@testable import HeardModel

/// A programme of format 1 is read, and written only after somebody decided to upgrade it.
@Suite struct UpgradeTests {
  /// The fixture of format 1, in a place where it may be changed.
  private func programme() throws -> Scratch {
    let scratch = Scratch()
    let fixture = Project.folder.appendingPathComponent("Tests/Fixtures/format-1").path
    try FileManager.default.copyItem(atPath: fixture, toPath: scratch.programme)
    _ = try scratch.store().prepareForWriting(ProgrammeSettings())
    return scratch
  }

  private func bytes(_ scratch: Scratch) -> [String: Data] {
    var found: [String: Data] = [:]
    let below = FileManager.default.enumerator(atPath: scratch.programme)
    while let name = below?.nextObject() as? String {
      found[name] = FileManager.default.contents(atPath: "\(scratch.programme)/\(name)")
    }
    return found
  }

  @Test func `a folder of format 1 is shown, checked, and not written`() throws {
    let scratch = try programme()
    let before = bytes(scratch)
    let loaded = try scratch.load()
    #expect(loaded.readOnly == .olderFormat(found: 1, known: 2))
    #expect(loaded.unreadable == [] && loaded.programme.events.count == 1)
    #expect(try ProgrammeCheck.faults(path: scratch.programme) == [])
    let event = try #require(loaded.programme.events.values.first)
    var titled = event
    titled.title = "Titled"
    let older = StoreError.olderFormat(found: 1, known: 2)
    #expect(throws: older) { try scratch.store().save(.event(event), .event(titled)) }
    #expect(throws: older) {
      try scratch.store().keep(ImportMapping(), settings: loaded.programme.settings)
    }
    #expect(bytes(scratch) == before)
  }

  @Test func `an upgrade changes one number and no record`() throws {
    let scratch = try programme()
    let before = bytes(scratch)
    let planned = try #require(try scratch.store().plannedUpgrade())
    #expect(planned.from == 1 && planned.to == 2 && planned.files == ["heard.json"])
    #expect(bytes(scratch) == before)
    #expect(try scratch.store().upgrade(by: "Ada", at: noon) == planned)
    var after = bytes(scratch)
    let changed = before.filter { after[$0.key] != $0.value }.keys
    #expect(Array(changed) == ["heard.json"])
    let number = String(decoding: try #require(after["heard.json"]), as: UTF8.self)
    let old = String(decoding: try #require(before["heard.json"]), as: UTF8.self)
    #expect(number == old.replacing("\"format\": 1,", with: "\"format\": 2,"))
    for name in before.keys { after[name] = nil }
    #expect(after.keys.allSatisfy { $0.hasPrefix("history/") }, "\(after.keys)")
    #expect(try scratch.store().upgrade(by: "Ada", at: noon) == nil)
  }

  @Test func `after the upgrade it is edited`() throws {
    let scratch = try programme()
    _ = try scratch.store().upgrade(by: "Ada", at: noon)
    let loaded = try scratch.load()
    #expect(loaded.readOnly == nil)
    let event = try #require(loaded.programme.events.values.first)
    var counted = event
    var row = DoorCount()
    (row.id, row.added) = ("d-1", ["total": 1])
    counted.attendance.counts = [row]
    try scratch.store().save(.event(event), .event(counted))
    #expect(try scratch.load().programme.events[event.id]?.attendance.counts == [row])
    #expect(try ProgrammeCheck.faults(path: scratch.programme) == [])
    #expect(try scratch.store().history(of: "heard").map(\.what) == ["upgraded"])
  }

  @Test func `a copy of heard.json from before the upgrade does not take it back`() throws {
    let scratch = try programme()
    let old = try #require(scratch.text("heard.json"))
    _ = try scratch.store().upgrade(by: "Ada", at: noon)
    try scratch.write(old, to: "heard (1).json")
    _ = try scratch.store().mergeCopy(
      "heard (1).json", settings: ProgrammeSettings(), by: "Ada", at: noon)
    let settings = try scratch.load().programme.settings
    #expect(settings.format == 2 && settings.conflicts.isEmpty)
  }

  @Test func `every digest that an approval may hold is as it was in format 1`() throws {
    let file = Project.folder.appendingPathComponent("Tests/Fixtures/format-1.digests.txt").path
    let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
    let known = Dictionary(
      uniqueKeysWithValues: lines.map { line in
        let parts = line.split(separator: " ").map(String.init)
        return (parts[0], parts[1])
      })
    let fixture = Project.folder.appendingPathComponent("Tests/Fixtures/format-1").path
    let programme = try ProgrammeStore(path: fixture, device: "d").load().programme
    var found: [String: String] = [:]
    for event in programme.events.values {
      guard let quarter = event.quarter else { continue }
      for covered in programme.coverage(of: quarter, on: noon.day) {
        found["event:\(covered.id.text)"] = covered.digest
        for (mark, digest) in covered.people { found["person:\(mark.stored)"] = digest }
        for mark in covered.testimonies { found["testimony:\(mark.stored)"] = "-" }
      }
    }
    #expect(found.count > 2 && found == known, "\(found.map { "\($0) \($1)" }.sorted())")
  }

  @Test func `the fixture of format 2 has no fault but the rights of a fresh copy`() throws {
    let fixture = Project.folder.appendingPathComponent("Tests/Fixtures/format-2").path
    let faults = try ProgrammeCheck.faults(path: fixture).filter { $0.code != "H603" }
    #expect(faults.map { "\($0.file) \($0.code) \($0.member)" } == [])
  }

  /// What the version of format 1 made of the sample: the event, the hash of its file, its digest,
  /// and the hash of the digests of its people.
  @Test func `every digest of the sample is as format 1 made it, while its file is the same`()
    throws
  {
    let file = Project.folder.appendingPathComponent("Tests/Fixtures/format-1.sample-digests.txt")
    let programme = try ProgrammeStore(path: Project.sample, device: "d").load().programme
    let covered = Dictionary(
      Set(programme.events.values.compactMap(\.quarter))
        .flatMap { programme.coverage(of: $0, on: noon.day) }.map { ($0.id.text, $0) }
    ) { first, _ in first }
    var held = 0
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      let parts = line.split(separator: " ").map(String.init)
      let path = "\(Project.sample)/events/\(parts[0]).json"
      guard let bytes = FileManager.default.contents(atPath: path),
        SHA256.hex([UInt8](bytes)) == parts[1]
      else { continue }
      held += 1
      let event = try #require(covered[parts[0]])
      let people = event.people.sorted { $0.key < $1.key }
        .map { "\($0.key.stored) \($0.value)" }.joined(separator: "\n")
      #expect(event.digest == parts[2], "\(parts[0])")
      #expect(SHA256.hex([UInt8](people.utf8)) == parts[3], "\(parts[0])")
    }
    // Where the sample's events have all changed since, the fixture above still holds.
    #expect(held > 0, "take the lines of events that changed out of the fixture")
  }
}
