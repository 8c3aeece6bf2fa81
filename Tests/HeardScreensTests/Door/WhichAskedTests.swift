import HeardKit
import HeardModel
import HeardScreens
import TerminalCanvas
import Testing

/// Saying which communities people were asked about, where their answers were kept as a whole.
@Suite struct WhichAskedTests {
  /// 51 of 60 answered in Brazil, and only of women a number was kept.
  private var programme: Programme {
    var programme = Fixture.programme()
    var event = Fixture.recife
    (event.attendance.declared.asked, event.attendance.declared.answered) = (60, 51)
    event.attendance.declared.communities = ["women": 40]
    programme.events[event.id] = event
    return programme
  }

  private func driver(language: String = "en", size: (Int, Int) = (80, 24)) -> Driver {
    Driver(
      programme, language: language, at: .event(Fixture.recife.id, .attendance), columns: size.0,
      rows: size.1)
  }

  private func questions(_ driver: Driver) -> [DeclaredQuestion] {
    driver.programme.events[Fixture.recife.id]?.attendance.declared.questions ?? []
  }

  @Test(arguments: Languages.all, DoorTests.sizes)
  func `each is asked, not asked or not known, as one change with one undo`(
    language: String, size: (Int, Int)
  ) {
    var driver = driver(language: language, size: size)
    // The second of the two that are said is turned twice: asked, then not asked.
    driver.press("E<Right><Down><Right><Right><Ctrl-S>")
    let asked = questions(driver).first { $0.id == "ethnicMinorities" }
    #expect((asked?.asked, asked?.answered) == (60, 51) && asked?.counts == [:])
    let notAsked = questions(driver).first { $0.id == "indigenous" }
    #expect(notAsked?.asked == 0 && notAsked?.answered == nil)
    #expect(questions(driver).count == 2)
    driver.press("u")
    #expect(questions(driver).isEmpty)
  }

  @Test func `nobody, not asked and not known look different`() {
    var driver = driver()
    #expect(driver.screen.contains("Not known whether asked: ethnic minorities"))
    driver.press("E<Right><Down><Right><Right><Ctrl-S>")
    let said = driver.lines
    #expect(
      said.contains { $0.contains("0") && $0.contains("ethnic minorities (of 51)") }, "\(said)")
    #expect(driver.rows.contains { $0.contains("–  Indigenous") && $0.contains(": not asked") })
    #expect(driver.lines.contains { $0.contains("Not known whether asked: disabled") })
  }

  @Test func `what was begun and not saved goes on`() {
    var driver = driver()
    driver.press("E<Right><Esc>")
    #expect(questions(driver).isEmpty)
    driver.press("E")
    #expect(driver.news.contains("goes on"))
    driver.press("<Ctrl-S>")
    #expect(questions(driver).map(\.id) == ["ethnicMinorities"])
  }

  @Test func `where nothing is left to be said, the grid says so`() {
    var driver = DoorTests.door(Fixture.programme(), Fixture.recife.id)
    driver.press("gE")
    #expect(driver.news.contains("Nothing to say here"))
  }

  @Test func `in plain lines each community is a question`() {
    var talk = Talk(driver())
    talk.type("which were asked")
    #expect(talk.text.contains("ethnic minorities"), "\(talk.said)")
    talk.type("2", "save")
    let declared = talk.programme.events[Fixture.recife.id]?.attendance.declared
    #expect(declared?.question("ethnicMinorities")?.answered == 51, "\(talk.said)")
  }
}
