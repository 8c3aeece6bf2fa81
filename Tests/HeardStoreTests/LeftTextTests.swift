import Foundation
import HeardModel
import Testing

@testable import HeardStore

/// What an editor still held when the program died that had given it the text.
@Suite struct LeftTextTests {
  private static let words = "Siebenschlaefer"

  @Test func `a text that was left is in its draft, and nowhere else`() throws {
    let home = try SweptHome()
    var draft = Draft()
    (draft.id, draft.form) = ("testimony-x", "testimony")
    draft.fields = ["words": "before", "speaker": "Zaubernuss"]
    try home.write(draft, to: "testimony-x.json", of: .drafts)
    try home.leave(Self.words, of: draft)
    #expect(try home.sweep([]) == "")
    let files = home.files(holding: [Self.words])
    #expect(files.count == 1 && files.allSatisfy { $0.hasPrefix("state/heard/drafts/") })
    let text = try #require(home.text("testimony-x.json", of: .drafts))
    #expect(text.contains("Zaubernuss") && !text.contains("before"))
    #expect(text.contains("\"focus\": \"words\""))
    #expect(home.files(holding: ["origin", "text.txt"]) == [])
  }

  @Test func `a text whose draft was never kept makes one`() throws {
    let home = try SweptHome()
    var draft = Draft()
    (draft.id, draft.form, draft.record) = ("action-a-1", "action", "a-1")
    try home.leave(Self.words, of: draft)
    _ = try home.sweep([])
    let text = try #require(home.text("action-a-1.json", of: .drafts))
    #expect(text.contains(Self.words) && text.contains("\"record\": \"a-1\""))
  }

  @Test func `what nobody changed and what belongs to no draft is only taken away`() throws {
    let home = try SweptHome()
    var draft = Draft()
    draft.id = "event-x"
    try home.leave(Self.words, of: draft, was: Self.words)
    try home.leave(Self.words, of: nil, process: "4194303")
    _ = try home.sweep([])
    #expect(home.files(holding: [Self.words, "event-x"]) == [])
  }

  @Test func `of what was erased or withdrawn meanwhile nothing comes into a draft`() throws {
    let home = try SweptHome()
    let store = try ProgrammeStore(path: home.programme, device: "device")
    var testimony = try Testimony.sample("t-withdrawn01", at: "e-1")
    testimony.consent.entries = [
      ConsentEntry(id: "k-1", purpose: .record, state: .withdrawn, at: noon, by: "Ada")
    ]
    try store.save(nil, .testimony(testimony.emptied()))
    for (process, id) in [("4194303", "t-erased00001"), ("4194304", "t-withdrawn01")] {
      var draft = Draft()
      (draft.id, draft.form, draft.record) = ("testimony-\(id)", "testimony", id)
      try home.leave(Self.words, of: draft, process: process)
    }
    _ = try home.sweep(["t-erased00001"])
    #expect(home.files(holding: [Self.words]) == [])
  }

  @Test func `a text of a running program, and one of another programme, stay where they are`()
    throws
  {
    let home = try SweptHome()
    var draft = Draft()
    draft.id = "event-x"
    try home.leave(Self.words, of: draft, process: "\(getpid())")
    try home.leave(Self.words, of: draft, drafts: "another-0123456789abcdef")
    _ = try home.sweep([])
    #expect(home.files(holding: [Self.words]).count == 2)
    #expect(home.text("event-x.json", of: .drafts) == nil)
  }

  @Test func `a text lies in a folder that is closed to others and goes with all that is in it`()
    throws
  {
    _ = Scratch()
    let drafts = try DraftFolder(programme: "open", realPath: "/somewhere")
    var draft = Draft()
    (draft.id, draft.focus) = ("event-x", "notes")
    let open = try OpenText("The words", of: draft, in: drafts)
    let folder = (open.path as NSString).deletingLastPathComponent
    for (path, mode) in [(open.path, 0o600), (folder, 0o700)] {
      var status = stat()
      lstat(path, &status)
      #expect(status.st_mode & 0o777 == mode_t(mode), "\(path)")
    }
    #expect(try String(contentsOfFile: open.path, encoding: .utf8) == "The words\n")
    let origin = try String(contentsOfFile: "\(folder)/origin.json", encoding: .utf8)
    #expect(origin.contains("notes") && !origin.contains("The words"))
    // Nobody takes it while it is open.
    drafts.takeLeftTexts(except: [])
    try Data("more".utf8).write(to: URL(fileURLWithPath: "\(folder)/.text.txt.swp"))
    open.close()
    #expect(!FileManager.default.fileExists(atPath: folder))
    #expect(drafts.all().isEmpty)
  }
}

extension SweptHome {
  /// Puts a value into a place.
  func write(_ value: some Stored, to file: String, of place: FilePlace) throws {
    try write(String(decoding: value.fileBytes(), as: UTF8.self), to: file, of: place)
  }

  /// Leaves a text as a program does that died while an editor had it open.
  func leave(
    _ text: String, of draft: Draft?, process: String = "4194304", drafts: String? = nil,
    was: String = ""
  ) throws {
    var origin = TextOrigin()
    origin.was = digest(was)
    if let draft {
      origin.drafts = drafts ?? folderKey(ProgrammeSettings().id, programme)
      (origin.draft, origin.form, origin.record) = (draft.id, draft.form, draft.record)
      origin.field = "words"
    }
    let folder = drafts == nil ? process : "\(process)-0-1"
    try write(origin, to: "\(folder)/origin.json", of: .editing)
    try write("\(text)\n", to: "\(folder)/text.txt", of: .editing)
  }
}
