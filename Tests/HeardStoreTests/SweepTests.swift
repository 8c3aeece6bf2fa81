import Foundation
import HeardModel
import TestKit
import Testing

@testable import HeardStore

/// That what is gone is gone from every place of the table.
@Suite struct SweepTests {
  /// Somebody, their testimony, an action and an event of which all goes.
  private static let ids = ["p-gone4kq2m9", "t-gone4kq2m9", "a-gone4kq2m9", "e-gone4kq2m9"]
  /// What stands nowhere afterwards: what the person is called, and what they said.
  private static let (name, words) = ("Zaubernuss", "Siebenschlaefer")
  /// What has to stay.
  private static let other = "Immergruen"

  @Test func `a marked word in any place that may hold words is gone after a sweep`() throws {
    let home = try SweptHome()
    for place in FilePlace.allCases where place.row.mayHoldWords {
      let specimens = try Self.specimens(of: place)
      #expect(!specimens.isEmpty, "nothing stands in \(place)")
      for (file, text) in specimens { try home.write(text, to: file, of: place) }
    }
    #expect(home.files(holding: [Self.name, Self.words]).count == 28)
    #expect(try home.sweep(Self.ids) == "")
    #expect(home.files(holding: [Self.name, Self.words]) == [])
    // What belongs to nobody of them stays.
    #expect(home.files(holding: [Self.other]).count == Self.kept)
    #expect(try ProgrammeStore(path: home.programme, device: "d").load().unreadable == [])
  }

  /// Specimens that hold the other word.
  private static let kept = 16

  @Test func `a place without words says how it is swept nevertheless`() {
    for place in FilePlace.allCases {
      #expect((place.row.sweep == .nothing) == !place.row.mayHoldWords, "\(place)")
      #expect((place.row.search == .nothing) == !place.row.mayHoldWords, "\(place)")
    }
  }

  @Test func `what cannot be read is named, and stays`() throws {
    let home = try SweptHome()
    let torn = "{ \"id\": \"e-1\", \"notes\": \"\(Self.ids[0]) \(Self.words)"
    try home.write(torn, to: "e-1.json", of: .events)
    #expect(try home.sweep(Self.ids) == "\(home.programme)/events/e-1.json")
    #expect(home.files(holding: [Self.words]) == ["programme/events/e-1.json"])
  }

