import HeardInsight
import HeardKit
import HeardModel
import HeardScreens
import TerminalCanvas
import Testing

/// What waits, as rows of equal things.
@Suite struct HomeGroupsTests {
  private static let sizes = [(32, 12), (80, 24), (140, 40)]

  /// Fifteen events that wait to be closed out and told of.
  private func crowded() -> Programme {
    var programme = Fixture.programme()
    for number in 10..<25 {
      var event = Fixture.event("2024-03-\(number)-fr-nice-aaaa", "Evening \(number)", "FR", "Nice")
      event.start = KnownDate(stored: "2024-03-\(number)")
      programme.events[event.id] = event
    }
    return programme
  }

  /// The fixture with two events of years before.
  private func withOld() -> Programme {
    var programme = Fixture.programme()
    for year in [2021, 2022] {
      var event = Fixture.event("\(year)-03-01-fr-brest-aaaa", "Early \(year)", "FR", "Brest")
      event.start = KnownDate(stored: "\(year)-03-01")
      programme.events[event.id] = event
    }
    return programme
  }

  @Test func `a coordinator sees what waits, what comes and the figures without scrolling`() {
    let screen = Driver(crowded()).screen
    for text in ["Waiting for you", "Coming up", "Vertrauensrunde", "18 events held"] {
      #expect(screen.contains(text), "\(text)")
    }
  }

  @Test func `equal things are one row: how many, what, where, and the longest wait`() {
    let rows = Driver(crowded()).rows
    let closing = rows.first { $0.contains("  Close out") } ?? ""
    #expect(closing.contains("  18  Close out"), "\(closing)")
    #expect(closing.contains("events of 2024"), "\(closing)")
    #expect(closing.hasSuffix("266 days ago"), "\(closing)")
    let telling = rows.first { $0.contains("Tell people") } ?? ""
    #expect(telling.contains("Nice, Lyon, 大阪 and 2 more"), "\(telling)")
    #expect(telling.hasSuffix("176 days late"), "\(telling)")
    let acting = rows.first { $0.contains("Actions past due") } ?? ""
    #expect(acting.contains("   1  Actions past due"), "\(acting)")
    #expect(acting.contains("Interpreter pool") && acting.hasSuffix("4 days late"), "\(acting)")
  }

  @Test func `the focused row fills the free lines, and moving passes them by`() {
    var driver = Driver(crowded())
    #expect(driver.rows[2].hasPrefix("›") && driver.rows[2].contains("Tell people"))
    #expect(driver.rows[3].contains("Nice") && driver.rows[3].contains("Evening 10"))
    #expect(driver.screen.contains("more"))
    driver.press("<Down>")
    #expect(driver.rows[3].hasPrefix("›") && driver.rows[3].contains("Close out"))
    #expect(driver.rows[4].contains("Nice") && driver.rows[4].contains("lacks: "))
    driver.press("<Up>")
    #expect(driver.rows[2].hasPrefix("›") && driver.rows[3].contains("Evening 10"))
  }

  @Test func `unfolded, the things are reached one by one; folded, they are a row again`() {
    var driver = Driver(crowded())
    driver.press("<Right><Down>")
    #expect(driver.rows[3].hasPrefix("›") && driver.rows[3].contains("Evening 10"))
    driver.press("<Down><Enter>")
    #expect(driver.screen.contains("Evening 11") && driver.screen.contains("You said"))
    driver.press("<Esc>")
    #expect(driver.rows[4].hasPrefix("›") && driver.rows[4].contains("Evening 11"))
    driver.press("<Left>")
    #expect(driver.rows[2].hasPrefix("›") && driver.rows[2].contains("Tell people"))
    driver.press("<Down>")
    #expect(driver.rows[3].hasPrefix("›") && driver.rows[3].contains("Close out"))
  }

