import HeardKit
import HeardModel

/// Counting on an event's tally: what is asked for, and what becomes of the number that stands there.
///
/// A tally never silently takes the place of a list, an estimate never becomes a count, and a role
/// never adds to those who came.
struct TallyCounting: Sendable {
  /// What can be asked for.
  enum Step: Hashable, Sendable {
    /// One person more or less.
    case step(Int, Presence)
    /// One more or less in a role: of those who came, or the same person in one more role.
    case role(Int, Code, Presence, isSamePerson: Bool)
    /// A number that was typed.
    case number(Int, AttendanceCell)

    var isNumber: Bool { if case .number = self { true } else { false } }
    var isRole: Bool { if case .role = self { true } else { false } }
  }

  private let id: EventID
  /// The row in which this sitting counts.
  let row: DoorCount
  /// What was asked for and waits for an answer.
  private(set) var pending: Step?
  /// Whether the person has said that what stood there may be counted on or replaced.
  private var isAgreed = false
  /// Whether the tally follows where more people have a role than were counted; nil until that was
  /// asked.
  private(set) var followsRoles: Bool?

  init(_ id: EventID, in row: DoorCount) { (self.id, self.row) = (id, row) }

  /// Does what was asked for, or first asks what becomes of the number that stands there.
  mutating func ask(for wanted: Step, _ desk: inout Desk) {
    guard let event = desk.programme.events[id] else {
      return desk.refuse(desk.words("event.gone"))
    }
    if let readOnly = desk.readOnly { return desk.refuse(readOnly) }
    pending = nil
    if let question = question(wanted, event, desk) {
      pending = wanted
      return desk.ask(question)
    }
    if !wanted.isRole { isAgreed = true }
    carryOut(wanted, beginningWith: "this", &desk)
  }

  /// Takes an answer: to its own question, or how the number is known.
  mutating func answered(_ question: String, _ answer: String, _ desk: inout Desk) {
    let waiting = pending
    pending = nil
    guard answer != "keep" else { return }
    switch question {
    case "source":
      if let source = AttendanceSource(stored: answer) {
        desk.change(attendanceOf: id) { $0.source = source }
      }
    case "begin", "others":
      isAgreed = true
      if let waiting { carryOut(waiting, beginningWith: answer, &desk) }
    case "roles":
      followsRoles = answer != "roles"
      if let waiting { carryOut(waiting, beginningWith: answer, &desk) }
    default: break
    }
  }
}

// What is asked first.
extension TallyCounting {
  private func question(_ wanted: Step, _ event: Event, _ desk: Desk) -> Question? {
    switch wanted {
    case .role(let step, let role, _, let isSamePerson):
      guard step > 0, desk.countsAsAttendance(role) else { return nil }
      return askRole(role, isSamePerson, event, desk)
    case .number(let number, let cell): return askNumber(number, cell, event, desk)
    case .step: return isAgreed ? nil : askBegin(wanted, event, desk)
    }
  }

  private func askBegin(_ wanted: Step, _ event: Event, _ desk: Desk) -> Question? {
    let words = desk.words
    guard let tally = event.attendance.tally else {
      let listed = event.listed(desk.programme).count
      guard listed > 0 else { return nil }
      let fromList = Question.Answer(
        "list", words("door.beginWithList", ["n": words.number(listed)]))
      return Question(
        "begin", words("door.askList", count: listed),
        [.init("keep", words("door.keepList")), .init("none", words("door.beginWithNone"))]
          + (wanted.isNumber ? [] : [fromList]))
    }
    let source = FigureSource(ofTally: event.attendance.source)
    guard !wanted.isNumber, source != .counted else { return nil }
    let arguments = [
      "n": words.number(tally), "source": desk.formats.label(source, "source"),
    ]
    return Question(
      "begin", words("door.askAnew", arguments),
      [
        .init("keep", words("answer.keep")), .init("none", words("door.beginWithNone")),
        .init("this", words("door.correct", arguments)),
      ])
  }

