import HeardExchange
import HeardModel
import Testing

/// By which clock a time is told: by a column, by words beside it, by its place.
///
/// All rows are invented.
@Suite struct ZoneImportTests {
  /// Country, town, state, what the column of the zone says; the zone, or the doubt.
  private static let cases: [(String, String, String, String, String)] = [
    ("US", "Chicago", "IL", "", "America/Chicago"),
    ("US", "Chicago, IL", "", "", "America/Chicago"),
    ("US", "Portland", "OR", "", "America/Los_Angeles"),
    ("US", "Portland", "Maine", "", "America/New_York"),
    ("US", "Portland", "", "", "zoneMissing"),
    ("US", "Washington", "", "", "zoneMissing"),
    ("US", "Seattle", "Washington", "", "America/Los_Angeles"),
    ("US", "Washington, DC", "", "", "America/New_York"),
    ("US", "El Paso", "TX", "", "America/Denver"),
    ("US", "Marfa", "Texas", "", "America/Chicago"),
    ("US", "Milton", "FL", "", "zoneMissing"),
    ("US", "Tampa", "FL", "", "America/New_York"),
    ("US", "", "Ohio", "", "America/New_York"),
    ("US", "", "", "", "zoneMissing"),
    ("BR", "Salvador/BA", "", "", "America/Bahia"),
    ("BR", "Manaus", "AM", "", "America/Manaus"),
    ("BR", "Tabatinga", "AM", "", "America/Eirunepe"),
    ("BR", "", "Mato Grosso", "", "America/Cuiaba"),
    ("BR", "Campinas (SP)", "", "", "America/Sao_Paulo"),
    ("MX", "Tijuana", "Baja California", "", "America/Tijuana"),
    ("MX", "Cancún", "", "", "America/Cancun"),
    ("MX", "Ciudad Juárez", "Chihuahua", "", "America/Ciudad_Juarez"),
    ("CA", "Halifax", "NS", "", "America/Halifax"),
    ("CA", "Montréal", "Québec", "", "America/Toronto"),
    ("CA", "Kenora", "Ontario", "", "America/Winnipeg"),
    ("CA", "Elsewhere", "Ontario", "", "zoneMissing"),
    ("AU", "Broken Hill", "NSW", "", "Australia/Broken_Hill"),
    ("AU", "", "WA", "", "Australia/Perth"),
    ("ES", "Las Palmas de Gran Canaria", "", "", "Atlantic/Canary"),
    ("ES", "Bilbao", "", "", "Europe/Madrid"),
    ("JP", "", "", "", "Asia/Tokyo"),
    ("US", "", "", "America/Denver", "America/Denver"),
    ("US", "", "", "america/denver", "America/Denver"),
    ("US", "", "", "US/Central", "America/Chicago"),
    ("US", "", "", "Central Time", "America/Chicago"),
    ("US", "", "", "EST", "America/New_York"),
    ("US", "", "", "(GMT-08:00) Pacific Time (US & Canada)", "America/Los_Angeles"),
    ("US", "", "", "MST", "zoneUnknown"),
    ("US", "Phoenix", "AZ", "MST", "America/Phoenix"),
    ("US", "Chicago", "IL", "Eastern Time", "zoneDiffers"),
    ("US", "Detroit", "", "ET", "America/Detroit"),
    ("MX", "", "", "Hora del Centro", "America/Mexico_City"),
    ("MX", "", "", "Pacific Time", "zoneUnknown"),
    ("BR", "", "", "Horário de Brasília", "America/Sao_Paulo"),
    ("BR", "Recife", "", "BRT", "America/Recife"),
    ("AU", "", "", "AEST", "zoneUnknown"),
    ("AU", "Brisbane", "", "AEST", "Australia/Brisbane"),
    ("FR", "", "", "CET", "Europe/Paris"),
    ("FR", "", "", "heure de Paris", "Europe/Paris"),
    ("FR", "", "", "Europe/Paris", "Europe/Paris"),
    ("FR", "", "", "America/Chicago", "zoneUnknown"),
    ("DE", "", "", "MEZ", "Europe/Berlin"),
    ("JP", "", "", "日本時間", "Asia/Tokyo"),
    ("JP", "", "", "JST", "Asia/Tokyo"),
    ("ES", "", "", "hora peninsular", "Europe/Madrid"),
    ("GB", "", "", "GMT", "zoneUnknown"),
    ("FR", "", "", "somewhere", "zoneUnknown"),
    ("FR", "", "", "heure locale", "Europe/Paris"),
  ]

