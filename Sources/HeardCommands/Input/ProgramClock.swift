import HeardKit
import HeardModel

/// The clock by which this run tells the time: that of the machine, or one that the environment sets.
struct ProgramClock: Hashable {
  /// Stops the clock.
  static let stopping = "HEARD_NOW"
  /// Sets the clock, which then runs.
  static let setting = "HEARD_CLOCK_FROM"

  /// Whose clock it is.
  let kind: ClockKind
  private let start: Moment
  private let began: Moment

  /// The clock that the two variables name; of both the one that stops it holds.
  ///
  /// A clock that runs tells its moment, and behind a slash when the machine's clock said so: two
  /// programs on one copy then tell the same time, and a copy that is opened again goes on and never
  /// tells an earlier time than its records. Without that it begins with the process.
  ///
  /// - Throws: `NoMoment` where one of them holds no moment.
  init(stopped: String?, set: String?, processBegan: Moment) throws(NoMoment) {
    let parts = set?.split(separator: "/", omittingEmptySubsequences: false).map(String.init) ?? []
    let moments = parts.compactMap(Moment.init(stored:))
    if let set, moments.count != parts.count || parts.count > 2 {
      throw NoMoment(variable: Self.setting, value: set)
    }
    if let stopped {
      guard let moment = Moment(stored: stopped) else {
        throw NoMoment(variable: Self.stopping, value: stopped)
      }
      (kind, start, began) = (.stopped, moment, moment)
    } else if let from = moments.first {
      (kind, start, began) = (.running, from, moments.count == 2 ? moments[1] : processBegan)
    } else {
      self = .machine
    }
  }

  /// That of the machine.
  static let machine = ProgramClock()

  private init() { (kind, start, began) = (.machine, Moment(seconds: 0), Moment(seconds: 0)) }

  /// The moment that it tells while the machine's clock tells another.
  func now(_ machine: Moment) -> Moment {
    switch kind {
    case .machine: machine
    case .stopped: start
    // A machine whose clock was put back makes no time before the beginning.
    case .running: start.adding(seconds: max(0, machine.seconds - began.seconds))
    }
  }

  /// A variable that holds no moment.
  struct NoMoment: Error, Hashable {
    let variable: String
    let value: String
  }
}
