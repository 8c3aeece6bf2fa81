import HeardKit
import HeardListening
import HeardModel
import HeardScreens
import Testing

/// Values that are understood from words are said back.
@Suite struct UnderstoodTests {
  private func new(_ title: String, _ driver: Driver) -> Event? {
    driver.programme.events.values.first { $0.title == title }
  }

  private func kept(_ driver: Driver) -> Draft? {
    guard case .state(.keepDraft(let draft))? = driver.effects.last else { return nil }
    return draft
  }

  @Test func `a date is said back while it is typed, and stands as a day once its field is left`() {
    var driver = Driver()
    driver.press("NOne evening<Tab><Tab>tomorrow")
    #expect(driver.screen.contains("tomorrow"))
    #expect(driver.screen.contains("Monday, December 2, 2024"))
    driver.press("<Tab>")
    #expect(driver.screen.contains("2024-12-02  Monday, December 2, 2024"))
    #expect(driver.lines.contains("Date: 2024-12-02 (Monday, December 2, 2024)"))
    #expect(!driver.screen.contains("tomorrow"))
  }

  @Test(arguments: [
    ("june 2024", "Date: 2024-06 (June 2024, day not known)"),
    ("2024", "Date: 2024 (2024, month and day not known)"),
    ("12 jun 2024 14:00", "Date: 2024-06-12 14:00 (Wednesday, June 12, 2024, 14:00 (Paris))"),
  ])
  func `what is not known of a date is said, and whose clock shows its time`(
    typed: String, line: String
  ) {
    var driver = Driver()
    driver.press("NOne evening<Tab>FR<Tab>\(typed)<Tab>")
    #expect(driver.lines.contains(line), "\(driver.lines)")
  }

  @Test func `a draft keeps the day and not the word for it`() {
    var driver = Driver()
    driver.press("NOne evening<Tab><Tab>tomorrow<Esc>")
    #expect(kept(driver)?.fields["start"] == "2024-12-02")
    driver.press("NOne evening<Tab><Tab>3/4/2025<Esc><Esc>")
    #expect(kept(driver)?.fields["start"] == "3/4/2025")
  }

  @Test func `a date that can be two is saved only once somebody chose, and Enter chooses none`() {
    var driver = Driver()
    driver.press("NOne evening<Tab><Tab>3/4/2025<Tab>")
    let remark =
      "! \"3/4/2025\" can be Thursday, April 3, 2025 or Tuesday, March 4, 2025. "
      + "Type 2025-04-03 or 2025-03-04."
    #expect(driver.lines.contains(remark), "\(driver.lines)")
    driver.press("<Ctrl-S><Enter><Ctrl-S><Enter><Ctrl-S>")
    #expect(new("One evening", driver) == nil)
    #expect(driver.lines.contains("2025-04-03 · Thursday, April 3, 2025"))
    driver.press("<Down><Down><Enter>")
    #expect(!driver.lines.contains(remark))
    driver.press("<Ctrl-S>")
    #expect(new("One evening", driver)?.start?.stored == "2025-03-04")
  }

  @Test(arguments: [
    ("FR", "2025-04-03", "(Thursday, April 3, 2025 (day before month: France))"),
    ("US", "2025-03-04", "(Tuesday, March 4, 2025 (month before day: United States))"),
  ])
  func `a country that is filled in later reads the date by its custom, and that is said`(
    country: String, day: String, words: String
  ) {
    var driver = Driver()
    driver.press("NOne evening<Tab><Tab>3/4/2025<Tab><Shift-Tab><Shift-Tab>\(country)<Tab>")
    #expect(driver.lines.contains { $0.hasSuffix("Date: 3/4/2025 \(words)") }, "\(driver.lines)")
    #expect(!driver.lines.contains { $0.hasPrefix("! ") })
    driver.press("<Ctrl-S>")
    #expect(new("One evening", driver)?.start?.stored == day)
  }

