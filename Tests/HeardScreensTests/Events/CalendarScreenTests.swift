import HeardKit
import HeardModel
import HeardScreens
import Testing

@Suite struct CalendarScreenTests {
  /// The fixture with a conference of three days and three events on one day in December 2024.
  private func busy() -> Programme {
    var programme = Fixture.programme()
    for (index, time) in ["09:00", "14:00", "18:30"].enumerated() {
      var event = Fixture.event("2024-12-05-fr-nice-000\(index)", "Talk \(index)", "FR", "Nice")
      event.start = KnownDate(stored: "2024-12-05T\(time)")
      event.zone = ZoneName(stored: "Europe/Paris")
      event.status = .planned
      programme.events[event.id] = event
    }
    var conference = Fixture.event("2024-12-30-gb-bath-aaaa", "Conference", "GB", "Bath")
    conference.start = KnownDate(stored: "2024-12-30")
    conference.end = KnownDate(stored: "2025-01-01")
    conference.status = .confirmed
    programme.events[conference.id] = conference
    return programme
  }

  @Test func `the calendar opens at today from any screen`() {
    var driver = Driver(busy())
    driver.press("20")
    #expect(driver.screen.contains("December 2024"))
    #expect(driver.screen.contains("[1]"))
    #expect(driver.screen.contains("Sunday, December 1, 2024"))
    driver.press("1C")
    #expect(driver.screen.contains("December 2024"))
  }

  @Test func `a day shows how many events it has and their titles, an event all its days`() {
    var driver = Driver(busy())
    driver.press("0")
    #expect(driver.screen.contains("5 (3)"))
    #expect(driver.screen.contains("Talk 0"))
    #expect(driver.screen.components("Conferen").count == 2)
    driver.press("<PgDn>")
    #expect(driver.screen.contains("January 2025"))
    #expect(driver.screen.components("Conferen").count == 2, "the grid and the day's own list")
  }

  @Test(arguments: [
    ("<Right>", "December 2"), ("l", "December 2"), ("<Left>", "November 30"),
    ("<Down>", "December 8"), ("<Up>", "November 24"), ("<End>", "December 31"),
    ("<PgDn>", "January 1, 2025"), ("<PgUp>", "November 1"), ("<PgDn><PgDn>T", "December 1"),
  ])
  func `keys go from day to day and from month to month`(keys: String, day: String) {
    var driver = Driver(busy())
    driver.press("0\(keys)w")
    #expect(driver.news.contains(day), "\(driver.news)")
  }

  @Test func `Enter opens the only event of a day, of several their list`() {
    var driver = Driver(busy())
    driver.press("0<Right><Right><Right><Right><Enter>")
    #expect(driver.screen.contains("Thursday, December 5, 2024"))
    #expect(driver.screen.contains("09:00         FR Nice"))
    driver.press("<Down><Enter>")
    #expect(driver.screen.contains("[Overview]"))
    #expect(driver.screen.contains("Talk 1"))
    driver.press("<Esc><Esc>w")
    #expect(driver.news.contains("December 5"))
    driver.press("<End><Enter>")
    #expect(driver.screen.contains("[Overview]"))
    #expect(driver.screen.contains("Conference"))
  }

  @Test func `Enter on an empty day says how to fill it`() {
    var driver = Driver(busy())
    driver.press("0<Enter>")
    #expect(driver.news.contains("n makes one"))
  }

  @Test func `a new event is proposed on the focused day, also when it is left and restored`()
    throws
  {
    var driver = Driver()
    driver.press("0<Down>n")
    #expect(driver.screen.contains("2024-12-08"))
    driver.type("Evening")
    driver.press("<Esc>")
    guard case .state(.keepDraft(let draft))? = driver.effects.last else {
      Issue.record("no draft was kept")
      return
    }
    var later = Driver(drafts: [draft])
    later.press("<Home><Enter><Ctrl-S>")
    let event = try #require(later.programme.events.values.first { $0.title == "Evening" })
    #expect(event.start?.stored == "2024-12-08")
  }

  @Test func `a form that was only looked at leaves no draft`() {
    var driver = Driver()
    driver.press("0n<Esc>")
    #expect(!driver.effects.contains { if case .state(.keepDraft) = $0 { true } else { false } })
  }

  @Test func `events without a day stand in a line of their own and in the agenda`() {
    var driver = Driver()
    driver.press("0<PgUp><PgUp><PgUp><PgUp><PgUp><PgUp>")
    #expect(driver.screen.contains("Some day in June 2024: 職場のアライ"))
    driver.press("<Tab><End><Enter>")
    #expect(driver.screen.contains("職場のアライ・第5回"))
  }

