import HeardKit
import HeardModel
import HeardScreens
import Testing

@Suite struct OrganisationsScreenTests {
  @Test func `an organisation is typed with its support and stands in the records`() throws {
    var driver = Driver()
    driver.press("7nOuvrir<Tab><Right><Tab>Fran<Down><Enter><Tab><Tab><Tab>")
    driver.type("2023 FR 10,000 eur rent")
    driver.press("<Enter>")
    driver.type("- - - -")
    driver.press("<Ctrl-S>")
    let made = try #require(
      driver.programme.organisations.values.first { $0.name == "Ouvrir" })
    #expect(made.kind == "community")
    #expect(made.country?.stored == "FR")
    #expect(made.support.count == 2)
    let entry = try #require(made.support.first)
    #expect(entry.year == 2023)
    #expect(entry.country?.stored == "FR")
    #expect(entry.amount == 10_000)
    #expect(entry.currency == "EUR")
    #expect(entry.purpose == "rent")
    #expect(Set(made.support.map(\.id)).count == 2)
    #expect(driver.screen.contains("10,000 EUR"))
    driver.press("u")
    #expect(driver.programme.organisations.count == 1)
  }

  @Test(arguments: [
    "2023 FR 10000", "23 FR 10000 EUR", "2023 XX 10000 EUR", "2023 FR ten EUR", "2023 FR -5 EUR",
    "2023 FR 1000000000001 EUR", "2023 FR 10 EURO",
  ])
  func `a line of support that cannot be read is said and nothing is saved`(line: String) {
    var driver = Driver()
    driver.press("7e<Tab><Tab><Tab><Tab><Tab>")
    driver.type(line)
    driver.press("<Ctrl-S>")
    #expect(driver.screen.contains("cannot be read"))
    #expect(driver.screen.contains("2023 FR 10000 EUR what for"))
    #expect(driver.programme.organisations[Fixture.organisation.id] == Fixture.organisation)
  }

  @Test func `an entry of support keeps its id when its amount is changed`() {
    var programme = Fixture.programme()
    var entry = PartnerSupport()
    entry.id = "s-one"
    entry.year = 2023
    entry.amount = 500
    programme.organisations[Fixture.organisation.id]?.support = [entry]
    var driver = Driver(programme)
    driver.press("7e<Tab><Tab><Tab><Tab><Tab><Ctrl-E>")
    driver.press("<Home><Right><Right><Right><Right><Right><Right><Right>9<Ctrl-S>")
    let support = driver.programme.organisations[Fixture.organisation.id]?.support
    #expect(support?.first?.id == "s-one")
    #expect(support?.first?.amount == 9500)
    #expect(support?.first?.country == nil)
  }

  @Test func `an organisation that a record names is not removed`() {
    var programme = Fixture.programme()
    programme.actions[Fixture.interpreters.id]?.partners = [Fixture.organisation.id]
    var driver = Driver(programme)
    driver.press("7D")
    #expect(driver.news.contains("Not removed"))
    #expect(driver.programme.organisations.count == 1)
  }

  @Test func `a removed organisation comes back with u`() {
    var driver = Driver()
    driver.press("7D")
    #expect(driver.programme.organisations.isEmpty)
    driver.press("u")
    #expect(driver.programme.organisations.count == 1)
  }

  @Test func `an organisation goes with what it was given only after a question`() {
    var programme = Fixture.programme()
    programme.organisations[Fixture.organisation.id]?.support = [PartnerSupport()]
    var driver = Driver(programme)
    driver.press("7D")
    #expect(driver.screen.contains("1 entry of support"))
    driver.press("1")
    #expect(driver.programme.organisations.count == 1)
    driver.press("D2")
    #expect(driver.programme.organisations.isEmpty)
  }

  @Test func `its events open from its row`() {
    var programme = Fixture.programme()
    var partner = EventPartner()
    partner.id = Fixture.organisation.id
    programme.events[Fixture.lyon.id]?.partners = [partner]
    var driver = Driver(programme)
    driver.press("7E")
    #expect(driver.screen.contains("1 of 4"))
    #expect(driver.screen.contains("Dialogue on disab"))
  }

  @Test func `Enter shows where it took part, as what and since when, and opens those events`() {
    var programme = Fixture.programme()
    for (event, role) in [(Fixture.lyon.id, "host" as Code), (Fixture.recife.id, "funder")] {
      var partner = EventPartner()
      partner.id = Fixture.organisation.id
      partner.roles = [role]
      programme.events[event]?.partners = [partner]
    }
    var driver = Driver(programme)
    driver.press("7<Enter>")
    #expect(driver.screen.contains("Took part in 2 events in 2 countries, since May 16, 2024."))
    #expect(driver.screen.contains("2024-05-28  FR Lyon"))
    #expect(driver.screen.contains("funder"))
    driver.press("<Down><Enter>")
    #expect(driver.screen.contains("Roda de escuta"))
    #expect(driver.screen.contains("[Overview]"))
  }

  @Test func `a form left with Esc is offered again at Home`() throws {
    var driver = Driver()
    driver.press("7nHalf<Esc>")
    guard case .state(.keepDraft(let draft))? = driver.effects.last else {
      Issue.record("no draft was kept")
      return
    }
    var later = Driver(drafts: [draft])
    later.press("<Home><Enter> way<Ctrl-S>")
    #expect(later.programme.organisations.values.contains { $0.name == "Half way" })
  }

  @Test(arguments: ["4", "5", "6", "7"], [(80, 24), (60, 16), (140, 40), (10, 3), (0, 0)])
  func `no key traps in an empty programme or in one with hostile texts`(
    screen: String, size: (columns: Int, rows: Int)
  ) {
    var hostile = Fixture.programme()
    let text = String(repeating: "長い名前🏳️‍🌈 שלום\u{202E}\u{0007}e\u{301}\n", count: 30)
    hostile.events[Fixture.lyon.id]?.title = text
    hostile.events[Fixture.lyon.id]?.series.name = text
    hostile.actions[Fixture.interpreters.id]?.title = text
    hostile.actions[Fixture.interpreters.id]?.owner = text
    hostile.organisations[Fixture.organisation.id]?.name = text
    hostile.testimonies[Fixture.heardInLyon.id]?.pseudonym = text
    hostile.events[Fixture.osaka.id]?.participations[0].pseudonym = text
    for programme in [Programme(), hostile] {
      var driver = Driver(programme, columns: size.columns, rows: size.rows)
      driver.press(screen)
      for keys in [
        "<Up>", "<Down>", "<Right>", "<PgDn>", "G", "g", "s", "S", "<Enter>", "<Down>", "<Enter>",
        "<Esc>", "<Esc>", screen, "/x:y<Enter>", "x", "m<Enter>", "m<Down><Down><Enter>", "<Esc>",
        "y9", "Y1", "Y9", "<Enter>", "<Esc>", "E", "<Esc>", "e", "<Ctrl-F>", "<Tab>", "<Esc>", "D",
        "u", "w", "?", "<Esc>", "n", "<Ctrl-S>", "<Esc>",
      ] {
        driver.press(keys)
        #expect(!driver.screen.contains("\u{202E}"))
        #expect(!driver.lines.isEmpty)
      }
    }
  }
}
