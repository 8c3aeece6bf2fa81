import HeardKit
import HeardModel
import HeardScreens
import TerminalCanvas
import Testing

/// Screens to which the work at a door leads, on terminals of a telephone.
@Suite struct SmallScreenTests {
  static let sizes = [(32, 12), (60, 18)]

  @Test(arguments: Languages.all, sizes)
  func `a person is put on the list from the door with the whole form`(
    language: String, size: (Int, Int)
  ) {
    var driver = DoorTests.door(language: language, size: size)
    driver.press("pp")
    let words = driver.application.desk.words
    #expect(driver.rows.contains { $0.hasPrefix("› ") }, "\(driver.screen)")
    driver.type("Iara")
    #expect(driver.rows.contains { $0.hasPrefix("› ") && $0.contains("Iara") })
    #expect(driver.screen.contains(words("status.typed")))
    driver.press("<Ctrl-S>")
    #expect(driver.programme.events[Fixture.lyon.id]?.participations.map(\.pseudonym) == ["Iara"])
    #expect(driver.screen.contains(words("status.saved")))
  }

  @Test(arguments: Languages.all, sizes)
  func `an event shows the name of its part, and each part what it is about`(
    language: String, size: (Int, Int)
  ) {
    var driver = Driver(language: language)
    driver.press("2/lyon<Enter><Enter>")
    driver.resize(columns: size.0, rows: size.1)
    let words = driver.application.desk.words
    #expect(driver.rows.contains { $0.contains("Dialogue on disability") }, "\(driver.screen)")
    for part in ["attendance", "people", "testimonies", "actions", "history"] {
      driver.press("<Tab>")
      let title = words("event.part.\(part)")
      #expect(driver.rows[1].contains("[\(title)"), "\(driver.screen)")
    }
    #expect(driver.rows.allSatisfy { TextWidth.columns(of: StyledText($0)) <= size.0 })
  }

  @Test(arguments: Languages.all)
  func `what a person agrees to stands there whole while it is asked`(language: String) {
    var driver = Driver(language: language, columns: 32, rows: 12)
    driver.press("2/lyon<Enter>t")
    let words = driver.application.desk.words
    let screen = { driver.rows.map(\.trimmedStart).joined() }
    for purpose in ["mayRecord", "mayPartners", "mayPublish"] {
      let label = words("field.\(purpose)")
      for _ in 0..<20 where !screen().contains(label) { driver.press("<Tab>") }
      #expect(screen().contains(label), "\(purpose): \(driver.screen)")
    }
  }

  @Test(arguments: Languages.all, sizes)
  func `settings are changed, and every field of them is reached and seen`(
    language: String, size: (Int, Int)
  ) {
    var driver = Driver(language: language, columns: size.0, rows: size.1)
    driver.press("9")
    var seen = Set<String>()
    for _ in 0..<20 {
      seen.insert(driver.rows.first { $0.hasPrefix("› ") } ?? "")
      driver.press("<Tab>")
    }
    #expect(seen.count > 6 && !seen.contains(""), "\(seen)")
    driver.press("<Esc>")
    #expect(driver.screen.contains(driver.application.desk.words("screen.home")))
  }
}
