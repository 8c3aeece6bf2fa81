import Foundation
import TestKit
import Testing

@testable import HeardModel
@testable import HeardStore

/// Slips of several doors through real files: nothing is lost and nothing counted twice.
@Suite struct SlipSittingsTests {
  /// One person at a door: what their window knows, and the slips that they entered.
  private struct Door {
    let id: Code
    let store: ProgrammeStore
    var known: Event
    var slips: [[EnteredSlip]] = []
    /// What was saved, to be saved again as a program does that was killed before it heard of it.
    var saved: [(before: Event, after: Event)] = []

    mutating func enter(_ group: [EnteredSlip]) throws {
      var after = known
      after.attendance.declared.add(group, by: id)
      slips.append(group)
      try save(after)
    }

    mutating func takeBack() throws {
      guard let group = slips.popLast() else { return }
      var after = known
      after.attendance.declared.takeBack(group, by: id)
      try save(after)
    }

    private mutating func save(_ after: Event) throws {
      saved.append((known, after))
      try repeatSave(saved.count - 1)
    }

    mutating func repeatSave(_ place: Int) throws {
      let (before, after) = saved[place]
      let result = try store.save(.event(before), .event(after))
      if case .event(let now)? = result.first?.record { known = now }
    }
  }

  private static let questions: [Code] = ["women", "disabled", "ageBands"]

  private static func slip(using random: inout RandomSource) -> EnteredSlip {
    var slip = EnteredSlip()
    (slip.base, slip.questions) = (.among(84), questions)
    switch random.below(4) {
    case 0: break
    case 1: slip.isNothing = true
    default: slip.communities = ["women", "disabled"].filter { _ in random.chance(60) }
    }
    if random.chance(50) { slip.ageBand = random.pick(["18-24", "25-34"]) }
    return slip
  }

  @Test func `any order of slips, replays, copies and merges ends at the sums`() throws {
    var random = RandomSource.printed("slips at several doors")
    for round in 0..<12 {
      let scratch = try Scratch.programme()
      let event = try Event.sample("e-1")
      try scratch.store().save(nil, .event(event))
      var doors = try (0..<(2 + random.below(2))).map { number in
        Door(
          id: try #require(Code(stored: "s-\(number)")), store: try scratch.store("s\(number)"),
          known: event)
      }
      for _ in 0..<24 {
        let place = random.below(doors.count)
        switch random.below(10) {
        case 0..<5: try doors[place].enter((0..<5).map { _ in Self.slip(using: &random) })
        case 5: try doors[place].takeBack()
        case 6, 7:
          let saves = doors[place].saved.count
          if saves > 0 { try doors[place].repeatSave(random.below(saves)) }
        default:
          // A copy that some program for keeping folders alike has left, as old as it likes.
          let old = doors[place].saved.randomElement(using: &random)?.after ?? event
          try scratch.write(old, to: "events/e-1 (1).json")
          _ = try scratch.store().mergeCopy(
            "events/e-1 (1).json", settings: ProgrammeSettings(), by: "Ada", at: noon)
        }
      }
      let saved = try #require(try scratch.load().programme.events[event.id])
      let slips = doors.flatMap { $0.slips.joined() }
      try expect(saved.attendance.declared, slips, "round \(round)")
      #expect(saved.conflicts.isEmpty, "round \(round): \(saved.conflicts)")
    }
  }

  /// The sums against the slips themselves, reckoned without the rules of the model.
  private func expect(
    _ declared: DeclaredCommunities, _ slips: [EnteredSlip], _ round: String
  ) throws {
    if slips.isEmpty {
      #expect(declared.slips ?? 0 == 0, "\(round)")
      return
    }
    let spoken = slips.filter { $0.isNothing || !$0.communities.isEmpty }
    #expect(declared.slips == slips.count, "\(round)")
    #expect(declared.asked ?? 0 >= 84, "\(round)")
    let answered = slips.count {
      $0.isNothing || $0.ageBand != nil || !$0.communities.isEmpty
    }
    #expect(declared.answered == answered, "\(round)")
    for code in ["women", "disabled"] as [Code] {
      let count = slips.count { $0.communities.contains(code) }
      #expect(declared.communities[code] ?? 0 == count, "\(round) \(code)")
      let question = try #require(declared.question(code), "\(round)")
      #expect(question.answered == spoken.count, "\(round) \(code)")
      #expect(question.none == slips.count { $0.isNothing }, "\(round) \(code)")
      #expect(question.counts[code] ?? 0 == count, "\(round) \(code)")
    }
    let ages = try #require(declared.question("ageBands"), "\(round)")
    #expect(ages.answered == slips.count { $0.ageBand != nil }, "\(round)")
    #expect(ages.counts.values.reduce(0, +) == ages.answered, "\(round)")
  }

  @Test func `slips that were taken back stay so, whatever older copy of the file is merged`()
    throws
  {
    let scratch = try Scratch.programme()
    let event = try Event.sample("e-1")
    try scratch.store().save(nil, .event(event))
    var random = RandomSource.printed("slips that are taken back")
    var door = Door(id: "s-1", store: try scratch.store(), known: event)
    let first = (0..<5).map { _ in Self.slip(using: &random) }
    try door.enter(first)
    try door.enter((0..<5).map { _ in Self.slip(using: &random) })
    let full = door.known
    try door.takeBack()
    try scratch.write(full, to: "events/e-1 (1).json")
    _ = try scratch.store().mergeCopy(
      "events/e-1 (1).json", settings: ProgrammeSettings(), by: "Ada", at: noon)
    let saved = try #require(try scratch.load().programme.events[event.id])
    try expect(saved.attendance.declared, first, "taken back")
    #expect(try ProgrammeCheck.faults(path: scratch.programme) == [])
  }

  @Test func `whether a community was asked can be said, said otherwise and taken back`() throws {
    let scratch = try Scratch.programme()
    var event = try Event.sample("e-1")
    (event.attendance.declared.asked, event.attendance.declared.answered) = (60, 51)
    try scratch.store().save(nil, .event(event))
    var known = event
    for state in [AskedState.asked, .notAsked, .notKnown] {
      var after = known
      after.note(state, of: "lgbtq")
      try scratch.store().save(.event(known), .event(after))
      known = try #require(try scratch.load().programme.events[event.id])
      #expect(known.askedState(of: "lgbtq") == state)
      #expect(known.conflicts.isEmpty)
    }
    #expect(known.attendance.declared.questions.isEmpty)
  }
}