  @Test func `a row opens its list, which has as many as it says, and a single thing itself`() {
    var driver = Driver(crowded())
    driver.press("<Down><Enter>")
    #expect(driver.lines[0].contains("Close out: 18 waiting"), "\(driver.lines[0])")
    driver.press("<Enter>")
    #expect(driver.screen.contains("To settle"))
    driver.press("1")
    driver.go(to: "Actions past due")
    driver.press("<Right>")
    #expect(driver.news == "This row is one thing: Enter opens it.")
    driver.press("<Enter>")
    #expect(driver.screen.contains("Follow-up action  "), "\(driver.screen)")
    #expect(driver.screen.contains("Interpreter pool for Lyon clinics"))
  }

  @Test func `what is older than a year is one row, shown or said to be history in one change`() {
    let programme = withOld()
    var driver = Driver(programme, columns: 120, rows: 40)
    let older = driver.rows.first { $0.contains("Older than a year") } ?? ""
    #expect(older.contains("   2  Older than a year") && older.contains("H shows them"), "\(older)")
    let closing = driver.rows.first { $0.contains("Close out") } ?? ""
    #expect(closing.contains("   3  Close out"), "\(closing)")
    driver.press("H1")
    #expect(driver.lines[0].contains("Older than a year: 4 waiting"), "\(driver.lines[0])")
    #expect(driver.screen.contains("Early 2021"))
    driver.press("<Esc>H3")
    #expect(driver.programme.events == programme.events)
    driver.press("H2")
    #expect(driver.programme.events == programme.events)
    driver.press("<Enter>")
    #expect(driver.programme.events.values.count { $0.isBeforeHeard } == 2)
    driver.press("1")
    #expect(!driver.screen.contains("Older than a year"))
    driver.press("u")
    #expect(driver.programme.events == programme.events)
    #expect(driver.screen.contains("Older than a year"))
  }

  @Test func `an event of which something is younger than a year is not folded`() {
    var programme = withOld()
    let id = Fixture.event("2022-03-01-fr-brest-aaaa", "", "FR", "").id
    programme.events[id]?.feedback.due = CalendarDay(stored: "2024-09-01")
    var driver = Driver(programme, columns: 120, rows: 40)
    #expect(driver.rows.contains { $0.contains("   1  Older than a year") })
    driver.press("H2<Enter>")
    #expect(driver.programme.events[id]?.isBeforeHeard == false)
  }

  @Test func `drafts are one row, which opens the only one or unfolds`() {
    var drafts: [Draft] = []
    for (number, day) in ["2024-11-29", "2024-11-30"].enumerated() {
      var draft = Draft()
      draft.id = "event-\(number)"
      draft.form = "event"
      draft.fields = ["title": "Half \(number)"]
      draft.at = Moment(stored: "\(day)T09:00:00Z") ?? Moment(seconds: 0)
      drafts.append(draft)
    }
    var driver = Driver(drafts: drafts)
    #expect(driver.rows[2].contains("   2  Finish a draft"), "\(driver.rows[2])")
    #expect(driver.rows[2].hasSuffix("2 days ago"), "\(driver.rows[2])")
    driver.press("<Right><Down><Del>2")
    #expect(driver.application.desk.drafts.map(\.id) == ["event-1"])
    driver.press("<Home><Enter>")
    #expect(driver.screen.contains("Half 1"))
  }

  @Test func `a manager signs first: complete quarters, then what others do late`() {
    var programme = Programme()
    for month in ["02", "05"] {
      var event = Fixture.event("2023-\(month)-01-fr-lens-aaaa", "Old", "FR", "Lens")
      event.start = KnownDate(stored: "2023-\(month)-01")
      event.isBeforeHeard = true
      (event.attendance.source, event.attendance.total) = (.counted, 12)
      programme.events[event.id] = event
    }
    programme.actions[Fixture.interpreters.id] = Fixture.interpreters
    var settings = PersonalSettings()
    settings.role = .manager
    var driver = Driver(programme, settings: settings, columns: 100, rows: 40)
    #expect(driver.rows[2].hasPrefix("›") && driver.rows[2].contains("   2  Approve"))
    #expect(driver.rows[2].contains("FR 2023-Q1"), "\(driver.rows[2])")
    #expect(driver.screen.contains("Actions past due"))
    #expect(driver.screen.contains("█ 24 counted"))
    let coordinator = Driver(programme)
    #expect(!coordinator.screen.contains("Approve"))
    driver.press("<Right><Down><Enter>")
    #expect(driver.lines[0].contains("Approv"), "\(driver.lines[0])")
  }

