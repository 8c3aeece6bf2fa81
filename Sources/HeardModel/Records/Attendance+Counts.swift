extension Attendance {
  /// Whether anybody counted it by presses, or typed a number that stands as an entry.
  public var isTallied: Bool { !counts.isEmpty || !typed.isEmpty }

  /// How many there are of something by what was typed and counted at the door: the number that
  /// stands, and what every sitting has counted since it was typed.
  ///
  /// Nil where nobody counted or typed it at the door, and where two numbers stand that come to
  /// different ones: then somebody has to choose.
  public func reckoned(_ what: Code) -> Int? {
    let numbers = numbers(of: what)
    return numbers.count == 1 ? numbers.first : nil
  }

  /// The numbers to which what was typed and counted comes, the least first.
  ///
  /// None where nobody knows any, and several where people typed different ones at once.
  ///
  /// Until somebody chooses, the least of several is written, so that no figure says more than is
  /// certain. An entry without a number gives way to one with a number; alone it says that nobody
  /// knows, and what is counted after it begins at nought. Of the total it says nothing as long as
  /// one of the two ways of attending is known.
  public func numbers(of what: Code) -> [Int] {
    let standing = standing(what)
    let numbered = standing.compactMap { entry in
      entry.number.map { max(0, $0 + grown(what, since: entry.since)) }
    }
    if !numbered.isEmpty { return Set(numbered).sorted() }
    if what == "total", !standing.isEmpty, inPerson != nil || online != nil { return [] }
    let marks = standing.flatMap(\.since)
    guard counts.contains(where: { $0.hasGrown(what, since: marks) }) else { return [] }
    return [max(0, grown(what, since: marks))]
  }

  /// The typed entries that none has replaced.
  func standing(_ what: Code) -> [TypedCount] {
    let typed = typed.filter { $0.what == what }
    let replaced = Set(typed.flatMap(\.replaces))
    return typed.filter { !replaced.contains($0.id) }
  }

  /// What all sittings have counted since they stood at some marks, which can be less than nought.
  func grown(_ what: Code, since marks: [SittingMark]) -> Int {
    counts.reduce(0) { $0 + $1.grown(what, since: marks) }
  }

  /// Where all sittings stand now.
  func marks(_ what: Code) -> [SittingMark] {
    counts.filter { $0.hasGrown(what, since: []) }.map { row in
      var mark = SittingMark()
      (mark.id, mark.added, mark.taken) = (row.id, row.added[what], row.taken[what])
      return mark
    }.sorted { $0.id < $1.id }
  }

  /// Writes every number beside what it comes from.
  mutating func reckon() {
    if !isTallied { return }
    for number in countedNumbers {
      if let what = number.what, isTallied(what) { self[number] = numbers(of: what).first }
    }
  }

  /// Whether something was counted by presses or typed as an entry.
  func isTallied(_ what: Code) -> Bool {
    typed.contains { $0.what == what }
      || counts.contains { $0.added[what] != nil || $0.taken[what] != nil }
  }

  /// The numbers of which people typed different ones at once, with all of them, the least first.
  public var contested: [(number: CountedNumber, numbers: [Int])] {
    if typed.count < 2 { return [] }
    return countedNumbers.compactMap { number in
      guard let numbers = number.what.map({ self.numbers(of: $0) }), numbers.count > 1 else {
        return nil
      }
      return (number, numbers)
    }
  }

  /// What was counted and typed comes to, for a number; of several the least.
  public func reckoned(_ number: CountedNumber) -> Int? {
    number.what.flatMap { numbers(of: $0).first }
  }

  /// The members at which a number stands that is not what was counted and typed: another program
  /// wrote it.
  public var miscounted: [CountedNumber] {
    if !isTallied { return [] }
    return countedNumbers.filter { number in
      guard let what = number.what, isTallied(what) else { return false }
      return self[number] != numbers(of: what).first
    }
  }
}

extension DoorCount {
  /// What it has counted since it stood at its mark, or in all where there is none.
  ///
  /// Of several marks the latest holds: numbers only grow.
  func grown(_ what: Code, since marks: [SittingMark]) -> Int {
    let (wasAdded, wasTaken) = mark(in: marks)
    return (added[what] ?? 0) - wasAdded - ((taken[what] ?? 0) - wasTaken)
  }

  func hasGrown(_ what: Code, since marks: [SittingMark]) -> Bool {
    let (wasAdded, wasTaken) = mark(in: marks)
    return (added[what] ?? 0) > wasAdded || (taken[what] ?? 0) > wasTaken
  }

  private func mark(in marks: [SittingMark]) -> (added: Int, taken: Int) {
    marks.reduce((0, 0)) { latest, mark in
      mark.id == id ? (max(latest.0, mark.added ?? 0), max(latest.1, mark.taken ?? 0)) : latest
    }
  }
}

extension Record {
  /// The record with every number that is written beside what it comes from reckoned anew.
  ///
  /// The conflicts that two copies of such a number made are no second opinion and go; where two
  /// people typed different numbers, a conflict says so, the same on every machine.
  public func reckoned() -> Record {
    guard case .event(var event) = self,
      event.attendance.isTallied || !event.attendance.declared.sittings.isEmpty
    else { return self }
    event.attendance.reckon()
    event.attendance.declared.reckon()
    let settled = Set(event.attendance.declared.held.flatMap(\.paths))
    event.conflicts.removeAll { settled.contains($0.path) }
    for number in event.attendance.countedNumbers {
      guard let what = number.what, event.attendance.isTallied(what) else { continue }
      event.conflicts.removeAll { $0.path == number.path }
      event.conflicts += event.attendance.conflicts(of: number, what)
    }
    return .event(event)
  }
}

extension Attendance {
  /// One conflict for every number that is typed beside the one that is written.
  fileprivate func conflicts(of number: CountedNumber, _ what: Code) -> [FieldConflict] {
    let numbers = numbers(of: what)
    guard let kept = numbers.first else { return [] }
    let entries = standing(what).map(\.id.stored).sorted().joined(separator: " ")
    return numbers.dropFirst().enumerated().map { place, other in
      var conflict = FieldConflict()
      conflict.id = "x-\(MemberDigest.mark("\(number.path) \(entries) \(place)").stored)"
      conflict.path = number.path
      (conflict.kept, conflict.other) = (.number(kept), .number(other))
      return conflict
    }
  }
}

extension FollowUpAction {
  /// How far the action is by the entries of its status; nil without an entry.
  ///
  /// It is the entry of the last day, and of one day that of the earliest stage, in whatever order
  /// they stand.
  public var statusByEntries: ActionStatus? {
    let order = ActionStatus.allCases
    func key(_ entry: StatusEntry) -> (Int, Int) {
      (entry.on?.lastDay.dayNumber ?? .min, -(order.firstIndex(of: entry.status) ?? 0))
    }
    return statusEntries.max { key($0) < key($1) }?.status
  }
}
