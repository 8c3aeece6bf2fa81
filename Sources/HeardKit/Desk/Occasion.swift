import Foundation
import HeardInsight
import HeardModel
import TerminalCanvas

/// What comes from outside with every key: the time, and a seed for new ids.
public struct Occasion: Sendable {
  /// Now.
  public let now: Moment
  /// The day where this person is.
  public let today: CalendarDay
  /// A number that is never the same, for new ids.
  public let seed: UInt64

  /// What a key comes with.
  public init(now: Moment, today: CalendarDay, seed: UInt64) {
    self.now = now
    self.today = today
    self.seed = seed
  }
}
