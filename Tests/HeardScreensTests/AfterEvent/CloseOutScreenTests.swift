import HeardKit
import HeardModel
import HeardScreens
import TerminalCanvas
import Testing

@Suite struct CloseOutScreenTests {
  /// The event of Lyon with everything settled but what a test takes away.
  private func programme(_ change: (inout Event) -> Void = { _ in }) -> Programme {
    var programme = Fixture.programme()
    var event = Fixture.lyon
    event.hasNoPartners = true
    event.summary = "People asked to be asked first."
    event.feedback.due = CalendarDay(stored: "2024-12-20")
    (event.feedback.audiences, event.feedback.channel) = ([.participants], "Letter")
    change(&event)
    programme.events[event.id] = event
    return programme
  }

  private func named(_ role: TeamRole = .coordinator) -> PersonalSettings {
    var settings = PersonalSettings()
    settings.name = "Noor Example"
    settings.role = role
    return settings
  }

  private let open = "2/lyon<Enter><Enter>o"

  @Test(arguments: Languages.all)
  func `each line says in words how it stands`(language: String) {
    let words = Words(LanguageTag(stored: language))
    var driver = Driver(programme { $0.summary = "" }, language: language, columns: 120)
    driver.press(open)
    let lines = driver.lines
    for (matter, state) in [
      ("attendance", "done"), ("partners", "done"), ("summary", "missing"), ("heard", "done"),
      ("access", "notNeeded"), ("feedback", "done"),
    ] {
      #expect(
        lines.contains {
          $0.contains(words("closeOut.\(matter)")) && $0.contains(words("closeOut.state.\(state)"))
        }, "\(matter)")
    }
    #expect(
      driver.screen.contains(
        words("home.missing", count: 1, ["gaps": words("gap.short.summary")])))
    #expect(driver.screen.contains(words("closeOut.missing.summary")))
  }

  @Test(arguments: Languages.all)
  func `where nobody said what may be told, it is asked, and told as closed`(language: String) {
    let words = Words(LanguageTag(stored: language))
    var driver = Driver(programme { $0.confidentiality = nil }, language: language, columns: 200)
    driver.press("2/lyon<Enter><Enter>")
    #expect(driver.lines.joined(separator: " ").contains(words("confidentiality.notKnown")))
    #expect(driver.lines.joined(separator: " ").contains(words("gap.confidentiality")))
    driver.press("o")
    #expect(driver.screen.contains(words("closeOut.missing.confidentiality")))
    #expect(!driver.screen.contains("closeOut."))
  }

  @Test func `Enter goes to the field that settles the line, and saving comes back`() {
    var driver = Driver(programme { $0.summary = "" })
    driver.press(open + "<Enter>")
    #expect(driver.screen.contains("› Summary"))
    driver.press("Ask first.<Ctrl-S>")
    #expect(driver.programme.events[Fixture.lyon.id]?.summary == "Ask first.")
    #expect(driver.screen.contains("Close-out"))
    #expect(driver.screen.contains("Closed out: nothing is missing."))
  }

  @Test func `what is left with Esc stays a draft, and the line stays missing`() {
    var driver = Driver(programme { $0.feedback = Feedback() })
    driver.press(open + "<Enter>")
    #expect(driver.screen.contains("› Who is told"))
    driver.press(" <Esc>")
    #expect(driver.application.desk.drafts.count == 1)
    #expect(driver.screen.contains("lacks: feedback plan"))
  }

  @Test(arguments: [
    ("attendance", "Counting"), ("partners", "› Partners"), ("confidentiality", "› What may"),
    ("heard", "› Why nothing"), ("languages", "› Languages"), ("access", "› Access"),
  ])
  func `every line has its own field`(matter: String, sign: String) throws {
    let words = Words(LanguageTag(stored: "en"))
    var driver = Driver(programme())
    driver.press(open + "<Home>")
    for _ in 0..<9 where !driver.screen.contains("› " + words("closeOut.\(matter)")) {
      driver.press("<Down>")
    }
    driver.press("<Enter>")
    if matter == "attendance" {
      driver.press("w")
      #expect(driver.news.hasPrefix(words("screen.attendance")))
    } else {
      let field = words("field.\(matter == "heard" ? "heardReason" : matter)")
      #expect(driver.screen.contains("› \(field)"), "\(driver.screen)")
    }
  }

  @Test func `a reason why nothing was heard settles the line`() {
    var driver = Driver(programme())
    driver.press("2/osaka<Enter><Enter>o")
    #expect(driver.screen.contains("Take down a testimony"))
    for _ in 0..<9 where !driver.screen.contains("› What was heard") { driver.press("<Down>") }
    driver.press("<Enter>A training, no dialogue.<Ctrl-S>")
    #expect(
      driver.programme.events[Fixture.osaka.id]?.closeOut.heardReason == "A training, no dialogue.")
    #expect(driver.screen.contains("A training, no dialogue."))
  }

  @Test(arguments: Languages.all)
  func `what people asked for is missing, asked about one by one, and told where it fell short`(
    language: String
  ) {
    let words = Words(LanguageTag(stored: language))
    var driver = Driver(
      programme { event in
        for (index, needs) in [["captions", "quietRoom"], ["captions"]].enumerated() {
          var person = Participation()
          person.id = Fixture.id("p-00000000a\(index)")
          person.status = .attended
          person.accessNeeds = needs.compactMap { Code(stored: $0) }
          event.participations.append(person)
        }
      }, language: language, columns: 120)
    driver.press(open)
    #expect(driver.screen.contains(words("gap.short.access")))
    driver.press("<Enter>")
    #expect(driver.screen.contains(words("closeOut.wasThere.notArranged")))
    // Captions were there, the quiet room was not: 1 keeps it open, 2 was there, 3 was not.
    driver.press("23")
    let event = driver.programme.events[Fixture.lyon.id]
    #expect(event?.access == ["captions": .arranged, "quietRoom": .notArranged])
    #expect(!driver.screen.contains(words("closeOut.wasThere.notArranged")))
    #expect(driver.screen.contains(words("closeOut.state.fellShort")))
    let shortfall = words("closeOut.shortfall", count: 1, ["all": "2"])
    #expect(driver.lines.joined(separator: " ").contains(shortfall))
    #expect(driver.screen.contains(words("closeOut.done")))
    driver.press("<Esc>")
    #expect(driver.lines.joined(separator: " ").contains(shortfall))
  }

  @Test func `who does not know yet leaves what was asked for open`() {
    var driver = Driver(programme { $0.access = ["captions": .needed] })
    driver.press(open + "<Enter>1")
    #expect(driver.programme.events[Fixture.lyon.id]?.access == ["captions": .needed])
    #expect(driver.screen.contains("lacks: access"))
  }

  @Test func `a plan of telling that is a day alone says what it lacks`() {
    var driver = Driver(
      programme {
        $0.feedback.audiences = []
        $0.feedback.channel = ""
      }, columns: 120)
    driver.press(open)
    #expect(driver.screen.contains("lacks: feedback plan"))
    #expect(driver.screen.contains("whom: not noted · how: not noted"))
  }

  @Test func `it is signed with name and time once nothing is missing`() {
    var driver = Driver(programme { $0.summary = "" }, settings: named())
    driver.press(open + "S")
    #expect(driver.news.contains("still missing"))
    driver = Driver(programme())
    driver.press(open + "S")
    #expect(driver.news.contains("your name"))
    driver = Driver(programme(), settings: named())
    driver.press(open + "S")
    let closeOut = driver.programme.events[Fixture.lyon.id]?.closeOut
    #expect(closeOut?.by == "Noor Example" && closeOut?.at == driver.now)
    #expect(driver.screen.contains("Signed by Noor Example, December 1, 2024."))
  }

  @Test func `an event whose day passed is asked whether it was held`() {
    var driver = Driver(
      programme {
        $0.status = .planned
      })
    driver.press(open)
    #expect(driver.screen.contains("Was it held?"))
    driver.press("<Enter>")
    #expect(driver.screen.contains("› Status"))
  }

  @Test func `what will be counted stands above, with what does not fit`() {
    var driver = Driver(
      programme {
        $0.attendance.inRole = 86
        $0.attendance.declared.answered = 50
      }, columns: 100, rows: 40)
    driver.press(open)
    #expect(
      driver.screen.contains(
        "Will be counted: 84 attendances (counted) · 86 in a role · 50 slips of 84 asked"))
    #expect(driver.screen.contains("More people have a role (86) than attended (84)."))
  }

  @Test func `Home says what is missing and opens the checklist`() {
    var driver = Driver(
      programme {
        $0.summary = ""
        $0.feedback = Feedback()
      }, columns: 120)
    let isAt = { (driver: Driver, text: String) in
      driver.rows.contains { $0.hasPrefix("›") && $0.contains(text) }
    }
    for _ in 0..<12 where !isAt(driver, "Close out") { driver.press("<Down>") }
    driver.press("<Right>")
    for _ in 0..<12 where !isAt(driver, "Lyon  ") { driver.press("<Down>") }
    #expect(isAt(driver, "lacks: summary, feedback plan"))
    driver.press("<Enter>")
    #expect(driver.screen.contains("To settle"))
  }

  @Test func `the list of events says what is closed out and finds it`() {
    var driver = Driver(programme(), columns: 105)
    driver.press("2")
    #expect(driver.screen.contains("Closed"))
    driver.press("/closeout:done<Enter>")
    #expect(driver.lines.contains { $0.contains("Dialogue on disability") })
    #expect(!driver.lines.contains { $0.contains("Roda de escuta") })
  }

  @Test func `no size and no missing event traps`() {
    for rows in [0, 1, 3, 10, 24] {
      var driver = Driver(programme(), columns: rows * 3, rows: rows)
      driver.press(open + "<Up><Down><PgDn><End><Home>wSD<Enter>w<Esc>b<PgDn>w")
      _ = (driver.screen, driver.lines)
    }
  }
}
