import HeardKit
import HeardModel
import HeardScreens
import TestKit
import Testing

@Suite struct HomeTests {
  private func settings(_ role: TeamRole, staff: StaffID? = nil) -> PersonalSettings {
    var settings = PersonalSettings()
    settings.role = role
    settings.staff = staff
    return settings
  }

  /// Fifteen events that wait to be closed out.
  private func crowded() -> Programme {
    var programme = Fixture.programme()
    for number in 10..<25 {
      var event = Fixture.event("2024-03-\(number)-fr-nice-aaaa", "Evening \(number)", "FR", "Nice")
      event.start = KnownDate(stored: "2024-03-\(number)")
      programme.events[event.id] = event
    }
    return programme
  }

  @Test(arguments: Languages.all)
  func `imported history is declared in one change from Home on, and taken back as one`(
    language: String
  ) {
    let words = Words(LanguageTag(stored: language))
    var programme = crowded()
    for id in programme.events.keys where id.text.hasPrefix("2024-03") {
      programme.events[id]?.provenance.importKey = "k-\(id.text)"
    }
    var driver = Driver(programme, language: language, columns: 140, rows: 60)
    let offer = words("home.importedHistory", count: 15)
    #expect(driver.screen.contains(offer))
    for _ in 0..<30 where !driver.rows.contains(where: { $0.contains("›") && $0.contains(offer) }) {
      driver.press("<Down>")
    }
    driver.press("<Enter>")
    #expect(driver.news == words("home.importedHow"))
    driver.press("*B<End><Enter><Enter><Enter>")
    #expect(driver.programme.events.values.count { $0.isBeforeHeard } == 15)
    driver.press("1")
    #expect(!driver.screen.contains(offer))
    driver.press("u")
    #expect(driver.programme.events == programme.events)
    #expect(driver.screen.contains(offer))
  }

  @Test func `an event of history says so, and asks for nothing`() {
    var programme = Fixture.programme()
    programme.events[Fixture.lyon.id]?.isBeforeHeard = true
    var driver = Driver(programme, columns: 120, rows: 50)
    driver.press("2/lyon<Enter><Enter>")
    #expect(driver.screen.contains("from before Heard: feedback is not asked"))
    #expect(driver.screen.contains("close-out and feedback are not asked"))
    #expect(!driver.screen.contains("Still missing for close-out"))
    driver.press("o")
    #expect(driver.screen.contains("From before Heard: close-out is not asked."))
    #expect(driver.screen.contains("Will be counted: 84 attendances (counted)"))
    driver.press("S")
    #expect(driver.news.contains("From before Heard"))
    #expect(driver.programme.events[Fixture.lyon.id]?.closeOut.at == nil)
    driver.press("2/closeout:beforeHeard<Enter>")
    #expect(driver.lines.contains { $0.contains("Dialogue on disability") })
  }

  @Test func `what is still to come is no history`() {
    var driver = Driver()
    driver.press("2*B<End><Enter><Enter>")
    #expect(driver.lines.contains("3 will change, 1 cannot change"))
    #expect(driver.lines.contains { $0.contains("so it cannot be from before Heard") })
    driver.press("<Enter>")
    #expect(driver.programme.events[Fixture.berlin.id]?.isBeforeHeard == false)
    // Where all of them are history already, one says that they are not.
    driver.press("<Esc>/status:held<Enter>*B<End><Enter><Enter><Enter>")
    #expect(!driver.programme.events.values.contains { $0.isBeforeHeard })
  }

  @Test func `the figures open, and each country opens its events`() {
    var driver = Driver()
    driver.go(to: "3 events held")
    driver.press("<Enter>w")
    #expect(driver.news.contains("Figures"))
    driver.press("<Esc>")
    driver.go(to: "France")
    driver.press("<Enter>")
    #expect(driver.screen.contains("country:fr status:held"))
  }

  @Test func `a manager reads what is published beside what is logged`() {
    var programme = Fixture.programme()
    programme.settings.published.events = 65
    programme.settings.published.participants = 12_000
    programme.settings.published.isAtLeast = true
    programme.settings.published.unit = .people
    programme.settings.published.from = KnownDate(stored: "2023-01")
    programme.settings.published.to = KnownDate(stored: "2024")
    let text =
      "Published (2023-01 to 2024): 65 events, more than 12,000 people. "
      + "Logged for the same: 3 events (3 organised); "
      + "attendances, not people: 84 counted, 2 listed, 40 estimated."
    var driver = Driver(programme, settings: settings(.manager))
    #expect(driver.lines.contains(text))
    #expect(driver.lines.contains { $0.contains("3 events held") })
    #expect(driver.lines.contains { $0.hasPrefix("in 3 countries") })
    driver.press("<End>")
    #expect(driver.screen.contains("Published (2023-01 to 2024): 65 events"))
    #expect(!Driver(programme).screen.contains("Published"))
  }

