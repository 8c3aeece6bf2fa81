import Foundation
import HeardModel
import Testing

@testable import HeardStore

/// What saves write over: what of it is kept, where, for how long, and how it comes back.
@Suite struct EarlierTests {
  @Test func `a text that is written over or emptied stands in the history of who did it`() throws {
    let scratch = try Scratch.programme()
    let store = try scratch.store()
    var event = try Event.sample("e-1")
    event.summary = "What we heard"
    event.feedback.text = "Four chairs"
    try store.save(nil, .event(event))
    var second = event
    second.summary = "Other words"
    second.feedback.text = ""
    try store.save(.event(event), .event(second))
    let line = try #require(store.history(of: "e-1").first { !$0.values.isEmpty })
    #expect(
      Set(line.values) == [
        HistoryValue(
          "summary", before: .text("What we heard"), after: .text("Other words")),
        HistoryValue("feedback.text", before: .text("Four chairs"), after: nil),
      ])
    // The folder, which others read, names the fields and holds none of the words.
    let shared = try #require(scratch.text("history/2024-06-device.jsonl"))
    #expect(!shared.contains("heard") && !shared.contains("chairs"))
    var status = stat()
    let kept = try files(of: scratch)
    #expect(kept.map { ($0 as NSString).lastPathComponent } == ["2024-06-01.jsonl"])
    stat(try #require(kept.first), &status)
    #expect(status.st_mode & 0o777 == 0o600)
  }

