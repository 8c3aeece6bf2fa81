import HeardKit
import HeardModel
import HeardScreens
import TerminalCanvas
import Testing

/// All periods of all countries on one screen.
@Suite struct ApprovalsScreenTests {
  private func settings(_ usesASCII: Bool = false) -> PersonalSettings {
    var settings = PersonalSettings()
    (settings.role, settings.name, settings.usesASCII) = (.manager, "Manon", usesASCII)
    return settings
  }

  /// Six quarters of France, one of Japan, a year alone, no date, no country, and one to come.
  private func programme() -> Programme {
    var programme = Fixture.programme()
    func add(_ name: String, _ land: String, _ start: String, _ status: EventStatus = .held) {
      var event = Fixture.event(name, name, land, "Nice")
      (event.start, event.status) = (KnownDate(stored: start), status)
      programme.events[event.id] = event
    }
    for (place, month) in ["2023-02", "2023-05", "2023-08", "2023-11", "2024-02"].enumerated() {
      add("e-france\(place)", "FR", month)
    }
    add("e-year", "FR", "2022")
    add("e-undated", "JP", "")
    add("e-nowhere", "", "2024-05")
    add("e-later", "FR", "2025-08", .planned)
    return programme
  }

  private func driver(
    _ programme: Programme? = nil, language: String = "en", usesASCII: Bool = false,
    columns: Int = 80, rows: Int = 24
  ) -> Driver {
    var driver = Driver(
      programme ?? self.programme(), settings: settings(usesASCII), language: language,
      columns: columns, rows: rows)
    driver.press(":goApprovals<Enter>")
    return driver
  }

  @Test(arguments: Languages.all)
  func `states are told by a sign and a word, and what is to come is not there`(language: String) {
    let words = Words(LanguageTag(stored: language))
    let driver = driver(language: language)
    #expect(driver.screen.contains("! \(words("approval.state.late"))"))
    #expect(driver.screen.contains("2024-Q2"))
    #expect(!driver.screen.contains("2025"))
    let france = driver.application.desk.formats.country(CountryCode(stored: "FR"))
    let row = driver.lines.first { $0.contains(france) && $0.contains("2024-Q1") }
    #expect(row?.contains(words("approval.state.late")) == true, "\(driver.lines)")
    #expect(row?.contains("!") == false && row?.contains("2023-Q1") == true)
    // No word of the program is cut.
    for description in driver.application.describe().blocks {
      guard case .table(let table) = description else { continue }
      for column in table.columns.dropFirst() {
        guard case .fixed(let columns) = column.width else { continue }
        for state in ["approved", "complete", "open", "late", "changed"] {
          let text = "! \(words("approval.state.\(state)"))"
          #expect(TextWidth.columns(of: StyledText(text)) <= columns, "\(text)")
        }
      }
    }
  }

  @Test func `where signs are plain the states have others`() {
    let driver = driver(usesASCII: true)
    #expect(driver.screen.contains("* approved") && driver.screen.contains("o open"))
    for sign in ["●", "◐", "○"] { #expect(!driver.screen.contains(sign)) }
  }

  @Test func `the focus begins at the newest period that is over, and the quarters scroll`() {
    var driver = driver()
    #expect(driver.lines.contains { $0.hasPrefix("Brazil, Q2 2024: 1 event, 40 attendances") })
    func head() -> String { driver.rows.first { $0.contains("Country") } ?? "" }
    #expect(head().contains("2024-Q2") && !head().contains("2023-Q1"))
    // What the screen has no room for is told above.
    #expect(driver.rows[0].contains("2023-Q1–2024-Q2"))
    driver.press("<Left><Left><Left><Left><Left>")
    #expect(head().contains("2023-Q1") && driver.screen.contains("Brazil"))
    #expect(!head().contains("2024-Q2"))
    #expect(driver.lines.contains { $0.hasPrefix("Brazil, Q1 2023: no event") })
    driver.press("<Enter>A")
    #expect(driver.programme.approvals.isEmpty && driver.lines[0].contains("Approvals"))
  }

  @Test func `years stand beside what has no date, and no country has a row`() {
    var driver = driver(columns: 120)
    #expect(driver.screen.contains("2 events have no quarter: Y shows years."))
    driver.press("Y")
    #expect(driver.screen.contains("2022") && driver.screen.contains("no date"))
    #expect(!driver.screen.contains("2024-Q2"))
    #expect(driver.lines.contains { $0.contains("country not known") && $0.contains("2024: ") })
    driver.press("Y")
    #expect(driver.screen.contains("2024-Q2"))
  }

  @Test func `one comes back to the grid as one left it`() {
    var driver = driver(columns: 120)
    driver.press("Y/year:2022<Enter><Enter>")
    #expect(driver.screen.contains("This is what will be counted"))
    driver.press("<Esc>")
    #expect(driver.screen.contains("year:2022") && !driver.screen.contains("no date"))
  }

  @Test func `a filter keeps the periods of a country, and says what it does not know`() {
    var driver = driver()
    driver.press("/country:jp<Enter>")
    #expect(driver.screen.contains("Japan") && !driver.screen.contains("France"))
    driver.press("x/land:jp<Enter>")
    #expect(driver.screen.contains("land"))
    driver.press("x")
    #expect(driver.screen.contains("France"))
  }

  @Test func `A shows first what will be counted, and asks only there`() {
    var driver = driver()
    driver.press("A")
    #expect(driver.application.describe().overlay == nil)
    #expect(driver.programme.approvals.isEmpty)
    #expect(driver.screen.contains("This is what will be counted."))
    #expect(driver.news.contains("A asks"))
    driver.press("A2<Esc>")
    #expect(driver.screen.contains("● approved"))
    #expect(driver.lines.contains { $0.contains("Manon") })
  }

  @Test func `what can be approved is counted in a sentence`() {
    var programme = programme()
    for id in programme.events.keys where id.text.hasPrefix("e-france") {
      programme.events[id]?.isBeforeHeard = true
    }
    let driver = driver(programme, columns: 120)
    #expect(driver.lines.contains { $0.contains("5 are complete and wait to be approved.") })
    #expect(driver.screen.contains("◐ complete"))
  }

  @Test func `plain lines read the grid row by row, and open a row`() {
    var talk = Talk(programme(), settings: settings())
    talk.type("approvals")
    let rows = talk.said.filter { $0.contains("2024-Q2: ") }
    #expect(rows.contains { $0.contains("Japan") && $0.contains("2024-Q2: late") }, "\(talk.text)")
    #expect(rows.contains { $0.contains("country not known") })
    talk.type("2")
    #expect(talk.text.contains("This is what will be counted"), "\(talk.text)")
  }
}

/// Moving in the grid of approvals.
enum ApprovalsGrid {
  /// Goes to the cell of a period; on another screen to the grid first.
  static func focus(_ period: ApprovalPeriod, _ driver: inout Driver) {
    driver.press(":goApprovals<Enter>")
    let wanted = driver.application.desk.formats.quarter(period)
    driver.press("<Left><Left><Left><Left><Left><Left>")
    for _ in 0..<7 {
      driver.press("<Home>")
      for _ in 0..<6 {
        if driver.lines.contains(where: { $0.hasPrefix(wanted) }) { return }
        driver.press("<Down>")
      }
      driver.press("<Right>")
    }
  }
}
