/// In which countries a date of numbers alone has a custom that is clear enough to read it by.
extension CountryCode {
  /// Whether day or month stands first in a date like 3/4/2025; nil where people write both.
  ///
  /// By the short dates of the Unicode CLDR (`yMd`), as far as they end with the year: those of
  /// Japan and Canada begin with it, and what people write otherwise there is no custom. A country
  /// without a row is not clear: a guess would put an event into another quarter.
  public var dateOrder: DateOrder? { Self.dateOrders[stored] }

  private static let dateOrders: [String: DateOrder] = [
    "AU": .dayFirst, "BR": .dayFirst, "DE": .dayFirst, "ES": .dayFirst, "FR": .dayFirst,
    "GB": .dayFirst, "MX": .dayFirst, "US": .monthFirst,
  ]
}
