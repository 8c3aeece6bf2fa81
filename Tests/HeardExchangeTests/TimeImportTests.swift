import HeardExchange
import HeardModel
import Testing

/// Days and times as people write them, on the clock of their place.
///
/// All rows are invented.
@Suite struct TimeImportTests {
  private struct Case: CustomTestStringConvertible {
    let country, place, date, time, end: String
    let expected: String

    init(
      _ country: String, _ place: String, _ date: String, _ time: String, _ end: String,
      _ expected: String
    ) {
      (self.country, self.place, self.date) = (country, place, date)
      (self.time, self.end, self.expected) = (time, end, expected)
    }

    var testDescription: String { [country, date, time, end].joined(separator: " ") }
  }

  private static let cases: [Case] = [
    Case("JP", "", "2024-06-12T22:30:00Z", "", "", "2024-06-13T07:30"),
    Case("FR", "", "2024-12-31T23:30:00Z", "", "", "2025-01-01T00:30"),
    Case("US", "Chicago", "2024-07-01T03:00:00.000+0000", "", "", "2024-06-30T22:00"),
    Case("DE", "", "2024-06-12 14:00:00 UTC", "", "", "2024-06-12T16:00"),
    Case("FR", "", "2024-06-12T09:15:00.000+02:00", "", "", "2024-06-12T09:15"),
    Case("BR", "Manaus", "2024-06-12T22:00:00-03:00", "", "", "2024-06-12T21:00"),
    Case("FR", "", "Tue, 11 Jun 2024 23:30:00 GMT", "", "", "2024-06-12T01:30"),
    Case("JP", "", "2024-06-12", "22:00 UTC", "", "2024-06-13T07:00"),
    Case("US", "", "2024-06-12T22:30:00Z", "", "", "zoneMissing 2024-06-12"),
    Case("US", "", "2024-06-12T06:30:00Z", "", "", "zoneMissing"),
    Case("GB", "", "2024-06-12", "9:30–11 am", "", "2024-06-12T09:30…2024-06-12T11:00"),
    Case("GB", "", "2024-06-12", "11–1 PM", "", "2024-06-12T11:00…2024-06-12T13:00"),
    Case("GB", "", "2024-06-12", "6:15 - 8:45 PM", "", "2024-06-12T18:15…2024-06-12T20:45"),
    Case("GB", "", "2024-06-12", "noon to 2 pm", "", "2024-06-12T12:00…2024-06-12T14:00"),
    Case(
      "GB", "", "2024-06-12", "from 7pm until midnight", "", "2024-06-12T19:00…2024-06-13T00:00"),
    Case("GB", "", "2024-06-12", "between 2 and 4 p.m.", "", "2024-06-12T14:00…2024-06-12T16:00"),
    Case("FR", "", "2024-06-12", "de 9 h à 11 h 30", "", "2024-06-12T09:00…2024-06-12T11:30"),
    Case("FR", "", "2024-06-12", "midi", "", "2024-06-12T12:00"),
    Case("FR", "", "2024-06-12", "entre 17h30 et 19h", "", "2024-06-12T17:30…2024-06-12T19:00"),
    Case("FR", "", "2024-06-12", "23h-1h30", "", "2024-06-12T23:00…2024-06-13T01:30"),
    Case("BR", "Recife", "2024-06-12", "das 15h às 17h30", "", "2024-06-12T15:00…2024-06-12T17:30"),
    Case("BR", "Recife", "2024-06-12", "7 da noite", "", "2024-06-12T19:00"),
    Case("BR", "Recife", "2024-06-12", "meio-dia", "", "2024-06-12T12:00"),
    Case(
      "MX", "Puebla", "2024-06-12", "de 16:00 a 18:30 hs", "", "2024-06-12T16:00…2024-06-12T18:30"),
    Case(
      "MX", "Puebla", "2024-06-12", "11:00 a. m. – 1:00 p. m.", "",
      "2024-06-12T11:00…2024-06-12T13:00"),
    Case("ES", "Bilbao", "2024-06-12", "mediodía", "", "2024-06-12T12:00"),
    Case("DE", "", "2024-06-12", "9 Uhr", "", "2024-06-12T09:00"),
    Case("DE", "", "2024-06-12", "17.45 Uhr", "", "2024-06-12T17:45"),
    Case("DE", "", "2024-06-12", "14 bis 15:30 Uhr", "", "2024-06-12T14:00…2024-06-12T15:30"),
    Case("DE", "", "2024-06-12", "20:00-24:00", "", "2024-06-12T20:00…2024-06-13T00:00"),
    Case("JP", "", "2024-06-12", "午前10時半", "", "2024-06-12T10:30"),
    Case("JP", "", "2024-06-12", "午後1時～3時", "", "2024-06-12T13:00…2024-06-12T15:00"),
    Case("JP", "", "2024-06-12", "13時から15時まで", "", "2024-06-12T13:00…2024-06-12T15:00"),
    Case("JP", "", "2024-06-12", "正午", "", "2024-06-12T12:00"),
    Case("FR", "", "2024-06-12", "18:00", "20:30", "2024-06-12T18:00…2024-06-12T20:30"),
    Case("FR", "", "2024-06-12", "22:00", "02:00", "2024-06-12T22:00…2024-06-13T02:00"),
    Case("FR", "", "12–14 June 2024", "9:00", "17:00", "2024-06-12T09:00…2024-06-14T17:00"),
    Case("FR", "", "2024-06-12T18:00", "", "20 h", "2024-06-12T18:00…2024-06-12T20:00"),
    Case("FR", "", "12 juin 2024, 18h–20h", "", "", "2024-06-12T18:00…2024-06-12T20:00"),
    Case("DE", "", "Mittwoch, 12. Juni 2024, 18 Uhr", "", "", "2024-06-12T18:00"),
    Case("JP", "", "2024年6月12日(水) 午後6時～8時", "", "", "2024-06-12T18:00…2024-06-12T20:00"),
    Case("GB", "", "June 12–13, 2024, 9 am – 5 pm", "", "", "2024-06-12T09:00…2024-06-13T17:00"),
    Case("MX", "Puebla", "12 de junio de 2024 a las 17:00", "", "", "2024-06-12T17:00"),
    Case("GB", "", "July 3–5, 2024", "", "", "2024-07-03…2024-07-05"),
    Case("GB", "", "Sep 29 – Oct 2, 2024", "", "", "2024-09-29…2024-10-02"),
    Case("GB", "", "29 August - 1 September 2024", "", "", "2024-08-29…2024-09-01"),
    Case("GB", "", "30 December – 2 January 2025", "", "", "2024-12-30…2025-01-02"),
    Case("GB", "", "8 & 9 May 2024", "", "", "2024-05-08…2024-05-09"),
    Case("FR", "", "les 8 et 9 mai 2024", "", "", "2024-05-08…2024-05-09"),
    Case("FR", "", "du 29 avril au 2 mai 2024", "", "", "2024-04-29…2024-05-02"),
    Case("PT", "Porto", "8 e 9 de maio de 2024", "", "", "2024-05-08…2024-05-09"),
    Case("ES", "Bilbao", "del 29 de abril al 2 de mayo de 2024", "", "", "2024-04-29…2024-05-02"),
    Case("DE", "", "vom 29. April bis 2. Mai 2024", "", "", "2024-04-29…2024-05-02"),
    Case("DE", "", "29.04.–02.05.2024", "", "", "2024-04-29…2024-05-02"),
    Case("JP", "", "2024年4月29日〜5月2日", "", "", "2024-04-29…2024-05-02"),
    Case("JP", "", "令和6年5月8日～9日", "", "", "2024-05-08…2024-05-09"),
    Case("JP", "", "2024/5/8〜9", "", "", "2024-05-08…2024-05-09"),
    Case("FR", "", "2024-05-08/2024-05-10", "", "", "2024-05-08…2024-05-10"),
    Case("FR", "", "8-9/05/2024", "", "", "2024-05-08…2024-05-09"),
    Case("GB", "", "2024-06-12", "6 pm – 8", "", "timeUnreadable 2024-06-12"),
    Case("GB", "", "2024-06-12", "9:00-5:00", "", "timeUnreadable 2024-06-12"),
    Case("GB", "", "2024-06-12", "midnight", "", "timeUnreadable 2024-06-12"),
    Case("GB", "", "2024-06-12", "after lunch", "", "timeUnreadable 2024-06-12"),
    Case("FR", "", "2024-06-12", "18h 20h", "", "timeUnreadable 2024-06-12"),
    Case("DE", "", "2024-06-12", "ca. 18 Uhr", "", "timeUnreadable 2024-06-12"),
    Case("DE", "", "2024-06-12", "14.10", "", "timeUnreadable 2024-06-12"),
    Case("FR", "", "2024-06-12", "1800", "", "timeUnreadable 2024-06-12"),
    Case("FR", "", "2024-06-12", "18:00", "17:00", "timeUnreadable 2024-06-12"),
    Case("GB", "", "8, 10 & 12 May 2024", "", "", "dateUnreadable"),
    Case("GB", "", "8 & 10 May 2024", "", "", "dateUnreadable"),
    Case("GB", "", "2024-06-05-07", "", "", "dateUnreadable"),
    Case("GB", "", "12 June 2024 (postponed)", "", "", "dateUnreadable"),
  ]

