/// The rows in which a program takes presses back: numbers of a row only grow, and only who writes
/// it may grow them.
public struct OwnSittings: Hashable, Sendable {
  /// The rows that this program writes.
  public var own: Set<Code>
  /// Where it takes back what was counted in any other row.
  public var other: DoorCount

  /// Some rows of a program's own, and one for presses of other sittings.
  public init(_ own: Set<Code> = [], other: DoorCount = DoorCount()) {
    (self.own, self.other) = (own, other)
  }
}

extension Attendance {
  /// What taking a change back makes of the attendance as it stands now.
  ///
  /// A press is taken away by another one, a typed number by an entry with what stood before it,
  /// since when presses count on.
  ///
  /// Nil where a number of the change was typed anew since: then taking it back would change that.
  func takingBack(
    from before: Attendance, to after: Attendance, in rows: OwnSittings
  ) -> Attendance? {
    var result = self
    for number in Self.countedNumbers(of: [self, before, after]) {
      guard
        before.standing(for: number) != after.standing(for: number)
          || before[number] != after[number] || !before.hasSameRows(number, as: after)
      else { continue }
      guard let what = number.what, isTallied(what) || after.isTallied(what) else {
        // It stands by itself, as in a form.
        guard self[number] == after[number] else { return nil }
        result.type(before[number], as: number)
        continue
      }
      guard standing(for: number) == after.standing(for: number) else { return nil }
      result.takeBack(number, what, from: before, to: after, in: rows)
    }
    result.reckon()
    let wasKnown = before.source != nil || before.tally != nil
    if wasKnown, before.source != after.source, source == after.source {
      result.source = before.source
    }
    // A number that others have counted is known as it was told; of none there is no source.
    if result.tally == nil { result.source = nil }
    return result
  }

  /// What stands for a number apart from presses: a number, or that nobody knows one.
  ///
  /// Two that lead to the same number, whoever has pressed how often before, are the same.
  struct Standing: Hashable {
    /// What was typed, less what the sittings had counted by then.
    let typed: Int?
    /// What they had counted when it became unknown.
    let unknownSince: Int
  }

  func standing(for number: CountedNumber) -> Set<Standing> {
    Set(
      entries(for: number).map { entry in
        let counted = entry.since.reduce(0) { $0 + ($1.added ?? 0) - ($1.taken ?? 0) }
        return Standing(
          typed: entry.number.map { $0 - counted },
          unknownSince: entry.number == nil ? counted : 0)
      })
  }

  /// The entries that stand for a number; where there are none, as if what stands there were one.
  private func entries(for number: CountedNumber) -> [(number: Int?, since: [SittingMark])] {
    guard let what = number.what, isTallied(what) else { return [(self[number], [])] }
    let standing = standing(what)
    return standing.isEmpty ? [(nil, [])] : standing.map { ($0.number, $0.since) }
  }

  private func hasSameRows(_ number: CountedNumber, as other: Attendance) -> Bool {
    number.what.map { marks($0) == other.marks($0) } ?? true
  }

  private mutating func takeBack(
    _ number: CountedNumber, _ what: Code, from before: Attendance, to after: Attendance,
    in rows: OwnSittings
  ) {
    let isTyped = before.hasSameRows(number, as: after) && before[number] != after[number]
    if isTyped || before.standing(for: number) != after.standing(for: number) {
      let replaced = standing(what)
      for entry in before.entries(for: number) {
        add(entry.number, what, since: entry.since, replacing: replaced)
      }
    }
    for row in Set(before.counts.map(\.id) + after.counts.map(\.id)) {
      let grown = after.net(what, of: row) - before.net(what, of: row)
      var own = rows.other
      if rows.own.contains(row) { own.id = row }
      grow(what, by: -grown, in: own)
    }
    // Where nobody knew it before, nobody knows it again; nought would say that somebody looked.
    if before[number] == nil, numbers(of: what) == [0] {
      add(nil, what, since: marks(what), replacing: standing(what))
    }
  }

  private func net(_ what: Code, of row: Code) -> Int {
    counts.first { $0.id == row }?.grown(what, since: []) ?? 0
  }

  /// Whether one press, of whatever kind, leads from one attendance to another.
  func isOnePress(from before: Attendance) -> Bool {
    let numbers = Self.countedNumbers(of: [self, before])
    guard numbers.allSatisfy({ before.standing(for: $0) == standing(for: $0) }) else {
      return false
    }
    let steps = numbers.compactMap(\.what).flatMap { what in
      Set(before.counts.map(\.id) + counts.map(\.id)).map { row in
        net(what, of: row) - before.net(what, of: row)
      }
    }
    return steps.contains { $0 != 0 } && steps.allSatisfy { abs($0) <= 1 }
  }
}

extension Event {
  /// The event without all that is counted and typed of its attendance.
  public var withoutTally: Event {
    var rest = self
    rest.attendance = Attendance()
    rest.attendance.declared = attendance.declared
    rest.attendance.hostCrowd = attendance.hostCrowd
    rest.attendance.note = attendance.note
    rest.conflicts.removeAll { CountedNumber(path: $0.path) != nil }
    return rest
  }

  /// The event with another one's tally.
  func withTally(_ other: Attendance) -> Event {
    var event = self
    event.attendance = other
    event.attendance.declared = attendance.declared
    event.attendance.hostCrowd = attendance.hostCrowd
    event.attendance.note = attendance.note
    return event
  }
}
