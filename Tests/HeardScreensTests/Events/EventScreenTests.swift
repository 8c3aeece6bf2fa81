import HeardKit
import HeardModel
import HeardScreens
import Testing

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
