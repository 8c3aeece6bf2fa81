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

  @Test func `a day shows country and place, of several how many, and reaches into other months`() {
    var driver = Driver(busy())
    driver.press("0")
    #expect(driver.screen.contains(" 5 FR"))
    #expect(driver.screen.contains("3 events"))
    #expect(!driver.screen.contains("Talk"))
    #expect(driver.screen.contains(" 30 GB"))
    #expect(driver.screen.components("Bath").count == 3, "two days of December, one of January")
    driver.press("<PgDn>")
    #expect(driver.screen.contains("January 2025"))
    #expect(driver.screen.components("Bath").count == 4, "the grid and the day's own list")
  }

  @Test(arguments: [(80, 24), (96, 30), (140, 40), (140, 24)], ["en", "fr", "ja"])
  func `seven days stand beside each other at every width`(size: (Int, Int), language: String) {
    var driver = Driver(busy(), language: language, columns: size.0, rows: size.1)
    driver.press("0")
    let names = Formats(Words(LanguageTag(stored: language))).weekdayNames(from: 1)
    for keys in ["", "<Right>", "<PgDn>"] {
      driver.press(keys)
      let heads = driver.screen.split(separator: "\n")[1]
      for name in names { #expect(heads.contains(name), "\(heads)") }
    }
  }

  @Test func `of many meetings of one person four are told and the rest counted`() {
    var programme = Fixture.programme()
    var member = StaffMember()
    member.id = Fixture.id("noa")
    member.name = "Noa Blanc"
    programme.team[member.id] = member
    // Six events at one hour are fifteen pairs.
    for index in 0..<6 {
      var event = Fixture.event("2024-12-05-fr-nice-000\(index)", "Talk \(index)", "FR", "Nice")
      event.start = KnownDate(stored: "2024-12-05T09:00")
      event.zone = ZoneName(stored: "Europe/Paris")
      event.status = .planned
      event.facilitators = [member.id]
      programme.events[event.id] = event
    }
    var driver = Driver(programme, columns: 140, rows: 40)
    driver.press("0")
    #expect(driver.screen.components("is in two events at once").count == 4)
    #expect(driver.screen.contains("Talk 0 (Paris Dec 5 09:00) and Talk 1"))
    #expect(driver.screen.contains("… and 11 more"))
  }

  @Test func `a week without events takes one line`() throws {
    var driver = Driver(busy())
    driver.press("0")
    let lines = driver.screen.split(separator: "\n", omittingEmptySubsequences: false).map(
      String.init)
    let week = try #require(lines.firstIndex { $0.contains(" 9  ") && $0.contains(" 15") })
    #expect(lines[week + 1].contains(" 16"))
    let full = try #require(lines.firstIndex { $0.contains(" 5 FR") })
    #expect(lines[full + 1].contains("3 events"))
    #expect(lines[full + 2].contains(" 9 "))
  }

  @Test func `a wide cell has a line with time, country and place for each event`() {
    var driver = Driver(busy(), columns: 140, rows: 40)
    driver.press("0")
    for time in ["09:00", "14:00", "18:30"] {
      #expect(driver.screen.contains("\(time) FR Nice"))
    }
    #expect(driver.screen.contains("Talk 2"), "the month stands below the weeks")
    #expect(!driver.screen.contains("Talk…"))
  }

  @Test func `what is called off has a dash before its place`() {
    var programme = busy()
    programme.events[Fixture.id("2024-12-30-gb-bath-aaaa")]?.status = .cancelled
    var driver = Driver(programme)
    driver.press("0")
    #expect(driver.screen.contains("– Bath"))
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
    #expect(!driver.screen.contains("FR"))
    #expect(driver.screen.contains("Bath"))
    driver.press("x")
    #expect(driver.screen.contains(" 5 FR"))
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

  @Test func `a filter that finds nothing in a month names the next match and goes there`() {
    var driver = Driver(busy())
    driver.press("0/country:de<Enter>")
    #expect(driver.screen.contains("Next: March 21, 2025, DE Berlin; PgDn goes there."))
    driver.press("<PgDn>w")
    #expect(driver.news.contains("March 21"), "\(driver.news)")
    driver.press("<PgDn>")
    #expect(driver.screen.contains("April 2025"))
    #expect(driver.screen.contains("Last: March 21, 2025, DE Berlin; PgUp goes there."))
    driver.press("<PgUp>w")
    #expect(driver.news.contains("March 21"), "\(driver.news)")
    driver.press("/nowhere<Enter>")
    #expect(driver.screen.contains("Nothing fits, in no month."))
  }

  @Test func `a month without events names the next one, in the agenda too`() {
    var driver = Driver(busy())
    driver.press("0<PgDn><PgDn>")
    #expect(driver.screen.contains("February 2025"))
    #expect(driver.screen.contains("Next: March 21, 2025, DE Berlin."))
    driver.press("<Tab>")
    #expect(driver.screen.contains("Next: March 21, 2025, DE Berlin."))
    #expect(driver.lines.contains("Next: March 21, 2025, DE Berlin."))
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
    ("en", [], "Mon"), ("en-US", [], "Sun"), ("fr", [], "lun."), ("ja", [], "日"),
    ("en-GB", [], "Mon"), ("en", ["FR"], "Mon"), ("fr", ["BR"], "dim."),
    ("en-US", ["FR", "DE"], "Mon"),
    ("en-US", ["FR", "BR"], "Sun"),
  ])
  func `weeks begin as in the countries of the person, else as in the language`(
    language: String, countries: [String], first: String
  ) {
    var settings = PersonalSettings()
    settings.countries = countries.compactMap(CountryCode.init(stored:))
    var driver = Driver(settings: settings, language: language)
    driver.press("0")
    #expect(firstDay(driver).hasPrefix(first), "\(firstDay(driver))")
  }

  @Test func `weeks begin as in the country that is filtered for, or of the whole programme`() {
    var driver = Driver()
    driver.press("0/country:us<Enter>")
    #expect(driver.screen.contains("Sun"))
    #expect(driver.screen.split(separator: "\n")[1].contains("Sat"))
    #expect(firstDay(driver).hasPrefix("Sun"))
    var programme = Fixture.programme()
    programme.settings.countries = [CountryCode(stored: "JP")].compactMap { $0 }
    driver = Driver(programme)
    driver.press("0")
    #expect(firstDay(driver).hasPrefix("Sun"))
  }

  private func firstDay(_ driver: Driver) -> Substring {
    driver.screen.split(separator: "\n")[1].trimmingPrefix { $0 == " " }
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