  /// A number takes the place of what others have counted, too: that is asked.
  private func askNumber(
    _ number: Int, _ cell: AttendanceCell, _ event: Event, _ desk: Desk
  ) -> Question? {
    let words = desk.words
    let others = event.attendance.doorShares.others(desk).count
    if others != 0, event.attendance[cell] != number {
      return Question(
        "others",
        words("door.askOthers", ["n": words.number(number), "others": words.number(others)]),
        [
          .init("keep", words("answer.keep")),
          .init("this", words("door.setAnyway", ["n": words.number(number)])),
        ])
    }
    return isAgreed ? nil : askBegin(.number(number, cell), event, desk)
  }

  /// Where nobody was counted, and where more people would have a role than were counted.
  private func askRole(
    _ role: Code, _ isSamePerson: Bool, _ event: Event, _ desk: Desk
  ) -> Question? {
    let words = desk.words
    guard followsRoles != true else { return nil }
    guard let tally = event.attendance.tally else {
      if followsRoles == false { return nil }
      let listed = event.listed(desk.programme).count
      let begin: [Question.Answer] =
        listed == 0
        ? [.init("none", words("roles.countToo"))]
        : [
          .init("none", words("door.beginWithNone")),
          .init("list", words("door.beginWithList", ["n": words.number(listed)])),
        ]
      let text = listed == 0 ? words("roles.askFirst") : words("door.askList", count: listed)
      return Question("roles", text, [.init("roles", words("roles.only"))] + begin)
    }
    let next = event.attendance.countingRole(
      role, by: 1, isSamePerson: isSamePerson, desk.programme.taxonomy(.role), in: row)
    guard let people = next?.leastInRoles(desk), people > tally else { return nil }
    let arguments = ["n": words.number(people), "all": words.number(tally)]
    return Question(
      "roles", words("roles.askBeyond", arguments),
      [.init("keep", words("roles.keepOut")), .init("this", words("roles.countMore", arguments))])
  }
}

// Doing it.
extension TallyCounting {
  private func carryOut(_ wanted: Step, beginningWith start: String, _ desk: inout Desk) {
    guard let event = desk.programme.events[id] else { return }
    let base = begun(wanted, start, event, desk)
    guard let next = taking(wanted, base, event, desk) else {
      return desk.refuse(desk.words("door.nobodyLeft"))
    }
    if let tally = next.tally, !desk.believes(tally, in: .total) { return }
    guard desk.change(attendanceOf: id, { $0 = next }), desk.news?.kind == .done else { return }
    say(wanted, event.attendance, &desk)
  }

  /// The attendance from which it is counted on.
  private func begun(
    _ wanted: Step, _ start: String, _ event: Event, _ desk: Desk
  ) -> Attendance {
    var base = event.attendance
    switch (start, wanted) {
    case ("none", .step(_, let way)), ("none", .role(_, _, let way, _)):
      let isSplit = event.countsWaysApart || way == .online
      base = base.beginningAnew(with: !isSplit ? .total : way == .online ? .online : .inPerson)
    case ("list", _):
      base.type(event.listed(desk.programme).count, as: .total)
      base.source = .counted
    default: break
    }
    return base
  }

  /// The attendance after a step; nil where nobody is left to take away.
  private func taking(
    _ wanted: Step, _ base: Attendance, _ event: Event, _ desk: Desk
  ) -> Attendance? {
    switch wanted {
    case .number(let number, let cell):
      var next = base
      next.put(number, in: cell, isSplit: event.countsWaysApart)
      return next
    case .step(let step, let way):
      return base.counting(step, way, isSplit: event.countsWaysApart || way == .online, in: row)
    case .role(let step, let role, let way, let isSamePerson):
      let next = base.countingRole(
        role, by: step, isSamePerson: isSamePerson, desk.programme.taxonomy(.role), in: row)
      guard let next, followsRoles == true, let people = next.leastInRoles(desk) else {
        return next
      }
      // The tally follows: nobody has a role who did not come.
      let more = people - (next.tally ?? 0)
      let isSplit = event.countsWaysApart || way == .online
      return more > 0 ? next.counting(more, way, isSplit: isSplit, in: row) : next
    }
  }
}