  @Test func `the filter of events narrows the month`() {
    var driver = Driver(busy())
    driver.press("0/country:gb<Enter>")
    #expect(!driver.screen.contains("Talk"))
    #expect(driver.screen.contains("Conferen"))
    driver.press("x")
    #expect(driver.screen.contains("Talk"))
    driver.press("/contry:gb<Enter>")
    #expect(driver.screen.contains("Did you mean country?"))
  }

  @Test func `plain lines hold the agenda and not the grid`() {
    var driver = Driver(busy())
    driver.press("0")
    #expect(
      driver.lines.contains { $0.contains("Time: 09:00; Place: Nice, France; Title: Talk 0") })
    #expect(driver.lines.contains("Thursday, December 5, 2024"))
    #expect(!driver.lines.contains { $0.contains("Mon: ") })
    #expect(driver.lines.count { $0.contains("Talk 0") } == 1)
  }

  @Test func `a wide terminal shows the grid beside the agenda`() {
    var driver = Driver(busy(), columns: 140, rows: 40)
    driver.press("0")
    #expect(driver.screen.contains("Thursday, December 5, 2024"))
    #expect(driver.screen.contains("Mon"))
    driver.press("<Tab>")
    #expect(driver.screen.contains("Mon"))
    #expect(driver.screen.contains("Paris"))
  }

  @Test func `clocks that change in the month are told in words`() {
    var programme = busy()
    programme.events[Fixture.berlin.id]?.zone = ZoneName(stored: "Europe/Berlin")
    var driver = Driver(programme)
    driver.press("0<PgDn><PgDn><PgDn>")
    #expect(driver.screen.contains("Europe/Berlin: clocks go forward on Mar 30."))
  }

  @Test func `somebody who leads two events at once is told`() {
    var programme = busy()
    for index in 1...2 {
      let id: EventID = Fixture.id("2024-12-05-fr-nice-000\(index)")
      programme.events[id]?.facilitators = [Fixture.member.id]
      programme.events[id]?.end = KnownDate(stored: "2024-12-05T20:00")
    }
    var driver = Driver(programme)
    driver.press("0")
    let text = driver.screen.replacing("\n", with: " ").replacing("  ", with: "")
    #expect(text.contains("Noor Example is in two events at once: Talk 1 (Paris Dec 5"))
    driver.press("<Right><Right><Right><Right><Enter><Down><Enter>")
    #expect(driver.screen.contains("two events at once"))
  }

  @Test(arguments: [
    ("en", [], "Sun"), ("fr", [], "lun."), ("ja", [], "日"), ("en-GB", [], "Mon"),
    ("en", ["FR"], "Mon"), ("fr", ["BR"], "dim."), ("en", ["FR", "BR"], "Sun"),
  ])
  func `weeks begin as in the country, else as in the language`(
    language: String, countries: [String], first: String
  ) {
    var settings = PersonalSettings()
    settings.countries = countries.compactMap(CountryCode.init(stored:))
    var driver = Driver(settings: settings, language: language)
    driver.press("0")
    let header = driver.screen.split(separator: "\n")[1]
    #expect(header.trimmingPrefix { $0 == " " }.hasPrefix(first), "\(header)")
  }

  @Test func `the agenda is exported with the filter where the person says`() {
    var driver = Driver(busy())
    driver.press("0/country:fr<Enter>X")
    #expect(driver.screen.contains("~/heard.ics"))
    driver.press("<Ctrl-S>")
    guard case .machine(.writeFile(let order, _, let replacing))? = driver.effects.last else {
      Issue.record("nothing was to be written")
      return
    }
    #expect(order.kind == .calendar && order.filter == "country:fr" && !replacing)
  }

  @Test(arguments: [(80, 24), (60, 16), (140, 40), (10, 3), (0, 0)])
  func `no key traps at any size or end of time`(columns: Int, rows: Int) {
    for programme in [Programme(), busy()] {
      var driver = Driver(programme, columns: columns, rows: rows)
      driver.press("0")
      for key in ["<Up>", "<Left>", "<PgUp>", "<Tab>", "<Down>", "<PgDn>", "<End>", "<Enter>", "T"]
      {
        driver.press("\(key)w")
        _ = driver.screen
        #expect(!driver.lines.isEmpty)
      }
    }
  }
}

extension String {
  /// The parts between a text and itself; one more than it occurs.
  fileprivate func components(_ text: String) -> [Substring] {
    var rest = self[...]
    var parts: [Substring] = []
    while let range = rest.firstRange(of: text) {
      parts.append(rest[..<range.lowerBound])
      rest = rest[range.upperBound...]
    }
    return parts
  }
}
