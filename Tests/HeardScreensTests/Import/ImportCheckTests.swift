import HeardExchange
import HeardKit
import HeardModel
import HeardScreens
import TerminalCanvas
import Testing

/// What the rows come to, shown before anything is saved.
@Suite struct ImportCheckTests {
  private static let sheet = """
    Date;Pays;Titre;Présents
    2024-03-08;France;Matin;80
    2024-03-09;;Midi;20
    2024-03-10;Japon;Soir;7
    2024-03-11;;Nuit;~5
    ;;Total;112
    Mis à jour le 03/11/2024;;;
    """

  private func atRows(
    _ text: String = sheet, language: String = "en", columns: Int = 80, rows: Int = 24
  ) -> Driver {
    .importing(text, parts: 2, language: language, columns: columns, rows: rows)
  }

  private func came(_ driver: Driver) -> Int {
    driver.programme.events.values.filter { $0.provenance.source.hasPrefix("events.csv") }
      .reduce(0) { $0 + ($1.attendance.tally ?? 0) }
  }

  @Test func `sums stand by country before saving, with what waits and the sheet's own`() {
    var driver = atRows()
    driver.press("<Tab>")
    let screen = driver.screen
    #expect(screen.contains("[Check]"))
    #expect(screen.contains("The sheet’s total on line 6 is 112: the same."))
    #expect(screen.contains("2 rows wait because \"Pays\" is empty in them."))
    #expect(screen.contains("As it stands, this imports:"))
    #expect(screen.firstMatch(of: /France +2024 +1 +80/) != nil, "\(screen)")
    #expect(screen.firstMatch(of: /Together +2 +87/) != nil, "\(screen)")
    #expect(screen.firstMatch(of: /Waits for an answer +2 +25/) != nil, "\(screen)")
    #expect(screen.firstMatch(of: /All rows +4 +112/) != nil, "\(screen)")
    #expect(screen.contains("Not imported: line 6 (sum, 112), line 7 (remark)"))
  }

  @Test func `years stand apart, and the sheet's own total under that of the rows`() {
    let sheet = """
      Date;Pays;Titre;Présents
      2023-03-08;France;Matin;80
      2024-03-09;France;Midi;20
      ;;Total;90
      """
    var driver = atRows(sheet)
    driver.press("<Tab>")
    let screen = driver.screen
    #expect(screen.firstMatch(of: /Country +Year +Events +Came/) != nil, "\(screen)")
    #expect(screen.firstMatch(of: /France +2023 +1 +80/) != nil, "\(screen)")
    #expect(screen.firstMatch(of: /France +2024 +1 +20/) != nil, "\(screen)")
    #expect(screen.firstMatch(of: /Together +2 +100/) != nil, "\(screen)")
    #expect(screen.firstMatch(of: /Sheet’s total, line 4 +90/) != nil, "\(screen)")
    driver.press("<End>w")
    #expect(driver.news.contains("is 90, but its rows come to 100: 10 more."), "\(driver.news)")
    var one = atRows(sheet.replacing("2023", with: "2024"))
    one.press("<Tab>")
    #expect(one.screen.firstMatch(of: /France +2024 +2 +100/) != nil, "\(one.screen)")
    #expect(one.screen.firstMatch(of: /Together +2 +100/) != nil, "\(one.screen)")
  }

  @Test func `more countries and years than the screen has rows are reached by the keys`() {
    let countries = ["France", "Japan", "Brazil", "Spain", "Germany", "Canada"]
    let rows = countries.flatMap { country in
      (2019...2024).map { "\($0)-03-08;\(country);Talk;10" }
    }
    var driver = atRows("Date;Country;Title;Participants\n" + rows.joined(separator: "\n"))
    driver.press("<Tab>")
    #expect(driver.screen.contains("Brazil"))
    #expect(!driver.screen.contains("Together"))
    driver.press("<End>")
    #expect(driver.screen.firstMatch(of: /› Together +36 +360/) != nil, "\(driver.screen)")
  }

  @Test func `one key fills the column for which most rows wait, and no sum becomes an event`() {
    for key in ["<Space>", "<Tab><Space>"] {
      var driver = atRows()
      let before = driver.programme.events.count
      #expect(driver.screen.contains("2 events would be imported. Doubtful and left out: 2."))
      driver.press(key)
      #expect(driver.news == "Empty cells of \"Pays\" now mean the cell above.")
      driver.press("*<Ctrl-S>")
      #expect(driver.programme.events.count == before + 4)
      #expect(came(driver) == 112)
      #expect(driver.screen.contains("there already") || driver.screen.contains("Imported:"))
    }
  }

  @Test func `the key for all doubtful rows leaves those with merged cells`() {
    var driver = atRows()
    driver.press("*")
    #expect(driver.news.contains("taken one by one"))
    #expect(driver.screen.contains("2 events would be imported. Doubtful and left out: 2."))
  }

