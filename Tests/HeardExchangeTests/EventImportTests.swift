import HeardExchange
import HeardModel
import Testing

/// Sheets of events on their way into a programme.
@Suite struct EventImportTests {
  @Test func `the order of day and month is found out from the whole column`() throws {
    let open = "Date,Title\n03/04/2024,A\n05/06/2024,B\n"
    #expect(try Bench.work(open).dateEvidence == .undecided(2))
    let day = try Bench.work(open + "13/02/2024,C\n")
    #expect(day.dateEvidence == .found(.dayFirst))
    #expect(day.rows[0].event?.start?.stored == "2024-04-03")
    let month = try Bench.work(open + "02/13/2024,C\n")
    #expect(month.dateEvidence == .found(.monthFirst))
    #expect(month.rows[0].event?.start?.stored == "2024-03-04")
    let mixed = try Bench.work(open + "02/13/2024,C\n13/02/2024,D\n")
    #expect(mixed.dateEvidence == .mixed)
    #expect(
      mixed.rows.map { $0.doubts.first?.name } == ["dateAmbiguous", "dateAmbiguous", nil, nil])
  }

  @Test func `an order that nobody can find out is asked for`() throws {
    var work = try Bench.work("Date,Title\n03/04/2024,A\n05/06/2024,B\n")
    #expect(work.taken.isEmpty)
    #expect(work.rows[0].event?.start == nil)
    work.order(.dayFirst)
    #expect(work.taken.compactMap { $0.event?.start?.stored } == ["2024-04-03", "2024-06-05"])
  }

  @Test func `columns are proposed by their names, by what they hold, and corrected`() throws {
    let text = """
      Nº;Fecha;País;Ciudad;Nombre del evento;Asistentes (presencial);Asistentes en línea;Correo;X
      1;13/02/2024;México;Puebla;Círculo;30;12;a@example.org;blue
      2;14/02/2024;México;Oaxaca;Mesa;20;;b@example.org;green
      """
    var work = try Bench.work(text)
    #expect(
      work.table.columns.map(work.field) == [
        "reference", "start", "country", "place", "title", "inPerson", "online", "leaveOut",
        "notes",
      ])
    #expect(work.rows[0].event?.notes == "X: blue")
    let column = try #require(work.table.column(named: "x"))
    work.map(column, to: "venue")
    #expect(work.rows[0].event?.venue == "blue")
    work.map(column, to: "title")
    #expect(work.rows[0].event?.title == "blue")
    #expect(work.rows[0].event?.notes == "Nombre del evento: Círculo")
    let kept = work.mapping
    let again = SheetImport(try Bench.sheet(text), mapping: kept, Bench.context())
    #expect(again.mapping == kept)
  }

  @Test func `what holds dates and countries is known without a heading`() throws {
    let work = try Bench.work("Aa;Bb;Title\n2024-05-03;Frankreich;A\n2024-05-04;日本;B\n")
    #expect(work.table.columns.map(work.field) == ["start", "country", "title"])
  }

  @Test func `a number means that the event was held, unless the sheet says otherwise`() throws {
    let row = try Bench.row(["Date": "2024-06-12", "Participants": "12"])
    #expect(row.event?.status == .held)
    let cancelled = try Bench.row(
      ["Date": "2024-06-12", "Participants": "12", "Status": "cancelled"])
    #expect(cancelled.doubts == [.countedButNot(.cancelled, 12)])
    #expect(cancelled.event?.attendance.tally == nil)
    #expect(cancelled.event?.notes == "Participants: 12")
    let coming = try Bench.row(["Date": "2025-06-12", "Participants": "12"])
    #expect(coming.doubts.map(\.name) == ["heldBeforeItsDay"])
    #expect(coming.event?.status == .planned)
  }

  @Test func `parts that do not come to the total are doubted and stay in the notes`() throws {
    let row = try Bench.row(
      ["Date": "2024-06-12", "Total": "25", "In person": "10", "Online": "10"])
    #expect(row.doubts == [.totalDiffers(total: 25, parts: 20)])
    #expect(row.event?.attendance.total == 25)
    #expect(row.event?.attendance.inPerson == nil)
    #expect(row.event?.notes == "In person: 10\nOnline: 10")
    let right = try Bench.row(
      ["Date": "2024-06-12", "Total": "20", "In person": "10", "Online": "10"])
    #expect(right.state == .ready)
  }

  @Test func `sums, headings and empty rows are skipped, a lone cell is doubted`() throws {
    let text = """
      Date,Title,Participants
      2024-05-03,A,10
      ,,
      FRANCE,,
      Date,Title,Participants
      2024-05-04,B,20
      Total,,30
      ,,30
      """
    let work = try Bench.work(text)
    #expect(
      work.rows.map(\.state) == [
        .ready, .doubtful(work.rows[1].doubts), .skipped(.headings), .ready, .skipped(.totals),
        .skipped(.totals),
      ])
    #expect(work.rows[1].doubts.contains(.onlyOneCell("FRANCE")))
    let bare = try Bench.work("Date,Title,Participants\n2024-05-03,A,10\n2024-05-04,B,20\n,,30\n")
    #expect(bare.rows.last?.state == .skipped(.totals))
  }

  @Test func `an event of the same day, country and title is not added without being asked`() throws
  {
    let row = try Bench.row(["Date": "28 May 2024", "Title": "Dialogue: disability and care"])
    #expect(row.doubts.map(\.name) == ["looksLike"])
    let other = try Bench.row(["Date": "28 May 2024", "Title": "Waiting rooms"])
    #expect(other.state == .ready)
    let abroad = try Bench.row(
      ["Date": "28 May 2024", "Title": "Dialogue on disability and care", "Country": "DE"])
    #expect(abroad.state == .ready)
  }

  @Test func `cells that were merged are doubted, and filled from above where somebody says so`()
    throws
  {
    let text = "Country,Date,Title\nFrance,2024-05-03,A\n,2024-05-04,B\n,2024-05-05,C\n"
    var work = try Bench.work(text)
    #expect(
      work.rows.map(\.doubts) == [
        [], [.perhapsMerged(column: "Country", above: "France")],
        [.perhapsMerged(column: "Country", above: "France")],
      ])
    #expect(work.rows[1].event?.country == nil)
    work.fillDown(work.table.columns[0], true)
    #expect(work.rows.allSatisfy { $0.state == .ready && $0.event?.country?.stored == "FR" })
  }

  @Test func `bringing a sheet in twice adds nothing twice`() throws {
    let text = "Date,Title,Country\n2024-06-12,A,FR\n2024-06-13,B,FR\n2024-06-13,B,FR\n"
    var work = try Bench.work(text)
    #expect(work.rows.map(\.doubts) == [[], [], [.sameAsLine(3)]])
    work.choose(.accepted, line: 4)
    let programme = Bench.applied(work, to: Bench.programme())
    #expect(programme.events.count == 4)
    let again = try Bench.work(text, programme)
    #expect(again.taken.isEmpty)
    #expect(again.rows.allSatisfy { $0.knownID != nil && $0.differs.isEmpty })
    #expect(Bench.applied(again, to: programme).events.count == 4)
  }

  @Test func `an edited row is shown with what differs, and not touched`() throws {
    let text = "Id,Date,Title,Town,Participants\nEV-1,2024-06-12,A,Lyon,10\n"
    let programme = Bench.applied(try Bench.work(text), to: Bench.programme())
    let edited = "Id,Date,Title,Town,Participants\nEV-1,2024-06-13,A,Lyon,12\nEV-2,2024-06-14,C,,\n"
    let work = try Bench.work(edited, programme)
    #expect(work.rows[0].differs == ["start", "attendance"])
    #expect(work.taken.map(\.line) == [3])
  }

  @Test func `a column that only numbers the rows is no key`() throws {
    let text = "No,Date,Title\n1,2024-06-12,A\n2,2024-06-13,B\n"
    let programme = Bench.applied(try Bench.work(text), to: Bench.programme())
    let next = try Bench.work("No,Date,Title\n1,2025-06-12,C\n2,2025-06-13,D\n", programme)
    #expect(next.taken.count == 2)
  }

  @Test func `what is corrected makes a row ready and leaves its key as it was`() throws {
    let text = "Date,Title,Participants\n31/02/2024,A,10\n"
    var work = try Bench.work(text)
    let key = work.rows[0].event?.provenance.importKey
    #expect(work.rows[0].doubts == [.dateUnreadable("31/02/2024")])
    work.correct(line: 2, place: 0, to: "29/02/2024")
    #expect(work.rows[0].state == .ready)
    #expect(work.rows[0].event?.start?.stored == "2024-02-29")
    #expect(work.rows[0].event?.provenance.importKey == key)
    let programme = Bench.applied(work, to: Bench.programme())
    let again = try Bench.work(text, programme)
    #expect(again.rows[0].knownID != nil)
    #expect(again.rows[0].differs == [])
  }

  @Test func `no word of a row is lost when it is taken as it is`() throws {
    let text = """
      Date,Title,Country,Status,Participants,Colour
      soon,A,Atlantis,perhaps,a few,blue,one more
      """
    var work = try Bench.work(text)
    work.choose(.accepted, line: 2)
    let event = try #require(work.taken.first?.event)
    for word in ["soon", "Atlantis", "perhaps", "a few", "blue", "one more"] {
      #expect(event.notes.contains(word), "\(word)")
    }
    #expect(event.start == nil && event.country == nil && event.attendance.tally == nil)
    #expect(event.provenance.source == "events.csv")
  }
}
