import HeardKit
import HeardModel
import TerminalCanvas
import Testing

@testable import HeardScreens

/// Words typed where letters are commands, one key at a time, each with its own frame.
@Suite struct TypingTests {
  private static let words = [
    "part letter", "asked me. ", "he said a lot ", "Dear Diana ", "mad dad ", "Add tea ",
    "can we under quarter D ",
  ]

  /// The sentences of a testimony, of which a quote is chosen.
  private static var passage: Driver {
    var programme = Fixture.programme()
    programme.testimonies[Fixture.heardInLyon.id]?.text = "J'ai attendu. Puis rien ! Voilà."
    var driver = TestimonyScreenTests.opened(programme)
    driver.press("Q")
    return driver
  }

  /// A place at which u would take the last change back.
  private static func withSomethingToUndo(_ place: Driver) -> Driver {
    var driver = place
    var noted = Fixture.berlin
    noted.notes = "Noted before"
    if let change = Change(
      .edited(kind: .event, title: noted.title),
      before: driver.programme.record(.event(noted.id)), after: .event(noted))
    {
      driver.application.desk.change(change)
    }
    driver.perform(.whereAmI)
    return driver
  }

  private static func isSave(_ effect: Effect) -> Bool {
    if case .folder(.save) = effect { true } else { false }
  }

  /// A person who begins to type a while after all that came before.
  private static func typed(_ driver: Driver, pace: Int) -> Driver {
    var driver = driver
    driver.pace = pace
    driver.pass(milliseconds: 5_000)
    return driver
  }

