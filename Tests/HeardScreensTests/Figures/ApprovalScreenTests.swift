import HeardInsight
import HeardKit
import HeardModel
import TerminalCanvas
import Testing

@testable import HeardScreens

@Suite struct ApprovalScreenTests {
  private func settings(_ role: TeamRole = .manager, name: String = "Manon") -> PersonalSettings {
    var settings = PersonalSettings()
    (settings.role, settings.name) = (role, name)
    return settings
  }

  private let list = ":goApprovals<Enter>"

  private var france: ApprovalPeriod { Self.period("FR-2024-Q2") }

  private static func period(_ text: String) -> ApprovalPeriod {
    ApprovalPeriod(stored: text) ?? Approval().id
  }

  /// The page of the quarter of Lyon.
  private func driver(
    _ programme: Programme = Fixture.programme(), _ settings: PersonalSettings? = nil,
    language: String = "en", unreadable: [FileFault] = [], at period: String = "FR-2024-Q2"
  ) -> Driver {
    Driver(
      programme, settings: settings ?? self.settings(), language: language,
      unreadable: unreadable, at: .approval(Self.period(period)), columns: 100, rows: 40)
  }

  private func approved(_ language: String = "en") -> Driver {
    var driver = driver(language: language)
    driver.press("A2")
    return driver
  }

  @Test(arguments: Languages.all)
  func `what is open is listed before, and opens`(language: String) {
    let words = Words(LanguageTag(stored: language))
    var driver = driver(
      language: language, unreadable: [FileFault(file: "events/x.json", kind: .json(.empty))])
    #expect(driver.screen.contains(words("check.closeOut")))
    #expect(driver.screen.contains(words("approval.preview")))
    #expect(driver.screen.contains(words("approval.files", count: 1)))
    driver.press("<Home><Enter>")
    #expect(driver.screen.contains(words("closeOut.matter")))
  }

  @Test(arguments: Languages.all)
  func `approving asks, keeps the figures and what was open, and locks`(language: String) throws {
    let words = Words(LanguageTag(stored: language))
    var driver = driver(language: language)
    driver.press("A")
    #expect(driver.programme.approvals.isEmpty)
    #expect(driver.application.describe().overlay != nil && driver.screen.contains("84"))
    driver.press("2")
    let entry = try #require(driver.programme.approvals[france]?.locking)
    #expect(entry.by == "Manon" && entry.at == driver.now)
    #expect(entry.figures.attendances == 84 && entry.figures.events == 1)
    #expect(entry.stillOpen[.closeOut] == 1)
    #expect(driver.screen.contains(words("lock.word")))
  }

  @Test func `Esc and the first answer approve nothing`() {
    var driver = driver()
    driver.press("A<Esc>A1")
    #expect(driver.programme.approvals.isEmpty)
  }

  @Test func `who is no manager, has no name, or is too early is told so`() {
    var other = driver(Fixture.programme(), settings(.coordinator))
    other.press("A")
    #expect(other.news.contains("Only a manager"))
    other = driver(Fixture.programme(), settings(name: ""))
    other.press("A")
    #expect(other.news.contains("your name"))
    var programme = Fixture.programme()
    programme.events[Fixture.lyon.id]?.start = KnownDate(stored: "2024-11")
    var early = driver(programme, at: "FR-2024-Q4")
    early.press("A")
    #expect(early.news.contains("It can be approved after that."))
    #expect(early.programme.approvals.isEmpty)
  }

  @Test(arguments: Languages.all)
  func `a change of what is locked says by whom, when and how to unlock it`(language: String) {
    var driver = approved(language)
    let before = driver.programme.events[Fixture.lyon.id]
    driver.press("2/lyon<Enter>")
    #expect(driver.screen.contains("# Dialogue"))
    driver.press("e<Ctrl-F>")
    #expect(driver.screen.contains("Manon"))
    driver.press("<Home>X")
    #expect(driver.news.contains("Manon"))
    // Nothing is typed in vain, and no draft is kept that could never be saved.
    #expect(!driver.screen.contains("XDialogue"))
    #expect(driver.keepDrafts() == nil)
    driver.press("<Ctrl-S>")
    #expect(driver.programme.events[Fixture.lyon.id] == before)
  }

  @Test func `under a lock an event may still become more confidential`() {
    var driver = approved()
    driver.press("2/lyon<Enter>e<Ctrl-F>")
    driver.focusField("title")
    driver.press("X")
    #expect(driver.application.form?.filled.isChanged == false)
    driver.focusField("confidentiality")
    driver.press("<Right><Ctrl-S>")
    #expect(driver.programme.events[Fixture.lyon.id]?.confidentiality == .chathamHouse)
  }

