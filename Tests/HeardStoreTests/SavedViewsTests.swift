import Foundation
import HeardModel
import HeardStore
import StrictJSON
import Testing

/// Views that everybody shares: the file `views.json`.
@Suite struct SavedViewsTests {
  @Test func `a view is written, read again and taken away`() throws {
    let scratch = try Scratch.programme()
    let view = try Self.view("v-1", "Late in France")
    try scratch.store().save(nil, .view(view))
    #expect(try scratch.load().programme.views == [view.id: view])
    #expect(scratch.mode("views.json") == 0o600)
    try scratch.store().save(.view(view), nil)
    #expect(try scratch.load().programme.views.isEmpty)
  }

  @Test func `views that two windows made are both there, each by its id`() throws {
    let scratch = try Scratch.programme()
    let (one, two) = (try scratch.store("one"), try scratch.store("two"))
    let (first, second) = (try Self.view("v-1", "One"), try Self.view("v-2", "Two"))
    try one.save(nil, .view(first))
    try two.save(nil, .view(second))
    var sorted = first
    sorted.sort = "title"
    var named = first
    named.name = "One and only"
    try one.save(.view(first), .view(sorted))
    try two.save(.view(first), .view(named))
    var both = sorted
    both.name = named.name
    #expect(try scratch.load().programme.views == [both.id: both, second.id: second])
  }

  @Test func `views that another program copied or wrote meanwhile are looked at`() throws {
    let scratch = try Scratch.programme()
    let store = try scratch.store()
    _ = try store.load()
    let view = try Self.view("v-1", "One")
    try scratch.store("other").save(nil, .view(view))
    #expect(store.files().contains("views.json"))
    let text = try String(contentsOfFile: "\(scratch.programme)/views.json", encoding: .utf8)
    try scratch.write(text, to: "views (copy).json")
    #expect(try scratch.load().copies.map(\.original) == ["views.json"])
  }

  @Test func `what a newer version put into a view stays through an edit`() throws {
    let scratch = try Scratch.programme()
    try scratch.write(
      """
      {
        "later": true,
        "views": [
          {
            "columns": [
              {
                "id": "title",
                "width": 40
              }
            ],
            "id": "v-1",
            "list": "events",
            "name": "One",
            "shade": "blue"
          }
        ]
      }

      """, to: "views.json")
    let view = try #require(try scratch.load().programme.views.values.first)
    var renamed = view
    renamed.name = "Two"
    try scratch.store().save(.view(view), .view(renamed))
    let text = try #require(scratch.text("views.json"))
    for kept in [#""later": true"#, #""shade": "blue""#, #""width": 40"#, #""name": "Two""#] {
      #expect(text.contains(kept), "\(kept)")
    }
    #expect(try ProgrammeCheck.faults(path: scratch.programme).isEmpty)
  }

  /// A file of views with a fault, and the code under which the check tells it.
  @Test(arguments: [
    (#"{"views":[{"id":"v-1","list":"meetings"}]}"#, "H203"),
    (#"{"views":[{"id":"v-1"}]}"#, "H201"), (#"{"views":[{"id":"V 1","list":"events"}]}"#, "H203"),
    (#"{"views":[{"id":"v-1","list":"events"},{"id":"v-1","list":"events"}]}"#, "H205"),
    (#"{"views":7}"#, "H202"), ("{", "H101"),
  ])
  func `the check tells what is wrong with the views, and the rest can be used`(
    text: String, code: String
  ) throws {
    let scratch = try Scratch.programme()
    try scratch.store().save(nil, .event(Event.sample("e-1")))
    try scratch.write(text, to: "views.json")
    let faults = try ProgrammeCheck.faults(path: scratch.programme)
    #expect(faults.contains { $0.file == "views.json" && $0.code == code })
    let loaded = try scratch.load()
    #expect(loaded.unreadable.map(\.file) == ["views.json"])
    #expect(loaded.programme.events.count == 1)
  }

  private static func view(_ id: String, _ name: String) throws -> SavedView {
    var view = SavedView()
    view.id = try #require(ViewID(stored: id))
    view.name = name
    view.filter = "country:fr"
    view.columns = ["start", "title", "region"].map(ListColumnChoice.init)
    return view
  }
}
