import HeardExchange
import HeardKit
import HeardModel
import HeardScreens
import TerminalCanvas
import Testing

/// Rows that are perhaps an event twice, side by side with what they look like.
@Suite struct ImportAlikeScreenTests {
  private static let sheet = """
    Date;Country;Place;Title;Participants
    2024-03-08;FR;Lyon;Round table: access to care;118
    2024-03-08;FR;Lyon;Round table – access to care;120
    2024-05-28;FR;Lyon;\(Fixture.lyon.title);7
    """

  private func atCheck(
    _ text: String = sheet, language: String = "en", columns: Int = 80, rows: Int = 24
  ) -> Driver {
    .importing(text, parts: 2, language: language, columns: columns, rows: rows)
  }

  @Test func `the doubts that tell of a pair lead to it, and digits answer none of them there`() {
    var driver = Driver.importing(Self.sheet, parts: 1)
    #expect(driver.screen.contains("d shows"), "\(driver.screen)")
    driver.press("d")
    #expect(driver.screen.contains("one event twice? Enter"), "\(driver.screen)")
    driver.press("1<Esc>")
    // The answers below the list are held together by other spaces.
    #expect(!driver.screen.contains("the same event, once"), "\(driver.screen)")
  }

  @Test func `both stand below each other, and one key answers`() {
    var driver = atCheck()
    let before = driver.programme.events
    #expect(driver.screen.contains("2 rows look like other events."), "\(driver.screen)")
    driver.press("d")
    let screen = driver.screen
    #expect(screen.contains("Line 3 looks like line 2: one event twice?"), "\(screen)")
    #expect(
      screen.firstMatch(of: /line 2 +2024-03-08 +FR Lyon +Round table: access.* +118/) != nil,
      "\(screen)")
    #expect(
      screen.firstMatch(of: /line 3 +2024-03-08 +FR Lyon +Round table – access.* +120/) != nil,
      "\(screen)")
    // What differs can stand where the column cuts.
    #expect(screen.contains("line 2: Round table: access to care"), "\(screen)")
    #expect(screen.contains("line 3: Round table – access to care"), "\(screen)")
    driver.press("<Enter>1")
    #expect(driver.screen.contains("already here"), "\(driver.screen)")
    driver.press("<Enter>2")
    #expect(driver.screen.firstMatch(of: /3 +line 2 .*one event/) != nil, "\(driver.screen)")
    #expect(driver.screen.contains("two events"), "\(driver.screen)")
    driver.press("<Esc>")
    #expect(!driver.screen.contains("look like other events"), "\(driver.screen)")
    driver.press("<Ctrl-S>")
    #expect(driver.programme.events.count == before.count + 2, "\(driver.screen)")
    driver.press("u")
    #expect(driver.programme.events == before)
  }

  @Test func `two presses of one key answer nothing`() {
    var driver = atCheck()
    driver.press("d<Enter><Enter>")
    #expect(driver.screen.contains("not answered"), "\(driver.screen)")
    #expect(driver.screen.contains("Line 3 looks like line 2"), "\(driver.screen)")
  }

  @Test func `a row becomes part of the event that is here, and one undo takes it out again`() {
    var driver = atCheck()
    let before = driver.programme.events
    driver.press("d<Down><Enter>1<Esc><Ctrl-S>")
    let event = driver.programme.events[Fixture.lyon.id]
    #expect(event?.mergedFrom.count == 1, "\(driver.screen)")
    #expect(event?.title == Fixture.lyon.title)
    #expect(driver.programme.events.count == before.count + 1)
    driver.press("u")
    #expect(driver.programme.events == before)
  }

  @Test func `what was said is in the draft, and goes on`() {
    var driver = atCheck()
    driver.press("d<Enter>2<Esc><Esc>")
    let draft = driver.application.desk.drafts.first { $0.form == "import" }
    #expect(draft?.fields.values.contains("3=two=2") == true, "\(driver.application.desk.drafts)")
  }

  @Test(arguments: Languages.all)
  func `pairs are shown in cells and in plain lines`(_ language: String) {
    let long = String(repeating: "職場のアライ ", count: 45)
    let text = Self.sheet.replacing("Round table", with: long)
    for (columns, rows) in [(80, 24), (140, 40), (20, 5), (1, 1)] {
      var driver = atCheck(text, language: language, columns: columns, rows: rows)
      for keys in ["d", "w", "<Down>", "<Enter>", "1", "?", "<Esc>", "<Esc>"] {
        driver.press(keys)
        #expect(!driver.screen.contains("import."), "\(language) \(driver.screen)")
        #expect(!driver.lines.joined().contains("import."), "\(language)")
      }
    }
  }
}
