import HeardExchange
import HeardKit
import HeardModel
import HeardScreens
import TerminalCanvas
import Testing

/// Questions about a whole sheet on the screen: shown first, and answered with the keyboard.
@Suite struct ImportQuestionScreenTests {
  private static let sheet = """
    Date;Title;Participants;Total;Colour
    2024-06-12;Waiting rooms;37;80;blue
    2024-06-13;Hands first;25;25;
    """

  private func atColumns(
    _ text: String = sheet, language: String = "en", columns: Int = 80, rows: Int = 24
  ) -> Driver {
    var driver = Driver(language: language, columns: columns, rows: rows)
    driver.files = ["events.csv": text]
    driver.press("2I")
    driver.type("events.csv")
    driver.press("<Enter>")
    return driver
  }

  private func came(_ driver: Driver, _ title: String) -> Int? {
    driver.programme.events.values.first { $0.title == title }?.attendance.tally
  }

  @Test func `the question stands first, with the rows that it touches`() {
    var driver = atColumns()
    #expect(driver.screen.contains("[Columns]"))
    #expect(driver.screen.contains("Which column is this: Came, total? Participants · Total"))
    #expect(driver.screen.contains("Line 2: Participants: 37 · Total: 80"), "\(driver.screen)")
    driver.press("<Enter>")
    #expect(driver.screen.contains("adds up to 105"), "\(driver.screen)")
    driver.press("2")
    #expect(!driver.screen.contains("Which column"), "\(driver.screen)")
    driver.press("<Tab><Ctrl-S>")
    #expect(came(driver, "Waiting rooms") == 37)
    #expect(came(driver, "Hands first") == 25)
  }

  @Test func `two presses of Enter answer nothing, and the row waits`() {
    var driver = atColumns()
    driver.press("<Enter><Enter>")
    #expect(driver.screen.contains("Which column is this"))
    driver.press("<Tab><Tab>")
    #expect(driver.screen.contains("1 question about the whole sheet is open"))
    #expect(driver.screen.contains("1 event would be imported. Doubtful and left out: 1."))
    driver.press("*+<Ctrl-S>")
    #expect(came(driver, "Waiting rooms") == nil)
  }

  @Test func `saving leads to the question where every row waits for it`() {
    var driver = atColumns("Date;Title;Participants;Total\n2024-06-12;Waiting rooms;37;80\n")
    let before = driver.programme.events.count
    driver.press("<Tab><Ctrl-S>")
    #expect(driver.programme.events.count == before)
    #expect(driver.screen.contains("[Columns]"))
    #expect(driver.news.contains("question about the whole sheet is open"))
  }

  @Test func `a column below the question is corrected as before, and Check tells what is unused`()
  {
    var driver = atColumns()
    driver.press("<End><Enter>")
    #expect(driver.screen.contains("What is in the column \"Colour\"?"), "\(driver.screen)")
    driver.press("<Esc><Home><Enter>1<Tab><Tab><Tab>")
    #expect(driver.screen.contains("Into the notes: Participants · Colour"), "\(driver.screen)")
  }

  @Test func `an answer is part of the draft, and an open question stays one`() throws {
    var driver = atColumns()
    driver.press("<Tab><Tab>-1")
    let draft = try #require(driver.application.desk.drafts.first)
    var again = Driver(drafts: [draft])
    again.files = driver.files
    again.press("<Enter>")
    #expect(again.screen.contains("Which column is this"), "\(again.screen)")
    again.press("<Enter>1")
    #expect(!again.screen.contains("Which column is this"))
  }

  @Test func `in plain lines the question is read and answered by its number`() {
    var driver = Driver()
    driver.files = ["events.csv": Self.sheet]
    var talk = Talk(driver)
    talk.type("import", "events.csv")
    #expect(talk.text.contains("Which column is this: Came, total?"), "\(talk.text)")
    talk.type("open", "1", "next part", "save")
    let events = talk.programme.events.values
    #expect(events.first { $0.title == "Waiting rooms" }?.attendance.tally == 80, "\(talk.text)")
  }

  @Test func `who came is asked of a sheet of people that does not tell`() {
    var driver = Driver()
    driver.files = ["sign-in.csv": "Name;Came as\nAna;researcher\nJo;\n"]
    driver.press("2/lyon<Enter><Enter><Tab><Tab>I")
    driver.type("sign-in.csv")
    driver.press("<Enter>")
    #expect(driver.screen.contains("No column says who came."), "\(driver.screen)")
    driver.press("<Enter>2<Tab><Ctrl-S>")
    let list = driver.programme.events[Fixture.lyon.id]?.participations ?? []
    #expect(list.map(\.status) == [.registered, .registered], "\(driver.screen)")
  }

  @Test func `a word that means either is asked once, and answered with the keyboard`() {
    var driver = Driver()
    driver.files = ["sign-in.csv": "Pseudonym;Status\nFern;Confirmed\nMoss;Attended\n"]
    driver.press("2/lyon<Enter><Enter><Tab><Tab>I")
    driver.type("sign-in.csv")
    driver.press("<Enter>")
    #expect(
      driver.screen.contains("What does \"Confirmed\" mean in \"Status\"?"), "\(driver.screen)")
    driver.press("<Enter>2<Tab><Ctrl-S>")
    let list = driver.programme.events[Fixture.lyon.id]?.participations ?? []
    #expect(list.suffix(2).map(\.status) == [.registered, .attended], "\(driver.screen)")
  }

  private static let about = """
    Date;Title;Participants;Speaker;Colour
    2024-06-12;Waiting rooms;37;Jane Roe;blue
    """

  @Test func `a cell about somebody is held back, and kept by choice on the screen`() {
    var driver = atColumns(Self.about)
    driver.press("<Tab><Tab>")
    #expect(driver.screen.contains("Held back from the notes"), "\(driver.screen)")
    driver.press("n")
    #expect(driver.screen.contains("Speaker: Jane Roe"), "\(driver.screen)")
    driver.press("1<Ctrl-S>")
    let event = driver.programme.events.values.first { $0.title == "Waiting rooms" }
    #expect(event?.notes == "Speaker: Jane Roe\nColour: blue")
    var other = atColumns(Self.about)
    other.press("<Tab><Tab>*<Ctrl-S>")
    let saved = other.programme.events.values.first { $0.title == "Waiting rooms" }
    #expect(saved?.notes == "Colour: blue", "\(other.screen)")
  }

  @Test func `what was answered and kept is part of the draft`() throws {
    var driver = atColumns(Self.about)
    driver.press("<Tab><Tab>n1-1")
    let draft = try #require(driver.application.desk.drafts.first)
    var again = Driver(drafts: [draft])
    again.files = driver.files
    again.press("<Enter><Tab><Tab>")
    #expect(!again.screen.contains("Held back from the notes"), "\(again.screen)")
  }

  @Test(arguments: Languages.all)
  func `the question is shown in cells and in plain lines`(_ language: String) {
    for (columns, rows) in [(80, 24), (140, 40), (20, 5), (1, 1)] {
      var driver = atColumns(language: language, columns: columns, rows: rows)
      for keys in ["<Enter>", "<Esc>", "<Down>", "<Tab>", "<Tab>", "<Tab>", "?"] {
        driver.press(keys)
        #expect(!driver.screen.contains("import."), "\(language) \(driver.screen)")
        #expect(!driver.lines.joined().contains("import."), "\(language)")
      }
    }
  }
}
