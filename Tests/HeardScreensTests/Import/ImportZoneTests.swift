import HeardExchange
import HeardKit
import HeardModel
import HeardScreens
import TerminalCanvas
import Testing

/// Times without a zone, answered once for all rows of a country.
@Suite struct ImportZoneTests {
  private static let sheet = """
    Title;Country;City;Date;Time
    A;US;Elsewhere;2025-06-12;14:00
    B;US;;2025-06-13;9 am–11 am
    C;US;Seattle;2025-06-14;9 am
    """

  private func atRows(language: String = "en") -> Driver {
    var driver = Driver(language: language)
    driver.files = ["events.csv": Self.sheet]
    driver.press("2I")
    driver.type("events.csv")
    driver.press("<Enter><Tab><Tab>")
    return driver
  }

  @Test func `a key says the zone of all rows of a country, and undo takes all of it back`() throws
  {
    var driver = atRows()
    #expect(driver.screen.contains("Doubtful and left out: 2."), "\(driver.screen)")
    #expect(driver.screen.contains("2 rows in United States wait"), "\(driver.screen)")
    driver.press("z")
    #expect(driver.screen.contains("America/Chicago"), "\(driver.screen)")
    driver.press("<Enter>")
    #expect(driver.screen.contains("3 events would be imported."), "\(driver.screen)")
    let before = driver.programme.events
    driver.press("<Ctrl-S>")
    let added = driver.programme.events.values.filter { before[$0.id] == nil }
    #expect(added.count == 3)
    let first = driver.programme.profile(CountryCode(stored: "US")).zones.first
    #expect(added.filter { $0.title != "C" }.allSatisfy { $0.zone == first })
    #expect(added.first { $0.title == "C" }?.zone?.stored == "America/Los_Angeles")
    #expect(added.first { $0.title == "B" }?.end?.stored == "2025-06-13T11:00")
    driver.press("u")
    #expect(driver.programme.events == before)
  }

  @Test(arguments: ["fr", "ja"])
  func `where no row waits for a zone the key is not there`(_ language: String) {
    var driver = atRows(language: language)
    driver.press("z<Enter>")
    #expect(!driver.screen.contains("America/New_York"), "\(driver.screen)")
    driver.press("z")
    #expect(!driver.screen.contains("America/New_York"), "\(driver.screen)")
  }
}
