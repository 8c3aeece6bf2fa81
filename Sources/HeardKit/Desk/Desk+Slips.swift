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
    guard let group = slips[event.id], !group.isEmpty else { return event }
    var event = event
    event.attendance.declared.add(group, by: sitting(for: group, of: event))
    return event
  }

  /// Takes a slip in, and writes it with those before it once they are five.
  ///
  /// - Returns: false where it could not be taken in, which is said.
  public mutating func take(_ slip: EnteredSlip, of id: EventID) -> Bool {
    if slipSittings[id] == nil { slipSittings[id] = Code(stored: "s-\(ids.characters(10))") }
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

  /// Takes the last slip of an event back, as long as it is in memory alone.
  ///
  /// Of five that are in the file none is taken back by itself: the file before and the file after, and
  /// in the end its rows, would show that slip.
  ///
  /// - Returns: the slip; nil where this sitting has none in memory, which is said.
  public mutating func takeBackSlip(of id: EventID) -> EnteredSlip? {
    if let last = slips[id]?.popLast() { return last }
    refuse(words(slipGroups[id]?.isEmpty ?? true ? "undo.nothing" : "slips.inFile"))
    return nil
  }

  /// Puts all slips into the files that are in memory alone, however few they are.
  public mutating func writeSlips() {
    for id in slips.keys.sorted() where !writeSlips(of: id) { return }
  }

  /// Lets go of the slips that are in memory alone: they stay on paper.
  public mutating func leaveSlipsOnPaper() { slips = [:] }

  private mutating func writeSlips(of id: EventID) -> Bool {
    let group = slips[id] ?? []
    if let change = slipChange(id) {
      if !self.change(change) { return false }
      if group.count >= Self.slipsTogether {
        slipGroups[id, default: []].append(group)
      } else {
        // What is taken back stands in the file as well, and so few would be seen there.
        forgetUndo(ofSlipsAt: id)
      }
    }
    slips[id] = nil
    return true
  }

  /// Lets go of the groups that were taken back or made again together.
  mutating func forgetSlipGroups(of change: Change) {
    guard case .slip = change.name else { return }
    for case .event(let id) in change.edits.map(\.key) { slipGroups[id] = nil }
  }

  /// Lets go of how the slips of an event could be undone.
  private mutating func forgetUndo(ofSlipsAt id: EventID) {
    func isOfSlips(_ change: Change) -> Bool {
      if case .slip = change.name { change.edits.contains { $0.key == .event(id) } } else { false }
    }
    undoable.removeAll(where: isOfSlips)
    redoable.removeAll(where: isOfSlips)
  }

  private func slipChange(_ id: EventID) -> Change? {
    programme.events[id].flatMap { slipChange(from: $0, to: withSlips($0)) }
  }

  private func slipChange(from event: Event, to after: Event) -> Change? {
    let title = words.cut(event.place.isEmpty ? event.title : event.place, to: 24)
    return Change(.slip(title: title), before: .event(event), after: .event(after))
  }

  /// The sitting as which slips go into the file: this one, unless they are so few that they would
  /// be seen by themselves.
  private func sitting(for group: [EnteredSlip], of event: Event) -> Code {
    let own = slipSittings[event.id] ?? "s-0"
    if group.count >= Self.slipsTogether { return own }
    return event.attendance.declared.sitting(forFew: own, together: Self.slipsTogether)
  }
}
