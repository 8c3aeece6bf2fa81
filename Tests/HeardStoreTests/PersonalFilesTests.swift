import Foundation
import HeardModel
import HeardStore
import Testing

@Suite(.serialized) struct PersonalFilesTests {
  @Test func `a draft is kept, read newest first, and thrown away`() throws {
    let drafts = try DraftFolder(programme: "drafts", realPath: "/somewhere")
    var draft = Filler.fill(Draft.self)
    draft.id = "event-2024-05-28-fr-lyon-4k7q"
    var older = draft
    older.id = "testimony-1"
    older.at = draft.at.adding(seconds: -1)
    try drafts.keep(older)
    try drafts.keep(draft)
    #expect(drafts.all() == [draft, older])
    #expect(try DraftFolder(programme: "drafts", realPath: "/elsewhere").all().isEmpty)
    try drafts.remove(draft.id)
    #expect(drafts.all() == [older])
    try drafts.remove(older.id)
    try drafts.remove(older.id)
    #expect(drafts.all().isEmpty)
  }

  @Test func `no id of a draft leads out of its folder`() throws {
    let drafts = try DraftFolder(programme: "hostile", realPath: "/somewhere")
    var draft = Filler.fill(Draft.self)
    for id in ["../../outside", "/etc/passwd", "a/b", "", ".", String(repeating: "x", count: 999)] {
      draft.id = id
      try drafts.keep(draft)
      #expect(drafts.all() == [draft])
      try drafts.remove(id)
      #expect(drafts.all().isEmpty)
    }
  }

  @Test func `settings that cannot be understood are kept aside and not overwritten`() throws {
    try write("{ torn")
    #expect(PersonalSettings.load() == PersonalSettings())
    var settings = PersonalSettings()
    settings.name = "Ada"
    try settings.save()
    #expect(PersonalSettings.load() == settings)
    #expect(try String(contentsOfFile: file + ".unreadable", encoding: .utf8) == "{ torn")
  }

  @Test func `what fits of the settings is used, what a newer version added is kept`() throws {
    try write(#"{"name": "Ada", "role": "manager", "theme": 7, "later": [1]}"#)
    var settings = PersonalSettings.load()
    #expect(settings.name == "Ada")
    #expect(settings.role == .manager)
    try write(#"{"name": "Ada", "role": "manager", "theme": "mono", "staff": "s-1", "later": [1]}"#)
    settings = PersonalSettings.load()
    settings.staff = nil
    try settings.save()
    #expect(PersonalSettings.load() == settings)
    let text = try String(contentsOfFile: file, encoding: .utf8)
    #expect(text.contains("later"))
    #expect(!text.contains("staff"))
    var status = stat()
    stat(file, &status)
    #expect(status.st_mode & 0o777 == 0o600)
  }

  @Test func `a removal is refused where nothing can be kept`() throws {
    let scratch = try Scratch.programme()
    let event = try Event.sample("e-1")
    try scratch.store().save(nil, .event(event))
    let removed = "\(ownStateFolder)/state/heard/removed"
    let aside = removed + ".aside"
    rename(removed, aside)
    defer {
      unlink(removed)
      rename(aside, removed)
    }
    _ = try StateFolder.of(.recent)
    try Data().write(to: URL(fileURLWithPath: removed))
    #expect(throws: StoreError.self) { try scratch.store().save(.event(event), nil) }
    #expect(try scratch.load().programme.events[event.id] == event)
  }

  private var file: String { "\(ownStateFolder)/config/heard/settings.json" }

  private func write(_ text: String) throws {
    _ = Scratch()
    _ = try StateFolder.of(.settings)
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
  }
}
