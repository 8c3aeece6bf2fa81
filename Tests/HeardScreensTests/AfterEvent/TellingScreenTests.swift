import HeardInsight
import HeardKit
import HeardModel
import HeardScreens
import TerminalCanvas
import Testing

@Suite struct TellingScreenTests {
  private func rows(_ driver: Driver) -> [String] {
    driver.screen.split(separator: "\n").map(String.init).filter {
      $0.contains("event ") || $0.contains("action ")
    }
  }

  /// What is read aloud of the screen, with a question over it.
  private func text(_ driver: Driver) -> String { driver.lines.joined(separator: " ") }

  /// A quote that everything allows to be told, at an event where enough people were.
  private func programme(publishing: ConsentState = .given) -> Programme {
    var programme = Fixture.programme()
    var testimony = Fixture.heardInLyon
    testimony.textKind = .verbatim
    testimony.stage = .reviewed
    testimony.consent = Fixture.consent("c-lyon000001", [.record, .learn, .publish])
    if publishing != .given {
      testimony.consent.entries.append(
        ConsentEntry(
          id: "e-9", purpose: .publish, state: publishing,
          at: Moment(stored: "2024-06-01T00:00:00Z") ?? Moment(seconds: 0), by: "Noor Example"))
    }
    var quote = Quote()
    quote.id = Fixture.id("q-lyon000001")
    quote.text = "jamais à moi"
    quote.language = testimony.language
    quote.reviewedBy = "Somebody Else"
    quote.reviewedOn = CalendarDay(stored: "2024-06-02")
    var approval = QuoteApproval()
    approval.at = Moment(stored: "2024-06-01T00:00:00Z") ?? Moment(seconds: 0)
    approval.by = "Noor Example"
    approval.text = quote.text
    approval.language = quote.language
    quote.approval = approval
    testimony.quotes = [quote]
    programme.testimonies[testimony.id] = testimony
    var declined = FollowUpAction()
    declined.id = Fixture.id("a-declined01")
    declined.title = "A second lift"
    declined.status = .notFeasible
    declined.reason = "The house is listed."
    declined.events = [Fixture.lyon.id]
    programme.actions[declined.id] = declined
    return programme
  }

  @Test(arguments: Languages.all)
  func `what is late comes first, with whom, how and the link that is missing`(language: String) {
    let words = Words(LanguageTag(stored: language))
    var programme = Fixture.programme()
    programme.events[Fixture.recife.id]?.feedback.audiences = [.participants, .community]
    var driver = Driver(programme, language: language, columns: 240)
    driver.press("F")
    let first = driver.lines.first { $0.contains("Recife") } ?? ""
    #expect(first.contains(words("waiting.late", count: 31)))
    #expect(first.contains(words("audience.participants")))
    #expect(first.contains(words("tell.state.late")))
    #expect(first.contains(words("chain.short.act")))
  }

  @Test func `that people were told is noted with day, way and number`() {
    var driver = Driver()
    driver.press("F/recife<Enter>d")
    #expect(driver.screen.contains("2024-12-01"))
    driver.press("<Tab> <Tab>Letter<Tab>32<Ctrl-S>")
    let feedback = driver.programme.events[Fixture.recife.id]?.feedback
    #expect(feedback?.status == .delivered)
    #expect(feedback?.deliveredOn?.stored == "2024-12-01")
    #expect(feedback?.audiences == [.participants])
    #expect(feedback?.channel == "Letter" && feedback?.reached == 32)
    #expect(driver.lines.contains { $0.contains("told, ") && $0.contains("Letter") })
    driver.press("y")
    #expect(driver.programme.events[Fixture.recife.id]?.feedback.status == .acknowledged)
    driver.press("u")
    #expect(driver.programme.events[Fixture.recife.id]?.feedback.status == .delivered)
  }

  @Test func `a telling on a day to come is asked about, and counts as told on that day only`() {
    var driver = Driver()
    driver.press("F/recife<Enter>y")
    #expect(driver.news.contains("not told yet"))
    driver.press("d")
    for _ in 0..<10 { driver.press("<Backspace>") }
    driver.press("2025-01-01<Ctrl-S>")
    #expect(text(driver).contains("is still to come"))
    driver.press("1")
    #expect(driver.programme.events[Fixture.recife.id] == Fixture.recife)
    driver.press("<Ctrl-S>2")
    let feedback = driver.programme.events[Fixture.recife.id]?.feedback
    #expect(feedback?.status == .delivered && feedback?.deliveredOn?.stored == "2025-01-01")
    #expect(driver.application.desk.insight.row(of: Fixture.recife.id)?.told == .late(days: 31))
    driver.press("2/recife<Enter><Enter>b")
    #expect(driver.screen.contains("still to come"))
  }