  @Test(arguments: Languages.all, sizes)
  func `rows fit every size in every language, and what waits is seen`(
    language: String, size: (Int, Int)
  ) {
    var driver = Driver(withOld(), language: language, columns: size.0, rows: size.1)
    let words = driver.application.desk.words
    #expect(driver.screen.contains(words("home.group.tell")), "\(driver.screen)")
    for _ in 0..<30 {
      #expect(driver.rows.contains { $0.hasPrefix("›") })
      #expect(driver.rows.allSatisfy { TextWidth.columns(of: StyledText($0)) <= size.0 })
      driver.press("<Down>")
    }
    // Numbers never give way to names.
    driver.press("<Home>")
    #expect(driver.rows[2].contains("4"), "\(driver.rows[2])")
  }

  @Test func `what a group holds is told by sight and by ear once`() {
    let driver = Driver(crowded())
    let row = driver.lines.first { $0.contains("Close out: 18") }
    #expect(row?.contains("events of 2024, longest: 266 days ago") ?? false, "\(driver.lines)")
    #expect(!driver.lines.contains { $0.contains("Evening 10") })
    #expect(driver.lines.allSatisfy { !$0.contains("█") })
  }

  @Test func `in plain lines a number opens a row, and unfold with a number shows its things`() {
    var talk = Talk(withOld())
    talk.type("unfold 1")
    #expect(talk.text.contains("Tell people, Lyon, "), "\(talk.text)")
    talk.type("fold")
    #expect(talk.said.contains { $0.hasPrefix("1. Tell people: 4") }, "\(talk.text)")
    talk.type("2")
    #expect(talk.text.contains("Close out: 3 waiting"), "\(talk.text)")
    talk.type("back", "history")
    #expect(talk.text.contains("2 events wait here. Are they from before Heard?"))
    talk.type("1")
    #expect(talk.text.contains("Early 2021"), "\(talk.text)")
  }

  @Test(arguments: Languages.all)
  func `an empty programme says how it begins`(language: String) {
    let driver = Driver(Programme(), language: language)
    let words = driver.application.desk.words
    #expect(driver.lines.contains(words("home.noEvents")))
    #expect(words("home.noEvents").contains("N") && words("home.noEvents").contains("I"))
    #expect(words("home.noEvents").contains(words("command.tour")))
  }

  @Test func `how sure the numbers are is one picture, in every terminal`() {
    var settings = PersonalSettings()
    settings.role = .manager
    let screen = Driver(settings: settings, columns: 100, rows: 40).screen
    #expect(screen.contains("█ 84 counted   ▓ 2 listed   ░ 40 estimated"))
    settings.usesASCII = true
    let plain = Driver(settings: settings, columns: 100, rows: 40).screen
    #expect(plain.contains("# 84 counted   = 2 listed   . 40 estimated"))
    let bar = SureBar.text(
      Driver().application.desk.insight.headline.attendances, of: 126, columns: 20, isASCII: true)
    #expect(bar == "#############=......")
  }
}

extension Driver {
  /// Moves down to the row that holds a text.
  mutating func go(to text: String) {
    press("<Home>")
    for _ in 0..<60 where !rows.contains(where: { $0.hasPrefix("›") && $0.contains(text) }) {
      press("<Down>")
    }
  }
}
