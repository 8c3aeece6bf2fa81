import HeardExchange
import HeardKit
import HeardModel
import HeardScreens
import TerminalCanvas
import Testing

/// Organisations and members of the team that are made of names in a sheet, on the screen.
@Suite struct ImportNamesScreenTests {
  private static let sheet = """
    Date;Country;Title;Partners;Facilitators
    2024-03-08;FR;Morning;Centre Exemple;Ana Example
    2024-03-09;FR;Evening;Centre Ex-emple;
    """

  private func atCheck(_ language: String = "en", columns: Int = 80, rows: Int = 24) -> Driver {
    .importing(Self.sheet, parts: 3, language: language, columns: columns, rows: rows)
  }

  @Test func `they are made on request, near names are asked about, and one undo takes all back`()
    throws
  {
    var driver = atCheck()
    let before = driver.programme
    #expect(driver.screen.contains("2 partners are no organisations here"), "\(driver.screen)")
    driver.press("M1")
    #expect(driver.screen.contains("1 organisation is made: Centre Exemple"), "\(driver.screen)")
    #expect(driver.screen.contains("1 question about the whole sheet is open"))
    driver.press("<Left><Left><Left><Home><Enter>")
    #expect(
      driver.screen.contains("Is the organisation \"Centre Ex-emple\" one of these?"),
      "\(driver.screen)")
    driver.press("1<Tab><Tab><Tab>M2<Ctrl-S>")
    let made = driver.programme.organisations.values.filter {
      before.organisations[$0.id] == nil
    }
    #expect(made.map(\.name) == ["Centre Exemple"], "\(driver.screen)")
    let members = driver.programme.team.values.filter { before.team[$0.id] == nil }
    #expect(members.map(\.name) == ["Ana Example"])
    #expect(members.allSatisfy { $0.roles.isEmpty })
    let events = driver.programme.events.values.filter { before.events[$0.id] == nil }
    #expect(events.count == 2)
    #expect(events.allSatisfy { $0.partners.map(\.id) == made.map(\.id) })
    driver.press("u")
    #expect(driver.programme.organisations == before.organisations)
    #expect(driver.programme.team == before.team)
    #expect(driver.programme.events == before.events)
  }

  @Test func `two presses of one key make nothing`() {
    var driver = atCheck()
    driver.press("M<Enter>")
    #expect(driver.screen.contains("2 partners are no organisations here"), "\(driver.screen)")
  }

  @Test func `the request and its answers are in the draft`() throws {
    var driver = atCheck()
    driver.press("M1<Left><Left><Left><Home><Enter>1<Esc>")
    let draft = try #require(driver.application.desk.drafts.first { $0.form == "import" })
    #expect(draft.fields["make.organisations"] == "yes")
    #expect(draft.fields.keys.contains { $0.stored.hasPrefix("join.") }, "\(draft.fields)")
  }

  @Test(arguments: Languages.all)
  func `names are shown in cells and in plain lines`(_ language: String) {
    for (columns, rows) in [(80, 24), (140, 40), (20, 5), (1, 1)] {
      var driver = atCheck(language, columns: columns, rows: rows)
      for keys in ["M", "1", "w", "M", "2", "?"] {
        driver.press(keys)
        #expect(!driver.screen.contains("import."), "\(language) \(driver.screen)")
        #expect(!driver.lines.joined().contains("import."), "\(language)")
      }
    }
  }
}