  @Test(arguments: ["JP", "CA"])
  func `where the custom is not clear the country settles nothing`(country: String) {
    var driver = Driver()
    driver.press("NOne evening<Tab>\(country)<Tab>3/4/2025<Ctrl-S>")
    #expect(new("One evening", driver) == nil)
    #expect(driver.lines.contains { $0.hasPrefix("! \"3/4/2025\" can be Thursday") })
  }

  @Test func `another country reads the date anew as long as it is not saved`() {
    var driver = Driver()
    driver.press("NOne evening<Tab>FR<Tab>3/4/2025<Tab>")
    driver.press(
      "<Shift-Tab><Shift-Tab><End>" + String(repeating: "<Backspace>", count: 6) + "US<Tab>")
    driver.press("<Ctrl-S>")
    #expect(new("One evening", driver)?.start?.stored == "2025-03-04")
  }

  /// Every country with every field of an event that holds a date.
  @Test(arguments: ["start", "end", "feedbackDue", "feedbackDelivered"] as [Code])
  func `no field of an event saves an open date unasked`(field: Code) throws {
    let desk = Driver().application.desk
    let spec = try #require(EventFields.spec.fields.first { $0.id == field })
    for country in CountryCode.all.map(Optional.some) + [nil] {
      var event = Event()
      event.country = country
      let problem = spec.write("3/4/2025", &event, desk)
      switch country?.dateOrder {
      case .dayFirst?: #expect(problem == nil && spec.read(event, desk) == "2025-04-03")
      case .monthFirst?: #expect(problem == nil && spec.read(event, desk) == "2025-03-04")
      case nil: #expect(problem != nil && spec.read(event, desk).isEmpty)
      }
    }
  }

  @Test func `an action's dates are read in its country, else in that of its events`() throws {
    let desk = Driver().application.desk
    for id in ["due", "proposedOn", "doneOn", "feedbackDue", "milestones"] as [Code] {
      let spec = try #require(ActionFields.spec.fields.first { $0.id == id })
      let typed = id == "milestones" ? "3/4/2025 Chairs" : "3/4/2025"
      var action = FollowUpAction()
      #expect(spec.write(typed, &action, desk) != nil, "\(id)")
      action.events = [Fixture.recife.id]
      #expect(spec.write(typed, &action, desk) == nil, "\(id)")
      #expect(spec.read(action, desk).hasPrefix("2025-04-03"), "\(id)")
      action.country = Fixture.country("US")
      #expect(spec.write(typed, &action, desk) == nil, "\(id)")
      #expect(spec.read(action, desk).hasPrefix("2025-03-04"), "\(id)")
      action.country = Fixture.country("CA")
      #expect(spec.write(typed, &action, desk) != nil, "\(id)")
    }
  }

  @Test func `a form reads a due date by the country that stands below it`() {
    var programme = Fixture.programme()
    programme.events[Fixture.recife.id]?.country = Fixture.country("US")
    var driver = Driver(programme)
    driver.press("2<End><Enter>aSigns<Tab><Tab><Tab><Tab>3/4/2025<Ctrl-S>")
    let action = driver.programme.actions.values.first { $0.title == "Signs" }
    #expect(action?.due?.stored == "2025-03-04")
  }

  @Test func `several records take an open date only where all are in one clear country`() {
    var driver = Driver()
    driver.press("4*B<Down><Down><Down><Enter>3/4/2025<Enter>")
    #expect(driver.lines.contains { $0.hasPrefix("! \"3/4/2025\" can be Thursday") })
    var programme = Fixture.programme()
    programme.actions[Fixture.training.id]?.country = Fixture.country("FR")
    driver = Driver(programme)
    driver.press("4*B<Down><Down><Down><Enter>3/4/2025<Enter><Enter>")
    #expect(driver.programme.actions.values.allSatisfy { $0.due?.stored == "2025-04-03" })
  }

