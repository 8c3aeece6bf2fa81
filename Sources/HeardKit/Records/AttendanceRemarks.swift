import HeardModel
import TerminalCanvas

/// What is said about an attendance: how the rule reckons it, and what does not fit together.
public enum AttendanceRemarks {
  /// How many attended by the rule, as a sentence.
  public static func rule(_ event: Event, _ desk: Desk) -> String {
    let words = desk.words
    let figure = event.figureOnceHeld(desk.programme)
    let listed = event.listed(desk.programme).count
    guard let count = figure.count else { return words("door.rule.none") }
    if figure.source == .listed { return words("door.rule.listed", count: count) }
    let tally = words("event.attended.\(figure.source.stored)", count: count)
    return listed == 0 ? tally : "\(tally) \(words("door.rule.notTheList", count: listed))"
  }

  /// What somebody at the door has to know.
  public static func atTheDoor(_ event: Event, _ desk: Desk) -> [Block] {
    var blocks: [Block] = []
    let words = desk.words
    func warn(_ text: String) { blocks.append(.notice(Notice(.warning, text))) }
    if event.status != .held {
      let key = desk.isCompact ? "door.short.notHeld" : "door.notHeld"
      warn(words(key, ["status": words("status.\(event.status.stored)")]))
    }
    if event.involvement == .participated {
      let key = desk.isCompact ? "door.short.ourPart" : "door.ourPart"
      blocks.append(.notice(Notice(.info, words(key))))
    }
    if let room = room(event, desk) { warn(room) }
    for problem in problems(event, desk) where problem.cell == .total { warn(problem.text) }
    return blocks
  }

  /// That the room is full, or how many more are counted than it holds; nil while there is room.
  ///
  /// Where it is not known how people meet, all of them may be in the room: the warning comes.
  private static func room(_ event: Event, _ desk: Desk) -> String? {
    let words = desk.words
    let attendance = event.attendance
    let mayAllBeInRoom = event.format == .inPerson || event.format == nil
    let known = attendance.inPerson ?? (mayAllBeInRoom ? attendance.total : nil)
    guard let capacity = event.capacity, let inRoom = known, inRoom >= capacity else { return nil }
    let key = inRoom == capacity ? "door.full" : "door.overFull"
    return words(
      key,
      [
        "capacity": words.number(capacity), "n": words.number(inRoom),
        "more": words.number(inRoom - capacity),
      ])
  }

  /// What does not fit together; each is told at one number and none keeps anybody from going on.
  public static func problems(_ event: Event, _ desk: Desk) -> [(
    cell: AttendanceCell, text: String
  )] {
    counts(event, desk) + totals(event, desk) + bases(event, desk)
  }

  /// Why a number may not be kept in the event's country; nil when it may.
  public static func refusal(_ cell: AttendanceCell, _ event: Event, _ desk: Desk) -> String? {
    let profile = desk.programme.profile(event.country)
    let rule: TraitRule =
      switch cell {
      case .community(let community): profile.rule(for: community)
      case .ageBand: profile.ageBands
      default: .tallyOnly
      }
    guard rule == .off else { return nil }
    return desk.words(
      "grid.off", ["country": desk.formats.country(event.country), "note": profile.note])
  }

  /// Numbers of which two were typed at once, and those that another program wrote beside what was
  /// counted.
  private static func counts(
    _ event: Event, _ desk: Desk
  ) -> [(cell: AttendanceCell, text: String)] {
    let words = desk.words
    let attendance = event.attendance
    return attendance.contested.map { number, numbers in
      let cell = AttendanceCell(number)
      return (
        cell,
        words(
          "door.twoNumbers",
          [
            "what": cell.label(words, desk.formats, of: desk.programme),
            "numbers": words.list(numbers.map(words.number)),
            "n": words.number(numbers.first ?? 0),
          ])
      )
    }
      + attendance.miscounted.map { number in
        let cell = AttendanceCell(number)
        func said(_ value: Int?) -> String { value.map(words.number) ?? words("cell.notKnown") }
        return (
          cell,
          words(
            "grid.miscounted",
            [
              "what": cell.label(words, desk.formats, of: desk.programme),
              "n": said(attendance[number]), "counted": said(attendance.reckoned(number)),
            ])
        )
      }
  }

  private static func totals(
    _ event: Event, _ desk: Desk
  ) -> [(cell: AttendanceCell, text: String)] {
    let attendance = event.attendance
    let words = desk.words
    guard let total = attendance.total else { return [] }
    var problems: [(cell: AttendanceCell, text: String)] = []
    let parts = [attendance.inPerson, attendance.online].compactMap { $0 }
    let sum = parts.reduce(0, +)
    if sum > total || (parts.count == 2 && sum != total) {
      problems.append(
        (
          .total,
          words("grid.partsDiffer", ["sum": words.number(sum), "total": words.number(total)])
        ))
    }
    if let people = attendance.inRole, people > total {
      problems.append((.inRole, more(.inRole, people, "grid.moreThanAll", total, desk)))
    }
    for entry in desk.programme.taxonomy(.role).entries where !entry.isNotCounted {
      guard let count = attendance.roles[entry.id], count > total else { continue }
      problems.append(
        (.role(entry.id), more(.role(entry.id), count, "grid.moreThanAll", total, desk)))
    }
    return problems
  }

  private static func bases(
    _ event: Event, _ desk: Desk
  ) -> [(cell: AttendanceCell, text: String)] {
    let declared = event.attendance.declared
    let words = desk.words
    guard let answered = declared.answered else {
      let isEmpty = declared.communities.isEmpty && declared.ageBands.isEmpty
      return isEmpty ? [] : [(.answered, words("grid.noBase"))]
    }
    var problems = beyondAll(event, desk)
    if let asked = declared.asked, answered > asked {
      problems.append(
        (
          .answered,
          words(
            "grid.moreAnswered", ["n": words.number(answered), "asked": words.number(asked)])
        ))
    }
    for (community, count) in declared.communities.sorted(by: { $0.key < $1.key }) {
      let cell = AttendanceCell.community(community)
      let base = declared.question(community)?.answered ?? answered
      if count > base {
        problems.append((cell, more(cell, count, "grid.moreThanAnswered", base, desk)))
      }
    }
    let ages = declared.ageBands.values.reduce(0, +)
    if ages > answered, let band = declared.ageBands.keys.min() {
      problems.append(
        (
          .ageBand(band),
          words("grid.agesMore", ["n": words.number(ages), "answered": words.number(answered)])
        ))
    }
    return problems
  }

  /// Bases that are larger than all who attended.
  private static func beyondAll(
    _ event: Event, _ desk: Desk
  ) -> [(cell: AttendanceCell, text: String)] {
    guard let all = event.figureOnceHeld(desk.programme).count else { return [] }
    let cells: [AttendanceCell] = [.asked, .answered]
    return cells.compactMap { cell in
      guard let count = event.attendance[cell], count > all else { return nil }
      return (cell, more(cell, count, "grid.moreThanCounted", all, desk))
    }
  }

  private static func more(
    _ cell: AttendanceCell, _ count: Int, _ key: String, _ base: Int, _ desk: Desk
  ) -> String {
    desk.words(
      key,
      [
        "what": cell.label(desk.words, desk.formats, of: desk.programme),
        "n": desk.words.number(count), "all": desk.words.number(base),
      ])
  }
}
