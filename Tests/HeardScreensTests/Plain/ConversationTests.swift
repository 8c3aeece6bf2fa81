import HeardKit
import HeardModel
import HeardScreens
import TerminalCanvas
import Testing

/// Plain lines: lists, commands, what is said and what is not.
@Suite struct ConversationTests {
  @Test func `a talk begins with the screen, its rows numbered and none of them cut`() {
    let talk = Talk()
    #expect(talk.said[0].hasPrefix("Heard in plain lines."))
    #expect(talk.said.contains { $0.hasPrefix("1. Tell people: ") })
    #expect(talk.said.contains { $0.hasPrefix("Home: Test programme. 1 to ") })
    #expect(talk.all.allSatisfy { !$0.contains("█") })
  }

  @Test func `a list tells its count first, then a page of items, each label before its value`() {
    var talk = Talk()
    talk.type("events")
    #expect(talk.said[0] == "Events: 4 of 4, by date. 1 to 4 of 4:")
    #expect(
      talk.said[3]
        == "3. Date: May 28, 2024; Place: Lyon, France; Title: Dialogue on disability and care; "
        + "Status: held; Attended: 84, counted; Said: 1; Done: 0 of 1; Told: late; "
        + "Closed: 3 open")
  }

  @Test func `Enter, more and less turn pages of as many items as the settings say`() {
    var settings = PersonalSettings()
    settings.pageItems = 3
    var talk = Talk(settings: settings)
    talk.type("events")
    #expect(talk.said[0] == "Events: 4 of 4, by date. 1 to 3 of 4:")
    talk.type("")
    #expect(talk.said[0] == "4 to 4 of 4:" && talk.said[1].hasPrefix("4. "))
    #expect(talk.said[2] == "You are at 4.")
    talk.type("more")
    #expect(talk.said == ["There is nothing more."])
    talk.type("less")
    #expect(talk.said[0] == "1 to 3 of 4:" && talk.said.count == 5)
  }

  @Test func `a number opens its item, and back comes to the same place of the list`() {
    var talk = Talk()
    talk.type("events", "3")
    #expect(talk.said[0] == "Event." && talk.said[1] == "Part 1 of 6: Overview.")
    #expect(talk.said.contains("Dialogue on disability and care"))
    talk.type("back")
    #expect(talk.said.contains("You are at 3."))
    talk.type("9")
    #expect(talk.said == ["There is no number 9: the list has 4."])
  }

  @Test func `a command takes the number of an item, an answer or a filter behind it`() {
    var talk = Talk()
    talk.type("events", "edit 3")
    #expect(talk.said[0].hasPrefix("Event form: Dialogue on disability and care."))
    talk.type("leave", "1", "status cancelled")
    #expect(talk.programme.events[Fixture.berlin.id]?.status == .cancelled)
    talk.type("back", "filter country:jp")
    #expect(talk.said[0] == "Events: 1 of 4, country:jp, by date.")
    talk.type("/")
    #expect(talk.said[0] == "Events: 4 of 4, by date.")
  }

  @Test(arguments: [
    ("en", "new ev", "Event form"), ("fr", "nouvel even", "Fiche d’événement"),
    ("fr", "new event", "Fiche d’événement"),
    ("ja", "イベント追", "イベントの入力"), ("ja", "NEW EVENT", "イベントの入力"), ("en", "N", "Event form"),
    ("en", "go figures", "Figures"), ("fr", "CHIFFRES", "Chiffres"), ("en", "f3", "Events"),
  ])
  func `a command is known by its name, its beginning, in English, and by its key`(
    language: String, line: String, place: String
  ) {
    var talk = Talk(language: language)
    talk.type(line)
    #expect(talk.said.first?.hasPrefix(place) ?? false, "\(talk.text)")
  }

  @Test func `what can be several things is listed by number`() {
    var talk = Talk()
    talk.type("testimon")
    #expect(
      talk.said == [
        "\"testimon\" can mean several things. Type the number:",
        "1. Testimony: Takes down a testimony.",
        "2. Testimonies: All testimonies that may be read.",
      ])
    talk.type("2")
    #expect(talk.said[0].hasPrefix("Testimonies: 2 of 2"))
  }

  @Test func `what is not known names what is near`() {
    var talk = Talk()
    talk.type("figurse")
    #expect(talk.said.first == "Nothing here is called \"figurse\". commands lists what is.")
    #expect(talk.said.last == "1. Figures: Participation figures.")
    talk.type("qwertyuiop")
    #expect(talk.said.count == 1)
  }

  @Test func `commands lists all of them, and a number of that list acts`() throws {
    var talk = Talk()
    talk.type("events", "commands")
    let line = try #require(
      talk.said.first { $0.contains("New event (N)") || $0.contains("New (n)") })
    talk.type(String(line.prefix { $0 != "." }))
    #expect(talk.conversation.isInForm)
  }

  @Test func `after a command only what changed is said, the news first`() {
    var talk = Talk()
    talk.type("events", "3", "attendance", "+")
    #expect(
      talk.said == [
        "One more: 85. u takes it back.", "1. all together, counted: 85", "Typed: 84",
        "This door: 1",
        "85 people counted.",
      ])
    talk.type("again")
    #expect(talk.said[0] == "Attendance: Lyon, Dialogue on disability … · 2024-05-28.")
  }

  @Test func `a question is answered by number or word, and nothing is taken for granted`() {
    var talk = Talk()
    talk.type("events", "1", "status")
    #expect(
      talk.said[0] == "Vertrauensrunde is planned. What is its status now?")
    #expect(talk.said[1] == "1. planned (now)")
    talk.type("")
    #expect(talk.said == ["Type the number of an answer. back cancels the question."])
    talk.type("back")
    #expect(talk.programme.events[Fixture.berlin.id]?.status == .planned)
    talk.type("m", "held")
    #expect(talk.programme.events[Fixture.berlin.id]?.status == .held)
  }

  @Test func `an item that is another one by now is not chosen`() {
    var talk = Talk()
    talk.type("events")
    var other = Fixture.programme()
    other.events[Fixture.berlin.id] = nil
    talk.act { $0.take(.folder(.loaded(other, unreadable: [])), $1) }
    // The list was read out anew; behind the back of that it changes once more.
    let back = Fixture.programme()
    let occasion = Driver().occasion
    _ = talk.conversation.take(.folder(.loaded(back, unreadable: [])), occasion)
    talk.type("1")
    #expect(talk.said[0].hasPrefix("Nothing was chosen: the list has changed"))
    #expect(talk.said.contains { $0.hasPrefix("Events: 4 of 4") })
  }

  @Test func `whether all is saved is said only when it changes`() {
    var talk = Talk()
    talk.type("new event", "A title")
    #expect(talk.said.contains("Now: not saved yet."))
    talk.type("", "")
    #expect(!talk.text.contains("not saved yet"))
    talk.type("save")
    #expect(talk.said.contains("Now: saved."))
    let readOnly = Talk(readOnly: .readOnly(path: "/p"))
    #expect(readOnly.said.contains("Now: read only."))
  }

  @Test func `what could not be written is said, and ending asks first`() {
    var talk = Talk()
    talk.failing = .diskFull
    talk.type("events", "3", "attendance", "+")
    #expect(talk.text.contains("Not saved. The disk is full, so"))
    #expect(talk.text.contains("1 change not on disk"))
    talk.type("quit")
    #expect(talk.said[0] == "1 change is not on disk. What now?")
    #expect(talk.effects.isEmpty)
    talk.act { $0.interrupt($1) }
    #expect(talk.effects == [.terminal(.quit)])
  }

  @Test(arguments: ["en", "fr"])
  func `quit is no answer, and a title that is called so is typed with a sign before it`(
    language: String
  ) {
    var talk = Talk(language: language)
    talk.type("new event", "=quit", language == "en" ? "fields" : "champs")
    #expect(talk.text.contains("quit"), "\(talk.text)")
    talk.type("quit")
    #expect(talk.effects.contains(.terminal(.quit)), "\(talk.text)")
    #expect(talk.programme.events.count == 4)
  }

  @Test func `no line holds what controls a terminal`() {
    var programme = Fixture.programme()
    var event = Fixture.lyon
    event.title = "Evil \u{1B}[2J\u{202E}title\nsecond\u{7}"
    programme.events[event.id] = event
    var talk = Talk(programme)
    talk.type("events", "3", "edit", "fields", "back", "leave", "\u{1B}[31m", "/ \u{7}")
    for line in talk.all {
      #expect(!line.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E }, "\(line)")
    }
    #expect(talk.text.isEmpty == false)
  }

  @Test(arguments: Languages.all)
  func `every screen can be read out in every language`(language: String) {
    var talk = Talk(language: language)
    for name in [
      "go events", "go testimonies", "go actions", "go figures", "go people", "go organisations",
      "go unreadable", "go settings", "leave", "go home",
    ] {
      talk.type(name)
      #expect(!talk.said.isEmpty && !talk.text.contains("linear."), "\(name)")
    }
    talk.type("help", "commands", "where")
    #expect(!talk.all.joined().contains("{"))
  }
}

