extension Attendance {
  /// How many there are of something by what was typed and counted at the door: the number that
  /// stands, and what every sitting has counted since it was typed.
  ///
  /// Nil where nobody counted or typed it at the door, and where two numbers stand that come to
  /// different ones: then somebody has to choose.
  public func reckoned(_ what: Code) -> Int? {
    let typed = typed.filter { $0.what == what }
    let replaced = Set(typed.flatMap(\.replaces))
    let standing = typed.filter { !replaced.contains($0.id) }
    let hasCounts = counts.contains { $0.added[what] != nil || $0.taken[what] != nil }
    if standing.isEmpty { return hasCounts ? max(0, grown(what, since: [])) : nil }
    let numbers = Set(standing.map { max(0, ($0.number ?? 0) + grown(what, since: $0.since)) })
    return numbers.count == 1 ? numbers.first : nil
  }

  private func grown(_ what: Code, since marks: [SittingMark]) -> Int {
    counts.reduce(0) { sum, row in
      let mark = marks.first { $0.id == row.id }
      let added = (row.added[what] ?? 0) - (mark?.added ?? 0)
      let taken = (row.taken[what] ?? 0) - (mark?.taken ?? 0)
      return sum + added - taken
    }
  }

  /// Everything that was typed or counted at the door.
  var countedAtDoor: Set<Code> {
    Set(typed.map(\.what)).union(counts.flatMap { Array($0.added.keys) + Array($0.taken.keys) })
  }

  /// Whether sittings counted anything from which numbers follow.
  var hasSittings: Bool { !countedAtDoor.isEmpty || !declared.sittings.isEmpty }

  /// The roles begin so among what is counted at the door.
  static let rolePrefix = "role."
}

extension Record {
  /// The record with every number that is written beside what it comes from reckoned anew, and
  /// without the conflicts that two copies of such a number made.
  public func reckoned() -> Record {
    guard case .event(var event) = self, event.attendance.hasSittings else { return self }
    event.attendance.declared.reckon()
    var settled = Set(event.attendance.declared.held.flatMap(\.paths))
    for what in event.attendance.countedAtDoor {
      guard let number = event.attendance.reckoned(what) else { continue }
      event.attendance.put(number, for: what)
      let isRole = what.stored.hasPrefix(Attendance.rolePrefix)
      let name =
        isRole ? "roles.\(what.stored.dropFirst(Attendance.rolePrefix.count))" : what.stored
      settled.insert("attendance.\(name)")
    }
    event.conflicts.removeAll { settled.contains($0.path) }
    return .event(event)
  }
}

extension Attendance {
  /// Writes a number that was reckoned where readers look for it.
  fileprivate mutating func put(_ number: Int, for what: Code) {
    switch what.stored {
    case "total": total = number
    case "inPerson": inPerson = number
    case "online": online = number
    case "inRole": inRole = number
    case let text where text.hasPrefix(Self.rolePrefix):
      if let role = Code(stored: String(text.dropFirst(Self.rolePrefix.count))) {
        roles[role] = number
      }
    default: break
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
