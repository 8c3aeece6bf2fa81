import HeardKit
import HeardModel
import HeardScreens
import TerminalCanvas
import Testing

/// Keys that mean the same on every list, and questions with numbers.
@Suite struct ListKeysTests {
  @Test(arguments: ["1", "2", "3", "4", "5", "6", "7", "8", "2<Enter>", "3<Enter>", "4<Enter>"])
  func `N makes a new event wherever one is`(way: String) {
    var driver = Driver()
    driver.press(way + "N")
    #expect(driver.lines[0].contains("Event form"))
  }

  @Test(arguments: ["2/lyon<Enter>", "2/lyon<Enter><Enter>", "2/lyon<Enter>c"])
  func `t and a are linked with the event on which one is`(way: String) {
    var driver = Driver()
    driver.press(way + "t")
    #expect(driver.lines.contains { $0.hasPrefix("› Words") })
    #expect(driver.lines.contains { $0.hasPrefix("Said at") && $0.contains("Lyon") })
    var other = Driver()
    other.press(way + "a")
    #expect(other.lines.contains { $0.hasPrefix("Comes from events") && $0.contains("Lyon") })
  }

  @Test(arguments: ["2<End>", "3<Down>", "4<End>", "5<Down>", "6<End>", "7<End>", "F<End>"])
  func `Esc in the filter returns to the row that was focused before`(way: String) {
    for typed in ["/zzz<Esc>", "/country:fr<Backspace>zz<Esc>"] {
      var driver = Driver()
      driver.press(way + "w")
      let before = driver.news
      driver.press(typed + "w")
      #expect(driver.news == before)
      // Also where the filter that stood there was changed.
      driver = Driver()
      driver.press(way + "/e<Enter><End>w")
      let filtered = driver.news
      driver.press(typed + "w")
      #expect(driver.news == filtered)
    }
  }

  @Test func `Esc in the filter of approvals and of a month returns to what was focused`() {
    for place in [Place.approvals(), .calendar()] {
      var driver = Driver(at: place)
      driver.press("<Down><Down><Tab>w")
      let before = driver.news
      driver.press("/zzz<Esc>w")
      #expect(driver.news == before)
    }
  }

  @Test func `o on an event in the list shows what is settled after it`() {
    var driver = Driver()
    driver.press("2/lyon<Enter>o")
    #expect(driver.lines[0].contains("Close-out"))
    #expect(driver.lines[0].contains("Dialogue on disability and care"))
  }

  @Test func `m changes the status of the focused event and says from what to what`() {
    var driver = Driver()
    driver.press("2/berlin<Enter>m")
    #expect(driver.screen.contains("Vertrauensrunde is planned."))
    #expect(driver.screen.contains("1  planned (now)"))
    driver.press("<Enter>")
    #expect(driver.programme.events[Fixture.berlin.id]?.status == .planned)
    driver.press("m2")
    #expect(driver.programme.events[Fixture.berlin.id]?.status == .confirmed)
    #expect(driver.news.hasPrefix("Status of Vertrauensrunde: planned → confirmed"))
    driver.press("m")
    #expect(driver.screen.contains("1  planned\n") || driver.screen.contains("1  planned "))
    #expect(driver.screen.contains("2  confirmed (now)"))
    driver.press("<Esc>u")
    #expect(driver.news.contains("confirmed → planned"))
  }

  @Test func `a slash on Home begins a filter of the events`() {
    var driver = Driver()
    driver.press("/lyon<Enter>")
    #expect(driver.lines[0].contains("Events"))
    #expect(driver.lines[0].contains("1 of 4"))
    driver.press("<Esc>")
    #expect(driver.lines[0].contains("Home"))
  }

  @Test func `Esc on Home says that q ends, and q does`() {
    var driver = Driver()
    driver.press("2<Esc><Esc><Esc>")
    #expect(!driver.effects.contains(.terminal(.quit)))
    #expect(driver.news.contains("q ends"))
    driver.press("q")
    #expect(driver.effects.contains(.terminal(.quit)))
  }

  @Test(arguments: [
    "2/lyon<Enter><Enter><Tab><Tab><Tab><Tab><Enter>",
    "3/amandine<Enter><Enter><Tab><Tab><Tab><Tab><Enter>",
  ])
  func `an action opens its page from wherever it stands`(way: String) {
    var driver = Driver()
    driver.press(way)
    #expect(driver.lines[0].hasPrefix("Heard, Follow-up action"))
    #expect(driver.screen.contains("Told:"))
    #expect(!driver.screen.contains("Owner  "))
  }

  /// Digits typed at a question of sixteen answers, and which answer is taken; the first was.
  @Test(arguments: [
    ("3", 3), ("9", 9), ("10", 10), ("11", 11), ("1<Down><Enter>", 2), ("1<Enter>", 1),
    ("16", 16), ("17<Esc>", 1), ("0<Esc>", 1), ("1<Esc>", 1),
  ])
  func `answers beyond the ninth are chosen by both digits`(keys: String, answer: Int) {
    var driver = Driver()
    driver.press("5y")
    #expect(driver.screen.contains("A number of two digits"))
    driver.press(keys)
    #expect(!driver.screen.contains("A number of two digits"))
    driver.press("y")
    #expect(driver.lines.contains { $0.hasPrefix("› \(answer)  ") }, "\(keys)")
  }

  @Test func `P on a row of events asks which of its pages is meant`() {
    var driver = Driver()
    driver.press("2/lyon<Enter>P2")
    #expect(driver.lines[0].contains(Fixture.lyon.title))
    #expect(driver.lines[0].contains("Write a file"))
  }
}
