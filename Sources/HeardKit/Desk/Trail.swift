/// The places where somebody was in this sitting, each once, the newest last.
public struct Trail: Sendable {
  /// As many as are kept.
  public static let most = 50
  private var places: [Place] = []

  /// Nobody was anywhere yet.
  public init() {}

  /// Notes a place that is being left.
  ///
  /// A form is none: what was typed there is a draft.
  public mutating func note(_ place: Place) {
    places.removeAll { $0.isSame(place) }
    places.append(place)
    if places.count > Self.most { places.removeFirst() }
  }

  /// The places, the newest first, without the one that is shown now.
  public func others(than place: Place?) -> [Place] {
    places.reversed().filter { other in !(place.map(other.isSame) ?? false) }
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