  @Test func `what was published counts people in French, too`() {
    var programme = Fixture.programme()
    programme.settings.published.participants = 12_000
    programme.settings.published.isAtLeast = true
    programme.settings.published.unit = .people
    let driver = Driver(programme, settings: settings(.manager), language: "fr")
    #expect(driver.lines.contains { $0.contains("plus de 12\u{A0}000 personnes") })
  }

  @Test func `the countries of the programme stand apart from others`() {
    var programme = Fixture.programme()
    let davos = Fixture.event("2024-01-ch-aaaa", "Launch", "CH", "Davos")
    programme.events[davos.id] = davos
    #expect(
      Driver(programme).lines.contains {
        $0.hasPrefix("in 3 countries of the programme and 1 other")
      })
  }

  @Test func `Home, the list and the figures say the same number, whatever is known of it`() {
    var random = RandomSource.printed("one number everywhere")
    let sources: [AttendanceSource?] = [nil, .counted, .reported, .estimated, .notKnown]
    for _ in 0..<12 {
      var programme = Fixture.programme()
      var all = 0
      for id in programme.events.keys.sorted() {
        var attendance = Attendance()
        attendance.source = random.pick(sources)
        if random.chance(70) { attendance.total = random.below(3000) }
        programme.events[id]?.attendance = attendance
        guard programme.events[id]?.status == .held else { continue }
        all += attendance.total ?? (id == Fixture.osaka.id ? 2 : 0)
      }
      var driver = Driver(programme)
      let words = driver.application.desk.words
      let count = words("count.attendances", count: all)
      #expect(driver.lines.contains { $0.contains(count) }, "Home: \(count)")
      driver.press("2")
      #expect(driver.lines.contains { $0.contains(" · \(count) · ") }, "the list: \(count)")
      driver.press("5Y1<Enter>")
      let total = driver.lines.first { $0.contains("country: all; ") } ?? ""
      let number = total.split(separator: ";").first { $0.hasPrefix(" attendances: ") } ?? ""
      #expect(number.hasPrefix(" attendances: \(words.number(all))"), "\(total)")
    }
  }

  @Test func `a facilitator sees their own events and testimonies`() {
    var programme = Fixture.programme()
    programme.events[Fixture.lyon.id]?.facilitators = [Fixture.member.id]
    let screen = Driver(
      programme, settings: settings(.facilitator, staff: Fixture.member.id)
    ).screen
    #expect(screen.contains("Your events"))
    #expect(screen.contains("Dialogue on disab"))
    #expect(screen.contains("Amandine"))
    var unknown = Driver(programme, settings: settings(.facilitator))
    #expect(unknown.screen.contains("Choose who you are in the team"))
    unknown.press("<Esc>")
  }

  @Test func `a draft goes on with Enter and is thrown away only after a question`() {
    var draft = Draft()
    draft.id = "event-half"
    draft.form = "event"
    draft.fields = ["title": "Half a title"]
    var driver = Driver(drafts: [draft])
    #expect(driver.screen.contains("Half a title"))
    driver.press("<Del>1")
    #expect(driver.application.desk.drafts.count == 1)
    driver.press("<Del>2")
    #expect(driver.application.desk.drafts.isEmpty)
    #expect(driver.effects.last == .state(.discardDraft("event-half")))
  }

  @Test func `the words of a testimony do not stand on Home`() {
    var draft = Draft()
    draft.id = "testimony-half"
    draft.form = "testimony"
    draft.fields = ["text": "They did not listen."]
    #expect(!Driver(drafts: [draft]).screen.contains("They did not listen."))
  }

  @Test func `an attendance that nobody knows is not nought`() {
    var programme = Programme()
    let event = Fixture.event("2024-01-ch-aaaa", "Launch", "CH", "Davos")
    programme.events[event.id] = event
    let lines = Driver(programme).lines
    #expect(lines.contains { $0.contains("Switzerland: not known") })
    #expect(lines.contains { $0.contains("unknown for 1 event") })
  }

  @Test func `that rights were tightened is told when it is known`() {
    var driver = Driver(Fixture.programme())
    #expect(driver.news.isEmpty)
    _ = driver.application.take(.folder(.tightened(3)), driver.occasion)
    #expect(driver.news.contains("3 files and folders are now readable by you alone"))
  }

  @Test(arguments: TeamRole.allCases, [0, 1, 3, 10, 24])
  func `no screen traps on an empty programme at any size`(_ role: TeamRole, rows: Int) {
    var driver = Driver(
      Programme(), settings: settings(role), columns: rows * 3, rows: rows)
    for key in ["1", "8", "9"] {
      driver.press("\(key)<Up><Down><PgDn><End><Home><Enter>w")
      _ = driver.screen
      driver.press("<Esc><Esc>")
    }
    driver.press("NGone<Ctrl-S>cg<Right><Down>5<Enter><End><Left>w<Esc>+-p<Ctrl-S><Esc><Esc>u")
    _ = driver.screen
    _ = driver.lines
  }
}
