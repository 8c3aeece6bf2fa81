import TestKit
import Testing

@testable import HeardModel

/// Numbers that sittings count and people type, reckoned by hand.
@Suite struct DoorCountTests {
  private func row(_ id: Code) -> DoorCount {
    var row = DoorCount()
    row.id = id
    return row
  }

  private func counted(_ total: Int?) -> Attendance {
    var attendance = Attendance()
    (attendance.total, attendance.source) = (total, total == nil ? nil : .counted)
    return attendance
  }

  private func pressed(
    _ attendance: Attendance, _ step: Int, by id: Code, _ way: Presence = .inPerson,
    isSplit: Bool = false
  ) throws -> Attendance {
    try #require(attendance.counting(step, way, isSplit: isSplit, in: row(id)))
  }

  private func typed(_ attendance: Attendance, _ number: Int?) -> Attendance {
    var attendance = attendance
    attendance.type(number, as: .total)
    return attendance
  }

  /// What two copies of one attendance come to, as a merge of files puts them together.
  private func merged(_ one: Attendance, _ other: Attendance) -> Attendance {
    var both = one
    for entry in other.typed where !both.typed.contains(entry) { both.typed.append(entry) }
    for row in other.counts {
      guard let place = both.counts.firstIndex(where: { $0.id == row.id }) else {
        both.counts.append(row)
        continue
      }
      both.counts[place].added.merge(row.added) { max($0, $1) }
      both.counts[place].taken.merge(row.taken) { max($0, $1) }
    }
    both.reckon()
    return both
  }

  @Test func `the presses of two doors are added to what stood there`() throws {
    let one = try pressed(pressed(counted(80), 1, by: "d-1"), 1, by: "d-1")
    let two = try pressed(counted(80), 1, by: "d-2")
    #expect(one.total == 82 && two.total == 81)
    #expect(merged(one, two).total == 83 && merged(two, one).total == 83)
    // What stood there is the same entry on both sides.
    #expect(one.typed == two.typed && one.typed.map(\.number) == [80])
    // Where nothing stood nothing is noted.
    let first = try pressed(counted(nil), 1, by: "d-1")
    #expect(first.total == 1 && first.typed.isEmpty && first.source == .counted)
    let second = try pressed(counted(nil), 5, by: "d-2")
    #expect(merged(first, second).total == 6)
  }

  @Test func `a typed number stands, and presses made meanwhile are added to it`() throws {
    let before = try pressed(counted(nil), 10, by: "d-1")
    let typed = typed(before, 84)
    let meanwhile = try pressed(before, 2, by: "d-2")
    #expect(merged(typed, meanwhile).total == 86)
    #expect(try pressed(merged(typed, meanwhile), 1, by: "d-1").total == 87)
    // Also of somebody who has not heard of it, and found the number before.
    let plain = counted(80)
    #expect(merged(self.typed(plain, 100), try pressed(plain, 1, by: "d-2")).total == 101)
    // The same number once more says nothing new.
    #expect(self.typed(typed, 84) == typed)
  }

  @Test func `an unknown number stays unknown, and counting begins at nought`() throws {
    let cleared = typed(try pressed(counted(80), 1, by: "d-1"), nil)
    #expect(cleared.total == nil && cleared.numbers(of: "total").isEmpty)
    #expect(try pressed(cleared, 1, by: "d-1").total == 1)
    // A merge with what somebody counted before does not bring the older number back.
    let older = try pressed(counted(80), 1, by: "d-1")
    #expect(merged(cleared, older).total == nil)
    // A number beats an emptied field, as everywhere.
    #expect(merged(cleared, typed(older, 90)).total == 90)
  }

  @Test func `where two took the same person away nobody is less than nobody`() throws {
    let one = counted(1)
    let both = merged(try pressed(one, -1, by: "d-1"), try pressed(one, -1, by: "d-2"))
    #expect(both.total == 0)
    #expect(try pressed(both, 1, by: "d-1").total == 1)
    #expect(both.counting(-1, .inPerson, isSplit: false, in: row("d-1")) == nil)
  }

