import HeardKit
import HeardModel
import HeardScreens
import Testing

@Suite struct ActionFormTests {
  private func typed(_ driver: Driver) throws -> FollowUpAction {
    let old = Set(Fixture.programme().actions.keys)
    return try #require(driver.programme.actions.values.first { !old.contains($0.id) })
  }

  /// What is read aloud of the screen, with a question over it.
  private func text(_ driver: Driver) -> String { driver.lines.joined(separator: " ") }

  @Test func `an action is typed, saved and stands in the records`() throws {
    var driver = Driver()
    driver.press("aLifts in both clinics<Tab> <Right> <Tab><Right><Tab>City<Tab>+2w<Ctrl-S>")
    let action = try typed(driver)
    #expect(action.title == "Lifts in both clinics")
    #expect(action.themes == [.education, .research])
    #expect(action.level == .regional)
    #expect(action.owner == "City")
    #expect(action.due?.stored == "2024-12-15")
    #expect(action.proposedOn?.stored == "2024-12-01")
    #expect(action.id.text.hasPrefix("a-"))
  }

  @Test func `an action from an event has the event and its country, and Esc leaves nothing`()
    throws
  {
    var driver = Driver()
    driver.press("2<End><Enter>a<Esc>")
    #expect(!driver.news.contains("draft"))
    driver.press("aSigns<Ctrl-S>")
    let action = try typed(driver)
    #expect(action.events == [Fixture.recife.id])
    #expect(action.country?.stored == "BR")
  }

  @Test func `a testimony is linked by typing part of its label, commas in it notwithstanding`()
    throws
  {
    var programme = Fixture.programme()
    programme.events[Fixture.lyon.id]?.title = "Care, trust; and more"
    programme.testimonies[Fixture.heardInLyon.id]?.text = "Un, deux, trois."
    var driver = Driver(programme)
    driver.press("aOne<Tab><Tab><Tab><Tab><Tab><Tab>Ama<Down>")
    #expect(driver.screen.contains("Amandine · Care trust and more · Un deux trois."))
    driver.press("<Enter>, recife0001<Down><Enter><Ctrl-S>")
    let action = try typed(driver)
    #expect(action.testimonies == [Fixture.heardInLyon.id, Fixture.heardInRecife.id])
  }

  @Test func `two testimonies that look alike are told apart`() throws {
    var programme = Fixture.programme()
    var twin = Fixture.heardInRecife
    twin.id = Fixture.id("t-recife0002")
    programme.testimonies[twin.id] = twin
    var driver = Driver(programme)
    driver.press("aOne<Tab><Tab><Tab><Tab><Tab><Tab>recife0002<Down><Enter><Ctrl-S>")
    #expect(try typed(driver).testimonies == [twin.id])
  }

  @Test func `a link to what may no longer be shown stays when another is added`() throws {
    var programme = Fixture.programme()
    var consent = Fixture.consent("c-lyon000001", [])
    consent.entries = [
      ConsentEntry(
        id: "e-0", purpose: .record, state: .withdrawn,
        at: Moment(stored: "2024-06-01T00:00:00Z") ?? Moment(seconds: 0), by: "Noor Example")
    ]
    programme.testimonies[Fixture.heardInLyon.id]?.consent = consent
    var driver = Driver(programme)
    driver.press("4e<Tab><Tab><Tab><Tab><Tab><Tab><End>, recife0001<Down><Enter><Ctrl-S>")
    let action = driver.programme.actions[Fixture.interpreters.id]
    #expect(action?.testimonies == [Fixture.heardInLyon.id, Fixture.heardInRecife.id])
    #expect(!driver.lines.joined().contains("On a parlé"))
  }

