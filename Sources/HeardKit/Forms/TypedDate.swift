import HeardModel

/// What somebody means by a date that they typed.
public enum TypedDate: Hashable, Sendable {
  /// No date.
  case noDate
  /// The only date that it can mean.
  case one(KnownDate)
  /// Two dates, of which only a custom tells the right one: `3/4/2025`.
  case two(dayFirst: KnownDate, monthFirst: KnownDate)

  init(_ date: KnownDate?) { self = date.map(TypedDate.one) ?? .noDate }

  /// The date as people of a country mean it; two stay two where it has no clear custom.
  public func written(in country: CountryCode?) -> TypedDate {
    guard case .two(let dayFirst, let monthFirst) = self else { return self }
    switch country?.dateOrder {
    case .dayFirst?: return .one(dayFirst)
    case .monthFirst?: return .one(monthFirst)
    case nil: return self
    }
  }

  /// The date, where it can mean one only.
  public var date: KnownDate? { if case .one(let date) = self { date } else { nil } }

  /// The same days at a time; none where no day is known.
  func at(_ minute: Int) -> TypedDate {
    func timed(_ date: KnownDate) -> KnownDate? {
      date.exactDay.map { KnownDate($0, minuteOfDay: minute) }
    }
    switch self {
    case .noDate: return .noDate
    case .one(let date): return TypedDate(timed(date))
    case .two(let dayFirst, let monthFirst):
      guard let dayFirst = timed(dayFirst), let monthFirst = timed(monthFirst) else {
        return .noDate
      }
      return .two(dayFirst: dayFirst, monthFirst: monthFirst)
    }
  }
}

/// Where a date is written: the country by whose custom its numbers are read, and whose clock shows
/// its time.
public struct DatePlace: Sendable {
  /// The country; nil while it is not known.
  public let country: CountryCode?
  /// The zone of a time; nil where a time has none.
  public let zone: ZoneName?

  /// A place, as far as it is known.
  public init(_ country: CountryCode? = nil, zone: ZoneName? = nil) {
    self.country = country
    self.zone = zone
  }
}

// Two readings, to be chosen from.
extension TypedDate {
  private static let join = " · "

  /// A reading as a form offers it: what is put into the field, and its words behind that.
  static func offer(_ date: KnownDate, _ words: Words) -> String {
    date.typed + join + Formats(words).inFull(date)
  }

  /// What is put into the field for a reading that was offered.
  static func typed(_ offer: String) -> String {
    guard let end = offer.firstRange(of: join) else { return offer }
    return String(offer[..<end.lowerBound])
  }
}

extension KnownDate {
  /// The date as it may be typed: with a space before its time.
  public var typed: String {
    minuteOfDay == nil ? stored : stored.replacing("T", with: " ")
  }
}
