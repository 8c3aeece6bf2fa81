import HeardExchange
import HeardKit
import HeardModel
import HeardScreens
import TerminalCanvas
import Testing

/// The screen on which a sheet goes in.
@Suite struct ImportScreenTests {
  private static let sheet = """
    Date;Country;Title;Participants;Colour
    13/02/2024;France;Waiting rooms;84;blue
    31/02/2024;France;No such day;12;
    15/02/2024;Atlantis;Under water;~40;
    Total;;;136;
    """

  private func driver(
    _ text: String = sheet, language: String = "en", columns: Int = 80, rows: Int = 24
  ) -> Driver {
    var driver = Driver(language: language, columns: columns, rows: rows)
    driver.files = ["sheets/events.csv": text, "sheets/other.csv": "a,b\n1,2\n"]
    return driver
  }

  /// With the sheet read and its rows shown.
  private func atRows(_ text: String = sheet) -> Driver {
    var driver = driver(text)
    driver.press("2I")
    driver.type("sheets/events.csv")
    driver.press("<Enter><Tab><Tab>")
    return driver
  }

  @Test func `the file is found by typing part of its path`() {
    var driver = driver()
    driver.press("I")
    driver.type("sheets/")
    #expect(driver.screen.contains("events.csv"))
    driver.type("e")
    #expect(!driver.screen.contains("other.csv"))
    driver.press("<Tab>")
    #expect(driver.screen.contains("sheets/events.csv"))
    driver.press("<Enter>")
    #expect(driver.screen.contains("[Columns]"))
    #expect(driver.screen.contains("events.csv: UTF-8, semicolons, headings on line 1, 4 rows"))
    #expect(driver.screen.contains("Dates are read day first"))
  }

