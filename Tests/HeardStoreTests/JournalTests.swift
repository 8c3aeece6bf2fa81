import Foundation
import HeardModel
import TestKit
import Testing

@testable import HeardStore

/// What a program that died left in the journal, and what the next one makes of it.
@Suite struct JournalTests {
  private let day = CalendarDay(stored: "2024-06-02") ?? CalendarDay(dayNumber: 0)
  private let moment = Moment(stored: "2024-06-01T10:00:00Z") ?? Moment(seconds: 0)

  @Test func `a change that never reached the disk comes back whole and is saved`() throws {
    let home = try Home()
    let before = try Event.sample("e-1", title: "Old")
    try home.save(nil, .event(before))
    var after = before
    after.title = "New"
    after.notes = "Typed at the end of the day"
    try home.dieWith([home.edited(.event(before), .event(after))])
    let left = try home.recover(day)
    #expect(left.map(\.doubt) == [nil])
    #expect(left.first?.fields == ["title", "notes"])
    try home.save(left)
    #expect(try home.programme.events[before.id] == after)
    #expect(home.files == ["\(Leftover.own())-0.json"])
    home.journal.forgetTaken()
    #expect(home.files == [])
  }

  @Test func `what others changed meanwhile stays beside it`() throws {
    let home = try Home()
    let before = try Event.sample("e-1", title: "Old")
    try home.save(nil, .event(before))
    var (ours, theirs) = (before, before)
    ours.title = "Ours"
    theirs.place = "Lyon"
    try home.dieWith([home.edited(.event(before), .event(ours))])
    try home.save(.event(before), .event(theirs))
    let left = try home.recover(day)
    #expect(left.map(\.doubt) == [nil])
    try home.save(left)
    ours.place = "Lyon"
    #expect(try home.programme.events[before.id] == ours)
  }

  @Test func `the same field changed by somebody else waits for a decision`() throws {
    let home = try Home()
    let before = try Event.sample("e-1", title: "Old")
    try home.save(nil, .event(before))
    var (ours, theirs) = (before, before)
    (ours.title, theirs.title) = ("Ours", "Theirs")
    try home.dieWith([home.edited(.event(before), .event(ours))])
    try home.save(.event(before), .event(theirs))
    let left = try home.recover(day)
    #expect(left.map(\.doubt) == [.conflict])
    try home.save(left)
    #expect(try home.programme.events[before.id]?.conflicts.count == 1)
  }

  @Test func `a change that is on disk already is not made twice`() throws {
    let home = try Home()
    var before = try Event.sample("e-1")
    var count = DoorCount()
    (count.id, count.added) = ("d-1", ["total": 10])
    before.attendance.counts = [count]
    try home.save(nil, .event(before))
    var after = before
    after.attendance.counts[0].added = ["total": 12]
    after.topics = ["housing"]
    let change = home.edited(.event(before), .event(after))
    try home.save([change])
    try home.dieWith([change])
    // Somebody counts on elsewhere, before the program starts again.
    var later = after
    later.attendance.counts[0].added = ["total": 15]
    try home.save(.event(after), .event(later))
    try home.save(try home.recover(day).filter { $0.doubt == nil })
    let now = try home.programme.events[before.id]
    #expect(now?.attendance.counts == later.attendance.counts)
    #expect(now?.topics == ["housing"] && now?.conflicts == [])
  }

  @Test func `of a run of changes only what came after the last one on disk is made again`() throws
  {
    let home = try Home()
    let before = try Event.sample("e-1", title: "0")
    try home.save(nil, .event(before))
    var events = [before]
    for number in 1...5 {
      var next = before
      next.title = "\(number)"
      events.append(next)
    }
    let changes = zip(events, events.dropFirst()).map { home.edited(.event($0), .event($1)) }
    try home.save(Array(changes.prefix(3)))
    try home.dieWith(changes)
    let left = try home.recover(day)
    #expect(left.map(\.doubt) == [nil, nil, nil])
    for change in left { try home.save([change]) }
    let event = try home.programme.events[before.id]
    #expect(event?.title == "5" && event?.conflicts == [])
  }

