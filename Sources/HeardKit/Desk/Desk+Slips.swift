import HeardModel

// Slips: the sums of a file before one slip and after it would be the slip, for whoever sees both. So
// they go into the file five together, and until then they are in memory alone.
extension Desk {
  /// So many slips go into the file together.
  public static let slipsTogether = 5

  /// How many slips are in memory alone.
  public var slipsInMemory: Int { slips.values.reduce(0) { $0 + $1.count } }

  /// An event with the slips in its sums that are in memory alone.
  public func withSlips(_ event: Event) -> Event {
    (slips[event.id] ?? []).reduce(into: event) { $0.attendance.declared.add($1, $0) }
  }

  /// Takes a slip in, and writes it with those before it once they are five.
  ///
  /// - Returns: false where it could not be taken in, which is said.
  public mutating func take(_ slip: EnteredSlip, of id: EventID) -> Bool {
    slips[id, default: []].append(slip)
    guard let change = slipChange(id) else { return keepsSlip(id) }
    // Not only the fifth of them is refused.
    if let why = readOnly.map({ words.sentence($0) }) ?? refusal(of: change) {
      refuse(why)
      return dropSlip(id)
    }
    guard unlocked(change) != nil else { return dropSlip(id) }
    return keepsSlip(id)
  }

  private mutating func keepsSlip(_ id: EventID) -> Bool {
    if (slips[id]?.count ?? 0) < Self.slipsTogether { return true }
    return writeSlips(of: id) || dropSlip(id)
  }

  private mutating func dropSlip(_ id: EventID) -> Bool {
    _ = slips[id]?.popLast()
    return false
  }

  /// Takes the last slip of an event back; of those that are in the file the others of its five are
  /// in memory again.
  ///
  /// - Returns: the slip; nil where there is none, or something else was changed since.
  public mutating func takeBackSlip(of id: EventID) -> EnteredSlip? {
    if let last = slips[id]?.popLast() { return last }
    guard var group = slipGroups[id]?.last, case .slip? = undoable.last?.name,
      let before = programme.events[id]
    else { return nil }
    undoPress()
    guard programme.events[id] != before else { return nil }
    slipGroups[id]?.removeLast()
    let last = group.popLast()
    slips[id] = group
    return last
  }

  /// Puts all slips into the files that are in memory alone, however few they are.
  public mutating func writeSlips() {
    for id in slips.keys.sorted() where !writeSlips(of: id) { return }
  }

  /// Lets go of the slips that are in memory alone: they stay on paper.
  public mutating func leaveSlipsOnPaper() { slips = [:] }

  private mutating func writeSlips(of id: EventID) -> Bool {
    let group = slips[id] ?? []
    // Where everybody was asked, a slip without an answer changes no sum.
    if let change = slipChange(id) {
      if !self.change(change) { return false }
      slipGroups[id, default: []].append(group)
    }
    slips[id] = nil
    return true
  }

  private func slipChange(_ id: EventID) -> Change? {
    guard let event = programme.events[id] else { return nil }
    let title = words.cut(event.place.isEmpty ? event.title : event.place, to: 24)
    return Change(.slip(title: title), before: .event(event), after: .event(withSlips(event)))
  }
}

extension DeclaredCommunities {
  /// Adds a slip to the sums.
  mutating func add(_ slip: EnteredSlip, _ event: Event) {
    answered = (answered ?? 0) + (slip.isAnswered ? 1 : 0)
    for community in slip.communities { communities[community, default: 0] += 1 }
    if let band = slip.ageBand { ageBands[band, default: 0] += 1 }
    if slip.isOneMoreAsked {
      asked = (asked ?? 0) + 1
      return
    }
    // More slips than were thought to be given out were given out all the same.
    let slips = (answered ?? 0) + slip.unansweredBefore + (slip.isAnswered ? 0 : 1)
    asked = max(asked ?? event.attendance.tally ?? 0, slips)
  }
}
