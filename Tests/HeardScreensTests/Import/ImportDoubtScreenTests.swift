import HeardExchange
import HeardKit
import HeardModel
import HeardScreens
import TerminalCanvas
import Testing

/// Doubts by their cause on the screen, answered by digits.
@Suite struct ImportDoubtScreenTests {
  private static let sheet = """
    Date;Pays;Titre;Présents;Statut
    2024-03-08;France;Matin;80;fait
    2024-03-09;;Midi;20;Fait
    2024-03-10;Atlantis;Soir;7;tenu
    2024-03-11;;Nuit;5;fait
    2024-03-12;;Aube;3;tenu
    """

  private func atDoubts(
    _ text: String = sheet, language: String = "en", columns: Int = 80, rows: Int = 24
  ) -> Driver {
    .importing(text, parts: 1, language: language, columns: columns, rows: rows)
  }

  /// The screen with spaces where an answer is kept on one line with its number.
  private func shown(_ driver: Driver) -> String { driver.screen.replacing("\u{A0}", with: " ") }

  @Test func `each cause stands there once, and a digit answers for all its rows`() {
    var driver = atDoubts()
    let screen = shown(driver)
    #expect(screen.contains("[Doubts]"), "\(screen)")
    #expect(screen.firstMatch(of: /3 +"fait" is not a value of: Status\. +not answered/) != nil)
    #expect(screen.firstMatch(of: /3 +"Pays" is empty/) != nil)
    #expect(screen.contains("1 planned   2 confirmed   3 held"), "\(screen)")
    driver.press("3")
    #expect(driver.news.contains("\"fait\" now means held, in this sheet and in the next"))
    #expect(driver.screen.firstMatch(of: /3 +"fait" is not.*held/) != nil, "\(driver.screen)")
    driver.press("<Enter>1")
    #expect(driver.news == "3 rows: as in the line above")
    driver.press("<Ctrl-S>")
    let events = driver.programme.events.values.filter {
      $0.provenance.source.contains("events.csv")
    }
    #expect(events.count == 2)
    #expect(events.allSatisfy { $0.status == .held && $0.country?.stored == "FR" })
  }

  @Test func `an answer is taken back by 0, and a number without an answer is refused`() {
    var driver = atDoubts()
    driver.press("9")
    #expect(driver.news.contains("No answer has the number 9"))
    #expect(driver.screen.contains("[Doubts]"))
    driver.press("3")
    #expect(shown(driver).contains("0 ask again"))
    driver.press("0")
    #expect(driver.screen.firstMatch(of: /3 +"fait" is not.*not answered/) != nil)
  }

  @Test func `what a word means among many is found by typing`() {
    var driver = atDoubts()
    driver.press("<End>")
    #expect(shown(driver).contains("1 what it means"), "\(driver.screen)")
    driver.press("1")
    driver.type("greec")
    driver.press("<Enter>")
    #expect(driver.news.contains("\"Atlantis\" now means Greece"), "\(driver.screen)")
    driver.press("<Tab>")
    #expect(driver.screen.firstMatch(of: /ready .*2024-03-10.*GR/) != nil, "\(driver.screen)")
  }

  @Test func `the rows of a cause are gone through one by one, at the wrong cell`() {
    var driver = atDoubts()
    driver.press("<Down><Enter>")
    #expect(driver.screen.contains("Line 3: doubtful"), "\(driver.screen)")
    #expect(driver.screen.firstMatch(of: /! +Pays +\(empty\)/) != nil, "\(driver.screen)")
    #expect(driver.screen.firstMatch(of: /! +Statut +Fait +not known/) != nil, "\(driver.screen)")
    #expect(driver.screen.firstMatch(of: /Présents +20 +20/) != nil, "\(driver.screen)")
    driver.type("France")
    #expect(driver.screen.firstMatch(of: /\s{4}Pays +France +France/) != nil, "\(driver.screen)")
    driver.press("<PgDn>")
    #expect(driver.screen.contains("Line 5: doubtful"))
    driver.press("<PgDn><PgDn>")
    #expect(driver.screen.contains("[Doubts]"))
    #expect(driver.screen.firstMatch(of: /2 +"Pays" is empty/) != nil, "\(driver.screen)")
  }

  @Test func `one event that stands there twice is shown with the other row and answered`() {
    var driver = atDoubts(
      """
      Date;Country;Title;Participants
      2024-03-08;France;Table ronde : accès aux soins;118
      2024-03-08;France;Table ronde: accès aux soins;118
      """)
    #expect(shown(driver).contains("1 the same event, once   2 another event"), "\(driver.screen)")
    #expect(driver.screen.ranges(of: "118").count >= 2)
    driver.press("1<Tab>")
    #expect(driver.screen.contains("1 event would be imported. Doubtful and left out: 0."))
    driver.press("<Shift-Tab>2<Tab>")
    #expect(driver.screen.contains("2 events would be imported."))
  }