  @Test(arguments: [1, ProgrammeSettings.currentFormat + 1])
  func `a folder of another format is not written, and what lies beside it is swept`(format: Int)
    throws
  {
    let home = try SweptHome()
    try home.write(
      #"{"format": \#(format), "id": "programme"}"#, to: "heard.json", of: .programme)
    for place in [FilePlace.events, .drafts] {
      for (file, text) in try Self.specimens(of: place) {
        try home.write(text, to: file, of: place)
      }
    }
    let before = home.files(holding: [Self.name, Self.words])
    _ = try home.sweep(Self.ids)
    let after = home.files(holding: [Self.name, Self.words])
    #expect(after == before.filter { $0.hasPrefix("programme/") } && after.count < before.count)
  }

  @Test func `testimonies of an event that was erased are not taken with it`() throws {
    let home = try SweptHome()
    try home.write(
      try Self.testimonies(of: "e-gone4kq2m9", ["t-stays": Self.other]), to: "e-gone4kq2m9.json",
      of: .testimonies)
    _ = try home.sweep(Self.ids)
    #expect(home.files(holding: [Self.other]).count == 1)
  }

  // Exhaustive: a new place has to say what can stand in it.
  private static func specimens(of place: FilePlace) throws -> [(file: String, text: String)] {
    let conflict =
      #"{"id": "x-1", "path": "name", "kept": "\#(other)", "other": "\#(ids[0]) \#(words)"}"#
    switch place {
    case .programme:
      return [
        (
          "heard.json",
          #"{"format": \#(ProgrammeSettings.currentFormat), "id": "programme", "name": "\#(other)","#
            + #" "conflicts": [\#(conflict)]}"#
        )
      ]
    case .partners:
      return [
        (
          "partners.json",
          #"{"organisations": [{"id": "o-1", "name": "\#(other)", "conflicts": [\#(conflict)]}]}"#
        )
      ]
    case .team:
      return [
        (
          "team.json",
          #"{"members": [{"id": "s-1", "name": "\#(other)", "conflicts": [\#(conflict)]}]}"#
        )
      ]
    case .views:
      return [("views.json", #"{"views": [\#(try view(name)), \#(try view(other))]}"#)]
    case .settings:
      return [
        (
          "settings.json",
          #"{"role": "manager", "theme": "standard", "views": [\#(try view(name)), \#(try view(other))]}"#
        )
      ]
    case .facts:
      return [
        (
          "f-1.json",
          #"{"id": "f-1", "kind": "context", "title": "\#(other)", "conflicts": [\#(conflict)]}"#
        )
      ]
    case .approvals:
      return [
        (
          "FR-2024-Q2.json",
          #"{"id": "FR-2024-Q2", "conflicts": [\#(conflict)]}"#
        )
      ]
    case .events:
      var event = try Event.sample("e-1", title: other)
      var person = Participation()
      person.id = try #require(PersonID(stored: ids[0]))
      (person.pseudonym, person.note) = (name, words)
      event.participations = [person]
      let gone = try Event.sample("e-gone4kq2m9", title: words)
      return [
        ("e-1.json", json(event)), ("e-1 (1).json", json(event)), ("e-1.json~", json(event)),
        ("e-gone4kq2m9.json", json(gone)), ("e-gone4kq2m9.json~", json(gone)),
        (".e-gone4kq2m9.json.swp", "b0VIM \(words)"),
        ("e-gone4kq2m9.sync-conflict-20240101-120000-ABCDEFG.json", json(gone)),
      ]
    case .testimonies:
      let text = try testimonies(of: "e-1", [ids[1]: words, "t-stays": other])
      return [("e-1.json", text), ("e-1 (conflicted copy 2024-01-01 120000).json", text)]
    case .actions:
      var action = FollowUpAction()
      action.id = try #require(ActionID(stored: ids[2]))
      action.title = words
      return [("a-gone4kq2m9.json", json(action))]
    case .identities:
      var identity = Identity()
      identity.id = try #require(PersonID(stored: ids[0]))
      identity.name = name
      return [("p-gone4kq2m9.json", json(identity))]
    case .safeguarding:
      var disclosure = Disclosure()
      disclosure.id = try #require(TestimonyID(stored: ids[1]))
      disclosure.text = words
      return [("t-gone4kq2m9.json", json(disclosure))]
    case .drafts:
      var (gone, stays) = (Draft(), Draft())
      (gone.id, gone.form, gone.record) = ("testimony-x", "testimony", ids[1])
      gone.fields = ["words": words]
      (stays.id, stays.form, stays.fields) = ("event-x", "event", ["title": other])
      return [("testimony-x.json", json(gone)), ("event-x.json", json(stays))]
    case .journal:
      return [
        (
          "4194304-1.json",
          #"{"at": "2024-06-01T10:00:00Z", "changes": [{"id": "c-0", "edits": [{"after": {"id": "#
            + #""\#(ids[2])", "title": "\#(words)"}, "id": "\#(ids[2])"}]}, "#
            + #"{"id": "c-1", "edits": [{"after": {"title": "\#(other)"}, "id": "a-1"}]}]}"#
        )
      ]
    case .undo:
      return [
        (
          "change-000000001.json",
          #"{"edits": [{"after": {"id": "\#(ids[2])", "title": "\#(words)"}}]}"#
        ),
        ("change-000000002.json", #"{"edits": [{"after": {"id": "a-1", "title": "\#(other)"}}]}"#),
      ]
    case .earlier:
      let lines = [(ids[1], words), ("e-1", other)].map { id, text in
        #"{"record": "e-1", "values": [{"id": "summary", "before": "\#(id) \#(text)"}]}"# + "\n"
      }
      return [("2024-06-01.jsonl", lines.joined())]
    case .removed:
      var event = try Event.sample("e-2", title: other)
      var person = Participation()
      person.id = try #require(PersonID(stored: ids[0]))
      person.note = words
      event.participations = [person]
      return [
        ("t-gone4kq2m9.json", #"{"id": "\#(ids[1])", "text": "\#(words)"}"#),
        ("t-gone4kq2m9.copy-0123456789abcdef.json", #"{"text": "\#(words)"}"#),
        ("e-2.json", json(event)),
      ]
    // A folder for each program that had an editor open, by its process; this one runs no more.
    case .editing: return [("4194304/text.txt", words), ("4194304/.text.txt.swp", words)]
    case .plan, .baselines, .notices, .guides, .profiles, .taxonomies, .mappings, .register,
      .erased, .withdrawn, .releases, .history, .recent, .device, .seen, .tour, .samples:
      return []
    }
  }

  private static func json(_ value: some Stored) -> String {
    String(decoding: value.fileBytes(), as: UTF8.self)
  }

  private static func view(_ filter: String) throws -> String {
    var view = SavedView()
    view.id = try #require(ViewID(stored: "v-\(filter.lowercased())"))
    view.name = "View"
    view.filter = "place:lyon \(filter.lowercased())"
    return json(view).replacing(filter.lowercased(), with: filter, maxReplacements: 2)
      .replacing("v-\(filter)", with: "v-\(filter.lowercased())")
  }

  private static func testimonies(of event: String, _ texts: [String: String]) throws -> String {
    var file = EventTestimonies()
    file.id = try #require(EventID(stored: event))
    for (id, text) in texts.sorted(by: { $0.key < $1.key }) {
      file.testimonies.append(try Testimony.sample(id, at: event, text: text))
    }
    return json(file)
  }
}