  @Test(arguments: [90, 200, 390])
  func `words that are typed on change nothing anywhere`(pace: Int) {
    let places = Walk.near.values.flatMap { $0.prefix(4) } + [Self.passage]
    for place in places where !place.application.screen.takesDigits {
      for words in Self.words {
        var driver = Self.typed(Self.withSomethingToUndo(place), pace: pace)
        let saved = driver.effects.count(where: Self.isSave)
        driver.type(words)
        driver.pass(milliseconds: 5_000)
        #expect(
          driver.effects.count(where: Self.isSave) == saved,
          "\(place.application.screen.name): \(words)")
      }
    }
  }

  @Test func `a letter by itself removes, and is carried out after a moment`() {
    var driver = Self.typed(Driver(at: .event(Fixture.berlin.id)), pace: 1_000)
    driver.press("D")
    #expect(driver.programme.events[Fixture.berlin.id] != nil)
    driver.pass(milliseconds: 400)
    #expect(driver.programme.events[Fixture.berlin.id] == nil)
    #expect(driver.news.contains("u undoes it"))
  }

  @Test func `a key that is no letter carries out the letter before it at once`() {
    var driver = Self.typed(Driver(at: .event(Fixture.berlin.id)), pace: 50)
    driver.press("D<Down>")
    #expect(driver.programme.events[Fixture.berlin.id] == nil)
  }

  @Test func `Esc takes a letter back that waits, and the screen stays`() {
    var driver = Self.typed(Driver(at: .event(Fixture.berlin.id)), pace: 50)
    driver.press("D<Esc>")
    driver.pass(milliseconds: 5_000)
    #expect(driver.programme.events[Fixture.berlin.id] != nil)
    #expect(driver.rows[0].contains("Event"))
  }

  @Test func `after a word that did nothing its last letter does nothing either, and it is said`() {
    var driver = Self.typed(Driver(at: .event(Fixture.berlin.id)), pace: 100)
    driver.press("HD")
    #expect(driver.news.contains("D did nothing"))
    driver.pass(milliseconds: 5_000)
    #expect(driver.programme.events[Fixture.berlin.id] != nil)
  }

  @Test func `the last letter of a word takes nothing back`() {
    var driver = Self.typed(Self.withSomethingToUndo(Driver()), pace: 150)
    driver.press("you")
    driver.pass(milliseconds: 5_000)
    #expect(driver.programme.events[Fixture.berlin.id]?.notes == "Noted before")
  }

  @Test func `Enter twice at once applies nothing to several records`() {
    var driver = Driver(at: .events())
    driver.press("*B<Down><Down><Enter>North")
    driver = Self.typed(driver, pace: 100)
    let before = driver.programme.events
    driver.press("<Enter><Enter>")
    driver.pass(milliseconds: 1_000)
    #expect(driver.programme.events == before)
    driver.press("<Enter>")
    #expect(driver.programme.events != before)
  }

  @Test func `steps in a list and digits are no text before a letter`() {
    var driver = Self.typed(Driver(), pace: 50)
    driver.press("2e")
    #expect(driver.application.screen.takesText)
    driver = Self.typed(Driver(at: .events()), pace: 50)
    driver.press("jkjN")
    #expect(driver.application.screen.takesText)
  }

  @Test func `u pressed twice at once takes two changes back`() {
    var driver = Driver(at: .event(Fixture.berlin.id))
    let before = driver.programme.events
    driver.press("m2m3")
    driver = Self.typed(driver, pace: 100)
    driver.press("uu")
    driver.pass(milliseconds: 400)
    #expect(driver.programme.events == before)
  }

  @Test func `a letter under other letters begins no record`() {
    var driver = Self.typed(Driver(at: .telling()), pace: 150)
    driver.press("part")
    #expect(!driver.application.screen.takesText)
    #expect(driver.application.form == nil)
  }

  @Test func `who counts at the door counts at once, a space within words counts nobody`() {
    var driver = Self.typed(Driver(at: .event(Fixture.lyon.id)), pace: 100)
    let before = driver.programme.events[Fixture.lyon.id]?.attendance.tally
    driver.press("can we")
    #expect(driver.programme.events[Fixture.lyon.id]?.attendance.tally == before)
    driver.pass(milliseconds: 1_000)
    driver.press("++")
    #expect(driver.programme.events[Fixture.lyon.id]?.attendance.tally == before.map { $0 + 2 })
  }

  @Test func `where a passage is chosen letters begin nothing else`() {
    var driver = Self.typed(Self.passage, pace: 100)
    driver.type("asked me of it")
    #expect(driver.application.screen.name == "passage")
    #expect(driver.news.contains("does nothing here"))
  }

  @Test func `letters answer no question, and so does nothing that follows them at once`() {
    var driver = Self.typed(Driver(at: .event(Fixture.lyon.id)), pace: 100)
    driver.press("mad4")
    #expect(driver.programme.events[Fixture.lyon.id]?.status == .held)
    #expect(driver.news.contains("Pause for a moment"))
    driver.pass(milliseconds: 500)
    driver.press("4")
    #expect(driver.programme.events[Fixture.lyon.id]?.status == .cancelled)
  }

  @Test func `after keys that came before the question it takes none until a pause`() {
    var driver = Self.typed(Driver(at: .event(Fixture.lyon.id)), pace: 100)
    driver.isTypingAhead = true
    driver.press("m4")
    driver.application.noteDrawn()
    driver.press("4")
    #expect(driver.programme.events[Fixture.lyon.id]?.status == .held)
    #expect(driver.application.question != nil)
    driver.application.noteDrawn()
    driver.pass(milliseconds: 300)
    driver.press("4")
    #expect(driver.programme.events[Fixture.lyon.id]?.status == .cancelled)
  }

  @Test func `what was removed is told until it can be read, and what follows stands behind it`() {
    var driver = Self.typed(Driver(at: .events()), pace: 500)
    driver.press("/vertrauensrunde<Enter>D<Down>")
    #expect(driver.news.contains("Removed event: Berlin · Vertrauensrunde"))
    driver.press("x~")
    #expect(driver.news.contains("Removed event: Berlin · Vertrauensrunde"))
    #expect(driver.news.contains("~ does nothing here"))
    driver.pass(milliseconds: 2_000)
    driver.press("~")
    #expect(!driver.news.contains("Removed"))
    #expect(driver.application.desk.said.contains { $0.news.text.contains("Removed event") })
  }

  @Test func `presses at the door replace each other's news`() {
    var driver = Self.typed(Driver(at: .door(Fixture.recife.id)), pace: 100)
    driver.press("+++")
    #expect(driver.news.components(separatedBy: "counted").count <= 2)
  }
}