  @Test func `of many causes the smaller ones are one row`() {
    let rows = (10..<22).map { "2024-03-\($0);Land \($0);Evening \($0)" }
    var driver = atDoubts((["Date;Country;Title"] + rows).joined(separator: "\n"))
    #expect(driver.screen.contains("5 smaller ones"), "\(driver.screen)")
    #expect(!driver.screen.contains("Land 21"))
    driver.press("<End><Enter><End>")
    #expect(driver.screen.contains("\"Land 21\" is not a country."), "\(driver.screen)")
  }

  @Test func `a sheet without a doubt says so`() {
    let driver = atDoubts("Date;Title;Country\n2024-03-08;A;FR\n2024-03-09;B;FR\n")
    #expect(driver.screen.contains("All 2 lines are clear."))
  }

  @Test func `what was decided about a cause is a draft, and going on finds it again`() throws {
    var driver = atDoubts()
    driver.press("<Down>2")
    #expect(driver.news == "3 rows: empty, as they are")
    driver.press("<F2>")
    let draft = try #require(driver.application.desk.drafts.first)
    var again = Driver(drafts: [draft])
    again.files = driver.files
    again.press("<Enter><Tab>")
    #expect(again.screen.firstMatch(of: /3 +.*Pays.*empty, as they are/) != nil, "\(again.screen)")
  }

  @Test func `kept columns that answer about consent are not used, and that is said`() throws {
    var kept = ImportMapping()
    (kept.id, kept.kind) = ("yes", "people")
    kept.columns = [MappedColumn("Pseudonym", "pseudonym"), MappedColumn("Here", "status")]
    var word = MappedWord()
    (word.id, word.field, word.means) = ("perhaps", "consentCount", "given")
    kept.words = [word]
    var programme = Fixture.programme()
    programme.mappings["yes"] = kept
    var driver = Driver(programme)
    driver.files = ["sign-in.csv": "Pseudonym;Here\nA;x\n"]
    driver.press("2/lyon<Enter><Enter><Tab><Tab>I")
    driver.type("sign-in.csv")
    driver.press("<Enter>")
    #expect(driver.screen.contains("is an answer about consent"), "\(driver.screen)")
  }

  @Test func `rows with cells that are held back have a sign, and Check names them with the key`() {
    var driver = atDoubts(
      "Date;Title;Participants;Speaker\n2024-06-12;A;37;Jane Roe\n2024-06-13;B;5;\n")
    driver.press("<Tab>")
    #expect(driver.screen.firstMatch(of: /ready +# +2024-06-12/) != nil, "\(driver.screen)")
    #expect(driver.screen.firstMatch(of: /ready +2024-06-13/) != nil, "\(driver.screen)")
    #expect(driver.lines.joined().contains("cells are held back"))
    driver.press("<Tab>")
    let said = "1 row has cells that may be about somebody and are held back: line 2."
    #expect(driver.lines.joined(separator: " ").contains(said), "\(driver.lines)")
    #expect(driver.lines.joined(separator: " ").contains("n shows them"))
    // Once, and not as what becomes of the column as well.
    #expect(!driver.lines.joined(separator: " ").contains("would stand in the notes"))
  }

  @Test func `in plain lines a doubt is read with its answers, and a number answers`() {
    var driver = Driver()
    driver.files = ["events.csv": Self.sheet]
    var talk = Talk(driver)
    talk.type("import", "events.csv", "next part")
    #expect(talk.text.contains("is not a value of: Status"), "\(talk.text)")
    talk.type("3")
    #expect(talk.text.contains("now means held"), "\(talk.text)")
    talk.type("1", "save")
    #expect(talk.programme.events.values.contains { $0.title == "Midi" && $0.status == .held })
  }

  @Test(arguments: Languages.all)
  func `the doubts are shown in cells and in plain lines`(_ language: String) {
    for (columns, rows) in [(80, 24), (140, 40), (20, 5), (1, 1)] {
      var driver = atDoubts(language: language, columns: columns, rows: rows)
      for keys in ["3", "<Enter>", "<Enter>", "<Esc>", "2", "<End>1", "<Esc>", "9", "w", "?"] {
        driver.press(keys)
        #expect(!driver.screen.contains("import."), "\(language) \(driver.screen)")
        #expect(!driver.lines.joined().contains("import."), "\(language)")
      }
    }
  }
}
