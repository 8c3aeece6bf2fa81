/// The places where somebody was in this sitting, each once, the newest last.
struct Trail: Sendable {
  /// As many as are kept.
  static let most = 50
  private var places: [any Screen] = []

  /// Notes a place that is being left.
  ///
  /// A form is none: what was typed there is a draft.
  mutating func note(_ place: any Screen, _ desk: Desk) {
    guard !place.takesText, place.isPlace else { return }
    let mark = Self.mark(place, desk)
    places.removeAll { Self.mark($0, desk) == mark }
    places.append(place)
    if places.count > Self.most { places.removeFirst() }
  }

  /// The places, the newest first, without the one that is shown now.
  func others(than place: (any Screen)?, _ desk: Desk) -> [any Screen] {
    let mark = place.map { Self.mark($0, desk) }
    return places.reversed().filter { Self.mark($0, desk) != mark }
  }

  // Two places that say the same of themselves are one.
  private static func mark(_ place: any Screen, _ desk: Desk) -> [String] {
    [place.name, place.focus(desk)]
  }
}
