import HeardKit
import HeardModel
import HeardScreens
import Testing

@Suite struct ActionsScreenTests {
  @Test func `overdue actions stand first with the days that they are late`() throws {
    var driver = Driver()
    driver.press("4")
    let rows = driver.lines.filter { $0.contains("Title: ") }
    #expect(rows.first?.contains("4 days late") ?? false)
    #expect(rows.first?.contains("Interpreter pool for Lyon clinics") ?? false)
    #expect(rows.last?.contains("done") ?? false)
    #expect(driver.screen.contains("2 actions: 1 open (1 overdue) · 1 done"))
  }

  @Test func `the filter works while it is typed and x takes it away`() {
    var driver = Driver()
    driver.press("4/train")
    #expect(!driver.screen.contains("Interpreter pool"))
    #expect(driver.screen.contains("Training of recept"))
    driver.press("<Enter>x")
    #expect(driver.screen.contains("Interpreter pool"))
  }

  @Test func `a key of another list is said and finds nothing`() {
    var driver = Driver()
    driver.press("4/topic:language<Enter>")
    #expect(driver.screen.contains("topic filters other lists"))
    // Nobody knows what would fit, so nothing is said to fit or not.
    #expect(driver.screen.contains("The filter was not understood"))
    #expect(!driver.screen.contains("No action fits the filter"))
    driver.press("x/nothing like it<Enter>")
    #expect(driver.screen.contains("No action fits the filter"))
  }

  @Test func `done by one key notes today, says so, and can be undone`() throws {
    var driver = Driver()
    driver.press("4m")
    #expect(driver.screen.contains("Interpreter pool for Lyon clinics is in progress."))
    #expect(driver.screen.contains("› 3  in progress (now)"))
    driver.press("4")
    let id = Fixture.interpreters.id
    #expect(driver.programme.actions[id]?.status == .done)
    #expect(driver.programme.actions[id]?.doneOn?.stored == "2024-12-01")
    #expect(driver.news.contains("Done on December 1, 2024"))
    driver.press("u")
    #expect(driver.programme.actions[id] == Fixture.interpreters)
  }

  @Test func `declined asks for its reason and is saved only with one`() {
    var driver = Driver()
    let id = Fixture.interpreters.id
    driver.press("4m6")
    #expect(driver.programme.actions[id]?.status == .inProgress)
    #expect(driver.screen.contains("› Reason"))
    driver.press("<Ctrl-S>")
    #expect(driver.screen.contains("A reason is needed here."))
    #expect(driver.programme.actions[id]?.status == .inProgress)
    driver.press("No money<Ctrl-S>")
    #expect(driver.programme.actions[id]?.status == .declined)
    #expect(driver.programme.actions[id]?.reason == "No money")
  }

  @Test func `a removed action comes back with u`() {
    var driver = Driver()
    driver.press("4D")
    // It answers what somebody told, so that it does not go by one key.
    #expect(driver.lines.joined(separator: " ").contains("With it goes: the answer to 1"))
    driver.press("<Enter>")
    #expect(driver.programme.actions[Fixture.interpreters.id] != nil)
    driver.press("D2")
    #expect(driver.programme.actions[Fixture.interpreters.id] == nil)
    driver.press("u")
    #expect(driver.programme.actions[Fixture.interpreters.id] == Fixture.interpreters)
  }

  @Test func `an action shows what it answers and opens it`() {
    var driver = Driver()
    driver.press("4<Enter>")
    #expect(driver.screen.contains("Heard: Amandine · Dialogue on disability and care"))
    #expect(driver.screen.contains("On a parlé à mon"))
    #expect(driver.screen.contains("Told:"))
    driver.press("<Down><Enter>")
    #expect(driver.screen.contains("Heard  Event"))
  }

  @Test func `words that this reader may not see stand neither in list, preview nor form`() {
    var programme = Fixture.programme()
    var action = Fixture.interpreters
    action.testimonies = [Fixture.heardInRecife.id]
    programme.actions[action.id] = action
    var driver = Driver(programme, columns: 140, rows: 40)
    var seen = ""
    for keys in ["4", "<Enter>", "<Esc>", "e", "<Ctrl-F>"] {
      driver.press(keys)
      seen += driver.screen + driver.lines.joined(separator: "\n")
    }
    #expect(seen.contains("t-recife0001"))
    #expect(!seen.contains("Jurema"))
    #expect(!seen.contains("sete horas"))
  }

  @Test func `a warning keeps the first words away until asked for`() {
    var programme = Fixture.programme()
    programme.testimonies[Fixture.heardInLyon.id]?.contentWarning = "violence"
    var driver = Driver(programme)
    driver.press("4<Enter>")
    #expect(driver.screen.contains("Amandine"))
    #expect(!driver.screen.contains("On a parlé"))
  }

  @Test func `each order can be turned round and keeps the focused action`() {
    var driver = Driver()
    driver.press("4<Down>")
    for _ in 0..<8 {
      driver.press("sS")
      let focused = driver.lines.first { $0.hasPrefix("› ") } ?? ""
      #expect(focused.contains("Training of reception staff"))
    }
  }

  @Test func `a long action is read to its end on a small screen, and back`() {
    var programme = Fixture.programme()
    let lines = (1...60).map { "Line \($0)." }.joined(separator: "\n")
    programme.actions[Fixture.interpreters.id]?.description = lines
    var driver = Driver(programme)
    driver.press("4<Enter>")
    #expect(!driver.screen.contains("Line 60."))
    #expect(driver.screen.contains("PgDn"))
    for _ in 0..<12 { driver.press("<PgDn>") }
    #expect(driver.screen.contains("Line 60."))
    #expect(driver.screen.contains("› testimony"))
    for _ in 0..<12 { driver.press("<PgUp>") }
    #expect(driver.screen.contains("Interpreter pool for Lyon clinics"))
  }
}
