import HeardKit
import HeardModel
import HeardScreens
import Testing

@Suite struct PeopleScreenTests {
  @Test func `people stand by pseudonym with their events and what they came as`() {
    var driver = Driver(columns: 120)
    driver.press("6")
    #expect(driver.screen.contains("3 of 3"))
    let row = driver.lines.first { $0.contains("Pseudonym: 通訳") }
    #expect(row?.contains("Events: 1; Attended: 1") ?? false)
    #expect(row?.contains("First: 2024-06") ?? false)
    #expect(row?.contains("Roles: interpreter") ?? false)
  }

  @Test func `a person shows their events and testimonies, which open`() {
    var programme = Fixture.programme()
    programme.testimonies[Fixture.heardInLyon.id]?.person = Fixture.id("p-0000000000")
    var driver = Driver(programme)
    driver.press("6/p-0000000000<Enter><Enter>")
    #expect(driver.screen.contains("さくら"))
    #expect(driver.screen.contains("On a parlé"))
    #expect(driver.screen.contains("Dialogue on disability and care"))
    driver.press("<End><Enter>")
    #expect(driver.screen.contains("Heard  Event"))
    driver.press("<Esc><Home><Enter>")
    #expect(driver.lines[0].hasPrefix("Heard, Testimony"))
  }

  @Test func `only this person is meant, not one whose id begins alike`() {
    var programme = Fixture.programme()
    var other = Participation()
    other.id = Fixture.id("p-00000000001")
    other.pseudonym = "Other"
    other.status = .attended
    programme.events[Fixture.lyon.id]?.participations = [other]
    var driver = Driver(programme)
    driver.press("6/person:さくら<Enter>")
    #expect(driver.screen.contains("1 of 4"))
    driver.press("x/person:ひなた<Enter><Enter>")
    #expect(driver.screen.contains("大阪"))
    #expect(!driver.screen.contains("Lyon"))
  }

  @Test func `what may not be read is not linked with the person, by its event either`() {
    var programme = Fixture.programme()
    programme.testimonies[Fixture.heardInRecife.id]?.person = Fixture.id("p-0000000000")
    var driver = Driver(programme)
    driver.press("6/p-0000000000<Enter><Enter>")
    #expect(driver.screen.contains("大阪"))
    #expect(!driver.screen.contains("Roda de escuta"))
    #expect(!driver.screen.contains("sete horas"))
  }
}
