import HeardExchange
import HeardKit
import HeardModel
import HeardScreens
import TerminalCanvas
import Testing

/// Rows of a sheet that say something else now than the events that they became.
@Suite struct ImportUpdateScreenTests {
  private static let first = """
    Id;Date;Country;Title;Town;Participants
    EV-1;12/06/2024;France;Waiting rooms;Lyon;84
    EV-2;13/06/2024;Brasil;Circle;Recife;12
    EV-3;14/06/2024;France;Night;Nice;9
    """
  private static let second =
    first.replacing("Lyon;84", with: "Vienne;90")
    .replacing("Circle;", with: "Circle of women;") + "\nEV-4;15/06/2024;France;New one;Metz;7\n"

  /// The second sheet, with the first one brought in; only open rows are shown.
  private func driver(language: String = "en") -> Driver {
    var driver = Driver(language: language)
    driver.files = ["first.csv": Self.first, "second.csv": Self.second]
    for file in ["first.csv", "second.csv"] {
      driver.press("2I")
      driver.type(file)
      driver.press("<Enter><Tab><Tab>")
      if file == "first.csv" { driver.press("<Ctrl-S>") }
    }
    return driver
  }

  private func event(_ driver: Driver, _ key: String) -> Event? {
    driver.programme.events.values.first { $0.title.hasPrefix(key) }
  }

  @Test func `what is there and what the sheet says stand side by side`() {
    var driver = driver()
    #expect(driver.screen.contains("2 rows differ from their events. Taken over: 0."))
    #expect(
      driver.screen.contains("Town: Lyon → Vienne") || driver.screen.contains("Lyon → Vienne"))
    driver.press("f<Enter>")
    #expect(driver.screen.contains("The sheet says"))
    #expect(driver.screen.contains("84"))
    #expect(driver.screen.contains("90"))
    #expect(driver.screen.contains("The event stays as it is."))
    driver.press("<Enter>")
    #expect(driver.screen.hasPrefix("Heard  Event"))
  }

  @Test func `what is there stays, unless a row is taken`() {
    var driver = driver()
    driver.press("<Ctrl-S>")
    #expect(event(driver, "Waiting")?.place == "Lyon")
    #expect(event(driver, "New one") != nil)
  }

  @Test func `a row that is taken changes its event, and one undo takes all of it back`() {
    var driver = driver()
    let before = driver.programme.events
    driver.press("f+<Ctrl-S>")
    #expect(driver.news.contains("2 events imported · u undoes it"))
    #expect(driver.news.contains("1 of them was there already and took what the sheet says"))
    #expect(event(driver, "Waiting")?.place == "Vienne")
    #expect(event(driver, "Waiting")?.attendance.total == 90)
    #expect(event(driver, "Circle")?.title == "Circle")
    driver.press("u")
    #expect(driver.programme.events == before)
    #expect(driver.screen.contains("is changed"))
  }

  @Test func `the same key, or that of leaving, keeps what is there`() {
    var driver = driver()
    driver.press("f+<Up>+")
    #expect(driver.screen.contains("Taken over: 0."))
    driver.press("<Up>+<Up>-")
    #expect(driver.screen.contains("Taken over: 0."))
    driver.press("<Up><Enter>+")
    #expect(driver.screen.contains("Taken over: 1."))
  }

  @Test func `taking twice changes nothing twice`() {
    var driver = driver()
    driver.press("f+<Ctrl-S>")
    let after = driver.programme.events
    driver.press("<Ctrl-S>")
    #expect(driver.news == "No row is ready to be imported.")
    #expect(driver.programme.events == after)
  }

  @Test func `a locked quarter keeps its events, and says so`() throws {
    var locked = driver()
    var programme = locked.programme
    let quarter = try #require(ApprovalPeriod(stored: "FR-2024-Q2"))
    var approval = Approval(quarter)
    var entry = ApprovalEntry()
    (entry.id, entry.at, entry.by) = ("v-1", locked.now, "Manon")
    approval.entries = [entry]
    programme.approvals[quarter] = approval
    let before = programme.events
    let files = locked.files
    locked = Driver(programme)
    locked.files = files
    locked.press("2I")
    locked.type("second.csv")
    locked.press("<Enter><Tab><Tab>f+")
    #expect(locked.news.contains("Manon"), "\(locked.news)")
    #expect(locked.screen.contains("Taken over: 0."))
    locked.press("<Down>+<Ctrl-S>")
    #expect(event(locked, "Waiting")?.place == "Lyon")
    #expect(event(locked, "Circle")?.title == "Circle of women")
    #expect(event(locked, "New one") == nil)
    #expect(locked.programme.events.count == before.count)
  }

  @Test func `in plain lines the difference is said and taken`() {
    var talk = Talk(driver())
    talk.type("only doubtful", "1")
    let said = talk.all.joined(separator: "\n")
    #expect(said.contains("Lyon → Vienne"), "\(said)")
    #expect(talk.text.contains("Now: Lyon; The sheet says: Vienne"), "\(talk.text)")
    talk.type("take as is", "save")
    let event = talk.programme.events.values.first { $0.title == "Waiting rooms" }
    #expect(event?.place == "Vienne", "\(talk.text)")
  }

  @Test(arguments: Languages.all)
  func `differences are shown in cells and in plain lines`(_ language: String) {
    var driver = driver(language: language)
    for keys in ["f", "<Enter>", "+", "<Ctrl-S>", "w"] {
      driver.press(keys)
      #expect(!driver.screen.contains("import."), "\(language) \(driver.screen)")
      #expect(!driver.lines.joined().contains("import."), "\(language)")
    }
  }
}
