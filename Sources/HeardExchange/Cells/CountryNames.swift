import Foundation
import HeardModel

/// Countries by the names and codes that people write, in six languages.
enum CountryNames {
  /// The country that a text names; nil when it names none.
  static func country(_ text: String) -> CountryCode? {
    let folded = SheetCell.folded(text)
    if folded.isEmpty { return nil }
    if let code = CountryCode(stored: folded.uppercased()) { return code }
    return names[folded] ?? names[folded.filter { $0 != "." }]
  }

  /// The languages whose names of countries and languages are known.
  static let languages = ["en", "fr", "ja", "pt", "de", "es"]

  private static let names: [String: CountryCode] = {
    var names: [String: CountryCode] = [:]
    for language in languages {
      let locale = Locale(identifier: language)
      for code in CountryCode.all {
        guard let name = locale.localizedString(forRegionCode: code.stored) else { continue }
        names[SheetCell.folded(name)] = code
      }
    }
    for (code, words) in others {
      for word in words { names[SheetCell.folded(word)] = CountryCode(stored: code) }
    }
    return names
  }()

  // What people write beside the names that the machine knows.
  private static let others: [String: [String]] = [
    "GB": [
      "UK", "Great Britain", "GBR", "England", "Scotland", "Wales", "Northern Ireland", "Britain",
      "Angleterre", "Grande-Bretagne", "RU", "R.-U.", "Inglaterra", "Grã-Bretanha", "Gran Bretaña",
      "Großbritannien", "Schottland", "英国", "英", "イングランド",
    ],
    "US": [
      "USA", "United States of America", "America", "the States", "États-Unis d'Amérique", "É.-U.",
      "E.U.A.", "EUA", "EE. UU.", "EEUU", "EE UU", "Vereinigte Staaten von Amerika", "米国", "米",
      "アメリカ",
    ],
    "FR": ["FRA", "仏", "仏国"], "DE": ["DEU", "BRD", "GER", "独"], "BR": ["BRA", "Brasil"],
    "JP": ["JPN", "Nippon", "Nihon", "日"], "AU": ["AUS", "豪州", "豪"], "CA": ["CAN", "加"],
    "MX": ["MEX", "Méjico"], "ES": ["ESP", "SPA"], "NL": ["Holland", "NLD"], "IE": ["IRL", "Eire"],
    "PT": ["PRT"], "BE": ["BEL"], "CH": ["CHE", "SUI"], "IT": ["ITA"], "KR": ["South Korea"],
    "CZ": ["Czech Republic"],
  ]
}
