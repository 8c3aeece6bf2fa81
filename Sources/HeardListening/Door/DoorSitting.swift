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
  /// Whether it was asked of whom they are; then only a key asks again.
  var hasAskedBase = false

  /// A sitting that counts in a row of its own.
  init(_ id: EventID, in row: DoorCount) {
    self.id = id
    counting = TallyCounting(id, in: row)
  }
}
