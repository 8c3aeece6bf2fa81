import Foundation
import HeardModel
import TestKit
import Testing

@testable import HeardStore

/// Presses, typed numbers and their undoing at several doors, through real files.
@Suite struct DoorMergeTests {
  /// One program at a door: what it knows, and the row that it alone writes.
  private struct Door {
    var row: DoorCount
    let store: ProgrammeStore
    var known: Event
  }

  /// What was done, in the order in which it came to the file, for reckoning by hand.
  private enum Deed {
    case press(Int)
    case typed(Int)
    case undone
  }

  /// A change of one door, with its place among the deeds once it is in the file.
  private struct Made {
    let edit: Edit
    let door: Int
    var place: Int?
  }

  private struct Round {
    let scratch: Scratch
    let first: Event
    var doors: [Door] = []
    var deeds: [Deed] = []
    var made: [Made] = []
    /// Presses of programs that died, which their journal brings back one day.
    var left: [(edit: Edit, step: Int)] = []
    var rowsMade = 0

    init() throws {
      scratch = try Scratch.programme()
      var event = try Event.sample("e-1")
      (event.attendance.total, event.attendance.source) = (50, .estimated)
      first = event
      try scratch.store().save(nil, .event(event))
    }

    mutating func open(at place: Int) throws {
      rowsMade += 1
      var row = DoorCount()
      row.id = try #require(Code(stored: "d-\(rowsMade)"))
      let door = Door(
        row: row, store: try scratch.store("window\(rowsMade)"), known: try onDisk())
      if place < doors.count { doors[place] = door } else { doors.append(door) }
    }

    func onDisk() throws -> Event { try #require(try scratch.load().programme.events[first.id]) }

    /// The number as somebody reckons it who saw all of it: the last one typed that stands, and the
    /// presses after it.
    var expected: Int {
      var sum = 50
      for deed in deeds {
        switch deed {
        case .press(let step): sum += step
        case .typed(let number): sum = number
        case .undone: break
        }
      }
      return sum
    }

    mutating func save(_ edit: Edit, at place: Int, hears: Bool = true) throws {
      let change = Change(.attendance(title: "", before: nil, after: nil), [edit]).counted()
      let result = try doors[place].store.save(
        change, settings: ProgrammeSettings(), by: "Ada", at: noon)
      if hears, case .event(let now)? = result.first?.record { doors[place].known = now }
    }

    mutating func press(_ step: Int, at place: Int, dies: Bool, hears: Bool) throws {
      let before = doors[place].known
      var after = before
      guard
        let next = before.attendance.counting(
          step, .inPerson, isSplit: false, in: doors[place].row)
      else { return }
      after.attendance = next
      let edit = try #require(Edit(before: .event(before), after: .event(after)))
      if dies {
        left.append((edit, step))
        return try open(at: place)
      }
      if !hears { doors[place].known = after }
      try save(edit, at: place, hears: hears)
      made.append(Made(edit: edit, door: place, place: deeds.count))
      deeds.append(.press(step))
    }

    mutating func type(_ number: Int, at place: Int) throws {
      // Who types has seen what stands there: two numbers at once are a test of their own.
      let before = try onDisk()
      var after = before
      after.attendance.type(number, as: .total)
      guard let edit = Edit(before: .event(before), after: .event(after)), before != after else {
        return
      }
      try save(edit, at: place)
      made.append(Made(edit: edit, door: place, place: deeds.count))
      deeds.append(.typed(number))
    }

    /// Takes one of the changes back, as it stands in the file now; by the door that made it or by
    /// another program.
    mutating func undo(_ index: Int, byItself: Bool) throws {
      let it = made[index]
      guard let place = it.place else { return }
      var other = DoorCount()
      rowsMade += 1
      other.id = try #require(Code(stored: "d-\(rowsMade)"))
      let own: Set<Code> = byItself ? [doors[it.door].row.id] : []
      let now = try onDisk()
      let back = it.edit.takenBack(on: .event(now), in: OwnSittings(own, other: other))
      guard let back else { return }
      try save(back, at: it.door)
      made[index].place = nil
      deeds[place] = .undone
    }

    mutating func replayOne(_ random: inout RandomSource) throws {
      guard let again = made.randomElement(using: &random) else { return }
      try save(again.edit, at: again.door, hears: false)
    }

    mutating func bringBackLeft() throws {
      guard !left.isEmpty else { return }
      let (edit, step) = left.removeFirst()
      try save(edit, at: 0, hears: false)
      deeds.append(.press(step))
      // A journal that is read twice.
      try save(edit, at: 0, hears: false)
    }

    func mergeCopy(_ random: inout RandomSource) throws {
      guard case .event(let old)? = made.randomElement(using: &random)?.edit.after else { return }
      try scratch.write(old, to: "events/e-1 (1).json")
      _ = try scratch.store().mergeCopy(
        "events/e-1 (1).json", settings: ProgrammeSettings(), by: "Ada", at: noon)
    }
  }