  @Test func `different numbers typed at once are told, and the one that is chosen replaces both`()
    throws
  {
    var event = Event()
    let base = try pressed(counted(nil), 10, by: "d-1")
    event.attendance = merged(typed(base, 84), typed(base, 90))
    #expect(event.attendance.reckoned("total") == nil)
    #expect(event.attendance.contested.map(\.numbers) == [[84, 90]])
    let record = Record.event(event).reckoned()
    #expect(record.reckoned() == record)
    let conflict = try #require(record.conflicts.first)
    #expect(record.conflicts.count == 1 && conflict.path == "attendance.total")
    #expect(conflict.kept == .number(84) && conflict.other == .number(90))
    // The other machine says the same.
    event.attendance = merged(typed(base, 90), typed(base, 84))
    #expect(Record.event(event).reckoned().conflicts == [conflict])
    // A press counts on, whichever holds.
    let more = try pressed(event.attendance, 1, by: "d-2")
    #expect(more.total == 85 && more.contested.map(\.numbers) == [[85, 91]])
    event.attendance = more
    let told = Record.event(event).reckoned()
    #expect(told.conflicts.map(\.id) == [conflict.id])
    guard case .event(let chosen)? = told.settling(told.conflicts[0], with: .number(91)) else {
      Issue.record("nothing was settled")
      return
    }
    #expect(chosen.attendance.total == 91 && chosen.conflicts.isEmpty)
    #expect(merged(chosen.attendance, more).total == 91)
    guard case .event(let kept)? = told.settling(told.conflicts[0], with: nil) else { return }
    #expect(kept.attendance.total == 85 && kept.attendance.contested.isEmpty)
  }

  @Test func `the total follows the two ways, and a way that is left is the rest`() throws {
    var hybrid = Attendance()
    (hybrid.total, hybrid.inPerson, hybrid.source) = (60, 40, .counted)
    let online = try pressed(hybrid, 1, by: "d-1", .online, isSplit: true)
    #expect(online.total == 61 && online.inPerson == 40 && online.online == 21)
    let room = try pressed(hybrid, 1, by: "d-2", isSplit: true)
    #expect(room.total == 61 && room.inPerson == 41 && room.online == nil)
    let both = merged(online, room)
    #expect(both.total == 62 && both.inPerson == 41 && both.online == 21)
    // A total that is unknown is what the two ways come to.
    var without = both
    without.type(nil, as: .total)
    #expect(without.total == nil && without.tally == 62)
    #expect(merged(without, try pressed(both, 3, by: "d-1", .online)).tally == 65)
  }

  @Test func `a number set without an entry gets one where somebody counts at the door`() throws {
    let base = try pressed(counted(nil), 10, by: "d-1")
    var form = base
    (form.total, form.note) = (84, "as on the sheet")
    let noted = form.noting(over: base)
    #expect(noted.typed.map(\.number) == [84] && noted.numbers(of: "total") == [84])
    #expect(merged(noted, try pressed(base, 1, by: "d-2")).total == 85)
    var emptied = base
    emptied.total = nil
    #expect(emptied.noting(over: base).numbers(of: "total").isEmpty)
    // A press is none of them, and a number of an event that nobody counted stays plain.
    let press = try pressed(base, 1, by: "d-1")
    #expect(press.noting(over: base) == press)
    #expect(counted(84).noting(over: counted(80)) == counted(84))
    // Unless what it is merged with was counted.
    #expect(counted(84).noting(over: counted(nil), beside: base).typed.map(\.number) == [84])
  }

  @Test func `what another program wrote beside the counts is told`() throws {
    var attendance = try pressed(counted(nil), 10, by: "d-1")
    #expect(attendance.miscounted.isEmpty)
    attendance.total = 12
    #expect(attendance.miscounted == [.total])
    #expect(try pressed(attendance, 1, by: "d-1").total == 11)
  }

  @Test func `who counted how many is told since a number was typed`() throws {
    var attendance = try pressed(counted(nil), 10, by: "d-1")
    attendance = try pressed(attendance, 3, by: "d-2")
    #expect(attendance.doorShares.typed == nil)
    #expect(attendance.doorShares.count(of: ["d-1"]) == 10)
    attendance = try pressed(typed(attendance, 20), 2, by: "d-2")
    #expect(attendance.doorShares.typed == 20)
    #expect(attendance.doorShares.sittings.map(\.count) == [2])
  }

  @Test(arguments: ["total", "inPerson", "online", "inRole", "role.speaker"])
  func `a number is found by its key and by its path`(key: String) throws {
    let what = try #require(Code(stored: key))
    let number = try #require(CountedNumber(what))
    #expect(number.what == what && CountedNumber(path: number.path) == number)
  }

  @Test func `a key that is no number is none`() {
    #expect(CountedNumber("note") == nil && CountedNumber(path: "attendance.note") == nil)
    #expect(CountedNumber(path: "title") == nil && CountedNumber(path: "attendance.role.x") == nil)
  }
}

/// Roles name some of those who came.
@Suite struct RolesInTheNumberTests {
  private let list = Taxonomy([.init("a"), .init("b"), .init("host", isNotCounted: true)])

  private func row() -> DoorCount {
    var row = DoorCount()
    row.id = "d-1"
    return row
  }

