import HeardModel

/// What the rows of a sheet are held against.
public struct ImportContext: Sendable {
  /// The programme into which they are brought.
  public var programme: Programme
  /// What words in cells mean there.
  public var words: CellWords
  /// The day where this person is.
  public var today: CalendarDay
  /// The zones of each country, as the machine lists them.
  public var zones: [CountryCode: [ZoneName]]

  /// What the rows are held against.
  public init(
    programme: Programme, words: CellWords, today: CalendarDay,
    zones: [CountryCode: [ZoneName]] = [:]
  ) {
    self.programme = programme
    self.words = words
    self.today = today
    self.zones = zones
  }

  /// The zones of countries: those of the programme's profiles before those of the machine.
  var countryZones: CountryZones { CountryZones(programme, zones) }
}
