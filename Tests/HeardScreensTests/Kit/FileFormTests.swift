import HeardKit
import HeardModel
import HeardScreens
import Testing

@Suite struct FileFormTests {
  private func atLyon() -> Driver {
    var driver = Driver()
    driver.press("2/lyon<Enter><Enter>")
    return driver
  }

  private func order(_ driver: Driver) -> (order: FileOrder, replacing: Bool)? {
    for case .machine(.writeFile(let order, _, let replacing)) in driver.effects.reversed() {
      return (order, replacing)
    }
    return nil
  }

  @Test(arguments: [("2", FileOrder.Kind.signIn), ("3", .consent), ("4", .tables)])
  func `a page is chosen, and goes where the person says`(answer: String, kind: FileOrder.Kind) {
    var driver = atLyon()
    driver.press("P\(answer)")
    #expect(driver.screen.contains("~/\(kind.rawValue)-2024-05-28-fr-lyon-4k7q.html"))
    driver.press("<Ctrl-U>")
    driver.type("/tmp/page.html")
    driver.press("<Ctrl-S>")
    #expect(order(driver)?.order.kind == kind)
    #expect(order(driver)?.order.path.hasSuffix("/tmp/page.html") ?? false)
    #expect(order(driver)?.replacing == false)
    #expect(driver.screen.contains("[Overview]"))
  }

  @Test func `no name is printed that was not asked for`() {
    var driver = atLyon()
    driver.press("P2<Ctrl-S>")
    #expect(order(driver)?.order.namesPeople == false)
    driver.press("P2<Tab><Tab><Space><Ctrl-S>")
    #expect(order(driver)?.order.namesPeople == true)
  }

  @Test func `a consent sheet proposes the notices that were told there, and takes another`() throws
  {
    var programme = Fixture.programme()
    var other = Fixture.notice
    other.id = try #require(NoticeID(stored: "n-other000001"))
    other.title = "Another notice"
    programme.notices[other.id] = other
    programme.testimonies[Fixture.heardInLyon.id]?.consent.notice = Fixture.notice.id
    var driver = Driver(programme)
    driver.press("2/lyon<Enter><Enter>P3<Ctrl-S>")
    #expect(order(driver)?.order.notices == [Fixture.notice.id])
    driver.press("P3<Tab><Ctrl-U>")
    driver.type("Another")
    driver.press("<Down><Enter><Ctrl-S>")
    #expect(order(driver)?.order.notices == [other.id])
    driver.press("P3<Tab><Ctrl-U><Ctrl-S>")
    #expect(order(driver)?.order.notices == [])
  }

  @Test func `a file that is there gives way only after a question`() throws {
    var driver = atLyon()
    driver.press("P2<Ctrl-S>")
    let first = try #require(order(driver)).order
    func meet() {
      _ = driver.application.take(
        .machine(.fileExists(first, path: "/home/x/page.html")), driver.occasion)
      driver.application.noteDrawn()
    }
    meet()
    #expect(driver.screen.contains("/home/x/page.html"))
    let before = driver.effects.count
    driver.press("<Enter>")
    #expect(driver.effects.count == before)
    #expect(driver.news.contains("is unchanged"))
    meet()
    driver.press("2")
    #expect(order(driver)?.order == first)
    #expect(order(driver)?.replacing == true)
  }

  @Test func `where it went, or why not, is said`() {
    var driver = atLyon()
    _ = driver.application.take(
      .machine(.fileWritten(path: "/home/x/page.html", leftOut: 0)), driver.occasion)
    #expect(driver.news.contains("/home/x/page.html"))
    _ = driver.application.take(
      .machine(.fileFailed(path: "/home/x/page.html", errno: 28)), driver.occasion)
    #expect(driver.news.hasPrefix("Not written: \"/home/x/page.html\": The disk is full."))
    _ = driver.application.take(.machine(.notAFile(path: "/home/x/pipe")), driver.occasion)
    #expect(driver.news.hasPrefix("Not written: \"/home/x/pipe\" is a folder, a device"))
  }

  @Test func `a file without a name is refused`() {
    var driver = atLyon()
    driver.press("P4<Ctrl-U><Ctrl-S>")
    #expect(order(driver) == nil)
    #expect(driver.screen.contains("This must be filled in."), "\(driver.screen)")
  }

  @Test(arguments: [("", false), ("0", false), ("1", true), ("100", true), ("101", false)])
  func `a table has from 1 to 100 seats`(seats: String, isTaken: Bool) {
    var driver = atLyon()
    driver.press("P4<Tab><Ctrl-U>")
    driver.type(seats)
    driver.press("<Ctrl-S>")
    #expect(order(driver)?.order.seats == (isTaken ? Int(seats) : nil))
    #expect(driver.screen.contains("This must be from 1 to 100.") != isTaken, "\(driver.screen)")
  }
}
