import HeardModel

/// The zones of states, provinces and larger towns in countries that have several.
///
/// Source: the IANA time zone database, which tells in words how far each of its zones goes; names
/// of places as their countries write them, with the usual short forms. A place that is not in the
/// table has no zone: nobody is nearest.
enum PlaceZones {
  /// What is known of a place.
  enum Found: Hashable {
    case one(ZoneName)
    case several
    case unknown
  }

  /// The zone of a place in a country.
  static func zone(in country: CountryCode, region: String, place: String) -> Found {
    guard let table = tables[country.stored] else { return .unknown }
    let parts = split(place)
    let town = [key(place), parts.first ?? ""].lazy.compactMap { table.towns[$0] }.first
    let words = split(region) + [key(region)] + parts.dropFirst()
    let named = words.lazy.compactMap { table.regions[$0] }.first
    // `Ohio` where a town should stand.
    let region = named ?? (town == nil ? table.regions[key(place)] : nil)
    switch (town, region) {
    case (nil, nil): return .unknown
    case (let town?, nil): return only(Array(town))
    case (nil, let region?): return region.isWhole ? .one(region.zones[0]) : .several
    case (let town?, let region?):
      let shared = region.zones.filter(town.contains)
      if shared.count == 1 { return .one(shared[0]) }
      // Many towns have the same name; the state says which one is meant.
      let isPlain = region.zones.count == 1 || shared.isEmpty
      return region.isWhole && isPlain ? .one(region.zones[0]) : .several
    }
  }

  /// The zone of a town, where one town of that name is in the table.
  static func zone(ofTown town: String, in country: CountryCode) -> ZoneName? {
    guard let zones = tables[country.stored]?.towns[key(town)], zones.count == 1 else { return nil }
    return zones.first
  }

  /// All zones of a country that the table names.
  static func zones(of country: CountryCode) -> Set<ZoneName> {
    guard let table = tables[country.stored] else { return [] }
    return Set(table.regions.values.flatMap(\.zones) + table.towns.values.flatMap { $0 })
  }

  /// Whether a text names a town of a country that the table has, or one of its states.
  static func isPlace(_ text: String, of country: CountryCode) -> Bool {
    tables[country.stored]?.towns[key(text)] != nil || isRegion(text, of: country)
  }

  /// Whether a text names a state or province of a country.
  static func isRegion(_ text: String, of country: CountryCode) -> Bool {
    tables[country.stored]?.regions[key(text)] != nil
  }

  private static func only(_ zones: [ZoneName]) -> Found {
    zones.count == 1 ? .one(zones[0]) : .several
  }

  private struct Region {
    /// The zones, the one of most of it first.
    let zones: [ZoneName]
    /// Whether a place that is not in the table is in the first of them: all others are.
    let isWhole: Bool
  }

  private struct Table {
    var regions: [String: Region] = [:]
    var towns: [String: Set<ZoneName>] = [:]
  }

  private static func split(_ text: String) -> [String] {
    text.split { ",/()|;–—".contains($0) || $0.isNewline }
      .flatMap { String($0).replacing(" - ", with: "|").split(separator: "|") }
      .map { key(String($0)) }.filter { !$0.isEmpty }
  }

  private static func key(_ text: String) -> String {
    SheetCell.tokens(text).joined(separator: " ")
  }

  private static let tables: [String: Table] = texts.mapValues(table)

  /// `ZONE = regions`; `ZONE OTHER = regions`, of which the towns in the other zone are all listed;
  /// `ZONE OTHER ? regions`, of which they are not; `ZONE : towns`.
  private static func table(_ text: String) -> Table {
    var table = Table()
    for line in text.split(separator: "\n") {
      guard let sign = line.firstIndex(where: { "=?:".contains($0) }) else { continue }
      let zones = line[..<sign].split(separator: " ").compactMap { ZoneName(stored: String($0)) }
      let names = line[line.index(after: sign)...].split(separator: ",").map { key(String($0)) }
      for name in names where !name.isEmpty && !zones.isEmpty {
        if line[sign] == ":" {
          table.towns[name, default: []].formUnion(zones)
        } else {
          table.regions[name] = Region(zones: zones, isWhole: line[sign] == "=")
        }
      }
    }
    return table
  }

  private static let texts: [String: String] = [
    "US": unitedStates, "CA": canada, "MX": mexico, "BR": brazil, "AU": australia, "ES": spain,
    "FR": france, "PT": portugal,
  ]
}
