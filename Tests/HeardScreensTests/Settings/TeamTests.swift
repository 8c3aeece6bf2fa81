import HeardKit
import HeardModel
import HeardScreens
import Testing

@Suite struct TeamTests {
  @Test func `in an empty programme somebody is added and then offered where staff is named`()
    throws
  {
    var programme = Programme()
    programme.events[Fixture.berlin.id] = Fixture.berlin
    var driver = Driver(programme)
    driver.press("<F12>")
    #expect(driver.screen.contains("Nobody is on the team yet"))
    #expect(driver.screen.contains("safeguarding lead"))
    driver.press("n")
    driver.type("Ilse Beispiel")
    driver.press("<Tab><Space><Ctrl-S>")
    let member = try #require(driver.programme.team.values.first)
    #expect(member.name == "Ilse Beispiel" && member.roles == [.coordinator])
    #expect(member.id.text.hasPrefix("s-"))
    driver.press("9<Tab>Ilse<Down><Enter>")
    #expect(driver.application.desk.settings.staff == member.id)
  }

  @Test func `a name that is not on the team says where to add it, and one comes back`() throws {
    var driver = Driver()
    driver.press("9<Tab>Nobody<Tab>")
    #expect(driver.lines.joined(separator: " ").contains("F12 shows the team"))
    driver.press("<F12>")
    #expect(driver.screen.contains("Heard  Team"))
    driver.press("<Esc>")
    #expect(driver.screen.contains("Heard  Settings"))
  }

  @Test func `who is named in records leaves, and is never removed`() {
    var driver = Driver()
    driver.press("<F12>D")
    #expect(driver.news.contains("records name this person"))
    #expect(driver.programme.team[Fixture.member.id] != nil)
    driver.press("m")
    #expect(driver.programme.team[Fixture.member.id]?.hasLeft == true)
    driver.press("u")
    #expect(driver.programme.team[Fixture.member.id]?.hasLeft == false)
  }

  @Test func `a form that is left is kept as a draft and goes on`() {
    var driver = Driver()
    driver.press("<F12>nMarie<Esc>")
    #expect(driver.news.contains("draft"))
    driver.press("1<Home><Enter>")
    #expect(driver.screen.contains("Marie"))
  }
}
