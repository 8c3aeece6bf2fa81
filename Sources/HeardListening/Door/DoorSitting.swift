import HeardKit
import HeardModel
import TerminalCanvas

/// What was answered and entered at one event's door, over all parts; gone when the door is left.
struct DoorSitting: Sendable {
  let id: EventID
  /// What becomes of the tally, and what was answered about it.
  var counting: TallyCounting
  /// Of whom the slips are, once that is known.
  var base: SlipBase?
  /// The slips that were stored, the last at the end: whether each was answered.
  var slips: [Bool] = []

  /// A sitting that counts in a row of its own.
  init(_ id: EventID, in row: DoorCount) {
    self.id = id
    counting = TallyCounting(id, in: row)
  }
}
