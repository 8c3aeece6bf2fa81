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
  /// Whose clock tells the time.
  public let clock: ClockKind

  /// What a key comes with.
  public init(
    now: Moment, today: CalendarDay, seed: UInt64, tick: Int? = nil, clock: ClockKind = .machine
  ) {
    self.clock = clock
    self.now = now
    self.today = today
    self.seed = seed
    self.tick = tick
  }
}

/// Whose clock tells the time: every screen says where it is not that of the machine.
public enum ClockKind: Hashable, Sendable {
  /// That of the machine.
  case machine
  /// One that stands still.
  case stopped
  /// One that was set to another moment and runs, as on the sample.
  case running
}
