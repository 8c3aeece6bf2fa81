import HeardExchange
import HeardModel
import Testing

/// What single cells mean, by what becomes of a row that has them.
@Suite struct CellTests {
  private static let dates: [(String, String)] = [
    ("2024-06-12", "2024-06-12"), ("2024/6/2", "2024-06-02"), ("20240612", "2024-06-12"),
    ("2024-06-12 14:00:00", "2024-06-12T14:00"), ("2024-06-12T14:00:00Z", "2024-06-12T16:00"),
    ("2024-06-12 00:00:00", "2024-06-12"), ("13/06/2024", "2024-06-13"),
    ("06/13/2024", "2024-06-13"),
    ("12.6.2024", "2024-06-12"), ("12.06.24", "2024-06-12"), ("13/06/24", "2024-06-13"),
    ("12 June 2024", "2024-06-12"), ("June 12th, 2024", "2024-06-12"),
    ("Wed 12 Jun 2024", "2024-06-12"),
    ("mercredi 12 juin 2024", "2024-06-12"), ("1er août 2024", "2024-08-01"),
    ("12 de junho de 2024", "2024-06-12"), ("12 de março de 2024", "2024-03-12"),
    ("12. Juni 2024", "2024-06-12"), ("Dienstag, 12. März 2024", "2024-03-12"),
    ("miércoles 12 de junio de 2024", "2024-06-12"), ("2024年6月12日", "2024-06-12"),
    ("２０２４年６月１２日（水）", "2024-06-12"), ("令和6年6月12日", "2024-06-12"),
    ("2024年6月", "2024-06"), ("June 2024", "2024-06"), ("06/2024", "2024-06"), ("2024", "2024"),
    ("12 juin 2024 à 14h30", "2024-06-12T14:30"), ("June 12, 2024 2:30 pm", "2024-06-12T14:30"),
    ("12–14 June 2024", "2024-06-12…2024-06-14"),
    ("du 12 au 14 juin 2024", "2024-06-12…2024-06-14"),
    ("2024-06-12 - 2024-06-14", "2024-06-12…2024-06-14"),
    ("13/06/2024-14/06/2024", "2024-06-13…2024-06-14"), ("TBC", ""), ("à confirmer", ""),
    ("未定", ""),
    // Nothing is added to what is written.
    ("12 June", "dateUnreadable"), ("12/06", "dateUnreadable"), ("31/02/2024", "dateUnreadable"),
    ("30.02.2024", "dateUnreadable"), ("next spring", "dateUnreadable"),
    ("Q2 2024", "dateUnreadable"),
    ("12/06/2024", "dateAmbiguous"), ("45455", "dateIsNumber"), ("2024-13-01", "dateUnreadable"),
    ("1024-06-12", "dateUnreadable"), ("12 June 1924", "yearOdd"), ("25:00", "dateUnreadable"),
  ]

  @Test(arguments: dates.indices)
  func `a date is read as it is written, or doubted`(_ index: Int) throws {
    let (text, expected) = Self.dates[index]
    let row = try Bench.row(["Date": text])
    let start = row.event?.start?.stored ?? ""
    let end = row.event?.end.map { "…\($0.stored)" } ?? ""
    #expect((row.doubts.first?.name ?? (start + end)) == expected, "\(text)")
  }

  private static let numbers: [(String, String)] = [
    ("84", "84"), ("1 234", "1234"), ("1,234", "1234"), ("1.234", "1234"),
    ("1\u{202F}234", "1234"), ("84.0", "84"), ("８４", "84"), ("45名", "45"),
    ("84 people", "84"), ("~40", "40 estimated"), ("approx. 40", "40 estimated"),
    ("env. 40", "40 estimated"), ("約40", "40 estimated"), ("cerca de 40", "40 estimated"),
    ("ca. 40 Personen", "40 estimated"), ("0", "0"), ("n/a", ""), ("-", ""), ("不明", ""),
    ("", ""),
    ("84 (51 slips)", "84 numberWithNote"), ("84 + children", "84 numberWithNote"),
    ("40+", "40 numberWithNote"), ("12-15", "notANumber"), ("12.5", "notANumber"),
    ("-4", "notANumber"),
    ("cancelled", "notANumber"), ("many", "notANumber"), ("999999999999", "notANumber"),
    ("50%", "notANumber"),
  ]

