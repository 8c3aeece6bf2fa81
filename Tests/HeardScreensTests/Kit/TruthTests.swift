import HeardKit
import HeardListening
import HeardModel
import HeardScreens
import Testing

/// That screens say only what was done, and what follows before it is done.
@Suite struct TruthTests {
  @Test func `without a notice no wording was told, and form and record say so`() throws {
    var programme = Fixture.programme()
    programme.notices = [:]
    var driver = TestimonyFormTests.driver(programme, at: Fixture.lyon)
    driver.press("tDes mots<Ctrl-O><Up><Up>")
    #expect(driver.lines.joined(separator: " ").contains("has no notice for testimonies yet"))
    driver.press("<Ctrl-O>g<Ctrl-S><Enter><Tab><Tab>")
    let consent = try #require(TestimonyFormTests.new(driver)).consent
    #expect(consent.notice == nil && consent.language == nil)
    #expect(driver.screen.contains("Notice given: none noted"))
  }

  @Test func `a wording of another kind, or later than what was told, does not come first`() throws
  {
    var programme = Fixture.programme()
    var door = Fixture.notice
    door.id = Fixture.id("n-door000001")
    (door.title, door.use, door.version) = ("At the door", .participations, "2024-02")
    var later = Fixture.notice
    later.id = Fixture.id("n-later00001")
    (later.title, later.version) = ("Next year's", "2025-01")
    programme.notices[door.id] = door
    programme.notices[later.id] = later
    var driver = TestimonyFormTests.driver(programme, at: Fixture.lyon)
    driver.press("tDes mots<Ctrl-O><Up><Up>")
    #expect(driver.screen.contains("General notice"))
    for _ in 0..<5 {
      driver.press("<Right>")
      #expect(!driver.screen.contains("At the door"))
    }
  }

  @Test func `each purpose says what follows before it is withdrawn`() {
    for (number, purpose) in ConsentPurpose.allCases.enumerated() {
      var programme = Fixture.programme()
      programme.testimonies[Fixture.heardInLyon.id]?.consent = Fixture.consent(
        "c-lyon000001", ConsentPurpose.allCases)
      var driver = TestimonyScreenTests.opened(programme)
      driver.press("W\(number + 2)")
      #expect(driver.programme.testimonies == programme.testimonies)
      driver.press("<Esc>")
      #expect(driver.programme.testimonies == programme.testimonies)
      driver.press("W\(number + 2)<End><Enter>")
      let consent = driver.programme.testimonies[Fixture.heardInLyon.id]?.consent
      #expect(consent?.state(of: purpose, on: driver.now.day) == .withdrawn)
    }
  }

  @Test func `after a withdrawal what was done to other records can be undone`() {
    var driver = TestimonyScreenTests.opened()
    driver.press("4<Home>m2")
    let changed = driver.programme.actions
    #expect(changed != Fixture.programme().actions)
    driver.press("3/Amandine<Enter><Enter>W3<End><Enter>")
    let withdrawn = driver.programme.testimonies
    driver.press("u")
    #expect(driver.programme.actions == Fixture.programme().actions)
    #expect(driver.programme.testimonies == withdrawn)
  }

  @Test func `the work on a testimony is not set to what consent does not allow`() {
    var driver = TestimonyScreenTests.opened()
    driver.press("m")
    let released = driver.lines.firstIndex { $0.contains("released") } ?? 0
    #expect(released > 0)
    driver.press("6")
    #expect(driver.programme.testimonies[Fixture.heardInLyon.id]?.stage == .recorded)
    #expect(driver.news.contains("“quote in public” is not asked"))
  }

  @Test func `an action is verified only with what shows it`() throws {
    var driver = Driver()
    driver.press("4<Home>m5")
    let id = Fixture.interpreters.id
    #expect(driver.programme.actions[id]?.status == .inProgress)

    driver.press("<Ctrl-S>")
    #expect(driver.programme.actions[id]?.status == .inProgress)
    #expect(driver.lines.joined(separator: " ").contains("evidence that it happened"))
  }

  @Test func `what is counted before the event is marked as held is told as such`() {
    var programme = Fixture.programme()
    programme.events = [Fixture.berlin.id: Fixture.berlin]
    programme.events[Fixture.berlin.id]?.attendance.total = 84
    programme.events[Fixture.berlin.id]?.attendance.source = .counted
    var driver = Driver(programme)
    #expect(driver.screen.contains("84 counted at 1 event not marked as held"))
    driver.press("2<Enter><Tab>")
    #expect(driver.screen.contains("84 people counted."))
    #expect(!driver.screen.contains("no attendances"))
  }

  @Test func `who attended and does not count is told beside the number`() {
    var driver = Driver()
    driver.press("2/country:jp<Enter><Enter><Tab>")
    #expect(driver.screen.contains("attended, 1 in an uncounted role"))
  }

  @Test func `declared communities stand with their base, apart from what events are about`() {
    var driver = Driver()
    driver.press("5m6")
    let row = driver.lines.first { $0.contains("country: France") } ?? ""
    #expect(row.contains("women: 28 of 51 answers; "))
    #expect(driver.screen.contains("INTERNAL"))
    #expect(driver.lines.contains { $0.contains("Each community has its own base") })
    #expect(driver.lines.contains { $0.contains("answers, never people") })
    #expect(!driver.lines.contains { $0.contains("country: Brazil") && $0.contains("of 0") })
  }

  @Test(arguments: ["fsl", "LSF", "French Sign Language", "bfi", "BSL"])
  func `sign languages are chosen by code, by name and by what signers say`(text: String) throws {
    var driver = Driver(Programme())
    driver.press("NMeeting<Ctrl-F>")
    let desk = driver.application.desk
    var event = EventFields.blank(desk)
    let field = try #require(EventFields.spec.fields.first { $0.id == "interpreters" })
    #expect(field.write(text, &event, desk) == nil)
    let tag = try #require(event.interpreters.first)
    #expect(["fsl", "bfi"].contains(tag.stored))
    #expect(desk.formats.language(tag).contains("Sign Language"))
  }

  @Test func `a passage is marked sentence by sentence, and typing stays possible`() throws {
    var programme = Fixture.programme()
    programme.testimonies[Fixture.heardInLyon.id]?.text =
      "J'ai attendu. On m'a dit « non ». Puis rien ! Voilà."
    var driver = TestimonyScreenTests.opened(programme)
    driver.press("Q<Down><Space><Down>")
    #expect(driver.screen.contains("“On m'a dit « non ». Puis rien !”"))
    driver.press("<Enter><Ctrl-S>")
    let quote = driver.programme.testimonies[Fixture.heardInLyon.id]?.quotes.first
    #expect(quote?.text == "On m'a dit « non ». Puis rien !")
    driver.press("Qe")
    #expect(driver.screen.contains("J'ai attendu. On m'a dit"))
  }

  @Test func `Japanese sentences end without a blank`() {
    var programme = Fixture.programme()
    programme.testimonies[Fixture.heardInLyon.id]?.text = "待ちました。「帰って」と言われました。悲しい。"
    var driver = TestimonyScreenTests.opened(programme)
    driver.press("Q<Down>")
    #expect(driver.screen.contains("“「帰って」と言われました。”"))
  }
}