  @Test func `what was begun before the lock stays in its form and can go on`() {
    var driver = Driver(at: .events())
    driver.press("/lyon<Enter>e<Home>X")
    driver.take(.folder(.loaded(approved().programme, unreadable: [], copies: [])))
    driver.press("Y")
    #expect(driver.screen.contains("XYDialogue"))
  }

  @Test func `every way of changing a locked event is refused`() {
    var driver = approved()
    let before = driver.programme
    driver.press("2/lyon<Enter>")
    for keys in ["c+<Esc>", "D", "<Enter>m5<Esc>", "<Enter>oS<Esc><Esc>"] {
      driver.press(keys)
      #expect(driver.programme.events == before.events, "\(keys)")
    }
  }

  @Test func `telling people goes on under a lock`() {
    var driver = approved()
    driver.press("2/lyon<Enter><Enter>bd<Ctrl-S>")
    #expect(driver.programme.events[Fixture.lyon.id]?.feedback.status == .delivered)
    driver.press(list)
    #expect(driver.screen.contains("approved"))
    #expect(!driver.screen.contains("changed"))
  }

  @Test func `a change from before the approval is not undone under it`() {
    var driver = Driver(settings: settings(), columns: 100, rows: 40)
    driver.press("2/lyon<Enter>e<End>!<Ctrl-S>")
    let title = driver.programme.events[Fixture.lyon.id]?.title
    focus("FR-2024-Q2", &driver)
    driver.press("AA2")
    #expect(driver.programme.approvals[france]?.lock != nil)
    driver.press("u")
    #expect(driver.news.contains("locked"))
    #expect(driver.programme.events[Fixture.lyon.id]?.title == title)
  }

  @Test func `the approval itself is not undone, but unlocked with a reason`() throws {
    var driver = approved()
    driver.press("u")
    #expect(driver.programme.approvals[france]?.lock != nil)
    driver.press("U<Ctrl-S>")
    #expect(driver.programme.approvals[france]?.lock != nil)
    driver.press("A wrong count<Ctrl-S>")
    let entry = try #require(driver.programme.approvals[france]?.entries.first)
    #expect(entry.unlocked == Unlocking(at: driver.now, by: "Manon", reason: "A wrong count"))
    #expect(driver.lines.contains { $0.contains("84 attendances") && $0.contains("A wrong count") })
    driver.press("2/lyon<Enter>e<Home>X<Ctrl-S>")
    #expect(driver.programme.events[Fixture.lyon.id]?.title.hasPrefix("X") == true)
  }

  @Test func `figures that differ stand side by side, changed while locked`() throws {
    var programme = approved().programme
    programme.events[Fixture.lyon.id]?.attendance.total = 90
    var driver = driver(programme)
    #expect(driver.screen.contains("1 changed while locked"))
    let row = try #require(driver.lines.first { $0.contains("Attendances") })
    #expect(row.contains("2024-12-01: 84") && row.contains("Now: +6  90"), "\(row)")
    driver.press("<Home><Enter>")
    #expect(driver.screen.contains("[History]"))
  }

  @Test func `a withdrawal is told as one, and no lock holds it`() {
    var programme = approved().programme
    programme.testimonies[Fixture.heardInLyon.id]?.consent.entries.append(
      ConsentEntry(
        id: "e-9", purpose: .record, state: .withdrawn,
        at: Moment(stored: "2024-12-01T00:00:00Z") ?? Moment(seconds: 0), by: "Noor Example"))
    let driver = driver(programme)
    #expect(driver.screen.contains("changed by a withdrawal"))
    #expect(driver.screen.contains("1 withdrawn or erased"))
  }

  @Test func `events without a month are said to be in no quarter, and open at their date`() {
    var programme = Fixture.programme()
    var unknown = Fixture.event("2024-fr-nice-aaaa", "Some evening", "FR", "Nice")
    unknown.start = KnownDate(stored: "2024")
    programme.events[unknown.id] = unknown
    var driver = driver(programme)
    #expect(driver.screen.contains("In no quarter"))
    driver.press("<End><Enter>")
    #expect(driver.screen.contains("› Date"))
  }

  @Test func `of a bulk change the locked records are left out, and it is said`() throws {
    var desk = approved().application.desk
    var (lyon, recife) = (Fixture.lyon, Fixture.recife)
    lyon.place = "Villeurbanne"
    recife.place = "Olinda"
    let edits = [
      try #require(Edit(before: .event(Fixture.lyon), after: .event(lyon))),
      try #require(Edit(before: .event(Fixture.recife), after: .event(recife))),
    ]
    let isMade = desk.change(Change(.several(kind: .event, count: 2), edits))
    #expect(isMade)
    #expect(desk.programme.events[lyon.id]?.place == "Lyon")
    #expect(desk.programme.events[recife.id]?.place == "Olinda")
    #expect(desk.news?.text.contains("1 event is locked") == true)
    let isLocked = !desk.change(Change(.several(kind: .event, count: 1), [edits[0]]))
    #expect(isLocked)
  }

