import HeardKit
import HeardModel
import Testing

@testable import HeardScreens

@Suite struct EventScreenTests {
  private static func programme() -> Programme {
    var programme = Fixture.programme()
    var event = Fixture.lyon
    event.title = String(repeating: "Un titre très long ", count: 16)
    event.summary = Array(repeating: "Ce qui a été dit.", count: 12).joined(separator: "\n")
    event.venue = "Salle des fêtes"
    event.notes = "The very end"
    programme.events[event.id] = event
    return programme
  }

  @Test func `an overview that does not fit says so and is read to its end`() {
    var driver = Driver(Self.programme())
    driver.press("2/lyon<Enter><Enter>")
    #expect(driver.screen.contains("PgDn: more below"))
    #expect(!driver.screen.contains("The very end"))
    driver.press("<PgDn><PgDn><PgDn>")
    #expect(driver.screen.contains("The very end"))
    #expect(!driver.screen.contains("PgDn: more below"))
    driver.press("<Up>")
    #expect(driver.screen.contains("PgDn: more below"))
    driver.press("<Home>")
    #expect(driver.screen.contains("Un titre très long"))
    #expect(driver.lines.contains { $0.contains("The very end") })
  }

  @Test func `an event with people on its list goes only after a question that names them`() {
    for opening in ["2/osaka<Enter>", "2/osaka<Enter><Enter>"] {
      var driver = Driver()
      driver.press(opening + "D")
      #expect(driver.lines.joined(separator: " ").contains("With it goes: 3 people on the list"))
      driver.press("<Enter>")
      #expect(driver.programme.events[Fixture.osaka.id] == Fixture.osaka)
      driver.press("D2")
      #expect(driver.programme.events[Fixture.osaka.id] == nil)
      #expect(driver.rows[0].contains("Events"))
      driver.press("u")
      #expect(driver.programme.events[Fixture.osaka.id] == Fixture.osaka)
    }
  }

  @Test func `an event at which something was told is not removed, and nothing is asked`() {
    var driver = Driver(at: .event(Fixture.lyon.id))
    driver.press("D")
    #expect(driver.application.question == nil)
    #expect(driver.news.contains("Not removed"))
  }

  @Test func `a short overview does not move`() {
    var driver = Driver()
    driver.press("2/lyon<Enter><Enter>")
    let before = driver.screen
    driver.press("<PgDn><Down>")
    #expect(driver.screen == before)
  }

  @Test func `names of any length leave in sight what became of an action`() {
    var programme = Fixture.programme()
    var action = Fixture.interpreters
    action.title = String(repeating: "Interprètes ", count: 25)
    action.owner = String(repeating: "Agence ", count: 43)
    programme.actions[action.id] = action
    programme.events[Fixture.lyon.id]?.title = String(repeating: "語りの会", count: 75)
    var driver = Driver(programme)
    driver.press("4<Home><Enter>")
    #expect(driver.screen.contains("4 days late"))
    #expect(driver.screen.contains("Told: "))
  }
}