  @Test func `a telling before the event is asked about, also for several at once`() {
    var driver = Driver()
    driver.press("F/recife<Enter>d")
    for _ in 0..<10 { driver.press("<Backspace>") }
    driver.press("2023-05-05<Ctrl-S>")
    #expect(text(driver).contains("lies before what it answers"))
    driver.press("<Esc>")
    #expect(driver.programme.events[Fixture.recife.id] == Fixture.recife)
    driver = Driver()
    driver.press("F  d")
    for _ in 0..<10 { driver.press("<Backspace>") }
    driver.press("2023-05-05<Ctrl-S>")
    #expect(text(driver).contains("lies before what it answers"))
    driver.press("2")
    #expect(driver.news.contains("for 2 records"))
  }

  @Test func `told without whom or how stays visibly lacking`() {
    var driver = Driver(columns: 240)
    driver.press("F/lyon<Enter>d<Ctrl-S>")
    #expect(driver.news.contains("Not noted yet: whom, how."))
    let row = driver.screen.split(separator: "\n").first { $0.contains("Dialogue") } ?? ""
    #expect(row.contains("told, lacking") && row.contains("whom? +"), "\(row)")
    #expect(row.contains("not noted"))
    #expect(driver.screen.contains("1 told but not fully noted"))
    let lacks = WaitingItem.Matter.toldLacking([.audiences, .channel])
    #expect(driver.application.desk.waiting.contains { $0.matter == lacks })
    // The next one has the focus.
    driver.press("<Down><Enter>")
    #expect(driver.screen.contains("not noted: whom, how"))
    #expect(driver.screen.contains("Something is missing between asking and telling"))
    // The same key takes what lacks.
    driver.press("d<Tab> <Tab>Letter<Ctrl-S>")
    #expect(!driver.news.contains("Not noted"))
    #expect(driver.screen.contains("Nothing is missing between asking and telling"))
    #expect(!driver.application.desk.waiting.contains { $0.matter == lacks })
  }

  @Test(arguments: Languages.all)
  func `lists, the event and Home say who was told without whom or how`(language: String) {
    let words = Words(LanguageTag(stored: language))
    var programme = Fixture.programme()
    programme.events = [Fixture.lyon.id: Fixture.lyon]
    programme.actions = [:]
    programme.testimonies = [:]
    programme.events[Fixture.lyon.id]?.feedback.status = .delivered
    programme.events[Fixture.lyon.id]?.feedback.deliveredOn = CalendarDay(stored: "2024-07-01")
    programme.events[Fixture.lyon.id]?.feedback.channel = "Letter"
    var driver = Driver(programme, language: language, columns: 120)
    #expect(driver.screen.contains(words("home.group.toldLacking")))
    driver.press("2/told:lacking<Enter>")
    let told = words("event.told.lacking", ["lacks": words("tell.lacks.audiences")])
    #expect(text(driver).contains(told))
    driver.press("<Enter>")
    #expect(text(driver).contains(told))
  }

  @Test func `what is dated as done on a day to come was not done yet`() {
    var programme = Fixture.programme()
    programme.actions[Fixture.interpreters.id]?.status = .done
    programme.actions[Fixture.interpreters.id]?.doneOn = KnownDate(stored: "2030-01-01")
    var driver = Driver(programme, columns: 120, rows: 60)
    driver.press("2/lyon<Enter><Enter>b")
    let shown = driver.screen
    let did = shown.firstRange(of: "We did")?.upperBound ?? shown.endIndex
    let doing = shown.firstRange(of: "We are doing")?.lowerBound ?? shown.startIndex
    #expect(did < doing && !shown[did..<doing].contains("Interpreter pool"))
    #expect(shown[doing...].contains("Interpreter pool"))
    #expect(shown[doing...].contains("January 1, 2030 · still to come"))
    driver.press("4")
    #expect(driver.screen.contains("done?"))
    #expect(driver.screen.contains("1 open (1 overdue)"))
  }

  @Test func `not possible needs its reason`() {
    var driver = Driver()
    driver.press("F/recife<Enter>i<Ctrl-S>")
    #expect(driver.programme.events[Fixture.recife.id] == Fixture.recife)
    driver.press("Nobody left an address.<Ctrl-S>")
    let feedback = driver.programme.events[Fixture.recife.id]?.feedback
    #expect(feedback?.status == .notPossible && feedback?.reason == "Nobody left an address.")
  }

  @Test func `it is noted for all that are marked as one change, which is undone as one`() {
    var driver = Driver()
    driver.press("F  d<Ctrl-S>")
    let told =
      driver.programme.events.values.filter { $0.feedback.isTold }.map(\.id.text)
      + driver.programme.actions.values.filter { $0.feedback.isTold }.map(\.id.text)
    #expect(told.count == 2)
    #expect(driver.news.contains("for 2 records"))
    #expect(!driver.screen.contains("marked"))
    driver.press("u")
    #expect(!driver.programme.events.values.contains { $0.feedback.isTold })
    #expect(!driver.programme.actions.values.contains { $0.feedback.isTold })
  }

