import HeardKit
import HeardModel
import HeardScreens
import Testing

@Suite struct TestimonyFormTests {
  @Test func `the cursor stands in the words, and answers are kept one by one`() throws {
    var driver = Self.driver(at: Fixture.lyon)
    driver.press("tPersonne ne m'a regardée.<Ctrl-O>g<Down>g<Down><Down><Down>r<Ctrl-S>")
    let testimony = try #require(Self.new(driver))
    #expect(testimony.text == "Personne ne m'a regardée.")
    #expect(testimony.event == Fixture.lyon.id)
    #expect(testimony.language.stored == "fr")
    #expect(testimony.takenBy == Fixture.member.id)
    #expect(testimony.takenAt == driver.now)
    #expect(testimony.stage == .recorded)
    let answers = testimony.consent.entries.map { "\($0.purpose)=\($0.state) \($0.by)" }
    #expect(
      answers == [
        "record=given Noor Example", "learn=given Noor Example", "publish=refused Noor Example",
      ])
    #expect(testimony.consent.entries.allSatisfy { $0.id.stored.count == 8 && $0.reason.isEmpty })
    #expect(testimony.consent.state(of: .contact, on: driver.now.day) == .notAsked)
    #expect(testimony.consent.notice == Fixture.notice.id)
    #expect(testimony.consent.noticeVersion == "2024-01")
    #expect(testimony.id.text.hasPrefix("t-") && testimony.consent.id.text.hasPrefix("c-"))
  }

  @Test
  func
    `a withdrawal code of digits in groups, which every language has, is shown once keeping is agreed`()
    throws
  {
    var driver = Self.driver(at: Fixture.lyon)
    driver.press("tDes mots<Ctrl-O>g<Ctrl-S>")
    let code = try #require(Self.new(driver)).consent.withdrawalCode
    #expect(code.wholeMatch(of: /[0-9]{4}-[0-9]{4}/) != nil)
    #expect(driver.lines.contains { $0.contains(code) })
    driver.press("<Enter>")
    #expect(!driver.lines.contains { $0.contains(code) })
  }

  @Test func `without a known event it is asked for first`() throws {
    var driver = Self.driver()
    driver.press("tlyon<Down><Enter>")
    driver.type("Mes mots")
    driver.press("<Ctrl-O>g<Ctrl-S>")
    let testimony = try #require(Self.new(driver))
    #expect(testimony.event == Fixture.lyon.id)
    #expect(testimony.text == "Mes mots")
    #expect(testimony.language.stored == "fr")
  }

  @Test func `the event of today in one's own country is taken without asking`() throws {
    var programme = Fixture.programme()
    programme.events[Fixture.berlin.id]?.start = KnownDate(stored: "2024-12-01")
    var driver = Driver(programme, settings: Self.settings(country: "DE"))
    driver.press("tWorte<Ctrl-O>g<Ctrl-S>")
    #expect(Self.new(driver)?.event == Fixture.berlin.id)
  }

  @Test func `where keeping is not asked the words are a restricted draft, and it is said`() throws
  {
    var driver = Self.driver(at: Fixture.lyon)
    driver.press("tPas encore demandé<Ctrl-S>")
    let testimony = try #require(Self.new(driver))
    #expect(testimony.stage == .draft)
    #expect(testimony.consent.entries.isEmpty)
    #expect(testimony.consent.notice == nil)
    #expect(driver.news.contains("Restricted draft, for you alone"))
    var other = Driver(driver.programme)
    other.press("3")
    #expect(!other.screen.contains("Pas encore"))
    #expect(other.screen.contains("keeping it: not asked yet"))
  }

  @Test func `refused words are not kept; only that somebody spoke is counted`() {
    var driver = Self.driver(at: Fixture.lyon)
    let count = driver.programme.testimonies.count
    driver.press("tUn secret<Ctrl-O>r<Ctrl-S>")
    #expect(driver.lines.contains { $0.contains("so the words are not kept") })
    driver.press("1")
    #expect(driver.screen.contains("Un secret"))
    #expect(driver.programme.events[Fixture.lyon.id]?.unrecordedContributions == nil)
    driver.press("<Ctrl-S>2")
    #expect(driver.programme.testimonies.count == count)
    #expect(driver.programme.events[Fixture.lyon.id]?.unrecordedContributions == 1)
    #expect(driver.effects.contains { if case .state(.discardDraft) = $0 { true } else { false } })
    #expect(!"\(driver.application)".contains("Un secret"))
  }

  @Test func `a changed answer is a new entry with its reason, and the earlier one stays`() throws {
    var driver = Self.driver(at: Fixture.lyon)
    driver.press("3")
    driver.press("/Amandine<Enter>e<Ctrl-O><Down>r<Ctrl-S>")
    #expect(driver.screen.contains("A reason is needed here."))
    driver.type("misheard")
    driver.press("<Ctrl-S>")
    let consent = try #require(driver.programme.testimonies[Fixture.heardInLyon.id]).consent
    #expect(Array(consent.entries.prefix(2)) == Fixture.heardInLyon.consent.entries)
    #expect(consent.entries.count == 3)
    #expect(consent.entries.last?.purpose == .learn)
    #expect(consent.entries.last?.state == .refused)
    #expect(consent.entries.last?.reason == "misheard")
    driver.press("u")
    #expect(driver.programme.testimonies[Fixture.heardInLyon.id]?.consent == consent)
  }

  @Test func `how to be named belongs to the answer about quoting and is never undone`() throws {
    var programme = Fixture.programme()
    programme.testimonies[Fixture.heardInLyon.id]?.consent = Fixture.consent(
      "c-lyon000001", [.record, .learn, .publish])
    var driver = Driver(programme, settings: Self.settings())
    driver.press("3/Amandine<Enter>e<Ctrl-O>")
    driver.press("<Down><Down><Down><Down><Down><Down><Down>changed her mind<Tab><Right><Ctrl-S>")
    let consent = try #require(driver.programme.testimonies[Fixture.heardInLyon.id]).consent
    #expect(consent.naming == .chosenName)
    #expect(consent.entries.last?.purpose == .publish)
    #expect(consent.entries.last?.reason == "changed her mind")
    driver.press("u")
    #expect(driver.programme.testimonies[Fixture.heardInLyon.id]?.consent.naming == .chosenName)
  }

  @Test func `an answer wins against an earlier one from a clock that was ahead`() throws {
    var programme = Fixture.programme()
    let ahead = try #require(Moment(stored: "2024-12-02T00:00:00Z"))
    programme.testimonies[Fixture.heardInLyon.id]?.consent.entries[1] = ConsentEntry(
      id: "e-1", purpose: .learn, state: .given, at: ahead, by: "Noor Example")
    var driver = Driver(programme, settings: Self.settings())
    driver.press("3/Amandine<Enter><Enter>W3<End><Enter>")
    let consent = try #require(driver.programme.testimonies[Fixture.heardInLyon.id]).consent
    #expect(consent.state(of: .learn, on: driver.now.day) == .withdrawn)
  }

  @Test func `without words a testimony is kept only with a note that says why`() throws {
    var driver = Self.driver(at: Fixture.lyon)
    driver.press("t<Ctrl-O>g<Ctrl-S>")
    #expect(driver.news.contains("no words"))
    #expect(Self.new(driver) == nil)
    driver.press("<Ctrl-O><Ctrl-F>")
    for _ in 0..<22 { driver.press("<Tab>") }
    while !driver.lines.contains(where: { $0.hasPrefix("› Note of the team") }) {
      driver.press("<Tab>")
    }
    driver.type("will send it herself")
    driver.press("<Ctrl-S>")
    let testimony = try #require(Self.new(driver))
    #expect(testimony.text.isEmpty)
    #expect(testimony.stage == .draft)
    #expect(testimony.privateNote == "will send it herself")
  }

  @Test func `what is typed survives Escape and is offered again with all its answers`() throws {
    var driver = Self.driver(at: Fixture.lyon)
    driver.press("tMa phrase<Ctrl-O>g<Down>g<Enter><Esc>")
    guard case .state(.keepDraft(let draft))? = driver.effects.last else {
      Issue.record("no draft was kept")
      return
    }
    #expect(draft.fields["words"] == "Ma phrase")
    var later = Driver(Fixture.programme(), settings: Self.settings(), drafts: [draft])
    #expect(!later.screen.contains("Ma phrase"))
    later.press("<Home><Enter>")
    #expect(later.screen.contains("Ma phrase"))
    later.press("<Ctrl-S>")
    let testimony = try #require(Self.new(later))
    #expect(testimony.text == "Ma phrase")
    #expect(testimony.event == Fixture.lyon.id)
    #expect(testimony.consent.allows(.learn, on: later.now.day))
  }

  @Test func `a country that keeps traits off persons says why, and offers none`() {
    var driver = Self.driver(at: Fixture.lyon)
    driver.press("t<Ctrl-O>")
    for _ in 0..<9 { driver.press("<Down>") }
    #expect(driver.screen.contains("not kept here"))
    #expect(driver.lines.contains { $0.contains("No ethnic origin of a person is kept") })
    driver.press("<Space><Right>")
    #expect(driver.screen.contains("not kept here"))
  }

  @Test func `a community stands on a testimony only with the answer that it may be counted`() {
    var driver = Self.driver(at: Fixture.recife)
    driver.press("tPalavras<Ctrl-O>g<Ctrl-F>")
    while !driver.lines.contains(where: { $0.hasPrefix("› Communities: [") }) {
      driver.press("<Tab>")
    }
    driver.press("<Space><Ctrl-S>")
    #expect(driver.screen.contains("must be given first"))
    driver.press("<Ctrl-O><Down><Down>g<Ctrl-S>")
    #expect(Self.new(driver)?.communities == ["women"])
  }

  @Test func `a disclosure names the lead with a number, and its words leave the programme`() throws
  {
    var programme = Fixture.programme()
    programme.team[Fixture.lead.id] = Fixture.lead
    var driver = Self.driver(programme, at: Fixture.lyon)
    driver.press("tUn danger<Ctrl-O>g<Down>g<Ctrl-F>")
    while !driver.lines.contains(where: { $0.hasPrefix("› Urgency") }) { driver.press("<Tab>") }
    driver.press("<Left>")
    #expect(driver.lines.contains { $0.contains("Imani Lead (+33 1 23 45)") })
    driver.press("<Ctrl-S>")
    #expect(driver.lines.contains { $0.contains("This is a safeguarding matter") })
    driver.press("2")
    let testimony = try #require(Self.new(driver))
    #expect(testimony.isForLead && !testimony.tellsMore)
    #expect(driver.disclosures.map(\.text) == ["Un danger"])
    #expect(!"\(driver.application)".contains("Un danger"))
    driver.press("<Enter>")
    #expect(driver.lines.contains { $0.contains("Call now: Imani Lead (+33 1 23 45).") })
    // Whoever has the role sees the record, and no words either; others see no more than of any
    // that they may not read.
    var settings = PersonalSettings()
    settings.staff = Fixture.lead.id
    var lead = Driver(driver.programme, settings: settings)
    lead.press("3/id:\(testimony.id.text)<Enter>")
    #expect(lead.screen.contains("went to the safeguarding lead"))
    var other = Driver(driver.programme)
    other.press("3/lyon<Enter>")
    #expect(other.screen.contains("you may not read it"))
    #expect(!other.screen.lowercased().contains("safeguarding"))
  }

  @Test func `who cannot read what they are about to save is asked first`() {
    var driver = Driver(settings: PersonalSettings())
    driver.press("2/lyon<Enter><Enter>tTrois mots<Ctrl-S>")
    #expect(driver.lines.contains { $0.contains("nobody can read these words") })
    driver.press("1")
    #expect(Self.new(driver) == nil)
    #expect(driver.screen.contains("Trois mots"))
  }

  @Test func `a slip on a letter where a value is chosen neither leaves nor undoes`() {
    var driver = Self.driver(at: Fixture.lyon)
    driver.press("tMots<Ctrl-O>qu1x")
    #expect(driver.screen.contains("Taking down a testimony"))
    #expect(driver.screen.contains("Mots"))
  }

  @Test func `other words are no longer those that were read back`() {
    var programme = Fixture.programme()
    programme.testimonies[Fixture.heardInLyon.id]?.readBack.at = Moment(seconds: 1)
    programme.testimonies[Fixture.heardInLyon.id]?.readBack.isConfirmed = true
    var driver = Driver(programme, settings: Self.settings())
    driver.press("3/Amandine<Enter>e Plus.<Ctrl-S>")
    #expect(driver.programme.testimonies[Fixture.heardInLyon.id]?.readBack.isConfirmed == false)
  }

  @Test func `the form stands in an empty programme and on the smallest screen`() {
    for (columns, rows) in [(0, 0), (1, 1), (60, 16), (80, 24), (200, 60)] {
      var driver = Driver(Programme(), columns: columns, rows: rows)
      driver.press("tabc<Tab>def<Ctrl-O>g<Ctrl-F><Down><Up><Tab><Ctrl-S><Esc><Esc>3<Enter>e/x<Esc>")
      #expect(driver.programme.testimonies.isEmpty)
      _ = driver.screen
    }
  }

  static func settings(country: String = "FR") -> PersonalSettings {
    var settings = PersonalSettings()
    settings.name = "Noor Example"
    settings.staff = Fixture.member.id
    settings.role = .facilitator
    settings.countries = [Fixture.country(country)].compactMap { $0 }
    return settings
  }

  /// At an event's own screen, or at Home.
  static func driver(
    _ programme: Programme = Fixture.programme(), at event: Event? = nil
  ) -> Driver {
    var driver = Driver(programme, settings: settings())
    if let event { driver.press("2/id:\(event.id.text)<Enter><Enter>") }
    return driver
  }

  static func new(_ driver: Driver) -> Testimony? {
    let known = [Fixture.heardInLyon.id, Fixture.heardInRecife.id]
    return driver.programme.testimonies.values.first { !known.contains($0.id) }
  }
}
