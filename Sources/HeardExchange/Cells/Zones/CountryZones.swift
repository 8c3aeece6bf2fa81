import HeardModel

/// The zones of countries: those of a programme's profiles, else those that the machine lists.
public struct CountryZones: Sendable {
  private let programme: Programme
  private let machine: [CountryCode: [ZoneName]]

  init(_ programme: Programme, _ machine: [CountryCode: [ZoneName]]) {
    (self.programme, self.machine) = (programme, machine)
  }

  /// The zones of a country as far as they are known.
  func all(of country: CountryCode) -> [ZoneName] {
    let usual = programme.profile(country).zones
    return usual.count == 1
      ? usual : usual + (machine[country] ?? []).filter { !usual.contains($0) }
  }

  /// The zone of a place: that of its town or region where the table has them, else the only one of
  /// its country; nil where it can be several.
  func zone(in country: CountryCode?, region: String, place: String) -> ZoneName? {
    guard let country else { return nil }
    switch PlaceZones.zone(in: country, region: region, place: place) {
    case .one(let zone): return zone
    case .several: return nil
    case .unknown:
      let all = all(of: country)
      return all.count == 1 ? all.first : nil
    }
  }
}