  @Test func `any order of saves, kills, replays, merges and copies ends at the sum`() throws {
    var random = RandomSource.printed("doors, typed numbers and undoing")
    for number in 0..<12 {
      var round = try Round()
      for place in 0..<(2 + random.below(3)) { try round.open(at: place) }
      for _ in 0..<40 {
        let place = random.below(round.doors.count)
        switch random.below(20) {
        case 0..<10:
          try round.press(
            random.chance(75) ? 1 : -1, at: place, dies: random.chance(10),
            hears: random.chance(80))
        case 10, 11: try round.type(100 + round.deeds.count, at: place)
        case 12..<15 where !round.made.isEmpty:
          try round.undo(random.below(round.made.count), byItself: random.chance(50))
        case 15, 16: try round.replayOne(&random)
        case 17: try round.bringBackLeft()
        case 18: try round.mergeCopy(&random)
        default: round.doors[place].known = try round.onDisk()
        }
        let now = try round.onDisk().attendance
        #expect(now.total == round.expected, "round \(number)")
      }
      while !round.left.isEmpty { try round.bringBackLeft() }
      let end = try round.onDisk()
      #expect(end.attendance.total == round.expected, "round \(number)")
      #expect(end.attendance.miscounted.isEmpty && end.conflicts.isEmpty, "round \(number)")
      #expect(try round.scratch.faults().allSatisfy { !$0.contains("H5") })
    }
  }

  @Test func `a number of a form or a command is not lost where somebody counts meanwhile`() throws
  {
    let scratch = try Scratch.programme()
    var event = try Event.sample("e-1")
    (event.attendance.total, event.attendance.source) = (40, .reported)
    try scratch.store().save(nil, .event(event))
    var door = event
    var row = DoorCount()
    row.id = "d-1"
    door.attendance = try #require(
      event.attendance.counting(3, .inPerson, isSplit: false, in: row))
    var form = event
    form.attendance.total = 84
    try scratch.store("door").save(.event(event), .event(door))
    let saved = try scratch.store("form").save(.event(event), .event(form))
    guard case .event(let now)? = saved.first?.record else { throw CocoaError(.fileNoSuchFile) }
    #expect(now.attendance.total == 87 && now.conflicts.isEmpty)
    // The other way round the same.
    let other = try Scratch.programme()
    try other.store().save(nil, .event(event))
    try other.store("form").save(.event(event), .event(form))
    try other.store("door").save(.event(event), .event(door))
    #expect(try other.load().programme.events[event.id]?.attendance.total == 87)
  }

  @Test func `two numbers typed at once wait in the file until somebody chooses`() throws {
    let scratch = try Scratch.programme()
    let event = try Event.sample("e-1")
    try scratch.store().save(nil, .event(event))
    for number in [90, 84] {
      var typed = event
      typed.attendance.type(number, as: .total)
      try scratch.store("window\(number)").save(.event(event), .event(typed))
    }
    let told = try #require(try scratch.load().programme.events[event.id])
    #expect(told.attendance.total == 84 && told.conflicts.map(\.path) == ["attendance.total"])
    #expect(try scratch.faults() == ["events/e-1.json H511 attendance.total"])
    let old = told
    let chosen = try #require(
      Record.event(told).settling(told.conflicts[0], with: told.conflicts[0].other))
    let saved = try scratch.store().save(.event(told), chosen)
    guard case .event(let now)? = saved.first?.record else { throw CocoaError(.fileNoSuchFile) }
    #expect(now.attendance.total == 90 && now.conflicts.isEmpty)
    // A copy from before does not ask again.
    try scratch.write(old, to: "events/e-1 (1).json")
    _ = try scratch.store().mergeCopy(
      "events/e-1 (1).json", settings: ProgrammeSettings(), by: "Ada", at: noon)
    let end = try #require(try scratch.load().programme.events[event.id])
    #expect(end.attendance.total == 90 && end.conflicts.isEmpty)
  }
}