  @Test(arguments: numbers.indices)
  func `a headcount is a whole number, or doubted with its words kept`(_ index: Int) throws {
    let (text, expected) = Self.numbers[index]
    let row = try Bench.row(["Participants": text, "Date": "2024-06-12"])
    let attendance = try #require(row.event).attendance
    // Of a bare number nobody said how it is known.
    let how = row.doubts.first?.name ?? attendance.source?.stored
    let read = [attendance.total.map(String.init), how].compactMap { $0 }.joined(separator: " ")
    #expect(read == expected, "\(text)")
    if !row.doubts.isEmpty { #expect(row.event?.notes == "Participants: \(text)") }
  }

  @Test(arguments: [
    ("", nil, nil), ("", AttendanceSource.counted, AttendanceSource.counted),
    ("host", .counted, .reported), ("not known", .counted, nil), ("不明", .reported, nil),
  ])
  func `how a number is known is what the cell says, else what is said of the sheet`(
    cell: String, said: AttendanceSource?, source: AttendanceSource?
  ) throws {
    var work = try Bench.work(
      "Title;Country;Date;Participants;Source\nEvening;FR;2024-06-12;84;\(cell)\n")
    work.source(said)
    let event = try #require(work.rows.first?.event)
    #expect(event.attendance.total == 84)
    #expect(event.attendance.source == source)
    #expect(event.type == nil && event.format == nil && event.involvement == nil)
    #expect(event.confidentiality == nil)
  }

  @Test func `an estimate with words beside it stays an estimate`() throws {
    let row = try Bench.row(["Participants": "approx. 40 (two halls)", "Date": "2024-06-12"])
    #expect(row.doubts == [.numberWithNote("approx. 40 (two halls)", 40)])
    #expect(row.event?.attendance.source == .estimated)
  }

  private static let countries: [(String, String?)] = [
    ("FR", "FR"), ("fr", "FR"), ("France", "FR"), ("Frankreich", "FR"), ("フランス", "FR"),
    ("UK", "GB"),
    ("Royaume-Uni", "GB"), ("England", "GB"), ("イギリス", "GB"), ("USA", "US"), ("U.S.A.", "US"),
    ("États-Unis", "US"), ("EE. UU.", "US"), ("アメリカ", "US"), ("Brésil", "BR"), ("Brasil", "BR"),
    ("日本", "JP"), ("Japão", "JP"), ("Allemagne", "DE"), ("España", "ES"), ("Mexique", "MX"),
    ("Deutschland", "DE"), ("Österreich", "AT"), ("Atlantis", nil), ("ZZ", nil), ("FRANCE", "FR"),
  ]

  @Test(arguments: countries.indices)
  func `a country is known by code and by name in six languages`(_ index: Int) throws {
    let (text, code) = Self.countries[index]
    let row = try Bench.row(["Country": text])
    #expect(row.event?.country?.stored == code, "\(text)")
    #expect(row.doubts == (code == nil ? [.countryUnknown(text)] : []))
  }

  private static let statuses: [(String, EventStatus?)] = [
    ("held", .held), ("Réalisé", .held), ("cancelada", .cancelled), ("abgesagt", .cancelled),
    ("延期", .postponed), ("confirmé", .confirmed), ("geplant", .planned), ("maybe", nil),
  ]

  @Test(arguments: statuses.indices)
  func `a status is known in six languages, and another word is doubted`(_ index: Int) throws {
    let (text, status) = Self.statuses[index]
    let row = try Bench.row(["Status": text])
    #expect(row.event?.status == status ?? .planned)
    #expect(
      row.doubts == (status == nil ? [.wordUnknown(field: "status", text)] : []))
  }

  @Test func `words of a list that nobody knows are kept in the notes without a doubt`() throws {
    let row = try Bench.row(["Partners": "Collectif Exemple, Mairie"])
    #expect(row.state == .ready)
    #expect(row.event?.partners == [])
    #expect(row.event?.notes == "Partners: Collectif Exemple, Mairie")
    #expect(row.noted == ["Partners"])
  }

  @Test func `a time stands beside its date`() throws {
    let row = try Bench.row(["Date": "2024-06-12", "Time": "14h30–17:00"])
    #expect(row.event?.start?.stored == "2024-06-12T14:30")
    #expect(row.event?.end?.stored == "2024-06-12T17:00")
    let odd = try Bench.row(["Date": "2024-06-12", "Time": "after lunch"])
    #expect(odd.doubts == [.timeUnreadable("after lunch")])
  }
}