  private func press(
    _ attendance: inout Attendance, _ role: Code, by step: Int = 1, isSamePerson: Bool = false
  ) throws {
    attendance = try #require(
      attendance.countingRole(role, by: step, isSamePerson: isSamePerson, list, in: row()))
  }

  @Test func `84 counted, then four roles are still 84, of whom four have a role`() throws {
    var attendance = Attendance()
    (attendance.total, attendance.source) = (84, .counted)
    for role: Code in ["a", "a", "a", "b"] { try press(&attendance, role) }
    try press(&attendance, "host")
    #expect(attendance.total == 84 && attendance.inRole == 4)
    #expect(attendance.roles == ["a": 3, "b": 1, "host": 1])
  }

  @Test func `the same person with a further role is one person`() throws {
    var attendance = Attendance()
    try press(&attendance, "a")
    try press(&attendance, "b", isSamePerson: true)
    #expect(attendance.inRole == 1 && attendance.roles == ["a": 1, "b": 1])
    // Nobody has one of a role twice.
    try press(&attendance, "a", isSamePerson: true)
    #expect(attendance.inRole == 2)
    // One of the roles goes, the person stays; then both go.
    try press(&attendance, "b", by: -1, isSamePerson: true)
    #expect(attendance.inRole == 2)
    try press(&attendance, "a", by: -1)
    #expect(attendance.inRole == 1)
    try press(&attendance, "a", by: -1)
    #expect(attendance.inRole == 0)
    #expect(attendance.countingRole("a", by: -1, isSamePerson: false, list, in: row()) == nil)
  }

  @Test func `where roles stood without how many people they are, nobody knows it`() throws {
    var one = Attendance()
    one.roles = ["a": 32, "host": 3]
    #expect(one.peopleInRoles(list) == 32)
    try press(&one, "a")
    #expect(one.inRole == 33 && one.roles["a"] == 33)
    var several = Attendance()
    several.roles = ["a": 32, "b": 18]
    #expect(several.peopleInRoles(list) == nil)
    try press(&several, "b")
    #expect(several.inRole == nil && several.roles["b"] == 19)
  }
}

/// Taking back what was counted and typed, while others count on.
@Suite struct TakingBackTests {
  private var event: Event {
    var event = Event()
    event.id = EventID(stored: "e-1") ?? Identifier()
    event.title = "Circle"
    return event
  }

  private func row(_ id: Code) -> DoorCount {
    var row = DoorCount()
    row.id = id
    return row
  }

  private func rows(_ own: Set<Code>) -> OwnSittings { OwnSittings(own, other: row("d-9")) }

