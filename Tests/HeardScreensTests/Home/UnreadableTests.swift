import HeardKit
import HeardModel
import HeardScreens
import Testing

@Suite struct UnreadableTests {
  private let files = [
    FileFault(file: "events/one.json", line: 3, kind: .json(.missingComma)),
    FileFault(file: "team.json", kind: .json(.empty)),
  ]

  @Test func `each file is told with its fault and how it is corrected`() {
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
    #expect(driver.effects.last == .folder(.reload))
  }

  @Test func `a folder without faults says so`() {
    var driver = Driver()
    driver.press("8<Down>w")
    #expect(driver.screen.contains("All files in the folder can be read."))
  }

  @Test func `faults are said in the language of the moment, without reading the folder again`() {
    let readOnly = StoreError.readOnly(path: "/p")
    var driver = Driver(unreadable: files, readOnly: readOnly)
    let (english, french) = (Words(nil), Words(LanguageTag(stored: "fr")))
    driver.press("8")
    #expect(driver.lines.joined().contains(english.sentence(files[0])))
    driver.press("<Esc>9<Tab><Tab><Tab><Tab>")
    for _ in Words.languages where driver.application.desk.words.language.base != "fr" {
      driver.press("<Right>")
    }
    driver.press("<Esc>8")
    #expect(driver.lines.joined().contains(french.sentence(files[0])))
    #expect(!driver.lines.joined().contains(english.sentence(files[0])))
    #expect(!driver.effects.contains(.folder(.reload)))
    driver.press("<Esc>2<Enter>c+")
    #expect(driver.news == french.sentence(readOnly))
  }
}
