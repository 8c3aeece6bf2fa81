import HeardInsight
import HeardKit
import HeardModel

/// What the values of figures are called, and the order in which people look for them.
public enum FigureLabels {
  /// What a value is called.
  public static func label(_ value: FigureKeyValue, _ key: FigureKey, _ desk: Desk) -> String {
    let words = desk.words
    switch value {
    case .country(let country): return desk.formats.country(country)
    case .year(let year): return KnownDate(year: year).dayText
    case .quarter, .place: return value.released
    case .month(let month): return desk.formats.date(month)
    case .organisation(let id): return desk.programme.organisations[id]?.name ?? id.text
    case .code(let code, let list):
      return desk.formats.label(code, in: list, of: desk.programme)
    case .format(let format): return words("format.\(format.stored)")
    case .involvement(let involvement): return words("involvement.\(involvement.stored)")
    case .series(let name): return name
    case .language(let language): return desk.formats.language(language)
    case .source(let source): return words("source.\(source.stored)")
    case .status(let status): return words("status.\(status.stored)")
    case .unknown: return words(unknown(key))
    }
  }

  /// What is not known is told apart from a list on which nobody noted anything.
  private static func unknown(_ key: FigureKey) -> String {
    switch key {
    case .country: "country.unknown"
    case .type, .format, .involvement: "cell.notKnown"
    case .year, .quarter, .month, .place, .partner, .about, .declared, .topic, .series, .language,
      .source, .status:
      "figures.unknown"
    }
  }

  /// What a row or a column is called.
  public static func label(_ line: FigureGrid.Line, _ key: FigureKey, _ desk: Desk) -> String {
    switch line {
    case .value(let value): label(value, key, desk)
    case .measure(let measure): desk.words("figures.measure.\(measure.rawValue)")
    case .declared(let code): desk.formats.label(code, in: .community, of: desk.programme)
    case .total: desk.words("figures.all")
    }
  }

  /// Closed lists and years in their own order, names by the alphabet of the language, what nobody
  /// noted last.
  static func sorted(
    _ values: [FigureKeyValue], _ key: FigureKey, _ desk: Desk
  ) -> [FigureKeyValue] {
    let collation = desk.insight.collation
    let keyed = values.map { (value: $0, place: place($0), label: label($0, key, desk)) }
    return keyed.sorted { a, b in
      if a.place != b.place { return a.place < b.place }
      if collation.isBefore(a.label, b.label) { return true }
      return !collation.isBefore(b.label, a.label) && a.label < b.label
    }.map(\.value)
  }

  private static func place(_ value: FigureKeyValue) -> Int {
    switch value {
    case .year(let year): year
    case .quarter(let year, let quarter): year * 4 + quarter
    case .month(let month): month.year * 12 + (month.month ?? 0)
    case .format(let format): EventFormat.allCases.firstIndex(of: format) ?? 0
    case .involvement(let it): Involvement.allCases.firstIndex(of: it) ?? 0
    case .source(let source): FigureSource.allCases.firstIndex(of: source) ?? 0
    case .status(let status): EventStatus.allCases.firstIndex(of: status) ?? 0
    case .country, .code, .series, .language, .place, .organisation: 0
    case .unknown: Int.max
    }
  }
}