  @Test func `a draft holds ids of testimonies and none of their words`() throws {
    var driver = Driver()
    driver.press("aOne<Tab><Tab><Tab><Tab><Tab><Tab>Ama<Down><Enter><Esc>")
    guard case .state(.keepDraft(let draft))? = driver.effects.last else {
      Issue.record("no draft was kept")
      return
    }
    #expect(draft.fields["testimonies"]?.contains(Fixture.heardInLyon.id.text) ?? false)
    #expect(!draft.fields.values.contains { $0.contains("interprète") })
    var later = Driver(drafts: [draft])
    later.press("<Home><Enter><Ctrl-S>")
    #expect(try typed(later).testimonies == [Fixture.heardInLyon.id])
    #expect(later.application.desk.drafts.isEmpty)
  }

  @Test func `a draft of an action from an event keeps the event`() throws {
    var driver = Driver()
    driver.press("2<End><Enter>aSigns<Esc>")
    guard case .state(.keepDraft(let draft))? = driver.effects.last else {
      Issue.record("no draft was kept")
      return
    }
    var later = Driver(drafts: [draft])
    later.press("<Home><Enter><Ctrl-S>")
    #expect(try typed(later).events == [Fixture.recife.id])
  }

  @Test(arguments: Languages.all)
  func `a day before what an action answers is asked about, and kept only by who says so`(
    language: String
  ) {
    let words = Words(LanguageTag(stored: language))
    var driver = Driver(language: language)
    driver.press("4m6late<Down>")
    // From the reason down to the day on which it was proposed.
    driver.press("2024-05-01<Ctrl-S>")
    #expect(driver.screen.contains(words("oddDays.keep")))
    driver.press("<Esc>")
    #expect(driver.programme.actions[Fixture.interpreters.id] == Fixture.interpreters)
    driver.press("<Ctrl-S>1")
    #expect(driver.programme.actions[Fixture.interpreters.id] == Fixture.interpreters)
    driver.press("<Ctrl-S>2")
    let kept = driver.programme.actions[Fixture.interpreters.id]
    #expect(kept?.proposedOn?.stored == "2024-05-01" && kept?.status == .declined)
    // What stands there already is told below the form and not asked again.
    driver.press("e")
    driver.type(" again")
    driver.press("<Ctrl-S>")
    #expect(!driver.screen.contains(words("oddDays.keep")))
    #expect(driver.programme.actions[Fixture.interpreters.id]?.title.contains("again") == true)
  }

  @Test func `an action is not done, or begun, on a day to come without a question`() {
    for field in ["Begun on", "Done on"] {
      var driver = Driver()
      driver.press("4e<Ctrl-F>")
      for _ in 0..<30 where !driver.screen.contains("› \(field)") { driver.press("<Tab>") }
      driver.press("2030-01-01<Ctrl-S>")
      let asked = text(driver)
      #expect(asked.contains("Keep it and save"))
      #expect(asked.contains("\(field), January 1, 2030, is still to come."), "\(field)")
      #expect(driver.programme.actions[Fixture.interpreters.id] == Fixture.interpreters)
    }
  }

  @Test func `what is done for an event that is to come prepares it, and is not asked about`() {
    var programme = Fixture.programme()
    programme.actions[Fixture.interpreters.id]?.testimonies = []
    programme.actions[Fixture.interpreters.id]?.events = [Fixture.berlin.id]
    var driver = Driver(programme)
    driver.press("4m4")
    let action = driver.programme.actions[Fixture.interpreters.id]
    #expect(action?.status == .done && action?.doneOn?.stored == "2024-12-01")
    driver.press("e")
    #expect(!text(driver).contains("lies before what it answers"))
  }

  @Test func `verified without a day is asked about`() {
    var programme = Fixture.programme()
    programme.actions[Fixture.interpreters.id]?.status = .verified
    programme.actions[Fixture.interpreters.id]?.doneOn = KnownDate(stored: "2024-11-01")
    programme.actions[Fixture.interpreters.id]?.evidence = "Seen by the agency"
    var driver = Driver(programme)
    driver.press("4/pool<Enter>e<Ctrl-F>")
    for _ in 0..<30 where !driver.screen.contains("› Done on") { driver.press("<Tab>") }
    for _ in 0..<10 { driver.press("<Backspace>") }
    driver.press("<Ctrl-S>")
    #expect(text(driver).contains("Done on is empty"))
    driver.press("2")
    #expect(driver.programme.actions[Fixture.interpreters.id]?.doneOn == nil)
  }