  @Test(arguments: cases.indices)
  func `a zone is that which is said, else that of the place, else it is asked for`(_ index: Int)
    throws
  {
    let (country, town, state, zone, expected) = Self.cases[index]
    let row = try Bench.row([
      "Country": country, "City": town, "State": state, "Time zone": zone, "Date": "2024-06-12",
      "Time": "14:00",
    ])
    let read = row.doubts.first?.name ?? row.event?.zone?.stored
    #expect(read == expected, "\(country) \(town) \(state) \(zone)")
    #expect(row.doubts.isEmpty == (row.event?.zone != nil))
  }

  @Test(arguments: [
    "Time zone", "Event timezone", "Fuseau horaire", "タイムゾーン", "Fuso horário", "Zeitzone",
    "Zona horaria",
  ])
  func `the column of the zone is known in six languages`(_ heading: String) throws {
    let row = try Bench.row([
      "Country": "US", "Date": "2024-06-12", "Time": "14:00", heading: "America/Boise",
    ])
    #expect(row.event?.zone?.stored == "America/Boise")
  }

  @Test func `a column of areas is no column of zones`() throws {
    let row = try Bench.row(["Date": "2024-06-12", "Zone": "Nord"])
    #expect(row.event?.notes == "Zone: Nord")
    #expect(row.state == .ready)
  }

  @Test(arguments: [
    "End time", "Heure de fin", "終了時刻", "Hora de término", "Bis (Uhr)", "Hora de fin",
  ])
  func `the column of the end's time is known in six languages`(_ heading: String) throws {
    let row = try Bench.row(["Date": "2024-06-12", "Time": "14:00", heading: "16:00"])
    #expect(row.event?.end?.stored == "2024-06-12T16:00")
  }

  @Test func `one answer gives all rows of a country their zone, and a mapping keeps it`() throws {
    let text = """
      Title;Country;City;Date;Time
      A;US;Elsewhere;2024-06-12;14:00
      B;US;;2024-06-13;9 am
      C;US;Elsewhere;2024-06-14;16:00
      D;US;Seattle;2024-06-15;16:00
      E;US;;2024-06-16;
      F;MX;Elsewhere;2024-06-17;16:00
      G;US;Elsewhere;2024-06-18T20:00:00Z;
      """
    var work = try Bench.work(text)
    let (states, mexico) = (
      try #require(CountryCode(stored: "US")), try #require(CountryCode(stored: "MX"))
    )
    #expect(work.remedies.map(\.remedy) == [.zone(states), .zone(mexico)])
    #expect(work.remedies.map(\.count) == [4, 1])
    work.zone(ZoneName(stored: "America/Chicago"), in: states)
    #expect(work.remedies.map(\.remedy) == [.zone(mexico)])
    #expect(
      work.rows.map { $0.event?.zone?.stored } == [
        "America/Chicago", "America/Chicago", "America/Chicago", "America/Los_Angeles",
        "America/Chicago", nil, "America/Chicago",
      ])
    #expect(work.rows[6].event?.start?.stored == "2024-06-18T15:00")
    let again = SheetImport(
      try Bench.sheet(text), mapping: work.mapping, Bench.context())
    #expect(again.rows[0].state == .ready)
  }

  @Test func `the machine's only zone of a country is taken, and one of several is not`() throws {
    let (kenya, indonesia) = (
      try #require(CountryCode(stored: "KE")), try #require(CountryCode(stored: "ID"))
    )
    var context = Bench.context()
    context.zones = [
      kenya: ["Africa/Nairobi"].compactMap(ZoneName.init(stored:)),
      indonesia: ["Asia/Jakarta", "Asia/Makassar"].compactMap(ZoneName.init(stored:)),
    ]
    let sheet = try Bench.sheet(
      "Title;Country;Date;Time\nA;KE;2024-06-12;14:00\nB;ID;2024-06-12;14:00\n")
    let rows = SheetImport(sheet, context).rows
    #expect(rows[0].event?.zone?.stored == "Africa/Nairobi")
    #expect(rows[1].doubts == [.zoneMissing(indonesia)])
  }

  @Test func `a time to come without a country is doubted, one that is past is not`() throws {
    let coming = try Bench.work("Title;Date;Time\nA;2025-06-12;14:00\n")
    #expect(coming.rows[0].doubts == [.zoneMissing(nil)])
    #expect(coming.remedies.isEmpty)
    let past = try Bench.work("Title;Date;Time\nA;2024-06-12;14:00\n")
    #expect(past.rows[0].state == .ready)
  }
}
