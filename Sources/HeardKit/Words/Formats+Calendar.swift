import Foundation
import HeardModel

extension Formats {
  /// A day with its weekday: `Tuesday, 28 May 2024`.
  public func weekday(_ day: CalendarDay) -> String { long(day, "yMMMMEEEEd") }

  /// The name of a month with its year: `May 2024`.
  public func month(_ month: CalendarMonth) -> String { long(month.firstDay, "yMMMM") }

  /// The town by which people know a zone, in their language: `São Paulo`, `東京`.
  public func city(_ zone: ZoneName) -> String {
    // Zones that are no place, as UTC, have no town.
    guard let known = TimeZone(identifier: zone.stored), zone.stored.contains("/"),
      !zone.stored.hasPrefix("Etc/")
    else { return zone.stored }
    let formatter = DateFormatter()
    formatter.locale = locale
    formatter.timeZone = known
    formatter.dateFormat = "VVV"
    return formatter.string(from: Date(timeIntervalSince1970: 0))
  }

  /// The weekday with which weeks begin, 1 for Monday to 7 for Sunday.
  ///
  /// As in the country, or where none is given as the language is used most. English alone says
  /// nothing of it: then Monday, as in the standard by which the program writes dates.
  public func firstWeekday(in country: CountryCode?) -> Int {
    if let known = country?.firstWeekday { return known }
    if country == nil && locale.identifier == "en" { return 1 }
    var calendar = Calendar(identifier: .gregorian)
    calendar.locale = Locale(
      identifier: country.map { "\(locale.identifier)_\($0.stored)" } ?? locale.identifier)
    return (calendar.firstWeekday + 5) % 7 + 1
  }

  /// The short names of seven weekdays from one on, which is 1 for Monday to 7 for Sunday.
  public func weekdayNames(from first: Int) -> [String] {
    let formatter = DateFormatter()
    formatter.locale = locale
    // Foundation begins with Sunday.
    let names: [String] = formatter.shortStandaloneWeekdaySymbols
    return (0..<7).map { names[(first + $0) % 7] }
  }
}

extension Desk {
  /// The weekday with which weeks begin for this person.
  ///
  /// By the countries they work for, else by those that are filtered for, else by those of the
  /// programme, as far as these agree; else by the country of the machine's language, else by the
  /// language.
  public func firstWeekday(_ query: Query = Query()) -> Int {
    let agreed = [settings.countries, query.countries, programme.settings.countries].lazy
      .compactMap { countries -> Int? in
        let days = Set(countries.map(formats.firstWeekday))
        return days.count == 1 ? days.first : nil
      }.first
    let region = machineLanguage?.stored.split(separator: "-").dropFirst().last.flatMap {
      CountryCode(stored: String($0))
    }
    return agreed ?? formats.firstWeekday(in: region)
  }
}

extension Query {
  /// The countries that are asked for; empty where none is, or all but some.
  fileprivate var countries: [CountryCode] {
    terms.flatMap { term -> [CountryCode] in
      guard !term.isNegated, case .values(.country, let values) = term.condition else { return [] }
      return values.compactMap { CountryCode(stored: $0) }
    }
  }
}