  @Test func `presses at the door that never reached the disk are all counted`() throws {
    let home = try Home()
    let before = try Event.sample("e-1")
    try home.save(nil, .event(before))
    var event = before
    var presses: [PendingChange] = []
    for number in 1...25 {
      var count = DoorCount()
      (count.id, count.added) = ("d-1", ["total": number])
      var next = event
      next.attendance.counts = [count]
      presses.append(home.edited(.event(event), .event(next)))
      event = next
    }
    try home.dieWith(presses)
    let left = try home.recover(day)
    #expect(left.count == 25 && left.allSatisfy { $0.doubt == nil })
    for change in left { try home.save([change]) }
    #expect(
      try home.programme.events[before.id]?.attendance.counts == event.attendance.counts)
  }

  @Test func `an answer that gives waits for a person, one that takes back does not`() throws {
    let home = try Home()
    let before = try Testimony.sample("t-1", at: "e-1", text: "Words")
    try home.save(nil, .testimony(before))
    var giving = before
    giving.consent.entries.append(answer("e-1", .publish, .given))
    try home.dieWith([home.edited(.testimony(before), .testimony(giving))])
    #expect(try home.recover(day).map(\.doubt) == [.opens])
    var taking = before
    taking.consent.entries.append(answer("e-2", .record, .withdrawn))
    let withdrawal = home.edited(
      .testimony(before), Record.testimony(taking).closed(on: day))
    try home.dieWith([withdrawal])
    // What is taken back stands in no file for that.
    #expect(!home.text.contains("Words"))
    let left = try home.recover(day)
    #expect(left.map(\.doubt) == [nil])
    try home.save(left)
    #expect(try home.programme.testimonies[before.id] == taking.emptied())
  }

  @Test func `what somebody on a list takes back stands in no journal, and goes`() throws {
    let home = try Home()
    var before = try Event.sample("e-1")
    var person = Participation()
    person.id = try #require(PersonID(stored: "p-1"))
    (person.pseudonym, person.communities, person.note) = ("Rain", ["disabled"], "Kept")
    var consent = Consent()
    consent.id = try #require(ConsentID(stored: "c-p-1"))
    consent.entries = [answer("e-0", .count, .given)]
    person.consent = consent
    before.participations = [person]
    try home.save(nil, .event(before))
    var after = before
    var taken = answer("e-1", .count, .withdrawn)
    taken.at = Moment(seconds: moment.seconds + 60)
    after.participations[0].consent?.entries.append(taken)
    try home.dieWith([home.edited(.event(before), Record.event(after).closed(on: day))])
    #expect(!home.text.contains("disabled"))
    let left = try home.recover(day)
    #expect(left.map(\.doubt) == [nil])
    try home.save(left)
    let stored = try home.programme.events[before.id]?.participations.first
    #expect(stored?.communities == [] && stored?.note == "Kept")
    #expect(stored?.consent?.state(of: .count, on: day) == .withdrawn)
  }

  @Test func `an approval and a less private event wait for a person`() throws {
    let home = try Home()
    var before = try Event.sample("e-1")
    before.confidentiality = .closed
    try home.save(nil, .event(before))
    var after = before
    after.confidentiality = .open
    try home.dieWith([home.edited(.event(before), .event(after))])
    #expect(try home.recover(day).map(\.doubt) == [.opens])
  }

  @Test func `nothing of what was erased, refused or withdrawn comes back`() throws {
    let home = try Home()
    let event = try Event.sample("e-1", title: "Old")
    let testimony = try Testimony.sample("t-1", at: "e-1", text: "Words")
    try home.save(nil, .event(event))
    try home.save(nil, .testimony(testimony))
    var (other, told) = (event, testimony)
    other.title = "New"
    told.text = "Other words"
    let changes = [
      home.edited(.event(event), .event(other)),
      home.edited(.testimony(testimony), .testimony(told)),
    ]
    try home.dieWith(changes)
    var taken = testimony
    taken.consent.entries.append(answer("e-1", .record, .withdrawn))
    try home.save(.testimony(testimony), Record.testimony(taken).closed(on: day))
    try home.scratch.write("{\"id\": \"e-1\"}", to: "erased/e-1.json")
    #expect(try home.recover(day).isEmpty)
  }

  @Test func `a record that was removed meanwhile waits for a person`() throws {
    let home = try Home()
    let before = try Event.sample("e-1", title: "Old")
    try home.save(nil, .event(before))
    var after = before
    after.title = "New"
    try home.dieWith([home.edited(.event(before), .event(after))])
    try home.save(.event(before), nil)
    let left = try home.recover(day)
    #expect(left.map(\.doubt) == [.gone])
    try home.save(left)
    #expect(try home.programme.events[before.id]?.title == "New")
  }

  @Test func `what stood together on one slip is in no journal`() throws {
    let home = try Home()
    let before = try Event.sample("e-1")
    var after = before
    after.attendance.declared.asked = 1
    after.attendance.declared.communities = ["disabled": 1]
    let slip = PendingChange(
      Change(.slip(title: ""), [try #require(Edit(before: .event(before), after: .event(after)))]),
      at: moment)
    #expect(try home.journal.keep([slip], at: moment) == 1)
    #expect(!home.text.contains("disabled"))
    after.title = "Another"
    #expect(try home.journal.keep([home.edited(.event(before), .event(after))], at: moment) == 1)
    #expect(home.text.contains("Another") && !home.text.contains("disabled"))
  }

  @Test func `of many changed records those that open wait, and the others are saved`() throws {
    let home = try Home()
    let events = try (1...3).map { number in
      var event = try Event.sample("e-\(number)", title: "Old")
      event.confidentiality = .closed
      return event
    }
    for event in events { try home.save(nil, .event(event)) }
    let edits = events.compactMap { event in
      var after = event
      after.title = "New"
      if event.id == events[1].id { after.confidentiality = .open }
      return Edit(before: .event(event), after: .event(after))
    }
    try home.dieWith([PendingChange(Change(.several(kind: .event, count: 3), edits), at: moment)])
    let left = try home.recover(day)
    #expect(left.map(\.doubt) == [nil, .opens])
    #expect(left.map(\.pending.change.edits.count) == [2, 1])
  }

  @Test func `what a living program keeps is left to it, and it is readable by nobody else`() throws
  {
    let home = try Home()
    let event = try Event.sample("e-1")
    _ = try home.journal.keep([home.edited(nil, .event(event))], at: moment)
    #expect(home.journal.waiting == 0)
    #expect(try home.recover(day).isEmpty)
    let mode = try FileManager.default.attributesOfItem(
      atPath: "\(home.folder)/\(Leftover.own()).json")[.posixPermissions]
    #expect(mode as? Int == 0o600)
    #expect(try home.journal.keep([], at: moment) == 0)
    #expect(home.files.isEmpty)
  }

  @Test func `more than the limit is refused, and what was kept before stays`() throws {
    let home = try Home()
    var event = try Event.sample("e-1", title: "Small")
    _ = try home.journal.keep([home.edited(nil, .event(event))], at: moment)
    event.notes = String(repeating: "words ", count: Journal.limit / 6)
    #expect(throws: StoreError.self) {
      try home.journal.keep([home.edited(nil, .event(event))], at: moment)
    }
    #expect(home.text.contains("Small"))
  }

  private func answer(
    _ id: Code, _ purpose: ConsentPurpose, _ state: ConsentState
  ) -> ConsentEntry {
    ConsentEntry(id: id, purpose: purpose, state: state, at: moment, by: "Marigold Fane")
  }
}

