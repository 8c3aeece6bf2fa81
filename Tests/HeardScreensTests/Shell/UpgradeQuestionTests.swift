import HeardKit
import HeardModel
import HeardScreens
import Testing

/// The one question about a folder of an older format.
@Suite struct UpgradeQuestionTests {
  private let older = StoreError.olderFormat(found: 1, known: 2)

  private func asked() -> Driver {
    var driver = Driver(readOnly: older)
    driver.begin()
    return driver
  }

  @Test func `a folder of format 1 is shown, and one question says what an upgrade does`() {
    let driver = asked()
    let screen = driver.screen.replacing("\n", with: " ")
    #expect(screen.contains("This folder has format 1"))
    #expect(screen.contains("Upgrade to format 2"))
    #expect(driver.effects.isEmpty)
  }

  @Test func `only reading is the answer that stands first, and every change says why not`() {
    var driver = asked()
    driver.press("<Enter>")
    #expect(!driver.screen.contains("Upgrade to format 2"))
    driver.press("4D")
    #expect(driver.news.contains("for reading only until it is upgraded to format 2"))
    #expect(driver.programme.actions[Fixture.interpreters.id] != nil)
    // The command asks again.
    driver.perform(.upgradeFolder)
    #expect(driver.screen.contains("Upgrade to format 2"))
  }

  @Test func `after an upgrade the folder is made ready and written`() {
    var driver = asked()
    driver.press("2")
    #expect(driver.effects.contains(.folder(.upgrade)))
    driver.take(.folder(.upgraded))
    #expect(driver.news.contains("The folder has format 2 now"))
    #expect(driver.effects.contains(.folder(.prepareForWriting)))
    driver.press("4D2")
    #expect(driver.programme.actions[Fixture.interpreters.id] == nil)
  }

  @Test func `an upgrade that fails is said, and the folder is only read as before`() {
    var driver = asked()
    driver.press("2")
    driver.take(.folder(.upgradeFailed(.cannotWrite(path: "/p/heard.json", errno: 28))))
    #expect(driver.news.contains("/p/heard.json"))
    driver.press("4D")
    #expect(driver.programme.actions[Fixture.interpreters.id] != nil)
  }

  @Test func `an upgrade by somebody else is seen without a key`() throws {
    var driver = asked()
    driver.press("<Enter>")
    var read = FilesRead()
    read.files = ["heard.json"]
    read.programme = driver.programme
    read.programme.settings.format = ProgrammeSettings.currentFormat
    driver.take(.folder(.filesRead(read)))
    #expect(driver.effects.contains(.folder(.prepareForWriting)))
    driver.press("4D2")
    #expect(driver.programme.actions[Fixture.interpreters.id] == nil)
  }
}