  @Test func `a filter refuses an open date with both readings`() {
    let words = Words(Fixture.language("en"))
    #expect(
      words.sentence(.notADate(.after, "3/4/2025"))
        == "3/4/2025 for after can be Thursday, April 3, 2025 or Tuesday, March 4, 2025: "
        + "type 2025-04-03 or 2025-03-04.")
    #expect(words.sentence(.notADate(.after, "31/12/2025")).contains("is not a date for after"))
  }
}

/// Countries, languages, places and organisations that are understood from words.
@Suite struct UnderstoodNameTests {
  @Test func `a code or the beginning of a name is said back in full, and stands as the name`() {
    for typed in ["fr", "FR", "Franc", "france"] {
      var driver = Driver()
      driver.press("NOne evening<Tab>\(typed)")
      #expect(driver.screen.contains("France (FR)") || typed == "france", "\(typed)")
      driver.press("<Tab>")
      #expect(driver.lines.contains("Country: France (FR)"), "\(typed): \(driver.lines)")
    }
  }

  @Test func `a name with which another begins is asked, and chosen by its code`() {
    var driver = Driver()
    driver.press("NOne evening<Tab>Guinea<Tab>")
    let remark = "! \"Guinea\" fits several: Guinea (GN), Guinea-Bissau. Type more of the name."
    #expect(driver.lines.contains(remark), "\(driver.lines)")
    driver.press("<Ctrl-S><Down><Enter><Ctrl-S>")
    let event = driver.programme.events.values.first { $0.title == "One evening" }
    #expect(event?.country == Fixture.country("GN"))
    driver.press("e<Ctrl-S>")
    #expect(driver.news.contains("Nothing was changed"))
  }

  @Test func `a town that other events were in is known again`() {
    var driver = Driver()
    driver.press("NOne evening<Tab>FR<Tab><Tab>lyon<Tab>")
    #expect(driver.lines.contains("Place: lyon (Lyon, as at 1 event)"), "\(driver.lines)")
    driver = Driver()
    driver.press("NOne evening<Tab>DE<Tab><Tab>Lyon<Tab>")
    #expect(driver.lines.contains("Place: Lyon"))
    // An event is not its own company.
    driver = Driver()
    driver.press("2/lyon<Enter><Enter>e")
    #expect(driver.lines.contains("Place: Lyon"))
  }

  @Test func `of several organisations each is said back by its name`() {
    var driver = Driver()
    driver.press("2/lyon<Enter><Enter>e<Ctrl-F>")
    for _ in 0..<40 where !driver.screen.contains("› Partners") { driver.press("<Tab>") }
    driver.press("coll<Tab>")
    #expect(driver.lines.contains("Partners: Collectif Exemple"), "\(driver.lines)")
  }

  @Test func `a part that two organisations begin with is asked`() {
    var programme = Fixture.programme()
    var other = Fixture.organisation
    other.id = Fixture.id("o-invented02")
    other.name = "Collectif Autre"
    programme.organisations[other.id] = other
    var driver = Driver(programme)
    driver.press("2/lyon<Enter><Enter>e<Ctrl-F>")
    for _ in 0..<40 where !driver.screen.contains("› Partners") { driver.press("<Tab>") }
    driver.press("coll<Tab>")
    #expect(
      driver.lines.contains { $0.contains("fits several: Collectif Autre, Collectif Exemple") })
    driver.press("<Ctrl-S>")
    #expect(driver.programme.events[Fixture.lyon.id]?.partners.isEmpty == true)
  }

  @Test(arguments: [("fr", "demain", "lundi 2 décembre 2024"), ("ja", "明日", "2024年12月2日 月曜日")])
  func `on the smallest screen the words stand below, in each language`(
    language: String, typed: String, words: String
  ) {
    var driver = Driver(language: language, columns: 32, rows: 12)
    driver.press("NSoirée<Tab><Tab>\(typed)")
    #expect(driver.screen.contains(words), "\(driver.screen)")
    driver.press("<Tab>")
    #expect(driver.screen.contains(words), "\(driver.screen)")
  }
}