  @Test func `once it is noted the next one has the focus, and not what was told`() throws {
    var driver = Driver()
    driver.press("F")
    let first = try #require(driver.rows.firstIndex { $0.hasPrefix("›") })
    let next = driver.rows[first + 1].dropFirst(2)
    driver.press("d<Ctrl-S>")
    #expect(
      driver.programme.events.values.contains { $0.feedback.isTold }
        || driver.programme.actions.values.contains { $0.feedback.isTold })
    let focused = try #require(driver.rows.first { $0.hasPrefix("›") })
    #expect(focused.dropFirst(2) == next)
  }

  @Test func `a number that was reached is not asked for several at once`() {
    var driver = Driver()
    driver.press("F  d")
    #expect(!driver.screen.contains("How many were reached"))
  }

  @Test func `what is typed stays a draft and goes on for the same records`() {
    var driver = Driver()
    driver.press("F  i")
    driver.type("No way to reach them")
    driver.press("<Esc>")
    guard case .state(.keepDraft(let draft))? = driver.effects.last else {
      Issue.record("no draft was kept")
      return
    }
    #expect(!draft.record.isEmpty)
    var later = Driver(drafts: [draft])
    later.press("<Home><Enter>")
    #expect(later.screen.contains("No way to reach them"))
    later.press("<Ctrl-S>")
    #expect(later.application.desk.drafts.isEmpty)
    #expect(later.news.contains("2 records"))
  }

  @Test func `only what consent allows is told, with what was done and what could not be`() {
    var driver = Driver(programme(), columns: 120, rows: 60)
    driver.press("2/lyon<Enter><Enter>b")
    #expect(driver.screen.contains("jamais à moi"))
    #expect(!driver.screen.contains("On a parlé à mon interprète"))
    #expect(!driver.screen.contains("Amandine"))
    #expect(driver.screen.contains("We could not"))
    #expect(driver.screen.contains("The house is listed."))
    #expect(driver.screen.contains("Interpreter pool"))
  }

  @Test(arguments: [ConsentState.refused, .withdrawn])
  func `a passage whose publishing was refused or withdrawn is not told`(state: ConsentState) {
    var driver = Driver(programme(publishing: state), columns: 120, rows: 60)
    driver.press("2/lyon<Enter><Enter>b")
    #expect(!driver.screen.contains("jamais à moi"))
    #expect(driver.screen.contains("1 testimony; quotes that may be told word for word: 0"))
  }

  @Test func `of a closed event nothing that was said is told`() {
    var programme = programme()
    programme.events[Fixture.lyon.id]?.confidentiality = .closed
    programme.events[Fixture.lyon.id]?.summary = "A secret summary"
    var driver = Driver(programme, columns: 120, rows: 60)
    driver.press("2/lyon<Enter><Enter>b")
    #expect(!driver.screen.contains("jamais à moi") && !driver.screen.contains("secret"))
    #expect(driver.screen.contains("stays in the room"))
  }

  @Test(arguments: Languages.all)
  func `the chain is told unbroken, or with the link that is missing`(language: String) {
    let words = Words(LanguageTag(stored: language))
    var driver = Driver(programme(), language: language, columns: 120, rows: 60)
    driver.press("2/lyon<Enter><Enter>b")
    #expect(driver.screen.contains(words("chain.broken")))
    var told = programme()
    told.events[Fixture.lyon.id]?.feedback.status = .delivered
    told.events[Fixture.lyon.id]?.feedback.deliveredOn = CalendarDay(stored: "2024-07-01")
    told.events[Fixture.lyon.id]?.feedback.audiences = [.participants]
    told.events[Fixture.lyon.id]?.feedback.channel = "Letter"
    driver = Driver(told, language: language, columns: 120, rows: 60)
    driver.press("2/lyon<Enter><Enter>b")
    #expect(driver.screen.contains(words("chain.whole")))
  }

  @Test func `Home opens what can be told`() {
    var driver = Driver()
    let isThere = { (driver: Driver) in
      driver.rows.contains { $0.hasPrefix("›") && $0.contains("Tell people") }
    }
    for _ in 0..<12 where !isThere(driver) { driver.press("<Down>") }
    driver.press("<Right><Down><Enter>")
    #expect(driver.screen.contains("You said"))
  }

  @Test func `no size traps, and nothing to tell is said`() {
    for rows in [0, 1, 3, 10, 24] {
      var driver = Driver(columns: rows * 3, rows: rows)
      driver.press("F<Down> <Up>w<Enter><PgDn><End><Home>w<Esc>/x<Esc>d<Tab><Esc>")
      _ = (driver.screen, driver.lines)
    }
    var empty = Driver(Programme())
    empty.press("Fdyiw<Enter>")
    #expect(empty.screen.contains("nothing to tell"))
  }
}
