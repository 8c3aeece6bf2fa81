import Foundation
import HeardModel
import Testing

@testable import HeardStore

@Suite struct ReleaseTests {
  @Test func `a release is saved, and stands as it was saved`() throws {
    let scratch = try Scratch.programme()
    let store = try scratch.store()
    let saved = try store.save(nil, .release(release("report-2024", 120)))
    #expect(saved.map(\.key) == [.release("report-2024")])
    let text = scratch.text("releases/report-2024.json")
    #expect(try scratch.load().programme.releases["report-2024"] == release("report-2024", 120))
    // Saved once more it is the same.
    try store.save(nil, .release(release("report-2024", 120)))
    #expect(scratch.text("releases/report-2024.json") == text)
    #expect(try scratch.load().programme.releases.count == 1)
  }

  @Test func `a release that would become another is refused`() throws {
    let scratch = try Scratch.programme()
    let store = try scratch.store()
    let old = release("report-2024", 120)
    try store.save(nil, .release(old))
    let before = scratch.everything()
    #expect(throws: StoreError.releaseStays(name: "report-2024")) {
      try store.save(.release(old), .release(release("report-2024", 121)))
    }
    #expect(scratch.everything() == before)
  }

  @Test func `a release that is removed comes back with undo`() throws {
    let scratch = try Scratch.programme()
    let store = try scratch.store()
    let old = release("report-2024", 120)
    try store.save(nil, .release(old))
    let removal = Change(
      .removed(kind: .release, title: "report-2024"), [try .of(.release(old), nil)])
    _ = try store.save(removal, settings: ProgrammeSettings(), by: "Ada", at: noon)
    var programme = try scratch.load().programme
    #expect(programme.releases.isEmpty && scratch.text("releases/report-2024.json") == nil)
    // Also another day, from what this machine kept.
    let kept = try #require(StoredChange(removal)?.change(in: programme))
    let back = try #require(programme.takingBack(kept))
    _ = try store.save(back, settings: ProgrammeSettings(), by: "Ada", at: noon)
    programme = try scratch.load().programme
    #expect(programme.releases["report-2024"] == old)
  }

  @Test func `of two releases of one name both are kept`() throws {
    let scratch = try Scratch.programme()
    let (one, two) = (try scratch.store("one"), try scratch.store("two"))
    let first = release("report-2024", 120)
    try one.save(nil, .release(first))
    let saved = try two.save(nil, .release(release("report-2024", 121)))
    let second = release("report-2024-2", 121)
    #expect(
      Set(saved) == [
        SavedRecord(key: .release("report-2024"), record: .release(first), newConflicts: 0),
        SavedRecord(key: .release("report-2024-2"), record: .release(second), newConflicts: 0),
      ])
    let loaded = try scratch.load().programme.releases
    #expect(loaded == ["report-2024": first, "report-2024-2": second])
    // What was saved already is found again, a third one gets the next name.
    try two.save(nil, .release(release("report-2024", 121)))
    #expect(try scratch.load().programme.releases.count == 2)
    try two.save(nil, .release(release("report-2024", 122)))
    #expect(
      try scratch.load().programme.releases["report-2024-3"] == release("report-2024-3", 122))
  }

  @Test func `two new releases of one name in one change are both kept`() throws {
    let scratch = try Scratch.programme()
    try scratch.store().save([
      try .of(nil, .release(release("report", 1))), try .of(nil, .release(release("report", 2))),
    ])
    #expect(Set(try scratch.load().programme.releases.keys) == ["report", "report-2"])
  }

  @Test func `a name of full length finds a free one of the same length`() throws {
    let scratch = try Scratch.programme()
    let store = try scratch.store()
    let name = try #require(Code(stored: String(repeating: "a", count: 64)))
    try store.save(nil, .release(release(name, 1)))
    try store.save(nil, .release(release(name, 2)))
    let names = Set(try scratch.load().programme.releases.keys.map(\.stored))
    #expect(names == [name.stored, String(repeating: "a", count: 62) + "-2"])
  }

  @Test func `removing a release that is another on disk leaves that one`() throws {
    let scratch = try Scratch.programme()
    let store = try scratch.store()
    try store.save(nil, .release(release("report", 1)))
    try store.save(.release(release("report", 2)), nil)
    #expect(try scratch.load().programme.releases["report"] == release("report", 1))
  }

  @Test func `a copy of a release that differs becomes a release of its own`() throws {
    let scratch = try Scratch.programme()
    let store = try scratch.store()
    let first = release("report", 1)
    try store.save(nil, .release(first))
    let copy = "releases/report.sync-conflict-20240601-120000-ABCDEFG.json"
    try scratch.write(release("report", 2), to: copy)
    let planned = try store.plannedMerge(of: copy, on: noon.day)
    #expect(planned.edits.map(\.after) == [.release(release("report-2", 2))])
    let merged = try store.mergeCopy(copy, settings: ProgrammeSettings(), by: "Ada", at: noon)
    #expect(merged.original == "releases/report-2.json" && merged.newConflicts == 0)
    let loaded = try scratch.load()
    #expect(loaded.programme.releases == ["report": first, "report-2": release("report-2", 2)])
    #expect(loaded.copies.isEmpty)
  }

  @Test func `what others did with releases is read again`() throws {
    let scratch = try Scratch.programme()
    let (one, two) = (try scratch.store("one"), try scratch.store("two"))
    var programme = try one.load().programme
    let new = release("report", 1)
    try two.save(nil, .release(new))
    let read = one.read(["releases/report.json"])
    let edits = programme.takeOver(read.files, from: read.programme)
    #expect(edits == [try .of(nil, .release(new))])
    #expect(programme.releases["report"] == new)
  }

  @Test func `a release that a dead program left is saved by the next one`() throws {
    let scratch = try Scratch.programme()
    let store = try scratch.store()
    let change = try #require(
      Change(
        .added(kind: .release, title: "report"), before: nil,
        after: .release(release("report", 1))))
    let entry = JournalEntry(PendingChange(change, at: noon), number: 1)
    #expect(entry.edits.first?.alone == .release(release("report", 1)))
    #expect(entry.edits.first?.key == .release("report"))
    // Where another of that name came meanwhile, nothing is merged into it.
    try store.save(nil, .release(release("report", 2)))
    #expect(store.rebased([change], on: noon.day).isEmpty)
  }

  private func release(_ name: Code, _ number: Int) -> Release {
    var release = Release()
    (release.id, release.at, release.by) = (name, noon, "Ada")
    release.query = "country:fr year:2024"
    var cell = ReleasedCell()
    (cell.id, cell.number) = ("FR/2024", number)
    release.cells = [cell]
    return release
  }
}
