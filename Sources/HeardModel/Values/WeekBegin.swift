/// With which day the weeks of a country begin.
extension CountryCode {
  /// 1 for Monday, 7 for Sunday; nil for a country without a row, of which the machine may know it.
  ///
  /// By the week data of the Unicode CLDR, kept here so that no other machine shows another week.
  public var firstWeekday: Int? { Self.firstWeekdays[stored] }

  private static let firstWeekdays = [
    "AU": 1, "DE": 1, "ES": 1, "FR": 1, "GB": 1,
    "BR": 7, "CA": 7, "JP": 7, "MX": 7, "US": 7,
  ]
}
