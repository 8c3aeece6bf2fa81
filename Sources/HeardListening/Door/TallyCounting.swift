import HeardKit
import HeardModel

/// Counting on an event's tally: what is asked for, and what becomes of the number that stands there.
///
/// A tally never silently takes the place of a list, and an estimate never becomes a count.
struct TallyCounting: Sendable {
  /// What can be asked for.
  enum Step: Hashable, Sendable {
    /// One person more or less.
    case step(Int, Presence)
    /// One person more or less who came as something.
    case role(Int, Code, Presence)
    /// A number that was typed.
    case number(Int, AttendanceCell)

    var isNumber: Bool { if case .number = self { true } else { false } }
  }

  private let id: EventID
  /// What was asked for and waits for an answer.
  private(set) var pending: Step?
  /// Whether the person has said that what stood there may be counted on or replaced.
  private var isAgreed = false

  init(_ id: EventID) { self.id = id }

  /// Does what was asked for, or first asks what becomes of the number that stands there.
  mutating func ask(for wanted: Step, _ desk: inout Desk) {
    guard let event = desk.programme.events[id] else {
      return desk.refuse(desk.words("event.gone"))
    }
    if let readOnly = desk.readOnly { return desk.refuse(readOnly) }
    pending = nil
    guard !isAgreed, changesTally(wanted, desk), let question = question(wanted, event, desk) else {
      isAgreed = isAgreed || changesTally(wanted, desk)
      return carryOut(wanted, beginningWith: "this", &desk)
    }
    pending = wanted
    desk.ask(question)
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
    case "begin":
      isAgreed = true
      if let waiting { carryOut(waiting, beginningWith: answer, &desk) }
    default: break
    }
  }

  private func changesTally(_ wanted: Step, _ desk: Desk) -> Bool {
    if case .role(_, let role, _) = wanted { return desk.countsAsAttendance(role) }
    return true
  }

  private func question(_ wanted: Step, _ event: Event, _ desk: Desk) -> Question? {
    let words = desk.words
    let listed = event.listed(desk.programme).count
    guard let tally = event.attendance.tally else {
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
}

// Doing it.
extension TallyCounting {
  private func carryOut(
    _ wanted: Step, beginningWith start: String, _ desk: inout Desk
  ) {
    guard let event = desk.programme.events[id] else { return }
    var base = event.attendance
    if start == "none" { base = base.uncounted }
    if start == "list" {
      base.total = event.listed(desk.programme).count
      base.source = .counted
    }
    guard let next = base.taking(wanted, event, desk) else {
      return desk.refuse(desk.words("door.nobodyLeft"))
    }
    if let tally = next.tally, !desk.believes(tally, in: .total) { return }
    guard desk.change(attendanceOf: id, { $0 = next }), desk.news?.kind == .done else { return }
    if case .role(_, let role, _) = wanted {
      say(role, next, &desk)
    } else if desk.isCompact {
      sayShort(event.attendance.tally, next.tally, &desk)
    }
  }

  /// On a telephone: the two numbers, and that it can be taken back.
  private func sayShort(_ before: Int?, _ after: Int?, _ desk: inout Desk) {
    let words = desk.words
    func number(_ value: Int?) -> String { value.map(words.number) ?? words("cell.unknown") }
    desk.say(words("door.short.did", ["before": number(before), "after": number(after)]))
  }

  private func say(_ role: Code, _ now: Attendance, _ desk: inout Desk) {
    let words = desk.words
    let key = desk.countsAsAttendance(role) ? "roles.did" : "roles.didUncounted"
    desk.say(
      words(
        key,
        [
          "role": desk.formats.label(role, in: .role, of: desk.programme),
          "n": words.number(now.roles[role] ?? 0),
          "total": now.tally.map(words.number) ?? words("cell.unknown"),
        ]))
  }
}

extension Desk {
  /// Whether somebody who came as this counts as an attendance: organisers and interpreters do not.
  func countsAsAttendance(_ role: Code) -> Bool {
    !(programme.taxonomy(.role).entries.first { $0.id == role }?.isNotCounted ?? false)
  }
}

extension Attendance {
  /// The attendance after a step; nil where nobody is left to take away.
  fileprivate func taking(
    _ wanted: TallyCounting.Step, _ event: Event, _ desk: Desk
  ) -> Attendance? {
    switch wanted {
    case .number(let number, let cell):
      var next = self
      next.put(number, in: cell, isSplit: event.countsWaysApart)
      return next
    case .step(let step, let way):
      return counting(step, way, isSplit: event.countsWaysApart || way == .online)
    case .role(let step, let role, let way):
      let count = (roles[role] ?? 0) + step
      guard count >= 0 else { return nil }
      let isSplit = event.countsWaysApart || way == .online
      var next: Attendance? = self
      if desk.countsAsAttendance(role) { next = counting(step, way, isSplit: isSplit) }
      next?.roles[role] = count
      return next
    }
  }

  /// Puts a number that was typed at the door; the other numbers follow where they must.
  private mutating func put(_ number: Int, in cell: AttendanceCell, isSplit: Bool) {
    let parts: [AttendanceCell: AttendanceCell] = [.inPerson: .online, .online: .inPerson]
    guard let other = parts[cell] else {
      // The only number of an event may stand in one of its parts as well.
      if !isSplit && inPerson == total { inPerson = inPerson == nil ? nil : number }
      return put(number, in: .total)
    }
    if total != nil {
      // The total follows where both ways are known, or where it would be less than one of them.
      let sum = isSplit ? self[other].map { number + $0 } : number
      total = sum ?? max(total ?? 0, number)
    }
    put(number, in: cell)
  }
}
