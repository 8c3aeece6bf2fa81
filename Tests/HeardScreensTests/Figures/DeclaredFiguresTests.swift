import HeardInsight
import HeardKit
import HeardModel
import HeardScreens
import Testing

/// What people declared, on the screen of figures: bases, signs, and what stands beside them.
@Suite struct DeclaredFiguresTests {
  /// Lyon with slips, Grenoble with slips of which women are not known, and a list in Recife.
  private static func programme() -> Programme {
    var programme = Fixture.programme()
    var grenoble = Fixture.event("2024-03-fr-grenoble-a1b2", "Slips of few", "FR", "Grenoble")
    grenoble.start = KnownDate(stored: "2024-03-01")
    grenoble.attendance.declared.asked = 20
    grenoble.attendance.declared.answered = 12
    grenoble.attendance.declared.communities = ["disabled": 4, "lgbtq": 0]
    programme.events[grenoble.id] = grenoble
    var person = Participation()
    person.id = Fixture.id("p-0000000009")
    person.status = .attended
    person.communities = ["women"]
    person.consent = Fixture.consent("c-recife0009", [.count])
    programme.events[Fixture.recife.id]?.participations = [person]
    return programme
  }

  private func row(_ name: String, _ driver: Driver) throws -> String {
    try #require(driver.lines.first { $0.contains("country: \(name)") })
  }

