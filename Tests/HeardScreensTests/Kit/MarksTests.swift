import HeardKit
import HeardModel
import HeardScreens
import Testing

/// Marks on lists: what they are on, and how they are told.
@Suite struct MarksTests {
  /// Keys on the list of events by title, and how many rows are marked then.
  @Test(arguments: [
    ("<Home><Space>", 1, "1 marked"), ("<Home><Space><Space>", 2, "2 marked"),
    ("<Home><Space><Up><Space>", 0, ""), ("*", 4, "4 marked"), ("**", 0, ""),
    ("<Home><Space>*", 4, "4 marked"), ("<Home>V<Down><Down>", 3, "3 marked"),
    ("<Home>V<Down><Down><Up>", 2, "2 marked"), ("<Home>V<End>V<Up><Up>", 4, "4 marked"),
    ("<End>V<Up>", 2, "2 marked"), ("<Home><Space><Down>V<Down>", 3, "3 marked"),
    ("*<Esc>", 0, ""), ("<Home>V<Down><Esc>", 0, ""),
  ])
  func `rows are marked one by one, in ranges and all at once`(
    keys: String, count: Int, said: String
  ) {
    var driver = Driver()
    driver.press("2" + keys)
    #expect(marked(driver).count == count, "\(keys)")
    #expect(driver.screen.contains(" marked") == (count > 0))
    #expect(count == 0 || driver.screen.contains(said))
  }

  @Test(arguments: [("2", 4), ("3", 2), ("4", 2), ("7", 1)])
  func `every list of records that can be changed has marks`(key: String, count: Int) {
    var driver = Driver()
    driver.press(key + "*")
    #expect(marked(driver).count == count)
    driver.press("<Esc>")
    #expect(marked(driver).isEmpty)
    driver.press("<Esc>")
    #expect(driver.lines[0].hasPrefix("Heard, Home"))
  }

  @Test func `marks survive sorting and filtering, and those not shown are counted`() {
    var driver = Driver()
    driver.press("2*")
    let before = Set(marked(driver))
    driver.press("sS")
    #expect(Set(marked(driver)) == before)
    driver.press("/lyon<Enter>")
    #expect(driver.screen.contains("4 marked, 3 of them not shown"))
    #expect(marked(driver).count == 1)
    driver.press("w")
    #expect(driver.news.contains("Dialogue on disability and care, marked"))
    #expect(driver.news.contains("4 marked, 3 of them not shown"))
    driver.press("x")
    #expect(Set(marked(driver)) == before)
  }

  @Test func `a mark goes with its record`() {
    var driver = Driver()
    driver.press("2*")
    var read = driver.programme
    read.events[Fixture.berlin.id] = nil
    _ = driver.application.take(.folder(.loaded(read, unreadable: [])), driver.occasion)
    #expect(driver.lines[0].contains("3 marked"))
  }

  @Test func `with marks no single record is removed by mistake`() {
    var driver = Driver()
    driver.press("2/vertrauensrunde<Enter><Space>xD")
    #expect(driver.news.contains("only one record is removed"))
    #expect(driver.programme.events.count == 4)
    driver.press("<Esc>/vertrauensrunde<Enter><Space><Esc>D")
    #expect(driver.programme.events.count == 3)
    driver.press("x")
    #expect(!driver.screen.contains("marked"))
  }

  private func marked(_ driver: Driver) -> [String] {
    driver.lines.filter { $0.hasPrefix("* ") || $0.hasPrefix("› * ") }
      .map { $0.replacing("› ", with: "") }
  }
}
