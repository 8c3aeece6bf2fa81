import HeardModel
import Testing

@testable import HeardExchange

/// Cells that look like something else: eras, durations, days of the week, and people in remarks.
@Suite struct OddCellTests {
  @Test(
    arguments: [
      ("H30.6.12", "2018-06-12"), ("H28.10.15", "2016-10-15"), ("R5.6.12", "2023-06-12"),
      ("R6/7/3", "2024-07-03"), ("S60.6.12", "1985-06-12"), ("令和6年7月3日", "2024-07-03"),
    ])
  func `a letter for an era is its year`(cell: String, day: String) throws {
    let row = try #require(try Bench.work("題名;日付;国\n語る会;\(cell);日本\n").rows.first)
    #expect(row.event?.start?.dayText == day, "\(row.doubts)")
  }

  @Test(arguments: ["24/6/12", "24/10/15", "24.6.12"])
  func `two digits in front can be the year on a Japanese sheet`(cell: String) throws {
    let row = try #require(try Bench.work("題名;日付;国\n語る会;\(cell);日本\n").rows.first)
    #expect(row.doubts == [.dateUnreadable(cell)])
    let other = try #require(
      try Bench.work("Title;Date;Country\nEvening;\(cell);France\n").rows.first)
    #expect(other.event?.start != nil)
  }

  @Test(arguments: ["CA;San Diego", "DE;Wilmington", "Georgia;", "Georgia;Atlanta"])
  func `a state is no country`(cells: String) throws {
    let row = try #require(
      try Bench.work("Title;Date;Country;City\nEvening;2024-06-12;\(cells)\n").rows.first)
    #expect(row.doubts.map(\.name) == ["countrySeveral"], "\(row.doubts)")
  }

  @Test func `where and on what a form was filled in is left out`() throws {
    let work = try Bench.work(
      "Title;Date;deviceid;__geo_latitude;_uuid\nEvening;2024-06-12;ee.x:abc;45.75;aaaa-1\n")
    #expect(
      work.table.columns.dropFirst(2).map(work.field) == ["leaveOut", "leaveOut", "leaveOut"])
    #expect(work.rows[0].event?.notes == "")
  }

  @Test func `two columns that are both perhaps not who came agree on nothing`() throws {
    let work = try Bench.work(
      "Title;Date;Country;New participants;Registered participants\n"
        + "Evening;2024-06-12;France;9;9\nNoon;2024-06-13;France;9;30\n")
    #expect(work.rows.map(\.isTaken) == [false, false], "\(work.questions.map(\.cause))")
  }

  @Test(arguments: ["3 hours", "2 h", "1h30", "12am", "12:00 AM", "02:30"])
  func `a time at night is asked about`(cell: String) throws {
    let row = try Bench.row(["Date": "2024-06-12", "Time": cell])
    #expect(!row.doubts.isEmpty && !row.isTaken, "\(row.event?.start?.stored ?? "")")
  }

  @Test(arguments: ["18:00", "7 pm", "09h30", "05:00"])
  func `a time at which people meet is not`(cell: String) throws {
    #expect(try Bench.row(["Date": "2024-06-12", "Time": cell]).doubts == [])
  }

  @Test(
    arguments: [
      "Monday 12 June 2024", "lundi 18/06/2024", "2024年6月12日(月)", "Montag, 12.06.2024",
      "lunes 12 de junio de 2024", "segunda-feira, 18/06/2024",
    ])
  func `a day of the week that is not that of the date is told`(cell: String) throws {
    let row = try Bench.row(["Date": cell])
    #expect(row.doubts.map(\.name) == ["weekdayDiffers"], "\(row.doubts)")
  }

  @Test(
    arguments: [
      "Wednesday 12 June 2024", "mercredi 12 juin 2024", "2024年6月12日(水)", "Mi, 12.06.2024",
    ])
  func `its own day of the week is nothing to look at`(cell: String) throws {
    #expect(try Bench.row(["Date": cell]).doubts == [])
  }

  @Test(
    arguments: [
      "Tom Ridley", "Priya will bring the projector", "amina est repartie en pleurs", "佐藤が司会",
      "maria josé pediu sigilo", "Maria Gonzalez gave us cake", "佐藤花子", "mme tremblay a téléphoné",
      "madame xyz a téléphoné", "dona Lúcia chorou", "555-0142", "someone (at) example.org",
      "jean @ example . org", "@keisha_b on insta", "https://chat.whatsapp.com/AbCd",
      "『怖かった』と", "paid Ibrahim 50 in cash", "Volunteers: Zoë, Liam", "Call Tom", "BSL: Karen",
      "police came for one asylum seeker", "T. Ridley came late",
    ])
  func `people in remarks are held back`(cell: String) throws {
    var work = try Bench.work("Title;Date;Notes\nEvening;2024-06-12;\"\(cell)\"\n")
    work.map(work.table.columns[2], to: "notes")
    #expect(work.rows[0].event?.notes == "", "\(work.rows[0].event?.notes ?? "")")
    #expect(work.rows[0].held == ["Notes"])
  }

  @Test(
    arguments: [
      "Animation", "Moderation", "Leitung", "Mediadora", "Facilitación", "ファシリテーター", "Lead",
      "Led by",
      "Animé par", "Coordinator", "Host",
    ])
  func `who led an event is held back whatever the column is called`(heading: String) throws {
    let work = try Bench.work("Title;Date;\(heading)\nEvening;2024-06-12;Xenia Ypsilon\n")
    #expect(!(work.rows[0].event?.notes.contains("Xenia") ?? false), "\(heading)")
  }

  @Test(
    arguments: [
      ("¿Cuántos años tienes?", "12"), ("How old are you?", "12"), ("Wie alt bist du?", "12"),
      ("おいくつですか", "12"), ("School year", "Year 7"), ("Ticket type", "Child ticket"),
      ("Ticket", "Kinderkarte"),
    ])
  func `a child is one however the age is asked`(heading: String, cell: String) throws {
    var event = Event()
    (event.status, event.country) = (.held, CountryCode(stored: "GB"))
    let signIn = SignIn(event, keepsNames: true)
    let text = "Name;E-mail;Present;\(heading)\nNina Uno;nina@example.org;yes;\(cell)\n"
    let work = SheetImport(try Bench.sheet(text), of: .people(signIn), Bench.context())
    #expect(work.rows[0].person?.isMinor == true)
    #expect(work.rows[0].person?.identity == nil)
  }

  @Test func `who works there is asked about, and did you attend is who came`() throws {
    var event = Event()
    (event.status, event.country) = (.held, CountryCode(stored: "GB"))
    let text = "Name;Role;Did you attend?\nA B;Staff;Yes\nC D;;No\nE F;Patient;Yes\n"
    let work = SheetImport(try Bench.sheet(text), of: .people(SignIn(event)), Bench.context())
    #expect(work.rows.map(\.isTaken) == [false, true, true], "\(work.questions)")
    #expect(work.rows[0].doubts == [.wordUnknown(field: "role", "Staff")])
    #expect(work.rows[1].person?.participation.status == .noShow)
  }
}