  @Test func `every cell has its own base, and five signs stand apart`() throws {
    var driver = Driver(Self.programme())
    driver.press("5m6")
    let france = try row("France", driver)
    #expect(france.contains("disabled people: 35 of 63 answers;"))
    #expect(france.contains("women: 28 of 51 answers, unknown for some events;"))
    #expect(france.contains("ethnic minorities: may not be asked;"))
    #expect(france.contains("LGBTQ+ people: 0 of 12 answers, unknown for some events;"))
    #expect(france.contains("over 65: not known;"))
    #expect(
      try row("Brazil", driver).contains("women: 1 of 1 answer, can point to a person;"))
    #expect(try row("Japan", driver).contains("women: never asked;"))
    #expect(try row("all", driver).contains("women: 29 of 52 answers, unknown for some events;"))
  }

  @Test func `the signs in the cells are those of the legend`() throws {
    var driver = Driver(Self.programme(), columns: 140, rows: 40)
    driver.press("5m6")
    let france = try #require(
      driver.screen.split(separator: "\n").first {
        $0.contains("  France ") || $0.contains("› France ")
      })
    let cells = france.split(separator: " ").map(String.init)
    #expect(cells.contains("35/63") && cells.contains("28/51") && cells.contains("off"))
    #expect(cells.contains("0/12"))
    #expect(driver.screen.contains("0 nobody · – never asked · off may not be asked · ? not known"))
    let brazil = try #require(driver.screen.split(separator: "\n").first { $0.contains("Brazil ") })
    #expect(brazil.contains("1/1 c"))
  }

  @Test func `a sentence says how it is known and which events stand beside it`() throws {
    var driver = Driver(Self.programme())
    driver.press("5m6<Down>")
    #expect(
      driver.lines.contains {
        $0.contains(
          "France, women: 28 of 51 answers said so, at 1 event (28 on slips, 0 on lists).")
          && $0.contains("1 more event: not known whether it asked (12 answers).")
      }, "\(driver.lines)")
    driver.press("<Right>")
    #expect(
      driver.lines.contains {
        $0.contains("France, ethnic minorities: no event is known to have asked.")
          && $0.contains("2 events may not ask.")
      })
  }

  @Test func `communities are rows or columns, and counted in answers alone`() throws {
    var driver = Driver(Self.programme())
    driver.press("5y<Home>")
    try driver.answer("  declared communities")
    #expect(driver.screen.contains("declared communities, by year"))
    let women = try #require(driver.lines.first { $0.contains("declared communities: women") })
    #expect(women.contains("2024: 29 of 52 answers, unknown for some events"))
    driver.press("m3")
    #expect(driver.news.contains("answers are counted, never people"))
    #expect(driver.news.contains("(y)") && driver.news.contains("(Y)"))
    #expect(driver.lines.contains { $0.contains("2024: 29 of 52 answers") })
    // With other rows it counts other things again.
    driver.press("y1<Enter>")
    #expect(driver.screen.contains("attendances by country and year"))
    // Chosen as what the cells count, it gives way to another choice.
    driver.press("m6m3")
    #expect(driver.screen.contains("people by country and year"))
  }

  @Test func `columns by declared communities swap with the rows and go again`() throws {
    var driver = Driver(Self.programme())
    driver.press("5Y<Home>")
    try driver.answer("  declared communities")
    #expect(driver.screen.contains("declared communities, by country"))
    driver.press("m1")
    #expect(driver.news.contains("never people"))
    driver.press("y<Home>")
    try driver.answer("  declared communities")
    #expect(driver.lines.contains { $0.contains("declared communities: women; ") })
    #expect(driver.screen.contains("declared communities, by country"))
    driver.press("Y1<Enter>")
    #expect(driver.lines.contains { $0.contains("women; all: 29 of 52 answers") })
  }

  @Test func `a cell opens the events of its base, else those that nobody knows of`() throws {
    var driver = Driver(Self.programme())
    driver.press("5m6<Down><Enter>")
    #expect(titles(driver) == [Fixture.lyon.title])
    driver.press("<Esc><Right><Right><Right><Enter>")
    #expect(titles(driver) == [Fixture.lyon.title, "Slips of few"])
    driver.press("<Esc><Right><Right><Enter>")
    #expect(titles(driver) == [Fixture.lyon.title, "Slips of few"])
  }

  @Test(arguments: Languages.all)
  func `the table and its sentence stand in every language, wide and narrow`(language: String) {
    for (columns, rows) in [(80, 24), (140, 40)] {
      var driver = Driver(Self.programme(), language: language, columns: columns, rows: rows)
      driver.press("5m6<Down>")
      let words = Words(LanguageTag(stored: language))
      #expect(driver.screen.contains("28/51"))
      #expect(driver.lines.contains { $0.contains(words("figures.mayNotAsk")) })
      #expect(driver.lines.contains { $0.contains(words("count.answers", count: 12)) })
    }
  }

  @Test func `a filter by either key says what it finds beside the figures`() {
    var driver = Driver(Self.programme())
    driver.press("5/about:women<Enter>")
    #expect(driver.lines.contains { $0.contains("not people of that community") })
    driver.press("x/declared:disabled<Enter>")
    #expect(driver.lines.contains { $0.contains("events at which somebody said") })
    driver.press("x/community:women<Enter>")
    #expect(driver.lines.contains { $0.contains("community became two keys") })
  }

  @Test func `no size and no empty programme traps`() {
    for rows in [0, 1, 3, 10, 24] {
      for programme in [Programme(), Self.programme()] {
        var driver = Driver(programme, columns: rows * 3, rows: rows)
        driver.press("5m6<Down><Right><Enter><Esc>y7<Enter><Right>w<End><Enter><Esc>Y1<Enter>")
        _ = (driver.screen, driver.lines)
      }
    }
  }

  private func titles(_ driver: Driver) -> Set<String> {
    Set(
      driver.lines.compactMap { line in
        guard let start = line.range(of: "Title: ") else { return nil }
        let rest = line[start.upperBound...]
        return rest.range(of: "; Attended").map { String(rest[..<$0.lowerBound]) }
      })
  }

  @Test func `who counts answers under about is not told to count answers`() {
    var driver = Driver(columns: 140, rows: 40)
    driver.press("5/about:disabled<Enter>")
    let advice = "To count those, choose declared communities"
    let text = { (driver: Driver) in driver.lines.joined(separator: " ") }
    #expect(text(driver).contains(advice))
    driver = Driver(at: declaredPlace, columns: 140, rows: 40)
    driver.press("/about:disabled<Enter>")
    #expect(!text(driver).contains(advice))
    #expect(text(driver).contains("Events about a community"))
  }

  private var declaredPlace: Place {
    var place = FiguresPlace()
    place.measure = .declared
    return .figures(place)
  }
}
