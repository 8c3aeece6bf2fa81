import HeardModel
import HeardScreens
import Testing

@Suite struct UnreadableTests {
  private let files = [
    UnreadableFile(file: "events/one.json", why: "events/one.json:3: a comma is missing."),
    UnreadableFile(file: "team.json", why: "team.json: the file is empty."),
  ]

  @Test func `each file is told with its fault and how it is mended`() {
    var driver = Driver(unreadable: files)
    driver.press("8")
    #expect(driver.screen.contains("a comma is missing."))
    #expect(driver.screen.contains("open events/one.json in a text editor"))
    driver.press("<Down>")
    #expect(driver.screen.contains("the file is empty."))
    driver.press("w")
    #expect(driver.news.contains("team.json, 2 of 2"))
  }

  @Test func `r reads the folder again`() {
    var driver = Driver(unreadable: files)
    driver.press("8r")
    #expect(driver.effects.last == .reload)
  }

  @Test func `a folder without faults says so`() {
    var driver = Driver()
    driver.press("8<Down>w")
    #expect(driver.screen.contains("All files in the folder can be read."))
  }
}
