import HeardKit
import HeardListening
import HeardModel
import HeardScreens
import Testing

/// One field of several records, changed at once.
@Suite struct BulkTests {
  /// Which field is chosen by how many steps down.
  private static func choose(_ field: Int) -> String {
    "B" + String(repeating: "<Down>", count: field) + "<Enter>"
  }

  @Test func `the preview tells before and after of each record, and Enter changes all as one`() {
    var driver = Driver()
    driver.press("2*" + Self.choose(2))
    driver.type("North")
    driver.press("<Enter>")
    #expect(driver.lines.contains("4 will change"))
    #expect(driver.lines.contains { $0.contains("Now: empty; Then: North") })
    #expect(driver.programme.events.values.allSatisfy { $0.region.isEmpty })
    driver.press("<Enter>")
    #expect(driver.programme.events.values.allSatisfy { $0.region == "North" })
    #expect(driver.news == "4 events changed · u undoes it")
    driver.press("u")
    #expect(driver.programme.events.values.allSatisfy { $0.region.isEmpty })
    #expect(driver.programme.events[Fixture.lyon.id] == Fixture.lyon)
  }

  @Test func `what has the value already stays, and without marks the focused record is meant`() {
    var programme = Fixture.programme()
    programme.events[Fixture.lyon.id]?.region = "North"
    var driver = Driver(programme)
    driver.press("2*" + Self.choose(2) + "North<Enter>")
    #expect(driver.lines.contains("3 will change, 1 stays as it is"))
    driver.press("<Esc><Esc><Esc><Esc>/lyon<Enter>" + Self.choose(2) + "South<Enter><Enter>")
    #expect(driver.programme.events.values.map(\.region).sorted() == ["", "", "", "South"])
    #expect(driver.news.contains("Changed event: Dialogue on disability and care"))
  }

  /// Fields of events: their place in the list, what is typed, and what Lyon holds then.
  @Test(arguments: [
    (1, "Jap<Enter>", "country", "JP"), (3, "Nantes<Enter>", "place", "Nantes"),
    (4, "<Right><Right><Right><Enter>", "type", "conference"),
    (6, "<Right><Right><Enter>", "format", "online"),
    (7, "<Right><Right><Enter>", "confidentiality", "chathamHouse"),
    (5, "<Enter>", "involvement", ""),
    (9, "<Space><Enter>", "topics", "maternalHealth"),
    (12, "Noor<Enter>", "facilitators", "s-invented01"),
    (15, "120<Enter>", "capacity", "120"),
    (16, "2024-07-01<Enter>", "feedbackDue", "2024-07-01"),
    (17, "<Enter>", "beforeHeard", "yes"),
  ])
  func `a field takes what the form of one event takes`(
    place: Int, keys: String, field: String, value: String
  ) throws {
    var driver = Driver()
    driver.press("2/lyon<Enter>" + Self.choose(place) + keys + "<Enter>")
    let spec = try #require(EventFields.spec.fields.first { $0.id.stored == field })
    let event = try #require(driver.programme.events[Fixture.lyon.id])
    #expect(spec.read(event, driver.application.desk) == value)
  }

  @Test func `partners are added with their part, and the part or the partner taken out`() {
    var driver = Driver()
    let id = Fixture.lyon.id
    driver.press("2/lyon<Enter>" + Self.choose(13) + "Collectif<Enter><Right><Enter><Enter>")
    #expect(driver.programme.events[id]?.partners.map(\.roles) == [["host"]])
    driver.press(Self.choose(13) + "<Up><Right><Down>Collectif<Enter><Right><Enter><Enter>")
    #expect(driver.programme.events[id]?.partners.map(\.roles) == [[]])
    driver.press(Self.choose(13) + "<Up><Right><Down>Collectif<Enter><Enter><Enter>")
    #expect(driver.programme.events[id]?.partners.isEmpty == true)
  }

  @Test func `what a rule forbids stays, with the rule in words`() {
    var driver = Driver()
    driver.press("2*m4")
    #expect(driver.lines.contains("2 will change, 2 cannot change"))
    #expect(driver.lines.contains { $0.contains("somebody was heard there") })
    driver.press("<Enter>")
    #expect(driver.programme.events[Fixture.lyon.id]?.status == .held)
    #expect(driver.programme.events[Fixture.berlin.id]?.status == .cancelled)
    #expect(driver.news.contains("2 events changed"))
    #expect(driver.news.contains("2 not changed: Dialogue on disability and care, Roda"))
    #expect(driver.news.contains("somebody was heard there"))
    driver.press("um3")
    #expect(driver.lines.contains { $0.contains("is still to come") })
  }

