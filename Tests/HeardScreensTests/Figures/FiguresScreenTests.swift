import HeardInsight
import HeardKit
import HeardModel
import HeardScreens
import Testing

@Suite struct FiguresScreenTests {
  @Test func `attendances by country and year are those of the rule, and stay inside`() throws {
    var driver = Driver()
    driver.press("5")
    #expect(driver.screen.split(separator: "\n")[1].contains("INTERNAL"))
    let rows = driver.lines.filter { $0.contains("country: ") }
    #expect(
      rows.map { $0.replacing("› ", with: "") } == [
        "country: Brazil; 2024: 40; all: 40", "country: France; 2024: 84; all: 84",
        "country: Japan; 2024: 2; all: 2", "country: all; 2024: 126; all: 126",
      ])
  }

  @Test func `unknown is not zero, and no event is neither`() {
    var programme = Fixture.programme()
    var unknown = Fixture.event("2023-de-x", "Nobody counted", "DE", "Bonn")
    unknown.start = KnownDate(stored: "2023")
    programme.events[unknown.id] = unknown
    var empty = Fixture.event("2023-es-x", "Nobody came", "ES", "Vigo")
    empty.start = KnownDate(stored: "2023")
    (empty.attendance.total, empty.attendance.source) = (0, .counted)
    programme.events[empty.id] = empty
    var driver = Driver(programme)
    driver.press("5")
    let rows = driver.lines.filter { $0.contains("country: ") }.joined(separator: "\n")
    #expect(rows.contains("country: Germany; 2023: not known; 2024: no event"))
    #expect(rows.contains("country: Spain; 2023: 0; 2024: no event"))
    #expect(
      rows.contains(
        "country: all; 2023: 0, unknown for some events; 2024: 126; "
          + "all: 126, unknown for some events"))
    #expect(driver.screen.contains("? not known"))
  }

  @Test func `the flat table splits attendances by how they are known`() {
    var driver = Driver()
    driver.press("5Y1<Enter>")
    let rows = driver.lines.filter { $0.contains("country: ") }.joined(separator: "\n")
    #expect(
      rows.contains("country: France; events: 1; attendances: 84; counted: 84; listed: no event"))
    #expect(
      rows.contains("country: Japan; events: 1; attendances: 2; counted: no event; listed: 2"))
    #expect(rows.contains("estimated: 40"))
    #expect(rows.contains("people: not known"))
    #expect(driver.screen.contains("more columns"))
  }

  @Test func `people are counted apart from attendances`() {
    var driver = Driver()
    driver.press("5m3")
    let rows = driver.lines.filter { $0.contains("country: ") }.joined(separator: "\n")
    #expect(rows.contains("country: Japan; 2024: 2"))
    #expect(rows.contains("country: France; 2024: not known"))
    #expect(driver.screen.contains("Different people on lists"))
  }

  @Test func `logged totals stand beside what was published`() {
    var programme = Fixture.programme()
    programme.settings.published.events = 65
    programme.settings.published.participants = 12_000
    programme.settings.published.isAtLeast = true
    var driver = Driver(programme, columns: 140, rows: 40)
    driver.press("5")
    let text =
      "Published: 65 events, more than 12,000 participants. "
      + "Logged for the same: 3 events (3 organised); "
      + "attendances, not people: 84 counted, 2 listed, 40 estimated."
    #expect(driver.lines.contains(text))
    // Nobody published numbers of France alone.
    driver.press("/country:fr<Enter>")
    #expect(!driver.screen.contains("Published"))
    driver.press("x")
    #expect(driver.lines.contains(text))
    // Where there are few rows the table has them.
    driver.resize(columns: 80, rows: 24)
    #expect(!driver.screen.contains("Published"))
  }

  @Test func `a tally of unknown source has a column of its own, and only then`() throws {
    var driver = Driver()
    driver.press("5Y1<Enter>")
    #expect(!driver.lines.contains { $0.contains("no source: ") })
    var programme = Fixture.programme()
    programme.events[Fixture.lyon.id]?.attendance.source = nil
    driver = Driver(programme)
    driver.press("5Y1<Enter>")
    let rows = driver.lines.filter { $0.contains("country: ") }.joined(separator: "\n")
    #expect(
      rows.contains(
        "country: France; events: 1; attendances: 84; counted: no event; listed: no event; "
          + "reported: no event; estimated: no event; no source: 84; not known: 0"))
    #expect(rows.contains("country: all; events: 3; attendances: 126"))
    driver.press("<Home><Down><Right><Right><Right><Right><Right><Right><Enter>")
    #expect(titles(driver) == [Fixture.lyon.title])
    #expect(driver.screen.contains("source:unsourced"))
  }

  @Test func `whose event it was stands in a row of its own where nobody knows it`() throws {
    var programme = Fixture.programme()
    programme.events[Fixture.lyon.id]?.involvement = nil
    programme.events[Fixture.osaka.id]?.involvement = .participated
    var driver = Driver(programme)
    driver.press("5Y1<Enter>y<Home>")
    try driver.answer("  involvement")
    let rows = driver.lines.filter { $0.contains("involvement: ") }.joined(separator: "\n")
    #expect(rows.contains("involvement: organised by us; events: 1; attendances: 40"))
    #expect(rows.contains("involvement: took part; events: 1; attendances: 2"))
    #expect(rows.contains("involvement: not known; events: 1; attendances: 84"))
    #expect(rows.contains("involvement: all; events: 3; attendances: 126"))
  }

  @Test func `the filter narrows the figures and the events that a cell opens`() {
    var driver = Driver()
    driver.press("5/country:fr,jp<Enter>")
    #expect(!driver.screen.contains("Brazil"))
    driver.press("<End><Enter>")
    #expect(titles(driver) == [Fixture.lyon.title, Fixture.osaka.title])
  }

  @Test func `a cell without an event says so`() {
    var programme = Fixture.programme()
    programme.events[Fixture.lyon.id]?.start = KnownDate(year: 2023)
    var driver = Driver(programme)
    driver.press("5<Enter>")
    #expect(driver.news == "No event is behind this number.")
  }

  @Test(arguments: FigureKey.allCases.filter { $0 != .declared })
  func `every row opens exactly the events behind it`(key: FigureKey) throws {
    let programme = Self.hostile()
    var driver = Driver(programme)
    driver.press("5Y1<Enter>y<Home>")
    try driver.answer("  \(key == .about ? "community the event is about" : key.rawValue)")
    let figures = Insight(programme, today: driver.now.day).figures(by: [key])
    let wanted = Set(
      figures.rows.map { Set($0.eventIDs.compactMap { programme.events[$0]?.title }) })
    #expect(wanted.count > 1)
    let count = driver.lines.filter { $0.contains("; events: ") }.count
    var shown: Set<Set<String>> = []
    driver.press("<Home>")
    for place in 0..<count - 1 {
      driver.press("<Enter>")
      shown.insert(titles(driver))
      driver.press("<Esc>")
      if place < count - 2 { driver.press("<Down>") }
    }
    #expect(shown == wanted, "\(key.rawValue)")
  }

  @Test(arguments: [FigureKey.year, .language, .series, .status, .about, .source])
  func `every cell of a cross table opens exactly the events behind it`(key: FigureKey) throws {
    let programme = Self.hostile()
    var driver = Driver(programme)
    driver.press("5Y<Home>")
    try driver.answer("  \(key == .about ? "community the event is about" : key.rawValue)")
    driver.press("m2")
    let figures = Insight(programme, today: driver.now.day).figures(by: [.country, key])
    let wanted = Set(
      figures.rows.map { Set($0.eventIDs.compactMap { programme.events[$0]?.title }) })
    var shown: Set<Set<String>> = []
    let rows = driver.lines.filter { $0.hasPrefix("country: ") || $0.hasPrefix("› country: ") }
    let columns = try #require(rows.last).split(separator: ";").count - 1
    let hasTotals = key == .status ? 0 : 1
    for _ in 0..<columns { driver.press("<Left>") }
    for column in 0..<columns - hasTotals {
      driver.press("<Home>")
      for _ in 0..<rows.count - 1 {
        driver.press("<Enter>")
        if driver.lines[0].hasPrefix("Heard, Events") {
          shown.insert(titles(driver))
          driver.press("<Esc>")
        }
        driver.press("<Down>")
      }
      if column < columns - 1 { driver.press("<Right>") }
    }
    #expect(shown == wanted)
  }

  @Test func `the focused cell is said in one sentence`() {
    var driver = Driver()
    driver.press("5<Down>w")
    #expect(driver.news.contains("France, 2024: attendances 84"))
  }

  @Test func `choosing for the rows what the columns had swaps them`() {
    var driver = Driver()
    driver.press("5y2")
    #expect(driver.screen.contains("attendances by year and country"))
  }

  /// Events whose values hold each other, are unknown, or are of several at once.
  private static func partner(_ number: Int) -> EventPartner {
    var partner = EventPartner()
    partner.id = OrganisationID(stored: "o-partner000\(number)") ?? OrganisationID()
    return partner
  }

  private static func hostile() -> Programme {
    var programme = Fixture.programme()
    programme.events = [:]
    let ids: [(String, String)] = [
      ("a", "FR"), ("a-1", "FR"), ("b", "JP"), ("c", "BR"), ("d", ""), ("e", "JP"), ("f", ""),
    ]
    for (index, (id, country)) in ids.enumerated() {
      var event = Fixture.event(id, "Event number \(index)", country, "Town")
      event.start =
        [2, 5].contains(index)
        ? nil
        : index == 4
          ? KnownDate(year: 2023) : KnownDate(stored: "202\(2 + index % 3)-0\(index + 1)")
      event.place = ["Town", "Town B", "", "town/c", "Town", "Town B", ""][index]
      event.partners = index > 2 ? [] : (0...index).map(Self.partner)
      event.series.name = ["Trust", "Trust again", "", "trust \"x\"", "", "Trust", "Other"][index]
      event.languages = [["fr"], ["fr-CA"], [], ["fr", "fr-CA"], ["ja"], ["ja"], []][index]
        .map { Fixture.language($0) }
      event.topics =
        [["mentalHealth"], [], ["mentalHealth", "language"], [], [], ["language"], []][
          index]
      event.aboutCommunities =
        [["women"], ["women", "disabled"], [], [], ["other"], [], []][index]
      event.type = index == 3 ? "panel" : index == 4 ? "ownKind" : "dialogue"
      event.format = index == 1 ? .online : .inPerson
      event.involvement = index > 4 ? .participated : .organised
      event.status = index == 6 ? .planned : .held
      if index < 4 {
        event.attendance.total = index * 10
        event.attendance.source = [.counted, .estimated, .reported, nil][index]
      }
      programme.events[event.id] = event
    }
    return programme
  }

  private func titles(_ driver: Driver) -> Set<String> {
    Set(
      driver.lines.compactMap { line in
        guard let start = line.range(of: "Title: ") else { return nil }
        let rest = line[start.upperBound...]
        return rest.range(of: "; Attended").map { String(rest[..<$0.lowerBound]) }
      })
  }
}

extension Driver {
  /// Goes down in a question to the answer that ends in a text, and takes it.
  mutating func answer(_ ending: String) throws {
    let answers = lines.filter { $0.hasSuffix(ending) }
    #expect(answers.count == 1)
    for _ in 0..<20 {
      if lines.contains(where: { $0.hasPrefix("› ") && $0.hasSuffix(ending) }) { break }
      press("<Down>")
    }
    press("<Enter>")
  }
}
