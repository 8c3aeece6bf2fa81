import HeardInsight
import HeardKit
import HeardModel
import Testing

@testable import HeardScreens

/// Figures as they may be published, and giving them out.
@Suite struct PublicFiguresTests {
  private func programme() -> Programme {
    var programme = Fixture.programme()
    programme.events[Fixture.lyon.id]?.aboutCommunities = ["disabled"]
    programme.events[Fixture.osaka.id]?.aboutCommunities = ["women"]
    return programme
  }

  @Test func `p shows the table as it may be published, with the answer, and goes back`() {
    var driver = Driver(programme())
    driver.press("5")
    #expect(driver.screen.contains("INTERNAL"))
    driver.press("p")
    let rows = driver.lines.filter { $0.contains("country: ") }
    #expect(
      rows.map { $0.replacing("› ", with: "") } == [
        "country: Brazil; 2024: 40; all: 40", "country: France; 2024: 85; all: 85",
        "country: Japan; 2024: 1 to 7, kept back; all: 0",
        "country: all; 2024: 125; all: 125",
      ], "\(driver.screen)")
    #expect(driver.screen.contains("To publish"))
    #expect(!driver.screen.contains("INTERNAL"))
    #expect(driver.screen.contains("May I publish this?"))
    #expect(driver.screen.contains("1 cell is kept back"), "\(driver.screen)")
    driver.press("p")
    #expect(driver.screen.contains("INTERNAL"))
  }

  @Test func `what is given out is a release, which an undo takes back`() throws {
    var driver = Driver(programme())
    driver.press("5pR")
    #expect(driver.screen.contains("as the release"), "\(driver.screen)")
    driver.press("1")
    #expect(driver.programme.releases.isEmpty)
    driver.press("R2")
    let release = try #require(driver.programme.releases.values.first)
    #expect(release.rule == "rounded")
    #expect(release.cells.contains { $0.isWithheld && $0.number == nil })
    #expect(driver.screen.contains("This is the release \(release.id.stored) now."))
    driver.press("u")
    #expect(driver.programme.releases.isEmpty)
  }

  @Test func `before answers are known nothing is shown but what is missing`() {
    var programme = programme()
    programme.events[Fixture.lyon.id]?.attendance.declared.questions = []
    var driver = Driver(programme)
    driver.press("5/country:fr<Enter>m6p")
    #expect(!driver.screen.contains(" R Publish as"), "\(driver.screen)")
    if driver.screen.contains("Not yet") {
      #expect(driver.screen.contains("Dialogue on disability and care"))
    }
  }

  @Test(arguments: Words.languages)
  func `it is shown in cells and in plain lines`(language: LanguageTag) {
    for size in [(80, 24), (140, 40), (40, 12)] {
      var driver = Driver(
        programme(), language: language.stored, columns: size.0, rows: size.1)
      driver.press("5p")
      #expect(driver.screen.contains("[c]") || size.0 == 40, "\(driver.screen)")
      #expect(!driver.lines.isEmpty)
    }
  }
}
