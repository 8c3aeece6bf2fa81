import Foundation
import HeardModel
import TestKit
import Testing

@testable import HeardStore

/// That what is erased is found first, and then nowhere.
@Suite struct ForgettingTests {
  private static let words = "one two three four five Siebenschlaefer seven"

  private func programme() throws -> Programme {
    var programme = Programme()
    var event = try Event.sample("e-1", title: "Immergruen")
    event.summary = "Said there: one, two, three, four, five, Siebenschlaefer. And more."
    var person = Participation()
    person.id = id("p-rosa4kq2m9")
    person.pseudonym = "Zaubernuss"
    person.status = .attended
    event.participations = [person]
    programme.events[event.id] = event
    var testimony = try Testimony.sample("t-rosa4kq2m9", at: "e-1", text: Self.words)
    testimony.person = person.id
    testimony.pseudonym = "Zaubernuss"
    testimony.consent.withdrawalCode = "4821-0937"
    programme.testimonies[testimony.id] = testimony
    var action = FollowUpAction()
    action.id = id("a-1")
    action.title = "Chairs for Zaubernuss"
    action.testimonies = [testimony.id]
    programme.actions[action.id] = action
    var organisation = Organisation()
    organisation.id = id("o-1")
    organisation.name = "Immergruen House"
    organisation.note = "Ask for Rosa Zaubernuss, room 4, on any day"
    programme.organisations[organisation.id] = organisation
    return programme
  }

  @Test func `a plan finds six words and the name in other records, each with what happens`() throws
  {
    let programme = try programme()
    let plan = Forgetting(.person(id("p-rosa4kq2m9")), .erase, in: programme)
    #expect(Set(plan.found.map(\.member)) == ["summary", "title", "note"])
    #expect(plan.tombstones.count == 3 && plan.tombstones.contains("t-rosa4kq2m9"))
    #expect(!plan.tombstones.joined().contains("4821"))
    let edits = programme.edits(for: plan)
    guard
      case .event(let event)? = edits.compactMap(\.after).first(where: {
        $0.key == .event(id("e-1"))
      })
    else {
      Issue.record("the event is not changed")
      return
    }
    #expect(event.summary == "Said there: […]. And more.")
    // What is unticked stays.
    let kept = Set(plan.found.filter { $0.member == "title" })
    #expect(!programme.edits(for: plan, keeping: kept).contains { $0.key == .action(id("a-1")) })
  }

  @Test(arguments: ["person", "testimony", "participation"])
  func `after erasing no file of this person holds a word, and nothing brings it back`(what: String)
    throws
  {
    let home = try SweptHome()
    let programme = try programme()
    let store = try ProgrammeStore(path: home.programme, device: "d")
    for record in programme.events.values.map(Record.event)
      + programme.testimonies.values.map(Record.testimony)
      + programme.actions.values.map(Record.action)
      + programme.organisations.values.map(Record.organisation)
    {
      try store.save(nil, record)
    }
    let old = ["events/e-1.json", "testimonies/e-1.json"].map {
      ($0, (try? String(contentsOfFile: "\(home.programme)/\($0)", encoding: .utf8)) ?? "")
    }
    let subject: ForgetSubject =
      switch what {
      case "person": .person(id("p-rosa4kq2m9"))
      case "testimony": .testimony(id("t-rosa4kq2m9"))
      default: .participation(id("p-rosa4kq2m9"), at: id("e-1"))
      }
    let plan = Forgetting(subject, .erase, in: programme)
    let order = ForgetOrder(
      plan, in: programme, requestedBy: "the person", reason: "request", by: "Ada", at: noon)
    let left = try store.forget(order, settings: ProgrammeSettings(), by: "Ada", at: noon)
    #expect(left == [])
    func check() throws {
      let loaded = try ProgrammeStore(path: home.programme, device: "d").load().programme
      switch what {
      case "person":
        #expect(home.files(holding: ["Siebenschlaefer", "Zaubernuss", "4821-0937"]) == [])
      case "testimony":
        #expect(home.files(holding: ["Siebenschlaefer", "4821-0937"]) == [])
        #expect(loaded.isTakenBack("4821-0937"))
      default:
        #expect(loaded.events[id("e-1")]?.participations == [])
        #expect(loaded.testimonies.count == 1)
      }
    }
    try check()
    // Older files and copies come back, and a window that still has the record saves it. What
    // other records said of it is not in them: no tombstone could know that without the words.
    for (file, before) in old {
      let text = before.replacing(
        "Said there: one, two, three, four, five, Siebenschlaefer.", with: "Said there.")
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(home.programme)/\(file)"))
      let copy = file.replacing(".json", with: ".sync-conflict-20240101-120000-ABCDEFG.json")
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(home.programme)/\(copy)"))
    }
    _ = try home.sweep(plan.tombstones)
    try check()
    if what == "testimony", let testimony = programme.testimonies.values.first {
      #expect(throws: StoreError.self) { try store.save(nil, .testimony(testimony)) }
    }
  }

  @Test func `no lock of a quarter keeps words in a summary`() throws {
    let scratch = try Scratch.programme()
    var event = try Event.sample("e-1")
    event.country = country("GB")
    event.start = KnownDate(stored: "2024-05-28")
    event.status = .held
    event.summary = Self.words
    try scratch.store().save(nil, .event(event))
    let testimony = try Testimony.sample("t-1", at: "e-1", text: Self.words)
    try scratch.store().save(nil, .testimony(testimony))
    try scratch.approve("GB-2024-Q2")
    let programme = try scratch.load().programme
    let plan = Forgetting(.testimony(id("t-1")), .erase, in: programme)
    let order = ForgetOrder(
      plan, in: programme, requestedBy: "", reason: "", by: "Ada", at: noon)
    _ = try scratch.store().forget(order, settings: programme.settings, by: "Ada", at: noon)
    #expect(scratch.text("events/e-1.json")?.contains("Siebenschlaefer") == false)
  }
}
