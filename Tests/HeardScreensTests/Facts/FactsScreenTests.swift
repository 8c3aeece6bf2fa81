import HeardKit
import HeardModel
import HeardScreens
import Testing

@Suite struct FactsScreenTests {
  @Test func `a fact is typed into its form, found by the palette, and undone`() throws {
    var driver = Driver()
    driver.press(":facts<Enter>")
    #expect(driver.screen.contains("No fact yet"))
    driver.press("n<Tab>")
    driver.type("Share of patients")
    driver.press("<Ctrl-S>")
    var fact = try #require(driver.programme.facts.values.first)
    #expect(driver.programme.facts.count == 1)
    #expect(fact.title == "Share of patients" && fact.kind == .context)
    #expect(fact.id.text.hasPrefix("f-"))
    fact.id = FactID()
    driver.press("u")
    #expect(driver.programme.facts.isEmpty)
  }

  @Test func `the list shows kind, day, country and amount, and Enter opens the form`() {
    var driver = Driver(programme())
    driver.press(":facts<Enter>")
    for text in ["track of action", "Investment", "2023-01", "up to 50,000,000 EUR", "FR"] {
      #expect(driver.screen.contains(text), "\(text)")
    }
    driver.press("<Enter>")
    #expect(driver.screen.contains("Up to this amount"))
  }

  @Test func `what is known of the focused fact stands beside the list`() {
    var driver = Driver(programme(), columns: 140, rows: 40)
    driver.press(":facts<Enter><Down>")
    for text in ["Over eight years.", "Reckoned from published numbers", "First report"] {
      #expect(driver.screen.contains(text), "\(text)")
    }
  }

  @Test func `a filter narrows the list, and help names the way to it`() {
    var driver = Driver(programme())
    driver.press(":facts<Enter>/kind:actionTrack<Enter>")
    #expect(driver.screen.contains("1 of 2"))
    var other = Driver(columns: 140, rows: 90)
    other.press("?")
    #expect(other.screen.contains("What is known of the programme and is no event"))
  }

  @Test func `a removed fact comes back with u`() {
    var driver = Driver(programme())
    driver.press(":facts<Enter>D")
    #expect(driver.programme.facts.count == 1)
    driver.press("u")
    #expect(driver.programme.facts.count == 2)
  }

  @Test func `a form left with Esc is offered again at Home`() throws {
    var driver = Driver()
    driver.press(":facts<Enter>n<Tab>Half<Esc>")
    guard case .state(.keepDraft(let draft))? = driver.effects.last else {
      Issue.record("no draft was kept")
      return
    }
    var later = Driver(drafts: [draft])
    later.press("<Home><Enter> way<Ctrl-S>")
    #expect(later.programme.facts.values.map(\.title) == ["Half way"])
  }

  @Test func `an organisation that a fact names is not removed`() {
    var programme = Fixture.programme()
    var fact = ProgrammeFact()
    fact.id = FactID(stored: "f-1") ?? fact.id
    fact.organisation = Fixture.organisation.id
    programme.facts[fact.id] = fact
    var driver = Driver(programme)
    driver.press("7D")
    #expect(driver.news.contains("Not removed"))
  }

  @Test func `a change that would make another of a release is refused`() throws {
    var release = Release()
    release.id = "report-2024"
    var programme = Fixture.programme()
    programme.releases[release.id] = release
    var desk = Driver(programme).application.desk
    var other = release
    other.by = "Somebody"
    let change = try #require(
      Change(.edited(kind: .release, title: ""), before: .release(release), after: .release(other)))
    let isMade = desk.change(change)
    #expect(!isMade)
    #expect(desk.news?.text.contains("never changes") ?? false)
    #expect(desk.programme.releases[release.id] == release)
    desk.remove(.release(release.id))
    #expect(desk.programme.releases.isEmpty)
    desk.undo()
    #expect(desk.programme.releases[release.id] == release)
  }

  private func programme() -> Programme {
    var programme = Fixture.programme()
    var track = ProgrammeFact()
    track.id = FactID(stored: "f-track") ?? track.id
    (track.kind, track.title) = (.actionTrack, "Working in the field")
    track.country = Fixture.country("FR")
    var money = ProgrammeFact()
    money.id = FactID(stored: "f-money") ?? money.id
    (money.kind, money.title, money.text) = (.commitment, "Investment", "Over eight years.")
    (money.amount, money.isUpTo, money.currency) = (50_000_000, true, "EUR")
    money.from = KnownDate(stored: "2023-01")
    (money.isDerived, money.provenance.source) = (true, "First report")
    for fact in [track, money] { programme.facts[fact.id] = fact }
    return programme
  }
}