  @Test func `another total than the sheet's is shown before anything is saved`() {
    var driver = atRows(Self.sheet.replacing("112", with: "230"))
    let before = driver.programme.events
    #expect(driver.screen.contains("is 230, but its rows"), "\(driver.screen)")
    driver.press("<Ctrl-S>")
    #expect(driver.programme.events == before)
    #expect(driver.screen.contains("[Check]"))
    #expect(driver.screen.contains("118 less."), "\(driver.screen)")
    #expect(driver.news.contains("The sheet has another total than its rows."))
    driver.press("<Ctrl-S>")
    #expect(driver.programme.events.count == before.count + 2)
  }

  @Test func `what came in is told once, and is not called there already`() {
    var driver = atRows()
    driver.press("<Space><Ctrl-S>")
    #expect(
      driver.screen.contains("4 events imported. Doubtful and left out: 0. There already: 0."))
    #expect(driver.screen.contains("4 events, 112 attendances"), "\(driver.screen)")
    driver.press("<Tab>")
    #expect(driver.screen.contains("Imported:"))
    #expect(driver.screen.firstMatch(of: /France +2024 +2 +100/) != nil, "\(driver.screen)")
    driver.press("u")
    #expect(driver.screen.contains("As it stands, this imports:"))
    driver.press("<Ctrl-S>")
    driver.press("2I")
    driver.type("sheets/events.csv")
    driver.press("<Enter><Tab><Tab>")
    #expect(driver.screen.contains("0 events would be imported."))
    #expect(driver.screen.contains("There already: 4."), "\(driver.screen)")
  }

  @Test func `a sum is opened and corrected, but not taken with a key`() {
    var driver = atRows()
    driver.press("<End><Up>+")
    #expect(driver.news.contains("This row is not an event."))
    driver.press("<Enter><Ctrl-U>")
    driver.type("2024-03-12")
    driver.press("<Tab><Tab><Ctrl-U>")
    driver.type("Réunion")
    driver.press("<Esc>")
    #expect(driver.screen.contains("Réunion"))
    #expect(driver.screen.contains("ready") || driver.screen.contains("doubtful"))
  }

  @Test func `a doubtful row for merged cells opens at the empty cell`() {
    var driver = atRows()
    driver.press("f<Enter>")
    driver.type("France")
    #expect(driver.screen.contains("Line 3: ready"), "\(driver.screen)")
  }

  @Test func `people stand by status and role`() {
    var driver = Driver()
    driver.files = [
      "sign-in.csv": "Name;Present;Came as\nAna;x;researcher\nJo;no;\nKim;x;\nTotal: 5;;\n"
    ]
    driver.press("2/lyon<Enter><Enter><Tab><Tab>I")
    driver.type("sign-in.csv")
    driver.press("<Enter><Tab><Tab><Ctrl-S>")
    #expect(driver.programme.events[Fixture.lyon.id]?.participations.isEmpty ?? false)
    let screen = driver.screen
    #expect(screen.contains("The sheet’s total on line 5 is 5, but its rows come to 3: 2 less."))
    #expect(screen.firstMatch(of: /attended +2/) != nil, "\(screen)")
    #expect(screen.contains("France, 2024: 2 attendances, 3 people"), "\(screen)")
    #expect(screen.firstMatch(of: /no role +2/) != nil, "\(screen)")
    #expect(!screen.contains("Ana"))
    driver.press("<Ctrl-S>")
    #expect(driver.programme.events[Fixture.lyon.id]?.participations.count == 3)
  }

  @Test func `in plain lines the sums are read, and saving says what differs`() {
    var driver = Driver()
    driver.files = ["events.csv": Self.sheet.replacing("112", with: "230")]
    var talk = Talk(driver)
    let before = talk.programme.events.count
    talk.type("import", "events.csv", "next part", "next part", "next part")
    #expect(talk.text.contains("is 230, but its rows come to 112: 118 less."), "\(talk.text)")
    #expect(talk.text.contains("Waits for an answer"), "\(talk.text)")
    talk.type("previous part", "save")
    #expect(talk.programme.events.count == before)
    talk.type("save")
    #expect(talk.programme.events.count == before + 2, "\(talk.text)")
  }

  @Test(arguments: Languages.all)
  func `the sums are shown in cells and in plain lines`(_ language: String) {
    for (columns, rows) in [(80, 24), (140, 40), (20, 5), (1, 1)] {
      var driver = atRows(language: language, columns: columns, rows: rows)
      for keys in ["<Tab>", "<Down>", "<Space>", "<Ctrl-S>", "w", "?"] {
        driver.press(keys)
        #expect(!driver.screen.contains("import."), "\(language) \(driver.screen)")
        #expect(!driver.lines.joined().contains("import."), "\(language)")
      }
    }
  }
}