/// Screens that begin with a drawing.
@Suite struct ConversationCalendarTests {
  @Test func `the calendar is read day by day, not as a grid`() {
    var talk = Talk()
    talk.type("calendar")
    #expect(talk.said[0].hasPrefix("Calendar: December 2024"))
    talk.type("filter country:de", "/")
    talk.type("calendar")
    let blocks = talk.conversation.application.describe().blocks
    let grids = blocks.filter { if case .table(let table) = $0 { table.isOnlySeen } else { false } }
    #expect(grids.isEmpty)
  }
}

/// Fields of screens that are no forms.
@Suite struct ConversationFieldTests {
  @Test func `a path is typed as a line, and back leaves`() {
    var talk = Talk()
    talk.type("import", "/nowhere/sheet.csv")
    #expect(talk.text.contains("\"/nowhere/sheet.csv\""), "\(talk.text)")
    #expect(talk.effects.contains { if case .machine(.readSheet) = $0 { true } else { false } })
    talk.type("back")
    #expect(talk.said[0].contains("stopped"), "\(talk.text)")
    talk.type("back")
    #expect(talk.said[0].hasPrefix("Home"), "\(talk.text)")
  }
}

/// Letters and Enter at the door.
@Suite struct ConversationDoorTests {
  @Test func `a letter counts its role, with a minus before it takes one away`() throws {
    var talk = Talk()
    talk.type("events", "3", "attendance", "next part")
    let roles = { talk.programme.events[Fixture.lyon.id]?.attendance.roles ?? [:] }
    let line = try #require(talk.said.first { $0.contains("community member: not known") })
    #expect(line.hasPrefix("1. a; "))
    talk.type("a", "a", "a", "-a")
    #expect(roles()["communityMember"] == 2)
    #expect(talk.text.contains("community member: 2"))
    // One more role of the same person.
    talk.type("&b")
    #expect(roles()["patientCarer"] == 1)
    #expect(talk.programme.events[Fixture.lyon.id]?.attendance.inRole == 2)
  }

  @Test func `Enter alone puts somebody on the list`() {
    var talk = Talk()
    talk.type("events", "3", "attendance", "add person")
    let before = talk.programme.events[Fixture.lyon.id]?.participations.count ?? 0
    talk.type("")
    #expect(talk.programme.events[Fixture.lyon.id]?.participations.count == before + 1)
  }

  @Test func `what is looked for is found by number`() {
    var talk = Talk()
    talk.type("find Lyon")
    #expect(talk.said[0].hasSuffix("found. Type a number:"), "\(talk.text)")
    talk.type("1")
    #expect(talk.text.contains("Dialogue on disability and care"))
    talk.type("find qqqqq", "events")
    #expect(talk.said[0].hasPrefix("Events: 4 of 4"))
  }
}