  @Test func `a reason that is typed stays a draft`() {
    var driver = approved()
    driver.press("U")
    driver.type("Half a reason")
    driver.press("<Esc>")
    guard case .state(.keepDraft(let draft))? = driver.effects.last else {
      Issue.record("no draft was kept")
      return
    }
    var later = Driver(driver.programme, settings: settings(), drafts: [draft])
    for _ in 0..<9 where !later.screen.contains("Why it is unlocked") {
      later.press("<Home><Enter>")
    }
    #expect(later.screen.contains("Half a reason"))
  }

  @Test func `every approval stands there with its numbers, also after the next one`() throws {
    var driver = approved()
    driver.now = Moment(stored: "2024-12-05T10:00:00Z") ?? driver.now
    driver.press("U")
    driver.type("One event came late")
    driver.press("<Ctrl-S>")
    driver.press("2/lyon<Enter>c+<Esc>")
    driver.press(list)
    focus("FR-2024-Q2", &driver)
    #expect(driver.lines.contains { $0.contains("84 approved on 2024-12-01, unlocked since") })
    driver.press("AA2")
    let row = try #require(driver.lines.first { $0.contains("Attendances") })
    #expect(row.contains("2024-12-01: 84") && row.contains("2024-12-05: +1  85"), "\(row)")
    let entries = driver.lines.filter { $0.contains("attendances") && $0.contains("Manon") }
    #expect(entries.count == 2, "\(driver.lines)")
    #expect(entries.first?.contains("85 attendances (+1)") == true)
    #expect(entries.last?.contains("One event came late") == true)
    #expect(driver.programme.approvals[france]?.entries.map(\.figures.attendances) == [84, 85])
    // The focused one tells all that it counted.
    driver.press("<End>")
    #expect(driver.lines.contains { $0.contains("Attendances: 84 · counted: 84") })
  }

  @Test(arguments: Languages.all)
  func `a year, no date and no country are looked at and approved as a quarter is`(
    language: String
  ) throws {
    var programme = Fixture.programme()
    for (name, land, start) in [
      ("2024-fr-nice-aaaa", "FR", "2023"), ("undated-fr-nice-aaaa", "FR", ""),
      ("2024-05-xx-nice-aaaa", "", "2024-05"), ("undated-xx-nice-aaaa", "", ""),
    ] {
      var event = Fixture.event(name, "Some evening", land, "Nice")
      event.start = KnownDate(stored: start)
      event.attendance.total = 7
      programme.events[event.id] = event
    }
    for text in ["FR-2023", "FR-undated", "none-2024-Q2", "none-undated"] {
      var driver = driver(programme, language: language, at: text)
      driver.press("A2")
      let entry = driver.programme.approvals[Self.period(text)]?.locking
      #expect(entry?.figures.events == 1 && entry?.figures.attendances == 7, "\(text)")
      #expect(entry?.events.count == 1, "\(text)")
      driver.press("<Home>E")
      #expect(driver.lines.contains { $0.contains("Some evening") }, "\(text)")
    }
  }

  @Test func `what does not fit in the numbers is told before, and opens where it is counted`() {
    var programme = Fixture.programme()
    programme.events[Fixture.lyon.id]?.attendance.inRole = 86
    var driver = driver(programme)
    #expect(
      driver.lines.contains { $0.contains("More people have a role (86) than attended (84).") })
    for _ in 0..<6 where !driver.rows.contains(where: { $0.contains("›") && $0.contains("(86)") }) {
      driver.press("<Down>")
    }
    driver.press("<Enter>")
    #expect(!driver.lines[0].contains("Approval") && driver.screen.contains("84"))
  }

  @Test func `no size and no empty programme traps`() {
    for rows in [0, 1, 3, 10, 24] {
      for programme in [Programme(), Fixture.programme()] {
        var driver = Driver(programme, settings: settings(), columns: rows * 3, rows: rows)
        driver.press(list + "<Down><End><Home>wYAU<Esc><Enter><Down>wAU<Esc>E<Esc><Esc>")
        _ = (driver.screen, driver.lines)
      }
    }
  }

  private func focus(_ text: String, _ driver: inout Driver) {
    ApprovalsGrid.focus(Self.period(text), &driver)
  }
}
