import HeardKit
import HeardModel
import HeardScreens
import Testing

@Suite struct HistoryTests {
  private func line(_ time: String, _ by: String, _ what: String) -> HistoryLine {
    HistoryLine(
      at: Moment(stored: "2024-05-28T\(time)Z") ?? Moment(seconds: 0), by: by,
      record: Fixture.lyon.id.text, what: what, fields: ["attendance"])
  }

  private func rows(_ lines: [HistoryLine], language: String = "en") -> [String] {
    var driver = Driver(language: language)
    driver.press("2/lyon<Enter><Enter><Tab><Tab><Tab><Tab><Tab>")
    _ = driver.application.take(
      .folder(.history(of: Fixture.lyon.id.text, lines.sorted { $0.at > $1.at })), driver.occasion)
    return driver.screen.split(separator: "\n").filter { $0.contains("2024-05-28") }.map(
      String.init)
  }

  @Test func `presses at the door that follow each other are one row`() {
    let presses = (0..<84).map { press in
      line("14:\(press / 6 + 10):\(press % 6)0", "Noor", "attendance")
    }
    let rows = rows(presses + [line("09:00:00", "Noor", "edited")])
    #expect(rows.count == 2)
    #expect(rows[0].contains("2024-05-28 14:10–14:23  Noor"))
    #expect(rows[0].contains("attendance ×84"))
    #expect(rows[1].contains("changed"))
    let french = self.rows([line("14:00:00", "Noor", "attendance")], language: "fr")
    #expect(french.first?.hasSuffix("présences") ?? false)
  }

  @Test func `what a change wrote over is shown in full, and comes back as a change`() throws {
    var driver = Driver(columns: 120)
    driver.press("2/lyon<Enter><Enter><Tab><Tab><Tab><Tab><Tab>")
    var edited = line("10:00:00", "Noor", "edited")
    edited.fields = ["status", "summary"]
    edited.values = [
      HistoryValue("status", before: .text("planned"), after: .text("held")),
      HistoryValue("summary", before: .text("Before the rain.\nThen more."), after: nil),
    ]
    let lines = [edited, line("09:00:00", "Noor", "edited")]
    _ = driver.application.take(
      .folder(.history(of: Fixture.lyon.id.text, lines)), driver.occasion)
    // The history itself tells the status; a text is shown where somebody opens the line.
    #expect(driver.screen.contains("planned → held"), "\(driver.screen)")
    #expect(!driver.screen.contains("Before the rain"))
    driver.press("<Enter><Down>")
    #expect(driver.screen.contains("Then more."), "\(driver.screen)")
    driver.press("<Enter>2")
    #expect(
      driver.programme.events[Fixture.lyon.id]?.summary == "Before the rain.\nThen more.")
    #expect(driver.news.contains("undoes it"), "\(driver.news)")
    driver.press("<Down><Enter>")
    #expect(driver.news.contains("is not kept on this machine"), "\(driver.news)")
  }

  @Test func `what was erased meanwhile leaves the line that shows it`() {
    var driver = Driver()
    driver.press("2/lyon<Enter><Enter><Tab><Tab><Tab><Tab><Tab>")
    var edited = line("10:00:00", "Noor", "edited")
    edited.values = [HistoryValue("summary", before: .text("canary"), after: nil)]
    _ = driver.application.take(
      .folder(.history(of: Fixture.lyon.id.text, [edited])), driver.occasion)
    driver.press("<Enter>")
    #expect(driver.screen.contains("canary"))
    var read = FilesRead()
    read.files = ["erased/t-lyon000001.json"]
    read.programme.erased = ["t-lyon000001"]
    _ = driver.application.take(.folder(.filesRead(read)), driver.occasion)
    #expect(!driver.screen.contains("canary"), "\(driver.screen)")
  }

  @Test func `other people, long pauses and other changes begin a new row`() {
    let two = rows([
      line("14:00:00", "Noor", "attendance"), line("14:01:00", "Ines", "attendance"),
      line("14:02:00", "Noor", "attendance"), line("14:03:00", "Ines", "attendance"),
    ])
    #expect(two.count == 2)
    #expect(two.allSatisfy { $0.contains("×2") })
    let paused = [line("14:00:00", "Noor", "attendance"), line("14:10:01", "Noor", "attendance")]
    #expect(rows(paused).count == 2)
    let between = [
      line("14:00:00", "Noor", "attendance"), line("14:01:00", "Noor", "status"),
      line("14:02:00", "Noor", "attendance"),
    ]
    #expect(rows(between).count == 3)
    #expect(rows([line("14:00:00", "N", "edited"), line("14:00:05", "N", "edited")]).count == 2)
  }
}
