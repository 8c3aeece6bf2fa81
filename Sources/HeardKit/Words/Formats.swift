import Foundation
import HeardModel

/// Dates, countries and languages as people of one language write them.
public struct Formats: Sendable {
  /// The locale in which names and dates are written and sorted; never the machine's.
  public let locale: Locale
  private let words: Words

  /// The forms of the language of these texts.
  public init(_ words: Words) {
    self.words = words
    locale = Locale(identifier: words.language.stored)
  }

  /// A date as exact as it is known, in words: `28 May 2024, 14:00`, `May 2024`, `2024`.
  public func date(_ date: KnownDate?) -> String {
    guard let date else { return words("date.unknown") }
    guard let day = date.exactDay else {
      return date.month == nil ? String(date.year) : long(date.firstDay, "yMMMM")
    }
    let text = self.day(day)
    guard let minute = date.minuteOfDay else { return text }
    return words("date.withTime", ["date": text, "time": time(minute)])
  }

  /// A date with its weekday, or with what is not known of it: `Tuesday, 28 May 2024, 14:00 (Paris)`,
  /// `May 2024, day not known`; with a zone the town whose clock shows the time.
  public func inFull(_ date: KnownDate, zone: ZoneName? = nil) -> String {
    guard let day = date.exactDay else {
      return date.month == nil
        ? words("understood.year", ["year": String(date.year)])
        : words("understood.month", ["month": long(date.firstDay, "yMMMM")])
    }
    guard let minute = date.minuteOfDay else { return weekday(day) }
    let parts = ["date": weekday(day), "time": time(minute)]
    guard let zone else { return words("date.withTime", parts) }
    return words("understood.timeIn", parts.merging(["zone": city(zone)]) { $1 })
  }

  /// A day in words: `28 May 2024`.
  public func day(_ day: CalendarDay) -> String { long(day, "yMMMMd") }

  /// A day without its year, for what is near: `28 May`.
  public func shortDay(_ day: CalendarDay) -> String { long(day, "MMMd") }

  /// A quarter or a year in a country: `France, Q2 2024`.
  public func quarter(_ period: ApprovalPeriod) -> String {
    let country = country(period.country)
    guard let year = period.year else { return words("quarter.undated", ["country": country]) }
    guard let quarter = period.quarter else {
      return words("quarter.year", ["country": country, "year": String(year)])
    }
    return words(
      "quarter.name",
      ["country": country, "year": String(year), "quarter": String(quarter)])
  }

  /// A moment as day and time in UTC, for histories: `2024-05-28 14:03`.
  public func moment(_ moment: Moment) -> String {
    let text = moment.stored
    return "\(text.prefix(10)) \(text.dropFirst(11).prefix(5))"
  }

  /// Minutes since midnight as `14:05`.
  public func time(_ minuteOfDay: Int) -> String {
    let text = KnownDate(CalendarDay(dayNumber: 0), minuteOfDay: minuteOfDay).stored
    return String(text.suffix(5))
  }

  /// The country's name, or that it is not known.
  public func country(_ code: CountryCode?) -> String {
    guard let code else { return words("country.unknown") }
    return locale.localizedString(forRegionCode: code.stored) ?? code.stored
  }

  /// The language's name; the tag where the machine does not know it.
  public func language(_ tag: LanguageTag) -> String {
    if tag == .undetermined { return words("language.unknown") }
    if tag.signLanguageShort != nil { return words("signLanguage.\(tag.stored)") }
    return locale.localizedString(forIdentifier: tag.stored) ?? tag.stored
  }

  /// The label of a code: the programme's own, else the catalog's, else the code.
  public func label(_ code: Code, in list: TaxonomyName, of programme: Programme) -> String {
    if let own = programme.taxonomies[list]?.entries.first(where: { $0.id == code }) {
      let exact = own.labels[words.language]
      let near = own.labels.first { $0.key.base == words.language.base }?.value
      let english = own.labels.first { $0.key.base == "en" }?.value
      if let label = exact ?? near ?? english { return label }
    }
    let key = "code.\(list.rawValue).\(code.stored)"
    return words.has(key) ? words(key) : code.stored
  }

  /// The roles that are in no number of attendances, as a list; empty where all count.
  public func uncountedRoles(of programme: Programme) -> String {
    let list = programme.taxonomy(.role)
    let roles = list.offered.filter { !list.counts($0) }
    return words.list(roles.map { label($0, in: .role, of: programme) })
  }

  /// The label of a code that may not be known.
  public func label(_ code: Code?, in list: TaxonomyName, of programme: Programme) -> String {
    code.map { label($0, in: list, of: programme) } ?? words("cell.notKnown")
  }

  /// The label of one of the fixed values, as `status.held`.
  public func label<T: StoredText>(_ value: T, _ list: String) -> String {
    words("\(list).\(value.stored)")
  }

  /// The label of one of the fixed values that may not be known.
  public func label<T: StoredText>(_ value: T?, _ list: String) -> String {
    value.map { label($0, list) } ?? words("cell.notKnown")
  }

  /// A day with the parts of a Unicode template, as `yMMMMd`, in the order of the language.
  func long(_ day: CalendarDay, _ template: String) -> String {
    let date = Date(timeIntervalSince1970: Double(day.dayNumber) * 86_400)
    let formatter = DateFormatter()
    formatter.locale = locale
    formatter.timeZone = TimeZone(secondsFromGMT: 0)
    formatter.setLocalizedDateFormatFromTemplate(template)
    return formatter.string(from: date)
  }
}