  @Test(arguments: cases)
  private func `days and times are read on the clock of their place, or doubted`(_ test: Case)
    throws
  {
    let cells = [
      "Country": test.country, "City": test.place, "Date": test.date, "Time": test.time,
      "End time": test.end,
    ].filter { !$0.value.isEmpty }
    let row = try Bench.row(cells)
    let event = try #require(row.event)
    let days = (event.start?.stored ?? "") + (event.end.map { "…\($0.stored)" } ?? "")
    let read = row.doubts.map(\.name) + (days.isEmpty ? [] : [days])
    #expect(read.joined(separator: " ") == test.expected)
  }

  @Test func `what is not understood of a time stays in the notes`() throws {
    let row = try Bench.row(["Date": "2024-06-12", "Time": "after lunch", "End time": "late"])
    #expect(row.doubts == [.timeUnreadable("after lunch"), .timeUnreadable("late")])
    #expect(row.event?.notes == "Time: after lunch\nEnd time: late")
    let whole = try Bench.row(["Date": "2024-06-12", "Time": "journée entière"])
    #expect(whole.state == .ready && whole.event?.start?.stored == "2024-06-12")
    #expect(whole.event?.notes == "Time: journée entière")
  }

  @Test func `a column of the end takes times as well as days`() throws {
    let text = """
      Datum;Uhrzeit;Bis;Titel;Land
      12.06.2024;18:30;20:30;Abend;DE
      13.06.2024;18:30;14.06.2024;Nacht;DE
      14.06.2024;18:30;später;Offen;DE
      """
    let rows = try Bench.work(text).rows
    #expect(
      rows.map { $0.event?.end?.stored } == ["2024-06-12T20:30", "2024-06-14", nil])
    #expect(rows.map(\.doubts) == [[], [], [.dateUnreadable("später")]])
  }

  @Test func `a span of days tells in which order day and month stand`() throws {
    let day = try Bench.work("Date;Titre\n04/06/2024;A\n15-16/06/2024;B\n")
    #expect(day.dateEvidence == .found(.dayFirst))
    #expect(day.rows[0].event?.start?.stored == "2024-06-04")
    #expect(day.rows[1].event?.end?.stored == "2024-06-16")
    let month = try Bench.work("Date;Title\n04/06/2024;A\n06/15-16/2024;B\n")
    #expect(month.dateEvidence == .found(.monthFirst))
    #expect(month.rows[0].event?.start?.stored == "2024-04-06")
    let timed = try Bench.work("Date;Titre\n04/06/2024;A\n15/06/2024 18h à 20h;B\n")
    #expect(timed.dateEvidence == .found(.dayFirst))
    let open = try Bench.work("Date;Title\n05/06-07/06/2024;A\n")
    #expect(open.dateEvidence == .undecided(1))
    #expect(open.rows[0].doubts.map(\.name) == ["dateAmbiguous"])
  }

  @Test func `midnight in UTC is a moment where others of the column are no midnight`() throws {
    let heads = "Title;Country;Date\n"
    let day = "A;BR;2024-06-12T00:00:00.000+0000\n"
    let alone = try Bench.work("Title;Country;City;Date\nA;BR;Recife;2024-06-12T00:00:00Z\n")
    #expect(
      alone.rows[0].doubts == [
        .momentOrDay(
          "2024-06-12T00:00:00Z",
          moment: try #require(KnownDate(stored: "2024-06-11T21:00")),
          day: try #require(KnownDate(stored: "2024-06-12")))
      ])
    #expect(alone.rows[0].event?.start == nil)
    let same = try Bench.work(heads + "A;JP;2024-06-12T00:00:00Z\n")
    #expect(same.rows[0].state == .ready)
    #expect(same.rows[0].event?.start?.stored == "2024-06-12")
    #expect(same.rows[0].event?.notes == "Date: 2024-06-12T00:00:00Z")
    let moments = try Bench.work(
      "Title;Country;City;Date\nA;BR;Recife;2024-06-12T00:00:00Z\nB;BR;Recife;2024-06-13T18:30:00Z\n"
    )
    #expect(moments.rows[0].event?.start?.stored == "2024-06-11T21:00")
    let local = try Bench.work(heads + "A;FR;2024-06-11T22:00:00Z\n")
    #expect(local.rows[0].event?.start?.stored == "2024-06-12")
    #expect(try Bench.work(heads + day).rows[0].doubts == [.zoneMissing(CountryCode(stored: "BR"))])
  }
}