  @Test func `what stood in an organisation, an action and the team is kept as well`() throws {
    let scratch = try Scratch.programme()
    let store = try scratch.store()
    var organisation = Organisation()
    organisation.id = try #require(OrganisationID(stored: "o-1"))
    organisation.name = "Ensemble"
    var entry = PartnerSupport()
    (entry.year, entry.purpose) = (2023, "Chairs")
    organisation.support = [entry]
    var action = FollowUpAction()
    action.id = try #require(ActionID(stored: "a-1"))
    action.title = "Interpreters"
    try store.save(nil, .organisation(organisation))
    try store.save(nil, .action(action))
    var emptied = organisation
    emptied.support = []
    var renamed = action
    renamed.title = "Interpreters on call"
    try store.save(.organisation(organisation), .organisation(emptied))
    try store.save(.action(action), .action(renamed))
    let support = try #require(store.history(of: "o-1").flatMap(\.values).first)
    #expect(support.id == "support" && support.after == nil)
    // As a whole it comes back with its ids.
    let before = try #require(support.before)
    #expect(
      Record.organisation(emptied).putting(before, at: support.path)
        == .organisation(organisation))
    #expect(
      store.history(of: "a-1").flatMap(\.values) == [
        HistoryValue("title", before: .text("Interpreters"), after: .text("Interpreters on call"))
      ])
  }

  @Test func `nothing of testimonies, people, declarations and of who is exposed is kept`() throws {
    let scratch = try Scratch.programme()
    let store = try scratch.store()
    var full = Filler.fill(Event.self)
    full.conflicts = []
    var bare = Event()
    (bare.id, bare.status) = (full.id, .planned)
    try store.save(nil, .event(full))
    try store.save(.event(full), .event(bare))
    let kept = store.history(of: full.id.text).flatMap(\.values).map(\.id.stored)
    let never = [
      "participations", "pulses", "asks", "retention", "conflicts", "confidentiality",
      "communityGovernance", "attendance.declared", "attendance.counts", "attendance.typed",
      "attendance.inRole",
    ]
    for member in never { #expect(!kept.contains { $0.hasPrefix(member) }, "\(member)") }
    for member in ["summary", "notes", "partners", "attendance.note", "series.name"] {
      #expect(kept.contains(member), "\(member) of \(kept)")
    }
    var testimony = try Testimony.sample("t-1", at: "e-1", text: "canary words")
    try store.save(nil, .testimony(testimony))
    let told = testimony
    testimony.text = "other words"
    try store.save(.testimony(told), .testimony(testimony))
    let hasNone = store.history(of: "t-1").allSatisfy { $0.values.isEmpty }
    #expect(hasNone)
    for file in try files(of: scratch) {
      #expect(!(try String(contentsOfFile: file, encoding: .utf8)).contains("canary"))
    }
  }

  @Test func `a filter of a view, presses at the door and words that had to go are not kept`()
    throws
  {
    let scratch = try Scratch.programme()
    let store = try scratch.store()
    var view = SavedView()
    view.id = try #require(ViewID(stored: "v-1"))
    (view.name, view.filter) = ("Spring", "canary")
    try store.save(nil, .view(view))
    var other = view
    (other.name, other.filter) = ("Summer", "place:lyon")
    try store.save(.view(view), .view(other))
    #expect(store.history(of: "v-1").flatMap(\.values).map(\.id) == ["name"])
    var event = try Event.sample("e-1")
    (event.attendance.inPerson, event.summary) = (83, "canary")
    try store.save(nil, .event(event))
    var pressed = event
    pressed.attendance.inPerson = 84
    try store.save(.event(event), .event(pressed))
    var cut = pressed
    cut.summary = "…"
    _ = try store.save(
      Change(.forgotten, [try Edit.of(.event(pressed), .event(cut))]),
      settings: ProgrammeSettings(), by: "Ada", at: noon)
    #expect(store.history(of: "e-1").allSatisfy { $0.values.isEmpty })
    for file in try files(of: scratch) {
      #expect(!(try String(contentsOfFile: file, encoding: .utf8)).contains("canary"))
    }
  }

  @Test func `values are kept for ninety days, and never more bytes than may be`() throws {
    _ = Scratch()
    let name = try #require(Code(stored: "earlier\(UInt32.random(in: 0 ... .max))"))
    let folder = try EarlierFolder(name, "/p")
    try folder.keep([line("Old", at: noon)], at: noon)
    let last = noon.adding(seconds: EarlierFolder.days * 86_400)
    folder.trim(on: last.day)
    #expect(folder.lines(of: "e-1").count == 1)
    folder.trim(on: last.adding(seconds: 86_400).day)
    #expect(folder.lines(of: "e-1").isEmpty)
    let long = String(repeating: "words ", count: EarlierFolder.mostBytes / 18)
    for number in 0..<4 {
      let moment = noon.adding(seconds: number / 2 * 86_400)
      try folder.keep([line("\(number) \(long)", at: moment)], at: moment)
    }
    let kept = folder.lines(of: "e-1").compactMap { $0.values.first?.before?.text?.first }
    #expect(kept.last == "3" && (1...2).contains(kept.count), "\(kept)")
  }

  @Test func `a machine that kept nothing tells the history as it stands`() throws {
    let scratch = try Scratch.programme()
    let store = try scratch.store()
    var event = try Event.sample("e-1")
    event.notes = "Before"
    try store.save(nil, .event(event))
    var after = event
    (after.notes, after.status) = ("After", .held)
    try store.save(.event(event), .event(after))
    for file in try files(of: scratch) { unlink(file) }
    #expect(
      store.history(of: "e-1").flatMap(\.values) == [
        HistoryValue("status", before: .text("planned"), after: .text("held"))
      ])
  }

  @Test func `every value of a record can be put back in its place`() throws {
    for (full, bare) in try Self.pairs() {
      var record = bare
      for difference in Difference.ofMembers(from: full, to: bare) {
        guard let before = difference.before else { continue }
        let path = difference.path
        record = try #require(record.putting(before, at: path), "\(path.names) of \(full.key)")
      }
      #expect(record == full)
    }
  }

  /// Records with all that can stand in them, and the same with nothing.
  private static func pairs() throws -> [(Record, Record)] {
    let event = Filler.fill(Event.self)
    var noEvent = Event()
    noEvent.id = event.id
    let action = Filler.fill(FollowUpAction.self)
    var noAction = FollowUpAction()
    noAction.id = action.id
    let organisation = Filler.fill(Organisation.self)
    var noOrganisation = Organisation()
    noOrganisation.id = organisation.id
    let member = Filler.fill(StaffMember.self)
    var noMember = StaffMember()
    noMember.id = member.id
    let view = Filler.fill(SavedView.self)
    var noView = SavedView()
    noView.id = view.id
    return [
      (.event(event), .event(noEvent)), (.action(action), .action(noAction)),
      (.organisation(organisation), .organisation(noOrganisation)),
      (.staff(member), .staff(noMember)), (.view(view), .view(noView)),
      (.settings(Filler.fill(ProgrammeSettings.self)), .settings(ProgrammeSettings())),
    ]
  }

  private func line(_ text: String, at moment: Moment) -> HistoryLine {
    var line = HistoryLine(
      at: moment, by: "Ada", record: "e-1", what: "edited", fields: ["summary"])
    line.values = [HistoryValue("summary", before: .text(text), after: nil)]
    return line
  }

  /// The files in which this run keeps what was written over in a programme.
  private func files(of scratch: Scratch) throws -> [String] {
    let key = folderKey(ProgrammeSettings().id, scratch.programme)
    let folder = "\(ownStateFolder)/state/heard/earlier/\(key)"
    return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
      .map { "\(folder)/\($0)" }
  }
}