/// A programme, its store, and the journal of a person of whom nobody else knows.
private final class Home {
  let scratch: Scratch
  let store: ProgrammeStore
  let journal: Journal
  private let name: Code

  init() throws {
    scratch = try Scratch.programme()
    store = try scratch.store()
    name = try #require(Code(stored: "j\(UInt32.random(in: .min ... .max))"))
    journal = try Journal(programme: name, realPath: scratch.programme)
  }

  var folder: String {
    let state = String(cString: getenv("XDG_STATE_HOME"))
    return "\(state)/heard/journal/\(folderKey(name, scratch.programme))"
  }

  var files: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  var text: String {
    files.compactMap { try? String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8) }.joined()
  }

  var programme: Programme { get throws { try scratch.load().programme } }

  func edited(_ before: Record?, _ after: Record) -> PendingChange {
    let edit = Edit(before: before, after: after)
    return PendingChange(
      Change(.edited(kind: .event, title: "Circle"), edit.map { [$0] } ?? []),
      at: Moment(stored: "2024-06-01T10:00:00Z") ?? Moment(seconds: 0))
  }

  func save(_ before: Record?, _ after: Record?) throws { try store.save(before, after) }

  func save(_ changes: [PendingChange]) throws {
    for pending in changes { try store.save(pending.change.edits) }
  }

  func save(_ left: [LeftChange]) throws { try save(left.map(\.pending)) }

  /// Keeps changes as a program does that died since.
  func dieWith(_ changes: [PendingChange]) throws {
    _ = try journal.keep(changes, at: Moment(seconds: 0))
    try FileManager.default.moveItem(
      atPath: "\(folder)/\(Leftover.own()).json", toPath: "\(folder)/4194304-\(files.count).json")
  }

  func recover(_ day: CalendarDay) throws -> [LeftChange] {
    store.recover(journal, on: day)
  }
}
