import HeardExchange
import HeardKit
import HeardModel
import HeardScreens
import TerminalCanvas
import Testing

/// The whole way of one hard sheet over the screen, with its keys counted.
@Suite struct HardSheetTests {
  @Test func `65 events with 15 faults go in with few keys beside what is typed`() throws {
    var driver = Driver()
    driver.files = ["suivi.csv": HardSheet.latin]
    var keys = 0
    func press(_ names: String, count: Int) {
      driver.press(names)
      keys += count
    }
    press("2I", count: 2)
    driver.type("sui")
    press("<Tab><Enter><Tab><Tab>", count: 4)
    #expect(
      driver.screen.contains("50 events would be imported. Doubtful and left out: 15."),
      "\(driver.screen)")
    // The first doubtful row is opened; then each is corrected, or left by PageDown.
    press("f<Enter>", count: 2)
    for correct in HardSheet.mends {
      guard let correct else {
        press("<PgDn>", count: 1)
        continue
      }
      press("<Ctrl-U>", count: 1)
      driver.type(correct)
      #expect(driver.screen.contains("Corrected."), "\(correct) \(driver.screen)")
      press("<Enter>", count: 1)
    }
    press("*", count: 1)
    #expect(driver.screen.contains("64 events would be imported. Doubtful and left out: 1."))
    let before = driver.programme.events
    press("<Ctrl-S>", count: 1)
    // The total that its author typed is not that of its rows, and nothing is saved unseen.
    #expect(driver.screen.contains("is 1,268, but its rows"))
    #expect(driver.programme.events == before)
    press("<Ctrl-S>", count: 1)
    #expect(driver.programme.events.count == before.count + 64)
    #expect(keys <= 37, "\(keys) keys")
    let all = driver.programme.events.values.filter { before[$0.id] == nil }
    #expect(all.allSatisfy { !"\($0)".contains("@example.org") })
    #expect(all.contains { $0.title == "Sous les eaux" && $0.country?.stored == "MX" })
    press("u", count: 1)
    #expect(driver.programme.events == before)
  }

  @Test func `the same sheet goes in by plain lines`() {
    var driver = Driver()
    driver.files = ["suivi.csv": HardSheet.latin]
    var talk = Talk(driver)
    let before = talk.programme.events
    talk.type("import", "suivi.csv", "next part", "next part", "only doubtful", "1")
    #expect(talk.text.contains("30/02/2024"), "\(talk.text)")
    // A corrected row is followed by the next doubtful one.
    talk.type("29/02/2024", "03/06/2024", "Mexique")
    #expect(talk.text.contains("84 (51 fiches)"), "\(talk.text)")
    talk.type("back", "take all as is", "save")
    #expect(talk.programme.events == before)
    #expect(talk.text.contains("1,268"), "\(talk.text)")
    talk.type("save")
    #expect(talk.programme.events.count == before.count + 64, "\(talk.all.suffix(40))")
    talk.type("undo")
    #expect(talk.programme.events == before)
  }
}
