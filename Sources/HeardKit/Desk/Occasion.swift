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
  /// Milliseconds of a clock that nobody sets, to tell typing from commands; nil where lines are
  /// typed, which are complete when they come.
  public var tick: Int?

  /// What a key comes with.
  public init(now: Moment, today: CalendarDay, seed: UInt64, tick: Int? = nil) {
    self.now = now
    self.today = today
    self.seed = seed
    self.tick = tick
  }
}
