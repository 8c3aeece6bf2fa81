import HeardKit
import HeardModel
import HeardScreens
import Testing

@Suite struct EventPreparationTests {
  /// The coming event in Berlin, changed, on its own screen.
  private func driver(
    language: String = "en", today: String? = nil, _ change: (inout Event) -> Void
  ) -> Driver {
    var programme = Fixture.programme()
    var event = Fixture.berlin
    change(&event)
    programme.events[event.id] = event
    var driver = Driver(programme, language: language, rows: 40)
    if let today { driver.now = Moment(stored: "\(today)T09:00:00Z") ?? driver.now }
    driver.press("2/berlin<Enter><Enter>")
    return driver
  }

  private func text(_ driver: Driver) -> String {
    driver.screen.split(separator: "\n").map { $0.trimmingPrefix { $0 == " " } }
      .joined(separator: " ")
  }

  // Zones.

  @Test func `an online event tells its time in the programme's countries`() {
    let driver = driver {
      $0.format = .online
      $0.start = KnownDate(stored: "2025-03-21T20:00")
      $0.zone = ZoneName(stored: "Europe/Berlin")
    }
    // In the weeks between the American and the European change of clocks.
    #expect(text(driver).contains("Tokyo 04:00 (next day)"))
    #expect(text(driver).contains("Sydney 06:00 (next day)"))
    #expect(text(driver).contains("London 19:00"))
    #expect(text(driver).contains("Sao Paulo 16:00"))
    #expect(text(driver).contains("Mexico City 13:00"))
    #expect(text(driver).contains("Berlin, Paris, Madrid 20:00"))
  }

  @Test func `the day before is said where it is the day before`() {
    let driver = driver(language: "fr") {
      $0.format = .hybrid
      $0.start = KnownDate(stored: "2025-03-21T01:00")
      $0.zone = ZoneName(stored: "Europe/Berlin")
    }
    #expect(text(driver).contains("18:00 (veille)"))
  }

  @Test func `an event in one place tells the countries of its partners alone`() {
    var programme = Fixture.programme()
    var partner = EventPartner()
    partner.id = Fixture.organisation.id
    programme.organisations[partner.id]?.country = Fixture.country("JP")
    programme.events[Fixture.berlin.id]?.partners = [partner]
    programme.events[Fixture.berlin.id]?.start = KnownDate(stored: "2025-03-21T14:00")
    var driver = Driver(programme)
    driver.press("2/berlin<Enter><Enter>")
    #expect(driver.screen.contains("Berlin 14:00 · Tokyo 22:00"))
    programme.organisations[partner.id]?.country = Fixture.country("DE")
    driver = Driver(programme)
    driver.press("2/berlin<Enter><Enter>")
    #expect(!driver.screen.contains("Berlin 14:00 ·"))
  }

  @Test func `a time that comes twice is told`() {
    let driver = driver {
      $0.start = KnownDate(stored: "2025-10-26T02:30")
      $0.zone = ZoneName(stored: "Europe/Berlin")
    }
    #expect(text(driver).contains("02:30 comes twice in Europe/Berlin"))
  }

  @Test func `a time that does not exist is refused in the form with the reason`() {
    var driver = Driver()
    driver.press("NNight<Tab>Fran<Down><Enter><Tab>2025-03-30 02:30<Ctrl-S>")
    #expect(driver.screen.contains("02:30 does not exist in Europe/Paris"))
    #expect(!driver.programme.events.values.contains { $0.title == "Night" })
    driver.press("<Backspace><Backspace><Backspace><Backspace>3:30<Ctrl-S>")
    #expect(driver.programme.events.values.contains { $0.title == "Night" })
  }

  @Test func `the form of an online event shows the time elsewhere`() {
    var driver = Driver()
    driver.press("NNight<Tab>Jap<Down><Enter><Tab>2025-03-03 21:00<Tab><Tab><Tab>")
    #expect(!driver.screen.contains("Tokyo 21:00"))
    driver.press("<Right><Right>")
    #expect(driver.screen.contains("Tokyo 21:00"))
    #expect(driver.screen.contains("Paris"))
  }

  // Access.

