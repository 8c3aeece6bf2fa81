import HeardModel

extension Desk {
  /// Who reads at this desk: the person that the settings name, with what they do here.
  public var reader: Reader { programme.reader(settings) }

  /// Whether a testimony that somebody has before them may be neither kept nor shown any more.
  public func hasOutlived(_ testimony: Testimony) -> Bool {
    if programme.erased.contains(testimony.id.text) { return true }
    guard let now = programme.testimonies[testimony.id] else { return false }
    return now.isGone(today) && !testimony.isGone(today)
  }
}