  @Test func `done in the form notes today and says so, but keeps a day that was typed`() {
    var driver = Driver()
    driver.press("4e<Tab><Tab><Tab><Tab><Tab><Right><Ctrl-S>")
    #expect(driver.programme.actions[Fixture.interpreters.id]?.doneOn?.exactDay == driver.now.day)
    #expect(driver.news.contains("Done on"))
    driver.press("u4e<Tab><Tab><Tab><Tab><Tab><Right><Ctrl-F>")
    for _ in 0..<12 where !driver.screen.contains("› Done on") { driver.press("<Tab>") }
    driver.press("2024-11-20<Ctrl-S>")
    #expect(driver.programme.actions[Fixture.interpreters.id]?.doneOn?.stored == "2024-11-20")
    #expect(!driver.news.contains("Done on"))
  }

  @Test func `milestones are lines that are read both ways and keep their ids`() throws {
    var action = Fixture.interpreters
    var first = Milestone()
    first.id = "m-first"
    first.title = "List of interpreters"
    first.due = CalendarDay(stored: "2024-06-01")
    var second = Milestone()
    second.id = "m-second"
    second.title = "Telephone line"
    second.due = CalendarDay(stored: "2024-09-01")
    second.doneOn = CalendarDay(stored: "2024-09-15")
    action.milestones = [first, second]
    var desk = Driver().application.desk
    desk.size = .init(columns: 80, rows: 24)
    let field = try #require(ActionFields.spec.fields.first { $0.id == "milestones" })
    #expect(
      field.read(action, desk) == "2024-06-01 List of interpreters\nx 2024-09-15 Telephone line")
    let unchanged = action
    #expect(field.write(field.read(action, desk), &action, desk) == nil)
    #expect(action == unchanged)
    let typed = "x 2024-06-01 List of interpreters\n2024-09-15 Telephone line\nThird"
    #expect(field.write(typed, &action, desk) == nil)
    #expect(action.milestones.map(\.title) == [first.title, second.title, "Third"])
    #expect(action.milestones[0].id == "m-first")
    // An x before a step that was not done says that it is done today.
    #expect(action.milestones[0].doneOn?.stored == "2024-12-01")
    #expect(action.milestones[0].due?.stored == "2024-06-01")
    #expect(action.milestones[1].id == "m-second")
    #expect(action.milestones[1].doneOn == nil)
    #expect(action.milestones[1].due?.stored == "2024-09-01")
  }

  @Test(arguments: ["x ray room", "2024-06-01 plan", "- dash", "24/7 line", "X", "x"])
  func `a title that looks like a mark is still a title when it is read again`(title: String)
    throws
  {
    var action = Fixture.interpreters
    var step = Milestone()
    step.id = "m-one"
    step.title = title
    action.milestones = [step]
    let desk = Driver().application.desk
    let field = try #require(ActionFields.spec.fields.first { $0.id == "milestones" })
    let before = action
    #expect(field.write(field.read(action, desk), &action, desk) == nil)
    #expect(action == before)
  }

  @Test(arguments: ["2024-02-30 Opening", "x 2024-13-01 Opening", "2024-06-01", "x"])
  func `a milestone without a day that exists or a title is no line`(line: String) throws {
    var action = Fixture.interpreters
    let desk = Driver().application.desk
    let field = try #require(ActionFields.spec.fields.first { $0.id == "milestones" })
    let problem = try #require(field.write(line, &action, desk))
    #expect(problem.sentence(desk.words).contains("The line \"\(line)\" cannot be read."))
    #expect(action == Fixture.interpreters)
  }

  @Test func `every field reads back what it wrote`() throws {
    let desk = Driver().application.desk
    for field in ActionFields.spec.fields {
      var action = Fixture.interpreters
      let before = action
      let text = field.read(action, desk)
      if text.isEmpty { continue }
      #expect(field.write(text, &action, desk) == nil, "\(field.id.stored)")
      #expect(action == before, "\(field.id.stored)")
    }
  }
}
