import HeardExchange
import HeardKit
import HeardModel
import HeardScreens
import TerminalCanvas
import Testing

/// How a file is read: other letters, other separators, and sheets that take long.
@Suite struct ImportReadingTests {
  /// Two thousand rows: more than are read between two keys.
  private static let long =
    "Date,Title\n" + (1...2000).map { "03/04/2024,Evening \($0)\n" }.joined()

  private func reading(_ text: String) -> Driver {
    var driver = Driver()
    driver.files = ["a.csv": text]
    driver.press("2I")
    driver.type("a.csv")
    driver.press("<Enter>")
    return driver
  }

  @Test func `letters are corrected on the screen, and the first rows show it at once`() {
    var driver = reading(Driver.latin + "Date;Title\n13/02/2024;Café\n")
    #expect(driver.screen.contains("Café"))
    driver.press("E1")
    #expect(!driver.screen.contains("Café"))
    #expect(driver.screen.contains("UTF-8, semicolons"))
    driver.press("E4")
    #expect(driver.screen.contains("2024-02-13"))
    #expect(driver.screen.contains("Café"))
    #expect(driver.screen.contains("[Columns]"))
  }

  @Test func `a file that is no table is told by what it is, and what to do`() {
    let page = reading("<html><table><tr><td>Title</td></tr></table></html>")
    #expect(page.screen.contains("is a web page"), "\(page.screen)")
    #expect(page.screen.contains("save it as CSV"), "\(page.screen)")
    let calendar = reading("BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n")
    #expect(calendar.screen.contains("is a calendar"), "\(calendar.screen)")
    #expect(!calendar.screen.contains("[Columns]"))
  }

  @Test func `separators are corrected on the screen, and what was said of columns stays`() {
    var driver = reading("Date;Title;Colour\n13/02/2024;A, B;blue\n")
    driver.press("<End><Enter>")
    for _ in 0..<17 { driver.press("<Up>") }
    driver.press("<Enter>S1")
    #expect(driver.screen.contains("commas"))
    #expect(!driver.screen.contains("Colour                Venue"))
    driver.press("S2")
    #expect(driver.screen.contains("semicolons"))
    #expect(driver.screen.contains("2024-02-13"))
  }

  @Test func `the order of dates is seen on the first rows at once`() {
    var driver = reading("Date;Title\n03/04/2024;A\n")
    driver.press("o2")
    #expect(driver.screen.contains("2024-04-03"))
    driver.press("o3")
    #expect(driver.screen.contains("2024-03-04"))
  }

  @Test func `letters that were chosen are kept in the draft`() throws {
    var driver = reading(Driver.latin + "Date;Title\n13/02/2024;Café\n14/02/2024;Thé\n")
    driver.press("E1<Tab><Tab>-1")
    let draft = try #require(driver.application.desk.drafts.first)
    var again = Driver(drafts: [draft])
    again.files = driver.files
    again.press("<Enter>")
    #expect(again.screen.contains("UTF-8, semicolons"))
    driver.press("2I")
    driver.type("a.csv")
    driver.press("<Enter>")
    #expect(driver.screen.contains("UTF-8, semicolons"))
  }

  @Test func `letters in which the file cannot be are refused, and what was read stands`() {
    var driver = reading("Date;Title\n13/02/2024;Caf\u{E9}\n")
    driver.files = [:]
    driver.press("E4")
    #expect(driver.screen.contains("was not read"))
    #expect(driver.screen.contains("[Columns]"))
    #expect(driver.screen.contains("UTF-8, semicolons"))
  }

  @Test func `keys are answered while a file is being read, and Esc stops it`() throws {
    var driver = Driver()
    driver.files = ["a.csv": Self.long]
    driver.press("2I")
    driver.type("a.csv")
    driver.isHolding = true
    driver.press("<Enter>")
    let order = try #require(lastOrder(driver))
    driver.take(.machine(.sheetProgress(SheetProgress(id: order.id, percent: 35))))
    #expect(driver.screen.contains("Reading \"a.csv\": 35 %. Esc stops it."))
    driver.press("<Esc>")
    #expect(driver.news.contains("Reading was stopped."))
    #expect(driver.effects.contains(.machine(.stopReading)))
    // What comes too late changes nothing.
    driver.release()
    #expect(driver.screen.contains("[File]"))
    #expect(!driver.screen.contains("2,000"))
    driver.press("<Enter>")
    #expect(driver.screen.contains("2,000 rows below"))
  }

  @Test func `many rows are read anew beside the keys, and nothing old is brought in`() throws {
    var driver = reading(Self.long)
    driver.isHolding = true
    driver.press("o2")
    #expect(driver.screen.contains("Reading \"a.csv\": 0 %."))
    driver.press("<Tab><Tab><Down><Down>-")
    #expect(driver.screen.contains("left out"))
    let before = driver.programme.events.count
    driver.press("<Ctrl-S>")
    #expect(driver.news.contains("still being read"))
    #expect(driver.programme.events.count == before)
    driver.release()
    #expect(!driver.screen.contains("Reading"))
    #expect(driver.screen.contains("2024-04-03"))
    #expect(driver.screen.contains("left out"))
    #expect(driver.screen.contains("1,999 events would be imported."))
  }

  @Test func `stopping that lets the columns stand as before`() {
    var driver = reading(Self.long)
    driver.press("o2")
    driver.isHolding = true
    driver.press("o3")
    #expect(driver.screen.contains("month first, as you said"))
    driver.press("<Esc>")
    #expect(driver.screen.contains("day first, as you said"))
    driver.release()
    #expect(driver.screen.contains("day first, as you said"))
    driver.press("<Tab><Tab>")
    #expect(driver.screen.contains("2,000 events would be imported."))
  }

  @Test func `a sheet that is read in another way takes no key that would be lost`() {
    var driver = reading("Date;Title\n13/02/2024;A\n")
    driver.isHolding = true
    driver.press("E5<Enter>")
    #expect(driver.news.contains("still being read"))
    driver.release()
    #expect(driver.screen.contains("Shift JIS"))
  }

  private func lastOrder(_ driver: Driver) -> SheetOrder? {
    driver.effects.lazy.compactMap { effect -> SheetOrder? in
      if case .machine(.readSheet(let order)) = effect { order } else { nil }
    }.last
  }
}