  @Test func `that numbers come without their source is said, and what says it`() throws {
    var driver = driver()
    driver.press("I")
    driver.type("sheets/events.csv")
    driver.press("<Enter>")
    let text = "2 numbers of attendances come without their source, which stays unknown."
    #expect(driver.lines.contains { $0.hasPrefix(text) && $0.contains("s on the screen") })
    driver.press("s3")
    #expect(!driver.lines.contains { $0.hasPrefix(text) })
    driver.press("<Tab><Ctrl-S>")
    let event = driver.programme.events.values.first { $0.title == "Waiting rooms" }
    #expect(event?.attendance.source == .counted)
    driver = self.driver()
    driver.press("2I")
    driver.type("sheets/events.csv")
    driver.press("<Enter><Tab><Tab><Ctrl-S>")
    let bare = try #require(
      driver.programme.events.values.first { $0.title == "Waiting rooms" })
    #expect(bare.attendance.total == 84 && bare.attendance.source == nil)
    #expect(bare.type == nil && bare.format == nil && bare.involvement == nil)
  }

  @Test func `a file that cannot be read is told beside its path`() {
    var driver = driver()
    driver.press("I")
    driver.type("nothing.csv")
    driver.press("<Enter>")
    #expect(driver.screen.contains("was not read"))
    #expect(driver.screen.contains("[File]"))
  }

  @Test func `what a column stands for is shown with examples and corrected`() {
    var driver = driver()
    driver.press("I")
    driver.type("sheets/events.csv")
    driver.press("<Enter>")
    #expect(driver.screen.contains("Colour                Into the notes            blue"))
    driver.press("<End><Enter>")
    #expect(driver.screen.contains("What is in the column \"Colour\"?"))
    driver.press("<Enter>")
    #expect(driver.screen.contains("Colour                Into the notes"))
    driver.press("<Enter>")
    driver.type("ven")
    driver.press("<Enter>")
    #expect(driver.screen.contains("Colour                Venue"))
    driver.press("<Enter>")
    driver.type("came")
    driver.press("<Enter>")
    #expect(driver.news.contains("More than one can be meant."))
    driver.press("<Down><Down><Enter>")
    #expect(driver.screen.contains("Colour                Came in the room"), "\(driver.screen)")
  }

  @Test func `rows are brought in as one change that one undo takes back`() {
    var driver = atRows()
    let before = driver.programme.events.count
    #expect(driver.screen.contains("1 event would be imported. Doubtful and left out: 2."))
    driver.press("<Ctrl-S>")
    #expect(driver.news == "1 event imported · u undoes it")
    #expect(driver.programme.events.count == before + 1)
    #expect(driver.screen.contains("there already"))
    driver.press("u")
    #expect(driver.programme.events.count == before)
    #expect(driver.news == "Undone: 1 event imported")
    #expect(driver.screen.contains("1 event would be imported. Doubtful and left out: 2."))
    #expect(driver.screen.contains("ready"))
  }

  @Test func `a doubtful row is corrected in place, and is ready with the last key`() {
    var driver = atRows()
    driver.press("f<Enter>")
    #expect(driver.screen.contains("\"31/02/2024\" cannot be read as a date."))
    for _ in 0..<10 { driver.press("<Backspace>") }
    driver.type("29/02/2024")
    #expect(driver.screen.contains("Line 3: ready"))
    driver.press("<Esc>")
    driver.press("<Ctrl-S>")
    let event = driver.programme.events.values.first { $0.title == "No such day" }
    #expect(event?.start?.stored == "2024-02-29")
  }

  @Test func `a doubtful row is taken as it is, with its words in the notes`() throws {
    var driver = atRows()
    driver.press("f<Down>+")
    #expect(driver.screen.contains("taken as is"))
    driver.press("<Ctrl-S>")
    let event = try #require(driver.programme.events.values.first { $0.title == "Under water" })
    #expect(event.country == nil)
    #expect(event.notes == "Country: Atlantis")
    #expect(event.attendance.source == .estimated)
  }

  @Test func `a row is left out, and the same key takes it in again`() {
    var driver = atRows()
    driver.press("-")
    #expect(driver.screen.contains("left out"))
    #expect(driver.screen.contains("0 events would be imported."))
    driver.press("<Up>-")
    #expect(driver.screen.contains("1 event would be imported."))
  }

  @Test func `bringing in twice adds nothing, and says so`() {
    var driver = atRows()
    driver.press("<Ctrl-S><Ctrl-S>")
    #expect(driver.news == "No row is ready to be imported.")
    let count = driver.programme.events.count
    driver.press("2I")
    driver.type("sheets/events.csv")
    driver.press("<Enter><Tab><Tab><Ctrl-S>")
    #expect(driver.programme.events.count == count)
  }

  @Test func `an order of dates that nobody can find out is asked for`() {
    var driver = atRows("Date,Title\n03/04/2024,A\n05/06/2024,B\n")
    #expect(driver.screen.contains("0 events would be imported. Doubtful and left out: 2."))
    #expect(driver.screen.contains("is April 3, 2024 or March 4, 2024"))
    driver.press("o2")
    #expect(driver.screen.contains("2024-04-03"))
    #expect(driver.screen.contains("2 events would be imported."))
  }

  @Test func `what the columns stand for is kept and used for the next sheet`() throws {
    var driver = driver("Aa;Bb\nEvening;13/02/2024\n")
    driver.press("I")
    driver.type("sheets/events.csv")
    driver.press("<Enter>")
    #expect(driver.screen.contains("Is the column \"Aa\" this: Title?"), "\(driver.screen)")
    driver.press("<Enter>1")
    #expect(driver.screen.contains("Is the column \"Bb\" this: Date?"), "\(driver.screen)")
    driver.press("<Enter>1K")
    driver.type("From Paris")
    driver.press("<Enter>")
    #expect(driver.news == "How the columns are read is kept as \"from-paris\".")
    let kept = try #require(driver.programme.mappings["from-paris"])
    #expect(kept.columns.map(\.field) == ["title", "start"])
    driver.press("<Esc><Esc>")
    driver.press("2I")
    driver.type("sheets/events.csv")
    driver.press("<Enter>")
    #expect(driver.screen.contains("Aa                    Title"))
  }

  @Test func `what was corrected and decided is a draft, and going on finds it again`() throws {
    var driver = atRows()
    driver.press("-<Enter>")
    for _ in 0..<10 { driver.press("<Backspace>") }
    driver.type("29/02/2024")
    driver.press("<Esc>1")
    let draft = try #require(driver.application.desk.drafts.first)
    #expect(draft.form == "import")
    var again = Driver(drafts: [draft])
    again.files = driver.files
    again.press("<Enter><Tab><Tab>")
    #expect(again.screen.contains("left out"))
    again.press("<Down><Enter>")
    #expect(again.screen.contains("29/02/2024"))
    // The same file typed anew finds what was corrected in it, too.
    driver.press("I")
    driver.type("sheets/events.csv")
    driver.press("<Enter><Tab><Tab>")
    #expect(driver.screen.contains("left out"))
  }

  @Test func `what was corrected in a file that has changed since is not put onto other rows`()
    throws
  {
    var driver = atRows()
    driver.press("-1")
    let draft = try #require(driver.application.desk.drafts.first)
    var again = Driver(drafts: [draft])
    again.files = ["sheets/events.csv": "Date;Title\n14/02/2024;Another\n"]
    again.press("<Enter>")
    #expect(again.screen.contains("The file has changed"))
    again.press("<Tab><Tab>")
    #expect(again.screen.contains("ready"))
    #expect(again.application.desk.drafts.map(\.id) == [draft.id])
  }

  @Test func `a file that is read is gone on with by Tab`() {
    var driver = atRows()
    driver.press("<Shift-Tab><Shift-Tab><Shift-Tab>")
    #expect(driver.screen.contains("[File]"))
    driver.press("<Tab>")
    #expect(driver.screen.contains("[Columns]"))
  }

  @Test func `a folder that is only read takes nothing`() {
    var driver = Driver(readOnly: .readOnly(path: "/p"))
    driver.files = ["a.csv": Self.sheet]
    driver.press("I")
    driver.type("a.csv")
    driver.press("<Enter><Tab><Tab><Ctrl-S>")
    #expect(driver.news.hasPrefix("Opened for reading only"))
    #expect(driver.programme.events.count == Fixture.programme().events.count)
  }

  @Test(arguments: Languages.all)
  func `every step is shown in cells and in plain lines`(_ language: String) {
    for (columns, rows) in [(80, 24), (140, 40), (20, 5), (1, 1)] {
      var driver = driver(language: language, columns: columns, rows: rows)
      driver.press("I")
      driver.type("sheets/events.csv")
      for keys in ["<Enter>", "<Tab>", "<Tab>", "<Down><Enter>", "<Esc><Ctrl-S>", "w", "?"] {
        driver.press(keys)
        #expect(!driver.screen.contains("import."), "\(language) \(driver.screen)")
        #expect(!driver.lines.joined().contains("import."), "\(language)")
      }
    }
  }
}