  @Test func `an action is declined with a reason, one for all`() {
    var driver = Driver()
    driver.press("4*m")
    #expect(driver.screen.contains("in progress (1)"))
    driver.press("6")
    #expect(driver.lines.contains { $0.hasPrefix("› Reason") })
    driver.type("No money")
    driver.press("<Ctrl-S>")
    #expect(driver.lines.contains("2 will change"))
    driver.press("<Enter>")
    #expect(driver.programme.actions.values.allSatisfy { $0.status == .declined })
    #expect(driver.programme.actions.values.allSatisfy { $0.reason == "No money" })
  }

  @Test func `without a reason it is declined only where one stands already`() {
    var programme = Fixture.programme()
    programme.actions[Fixture.training.id]?.reason = "Done elsewhere"
    var driver = Driver(programme)
    driver.press("4*m6<Ctrl-S>")
    #expect(driver.lines.contains("1 will change, 1 cannot change"))
    #expect(driver.lines.contains { $0.contains("A reason is needed here.") })
  }

  /// What is typed for the due day, and the days then: one had 2024-11-27, one none.
  @Test(arguments: [
    ("+2w<Enter>", "2024-12-15", "2024-12-15"),
    ("<Up><Right><Down>+2w<Enter>", "2024-12-11", nil),
    ("<Up><Right><Down>-1m<Enter>", "2024-10-27", nil),
    ("<Up><Right><Right><Enter><Enter>", nil, nil),
  ])
  func `a due day is set from today or moved from its own`(
    keys: String, had: String?, none: String?
  ) {
    var driver = Driver()
    driver.press("4*" + Self.choose(3) + keys + "<Enter>")
    #expect(driver.programme.actions[Fixture.interpreters.id]?.due?.stored == had)
    #expect(driver.programme.actions[Fixture.training.id]?.due?.stored == none)
  }

  @Test func `nothing is emptied by not typing anything`() {
    var programme = Fixture.programme()
    for id in programme.events.keys { programme.events[id]?.region = "North" }
    var driver = Driver(programme)
    driver.press("2*" + Self.choose(2) + "<Enter><Enter>")
    #expect(driver.screen.contains("This must be filled in."))
    driver.press("<Up><Right><Down><Enter>")
    #expect(driver.lines.contains { $0.contains("Now: North; Then: empty") })
    driver.press("<Enter>")
    #expect(driver.programme.events.values.allSatisfy { $0.region.isEmpty })
  }

  @Test func `a date that is moved needs a step`() {
    var driver = Driver()
    driver.press("4*" + Self.choose(3) + "<Up><Right><Down>2024-12-24<Enter>")
    #expect(driver.screen.contains("Type how far to move each date"))
  }

  @Test func `only what makes events less confidential is asked about`() {
    var programme = Fixture.programme()
    programme.events[Fixture.lyon.id]?.confidentiality = .closed
    var driver = Driver(programme)
    driver.press("2/lyon<Enter>" + Self.choose(7) + "<Right><Enter>")
    #expect(driver.screen.contains("This cannot be undone."))
    driver.press("<Enter>")
    #expect(driver.screen.contains("less confidential than now"))
    driver.press("<Enter>")
    #expect(driver.programme.events[Fixture.lyon.id]?.confidentiality == .closed)
    driver.press("<Enter>2")
    #expect(driver.programme.events[Fixture.lyon.id]?.confidentiality == .open)
    driver.press("x/recife<Enter>" + Self.choose(7) + "<Right><Right><Right><Enter><Enter>")
    #expect(driver.programme.events[Fixture.recife.id]?.confidentiality == .closed)
  }

