// Typing a number, and counting by presses. Whoever sets a number of attendances in an event that
// was counted at the door does it by one of these.
extension Attendance {
  /// Takes a number that somebody typed in the place of all that stood for it until now; nil makes
  /// it unknown, and what is counted after that begins at nought.
  ///
  /// What other sittings count after they heard of it, or without having heard of it, is added.
  public mutating func type(_ number: Int?, as counted: CountedNumber) {
    guard let what = counted.what else { return self[counted] = number }
    if self[counted] == number && numbers(of: what).count < 2 { return }
    note(self[counted], what)
    add(number, what, since: marks(what), replacing: standing(what))
    self[counted] = numbers(of: what).first
  }

  /// One person more or less, in the room or online, counted in a sitting's row; nil where nobody
  /// is left to take away.
  ///
  /// Where only the total is known, only the total changes: how many of them were online stays
  /// unknown. Where the total and one way are known, the other way is the rest.
  public func counting(
    _ step: Int, _ way: Presence, isSplit: Bool, in row: DoorCount
  ) -> Attendance? {
    var counted = self
    counted.reckon()
    guard let next = counted.stepped(step, way, isSplit: isSplit) else { return nil }
    for number in [CountedNumber.inPerson, .online, .total] {
      if let to = next[number], to != counted[number] {
        counted.count(number, to: to, by: step, in: row)
      }
    }
    counted.source = next.source
    return counted
  }

  private func stepped(_ step: Int, _ way: Presence, isSplit: Bool) -> Attendance? {
    let own: CountedNumber = way == .online ? .online : .inPerson
    let other: CountedNumber = way == .online ? .inPerson : .online
    let rest = total.flatMap { all in self[other].map { max(0, all - $0) } }
    let known = self[own] ?? rest
    guard (known ?? total ?? 0) + step >= 0, (total ?? 0) + (total == nil ? 0 : step) >= 0
    else { return nil }
    var next = self
    if let total { next.total = total + step }
    if let known {
      next[own] = known + step
    } else if total == nil {
      next[isSplit ? own : .total] = step
    }
    if tally == nil { next.source = .counted }
    return next
  }

  /// One number more or less in a sitting's row, and no other; nil where there is nothing to take.
  public func counting(_ step: Int, of number: CountedNumber, in row: DoorCount) -> Attendance? {
    var counted = self
    counted.reckon()
    let next = (counted[number] ?? 0) + step
    guard next >= 0 else { return nil }
    let hadTally = counted.tally != nil
    counted.count(number, to: next, by: step, in: row)
    if !hadTally && counted.tally != nil { counted.source = .counted }
    return counted
  }

  /// The attendance before anybody is counted by presses, whatever stood there until now.
  ///
  /// Nought is typed for the number that the presses go to: somebody who counts on elsewhere with
  /// what stood there makes a second number, and it is asked which holds.
  public func beginningAnew(with first: CountedNumber) -> Attendance {
    var empty = self
    for number in [CountedNumber.inPerson, .online, .total] where empty[number] != nil {
      empty.type(nil, as: number)
    }
    empty.type(0, as: first)
    empty.source = .counted
    return empty
  }

  /// Counts from the number that stands to another one, in a row that only one sitting writes.
  ///
  /// A number that stood there and is in no entry becomes one, or it would be lost with the first
  /// press of another sitting.
  mutating func count(_ number: CountedNumber, to next: Int, by step: Int, in row: DoorCount) {
    guard let what = number.what else { return self[number] = next }
    let there = numbers(of: what)
    var growth = step
    if there.isEmpty {
      let base = next - step
      if self[number] != nil || base != 0 {
        add(base, what, since: marks(what), replacing: standing(what))
      }
    } else if there.count == 1 {
      // Where two took the same person away, less than nobody was left: that is made good here.
      growth = next - unbounded(what)
    }
    grow(what, by: growth, in: row)
    self[number] = numbers(of: what).first
  }

  /// Grows one of the two numbers of a row: what was added, or what was taken away.
  mutating func grow(_ what: Code, by growth: Int, in row: DoorCount) {
    if growth == 0 { return }
    let place = counts.firstIndex { $0.id == row.id } ?? counts.count
    if place == counts.count {
      var empty = DoorCount()
      (empty.id, empty.began) = (row.id, row.began)
      counts.append(empty)
    }
    if growth > 0 {
      counts[place].added[what, default: 0] += growth
    } else {
      counts[place].taken[what, default: 0] -= growth
    }
  }

  /// The number to which what is typed and counted comes, be it less than nought.
  private func unbounded(_ what: Code) -> Int {
    let standing = standing(what)
    if let entry = standing.first(where: { $0.number != nil }) {
      return (entry.number ?? 0) + grown(what, since: entry.since)
    }
    return grown(what, since: standing.flatMap(\.since))
  }

