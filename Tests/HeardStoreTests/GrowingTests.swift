import Foundation
import HeardModel
import TestKit
import Testing

@testable import HeardStore

/// Numbers that only grow and lists of which nothing is taken out, whatever is merged with what.
@Suite struct GrowingTests {
  /// One person at a door: what their window knows, and what they pressed.
  private struct Sitting {
    let id: Code
    let store: ProgrammeStore
    var known: Event
    var presses = 0
    /// What was saved, to be saved again as a program does that was killed before it heard of it.
    var saved: [(before: Event, after: Event)] = []

    mutating func press(_ isAdding: Bool, at noon: Moment) throws {
      var after = known
      var row = after.attendance.counts.first { $0.id == id } ?? DoorCount()
      row.id = id
      if isAdding {
        row.added["total", default: 0] += 1
      } else {
        row.taken["total", default: 0] += 1
      }
      after.attendance.counts.removeAll { $0.id == id }
      after.attendance.counts.append(row)
      after.attendance.total = after.attendance.reckoned("total")
      presses += isAdding ? 1 : -1
      try save(known, after)
      saved.append((known, after))
    }

    mutating func save(_ before: Event, _ after: Event) throws {
      let result = try store.save(.event(before), .event(after))
      if case .event(let now)? = result.first?.record { known = now }
    }
  }

  @Test func `any order of presses, replays, copies and merges ends at the sum`() throws {
    var random = RandomSource.printed("presses at several doors")
    for round in 0..<12 {
      let scratch = try Scratch.programme()
      let event = try Event.sample("e-1")
      try scratch.store().save(nil, .event(event))
      var sittings = try (0..<(2 + random.below(3))).map { number in
        Sitting(
          id: try #require(Code(stored: "d-\(number)")), store: try scratch.store("d\(number)"),
          known: event)
      }
      // So many people are there that nobody takes away somebody who was not counted.
      for index in sittings.indices {
        for _ in 0..<4 { try sittings[index].press(true, at: noon) }
      }
      for _ in 0..<20 {
        let index = random.below(sittings.count)
        switch random.below(10) {
        case 0..<6: try sittings[index].press(random.chance(80), at: noon)
        case 6, 7:
          if let (before, after) = sittings[index].saved.randomElement(using: &random) {
            try sittings[index].save(before, after)
          }
        default:
          // A copy that some program for keeping folders alike has left, as old as it likes.
          let old = sittings[index].saved.randomElement(using: &random)?.after ?? event
          try scratch.write(old, to: "events/e-1 (1).json")
          _ = try scratch.store().mergeCopy(
            "events/e-1 (1).json", settings: ProgrammeSettings(), by: "Ada", at: noon)
        }
      }
      let saved = try #require(try scratch.load().programme.events[event.id])
      let sum = sittings.reduce(0) { $0 + $1.presses }
      #expect(saved.attendance.total == sum, "round \(round)")
      #expect(saved.attendance.reckoned("total") == sum, "round \(round)")
      #expect(saved.conflicts.isEmpty, "round \(round): \(saved.conflicts)")
    }
  }

  @Test func `a typed number stands, and what is counted after it is added`() {
    var attendance = Attendance()
    var row = DoorCount()
    (row.id, row.added, row.taken) = ("d-1", ["total": 12], ["total": 2])
    attendance.counts = [row]
    #expect(attendance.reckoned("total") == 10)
    #expect(attendance.reckoned("online") == nil)
    var mark = SittingMark()
    (mark.id, mark.added, mark.taken) = ("d-1", 12, 2)
    var typed = TypedCount()
    (typed.id, typed.number, typed.since) = ("n-1", 84, [mark])
    attendance.typed = [typed]
    #expect(attendance.reckoned("total") == 84)
    attendance.counts[0].added["total"] = 15
    #expect(attendance.reckoned("total") == 87)
    // Somebody types another number meanwhile: nobody knows which is meant until one replaces both.
    var other = typed
    (other.id, other.number) = ("n-2", 90)
    attendance.typed.append(other)
    #expect(attendance.reckoned("total") == nil)
    var chosen = typed
    (chosen.id, chosen.number, chosen.replaces) = ("n-3", 88, ["n-1", "n-2"])
    chosen.since[0].added = 15
    attendance.typed.append(chosen)
    #expect(attendance.reckoned("total") == 88)
  }

  @Test func `nothing is taken out of versions, marks, entries and typed numbers`() throws {
    let scratch = try Scratch.programme()
    let store = try scratch.store()
    var testimony = try Testimony.sample("t-1", at: "e-1", text: "Words")
    var version = TextVersion()
    (version.id, version.text, version.at) = ("v-1", "Older words", noon)
    testimony.versions = [version]
    try store.save(nil, .testimony(testimony))
    var without = testimony
    without.versions = []
    without.privateNote = "noted"
    let saved = try store.save(.testimony(testimony), .testimony(without))
    guard case .testimony(let now)? = saved.first?.record else { throw CocoaError(.fileNoSuchFile) }
    #expect(now.versions.map(\.text) == ["Older words"] && now.privateNote == "noted")
    // But what may not be kept takes them with it.
    var withdrawn = now
    withdrawn.consent.entries.append(
      ConsentEntry(id: "k-9", purpose: .record, state: .withdrawn, at: noon, by: "Ada"))
    try store.save(.testimony(now), .testimony(withdrawn))
    #expect(scratch.text("testimonies/e-1.json")?.contains("Older words") == false)
  }

  @Test func `of one day the earlier stage of an action is the last, in any order`() throws {
    func entry(_ id: Code, _ status: ActionStatus, _ day: String) -> StatusEntry {
      var entry = StatusEntry()
      (entry.id, entry.status, entry.on) = (id, status, KnownDate(stored: day))
      return entry
    }
    var random = RandomSource.printed("entries of a status")
    var action = FollowUpAction()
    #expect(action.statusByEntries == nil)
    let entries = [
      entry("e-1", .proposed, "2024-01-10"), entry("e-2", .done, "2024-03-01"),
      entry("e-3", .inProgress, "2024-03-01"), entry("e-4", .agreed, "2024-02"),
    ]
    for _ in 0..<20 {
      action.statusEntries = entries.shuffled(using: &random)
      #expect(action.statusByEntries == .inProgress)
    }
  }
}
