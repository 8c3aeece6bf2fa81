import HeardInsight
import HeardModel

/// The places where somebody was in this sitting, each once, the newest last.
public struct Trail: Sendable {
  /// As many as are kept.
  public static let most = 50
  private var stops: [Stop] = []

  /// A place with what stood there as it was left.
  public struct Stop: Sendable {
    /// Where it is.
    public let place: Place
    /// What its screen said of itself then; nil of a screen that was not the one that is shown.
    public let what: String?
    /// The answers that held then.
    fileprivate let edition: Edition
    /// What the person had chosen then.
    fileprivate let settings: PersonalSettings

    /// What stood there where it still does; nil where its screen has to be asked, or hangs on more than
    /// records and what was chosen.
    public func stillSays(_ desk: Desk) -> String? {
      switch place {
      case .list, .figures, .calendar:
        edition == desk.insight.edition && settings == desk.settings ? what : nil
      default: nil
      }
    }
  }

  /// Nobody was anywhere yet.
  public init() {}

  /// Notes a place that is being left, and what stands there.
  ///
  /// A form is none: what was typed there is a draft.
  mutating func note(_ stop: Stop) {
    let known = stop.what == nil ? stops.last { $0.place == stop.place } : nil
    stops.removeAll { $0.place.isSame(stop.place) }
    stops.append(known ?? stop)
    if stops.count > Self.most { stops.removeFirst() }
  }

  /// The places, the newest first, without the one that is shown now.
  public func others(than place: Place?) -> [Stop] {
    stops.reversed().filter { other in !(place.map(other.place.isSame) ?? false) }
  }
}

extension Desk {
  /// Notes a place that is being left; `what` is what its screen says of itself, nil where that screen has not
  /// seen the last changes.
  public mutating func noteLeaving(_ place: Place, what: String?) {
    trail.note(Trail.Stop(place: place, what: what, edition: seen, settings: settings))
  }
}

extension Place {
  /// Whether one is at the same place whatever row has the focus.
  fileprivate func isSame(_ other: Place) -> Bool {
    guard case .list(var mine) = self, case .list(var theirs) = other else { return self == other }
    (mine.focus, theirs.focus) = (nil, nil)
    return mine == theirs
  }
}