// Saying it.
extension TallyCounting {
  private func say(_ done: Step, _ before: Attendance, _ desk: inout Desk) {
    guard let now = desk.programme.events[id]?.attendance else { return }
    let words = desk.words
    switch done {
    case .number: if desk.isCompact { sayShort(before.tally, now.tally, &desk) }
    case .step(let step, _):
      let total = ["total": now.tally.map(words.number) ?? words("cell.unknown")]
      desk.say(words(step > 0 ? "door.more" : "door.less", count: abs(step), total))
    case .role(let step, let role, _, let isSamePerson):
      desk.say(
        words(
          Self.key(step, isSamePerson, desk.countsAsAttendance(role), before, now),
          [
            "role": desk.formats.label(role, in: .role, of: desk.programme),
            "n": words.number(now.roles[role] ?? 0),
            "total": now.tally.map(words.number) ?? words("cell.unknown"),
            "people": now.inRole.map(words.number) ?? words("cell.unknown"),
          ]))
    }
  }

  private static func key(
    _ step: Int, _ isSamePerson: Bool, _ isCounted: Bool, _ before: Attendance, _ now: Attendance
  ) -> String {
    if !isCounted { return "roles.beside" }
    guard let tally = now.tally else { return "roles.noTotal" }
    if before.tally.map({ tally > $0 }) ?? true { return "roles.grew" }
    if isSamePerson && now.inRole != nil { return "roles.samePerson" }
    return step > 0 ? "roles.more" : "roles.less"
  }

  /// On a telephone: the two numbers, and that it can be taken back.
  private func sayShort(_ before: Int?, _ after: Int?, _ desk: inout Desk) {
    let words = desk.words
    func number(_ value: Int?) -> String { value.map(words.number) ?? words("cell.unknown") }
    desk.say(words("door.short.did", ["before": number(before), "after": number(after)]))
  }
}

extension Desk {
  /// Whether somebody who came as this counts as an attendance: organisers and interpreters do not.
  func countsAsAttendance(_ role: Code) -> Bool { programme.taxonomy(.role).counts(role) }
}

extension DoorShares {
  /// What other sittings have counted, and how many they are; those of this window are this door.
  func others(_ desk: Desk) -> (count: Int, doors: [DoorShares.Sitting]) {
    let others = sittings.filter { !desk.sittings.own.contains($0.id) }
    return (others.reduce(0) { $0 + $1.count }, others)
  }
}

extension Attendance {
  /// How many people have a role at least: where nobody noted it, as many as the largest role has.
  func leastInRoles(_ desk: Desk) -> Int? {
    let held = roles.filter { desk.countsAsAttendance($0.key) }.map(\.value)
    return inRole ?? held.max()
  }

  /// Puts a number that was typed at the door; the other numbers follow where they must.
  fileprivate mutating func put(_ number: Int, in cell: AttendanceCell, isSplit: Bool) {
    let parts: [AttendanceCell: AttendanceCell] = [.inPerson: .online, .online: .inPerson]
    guard let other = parts[cell] else {
      // The only number of an event may stand in one of its parts as well.
      if !isSplit && inPerson == total { put(inPerson == nil ? nil : number, in: .inPerson) }
      return put(number, in: .total)
    }
    let all = total
    put(number, in: cell)
    guard let all else { return }
    if !isSplit {
      put(number, in: .total)
    } else if self[other] != nil {
      // Where both ways are known the total is what they come to, whoever counts on at either.
      put(nil, in: .total)
    } else {
      put(max(all, number), in: .total)
    }
  }
}