  @Test func `of testimonies nobody changes what they may not read, nor leaps over a stage`() {
    var driver = Driver()
    driver.press("3*m4")
    #expect(driver.lines.contains("0 will change, 2 cannot change"))
    #expect(driver.lines.contains { $0.contains("you may not read its words") })
    driver.press("<Enter>")
    #expect(driver.programme.testimonies == Fixture.programme().testimonies)
    driver.press("<Esc>m3")
    #expect(driver.lines.contains("1 will change, 1 cannot change"))
    driver.press("<Enter>")
    #expect(driver.programme.testimonies[Fixture.heardInLyon.id]?.stage == .deIdentified)
    #expect(driver.programme.testimonies[Fixture.heardInRecife.id] == Fixture.heardInRecife)
    #expect(driver.news.contains("taken down → de-identified"))
  }

  @Test func `a record whose file cannot be read any more is left`() {
    let file = "events/\(Fixture.lyon.id.text).json"
    var driver = Driver(unreadable: [FileFault(file: file, kind: .json(.unterminated))])
    driver.press("2*" + Self.choose(2) + "North<Enter>")
    #expect(driver.lines.contains("3 will change, 1 cannot change"))
    driver.press("<Enter>")
    #expect(driver.programme.events[Fixture.lyon.id] == Fixture.lyon)
    #expect(driver.programme.events[Fixture.osaka.id]?.region == "North")
  }

  @Test func `no field of several testimonies is about consent`() {
    var driver = Driver()
    driver.press("3*B")
    for word in ["May we", "consent", "Quote", "Consent"] {
      #expect(!driver.screen.contains(word))
    }
    #expect(driver.lines.contains { $0.contains("Why trust was lost") })
  }

  @Test(arguments: [("2", 17), ("3", 4), ("4", 8), ("7", 2)])
  func `every field that can be changed has its form`(list: String, count: Int) {
    for place in 0..<count {
      var driver = Driver()
      driver.press(list + "*" + Self.choose(place))
      #expect(driver.screen.contains("Preview"), "\(list) \(place)")
      #expect(!driver.screen.contains("field."), "\(list) \(place)")
      driver.press("<Ctrl-S>")
      #expect(
        driver.lines.contains { $0.contains("will change") || $0.contains("must be filled") },
        "\(list) \(place)")
    }
  }

  @Test func `what somebody else changed meanwhile is left, and said`() {
    var driver = Driver()
    driver.press("2*" + Self.choose(2) + "North<Enter>")
    var other = Fixture.lyon
    other.title = "Another title"
    var read = driver.programme
    read.events[other.id] = other
    _ = driver.application.take(.folder(.loaded(read, unreadable: [])), driver.occasion)
    #expect(driver.lines.contains { $0.contains("somebody else changed it since") })
    driver.press("<Enter>")
    #expect(driver.programme.events[other.id] == other)
    #expect(driver.programme.events[Fixture.osaka.id]?.region == "North")
    #expect(driver.news.contains("Not changed: Dialogue on disability and care"))
  }

  @Test func `undo takes back what still stands, and says what was changed since`() {
    var driver = Driver()
    driver.press("2*" + Self.choose(2) + "North<Enter><Enter>")
    var read = driver.programme
    read.events[Fixture.lyon.id]?.region = "South"
    _ = driver.application.take(.folder(.loaded(read, unreadable: [])), driver.occasion)
    driver.press("u")
    #expect(driver.programme.events[Fixture.lyon.id]?.region == "South")
    #expect(driver.programme.events[Fixture.osaka.id]?.region.isEmpty == true)
    #expect(driver.news.contains("1 has changed since"))
    driver.press("<Ctrl-R>")
    #expect(driver.programme.events[Fixture.osaka.id]?.region == "North")
    #expect(driver.programme.events[Fixture.lyon.id]?.region == "South")
  }

  @Test func `a folder that is only read is not changed`() {
    var driver = Driver(readOnly: .readOnly(path: "/p"))
    driver.press("2*" + Self.choose(2) + "North<Enter><Enter>")
    #expect(driver.news.hasPrefix("Opened for reading only"))
    #expect(driver.programme.events.values.allSatisfy { $0.region.isEmpty })
  }

  @Test(arguments: Languages.all)
  func `every step fits the smallest screen in every language`(language: String) {
    var driver = Driver(language: language)
    driver.press("2*B")
    #expect(!driver.screen.contains("bulk."))
    driver.press("<Enter>")
    #expect(!driver.screen.contains("bulk"))
    driver.press("<Ctrl-S>")
    #expect(!driver.screen.contains("bulk."))
    driver.press("?")
    #expect(!driver.screen.contains("meaning."))
  }
}