  @Test func `gaps of access become one action each, once, due before the event`() throws {
    var driver = driver(today: "2025-03-01") {
      $0.access = ["captions": .needed, "stepFree": .arranged, "childcare": .notAsked]
    }
    #expect(text(driver).contains("needed: captions; not asked: childcare. A makes"))
    driver.press("A")
    #expect(driver.news.contains("2 follow-up actions added"))
    let made = driver.programme.actions.values.filter { $0.events == [Fixture.berlin.id] }
    #expect(
      Set(made.map(\.title)) == [
        "Arrange: captions – Vertrauensrunde",
        "Ask whether it is needed: childcare – Vertrauensrunde",
      ])
    #expect(made.allSatisfy { $0.due?.stored == "2025-03-14" && $0.country?.stored == "DE" })
    #expect(text(driver).contains("Each has a follow-up action"))
    let count = driver.programme.actions.count
    driver.press("A")
    #expect(driver.news.contains("none was added"))
    #expect(driver.programme.actions.count == count)
    driver.press("u")
    #expect(driver.programme.actions.count == count - 2)
  }

  @Test(arguments: [
    ("2025-03-18", "2025-03-20"), ("2025-03-20", "2025-03-20"), ("2025-03-21", "2025-03-21"),
  ])
  func `an action is due before the event and not in the past`(today: String, due: String) {
    var driver = driver(today: today) { $0.access = ["captions": .needed] }
    driver.press("A")
    let made = driver.programme.actions.values.first { $0.events == [Fixture.berlin.id] }
    #expect(made?.due?.stored == due)
  }

  @Test func `without a gap nothing is made, and that is said`() {
    var driver = driver { $0.access = ["captions": .arranged] }
    driver.press("A")
    #expect(driver.news.contains("Nothing is missing"))
  }

  // Series.

  @Test func `a series is planned as one change, with its numbers, and taken back by one u`() throws
  {
    var driver = driver {
      $0.start = KnownDate(stored: "2025-03-21T14:00")
      $0.end = KnownDate(stored: "2025-03-22T12:00")
      $0.zone = ZoneName(stored: "Europe/Berlin")
      $0.summary = "What was heard"
    }
    let before = driver.programme.events
    driver.press("R")
    #expect(driver.screen.contains("Friday, April 18, 2025"))
    driver.press("<Backspace>3<Tab><Right>")
    driver.press("<Left><Left>")
    driver.press("<Ctrl-S>")
    #expect(driver.news.contains("3 events added"))
    let series = driver.programme.events.values.filter { $0.series.name == "Vertrauensrunde" }
      .sorted { ($0.series.number ?? 0) < ($1.series.number ?? 0) }
    #expect(series.map(\.series.number) == [1, 2, 3, 4])
    #expect(
      series.map { $0.start?.stored } == [
        "2025-03-21T14:00", "2025-04-04T14:00", "2025-04-18T14:00", "2025-05-02T14:00",
      ])
    #expect(series[1].end?.stored == "2025-04-05T12:00")
    #expect(series[1].status == .planned && series[1].summary.isEmpty)
    #expect(Set(series.map(\.id)).count == 4)
    driver.press("u")
    #expect(driver.programme.events == before)
  }

  @Test func `a plan that was left is a draft, opens as it stood, and is gone when it is made`() {
    var driver = Driver()
    driver.press("2/berlin<Enter><Enter>R")
    driver.press("<Ctrl-U>")
    driver.type("7")
    driver.press("<Tab><Right><Esc>")
    #expect(driver.news == "Kept as a draft. Home offers it again.")
    let drafts = driver.application.desk.drafts
    #expect(drafts.map(\.fields) == [["seriesCount": "7", "seriesRhythm": "weekly"]])
    driver = Driver(drafts: drafts)
    #expect(driver.screen.contains("Series to plan · Vertrauensrunde"))
    driver.press("<Enter>")
    #expect(driver.screen.contains("Vertrauensrunde"))
    driver.press("<Ctrl-S>")
    #expect(driver.programme.events.count == 4 + 7)
    #expect(driver.application.desk.drafts.isEmpty)
  }

  @Test func `days on which the series has an event are told and not made again`() {
    var driver = driver { $0.start = KnownDate(stored: "2025-03-21") }
    driver.press("R<Ctrl-S>R")
    #expect(driver.screen.contains("already there: Vertrauensrunde"))
    let count = driver.programme.events.count
    driver.press("<Ctrl-S>")
    #expect(driver.news.contains("Nothing was made"))
    #expect(driver.programme.events.count == count)
    driver.press("<Backspace>5<Ctrl-S>")
    #expect(driver.programme.events.count == count + 1)
  }

  @Test(arguments: ["0", "53", "many"])
  func `a number of events that is none is refused`(count: String) {
    var driver = driver { $0.start = KnownDate(stored: "2025-03-21") }
    let before = driver.programme.events.count
    driver.press("R<Backspace>\(count)<Ctrl-S>")
    #expect(driver.programme.events.count == before)
    #expect(driver.screen.contains("!"))
  }

  @Test func `from an event without a day the first day is asked for`() {
    var driver = driver { $0.start = KnownDate(stored: "2025-03") }
    driver.press("R<Ctrl-S>")
    #expect(driver.news.contains("type the day of the first"))
    driver.press("<Tab><Tab>2025-04-01<Ctrl-S>")
    #expect(driver.news.contains("4 events added"))
  }

  @Test func `from an event of last year the days to come are meant`() {
    var driver = driver { $0.start = KnownDate(stored: "2023-03-17") }
    driver.press("R")
    #expect(driver.screen.contains("Friday, December 20, 2024"))
  }

  @Test func `the events beside it in the series open with two keys`() {
    var driver = driver { $0.start = KnownDate(stored: "2025-03-21") }
    driver.press("R<Ctrl-S>")
    #expect(driver.screen.contains("after (>) 2 · 2025-04-18"))
    driver.press(">")
    #expect(driver.screen.contains("Germany · April 18, 2025"))
    #expect(driver.screen.contains("before (<) 1 · 2025-03-21"))
    driver.press(",,")
    #expect(driver.news.contains("no more events that way"))
    driver.press("<Esc>w")
    #expect(driver.news.hasPrefix("Events"))
  }
}