  /// Notes a number that stands by itself as an entry, as a press at another door does: so what is
  /// typed in its place replaces it there, too.
  private mutating func note(_ number: Int?, _ what: Code) {
    if let number, !isTallied(what) { add(number, what, since: [], replacing: []) }
  }

  /// Adds an entry; the same of it on two machines is one entry.
  mutating func add(
    _ number: Int?, _ what: Code, since marks: [SittingMark], replacing old: [TypedCount]
  ) {
    var entry = TypedCount()
    (entry.what, entry.number, entry.since) = (what, number, marks)
    entry.replaces = old.map(\.id).sorted()
    let told =
      [what.stored, number.map(String.init) ?? ""]
      + marks.map { "\($0.id.stored) \($0.added ?? 0) \($0.taken ?? 0)" }
      + entry.replaces.map(\.stored)
    let mark = MemberDigest.mark(told.joined(separator: "\n"))
    entry.id = Code(stored: "n-\(mark.stored)") ?? entry.id
    if !typed.contains(where: { $0.id == entry.id }) { typed.append(entry) }
  }
}

// Roles: they name some of those who came, and add nobody.
extension Attendance {
  /// One person more or less in a role, who is one of those who came; nil where there is nobody.
  ///
  /// `isSamePerson` for somebody who has a role already: then no further person has one. Roles that
  /// do not count are beside those who came.
  public func countingRole(
    _ role: Code, by step: Int, isSamePerson: Bool, _ list: Taxonomy, in row: DoorCount
  ) -> Attendance? {
    var counted = self
    counted.reckon()
    let people = counted.peopleInRoles(list)
    let next = (counted.roles[role] ?? 0) + step
    guard next >= 0 else { return nil }
    counted.count(.role(role), to: next, by: step, in: row)
    guard list.counts(role), let people else { return counted }
    let held = counted.countedRoles(list)
    // Each has one of a role at most, and at least one of them all.
    let wanted = people + (isSamePerson ? 0 : step)
    let now = min(max(wanted, held.max() ?? 0), held.reduce(0, +))
    if now != people || counted.inRole == nil {
      counted.count(.inRole, to: now, by: now - people, in: row)
    }
    return counted
  }

  /// How many people have a role that counts; nil where several roles stand and nobody noted how
  /// many people they are.
  public func peopleInRoles(_ list: Taxonomy) -> Int? {
    if let inRole { return inRole }
    let held = countedRoles(list)
    return held.count > 1 ? nil : held.first ?? 0
  }

  private func countedRoles(_ list: Taxonomy) -> [Int] {
    roles.filter { $0.value > 0 && list.counts($0.key) }.map(\.value)
  }
}

extension Taxonomy {
  /// Whether people in this role count as attendances: interpreters and organisers do not.
  public func counts(_ role: Code) -> Bool {
    !(entries.first { $0.id == role }?.isNotCounted ?? false)
  }
}

// What was set without an entry.
extension Attendance {
  /// The attendance with an entry for every number that was set and is in none, where it was
  /// counted at the door here or in what it is merged with.
  ///
  /// So a number of a form, a sheet or a command stands after a merge with somebody's presses, and
  /// theirs are added to it.
  public func noting(
    over before: Attendance, beside other: Attendance = Attendance()
  ) -> Attendance {
    guard isTallied || before.isTallied || other.isTallied else { return self }
    var noted = self
    for number in Self.countedNumbers(of: [self, before]) {
      guard let what = number.what, self[number] != before[number],
        self[number] != noted.numbers(of: what).first, !isMarked(what, otherThan: before)
      else { continue }
      noted.note(before[number], what)
      noted.add(self[number], what, since: marks(what), replacing: noted.standing(what))
    }
    return noted
  }

  /// Whether a press or an entry tells already what became of a number.
  private func isMarked(_ what: Code, otherThan before: Attendance) -> Bool {
    func rows(_ it: Attendance) -> [SittingMark] { it.marks(what) }
    func entries(_ it: Attendance) -> Set<Code> {
      Set(it.typed.filter { $0.what == what }.map(\.id))
    }
    return rows(self) != rows(before) || entries(self) != entries(before)
  }
}

extension Record {
  /// The record with an entry for every number of attendances that was set in it without one.
  public func noting(over before: Record?, beside other: Record? = nil) -> Record {
    guard case .event(var event) = self, case .event(let old)? = before else { return self }
    var beside = Attendance()
    if case .event(let it)? = other { beside = it.attendance }
    event.attendance = event.attendance.noting(over: old.attendance, beside: beside)
    return .event(event)
  }
}