  private func press(_ event: Event, by id: Code, _ step: Int = 1) throws -> Event {
    var event = event
    event.attendance = try #require(
      event.attendance.counting(step, .inPerson, isSplit: false, in: row(id)))
    return event
  }

  private func type(_ event: Event, _ number: Int?) -> Event {
    var event = event
    event.attendance.type(number, as: .total)
    return event
  }

  private func edit(_ before: Event, _ after: Event) throws -> Edit {
    try #require(Edit(before: .event(before), after: .event(after)))
  }

  private func attendance(_ record: Record?) -> Attendance? {
    if case .event(let event)? = record { event.attendance } else { nil }
  }

  @Test func `a press is taken away in one's own row, and only that one`() throws {
    let one = try press(event, by: "d-1")
    let now = try press(one, by: "d-2", 3)
    let back = try #require(try edit(event, one).takenBack(on: .event(now), in: rows(["d-1"])))
    let taken = try #require(attendance(back.after))
    #expect(taken.total == 3)
    #expect(taken.counts.first { $0.id == "d-1" }?.added == ["total": 1])
    #expect(taken.counts.first { $0.id == "d-1" }?.taken == ["total": 1])
    // Who does not write that row takes it away in another one.
    let elsewhere = try #require(try edit(event, one).takenBack(on: .event(now), in: rows([])))
    #expect(attendance(elsewhere.after)?.total == 3)
    #expect(attendance(elsewhere.after)?.counts.last?.id == "d-9")
    // And made again it counts again.
    let again = try #require(back.takenBack(on: back.after, in: rows(["d-1"])))
    #expect(attendance(again.after)?.total == 4)
    let twice = try #require(again.takenBack(on: again.after, in: rows(["d-1"])))
    #expect(attendance(twice.after)?.total == 3)
  }

  @Test func `the first press taken back leaves nobody knowing, not nought`() throws {
    let one = try press(event, by: "d-1")
    let back = try #require(try edit(event, one).takenBack(on: .event(one), in: rows(["d-1"])))
    #expect(attendance(back.after)?.tally == nil && attendance(back.after)?.source == nil)
    let again = try #require(back.takenBack(on: back.after, in: rows(["d-1"])))
    #expect(attendance(again.after)?.total == 1 && attendance(again.after)?.source == .counted)
  }

  @Test func `a typed number taken back is the number before, with presses made since`() throws {
    let before = try press(event, by: "d-1", 10)
    let typed = type(before, 84)
    let now = try press(typed, by: "d-2", 2)
    let back = try #require(try edit(before, typed).takenBack(on: .event(now), in: rows([])))
    #expect(attendance(back.after)?.total == 12)
    let again = try #require(back.takenBack(on: back.after, in: rows([])))
    #expect(attendance(again.after)?.total == 86)
    // Typed over a plain number the same.
    var plain = event
    (plain.attendance.total, plain.attendance.source) = (40, .estimated)
    let over = type(plain, 50)
    let more = try press(over, by: "d-1")
    let back2 = try #require(try edit(plain, over).takenBack(on: .event(more), in: rows([])))
    #expect(attendance(back2.after)?.total == 41)
  }

  @Test func `what was typed anew since is not changed by taking an older press back`() throws {
    let one = try press(event, by: "d-1")
    let now = type(one, 84)
    #expect(try edit(event, one).takenBack(on: .event(now), in: rows(["d-1"])) == nil)
    #expect(try edit(event, type(event, 50)).takenBack(on: .event(now), in: rows([])) == nil)
  }

  @Test func `a choice between two numbers taken back is open again`() throws {
    var two = try press(event, by: "d-1", 10)
    let other = type(two, 90)
    two = type(two, 84)
    two.attendance.typed += other.attendance.typed
    guard case .event(let told) = Record.event(two).reckoned() else { return }
    guard case .event(let chosen)? = Record.event(told).settling(told.conflicts[0], with: nil)
    else { return }
    let back = try #require(try edit(told, chosen).takenBack(on: .event(chosen), in: rows([])))
    #expect(attendance(back.after)?.contested.map(\.numbers) == [[84, 90]])
    #expect(back.after?.conflicts.count == 1)
  }

  @Test func `what else was changed is taken back although people were counted since`() throws {
    var renamed = event
    renamed.title = "Evening"
    let now = try press(renamed, by: "d-1", 5)
    let back = try #require(try edit(event, renamed).takenBack(on: .event(now), in: rows([])))
    guard case .event(let taken)? = back.after else { return }
    #expect(taken.title == "Circle" && taken.attendance.total == 5)
    // But not what somebody has changed otherwise.
    var other = now
    other.place = "Lyon"
    #expect(try edit(event, renamed).takenBack(on: .event(other), in: rows([])) == nil)
    // A new event at which somebody was counted does not go.
    let made = try #require(Edit(before: nil, after: .event(event)))
    #expect(made.takenBack(on: .event(try press(event, by: "d-1"))) == nil)
    let counted = try edit(event, try press(event, by: "d-1"))
    let empty = try #require(counted.takenBack(on: counted.after, in: rows([])))
    #expect(made.takenBack(on: empty.after)?.after == .some(nil))
  }

  @Test func `a run of presses is one edit, without what others counted in between`() throws {
    let one = try press(event, by: "d-1")
    let others = try press(one, by: "d-2", 1)
    let two = try press(others, by: "d-1")
    let three = try press(two, by: "d-1")
    let first = try edit(event, one)
    let last = try edit(two, three)
    let run = try #require(try edit(others, two).joined(toPress: last))
    let whole = try #require(first.joined(toPress: run))
    #expect(first.isOnePress && last.isOnePress && !whole.isOnePress)
    let back = try #require(whole.takenBack(on: .event(three), in: rows(["d-1"])))
    #expect(attendance(back.after)?.total == 1)
    // A number that was typed is none.
    #expect(try !edit(event, type(event, 1)).isOnePress)
    #expect(try edit(event, type(event, 1)).joined(toPress: last) == nil)
  }

  @Test func `presses in rows take each other back for every number that they changed`() throws {
    var before = event
    before.attendance.total = 84
    let list = Taxonomy.builtIn(.role)
    var after = before
    after.attendance = try #require(
      before.attendance.countingRole(
        "speaker", by: 1, isSamePerson: false, list, in: row("d-1")))
    #expect(after.attendance.inRole == 1)
    #expect(try edit(before, after).isOnePress)
    let back = try #require(try edit(before, after).takenBack(on: .event(after), in: rows([])))
    #expect(attendance(back.after)?.inRole == nil && attendance(back.after)?.roles == [:])
    #expect(attendance(back.after)?.total == 84)
  }
}
