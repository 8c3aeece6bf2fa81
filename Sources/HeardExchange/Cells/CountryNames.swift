import Foundation
import HeardModel

/// Countries by the names and codes that people write, in six languages.
enum CountryNames {
  /// What a text names.
  enum Reading: Hashable {
    /// A country; with a part of it where the text names one, and whether it says more than that.
    case country(CountryCode, part: String?, saysMore: Bool)
    /// What can be several countries.
    case several
    /// No country.
    case unknown
  }

  /// The country that a text names; nil when it names none, or can be several.
  static func country(_ text: String) -> CountryCode? {
    if case .country(let country, _, _) = read(text) { return country }
    return nil
  }

  /// Reads a cell.
  static func read(_ text: String) -> Reading {
    let folded = SheetCell.folded(text)
    if folded.isEmpty { return .unknown }
    if ambiguous.contains(folded) || ambiguous.contains(key(text)) { return .several }
    // `No` and `Si` answer a question more often than they name Norway and Slovenia.
    if answers.contains(folded), text != text.uppercased() { return .unknown }
    if let code = CountryCode(stored: folded.uppercased()) {
      return .country(code, part: nil, saysMore: false)
    }
    if let code = whole(text) { return .country(code, part: nil, saysMore: false) }
    if parts.contains(key(text)), let code = CountryCode(stored: "GB") {
      return .country(code, part: text, saysMore: false)
    }
    return composed(text)
  }

  /// The languages whose names of countries and languages are known.
  static let languages = ["en", "fr", "ja", "pt", "de", "es"]

  /// A country by all words of a text, whatever their order, or by those that are its name.
  private static func whole(_ text: String) -> CountryCode? {
    let key = key(text)
    if let code = names[key] ?? names[key.filter { $0 != " " }] { return code }
    let own = key.split(separator: " ").filter { !forms.contains(String($0)) }
    if let code = own.isEmpty ? nil : known(own.joined(separator: " ")) { return code }
    let suffix = ["共和国", "王国", "連邦", "公国", "国"].first { key.hasSuffix($0) }
    return suffix.flatMap { key.count > $0.count + 1 ? known(String(key.dropLast($0.count))) : nil }
  }

  private static func known(_ key: String) -> CountryCode? {
    ambiguous.contains(key) ? nil : names[key]
  }

  /// A country with a part of it, as `UK (Wales)`; several countries are none.
  private static func composed(_ text: String) -> Reading {
    let pieces = text.split { "()（）/,;、・&+".contains($0) }
      .flatMap { String($0).replacing(" - ", with: "|").split(separator: "|") }
      .map { SheetCell.trimmed(String($0)) }.filter { !$0.isEmpty }
    guard pieces.count > 1 else { return .unknown }
    let readings = pieces.map(read)
    let countries = Set(
      readings.compactMap { if case .country(let code, _, _) = $0 { code } else { nil } })
    if countries.count > 1 || readings.contains(.several) { return .several }
    guard let country = countries.first, pieces.count == 2 else { return .unknown }
    let isBracketed = text.contains { "(（".contains($0) }
    switch (readings[0], readings[1]) {
    case (.country(_, let first, _), .country(_, let second, _)):
      // `England & Wales` is no one part.
      let named = [first, second].compactMap { $0 }
      return .country(country, part: named.count == 1 ? named[0] : nil, saysMore: named.count > 1)
    case (.country, .unknown):
      if PlaceZones.isRegion(pieces[1], of: country) {
        return .country(country, part: pieces[1], saysMore: false)
      }
      return isBracketed ? .country(country, part: nil, saysMore: true) : .unknown
    default: return .unknown
    }
  }

  /// The words of a name without articles and in one order, so that `Korea, Republic of` is the
  /// `Republic of Korea`.
  private static func key(_ text: String) -> String {
    SheetCell.tokens(text).filter { !small.contains($0) }
      .map { $0 == "saint" ? "st" : $0 == "sainte" ? "ste" : $0 }
      .sorted().joined(separator: " ")
  }

  private static let small = Set(
    ("the of and le la les l de du des d do da dos das del el los las der die und et e y von a o os"
      + " as").split(separator: " ").map(String.init))

  /// Words for the form of a state, which its name can be without.
  private static let forms = Set(
    ("republic republique republica republik kingdom royaume reino konigreich federal federative"
      + " federativa federale islamic islamique islamica islamische commonwealth principality"
      + " principaute principado furstentum sultanate grand duchy")
      .split(separator: " ").map(String.init))

  /// What can be two countries, or a country and another one's short form.
  private static let ambiguous = Set(
    [
      "congo", "kongo", "コンゴ", "korea", "corée", "corea", "coreia", "朝鮮", "RU", "ドミニカ",
      "virgin islands", "îles vierges", "ilhas virgens", "islas vírgenes", "jungferninseln",
      "saint martin", "st martin", "sint martin", "san martín", "são martinho",
    ].flatMap { [SheetCell.folded($0), key($0)] })

  private static let answers: Set = ["no", "si"]

  /// The parts of the United Kingdom, which people write as countries.
  private static let parts = Set(
    [
      "England", "Scotland", "Wales", "Northern Ireland", "Écosse", "Pays de Galles",
      "Irlande du Nord", "Inglaterra", "Escócia", "País de Gales", "Irlanda do Norte", "Escocia",
      "Gales", "Irlanda del Norte", "Schottland", "Nordirland", "イングランド", "スコットランド",
      "ウェールズ", "北アイルランド",
    ].map(key))

  private static let names: [String: CountryCode] = {
    var names: [String: CountryCode] = [:]
    for language in languages {
      let locale = Locale(identifier: language)
      for code in CountryCode.all {
        guard let name = locale.localizedString(forRegionCode: code.stored) else { continue }
        names[key(name)] = code
      }
    }
    for line in others.split(separator: "\n") {
      guard let code = CountryCode(stored: String(line.prefix(2))) else { continue }
      for name in line.dropFirst(3).split(separator: "|") { names[key(String(name))] = code }
    }
    for word in threeLetters.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      names[word.dropFirst(2).lowercased()] = CountryCode(stored: String(word.prefix(2)))
    }
    return names
  }()
}
