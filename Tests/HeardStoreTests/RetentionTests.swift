import Foundation
import HeardModel
import TestKit
import Testing

@testable import HeardStore

/// That what is past its time is out of every file, and stays out.
@Suite struct RetentionTests {
  private let late = moment("2025-07-01")
  private static let note = "came with Siebenschlaeferin and wanted to sit near the door"

  /// An approved event with somebody of whom something is noted, and a removed one like it.
  private func scratch() throws -> Scratch {
    let scratch = try Scratch.sound()
    let store = try scratch.store()
    let event = try #require(try scratch.load().programme.events[id("e-1")])
    var noted = event
    noted.participations[0].accessNeeds = ["captions"]
    noted.participations[0].note = Self.note
    try store.save(.event(event), .event(noted))
    try scratch.approve("GB-2024-Q2")
    var gone = try Event.sample("e-gone", title: "Immergruen")
    gone.start = KnownDate(stored: "2023-05-28")
    gone.participations = noted.participations
    gone.participations[0].consent = nil
    gone.participations[0].communities = []
    try store.save(nil, .event(gone))
    try store.save(.event(gone), nil)
    return scratch
  }

  private func retire(_ scratch: Scratch, _ more: [RetentionDue] = []) throws -> [RetentionDue] {
    let programme = try scratch.load().programme
    let due = programme.events.values.flatMap { $0.pastTime(on: late.day, programme.settings) }
    let order = Retirement(
      due + more, of: Set(RetentionRule.allCases), in: programme, by: "Ada", on: late.day)
    let left = try scratch.store().retire(
      order, settings: programme.settings, by: "Ada", at: late)
    // Of other tests the same note lies in the state of their own folders.
    let own = folderKey(programme.settings.id, scratch.programme)
    #expect(left.filter { !$0.contains("/removed/") || $0.contains(own) } == [])
    return due
  }

  @Test func `it is out of the locked event, a draft and a removed record, and marked`() throws {
    let scratch = try scratch()
    let drafts = try DraftFolder(
      programme: ProgrammeSettings().id, realPath: scratch.programme)
    var draft = Draft()
    (draft.id, draft.form) = ("person-x", "person")
    draft.fields = ["personNote": Self.note]
    try drafts.keep(draft)
    #expect(try retire(scratch).map(\.rule.stored).sorted() == ["accessNeeds", "notes"])

    let text = try #require(scratch.text("events/e-1.json"))
    #expect(!text.contains("Siebenschlaeferin") && !text.contains("captions"))
    let event = try #require(try scratch.load().programme.events[id("e-1")])
    let marks = ["r-accessNeeds-2025-07-01", "r-notes-2025-07-01"]
    #expect(event.participations[0].retention.map(\.id.stored).sorted() == marks)
    #expect(event.retention.map(\.id.stored).sorted() == marks)
    #expect(event.retention.allSatisfy { $0.by == "Ada" && $0.on == late.day })
    // Figures stand, so nobody is told that the approved event has changed.
    #expect(try scratch.faults().isEmpty)
    #expect(drafts.all().isEmpty)
    let removed = try scratch.store().removedFolder(ProgrammeSettings().id)
    let kept = try String(contentsOfFile: "\(removed.path)/e-gone.json", encoding: .utf8)
    #expect(kept.contains("Immergruen") && kept.contains("p-1"))
    #expect(!kept.contains("Siebenschlaeferin") && !kept.contains("captions"))
    let history = try #require(scratch.text("history/2025-07-device.jsonl"))
    #expect(!history.contains("Siebenschlaeferin"))
  }

  @Test func `done twice it changes nothing more`() throws {
    let scratch = try scratch()
    _ = try retire(scratch)
    let before = scratch.everything()
    #expect(try retire(scratch).isEmpty)
    #expect(scratch.everything() == before)
  }

  @Test func `a name goes with its copies, and the last event is marked`() throws {
    let scratch = try Scratch.sound()
    let name = #"{"id": "p-1", "name": "Zaubernuss"}"#
    for file in ["p-1.json", "p-1.json~", "p-1 (1).json"] {
      try scratch.write(name, to: "identities/\(file)")
    }
    try scratch.write(#"{"id": "p-2", "name": "Immergruen"}"#, to: "identities/p-2.json")
    let due = RetentionDue(
      .identities, .identity(id("p-1"), last: id("e-1")), until: day("2025-05-28"))
    _ = try retire(scratch, [due])
    #expect(!scratch.everything().values.contains { $0.contains("Zaubernuss") })
    #expect(scratch.text("identities/p-2.json")?.contains("Immergruen") == true)
    #expect(scratch.text("events/e-1.json")?.contains("r-identities-2025-07-01") == true)
  }

  @Test func `whose names are kept is told without the names`() throws {
    let scratch = try Scratch.programme()
    try scratch.write(
      #"{"id": "p-1", "keepUntil": "2025-01-31", "name": "Zaubernuss"}"#, to: "identities/p-1.json")
    try scratch.write(#"{"id": "p-9"}"#, to: "identities/p-2.json")
    #expect(
      try scratch.store().keptIdentities()
        == [KeptIdentity(id: id("p-1"), keepUntil: day("2025-01-31"))])
  }

  @Test func `a testimony goes only where its rule is named, and its answers stay`() throws {
    let scratch = try Scratch.programme()
    var testimony = try Testimony.sample("t-1", at: "e-1", text: Self.note)
    testimony.consent.reviewBy = day("2025-06-30")
    testimony.consent.entries = [entry(.record, .given, "2024-05-28")]
    try scratch.store().save(nil, .testimony(testimony))
    let due = try #require(testimony.pastTime(on: late.day))
    let programme = try scratch.load().programme
    let unnamed = Retirement(
      [due], of: Set(RetentionRule.allCases.filter(\.goesUnnamed)), in: programme, by: "Ada",
      on: late.day)
    #expect(unnamed.edits.isEmpty)
    _ = try retire(scratch, [due])
    let rest = try #require(try scratch.load().programme.testimonies[id("t-1")])
    #expect(rest.text.isEmpty && rest.consent.entries.count == 1)
    #expect(rest.retention.map(\.rule.stored) == ["testimonies"])
    #expect(rest.pastTime(on: late.day) == nil)
  }

  @Test func `an inventory of the machine makes no folder and counts what lies there`() throws {
    let scratch = try scratch()
    let before = scratch.everything()
    let holdings = try scratch.store().holdings(ProgrammeSettings())
    #expect(holdings.map(\.place) == FilePlace.allCases)
    #expect(holdings.first { $0.place == .events }?.count == 1)
    #expect(holdings.first { $0.place == .events }?.rights == 0o600)
    #expect(holdings.first { $0.place == .identities }?.count == 1)
    #expect(holdings.first { $0.place == .removed }?.count == 1)
    #expect(holdings.first { $0.place == .safeguarding }?.rights == nil)
    #expect(scratch.everything() == before)
  }
}
